package layout

import (
	"strconv"

	"barline/scene"
	"barline/typeset"
)

// part is a few words in one style.
type part struct {
	text  string
	style scene.Style
	paint scene.Paint
}

// block is a label, set: rows of parts.
type block struct {
	rows [][]part
	set  [][]*scene.Text
	w, h float64
}

// partGap is the space between two parts of one row.
const partGap = 6

// block sets the rows; empty parts and empty rows fall away.
func (b *builder) block(rows ...[]part) block {
	var bl block
	for _, row := range rows {
		var parts []part
		var set []*scene.Text
		w, h := 0.0, 0.0
		for _, p := range row {
			if p.text == "" {
				continue
			}
			t := b.fonts.Line(p.text, p.style)
			if len(set) > 0 {
				w += partGap
			}
			w += t.WidthPx
			h = max(h, rowHeight(p.style))
			parts, set = append(parts, p), append(set, t)
		}
		if len(set) == 0 {
			continue
		}
		bl.rows, bl.set = append(bl.rows, parts), append(bl.set, set)
		bl.w, bl.h = max(bl.w, w), bl.h+h
	}
	return bl
}

// rowHeight stacks label rows a little closer than running text.
func rowHeight(s scene.Style) float64 { return scene.Snap(s.SizePx * 1.28) }

// spot is a place that a label could take.
type spot struct {
	x, y  float64 // its left top corner
	align float64 // rows lie left (0), centred (0.5) or right (1) in it
	// leader, if not empty, is a line that leads to the label. It must be free too.
	leader scene.Rect
}

// clearPx is the least blank between a label and whatever stands beside it.
const clearPx = 4

// place puts the first variant that finds a free spot, trying every spot for
// a longer variant before a shorter one. It reports false if none fits: the
// words then stand in the popover alone.
func (b *builder) place(id, event string, bounds scene.Rect, variants []block, spots func(bl block) []spot) bool {
	for _, bl := range variants {
		if bl.w == 0 {
			continue
		}
		for _, s := range spots(bl) {
			box := scene.Rect{X: s.x, Y: s.y, W: bl.w, H: bl.h}
			clear := scene.Rect{X: box.X - clearPx, Y: box.Y - 1, W: box.W + 2*clearPx, H: box.H + 2}
			if !box.Within(bounds) || !b.free(clear) {
				continue
			}
			if s.leader != (scene.Rect{}) {
				if !b.free(lineBox(s.leader)) {
					continue
				}
				b.line("leader:"+id, scene.Leader, zLeader, s.leader, 1, scene.Axis)
				b.last().Event = event
				b.take(lineBox(s.leader))
			}
			b.put(id, event, bl, s)
			return true
		}
	}
	return false
}

// put writes a block at a spot and takes the place.
func (b *builder) put(id, event string, bl block, s spot) {
	box := scene.Rect{X: s.x, Y: s.y, W: bl.w, H: bl.h}
	b.take(box)
	backed := box.Inset(-3)
	for _, line := range b.grid {
		if line.Overlaps(backed) {
			b.add(scene.Node{ID: "backing:" + id, Event: event, Role: scene.Furniture, Z: zBacking, Shape: scene.Box, Box: backed, Paint: scene.Paper})
			break
		}
	}
	y := s.y
	for r, row := range bl.set {
		w, h := -float64(partGap), 0.0
		for i, t := range row {
			w += t.WidthPx + partGap
			h = max(h, rowHeight(bl.rows[r][i].style))
		}
		x := s.x + (bl.w-w)*s.align
		base := y + h/2
		for i, t := range row {
			// Parts of different size share the first one's baseline.
			top := base - typeset.LineHeightPx(row[0].Style)/2 + row[0].BaselinePx - t.BaselinePx
			box := b.words("label:"+id+":"+strconv.Itoa(r)+strconv.Itoa(i), event, scene.Label, zWords, t, x, top, bl.rows[r][i].paint)
			n := b.last()
			n.Hit = n.Box
			x = box.Right() + partGap
		}
		y += h
	}
}

// lineBox is the area that a thin straight line takes.
func lineBox(line scene.Rect) scene.Rect {
	r := line
	if r.W < 0 {
		r.X, r.W = r.X+r.W, -r.W
	}
	if r.H < 0 {
		r.Y, r.H = r.Y+r.H, -r.H
	}
	return r.AtLeast(1.5, 1.5)
}
