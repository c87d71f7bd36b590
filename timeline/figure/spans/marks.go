package spans

import (
	"math"

	"barline/data/edtf"
	"barline/scene"
	"barline/timeline/layout"
	"barline/timeline/scale"
)

const (
	dotPx      = 12.0 // the diameter of a dot
	leastSpan  = 4.0  // of a bar, in px
	vaguePx    = 14.0 // over which an approximate end fades, at least
	crispPx    = 2.5  // a shorter fade cannot be seen
	openPx     = 46.0 // over which an end fades of which nobody says when it was
	arrowPx    = 9.0
	onePlacePx = dotPx + 2 // a date that is finer than this is a dot
)

// markAt is where the mark of an event lies along the axis, in px, not clipped.
func (p *Picture) markAt(it *span, s scale.Scale) (x0, x1 float64) {
	x0, x1 = s.Px(it.from), s.Px(it.to)
	switch {
	case it.lasts:
		if it.openFrom != edtf.Dated {
			x0 = min(s.Px(p.from), x0-2*arrowPx)
		}
		if it.openTo == edtf.Open {
			x1 = max(s.Px(p.to), x1+2*arrowPx)
		} else if it.openTo == edtf.Unknown {
			x1 += openPx
		}
		if it.openFrom == edtf.Unknown {
			x0 = s.Px(it.from) - openPx
		}
		if x1-x0 < leastSpan {
			middle := (x0 + x1) / 2
			return middle - leastSpan/2, middle + leastSpan/2
		}
	case x1-x0 <= onePlacePx:
		middle := (x0 + x1) / 2
		return middle - dotPx/2, middle + dotPx/2
	}
	return x0, x1
}

// isDot reports whether an event is drawn as a dot at a scale.
func (it *span) isDot(s scale.Scale) bool {
	return !it.lasts && s.Px(it.to)-s.Px(it.from) <= onePlacePx
}

// fadesAt is how wide the fades at both ends of a bar are, in px.
func (p *Picture) fadesAt(it *span, s scale.Scale) (in, out float64) {
	in, out = s.Px(it.sureFrom)-s.Px(it.from), s.Px(it.to)-s.Px(it.sureTo)
	if it.vagueFrom {
		in = max(in, vaguePx)
	}
	if it.vagueTo {
		out = max(out, vaguePx)
	}
	switch it.openFrom {
	case edtf.Unknown:
		in = openPx
	case edtf.Open:
		in = 0
	}
	switch it.openTo {
	case edtf.Unknown:
		out = openPx
	case edtf.Open:
		out = 0
	}
	x0, x1 := p.markAt(it, s)
	if in < crispPx {
		in = 0
	}
	if out < crispPx {
		out = 0
	}
	most := x1 - x0
	for _, e := range []edtf.End{it.openFrom, it.openTo} {
		if e == edtf.Open {
			most -= arrowPx
		}
	}
	if in+out > most {
		share := most / (in + out)
		in, out = in*share, out*share
	}
	return in, out
}

// fitsInside reports whether words of a width fit into the certain part of a bar.
func (p *Picture) fitsInside(it *span, plan *spanPlan, s scale.Scale, width float64) bool {
	if plan.list || it.isDot(s) {
		return false
	}
	x0, x1 := p.solid(it, s)
	return x1-x0 >= width+insidePx && (it.lasts || x1-x0 >= width+insideStretchPx)
}

// solid is the part of a bar in view that does not fade, in px from the plot.
func (p *Picture) solid(it *span, s scale.Scale) (x0, x1 float64) {
	x0, x1 = p.markAt(it, s)
	in, out := p.fadesAt(it, s)
	x0, x1 = x0+in/2, x1-out/2
	if it.openTo == edtf.Open {
		x1 -= arrowPx
	}
	if it.openFrom == edtf.Open {
		x0 += arrowPx
	}
	return max(x0, 0), min(x1, s.LengthPx)
}

// drawMark draws an event's bar, dot or bracket, if it is in view.
func (p *Picture) drawMark(b *layout.Builder, plan *spanPlan, s scale.Scale, i int) {
	it := &p.items[i]
	x0, x1 := p.markAt(it, s)
	if middle := (x0 + x1) / 2; x1 < 0 || x0 > s.LengthPx || it.isDot(s) && (middle < 0 || middle > s.LengthPx) {
		return
	}
	x0, x1 = plan.plot.X+x0, plan.plot.X+x1
	y := plan.rowY[i]
	switch {
	case it.lasts:
		p.drawBar(b, plan, s, i, scene.Rect{X: x0, Y: y - plan.barPx/2, W: x1 - x0, H: plan.barPx})
	case it.isDot(s):
		d := scene.Rect{X: (x0+x1)/2 - dotPx/2, Y: y - dotPx/2, W: dotPx, H: dotPx}
		n := scene.Node{ID: "dot:" + it.id, Event: it.id, Role: scene.Dot, Z: layout.ZBar, Shape: scene.Box, Paint: it.paint, Box: d, Radius: dotPx / 2, Clip: true}
		if it.vagueFrom || it.vagueTo {
			n.Shape, n.Stroke = scene.Dashes, 2
		}
		n.Hit = p.hitOf(plan, d)
		b.Add(n)
	default:
		p.drawStretch(b, plan, it, scene.Rect{X: x0, Y: y - plan.barPx/2, W: x1 - x0, H: plan.barPx})
	}
}

