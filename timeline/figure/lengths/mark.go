package lengths

import (
	"barline/data"
	"barline/scene"
	"barline/timeline/layout"
)

// How the end of a bar says how sure its length is:
//
//	exact    ██████████|     a crisp end
//	under    █████████▓┊     fades out just before a dotted limit
//	at most  ████┌ ─ ─ ┐     dashed from half on: it may have been much less
//	about    █████████▓|░    fades through a tick at the value
//	over     ██████████ ▌ ▎  goes on in pieces
//	unknown  ┌ ─ ─ ╱╲        dashed, torn off, of one size on every axis
//	broken   ███████╱ ╱██    longer than the axis, whatever its length
const (
	underFrom = 0.9 // of the length: where a bar just under a limit begins to fade
	mostFrom  = 0.5 // of the limit: where nothing more is claimed
	aboutFrom = 0.95
	aboutTo   = 1.05
	// unknownPx is how long a bar of unknown length is drawn, on every axis.
	unknownPx = 28.0
	// shortestPx is how long a bar is at least: minutes can be seen beside days.
	shortestPx = 2.0
)

// overPieces are the pieces after the end of a bar that is longer than it
// says: gap and length in px.
func overPieces() [3][2]float64 { return [3][2]float64{{3, 5}, {3, 3.5}, {3, 2}} }

// reach is how far a bar is drawn, as a multiple of its length: one that fades
// out or goes on in pieces needs room after its value.
func reach(q data.Qualifier) float64 {
	switch {
	case q == data.About:
		return aboutTo
	case q.IsLower():
		return 1.1 // the pieces, on the shortest axis there is
	}
	return 1
}

// pastEnd is the room that the pieces take after the value.
func pastEnd(q data.Qualifier) float64 {
	px := 0.0
	if q.IsLower() {
		for _, piece := range overPieces() {
			px += piece[0] + piece[1]
		}
	}
	return px
}

// brokenPx is how far bars that are broken off reach beyond the axis's end, so that none
// looks as long as a bar that ends there.
const brokenPx = 16.0

// talkPx is how long the talks of an event are drawn: beyond the axis's end, if they are
// broken off.
func (p *Picture) talkPx(it *item, l lengthScale) float64 {
	switch {
	case !it.talks.Length.Known():
		return unknownPx
	case p.broken(it):
		return p.maxHours*l.hourPx + brokenPx
	}
	return max(it.talks.Length.Hours()*l.hourPx, shortestPx)
}

// talkBar draws the talks of an event.
func (p *Picture) talkBar(b *layout.Builder, f layout.Frame, it *item, a0, a1 float64, l lengthScale) scene.Rect {
	value := p.talkPx(it, l)
	if p.broken(it) {
		return brokenBar(b, f, it, a0, a1, value, scene.Talks)
	}
	return lengthBar(b, f, it, a0, a1, value, scene.Talks)
}

// brokenBar is a bar that is longer than the axis: its words say how long.
func brokenBar(b *layout.Builder, f layout.Frame, it *item, a0, a1, value float64, paint scene.Paint) scene.Rect {
	box := f.Rect(a0, a1, 0, value)
	b.Add(scene.Node{ID: "bar:" + it.id, Event: it.id, Role: scene.Bar, Z: layout.ZBar, Shape: scene.Box, Paint: paint, Radius: layout.BarRadius, Base: f.Base(),
		Box: box, Hit: box.AtLeast(layout.MinTarget, layout.MinTarget), Clip: true})
	breakOff(b, f, it, "bar:", a0, a1, value, paint)
	return box
}

// lengthBar is a bar with a length, from across 0 to its value. The returned
// box is all that was drawn.
func lengthBar(b *layout.Builder, f layout.Frame, it *item, a0, a1, value float64, paint scene.Paint) scene.Rect {
	n := scene.Node{ID: "bar:" + it.id, Event: it.id, Role: scene.Bar, Z: layout.ZBar, Shape: scene.Box, Paint: paint, Radius: layout.BarRadius, Base: f.Base(), Clip: true}
	middle := (a0 + a1) / 2
	drawn := f.Rect(a0, a1, 0, value)
	n.Box = drawn
	part := func(id string, c0, c1 float64) {
		b.Add(scene.Node{ID: id + it.id, Event: it.id, Role: scene.Limit, Z: layout.ZBar, Shape: scene.Box, Paint: paint, Box: f.Rect(a0, a1, c0, c1), Clip: true})
	}
	over := overhang(a0, a1)
	switch q := it.talks.Length.Qualifier; {
	case q == data.AtMost || q == data.LessThan:
		n.Shape, n.Stroke = scene.Dashes, dashStroke(a0, a1)
		part("sure:", 0, value*mostFrom)
	case q.IsUpper():
		n.Fade = scene.Fade{From: f.Point(middle, value*underFrom), To: f.Point(middle, value)}
		limit(b, "limit:"+it.id, it.id, f, a0, a1, value, paint)
	case q == data.About:
		n.Box = f.Rect(a0, a1, 0, value*aboutTo)
		n.Fade = scene.Fade{From: f.Point(middle, value*aboutFrom), To: f.Point(middle, value*aboutTo)}
		drawn = n.Box
		if value < 2*shortestPx {
			break // a tick would be all there is to see
		}
		tick := f.Rect(a0-over, a1+over, value-0.75, value+0.75)
		b.Take(tick)
		b.Add(scene.Node{ID: "value:" + it.id, Event: it.id, Role: scene.Limit, Z: layout.ZBar, Shape: scene.Box, Paint: paint, Box: tick, Clip: true})
	case q.IsLower():
		at := value
		for i, piece := range overPieces() {
			at += piece[0]
			part("over:"+layout.Digit(i)+":", at, at+piece[1])
			at += piece[1]
		}
		drawn = f.Rect(a0, a1, 0, at)
	case q == data.Unknown:
		n.Shape, n.Stroke = scene.Dashes, dashStroke(a0, a1)
	}
	n.Hit = n.Box.AtLeast(layout.MinTarget, layout.MinTarget)
	b.Add(n)
	if it.talks.Length.Qualifier == data.Unknown && a1-a0 >= 2*thinnest {
		torn(b, f, it, a0, a1, value, paint)
	}
	return drawn
}

