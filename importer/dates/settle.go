package dates

import (
	"fmt"
	"strconv"

	"barline/data/edtf"
)

// settle finds out which of the numbers of one end are its year and its day. What
// only the other end can explain stays in tail.
func (r *reader) settle(s *said) error {
	s.settled = true
	switch {
	case s.hasThree:
		if s.n > 0 {
			return r.tooMany()
		}
		return r.settleThree(s)
	case s.hasPair:
		if s.n > 0 {
			return r.tooMany()
		}
		return r.settlePair(s)
	case s.month != 0:
		return r.settleMonth(s)
	}
	switch s.n {
	case 0:
	case 1:
		n := s.loose[0]
		switch {
		case n.digits >= 3 && !n.ordinal || n.short || n.negative || s.bc || s.ad && !n.ordinal || s.season != 0 || s.hasQuarter:
			s.year, s.hasYear = n, true
		default:
			s.tail, s.hasTail = n, true
		}
	case 2:
		// 3, 1945 of May 1–3, 1945
		a, b := s.loose[0], s.loose[1]
		switch {
		case a.digits <= 2 && b.digits >= 3:
			s.tail, s.hasTail = a, true
			s.year, s.hasYear = b, true
		case a.digits >= 3 && b.digits <= 2 && s.season != 0:
			s.year, s.hasYear = a, true
			s.seasonTo, s.hasSeasonTo = b, true
		default:
			return r.tooMany()
		}
	case 3:
		// 8 5 1945
		s.triple, s.sep, s.hasThree, s.n = s.loose, ' ', true, 0
		return r.settleThree(s)
	default:
		return r.tooMany()
	}
	if s.hasDecade && s.hasCentury && s.decade.digits <= 2 && s.century.n > 0 {
		s.decade = num{n: (s.century.n-1)*100 + s.decade.n, digits: 4} // 50-е годы XX века
		s.hasCentury = false
	}
	return nil
}

func (r *reader) tooMany() error {
	return fault(r.text, "it is not clear which of its numbers is what")
}

// settleMonth finds the day and the year beside the name of a month.
func (r *reader) settleMonth(s *said) error {
	switch s.n {
	case 0:
	case 1:
		n := s.loose[0]
		switch {
		case n.digits >= 3 || n.short || n.negative || n.hyphened && !n.ordinal:
			s.year, s.hasYear = n, true
		case n.n > 31 || s.bc:
			s.year, s.hasYear = n, true
		default:
			s.day, s.hasDay = n, true
		}
	case 2:
		a, b := s.loose[0], s.loose[1]
		yearIsFirst := a.digits >= 3 || a.n > 31 && !a.ordinal || a.short
		if b.digits >= 3 || b.short || b.n > 31 {
			if yearIsFirst && a.digits >= 3 {
				return r.tooMany()
			}
			yearIsFirst = false
		} else if !yearIsFirst && r.o.Order == YearFirst && a.digits == 2 && !a.ordinal {
			yearIsFirst = true
		}
		if yearIsFirst {
			a, b = b, a
		}
		s.day, s.year, s.hasDay, s.hasYear = a, b, true, true
		if a.digits > 2 {
			return r.tooMany()
		}
	default:
		return r.tooMany()
	}
	return nil
}

// settlePair reads 04/2014, 2014/4, 12.1946 and, for the other end of a stretch to
// explain, 3.5.
func (r *reader) settlePair(s *said) error {
	a, b := s.pair[0], s.pair[1]
	written := func() string { return strconv.Itoa(a.n) + string(s.pairSep) + strconv.Itoa(b.n) }
	setMonth := func(m, year num) error {
		s.year, s.hasYear = year, true
		if m.n == 0 {
			return nil // 2014-00
		}
		if m.n > 12 {
			return invalid(r.text, "there is no month "+strconv.Itoa(m.n))
		}
		s.month, s.solar = m.n, r.isSolar(s)
		return nil
	}
	switch {
	case a.digits >= 3 && b.digits >= 3, a.digits > 4 || b.digits > 4:
		return r.tooMany()
	case b.digits >= 3 && a.digits <= 2:
		return setMonth(a, b)
	case a.digits >= 3:
		return setMonth(b, a)
	case s.pairSep == '.' && b.n >= 1 && b.n <= 12:
		s.day, s.month, s.hasDay = a, b.n, true
		return nil
	}
	return fault(r.text, written()+" does not say which of its numbers is what; write the year with four digits")
}

// isSolar reports whether the year of s counts in the Solar Hijri calendar.
func (r *reader) isSolar(s *said) bool {
	if s.solarEra || s.solar {
		return true
	}
	return !s.ad && !s.bc && s.hasYear && !s.year.negative && (s.year.digits == 4 && r.o.solarYear(s.year.n) || s.year.digits <= 2 && r.o.Century >= 1200 && r.o.Century < 1500 && r.o.Calendar != Gregorian && solarLanguage(r.o.Lang))
}

