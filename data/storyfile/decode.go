package storyfile

import (
	"bytes"
	"errors"
	"strings"

	"barline/data"
	"barline/data/csvtree"
	"barline/data/tree"
	"barline/data/yamltree"
)

// Decode reads the contents of the file of this name: JSON, YAML or a
// table by the name's extension (.json, .yaml, .yml, .csv, .tsv), else JSON if
// the contents begin with {, else YAML. It also returns the tree, from which the story can be written
// out again. Its errors are of type [*data.FileError].
func Decode(name string, contents []byte) (*data.Story, *tree.Node, error) {
	parse := yamltree.Parse
	switch {
	case isTable(name):
		parse = func(text []byte) (*tree.Node, error) { return csvtree.Parse(name, text) }
	case isJSON(name, contents):
		parse = tree.ParseJSON
	}
	root, err := parse(contents)
	if err != nil {
		return nil, nil, &data.FileError{File: name, Problems: data.Problems{data.ProblemOf(err)}}
	}
	story, err := data.DecodeTree(root)
	if problems, ok := errors.AsType[data.Problems](err); ok {
		return nil, nil, &data.FileError{File: name, Problems: problems}
	}
	return story, root, err
}

// isTable reports whether the file of this name holds a table of events.
func isTable(name string) bool {
	lower := strings.ToLower(name)
	return strings.HasSuffix(lower, ".csv") || strings.HasSuffix(lower, ".tsv")
}

func isJSON(name string, contents []byte) bool {
	lower := strings.ToLower(name)
	switch {
	case strings.HasSuffix(lower, ".json"):
		return true
	case strings.HasSuffix(lower, ".yaml"), strings.HasSuffix(lower, ".yml"):
		return false
	}
	contents = bytes.TrimPrefix(contents, []byte("\ufeff"))
	return bytes.HasPrefix(bytes.TrimLeft(contents, " \t\r\n"), []byte("{"))
}
