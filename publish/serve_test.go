package publish_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path"
	"strconv"
	"strings"
	"testing"

	"barline/publish"
	"barline/publish/pack"
)

// ask sends a request with exactly this path, which clients would clean.
func ask(s publish.Site, method, path string) *http.Response {
	r := httptest.NewRequest(method, "/", nil)
	r.URL = &url.URL{Path: path}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w.Result()
}

func body(t *testing.T, r *http.Response) string {
	t.Helper()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestServeEveryFile(t *testing.T) {
	s, _ := site2025(t)
	types := map[string]string{
		".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
		".json": "application/json", ".wasm": "application/wasm", ".ttf": "font/ttf", ".txt": "text/plain; charset=utf-8",
		".csv": "text/csv; charset=utf-8", ".png": "image/png", ".svg": "image/svg+xml", ".conf": "text/plain; charset=utf-8", "": "text/plain; charset=utf-8",
	}
	for name, contents := range s {
		r := ask(s, "GET", "/"+name)
		if got := body(t, r); r.StatusCode != 200 || got != string(contents) {
			t.Errorf("%s: %d, %d bytes of %d", name, r.StatusCode, len(got), len(contents))
		}
		if want := types[path.Ext(name)]; r.Header.Get("Content-Type") != want || want == "" {
			t.Errorf("%s has the type %q, want %q", name, r.Header.Get("Content-Type"), want)
		}
		cache := "no-cache"
		if strings.HasPrefix(name, "assets/") {
			cache = "public, max-age=31536000, immutable"
		}
		for header, want := range map[string]string{
			"Content-Length": strconv.Itoa(len(contents)), "X-Content-Type-Options": "nosniff", "Cache-Control": cache,
			// A sandboxed frame is another origin, and fetches fonts and engine.
			"Access-Control-Allow-Origin": "*",
		} {
			if got := r.Header.Get(header); got != want {
				t.Errorf("%s: %s is %q, want %q", name, header, got, want)
			}
		}
		policy := ""
		if path.Base(name) == "index.html" {
			policy = policyOf(t, s)
		}
		if got := r.Header.Get("Content-Security-Policy"); got != policy {
			t.Errorf("%s has the policy %q", name, got)
		}
		// The same, unsent.
		head := ask(s, "HEAD", "/"+name)
		if got := body(t, head); head.StatusCode != 200 || got != "" || head.Header.Get("Content-Length") != strconv.Itoa(len(contents)) {
			t.Errorf("HEAD %s: %d, %q", name, head.StatusCode, got)
		}
	}
}

// policyOf is the policy of the story's page; those of events have the same.
func policyOf(t *testing.T, s publish.Site) string {
	t.Helper()
	return ask(s, "GET", "/").Header.Get("Content-Security-Policy")
}

// What was compressed beforehand is sent to those who take it, in the coding
// that is smaller, and undone it is the file.
func TestServeCompressed(t *testing.T) {
	s, _ := site2025(t)
	if err := s.Pack(publish.Options{}); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ accepts, want string }{
		{"", ""}, {"identity", ""}, {"gzip", "gzip"}, {"gzip, deflate, br, zstd", "br"}, {"br;q=0, gzip;q=0.5", "gzip"}, {"br;q=0.0", ""}, {"BR", "br"}, {"brotli", ""},
	} {
		for _, name := range []string{"index.html", "e/embassy/index.html", s.Named("page.js")} {
			r := httptest.NewRequest("GET", "/"+name, nil)
			r.Header.Set("Accept-Encoding", c.accepts)
			w := httptest.NewRecorder()
			s.ServeHTTP(w, r)
			got := w.Result()
			if got.Header.Get("Content-Encoding") != c.want || got.Header.Get("Vary") != "Accept-Encoding" {
				t.Errorf("%s for %q: encoded %q, varies by %q", name, c.accepts, got.Header.Get("Content-Encoding"), got.Header.Get("Vary"))
			}
			contents := []byte(body(t, got))
			if got.Header.Get("Content-Length") != strconv.Itoa(len(contents)) {
				t.Errorf("%s for %q: the length is wrong", name, c.accepts)
			}
			for _, coding := range pack.Codings() {
				if coding.Name == c.want {
					contents = unpacked(t, coding, contents)
				}
			}
			if string(contents) != string(s[name]) {
				t.Errorf("%s for %q is another file", name, c.accepts)
			}
			if path.Ext(name) == ".html" && got.Header.Get("Content-Security-Policy") != policyOf(t, s) {
				t.Errorf("%s for %q has another policy", name, c.accepts)
			}
		}
	}
}

