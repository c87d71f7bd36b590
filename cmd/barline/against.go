package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"barline/check"
	"barline/data/columns"
	"barline/data/storyfile"
)

// published reads what was published of a story before: a story file, or the folder that
// build wrote.
func published(c *cobra.Command, path string, flags *importFlags) (*check.Published, error) {
	info, err := os.Stat(path)
	if err != nil || !info.IsDir() {
		r, err := read(c, path, flags)
		if err != nil {
			return nil, err
		}
		return check.PublishedStory(r.Story), nil
	}
	name := filepath.Join(path, "story.json")
	contents, err := os.ReadFile(name)
	if err == nil {
		s, _, err := storyfile.Decode(name, contents)
		if err != nil {
			return nil, err
		}
		return check.PublishedStory(s), nil
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	return publishedTable(path)
}

// publishedTable reads the events of a folder with many.
func publishedTable(dir string) (*check.Published, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*", "events.*.barline"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("%s: neither story.json nor events.….barline is in it; name the story file that was published, or a folder that barline build wrote", dir)
	}
	if len(files) > 1 {
		return nil, fmt.Errorf("%s: it holds the events of several builds; build with --prune, or name the story file that was published", dir)
	}
	contents, err := os.ReadFile(files[0])
	if err != nil {
		return nil, err
	}
	d := columns.NewDecoder()
	if err := d.Write(contents); err != nil {
		return nil, fmt.Errorf("%s: %w", files[0], err)
	}
	if err := d.Close(); err != nil {
		return nil, fmt.Errorf("%s: %w", files[0], err)
	}
	t := d.Table()
	return &check.Published{Len: t.Len(), Event: t.Event, Corrections: t.Story().Corrections()}, nil
}
