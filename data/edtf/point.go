package edtf

import (
	"strconv"
	"strings"
)

// point is a date that is neither an interval nor a set.
type point struct {
	year                 int64 // as EDTF counts: 0 is 1 BC
	month                uint8 // 1 to 12, 21 to 24 for a season, 0: none is written
	day                  uint8 // 0: none is written
	hour, minute, second uint8
	zone                 zone
	offset               int16 // minutes east of UTC, for zoneOffset
	precision            Precision
	// Unspecified digits (X) of each part, bit 0 for the last digit. In year,
	// month and day they count as 0.
	yearX, monthX, dayX uint8
	// significant is how many digits of the year are meant; 0: all of them.
	significant uint8
	// Qualified parts.
	approximate, uncertain parts
}

// parts is a set of the parts of a date.
type parts uint8

const (
	partYear parts = 1 << iota
	partMonth
	partDay
	partClock
)

// zone tells how a time of day names its time zone.
type zone uint8

const (
	zoneNone zone = iota // no zone is written
	zoneUTC
	zoneOffset
)

// written are the parts that the date has.
func (p point) written() parts {
	all := partYear
	if p.month != 0 || p.monthX != 0 {
		all |= partMonth
	}
	if p.day != 0 || p.dayX != 0 {
		all |= partDay
	}
	if p.precision >= Minute {
		all |= partClock
	}
	return all
}

// isSeason reports whether the month is one of the codes 21 to 24.
func (p point) isSeason() bool { return p.month > 12 }

// measure works out the precision of what has been read.
func (p *point) measure() {
	switch {
	case p.precision >= Minute: // a time of day was read
	case p.significant > 0:
		p.precision = Millennium
		if missing := digitsOf(p.year) - int(p.significant); missing <= 0 {
			p.precision = Year
		} else if missing <= 2 {
			p.precision = Decade + 1 - Precision(missing)
		}
	case p.yearX != 0:
		switch p.yearX &^ signX {
		case 1:
			p.precision = Decade
		case 3:
			p.precision = Century
		default:
			p.precision = Millennium
		}
	case p.month == 0 || p.monthX != 0:
		p.precision = Year
	case p.isSeason():
		p.precision = Season
	case p.day == 0 || p.dayX != 0:
		p.precision = Month
	default:
		p.precision = Day
	}
}

func digitsOf(year int64) int {
	n := 1
	for year = max(year, -year); year > 9; year /= 10 {
		n++
	}
	return n
}

// years returns the first and last year that the date allows.
func (p point) years() (first, last int64) {
	size := max(p.year, -p.year) // the digits without their sign
	low, high := size, size
	if p.significant > 0 {
		pow := int64(1)
		for range digitsOf(p.year) - int(p.significant) {
			pow *= 10
		}
		low = size / pow * pow
		high = low + pow - 1
	} else {
		place := int64(1)
		for mask := p.yearX &^ signX; mask != 0; mask >>= 1 {
			if mask&1 != 0 {
				high += 9 * place
			}
			place *= 10
		}
	}
	if p.year < 0 || p.negativeZero() {
		return -high, -low
	}
	return low, high
}

// negativeZero reports whether the year is written -00XX or -000X: its sign
// would be lost with its digits, so that it is kept as an X beyond the fourth.
func (p point) negativeZero() bool { return p.yearX&signX != 0 }

const signX = 1 << 7

// matches reports whether a value of two digits fits a part with unspecified
// digits.
func matches(value, digits int, mask uint8) bool {
	if mask&1 == 0 && value%10 != digits%10 {
		return false
	}
	return mask&2 != 0 || value/10 == digits/10
}

