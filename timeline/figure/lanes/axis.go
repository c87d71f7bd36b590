package lanes

import (
	"sort"

	"barline/timeline/scale"
)

// timeAxis is the calendar as it is drawn: time, but for the gaps that are left out.
// The scale that moves and is zoomed counts what is shown of time; a timeAxis is
// asked in real time.
type timeAxis struct {
	scale.Scale
	gaps []gap
	// first and last are the ends of the view, in real time.
	first, last float64
}

// gap is a long time in which nothing happens, shown shorter than it is. Times
// are in seconds since 1970.
type gap struct {
	from, to float64
	shown    float64 // seconds that it takes on the axis
	before   float64 // seconds left out by the gaps before it
}

// Gaps are at least a share of the whole, and are shown as a smaller one of what
// is left.
const (
	leastGap = 1.0 / 16
	gapShown = 1.0 / 36
)

// gapsOf finds the gaps of a table that is all there.
func gapsOf(t Table) []gap {
	from, to := t.Bounds()
	least := float64(to-from) * leastGap
	var gaps []gap
	until := from
	for i := range t.Len() {
		a, b := t.Span(i)
		if float64(a-until) >= least {
			gaps = append(gaps, gap{from: float64(until), to: float64(a)})
		}
		until = max(until, b)
	}
	left := float64(to - from)
	for _, g := range gaps {
		left -= g.to - g.from
	}
	before := 0.0
	for i := range gaps {
		g := &gaps[i]
		g.shown, g.before = min(left*gapShown, g.to-g.from), before
		before += g.to - g.from - g.shown
	}
	return gaps
}

// shrink is a real time on the axis.
func shrink(gaps []gap, at float64) float64 {
	i := sort.Search(len(gaps), func(i int) bool { return gaps[i].from > at }) - 1
	switch {
	case i < 0:
		return at
	case at < gaps[i].to:
		g := gaps[i]
		return g.from - g.before + (at-g.from)/(g.to-g.from)*g.shown
	}
	g := gaps[i]
	return at - g.before - (g.to - g.from - g.shown)
}

// stretch is the real time at a place of the axis.
func stretch(gaps []gap, at float64) float64 {
	i := sort.Search(len(gaps), func(i int) bool { return gaps[i].from-gaps[i].before > at }) - 1
	if i < 0 {
		return at
	}
	g := gaps[i]
	if in := at - (g.from - g.before); in < g.shown {
		return g.from + in/g.shown*(g.to-g.from)
	}
	return at + g.before + (g.to - g.from - g.shown)
}

func newAxis(s scale.Scale, gaps []gap) timeAxis {
	return timeAxis{Scale: s, gaps: gaps, first: stretch(gaps, s.From), last: stretch(gaps, s.To)}
}

// px is where a real time lies, timeAt the real time of a place.
func (a *timeAxis) px(at float64) float64 {
	if len(a.gaps) == 0 {
		return a.Px(at)
	}
	return a.Px(shrink(a.gaps, at))
}

func (a *timeAxis) timeAt(px float64) float64 { return stretch(a.gaps, a.Time(px)) }

// leftOut reports whether a real time lies in a gap.
func (a *timeAxis) leftOut(at float64) bool {
	i := sort.Search(len(a.gaps), func(i int) bool { return a.gaps[i].from > at }) - 1
	return i >= 0 && at > a.gaps[i].from && at < a.gaps[i].to
}

// appendTicks appends the ticks in view, in real time; there are none in gaps.
func (a *timeAxis) appendTicks(dst []scale.Tick, minPx float64) []scale.Tick {
	if len(a.gaps) == 0 {
		return a.AppendTicks(dst, minPx)
	}
	from := a.first
	for i := 0; i <= len(a.gaps) && from < a.last; i++ {
		to, next := a.last, a.last
		if i < len(a.gaps) {
			if a.gaps[i].to <= from {
				continue
			}
			to, next = min(max(a.gaps[i].from, from), a.last), a.gaps[i].to
		}
		if to > from {
			part := scale.Scale{From: from, To: to, LengthPx: (to - from) / a.SecondsPerPx()}
			start := len(dst)
			dst = part.AppendTicks(dst, minPx)
			// What a gap interrupts is named once.
			if start > 0 && len(dst) > start && dst[start].At <= dst[start-1].At {
				dst = append(dst[:start], dst[start+1:]...)
			}
		}
		from = next
	}
	return dst
}

// HasGaps reports whether anything would be left out. It looks through all
// events the first time that all of them are there.
func (p *Picture) HasGaps() bool { return len(p.findGaps()) > 0 }

func (p *Picture) findGaps() []gap {
	if !p.gapsComputed && p.table.Len() == p.table.Total() {
		p.gapsComputed, p.allGaps = true, gapsOf(p.table)
	}
	return p.allGaps
}

// Collapse leaves long times out in which nothing happens, or shows them again.
// The time on the axis is another one then: Axis brings one from real time to it.
func (p *Picture) Collapse(on bool) {
	p.gaps = nil
	if on {
		p.gaps = p.findGaps()
	}
}

// Collapsed reports whether anything is left out.
func (p *Picture) Collapsed() bool { return len(p.gaps) > 0 }

// Axis is a real time as the scale counts it, Real the other way.
func (p *Picture) Axis(real float64) float64 { return shrink(p.gaps, real) }

// Real is the real time at a place of the scale.
func (p *Picture) Real(axis float64) float64 { return stretch(p.gaps, axis) }