func unpacked(t *testing.T, c pack.Coding, packed []byte) []byte {
	t.Helper()
	r, err := c.Unpack(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	contents, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return contents
}

// Compressed files stand beside whatever gains by it, and are never larger.
func TestPack(t *testing.T) {
	s, _ := site2025(t)
	before := len(s)
	if err := s.Pack(publish.Options{}); err != nil {
		t.Fatal(err)
	}
	packed := 0
	for name, contents := range s {
		for _, c := range pack.Codings() {
			plain, ok := s[strings.TrimSuffix(name, c.Ending)]
			if !ok || !strings.HasSuffix(name, c.Ending) {
				continue
			}
			packed++
			if len(contents) >= len(plain) || string(unpacked(t, c, contents)) != string(plain) {
				t.Errorf("%s has %d bytes for %d, or holds something else", name, len(contents), len(plain))
			}
		}
	}
	// Pages, data, scripts, styles, fonts, licence and SVG; not the PNGs.
	if want := 2 * (11 + 3 + 3 + 1 + 4 + 1 + 1); packed != want || len(s) != before+want {
		t.Errorf("%d files were compressed, want %d", packed, want)
	}
	sum := s.Bytes()
	if err := s.Pack(publish.Options{}); err != nil || s.Bytes() != sum {
		t.Errorf("compressed again, it is another site: %v", err)
	}
}

// A folder's address without its slash leads to the one with it.
func TestServeFolders(t *testing.T) {
	s, _ := site2025(t)
	r := ask(s, "GET", "/e/embassy")
	if r.StatusCode != 301 || r.Header.Get("Location") != "embassy/" {
		t.Errorf("%d, %q", r.StatusCode, r.Header.Get("Location"))
	}
	if r := ask(s, "GET", "/e/embassy/"); r.StatusCode != 200 || body(t, r) != string(s["e/embassy/index.html"]) {
		t.Errorf("%d", r.StatusCode)
	}
}

func TestServeThePage(t *testing.T) {
	s, _ := site2025(t)
	for _, path := range []string{"/", "", "//", "/index.html", "/./", "..", "/.."} {
		if r := ask(s, "GET", path); r.StatusCode != 200 || body(t, r) != string(s["index.html"]) || r.Header.Get("Content-Type") != "text/html; charset=utf-8" {
			t.Errorf("%q: %d", path, r.StatusCode)
		}
	}
}

// A site is a map of names: nothing else of the machine can be reached.
func TestServeNothingElse(t *testing.T) {
	s, _ := site2025(t)
	for _, path := range []string{
		"/nothing", "/assets", "/assets/", "/e", "/e/nobody/", "/index.html/", "/Index.html", "/../site.go", "/../../../etc/passwd", "/assets/../../site.go",
		"/%2e%2e/site.go", "/..\\site.go", "/\x00", "/story.json\x00", "/.git/config",
	} {
		if r := ask(s, "GET", path); r.StatusCode != 404 {
			t.Errorf("%q: %d %.80q", path, r.StatusCode, body(t, r))
		}
	}
	// What leads up and back is cleaned, as everywhere on the web.
	if r := ask(s, "GET", "/../assets/../story.json"); r.StatusCode != 200 || body(t, r) != string(s["story.json"]) {
		t.Errorf("got %d", r.StatusCode)
	}
}

func TestServeOnlyReads(t *testing.T) {
	s, _ := site2025(t)
	for _, method := range []string{"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "CONNECT", "NONSENSE"} {
		if r := ask(s, method, "/"); r.StatusCode != 405 || r.Header.Get("Allow") != "GET, HEAD" {
			t.Errorf("%s: %d, allow %q", method, r.StatusCode, r.Header.Get("Allow"))
		}
	}
}

// The policy forbids whatever it does not name, and never what is inline.
func TestPolicy(t *testing.T) {
	s, _ := site2025(t)
	policy := policyOf(t, s)
	for _, want := range []string{"default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "font-src 'self'", "connect-src 'self'", "base-uri 'none'", "form-action 'none'"} {
		if !strings.Contains(policy+";", want+";") {
			t.Errorf("it lacks %s", want)
		}
	}
	sum := sha256.Sum256([]byte(sheetOf(t, s)))
	if want := "style-src 'self' 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "';"; !strings.Contains(policy, want) {
		t.Errorf("it does not allow the page's own sheet: %s", policy)
	}
	for _, bad := range []string{"unsafe-inline", "'unsafe-eval'", "http:", "https:", "*"} {
		if strings.Contains(policy, bad) {
			t.Errorf("it allows %s", bad)
		}
	}
	// A frame in an article is the point.
	if strings.Contains(policy, "frame-ancestors") {
		t.Error("it forbids frames")
	}
}