// settleThree reads three numbers.
func (r *reader) settleThree(s *said) error {
	t, sep := s.triple, s.sep
	read := r.readings(t, sep)
	switch {
	case s.dayFirst && read.has(DayFirst):
		read = readings{orders: [4]bool{DayFirst: true}, n: 1}
	case s.weekday != 0 && read.n > 1 && !s.solarEra:
		read = r.onWeekday(t, read, s.weekday)
	}
	if r.seen != nil && !s.dayFirst {
		r.seen.three(r.text, t, sep, read)
	}
	if read.n == 0 {
		return r.noReading(t)
	}
	order := read.only()
	if order == AnyOrder {
		order = r.o.order(sep)
		if !read.has(order) {
			order = AnyOrder
		}
		if order == AnyOrder && sep == '.' && read.has(DayFirst) {
			order = DayFirst // days come first where they are written with points
		}
		if order == AnyOrder && read.same(t) {
			order = DayFirst
		}
	}
	if order == AnyOrder {
		return r.askOrder(t, sep, read)
	}
	day, m, year := inOrder(t, order)
	s.year, s.hasYear = year, true
	if s.solarEra || r.isSolar(s) {
		s.solar = true
	}
	if m.n > 0 {
		s.month = m.n
		if day.n > 0 {
			s.day, s.hasDay = day, true
		}
	}
	return nil
}

// onWeekday keeps the one reading that falls on a day of the week, if one alone does:
// Tuesday 4/5/2021 is 4 May.
func (r *reader) onWeekday(t [3]num, read readings, weekday int) readings {
	var fits readings
	for o := DayFirst; o <= YearFirst; o++ {
		if !read.has(o) {
			continue
		}
		d, m, year := inOrder(t, o)
		y, ok := year.n, true
		if year.digits <= 2 {
			y, ok = r.o.twoDigits(year.n)
		}
		if !ok || r.o.solarYear(y) {
			return read
		}
		if m.n >= 1 && d.n >= 1 && d.n <= edtf.DaysIn(y, m.n) && weekdayOf(day{y, m.n, d.n}) == weekday {
			fits.orders[o] = true
			fits.n++
		}
	}
	if fits.n != 1 {
		return read
	}
	return fits
}

// inOrder takes three numbers apart.
func inOrder(t [3]num, o Order) (day, month, year num) {
	switch o {
	case DayFirst:
		return t[0], t[1], t[2]
	case MonthFirst:
		return t[1], t[0], t[2]
	}
	return t[2], t[1], t[0]
}

// readings are the orders in which three numbers can be read.
type readings struct {
	orders [4]bool
	n      int
}

func (r readings) has(o Order) bool { return o != AnyOrder && r.orders[o] }

// only is the one order there is, or AnyOrder.
func (r readings) only() Order {
	if r.n != 1 {
		return AnyOrder
	}
	for o := DayFirst; o <= YearFirst; o++ {
		if r.orders[o] {
			return o
		}
	}
	return AnyOrder
}

// same reports whether day and month are equal, so that their order is no question.
func (r readings) same(t [3]num) bool {
	return r.orders[DayFirst] && r.orders[MonthFirst] && !r.orders[YearFirst] && t[0].n == t[1].n
}

// readings finds the orders that three numbers allow.
func (r *reader) readings(t [3]num, sep byte) readings {
	var read readings
	for o := DayFirst; o <= YearFirst; o++ {
		day, m, year := inOrder(t, o)
		long := t[0].digits >= 3 || t[2].digits >= 3
		switch {
		case long && year.digits < 3 || day.digits > 2 || m.digits > 2 || year.digits > 4 || year.digits == 1:
			continue
		// Years of two digits come first only where that was said, where it can be
		// nothing else, or in the manner of ISO 8601.
		case o == YearFirst && !long && r.o.order(sep) != YearFirst && year.n <= 31 && sep != '-':
			continue
		case m.n > 12 || day.n > 31 || m.n == 0 && day.n != 0:
			continue
		case (m.n == 0 || day.n == 0) && o != YearFirst && !long:
			continue
		}
		read.orders[o] = true
		read.n++
	}
	return read
}

// noReading says why three numbers are no date.
func (r *reader) noReading(t [3]num) error {
	year, m, day := t[0], t[1], t[2]
	if year.digits < 3 {
		day, m, year = inOrder(t, DayFirst)
		if m.n > 12 && day.n <= 12 {
			day, m = m, day
		}
	}
	switch {
	case year.digits > 4:
		return invalid(r.text, "a year has at most four digits")
	case m.n > 12:
		return invalid(r.text, "there is no month "+strconv.Itoa(m.n))
	case day.n > 31:
		return invalid(r.text, "there is no day "+strconv.Itoa(day.n))
	case m.n == 0:
		return invalid(r.text, "there is no month 0")
	}
	return invalid(r.text, "its numbers are not those of a day")
}

// monthName is the English name of a month.
func monthName(m int) string {
	return [...]string{
		"January", "February", "March", "April", "May", "June", "July",
		"August", "September", "October", "November", "December",
	}[m-1]
}

// yearName says a year as EDTF counts it.
func yearName(year int) string {
	if year > 0 {
		return strconv.Itoa(year)
	}
	return strconv.Itoa(1-year) + " BC"
}

// checkDay refuses days that a month does not have.
func (r *reader) checkDay(year, m, day int) error {
	if days := edtf.DaysIn(year, m); day > days {
		return invalid(r.text, fmt.Sprintf("%s %s has %d days", monthName(m), yearName(year), days))
	} else if day < 1 {
		return invalid(r.text, "there is no day 0")
	}
	return nil
}
