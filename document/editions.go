package document

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"barline/data"
	"barline/data/storyfile"
	"barline/data/tree"
)

// Edition is a story in another language, in a file beside it.
type Edition struct {
	Path  string
	Story *data.Story
	Root  *tree.Node
}

// Editions finds the story in other languages: files beside it whose names have a
// language before the ending, story.nb.yaml beside story.yaml. A file that is in
// another language than its name says is none, for it may be a copy; leftOut says so.
func Editions(path string, story *data.Story) (found []Edition, leftOut []string, err error) {
	ending := filepath.Ext(path)
	switch strings.ToLower(ending) {
	case ".yaml", ".yml", ".json":
	default:
		return nil, nil, nil
	}
	stem := strings.TrimSuffix(filepath.Base(path), ending)
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return nil, nil, err
	}
	for _, e := range entries {
		tag, ok := EditionTag(e.Name(), stem, ending)
		if !ok || e.IsDir() {
			continue
		}
		other := filepath.Join(filepath.Dir(path), e.Name())
		contents, err := os.ReadFile(other)
		if err != nil {
			return nil, nil, err
		}
		s, root, err := storyfile.Decode(other, contents)
		if err != nil {
			return nil, nil, err
		}
		if !strings.EqualFold(s.Lang(), tag) {
			leftOut = append(leftOut, fmt.Sprintf("%s is left out: its name says %s, its lang %s; make both the same if it is an edition", other, tag, s.Lang()))
			continue
		}
		problems := data.Agree(story, s, root)
		if strings.EqualFold(s.Lang(), story.Lang()) {
			problems = append(problems, data.Problem{Path: "lang", What: "the story is in " + tag + " itself", Fix: "remove one of them, or give one another lang"})
		}
		if len(problems) > 0 {
			return nil, nil, &data.FileError{File: other, Problems: problems}
		}
		found = append(found, Edition{Path: other, Story: s, Root: root})
	}
	return found, leftOut, nil
}

// EditionTag is the language in the name of an edition of the story whose file's name
// is stem and ending.
func EditionTag(name, stem, ending string) (tag string, ok bool) {
	rest, ok := strings.CutPrefix(name, stem+".")
	if !ok {
		return "", false
	}
	tag, ok = strings.CutSuffix(rest, ending)
	return tag, ok && data.IsLanguage(tag)
}
