package markwhen

import (
	"strconv"
	"strings"

	"barline/data/edtf"
	"barline/importer/dates"
	"barline/importer/shapes/when"
)

// point is one end of a date as it is written: EDTF, now, or a distance from another
// event.
type point struct {
	edtf     string
	now      bool
	relative *relative
	clock    *when.Moment // a time of day alone
	note     string
}

// relative is a distance from an event's start or end.
type relative struct {
	before  bool
	id      string // "" is the event before
	start   bool   // from its start, not its end
	amounts []amount
}

// point reads one end of a date; ok is false if it is none.
func (c *calendar) point(s string) (p point, ok bool) {
	s = strings.TrimSpace(s)
	lower := strings.ToLower(s)
	if lower == "" {
		return p, false
	}
	if lower == "now" {
		return point{now: true}, true
	}
	if m, ok := when.ISO(s); ok {
		return pointOf(m)
	}
	if m, ok := c.dayAndClock(lower); ok {
		return pointOf(m)
	}
	if m, ok := yearOf(lower); ok {
		return pointOf(m)
	}
	if m, ok := clockOf(lower); ok {
		return point{clock: &m}, true
	}
	if r, ok := relativeOf(s); ok {
		return point{relative: r}, true
	}
	if date, ok := week(lower); ok {
		return point{edtf: date}, true
	}
	if d, err := edtf.Parse(s); err == nil && !d.IsInterval() {
		return point{edtf: d.String()}, true
	}
	return p, false
}

func pointOf(m when.Moment) (point, bool) {
	text, err := m.EDTF()
	return point{edtf: text}, err == nil
}

// written reads what markwhen itself does not, as people write dates.
func (c *calendar) written(s string) (dates.Read, error) {
	o := c.options
	if o.Lang == "" {
		o.Lang = "en"
	}
	return dates.Parse(s, o)
}

// dayAndClock reads a day with or without a time after it: 12/25/2012 10:30am, 04/1776,
// 5 January 2012, January 5 2012, Jan 2012.
func (c *calendar) dayAndClock(s string) (m when.Moment, ok bool) {
	words := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == ',' || r == '\t' })
	if len(words) == 0 || len(words) > 6 {
		return m, false
	}
	for n := len(words); n > 0 && n >= len(words)-2; n-- {
		if m, ok = c.day(words[:n]); !ok {
			continue
		}
		if n == len(words) {
			return m, true
		}
		clock, ok := clockOf(strings.Join(words[n:], " "))
		if !ok || m.Day == 0 {
			return m, false
		}
		clock.Year, clock.Month, clock.Day = m.Year, m.Month, m.Day
		return clock, true
	}
	return m, false
}

// day reads the words of a day, a month or a year.
func (c *calendar) day(words []string) (m when.Moment, ok bool) {
	if len(words) == 1 {
		if strings.Contains(words[0], "/") {
			return c.slashes(words[0])
		}
		m, ok = when.ISO(words[0])
		return m, ok && m.Day > 0 && !m.Clock
	}
	if len(words) > 3 {
		return m, false
	}
	for i, word := range words {
		number := strings.TrimRight(word, "stndrh")
		switch n, err := strconv.Atoi(number); {
		case monthNamed(word) > 0 && m.Month == 0:
			m.Month = monthNamed(word)
		case err != nil:
			return m, false
		case i == len(words)-1 && len(number) > 2 && number == word:
			m.Year = int64(n)
			ok = true
		case m.Day == 0 && n >= 1 && n <= 31:
			m.Day = n
		default:
			return m, false
		}
	}
	return m, ok && m.Month > 0
}

// slashes reads 12/25/2012 in the file's order, 2012/12/25, and 12/2012.
func (c *calendar) slashes(s string) (m when.Moment, ok bool) {
	var n [3]int
	parts := strings.Split(s, "/")
	if len(parts) > 3 || len(parts) < 2 {
		return m, false
	}
	for i, part := range parts {
		if !isDigits(part) || len(part) > 5 {
			return m, false
		}
		n[i], _ = strconv.Atoi(part)
	}
	switch {
	case len(parts) == 2:
		m = when.Moment{Year: int64(n[1]), Month: n[0]}
		return m, n[0] >= 1 && n[0] <= 12 && len(parts[0]) <= 2 && len(parts[1]) > 2
	case len(parts[0]) == 4:
		m = when.Moment{Year: int64(n[0]), Month: n[1], Day: n[2]}
	case c.options.Order == dates.DayFirst:
		m = when.Moment{Year: int64(n[2]), Month: n[1], Day: n[0]}
	default:
		m = when.Moment{Year: int64(n[2]), Month: n[0], Day: n[1]}
	}
	if len(parts[2]) <= 2 && len(parts[0]) != 4 {
		return m, false // the year has two digits
	}
	return m, m.Month >= 1 && m.Month <= 12 && m.Day >= 1
}

