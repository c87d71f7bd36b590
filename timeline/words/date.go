package words

import "barline/data/edtf"

// Form says how much room a date has.
type Form uint8

const (
	Full  Form = iota // "11 April 2025"
	Day               // "11 April": the year is clear from the axis
	Short             // "11 Apr"
)

// Date says a date as precisely as it is known, and no more: "11 April 2025",
// "February 2025", "2–3 December 2025", "about 3 December 2025", "the 1960s",
// "since May 2019", "between 1860 and 1872". Of times of day it says nothing.
func (w *Words) Date(d edtf.Date, form Form) string {
	s := sayer{Words: w, form: form}
	return s.date(d)
}

// DateTime says a date with its times of day: "2 December 2025, 22:30–23:15 Moscow
// time". zone is what to call the zone of times that do not say theirs; it may be
// empty. A date without times is said as Date says it.
func (w *Words) DateTime(d edtf.Date, zone string, form Form) string {
	s := sayer{Words: w, form: form, times: true, zone: zone}
	return s.date(d)
}

func (s *sayer) date(d edtf.Date) string {
	switch {
	case d.IsZero():
		return ""
	case d.IsSet():
		return s.set(d)
	case !d.IsInterval():
		m := read(d)
		return s.certainly(s.point(m, false), &m.doubt, m.class)
	}
	from := read(d.Start())
	switch start, end := d.Ends(); {
	case start != edtf.Dated || end != edtf.Dated:
		return s.open(from, start, end)
	}
	return s.interval(from, read(d.End()))
}

// open says an interval of which one end has no date.
func (s *sayer) open(known *moment, start, end edtf.End) string {
	s = s.keep()
	if s.form == Short && (start == edtf.Unknown || end == edtf.Unknown) {
		from, to := s.asideDoubt(s.point(known, false), &known.doubt), s.UI.Question
		if start == edtf.Unknown {
			from, to = to, from
		}
		return unlike(from, to)
	}
	return s.openText(start, end, known.class, func(of bool) string { return s.asideDoubt(s.point(known, of), &known.doubt) })
}

// openText says an interval of which one end has no date. known says the other
// one, in the form that it has after other words or without them.
func (w *Words) openText(start, end edtf.End, c class, known func(of bool) string) string {
	pattern, of, unknown := w.until, true, ""
	season := c == ofSeason && w.seasonsOf[0] == ""
	switch {
	case end == edtf.Open:
		pattern = w.since
	case end == edtf.Unknown:
		pattern, unknown = w.from, w.endUnknown
	case w.untilThe != "" && (c == ofDay || c == ofCentury || season):
		pattern, of = w.untilThe, false
	case w.untilCoarse != "" && c != ofDay && c != ofMonth && c != ofYear:
		pattern = w.untilCoarse
	}
	if start == edtf.Unknown {
		unknown = w.startUnknown
	}
	s := Fill(pattern, "date", known(of))
	if unknown != "" {
		s = w.Clauses(s, unknown)
	}
	return s
}

// set says dates of which one is meant.
func (s *sayer) set(d edtf.Date) string {
	if first, last := yearsOf(d); first != last {
		s = s.keep()
	}
	members := d.Members()
	texts := make([]string, len(members))
	for i, m := range members {
		texts[i] = s.member(m, len(members) == 1)
	}
	return s.either(texts)
}

// member says one member of a set: a date, or a stretch of them.
func (s *sayer) member(m edtf.Date, alone bool) string {
	from, pattern := read(m.Start()), ""
	switch start, end := m.Ends(); {
	case start != edtf.Dated:
		pattern = s.orEarlier
	case end != edtf.Dated:
		pattern = s.orLater
	case !m.IsInterval():
		return s.asideDoubt(s.point(from, false), &from.doubt)
	case alone:
		return s.betweenDates(from, read(m.End()))
	default:
		return s.interval(from, read(m.End()))
	}
	s = s.keep()
	return Fill(pattern, "date", s.certainly(s.point(from, false), &from.doubt, from.class))
}

// yearsOf are the first and the last year that a date allows.
func yearsOf(d edtf.Date) (first, last int) {
	return read(d.Start()).first[0], read(d.End()).lastYear()
}

// MonthName is the name of a month that stands without a day, 1 to 12.
func (w *Words) MonthName(month int) string {
	if alone := w.monthsAlone[month-1]; alone != "" {
		return alone
	}
	return w.months[month-1]
}

// MonthShort is the short name of a month that stands without a day, 1 to 12.
func (w *Words) MonthShort(month int) string {
	if alone := w.monthsShortAlone[month-1]; alone != "" {
		return alone
	}
	return w.monthsShort[month-1]
}

// DayMonth is "11 Apr".
func (w *Words) DayMonth(day, month int) string {
	return Fill(w.dayMonth, "day", w.dayOfMonth(day), "month", w.monthsShort[month-1])
}

// dayOfMonth is a day of a month, daysBetween several.
func (w *Words) dayOfMonth(n int) string {
	if n == 1 && w.firstDay != "1" {
		return w.firstDay
	}
	return w.Number(n)
}

func (w *Words) daysBetween(from, to int) string {
	return Fill(w.dayRange, "from", w.dayOfMonth(from), "to", w.Number(to))
}
