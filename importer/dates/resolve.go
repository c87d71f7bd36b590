package dates

import (
	"fmt"
	"strconv"

	"barline/data/edtf"
)

// resolve makes a point of what one end says.
func (r *reader) resolve(s *said) (point, error) {
	p := point{approx: s.approx, uncertain: s.uncertain}
	switch {
	case s.hasTail && s.hasYear:
		return p, r.tooMany()
	case s.hasTail && s.hasCentury && s.century.n == 0:
		s.century, s.hasTail = s.tail, false
	case s.hasTail && (s.tail.digits == 2 || s.tail.n == 0) && !s.tail.ordinal && !s.hasClock && s.weekday == 0 && !s.hasDecade && !s.hasCentury:
		s.year, s.hasYear, s.hasTail = s.tail, true, false
	case s.hasTail:
		return p, fault(r.text, "it is not clear what the number "+strconv.Itoa(s.tail.n)+" is; write a year with four digits")
	}
	r.weekOfDate(&p, s)
	switch {
	case s.bc && s.ad:
		return p, fault(r.text, "it is before and after Christ")
	case s.hasThousand:
		return r.resolveUnit(p, s, s.thousand, 1000, millenniumForm)
	case s.hasCentury && s.hundreds:
		p.form, p.at.year = centuryForm, s.century.n
		return p, r.alone(s)
	case s.hasCentury:
		return r.resolveUnit(p, s, s.century, 100, centuryForm)
	case s.hasDecade:
		return r.resolveDecade(p, s)
	case s.hasClock && !s.hasYear && s.month == 0:
		return r.resolveClock(p, s)
	case !s.hasYear && (s.month != 0 || s.season != 0 || s.hasQuarter || s.hasWeek):
		return p, fault(r.text, "it does not say the year")
	case !s.hasYear:
		return p, fault(r.text, "there is no date in it")
	}
	if !s.solar && !s.solarEra && s.month == 0 && r.isSolar(s) {
		s.solarEra, s.guessed = true, true
	}
	if s.solar || s.solarEra {
		return r.resolveSolar(p, s)
	}
	year, err := r.year(s)
	if err != nil {
		return p, err
	}
	p.at.year = year
	switch {
	case s.season != 0:
		if s.month != 0 || s.hasDay || s.hasClock {
			return p, r.tooMany()
		}
		if s.hasSeasonTo && (s.season != 4 || s.seasonTo.digits == 4 && s.seasonTo.n != year+1 || s.seasonTo.digits < 4 && completed(num{n: year + 1}, s.seasonTo) != year+1) {
			return p, fault(r.text, "its years are not those of one season")
		}
		p.form, p.season = seasonForm, s.season
		return p, nil
	case s.hasQuarter:
		return r.resolveQuarter(p, s)
	case s.hasWeek:
		return r.resolveWeek(p, s)
	case s.month == 0:
		if s.hasDay || s.hasClock {
			return p, r.tooMany()
		}
		return p, nil
	}
	p.at.month = s.month
	if (year > 9999 || year < -9999) && s.month != 0 {
		return p, fault(r.text, "a year of more than four digits has no months here; write the year alone")
	}
	if s.hasDay {
		p.at.day = s.day.n
		if err := r.checkDay(year, s.month, s.day.n); err != nil {
			return p, err
		}
		r.checkWeekday(p.at, s.weekday)
	}
	return r.resolveClock(p, s)
}

// alone refuses days and times beside what is longer than a year.
func (r *reader) alone(s *said) error {
	if s.hasYear || s.month != 0 || s.hasDay || s.season != 0 || s.hasClock || s.hasTail {
		return r.tooMany()
	}
	return nil
}

