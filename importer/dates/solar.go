package dates

import (
	"fmt"
	"strconv"

	"barline/data/edtf"
)

// The Solar Hijri calendar, of Iran and Afghanistan: a year begins at the March
// equinox as seen from Tehran; its first six months have 31 days, the next five
// 30. Leap years follow the equinox; between these years their number of 33 has
// been 8, after each of these one cycle has a year more. The table is Borkowski's
// (Earth, Moon and Planets 74, 1996).
func solarBreaks() [20]int {
	return [...]int{-61, 9, 38, 199, 426, 686, 756, 818, 1111, 1181, 1210, 1635, 2060, 2097, 2192, 2262, 2324, 2394, 2456, 3178}
}

// solarNewYear is the day of March on which a Solar Hijri year begins, in the
// Gregorian year 621 later; ok is false beyond the years that the table knows.
func solarNewYear(year int) (march int, ok bool) {
	breaks := solarBreaks()
	if year < 1 || year >= breaks[len(breaks)-1] {
		return 0, false
	}
	leaps, from, jump := -14, breaks[0], 0
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
	gregorian := year + 621
	return 20 + leaps - (gregorian/4 - (gregorian/100+1)*3/4 - 150), true
}

// gregorian is a Solar Hijri day in the Gregorian calendar; ok is false if there is
// no such day.
func gregorian(year, month, d int) (day, bool) {
	march, ok := solarNewYear(year)
	if !ok || month < 1 || month > 12 || d < 1 || d > solarDays(year, month) {
		return day{}, false
	}
	days := 31*min(month-1, 6) + 30*max(0, month-7) + d - 1
	y, m, dd := edtf.Civil(edtf.Unix(year+621, 3, march+days))
	return day{y, m, dd}, true
}

// solarDays is how many days a month of that calendar has.
func solarDays(year, month int) int {
	switch {
	case month <= 6:
		return 31
	case month <= 11:
		return 30
	}
	march, _ := solarNewYear(year)
	next, ok := solarNewYear(year + 1)
	if !ok {
		return 29
	}
	const secondsPerDay = 24 * 3600
	length := (edtf.Unix(year+622, 3, next) - edtf.Unix(year+621, 3, march)) / secondsPerDay
	return int(length) - 6*31 - 5*30
}

// resolveSolar resolves a date of the Solar Hijri calendar: a day is a Gregorian
// day; a month or a year is one of the days that it has.
func (r *reader) resolveSolar(p point, s *said) (point, error) {
	if s.bc || s.year.negative {
		return p, fault(r.text, "a year of the Solar Hijri calendar is not before Christ")
	}
	if s.hasWeek {
		return p, fault(r.text, "weeks of the Solar Hijri calendar are not read; write the days")
	}
	year := s.year.n
	if s.year.digits <= 2 {
		if r.seen != nil {
			r.seen.short(r.text, year)
		}
		if r.o.Century == 0 {
			return p, r.askCentury(year)
		}
		year, _ = r.o.twoDigits(year)
	}
	if r.seen != nil {
		r.seen.solar++
		if s.solarEra && !s.guessed || r.hasSolarMonth() {
			r.seen.solarNamed++
		}
	}
	if (!s.solarEra || s.guessed) && r.o.Calendar != SolarHijri && !(s.solar && r.hasSolarMonth()) {
		r.remark(strconv.Itoa(year) + " was read as a year of the Solar Hijri calendar")
	}
	switch {
	case s.hasDay:
		d, ok := gregorian(year, s.month, s.day.n)
		if !ok {
			return p, r.noSolarDay(year, s.month, s.day.n)
		}
		p.at = d
		r.checkWeekday(d, s.weekday)
		return r.resolveClock(p, s)
	case s.hasClock:
		return p, fault(r.text, "it has a time of day and no day")
	case s.season != 0:
		return r.solarSpan(p, day{year: year, month: 3*s.season - 2}, day{year: year, month: 3 * s.season})
	case s.hasQuarter && s.half:
		return r.solarSpan(p, day{year: year, month: 6*s.quarter - 5}, day{year: year, month: 6 * s.quarter})
	case s.hasQuarter:
		return r.solarSpan(p, day{year: year, month: 3*s.quarter - 2}, day{year: year, month: 3 * s.quarter})
	}
	d := day{year: year, month: s.month}
	return r.solarSpan(p, d, d)
}

func (r *reader) hasSolarMonth() bool {
	for _, it := range r.items[:r.n] {
		if it.kind == solarMonth {
			return true
		}
	}
	return false
}

// solarSpan is one of the days from the first of one year or month to the last of
// another.
func (r *reader) solarSpan(p point, from, to day) (point, error) {
	last := to
	if to.month == 0 {
		last.month = 12
	}
	last.day = 1
	if last.month >= 1 && last.month <= 12 {
		last.day = solarDays(last.year, last.month)
	}
	var okFrom, okTo bool
	p.at, okFrom = gregorian(from.year, max(1, from.month), 1)
	p.last, okTo = gregorian(last.year, last.month, last.day)
	if !okFrom || !okTo {
		return p, r.noSolarDay(from.year, from.month, 1)
	}
	p.form = spanForm
	p.rough = day{year: p.at.year}
	if from.month != 0 && from == to {
		p.rough.month = p.at.month
	}
	return p, nil
}

func (r *reader) noSolarDay(year, month, d int) error {
	return invalid(r.text, fmt.Sprintf("there is no day %d-%02d-%02d in the Solar Hijri calendar", year, month, d))
}