// hitOf is where a press means a mark: a row of a list, or the mark and its
// surroundings.
func (p *Picture) hitOf(plan *spanPlan, mark scene.Rect) scene.Rect {
	if plan.list {
		return mark.AtLeast(44, 24)
	}
	return mark.AtLeast(layout.MinTarget, layout.MinTarget)
}

// drawBar draws a bar that lies on the calendar: its certain part, what fades at
// its ends, and an arrow where it goes on.
func (p *Picture) drawBar(b *layout.Builder, plan *spanPlan, s scale.Scale, i int, box scene.Rect) {
	it := &p.items[i]
	in, out := p.fadesAt(it, s)
	// Parts meet at whole px: else a seam is seen between them.
	in, out = wholePx(box.X, in), -wholePx(box.Right(), -out)
	middle := box.Centre().Y
	body := scene.Rect{X: box.X + in, Y: box.Y, W: box.W - in - out, H: box.H}
	node := func(part string, r scene.Rect) scene.Node {
		return scene.Node{ID: "bar:" + it.id + part, Event: it.id, Role: scene.Bar, Z: layout.ZBar, Shape: scene.Box, Paint: it.paint, Box: r, Clip: true}
	}
	// What lies out of view would lie over the names of lanes: a fade is cut there, and
	// an arrow left out.
	seen := func(n scene.Node) {
		cut := clipTo(n.Box, plan.plot)
		if cut.W > 0 && (n.Shape == scene.Box || cut.W > n.Box.W/2) {
			if n.Shape == scene.Box {
				n.Box = cut
			}
			b.Add(n)
		}
	}
	if it.openTo == edtf.Open {
		body.W -= arrowPx
		n := node(":on", scene.Rect{X: body.Right(), Y: box.Y, W: arrowPx, H: box.H})
		n.Shape, n.Turn = scene.Triangle, later(b)
		seen(n)
	}
	if it.openFrom == edtf.Open {
		body.X, body.W = body.X+arrowPx, body.W-arrowPx
		n := node(":before", scene.Rect{X: box.X, Y: box.Y, W: arrowPx, H: box.H})
		n.Shape, n.Turn = scene.Triangle, math.Pi-later(b)
		seen(n)
	}
	if in > 0 {
		n := node(":in", scene.Rect{X: box.X, Y: box.Y, W: in, H: box.H})
		n.Fade = scene.Fade{From: scene.Point{X: box.X + in, Y: middle}, To: scene.Point{X: box.X, Y: middle}}
		seen(n)
	}
	if out > 0 {
		n := node(":out", scene.Rect{X: box.Right() - out, Y: box.Y, W: out, H: box.H})
		n.Fade = scene.Fade{From: scene.Point{X: box.Right() - out, Y: middle}, To: scene.Point{X: box.Right(), Y: middle}}
		seen(n)
	}
	n := node("", clipTo(body, plan.plot))
	if in == 0 && out == 0 {
		n.Radius = layout.BarRadius
	}
	n.Base = scene.LeftSide
	n.Hit = p.hitOf(plan, clipTo(box, plan.plot))
	b.Add(n)
}

// later is how far a triangle is turned that points towards later times: the
// whole picture is mirrored where words run from right to left, but triangles
// keep their side.
func later(b *layout.Builder) float64 {
	if b.Fonts.RTL() {
		return math.Pi
	}
	return 0
}

// wholePx changes a distance from a place so that it ends at a whole px.
func wholePx(from, distance float64) float64 {
	if distance == 0 {
		return 0
	}
	return math.Round(from+distance) - from
}

// clipTo is the part of a box within the plot's width.
func clipTo(r, plot scene.Rect) scene.Rect {
	x0, x1 := max(r.X, plot.X), min(r.Right(), plot.Right())
	return scene.Rect{X: x0, Y: r.Y, W: max(0, x1-x0), H: r.H}
}

// drawStretch draws a moment whose date is coarser than a dot: the stretch that
// it allows, pale, between brackets.
func (p *Picture) drawStretch(b *layout.Builder, plan *spanPlan, it *span, box scene.Rect) {
	pale := clipTo(box, plan.plot)
	pale.Y, pale.H = box.Y+box.H/4, box.H/2
	n := scene.Node{ID: "bar:" + it.id, Event: it.id, Role: scene.Bar, Z: layout.ZBar, Shape: scene.Box, Paint: it.paint, Alpha: 0.22, Box: pale, Clip: true}
	n.Hit = p.hitOf(plan, clipTo(box, plan.plot))
	b.Add(n)
	edge := func(part string, x float64) {
		if x < plan.plot.X-1 || x > plan.plot.Right()+1 {
			return
		}
		b.Line("edge:"+it.id+part, scene.Bracket, layout.ZBar, scene.Rect{X: x, Y: box.Y + 2, H: box.H - 4}, 1.5, it.paint)
		b.Last().Event = it.id
	}
	middle := box.Centre().Y
	b.Line("stretch:"+it.id, scene.Bracket, layout.ZBar, scene.Rect{X: max(box.X, plan.plot.X), Y: middle, W: min(box.Right(), plan.plot.Right()) - max(box.X, plan.plot.X)}, 1.5, it.paint)
	b.Last().Event = it.id
	edge(":from", box.X+0.75)
	edge(":to", box.Right()-0.75)
}
