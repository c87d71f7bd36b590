package spans

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"barline/data"
	"barline/data/edtf"
	"barline/scene"
	"barline/timeline/axis"
	"barline/timeline/layout"
	"barline/timeline/scale"
	"barline/timeline/view"
)

// length is how long an event took, in seconds: stated is what is said of it, it
// was at least low, and high at most. vague: it is an estimate, or a bound.
type length struct {
	low, stated, high float64
	vague             bool
	words             string
}

// lengthOf is how long an event took; ok is false if nobody knows, or if it was a
// moment.
func (p *Picture) lengthOf(i int) (l length, ok bool) {
	e := p.story.Event(i)
	if talks, said := e.Talks(); said {
		seconds := float64(talks.Length.Seconds)
		vague := talks.Length.Qualifier != data.Exact
		return length{seconds, seconds, seconds, vague, p.words.Sentence(p.words.Length(talks.Length))}, talks.Length.Known()
	}
	it := &p.items[i]
	if !it.lasts || it.openFrom != edtf.Dated || it.openTo != edtf.Dated {
		return length{}, false
	}
	l = length{low: it.sureTo - it.sureFrom, high: it.to - it.from, vague: it.vagueFrom || it.vagueTo}
	// Days are counted with the last one; of years, from the middle of one to that
	// of the other.
	l.stated = l.high
	d := data.Duration{Seconds: int64(l.high)}
	if e.Date.Precision() < edtf.Day || it.vagueFrom || it.vagueTo {
		l.stated = (l.low + l.high) / 2
		d = data.Duration{Seconds: int64(l.stated), Qualifier: data.About}
	} else {
		l.low = l.high
	}
	l.words = p.words.Sentence(p.words.Length(d))
	return l, true
}

// comparable are the events whose length is known, longest first.
func (p *Picture) comparable() (order []int, lengths map[int]length) {
	lengths = map[int]length{}
	for i := range p.items {
		if l, ok := p.lengthOf(i); ok {
			order, lengths[i] = append(order, i), l
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(lengths[b].stated, lengths[a].stated) })
	return order, lengths
}

const (
	compareRow  = 34.0
	nameShare   = 0.34 // of a wide figure, for titles
	compareBar  = 16.0
	compareHead = 34.0
	onwardPx    = 12.0 // the bar before the arrow of what goes on
)

// comparison is where bars lie that are compared at a width.
type comparison struct {
	order     []int // events whose length is known, longest first
	lengths   map[int]length
	plot      scene.Rect
	rowPx     float64
	longest   float64 // seconds that the axis measures
	perSecond float64 // px
	narrow    bool
}

// comparisonAt lays out the rows and the axis of lengths for a width.
func (p *Picture) comparisonAt(widthPx float64) *comparison {
	m := layout.MetricsFor(widthPx)
	c := &comparison{plot: scene.Rect{X: m.Margin, Y: compareHead, W: widthPx - 2*m.Margin}, rowPx: compareRow, narrow: widthPx < view.WideFrom}
	c.order, c.lengths = p.comparable()
	if c.narrow {
		c.rowPx += listLine
	} else {
		names := 0.0
		for _, i := range c.order {
			names = max(names, p.fonts.Width(p.items[i].title, m.Small))
		}
		names = math.Ceil(min(names, nameShare*c.plot.W)) + 14
		c.plot.X, c.plot.W = c.plot.X+names, c.plot.W-names
	}
	c.plot.H = float64(len(c.order)) * c.rowPx
	// Every bar's length in words has room after it.
	c.perSecond = math.Inf(1)
	for _, i := range c.order {
		room := c.plot.W - p.fonts.Width(c.lengths[i].words, m.Value) - spanLead
		c.perSecond = min(c.perSecond, max(room, 40)/c.lengths[i].high)
	}
	c.longest = c.lengths[c.order[0]].high
	if line := p.annotations.LongestHours(2*c.longest/scale.Hour) * scale.Hour; line > c.longest {
		c.longest = line
		c.perSecond = min(c.perSecond, c.plot.W/line)
	}
	return c
}