// edge returns the first or the last day that the date allows, as far as it is
// written: day and month are 0 where the date has none. ok is false if there is
// no such day in the calendar.
func (p point) edge(last bool) (year int64, month, day int, ok bool) {
	from, to := p.years()
	step := int64(1)
	if last {
		from, to, step = to, from, -1
	}
	for year = from; ; year += step {
		if p.fitsYear(year) {
			if month, day, ok = p.edgeIn(int(year), last); ok {
				return year, month, day, true
			}
		}
		// The calendar repeats every 400 years: what none of them has, none has.
		if year == to || year == from+step*4000 {
			return 0, 0, 0, false
		}
	}
}

func (p point) fitsYear(year int64) bool {
	mask := p.yearX &^ signX
	if mask == 0 {
		return true
	}
	for a, b := max(year, -year), max(p.year, -p.year); a > 0 || b > 0; a, b, mask = a/10, b/10, mask>>1 {
		if mask&1 == 0 && a%10 != b%10 {
			return false
		}
	}
	return true
}

// edgeIn is [point.edge] within a year.
func (p point) edgeIn(year int, last bool) (month, day int, ok bool) {
	if p.written()&partMonth == 0 {
		return 0, 0, true
	}
	if p.isSeason() {
		return int(p.month), 0, true
	}
	for i := 1; i <= 12; i++ {
		month = i
		if last {
			month = 13 - i
		}
		if !matches(month, int(p.month), p.monthX) {
			continue
		}
		if p.written()&partDay == 0 {
			return month, 0, true
		}
		days := DaysIn(year, month)
		for k := 1; k <= days; k++ {
			day = k
			if last {
				day = days + 1 - k
			}
			if matches(day, int(p.day), p.dayX) {
				return month, day, true
			}
		}
	}
	return 0, 0, false
}

// bounds returns the first instant and the end of the last one.
func (p point) bounds() (from, to int64) {
	if p.precision == 0 {
		return 0, 0
	}
	year, month, day := p.firstDay()
	from, to = stretchOf(int(year), month, day)
	if p.precision >= Minute {
		from += (int64(p.hour)*60+int64(p.minute)-int64(p.offset))*60 + int64(p.second)
		if p.precision == Minute {
			return from, from + 60
		}
		return from, from + 1
	}
	if p.yearX|p.monthX|p.dayX != 0 || p.significant != 0 {
		year, month, day, _ = p.edge(true)
		_, to = stretchOf(int(year), month, day)
	}
	return from, to
}

// stretchOf returns the bounds of a year, of a month or season in it if that
// is not 0, and of a day in that.
func stretchOf(year, month, day int) (from, to int64) {
	switch {
	case month == 0:
		return Unix(year, 1, 1), Unix(year+1, 1, 1)
	case month > 12:
		// 21 is March to May; winter, 24, ends in February of the next year.
		first := 3 * (month - 20)
		return Unix(year, first, 1), Unix(year, first+3, 1)
	case day == 0:
		return Unix(year, month, 1), Unix(year, month+1, 1)
	}
	return Unix(year, month, day), Unix(year, month, day+1)
}

// plain is the first or the last date that p allows, without unspecified
// digits and qualifiers.
func (p point) plain(last bool) point {
	if p.precision >= Minute || p.precision == 0 {
		p.approximate, p.uncertain = 0, 0
		return p
	}
	year, month, day, _ := p.edge(last)
	q := point{year: year, month: uint8(month), day: uint8(day)}
	// A part of which nothing is known adds nothing: 1985-XX is 1985.
	if p.yearX|p.monthX == 0 && p.dayX == 3 {
		q.day = 0
	}
	if p.monthX == 3 && p.day == 0 && (p.dayX == 0 || p.dayX == 3) {
		q.month, q.day = 0, 0
	}
	q.measure()
	return q
}

