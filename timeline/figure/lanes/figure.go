package lanes

import (
	"math"

	"barline/data"
	"barline/scene"
	"barline/timeline/index"
	"barline/timeline/layout"
	"barline/timeline/view"
)

// single is an event that is drawn by itself.
type single struct {
	event  int32
	row    int32
	x0, x1 float64 // px of the figure
}

// Events in view from which on a lane is drawn in columns, per px of the axis.
// Up to a few more both are drawn, the one fading into the other: a view that
// rests there is hard to read, so it is narrow.
const (
	crowd    = 0.25
	crowding = 0.1 // as a share of it
)

// columnPx is how wide a column is at least; none is twice as wide.
const columnPx = 5.0

// vagueAlpha is how pale a bar is whose date is less than certain.
const vagueAlpha = 0.45

// setAtOnce is how many labels may be set for the first time in one frame.
const setAtOnce = 8

// Figure lays out the figure at a width from view.Ladder. It is valid until
// the next but one.
func (p *Picture) Figure(widthPx float64, v view.View) *scene.Scene {
	p.Seek(v.Query)
	p.flip = 1 - p.flip
	d := &p.drawings[p.flip]
	d.clear()
	p.labelBudget = setAtOnce
	g := p.geometryFor(widthPx)
	p.axis = newAxis(p.Scale(widthPx, v), p.gaps)
	s := &p.axis
	d.scene.Plot = g.plot

	shift := columnShift(s.SecondsPerPx())
	top := p.gather(g, s, shift)
	p.grid(d, g, s)
	p.calendar(d, g, s)
	for i := range p.names {
		p.columns(d, g, s, i, shift, top)
		p.bars(d, g, i)
	}
	if p.finder.found != nil {
		for i := range p.names {
			p.foundMarks(d, g, s, i, shift, top)
		}
	}
	for i := range p.names {
		p.barWords(d, g, i)
	}
	p.specials(d, g, s, v)
	bottom := p.key(d, g, g.plot.Bottom()+axisRoom, shift, top)
	bottom = p.credit(d, g, bottom+12)
	d.scene.WidthPx, d.scene.HeightPx, d.scene.RTL = widthPx, scene.Snap(bottom+18), false
	if p.fonts.RTL() {
		d.scene.Mirror()
	}
	return &d.scene
}

// columnShift chooses the columns' width in time: the least power of two of
// seconds that is columnPx wide or more.
func columnShift(secondsPerPx float64) uint {
	shift := uint(0)
	for float64(int64(1)<<shift) < columnPx*secondsPerPx && shift < 46 {
		shift++
	}
	return shift
}

// gather asks the index what each lane has in view, decides how it is drawn,
// and returns the number that the highest column may stand for.
func (p *Picture) gather(g *geometry, s *timeAxis, shift uint) int {
	p.buckets, p.singles, p.shown = p.buckets[:0], p.singles[:0], p.shown[:0]
	from, to := seconds(math.Floor(s.first)), seconds(math.Ceil(s.last))
	limit := crowd * s.LengthPx
	most := 0
	for i := range p.names {
		lane := p.all.Lane(i)
		sh := shown{firstBucket: len(p.buckets), firstSingle: len(p.singles)}
		n := float64(lane.Count(from, to))
		sh.single = math.Min(1, math.Max(0, 1-(n/limit-1)/crowding))
		if sh.single < 1 {
			p.buckets = lane.Density(from, to, shift, p.buckets)
			for _, b := range p.buckets[sh.firstBucket:] {
				most = max(most, b.Count)
			}
		}
		if sh.single > 0 {
			sh.rows = 1
			lane.Each(from, to, int(4*limit), func(event, row int, a, b int64) {
				sh.rows = max(sh.rows, row+1)
				p.singles = append(p.singles, single{int32(event), int32(row), g.plot.X + s.px(float64(a)), g.plot.X + s.px(float64(b))})
			})
		}
		sh.lastBucket, sh.lastSingle = len(p.buckets), len(p.singles)
		sh.arrange(g.strips[i].H)
		p.shown = append(p.shown, sh)
	}
	return nice(most)
}

// nice is the next round number: the steps are small, so that no column is much
// lower than it could be, and none jumps.
func nice(n int) int {
	for unit := 1; ; unit *= 10 {
		for _, tenths := range [10]int{10, 12, 15, 20, 25, 30, 40, 50, 60, 80} {
			if k := tenths * unit / 10; tenths*unit%10 == 0 && k >= n {
				return k
			}
		}
	}
}

