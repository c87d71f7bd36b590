//go:build !lean

package data

import (
	"math"
	"strconv"

	"barline/data/edtf"
)

// checkAnnotations refuses those that lie too far from the events to be seen, or that have
// no axis to stand at.
func (d *decoder) checkAnnotations() {
	s := &d.story
	if len(s.annotations) == 0 || len(s.events) == 0 {
		return
	}
	first, last, longest := math.Inf(1), math.Inf(-1), int64(0)
	for i := range s.events {
		e := &s.events[i]
		from, to := e.Date.Bounds()
		first, last = min(first, float64(from)), max(last, float64(to))
		longest = max(longest, longestOf(e))
	}
	room := besideShare * (last - first)
	for i := range s.annotations {
		a, n := &s.annotations[i], d.annotated[i]
		from, to := besideOf(a.Date)
		what, fix := "", ""
		key := "date"
		switch {
		case a.AtLength() && a.Length.Seconds == 0: // a problem already
		case a.AtLength() && longest == 0:
			key, what, fix = "length", "a length, in a story without lengths", "write the length of an event, or give the annotation a date"
		case a.AtLength() && a.Length.Seconds > timesLongest*longest:
			key, what = "length", a.Length.String()+" is more than twice the longest length, "+Duration{Seconds: longest}.String()
			fix = "write " + Duration{Seconds: timesLongest * longest}.String() + " at most, or remove it"
		case a.AtLength():
		case from >= last+room:
			what, fix = a.Date.String()+" is long after the last event", besideFix
		case to <= first-room:
			what, fix = a.Date.String()+" is long before the first event", besideFix
		}
		if what != "" {
			d.faults.add(n.Get(key), what, fix)
			d.faults.locate(n.Get(key), "annotations["+strconv.Itoa(i)+"]."+key)
		}
	}
}

const besideFix = "make it an event, or remove it: the calendar grows by half of the events' time at most, at either end"

// longestOf is how long an event took, in seconds, as far as it is known.
func longestOf(e *Event) int64 {
	if talks, ok := e.Talks(); ok {
		return talks.Length.Seconds
	}
	if start, end := e.Date.Ends(); !e.Date.IsInterval() || start != edtf.Dated || end != edtf.Dated {
		return 0
	}
	from, to := e.Date.Bounds()
	return to - from
}
