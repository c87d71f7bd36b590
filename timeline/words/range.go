package words

import "barline/data/edtf"

// interval says an interval with a date at each end. What both are alike in is
// said once.
func (s sayer) interval(d edtf.Date) string {
	from, to := d.Start(), d.End()
	if first, last := yearsOf(d); first != last {
		s = s.keep()
	}
	if !certain(d) && !doubtOf(from).alike(doubtOf(to)) {
		s = s.keep()
		return unlike(s.asideCertainty(s.point(from), from), s.asideCertainty(s.point(to), to))
	}
	text, c := s.span(from, to)
	return s.certainly(text, from, c)
}

// span says a range of dates without its certainty, and of which class it is.
func (s sayer) span(from, to edtf.Date) (text string, c class) {
	a, b := classOf(from), classOf(to)
	if s.same(from, to) {
		return s.point(from), a
	}
	if s.times && a == ofDay && b == ofDay && (hasClock(from) || hasClock(to)) {
		return s.spanOfTimes(from, to), ofDay
	}
	plain := func(c class) bool { return c == ofYear || c == ofMonth || c == ofDay }
	if !plain(a) || !plain(b) {
		s = s.keep()
		return unlike(s.point(from), s.point(to)), min(a, b, ofYear)
	}
	c = min(a, b)
	y, z := from.Year(), to.Year()
	switch {
	case a == ofYear && b == ofYear:
		return s.yearsBetween(y, z), c
	case y != z || a == ofYear || b == ofYear:
		return s.spanOfYears(from, to), c
	case a == ofMonth && b == ofMonth:
		text = Fill(s.monthRange, "from", s.monthAlone(from.Month()), "to", s.monthAlone(to.Month()))
	case a == ofDay && b == ofDay && from.Month() == to.Month():
		text = Fill(s.dayMonth, "day", s.daysBetween(from.Day(), to.Day()), "month", s.monthOfDay(from.Month()))
	case a == b:
		text = Fill(s.wideRange, "from", s.part(from), "to", s.part(to))
	default:
		text = unlike(s.part(from), s.part(to))
	}
	return s.inYear(text, y), c
}

// unlike says a range whose ends are said in different ways, with space around the
// dash in every language: "February 2024 – 2025" must not look like two years.
func unlike(from, to string) string { return Fill("{from} – {to}", "from", from, "to", to) }

// same reports whether two dates are said alike.
func (s sayer) same(a, b edtf.Date) bool {
	s.form = Full
	return s.point(a) == s.point(b)
}

// spanOfYears says a range of which both ends say their years, and the era once if
// it is that of both.
func (s sayer) spanOfYears(from, to edtf.Date) string {
	e, shared := sharedEra(from.Year(), to.Year())
	end := func(d edtf.Date) string {
		year, own := d.Year(), noEra
		if !shared {
			own = ownEra(year)
		}
		if d.Month() == 0 {
			if shared {
				return s.bareYear(year)
			}
			return s.yearIn(year, own)
		}
		return s.inEra(own, Fill(s.withYear, "date", s.part(d), "year", s.bareYear(year)))
	}
	text := unlike(end(from), end(to))
	if classOf(from) == classOf(to) {
		text = Fill(s.wideRange, "from", end(from), "to", end(to))
	}
	if shared {
		text = s.inEra(e, text)
	}
	return text
}

// betweenDates says that something was at some time between two dates.
func (s sayer) betweenDates(from, to edtf.Date) string {
	if s.same(from, to) {
		return s.certainly(s.point(from), from, classOf(from))
	}
	first := s
	switch a, b := classOf(from), classOf(to); {
	case from.Year() != to.Year():
		s = s.keep()
		first = s
	case a == b && (a == ofMonth || a == ofDay) && from.Year() > 0:
		// In one year, which is said once.
		first.form, first.years = max(s.form, Day), false
	}
	return Fill(s.between, "from", s.asideCertainty(first.pointOf(from), from), "to", s.asideCertainty(s.pointOf(to), to))
}
