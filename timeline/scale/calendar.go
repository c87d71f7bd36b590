package scale

import "sort"

// Gap is a long time in which nothing happens, shown shorter than it is. Times are in
// seconds since 1970.
type Gap struct {
	From, To float64
	Shown    float64 // seconds that it takes on the axis
	before   float64 // seconds left out by the gaps before it
}

// LeftOut are the seconds by which it is shown shorter than it is.
func (g Gap) LeftOut() float64 { return g.To - g.From - g.Shown }

// Gaps are in order of time. Make them with NewGaps.
type Gaps []Gap

// NewGaps completes gaps that are in order and do not touch.
func NewGaps(gaps []Gap) Gaps {
	before := 0.0
	for i := range gaps {
		gaps[i].before = before
		before += gaps[i].LeftOut()
	}
	return gaps
}

// Axis is where a real time lies on the axis, in seconds of what is shown.
func (gaps Gaps) Axis(real float64) float64 {
	i := gaps.at(real)
	if i < 0 {
		return real
	}
	g := gaps[i]
	if real < g.To {
		return g.From - g.before + (real-g.From)/(g.To-g.From)*g.Shown
	}
	return real - g.before - g.LeftOut()
}

// Real is the real time at a place of the axis.
func (gaps Gaps) Real(axis float64) float64 {
	i := sort.Search(len(gaps), func(i int) bool { return gaps[i].From-gaps[i].before > axis }) - 1
	if i < 0 {
		return axis
	}
	g := gaps[i]
	if in := axis - (g.From - g.before); in < g.Shown {
		return g.From + in/g.Shown*(g.To-g.From)
	}
	return axis + g.before + g.LeftOut()
}

// at is the last gap that begins at a real time or before it, or -1.
func (gaps Gaps) at(real float64) int {
	return sort.Search(len(gaps), func(i int) bool { return gaps[i].From > real }) - 1
}

// Calendar is a scale as it is drawn, with its gaps. It is asked in real time; the
// Scale that moves and is zoomed counts what is shown of time.
type Calendar struct {
	// From and To are the ends of the view, in real time.
	From, To float64
	LengthPx float64
	Gaps     Gaps
	shown    Scale
}

// NewCalendar draws a scale of what is shown of time.
func NewCalendar(s Scale, gaps Gaps) Calendar {
	return Calendar{From: gaps.Real(s.From), To: gaps.Real(s.To), LengthPx: s.LengthPx, Gaps: gaps, shown: s}
}

// Px is where a real time lies.
func (c *Calendar) Px(at float64) float64 {
	if len(c.Gaps) == 0 {
		return c.shown.Px(at)
	}
	return c.shown.Px(c.Gaps.Axis(at))
}

// Time is the real time of a place.
func (c *Calendar) Time(px float64) float64 { return c.Gaps.Real(c.shown.Time(px)) }

// SecondsPerPx is the time that one pixel covers outside of gaps.
func (c *Calendar) SecondsPerPx() float64 { return c.shown.SecondsPerPx() }

// Moved is the calendar with all of its times later by some seconds, those of its gaps
// too, which is how clocks that are ahead of UTC tell it.
func (c *Calendar) Moved(seconds float64) Calendar {
	gaps := append([]Gap(nil), c.Gaps...)
	for i := range gaps {
		gaps[i].From, gaps[i].To = gaps[i].From+seconds, gaps[i].To+seconds
	}
	s := c.shown
	s.From, s.To = s.From+seconds, s.To+seconds
	return NewCalendar(s, NewGaps(gaps))
}

// Unit is the unit that Ticks(minPx) counts.
func (c *Calendar) Unit(minPx float64) Unit { return c.shown.Unit(minPx) }

// InGap reports whether a real time lies in a gap.
func (c *Calendar) InGap(at float64) bool {
	i := c.Gaps.at(at)
	return i >= 0 && at > c.Gaps[i].From && at < c.Gaps[i].To
}

// Ticks returns the ticks in view, as those of a Scale, but for those in gaps.
func (c *Calendar) Ticks(minPx float64) []Tick { return c.AppendTicks(nil, minPx) }

// AppendTicks appends what Ticks returns.
func (c *Calendar) AppendTicks(dst []Tick, minPx float64) []Tick {
	if len(c.Gaps) == 0 {
		return c.shown.AppendTicks(dst, minPx)
	}
	from := c.From
	for i := 0; i <= len(c.Gaps) && from < c.To; i++ {
		to, next := c.To, c.To
		if i < len(c.Gaps) {
			if c.Gaps[i].To <= from {
				continue
			}
			to, next = min(max(c.Gaps[i].From, from), c.To), c.Gaps[i].To
		}
		if to > from {
			part := Scale{From: from, To: to, LengthPx: (to - from) / c.SecondsPerPx()}
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
