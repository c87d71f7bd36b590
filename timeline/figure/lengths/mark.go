package lengths

import (
	"barline/data"
	"barline/scene"
	"barline/timeline/layout"
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
func lengthBar(b *layout.Builder, f layout.Frame, it *item, a0, a1, value float64, paint scene.Paint) scene.Rect {
	n := scene.Node{ID: "bar:" + it.id, Event: it.id, Role: scene.Bar, Z: layout.ZBar, Shape: scene.Box, Paint: paint, Radius: layout.BarRadius, Base: f.Base(), Clip: true}
	middle := (a0 + a1) / 2
	drawn := f.Rect(a0, a1, 0, value)
	n.Box = drawn
	switch q := it.talks.Length.Qualifier; {
	case q.IsUpper():
		n.Fade = scene.Fade{From: f.Point(middle, value*underFrom), To: f.Point(middle, value)}
		limit(b, "limit:"+it.id, it.id, f, a0, a1, value, paint)
	case q == data.About:
		n.Box = f.Rect(a0, a1, 0, value*aboutTo)
		n.Fade = scene.Fade{From: f.Point(middle, value*aboutFrom), To: f.Point(middle, value*aboutTo)}
		drawn = n.Box
	case q.IsLower():
		at := value
		for i, piece := range overPieces() {
			at += piece[0]
			b.Add(scene.Node{ID: "over:" + it.id + ":" + layout.Digit(i), Event: it.id, Role: scene.Limit, Z: layout.ZBar, Shape: scene.Box,
				Paint: paint, Box: f.Rect(a0, a1, at, at+piece[1]), Clip: true})
			at += piece[1]
		}
		drawn = f.Rect(a0, a1, 0, at)
	case q == data.Unknown:
		n.Shape, n.Stroke = scene.Dashes, 1.5
	}
	n.Hit = n.Box.AtLeast(layout.MinTarget, layout.MinTarget)
	b.Add(n)
	return drawn
}

// limit is the dotted line that a length stays under.
func limit(b *layout.Builder, id, event string, f layout.Frame, a0, a1, value float64, paint scene.Paint) {
	const dots = 6
	b.Take(f.Rect(a0-2, a1+2, value-0.75, value+0.75))
	step := (a1 - a0 + 4) / (2*dots - 1)
	for i := range dots {
		at := a0 - 2 + float64(2*i)*step
		b.Add(scene.Node{ID: id + ":" + layout.Digit(i), Event: event, Role: scene.Limit, Z: layout.ZBar, Shape: scene.Box, Paint: paint,
			Box: f.Rect(at, at+step, value-0.75, value+0.75), Clip: true})
	}
}

// waitBar is time spent waiting: hatched, thin-edged, never mistaken for talks.
func waitBar(b *layout.Builder, f layout.Frame, it *item, a0, a1, value float64) scene.Rect {
	box := f.Rect(a0, a1, 0, value)
	b.Add(scene.Node{ID: "wait:" + it.id, Event: it.id, Role: scene.Wait, Z: layout.ZBar, Shape: scene.Hatch, Paint: scene.Waiting,
		Box: box, Base: f.Base(), Hit: box.AtLeast(layout.MinTarget, layout.MinTarget), Clip: true})
	return box
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
