package sheet

import (
	"fmt"
	"sort"
	"strconv"
	"strings"

	"barline/importer/draft"
	"barline/importer/sheet/xmlscan"
)

// sheetReader reads one worksheet into a grid.
type sheetReader struct {
	book *workbook
	grid grid

	row   int // the number of the row that is read
	cells []Cell
	col   int // the next cell's column, from 0

	cell    xmlCell
	rich    richText
	value   []byte
	formula []byte
	into    *[]byte // what text goes to, or nil

	merged  []area
	links   []cellLink
	errors  map[string][]int // lines by the error's name
	unknown []int            // lines of formulas without a value
}

// xmlCell is what a cell's element says.
type xmlCell struct {
	kind       string // the attribute t
	format     numberFormat
	hasValue   bool
	hasFormula bool
}

// kindOfCell is the attribute t of a cell, one of the few that there are.
func kindOfCell(b []byte) string {
	for _, known := range [...]string{"s", "n", "str", "inlineStr", "b", "e", "d"} {
		if string(b) == known {
			return known
		}
	}
	return string(b)
}

// area is a rectangle of cells, columns from 0 and rows from 1, ends included.
type area struct{ fromCol, fromRow, toCol, toRow int }

// cellLink is an address behind an area.
type cellLink struct {
	area    area
	address string
}

func (w *workbook) read(s worksheet) (*grid, error) {
	links, err := w.archive.relations(s.part)
	if err != nil {
		return nil, err
	}
	x, err := w.archive.xml(s.part)
	if err != nil {
		return nil, err
	}
	defer x.close()
	r := &sheetReader{book: w, errors: map[string][]int{}}
	for {
		t, err := x.next()
		if err != nil {
			return nil, err
		}
		if t == nil {
			break
		}
		switch t.Kind {
		case xmlscan.Start:
			err = r.start(t, links)
		case xmlscan.Text:
			if r.into != nil {
				*r.into = append(*r.into, t.Text...)
			}
		case xmlscan.End:
			err = r.end(t.Name)
		}
		if err != nil {
			return nil, err
		}
		if r.cell.kind == "inlineStr" {
			r.rich.take(t)
		}
	}
	r.applyLinks()
	r.fillMerged()
	r.say()
	return &r.grid, nil
}

func (r *sheetReader) start(e *xmlscan.Token, links map[string]relation) error {
	switch string(e.Name) {
	case "row":
		r.row++
		if n, err := strconv.Atoi(e.Attribute("r")); err == nil && n > 0 {
			r.row = n
		}
		r.col, r.cells = 0, r.cells[:0]
	case "c":
		r.cell = xmlCell{}
		for _, a := range e.Attributes {
			switch string(a.Name) {
			case "r":
				if col, _, ok := reference(string(a.Value)); ok {
					r.col = col
				}
			case "t":
				r.cell.kind = kindOfCell(a.Value)
			case "s":
				if i, err := strconv.Atoi(string(a.Value)); err == nil && i >= 0 && i < len(r.book.styles) {
					r.cell.format = r.book.styles[i]
				}
			}
		}
		if r.col >= maxColumns {
			return at(max(1, r.row), fmt.Sprintf("more than %d columns", maxColumns), "leave columns out")
		}
		r.value, r.formula = r.value[:0], r.formula[:0]
	case "v":
		r.into, r.cell.hasValue = &r.value, true
	case "f":
		r.into, r.cell.hasFormula = &r.formula, true
	case "mergeCell":
		if a, ok := areaOf(e.Attribute("ref")); ok {
			r.merged = append(r.merged, a)
		}
	case "hyperlink":
		a, ok := areaOf(e.Attribute("ref"))
		address := links[e.Attribute("id")].target
		if place := e.Attribute("location"); place != "" && address != "" && !strings.Contains(address, "#") {
			address += "#" + place
		}
		if ok && isAddress(address) {
			r.links = append(r.links, cellLink{a, address})
		}
	}
	return nil
}

func (r *sheetReader) end(name []byte) error {
	switch string(name) {
	case "v", "f":
		r.into = nil
	case "c":
		c := r.done()
		for len(r.cells) < r.col {
			r.cells = append(r.cells, Cell{})
		}
		// A cell that goes back to an earlier column takes its place.
		r.cells = append(r.cells[:r.col], c)
		r.col++
		r.cell = xmlCell{}
	case "row":
		return r.grid.add(max(1, r.row), r.cells)
	}
	return nil
}

// done makes the cell that has been read.
func (r *sheetReader) done() Cell {
	var c Cell
	value := string(r.value)
	switch kind := r.cell.kind; kind {
	case "s":
		if i, err := strconv.Atoi(strings.TrimSpace(value)); err == nil && i >= 0 && i < len(r.book.strings) {
			c.Text = r.book.strings[i]
		}
	case "inlineStr":
		c.Text = r.rich.done()
	case "str":
		c.Text = tidy(unescaped(value))
	case "b":
		if c.Text = "FALSE"; isOn(strings.TrimSpace(value)) {
			c.Text = "TRUE"
		}
		if !r.cell.hasValue {
			c.Text = ""
		}
	case "e":
		name := shortened(strings.TrimSpace(value))
		r.errors[name] = append(r.errors[name], r.row)
	case "d":
		c.Text, c.Date = isoCell(strings.TrimSpace(value), r.cell.format)
	default:
		value = strings.TrimSpace(value)
		c.Text = value
		if n, err := strconv.ParseFloat(value, 64); err == nil {
			c.Text, c.Date = r.book.epoch.number(n, r.cell.format)
		}
	}
	if r.cell.hasFormula {
		if !r.cell.hasValue && r.cell.kind != "inlineStr" {
			r.unknown = append(r.unknown, r.row)
		}
		c.Link = linkOfFormula(string(r.formula))
	}
	return c
}

