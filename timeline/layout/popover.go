package layout

import (
	"math"

	"barline/scene"
)

const (
	popoverGap  = 14.0 // between a popover and its bar; its pointer bridges it
	popoverEdge = 8.0  // between a popover and the figure's edge
	leastHeight = 96.0 // below this a popover is no use: then it may hide its bar
	slideStep   = 8.0
	tipReach    = 9.0  // how far the pointer reaches out
	tipCorner   = 18.0 // between a popover's corner and its pointer's tip, at least
)

// PopoverWidths are the widths that a popover may have in a figure of this
// width, the preferred one first: a slimmer one may find an emptier place.
func PopoverWidths(widthPx float64) []float64 {
	most := widthPx - 2*popoverEdge
	if most <= 360 {
		return []float64{most}
	}
	return []float64{360, 316, 280}
}

// Size is how large something is, in px.
type Size struct{ W, H float64 }

// Placement is where a popover stands.
type Placement struct {
	Box scene.Rect
	// Side of the popover from which its pointer reaches out, and how far
	// along that side its tip stands, in px.
	Side  scene.Side
	TipPx float64
	// Blunt says that it is better without a pointer: on its way to the bar it
	// would meet another event, and seem to point at that.
	Blunt bool
}

// Popover finds the emptiest place for a popover that points at its event;
// sizes are those that it may have. It stays inside bounds, the part of the figure that the reader
// sees, and hides neither its event's bar nor its label. Where it is too high
// for that it becomes lower; its content then scrolls.
func Popover(s *scene.Scene, event string, sizes []Size, bounds scene.Rect) Placement {
	own, others := obstacles(s, event)
	bounds = bounds.Inset(popoverEdge)
	if len(own) == 0 {
		return centred(sizes[0], bounds)
	}
	// Lower and lower, until one of the sizes fits: even a quotation of a
	// hundred screens can be read in a low frame.
	for share := 1.0; share > 0.001; share *= 0.9 {
		var best search
		for i, size := range sizes {
			h := math.Min(size.H*share, bounds.H)
			if h < math.Min(leastHeight, size.H) {
				continue
			}
			// A slimmer one must be worth it, and so must scrolling.
			extra := float64(i)*2500 + (size.H-h)*size.W/2
			best.emptiest(own, others, size.W, h, bounds, extra)
		}
		if best.ok {
			return best.Placement
		}
	}
	return centred(sizes[0], bounds)
}

// centred is the last resort: where bar and popover do not both fit into
// what the reader sees.
func centred(size Size, bounds scene.Rect) Placement {
	h := math.Min(size.H, bounds.H)
	return Placement{Box: scene.SnapRect(scene.Rect{X: bounds.X + (bounds.W-size.W)/2, Y: bounds.Y + (bounds.H-h)/2, W: size.W, H: h})}
}

// obstacles are the event's own bar (first), wait and label, and everybody
// else's.
func obstacles(s *scene.Scene, event string) (own []scene.Rect, others []obstacle) {
	for i := range s.Nodes {
		n := &s.Nodes[i]
		switch {
		case n.Role == scene.Key || n.Role == scene.Credit:
			others = append(others, obstacle{n.Box, 0.3, false})
		case n.Event == "" || n.Role == scene.Ring || n.Role == scene.Furniture || n.Role == scene.Leader:
		case n.Event != event:
			others = append(others, obstacle{n.Box, 1, true})
		case n.Role == scene.Bar && n.Shape != scene.Glyphs || n.Role == scene.Dot:
			// A second of talks has no length to be seen, but it has a place.
			own = append([]scene.Rect{n.Box.AtLeast(1, 1)}, own...)
		case n.Role == scene.Wait || n.Role == scene.Label:
			own = append(own, n.Box)
		}
	}
	return own, others
}

// obstacle is something that a popover had better not hide, and how much so.
type obstacle struct {
	scene.Rect
	weight float64
	event  bool // it is of an event, which a pointer might seem to point at
}

