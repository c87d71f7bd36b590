package sheet

import (
	"fmt"
	"strings"

	"barline/data/tree"
)

// records goes through the rows of separated text. It takes what spreadsheets and
// people write: cells in quotation marks with doubled ones and line breaks inside,
// single quotation marks in cells without, lines that end in CR, LF or both.
//
//	r := records{text: text, separator: ','}
//	for r.next() { use r.line, r.cells }
//	r.err
type records struct {
	text      string
	separator byte // 0: every line is one cell

	at   int // in text
	row  int // the line that comes next, from 1, minus 1
	line int // where the record begins, from 1
	// fields are the cells, good until next.
	fields []string
	quoted int // how many stood in quotation marks
	// sloppy are lines with quotation marks that are not doubled inside a cell in
	// quotation marks.
	sloppy []int
	err    error
}

// next reads a record, a blank line too. Afterwards err is nil at the end.
func (r *records) next() bool {
	if r.err != nil || r.at >= len(r.text) {
		return false
	}
	r.row++
	r.line = r.row
	r.fields, r.quoted = r.fields[:0], 0
	for {
		text, ok := r.field()
		if !ok {
			return false
		}
		if len(r.fields) >= maxWritten {
			r.err = at(r.line, fmt.Sprintf("more than %d cells", maxWritten), "give one row to each event; this may be a table turned on its side, or another separator")
			return false
		}
		r.fields = append(r.fields, text)
		if r.at >= len(r.text) {
			return true
		}
		switch r.text[r.at] {
		case '\r':
			r.at++
			if r.at < len(r.text) && r.text[r.at] == '\n' {
				r.at++
			}
			return true
		case '\n':
			r.at++
			return true
		}
		r.at++ // the separator
	}
}

// maxWritten is how many cells a row may have, the empty ones counted: more is no
// table, and takes room before it is known to be empty.
const maxWritten = 1 << 20

// field reads one cell up to the separator or the end of the line.
func (r *records) field() (string, bool) {
	from := r.at
	// Spaces before a quotation mark are padding.
	open := from
	for open < len(r.text) && (r.text[open] == ' ' || r.text[open] == '\t' && r.separator != '\t') {
		open++
	}
	if open < len(r.text) && r.text[open] == '"' {
		if text, ok, literal := r.quotedField(open); !literal {
			return text, ok
		}
	}
	r.at = from + r.endOfBare(r.text[from:])
	return r.text[from:r.at], true
}

// endOfBare is where a cell without quotation marks ends.
func (r *records) endOfBare(s string) int {
	for i := range len(s) {
		if c := s[i]; c == '\n' || c == '\r' || c == r.separator && c != 0 {
			return i
		}
	}
	return len(s)
}

// quotedField reads a cell in quotation marks, which open at a place. literal is
// true for one that only begins with words in them: "Yes" was the answer.
func (r *records) quotedField(open int) (text string, ok, literal bool) {
	var built strings.Builder
	rows, startRow := 0, r.row
	from := open + 1
	for i := from; ; {
		j := strings.IndexAny(r.text[i:], "\"\n\r")
		if j < 0 {
			r.err = &tree.Error{Line: startRow, Column: r.column(open), What: "the quotation mark that opens here is never closed",
				Fix: `close it, or write "" for a quotation mark that is part of the text`}
			return "", false, false
		}
		i += j
		if c := r.text[i]; c != '"' {
			if c == '\r' && i+1 < len(r.text) && r.text[i+1] == '\n' {
				i++
			}
			rows++
			i++
			continue
		}
		if i+1 < len(r.text) && r.text[i+1] == '"' {
			built.WriteString(r.text[from : i+1])
			i += 2
			from = i
			continue
		}
		if end, closes := r.closes(i + 1); closes {
			r.at = end
			r.row += rows
			r.quoted++
			if built.Len() == 0 {
				return r.text[from:i], true, false
			}
			built.WriteString(r.text[from:i])
			return built.String(), true, false
		}
		// A quotation mark in the middle.
		if rows > 0 && i > 0 && (r.text[i-1] == r.separator || r.text[i-1] == '\n' || r.text[i-1] == '\r') {
			r.err = &tree.Error{Line: startRow, Column: r.column(open), What: fmt.Sprintf("the quotation mark that opens here is not closed before line %d, where another cell begins with one", startRow+rows),
				Fix: `close it, or write "" for a quotation mark that is part of the text`}
			return "", false, false
		}
		if rows == 0 && built.Len() == 0 && !r.quotedAgain(i+1) {
			return "", false, true
		}
		if n := len(r.sloppy); n == 0 || r.sloppy[n-1] != startRow {
			r.sloppy = append(r.sloppy, startRow)
		}
		i++
	}
}

// closes reports whether a cell ends behind its closing quotation mark, and where.
func (r *records) closes(i int) (end int, ok bool) {
	for i < len(r.text) && (r.text[i] == ' ' || r.text[i] == '\t' && r.separator != '\t') {
		i++
	}
	if i == len(r.text) {
		return i, true
	}
	c := r.text[i]
	return i, c == '\n' || c == '\r' || c == r.separator && c != 0
}

// quotedAgain reports whether another quotation mark stands in the cell.
func (r *records) quotedAgain(i int) bool {
	for ; i < len(r.text); i++ {
		switch c := r.text[i]; {
		case c == '"':
			return true
		case c == '\n' || c == '\r' || c == r.separator && c != 0:
			return false
		}
	}
	return false
}

// column is where a byte stands in its line, from 1, in characters.
func (r *records) column(offset int) int {
	line := r.text[strings.LastIndexAny(r.text[:offset], "\r\n")+1 : offset]
	return len([]rune(line)) + 1
}

// at is an error about a line.
func at(line int, what, fix string) error {
	return &tree.Error{Line: line, Column: 1, What: what, Fix: fix}
}
