package sheet

import (
	"fmt"
	"strings"

	"barline/importer/draft"
)

// Limits of a table. A spreadsheet has at most as many columns; cells are counted
// once those at the ends of rows that are empty are gone.
const (
	maxColumns = 16384
	maxCells   = 16_000_000
	maxRows    = 5_000_000
)

// grid is the cells of a file as they stand there, before anything is known of
// headers. Empty cells beyond the
// widest row are not kept.
type grid struct {
	rows []gridRow
	// empty counts rows that are there but hold nothing, emptyColumns the columns
	// behind the last one with anything in it.
	empty, emptyColumns int
	// ragged says that the file writes every cell, so that rows of other lengths
	// are worth a remark. Workbooks leave empty cells out.
	ragged  bool
	cells   int
	width   int // of the widest row
	store   []Cell
	remarks []draft.Remark
}

type gridRow struct {
	line    int
	written int // cells, with the empty ones at the end
	cells   []Cell
}

// add keeps a row. The cells are copied.
func (g *grid) add(line int, cells []Cell) error {
	all, written := cells, len(cells)
	for len(cells) > 0 && cells[len(cells)-1] == (Cell{}) {
		cells = cells[:len(cells)-1]
	}
	if len(cells) == 0 {
		if written > 1 {
			g.empty++
		}
		return nil
	}
	if len(cells) > maxColumns {
		return at(line, fmt.Sprintf("%d columns", len(cells)), fmt.Sprintf("a table has at most %d; give one row to each event, or leave columns out", maxColumns))
	}
	if len(g.rows) == maxRows {
		return at(line, fmt.Sprintf("more than %d rows", maxRows), "leave out rows that no reader needs")
	}
	// Empty cells up to the widest row before are kept all the same: the row need not
	// be copied to get them later.
	g.width = max(g.width, len(cells))
	cells = all[:max(len(cells), min(g.width, written))]
	if g.cells += len(cells); g.cells > maxCells {
		return at(line, fmt.Sprintf("more than %d cells", maxCells), "leave out columns and rows that no reader needs")
	}
	const block = 4096
	if len(cells) > cap(g.store)-len(g.store) {
		g.store = make([]Cell, 0, max(block, len(cells)))
	}
	from := len(g.store)
	g.store = append(g.store, cells...)
	g.rows = append(g.rows, gridRow{line, written, g.store[from:len(g.store):len(g.store)]})
	return nil
}

func (g *grid) remark(kind draft.RemarkKind, line int, value, text string) {
	g.remarks = append(g.remarks, draft.Remark{Line: line, Kind: kind, Value: value, Text: text})
}

// filled counts the cells with anything in them.
func (r gridRow) filled() (n int) {
	for _, c := range r.cells {
		if c.Text != "" {
			n++
		}
	}
	return n
}

// used is how many cells there are up to the last one with anything in it.
func (r gridRow) used() int {
	n := len(r.cells)
	for n > 0 && r.cells[n-1] == (Cell{}) {
		n--
	}
	return n
}

func (r gridRow) cell(i int) Cell {
	if i < len(r.cells) {
		return r.cells[i]
	}
	return Cell{}
}

// tidy trims the text of a cell and makes \n of its line breaks.
func tidy(s string) string {
	s = strings.TrimSpace(s)
	plain := true
	for i := range len(s) {
		if c := s[i]; c < ' ' && c != '\n' && c != '\t' || c == 0xe2 || c == 0xc2 || c == 0xef {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	if strings.ContainsAny(s, "\r\v\f\u0085\u2028\u2029") {
		s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n").Replace(s)
	}
	return strings.Trim(s, " \t\n\u00a0\u200b\ufeff")
}

// some names lines for a message: "lines 3, 4, 9 and 12 more".
func some(lines []int) string {
	const most = 5
	if len(lines) == 1 {
		return fmt.Sprintf("line %d", lines[0])
	}
	var out strings.Builder
	out.WriteString("lines ")
	for i, line := range lines {
		switch {
		case i == most:
			fmt.Fprintf(&out, " and %d more", len(lines)-most)
			return out.String()
		case i > 0 && i == len(lines)-1:
			out.WriteString(" and ")
		case i > 0:
			out.WriteString(", ")
		}
		fmt.Fprint(&out, line)
	}
	return out.String()
}

// count says how many there are of a thing: "1 row", "3 rows".
func count(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %ss", n, one)
}

// shortened is a name that a message can hold.
func shortened(s string) string {
	const most = 60
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}
