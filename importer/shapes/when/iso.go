package when

import "strings"

// ISO reads a date of ISO 8601 and its usual variants: 2014, 2014-04, 2014-4-20,
// 2014-04-20 10:30, 20140420T103000Z, ±YYYYYY-MM-DD. Years count as ISO does: 0 is
// 1 BC. ok is false for anything else.
func ISO(text string) (m Moment, ok bool) {
	text = strings.TrimSpace(text)
	date, clock := text, ""
	if i := strings.IndexAny(text, "Tt "); i > 0 {
		date, clock = text[:i], strings.TrimSpace(text[i+1:])
		if clock == "" {
			return m, false
		}
	}
	if m, ok = isoDate(date); !ok || clock == "" {
		return m, ok
	}
	return m, m.Day > 0 && m.readClock(clock)
}

func isoDate(s string) (m Moment, ok bool) {
	negative, width := false, 4
	if s != "" && (s[0] == '-' || s[0] == '+') {
		negative, width = s[0] == '-', 6
		s = s[1:]
	}
	parts := strings.Split(s, "-")
	switch {
	case len(parts) == 1 && width == 4 && len(s) == 8 && digits(s):
		parts = []string{s[:4], s[4:6], s[6:]} // 20140420
	case len(parts) > 3 || len(parts[0]) < 4 || len(parts[0]) > width:
		return m, false
	}
	var values [3]int
	for i, part := range parts {
		if !digits(part) || len(part) > 2 && i > 0 {
			return m, false
		}
		values[i] = number(part)
		if i > 0 && values[i] == 0 {
			return m, false
		}
	}
	m = Moment{Year: int64(values[0]), Month: values[1], Day: values[2]}
	if negative {
		m.Year = -m.Year
	}
	return m, m.Month <= 12 && m.Day <= 31
}

// readClock reads 10:30, 10:30:15.5, 103015, each with a zone or not.
func (m *Moment) readClock(s string) bool {
	zone := ""
	if i := strings.IndexAny(s, "Zz+-−"); i >= 0 {
		s, zone = strings.TrimSpace(s[:i]), strings.Replace(s[i:], "−", "-", 1)
	}
	s = cutFraction(s)
	if !strings.Contains(s, ":") && (len(s) == 4 || len(s) == 6) && digits(s) {
		s = s[:2] + ":" + s[2:4] + ":" + s[4:]
		s = strings.TrimSuffix(s, ":")
	}
	parts := strings.Split(s, ":")
	if len(parts) < 2 || len(parts) > 3 {
		return false
	}
	var values [3]int
	for i, part := range parts {
		if !digits(part) || len(part) > 2 {
			return false
		}
		values[i] = number(part)
	}
	m.Clock, m.Hour, m.Minute, m.Second = true, values[0], values[1], values[2]
	m.Seconds = m.Second != 0
	return m.Hour < 24 && m.Minute < 60 && m.Second < 60 && m.readZone(zone)
}

func (m *Moment) readZone(s string) bool {
	switch {
	case s == "":
		return true
	case s == "Z" || s == "z":
		m.Zone = "Z"
		return true
	}
	sign, rest := s[:1], strings.Replace(s[1:], ":", "", 1)
	if len(rest) == 2 {
		rest += "00"
	}
	if len(rest) != 4 || !digits(rest) {
		return false
	}
	m.Zone = sign + rest[:2] + ":" + rest[2:]
	if rest == "0000" {
		m.Zone = "Z"
	}
	return true
}

func digits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// number reads up to six digits.
func number(s string) int {
	n := 0
	for i := range min(len(s), 6) {
		n = n*10 + int(s[i]-'0')
	}
	return n
}
