package words

import (
	"strings"

	"barline/data/edtf"
)

// class is how a date without ends is said.
type class uint8

const (
	ofNothing     class = iota // not even the year is known, nor the month
	ofYearless                 // a day or a month of an unknown year
	ofStretch                  // some time between two dates: 1984-1X
	ofSignificant              // 1950S2
	ofCentury
	ofDecade
	ofYears // a decade that has no name of its own: 1900 to 1909, or before Christ
	ofYear
	ofSeason
	ofMonth
	ofDay
)

func classOf(d edtf.Date) class {
	if d.Significant() > 0 {
		return ofSignificant
	}
	precision := d.Precision()
	if precision == edtf.Millennium && strings.HasPrefix(strings.TrimLeft(d.String(), "?~%"), "XXXX") {
		if d.Month() == 0 {
			return ofNothing
		}
		return ofYearless
	}
	if precision == edtf.Millennium || d.Patterned() {
		return ofStretch
	}
	switch precision {
	case edtf.Century:
		return ofCentury
	case edtf.Decade:
		if first := d.Earliest().Year(); first < 100 || first%100 == 0 {
			return ofYears
		}
		return ofDecade
	case edtf.Year:
		return ofYear
	case edtf.Season:
		return ofSeason
	case edtf.Month:
		return ofMonth
	}
	return ofDay
}

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
func (s sayer) keep() sayer {
	s.years = true
	return s
}

// saysYear reports whether the year is said of a date that has a month.
func (s sayer) saysYear(year int) bool { return s.form == Full || s.years || year <= 0 }

// inYear puts the year to what is said of a part of it, if it is to be said.
func (s sayer) inYear(part string, year int) string {
	if !s.saysYear(year) {
		return part
	}
	return s.dated(s.withYear, part, year)
}

// point says a date without ends, and nothing of how certain it is.
func (s sayer) point(d edtf.Date) string {
	first, last := d.Earliest(), d.Latest()
	switch classOf(d) {
	case ofNothing:
		return s.dateUnknown
	case ofYearless:
		return Fill(s.yearUnknown, "date", s.part(d))
	case ofStretch:
		return s.betweenDates(first, last)
	case ofSignificant:
		about := Fill(s.aboutDate, "date", s.Year(d.Year()))
		return s.Aside(about, s.betweenDates(first, last))
	case ofCentury:
		return s.centuryText(first.Year(), last.Year(), "{date}")
	case ofDecade:
		return s.decadeText(first.Year())
	case ofYears:
		return s.yearsBetween(first.Year(), last.Year())
	case ofYear:
		return s.Year(d.Year())
	case ofSeason:
		return s.seasonText(&s.seasons, d)
	}
	return s.withTime(s.inYear(s.part(d), d.Year()), d)
}

// part says a month, or a day of a month, without the year.
func (s sayer) part(d edtf.Date) string {
	if d.Day() != 0 {
		return Fill(s.dayMonth, "day", s.day(d.Day()), "month", s.monthOfDay(d.Month()))
	}
	return s.monthAlone(d.Month())
}

func (s sayer) monthOfDay(month int) string {
	if s.form == Short {
		return s.monthsShort[month-1]
	}
	return s.months[month-1]
}

func (s sayer) monthAlone(month int) string {
	if s.form == Short {
		return s.MonthShort(month)
	}
	return s.MonthName(month)
}

func (s sayer) decadeText(first int) string {
	pattern := s.decade
	if named := s.decades[first/10%10-1]; named != "" {
		pattern = named
	}
	return s.fillCentury(pattern, "", first, first/100+1)
}

func (s sayer) seasonText(names *[4]string, d edtf.Date) string {
	year := d.Year()
	pattern := names[d.Season()-1]
	if d.Season() < 4 {
		return s.inEra(eraOf(year), Fill(pattern, "year", s.bareYear(year)))
	}
	e, ok := sharedEra(year, year+1)
	if !ok {
		return Fill(pattern, "year", s.Year(year), "next", s.Year(year+1), "short", s.Year(year+1))
	}
	next := s.bareYear(year + 1)
	short := next
	if two := (year + 1) % 100; year >= 1000 && two != 0 {
		short = s.local(pad(two))
	}
	return s.inEra(e, Fill(pattern, "year", s.bareYear(year), "next", next, "short", short))
}

// pointOf says the same after since, until, from or between.
func (s sayer) pointOf(d edtf.Date) string {
	plain := s.point(d)
	first := d.Earliest().Year()
	switch c := classOf(d); {
	case c == ofYear && s.yearOf != "" && eraOf(d.Year()) == noEra:
		return Fill(s.yearOf, "date", plain)
	case c == ofDay && s.dayOf != "":
		return Fill(s.dayOf, "date", plain)
	case c == ofMonth:
		return s.monthOf(d)
	case c == ofDecade && s.decadeOf != "":
		return Fill(s.decadeOf, "date", plain, "year", s.Number(first))
	case c == ofCentury && s.centuryOf != "":
		return s.centuryText(first, d.Latest().Year(), s.centuryOf)
	case c == ofSeason && s.seasonsOf[0] != "":
		return s.seasonText(&s.seasonsOf, d)
	}
	return plain
}

// monthOf says a month in the form that it has beside a day, which is that after
// other words, too.
func (s sayer) monthOf(d edtf.Date) string { return s.inYear(s.monthOfDay(d.Month()), d.Year()) }
