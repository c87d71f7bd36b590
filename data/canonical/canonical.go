package canonical

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"

	"barline/data"
	"barline/data/storyfile"
	"barline/data/tree"
	"barline/data/yamltree"
)

// Story is the canonical form of the story file of this name, which may be YAML or
// JSON. Its errors are of type [*data.FileError]; a file that is no story has none.
// Ends of lines stay those of the file; a byte order mark goes.
func Story(name string, contents []byte) ([]byte, error) {
	if _, _, err := storyfile.Decode(name, contents); err != nil {
		return nil, err
	}
	form, parse := ofYAML, yamltree.Parse
	if storyfile.IsJSON(name, contents) {
		form, parse = ofJSON, tree.ParseJSON
	}
	text := bytes.TrimPrefix(contents, []byte("\ufeff"))
	hasCRLF := bytes.Contains(text, []byte("\r\n"))
	text = bytes.ReplaceAll(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))
	out, err := form(text)
	if err == nil {
		err = sameStory(parse, contents, out)
	}
	if _, placed := errors.AsType[*tree.Error](err); err != nil && !placed {
		err = fmt.Errorf("this file cannot be put into canonical form: %w; it was left as it is", err)
	}
	if err != nil {
		return nil, &data.FileError{File: name, Problems: data.Problems{data.ProblemOf(err)}}
	}
	if hasCRLF {
		out = bytes.ReplaceAll(out, []byte("\n"), []byte("\r\n"))
	}
	return out, nil
}

// sameStory makes sure that two texts say the same, but for the order of fields.
func sameStory(parse func([]byte) (*tree.Node, error), was, is []byte) error {
	before, err := parse(was)
	if err != nil {
		return err
	}
	after, err := parse(is)
	if err != nil || !bytes.Equal(sorted(before), sorted(after)) {
		return errors.New("it would say something else")
	}
	return nil
}

// sorted is a tree as JSON with the fields in order of their names.
func sorted(n *tree.Node) []byte {
	var sort func(n *tree.Node)
	sort = func(n *tree.Node) {
		slices.SortStableFunc(n.Fields, func(a, b tree.Field) int { return cmp.Compare(a.Key, b.Key) })
		for _, f := range n.Fields {
			sort(f.Value)
		}
		for _, item := range n.Items {
			sort(item)
		}
	}
	sort(n)
	return tree.AppendJSON(nil, n)
}

// place is where a field stands among those of its set.
func place(set, field string) int {
	at := slices.Index(data.FieldsOf(set), field)
	if at < 0 {
		at = len(data.FieldsOf(set))
	}
	return at
}

// most is how wide a line may be, in characters, before it is broken.
const most = 100