// String writes the point in EDTF.
func (p point) String() string {
	if p.precision == 0 {
		return ""
	}
	var texts [3]string
	texts[0] = p.yearString()
	if p.written()&partMonth != 0 {
		texts[1] = masked(two(p.month), p.monthX)
	}
	if p.written()&partDay != 0 {
		texts[2] = masked(two(p.day), p.dayX)
	}
	all := p.written()
	after := p.qualifierAfter(all)
	var b strings.Builder
	for i, text := range texts {
		part := parts(1) << i
		if all&part == 0 {
			continue
		}
		if i > 0 {
			b.WriteByte('-')
		}
		if after == 0 {
			b.WriteString(p.qualifier(part))
		}
		b.WriteString(text)
		if after == part {
			b.WriteString(p.qualifier(part))
		}
	}
	if p.precision >= Minute {
		b.WriteString("T" + two(p.hour) + ":" + two(p.minute))
		if p.precision == Second {
			b.WriteString(":" + two(p.second))
		}
		b.WriteString(p.zoneString())
		if after == partClock || after == 0 {
			// A time's qualifier is also that of all before it.
			b.WriteString(p.qualifier(partClock))
		}
	}
	return b.String()
}

// qualifierAfter returns the part after which one qualifier stands for it and
// all before it, or 0 if each part has its own before it.
func (p point) qualifierAfter(all parts) parts {
	for part := partClock; part != 0; part >>= 1 {
		if all&part == 0 || p.qualifier(part) == "" {
			continue
		}
		upTo := (part<<1 - 1) & all
		same := func(set parts) bool { return set&upTo == 0 || set&upTo == upTo }
		if same(p.approximate) && same(p.uncertain) {
			return part
		}
		return 0
	}
	return 0
}

// qualifier is the mark of one part: ~, ?, % or nothing.
func (p point) qualifier(part parts) string {
	approximate, uncertain := p.approximate&part != 0, p.uncertain&part != 0
	switch {
	case approximate && uncertain:
		return "%"
	case approximate:
		return "~"
	case uncertain:
		return "?"
	}
	return ""
}

// two writes a number of at most two digits with two.
func two(n uint8) string { return string([]byte{'0' + n/10, '0' + n%10}) }

func (p point) yearString() string {
	if p.significant > 0 {
		return yearText(int(p.year)) + "S" + strconv.Itoa(int(p.significant))
	}
	s := yearText(int(p.year))
	if p.yearX == 0 {
		return s
	}
	sign := ""
	if p.negativeZero() {
		sign = "-"
	} else if s[0] == '-' {
		sign, s = "-", s[1:]
	}
	return sign + masked(s, p.yearX&^signX)
}

// masked puts an X in the place of unspecified digits.
func masked(digits string, mask uint8) string {
	b := []byte(digits)
	for i := range b {
		if mask&(1<<(len(b)-1-i)) != 0 {
			b[i] = 'X'
		}
	}
	return string(b)
}

func (p point) zoneString() string {
	switch p.zone {
	case zoneUTC:
		return "Z"
	case zoneOffset:
		sign, minutes := byte('+'), int(p.offset)
		if minutes < 0 {
			sign, minutes = '-', -minutes
		}
		return string(sign) + two(uint8(minutes/60)) + ":" + two(uint8(minutes%60))
	}
	return ""
}

// local is the same instant on clocks so many minutes ahead of UTC, without a
// zone.
func (p point) local(offsetMinutes int) point {
	if p.zone == zoneNone {
		return p
	}
	at, _ := p.bounds()
	at += int64(offsetMinutes) * 60
	year, month, day := Civil(at)
	if year < -9999 || year > 9999 {
		return p // no date with a month says it
	}
	rest := at - Unix(year, month, day)
	p.year, p.month, p.day = int64(year), uint8(month), uint8(day)
	p.hour, p.minute, p.second = uint8(rest/3600), uint8(rest/60%60), uint8(rest%60)
	p.zone, p.offset = zoneNone, 0
	return p
}

// at gives a time of day without a zone the zone that is so many minutes ahead
// of UTC.
func (p point) at(offsetMinutes int) point {
	if p.precision >= Minute && p.zone == zoneNone {
		p.zone, p.offset = zoneOffset, int16(offsetMinutes)
		if offsetMinutes == 0 {
			p.zone = zoneUTC
		}
	}
	return p
}
