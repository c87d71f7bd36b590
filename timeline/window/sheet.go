package window

import (
	"strconv"

	"barline/scene"
	"barline/timeline/layout"
	"barline/typeset"
)

// A sheet is a panel that lies over the whole page and holds rows, of which those in sight
// alone are set: it may have a million.
//
//	+--------------------------------+
//	| Name                         x |
//	|--------------------------------|
//	| row                            |
//	| row                            |
//	|--------------------------------|
//	+--------------------------------+
type rows interface {
	Len() int
	// Height is how high row i is in a column of a width, in px.
	Height(i int, widthPx float64) float64
	// Set sets row i in its box.
	Set(b *layout.Builder, i int, box scene.Rect)
	// Action is what a press on row i does; empty: nothing.
	Action(i int) string
}

// The sheets that there are. Those of filters have the filters' names.
const (
	SheetHelp       = "help"
	SheetTable      = "table"
	SheetTranscript = "transcript"
	SheetExport     = "export"
)

// Place is where a sheet is scrolled to: so many px into a row.
type Place struct {
	Row int
	Px  float64
}

// Drawing order over the page's own layout.
const (
	zScrim = layout.ZPanelWords + 4 + int8(iota)
	zSheet
	zSheetMark
	zSheetWords
	zSheetCover
	zSheetHead
	zTop
)

const (
	sheetHead = 50.0
	sheetFoot = 30.0 // covers the line that the sheet's end would cut
	sheetPad  = 20.0
	sheetEdge = 12.0 // between a sheet and the window's edge
)

// sheet is what lies over the page now.
type sheet struct {
	name   string
	rows   rows
	mostPx float64 // how wide it is at most
}

// sheetOf is the sheet of a state; ok is false if there is none.
func (p *Window) sheetOf(d State) (s sheet, ok bool) {
	ui := p.words.UI
	switch d.Sheet {
	case "":
		return s, false
	case SheetHelp:
		return sheet{p.own.Help, helpRows{p, d.Mac}, 600}, true
	case SheetTable:
		return sheet{ui.Table, tableRows{p}, 1100}, true
	case SheetTranscript:
		return sheet{p.transcriptName, transcriptRows{p}, 760}, true
	case SheetExport:
		return sheet{p.own.Export, choiceRows{p.fonts, p.exports(), ""}, 420}, true
	}
	for _, f := range p.filters {
		if f.Name == d.Sheet {
			return sheet{f.Label, choiceRows{p.fonts, choicesOf(f), "choose:" + f.Name + ":" + soughtOf(d.Query, f.Name)}, 460}, true
		}
	}
	return s, false
}

// sheetBox is where a sheet stands in the part of the page that is in sight.
func sheetBox(s sheet, in scene.Rect) scene.Rect {
	w := min(in.W-2*sheetEdge, s.mostPx)
	most := in.H - 2*sheetEdge
	h, column := sheetHead+sheetFoot, w-2*sheetPad
	for i := 0; i < s.rows.Len() && h < most; i++ {
		h += s.rows.Height(i, column)
	}
	h = min(h, most)
	return scene.SnapRect(scene.Rect{X: in.X + (in.W-w)/2, Y: in.Y + max(sheetEdge, min((in.H-h)/2, 80)), W: w, H: h})
}

func sheetBody(box scene.Rect) scene.Rect {
	return scene.Rect{X: box.X + sheetPad, Y: box.Y + sheetHead, W: box.W - 2*sheetPad, H: box.H - sheetHead - sheetFoot}
}

// moved is a place further down, or up, by so many px: never past the ends.
func moved(r rows, at Place, byPx float64, body scene.Rect) Place {
	n := r.Len()
	if n == 0 {
		return Place{}
	}
	at.Row = max(0, min(at.Row, n-1))
	at.Px += byPx
	for at.Px < 0 && at.Row > 0 {
		at.Row--
		at.Px += r.Height(at.Row, body.W)
	}
	if at.Px < 0 {
		return Place{}
	}
	for at.Row < n-1 {
		h := r.Height(at.Row, body.W)
		if at.Px < h {
			break
		}
		at.Px -= h
		at.Row++
	}
	if last := end(r, body); at.Row > last.Row || at.Row == last.Row && at.Px > last.Px {
		return last
	}
	return at
}

