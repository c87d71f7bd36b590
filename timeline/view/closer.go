package view

import "slices"

// What closerPx apart on an axis of calendarPx cannot be told apart at a glance, or
// pressed with a finger one by one.
const (
	closerPx   = 24.0
	calendarPx = 900.0
)

// Closer reports whether something is gained by a closer look: whether some of these
// times, which a calendar shows from one to another, are hard to tell apart on it.
func Closer(times []float64, from, to float64) bool {
	times = slices.Sorted(slices.Values(times))
	for i := 1; i < len(times); i++ {
		if (times[i]-times[i-1])/(to-from)*calendarPx < closerPx {
			return true
		}
	}
	return false
}
