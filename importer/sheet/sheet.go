// Package sheet reads tables as people have them: text of any encoding with any
// separator, workbooks, Parquet. It finds the header and says how it read the file;
// what the columns mean is not its business.
//
//	bytes -> decode -> separators, records \
//	bytes -> workbook                       > grid -> Sheet
//	bytes -> Parquet                       /
package sheet

import (
	"bytes"

	"barline/importer/draft"
)

// Sheet is a table: a name for each column, and rows of as many cells.
type Sheet struct {
	Name     string   // the worksheet's
	Columns  []string // trimmed; "" where a column has no name; all "" if there is no header
	Header   int      // the header's line, or 0 if there is none
	Above    []string // the texts of title rows above the header
	Rows     []Row
	Encoding string // "UTF-8", "Windows-1252", "UTF-16", … ; "" for workbooks and Parquet
	Format   string // "CSV", "TSV", "semicolons", "pipes", "XLSX", "Parquet", "JSON"
	Remarks  []draft.Remark
}

// Row is a row with anything in it.
type Row struct {
	// Line is the one in the file, from 1: of a quoted cell with line breaks, the
	// first. In workbooks it is the row's number, in Parquet that plus one: names
	// of columns are line 1.
	Line  int
	Cells []Cell
}

// Cell is one value.
type Cell struct {
	Text string // trimmed, line breaks as \n
	// Date is the EDTF of a cell that the file itself types as a date or time
	// (a styled number of a workbook, a timestamp of Parquet), else "". It says
	// what the cell shows and no more: a cell styled as a year is a year.
	Date string
	Link string // the address behind the cell, or ""
}

// Options are what the one who imports said.
type Options struct {
	Sheet string // the worksheet to read; "" is the first with a table
}

// Read reads a table by what is in it. name only helps messages. Its errors are of
// type [*tree.Error] and say line and fix.
func Read(name string, contents []byte, o Options) (*Sheet, error) {
	switch {
	case len(bytes.TrimSpace(contents)) == 0:
		return nil, refuse("the file is empty", "give one with a table in it")
	case bytes.HasPrefix(contents, []byte("PAR1")):
		return readParquet(contents)
	case bytes.HasPrefix(contents, []byte("PK\x03\x04")):
		return readWorkbook(contents, o)
	}
	d, err := decode(contents)
	if err != nil {
		return nil, err
	}
	return readText(d)
}

// Text decodes bytes of any encoding: UTF-8 and UTF-16 with and without mark,
// UTF-32 with it, and the encodings of Windows, ISO, Mac and DOS for Western and
// Central European, Cyrillic, Arabic and Turkish letters. encoding names the one that was
// taken. Files that are no text give an error of type [*tree.Error] that says what
// they are.
func Text(contents []byte) (text, encoding string, err error) {
	d, err := decode(contents)
	return d.text, d.encoding, err
}
