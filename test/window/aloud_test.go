package window_test

import (
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"barline/internal/xserver"
)

// The story is opened as a page in the browser, at the event that is open in the window:
// what screen readers can read.
func TestTheStoryIsReadAsAPage(t *testing.T) {
	dir := t.TempDir()
	opened := filepath.Join(dir, "opened")
	// The system's own way to open an address, by which no browser is started here.
	script := "#!/bin/sh\necho \"$1\" > " + opened + ".new && mv " + opened + ".new " + opened + "\n"
	if err := os.WriteFile(filepath.Join(dir, "xdg-open"), []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir+string(os.PathListSeparator)+os.Getenv("PATH"))
	w := openOn(t, xserver.Start(t, 900, 700), "-open", "2025-12-02")
	w.until("the event is open", func(r report) bool { return r.Selected == "2025-12-02" })
	w.command('b')
	r := w.until("the page is opened", func(r report) bool { return r.Page != "" })
	w.until("the browser is asked for it", func(report) bool { _, err := os.Stat(opened); return err == nil })
	address, err := os.ReadFile(opened)
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.TrimSpace(string(address)); got != r.Page+"#2025-12-02" || !strings.HasPrefix(got, "http://127.0.0.1:") {
		t.Errorf("opened is %s", got)
	}
	page, err := http.Get(r.Page)
	if err != nil {
		t.Fatal(err)
	}
	defer page.Body.Close()
	text, err := io.ReadAll(page.Body)
	if err != nil || page.StatusCode != http.StatusOK || !strings.Contains(string(text), `data-popover="2025-12-02"`) {
		t.Errorf("%s: %v, %d bytes", page.Status, err, len(text))
	}
}
