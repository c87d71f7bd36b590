package scene

import (
	"slices"
)

// Scene is a whole picture.
type Scene struct {
	WidthPx, HeightPx float64
	// Plot is the part in which the calendar moves.
	Plot Rect
	// HeadPx is the height of the calendar on top of a list of rows, which stays in
	// sight while they scroll; 0 if there is none.
	HeadPx float64
	// RTL: time, and lengths beside it, run from right to left.
	RTL bool
	// Nodes are sorted by Z, then by the order in which they were added.
	Nodes []Node
}

// Sort puts the nodes into drawing order. Of nodes that are in order it moves none.
func (s *Scene) Sort() {
	for i := 1; i < len(s.Nodes); i++ {
		if s.Nodes[i].Z < s.Nodes[i-1].Z {
			slices.SortStableFunc(s.Nodes, func(a, b Node) int { return int(a.Z) - int(b.Z) })
			return
		}
	}
}

// HitTest returns the nearest node whose hit box holds the point, or nil.
// Among nodes of one height the last drawn wins, as it does for the eye.
func (s *Scene) HitTest(p Point) *Node {
	for i := len(s.Nodes) - 1; i >= 0; i-- {
		if n := &s.Nodes[i]; n.Hit.Contains(p) {
			return n
		}
	}
	return nil
}

// Boxes are where one event's things are drawn.
type Boxes struct {
	Bar   Rect // the bar, or the dot
	Wait  Rect // empty: none
	Label Rect // all its words; empty: none
	Hit   Rect // the button's box
}

// EventBoxes returns the boxes of one event; ok is false when its bar is not
// in the scene.
func (s *Scene) EventBoxes(event string) (b Boxes, ok bool) {
	for i := range s.Nodes {
		n := &s.Nodes[i]
		if n.Event != event {
			continue
		}
		switch n.Role {
		case Bar, Dot:
			b.Bar = b.Bar.Union(n.Box)
			if !n.Hit.Empty() {
				b.Hit = n.Hit
			}
			ok = true
		case Wait:
			b.Wait = b.Wait.Union(n.Box)
		case Label:
			b.Label = b.Label.Union(n.Box)
		}
	}
	return b, ok
}

// AllBoxes returns the boxes of every event whose bar is in the scene.
func (s *Scene) AllBoxes() map[string]Boxes {
	all := map[string]Boxes{}
	for i := range s.Nodes {
		n := &s.Nodes[i]
		if n.Event == "" {
			continue
		}
		if _, known := all[n.Event]; known {
			continue
		}
		if b, ok := s.EventBoxes(n.Event); ok {
			all[n.Event] = b
		}
	}
	return all
}

// Shift moves every node, and the plot, by (dx, dy).
func (s *Scene) Shift(dx, dy float64) {
	s.Plot = s.Plot.Move(dx, dy)
	for i := range s.Nodes {
		n := &s.Nodes[i]
		n.Box = n.Box.Move(dx, dy)
		if !n.Hit.Empty() {
			n.Hit = n.Hit.Move(dx, dy)
		}
		if n.Fade != (Fade{}) {
			n.Fade.From.X += dx
			n.Fade.From.Y += dy
			n.Fade.To.X += dx
			n.Fade.To.Y += dy
		}
		n.Cells = slices.Clone(n.Cells) // another scene may hold them, too
		for j := range n.Cells {
			n.Cells[j].X += dx
			n.Cells[j].Y += dy
		}
	}
}

// Mirror turns a picture around, as whoever reads from right to left expects
// it: what was left is right. Words stay as they are, in a box on the other side.
func (s *Scene) Mirror() {
	s.RTL = !s.RTL
	s.Plot = s.Plot.Mirrored(0, s.WidthPx)
	Mirror(s.Nodes, 0, s.WidthPx)
}

// Mirror turns some nodes around between two sides.
func Mirror(nodes []Node, left, right float64) {
	turned := func(x float64) float64 { return left + right - x }
	for i := range nodes {
		n := &nodes[i]
		if n.Shape == Line && n.Box.H != 0 {
			n.Box.X, n.Box.W = turned(n.Box.X), -n.Box.W
		} else {
			n.Box = n.Box.Mirrored(left, right)
		}
		if !n.Hit.Empty() {
			n.Hit = n.Hit.Mirrored(left, right)
		}
		if n.Fade != (Fade{}) {
			n.Fade.From.X, n.Fade.To.X = turned(n.Fade.From.X), turned(n.Fade.To.X)
		}
		for j := range n.Cells {
			c := &n.Cells[j]
			c.X = turned(c.X + c.W)
		}
		n.Turn = -n.Turn
		switch n.Base {
		case LeftSide:
			n.Base = RightSide
		case RightSide:
			n.Base = LeftSide
		}
	}
}
