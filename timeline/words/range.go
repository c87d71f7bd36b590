package words

// interval says a range from one date to another. What both are alike in is said
// once.
func (s *sayer) interval(from, to *moment) string {
	if from.first[0] != to.lastYear() {
		s = s.keep()
	}
	if !from.doubt.alike(&to.doubt) {
		s = s.keep()
		return unlike(s.asideDoubt(s.point(from, false), &from.doubt), s.asideDoubt(s.point(to, false), &to.doubt))
	}
	text, c := s.span(from, to)
	return s.certainly(text, &from.doubt, c)
}

// span says a range of dates without its certainty, and of which class it is.
func (s *sayer) span(from, to *moment) (text string, c class) {
	c = min(from.class, to.class)
	y, z := from.year, to.year
	switch {
	case from.same(to) && (!s.times || from.sameClock(to)):
		return s.point(from, false), c
	case s.times && (from.hasClock || to.hasClock) && c == ofDay:
		return s.spanOfTimes(from, to), c
	case !from.isPlain() || !to.isPlain():
		s = s.keep()
		return unlike(s.point(from, false), s.point(to, false)), min(c, ofYear)
	case from.class == ofYear && to.class == ofYear:
		return s.yearsBetween(y, z), c
	case y != z || c == ofYear:
		return s.spanOfYears(from, to), c
	case from.class != to.class:
		text = unlike(s.part(from, false), s.part(to, false))
	case c == ofMonth:
		text = Fill(s.monthRange, "from", s.part(from, false), "to", s.part(to, false))
	case from.month == to.month:
		text = Fill(s.dayMonth, "day", s.daysBetween(from.day, to.day), "month", s.monthOf(from))
	default:
		text = Fill(s.wideRange, "from", s.part(from, false), "to", s.part(to, false))
	}
	return s.inYear(text, y), c
}

// unlike says a range whose ends are said in different ways, with space around the
// dash in every language: "February 2024 – 2025" must not look like two years.
func unlike(from, to string) string { return Fill("{from} – {to}", "from", from, "to", to) }

// spanOfYears says a range of which both ends say their years, and the era once if
// it is that of both.
func (s *sayer) spanOfYears(from, to *moment) string {
	e, shared := sharedEra(from.year, to.year)
	a, b := s.endOfYears(from, shared), s.endOfYears(to, shared)
	if from.class == to.class {
		a = Fill(s.wideRange, "from", a, "to", b)
	} else {
		a = unlike(a, b)
	}
	if shared {
		a = s.inEra(e, a)
	}
	return a
}

// endOfYears says one end of such a range, without its era if both share it.
func (s *sayer) endOfYears(m *moment, shared bool) string {
	e := noEra
	if !shared {
		e = ownEra(m.year)
	}
	if m.month == 0 {
		return s.yearIn(m.year, e)
	}
	return s.inEra(e, Fill(s.withYear, "date", s.part(m, false), "year", s.bareYear(m.year)))
}

// betweenDates says that something was at some time between two dates.
func (s *sayer) betweenDates(from, to *moment) string {
	if from.same(to) {
		return s.certainly(s.point(from, false), &from.doubt, from.class)
	}
	first := s
	switch {
	case from.year != to.year:
		s = s.keep()
		first = s
	case from.class == to.class && (from.class == ofMonth || from.class == ofDay) && from.year > 0:
		// In one year, which is said once.
		first = &sayer{Words: s.Words, form: max(s.form, Day), times: s.times, zone: s.zone}
	}
	return Fill(s.between, "from", first.asideDoubt(first.point(from, true), &from.doubt), "to", s.asideDoubt(s.point(to, true), &to.doubt))
}
