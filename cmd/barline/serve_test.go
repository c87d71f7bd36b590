package main

import (
	"bufio"
	"bytes"
	"context"
	"image"
	"image/png"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"barline/publish/preview"
)

// served is the tool as it serves a story.
type served struct {
	t       *testing.T
	address string
	log     <-chan string
}

// lines sends every line of r until it ends; nothing that writes has to wait.
func lines(r io.Reader) <-chan string {
	c := make(chan string, 1000)
	go func() {
		defer close(c)
		for s := bufio.NewScanner(r); s.Scan(); {
			c <- s.Text()
		}
	}()
	return c
}

// serve begins to serve a file and ends with the test, which then wants the
// exit code 0.
func serve(t *testing.T, file string) *served {
	t.Helper()
	needEngine(t)
	// Far beyond what anything here takes: it turns waiting for ever into a failure.
	ctx, stop := context.WithTimeout(context.Background(), time.Minute)
	out, stdout := io.Pipe()
	problems, stderr := io.Pipe()
	said, log := lines(out), lines(problems)
	code := make(chan int, 1)
	go func() {
		code <- run(ctx, []string{"serve", file, "--addr", "127.0.0.1:0"}, stdout, stderr)
		stdout.Close()
		stderr.Close()
	}()
	t.Cleanup(func() {
		stop()
		if got := <-code; got != exitDone {
			t.Errorf("told to stop, it ends with exit code %d", got)
		}
	})
	address, ok := <-said
	if !ok {
		t.Fatalf("it serves nothing: %s", <-log)
	}
	return &served{t, address, log}
}

// logs waits for a line that ends so, and returns it with those before.
func (s *served) logs(end string) string {
	s.t.Helper()
	var before strings.Builder
	for line := range s.log {
		before.WriteString(line + "\n")
		if strings.HasSuffix(line, end) {
			return before.String()
		}
	}
	s.t.Fatalf("it ended without saying %q; it said %q", end, before.String())
	return ""
}

// get returns what is served, and its type.
func (s *served) get(path string) (body, kind string) {
	s.t.Helper()
	r, err := http.Get(s.address + path)
	if err != nil {
		s.t.Fatal(err)
	}
	defer r.Body.Close()
	b, err := io.ReadAll(r.Body)
	if err != nil || r.StatusCode != http.StatusOK {
		s.t.Fatalf("%s: %s, %v", path, r.Status, err)
	}
	return string(b), r.Header.Get("Content-Type")
}

// replace puts a new file in the place of one, as editors do.
func replace(t *testing.T, file, text string) {
	t.Helper()
	next := filepath.Join(filepath.Dir(file), "4913~")
	if err := os.WriteFile(next, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(next, file); err != nil {
		t.Fatal(err)
	}
}

func TestServeFollowsTheStory(t *testing.T) {
	file := filepath.Join(folder(t), "good.yaml")
	s := serve(t, file)
	shows := func(headline string) {
		t.Helper()
		if page, _ := s.get("/"); !strings.Contains(page, "<title>"+headline+"</title>") {
			t.Errorf("it does not show %q: %.300s", headline, page)
		}
	}
	shows("First version")

	// Another file is none of its business: what it logs first is the next change.
	replace(t, filepath.Join(filepath.Dir(file), "2025.yaml"), "broken")
	replace(t, file, strings.ReplaceAll(bad, "Bad", "Second version"))
	if log := s.logs("the page before this change stays"); !strings.HasPrefix(log, file+":3:11: headline: ") || strings.Contains(log, "published anew") {
		t.Errorf("the log says %q", log)
	}
	shows("First version")

	// Fixed in place, by an editor that does not replace files.
	if err := os.WriteFile(file, []byte(strings.ReplaceAll(good, "First", "Third")), 0o644); err != nil {
		t.Fatal(err)
	}
	s.logs(file + ": published anew")
	shows("Third version")

	// Taken away and put back: nobody is sent an empty page.
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	s.logs("the page before this change stays")
	shows("Third version")
	replace(t, file, strings.ReplaceAll(good, "First", "Fourth"))
	s.logs(file + ": published anew")
	shows("Fourth version")
}

// An image in a folder of its own is followed as the story is.
func TestServeFollowsImages(t *testing.T) {
	picture := func(shade uint8) string {
		m := image.NewGray(image.Rect(0, 0, 40, 30))
		for i := range m.Pix {
			m.Pix[i] = shade
		}
		var b bytes.Buffer
		if err := png.Encode(&b, m); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	const story = "barline: 1\nid: harbour\nheadline: The harbour\nevents: [{id: vote, title: The vote, date: 2024-06-12, media: {file: pictures/vote.png, alt: A grey field}}]\n"
	dir, put := folderOf(t, map[string]string{"s.yaml": story, "pictures/vote.png": picture(20)})
	file := filepath.Join(dir, "s.yaml")
	s := serve(t, file)
	told := s.changes()
	told("it was checked", func(s preview.State) bool { return s.Version == 1 && !s.Checking })
	put("pictures/vote.png", picture(200))
	told("the image is another", func(s preview.State) bool { return s.Version == 2 })
}

func TestServeServesTheSite(t *testing.T) {
	s := serve(t, filepath.Join(folder(t), "2025.yaml"))
	for path, kind := range map[string]string{"/": "text/html; charset=utf-8", "/e/embassy/": "text/html; charset=utf-8", "/events.csv": "text/csv; charset=utf-8", "/card.png": "image/png", "/story.json": "application/json"} {
		if body, got := s.get(path); got != kind || body == "" {
			t.Errorf("%s: %d bytes of %q, want %q", path, len(body), got, kind)
		}
	}
}

func TestServeOnATakenPort(t *testing.T) {
	needEngine(t)
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	var stdout, stderr bytes.Buffer
	code := run(context.Background(), []string{"serve", filepath.Join(folder(t), "good.yaml"), "--addr", taken.Addr().String()}, &stdout, &stderr)
	if code != exitInput || stdout.String() != "" {
		t.Errorf("exit code %d, says %q", code, stdout.String())
	}
	if got := stderr.String(); !strings.HasPrefix(got, "cannot serve at "+taken.Addr().String()+": ") || !strings.HasSuffix(got, "; choose another with --addr\n") || strings.Count(got, "\n") != 1 {
		t.Errorf("it reports %q", got)
	}
}
