package scale

import "math"

// fitMargin is how much room Fit leaves beside the content, as a share of it.
const fitMargin = 0.02

// Fit rounds a span of time out to what an axis of about ten ticks would count:
// clock times for a day, days for a month, years for decades. A single instant
// gets a minute around it.
func Fit(from, to float64) (float64, float64) {
	if to-from < 10 {
		middle := (from + to) / 2
		from, to = middle-30, middle+30
	}
	margin := (to - from) * fitMargin
	from, to = from-margin, to+margin
	s := Scale{From: from, To: to, LengthPx: 1000}
	step := s.step(90)
	ticks := s.ticks(nil, step)
	if len(ticks) == 0 {
		return from, to
	}
	first, last := ticks[0], ticks[len(ticks)-1]
	// A whole step that would be nearly empty is not worth its room: only as
	// much of it is shown as reaches to the next quarter.
	from = roundOut(first.At, first.Next, from, math.Floor)
	to = roundOut(last.At, last.Next, to, math.Ceil)
	return from, to
}

// roundOut rounds a time to a quarter of the step in which it lies.
func roundOut(at, next, time float64, round func(float64) float64) float64 {
	quarter := (next - at) / 4
	return at + round((time-at)/quarter-1e-9)*quarter
}
