package parquetrows

import (
	"bytes"
	"encoding/json"

	"barline/data/csvtree"
	"barline/data/tree"
)

// Handed is a file as another program has read it, for programs without the library for
// Parquet: the desk's worker, which has a program of its own for such files.
type Handed struct {
	// Rows are those of a table of ours, the names of its columns first; Fault says why it
	// is none.
	Rows  [][]string
	Fault *tree.Error
	// Sheet is the table of any columns, as package sheet writes it; SheetFault says why
	// there is none.
	Sheet      json.RawMessage
	SheetFault *tree.Error
}

// magic begins what is handed over, like every file in Parquet, in which no { follows it.
const magic = "PAR1"

// Append writes what is handed over.
func (h *Handed) Append(to []byte) ([]byte, error) {
	text, err := json.Marshal(h)
	return append(append(to, magic...), text...), err
}

// HandedOver reads what Append wrote; nil: it is something else.
func HandedOver(contents []byte) *Handed {
	text, is := bytes.CutPrefix(contents, []byte(magic+"{"))
	if !is {
		return nil
	}
	var h Handed
	if json.Unmarshal(append([]byte("{"), text...), &h) != nil {
		return nil
	}
	return &h
}

// Table is the table of ours, as Read reads it from the file itself.
func (h *Handed) Table(name string) (*csvtree.Table, error) {
	if h.Fault != nil {
		return nil, h.Fault
	}
	return csvtree.Read(name, func(yield func([]csvtree.Cell, error) bool) {
		for i, row := range h.Rows {
			cells := make([]csvtree.Cell, len(row))
			for k, text := range row {
				cells[k] = csvtree.Cell{Text: text, Line: i + 1, Column: k + 1}
			}
			if !yield(cells, nil) {
				return
			}
		}
	})
}
