package layout

import (
	"barline/data"
	"barline/scene"
)

// How the end of a bar says how sure its length is:
//
//	exact    ██████████|     a crisp end
//	under    ███████▓▒░┊     fades out before a dotted limit
//	about    ████████▓▒░     fades out through the value
//	over     ██████████ ▌ ▎  goes on in pieces
//	unknown  ┌ ─ ─ ┐         dashed all around
const (
	underFrom = 0.62 // of the length: where a bar under a limit begins to fade
	aboutFrom = 0.85
	aboutTo   = 1.15
	barRadius = 2
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

// lengthBar is a bar with a length, from across 0 to its value. The returned
// box is all that was drawn.
func (b *builder) lengthBar(f frame, it *item, a0, a1, value float64, paint scene.Paint) scene.Rect {
	n := scene.Node{ID: "bar:" + it.id, Event: it.id, Role: scene.Bar, Z: zBar, Shape: scene.Box, Paint: paint, Radius: barRadius, Base: f.base(), Clip: true}
	middle := (a0 + a1) / 2
	drawn := f.rect(a0, a1, 0, value)
	n.Box = drawn
	switch q := it.talks.Length.Qualifier; {
	case q.IsUpper():
		n.Fade = scene.Fade{From: f.point(middle, value*underFrom), To: f.point(middle, value)}
		b.limit("limit:"+it.id, it.id, f, a0, a1, value, paint)
	case q == data.About:
		n.Box = f.rect(a0, a1, 0, value*aboutTo)
		n.Fade = scene.Fade{From: f.point(middle, value*aboutFrom), To: f.point(middle, value*aboutTo)}
		drawn = n.Box
	case q.IsLower():
		at := value
		for i, piece := range overPieces() {
			at += piece[0]
			b.add(scene.Node{ID: "over:" + it.id + ":" + digit(i), Event: it.id, Role: scene.Limit, Z: zBar, Shape: scene.Box,
				Paint: paint, Box: f.rect(a0, a1, at, at+piece[1]), Clip: true})
			at += piece[1]
		}
		drawn = f.rect(a0, a1, 0, at)
	case q == data.Unknown:
		n.Shape, n.Stroke = scene.Dashes, 1.5
	}
	n.Hit = n.Box.AtLeast(minTarget, minTarget)
	b.add(n)
	return drawn
}

// limit is the dotted line that a length stays under.
func (b *builder) limit(id, event string, f frame, a0, a1, value float64, paint scene.Paint) {
	const dots = 6
	b.take(f.rect(a0-2, a1+2, value-0.75, value+0.75))
	step := (a1 - a0 + 4) / (2*dots - 1)
	for i := range dots {
		at := a0 - 2 + float64(2*i)*step
		b.add(scene.Node{ID: id + ":" + digit(i), Event: event, Role: scene.Limit, Z: zBar, Shape: scene.Box, Paint: paint,
			Box: f.rect(at, at+step, value-0.75, value+0.75), Clip: true})
	}
}

// waitBar is time spent waiting: hatched, thin-edged, never mistaken for talks.
func (b *builder) waitBar(f frame, it *item, a0, a1, value float64) scene.Rect {
	box := f.rect(a0, a1, 0, value)
	b.add(scene.Node{ID: "wait:" + it.id, Event: it.id, Role: scene.Wait, Z: zBar, Shape: scene.Hatch, Paint: scene.Waiting,
		Box: box, Base: f.base(), Hit: box.AtLeast(minTarget, minTarget), Clip: true})
	return box
}

// dotPx is the diameter of a context event's dot.
const dotPx = 12

// minTarget is the least size of anything that can be pressed, in px.
const minTarget = 24

// dot is an event around the meetings; dashed where its day is approximate.
func (b *builder) dot(it *item, at scene.Point) scene.Rect {
	box := scene.Rect{X: at.X - dotPx/2, Y: at.Y - dotPx/2, W: dotPx, H: dotPx}
	b.add(scene.Node{ID: "dot:" + it.id, Event: it.id, Role: scene.Dot, Z: zBar, Shape: dotShape(it.approx), Paint: scene.Other,
		Box: box, Radius: dotPx / 2, Stroke: 2, Hit: box.AtLeast(minTarget, minTarget), Clip: true})
	return box
}

func dotShape(approx bool) scene.Shape {
	if approx {
		return scene.Dashes
	}
	return scene.Outline
}

func digit(i int) string { return string(rune('0' + i)) }
