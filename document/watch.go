package document

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"

	"barline/data/storyfile"

	"github.com/fsnotify/fsnotify"
)

// Watch notices changes of the folder that a file is in: editors replace files, and
// only the folder sees that.
func Watch(path string) (*fsnotify.Watcher, error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	if err := w.Add(filepath.Dir(path)); err != nil {
		w.Close()
		return nil, err
	}
	return w, nil
}

// mostSearched is how much of a story is looked through for the names of other files.
const mostSearched = 16 << 20

// Concerns reports whether a file that has changed is the story's, one of its editions,
// a font that it may bring, or one that it names, such as its theme's.
func Concerns(changed, path string) bool {
	name, base := filepath.Base(changed), filepath.Base(path)
	if font := strings.ToLower(filepath.Ext(name)); name == base || font == ".ttf" || font == ".otf" {
		return true
	}
	if _, ok := storyfile.EditionTag(name, base); ok {
		return true
	}
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() || info.Size() > mostSearched {
		return false
	}
	story, err := os.ReadFile(path)
	return err == nil && bytes.Contains(story, []byte(name))
}