// fadePx is how wide the end of a bar fades, in px; 0: it is crisp.
func (c *comparison) fadePx(i int) float64 {
	l := c.lengths[i]
	fade := (l.high - l.low) * c.perSecond
	if l.vague {
		fade = max(fade, min(vaguePx, l.high*c.perSecond/2))
	}
	if fade < crispPx {
		return 0
	}
	return fade
}

// fades reports whether the end of any bar fades.
func (c *comparison) fades() bool {
	return slices.ContainsFunc(c.order, func(i int) bool { return c.fadePx(i) > 0 })
}

// compare lays bars side by side from one start, longest first, and names what has
// no known length. It returns the figure's end.
func (p *Picture) compare(b *layout.Builder, widthPx float64) float64 {
	m := layout.MetricsFor(widthPx)
	c := p.comparisonAt(widthPx)
	b.Scene.Plot = c.plot
	p.compareAxis(b, m, c.plot, c.longest, c.perSecond)
	end := p.compareLines(b, m, c.plot, c.perSecond)
	for k, i := range c.order {
		p.compareOne(b, m, c, i, c.plot.Y+float64(k)*c.rowPx)
	}
	return p.compareRest(b, m, c.lengths, end+10)
}

// compareOne draws one bar, its title and its length in words.
func (p *Picture) compareOne(b *layout.Builder, m layout.Metrics, c *comparison, i int, y float64) {
	it, l, plot := &p.items[i], c.lengths[i], c.plot
	middle := y + compareRow/2
	label := func(part string, t *scene.Text, x, y float64, paint scene.Paint) {
		b.Words("label:"+it.id+part, it.id, scene.Label, layout.ZWords, t, x, y, paint)
		b.Last().Hit = b.Last().Box
	}
	if c.narrow {
		label("", b.Fonts.Shorten(it.title, listTitle(), plot.W-layout.NameInset), plot.X+layout.NameInset, y+6, scene.Ink)
		middle += listLine - 1
	} else {
		t := b.Fonts.Shorten(it.title, m.Small, plot.X-m.Margin-14)
		label("", t, plot.X-14-t.WidthPx, lineOf(t, middle), scene.Ink)
	}
	high := l.high * c.perSecond
	box := scene.Rect{X: plot.X, Y: middle - compareBar/2, W: max(high, 2), H: compareBar}
	n := scene.Node{ID: "bar:" + it.id, Event: it.id, Role: scene.Bar, Z: layout.ZBar, Shape: scene.Box, Paint: it.paint, Box: box, Base: scene.LeftSide}
	if fade := c.fadePx(i); fade > 0 {
		n.Fade = scene.Fade{From: scene.Point{X: plot.X + high - fade, Y: middle}, To: scene.Point{X: plot.X + high, Y: middle}}
	} else {
		n.Radius = layout.BarRadius
	}
	n.Hit = box.AtLeast(layout.MinTarget, layout.MinTarget)
	b.Add(n)
	t := b.Fonts.Line(l.words, m.Value)
	label(":length", t, box.Right()+spanLead, lineOf(t, middle), scene.Ink)
}

// compareAxis draws lines at lengths that people say, of which the last one names
// the unit.
func (p *Picture) compareAxis(b *layout.Builder, m layout.Metrics, plot scene.Rect, longest, perSecond float64) {
	b.Line("axis", scene.Furniture, layout.ZAxis, scene.Rect{X: plot.X, Y: plot.Y, H: plot.H}, 1, scene.Axis)
	unit, step := axis.LengthStep(longest / scale.Hour)
	stepPx := float64(step) * axis.UnitHours(unit) * scale.Hour * perSecond
	// Up to the longest bar: what lies beyond it measures nothing.
	n := max(1, int(longest*perSecond/stepPx+1e-6))
	free := plot.Right() // where the next name may end
	for k := n; k >= 1; k-- {
		x := plot.X + float64(k)*stepPx
		if x > plot.Right() {
			continue
		}
		b.Line("grid:length:"+strconv.Itoa(k), scene.Furniture, layout.ZGrid, scene.Rect{X: x, Y: plot.Y, H: plot.H}, 1, scene.Grid)
		t := b.Fonts.Line(p.words.LengthTick(k*step, unit, k == n), m.Tick)
		left := x - axis.NameMiddle(b.Fonts, t, p.words.LengthTick(k*step, unit, false))
		if k == n {
			left = min(left, plot.Right()-t.WidthPx)
		}
		if left+t.WidthPx > free || left < plot.X {
			continue
		}
		free = left - 10
		b.Words("length:"+strconv.Itoa(k), "", scene.Furniture, layout.ZAxis, t, left, plot.Y-22, scene.Quiet)
	}
}

