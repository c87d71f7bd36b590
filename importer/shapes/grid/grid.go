// Package grid makes a sheet of rows that name their columns.
package grid

import (
	"fmt"
	"slices"
	"strings"

	"barline/data/tree"
	"barline/importer/sheet"
)

// Grid gathers rows. Columns stand in the order in which they are first named.
type Grid struct {
	columns []string
	index   map[string]int
	rows    []sheet.Row
	cells   int // of all rows, empty ones included
}

const (
	maxColumns = 2000
	maxCells   = 8_000_000
	usual      = 64 // columns, for which room is made at once
)

// New is a grid whose first columns are these.
func New(columns ...string) *Grid {
	g := &Grid{index: map[string]int{}}
	for _, name := range columns {
		g.Column(name)
	}
	return g
}

// Row begins a row.
func (g *Grid) Row(line int) { g.rows = append(g.rows, sheet.Row{Line: line}) }

// Set sets a cell of the last row. Its text is trimmed; an empty cell names its
// column and nothing else.
func (g *Grid) Set(column string, cell sheet.Cell) {
	i := g.Column(column)
	cell.Text = strings.TrimSpace(cell.Text)
	if i < 0 || cell == (sheet.Cell{}) || g.cells > maxCells {
		return
	}
	row := &g.rows[len(g.rows)-1]
	if n := i + 1 - len(row.Cells); n > 0 {
		g.cells += n
		if row.Cells == nil && i < len(g.columns) && len(g.columns) <= usual {
			row.Cells = make([]sheet.Cell, 0, len(g.columns))
		}
		row.Cells = append(row.Cells, make([]sheet.Cell, n)...)
	}
	row.Cells[i] = cell
}

// Column is the number of a column, or -1 beyond what a grid holds.
func (g *Grid) Column(name string) int {
	if i, ok := g.index[name]; ok {
		return i
	}
	if len(g.columns) > maxColumns {
		return -1
	}
	g.index[name] = len(g.columns)
	g.columns = append(g.columns, name)
	return len(g.columns) - 1
}

// Has reports whether a column has been named.
func (g *Grid) Has(name string) bool { _, ok := g.index[name]; return ok }

// Sheet returns the sheet, without the rows and columns that are empty. Its error,
// of type [*tree.Error], says that it would be too large.
func (g *Grid) Sheet(line int) (*sheet.Sheet, error) {
	if len(g.columns) > maxColumns {
		return nil, &tree.Error{Line: line, Column: 1, What: fmt.Sprintf("the objects have more than %d different fields", maxColumns),
			Fix: "leave out the fields that are not of events"}
	}
	g.rows = slices.DeleteFunc(g.rows, func(r sheet.Row) bool { return r.Cells == nil })
	if g.cells > maxCells || len(g.rows)*len(g.columns) > maxCells {
		return nil, &tree.Error{Line: line, Column: 1, What: fmt.Sprintf("a table of %d rows and %d columns", len(g.rows), len(g.columns)),
			Fix: fmt.Sprintf("the limit for JSON is %d cells; leave out fields that are not of events, or save it as CSV", maxCells)}
	}
	used := make([]bool, len(g.columns))
	for _, r := range g.rows {
		for i, c := range r.Cells {
			used[i] = used[i] || c != sheet.Cell{}
		}
	}
	s := &sheet.Sheet{Header: line, Format: "JSON"}
	for i, name := range g.columns {
		if used[i] {
			s.Columns = append(s.Columns, strings.TrimSpace(name))
		}
	}
	for at := range g.rows {
		r := g.rows[at]
		g.rows[at].Cells = nil // two copies of all would take too much
		cells := make([]sheet.Cell, 0, len(s.Columns))
		for i := range g.columns {
			switch {
			case !used[i]:
			case i < len(r.Cells):
				cells = append(cells, r.Cells[i])
			default:
				cells = append(cells, sheet.Cell{})
			}
		}
		s.Rows = append(s.Rows, sheet.Row{Line: r.Line, Cells: cells})
	}
	return s, nil
}
