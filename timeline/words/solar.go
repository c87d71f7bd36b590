package words

import "barline/data/edtf"

// The Solar Hijri calendar, of Iran and Afghanistan: a year begins at the March
// equinox as seen from Tehran; its first six months have 31 days, the next five
// 30. Leap years follow the equinox; between these years their number of 33 has
// been 8, after each of these one cycle has a year more. The table is Borkowski's
// (Earth, Moon and Planets 74, 1996), as is what follows from it.
func solarBreaks() [20]int {
	return [...]int{-61, 9, 38, 199, 426, 686, 756, 818, 1111, 1181, 1210, 1635, 2060, 2097, 2192, 2262, 2324, 2394, 2456, 3178}
}

// newYear is the day of March on which a Solar Hijri year begins, in the
// Gregorian year 621 later, and whether it is a leap year; ok is false beyond the
// years that the table knows.
func newYear(year int) (march int, leap, ok bool) {
	breaks := solarBreaks()
	if year < breaks[0] || year >= breaks[len(breaks)-1] {
		return 0, false, false
	}
	gregorian := year + 621
	leaps, from := -14, breaks[0]
	jump := 0
	for _, to := range breaks[1:] {
		if jump = to - from; year < to {
			break
		}
		leaps += jump/33*8 + jump%33/4
		from = to
	}
	n := year - from
	leaps += n/33*8 + (n%33+3)/4
	if jump%33 == 4 && jump-n == 4 {
		leaps++
	}
	march = 20 + leaps - (gregorian/4 - (gregorian/100+1)*3/4 - 150)
	if jump-n < 6 {
		n = n - jump + (jump+4)/33*33
	}
	// The last leap year of a cycle comes a year late.
	since := (n+1)%33 - 1
	return march, since >= 0 && since%4 == 0, true
}

// solar is a Gregorian day in the Solar Hijri calendar.
func solar(year, month, day int) (y, m, d int, ok bool) {
	y = year - 621
	march, _, ok := newYear(y)
	if !ok {
		return 0, 0, 0, false
	}
	const second = 24 * 3600
	days := int(edtf.Unix(year, month, day)-edtf.Unix(year, 3, march)) / second
	if days < 0 {
		y--
		if march, _, ok = newYear(y); !ok {
			return 0, 0, 0, false
		}
		days = int(edtf.Unix(year, month, day)-edtf.Unix(year-1, 3, march)) / second
	}
	if days < 6*31 {
		return y, days/31 + 1, days%31 + 1, true
	}
	days -= 6 * 31
	return y, days/30 + 7, days%30 + 1, true
}

// SolarDate says a date in the Solar Hijri calendar, as precisely as it is known:
// a month of one calendar lies in two of the other. It is empty where the
// language's readers do not use that calendar, and for what it does not say: sets,
// seasons, decades, and years before its first.
func (w *Words) SolarDate(d edtf.Date) string {
	if w.solarMonths[0] == "" || d.IsZero() || d.IsSet() {
		return ""
	}
	from, to := read(d.Start()), read(d.End())
	text := w.solarSpan(from, to)
	start, end := d.Ends()
	if text == "" || start == edtf.Dated && end == edtf.Dated {
		return text
	}
	return w.openText(start, end, from.class, func(bool) string { return text })
}

func (w *Words) solarSpan(a, b *moment) string {
	if !a.isPlain() || !b.isPlain() {
		return ""
	}
	// As it is written, on whichever clocks.
	first, okFirst := solarOf(a.year, max(1, a.month), max(1, a.day))
	month, day := b.month, b.day
	if month == 0 {
		month = 12
	}
	if day == 0 {
		day = edtf.DaysIn(b.year, month)
	}
	last, okLast := solarOf(b.year, month, day)
	if !okFirst || !okLast {
		return ""
	}
	if a.month == 0 || b.month == 0 {
		if first.year == last.year {
			return w.Number(first.year)
		}
		return Fill(w.yearRange, "from", w.Number(first.year), "to", w.Number(last.year))
	}
	if a.day == 0 || b.day == 0 {
		first.day, last.day = 0, 0
	}
	if first == last {
		return w.solarDay(first, true)
	}
	if first.day != 0 && first.year == last.year && first.month == last.month {
		days := w.daysBetween(first.day, last.day)
		return w.inSolarYear(Fill(w.dayMonth, "day", days, "month", w.solarMonths[first.month-1]), first.year)
	}
	return Fill(w.wideRange, "from", w.solarDay(first, first.year != last.year), "to", w.solarDay(last, true))
}

// inSolarYear puts a year of that calendar to what is said of a part of it.
func (w *Words) inSolarYear(part string, year int) string {
	return Fill(w.withYear, "date", part, "year", w.Number(year))
}

type solarDay struct{ year, month, day int }

func solarOf(year, month, day int) (solarDay, bool) {
	y, m, d, ok := solar(year, month, day)
	return solarDay{y, m, d}, ok && y > 0
}

func (w *Words) solarDay(d solarDay, year bool) string {
	s := w.solarMonths[d.month-1]
	if d.day != 0 {
		s = Fill(w.dayMonth, "day", w.Number(d.day), "month", s)
	}
	if !year {
		return s
	}
	return w.inSolarYear(s, d.year)
}

// Aside says something else of a date.
func (w *Words) Aside(date, other string) string {
	return Fill(w.bothDates, "date", date, "other", other)
}
