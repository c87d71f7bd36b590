package words

import (
	"strconv"

	"barline/data/edtf"
)

// Form says how much room a date has.
type Form uint8

const (
	Full  Form = iota // "11 April 2025"
	Day               // "11 April": the year is clear from the axis
	Short             // "11 Apr"
)

// Date says a date as precisely as it is known, and no more: "11 April 2025",
// "February 2025", "2–3 December 2025", "about 3 December 2025".
func (w *Words) Date(d edtf.Date, form Form) string {
	s := w.plainDate(d, form)
	if d.Uncertain() {
		s = Fill(w.maybeDate, "date", s)
	}
	if d.Approximate() {
		s = Fill(w.aboutDate, "date", s)
	}
	return s
}

func (w *Words) plainDate(d edtf.Date, form Form) string {
	if !d.IsInterval() {
		return w.single(d, form, false)
	}
	a, b := d.Start(), d.End()
	sameYear := a.Year() == b.Year()
	sameMonth := sameYear && a.Month() == b.Month()
	if sameMonth && a.Day() != 0 && b.Day() != 0 {
		days := w.dayRangeOf(a.Day(), b.Day())
		return w.inYear(Fill(w.dayMonth, "day", days, "month", w.month(a.Month(), form)), a.Year(), form)
	}
	return w.single(a, form, sameYear) + " – " + w.single(b, form, false)
}

// single says one date; without its year if that follows anyway.
func (w *Words) single(d edtf.Date, form Form, noYear bool) string {
	if d.Month() == 0 {
		return w.Year(d.Year())
	}
	s := w.month(d.Month(), form)
	switch {
	case d.Day() != 0:
		s = Fill(w.dayMonth, "day", w.day(d.Day()), "month", s)
	case form != Short:
		s = w.MonthName(d.Month())
	}
	if noYear {
		return s
	}
	return w.inYear(s, d.Year(), form)
}

func (w *Words) inYear(s string, year int, form Form) string {
	if form != Full {
		return s
	}
	return Fill(w.withYear, "date", s, "year", w.Year(year))
}

func (w *Words) month(month int, form Form) string {
	if form == Short {
		return w.monthsShort[month-1]
	}
	return w.months[month-1]
}

// MonthName is the name of a month that stands without a day, 1 to 12.
func (w *Words) MonthName(month int) string {
	if alone := w.monthsAlone[month-1]; alone != "" {
		return alone
	}
	return w.months[month-1]
}

// day is a day of a month, dayRangeOf several.
func (w *Words) day(n int) string {
	if n == 1 && w.firstDay != "1" {
		return w.firstDay
	}
	return w.Number(n)
}

func (w *Words) dayRangeOf(from, to int) string {
	return Fill(w.dayRange, "from", w.day(from), "to", w.Number(to))
}

// MonthShort is the short name of a month, 1 to 12.
func (w *Words) MonthShort(month int) string { return w.monthsShort[month-1] }

// DayMonth is "11 Apr".
func (w *Words) DayMonth(day, month int) string {
	return Fill(w.dayMonth, "day", w.day(day), "month", w.monthsShort[month-1])
}

// TimeOfDay says at what time of day a date was, and on whose clocks; it is empty
// for a date that gives none. zone is what to call the zone of times that do not
// say theirs; empty is UTC.
func (w *Words) TimeOfDay(d edtf.Date, zone string) string {
	from, ok := d.Start().Clock()
	if !ok {
		return ""
	}
	s := w.Clock(from)
	if to, ok := d.End().Clock(); ok && d.IsInterval() {
		s += "–" + w.Clock(to)
	}
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
	case said || zone == "":
		zone = "UTC"
	}
	return s + " " + Isolated(zone, w.and)
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