// isoCell reads a cell that holds a date as text: 2014-03-01T00:00:00.
func isoCell(value string, f numberFormat) (text, date string) {
	day, clock, hasClock := strings.Cut(strings.TrimSuffix(value, "Z"), "T")
	if len(day) != len("2014-03-01") {
		return value, ""
	}
	for i := range len(day) {
		if isDash := i == 4 || i == 7; isDash != (day[i] == '-') || !isDash && !isDigit(day[i]) {
			return value, ""
		}
	}
	switch s := f.shows; {
	case s&showsDate == showsYear:
		day, hasClock = day[:4], false
	case s&showsDate == showsYear|showsMonth:
		day, hasClock = day[:7], false
	case s&showsDate != 0 && s&showsClock == 0:
		hasClock = false
	}
	if !hasClock {
		return day, day
	}
	clock, _, _ = strings.Cut(clock, ".")
	return day + " " + clock, day + "T" + clock
}

// linkOfFormula is the address of =HYPERLINK("https://…","words").
func linkOfFormula(formula string) string {
	const function = `HYPERLINK("`
	formula = strings.TrimPrefix(strings.TrimSpace(formula), "=")
	if len(formula) < len(function) || !strings.EqualFold(formula[:len(function)], function) {
		return ""
	}
	address, _, ok := strings.Cut(formula[len(function):], `"`)
	if !ok || !isAddress(address) {
		return ""
	}
	return address
}

func isAddress(s string) bool {
	return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://")
}

// reference reads a place such as B12: column from 0, row from 1 or 0 without one.
func reference(s string) (col, row int, ok bool) {
	s = strings.ReplaceAll(s, "$", "")
	i := 0
	for ; i < len(s) && i < 4 && 'A' <= s[i]&^0x20 && s[i]&^0x20 <= 'Z'; i++ {
		col = col*26 + int(s[i]&^0x20-'A') + 1
	}
	if i == 0 {
		return 0, 0, false
	}
	row, _ = strconv.Atoi(s[i:])
	return col - 1, row, true
}

func areaOf(s string) (area, bool) {
	from, to, ranged := strings.Cut(s, ":")
	if !ranged {
		to = from
	}
	fromCol, fromRow, ok := reference(from)
	toCol, toRow, okTo := reference(to)
	return area{fromCol, fromRow, toCol, toRow}, ok && okTo && fromRow > 0 && toRow >= fromRow && toCol >= fromCol
}

// rowsOf are the rows of the grid in an area.
func (r *sheetReader) rowsOf(a area) []gridRow {
	from := sort.Search(len(r.grid.rows), func(i int) bool { return r.grid.rows[i].line >= a.fromRow })
	to := sort.Search(len(r.grid.rows), func(i int) bool { return r.grid.rows[i].line > a.toRow })
	return r.grid.rows[from:max(from, to)]
}

// maxSpread is how many cells the links and merged areas of a sheet may reach: no
// sheet has so many, and a hostile one lays them over each other.
const maxSpread = 4_000_000

func (r *sheetReader) applyLinks() {
	left := maxSpread
	for _, l := range r.links {
		for _, row := range r.rowsOf(l.area) {
			for col := l.area.fromCol; col <= min(l.area.toCol, len(row.cells)-1); col++ {
				if left--; left < 0 {
					return
				}
				if row.cells[col].Text != "" {
					row.cells[col].Link = l.address
				}
			}
		}
	}
}

// fillMerged gives every row of a merged area what stands in it.
func (r *sheetReader) fillMerged() {
	left, filled := maxSpread, 0
	for _, a := range r.merged {
		if a.fromRow == a.toRow {
			continue
		}
		rows := r.rowsOf(a)
		if len(rows) == 0 || rows[0].line != a.fromRow {
			continue
		}
		value := rows[0].cell(a.fromCol)
		if value.Text == "" {
			continue
		}
		for i := range rows[1:] {
			row := &rows[1+i]
			if left--; left < 0 {
				return
			}
			if row.cell(a.fromCol).Text != "" {
				continue
			}
			for len(row.cells) <= a.fromCol {
				row.cells = append(row.cells, Cell{})
			}
			row.cells[a.fromCol] = value
			filled++
		}
	}
	if filled > 0 {
		r.grid.remark(draft.Decided, 0, "", count(filled, "cell")+" in merged areas got the value of the whole area")
	}
}

// say makes remarks of what was left empty. Empty rows count between others: at the
// end a worksheet may have thousands that only have a style.
func (r *sheetReader) say() {
	r.grid.empty = 0
	if n := len(r.grid.rows); n > 0 {
		r.grid.empty = max(0, r.grid.rows[n-1].line-r.grid.rows[0].line+1-n)
	}
	names := make([]string, 0, len(r.errors))
	for name := range r.errors {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		lines := r.errors[name]
		r.grid.remark(draft.LeftOut, lines[0], name, "the error "+name+" in "+some(lines)+"; those cells are empty")
	}
	if len(r.unknown) > 0 {
		r.grid.remark(draft.LeftOut, r.unknown[0], "", "formulas without a stored value in "+some(r.unknown)+"; those cells are empty; open the workbook in a spreadsheet and save it to have them")
	}
}
