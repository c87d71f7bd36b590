package preview_test

import (
	"context"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"barline/publish"
	"barline/publish/preview"
)

func get(h http.Handler, host, path, reached string) *http.Response {
	r := httptest.NewRequest("GET", path, nil)
	r.Host = host
	r.Header.Set("Origin", "null")
	r = r.WithContext(context.WithValue(r.Context(), http.LocalAddrContextKey, &net.TCPAddr{IP: net.ParseIP(reached), Port: 8080}))
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}

func site() *publish.Site {
	return &publish.Site{"index.html": []byte("<style></style>"), "story.json": []byte("{}"), "e/one/index.html": []byte("<style></style>")}
}

// It answers to its own names, and to no other: a page's name can be made to lead to
// this machine.
func TestHost(t *testing.T) {
	own, err := os.Hostname()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		addr, reached, host string
		ours                bool
	}{
		{"127.0.0.1:8080", "127.0.0.1", "127.0.0.1:8080", true},
		{"127.0.0.1:8080", "127.0.0.1", "localhost:8080", true},
		{"127.0.0.1:8080", "127.0.0.1", "LOCALHOST.:9000", true}, // forwarded from there
		{"[::1]:8080", "::1", "[::1]:8080", true},
		{"0.0.0.0:8080", "192.0.2.7", "192.0.2.7:8080", true},
		{":8080", "2001:db8::7", "[2001:db8::7]:8080", true},
		{":8080", "192.0.2.7", own + ":8080", true},
		{"desk.example:8080", "192.0.2.7", "desk.example:8080", true},
		{"127.0.0.1:80", "127.0.0.1", "127.0.0.1", true},
		{"127.0.0.1:8080", "127.0.0.1", "evil.example", false},
		{"127.0.0.1:8080", "127.0.0.1", "evil.example:8080", false},
		{"127.0.0.1:8080", "127.0.0.1", "127.0.0.1.evil.example:8080", false},
		{"127.0.0.1:8080", "127.0.0.1", "localhost.evil.example:8080", false},
		{"127.0.0.1:8080", "127.0.0.1", "192.0.2.7:8080", false},
		{":8080", "192.0.2.7", "evil.example:8080", false},
		{":8080", "192.0.2.7", "192.0.2.8:8080", false},
		{":8080", "192.0.2.7", "", false},
		{":8080", "192.0.2.7", ":8080", false},
	} {
		h := preview.New(site, c.addr)
		for _, path := range []string{"/", "/story.json", h.Open(), "/nothing"} {
			got := get(h, c.host, path, c.reached)
			if refused := got.StatusCode == http.StatusMisdirectedRequest; refused == c.ours {
				t.Errorf("at %s, %s%s: %s", c.addr, c.host, path, got.Status)
			}
		}
	}
}

// No other origin may read it, but for those who know a path that nobody can guess.
func TestOrigins(t *testing.T) {
	h := preview.New(site, "127.0.0.1:8080")
	if other := preview.New(site, "127.0.0.1:8080"); other.Open() == h.Open() || len(h.Open()) < 26 {
		t.Errorf("the paths %s and %s can be guessed", h.Open(), other.Open())
	}
	for _, path := range []string{"", "story.json", "e/one/", "index.html"} {
		if got := get(h, "localhost:8080", "/"+path, "127.0.0.1"); got.StatusCode != 200 || got.Header.Get("Access-Control-Allow-Origin") != "" {
			t.Errorf("/%s: %s, may be read by %q", path, got.Status, got.Header.Get("Access-Control-Allow-Origin"))
		}
		if got := get(h, "localhost:8080", h.Open()+path, "127.0.0.1"); got.StatusCode != 200 || got.Header.Get("Access-Control-Allow-Origin") != "*" {
			t.Errorf("%s%s: %s, may be read by %q", h.Open(), path, got.Status, got.Header.Get("Access-Control-Allow-Origin"))
		}
	}
	if got := get(h, "localhost:8080", strings.TrimSuffix(h.Open(), "/")+"x/story.json", "127.0.0.1"); got.StatusCode != 404 {
		t.Errorf("a path like it: %s", got.Status)
	}
	if got := get(h, "localhost:8080", h.Open()+"e/one", "127.0.0.1"); got.Header.Get("Location") != "one/" {
		t.Errorf("a folder leads to %q", got.Header.Get("Location"))
	}
}