// compareRest names the events that have no length to compare: first those that go on,
// each with an arrow as on the calendar, then all others.
func (p *Picture) compareRest(b *layout.Builder, m layout.Metrics, lengths map[int]length, y float64) float64 {
	var ongoing, others []int
	for i := range p.items {
		switch _, known := lengths[i]; {
		case known:
		case p.items[i].goesOn():
			ongoing = append(ongoing, i)
		default:
			others = append(others, i)
		}
	}
	y = p.compareGroup(b, m, "ongoing", p.words.UI.GoesOn, ongoing, y)
	return p.compareGroup(b, m, "others", p.words.UI.OtherEvents, others, y)
}

// goesOn reports whether an event had begun and not ended when its story was written.
func (it *span) goesOn() bool { return it.lasts && it.openTo == edtf.Open }

// compareGroup lists events without a length to compare under a heading.
func (p *Picture) compareGroup(b *layout.Builder, m layout.Metrics, id, heading string, events []int, y float64) float64 {
	if len(events) == 0 {
		return y
	}
	y += 8
	b.Words(id, "", scene.Furniture, layout.ZWords, b.Fonts.Line(heading, scene.Style{Face: scene.SansBold, SizePx: 13}), m.Margin, y, scene.Quiet)
	y += 24
	for _, i := range events {
		it := &p.items[i]
		mark := scene.Rect{X: m.Margin, Y: y + (compareRow-10-dotPx)/2, W: dotPx, H: dotPx}
		mark = p.restMark(b, it, mark)
		room := m.Width - m.Margin - mark.Right() - spanLead
		when := b.Fonts.Line(it.when, listDate())
		t := b.Fonts.Shorten(it.title, m.Small, max(room-when.WidthPx-8, room/2))
		b.Words("label:"+it.id, it.id, scene.Label, layout.ZWords, t, mark.Right()+spanLead, lineOf(t, mark.Centre().Y), scene.Ink)
		b.Last().Hit = b.Last().Box
		if t.WidthPx+8+when.WidthPx <= room {
			b.Words("label:"+it.id+":date", it.id, scene.Label, layout.ZWords, when, mark.Right()+spanLead+t.WidthPx+8, lineOf(when, mark.Centre().Y), scene.Quiet)
		}
		y += compareRow - 10
	}
	return y
}

// restMark draws the mark of an event that has no length to compare: a dot, or a short
// bar with an arrow if the event goes on. It returns the mark's box.
func (p *Picture) restMark(b *layout.Builder, it *span, dot scene.Rect) scene.Rect {
	n := scene.Node{ID: "dot:" + it.id, Event: it.id, Role: scene.Dot, Z: layout.ZBar, Shape: scene.Box, Paint: it.paint, Box: dot, Radius: dotPx / 2}
	if it.goesOn() {
		n.ID, n.Role, n.Radius = "bar:"+it.id, scene.Bar, 0
		tip := n
		n.Box.W = onwardPx
		tip.ID, tip.Shape, tip.Turn = "bar:"+it.id+":on", scene.Triangle, later(b)
		tip.Box = scene.Rect{X: n.Box.Right(), Y: dot.Y, W: arrowPx, H: dot.H}
		b.Add(tip)
		dot.W = onwardPx + arrowPx
	}
	n.Hit = dot.AtLeast(layout.MinTarget, layout.MinTarget)
	b.Add(n)
	return dot
}
