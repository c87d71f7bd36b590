package lengths

import (
	"cmp"
	"math"
	"slices"

	"barline/scene"
	"barline/timeline/layout"
	"barline/timeline/scale"
	"barline/timeline/view"
)

// Strip draws the whole story at a glance, for cards: every event on its date, in a
// room that stands on the axis, with the axis and the dots under it.
func (p *Picture) Strip(room scene.Rect, lit string) []scene.Node {
	b := layout.NewBuilder(p.fonts, 64)
	m := layout.MetricsFor(view.WideFrom)
	m.Width, m.Margin, m.Bar, m.Wait, m.Gap, m.Room = room.W+2*room.X, room.X, 13, 4, 2, 0
	m.Tick.SizePx = 11
	f := layout.Frame{Plot: room}
	s := scale.NewCalendar(scale.Scale{From: p.from, To: p.to, LengthPx: f.Plot.W}, nil)
	l := p.lengthsOver(room.H)
	if p.breaks {
		l = p.lengthsOver(room.H - brokenPx)
	}
	groups, _ := p.groups(m, &s)
	for i := range groups {
		p.bars(b, m, f, &s, &groups[i], l)
	}
	p.stripDots(b, f, &s)
	layout.Light(b.Scene.Nodes, lit)
	p.calendarAxis(b, m, f, &s)
	return b.Scene.Nodes
}

// stripDots stand on the axis itself. Those of one day overlap rather than leave it.
func (p *Picture) stripDots(b *layout.Builder, f layout.Frame, s *scale.Calendar) {
	var dots []hanging
	for it, at := range p.inView(s, false) {
		dots = append(dots, hanging{it: it, x: at})
	}
	slices.SortStableFunc(dots, func(a, b hanging) int { return cmp.Compare(a.x, b.x) })
	centres, room := make([]float64, len(dots)), make([]float64, len(dots))
	for i := range dots {
		centres[i] = dots[i].x
	}
	for share := 1.0; ; share *= 0.8 {
		for i := range room {
			room[i] = share * (dotPx/2 + 1)
		}
		placed, near := layout.Confine(layout.Spread(centres, room), room, 0, f.Plot.W), true
		for i, at := range placed {
			near = near && math.Abs(at-centres[i]) <= asidePx
		}
		if !near && share > 0.01 {
			continue
		}
		for i, at := range placed {
			dot(b, dots[i].it, f.Point(at, -layout.StripFootPx+dotPx/2+10))
		}
		return
	}
}
