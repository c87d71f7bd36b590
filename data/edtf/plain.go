//go:build !lean

package edtf

import "strings"

// Nearly all dates of a long table are plain: a year, a month, a day or a time of day
// without qualifiers or unspecified digits, or two of these. They are read here in a
// tenth of the time. What parsePlain does not take is for parse, which knows all of EDTF
// and what is wrong with a text. A page has few dates, so its engine goes without this.

// parsePlain reads a plain date as parse does; ok is false if it is not one.
func parsePlain(s string) (d Date, ok bool) {
	at := strings.IndexByte(s, '/')
	if at < 0 {
		p, ok := plainPoint(s)
		return Date{start: p}, ok
	}
	d.form = interval
	if d.start, ok = plainPoint(s[:at]); !ok {
		return Date{}, false
	}
	if d.end, ok = plainPoint(s[at+1:]); !ok {
		return Date{}, false
	}
	from, _ := d.start.bounds()
	if _, to := d.end.bounds(); to <= from {
		return Date{}, false
	}
	return d, true
}

// plainPoint reads YYYY, YYYY-MM, YYYY-MM-DD, and that with T and hh:mm or hh:mm:ss, and
// after these Z, an offset such as +03:00, or nothing.
func plainPoint(s string) (p point, ok bool) {
	if len(s) < 4 {
		return p, false
	}
	century, ok1 := twoDigits(s, 0)
	year, ok2 := twoDigits(s, 2)
	if !ok1 || !ok2 {
		return p, false
	}
	p.year, p.precision = int64(century)*100+int64(year), Year
	if len(s) == 4 {
		return p, true
	}
	if p.month, ok = twoDigits(s, 5); !ok || s[4] != '-' || p.month < 1 || p.month > 12 {
		return p, false
	}
	if p.precision = Month; len(s) == 7 {
		return p, true
	}
	if p.day, ok = twoDigits(s, 8); !ok || s[7] != '-' || p.day < 1 || int(p.day) > DaysIn(int(p.year), int(p.month)) {
		return p, false
	}
	if p.precision = Day; len(s) == 10 {
		return p, true
	}
	return p, p.plainClock(s[10:])
}

// plainClock reads what follows a day.
func (p *point) plainClock(s string) bool {
	var ok1, ok2, ok3 bool
	p.hour, ok1 = twoDigits(s, 1)
	p.minute, ok2 = twoDigits(s, 4)
	if !ok1 || !ok2 || s[0] != 'T' || s[3] != ':' || p.hour > 23 || p.minute > 59 {
		return false
	}
	p.precision, s = Minute, s[6:]
	if s != "" && s[0] == ':' {
		if p.second, ok3 = twoDigits(s, 1); !ok3 || p.second > 59 {
			return false
		}
		p.precision, s = Second, s[3:]
	}
	switch {
	case s == "":
		return true
	case s == "Z":
		p.zone = zoneUTC
		return true
	case len(s) != 6 || s[0] != '+' && s[0] != '-' || s[3] != ':':
		return false
	}
	hours, ok1 := twoDigits(s, 1)
	minutes, ok2 := twoDigits(s, 4)
	offset := int(hours)*60 + int(minutes)
	if s[0] == '-' {
		offset = -offset
	}
	if !ok1 || !ok2 || minutes > 59 || offset < -12*60 || offset > 14*60 {
		return false
	}
	if p.zone, p.offset = zoneOffset, int16(offset); offset == 0 {
		p.zone = zoneUTC
	}
	return true
}

// twoDigits is the number of two digits at a place of a text.
func twoDigits(s string, at int) (n uint8, ok bool) {
	if at+2 > len(s) {
		return 0, false
	}
	a, b := s[at]-'0', s[at+1]-'0'
	return a*10 + b, a <= 9 && b <= 9
}

// firstDay is [point.edge] of the beginning, which needs no search where every digit is
// known.
func (p point) firstDay() (year int64, month, day int) {
	if p.yearX|p.monthX|p.dayX == 0 && p.significant == 0 {
		return p.year, int(p.month), int(p.day)
	}
	year, month, day, _ = p.edge(false)
	return year, month, day
}
