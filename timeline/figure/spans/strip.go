package spans

import (
	"math"

	"barline/scene"
	"barline/timeline/layout"
	"barline/timeline/scale"
	"barline/timeline/view"
)

// stripRows is the height of a strip's row, at most, in px.
const stripRows = 16.0

// Strip draws the whole story at a glance, for cards: every event on its date, in
// as many rows as keep the marks apart, and the axis under them.
func (p *Picture) Strip(room scene.Rect, lit string) []scene.Node {
	b := layout.NewBuilder(p.fonts, 8*len(p.items)+32)
	plan := &spanPlan{m: layout.MetricsFor(view.WideFrom), plot: room}
	plan.m.Tick.SizePx = 11
	s := scale.Scale{From: p.from, To: p.to, LengthPx: room.W}
	rows, rowOf := 0, make([]int, len(p.items))
	for _, lane := range p.pack(plan, s, 0) {
		for _, r := range lane {
			for _, i := range r.items {
				rowOf[i] = rows
			}
			rows++
		}
	}
	pitch := math.Min(stripRows, room.H/float64(rows))
	plan.barPx = math.Max(1.5, 0.7*pitch)
	plan.rowY = make([]float64, len(p.items))
	for i, row := range rowOf {
		plan.rowY[i] = room.Bottom() - 6 - (float64(rows-1-row)+0.5)*pitch
	}
	for i := range p.items {
		p.drawMark(b, plan, s, i)
	}
	for i := range b.Scene.Nodes {
		b.Scene.Nodes[i].Clip = false
	}
	layout.Light(b.Scene.Nodes, lit)
	p.drawAxis(b, plan, s)
	return b.Scene.Nodes
}
