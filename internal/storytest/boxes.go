package storytest

import "barline/scene"

// touching is how far two boxes may reach into each other, in px: a line of text is
// a little higher than its ink.
const touching = 1.0

// QuotationSigns are the numbers at the quotation signs of a scene, by event.
func QuotationSigns(s *scene.Scene) map[string]string {
	signs := map[string]string{}
	for i := range s.Nodes {
		if n := &s.Nodes[i]; n.ID == "quotes:"+n.Event {
			signs[n.Event] = n.Text.String
		}
	}
	return signs
}

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
