package lanes

import (
	"slices"

	"barline/data"
	"barline/scene"
	"barline/timeline/layout"
)

// Marks are of one size, however crowded it is.
const (
	markPx    = 8.0  // the height of every mark, and
	leastMark = 5.0  // its least width: that of a moment
	rowPx     = 10.0 // from one row to the next, at least
	fullPitch = 26.0 // and at most
	needlePx  = 3.0
	strokePx  = 1.5 // around hollow marks
	longAlpha = 0.6 // of the long sides of hollow marks
	whiskerPx = 1.5 // through the day of a moment
	vagueFill = 0.2 // the alpha inside a hollow bar
	// overColumns is the alpha of brackets over columns, which must not outshout them.
	overColumns = 0.55
	missed      = 0.25 // the alpha of what does not answer a query
	passed      = 0.45 // and that of columns
)

// trait is what a mark shows of its event: its paint, and these.
type trait uint8

const (
	paintOnly trait = 3
	lasting   trait = 4 // it lasted for as long as its span
	vague     trait = 8 // its date is less than certain, or coarser than a day
)

func (t trait) paint() scene.Paint { return paintOf(data.Paint(t & paintOnly)) }

// paintOf is the paint of a kind's marks.
func paintOf(p data.Paint) scene.Paint {
	return [...]scene.Paint{scene.Talks, scene.Other, scene.Third, scene.Fourth}[p&data.Paint(paintOnly)]
}

// traitOf looks at an event. Tables may have to read its words for it.
func (p *Picture) traitOf(event int) trait {
	t := trait(p.table.Kind(event).Paint) & paintOnly
	if p.table.Lasts(event) {
		t |= lasting
	}
	if p.table.Vague(event) {
		t |= vague
	}
	return t
}

// kinds are those among the events, by their paint, and which marks there are.
type kinds struct {
	of     [4][]data.Kind
	paints []scene.Paint
	marks  [4]bool // bars, moments, hollow ones, bars with vague ends
	n      int     // grows with every one
}

const (
	bars = iota
	moments
	hollows
	vagueBars
)

func (k *kinds) add(kind data.Kind, t trait) {
	same := &k.of[t&paintOnly]
	if !slices.ContainsFunc(*same, func(x data.Kind) bool { return x.ID == kind.ID }) {
		if *same = append(*same, kind); len(*same) == 1 {
			k.paints = append(k.paints, t.paint())
		}
		k.n++
	}
	mark := moments
	switch {
	case t&vague != 0 && t&lasting != 0:
		mark = vagueBars
	case t&vague != 0:
		mark = hollows
	case t&lasting != 0:
		mark = bars
	}
	if !k.marks[mark] {
		k.marks[mark] = true
		k.n++
	}
}

// paintOfAll is the paint of what stands for events of all kinds: that of the one
// kind that there is, or none of theirs.
func (k *kinds) paintOfAll() scene.Paint {
	if len(k.paints) == 1 {
		return k.paints[0]
	}
	return scene.Quiet
}

// single is an event that is drawn by itself.
type single struct {
	event  int32
	row    int16
	trait  trait
	always bool    // its date is coarser than columns, which do not count it
	x0, x1 float64 // px of the figure
}

// box is where a mark stands, not clipped. One that would be too narrow to be
// seen is made wider on both sides.
func (s *shown) box(strip scene.Rect, e single) scene.Rect {
	if e.x1-e.x0 < leastMark {
		middle := (e.x0 + e.x1) / 2
		e.x0, e.x1 = middle-leastMark/2, middle+leastMark/2
	}
	y := strip.Bottom() - (float64(e.row)+0.5)*s.pitch
	return scene.Rect{X: e.x0, Y: y - markPx/2, W: e.x1 - e.x0, H: markPx}
}

// clipped is the part of a mark within the plot; a bar is one px from its
// neighbour.
func (p *Picture) clipped(g *geometry, r scene.Rect) scene.Rect {
	if r.W > 2*leastMark {
		r.W--
	}
	x0, x1 := max(r.X, g.plot.X), min(r.Right(), g.plot.Right())
	r.X, r.W = x0, x1-x0
	return r
}

// drawMarks draws the events of a lane that are told apart.
func (p *Picture) drawMarks(d *drawing, g *geometry, lane int) {
	sh, strip := &p.shown[lane], g.strips[lane]
	for _, paint := range p.kinds.paints {
		cells := d.begin()
		for _, e := range p.singles[sh.firstSingle:sh.lastSingle] {
			if e.trait.paint() != paint || sh.single == 0 && !e.always {
				continue
			}
			box := sh.box(strip, e)
			part := p.clipped(g, box)
			if part.W <= 0 {
				continue
			}
			alpha := sh.single
			switch {
			case e.always && sh.single == 0:
				alpha = overColumns
			case e.always:
				alpha = 1
			}
			if p.finder.found != nil && !p.finder.found.Has(int(e.event)) {
				alpha *= missed
			}
			cells = appendMark(cells, g.plot, box, part, e.trait, alpha)
		}
		d.end(scene.Node{Role: scene.Bar, Z: layout.ZBar, Paint: paint, Box: strip, Clip: true}, cells)
	}
}

// appendMark appends the boxes of one mark; part is what is in view of its box.
// What lasted is a bar, a moment a dot in the middle of the day that it fell on,
// and what is less than certain is hollow.
func appendMark(cells []scene.Cell, plot, box, part scene.Rect, t trait, alpha float64) []scene.Cell {
	switch {
	case t&vague != 0:
		if t&lasting != 0 {
			cells = append(cells, cell(part.X, part.Y, part.W, part.H, alpha*vagueFill))
		}
		return appendHollow(cells, box, part, alpha)
	case t&lasting != 0 || box.W <= 2*leastMark:
		return append(cells, cell(part.X, part.Y, part.W, part.H, alpha))
	}
	middle := box.Centre()
	cells = append(cells, cell(part.X, middle.Y-whiskerPx/2, part.W, whiskerPx, alpha))
	if dot := middle.X - leastMark/2; dot >= plot.X && dot+leastMark <= plot.Right() {
		cells = append(cells, cell(dot, part.Y, leastMark, part.H, alpha))
	}
	return cells
}

// appendHollow appends an outline, whose sides are drawn where they are in view.
func appendHollow(cells []scene.Cell, box, part scene.Rect, alpha float64) []scene.Cell {
	side := min(strokePx, part.W/2)
	x, w := part.X, part.W
	if part.X == box.X {
		cells = append(cells, cell(x, part.Y, side, part.H, alpha))
		x, w = x+side, w-side
	}
	if part.Right() >= box.Right()-1 {
		w -= side
		cells = append(cells, cell(x+w, part.Y, side, part.H, alpha))
	}
	if w <= 0 {
		return cells
	}
	if box.W > 2*markPx {
		alpha *= longAlpha
	}
	return append(cells, cell(x, part.Y, w, strokePx, alpha), cell(x, part.Bottom()-strokePx, w, strokePx, alpha))
}
