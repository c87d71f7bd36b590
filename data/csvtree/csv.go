package csvtree

import (
	"bytes"
	"iter"

	"barline/data/tree"
)

// MaxBytes is the size of the largest table that is read: some millions of
// events.
const MaxBytes = 512 << 20

// Cell is a value with its place.
type Cell struct {
	Text         string
	Line, Column int
}

// Rows are those of a table, the header first, each at least one cell. They can
// be gone through again and again. The error, of type [*tree.Error], is the last
// thing they give; a row's cells are good until the next row comes.
type Rows iter.Seq2[[]Cell, error]

// Parse reads a table into one tree. name is its file's name: a table has no
// name, headline or source of its own, and takes them from there. Its errors
// are of type [*tree.Error].
func Parse(name string, text []byte) (*tree.Node, error) {
	t, err := ReadCSV(name, text)
	if err != nil {
		return nil, err
	}
	return t.Tree(), nil
}

// ReadCSV reads a table in CSV. Cells are separated by commas, semicolons or
// tabs, whichever the header row has most of. Its errors are of type
// [*tree.Error].
func ReadCSV(name string, text []byte) (*Table, error) {
	if err := tree.CheckWithin(text, MaxBytes); err != nil {
		return nil, err
	}
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	return Read(name, func(yield func([]Cell, error) bool) { records(text, yield) })
}
