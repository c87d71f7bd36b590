// Package popover finds the place for a popover in a figure: beside, over or
// under the event that it points at, where it hides the least. The desktop and
// the live page ask Place; web/page/place.js has a plain version of it for a
// page without the engine, and is given the sizes here through the page's config.
package popover

import (
	"math"

	"barline/scene"
)

// Sizes in px that a popover is placed by. The page's script is given them.
const (
	Gap         = 14.0 // between a popover and its bar; its pointer bridges it
	Edge        = 8.0  // between a popover and the figure's edge
	LeastHeight = 96.0 // a lower popover is no use: rather than that it may hide its bar
	// ReadableShare is how much of what the reader sees a popover takes at least, up to
	// ReadablePx, if its words need as much: rather than that it lies over its own bar.
	ReadableShare = 0.6
	ReadablePx    = 240.0
	Reach         = 9.0   // how far the pointer reaches out
	Corner        = 18.0  // between a popover's corner and its pointer's tip, at least
	CaptionPx     = 320.0 // the width of a caption, which Play shows in a popover's place
	// In figures up to SheetMostPx wide the page's popovers are sheets at the lower edge of
	// what the reader sees, at most SheetShare of it high.
	SheetMostPx = 480.0
	SheetShare  = 0.65
)

const (
	slideStep = 8.0 // px between two places that are tried
	// slimmer is what each slimmer width costs, in px² of what a popover hides.
	slimmer = 2500.0
	// namesWeight is how much more than an event's own words the names on an axis are
	// worth: without them no bar can be read.
	namesWeight = 3.0
	// namesPx is how far under a bar names of its axis may begin.
	namesPx = 24.0
)

// Preferred are the widths that a popover may have, the preferred one first.
func Preferred() []float64 { return []float64{360, 316, 280} }

// Widths are those that it may have in a figure of this width, the preferred one
// first: a slimmer one may find an emptier place. Where there is no room for any,
// it is as wide as the figure.
func Widths(widthPx float64) []float64 {
	widths := Preferred()
	if most := widthPx - 2*Edge; most <= widths[0] {
		return []float64{most}
	}
	return widths
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
	// HidePointer: on its way to the bar the pointer would cross another event,
	// and seem to point at that.
	HidePointer bool
}

// Place finds the emptiest place for a popover that points at its event; sizes
// are those that it may have. It stays inside bounds, the part of the figure
// that the reader sees, and hides neither its event's bar nor its label. Where it is too high
// for that it becomes lower; its content then scrolls.
func Place(s *scene.Scene, event string, sizes []Size, bounds scene.Rect) Placement {
	own, others := obstacles(s, event)
	visiblePx := bounds.H
	bounds = bounds.Inset(Edge)
	if len(own) == 0 {
		return centred(sizes[0], bounds)
	}
	// Lower and lower, until one of the sizes fits, or all are as low as can be read.
	for share, lower := 1.0, true; lower; share *= 0.9 {
		var best search
		lower = false
		for i, size := range sizes {
			least := Readable(size.H, visiblePx)
			h := math.Min(math.Max(size.H*share, least), bounds.H)
			lower = lower || h > least
			// A slimmer one must be worth it, and so must scrolling.
			extra := float64(i)*slimmer + (size.H-h)*size.W/2
			best.emptiest(own, others, size.W, h, bounds, extra)
		}
		if best.ok {
			return best.Placement
		}
	}
	return sheet(sizes[0], own[0], bounds, Readable(sizes[0].H, visiblePx))
}

// Readable is the least height at which a popover can be read that is so high as a
// whole, where so much is seen of the figure.
func Readable(wholePx, visiblePx float64) float64 {
	return math.Min(wholePx, math.Max(LeastHeight, math.Min(ReadablePx, ReadableShare*visiblePx)))
}

// sheet is the last resort, where bar and popover do not both fit into what the reader
// sees: at the lower edge, or at the upper one if more of the bar is seen then.
func sheet(size Size, bar, bounds scene.Rect, least float64) Placement {
	below, above := bounds.Bottom()-bar.Bottom()-Gap, bar.Y-Gap-bounds.Y
	h := math.Min(math.Min(size.H, bounds.H), math.Max(least, math.Max(below, above)))
	box := scene.Rect{X: math.Max(bounds.X, math.Min(bar.Centre().X-size.W/2, bounds.Right()-size.W)), Y: bounds.Bottom() - h, W: size.W, H: h}
	if above > below {
		box.Y = bounds.Y
	}
	return Placement{Box: scene.SnapRect(box)}
}

// centred is the place for a popover whose event is not drawn.
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
		case n.Role == scene.Furniture && n.Shape == scene.Glyphs:
			others = append(others, obstacle{n.Box, namesWeight, false})
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
		way, crosses := between(box, bar, side, tipPx), false
		for _, o := range others {
			c := box.Clip(o.Rect)
			cost += c.W * c.H * o.weight
			crosses = crosses || o.event && way.Overlaps(o.Rect)
		}
		if crosses {
			cost += w * h // worse than to hide many
		}
		if !s.ok || cost < s.cost {
			s.ok, s.cost = true, cost
			s.Placement = Placement{Box: scene.SnapRect(box), Side: side, TipPx: tipPx, HidePointer: crosses}
		}
	}
	reach := func(from, to, least, most float64, visit func(at float64)) {
		// Sliding keeps the pointer's tip beside the bar.
		for at := math.Max(from, least); at <= math.Min(to, most)+0.01; at += slideStep {
			visit(at)
		}
		visit(math.Min(to, most))
	}
	for _, base := range []scene.Rect{bar, all, pastNames(all, others)} {
		reach(bar.Y-h+Corner, bar.Bottom()-Corner, bounds.Y, bounds.Bottom()-h, func(y float64) {
			try(scene.Rect{X: base.Right() + Gap, Y: y, W: w, H: h}, scene.LeftSide)
			try(scene.Rect{X: base.X - Gap - w, Y: y, W: w, H: h}, scene.RightSide)
		})
		reach(bar.X-w+Corner, bar.Right()-Corner, bounds.X, bounds.Right()-w, func(x float64) {
			try(scene.Rect{X: x, Y: base.Y - Gap - h, W: w, H: h}, scene.LowerSide)
			try(scene.Rect{X: x, Y: base.Bottom() + Gap, W: w, H: h}, scene.UpperSide)
		})
	}
}

// pastNames is a box that reaches down over the names of the axis that it stands on, so
// that a popover under it hides none of them.
func pastNames(all scene.Rect, others []obstacle) scene.Rect {
	bottom := all.Bottom()
	for _, o := range others {
		if from := o.Y - all.Bottom(); o.weight == namesWeight && from >= 0 && from < namesPx {
			bottom = math.Max(bottom, o.Bottom())
		}
	}
	all.H = bottom - all.Y
	return all
}

// between is what lies between a bar and the tip of the pointer that points at it.
func between(box, bar scene.Rect, side scene.Side, tipPx float64) scene.Rect {
	const breadth = 2 * Reach
	x, y := box.X+tipPx-Reach, box.Y+tipPx-Reach
	box = box.Inset(-Reach)
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
		return scene.Snap(math.Min(math.Max(c.Y-box.Y, Corner), box.H-Corner))
	}
	return scene.Snap(math.Min(math.Max(c.X-box.X, Corner), box.W-Corner))
}
