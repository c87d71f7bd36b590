package dates

import (
	"fmt"
	"strconv"
	"strings"

	"barline/data/edtf"
)

// parsePlain reads what needs no words: YYYY, YYYY-MM-DD, and times in the manner of
// ISO 8601, 2014-03-01T10:00:00.000Z or with a space in place of the T.
func parsePlain(s string, o *Options, seen *evidence) (r Read, ok bool, err error) {
	if len(s) < 4 || !allDigits(s[:4]) {
		return Read{}, false, nil
	}
	year := atoi(s[:4])
	switch {
	case len(s) == 4:
		if year == 0 || o.solarYear(year) {
			return Read{}, false, nil
		}
		if seen != nil {
			seen.year(year)
		}
		return Read{EDTF: s}, true, nil
	case len(s) < 10 || s[4] != '-' || s[7] != '-' || !allDigits(s[5:7]) || !allDigits(s[8:10]):
		return Read{}, false, nil
	}
	month, d := atoi(s[5:7]), atoi(s[8:10])
	if o.solarYear(year) || year == 0 || len(s) == 10 && (month == 0 || d == 0) {
		return Read{}, false, nil
	}
	rest := s[10:]
	if rest != "" && rest[0] != 'T' && rest[0] != 't' && rest[0] != ' ' {
		return Read{}, false, nil
	}
	if month < 1 || month > 12 {
		return Read{}, true, invalid(s, fmt.Sprintf("there is no month %02d", month))
	}
	if d < 1 || d > edtf.DaysIn(year, month) {
		return Read{}, true, invalid(s, fmt.Sprintf("%s %d has %d days", monthName(month), year, edtf.DaysIn(year, month)))
	}
	if seen != nil {
		seen.year(year)
		seen.isoDays++
	}
	if rest == "" {
		return Read{EDTF: s}, true, nil
	}
	c, ok := isoClock(rest[1:])
	if !ok && rest[0] == 'T' {
		return Read{}, true, invalid(s, "there is no time of day "+rest[1:])
	}
	if !ok {
		return Read{}, false, nil
	}
	p := point{at: day{year, month, d}, clock: c.seconds, units: c.units, offset: c.offset, hasZone: c.hasZone}
	if seen != nil {
		seen.times++
		if c.seconds == 0 {
			seen.midnights++
		}
	}
	if o.MidnightIsDay && c.seconds == 0 {
		return Read{EDTF: s[:10]}, true, nil
	}
	if !p.hasZone && o.OffsetAt != nil {
		p.offset, p.hasZone = o.OffsetAt(year, month, d, c.seconds/3600, c.seconds/60%60)
	}
	return Read{EDTF: p.end()}, true, nil
}

// isoTime is a time of day as ISO 8601 writes it.
type isoTime struct {
	seconds, units, offset int
	hasZone                bool
}

// isoClock reads hh:mm, hh:mm:ss with a fraction of a second that is dropped, and
// a zone.
func isoClock(s string) (c isoTime, ok bool) {
	if len(s) < 5 || !allDigits(s[:2]) || s[2] != ':' || !allDigits(s[3:5]) {
		return c, false
	}
	hour, minute, second := atoi(s[:2]), atoi(s[3:5]), 0
	c.units = 2
	s = s[5:]
	if len(s) >= 3 && s[0] == ':' && allDigits(s[1:3]) {
		second, c.units = atoi(s[1:3]), 3
		s = s[3:]
		if len(s) > 1 && (s[0] == '.' || s[0] == ',') {
			k := 1
			for k < len(s) && s[k] >= '0' && s[k] <= '9' {
				k++
			}
			if k == 1 {
				return c, false
			}
			s = s[k:]
		}
	}
	if hour > 23 || minute > 59 || second > 59 {
		return c, false
	}
	c.seconds = (hour*60+minute)*60 + second
	switch {
	case s == "":
		return c, true
	case s == "Z" || s == "z":
		c.hasZone = true
		return c, true
	case s[0] == ' ':
		s = s[1:]
	}
	if len(s) < 3 || s[0] != '+' && s[0] != '-' {
		return c, false
	}
	digits := s[1:]
	if len(digits) == 5 && digits[2] == ':' {
		digits = digits[:2] + digits[3:]
	}
	if len(digits) != 2 && len(digits) != 4 || !allDigits(digits) {
		return c, false
	}
	c.offset = atoi(digits[:2]) * 60
	if len(digits) == 4 {
		c.offset += atoi(digits[2:])
	}
	if s[0] == '-' {
		c.offset = -c.offset
	}
	c.hasZone = true
	return c, c.offset >= -12*60 && c.offset <= 14*60
}

