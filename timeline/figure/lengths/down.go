package lengths

import (
	"cmp"
	"slices"

	"barline/scene"
	"barline/timeline/layout"
	"barline/timeline/scale"
)

// dotX is where dots stand on a narrow page, from the axis.
const dotX = 16.0

// dotRow is the row of a context event: its date, along, and what it takes.
type dotRow struct {
	it  *item
	at  float64
	box scene.Rect
	// bare: there is no room for its words.
	bare bool
}

// dotRows puts the context events of a narrow calendar under the bars of
// their days, a row each, on a stem that begins at their date. It returns the
// end of the last row, which is beyond end only if there is no other place.
func (p *Picture) dotRows(b *layout.Builder, m layout.Metrics, f layout.Frame, s *scale.Calendar, end float64) float64 {
	bottom := 0.0
	rows := p.rowsOfDots(b, f, s, end)
	last := scene.Rect{}
	for i, row := range rows {
		it := row.it
		centre := scene.Point{X: f.Plot.X + dotX, Y: row.box.Centre().Y}
		box := dot(b, it, centre)
		date := f.Point(row.at, 0).Y
		from, to := date, box.Y
		if !last.Empty() && last.Y >= from-1 {
			from = last.Bottom()
		}
		if date > box.Bottom() {
			// It stands over its date; the next stands on one stem with it.
			from, to = box.Bottom(), date
			if i+1 < len(rows) {
				to = min(to, rows[i+1].box.Centre().Y-dotPx/2)
			}
		}
		from, to = pastBars(b, centre.X, from, to, date > box.Bottom())
		if to-from > 1 {
			stem := scene.Rect{X: centre.X, Y: from, H: to - from}
			b.Line("stem:"+it.id, scene.Leader, layout.ZLeader, stem, 1, scene.Axis)
			b.Last().Event = it.id
			b.Take(layout.LineBox(stem))
		}
		last = box
		if row.bare {
			continue
		}
		t := b.Fonts.Shorten(it.short, m.Small, f.AcrossPx()-dotX-dotPx)
		bl := b.Block([]layout.Part{layout.PartOf(t.String, m.Small, scene.Ink)})
		b.Put(it.id, it.id, bl, layout.Spot{X: box.Right() + 7, Y: centre.Y - bl.H/2})
		b.Take(scene.Rect{X: row.box.X, Y: row.box.Y, W: box.Right() + 7 + bl.W - row.box.X, H: row.box.H})
		bottom = max(bottom, row.box.Bottom())
	}
	if bottom > f.Plot.Bottom() {
		b.Line("axis:on", scene.Furniture, layout.ZAxis, scene.Rect{X: f.Plot.X, Y: f.Plot.Bottom(), H: bottom - f.Plot.Bottom()}, 1, scene.Axis)
	}
	return bottom
}

// pastBars is what is left of a stem that begins where the bars end through which it
// would run: at its upper end, or, if it leads up to its date, at its lower one.
func pastBars(b *layout.Builder, x, from, to float64, up bool) (float64, float64) {
	for i := range b.Scene.Nodes {
		n := &b.Scene.Nodes[i]
		if n.Role != scene.Bar && n.Role != scene.Wait || n.Box.X > x || n.Box.Right() < x || n.Box.Bottom() <= from || n.Box.Y >= to {
			continue
		}
		if up {
			to = n.Box.Y
		} else {
			from = n.Box.Bottom()
		}
	}
	return from, to
}

