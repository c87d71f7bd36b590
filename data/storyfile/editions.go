package storyfile

import (
	"path"
	"strings"

	"barline/data"
	"barline/data/tree"
)

// Edition is a story in another language.
type Edition struct {
	File  string
	Story *data.Story
	Root  *tree.Node
}

// MayHaveEditions reports whether a file of a name may have editions beside it: tables
// have none.
func MayHaveEditions(story string) bool {
	switch strings.ToLower(path.Ext(story)) {
	case ".yaml", ".yml", ".json":
		return true
	}
	return false
}

// EditionTag is the language in the name of an edition of the story of a name:
// story.nb.yaml is one of story.yaml.
func EditionTag(name, story string) (tag string, ok bool) {
	if !MayHaveEditions(story) {
		return "", false
	}
	ending := path.Ext(story)
	rest, ok := strings.CutPrefix(name, strings.TrimSuffix(story, ending)+".")
	if !ok {
		return "", false
	}
	tag, ok = strings.CutSuffix(rest, ending)
	return tag, ok && data.IsLanguage(tag)
}

// EditionName is the name of the edition of a story in a language.
func EditionName(story, lang string) string {
	ending := path.Ext(story)
	return strings.TrimSuffix(story, ending) + "." + lang + ending
}

// Editions finds a story's editions among the files of its folder. A file that is in
// another language than its name says is none: it may be a copy, and a line says so. Its
// errors are of type [*data.FileError], or those of read.
func Editions(story *data.Story, file string, names []string, read func(name string) ([]byte, error)) (found []Edition, leftOut []string, err error) {
	folder, base := path.Split(file)
	for _, name := range names {
		tag, ok := EditionTag(name, base)
		if !ok {
			continue
		}
		contents, err := read(name)
		if err != nil {
			return nil, nil, err
		}
		at := folder + name
		s, root, err := Decode(at, contents)
		if err != nil {
			return nil, nil, err
		}
		if !strings.EqualFold(s.Lang(), tag) {
			leftOut = append(leftOut, at+" is left out: its name says "+tag+", its lang "+s.Lang()+"; make both the same if it is an edition")
			continue
		}
		if problems := Disagreement(story, s, root, tag); len(problems) > 0 {
			return nil, nil, &data.FileError{File: at, Problems: problems}
		}
		found = append(found, Edition{at, s, root})
	}
	return found, leftOut, nil
}

// Disagreement is where an edition says something else than its story.
func Disagreement(story, edition *data.Story, root *tree.Node, tag string) data.Problems {
	problems := data.Agree(story, edition, root)
	if strings.EqualFold(edition.Lang(), story.Lang()) {
		problems = append(problems, data.Problem{Path: "lang", What: "the story is in " + tag + " itself", Fix: "remove one of them, or give one another lang"})
	}
	return problems
}
