package layout

import "barline/scene"

// frame turns (along, across), in px from the corner where both axes meet,
// into places in the scene.
type frame struct {
	plot scene.Rect
	// down: along runs down the page and across in the reading direction.
	// Otherwise along runs in the reading direction and across up the page.
	down bool
}

func (f frame) alongPx() float64 {
	if f.down {
		return f.plot.H
	}
	return f.plot.W
}

func (f frame) acrossPx() float64 {
	if f.down {
		return f.plot.W
	}
	return f.plot.H
}

func (f frame) point(along, across float64) scene.Point {
	if f.down {
		return scene.Point{X: f.plot.X + across, Y: f.plot.Y + along}
	}
	return scene.Point{X: f.plot.X + along, Y: f.plot.Bottom() - across}
}

// rect is the box between two places along (a) and across (c).
func (f frame) rect(a0, a1, c0, c1 float64) scene.Rect {
	p, q := f.point(a0, c0), f.point(a1, c1)
	r := scene.Rect{X: min(p.X, q.X), Y: min(p.Y, q.Y)}
	r.W, r.H = max(p.X, q.X)-r.X, max(p.Y, q.Y)-r.Y
	return r
}

// base is the side of the hours axis's zero.
func (f frame) base() scene.Side {
	if f.down {
		return scene.LeftSide
	}
	return scene.LowerSide
}

// line leads from one place to another, as a Line's box does.
func (f frame) line(a0, c0, a1, c1 float64) scene.Rect {
	p, q := f.point(a0, c0), f.point(a1, c1)
	return scene.Rect{X: p.X, Y: p.Y, W: q.X - p.X, H: q.Y - p.Y}
}
