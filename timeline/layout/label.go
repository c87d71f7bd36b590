package layout

import (
	"strconv"

	"barline/scene"
	"barline/typeset"
)

// Part is a few words in one style.
type Part struct {
	Text  string
	Style scene.Style
	Paint scene.Paint
}

// PartOf makes a part of a label.
func PartOf(text string, style scene.Style, paint scene.Paint) Part { return Part{text, style, paint} }

// Block is a label, set: rows of parts. W and H are its size.
type Block struct {
	rows [][]Part
	set  [][]*scene.Text
	W, H float64
}

// PartGap is the space between two parts of one row.
const PartGap = 6

// Block sets the rows; empty parts and empty rows fall away.
func (b *Builder) Block(rows ...[]Part) Block {
	var bl Block
	for _, row := range rows {
		var parts []Part
		var set []*scene.Text
		w, h := 0.0, 0.0
		for _, p := range row {
			if p.Text == "" {
				continue
			}
			t := b.Fonts.Line(p.Text, p.Style)
			if len(set) > 0 {
				w += PartGap
			}
			w += t.WidthPx
			h = max(h, RowHeight(p.Style))
			parts, set = append(parts, p), append(set, t)
		}
		if len(set) == 0 {
			continue
		}
		bl.rows, bl.set = append(bl.rows, parts), append(bl.set, set)
		bl.W, bl.H = max(bl.W, w), bl.H+h
	}
	return bl
}

// RowHeight stacks label rows a little closer than running text.
func RowHeight(s scene.Style) float64 { return scene.Snap(s.SizePx * 1.28) }

// Spot is a place that a label could take.
type Spot struct {
	X, Y  float64 // its left top corner
	Align float64 // rows lie left (0), centred (0.5) or right (1) in it
	// Leader, if not empty, is a line that leads to the label. It must be free too.
	Leader scene.Rect
}

// ClearPx is the least blank between a label and whatever stands beside it.
const ClearPx = 4

// Place puts the first variant that finds a free spot, trying every spot for
// a longer variant before a shorter one. It reports false if none fits: the
// words then stand in the popover alone.
func (b *Builder) Place(id, event string, bounds scene.Rect, variants []Block, spots func(bl Block) []Spot) bool {
	for _, bl := range variants {
		if bl.W == 0 {
			continue
		}
		for _, s := range spots(bl) {
			box := scene.Rect{X: s.X, Y: s.Y, W: bl.W, H: bl.H}
			clear := scene.Rect{X: box.X - ClearPx, Y: box.Y - 1, W: box.W + 2*ClearPx, H: box.H + 2}
			if !box.Within(bounds) || !b.Free(clear) {
				continue
			}
			if s.Leader != (scene.Rect{}) {
				if !b.Free(LineBox(s.Leader)) {
					continue
				}
				b.Line("leader:"+id, scene.Leader, ZLeader, s.Leader, 1, scene.Axis)
				b.Last().Event = event
				b.Take(LineBox(s.Leader))
			}
			b.Put(id, event, bl, s)
			return true
		}
	}
	return false
}

// Put writes a block at a spot and takes the place.
func (b *Builder) Put(id, event string, bl Block, s Spot) {
	box := scene.Rect{X: s.X, Y: s.Y, W: bl.W, H: bl.H}
	b.Take(box)
	backed := box.Inset(-3)
	for _, line := range b.grid {
		if line.Overlaps(backed) {
			b.Add(scene.Node{ID: "backing:" + id, Event: event, Role: scene.Furniture, Z: ZBacking, Shape: scene.Box, Box: backed, Paint: scene.Paper})
			break
		}
	}
	y := s.Y
	for r, row := range bl.set {
		w, h := -float64(PartGap), 0.0
		for i, t := range row {
			w += t.WidthPx + PartGap
			h = max(h, RowHeight(bl.rows[r][i].Style))
		}
		x := s.X + (bl.W-w)*s.Align
		base := y + h/2
		for i, t := range row {
			// Parts of different size share the first one's baseline.
			top := base - typeset.LineHeightPx(row[0].Style)/2 + row[0].BaselinePx - t.BaselinePx
			box := b.Words("label:"+id+":"+strconv.Itoa(r)+strconv.Itoa(i), event, scene.Label, ZWords, t, x, top, bl.rows[r][i].Paint)
			n := b.Last()
			n.Hit = n.Box
			x = box.Right() + PartGap
		}
		y += h
	}
}
