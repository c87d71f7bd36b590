package storyfile

import (
	"bytes"
	"errors"
	"strings"

	"barline/data"
	"barline/data/csvtree"
	"barline/data/parquetrows"
	"barline/data/tree"
	"barline/data/yamltree"
)

// MostInTree is how many events a table may have to be written out as a story
// file, of some megabytes.
const MostInTree = 50_000

// Decode reads the contents of the file of this name: JSON, YAML or a table by
// the name's extension (.json, .yaml, .yml, .csv, .tsv, .parquet), else JSON if
// the contents begin with {, else YAML. It also returns the tree, from which the
// story can be written out again; it is nil for tables of more than MostInTree
// events. Its errors are of type [*data.FileError].
func Decode(name string, contents []byte) (*data.Story, *tree.Node, error) {
	return DecodeWith(nil, name, contents)
}

// DecodeWith is Decode for somebody who reads a file again and again as it changes: r,
// which may be nil, remembers what it says. The tree may not be changed.
func DecodeWith(r *yamltree.Reader, name string, contents []byte) (*data.Story, *tree.Node, error) {
	story, root, err := decode(r, name, contents)
	if err != nil {
		return nil, nil, asFileError(name, err)
	}
	return story, root, nil
}

// DecodeTable makes a story of the table in the file of this name, as Decode does.
func DecodeTable(name string, table *csvtree.Table) (*data.Story, *tree.Node, error) {
	story, root, err := decodeTable(table)
	if err != nil {
		return nil, nil, asFileError(name, err)
	}
	return story, root, nil
}

// DecodeTheme reads the file of a theme, YAML or JSON as a story's. Its errors are of
// type [*data.FileError].
func DecodeTheme(name string, contents []byte) (data.Theme, error) {
	parse := yamltree.Parse
	if IsJSON(name, contents) {
		parse = tree.ParseJSON
	}
	root, err := parse(contents)
	if err != nil {
		return data.Theme{}, asFileError(name, err)
	}
	theme, err := data.DecodeTheme(root)
	if err != nil {
		return data.Theme{}, asFileError(name, err)
	}
	return theme, nil
}

// asFileError names the file that an error is about.
func asFileError(name string, err error) error {
	problems, ok := errors.AsType[data.Problems](err)
	if !ok {
		problems = data.Problems{data.ProblemOf(err)}
	}
	return &data.FileError{File: name, Problems: problems}
}

func decode(r *yamltree.Reader, name string, contents []byte) (*data.Story, *tree.Node, error) {
	var root *tree.Node
	var err error
	switch {
	case hasEnding(name, ".csv", ".tsv"):
		table, err := csvtree.ReadCSV(name, contents)
		if err != nil {
			return nil, nil, err
		}
		return decodeTable(table)
	case hasEnding(name, ".parquet"):
		table, err := parquetrows.Read(name, contents)
		if err != nil {
			return nil, nil, err
		}
		return decodeTable(table)
	case IsJSON(name, contents):
		root, err = tree.ParseJSON(contents)
	default:
		root, err = r.Parse(contents)
	}
	if err != nil {
		return nil, nil, err
	}
	story, err := data.DecodeTree(root)
	return story, root, err
}

// decodeTable makes a tree of a table, or events without one if they are many.
func decodeTable(table *csvtree.Table) (*data.Story, *tree.Node, error) {
	if table.Len() <= MostInTree {
		root := table.Tree()
		story, err := data.DecodeTree(root)
		return story, root, err
	}
	head, err := data.DecodeHead(table.Head())
	if err != nil {
		return nil, nil, err
	}
	story, err := head.With(table.Len(), ahead(table.Events()))
	return story, nil, err
}

func hasEnding(name string, endings ...string) bool {
	for _, e := range endings {
		if len(name) >= len(e) && strings.EqualFold(name[len(name)-len(e):], e) {
			return true
		}
	}
	return false
}

// IsJSON reports whether a story file of this name and these contents, which is no table, is
// read as JSON.
func IsJSON(name string, contents []byte) bool {
	switch {
	case hasEnding(name, ".json"):
		return true
	case hasEnding(name, ".yaml", ".yml"):
		return false
	}
	contents = bytes.TrimPrefix(contents, []byte("\ufeff"))
	return bytes.HasPrefix(bytes.TrimLeft(contents, " \t\r\n"), []byte("{"))
}
