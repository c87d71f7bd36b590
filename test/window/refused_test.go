package window_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// What is no story, and cannot be read as one, is said over what was shown before.
func TestWhatCannotBeOpenedIsSaid(t *testing.T) {
	dir := t.TempDir()
	pipe, huge, good := filepath.Join(dir, "pipe.yaml"), filepath.Join(dir, "huge.csv"), filepath.Join(dir, "good.yaml")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(huge)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := f.Truncate(4 << 30); err != nil {
		t.Skipf("the file system holds no sparse file of 4 GB: %v", err)
	}
	save(t, good, fmt.Sprintf(story, "Good"))
	fontless := filepath.Join(dir, "fontless.yaml")
	save(t, fontless, strings.Replace(fmt.Sprintf(story, "Fontless"), "sources:", "fonts: [{file: none.ttf}]\nsources:", 1))

	w := open(t, "-size", "700x600", pipe)
	r := w.until("the pipe is refused", func(r report) bool { return r.Dialog == "problems" })
	if !r.says("this is a pipe") {
		t.Errorf("of a pipe it says %q", r.DialogTexts)
	}
	w.display.Drop([]string{good})
	w.until("a story is shown", func(r report) bool { return r.Headline == "Good" && r.Dialog == "" })
	w.display.Drop([]string{pipe})
	w.until("a pipe that is dropped is refused", func(r report) bool { return strings.Contains(r.Notice, "pipe.yaml is no file but a pipe") })
	for path, want := range map[string]string{huge: "4.0 GB", fontless: "none.ttf"} {
		w.display.Drop([]string{path})
		r = w.until("it is refused", func(r report) bool {
			return r.Dialog == "problems" && strings.Contains(r.DialogTitle, filepath.Base(path))
		})
		if !r.says(want) || r.Headline != "Good" {
			t.Errorf("of %s it says %q, over %q", path, r.DialogTexts, r.Headline)
		}
		w.key(keyEscape)
		w.until("the panel is closed", func(r report) bool { return r.Dialog == "" })
	}
	// What is dropped with a pipe is opened.
	w.display.Drop([]string{pipe, good})
	w.until("the file beside the pipe is shown", func(r report) bool { return r.File == good && r.Dialog == "" })
}

// A clipboard that refuses is said. The refusal is built into a program for this test: an X
// server has no way to refuse.
func TestAClipboardThatRefusesIsSaid(t *testing.T) {
	const put = "func (b *Board) PutText(s string) error {\n"
	program := breaking(t, map[string][2]string{"host/clipboard/x11.go": {put, put + "\tif s != \"\" {\n\t\treturn errors.New(\"somebody else holds it\")\n\t}\n"}})
	was := built
	built = program
	defer func() { built = was }()
	w := open(t, "-size", "700x600", "-open", "2025-12-02")
	w.until("the event is open", func(r report) bool { return r.Selected == "2025-12-02" })
	w.hold('c', keyControl)
	w.until("the refusal is said", func(r report) bool { return strings.Contains(r.Notice, "somebody else holds it") })
}
