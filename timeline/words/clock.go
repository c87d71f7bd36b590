package words

import (
	"strconv"

	"barline/data/edtf"
)

// TimeOfDay says at what time of day a date was, and on whose clocks; it is empty
// for a date that gives none. zone is what to call the zone of times that do not
// say theirs; it may be empty, and nothing is said of it then.
func (w *Words) TimeOfDay(d edtf.Date, zone string) string {
	from, to := d.Start(), d.End()
	if !hasClock(from) {
		return ""
	}
	first, firstZone := w.clockOf(from), w.zoneOf(from, zone)
	last, lastZone := w.clockOf(to), w.zoneOf(to, zone)
	switch {
	case !hasClock(to), first == last && firstZone == lastZone:
		return first + firstZone
	case firstZone == lastZone:
		return first + "–" + last + lastZone
	}
	return first + firstZone + " – " + last + lastZone
}

// withTime puts the time of day after a day, if it is to be said.
func (s sayer) withTime(day string, d edtf.Date) string {
	if !s.times || !hasClock(d) {
		return day
	}
	return s.Clauses(day, s.TimeOfDay(d, s.zone))
}

// spanOfTimes says a range of days of which at least one has a time of day: the day
// once if it is one, else both in full.
func (s sayer) spanOfTimes(from, to edtf.Date) string {
	days := s
	days.times = false
	if hasClock(from) && hasClock(to) {
		if days.same(from, to) {
			a, b := s.clockOf(from), s.clockOf(to)
			first, last := s.zoneOf(from, s.zone), s.zoneOf(to, s.zone)
			if first == last {
				return s.Clauses(days.point(from), a+"–"+b+last)
			}
			return s.Clauses(days.point(from), a+first+" – "+b+last)
		}
		if s.zoneOf(from, s.zone) == s.zoneOf(to, s.zone) {
			// The zone of both is said once, at the end.
			return unlike(s.Clauses(days.point(from), s.clockOf(from)), s.point(to))
		}
	}
	return unlike(s.point(from), s.point(to))
}

func hasClock(d edtf.Date) bool {
	_, ok := d.Clock()
	return ok
}

// clockOf is a date's time of day, with seconds where it has some.
func (w *Words) clockOf(d edtf.Date) string {
	seconds, _ := d.Clock()
	s := Clock(seconds)
	if seconds%60 != 0 {
		s += ":" + pad(seconds%60)
	}
	return w.local(s)
}

// zoneOf is the zone of a date's time of day, after a space, or nothing.
func (w *Words) zoneOf(d edtf.Date, zone string) string {
	minutes, said := d.Offset()
	switch {
	case said && minutes != 0:
		sign := "+"
		if minutes < 0 {
			sign, minutes = "−", -minutes
		}
		zone = "UTC" + sign + strconv.Itoa(minutes/60)
		if minutes%60 != 0 {
			zone += ":" + pad(minutes%60)
		}
	case said:
		zone = "UTC"
	case zone == "":
		return ""
	}
	return " " + Isolated(zone, w.and)
}

// Clock is the time of day in the language's digits, "09:30", from seconds since
// midnight.
func (w *Words) Clock(seconds int) string { return w.local(Clock(seconds)) }

// Clock is the time of day, "09:30", from seconds since midnight.
func Clock(seconds int) string {
	return pad(seconds/3600) + ":" + pad(seconds/60%60)
}

func pad(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}
