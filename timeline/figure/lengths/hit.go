package lengths

import (
	"slices"

	"barline/scene"
)

// Hit is the event whose mark or words lie at a point of the scene on show. Where
// bars share the place that is pressed, a press opens one, and the next press the
// next.
func (p *Picture) Hit(shown *scene.Scene, at scene.Point) string {
	n := shown.HitTest(at)
	if n == nil {
		return ""
	}
	if n.Role != scene.Bar {
		return n.Event
	}
	var sharing []string // the nearest last
	ringed := ""
	for i := range shown.Nodes {
		switch other := &shown.Nodes[i]; other.Role {
		case scene.Ring:
			ringed = other.Event
		case scene.Bar:
			if other.Hit.Contains(at) && shares(n.Hit, other.Hit) {
				sharing = append(sharing, other.Event)
			}
		}
	}
	i := slices.Index(sharing, ringed)
	if i < 0 {
		return n.Event
	}
	return sharing[(i+len(sharing)-1)%len(sharing)]
}

// shares reports whether two places that can be pressed overlap by more than half of
// the smaller one.
func shares(a, b scene.Rect) bool {
	both := a.Clip(b)
	return both.W*both.H*2 > min(a.W*a.H, b.W*b.H)
}
