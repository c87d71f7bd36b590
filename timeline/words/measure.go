package words

import "barline/data"

const (
	minute = 60
	hour   = 60 * minute
	day    = 24 * hour
	// meanYear is that of the Gregorian calendar.
	meanYear = 31556952
	// From so many on nobody counts minutes, or days, any more.
	manyHours = 100
	manyDays  = 2 * 365
	// Up to so many years months are counted, too.
	fewYears = 20
)

// measured is a length in the units that people say it in, of which at most two
// are not 0, and what is to be said of it.
type measured struct {
	years, months, days, hours, minutes, seconds int
	qualifier                                    data.Qualifier
}

// measure finds the units for a length. What is rounded is no longer exact: it is
// about so long. Upper bounds are rounded up, and lower ones down, so that they
// stay true.
func measure(d data.Duration) measured {
	m := measured{qualifier: d.Qualifier}
	// round is how many whole units there are.
	round := func(unit int64) int64 {
		n, rest := d.Seconds/unit, d.Seconds%unit
		if rest == 0 {
			return n
		}
		if m.qualifier == data.Exact {
			m.qualifier = data.About
		}
		if up := rest*2 >= unit; d.Qualifier.IsUpper() || up && !d.Qualifier.IsLower() {
			n++
		}
		return n
	}
	switch {
	case d.Seconds < hour:
		m.minutes, m.seconds = int(d.Seconds/minute), int(d.Seconds%minute)
	case d.Seconds >= manyDays*day:
		m.roundYears(d.Seconds)
	case d.Seconds >= 10*day:
		m.days = int(round(day))
	case d.Seconds >= manyHours*hour, d.Seconds >= 2*day && d.Seconds%day == 0:
		hours := round(hour)
		m.days, m.hours = int(hours/24), int(hours%24)
	default:
		minutes := round(minute)
		m.hours, m.minutes = int(minutes/60), int(minutes%60)
		if m.hours >= manyHours {
			m.days, m.hours = m.hours/24, m.hours%24
		}
	}
	return m
}

// roundYears counts a length in whole years, and makes it an estimate unless it is as
// many days as so many years can have. An exact length of a few years is counted in
// years and months.
func (m *measured) roundYears(seconds int64) {
	years := (seconds + meanYear/2) / meanYear
	off := seconds - years*meanYear
	switch {
	case seconds%day == 0 && -day < off && off < day:
	case m.qualifier == data.AtMost || m.qualifier == data.LessThan:
		if off > 0 {
			years++
		}
	case m.qualifier == data.AtLeast || m.qualifier == data.MoreThan:
		if off < 0 {
			years--
		}
	case m.qualifier == data.Exact && years < fewYears:
		m.qualifier = data.About
		months := (seconds*12 + meanYear/2) / meanYear
		m.years, m.months = int(months/12), int(months%12)
		return
	default:
		m.qualifier = data.About
	}
	m.years = int(years)
}
