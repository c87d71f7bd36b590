package words

// sayer says dates in one form.
type sayer struct {
	*Words
	form Form
	// years keeps the years, whatever the form.
	years bool
	// times says times of day, too, and after them the zone.
	times bool
	zone  string
}

// keep is the same with the years of all dates.
func (s *sayer) keep() *sayer {
	kept := *s
	kept.years = true
	return &kept
}

// inYear puts the year to what is said of a part of it, if it is to be said.
func (s *sayer) inYear(part string, year int) string {
	if s.form != Full && !s.years && year > 0 {
		return part
	}
	return s.dated(s.withYear, part, year)
}

// point says a date without ends, and nothing of how certain it is. of is for the
// form that it has after since, until, from or between.
func (s *sayer) point(m *moment, of bool) string {
	pattern := ""
	switch m.class {
	case ofNothing:
		return s.dateUnknown
	case ofYearless:
		return Fill(s.yearUnknown, "date", s.part(m, false))
	case ofStretch:
		return s.betweenDates(m.earliest(), m.latest())
	case ofSignificant:
		about := Fill(s.aboutDate, "date", s.Year(m.year))
		return s.Aside(about, s.betweenDates(m.earliest(), m.latest()))
	case ofCentury:
		pattern = s.centuryOf
	case ofDecade:
		pattern = s.decadeOf
	case ofYears:
		return s.yearsBetween(m.first[0], m.last[0])
	case ofSeason:
		return s.seasonText(m, of)
	case ofYear:
		if pattern = s.yearOf; eraOf(m.year) != noEra {
			pattern = ""
		}
	case ofDay:
		pattern = s.dayOf
	}
	if !of || pattern == "" {
		pattern = "{date}"
	}
	switch m.class {
	case ofCentury:
		return s.centuryText(m.first[0], m.last[0], pattern)
	case ofDecade:
		return s.decadeText(m.first[0], pattern)
	case ofYear:
		return Fill(pattern, "date", s.Year(m.year))
	}
	text := s.inYear(s.part(m, of), m.year)
	if s.times && m.hasClock {
		text = s.Clauses(text, s.clock(m, m))
	}
	return Fill(pattern, "date", text)
}

// part says a month, or a day of a month, without the year. A month after other
// words has the form that it has beside a day.
func (s *sayer) part(m *moment, of bool) string {
	switch {
	case m.day != 0:
		return Fill(s.dayMonth, "day", s.dayOfMonth(m.day), "month", s.monthOf(m))
	case of:
		return s.monthOf(m)
	case s.form == Short:
		return s.MonthShort(m.month)
	}
	return s.MonthName(m.month)
}

// monthOf is the name of a month beside a day.
func (s *sayer) monthOf(m *moment) string {
	if s.form == Short {
		return s.monthsShort[m.month-1]
	}
	return s.months[m.month-1]
}

func (s *sayer) decadeText(first int, around string) string {
	pattern, century := s.decade, first/100+1
	if named := s.decades[first/10%10-1]; named != "" {
		pattern = named
	}
	return s.fillCentury(around, s.fillCentury(pattern, "", first, century), first, century)
}

func (s *sayer) seasonText(m *moment, of bool) string {
	names := &s.seasons
	if of && s.seasonsOf[0] != "" {
		names = &s.seasonsOf
	}
	year, next := s.bareYear(m.year), s.bareYear(m.year+1)
	short := next
	if two := (m.year + 1) % 100; m.year >= 1000 && two != 0 {
		short = s.local(pad(two))
	}
	e := eraOf(m.year)
	if m.season == 4 {
		var shared bool
		if e, shared = sharedEra(m.year, m.year+1); !shared {
			year, next = s.Year(m.year), s.Year(m.year+1)
			short = next
		}
	}
	return s.inEra(e, Fill(names[m.season-1], "year", year, "next", next, "short", short))
}
