//go:build !desk

package parquetrows

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"

	"barline/data/csvtree"
	"barline/data/tree"
)

// Limits of a file: some millions of events. What a file says of itself is not
// believed beyond them.
const (
	maxRows  = 20_000_000
	maxBytes = 4 << 30 // unpacked
)

const fix = "write it again with the columns of a table of events, or as CSV"

// Read reads a table. name is its file's name, as for csvtree. Its errors are of
// type [*tree.Error].
func Read(name string, contents []byte) (t *csvtree.Table, err error) {
	// The library panics over some damaged files.
	defer func() {
		if fault := recover(); fault != nil {
			t, err = nil, Damaged(fmt.Errorf("%v", fault))
		}
	}()
	file, err := Open(contents)
	if err != nil {
		return nil, err
	}
	columns, err := columnsOf(file.Schema())
	if err != nil {
		return nil, err
	}
	return csvtree.Read(name, func(yield func([]csvtree.Cell, error) bool) { rows(file, columns, yield) })
}

// Open opens a file of any columns and refuses those that are damaged or beyond the
// limits. Its errors are of type [*tree.Error]. Over some damaged files the library
// panics, here or when rows are read: a caller makes an error of it with [Damaged].
func Open(contents []byte) (*parquet.File, error) {
	if err := checkFooter(contents); err != nil {
		return nil, Damaged(err)
	}
	file, err := parquet.OpenFile(bytes.NewReader(contents), int64(len(contents)), parquet.SkipPageIndex(true), parquet.SkipBloomFilters(true))
	if err != nil {
		return nil, Damaged(err)
	}
	size := int64(0)
	for _, g := range file.Metadata().RowGroups {
		size += max(0, g.TotalByteSize)
		for _, c := range g.Columns {
			// Of a damaged page in LZ4 the library takes more and more memory.
			if c.MetaData.Codec == format.Lz4Raw {
				return nil, &tree.Error{Line: 1, Column: 1, What: "it is compressed with LZ4", Fix: "write it with zstd, snappy, gzip or without compression"}
			}
		}
	}
	if file.NumRows() > maxRows || size > maxBytes {
		return nil, &tree.Error{Line: 1, Column: 1, What: fmt.Sprintf("%d rows of %d MB", file.NumRows(), size>>20), Fix: fmt.Sprintf("a table has at most %d rows of %d MB; leave out what no reader needs", maxRows, maxBytes>>20)}
	}
	return file, nil
}

// checkFooter refuses a file that is shorter than its footer claims to be: the
// library makes room for all of it first.
func checkFooter(contents []byte) error {
	const magic = "PAR1"
	end := len(contents) - len(magic) - 4
	if end < len(magic) || string(contents[end+4:]) != magic {
		return errors.New("it does not end as one")
	}
	if size := binary.LittleEndian.Uint32(contents[end:]); int64(size) > int64(end-len(magic)) {
		return errors.New("it is cut off")
	}
	return nil
}

// Damaged is the error about a file that cannot be read.
func Damaged(err error) error {
	text := err.Error()
	if len(text) > 200 {
		text = text[:200] + "…"
	}
	return &tree.Error{Line: 1, Column: 1, What: "this Parquet file cannot be read: " + strings.ToValidUTF8(text, "?"), Fix: fix}
}

// rows goes through the names of the columns and the rows.
func rows(file *parquet.File, columns []column, yield func([]csvtree.Cell, error) bool) {
	cells := make([]csvtree.Cell, 0, len(columns))
	for i, c := range columns {
		cells = append(cells, csvtree.Cell{Text: c.name, Line: 1, Column: i + 1})
	}
	if !yield(cells, nil) {
		return
	}
	line := 1
	buffer := make([]parquet.Row, 256)
	for _, group := range file.RowGroups() {
		if !readGroup(group, columns, buffer, &line, yield) {
			return
		}
	}
}

func readGroup(group parquet.RowGroup, columns []column, buffer []parquet.Row, line *int, yield func([]csvtree.Cell, error) bool) bool {
	reader := group.Rows()
	defer reader.Close()
	cells := make([]csvtree.Cell, len(columns))
	for {
		n, err := reader.ReadRows(buffer)
		for _, row := range buffer[:n] {
			*line++
			for i := range cells {
				cells[i] = csvtree.Cell{Line: *line, Column: i + 1}
			}
			var fault error
			row.Range(func(leaf int, values []parquet.Value) bool {
				for i := range columns {
					if columns[i].leaf == leaf {
						cells[i].Text, fault = columns[i].text(values, &cells[i])
					}
				}
				return fault == nil
			})
			if !yield(cells, fault) || fault != nil {
				return false
			}
		}
		if errors.Is(err, io.EOF) {
			return true
		}
		if err != nil {
			yield(nil, Damaged(err))
			return false
		}
	}
}
