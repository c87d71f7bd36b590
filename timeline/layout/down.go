package layout

import (
	"slices"

	"barline/scene"
	"barline/timeline/scale"
)

// dotX is where dots stand on a narrow page, from the axis.
const dotX = 16.0

// dotRow is the row of a context event: its date, along, and what it takes.
type dotRow struct {
	it  *item
	at  float64
	box scene.Rect
}

// dotRows puts the context events of a narrow calendar under the bars of
// their days, a row each, on a stem that begins at their date. It returns the
// end of the last row, which is beyond end only if there is no other place.
func (p *Picture) dotRows(b *builder, m metrics, f frame, s scale.Scale, end float64) float64 {
	bottom := 0.0
	rows := p.rowsOfDots(b, f, s, end)
	last := scene.Rect{}
	for i, row := range rows {
		it := row.it
		centre := scene.Point{X: f.plot.X + dotX, Y: row.box.Centre().Y}
		box := b.dot(it, centre)
		date := f.point(row.at, 0).Y
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
		if to-from > 1 {
			b.line("stem:"+it.id, scene.Leader, zLeader, scene.Rect{X: centre.X, Y: from, H: to - from}, 1, scene.Axis)
			b.last().Event = it.id
		}
		last = box
		t := b.fonts.Shorten(it.short, m.small, f.acrossPx()-dotX-dotPx)
		bl := b.block([]part{{t.String, m.small, scene.Ink}})
		b.put(it.id, it.id, bl, spot{x: box.Right() + 7, y: centre.Y - bl.h/2})
		b.take(scene.Rect{X: row.box.X, Y: row.box.Y, W: box.Right() + 7 + bl.w - row.box.X, H: row.box.H})
		bottom = max(bottom, row.box.Bottom())
	}
	if bottom > f.plot.Bottom() {
		b.line("axis:on", scene.Furniture, zAxis, scene.Rect{X: f.plot.X, Y: f.plot.Bottom(), H: bottom - f.plot.Bottom()}, 1, scene.Axis)
	}
	return bottom
}

// rowsOfDots finds a row for each context event in view: the first free one from
// its date on. What would stand beyond end stands over it instead, if there is
// room: a figure that grew while the view moves would move the page under it.
func (p *Picture) rowsOfDots(b *builder, f frame, s scale.Scale, end float64) []dotRow {
	var rows []dotRow
	for it, at := range p.inView(s, false) {
		box := f.rect(at-laneStep/2, at+laneStep/2, 0, f.acrossPx())
		for !b.free(box) || len(rows) > 0 && box.Y < rows[len(rows)-1].box.Bottom() {
			box.Y++
		}
		rows = append(rows, dotRow{it, at, box})
	}
	raised := slices.Clone(rows)
	for i := len(raised) - 1; i >= 0 && raised[i].box.Bottom() > end; i-- {
		box := &raised[i].box
		for box.Y = end - box.H; !b.free(*box); box.Y-- {
			if box.Y < f.plot.Y {
				return rows
			}
		}
		end = box.Y
	}
	if end < f.plot.Y {
		return rows
	}
	return raised
}

// downLabels labels the bars of a narrow calendar: after the bar's end, else
// over or under it.
func (p *Picture) downLabels(b *builder, m metrics, f frame, groups []group) {
	bounds := scene.Rect{X: f.plot.X, Y: f.plot.Y - 2, W: m.width - m.margin - f.plot.X + 8, H: f.plot.H + 40}
	// A wait has the fewest places to go.
	for i := range groups {
		if g := &groups[i]; !g.wait.Empty() {
			b.place(g.it.id+":wait", g.it.id, bounds, p.waitRows(b, m, g.it), func(bl block) []spot {
				return notAfter(groups, g, bl, append(afterSpots(g.wait, bl), aroundSpots(g.wait, bl, bounds)...))
			})
		}
	}
	for i := range groups {
		g := &groups[i]
		whole, short := p.talkRows(b, m, g.it)
		// Words right after the bar are understood best, even short ones.
		after := func(bl block) []spot { return notAfter(groups, g, bl, afterSpots(g.talk, bl)) }
		around := func(bl block) []spot { return notAfter(groups, g, bl, aroundSpots(g.talk, bl, bounds)) }
		beside := whole
		if g.it.note == "" { // short ones would lose it
			beside = append(beside, short[:2]...)
		}
		_ = b.place(g.it.id, g.it.id, bounds, beside, after) ||
			b.place(g.it.id, g.it.id, bounds, whole, around) ||
			b.place(g.it.id, g.it.id, bounds, short, after) ||
			b.place(g.it.id, g.it.id, bounds, short, around)
	}
}

