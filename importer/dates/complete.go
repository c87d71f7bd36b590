package dates

// complete gives each end of a stretch what the other says for both: 3–5 May 1945,
// 1872–73, 18th–19th century.
func (r *reader) complete(a, b *said) error {
	r.shareEra(a, b)
	if err := r.shareUnit(a, b); err != nil {
		return err
	}
	switch {
	case b.hasTail && a.hasYear && a.month == 0 && !a.hasTail:
		return r.laterYear(a, b)
	case b.hasTail && a.hasDay:
		// May 3–5, 1945; 3 May – 5, 1945
		b.day, b.hasDay, b.hasTail = b.tail, true, false
		b.month, b.solar = a.month, a.solar
	case a.hasTail && b.hasDay:
		a.day, a.hasDay, a.hasTail = a.tail, true, false
		a.month, a.solar = b.month, b.solar
	case a.hasTail && b.hasClock && !b.hasYear:
		a.hasTail = false
		a.hasClock, a.clock, a.clockFlags = true, a.tail.n*3600, 1|clockOpen
		if a.tail.n > 12 || a.tail.n < 1 || a.tail.digits > 2 {
			return r.tooMany()
		}
	case b.hasTail && a.hasYear && a.month != 0 && !a.hasDay:
		// May 1945–46
		return r.laterYear(a, b)
	}
	if !a.hasYear && b.hasYear && (a.month != 0 || a.season != 0 || a.hasQuarter || a.hasWeek) {
		a.year, a.hasYear, a.solarEra = b.year, true, a.solarEra || b.solarEra
		if a.month != 0 && b.month != 0 && (a.month > b.month || a.month == b.month && a.hasDay && b.hasDay && a.day.n > b.day.n) {
			return fault(r.text, "its beginning does not say its year")
		}
		if b.solar && a.month != 0 && b.hasThree {
			a.solar = true
		}
	}
	if a.hasClock && b.hasClock {
		shareDay(a, b)
		shareHalf(a, b)
		if !a.hasZone && b.hasZone {
			a.hasZone, a.hasOffset, a.offset, a.zoneFrom, a.zoneTo = true, b.hasOffset, b.offset, b.zoneFrom, b.zoneTo
		}
	}
	return nil
}

// shareEra gives a beginning the era of the end: 58–50 BC, but not 27 BC – AD 14.
func (r *reader) shareEra(a, b *said) {
	if !a.bc && !a.ad && b.bc {
		a.bc = true
		if a.hasTail {
			a.year, a.hasYear, a.hasTail = a.tail, true, false
		}
	}
	if !a.bc && !a.ad && b.ad {
		a.ad = true
		if a.hasTail && a.month == 0 && !a.hasCentury && !b.hasCentury && !b.hasDay {
			a.year, a.hasYear, a.hasTail = a.tail, true, false
		}
	}
	if a.ad && !b.ad && !b.bc && b.hasTail && !a.hasDay {
		b.year, b.hasYear, b.hasTail, b.ad = b.tail, true, false, true
	}
	if !a.solarEra && b.solarEra {
		a.solarEra = true
	}
}

// shareUnit gives one end the century or decade that the other names.
func (r *reader) shareUnit(a, b *said) error {
	switch {
	case a.hasTail && b.hasCentury && !a.hasCentury:
		a.century, a.hasCentury, a.hasTail = a.tail, true, false
	case b.hasTail && a.hasCentury && !b.hasCentury:
		b.century, b.hasCentury, b.hasTail = b.tail, true, false
	case a.part && a.n == 0 && !a.hasYear && a.month == 0 && !a.hasCentury && b.hasCentury:
		a.century, a.hasCentury = b.century, true // early to mid-19th century
	case a.part && a.n == 0 && !a.hasYear && a.month == 0 && !a.hasDecade && b.hasDecade:
		a.decade, a.hasDecade, a.wide = b.decade, true, b.wide
	case a.part && a.n == 0 && !a.hasYear && a.month == 0 && a.season == 0 && (b.hasYear || b.month != 0) && !a.hasTail && !a.hasClock:
		a.year, a.hasYear, a.month, a.solar = b.year, b.hasYear, b.month, b.solar
	}
	switch {
	case a.hasWeek && b.hasTail && !b.hasWeek:
		b.week, b.hasWeek, b.hasTail = b.tail.n, true, false // week 12–14 2020
	case a.hasTail && b.hasWeek && !a.hasWeek:
		a.week, a.hasWeek, a.hasTail = a.tail.n, true, false // 12.–14. KW 2020
	}
	if a.hasTail && b.hasDecade {
		a.year, a.hasYear, a.hasTail = a.tail, true, false
	}
	if a.hasYear && b.hasDecade && a.year.n%10 == 0 && !a.hasDay && a.month == 0 {
		a.decade, a.hasDecade, a.hasYear = a.year, true, false // 1860–1870s
	}
	if a.hasDecade && b.hasDecade && a.decade.digits == 4 && b.decade.digits == 2 {
		year := completed(a.decade, b.decade)
		if year <= a.decade.n {
			return r.tooMany()
		}
		b.decade = num{n: year, digits: 4}
	}
	return nil
}

// laterYear completes the last digits of a year that comes after another.
func (r *reader) laterYear(a, b *said) error {
	year := completed(a.year, b.tail)
	if a.bc || year <= a.year.n || b.tail.ordinal {
		return fault(r.text, "it is not clear which later year its end is")
	}
	b.year, b.hasYear, b.hasTail = num{n: year, digits: a.year.digits}, true, false
	b.month, b.solar = 0, false
	return nil
}

// shareDay gives one time of day the day of the other.
func shareDay(a, b *said) {
	switch {
	case a.hasYear && !b.hasYear && b.month == 0:
		b.year, b.hasYear, b.month, b.day, b.hasDay = a.year, true, a.month, a.day, a.hasDay
		b.solar, b.solarEra, b.bc, b.ad = a.solar, a.solarEra, a.bc, a.ad
	case b.hasYear && !a.hasYear && a.month == 0:
		a.year, a.hasYear, a.month, a.day, a.hasDay = b.year, true, b.month, b.day, b.hasDay
		a.solar, a.solarEra, a.bc, a.ad = b.solar, b.solarEra, b.bc, b.ad
	}
}

// shareHalf gives the first time of 5–6 pm the half of the day that the second
// says, and that before it where it would come later: 11–1 pm.
func shareHalf(a, b *said) {
	if a.clockFlags&clockOpen == 0 || b.clockFlags&clockHalfDay == 0 || a.clockFlags&clockHalfDay != 0 {
		return
	}
	const halfDay = 12 * 3600
	hours := a.clock % halfDay
	if b.clock >= halfDay && hours+halfDay <= b.clock {
		hours += halfDay
	}
	if hours <= b.clock {
		a.clock = hours
	}
}