// rowsOfDots finds a row for each context event in view: the first free one from
// its date on. What would stand beyond end stands over it instead: a figure that
// grew while the view moves would move the page under it. Where there is no free
// place at all it has no words.
func (p *Picture) rowsOfDots(b *layout.Builder, f layout.Frame, s *scale.Calendar, end float64) []dotRow {
	var rows []dotRow
	for it, at := range p.inView(s, false) {
		box := f.Rect(at-laneStep/2, at+laneStep/2, 0, f.AcrossPx())
		for !b.Free(box) || len(rows) > 0 && box.Y < rows[len(rows)-1].box.Bottom() {
			box.Y++
		}
		rows = append(rows, dotRow{it: it, at: at, box: box})
	}
	for i := len(rows) - 1; i >= 0 && rows[i].box.Bottom() > end; i-- {
		row := &rows[i]
		last := max(end, f.Plot.Y+row.box.H)
		for row.box.Y = end - row.box.H; !b.Free(row.box) && row.box.Y >= f.Plot.Y; {
			row.box.Y--
		}
		if row.bare = row.box.Y < f.Plot.Y; row.bare {
			row.box.Y = last - row.box.H
			continue
		}
		end = row.box.Y
	}
	return rows
}

// downLabels labels the bars of a narrow calendar: after the bar's end, else
// over or under it. It reports false if one has no place for its length.
func (p *Picture) downLabels(b *layout.Builder, m layout.Metrics, f layout.Frame, groups []group) bool {
	bounds := scene.Rect{X: f.Plot.X, Y: f.Plot.Y - 2, W: m.Width - m.Margin - f.Plot.X + 8, H: f.Plot.H + 2}
	all := true
	// A wait has the fewest places to go.
	for i := range groups {
		if g := &groups[i]; !g.wait.Empty() {
			all = b.Place(g.it.id+":wait", g.it.id, bounds, p.waitRows(b, m, g.it), func(bl layout.Block) []layout.Spot {
				return notAfter(groups, g, bl, append(afterSpots(g.wait, bl), aroundSpots(g.wait, bl, bounds)...))
			}) && all
		}
	}
	for i := range groups {
		g := &groups[i]
		whole, short := p.talkRows(b, m, g.it)
		// Words right after the bar are understood best, even short ones.
		after := func(bl layout.Block) []layout.Spot { return notAfter(groups, g, bl, afterSpots(g.talk, bl)) }
		around := func(bl layout.Block) []layout.Spot { return notAfter(groups, g, bl, aroundSpots(g.talk, bl, bounds)) }
		beside := whole
		if g.it.note == "" { // short ones would lose it
			beside = append(beside, short[:2]...)
		}
		all = (b.Place(g.it.id, g.it.id, bounds, beside, after) ||
			b.Place(g.it.id, g.it.id, bounds, whole, around) ||
			b.Place(g.it.id, g.it.id, bounds, short, after) ||
			b.Place(g.it.id, g.it.id, bounds, short, around)) && all
	}
	return all
}

// notAfter keeps the spots that do not stand after another meeting's bar, where
// the words would be read as that one's.
func notAfter(groups []group, own *group, bl layout.Block, spots []layout.Spot) []layout.Spot {
	return slices.DeleteFunc(spots, func(s layout.Spot) bool {
		// Groups are in order: only those beside the words matter.
		top := own.middle + s.Y - own.talk.Centre().Y - besidePx
		first, _ := slices.BinarySearchFunc(groups, top, func(g group, at float64) int { return cmp.Compare(g.middle, at) })
		for i := first; i < len(groups) && groups[i].middle < top+bl.H+2*besidePx; i++ {
			for _, bar := range []scene.Rect{groups[i].talk, groups[i].wait} {
				y := bar.Centre().Y
				if &groups[i] != own && !bar.Empty() && s.X >= bar.Right() && s.Y+1 < y && s.Y+bl.H-1 > y {
					return true
				}
			}
		}
		return false
	})
}

// besidePx is more than the middles of two bars of a meeting are apart.
const besidePx = 40.0

func (p *Picture) waitRows(b *layout.Builder, m layout.Metrics, it *item) []layout.Block {
	row := func(text string) layout.Block {
		return b.Block([]layout.Part{layout.PartOf(text, m.Small, scene.Quiet)})
	}
	return []layout.Block{row(it.waited), row(it.waitedShort)}
}

