package lengths

import (
	"barline/scene"
	"barline/timeline/layout"
)

const (
	nameGap    = 14.0 // between a row's name and its bar
	rowWide    = 52.0
	rowNarrow  = 46.0
	compareTop = 34.0
)

// compare lays bars side by side from one start, longest first, and the
// context events under them. It returns where the next part may begin.
func (p *Picture) compare(b *layout.Builder, m layout.Metrics) float64 {
	rows := make([]row, len(p.order))
	for i, at := range p.order {
		rows[i].it = &p.items[at]
	}
	end := p.list(b, m, rows)
	return p.compareDots(b, m, b.Scene.Plot.X, end)
}

func nameStyle(m layout.Metrics) scene.Style {
	return scene.Style{Face: scene.SansBold, SizePx: m.Value.SizePx}
}

// compareName says which meeting a row is: left of its bar, or over it where
// there is no room.
func (p *Picture) compareName(b *layout.Builder, m layout.Metrics, it *item, f layout.Frame, top float64, bars scene.Rect) {
	date := layout.PartOf(p.words.Sentence(it.date), nameStyle(m), scene.Ink)
	place := layout.PartOf(it.place, m.Small, scene.Quiet)
	note := layout.PartOf(it.note, noteStyle(m), scene.Talks)
	if m.Down {
		room := f.Plot.W - layout.NameInset
		bl := b.Block([]layout.Part{date, place, note})
		if bl.W > room {
			bl = b.Block([]layout.Part{date, note})
		}
		if bl.W > room {
			date.Text = b.Fonts.Shorten(date.Text, date.Style, room-b.Fonts.Width(note.Text, note.Style)-layout.PartGap).String
			bl = b.Block([]layout.Part{date, note})
		}
		b.Put(it.id, it.id, bl, layout.Spot{X: f.Plot.X + layout.NameInset, Y: f.Plot.Y + top})
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
		note = layout.PartOf(it.note, noteStyle(m), scene.Talks)
	}
	after := func(bl layout.Block) []layout.Spot {
		return []layout.Spot{{X: talk.Right() + valueGap, Y: talk.Centre().Y - bl.H/2}}
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
		return []layout.Spot{{X: wait.Right() + valueGap, Y: wait.Bottom() - bl.H}, {X: wait.X + layout.NameInset, Y: wait.Y - bl.H - 1}, {X: wait.Right() - bl.W, Y: wait.Y - bl.H - 1, Align: 1}}
	})
}

// compareDots lists the context events, which have no length to compare.
func (p *Picture) compareDots(b *layout.Builder, m layout.Metrics, x, y float64) float64 {
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
				b.Words("others", "", scene.Furniture, layout.ZWords, t, x, y, scene.Quiet)
				y += lineHeight(m) + 4
			} else {
				b.Words("others", "", scene.Furniture, layout.ZWords, t, x-nameGap-t.WidthPx, y+laneStep/2-lineHeight(m)/2, scene.Quiet)
			}
		}
		y += laneStep / 2
		p.listedDot(b, m, it, x+dotPx/2+1, y)
		y += laneStep / 2
	}
	return y
}

// listedDot is a context event in a row: its dot, its words and its date.
func (p *Picture) listedDot(b *layout.Builder, m layout.Metrics, it *item, x, y float64) {
	box := dot(b, it, scene.Point{X: x, Y: y})
	room := m.Width - m.Margin - box.Right() - 7 - b.Fonts.Width(it.dateShort, m.Small) - layout.PartGap
	short := b.Fonts.Shorten(it.short, m.Small, room).String
	bl := b.Block([]layout.Part{layout.PartOf(short, m.Small, scene.Ink), layout.PartOf(it.dateShort, m.Small, scene.Quiet)})
	b.Put(it.id, it.id, bl, layout.Spot{X: box.Right() + 7, Y: y - bl.H/2})
}