// resolveUnit resolves the nth century or millennium.
func (r *reader) resolveUnit(p point, s *said, n num, size int, form formOf) (point, error) {
	if n.n < 1 || n.n > 9999/size+1 || n.digits > 2 {
		return p, fault(r.text, "it does not say which century or millennium")
	}
	p.form = form
	p.at.year = (n.n - 1) * size
	if form == centuryForm && !s.bc && !s.ad && !s.solarEra && n.n >= 10 && n.n <= 15 && r.o.Calendar == AnyCalendar && solarLanguage(r.o.Lang) {
		return p, r.askCalendar(n.n)
	}
	if s.bc {
		p.at.year = 1 - n.n*size
	}
	if !s.bc && !s.ad && (s.solarEra || r.o.Calendar == SolarHijri && form == centuryForm && n.n <= 16) {
		// The nth century of that calendar, from its first year on.
		return r.solarSpan(p, day{year: (n.n-1)*size + 1}, day{year: n.n * size})
	}
	return p, r.alone(s)
}

func (r *reader) resolveDecade(p point, s *said) (point, error) {
	n := s.decade
	year := n.n
	if n.digits <= 2 {
		y, ok := r.o.twoDigits(n.n)
		if r.seen != nil {
			r.seen.short(r.text, n.n)
		}
		if r.o.Century == 0 || !ok {
			return p, r.askCentury(n.n)
		}
		year = y
	}
	if err := r.alone(s); err != nil {
		return p, err
	}
	last := year + 9
	p.form = decadeForm
	if s.wide {
		p.form, last = centuryForm, year+99
		r.noted = true
	}
	switch {
	case s.bc:
		p.form, p.at.year, p.last.year = spanForm, 1-last, 1-max(1, year)
		p.rough = p.at
	case s.solarEra || !s.ad && r.o.solarYear(year):
		return r.solarSpan(p, day{year: year}, day{year: last})
	default:
		p.at.year = year
	}
	return p, nil
}

// year is the year that s says, as EDTF counts it.
func (r *reader) year(s *said) (int, error) {
	n := s.year
	switch {
	case n.negative:
		if s.bc {
			return 1 - n.n, nil
		}
		if r.seen != nil {
			r.seen.negative = true
			r.seen.negatives.add(r.seen.line, r.text)
		}
		if r.o.BC == Astronomical {
			return -n.n, nil
		}
		if r.o.BC == AnyBC {
			r.remark("-" + strconv.Itoa(n.n) + " was read as " + strconv.Itoa(n.n) + " BC")
		}
		return 1 - n.n, nil
	case n.n == 0:
		return r.yearZero(s)
	case s.bc:
		return 1 - n.n, nil
	case s.ad || n.digits >= 3:
		if r.seen != nil && !s.ad {
			r.seen.year(n.n)
		}
		return n.n, nil
	}
	if r.seen != nil {
		r.seen.short(r.text, n.n)
	}
	year, ok := r.o.twoDigits(n.n)
	if !ok {
		return 0, r.askCentury(n.n)
	}
	if r.o.Century == 0 {
		r.remark(fmt.Sprintf("%02d was read as %d", n.n, year))
	}
	return year, nil
}

func (r *reader) yearZero(s *said) (int, error) {
	n := s.year
	switch {
	case n.digits == 2 && !s.bc && !s.ad:
		if year, ok := r.o.twoDigits(0); ok {
			if r.o.Century == 0 {
				r.remark("00 was read as " + strconv.Itoa(year))
			}
			return year, nil
		}
	case r.o.BC == Astronomical && !s.bc:
		return 0, nil
	}
	if r.seen != nil {
		r.seen.zero = true
		r.seen.negatives.add(r.seen.line, r.text)
	}
	return 0, invalid(r.text, "there is no year 0 where years are counted before and after Christ")
}

// resolveQuarter resolves a quarter or half of a year: it is one of its months.
func (r *reader) resolveQuarter(p point, s *said) (point, error) {
	length := 3
	if s.half {
		length = 6
	}
	if s.quarter < 1 || s.quarter > 12/length || s.month != 0 || s.hasDay || s.hasClock {
		return p, fault(r.text, "there is no such part of a year")
	}
	p.form = spanForm
	year := p.at.year
	p.at = day{year: year, month: (s.quarter-1)*length + 1}
	p.last = day{year: year, month: s.quarter * length}
	p.rough = p.at
	return p, nil
}

