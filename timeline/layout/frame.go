package layout

import "barline/scene"

// Frame turns (along, across), in px from the corner where both axes meet,
// into places in the scene.
type Frame struct {
	Plot scene.Rect
	// Down: along runs down the page and across in the reading direction.
	// Otherwise along runs in the reading direction and across up the page.
	Down bool
}

// AlongPx is the length of the axis that time, or rows, are counted along.
func (f Frame) AlongPx() float64 {
	if f.Down {
		return f.Plot.H
	}
	return f.Plot.W
}

// AcrossPx is the length of the other axis.
func (f Frame) AcrossPx() float64 {
	if f.Down {
		return f.Plot.W
	}
	return f.Plot.H
}

// Point is a place in the scene.
func (f Frame) Point(along, across float64) scene.Point {
	if f.Down {
		return scene.Point{X: f.Plot.X + across, Y: f.Plot.Y + along}
	}
	return scene.Point{X: f.Plot.X + along, Y: f.Plot.Bottom() - across}
}

// Rect is the box between two places along (a) and across (c).
func (f Frame) Rect(a0, a1, c0, c1 float64) scene.Rect {
	p, q := f.Point(a0, c0), f.Point(a1, c1)
	r := scene.Rect{X: min(p.X, q.X), Y: min(p.Y, q.Y)}
	r.W, r.H = max(p.X, q.X)-r.X, max(p.Y, q.Y)-r.Y
	return r
}

// Base is the side of the hours axis's zero.
func (f Frame) Base() scene.Side {
	if f.Down {
		return scene.LeftSide
	}
	return scene.LowerSide
}

// Line leads from one place to another, as a Line's box does.
func (f Frame) Line(a0, c0, a1, c1 float64) scene.Rect {
	p, q := f.Point(a0, c0), f.Point(a1, c1)
	return scene.Rect{X: p.X, Y: p.Y, W: q.X - p.X, H: q.Y - p.Y}
}
