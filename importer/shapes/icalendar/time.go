package icalendar

import (
	"fmt"
	"strings"

	"barline/importer/shapes/when"
	"barline/importer/shapes/zone"
)

// clock is a date or time of a calendar.
type clock struct {
	at   when.Moment // without a zone
	zone string      // "" for clocks without one, "Z", or a TZID
}

// readClock reads 20260107 and 20260107T090000Z. The zone is the parameter's.
func readClock(p property) (c clock, err error) {
	value := strings.TrimSpace(p.value)
	m, ok := when.ISO(value)
	if !ok || m.Day == 0 {
		return c, fmt.Errorf("%s is no date of a calendar, such as 20260107 or 20260107T090000Z", p.name)
	}
	if p.parameter("VALUE") == "DATE" {
		m = m.Date()
	}
	c = clock{at: m, zone: strings.TrimSpace(p.parameter("TZID"))}
	if m.Zone == "Z" {
		c.zone = "Z"
	} else if m.Zone != "" {
		return c, fmt.Errorf("%s has an offset, which calendars do not have", p.name)
	}
	c.at.Zone = ""
	if !m.Clock {
		c.zone = ""
	}
	_, err = c.at.EDTF()
	return c, err
}

// zones finds the zones of a calendar, each looked up once.
type zones struct {
	known map[string]*zone.Zone
	file  map[string]*component // VTIMEZONE by TZID
}

const (
	mostZones = 500 // there are not many more in the world
	mostRules = 200 // of one zone
)

// find returns a zone by its TZID, or nil: one that is known by its name, or as the
// file itself describes it.
func (z *zones) find(tzid string) *zone.Zone {
	if found, ok := z.known[tzid]; ok {
		return found
	}
	if len(z.known) == mostZones {
		return nil
	}
	found := zone.Find(tzid)
	if c, ok := z.file[tzid]; ok && found == nil {
		if rules := rulesOf(c); len(rules) > 0 {
			found = zone.Of(tzid, func(m when.Moment) int { return offsetByRules(rules, m) })
		}
	}
	z.known[tzid] = found
	return found
}

// duration reads P1DT2H, P2W, PT45M, in days and seconds.
func duration(s string) (days int, seconds int64, err error) {
	fail := fmt.Errorf("%q is no duration, such as PT1H30M", s)
	rest, ok := strings.CutPrefix(strings.TrimPrefix(strings.TrimSpace(s), "+"), "P")
	if !ok || rest == "" {
		return 0, 0, fail
	}
	inTime, n, seen := false, 0, false
	for i := range len(rest) {
		c := rest[i]
		switch {
		case c >= '0' && c <= '9' && n < 1e7:
			n, seen = n*10+int(c-'0'), true
			continue
		case c == 'T' && !seen && !inTime:
			inTime = true
			continue
		case !seen:
			return 0, 0, fail
		case c == 'W' && !inTime:
			days += 7 * n
		case c == 'D' && !inTime:
			days += n
		case c == 'H' && inTime:
			seconds += int64(n) * 3600
		case c == 'M' && inTime:
			seconds += int64(n) * 60
		case c == 'S' && inTime:
			seconds += int64(n)
		default:
			return 0, 0, fail
		}
		n, seen = 0, false
	}
	if seen {
		return 0, 0, fail
	}
	return days, seconds, nil
}
