package csvtree

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
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

// records goes through the rows of a text.
func records(text []byte, yield func([]Cell, error) bool) {
	reader := csv.NewReader(bytes.NewReader(text))
	reader.Comma = separator(text)
	reader.FieldsPerRecord = -1
	reader.ReuseRecord = true
	var cells []Cell
	for {
		record, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return
		}
		if fault, ok := errors.AsType[*csv.ParseError](err); ok {
			err = &tree.Error{Line: fault.Line, Column: max(1, fault.Column), What: "this is no CSV: " + fault.Err.Error(),
				Fix: `put "…" around a cell that holds quotation marks, and write "" for each of them`}
		}
		cells = cells[:0]
		for i, text := range record {
			line, column := reader.FieldPos(i)
			cells = append(cells, Cell{text, line, column})
		}
		if !yield(cells, err) || err != nil {
			return
		}
	}
}

// separator is what the first line has most of.
func separator(text []byte) rune {
	line, _, _ := bytes.Cut(text, []byte("\n"))
	best := ','
	for _, r := range ";\t" {
		if bytes.ContainsRune(line, r) && bytes.Count(line, []byte(string(r))) > bytes.Count(line, []byte(string(best))) {
			best = r
		}
	}
	return best
}