// end is the place at which the last row ends with the sheet.
func end(r rows, body scene.Rect) Place {
	h := 0.0
	for i := r.Len() - 1; i >= 0; i-- {
		if h += r.Height(i, body.W); h >= body.H {
			return Place{i, h - body.H}
		}
	}
	return Place{}
}

// ScrollSheet is where the sheet of a state is after so many px.
func (p *Window) ScrollSheet(d State, byPx float64) Place {
	s, ok := p.sheetOf(d)
	if !ok {
		return Place{}
	}
	return moved(s.rows, d.SheetAt, byPx, sheetBody(sheetBox(s, d.Viewport)))
}

// SheetPage is how far a page of a sheet reaches, in px.
func (p *Window) SheetPage(d State) float64 {
	s, ok := p.sheetOf(d)
	if !ok {
		return 0
	}
	return max(40, sheetBody(sheetBox(s, d.Viewport)).H-40)
}

// SheetLen is the number of rows that can be pressed, from the first one on.
func (p *Window) SheetLen(d State) int {
	s, ok := p.sheetOf(d)
	if !ok || s.rows.Len() == 0 || s.rows.Action(0) == "" {
		return 0
	}
	return s.rows.Len()
}

// SheetAction is what the row with the keyboard does.
func (p *Window) SheetAction(d State) string {
	s, ok := p.sheetOf(d)
	if !ok || d.SheetRow < 1 || d.SheetRow > s.rows.Len() {
		return ""
	}
	return s.rows.Action(d.SheetRow - 1)
}

// SheetShows is a place near the present one at which a row is in sight whole.
func (p *Window) SheetShows(d State, row int) Place {
	s, ok := p.sheetOf(d)
	if !ok || row < 0 || row >= s.rows.Len() {
		return d.SheetAt
	}
	body := sheetBody(sheetBox(s, d.Viewport))
	at := moved(s.rows, d.SheetAt, 0, body)
	if row < at.Row || row == at.Row && at.Px > 0 {
		return moved(s.rows, Place{Row: row}, 0, body)
	}
	bottom, i := -at.Px, at.Row
	for ; i <= row && bottom <= body.H; i++ {
		bottom += s.rows.Height(i, body.W)
	}
	if i > row && bottom <= body.H {
		return at
	}
	return moved(s.rows, Place{Row: row}, s.rows.Height(row, body.W)-body.H, body)
}

// drawSheet draws the sheet of a state over the page.
func (p *Window) drawSheet(b *layout.Builder, d State) (box scene.Rect) {
	s, ok := p.sheetOf(d)
	if !ok {
		return box
	}
	box = sheetBox(s, d.Viewport)
	node := func(id string, shape scene.Shape, z int8, r scene.Rect, paint scene.Paint) scene.Node {
		return scene.Node{ID: "sheet:" + id, Role: scene.Popover, Z: z, Shape: shape, Box: r, Paint: paint}
	}
	scrim := node("scrim", scene.Box, zScrim, d.Viewport, scene.Shade)
	scrim.Hit, scrim.Action = d.Viewport, "close-sheet"
	b.Add(scrim)
	first := len(b.Scene.Nodes)
	back := node("back", scene.Box, zSheet, box, scene.Panel)
	back.Radius, back.Hit, back.Action = 10, box, "none"
	b.Add(back)
	body := sheetBody(box)
	scrolls := p.drawRows(b, s.rows, d, body)
	cover := func(id string, r scene.Rect) {
		n := node(id, scene.Box, zSheetCover, r, scene.Panel)
		n.Radius = 10
		b.Add(n)
	}
	cover("head", scene.Rect{X: box.X, Y: box.Y, W: box.W, H: sheetHead})
	cover("foot", scene.Rect{X: box.X, Y: body.Bottom(), W: box.W, H: sheetFoot})
	b.Line("sheet:rule", scene.Popover, zSheetHead, scene.Rect{X: box.X + 1, Y: box.Y + sheetHead - 0.5, W: box.W - 2}, 1, scene.Hairline)
	if scrolls {
		b.Line("sheet:end", scene.Popover, zSheetHead, scene.Rect{X: box.X + 1, Y: body.Bottom() + 0.5, W: box.W - 2}, 1, scene.Hairline)
	}
	edge := node("edge", scene.Outline, zSheetHead, box, scene.Hairline)
	edge.Radius, edge.Stroke = 10, 1
	b.Add(edge)
	strong := scene.Style{Face: scene.SansBold, SizePx: 16}
	t := p.fonts.Shorten(s.name, strong, box.W-2*sheetPad-44)
	b.Words("sheet:name", "", scene.Popover, zSheetHead, t, body.X, box.Y+(sheetHead-typeset.LineHeightPx(strong))/2, scene.Ink)
	sign := p.fonts.Line("×", scene.Style{Face: scene.Sans, SizePx: 22})
	hit := scene.Rect{X: box.Right() - 48, Y: box.Y + 3, W: 44, H: 44}
	b.Words("sheet:close", "", scene.Popover, zSheetHead, sign, hit.Centre().X-sign.WidthPx/2, hit.Y+(hit.H-typeset.LineHeightPx(sign.Style))/2, scene.Quiet)
	b.Add(scene.Node{ID: "sheet:press:close", Role: scene.Popover, Z: zSheetHead, Shape: scene.Box, Paint: scene.Panel, Box: scene.Rect{X: hit.X, Y: hit.Y}, Hit: hit, Action: "close-sheet"})
	b.Mirror(first, box.X, box.Right())
	return box
}

