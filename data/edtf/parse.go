package edtf

import (
	"fmt"
	"strings"
)

// Parse reads a date. Its errors are of type [*Error].
func Parse(s string) (Date, error) {
	if err := refuse(s); err != nil {
		return Date{}, err
	}
	first, last, isInterval := strings.Cut(s, "/")
	if !isInterval {
		p, err := parsePoint(s, s)
		if err != nil {
			return Date{}, err
		}
		return Date{start: p}, nil
	}
	start, err := parsePoint(s, first)
	if err != nil {
		return Date{}, err
	}
	end, err := parsePoint(s, last)
	if err != nil {
		return Date{}, err
	}
	from, _ := start.bounds()
	if _, to := end.bounds(); to <= from {
		return Date{}, fault(s, "the interval ends before it starts", "write the earlier date first")
	}
	return Date{start: start, end: end}, nil
}

// refuse finds what the whole text shows not to be a date that we read, so
// that the error can name it instead of the first odd character.
func refuse(s string) error {
	switch {
	case s == "":
		return fault(s, "no date", exampleFix)
	case strings.TrimSpace(s) != s:
		return fault(s, "space around the date", "write "+quote(strings.TrimSpace(s)))
	case s == ".." || strings.HasPrefix(s, "../") || strings.HasSuffix(s, "/..") ||
		strings.HasPrefix(s, "/") || strings.HasSuffix(s, "/"):
		return fault(s, "intervals with an open or unknown end are not supported", "write both dates, such as 2025-02/2025-06, or one date alone")
	case strings.ContainsAny(s, "[]{},") || strings.Contains(s, ".."):
		return fault(s, "sets of dates are not supported", "write an interval, such as 2025-02/2025-06, or one event for each date")
	case len(s) > 1 && s[0] == 'Y' && (s[1] == '-' || isDigit(s[1])):
		return fault(s, "years beyond four digits are not supported", "write a year from -9999 to 9999")
	case strings.ContainsAny(s, "Xx"):
		return fault(s, "unspecified digits are not supported", "write only what is known, such as 2025 or 2025-03, or an interval such as 1990/1999")
	case digitBefore(s, "ES"):
		return fault(s, "exponents and significant digits are not supported", "write a year from -9999 to 9999")
	case strings.Count(s, "/") > 1:
		return fault(s, "more than one slash", "an interval is two dates, such as 2025-02/2025-06, and a day is written 2025-02-14")
	}
	for _, r := range s {
		switch {
		case r == '−' || r >= '‐' && r <= '―':
			return fault(s, "a dash that is not the hyphen of the keyboard", "write "+quote(plainHyphens(s)))
		case r >= 0x80:
			return fault(s, "not a date", exampleFix)
		}
	}
	return nil
}

// parsePoint reads one end of whole, or whole itself.
func parsePoint(whole, s string) (point, error) {
	var p point
	body := s
	switch s[len(s)-1] {
	case '?':
		p.uncertain = true
	case '~':
		p.approximate = true
	case '%':
		p.uncertain, p.approximate = true, true
	}
	qualified := p.uncertain || p.approximate
	if qualified {
		body = s[:len(s)-1]
	}
	if i := strings.IndexAny(body, "?~%"); i >= 0 {
		return point{}, fault(whole, "a qualifier in the wrong place", "write one ?, ~ or % at the end of the date, which it then qualifies as a whole")
	}
	date, clock, hasClock := cutClock(body)
	if err := p.parseDate(whole, date); err != nil {
		return point{}, err
	}
	if !hasClock {
		return p, nil
	}
	if p.precision != Day {
		return point{}, fault(whole, "a time without a day", "write the day, such as 2025-12-02T22:30:00Z, or leave the time out")
	}
	if qualified {
		return point{}, fault(whole, "a qualifier on a time", "leave the time out and qualify the day, such as "+date+s[len(s)-1:])
	}
	if err := p.parseClock(whole, date, clock); err != nil {
		return point{}, err
	}
	return p, nil
}

func cutClock(s string) (date, clock string, ok bool) {
	if i := strings.IndexAny(s, "Tt"); i >= 0 {
		return s[:i], s[i+1:], true
	}
	return s, "", false
}

// parseDate reads YYYY, YYYY-MM or YYYY-MM-DD.
func (p *point) parseDate(whole, s string) error {
	digits, negative := strings.CutPrefix(s, "-")
	parts := strings.Split(digits, "-")
	if len(parts) > 3 || !allDigits(parts) {
		return fault(whole, "not a date", exampleFix)
	}
	if err := checkWidths(whole, digits, parts); err != nil {
		return err
	}
	year := number(parts[0])
	if negative {
		if year == 0 {
			return fault(whole, "there is no year -0000", "write 0000 for 1 BC")
		}
		year = -year
	}
	p.year, p.precision = int16(year), Year
	if len(parts) == 1 {
		return nil
	}
	month := number(parts[1])
	written := s[:len(s)-len(digits)] + parts[0]
	if month >= 21 && month <= 41 {
		return fault(whole, "seasons, quarters and other parts of a year are not supported", "write months, such as "+written+"-03/"+written+"-05, or the year alone")
	}
	if month < 1 || month > 12 {
		return fault(whole, "there is no month "+parts[1], "months run from 01 to 12; if only the year is known, write "+written)
	}
	p.month, p.precision = uint8(month), Month
	if len(parts) == 2 {
		return nil
	}
	day, days := number(parts[2]), DaysIn(year, month)
	written += "-" + parts[1]
	switch {
	case day < 1:
		return fault(whole, "there is no day 00", "write a day from 01 to "+fmt.Sprint(days)+" or, if only the month is known, "+written)
	case day > days:
		return fault(whole, fmt.Sprintf("%s %s has %d days", monthName(month), yearName(year), days),
			fmt.Sprintf("write %s-%d or, if only the month is known, %s", written, days, written))
	}
	p.day, p.precision = uint8(day), Day
	return nil
}