// overhang is how far a tick reaches beside a bar: thin bars stand close.
func overhang(a0, a1 float64) float64 { return min(3, (a1-a0)/4) }

// dashStroke is the line of a dashed bar.
func dashStroke(a0, a1 float64) float64 { return min(1.5, (a1-a0)/3) }

// torn tears the end off a bar, so that nobody reads it as a length.
func torn(b *layout.Builder, f layout.Frame, it *item, a0, a1, value float64, paint scene.Paint) {
	const teeth, deep = 4, 5.0
	b.Add(scene.Node{ID: "torn:" + it.id, Event: it.id, Role: scene.Furniture, Z: layout.ZBar, Shape: scene.Box, Paint: scene.Paper,
		Box: f.Rect(a0-0.5, a1+0.5, value-deep+0.5, value), Clip: true})
	step := (a1 - a0) / teeth
	for i := range teeth {
		from, to := value-deep, value-1
		if i%2 == 1 {
			from, to = to, from
		}
		at := a0 + float64(i)*step
		b.Add(scene.Node{ID: "torn:" + layout.Digit(i) + ":" + it.id, Event: it.id, Role: scene.Limit, Z: layout.ZBar, Shape: scene.Line, Paint: paint,
			Box: f.Line(at, from, at+step, to), Stroke: dashStroke(a0, a1), Clip: true})
	}
}

// limit is the dotted line that a length stays under.
func limit(b *layout.Builder, id, event string, f layout.Frame, a0, a1, value float64, paint scene.Paint) {
	const dots = 6
	over := min(2, (a1-a0)/4)
	b.Take(f.Rect(a0-over, a1+over, value-0.75, value+0.75))
	step := (a1 - a0 + 2*over) / (2*dots - 1)
	for i := range dots {
		at := a0 - over + float64(2*i)*step
		b.Add(scene.Node{ID: id + ":" + layout.Digit(i), Event: event, Role: scene.Limit, Z: layout.ZBar, Shape: scene.Box, Paint: paint,
			Box: f.Rect(at, at+step, value-0.75, value+0.75), Clip: true})
	}
}

// waitThick is how thick a wait is drawn: it lies lightly beside its talks.
const waitThick = 6.0

// waitBar is time spent waiting: thin and hatched, never mistaken for talks. Beyond
// end, where the axis ends, it is broken off; its words say how long it was.
func waitBar(b *layout.Builder, f layout.Frame, it *item, a0, a1, value, end float64) scene.Rect {
	box := f.Rect(a0, a1, 0, min(value, end))
	b.Add(scene.Node{ID: "wait:" + it.id, Event: it.id, Role: scene.Wait, Z: layout.ZBar, Shape: scene.Hatch, Paint: scene.Waiting,
		Box: box, Base: f.Base(), Hit: box.AtLeast(layout.MinTarget, layout.MinTarget), Clip: true})
	if value > end+0.5 {
		breakOff(b, f, it, "wait:", a0, a1, end, scene.Waiting)
	}
	return box
}

// breakOff draws the break of a bar that ends where the axis does: a gap between two
// slanted lines. of is the bar's part of their ids.
func breakOff(b *layout.Builder, f layout.Frame, it *item, of string, a0, a1, end float64, paint scene.Paint) {
	const gap, slant, before = 4.0, 3.0, 12.0
	b.Add(scene.Node{ID: "break:" + of + it.id, Event: it.id, Role: scene.Furniture, Z: layout.ZBar, Shape: scene.Box, Paint: scene.Paper,
		Box: f.Rect(a0-0.5, a1+0.5, end-before, end-before+gap), Clip: true})
	for i := range 2 {
		at := end - before + float64(i)*gap
		b.Add(scene.Node{ID: "break:" + layout.Digit(i) + ":" + of + it.id, Event: it.id, Role: scene.Furniture, Z: layout.ZBar, Shape: scene.Line, Paint: paint,
			Box: f.Line(a0-2, at-slant/2, a1+2, at+slant/2), Stroke: 1.5, Clip: true})
	}
}

// dotPx is the diameter of a context event's dot.
const dotPx = 12

// dot is an event around the meetings; dashed where its day is approximate.
func dot(b *layout.Builder, it *item, at scene.Point) scene.Rect {
	box := scene.Rect{X: at.X - dotPx/2, Y: at.Y - dotPx/2, W: dotPx, H: dotPx}
	b.Add(scene.Node{ID: "dot:" + it.id, Event: it.id, Role: scene.Dot, Z: layout.ZBar, Shape: dotShape(it.approx), Paint: scene.Other,
		Box: box, Radius: dotPx / 2, Stroke: 2, Hit: box.AtLeast(layout.MinTarget, layout.MinTarget), Clip: true})
	return box
}

func dotShape(approx bool) scene.Shape {
	if approx {
		return scene.Dashes
	}
	return scene.Outline
}
