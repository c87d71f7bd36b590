package storyfile

import (
	"bytes"
	"errors"
	"strings"

	"barline/data"
	"barline/data/tree"
	"barline/data/yamltree"
)

// Decode reads the contents of the file of this name: JSON or YAML by the
// name's extension (.json, .yaml, .yml), else JSON if the contents begin with
// {, else YAML. It also returns the tree, from which the story can be written
// out again. Its errors are of type [*data.FileError].
func Decode(name string, contents []byte) (*data.Story, *tree.Node, error) {
	parse := yamltree.Parse
	if isJSON(name, contents) {
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