// resolveClock adds the time of day.
func (r *reader) resolveClock(p point, s *said) (point, error) {
	if !s.hasClock && s.hasPartOfDay {
		r.noted = true
	}
	if s.hasClock && s.hasPartOfDay && s.clockFlags&clockOpen != 0 {
		s.clock = inPartOfDay(s.clock, s.partOfDay)
	}
	if !s.hasClock {
		if s.hasZone {
			return p, fault(r.text, "it has a time zone and no time of day")
		}
		return p, nil
	}
	switch {
	case p.at.month == 0 && r.o.Day == "":
		if r.seen != nil {
			r.seen.clocks.add(r.seen.line, r.text)
		}
		return p, r.askDay()
	case p.at.month == 0:
		year, month, d, ok := plainDay(r.o.Day)
		if !ok {
			return p, fault(r.o.Day, "the day of times without one is no day in EDTF; write it as 2024-03-26")
		}
		p.at = day{year, month, d}
	case p.at.day == 0:
		return p, fault(r.text, "it has a time of day and no day")
	}
	p.clock = s.clock
	p.units = max(2, int(s.clockFlags&clockUnits))
	if r.seen != nil {
		r.seen.times++
		if s.clock == 0 {
			r.seen.midnights++
		}
	}
	if r.o.MidnightIsDay && s.clock == 0 {
		p.units, p.clock = 0, 0
		return p, nil
	}
	r.setZone(&p, s)
	return p, nil
}

// setZone gives a time of day its zone: the one that is written, or that of the
// story.
func (r *reader) setZone(p *point, s *said) {
	story, known := 0, false
	if r.o.OffsetAt != nil {
		story, known = r.o.OffsetAt(p.at.year, p.at.month, p.at.day, p.clock/3600, p.clock/60%60)
	}
	written := ""
	if s.hasZone {
		written = r.text[s.zoneFrom:s.zoneTo]
	}
	switch {
	case s.hasOffset && known && story != s.offset && isName(written) && (story-s.offset == 60 || s.offset-story == 60) && s.offset != 0:
		// EST, where clocks showed EDT: people mean the clock.
		r.remark(fmt.Sprintf("%s was written where the clocks of %s were at %s; the time was kept as the clock showed it", written, r.o.Zone, offsetText(story)))
		p.offset, p.hasZone = story, true
	case s.hasOffset:
		p.offset, p.hasZone = s.offset, true
	case known:
		p.offset, p.hasZone = story, true
	case s.hasZone:
		r.noted = true // ET: which offset it was, the name does not say
	}
}

// isName reports whether a zone is written as letters alone.
func isName(s string) bool {
	for i := range len(s) {
		if s[i] >= '0' && s[i] <= '9' {
			return false
		}
	}
	return s != ""
}

// checkWeekday says where the day of the week is another one.
func (r *reader) checkWeekday(d day, written int) {
	if written == 0 {
		return
	}
	if is := weekdayOf(d); is != written {
		r.remark(fmt.Sprintf("%s was a %s, not a %s", dayText(d), weekdayName(is), weekdayName(written)))
	}
}

// weekdayOf is the day of the week of a day, from 1, Monday.
func weekdayOf(d day) int {
	const dayLength = 24 * 3600
	days := edtf.Unix(d.year, d.month, d.day) / dayLength
	// 1 January 1970 was a Thursday.
	return int(((days+3)%7+7)%7) + 1
}

func weekdayName(n int) string {
	return [...]string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}[n-1]
}

// plainDay reads YYYY-MM-DD.
func plainDay(s string) (year, month, d int, ok bool) {
	date, err := edtf.Parse(s)
	if err != nil || date.Precision() != edtf.Day || date.IsInterval() || date.IsSet() || date.Patterned() {
		return 0, 0, 0, false
	}
	return date.Year(), date.Month(), date.Day(), true
}

// remark adds to what was decided.
func (r *reader) remark(s string) {
	if r.remarks != "" {
		r.remarks += "; "
	}
	r.remarks += s
}