// talkRows are the variants of a meeting's label: whole, in one line or two,
// and shortened.
func (p *Picture) talkRows(b *layout.Builder, m layout.Metrics, it *item) (whole, short []layout.Block) {
	note := layout.PartOf(it.note, noteStyle(m), scene.Talks)
	length := layout.PartOf(it.length, m.Value, scene.Ink)
	brief := layout.PartOf(it.lengthShort, m.Value, scene.Ink)
	where := it.dateShort
	if it.byMonth {
		where = it.date
	}
	if it.place != "" {
		where = p.words.Clauses(where, it.place)
	}
	place := layout.PartOf(where, m.Small, scene.Quiet)
	date := layout.PartOf(it.dateShort, m.Small, scene.Quiet)
	remark := layout.PartOf(it.lengthNote, m.Small, scene.Quiet)
	if !it.talks.Length.Known() {
		bare := []layout.Block{b.Block([]layout.Part{length, remark}), b.Block([]layout.Part{length}, []layout.Part{remark})}
		if it.byMonth { // a bracket shows when it was
			whole = bare
		} else {
			whole = append([]layout.Block{b.Block([]layout.Part{length, remark}, []layout.Part{place}), b.Block([]layout.Part{length, date}, []layout.Part{remark})}, bare...)
		}
		return whole,
			[]layout.Block{b.Block([]layout.Part{brief, remark}), b.Block([]layout.Part{brief})}
	}
	town := layout.PartOf(it.place, m.Small, scene.Quiet)
	whole = []layout.Block{
		b.Block([]layout.Part{length, note}, []layout.Part{remark, place}), b.Block([]layout.Part{length, remark, note, place}),
		b.Block([]layout.Part{length, date}, []layout.Part{remark, note, town}),
	}
	if it.note != "" {
		whole = append(whole, b.Block([]layout.Part{length}, []layout.Part{note}, []layout.Part{place}))
	}
	return whole, []layout.Block{
		b.Block([]layout.Part{brief, remark, place}),
		b.Block([]layout.Part{brief, date}, []layout.Part{remark, town}),
		b.Block([]layout.Part{length, date}, []layout.Part{note}),
		b.Block([]layout.Part{length, date}),
		b.Block([]layout.Part{brief, date}),
		b.Block([]layout.Part{brief}),
	}
}

// downRoom is the room that a meeting's words take after its bar: with date and
// place unless that is too much of the page.
func (p *Picture) downRoom(b *layout.Builder, m layout.Metrics, it *item, px float64) float64 {
	whole, short := p.talkRows(b, m, it)
	var widths []float64
	for _, bl := range append(whole[:1:1], short...) {
		widths = append(widths, bl.W)
	}
	return 8 + widestOf(px*roomShare, widths...)
}

// afterSpots stand after a bar's end, staggered up or down by a few pixels.
func afterSpots(bar scene.Rect, bl layout.Block) []layout.Spot {
	y := bar.Centre().Y - bl.H/2
	var spots []layout.Spot
	for _, d := range []float64{0, -3, 3, -6, 6, -9, 9, -12, 12, -14, 14} {
		spots = append(spots, layout.Spot{X: bar.Right() + 7, Y: y + d})
	}
	return spots
}

// aroundSpots stand over and under a bar, its start first, then beside its
// end with a line that leads there.
func aroundSpots(bar scene.Rect, bl layout.Block, bounds scene.Rect) []layout.Spot {
	var spots []layout.Spot
	for _, y := range []float64{bar.Y - bl.H - 4, bar.Y - bl.H - 2, bar.Bottom() + 4, bar.Bottom() + 2} {
		spots = append(spots, layout.Spot{X: bar.X + 6, Y: y})
		// Further on it must still stand over the bar, or nobody sees whose it is.
		if x := bounds.Right() - 8 - bl.W; x < bar.Right()-bl.W/3 {
			spots = append(spots, layout.Spot{X: x, Y: y, Align: 1})
		}
	}
	y := bar.Centre().Y - bl.H/2
	for _, d := range []float64{12, -12, 20, -20, 28, -28} {
		leader := scene.Rect{X: bar.Right() + 3, Y: bar.Centre().Y, W: 12, H: d}
		spots = append(spots, layout.Spot{X: bar.Right() + 20, Y: y + d, Leader: leader})
	}
	return spots
}
