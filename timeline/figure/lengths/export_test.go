package lengths

import (
	"barline/timeline/layout"
	"barline/timeline/scale"
	"barline/timeline/view"
)

// CalendarOf is the calendar on which a figure of a width draws its marks.
func CalendarOf(p *Picture, widthPx float64, v view.View) scale.Calendar {
	m := layout.MetricsFor(widthPx)
	m.Wait = waitThick
	_, c := p.calendarFrame(m, v, p.fitted(m))
	return c
}
