package words

import (
	"strconv"

	"barline/data/edtf"
)

// TimeOfDay says at what time of day a date was, and on whose clocks; it is empty
// for a date that gives none. zone is what to call the zone of times that do not
// say theirs; it may be empty, and nothing is said of it then.
func (w *Words) TimeOfDay(d edtf.Date, zone string) string {
	from, to := read(d.Start()), read(d.End())
	if !from.hasClock {
		return ""
	}
	if !to.hasClock {
		to = from
	}
	s := sayer{Words: w, zone: zone}
	return s.clock(from, to)
}

// clock says the times of day of a range of dates, or of one.
func (s *sayer) clock(from, to *moment) string {
	first, last := s.clockOf(from), s.clockOf(to)
	firstZone, lastZone := s.zoneOf(from), s.zoneOf(to)
	switch {
	case firstZone != lastZone:
		return first + firstZone + " – " + last + lastZone
	case first != last:
		first += "–" + last
	}
	return first + firstZone
}

// spanOfTimes says a range of days of which at least one has a time of day: the day
// once if it is one, else both in full.
func (s *sayer) spanOfTimes(from, to *moment) string {
	a, b := s.point(from, false), s.point(to, false)
	if from.hasClock && to.hasClock {
		day := s.inYear(s.part(from, false), from.year)
		switch {
		case from.same(to):
			return s.Clauses(day, s.clock(from, to))
		case s.zoneOf(from) == s.zoneOf(to):
			// The zone of both is said once, at the end.
			a = s.Clauses(day, s.clockOf(from))
		}
	}
	return unlike(a, b)
}

// clockOf is a date's time of day, with seconds where it has some.
func (s *sayer) clockOf(m *moment) string {
	return s.Clock(m.seconds)
}

// zoneOf is the zone of a date's time of day, after a space, or nothing.
func (s *sayer) zoneOf(m *moment) string {
	zone, minutes := s.zone, m.offset
	if m.hasOffset {
		zone = "UTC"
	}
	if minutes != 0 {
		sign := "+"
		if minutes < 0 {
			sign, minutes = "−", -minutes
		}
		zone += sign + strconv.Itoa(minutes/60)
		if minutes%60 != 0 {
			zone += ":" + pad(minutes%60)
		}
	}
	if zone == "" {
		return ""
	}
	return " " + Isolated(zone, s.and)
}

// Clock is the time of day in the language's digits, "09:30" or "09:30:15", from
// seconds since midnight.
func (w *Words) Clock(seconds int) string { return w.local(Clock(seconds)) }

// Clock is the time of day, "09:30" or "09:30:15", from seconds since midnight.
func Clock(seconds int) string {
	if seconds%60 != 0 {
		return clockWithSeconds(seconds)
	}
	return pad(seconds/3600) + ":" + pad(seconds/60%60)
}

// clockWithSeconds is the time of day to the second, "09:30:00".
func clockWithSeconds(seconds int) string {
	return pad(seconds/3600) + ":" + pad(seconds/60%60) + ":" + pad(seconds%60)
}

func pad(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}
