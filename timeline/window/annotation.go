package window

import (
	"strconv"

	"barline/scene"
	"barline/timeline/layout"
	"barline/typeset"
)

// annotated sets the annotations that the transcript tells before event i, and returns where
// the event may begin.
func (p *Window) annotated(b *layout.Builder, i int, width, margin, y float64) float64 {
	style := scene.Style{Face: scene.Sans, SizePx: 14}
	column := min(width-2*margin, 680)
	for j, a := range p.annotations[i] {
		id := "transcript:annotation:" + strconv.Itoa(i) + ":" + strconv.Itoa(j) + ":"
		said := a.When + " · " + a.Text
		if a.Source != "" {
			said += " " + a.Source
		}
		y += 10 // as over an event
		for k, t := range p.fonts.Wrap(said, style, column, 0) {
			b.Words(id+strconv.Itoa(k), "", scene.Heading, layout.ZWords, t, b.Start(t, margin, column), y, scene.Quiet)
			y += typeset.LineHeightPx(style)
		}
		y += 14
	}
	return y
}