// drawRows draws the rows in sight, and how far they are scrolled. It reports whether
// there are more.
func (p *Window) drawRows(b *layout.Builder, r rows, d State, body scene.Rect) bool {
	at := moved(r, d.SheetAt, 0, body)
	y, last := body.Y-at.Px, at.Row
	for i := at.Row; i < r.Len() && y < body.Bottom(); i++ {
		box := scene.Rect{X: body.X, Y: y, W: body.W, H: r.Height(i, body.W)}
		first := len(b.Scene.Nodes)
		if action := r.Action(i); action != "" {
			b.Add(scene.Node{ID: "sheet:row:" + strconv.Itoa(i), Role: scene.Popover, Z: zSheetMark, Shape: scene.Box, Box: box, Paint: scene.Panel, Alpha: 0.001, Hit: box, Action: action})
			n := b.Last()
			if d.HoveredAction == action || d.SheetRow == i+1 {
				n.Paint, n.Alpha, n.Radius = scene.Overlay, 1, 6
				n.Box = scene.Rect{X: box.X - 10, Y: box.Y, W: box.W + 20, H: box.H}
			}
			if d.SheetRow == i+1 {
				b.Add(scene.Node{ID: "sheet:ring", Role: scene.Ring, Z: zSheetWords, Shape: scene.Outline, Box: n.Box, Radius: 6, Stroke: 2, Paint: scene.Focus})
			}
		}
		r.Set(b, i, box)
		if d.SheetLink.Row == i+1 {
			if ring, ok := linkRing(b.Scene.Nodes[first:], d.SheetLink.N); ok {
				b.Add(ring)
			}
		}
		b.Scene.Nodes = append(b.Scene.Nodes[:first], within(b.Scene.Nodes[first:], body)...)
		y, last = y+box.H, i
	}
	if at == (Place{}) && last == r.Len()-1 && y <= body.Bottom()+0.5 {
		return false
	}
	// Where rows are of many heights, the share of rows is near enough.
	n := float64(r.Len())
	thumb := max(24, body.H*float64(last-at.Row+1)/n)
	share := 0.0
	if most := end(r, body); most != (Place{}) {
		of := func(pl Place) float64 { return float64(pl.Row) + pl.Px/max(1, r.Height(pl.Row, body.W)) }
		share = of(at) / of(most)
	}
	b.Add(scene.Node{ID: "sheet:scroll", Role: scene.Popover, Z: zSheetHead, Shape: scene.Box, Box: scene.Rect{X: body.Right() + sheetPad - 8, Y: body.Y + share*(body.H-thumb), W: 4, H: thumb}, Paint: scene.Axis, Radius: 2})
	return true
}

// within keeps the nodes that can be seen in a body, and lets only what is seen be
// pressed. What is cut is covered by the sheet's head and foot.
func within(nodes []scene.Node, body scene.Rect) []scene.Node {
	kept := nodes[:0]
	for _, n := range nodes {
		box := n.Box
		if box.Bottom() <= body.Y || box.Y >= body.Bottom() {
			continue
		}
		if n.Shape == scene.Box || n.Shape == scene.Outline {
			n.Box = box.Clip(scene.Rect{X: body.X - sheetPad, Y: body.Y - sheetFoot, W: body.W + 2*sheetPad, H: body.H + 2*sheetFoot})
		}
		if !n.Hit.Empty() {
			n.Hit = n.Hit.Clip(body)
		}
		kept = append(kept, n)
	}
	return kept
}
