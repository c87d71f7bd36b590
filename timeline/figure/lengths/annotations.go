package lengths

import (
	"barline/scene"
	"barline/timeline/layout"
	"barline/timeline/scale"
	"barline/timeline/view"
	"barline/timeline/words"
)

// Annotations of a wide calendar have their words in a strip over it, those of one that runs
// down the page where its bars and words leave room; in rows each at a date has one of its
// own. Lines across a level axis of lengths have theirs in a strip under it (its foot).

// annotationStrip is the strip over a plot of a wide calendar, for so many rows.
func (p *Picture) annotationStrip(m layout.Metrics, plot scene.Rect, rows int) layout.AnnotationStrip {
	return layout.AnnotationStrip{Plot: plot, Edge: layout.StripPx(rows), Rows: rows, Left: m.Margin, Right: m.Width - m.Margin}
}

// annotationsAbove is the room that they take over a wide calendar.
func (p *Picture) annotationsAbove(m layout.Metrics) float64 {
	if m.Down || len(p.annotations.Dated) == 0 {
		return 0
	}
	gutter := p.lengthGutter(m)
	plot := scene.Rect{X: m.Margin + gutter, W: m.Width - 2*m.Margin - gutter}
	whole := scale.Scale{From: p.from, To: p.to, LengthPx: plot.W}
	return layout.StripPx(p.annotations.StripRows(p.fonts, p.annotationStrip(m, plot, 0), whole.Px))
}

// foot is the strip under a plot with a level axis of lengths, whose upper side is at y.
func (p *Picture) foot(m layout.Metrics, plot scene.Rect, y, hourPx float64) layout.AnnotationStrip {
	s := layout.AnnotationStrip{Plot: plot, Edge: y, Under: true, Left: m.Margin, Right: m.Width - m.Margin}
	s.Rows = p.annotations.FootRows(p.fonts, s, hourPx)
	return s
}

// footPx is the height of the foot under a calendar that runs down the page.
func (p *Picture) footPx(m layout.Metrics) float64 {
	if !m.Down || len(p.annotations.Lines) == 0 {
		return 0
	}
	f, _ := p.calendarFrame(m, view.View{}, fit{})
	b := layout.NewBuilder(p.fonts, 0)
	l := p.lengthsBeside(f.AcrossPx(), func(it *item) float64 { return p.downRoom(b, m, it, f.AcrossPx()) })
	return layout.StripPx(p.foot(m, f.Plot, 0, l.hourPx).Rows)
}

// annotate draws the annotations of a calendar that ends at a place.
func (p *Picture) annotate(b *layout.Builder, m layout.Metrics, f layout.Frame, s *scale.Calendar, l lengthScale, end float64) {
	room := layout.BesideRoom{Frame: f, Bounds: scene.Rect{X: f.Plot.X + 2, Y: f.Plot.Y, W: f.Plot.W - 2, H: f.Plot.H}}
	if m.Down {
		room.Count = scene.Point{X: f.Plot.Right(), Y: end + 2}
		foot := p.foot(m, f.Plot, end-p.footPx(m), l.hourPx)
		b.AnnotateLengths(p.annotations, foot, l.hourPx)
		b.AnnotateDown(p.annotations, room, s.Px)
		return
	}
	above := p.annotationsAbove(m)
	strip := p.annotationStrip(m, f.Plot, 0)
	strip.Edge, strip.Rows = above, p.annotations.StripRows(p.fonts, strip, s.Px)
	b.Annotate(p.annotations, strip, s.Px)
	room.Bounds.Y, room.Bounds.H = above, f.Plot.Bottom()-above
	room.Count = scene.Point{X: m.Width - 2, Y: above}
	b.AnnotateHigh(p.annotations, room, l.hourPx)
}

// noteRow is an annotation at a date among rows.
type noteRow struct {
	*layout.Annotation
	lines []*scene.Text
}

// notesBefore are the rows of annotations from one on that begin before a time.
func (p *Picture) notesBefore(from int, until float64) []row {
	form := words.Full
	if p.oneYear {
		form = words.Day
	}
	var rows []row
	for i := from; i < len(p.annotations.Dated) && p.annotations.Dated[i].From < until; i++ {
		a := &p.annotations.Dated[i]
		rows = append(rows, row{note: &noteRow{Annotation: a}, from: a.From, said: p.words.DateTime(a.Date, p.story.Zone().Name, form)})
	}
	return rows
}

// set sets the words of a row for a plot of a width.
func (r *row) set(p *Picture, widthPx float64) {
	r.note.lines = p.fonts.Wrap(p.words.Clauses(r.said, r.note.Text), layout.AnnotationStyle(), widthPx-layout.AnnotationRowInset, 0)
}
