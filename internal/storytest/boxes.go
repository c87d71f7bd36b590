package storytest

import "barline/scene"

// touching is how far two boxes may reach into each other, in px: a line of text is
// a little higher than its ink.
const touching = 1.0

// Collide reports whether two boxes overlap so far that a reader sees it.
func Collide(a, b scene.Rect) bool {
	c := a.Clip(b)
	return c.W > touching && c.H > touching
}

// Extent is the area of a node's box; that of a line may lead backwards.
func Extent(n *scene.Node) scene.Rect {
	r := n.Box
	if r.W < 0 {
		r.X, r.W = r.X+r.W, -r.W
	}
	if r.H < 0 {
		r.Y, r.H = r.Y+r.H, -r.H
	}
	return r
}
