package axis

import (
	"iter"

	"barline/data"
	"barline/timeline/scale"
	"barline/timeline/view"
)

// Clocks are the events whose dates have a time of day, by their numbers.
func Clocks(events view.Events) iter.Seq2[int, data.Event] {
	return func(yield func(int, data.Event) bool) {
		for i := range events.Len() {
			e := events.Event(i)
			if _, ok := e.Date.Clock(); ok && !yield(i, e) {
				return
			}
		}
	}
}

// ClockOffset is what the clocks of all times of day are ahead of UTC, in seconds; 0
// where they differ. An axis of hours shows the same clocks as the labels do.
func ClockOffset(events view.Events) float64 {
	offset, first := 0, true
	for _, e := range Clocks(events) {
		minutes, _ := e.Date.Offset()
		if !first && minutes != offset {
			return 0
		}
		offset, first = minutes, false
	}
	return float64(offset) * scale.Minute
}
