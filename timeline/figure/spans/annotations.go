package spans

import (
	"barline/scene"
	"barline/timeline/layout"
	"barline/timeline/scale"
)

// annotationStrip is where the words of annotations stand in a plan: rows under the titles
// of periods, over the events. noteY is its upper side.
func (plan *spanPlan) annotationStrip(rows int) layout.AnnotationStrip {
	return layout.AnnotationStrip{Plot: plan.plot, Edge: plan.noteY + layout.StripPx(rows), Rows: rows,
		Left: plan.plot.X, Right: plan.plot.Right()}
}

// placeAnnotations keeps rows for annotations from a place on, and returns where the events
// may begin.
func (p *Picture) placeAnnotations(plan *spanPlan, s scale.Scale, y float64) float64 {
	plan.noteY = y
	plan.noteRows = p.annotations.StripRows(p.fonts, plan.annotationStrip(0), s.Px)
	return y + layout.StripPx(plan.noteRows)
}

// compareLines draws the lines at lengths across a plot of so many px per second, with their
// words under it, and returns where these end.
func (p *Picture) compareLines(b *layout.Builder, m layout.Metrics, plot scene.Rect, perSecond float64) float64 {
	hourPx := perSecond * scale.Hour
	s := layout.AnnotationStrip{Plot: plot, Edge: plot.Bottom(), Under: true, Left: m.Margin, Right: m.Width - m.Margin}
	s.Rows = p.annotations.FootRows(p.fonts, s, hourPx)
	b.AnnotateLengths(p.annotations, s, hourPx)
	return plot.Bottom() + layout.StripPx(s.Rows)
}