// columns draws how many events begin in each stretch of time, and a strip on
// the ground where something is going on.
func (p *Picture) columns(d *drawing, g *geometry, s *timeAxis, lane int, shift uint, top int) {
	sh, strip := &p.shown[lane], g.strips[lane]
	if sh.single == 1 {
		return
	}
	alpha := 1 - sh.single
	// What does not answer a query steps back.
	paint := scene.Talks
	if p.finder.found != nil {
		paint = scene.Waiting
		alpha *= 0.45
	}
	cells := d.begin()
	for _, b := range p.buckets[sh.firstBucket:sh.lastBucket] {
		if c, ok := p.column(g, s, strip, b, shift, top); ok {
			cells = append(cells, c)
		}
	}
	d.end(scene.Node{Role: scene.Bar, Z: layout.ZBar, Paint: paint, Alpha: alpha, Box: strip, Clip: true}, cells)
	cells = d.begin()
	for _, b := range p.buckets[sh.firstBucket:sh.lastBucket] {
		// To an eighth, so that neighbours are alike and become one box.
		covered := math.Ceil(float64(b.Covered)*8) / 8
		x0, x1 := p.edges(g, s, b.From, shift)
		if covered <= 0 || x1 <= x0 {
			continue
		}
		if n := len(cells); n > 0 && cells[n-1].Alpha == covered && x0-(cells[n-1].X+cells[n-1].W) < 0.1 {
			cells[n-1].W = x1 - cells[n-1].X
			continue
		}
		cells = append(cells, scene.Cell{X: x0, Y: strip.Bottom() + 1.5, W: x1 - x0, H: 1.5, Alpha: covered})
	}
	d.end(scene.Node{Role: scene.Bar, Z: layout.ZBar, Paint: paint, Alpha: alpha, Box: strip, Clip: true}, cells)
}

// edges are where a bucket begins and ends, within the plot.
func (p *Picture) edges(g *geometry, s *timeAxis, from int64, shift uint) (x0, x1 float64) {
	x0, x1 = g.plot.X+s.px(float64(from)), g.plot.X+s.px(float64(from+int64(1)<<shift))
	return math.Max(x0, g.plot.X), math.Min(x1, g.plot.Right())
}

func (p *Picture) column(g *geometry, s *timeAxis, strip scene.Rect, b index.Bucket, shift uint, top int) (scene.Cell, bool) {
	x0, x1 := p.edges(g, s, b.From, shift)
	if b.Count == 0 || x1-x0 < 0.2 {
		return scene.Cell{}, false
	}
	h := math.Max(2, float64(b.Count)/float64(top)*strip.H)
	return cell(x0, strip.Bottom()-h, math.Max(0.5, x1-x0-0.5), h, 1), true
}

// bars draws the events that are told apart.
func (p *Picture) bars(d *drawing, g *geometry, lane int) {
	sh, strip := &p.shown[lane], g.strips[lane]
	if sh.single == 0 {
		return
	}
	for _, paint := range [2]scene.Paint{scene.Talks, scene.Other} {
		cells := d.begin()
		for _, e := range p.singles[sh.firstSingle:sh.lastSingle] {
			if paintOf(p.table.Kind(int(e.event))) != paint {
				continue
			}
			box := p.clipped(g, sh.row(strip, int(e.row), e.x0, e.x1))
			if box.W <= 0 {
				continue
			}
			alpha := 1.0
			if p.table.Vague(int(e.event)) {
				alpha = vagueAlpha
			}
			if p.finder.found != nil && !p.finder.found.Has(int(e.event)) {
				alpha *= 0.25
			}
			cells = append(cells, cell(box.X, box.Y, box.W, box.H, alpha))
		}
		d.end(scene.Node{Role: scene.Bar, Z: layout.ZBar, Paint: paint, Alpha: sh.single, Box: strip, Clip: true}, cells)
	}
}

func paintOf(kind data.Kind) scene.Paint {
	if kind.Paint == data.PaintContext {
		return scene.Other
	}
	return scene.Talks
}

// clipped is the part of a bar within the plot; a bar is one px from its
// neighbour.
func (p *Picture) clipped(g *geometry, r scene.Rect) scene.Rect {
	if r.W > 2*leastMark {
		r.W--
	}
	x0, x1 := math.Max(r.X, g.plot.X), math.Min(r.Right(), g.plot.Right())
	r.X, r.W = x0, x1-x0
	return r
}

