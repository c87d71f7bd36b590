package lengths

import (
	"barline/timeline/scale"
	"barline/timeline/view"
)

// CalendarOf is the calendar on which a figure of a width draws its marks.
func CalendarOf(p *Picture, widthPx float64, v view.View) scale.Calendar {
	m := p.metrics(widthPx)
	_, c := p.calendarFrame(m, v, p.fitted(m))
	return c
}
