//go:build unix

package document_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"barline/data/storyfile"
	"barline/document"
)

func TestReadRefusesWhatIsNoFile(t *testing.T) {
	dir := t.TempDir()
	pipe, huge, folder := filepath.Join(dir, "pipe.csv"), filepath.Join(dir, "huge.csv"), filepath.Join(dir, "folder.yaml")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(folder, 0o700); err != nil {
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
	for path, want := range map[string]string{pipe: "this is a pipe", huge: "4.0 GB", folder: "this is a folder", "/dev/null": "a device", filepath.Join(dir, "none.yaml"): "no such file"} {
		if _, err := document.Read(context.Background(), path, nil); err == nil || !strings.Contains(err.Error(), want) || !strings.HasPrefix(err.Error(), path+": ") {
			t.Errorf("%s: %v, want %q", path, err, want)
		}
	}
	if _, err := document.Read(context.Background(), filepath.Join(dir, "none.yaml"), nil); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%v is not fs.ErrNotExist", err)
	}
}

// What is read was in the file at one time: where it changes meanwhile it is read again.
func TestReadOfAFileThatChanges(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.csv")
	write := func(text string) {
		t.Helper()
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("old")
	changed := false
	got, err := document.Read(context.Background(), path, func(int64, int64) {
		if !changed {
			changed = true
			write("longer than before")
		}
	})
	if err != nil || string(got) != "longer than before" {
		t.Errorf("%q, %v", got, err)
	}
	n := 0
	if _, err := document.Read(context.Background(), path, func(int64, int64) {
		n++
		write(strings.Repeat("x", 100+n))
	}); err == nil || !strings.Contains(err.Error(), "changes while it is read") {
		t.Errorf("of a file that never rests: %v", err)
	}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, err := document.Read(ctx, path, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
}

func TestEditions(t *testing.T) {
	path := filepath.Join("..", "data", "stories", "witkoff-putin-2025.yaml")
	contents, err := document.Read(context.Background(), path, nil)
	if err != nil {
		t.Fatal(err)
	}
	story, _, err := storyfile.Decode(path, contents)
	if err != nil {
		t.Fatal(err)
	}
	found, leftOut, err := document.Editions(path, story)
	if err != nil || len(found) != 3 || len(leftOut) > 0 {
		t.Fatalf("%d editions, %v left out: %v", len(found), leftOut, err)
	}
	if tag, ok := storyfile.EditionTag("s.fa-AF.yaml", "s.yaml"); !ok || tag != "fa-AF" {
		t.Errorf("the edition of s.fa-AF.yaml is %q", tag)
	}
}
