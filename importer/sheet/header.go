package sheet

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"barline/importer/draft"
)

// sheet makes a table of a grid: it finds the header, sets titles apart, drops what
// is empty and says so.
func (g *grid) sheet() (*Sheet, error) {
	if len(g.rows) == 0 {
		return nil, refuse("there is nothing in this table", "give a file with a row for each event")
	}
	s := &Sheet{}
	rows := g.titles(s)
	var header gridRow
	if isHeader(rows) {
		header, rows = rows[0], rows[1:]
		s.Header = header.line
	} else {
		g.remark(draft.Decided, rows[0].line, "", "the first row has values like those below, so the table has no header; name its columns if they are mistaken")
	}
	rows = g.withoutRepeated(header, rows)
	if err := g.square(s, header, rows); err != nil {
		return nil, err
	}
	g.dropColumns(s)
	if g.empty > 0 {
		g.remark(draft.LeftOut, 0, "", count(g.empty, "empty row"))
	}
	g.sameNames(s)
	s.Remarks = g.remarks
	return s, nil
}

// titles takes the rows above the table away and returns the others.
func (g *grid) titles(s *Sheet) []gridRow {
	sample := g.rows[:min(len(g.rows), sampleRows)]
	filled := make([]int, len(sample))
	for i, r := range sample {
		filled[i] = r.filled()
	}
	first := headerAmong(filled)
	// In a table of two columns, the first of which has no name, the header has one
	// cell: the second.
	if first == 1 && filled[0] == 1 && g.rows[0].cell(0).Text == "" && mostCommon(filled) == 2 && g.rows[1].cell(1).Text != "" && len(g.rows[0].cells) == 2 {
		first = 0
	}
	var lines []int
	for _, r := range g.rows[:first] {
		var texts []string
		for _, c := range r.cells {
			if c.Text != "" {
				texts = append(texts, c.Text)
			}
		}
		s.Above = append(s.Above, strings.Join(texts, " "))
		lines = append(lines, r.line)
	}
	if len(lines) > 0 {
		g.remark(draft.Decided, lines[0], strings.Join(s.Above, " / "), some(lines)+" "+stand(lines)+" above the table as its title")
	}
	return g.rows[first:]
}

func stand(lines []int) string {
	if len(lines) == 1 {
		return "stands"
	}
	return "stand"
}

// isHeader reports whether the first row names the columns. It does not if it has
// numbers, dates or addresses where the rows below have the same, or if its texts
// come again below.
func isHeader(rows []gridRow) bool {
	first, below := rows[0], rows[1:min(len(rows), sampleRows)]
	alike, unlike, again, texts := 0, 0, 0, 0
	for i, c := range first.cells {
		if c.Text == "" {
			continue
		}
		mine := lookOf(c)
		typed, all := 0, 0
		repeated := false
		for _, r := range below {
			switch b := r.cell(i); {
			case b.Text == "":
			case lookOf(b) != plain:
				typed++
				all++
			default:
				all++
			}
			repeated = repeated || mine == plain && r.cell(i).Text == c.Text && !sameRow(r, first)
		}
		switch mostly := all > 0 && typed*5 >= all*4; {
		case mine != plain && (mostly || len(below) == 0):
			alike++
		case mine == plain && mostly:
			unlike++
		}
		if mine == plain {
			texts++
		}
		if repeated {
			again++
		}
	}
	switch {
	case alike > unlike:
		return false
	case unlike > 0:
		return true
	case texts == 0:
		return false
	}
	return again == 0 || again*2 < texts
}

func sameRow(a, b gridRow) bool { return slices.Equal(a.cells[:a.used()], b.cells[:b.used()]) }

// look is what a cell looks like.
type look uint8

const (
	plain look = iota
	number
	date
	address
)

// lookOf tells numbers, what may be a date or time, and addresses from other texts.
func lookOf(c Cell) look {
	const longest = 40
	s := c.Text
	switch {
	case c.Date != "":
		return date
	case strings.HasPrefix(s, "http://"), strings.HasPrefix(s, "https://"):
		return address
	case len(s) > longest:
		return plain
	}
	if _, err := strconv.ParseFloat(strings.ReplaceAll(s, ",", "."), 64); err == nil && strings.ContainsAny(s, "0123456789") {
		return number
	}
	// A date has a group of digits, at most two words ("March", "circa") and often
	// marks between; "Source 2" and "Text2" are names.
	digits, groups, words, letters := 0, 0, 0, 0
	var before rune
	for _, r := range s {
		switch {
		case unicode.IsDigit(r):
			if digits++; !unicode.IsDigit(before) {
				groups++
			}
		case unicode.IsLetter(r):
			if letters++; !unicode.IsLetter(before) && before != '.' {
				words++
			}
		}
		before = r
	}
	switch {
	case groups == 0:
		return plain
	case words == 0, groups >= 2 && words <= 3, digits == 4 && words <= 2 && unicode.IsDigit(before):
		return date
	}
	return plain
}

