package icalendar

import (
	"strconv"
	"strings"

	"barline/data/edtf"
	"barline/importer/shapes/when"
)

// rule is when a zone of the file's own goes over to an offset: once, or each year
// on a weekday of a month.
type rule struct {
	start   when.Moment
	seconds int // ahead of UTC, from then on
	yearly  bool
	month   int
	weekday int // 0 is Monday
	nth     int // 1 the first of the month, -1 the last; 0: always the day of start
	until   int64
}

// rulesOf reads the parts STANDARD and DAYLIGHT of a VTIMEZONE.
func rulesOf(c *component) []rule {
	var all []rule
	for _, part := range c.inside[:min(len(c.inside), mostRules)] {
		start, _ := part.get("DTSTART")
		at, err := readClock(start)
		to, _ := part.get("TZOFFSETTO")
		seconds, ok := offsetOf(to.value)
		if err != nil || !ok {
			continue
		}
		r := rule{start: at.at, seconds: seconds, month: at.at.Month}
		if text, ok := part.get("RRULE"); ok {
			r.readYearly(text.value)
		}
		all = append(all, r)
	}
	return all
}

// readYearly reads FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;UNTIL=….
func (r *rule) readYearly(text string) {
	for part := range strings.SplitSeq(text, ";") {
		name, value, _ := strings.Cut(part, "=")
		switch strings.ToUpper(name) {
		case "FREQ":
			r.yearly = strings.EqualFold(value, "YEARLY")
		case "BYMONTH":
			if n, err := strconv.Atoi(value); err == nil && n >= 1 && n <= 12 {
				r.month = n
			}
		case "BYDAY":
			if len(value) < 3 {
				continue
			}
			n, err := strconv.Atoi(value[:len(value)-2])
			day := strings.Index("MOTUWETHFRSASU", strings.ToUpper(value[len(value)-2:]))
			if err == nil && n >= -5 && n <= 5 && n != 0 && day >= 0 && day%2 == 0 {
				r.nth, r.weekday = n, day/2
			}
		case "UNTIL":
			if m, ok := when.ISO(value); ok && m.Day > 0 {
				r.until = seconds(m)
			}
		}
	}
}

// offsetOf reads +0100 and -033015.
func offsetOf(s string) (seconds int, ok bool) {
	s = strings.TrimSpace(s)
	if len(s) != 5 && len(s) != 7 || s[0] != '+' && s[0] != '-' || strings.Trim(s[1:], "0123456789") != "" {
		return 0, false
	}
	n, _ := strconv.Atoi((s + "00")[1:7])
	seconds = n/10000*3600 + n/100%100*60 + n%100
	if s[0] == '-' {
		seconds = -seconds
	}
	return seconds, true
}

// seconds counts on the moment's own clock.
func seconds(m when.Moment) int64 {
	return edtf.Unix(int(m.Year), m.Month, m.Day) + int64(m.Hour)*3600 + int64(m.Minute)*60 + int64(m.Second)
}

// offsetByRules is the offset of the rule that came into force last.
func offsetByRules(rules []rule, m when.Moment) int {
	now := seconds(m)
	latest, offset := int64(0), rules[0].seconds
	found := false
	for _, r := range rules {
		for _, year := range []int{int(m.Year) - 1, int(m.Year)} {
			at, ok := r.in(year)
			if ok && at <= now && (!found || at > latest) {
				latest, offset, found = at, r.seconds, true
			}
		}
	}
	return offset
}

// in is when the rule comes into force in a year; a rule that holds once does so in
// every year after it, at its own time.
func (r rule) in(year int) (at int64, ok bool) {
	first := seconds(r.start)
	if !r.yearly {
		return first, true
	}
	day := r.start
	day.Year, day.Month = int64(year), r.month
	if r.nth != 0 {
		day.Day = nthDay(year, r.month, r.weekday, r.nth)
	}
	at = seconds(day)
	return at, at >= first && (r.until == 0 || at <= r.until+86400)
}

// nthDay is the day of a month on which its nth weekday falls; of a month that has
// fewer, the last.
func nthDay(year, month, weekday, nth int) int {
	days := edtf.DaysIn(year, month)
	of := func(day int) int { return int((edtf.Unix(year, month, day)/86400%7 + 7 + 3) % 7) } // 1970-01-01 was a Thursday
	if nth < 0 {
		last := days - (of(days)-weekday+7)%7
		return max(1, last+7*(nth+1))
	}
	day := 1 + (weekday-of(1)+7)%7 + 7*(nth-1)
	for day > days {
		day -= 7
	}
	return day
}
