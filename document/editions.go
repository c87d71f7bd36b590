package document

import (
	"os"
	"path/filepath"

	"barline/data"
	"barline/data/storyfile"
)

// Editions finds the story in other languages: files beside it whose names have a
// language before the ending, story.nb.yaml beside story.yaml. A file that is in
// another language than its name says is none, for it may be a copy; leftOut says so.
func Editions(path string, story *data.Story) (found []storyfile.Edition, leftOut []string, err error) {
	if !storyfile.MayHaveEditions(path) {
		return nil, nil, nil // its folder may be one that cannot be listed
	}
	folder := filepath.Dir(path)
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, nil, err
	}
	var names []string
	for _, e := range entries {
		if !e.IsDir() {
			names = append(names, e.Name())
		}
	}
	return storyfile.Editions(story, filepath.ToSlash(path), names, func(name string) ([]byte, error) {
		return os.ReadFile(filepath.Join(folder, name))
	})
}
