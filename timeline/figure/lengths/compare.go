package lengths

import (
	"barline/data"
	"barline/scene"
	"barline/timeline/layout"
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
// context events under them. It returns where the next layout.Part may begin.
func (p *Picture) compare(b *layout.Builder, m layout.Metrics) float64 {
	names := 0.0 // width of the column of names; none on narrow pages
	if !m.Down {
		for _, i := range p.order {
			names = max(names, b.Fonts.Width(p.items[i].date, nameStyle(m)), b.Fonts.Width(p.items[i].place, m.Small))
		}
		if len(p.order) < len(p.items) {
			names = max(names, b.Fonts.Width(p.words.UI.Others, m.Small))
		}
		names = min(names, m.Width*0.3) + nameGap
	}
	f := layout.Frame{Down: true, Plot: scene.Rect{X: m.Margin + names, Y: compareTop, W: m.Width - 2*m.Margin - names - acrossMargin}}
	thick := m.Bar
	if !m.Down {
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
		if m.Down {
			pitch = rowNarrow
			y += layout.RowHeight(m.Value) + 3
		}
		if it.waits() {
			r.wait = y + layout.RowHeight(m.Small) - 2
			y = r.wait + waitPx + 4
			pitch += 6
		}
		r.talk = y
		rows = append(rows, r)
		if m.Down {
			y = r.talk + thick + 13
		} else {
			y = r.talk + pitch - 4
		}
	}
	f.Plot.H = y
	b.Scene.Plot = f.Plot
	hourPx := f.AcrossPx() / p.maxHours
	p.hoursAxis(b, m, f, hourPx)
	b.Line("axis", scene.Furniture, layout.ZAxis, f.Line(0, 0, f.AlongPx(), 0), 1, scene.Axis)
	t := b.Fonts.Line(p.words.Number(0), m.Tick)
	b.Words("hours:0", "", scene.Furniture, layout.ZAxis, t, f.Plot.X, f.Plot.Y-typeset.LineHeightPx(m.Tick)-5, scene.Quiet)

	for _, r := range rows {
		var wait, talk scene.Rect
		if r.wait > 0 {
			wait = waitBar(b, f, r.it, r.wait, r.wait+waitPx, r.it.wait.Length.Hours()*hourPx)
			b.Take(wait)
		}
		value := r.it.talks.Length.Hours()
		if !r.it.talks.Length.Known() {
			value = unknownHours
		}
		talk = lengthBar(b, f, r.it, r.talk, r.talk+thick, value*hourPx, scene.Talks)
		b.Take(talk)
		if r.it.talks.Length.Qualifier == data.Unknown {
			p.question(b, m, r.it, talk)
		}
		p.compareName(b, m, r.it, f, r.top, talk.Union(wait))
		p.compareValue(b, m, r.it, talk, wait)
	}
	return p.compareDots(b, m, f, f.Plot.Bottom())
}

func nameStyle(m layout.Metrics) scene.Style {
	return scene.Style{Face: scene.SansBold, SizePx: m.Value.SizePx}
}

// compareName says which meeting a row is: left of its bar, or over it where
// there is no room.
func (p *Picture) compareName(b *layout.Builder, m layout.Metrics, it *item, f layout.Frame, top float64, bars scene.Rect) {
	date := layout.PartOf(it.date, nameStyle(m), scene.Ink)
	place := layout.PartOf(it.place, m.Small, scene.Quiet)
	note := layout.PartOf(it.note, scene.Style{Face: scene.SansBold, SizePx: m.Small.SizePx}, scene.Talks)
	if m.Down {
		room := f.Plot.W
		bl := b.Block([]layout.Part{date, place, note})
		if bl.W > room {
			bl = b.Block([]layout.Part{date, note})
		}
		if bl.W > room {
			date.Text = b.Fonts.Shorten(date.Text, date.Style, room-b.Fonts.Width(note.Text, note.Style)-layout.PartGap).String
			bl = b.Block([]layout.Part{date, note})
		}
		b.Put(it.id, it.id, bl, layout.Spot{X: f.Plot.X, Y: f.Plot.Y + top})
		return
	}
	room := f.Plot.X - m.Margin - nameGap
	place.Text = b.Fonts.Shorten(place.Text, place.Style, room).String
	date.Text = b.Fonts.Shorten(date.Text, date.Style, room).String
	bl := b.Block([]layout.Part{date}, []layout.Part{place})
	b.Put(it.id, it.id, bl, layout.Spot{X: f.Plot.X - nameGap - bl.W, Y: bars.Centre().Y - bl.H/2, Align: 1})
}

// compareValue says how long: after the bar, and over the wait.
func (p *Picture) compareValue(b *layout.Builder, m layout.Metrics, it *item, talk, wait scene.Rect) {
	bounds := scene.Rect{X: m.Margin, Y: 0, W: m.Width - 2*m.Margin, H: 1e6}
	length := layout.PartOf(it.length, m.Value, scene.Ink)
	remark := layout.PartOf(it.lengthNote, m.Small, scene.Quiet)
	var note layout.Part
	if !m.Down {
		note = layout.PartOf(it.note, scene.Style{Face: scene.SansBold, SizePx: m.Small.SizePx}, scene.Talks)
	}
	after := func(bl layout.Block) []layout.Spot {
		return []layout.Spot{{X: talk.Right() + 10, Y: talk.Centre().Y - bl.H/2}}
	}
	b.Place(it.id+":value", it.id, bounds, []layout.Block{
		b.Block([]layout.Part{length, note, remark}), b.Block([]layout.Part{length}, []layout.Part{note, remark}),
		b.Block([]layout.Part{length, remark}), b.Block([]layout.Part{length, note}), b.Block([]layout.Part{length}),
		b.Block([]layout.Part{layout.PartOf(it.lengthShort, m.Value, scene.Ink)}),
	}, after)
	if wait.Empty() {
		return
	}
	b.Place(it.id+":wait", it.id, bounds, []layout.Block{
		b.Block([]layout.Part{layout.PartOf(it.waited, m.Small, scene.Quiet)}), b.Block([]layout.Part{layout.PartOf(it.waitedShort, m.Small, scene.Quiet)}),
	}, func(bl layout.Block) []layout.Spot {
		return []layout.Spot{{X: wait.Right() + 10, Y: wait.Centre().Y - bl.H/2}, {X: wait.Right() - bl.W, Y: wait.Y - bl.H - 1, Align: 1}}
	})
}

// compareDots lists the context events, which have no length to compare.
func (p *Picture) compareDots(b *layout.Builder, m layout.Metrics, f layout.Frame, y float64) float64 {
	first := true
	for i := range p.items {
		it := &p.items[i]
		if it.hasTalks {
			continue
		}
		if first {
			first = false
			y += 18
			t := b.Fonts.Line(p.words.UI.Others, m.Small)
			if m.Down {
				b.Words("others", "", scene.Furniture, layout.ZWords, t, f.Plot.X, y, scene.Quiet)
				y += lineHeight(m) + 4
			} else {
				b.Words("others", "", scene.Furniture, layout.ZWords, t, f.Plot.X-nameGap-t.WidthPx, y+laneStep/2-lineHeight(m)/2, scene.Quiet)
			}
		}
		y += laneStep / 2
		box := dot(b, it, scene.Point{X: f.Plot.X + dotPx/2 + 1, Y: y})
		room := m.Width - m.Margin - box.Right() - 7 - b.Fonts.Width(it.dateShort, m.Small) - layout.PartGap
		short := b.Fonts.Shorten(it.short, m.Small, room).String
		bl := b.Block([]layout.Part{layout.PartOf(short, m.Small, scene.Ink), layout.PartOf(it.dateShort, m.Small, scene.Quiet)})
		b.Put(it.id, it.id, bl, layout.Spot{X: box.Right() + 7, Y: y - bl.H/2})
		y += laneStep / 2
	}
	return y
}
