package window

import (
	"strconv"

	"barline/scene"
	"barline/timeline/layout"
	"barline/timeline/table"
	"barline/typeset"
)

// tableRows are the events as a table. Where there is room its columns stand beside each
// other under their names, which scroll with it; on narrow windows a row's cells stand
// under each other, each after its column's name. A press on a row opens its event.
type tableRows struct{ p *Window }

const (
	tableGap     = 12.0  // over and under a row's words, together
	columnGap    = 18.0  // between two columns
	leastColumn  = 116.0 // a narrower column is no use
	cellStylePx  = 13.0
	titleStylePx = 14.0
)

func cellStyle() scene.Style { return scene.Style{Face: scene.Sans, SizePx: cellStylePx} }
func nameStyle() scene.Style { return scene.Style{Face: scene.SansBold, SizePx: titleStylePx} }

// tableOf is the events' table, made when it is first asked for.
func (p *Window) tableOf() *table.Table {
	if p.table == nil {
		t := table.Of(p.events, p.words)
		p.table = &t
	}
	return p.table
}

// widths are those of the columns, date and title first; nil where they have no room
// beside each other.
func (t tableRows) widths(widthPx float64) []float64 {
	others := len(t.p.tableOf().Columns())
	room := widthPx - columnGap*float64(1+others)
	unit := room / (2.6 + float64(others)*1.15)
	if unit < leastColumn {
		return nil
	}
	all := []float64{unit * 1.1, unit * 1.5}
	for range others {
		all = append(all, unit*1.15)
	}
	return all
}

// line is a line of a row, at (x, y) from its corner.
type line struct {
	text  *scene.Text
	x, y  float64
	width float64 // of its column
	paint scene.Paint
}

// Len counts the head, too.
func (t tableRows) Len() int { return t.p.tableOf().Len() }

func (t tableRows) Action(i int) string { return "event:" + t.p.events.Event(i).ID }

// lines sets a row.
func (t tableRows) lines(i int, widthPx float64) (all []line, height float64) {
	row, fonts := t.p.tableOf().Row(i), t.p.fonts
	widths := t.widths(widthPx)
	column := func(s string, style scene.Style, paint scene.Paint, x, y, w float64) float64 {
		for _, text := range fonts.Wrap(s, style, w, 0) {
			all = append(all, line{text, x, y, w, paint})
			y += typeset.LineHeightPx(style)
		}
		return y
	}
	y := tableGap / 2
	if widths == nil {
		y = column(row.When, cellStyle(), scene.Quiet, 0, y, widthPx)
		y = column(row.Title, nameStyle(), scene.Ink, 0, y, widthPx)
		for k, cell := range row.Cells {
			if cell != "" {
				y = column(t.p.tableOf().Columns()[k]+": "+cell, cellStyle(), scene.Quiet, 0, y, widthPx)
			}
		}
		return all, y + tableGap/2
	}
	x, bottom := 0.0, y
	for k, w := range widths {
		switch k {
		case 0:
			bottom = max(bottom, column(row.When, cellStyle(), scene.Quiet, x, y+1, w))
		case 1:
			bottom = max(bottom, column(row.Title, nameStyle(), scene.Ink, x, y, w))
		default:
			bottom = max(bottom, column(row.Cells[k-2], cellStyle(), scene.Ink, x, y+1, w))
		}
		x += w + columnGap
	}
	return all, bottom + tableGap/2
}

// head is the names of the columns, over the first row.
func (t tableRows) head(widthPx float64) (all []line, height float64) {
	widths := t.widths(widthPx)
	if widths == nil {
		return nil, 0
	}
	ui := t.p.words.UI
	x, bottom := 0.0, 0.0
	style := scene.Style{Face: scene.SansBold, SizePx: 12}
	for k, name := range append([]string{ui.TableDate, ui.TableEvent}, t.p.tableOf().Columns()...) {
		y := 8.0
		for _, text := range t.p.fonts.Wrap(name, style, widths[k], 0) {
			all = append(all, line{text, x, y, widths[k], scene.Quiet})
			y += typeset.LineHeightPx(style)
		}
		x, bottom = x+widths[k]+columnGap, max(bottom, y)
	}
	return all, bottom + 4
}

func (t tableRows) Height(i int, widthPx float64) float64 {
	_, h := t.lines(i, widthPx)
	if i == 0 {
		_, head := t.head(widthPx)
		h += head
	}
	return h
}

func (t tableRows) Set(b *layout.Builder, i int, box scene.Rect) {
	all, _ := t.lines(i, box.W)
	if i == 0 {
		head, h := t.head(box.W)
		for j := range all {
			all[j].y += h
		}
		all = append(head, all...)
	}
	id := "table:" + strconv.Itoa(i) + ":"
	for j, l := range all {
		b.Words(id+strconv.Itoa(j), "", scene.Popover, zSheetWords, l.text, b.Start(l.text, box.X+l.x, l.width), box.Y+l.y, l.paint)
	}
	b.Line(id+"rule", scene.Popover, zSheetMark, scene.Rect{X: box.X, Y: box.Bottom() - 0.5, W: box.W}, 1, scene.Grid)
}
