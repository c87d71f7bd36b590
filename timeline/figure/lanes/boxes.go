package lanes

import (
	"math"

	"barline/scene"
	"barline/timeline/axis"
	"barline/timeline/layout"
	"barline/timeline/scale"
)

// Boxes are where the events are in the last figure that are drawn singly, by
// id. The scene on show is that of the last figure.
func (p *Picture) Boxes(*scene.Scene) map[string]scene.Boxes {
	all := map[string]scene.Boxes{}
	for lane := range p.shown {
		sh := &p.shown[lane]
		if sh.single < 1 {
			continue
		}
		for _, e := range p.singles[sh.firstSingle:sh.lastSingle] {
			bar := p.clipped(&p.geometry, sh.row(p.geometry.strips[lane], int(e.row), e.x0, e.x1))
			if bar.W > 0 {
				all[p.table.ID(int(e.event))] = scene.Boxes{Bar: p.mirrored(scene.SnapRect(bar)), Hit: p.mirrored(p.target(int(e.event)))}
			}
		}
	}
	nodes := p.drawings[p.flip].scene.Nodes
	for i := range nodes {
		n := &nodes[i]
		if b, ok := all[n.Event]; ok && n.Role == scene.Label {
			b.Label = n.Box
			all[n.Event] = b
		}
	}
	return all
}

// Strip draws the columns of all lanes together in a room that stands on an
// axis, with the axis under it: the whole story at a glance. No event can be lit.
func (p *Picture) Strip(room scene.Rect, _ string) []scene.Node {
	s := scale.Scale{From: p.from, To: p.to, LengthPx: room.W}
	shift := columnShift(s.SecondsPerPx())
	counts := map[int64]int{}
	for i := range p.names {
		for _, b := range p.all.Lane(i).Density(seconds(s.From), seconds(s.To), shift, nil) {
			counts[b.From] += b.Count
		}
	}
	top := 1
	for _, n := range counts {
		top = max(top, n)
	}
	d := &drawing{}
	cells := d.begin()
	first := seconds(s.From) >> shift << shift
	for at := first; float64(at) < s.To; at += int64(1) << shift {
		x0, x1 := math.Max(0, s.Px(float64(at))), math.Min(room.W, s.Px(float64(at+int64(1)<<shift)))
		if n := counts[at]; n > 0 && x1 > x0 {
			h := math.Max(2, float64(n)/float64(top)*room.H)
			cells = append(cells, cell(room.X+x0, room.Bottom()-h, math.Max(0.5, x1-x0-0.5), h, 1))
		}
	}
	d.end(scene.Node{Role: scene.Bar, Z: layout.ZBar, Paint: scene.Talks, Box: room}, cells)
	d.line("axis", scene.Furniture, layout.ZAxis, scene.Rect{X: room.X, Y: room.Bottom(), W: room.W}, scene.Axis)
	row := axis.NewRow(room.W)
	for _, t := range s.Ticks(leastTickPx) {
		n := p.tickName(t)
		at, next := s.Px(t.At), s.Px(t.Next)
		if at >= 0 {
			d.line(n.Tick, scene.Furniture, layout.ZAxis, scene.Rect{X: room.X + at, Y: room.Bottom(), H: 5}, scene.Axis)
		}
		if middle, ok := row.Place(t, at, next, n.Text.WidthPx); ok {
			d.words(n.Words, scene.Furniture, layout.ZAxis, n.Text, room.X+middle-n.Text.WidthPx/2, room.Bottom()+8, n.Paint())
		}
	}
	return d.scene.Nodes
}
