package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// The window, which a C compiler takes part in, has the same bytes when it is built from
// another folder with another name.
func TestProgramIsTheSameFromAnotherFolder(t *testing.T) {
	here := compiled(t, linuxWindow())
	there := filepath.Join(t.TempDir(), "somewhere", "else")
	if err := os.MkdirAll(there, 0o755); err != nil {
		t.Fatal(err)
	}
	copySources(t, root(t), there)
	copied, err := someRelease().compile(there, t.TempDir(), linuxWindow())
	if err != nil {
		t.Fatal(err)
	}
	contents, err := os.ReadFile(copied)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(contents, here.contents) {
		t.Error("the folder is in the bytes")
	}
}

// copySources copies the project without what it builds.
func copySources(t *testing.T, from, to string) {
	t.Helper()
	err := filepath.WalkDir(from, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		below, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		if d.IsDir() {
			switch {
			case below == "bin", below == "dist", below == "release", below == "test-output", d.Name() == "node_modules", below != "." && d.Name()[0] == '.':
				return filepath.SkipDir
			}
			return os.MkdirAll(filepath.Join(to, below), 0o755)
		}
		if !d.Type().IsRegular() {
			return nil
		}
		contents, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(to, below), contents, 0o644)
	})
	if err != nil {
		t.Fatal(err)
	}
}
