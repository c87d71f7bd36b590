package csvtree

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"barline/data/tree"
)

// pieceBytes is about how much of a text is cut into rows at once.
const pieceBytes = 1 << 18

// records goes through the rows of a text, which a splitter cuts. From the first row on
// that is no CSV, encoding/csv reads the rest, and says what is wrong.
func records(text []byte, yield func([]Cell, error) bool) {
	split(text, separator(text), pieceBytes, yield)
}

// split is records with its separator, and with pieces of about a size.
func split(text []byte, comma byte, size int, yield func([]Cell, error) bool) {
	s := splitter{comma: comma, line: 1}
	for at := 0; at < len(text); {
		end := pieceEnd(text, at, size)
		s.rest = string(text[at:end])
		for s.next() {
			if !yield(s.cells, nil) {
				return
			}
		}
		if at = end - len(s.rest); s.strange {
			slowRecords(text[at:], comma, s.line, yield)
			return
		}
	}
}

// pieceEnd is where a piece of a text ends that begins at a place: after the last line
// that is whole. A row of several lines may go on beyond it; then the piece after it
// begins with that row, and is longer.
func pieceEnd(text []byte, at, size int) int {
	for ; at+size < len(text); size *= 2 {
		if n := lastRow(text[at : at+size]); n > 0 {
			return at + n
		}
	}
	return len(text)
}

// lastRow is where the last whole row of a piece ends, 0 if none does. Quotation marks
// come in pairs within a row, so that a line break after an odd number of them is inside
// a cell.
func lastRow(piece []byte) int {
	end, quoted := 0, false
	for i := 0; i < len(piece); {
		line := bytes.IndexByte(piece[i:], '\n')
		if line < 0 {
			break
		}
		if bytes.Count(piece[i:i+line], []byte{'"'})%2 != 0 {
			quoted = !quoted
		}
		if i += line + 1; !quoted {
			end = i
		}
	}
	return end
}

// splitter cuts text into rows as encoding/csv does. Cells are parts of the text, which
// outlive their row, and nothing is copied but cells with doubled quotation marks in
// them. It stops at a row that is no CSV, which rest then begins with.
type splitter struct {
	comma   byte
	rest    string
	line    int // of rest's beginning, from 1
	cells   []Cell
	strange bool // rest begins with a row that is no CSV
}

// next cuts off one row; blank lines are none.
func (s *splitter) next() bool {
	for s.rest != "" {
		end := strings.IndexByte(s.rest, '\n')
		if end < 0 {
			end = len(s.rest)
		}
		line := strings.TrimSuffix(s.rest[:end], "\r")
		if line != "" {
			if strings.IndexByte(line, '"') >= 0 {
				return s.quotedRow()
			}
			s.plainRow(line)
		}
		s.rest = s.rest[min(len(s.rest), end+1):]
		s.line++
		if line != "" {
			return true
		}
	}
	return false
}

// plainRow cuts a line without quotation marks.
func (s *splitter) plainRow(line string) {
	s.cells = s.cells[:0]
	from := 0
	for i := range len(line) {
		if line[i] == s.comma {
			s.cells = append(s.cells, Cell{line[from:i], s.line, from + 1})
			from = i + 1
		}
	}
	s.cells = append(s.cells, Cell{line[from:], s.line, from + 1})
}

// quotedRow cuts a row some cells of which are in quotation marks. It reports false, and
// takes nothing, where these stand otherwise than CSV has them.
func (s *splitter) quotedRow() bool {
	s.cells = s.cells[:0]
	rest, line, column := s.rest, s.line, 1
	for {
		cell := Cell{Line: line, Column: column}
		quoted := rest != "" && rest[0] == '"'
		var size int
		if quoted {
			var ok bool
			if cell.Text, size, ok = unquoted(rest); !ok {
				s.strange = true
				return false
			}
			if breaks := strings.Count(rest[:size], "\n"); breaks > 0 {
				line += breaks
				column = size - strings.LastIndexByte(rest[:size], '\n')
			} else {
				column += size
			}
		} else {
			for size < len(rest) && rest[size] != s.comma && rest[size] != '\n' && rest[size] != '"' {
				size++
			}
			if size < len(rest) && rest[size] == '"' {
				s.strange = true
				return false
			}
			cell.Text = rest[:size]
			if last := size == len(rest) || rest[size] == '\n'; last {
				cell.Text = strings.TrimSuffix(cell.Text, "\r")
			}
			column += size
		}
		s.cells = append(s.cells, cell)
		rest = rest[size:]
		if rest != "" && rest[0] == s.comma {
			rest, column = rest[1:], column+1
			continue
		}
		if quoted && (rest == "\r" || strings.HasPrefix(rest, "\r\n")) {
			rest = rest[1:]
		}
		if rest != "" && rest[0] != '\n' {
			s.strange = true
			return false
		}
		s.rest, s.line = strings.TrimPrefix(rest, "\n"), line+1
		return true
	}
}

// unquoted is the text of a cell that begins with a quotation mark, and how long it is
// with its marks; ok is false if it does not end. Line breaks are \n in it.
func unquoted(s string) (text string, size int, ok bool) {
	double := false
	for i := 1; ; {
		n := strings.IndexByte(s[i:], '"')
		if n < 0 {
			return "", 0, false
		}
		if i += n; i+1 == len(s) || s[i+1] != '"' {
			if text = s[1:i]; double {
				text = strings.ReplaceAll(text, `""`, `"`)
			}
			if strings.IndexByte(text, '\r') >= 0 {
				text = strings.ReplaceAll(text, "\r\n", "\n")
			}
			return text, i + 1, true
		}
		double = true
		i += 2
	}
}

// slowRecords goes through the rows of a text that begins on a line, by encoding/csv,
// which finds what is wrong.
func slowRecords(text []byte, comma byte, first int, yield func([]Cell, error) bool) {
	reader := csv.NewReader(bytes.NewReader(text))
	reader.Comma = rune(comma)
	reader.FieldsPerRecord = -1
	reader.ReuseRecord = true
	var cells []Cell
	for {
		record, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return
		}
		if fault, ok := errors.AsType[*csv.ParseError](err); ok {
			err = &tree.Error{Line: first - 1 + fault.Line, Column: max(1, fault.Column), What: "this is no CSV: " + fault.Err.Error(),
				Fix: `put "…" around a cell that holds quotation marks, and write "" for each of them`}
		}
		cells = cells[:0]
		for i, text := range record {
			line, column := reader.FieldPos(i)
			cells = append(cells, Cell{text, first - 1 + line, column})
		}
		if !yield(cells, err) || err != nil {
			return
		}
	}
}

// separator is what the first line has most of.
func separator(text []byte) byte {
	line, _, _ := bytes.Cut(text, []byte("\n"))
	best := byte(',')
	for _, c := range []byte(";\t") {
		if bytes.Count(line, []byte{c}) > bytes.Count(line, []byte{best}) {
			best = c
		}
	}
	return best
}
