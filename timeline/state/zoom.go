package state

import (
	"math"
	"sort"

	"barline/timeline/scale"
	"barline/timeline/view"
)

// zoom goes closer, or away. What is open stays in view, else what has the keyboard;
// and a view from which nothing else would be seen goes to what is nearest, so that
// nobody ends in an empty picture.
func (m Model) zoom(p view.Figure, msg ZoomBy) Model {
	if m.Arrangement != view.Calendar || !(msg.Factor > 0) || math.IsInf(msg.Factor, 0) {
		return m
	}
	s := m.toward(p)
	kept := m.kept(p)
	if math.IsNaN(msg.AtPx) {
		msg.AtPx = s.LengthPx / 2
		if from, to, ok := whenOf(p, kept, s); ok {
			middle := (from + to) / 2
			if outside(s, from, to) {
				s = shifted(s, middle-(s.From+s.To)/2)
			}
			c := m.drawn(p, s)
			msg.AtPx = c.Px(middle)
		}
	}
	px := sane(msg.AtPx, maxDrag)
	z := m.held(p, s, s.Zoom(msg.Factor, px), px)
	if msg.Factor > 1 {
		z = m.notEmpty(p, s, z, kept)
	}
	m = m.aim(p, z)
	if msg.Direct {
		m.span = m.target
	}
	return m
}

// drawn is the calendar of a view as the figure draws it.
func (m Model) drawn(p view.Figure, s scale.Scale) scale.Calendar {
	return p.Calendar(m.WidthPx, view.View{Arrangement: m.Arrangement, From: s.From, To: s.To})
}

// held moves a view that was made closer from s, or wider, until it draws at a place
// what s draws there. Where nothing is left out it does already.
func (m Model) held(p view.Figure, s, z scale.Scale, px float64) scale.Scale {
	c := m.drawn(p, s)
	at := c.Time(px)
	off := func(by float64) float64 {
		c := m.drawn(p, shifted(z, by))
		return c.Time(px) - at
	}
	if math.Abs(off(0)) < z.SecondsPerPx()/100 {
		return z
	}
	early, late := -z.Span(), z.Span()
	for range 40 {
		if middle := (early + late) / 2; off(middle) < 0 {
			early = middle
		} else {
			late = middle
		}
	}
	return shifted(z, (early+late)/2)
}

// kept is the event that a zoom keeps in view, or -1: what is open, or else what has
// the keyboard.
func (m Model) kept(p view.Figure) int {
	for _, id := range []string{m.Selected, m.Focused} {
		if id != "" {
			if i := p.Events().Index(id); i >= 0 {
				return i
			}
		}
	}
	return -1
}

// notEmpty moves a view that was made closer from s until the event that is kept is
// in it, if it was before, and some event in any case.
func (m Model) notEmpty(p view.Figure, s, z scale.Scale, kept int) scale.Scale {
	i := kept
	if from, to, ok := whenOf(p, kept, s); !ok || outside(s, from, to) {
		i = nearest(p, (z.From+z.To)/2)
	}
	from, to, ok := whenOf(p, i, z)
	if !ok || !outside(z, from, to) {
		return z
	}
	const inside = 0.1 // of the view, from its edge
	if to <= z.From {
		return shifted(z, to-z.Span()*inside-z.From)
	}
	return shifted(z, from+z.Span()*inside-z.To)
}

// whenOf is the time of event i that a view shows, as far as it reaches into it; ok is
// false for -1.
func whenOf(p view.Figure, i int, s scale.Scale) (from, to float64, ok bool) {
	if i < 0 {
		return 0, 0, false
	}
	from, to = p.When(i)
	if !outside(s, from, to) {
		from, to = max(from, s.From), min(to, s.To)
	}
	return from, to, true
}

func outside(s scale.Scale, from, to float64) bool { return to < s.From || from > s.To }

func shifted(s scale.Scale, seconds float64) scale.Scale {
	s.From, s.To = s.From+seconds, s.To+seconds
	return s
}

// fewEvents are looked at one by one.
const fewEvents = 2000

// nearest is the event nearest to a time; -1 if there is none. Of very many events,
// which are in the order of their dates, only those are looked at that begin there.
func nearest(p view.Figure, at float64) int {
	n := p.Events().Len()
	first, last := 0, n
	if n > fewEvents {
		there := sort.Search(n, func(i int) bool { from, _ := p.When(i); return from >= at })
		first, last = max(0, there-fewEvents/2), min(n, there+fewEvents/2)
	}
	best, least := -1, math.Inf(1)
	for i := first; i < last; i++ {
		from, to := p.When(i)
		if d := max(0, from-at, at-to); d < least {
			best, least = i, d
		}
	}
	return best
}
