package lanes

import (
	"cmp"
	"slices"

	"barline/scene"
	"barline/timeline/layout"
	"barline/timeline/view"
)

// highlight is an event that is drawn separately, with its cached node ids.
type highlight struct {
	id        string
	event     int
	bar, ring string
}

func (n *highlight) set(p *Picture, id string) {
	if n.id == id && (id != "" || n.event < 0) {
		return
	}
	*n = highlight{id: id, event: -1}
	if id != "" {
		n.event, n.bar, n.ring = p.table.Index(id), "bar:"+id, "ring:"+id
	}
}

// drawHighlights draws what the reader is at: hovered, focused or open, however
// crowded it is there.
func (p *Picture) drawHighlights(d *drawing, v view.View) {
	p.hovered.set(p, v.Hovered)
	p.focused.set(p, v.Focused)
	p.selected.set(p, v.Selected)
	for _, n := range [3]*highlight{&p.hovered, &p.focused, &p.selected} {
		if n.event < 0 || n == &p.focused && p.focused.event == p.selected.event || n == &p.hovered && (n.event == p.focused.event || n.event == p.selected.event) {
			continue
		}
		whole, part, ok := p.markOf(n.event)
		if !ok {
			continue
		}
		t, paint := trait(0), scene.Lift
		if n.event < len(p.traits) {
			t = p.traits[n.event]
		}
		if t.paint() != scene.Talks {
			paint = scene.Ink
		}
		cells := appendMark(d.begin(), p.geometry.plot, whole, part, t, 1)
		d.end(scene.Node{ID: n.bar, Event: n.id, Role: scene.Bar, Z: layout.ZWords, Box: part, Paint: paint, Clip: true}, cells)
	}
	for _, n := range [2]*highlight{&p.focused, &p.selected} {
		if n.event < 0 || n == &p.focused && p.focused.event == p.selected.event {
			continue
		}
		if box, ok := p.boxOf(n.event); ok {
			d.add(scene.Node{ID: n.ring, Event: n.id, Role: scene.Ring, Z: layout.ZRing, Shape: scene.Outline, Box: box.Inset(-3.5), Radius: 4, Stroke: 2, Paint: scene.Focus})
		}
	}
}

// boxOf is where an event is drawn, or would be if there were room; ok is false
// if that is out of view.
func (p *Picture) boxOf(event int) (scene.Rect, bool) {
	_, part, ok := p.markOf(event)
	return part, ok
}

// markOf is the box of an event's mark, and the part of it in view.
func (p *Picture) markOf(event int) (whole, part scene.Rect, ok bool) {
	lane := p.lane(event)
	if lane >= len(p.shown) {
		return whole, part, false
	}
	g, sh, strip := &p.geometry, &p.shown[lane], p.geometry.strips[lane]
	if e := p.singleOf(sh, event); e != nil {
		whole = sh.box(strip, *e)
		part = p.clipped(g, whole)
		return whole, part, part.W > 0
	}
	from, to := p.table.Span(event)
	x0, x1 := g.plot.X+p.axis.Px(float64(from)), g.plot.X+p.axis.Px(float64(to))
	if x1 < g.plot.X || x0 > g.plot.Right() {
		return whole, part, false
	}
	part = needle(g.plot, strip, x0)
	return part, part, true
}

// singleOf finds an event among those of a lane that are drawn by themselves, or
// gives nil. They are put in the order of their numbers once for a figure.
func (p *Picture) singleOf(sh *shown, event int) *single {
	order := p.order[sh.firstSingle:sh.lastSingle]
	if !sh.ordered {
		sh.ordered = true
		for i := range order {
			order[i] = int32(sh.firstSingle + i)
		}
		slices.SortFunc(order, func(a, b int32) int { return cmp.Compare(p.singles[a].event, p.singles[b].event) })
	}
	i, found := slices.BinarySearchFunc(order, int32(event), func(at, event int32) int { return cmp.Compare(p.singles[at].event, event) })
	if !found {
		return nil
	}
	return &p.singles[order[i]]
}