// withoutRepeated drops rows that are the header again, as files have them that were
// joined.
func (g *grid) withoutRepeated(header gridRow, rows []gridRow) []gridRow {
	if header.filled() < 2 {
		return rows
	}
	var lines []int
	rows = slices.DeleteFunc(rows, func(r gridRow) bool {
		if !sameRow(r, header) {
			return false
		}
		lines = append(lines, r.line)
		return true
	})
	if len(lines) > 0 {
		g.remark(draft.LeftOut, lines[0], "", "the header again in "+some(lines))
	}
	return rows
}

// square makes all rows as long as the longest. Those that are not as long as the
// header are said where the file writes every cell.
func (g *grid) square(s *Sheet, header gridRow, rows []gridRow) error {
	width := len(header.cells)
	var short, long []int
	for _, r := range rows {
		width = max(width, len(r.cells))
		if !g.ragged || s.Header == 0 {
			continue
		}
		switch {
		case r.written < header.used():
			short = append(short, r.line)
		case len(r.cells) > header.written && r.used() > header.written:
			long = append(long, r.line)
		}
	}
	if len(rows)*width > maxCells {
		return refuse(fmt.Sprintf("%d rows of %d columns", len(rows), width), fmt.Sprintf("a table has at most %d cells; leave out columns and rows that no reader needs", maxCells))
	}
	if len(short) > 0 {
		g.remark(draft.Decided, short[0], "", count(len(short), "row")+" with fewer cells than the header ("+some(short)+"); the missing ones are empty")
	}
	if len(long) > 0 {
		g.remark(draft.Decided, long[0], "", count(len(long), "row")+" with more cells than the header ("+some(long)+"); they are in columns without a name; perhaps a separator stands in a cell without quotation marks")
	}
	if g.ragged && s.Header > 0 {
		g.emptyColumns = max(0, header.written-width)
	}
	s.Columns = make([]string, width)
	for i, c := range header.cells {
		s.Columns[i] = strings.Join(strings.Fields(c.Text), " ")
	}
	s.Rows = make([]Row, len(rows))
	var store []Cell
	for i, r := range rows {
		if len(r.cells) < width {
			const block = 4096
			if len(store) < width {
				store = make([]Cell, max(block, width))
			}
			copy(store, r.cells)
			r.cells, store = store[:width:width], store[width:]
		}
		s.Rows[i] = Row{r.line, r.cells}
	}
	return nil
}

// dropColumns takes columns away that say nothing: without a name and empty, or
// without a name and counting the rows.
func (g *grid) dropColumns(s *Sheet) {
	empty, counting := g.emptyColumns, 0
	keep := make([]int, 0, len(s.Columns))
	for i, name := range s.Columns {
		unnamed := name == "" || strings.HasPrefix(name, "Unnamed: ") || strings.HasPrefix(name, "__index_level_")
		switch {
		case name == "" && !slices.ContainsFunc(s.Rows, func(r Row) bool { return r.Cells[i] != (Cell{}) }):
			empty++
		case unnamed && s.Header > 0 && counts(s.Rows, i):
			counting++
		default:
			keep = append(keep, i)
		}
	}
	if len(keep) < len(s.Columns) {
		for i, from := range keep {
			s.Columns[i] = s.Columns[from]
		}
		s.Columns = s.Columns[:len(keep)]
		for r := range s.Rows {
			cells := s.Rows[r].Cells
			for i, from := range keep {
				cells[i] = cells[from]
			}
			s.Rows[r].Cells = cells[:len(keep)]
		}
	}
	if empty > 0 {
		g.remark(draft.LeftOut, 0, "", count(empty, "empty column"))
	}
	if counting > 0 {
		g.remark(draft.LeftOut, 0, "", "a column without a name that only counts the rows")
	}
}

// counts reports whether a column holds 0, 1, 2, … or 1, 2, 3, …
func counts(rows []Row, column int) bool {
	if len(rows) < 2 {
		return false
	}
	first := rows[0].Cells[column].Text
	if first != "0" && first != "1" {
		return false
	}
	next := int(first[0] - '0')
	for _, r := range rows {
		if r.Cells[column].Text != strconv.Itoa(next) {
			return false
		}
		next++
	}
	return true
}

// sameNames says which names several columns have.
func (g *grid) sameNames(s *Sheet) {
	seen := map[string]int{}
	for _, name := range s.Columns {
		if name != "" {
			seen[name]++
		}
	}
	for _, name := range s.Columns {
		if n := seen[name]; n > 1 {
			g.remarks = append(g.remarks, draft.Remark{Line: s.Header, Column: name, Kind: draft.Decided, Text: count(n, "column") + " have this name; all are kept"})
			delete(seen, name)
		}
	}
}
