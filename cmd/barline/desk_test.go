package main

import (
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"barline/publish"
	made "barline/publish/desk"
)

// A program without the desk says how to build it, and one with it writes it whole.
func TestDesk(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "desk")
	exit, stdout, stderr := called("desk", "-o", dir)
	if _, err := made.Read(); err != nil {
		if exit != exitInput || !strings.Contains(stderr, "make desk") {
			t.Errorf("%d, %s", exit, stderr)
		}
		if _, err := os.Stat(dir); err == nil {
			t.Error("a folder is written nevertheless")
		}
		return
	}
	if exit != exitDone || !strings.Contains(stdout, dir) {
		t.Fatalf("%d, %s, %s", exit, stdout, stderr)
	}
	page, err := os.ReadFile(filepath.Join(dir, "index.html"))
	if err != nil || strings.Contains(string(page), "{version}") {
		t.Errorf("%v, %.300s", err, page)
	}
	mine := filepath.Join(t.TempDir(), "mine")
	if err := os.MkdirAll(mine, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(mine, "notes.txt"), []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	if exit, _, stderr := called("desk", "-o", mine); exit != exitInput || !strings.Contains(stderr, "did not write") {
		t.Errorf("a folder of somebody's is taken: %d, %s", exit, stderr)
	}
	if exit, _, _ := called("desk", "-o", dir, "--addr", "127.0.0.1:0"); exit != exitUsage {
		t.Errorf("both a folder and an address: %d", exit)
	}
}

func TestDeskIsServedStrictly(t *testing.T) {
	h := made.Handler(publish.Site{"index.html": []byte("page"), "0123456789ab/desk.gz.bin": []byte("\x1f\x8b")})
	for _, test := range []struct {
		method, path, kind, cache string
		status                    int
	}{
		{"GET", "/", "text/html; charset=utf-8", "no-cache", 200},
		{"HEAD", "/index.html", "text/html; charset=utf-8", "no-cache", 200},
		{"GET", "/0123456789ab/desk.gz.bin", "application/octet-stream", "public, max-age=31536000, immutable", 200},
		{"GET", "/../secret", "text/plain; charset=utf-8", "", 404},
		{"POST", "/", "text/plain; charset=utf-8", "", 405},
	} {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest(test.method, test.path, nil))
		got := w.Result().Header
		if w.Code != test.status || got.Get("Content-Type") != test.kind || got.Get("Cache-Control") != test.cache {
			t.Errorf("%s %s: %d, %v", test.method, test.path, w.Code, got)
		}
		if isPage := strings.HasPrefix(test.kind, "text/html"); isPage != strings.HasPrefix(got.Get("Content-Security-Policy"), "default-src 'none'") {
			t.Errorf("%s %s: the policy is %q", test.method, test.path, got.Get("Content-Security-Policy"))
		}
		if got.Get("Content-Encoding") != "" {
			t.Errorf("%s is sent with an encoding", test.path)
		}
	}
}

func TestBuildSingle(t *testing.T) {
	dir := t.TempDir()
	story := filepath.Join(dir, "s.yaml")
	if err := os.WriteFile(story, []byte("barline: 1\nid: s\nheadline: H < y & z\nevents:\n  - {title: \"T & < x\", date: 2025, lane: A}\n  - {id: u, title: U, date: 2026, lane: B}\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(dir, "s.html")
	exit, _, stderr := called("build", story, "--single", out)
	if exit != exitDone {
		t.Fatal(stderr)
	}
	page, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	for _, not := range []string{`src="assets/`, `href="assets/`, `href="e/`, `href="picture.`, `<button type="button" data-action="copy-embed"`} {
		if strings.Contains(string(page), not) {
			t.Errorf("%s is in the page", not)
		}
	}
	for _, want := range []string{"Content-Security-Policy", `data-asset="engine.`, `data-asset="licenses.txt"`, `href="#u"`, "data:font/ttf;base64,"} {
		if !strings.Contains(string(page), want) {
			t.Errorf("%s is not in the page", want)
		}
	}
	for _, args := range [][]string{{"build", story}, {"build", story, "--single", out, "-o", dir}, {"build", story, "--single", filepath.Join(dir, "s.txt")}} {
		if exit, _, _ := called(args...); exit != exitUsage {
			t.Errorf("%v: %d", args, exit)
		}
	}
	if exit, _, _ := called("build", story, "--single", filepath.Join(dir, "none", "s.html")); exit != exitInput {
		t.Errorf("into a folder that is not there: %d", exit)
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 2 {
		t.Errorf("something is left behind: %v", entries)
	}
}
