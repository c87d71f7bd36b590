package words

import (
	"barline/data"
	"barline/data/edtf"
)

// survey is what sentences about a whole story are made of. It is made in one pass,
// since a story may have a million events.
type survey struct {
	meetings, context, plain int // events by their kinds; plain: all other ones

	first, last edtf.Date // the first start and the last end
	goesOn      bool      // some event has no end yet

	total   Total
	longest longest
}

func surveyOf(s *data.Story) survey {
	v := survey{longest: longest{years: map[int]bool{}}}
	v.total.Things, v.total.Meetings = s.Count(), true
	var sum sum
	var lastEnd int64
	for i := range s.Len() {
		e := s.Event(i)
		meeting := e.Kind.ID == data.MeetingID
		switch {
		case meeting:
			v.meetings++
		case e.Kind.ID == data.ContextID:
			v.context++
		default:
			v.plain++
		}
		start, end := e.Date.Start(), e.Date.End()
		if i == 0 {
			v.first = start
		}
		if _, to := e.Date.Bounds(); i == 0 || to >= lastEnd {
			v.last, lastEnd = end, to
		}
		if _, end := e.Date.Ends(); end == edtf.Open && e.Date.IsInterval() {
			v.goesOn = true
		}
		talks, ok := e.Talks()
		if !ok {
			continue
		}
		v.total.Meetings = v.total.Meetings && meeting
		v.longest.years[start.Year()] = true
		v.longest.years[end.Year()] = true
		v.longest.add(e.ID, talks.Length)
		if !talks.Length.Known() {
			v.total.Unknown++
			continue
		}
		v.total.Known++
		sum.add(talks.Length)
	}
	v.total.Sum = sum.duration()
	return v
}

// longest finds the event that was certainly the longest.
type longest struct {
	id     string // of the event whose least possible length is the greatest
	length data.Duration
	low    int64
	at     int
	// The greatest possible lengths of two events.
	high, nextHigh int64
	highAt         int

	known, unknown int
	years          map[int]bool // in which events with lengths begin and end
}

func (l *longest) add(id string, d data.Duration) {
	if !d.Known() {
		l.unknown++
		return
	}
	low, high := possible(d)
	if l.known == 0 || low > l.low {
		l.id, l.length, l.low, l.at = id, d, low, l.known
	}
	switch {
	case l.known == 0 || high > l.high:
		l.nextHigh, l.high, l.highAt = l.high, high, l.known
	case high > l.nextHigh:
		l.nextHigh = high
	}
	l.known++
}

// certain reports whether the event found is at least longer than any other one can
// have been.
func (l *longest) certain() bool {
	rival := l.high
	if l.highAt == l.at {
		rival = l.nextHigh
	}
	return l.known > 1 && rival < l.low
}

// possible are the least and the greatest length that a length may mean.
func possible(d data.Duration) (low, high int64) {
	const forever = 1 << 62
	switch d.Qualifier {
	case data.Under, data.LessThan:
		return 0, d.Seconds - 1
	case data.AtMost:
		return 0, d.Seconds
	case data.Over, data.MoreThan:
		return d.Seconds + 1, forever
	case data.AtLeast:
		return d.Seconds, forever
	case data.About:
		// As far as the bar in the figure fades.
		return d.Seconds * 85 / 100, d.Seconds * 115 / 100
	}
	return d.Seconds, d.Seconds
}

// sum adds up lengths.
type sum struct {
	seconds int64
	has     [data.Unknown + 1]bool // which qualifiers
}

func (s *sum) add(d data.Duration) {
	s.seconds += d.Seconds
	s.has[d.Qualifier] = true
}

// duration is the sum with its certainty. One upper bound among exact lengths makes
// it an upper bound, one lower bound a lower one. Both, or any "about", make it an
// estimate, but only if all of them are near to what they say: else nobody knows
// how long it is.
func (s *sum) duration() data.Duration {
	h := &s.has
	upper, lower := h[data.Under], h[data.Over]
	farUpper, farLower := h[data.AtMost] || h[data.LessThan], h[data.AtLeast] || h[data.MoreThan]
	q := data.Exact
	switch {
	case s.seconds == 0, (farUpper || farLower) && (h[data.About] || (upper || farUpper) && (lower || farLower)):
		return data.Duration{Qualifier: data.Unknown}
	case farUpper && !upper && !h[data.LessThan]:
		q = data.AtMost
	case farUpper:
		q = data.LessThan
	case farLower && !lower && !h[data.MoreThan]:
		q = data.AtLeast
	case farLower:
		q = data.MoreThan
	case h[data.About], upper && lower:
		q = data.About
	case upper:
		q = data.Under
	case lower:
		q = data.Over
	}
	return data.Duration{Seconds: s.seconds, Qualifier: q}
}
