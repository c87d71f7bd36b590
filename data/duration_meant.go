//go:build !lean

package data

import "strings"

// meantDuration turns a length as people and programs write it into the ISO 8601
// duration that it says: "4 hours", "3h 30m", "4:30", "P0Y0M0DT3H0M0S". It is
// empty for a text that says no length.
func meantDuration(s string) string {
	rest := strings.TrimSpace(strings.ToLower(s))
	mark := ""
	for _, q := range [...]struct{ before, mark string }{
		{"about ", "~"}, {"around ", "~"}, {"ca. ", "~"}, {"circa ", "~"}, {"just under ", "<"}, {"under ", "<<"}, {"less than ", "<<"}, {"fewer than ", "<<"},
		{"at most ", "<="}, {"up to ", "<="}, {"at least ", ">="}, {"more than ", ">>"}, {"over ", ">"}, {"<<", "<<"}, {"<=", "<="}, {">>", ">>"}, {">=", ">="}, {"<", "<"}, {">", ">"}, {"~", "~"},
	} {
		if after, ok := strings.CutPrefix(rest, q.before); ok {
			mark, rest = q.mark, strings.TrimSpace(after)
			break
		}
	}
	var seconds int64
	switch {
	case rest == "":
		return ""
	case strings.HasPrefix(rest, "p"):
		seconds = withZeros(rest[1:])
	case strings.Contains(rest, ":"):
		seconds = clockLength(rest)
	default:
		seconds = unitLength(rest)
	}
	if seconds <= 0 || seconds > maxSeconds {
		return ""
	}
	meant := mark + Duration{Seconds: seconds}.String()
	if _, err := parseDuration(meant); err != nil || meant == s {
		return ""
	}
	return meant
}

// withZeros reads what follows the P of an ISO 8601 duration, in any letters,
// with years and months that are zero. It is 0 for anything else.
func withZeros(s string) int64 {
	date, clock, _ := strings.Cut(strings.ToUpper(s), "T")
	for _, zero := range [...]string{"0Y", "0M", "0W"} {
		if after, ok := strings.CutPrefix(date, zero); ok {
			date = after
		}
	}
	text := "P" + date
	if clock != "" {
		text += "T" + clock
	}
	d, err := parseDuration(text)
	if err != nil {
		return 0
	}
	return d.Seconds
}

// clockLength reads hours and minutes, and seconds: 4:30, 1:02:03.
func clockLength(s string) int64 {
	parts := strings.Split(s, ":")
	if len(parts) > 3 {
		return 0
	}
	seconds := int64(0)
	sizes := [...]int64{3600, 60, 1}
	for i, size := range sizes[:len(parts)] {
		n, ok := smallNumber(parts[i])
		if !ok || i > 0 && (n > 59 || len(parts[i]) != 2) {
			return 0
		}
		seconds += n * size
	}
	return seconds
}

// unitLength reads numbers with units in English: 4 hours, 1h30, 90 min, 2 weeks.
func unitLength(s string) int64 {
	seconds, last := int64(0), int64(0)
	for s != "" {
		number := s[:len(s)-len(strings.TrimLeft(s, "0123456789"))]
		s = strings.TrimSpace(s[len(number):])
		unit := s[:len(s)-len(strings.TrimLeft(s, "abcdefghijklmnopqrstuvwxyz."))]
		s = strings.TrimSpace(strings.TrimPrefix(strings.TrimLeft(s[len(unit):], " ,"), "and "))
		n, ok := smallNumber(number)
		if !ok {
			return 0
		}
		size := int64(0)
		switch strings.TrimSuffix(strings.TrimSuffix(unit, "."), "s") {
		case "h", "hr", "hour":
			size = 3600
		case "m", "min", "minute":
			size = 60
		case "", "sec", "second": // the s of "s" itself is cut
			size = 1
			if unit == "" { // 1h30
				size = last / 60
			}
		case "d", "day":
			size = 86400
		case "w", "week":
			size = 7 * 86400
		}
		if size == 0 || last > 0 && size >= last {
			return 0
		}
		seconds, last = seconds+n*size, size
	}
	return seconds
}

func smallNumber(s string) (n int64, ok bool) {
	if s == "" || len(s) > 9 {
		return 0, false
	}
	for i := range len(s) {
		if !isDigit(s[i]) {
			return 0, false
		}
		n = n*10 + int64(s[i]-'0')
	}
	return n, true
}
