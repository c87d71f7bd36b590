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
// was at least low, and high at most.
type length struct {
	low, stated, high float64
	words             string
}

// lengthOf is how long an event took; ok is false if nobody knows, or if it was a
// moment.
func (p *Picture) lengthOf(i int) (l length, ok bool) {
	e := p.story.Event(i)
	if talks, said := e.Talks(); said {
		seconds := float64(talks.Length.Seconds)
		return length{seconds, seconds, seconds, p.words.Sentence(p.words.Length(talks.Length))}, talks.Length.Known()
	}
	it := &p.items[i]
	if !it.lasts || it.openFrom != edtf.Dated || it.openTo != edtf.Dated {
		return length{}, false
	}
	l = length{low: it.sureTo - it.sureFrom, high: it.to - it.from}
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
)

// compare lays bars side by side from one start, longest first, and names what has
// no known length. It returns the figure's end.
func (p *Picture) compare(b *layout.Builder, widthPx float64) float64 {
	m := layout.MetricsFor(widthPx)
	order, lengths := p.comparable()
	narrow := widthPx < view.WideFrom
	plot := scene.Rect{X: m.Margin, Y: compareHead, W: widthPx - 2*m.Margin}
	row := compareRow
	if narrow {
		row += listLine
	} else {
		names := 0.0
		for _, i := range order {
			names = max(names, b.Fonts.Width(p.items[i].title, m.Small))
		}
		names = math.Ceil(min(names, nameShare*plot.W)) + 14
		plot.X, plot.W = plot.X+names, plot.W-names
	}
	plot.H = float64(len(order)) * row
	b.Scene.Plot = plot
	// Every bar's length in words has room after it.
	perSecond := math.Inf(1)
	for _, i := range order {
		room := plot.W - b.Fonts.Width(lengths[i].words, m.Value) - spanLead
		perSecond = min(perSecond, max(room, 40)/lengths[i].high)
	}
	longest := lengths[order[0]].high
	if line := p.annotations.LongestHours(2*longest/scale.Hour) * scale.Hour; line > longest {
		longest = line
		perSecond = min(perSecond, plot.W/line)
	}
	p.compareAxis(b, m, plot, longest, perSecond)
	end := p.compareLines(b, m, plot, perSecond)
	for k, i := range order {
		p.compareOne(b, m, plot, i, lengths[i], perSecond, plot.Y+float64(k)*row, narrow)
	}
	return p.compareRest(b, m, lengths, end+10)
}

// compareOne draws one bar, its title and its length in words.
func (p *Picture) compareOne(b *layout.Builder, m layout.Metrics, plot scene.Rect, i int, l length, perSecond, y float64, narrow bool) {
	it := &p.items[i]
	middle := y + compareRow/2
	label := func(part string, t *scene.Text, x, y float64, paint scene.Paint) {
		b.Words("label:"+it.id+part, it.id, scene.Label, layout.ZWords, t, x, y, paint)
		b.Last().Hit = b.Last().Box
	}
	if narrow {
		label("", b.Fonts.Shorten(it.title, listTitle(), plot.W-layout.NameInset), plot.X+layout.NameInset, y+6, scene.Ink)
		middle += listLine - 1
	} else {
		t := b.Fonts.Shorten(it.title, m.Small, plot.X-m.Margin-14)
		label("", t, plot.X-14-t.WidthPx, lineOf(t, middle), scene.Ink)
	}
	low, high := l.low*perSecond, l.high*perSecond
	box := scene.Rect{X: plot.X, Y: middle - compareBar/2, W: max(high, 2), H: compareBar}
	n := scene.Node{ID: "bar:" + it.id, Event: it.id, Role: scene.Bar, Z: layout.ZBar, Shape: scene.Box, Paint: it.paint, Box: box, Base: scene.LeftSide}
	if high-low >= crispPx {
		n.Fade = scene.Fade{From: scene.Point{X: plot.X + low, Y: middle}, To: scene.Point{X: plot.X + high, Y: middle}}
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

// compareRest names the events that have no length to compare.
func (p *Picture) compareRest(b *layout.Builder, m layout.Metrics, lengths map[int]length, y float64) float64 {
	first := true
	for i := range p.items {
		if _, known := lengths[i]; known {
			continue
		}
		if first {
			first = false
			y += 8
			b.Words("others", "", scene.Furniture, layout.ZWords, b.Fonts.Line(p.words.UI.OtherEvents, scene.Style{Face: scene.SansBold, SizePx: 13}), m.Margin, y, scene.Quiet)
			y += 24
		}
		it := &p.items[i]
		box := scene.Rect{X: m.Margin, Y: y + (compareRow-10-dotPx)/2, W: dotPx, H: dotPx}
		b.Add(scene.Node{ID: "dot:" + it.id, Event: it.id, Role: scene.Dot, Z: layout.ZBar, Shape: scene.Box, Paint: it.paint, Box: box, Radius: dotPx / 2, Hit: box.AtLeast(layout.MinTarget, layout.MinTarget)})
		room := m.Width - 2*m.Margin - dotPx - spanLead
		when := b.Fonts.Line(it.when, listDate())
		t := b.Fonts.Shorten(it.title, m.Small, max(room-when.WidthPx-8, room/2))
		b.Words("label:"+it.id, it.id, scene.Label, layout.ZWords, t, box.Right()+spanLead, lineOf(t, box.Centre().Y), scene.Ink)
		b.Last().Hit = b.Last().Box
		if t.WidthPx+8+when.WidthPx <= room {
			b.Words("label:"+it.id+":date", it.id, scene.Label, layout.ZWords, when, box.Right()+spanLead+t.WidthPx+8, lineOf(when, box.Centre().Y), scene.Quiet)
		}
		y += compareRow - 10
	}
	return y
}