// allDigits reports whether a text is ASCII digits alone.
func allDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

func atoi(s string) int {
	n := 0
	for i := range len(s) {
		n = n*10 + int(s[i]-'0')
	}
	return n
}

// parseMachine reads what programs write as one number: days of a workbook, seconds
// or thousandths of them since 1970, 20140301; and the places that catalogues leave
// open, 18--, 186-.
func parseMachine(s string, o *Options, seen *evidence) (Read, bool, error) {
	whole, fraction := s, ""
	for i := range len(s) {
		if s[i] == '.' || s[i] == ',' {
			whole, fraction = s[:i], s[i+1:]
			break
		}
	}
	switch {
	case !allDigits(whole) || len(whole) > 13 || fraction != "" && !allDigits(fraction) || len(whole) < len(s) && fraction == "":
		return openPlaces(s)
	case o.Serial && len(whole) >= 5 && len(whole) <= 7:
		return serial(s, whole, fraction, o)
	case fraction != "":
		return Read{}, false, nil
	case len(whole) == 8:
		d, ok := compactDay(whole)
		if !ok {
			return Read{}, false, nil
		}
		if seen != nil {
			seen.compact++
		}
		if o.Compact {
			return Read{EDTF: dayText(d)}, true, nil
		}
		return Read{}, true, fault(s, "eight digits are a day only where all dates of a column are written so; write "+dayText(d)+" if it is one")
	case len(whole) == 10 || len(whole) == 13:
		return unixTime(s, whole, o, seen)
	case len(whole) >= 5 && len(whole) <= 6:
		if d, ok := serialDay(atoi(whole)); ok && len(whole) == 5 {
			return Read{}, true, fault(s, "a number is no date, unless a workbook counted days, of which it would be "+dayText(d))
		}
	}
	return Read{}, false, nil
}

func compactDay(s string) (day, bool) {
	d := day{atoi(s[:4]), atoi(s[4:6]), atoi(s[6:])}
	return d, d.year >= 1000 && d.year < 3000 && d.month >= 1 && d.month <= 12 && d.day >= 1 && d.day <= edtf.DaysIn(d.year, d.month)
}

// lastSerial is 9999-12-31, the last day that workbooks count.
const lastSerial = 2958465

// serialDay is the day that a workbook counts so, from 1899-12-30 on.
func serialDay(n int) (day, bool) {
	if n < 10000 || n > lastSerial {
		return day{}, false
	}
	y, m, d := edtf.Civil(edtf.Unix(1899, 12, 30+n))
	return day{y, m, d}, true
}

// serial reads the days since 1899-12-30, a fraction of which is the time of day.
func serial(s, whole, fraction string, o *Options) (Read, bool, error) {
	d, ok := serialDay(atoi(whole))
	if !ok {
		return Read{}, true, fault(s, "a workbook counts no day so")
	}
	p := point{at: d}
	if fraction != "" {
		part, _ := strconv.ParseFloat("0."+fraction, 64)
		const dayLength = 24 * 3600
		p.clock = int(part*dayLength + 0.5)
		if p.clock == dayLength {
			p.clock, p.at = 0, step(p.at, 1)
		}
		if p.units = 2; p.clock%60 != 0 {
			p.units = 3
		}
		if p.clock == 0 {
			p.units = 0
		} else if o.OffsetAt != nil {
			p.offset, p.hasZone = o.OffsetAt(p.at.year, p.at.month, p.at.day, p.clock/3600, p.clock/60%60)
		}
	}
	return Read{EDTF: p.end(), Remark: s + " was read as the day that a workbook counts so, " + dayText(p.at)}, true, nil
}

