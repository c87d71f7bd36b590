package lanes

import (
	"barline/data"
	"barline/timeline/layout"
	"barline/timeline/scale"
)

// storyOf is the story that a table's events are of, without them; nil if it does not say.
func storyOf(t Table) *data.Story {
	if t, ok := t.(interface{ Story() *data.Story }); ok {
		return t.Story()
	}
	return nil
}

// widened is the stretch of all events with that of the annotations beside them.
func (p *Picture) widened(from, to float64) (float64, float64) {
	if s := storyOf(p.table); s != nil {
		return s.WithAnnotations(from, to)
	}
	return from, to
}

// annotate digests the annotations, once it is known what the calendar shows.
func (p *Picture) annotate() {
	var all []data.Annotation
	if s := storyOf(p.table); s != nil {
		all = s.Annotations()
	}
	p.annotations = layout.AnnotationsOf(all, p.words, p.from, p.to)
}

// annotationStrip is where their words stand: over all lanes.
func (g *geometry) annotationStrip(rows int) layout.AnnotationStrip {
	return layout.AnnotationStrip{Plot: g.plot, Edge: g.plot.Y + layout.StripPx(rows), Rows: rows, Left: g.plot.X, Right: g.plot.Right()}
}

// annotationRows is how many rows they take at a width.
func (p *Picture) annotationRows(g *geometry) int {
	whole := scale.Scale{From: p.from, To: p.to, LengthPx: g.plot.W}
	return p.annotations.StripRows(p.fonts, g.annotationStrip(0), whole.Px)
}

// drawAnnotations draws those in view, over all that is drawn already.
func (p *Picture) drawAnnotations(d *drawing, g *geometry) {
	if len(p.annotations.Dated) == 0 {
		return
	}
	b := layout.Builder{Fonts: p.fonts, Scene: &d.scene}
	b.Annotate(p.annotations, g.annotationStrip(g.noteRows), p.axis.Px)
	b.Interrupt()
	d.scene.Sort()
}