// yearOf reads 2012, 476, 44 BC, 500 AD.
func yearOf(s string) (m when.Moment, ok bool) {
	digits := s[:len(s)-len(strings.TrimLeft(s, "0123456789"))]
	era := strings.TrimSpace(s[len(digits):])
	if digits == "" || len(digits) > 5 || era != "" && !isEra(era) {
		return m, false
	}
	y, _ := strconv.ParseInt(digits, 10, 64)
	if era == "bc" || era == "bce" {
		return when.Moment{Year: 1 - y}, y > 0
	}
	return when.Moment{Year: y}, true
}

// clockOf reads 10am, 10:30 pm, 14:30.
func clockOf(s string) (m when.Moment, ok bool) {
	s = strings.TrimSpace(s)
	half := ""
	for _, h := range []string{"am", "pm"} {
		if rest, found := strings.CutSuffix(s, h); found {
			s, half = strings.TrimSpace(rest), h
		}
	}
	hour, minute, colon := strings.Cut(s, ":")
	if !colon {
		minute = "00"
	}
	if !isDigits(hour) || len(hour) > 2 || !isDigits(minute) || len(minute) != 2 || !colon && half == "" {
		return m, false
	}
	m.Clock = true
	m.Hour, _ = strconv.Atoi(hour)
	m.Minute, _ = strconv.Atoi(minute)
	if half != "" {
		if m.Hour < 1 || m.Hour > 12 {
			return m, false
		}
		m.Hour %= 12
		if half == "pm" {
			m.Hour += 12
		}
	}
	return m, m.Hour < 24 && m.Minute < 60
}

// week reads a week of ISO 8601, 2024-W05 or 2024-W05-3: its days, or one of them.
func week(s string) (date string, ok bool) {
	s = strings.ReplaceAll(s, "-", "")
	if len(s) != 7 && len(s) != 8 || s[4] != 'w' || !isDigits(s[:4]) || !isDigits(s[5:]) {
		return "", false
	}
	y, _ := strconv.Atoi(s[:4])
	n, _ := strconv.Atoi(s[5:7])
	if n < 1 || n > 53 {
		return "", false
	}
	// The first week has 4 January in it; 1970-01-01 was a Thursday.
	fourth := edtf.Unix(y, 1, 4)
	weekday := ((fourth/86400+3)%7 + 7) % 7
	monday := fourth - weekday*86400 + int64(n-1)*7*86400
	if len(s) == 8 {
		day := int64(s[7] - '1')
		if day < 0 || day > 6 {
			return "", false
		}
		return dayOf(monday + day*86400).String(), true
	}
	return dayOf(monday).String() + "/" + dayOf(monday+6*86400).String(), true
}

func dayOf(unix int64) when.Moment {
	y, m, d := edtf.Civil(unix)
	return when.Moment{Year: int64(y), Month: m, Day: d}
}

// relativeOf reads [after|before] [!id[.start|.end]] [plus] amounts.
func relativeOf(s string) (*relative, bool) {
	r := &relative{}
	word, rest := cutWord(s)
	switch strings.ToLower(word) {
	case "after":
		s = rest
	case "before":
		r.before = true
		s = rest
	}
	if word, rest = cutWord(s); strings.HasPrefix(word, "!") {
		id, part, _ := strings.Cut(word[1:], ".")
		if part != "" && part != "start" && part != "end" || !isWord(id) {
			return nil, false
		}
		r.id, r.start, s = id, part == "start", rest
	} else if word == ".start" || word == ".end" {
		r.start, s = word == ".start", rest
	}
	if word, rest = cutWord(s); word == "plus" || word == "+" {
		s = rest
	}
	if s == "" {
		return r, r.id != ""
	}
	var ok bool
	r.amounts, ok = amounts(s)
	return r, ok
}

func cutWord(s string) (word, rest string) {
	word, rest, _ = strings.Cut(strings.TrimSpace(s), " ")
	return word, strings.TrimSpace(rest)
}