// search is the best place so far.
type search struct {
	Placement
	ok   bool
	cost float64
}

// emptiest tries every side of the bar and slides along it; extra is what the
// size itself costs.
func (s *search) emptiest(own []scene.Rect, others []obstacle, w, h float64, bounds scene.Rect, extra float64) {
	bar, all := own[0], own[0]
	for _, r := range own[1:] {
		all = all.Union(r)
	}
	try := func(box scene.Rect, side scene.Side) {
		if !box.Within(bounds) {
			return
		}
		for _, r := range own {
			if box.Overlaps(r.Inset(-2)) {
				return
			}
		}
		cost := extra + distance(box, bar)
		tipPx := tip(box, bar, side)
		way, blunt := between(box, bar, side, tipPx), false
		for _, o := range others {
			c := box.Clip(o.Rect)
			cost += c.W * c.H * o.weight
			blunt = blunt || o.event && way.Overlaps(o.Rect)
		}
		if blunt {
			cost += w * h // worse than to hide many
		}
		if !s.ok || cost < s.cost {
			s.ok, s.cost = true, cost
			s.Placement = Placement{Box: scene.SnapRect(box), Side: side, TipPx: tipPx, Blunt: blunt}
		}
	}
	reach := func(from, to, least, most float64, visit func(at float64)) {
		// Sliding keeps the pointer's tip beside the bar.
		for at := math.Max(from, least); at <= math.Min(to, most)+0.01; at += slideStep {
			visit(at)
		}
		visit(math.Min(to, most))
	}
	for _, base := range []scene.Rect{bar, all} {
		reach(bar.Y-h+tipCorner, bar.Bottom()-tipCorner, bounds.Y, bounds.Bottom()-h, func(y float64) {
			try(scene.Rect{X: base.Right() + popoverGap, Y: y, W: w, H: h}, scene.LeftSide)
			try(scene.Rect{X: base.X - popoverGap - w, Y: y, W: w, H: h}, scene.RightSide)
		})
		reach(bar.X-w+tipCorner, bar.Right()-tipCorner, bounds.X, bounds.Right()-w, func(x float64) {
			try(scene.Rect{X: x, Y: base.Y - popoverGap - h, W: w, H: h}, scene.LowerSide)
			try(scene.Rect{X: x, Y: base.Bottom() + popoverGap, W: w, H: h}, scene.UpperSide)
		})
	}
}

// between is what lies between a bar and the tip of the pointer that points at it.
func between(box, bar scene.Rect, side scene.Side, tipPx float64) scene.Rect {
	const breadth = 2 * tipReach
	x, y := box.X+tipPx-tipReach, box.Y+tipPx-tipReach
	box = box.Inset(-tipReach)
	switch side {
	case scene.LeftSide:
		return scene.Rect{X: bar.Right(), Y: y, W: box.X - bar.Right(), H: breadth}
	case scene.RightSide:
		return scene.Rect{X: box.Right(), Y: y, W: bar.X - box.Right(), H: breadth}
	case scene.UpperSide:
		return scene.Rect{X: x, Y: bar.Bottom(), W: breadth, H: box.Y - bar.Bottom()}
	default:
		return scene.Rect{X: x, Y: box.Bottom(), W: breadth, H: bar.Y - box.Bottom()}
	}
}

// distance prefers places near the middle of the bar, slightly.
func distance(box, bar scene.Rect) float64 {
	a, b := box.Centre(), bar.Centre()
	return math.Hypot(a.X-b.X, a.Y-b.Y)
}

// tip is how far along its side the pointer stands: as near to the bar's
// middle as the rounded corners allow.
func tip(box, bar scene.Rect, side scene.Side) float64 {
	c := bar.Centre()
	if side == scene.LeftSide || side == scene.RightSide {
		return scene.Snap(math.Min(math.Max(c.Y-box.Y, tipCorner), box.H-tipCorner))
	}
	return scene.Snap(math.Min(math.Max(c.X-box.X, tipCorner), box.W-tipCorner))
}
