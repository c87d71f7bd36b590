package lanes

import (
	"math"
	"slices"

	"barline/scene"
	"barline/timeline/index"
	"barline/timeline/layout"
	"barline/timeline/scale"
	"barline/timeline/view"
	"barline/timeline/words"
)

const (
	fewest  = 12 // events of one stretch that are entries of their own
	atMost  = 60 // where time cannot be told apart any closer
	closest = 2 * scale.Minute
)

// Entries are those of the last figure, in date order.
func (p *Picture) Entries() []view.Entry {
	var entries []view.Entry
	x := p.all
	if p.finder.found != nil {
		x = p.finder.found
	}
	s := &p.axis
	for _, t := range s.AppendTicks(nil, leastTickPx) {
		from, to := math.Max(t.At, s.From), math.Min(t.Next, s.To)
		if from >= to {
			continue
		}
		events := p.inside(x, from, to, t.At <= s.From)
		switch {
		case len(events) == 0:
		case len(events) <= fewest && p.apart(&entries, events):
		case t.Next-t.At <= closest: // however little of it is in view
			for _, e := range events[:min(len(events), atMost)] {
				entries = append(entries, p.entry(e, p.target(e)))
			}
		default:
			entries = append(entries, p.stretch(x, t, from, to, len(events)))
		}
	}
	p.addHighlighted(&entries)
	for i := range entries {
		entries[i].Box = p.mirrored(entries[i].Box)
	}
	return entries
}

// mirrored is where a box of the geometry is seen.
func (p *Picture) mirrored(r scene.Rect) scene.Rect {
	if p.fonts.RTL() {
		return r.Mirrored(0, p.geometry.width)
	}
	return r
}

// inside are the events that begin in a stretch of time, or go on into it, at
// most a few more than can be entries.
func (p *Picture) inside(x *index.Index, from, to float64, first bool) []int {
	a, b := seconds(math.Ceil(from)), seconds(math.Ceil(to))
	var events []int
	for i := range x.Lanes() {
		x.Lane(i).Each(a, b, atMost+1, func(event, _ int, start, _ int64) {
			if start >= a || first {
				events = append(events, event)
			}
		})
	}
	slices.Sort(events)
	return events
}

// apart appends events as entries if each has room of its own, beside the others and
// beside what has the keyboard or is open, which are entries in any case.
func (p *Picture) apart(entries *[]view.Entry, events []int) bool {
	before := len(*entries)
	for _, e := range events {
		box := p.target(e)
		for _, n := range [2]*highlight{&p.focused, &p.selected} {
			if n.event < 0 || n.event == e {
				continue
			}
			if _, drawn := p.boxOf(n.event); drawn && box.Overlaps(p.target(n.event)) {
				*entries = (*entries)[:before]
				return false
			}
		}
		for _, other := range *entries {
			// A stretch lets the hand through to what is drawn over it.
			if other.Event >= 0 && box.Overlaps(other.Box) {
				*entries = (*entries)[:before]
				return false
			}
		}
		*entries = append(*entries, p.entry(e, box))
	}
	return true
}

// target is the box in which a press means an event.
func (p *Picture) target(event int) scene.Rect {
	box, _ := p.boxOf(event)
	return scene.SnapRect(box.AtLeast(layout.MinTarget, layout.MinTarget))
}

func (p *Picture) entry(event int, box scene.Rect) view.Entry {
	from, to := p.When(event)
	return view.Entry{Event: event, Kind: p.table.Kind(event), ID: p.table.ID(event), Name: p.words.Event(p.table.Event(event)), Box: box, From: from, To: to}
}

// stretch is a time as one entry. It counts what begins in it; where nothing
// does, what goes on.
func (p *Picture) stretch(x *index.Index, t scale.Tick, from, to float64, goingOn int) view.Entry {
	n := 0
	for i := range x.Lanes() {
		n += x.Lane(i).Count(seconds(math.Ceil(t.At)), seconds(math.Ceil(t.Next)))
	}
	if n == 0 {
		n = goingOn
	}
	g := &p.geometry
	x0, x1 := g.plot.X+p.axis.Px(from), g.plot.X+p.axis.Px(to)
	return view.Entry{Event: -1, ID: p.tickName(t).Words, Name: words.Fill(p.words.UI.Stretch, "time", p.words.Time(t), "events", p.words.Events(n)),
		Box: scene.SnapRect(scene.Rect{X: x0, Y: g.plot.Y, W: x1 - x0, H: g.plot.H}), From: p.Axis(t.At), To: p.Axis(t.Next)}
}

// addHighlighted ensures that the focused and the open event are listed.
func (p *Picture) addHighlighted(entries *[]view.Entry) {
	for _, n := range [2]*highlight{&p.focused, &p.selected} {
		if n.event < 0 || slices.ContainsFunc(*entries, func(e view.Entry) bool { return e.Event == n.event }) {
			continue
		}
		if _, ok := p.boxOf(n.event); !ok {
			continue
		}
		start, _ := p.When(n.event)
		at, _ := slices.BinarySearchFunc(*entries, n.event, func(e view.Entry, event int) int {
			from := e.From
			if e.Event >= 0 {
				return e.Event - event
			}
			if from <= start {
				return -1
			}
			return 1
		})
		*entries = slices.Insert(*entries, at, p.entry(n.event, p.target(n.event)))
	}
}