// unixTime reads ten digits as the seconds, and thirteen as the thousandths of
// seconds, since 1970 in UTC: 2001 to 2100.
func unixTime(s, whole string, o *Options, seen *evidence) (Read, bool, error) {
	seconds, _ := strconv.ParseInt(whole, 10, 64)
	unit := "seconds"
	if len(whole) == 13 {
		seconds, unit = seconds/1000, "thousandths of a second"
	}
	const from, to = 1_000_000_000, 4_102_444_800
	if seconds < from || seconds >= to {
		return Read{}, false, nil
	}
	y, m, d := edtf.Civil(seconds)
	p := point{at: day{y, m, d}, clock: int(seconds % (24 * 3600)), units: 3, hasZone: true}
	if seen != nil {
		seen.times++
		if p.clock == 0 {
			seen.midnights++
		}
	}
	text := p.end()
	if o.MidnightIsDay && p.clock == 0 {
		text = dayText(p.at)
	}
	return Read{EDTF: text, Remark: s + " was read as " + unit + " since 1970, " + text}, true, nil
}

// openPlaces reads the years of catalogues: 18--, 18__, 18xx, 186-, 186x.
func openPlaces(s string) (Read, bool, error) {
	mark := ""
	if len(s) > 2 && s[0] == '[' && s[len(s)-1] == ']' {
		s = s[1 : len(s)-1]
	}
	if n := len(s); n == 5 && (s[4] == '?' || s[4] == '~') {
		s, mark = s[:4], s[4:]
	}
	if len(s) != 4 || !allDigits(s[:2]) {
		return Read{}, false, nil
	}
	open := func(c byte) bool { return c == '-' || c == '_' || c == 'x' || c == 'X' || c == 'u' }
	switch {
	case open(s[2]) && s[2] == s[3]:
		return Read{EDTF: s[:2] + "XX" + mark}, true, nil
	case allDigits(s[2:3]) && open(s[3]):
		return Read{EDTF: s[:3] + "X" + mark}, true, nil
	case mark == "" && s[2:] == "??":
		return Read{EDTF: s[:2] + "XX"}, true, nil
	}
	return Read{}, false, nil
}

// unknownParts replaces what stands for a day or month that nobody knows by zeros,
// which are read as unknown: 1945-05-??, XX/05/1945.
func unknownParts(s string) string {
	if len(s) != 10 && len(s) != 7 || !strings.ContainsAny(s, "?xX_-") {
		return s
	}
	var parts [3]string
	n, from := 0, 0
	sep := byte(0)
	for i := 0; i <= len(s); i++ {
		isEnd := i == len(s)
		if !isEnd && s[i] != '/' && s[i] != '.' && !(s[i] == '-' && i-from >= 2 && (n > 0 || i-from == 4 || i-from == 2)) {
			continue
		}
		if n == len(parts) || !isEnd && sep != 0 && s[i] != sep {
			return s
		}
		if !isEnd {
			sep = s[i]
		}
		parts[n], from = s[from:i], i+1
		n++
	}
	changed := false
	for i, p := range parts[:n] {
		switch p {
		case "??", "xx", "XX", "__", "--":
			parts[i], changed = "00", true
		default:
			if !allDigits(p) {
				return s
			}
		}
	}
	if !changed || n < 2 {
		return s
	}
	return strings.Join(parts[:n], string(sep))
}

// withoutZoneName cuts what browsers write after a date in brackets: GMT+0200
// (Central European Summer Time).
func withoutZoneName(s string) string {
	if i := strings.Index(s, " ("); i > 0 && s[len(s)-1] == ')' {
		if j := strings.LastIndex(s[:i], "GMT"); j >= 0 && i-j == len("GMT+0200") {
			return s[:i]
		}
	}
	return s
}

// withoutTimeLetter puts a space for the T between a day and a time of day that are
// written nearly as ISO 8601 has them: 2000-1-2T03:04, -0043-03-15T00:00:00Z.
func withoutTimeLetter(s string) string {
	i := strings.IndexAny(s, "Tt")
	if i < 6 || i+1 == len(s) || !allDigits(s[i+1:i+2]) || !strings.Contains(s[i:], ":") {
		return s
	}
	parts := strings.Split(strings.TrimPrefix(s[:i], "-"), "-")
	if len(parts) != 3 || len(parts[0]) < 4 {
		return s
	}
	for _, p := range parts {
		if !allDigits(p) {
			return s
		}
	}
	return s[:i] + " " + s[i+1:]
}
