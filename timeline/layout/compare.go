package layout

import (
	"barline/data"
	"barline/scene"
	"barline/typeset"
)

const (
	nameGap    = 14.0 // between a row's name and its bar
	rowWide    = 52.0
	rowNarrow  = 46.0
	compareTop = 34.0
	waitPx     = 13.0
)

// compare lays bars side by side from one start, longest first, and the
// context events under them. It returns where the next part may begin.
func (p *Picture) compare(b *builder, m metrics) float64 {
	names := 0.0 // width of the column of names; none on narrow pages
	if !m.down {
		for _, i := range p.order {
			names = max(names, b.fonts.Width(p.items[i].date, nameStyle(m)), b.fonts.Width(p.items[i].place, m.small))
		}
		if len(p.order) < len(p.items) {
			names = max(names, b.fonts.Width(p.words.UI.Others, m.small))
		}
		names = min(names, m.width*0.3) + nameGap
	}
	f := frame{down: true, plot: scene.Rect{X: m.margin + names, Y: compareTop, W: m.width - 2*m.margin - names - acrossMargin}}
	thick := m.bar
	if !m.down {
		thick = 24
	}
	// First the rows' places, then the axis as long as they are, then the bars.
	type row struct {
		it              *item
		top, wait, talk float64
	}
	var rows []row
	y := 16.0
	for _, i := range p.order {
		it := &p.items[i]
		r := row{it: it, top: y}
		pitch := rowWide
		if m.down {
			pitch = rowNarrow
			y += rowHeight(m.value) + 3
		}
		if it.waits() {
			r.wait = y + rowHeight(m.small) - 2
			y = r.wait + waitPx + 4
			pitch += 6
		}
		r.talk = y
		rows = append(rows, r)
		if m.down {
			y = r.talk + thick + 13
		} else {
			y = r.talk + pitch - 4
		}
	}
	f.plot.H = y
	b.scene.Plot = f.plot
	hourPx := f.acrossPx() / p.maxHours
	p.hoursAxis(b, m, f, hourPx)
	b.line("axis", scene.Furniture, zAxis, f.line(0, 0, f.alongPx(), 0), 1, scene.Axis)
	t := b.fonts.Line(p.words.Number(0), m.tick)
	b.words("hours:0", "", scene.Furniture, zAxis, t, f.plot.X, f.plot.Y-typeset.LineHeightPx(m.tick)-5, scene.Quiet)

	for _, r := range rows {
		var wait, talk scene.Rect
		if r.wait > 0 {
			wait = b.waitBar(f, r.it, r.wait, r.wait+waitPx, r.it.wait.Length.Hours()*hourPx)
			b.take(wait)
		}
		value := r.it.talks.Length.Hours()
		if !r.it.talks.Length.Known() {
			value = unknownHours
		}
		talk = b.lengthBar(f, r.it, r.talk, r.talk+thick, value*hourPx, scene.Talks)
		b.take(talk)
		if r.it.talks.Length.Qualifier == data.Unknown {
			p.question(b, m, r.it, talk)
		}
		p.compareName(b, m, r.it, f, r.top, talk.Union(wait))
		p.compareValue(b, m, r.it, talk, wait)
	}
	return p.compareDots(b, m, f, f.plot.Bottom())
}

func nameStyle(m metrics) scene.Style {
	return scene.Style{Face: scene.SansBold, SizePx: m.value.SizePx}
}

// compareName says which meeting a row is: left of its bar, or over it where
// there is no room.
func (p *Picture) compareName(b *builder, m metrics, it *item, f frame, top float64, bars scene.Rect) {
	date := part{it.date, nameStyle(m), scene.Ink}
	place := part{it.place, m.small, scene.Quiet}
	note := part{it.note, scene.Style{Face: scene.SansBold, SizePx: m.small.SizePx}, scene.Talks}
	if m.down {
		room := f.plot.W
		bl := b.block([]part{date, place, note})
		if bl.w > room {
			bl = b.block([]part{date, note})
		}
		if bl.w > room {
			date.text = b.fonts.Shorten(date.text, date.style, room-b.fonts.Width(note.text, note.style)-partGap).String
			bl = b.block([]part{date, note})
		}
		b.put(it.id, it.id, bl, spot{x: f.plot.X, y: f.plot.Y + top})
		return
	}
	room := f.plot.X - m.margin - nameGap
	place.text = b.fonts.Shorten(place.text, place.style, room).String
	date.text = b.fonts.Shorten(date.text, date.style, room).String
	bl := b.block([]part{date}, []part{place})
	b.put(it.id, it.id, bl, spot{x: f.plot.X - nameGap - bl.w, y: bars.Centre().Y - bl.h/2, align: 1})
}

// compareValue says how long: after the bar, and over the wait.
func (p *Picture) compareValue(b *builder, m metrics, it *item, talk, wait scene.Rect) {
	bounds := scene.Rect{X: m.margin, Y: 0, W: m.width - 2*m.margin, H: 1e6}
	length := part{it.length, m.value, scene.Ink}
	remark := part{it.lengthNote, m.small, scene.Quiet}
	var note part
	if !m.down {
		note = part{it.note, scene.Style{Face: scene.SansBold, SizePx: m.small.SizePx}, scene.Talks}
	}
	after := func(bl block) []spot { return []spot{{x: talk.Right() + 10, y: talk.Centre().Y - bl.h/2}} }
	b.place(it.id+":value", it.id, bounds, []block{
		b.block([]part{length, note, remark}), b.block([]part{length}, []part{note, remark}),
		b.block([]part{length, remark}), b.block([]part{length, note}), b.block([]part{length}),
		b.block([]part{{it.lengthShort, m.value, scene.Ink}}),
	}, after)
	if wait.Empty() {
		return
	}
	b.place(it.id+":wait", it.id, bounds, []block{
		b.block([]part{{it.waited, m.small, scene.Quiet}}), b.block([]part{{it.waitedShort, m.small, scene.Quiet}}),
	}, func(bl block) []spot {
		return []spot{{x: wait.Right() + 10, y: wait.Centre().Y - bl.h/2}, {x: wait.Right() - bl.w, y: wait.Y - bl.h - 1, align: 1}}
	})
}

// compareDots lists the context events, which have no length to compare.
func (p *Picture) compareDots(b *builder, m metrics, f frame, y float64) float64 {
	first := true
	for i := range p.items {
		it := &p.items[i]
		if it.hasTalks {
			continue
		}
		if first {
			first = false
			y += 18
			t := b.fonts.Line(p.words.UI.Others, m.small)
			if m.down {
				b.words("others", "", scene.Furniture, zWords, t, f.plot.X, y, scene.Quiet)
				y += lineHeight(m) + 4
			} else {
				b.words("others", "", scene.Furniture, zWords, t, f.plot.X-nameGap-t.WidthPx, y+laneStep/2-lineHeight(m)/2, scene.Quiet)
			}
		}
		y += laneStep / 2
		box := b.dot(it, scene.Point{X: f.plot.X + dotPx/2 + 1, Y: y})
		room := m.width - m.margin - box.Right() - 7 - b.fonts.Width(it.dateShort, m.small) - partGap
		short := b.fonts.Shorten(it.short, m.small, room).String
		bl := b.block([]part{{short, m.small, scene.Ink}, {it.dateShort, m.small, scene.Quiet}})
		b.put(it.id, it.id, bl, spot{x: box.Right() + 7, y: y - bl.h/2})
		y += laneStep / 2
	}
	return y
}