// foundMarks draws what answers a query, where a lane is in columns: few are
// marks through the whole lane, many are columns of their own.
func (p *Picture) foundMarks(d *drawing, g *geometry, s *timeAxis, lane int, shift uint, top int) {
	sh, strip := &p.shown[lane], g.strips[lane]
	if sh.single == 1 {
		return
	}
	found := p.finder.found.Lane(lane)
	from, to := seconds(math.Floor(s.first)), seconds(math.Ceil(s.last))
	cells := d.begin()
	if float64(found.Count(from, to)) <= crowd*s.LengthPx {
		found.Each(from, to, int(4*crowd*s.LengthPx), func(_, _ int, a, b int64) {
			box := p.clipped(g, scene.Rect{X: g.plot.X + s.px(float64(a)), Y: strip.Y, W: math.Max(leastMark, s.px(float64(b))-s.px(float64(a))), H: strip.H})
			if box.W > 0 {
				cells = append(cells, cell(box.X, box.Y, box.W, box.H, 1))
			}
		})
	} else {
		first := len(p.buckets)
		p.buckets = found.Density(from, to, shift, p.buckets)
		for _, b := range p.buckets[first:] {
			if c, ok := p.column(g, s, strip, b, shift, top); ok {
				cells = append(cells, c)
			}
		}
		p.buckets = p.buckets[:first]
	}
	d.end(scene.Node{Role: scene.Bar, Z: layout.ZBar, Paint: scene.Talks, Alpha: 1 - sh.single, Box: strip, Clip: true}, cells)
}

// specials draws what the reader is at: hovered, focused or open, however
// crowded it is there.
func (p *Picture) specials(d *drawing, g *geometry, s *timeAxis, v view.View) {
	p.hovered.set(p, v.Hovered)
	p.focused.set(p, v.Focused)
	p.selected.set(p, v.Selected)
	for _, n := range [3]*highlight{&p.hovered, &p.focused, &p.selected} {
		if n.event < 0 || n == &p.focused && p.focused.event == p.selected.event || n == &p.hovered && (n.event == p.focused.event || n.event == p.selected.event) {
			continue
		}
		box, ok := p.boxOf(n.event)
		if !ok {
			continue
		}
		paint := scene.Lift
		if paintOf(p.table.Kind(n.event)) == scene.Other {
			paint = scene.Ink
		}
		d.add(scene.Node{ID: n.bar, Event: n.id, Role: scene.Bar, Z: layout.ZWords, Shape: scene.Box, Box: box, Paint: paint, Clip: true})
	}
	for _, n := range [2]*highlight{&p.focused, &p.selected} {
		if n.event < 0 || n == &p.focused && p.focused.event == p.selected.event {
			continue
		}
		if box, ok := p.boxOf(n.event); ok {
			d.add(scene.Node{ID: n.ring, Event: n.id, Role: scene.Ring, Z: layout.ZRing, Shape: scene.Outline, Box: box.Inset(-3.5), Radius: 4, Stroke: 2, Paint: scene.Focus})
		}
	}
}

// highlight is an event that is drawn separately, with its cached node ids.
type highlight struct {
	id        string
	event     int
	bar, ring string
}

func (n *highlight) set(p *Picture, id string) {
	if n.id == id && (id != "" || n.event < 0) {
		return
	}
	*n = highlight{id: id, event: -1}
	if id != "" {
		n.event, n.bar, n.ring = p.table.Index(id), "bar:"+id, "ring:"+id
	}
}

// boxOf is where an event is drawn, or would be if there were room; ok is false
// if that is out of view.
func (p *Picture) boxOf(event int) (scene.Rect, bool) {
	lane := p.lane(event)
	if lane >= len(p.shown) {
		return scene.Rect{}, false
	}
	g, sh, strip := &p.geometry, &p.shown[lane], p.geometry.strips[lane]
	from, to := p.table.Span(event)
	box := scene.Rect{X: g.plot.X + p.axis.px(float64(from)), Y: strip.Y, H: strip.H}
	box.W = math.Max(leastMark, p.axis.px(float64(to))-p.axis.px(float64(from)))
	if sh.single > 0 {
		for _, e := range p.singles[sh.firstSingle:sh.lastSingle] {
			if int(e.event) == event {
				box = sh.row(strip, int(e.row), e.x0, e.x1)
			}
		}
	}
	box = p.clipped(g, box)
	return box, box.W > 0
}
