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
func (w *Words) Date(d edtf.Date, form Form) string { return sayer{Words: w, form: form}.date(d) }

// DateTime says a date with its times of day: "2 December 2025, 22:30–23:15 Moscow
// time". zone is what to call the zone of times that do not say theirs; it may be
// empty. A date without times is said as Date says it.
func (w *Words) DateTime(d edtf.Date, zone string, form Form) string {
	return sayer{Words: w, form: form, times: true, zone: zone}.date(d)
}

func (s sayer) date(d edtf.Date) string {
	switch start, end := d.Ends(); {
	case d.IsZero():
		return ""
	case d.IsSet():
		return s.set(d)
	case start != edtf.Dated || end != edtf.Dated:
		return s.open(d, start, end)
	case d.IsInterval():
		return s.interval(d)
	}
	return s.certainly(s.point(d), d, classOf(d))
}

// open says an interval of which one end has no date.
func (s sayer) open(d edtf.Date, start, end edtf.End) string {
	s = s.keep()
	known := d.Start()
	if s.form == Short && (start == edtf.Unknown || end == edtf.Unknown) {
		from, to := s.asideCertainty(s.point(known), known), s.UI.Question
		if start == edtf.Unknown {
			from, to = to, from
		}
		return unlike(from, to)
	}
	return s.openText(start, end, classOf(known), func(of bool) string {
		if of {
			return s.asideCertainty(s.pointOf(known), known)
		}
		return s.asideCertainty(s.point(known), known)
	})
}

// openText says an interval of which one end has no date. known says the other
// one, in the form that it has after other words or without them.
func (w *Words) openText(start, end edtf.End, c class, known func(of bool) string) string {
	switch {
	case end == edtf.Open:
		return Fill(w.since, "date", known(true))
	case end == edtf.Unknown:
		return w.Clauses(Fill(w.from, "date", known(true)), w.endUnknown)
	}
	var s string
	season := c == ofSeason && w.seasonsOf[0] == ""
	switch {
	case w.untilThe != "" && (c == ofDay || c == ofCentury || season):
		s = Fill(w.untilThe, "date", known(false))
	case w.untilCoarse != "" && c != ofDay && c != ofMonth && c != ofYear:
		s = Fill(w.untilCoarse, "date", known(true))
	default:
		s = Fill(w.until, "date", known(true))
	}
	if start == edtf.Unknown {
		s = w.Clauses(s, w.startUnknown)
	}
	return s
}

// set says dates of which one is meant.
func (s sayer) set(d edtf.Date) string {
	if first, last := yearsOf(d); first != last {
		s = s.keep()
	}
	members := d.Members()
	if len(members) == 1 {
		if start, end := members[0].Ends(); start == edtf.Dated && end == edtf.Dated {
			return s.betweenDates(members[0].Start(), members[0].End())
		}
	}
	texts := make([]string, 0, len(members))
	for _, m := range members {
		switch start, end := m.Ends(); {
		case start != edtf.Dated:
			texts = append(texts, Fill(s.orEarlier, "date", s.keep().date(m.End())))
		case end != edtf.Dated:
			texts = append(texts, Fill(s.orLater, "date", s.keep().date(m.Start())))
		case m.IsInterval():
			texts = append(texts, s.interval(m))
		default:
			texts = append(texts, s.asideCertainty(s.point(m), m))
		}
	}
	return s.either(texts)
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
	return Fill(w.dayMonth, "day", w.day(day), "month", w.monthsShort[month-1])
}

// day is a day of a month, daysBetween several.
func (w *Words) day(n int) string {
	if n == 1 && w.firstDay != "1" {
		return w.firstDay
	}
	return w.Number(n)
}

func (w *Words) daysBetween(from, to int) string {
	return Fill(w.dayRange, "from", w.day(from), "to", w.Number(to))
}
