package lanes

import (
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
			bar := p.clipped(&p.geometry, sh.box(p.geometry.strips[lane], e))
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
	at := scale.NewCalendar(s, nil)
	c := columns{}
	p.count(&c, &at, room)
	d := &drawing{}
	cells := c.appendCells(d.begin(), room, c.totals, c.topAll, leastHigh)
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
