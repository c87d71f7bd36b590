package publish

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Write puts a site into a folder, whole or not at all: it is written beside
// the folder first and takes its place at the end. What stood there before is
// replaced.
func (s Site) Write(dir string) error {
	dir = filepath.Clean(dir)
	if err := replaceable(dir); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
		return err
	}
	next, err := os.MkdirTemp(filepath.Dir(dir), "."+filepath.Base(dir)+"-new-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(next)
	for _, name := range slices.Sorted(maps.Keys(s)) {
		path := filepath.Join(next, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, s[name], 0o644); err != nil {
			return err
		}
	}
	if err := os.Chmod(next, 0o755); err != nil {
		return err
	}
	old := next + "-old"
	if err := os.Rename(dir, old); err != nil && !os.IsNotExist(err) {
		return err
	}
	if err := os.Rename(next, dir); err != nil {
		// Put back what stood there.
		if back := os.Rename(old, dir); back != nil && !os.IsNotExist(back) {
			return fmt.Errorf("%w; what stood in %s is now in %s", err, dir, old)
		}
		return err
	}
	return os.RemoveAll(old)
}

// replaceable refuses to replace a folder that holds something other than a
// published site.
func replaceable(dir string) error {
	entries, err := os.ReadDir(dir)
	switch {
	case os.IsNotExist(err):
		return nil
	case err != nil:
		return err
	case len(entries) == 0:
		return nil
	}
	// A story.json alone proves nothing: newsrooms keep their own beside their notes.
	theme, err := os.ReadFile(filepath.Join(dir, "theme.css"))
	if err != nil || !strings.HasPrefix(string(theme), signature) {
		return fmt.Errorf("%s holds files that barline did not write: name a new or an empty folder", dir)
	}
	return nil
}