// notAfter keeps the spots that do not stand after another meeting's bar, where
// the words would be read as that one's.
func notAfter(groups []group, own *group, bl block, spots []spot) []spot {
	return slices.DeleteFunc(spots, func(s spot) bool {
		for i := range groups {
			for _, bar := range []scene.Rect{groups[i].talk, groups[i].wait} {
				y := bar.Centre().Y
				if &groups[i] != own && !bar.Empty() && s.x >= bar.Right() && s.y+1 < y && s.y+bl.h-1 > y {
					return true
				}
			}
		}
		return false
	})
}

func (p *Picture) waitRows(b *builder, m metrics, it *item) []block {
	row := func(text string) block { return b.block([]part{{text, m.small, scene.Quiet}}) }
	return []block{row(it.waited), row(it.waitedShort)}
}

// talkRows are the variants of a meeting's label: whole, in one line or two,
// and shortened.
func (p *Picture) talkRows(b *builder, m metrics, it *item) (whole, short []block) {
	note := part{it.note, scene.Style{Face: scene.SansBold, SizePx: m.small.SizePx}, scene.Talks}
	length := part{it.length, m.value, scene.Ink}
	brief := part{it.lengthShort, m.value, scene.Ink}
	where := it.dateShort
	if it.byMonth {
		where = it.date
	}
	if it.place != "" {
		where = p.words.Clauses(where, it.place)
	}
	place := part{where, m.small, scene.Quiet}
	date := part{it.dateShort, m.small, scene.Quiet}
	remark := part{it.lengthNote, m.small, scene.Quiet}
	if !it.talks.Length.Known() {
		return []block{b.block([]part{length, remark}), b.block([]part{length}, []part{remark})},
			[]block{b.block([]part{brief, remark}), b.block([]part{brief})}
	}
	town := part{it.place, m.small, scene.Quiet}
	whole = []block{
		b.block([]part{length, note}, []part{remark, place}), b.block([]part{length, remark, note, place}),
		b.block([]part{length, date}, []part{remark, note, town}),
	}
	if it.note != "" {
		whole = append(whole, b.block([]part{length}, []part{note}, []part{place}))
	}
	return whole, []block{
		b.block([]part{brief, remark, place}),
		b.block([]part{brief, date}, []part{remark, town}),
		b.block([]part{length, date}, []part{note}),
		b.block([]part{length, date}),
		b.block([]part{brief, date}),
		b.block([]part{brief}),
	}
}

// afterSpots stand after a bar's end, staggered up or down by a few pixels.
func afterSpots(bar scene.Rect, bl block) []spot {
	y := bar.Centre().Y - bl.h/2
	var spots []spot
	for _, d := range []float64{0, -3, 3, -6, 6, -9, 9} {
		spots = append(spots, spot{x: bar.Right() + 7, y: y + d})
	}
	return spots
}

// aroundSpots stand over and under a bar, its start first, then beside its
// end with a line that leads there.
func aroundSpots(bar scene.Rect, bl block, bounds scene.Rect) []spot {
	var spots []spot
	for _, y := range []float64{bar.Y - bl.h - 4, bar.Y - bl.h - 2, bar.Bottom() + 4, bar.Bottom() + 2} {
		spots = append(spots, spot{x: bar.X + 6, y: y}, spot{x: bounds.Right() - 8 - bl.w, y: y, align: 1})
	}
	y := bar.Centre().Y - bl.h/2
	for _, d := range []float64{12, -12, 20, -20} {
		leader := scene.Rect{X: bar.Right() + 3, Y: bar.Centre().Y, W: 12, H: d}
		spots = append(spots, spot{x: bar.Right() + 20, y: y + d, leader: leader})
	}
	return spots
}