// checkWidths refuses 2025-2-3, 20251202, 25-12-02 and 02-12-2025.
func checkWidths(whole, digits string, parts []string) error {
	if len(parts) == 1 && len(digits) == 8 {
		return fault(whole, "a day needs its hyphens", "write "+digits[:4]+"-"+digits[4:6]+"-"+digits[6:])
	}
	if len(parts) == 3 && len(parts[2]) == 4 {
		return fault(whole, "the year comes first", "write year, month and day, such as 2025-12-02")
	}
	if len(parts[0]) != 4 {
		return fault(whole, "a year has four digits", "write it from -9999 to 9999 with leading zeros, such as 2025 or 0044")
	}
	for _, part := range parts[1:] {
		if len(part) != 2 {
			return fault(whole, "months and days have two digits", "write them with leading zeros, such as 2025-03-07")
		}
	}
	return nil
}

// parseClock reads hh:mm:ss, a fraction that it drops, and a zone.
func (p *point) parseClock(whole, date, s string) error {
	clock, zone := s, ""
	if i := strings.IndexAny(s, "Zz+-"); i >= 0 {
		clock, zone = s[:i], s[i:]
	}
	clock, fraction, hasFraction := strings.Cut(clock, ".")
	parts := strings.Split(clock, ":")
	badClock := fault(whole, "not a time of day", "write hours, minutes and seconds, such as "+date+"T22:30:00Z, or leave the time out")
	if !allDigits(parts) || len(parts) > 3 || hasFraction && (len(parts) < 3 || !allDigits([]string{fraction})) {
		return badClock
	}
	for _, part := range parts {
		if len(part) != 2 {
			return badClock
		}
	}
	if len(parts) < 3 {
		full := clock + [...]string{":00:00", ":00"}[len(parts)-1]
		return fault(whole, "a time needs its seconds", "write "+date+"T"+full+zone+" or leave the time out")
	}
	hour, minute, second := number(parts[0]), number(parts[1]), number(parts[2])
	switch {
	case hour == 24:
		return fault(whole, "there is no hour 24", "write hour 00 of the next day")
	case hour > 23:
		return fault(whole, "there is no hour "+parts[0], "hours run from 00 to 23")
	case minute > 59:
		return fault(whole, "there is no minute "+parts[1], "minutes run from 00 to 59")
	case second == 60:
		return fault(whole, "leap seconds are not supported", "write second 59")
	case second > 59:
		return fault(whole, "there is no second "+parts[2], "seconds run from 00 to 59")
	}
	p.hour, p.minute, p.second, p.precision = uint8(hour), uint8(minute), uint8(second), Instant
	return p.parseZone(whole, zone)
}

// parseZone reads nothing, Z, +hh or +hh:mm.
func (p *point) parseZone(whole, s string) error {
	switch s {
	case "":
		return nil
	case "Z", "z":
		p.zone = zoneUTC
		return nil
	}
	parts := strings.Split(s[1:], ":")
	hour, minute := 0, 0
	ok := s[0] != 'Z' && s[0] != 'z' && len(parts) <= 2 && allDigits(parts) && len(parts[0]) == 2
	if ok {
		hour = number(parts[0])
		if len(parts) == 2 {
			ok = len(parts[1]) == 2
			minute = number(parts[1])
		}
	}
	if !ok || hour > 23 || minute > 59 {
		return fault(whole, "not a time zone", "write Z for UTC, or the hours and minutes east of it, such as +03:00")
	}
	offset := hour*60 + minute
	if s[0] == '-' {
		offset = -offset
	}
	p.zone, p.offset = zoneOffset, int16(offset)
	if offset == 0 {
		p.zone = zoneUTC
	}
	return nil
}

// allDigits reports whether every part is made of at least one ASCII digit.
func allDigits(parts []string) bool {
	for _, part := range parts {
		if part == "" {
			return false
		}
		for i := range len(part) {
			if !isDigit(part[i]) {
				return false
			}
		}
	}
	return true
}

// digitBefore reports whether one of the letters follows a digit.
func digitBefore(s, letters string) bool {
	i := strings.IndexAny(s, letters)
	return i > 0 && isDigit(s[i-1])
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// number reads digits that checks have shown to be few.
func number(digits string) int {
	n := 0
	for i := range len(digits) {
		n = n*10 + int(digits[i]-'0')
	}
	return n
}
