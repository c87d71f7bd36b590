package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"barline/data/storyfile"
	"barline/importer"
	"barline/importer/update"
)

// storyText is what an import writes: the story, what is remembered of it, and what
// changed in a story that was there.
func storyText(r *importer.Result, to importTo) (story, memory []byte, changes []string, err error) {
	ending := filepath.Ext(to.out)
	if !to.update {
		if story, err = notated(r.Root, ending); err != nil {
			return nil, nil, nil, err
		}
		memory, err = update.Of(r.Report.File, r.Root).JSON()
		return story, memory, nil, err
	}
	old, err := os.ReadFile(to.out)
	if err != nil {
		return nil, nil, nil, err
	}
	_, root, err := storyfile.Decode(to.out, old)
	if err != nil {
		return nil, nil, nil, err
	}
	before, known, err := remembered(to.out)
	if err != nil {
		return nil, nil, nil, err
	}
	edits, after, changes := update.Merge(root, before, r.Report.File, r.Root)
	if !known {
		changes = append([]string{memoryOf(to.out) + " is not there: nobody knows what an import wrote before, and all that the story says stays"}, changes...)
	}
	if len(changes) == 0 {
		changes = []string{"nothing has changed"}
	}
	if strings.EqualFold(ending, ".json") {
		story, err = notated(update.Apply(root, edits), ending)
	} else {
		story, err = update.ApplyYAML(old, edits)
	}
	if err != nil {
		return nil, nil, nil, err
	}
	updated, _, err := storyfile.Decode(to.out, story)
	if err != nil {
		return nil, nil, nil, fmt.Errorf("%w\nthe file and what was written by hand do not go together: nothing was written", err)
	}
	r.Story = updated
	memory, err = after.JSON()
	return story, memory, changes, err
}

// remembered is what an import remembers of a story.
func remembered(story string) (m update.Memory, known bool, err error) {
	path := memoryOf(story)
	contents, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return m, false, nil
	}
	if err != nil {
		return m, false, err
	}
	if m, err = update.Parse(contents); err != nil {
		return m, false, fmt.Errorf("%s: %w", path, err)
	}
	return m, true, nil
}
