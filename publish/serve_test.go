package publish_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"barline/publish"
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
	}
	for name, contents := range s {
		r := ask(s, "GET", "/"+name)
		if got := body(t, r); r.StatusCode != 200 || got != string(contents) {
			t.Errorf("%s: %d, %d bytes of %d", name, r.StatusCode, len(got), len(contents))
		}
		if want := types[name[strings.LastIndex(name, "."):]]; r.Header.Get("Content-Type") != want || want == "" {
			t.Errorf("%s has the type %q, want %q", name, r.Header.Get("Content-Type"), want)
		}
		for header, want := range map[string]string{
			"Content-Length": strconv.Itoa(len(contents)), "X-Content-Type-Options": "nosniff", "Cache-Control": "no-cache",
			// A sandboxed frame is another origin, and fetches fonts and engine.
			"Access-Control-Allow-Origin": "*",
		} {
			if got := r.Header.Get(header); got != want {
				t.Errorf("%s: %s is %q, want %q", name, header, got, want)
			}
		}
		policy := ""
		if name == "index.html" {
			policy = publish.Policy
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
		"/nothing", "/fonts", "/fonts/", "/index.html/", "/Index.html", "/../site.go", "/../../../etc/passwd", "/fonts/../../site.go",
		"/%2e%2e/site.go", "/..\\site.go", "/\x00", "/story.json\x00", "/.git/config",
	} {
		if r := ask(s, "GET", path); r.StatusCode != 404 {
			t.Errorf("%q: %d %.80q", path, r.StatusCode, body(t, r))
		}
	}
	// What leads up and back is cleaned, as everywhere on the web.
	if r := ask(s, "GET", "/../fonts/../story.json"); r.StatusCode != 200 || body(t, r) != string(s["story.json"]) {
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
	for _, want := range []string{"default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "font-src 'self'", "connect-src 'self'", "base-uri 'none'", "form-action 'none'"} {
		if !strings.Contains(publish.Policy+";", want+";") {
			t.Errorf("it lacks %s", want)
		}
	}
	for _, bad := range []string{"unsafe-inline", "'unsafe-eval'", "http:", "https:", "*"} {
		if strings.Contains(publish.Policy, bad) {
			t.Errorf("it allows %s", bad)
		}
	}
	// A frame in an article is the point.
	if strings.Contains(publish.Policy, "frame-ancestors") {
		t.Error("it forbids frames")
	}
}
