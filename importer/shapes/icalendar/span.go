package icalendar

import (
	"errors"
	"fmt"
	"strings"

	"barline/importer/draft"
	"barline/importer/shapes/when"
	"barline/importer/shapes/zone"
)

// span is when an event is: from one clock to another, included, or a moment if
// they are equal.
type span struct{ from, to stamp }

// stamp is a clock with its zone looked up.
type stamp struct {
	at     when.Moment
	zone   string // the zone's name; "" for clocks without one, and for days
	offset string // +01:00, Z, or ""
}

// span reads an event's beginning and its end or duration.
func (r *reader) span(c *component, shown string) (s span, err error) {
	first, ok := c.get("DTSTART")
	if !ok {
		return s, errors.New("it has no DTSTART")
	}
	start, err := readClock(first)
	if err != nil {
		return s, err
	}
	end := start
	last, hasEnd := c.get("DTEND")
	lasts, hasDuration := c.get("DURATION")
	if hasEnd {
		if end, err = readClock(last); err != nil {
			return s, err
		}
	}
	allDay := !start.at.Clock || strings.EqualFold(c.text("X-MICROSOFT-CDO-ALLDAYEVENT"), "TRUE") && start.at.Midnight() && end.at.Midnight()
	if allDay {
		return days(start.at, end.at, lasts.value, hasDuration && !hasEnd)
	}
	s.from = r.stamp(start, shown)
	switch {
	case hasDuration && !hasEnd:
		days, seconds, err := duration(lasts.value)
		if err != nil {
			return s, err
		}
		s.to = r.later(start, shown, days, seconds)
	case !hasEnd:
		s.to = s.from
	case !end.at.Clock:
		s.to = stamp{at: end.at}
	default:
		s.to = r.stamp(end, shown)
	}
	if seconds(s.to.at) < seconds(s.from.at) && s.to.zone == s.from.zone && s.to.at.Clock {
		return s, fmt.Errorf("it ends, %s, before it begins, %s", s.to.at, s.from.at)
	}
	return s, nil
}

// days is the span of whole days; the end of a calendar is the day after.
func days(from, end when.Moment, lasts string, hasDuration bool) (s span, err error) {
	s.from.at, s.to.at = from.Date(), end.Date()
	if end.Clock && !end.Midnight() {
		end = end.Date().Add(86400)
	}
	if hasDuration {
		n, _, err := duration(lasts)
		if err != nil {
			return s, err
		}
		s.to.at = s.from.at.Add(int64(n-1) * 86400)
	} else {
		s.to.at = end.Date().Add(-86400)
	}
	if seconds(s.to.at) < seconds(s.from.at) {
		// Many programs write the day itself as its end.
		if seconds(s.to.at)+86400 < seconds(s.from.at) {
			return s, fmt.Errorf("it ends, on %s, before it begins, on %s", end.Date(), from.Date())
		}
		s.to.at = s.from.at
	}
	return s, nil
}

// stamp looks a clock's zone up. UTC's are put on the clocks that the calendar is
// shown in, and clocks without a zone into the zone that the user said.
func (r *reader) stamp(c clock, shown string) stamp {
	tzid := c.zone
	switch {
	case tzid == "Z" && shown == "":
		return stamp{at: c.at, zone: "UTC", offset: "Z"}
	case tzid == "Z":
		if z := r.zones.find(shown); z != nil {
			r.log.Count(draft.Decided, 0, "time in UTC is written on the clocks of "+z.Name, "times in UTC are written on the clocks of "+z.Name, "the calendar is shown in that zone")
			return zoned(z.OfUTC(c.at), z)
		}
		return stamp{at: c.at, zone: "UTC", offset: "Z"}
	case tzid == "" && r.options.OffsetAt != nil:
		return zoned(c.at, zone.Of(r.options.Zone, func(m when.Moment) int {
			minutes, _ := r.options.OffsetAt(int(m.Year), m.Month, m.Day, m.Hour, m.Minute)
			return minutes * 60
		}))
	}
	if tzid == "" {
		return stamp{at: c.at}
	}
	z := r.zones.find(tzid)
	if z == nil {
		r.log.Count(draft.Decided, 0, "time is without a zone", "times are without a zone", "nobody knows the zone "+tzid)
		return stamp{at: c.at}
	}
	return zoned(c.at, z)
}

func zoned(at when.Moment, z *zone.Zone) stamp {
	on, ok := z.On(at)
	at.Zone = ""
	if !ok {
		return stamp{at: at}
	}
	return stamp{at: at, zone: z.Name, offset: on.Zone}
}

// later is a clock some days and seconds later: days by the calendar, seconds by the
// time that passes.
func (r *reader) later(c clock, shown string, days int, secs int64) stamp {
	c.at = c.at.Add(int64(days) * 86400)
	s := r.stamp(c, shown)
	if secs == 0 {
		return s
	}
	c.at = c.at.Add(secs)
	moved := r.stamp(c, shown)
	before, _ := when.ISO("2000-01-01T00:00" + s.offset)
	after, _ := when.ISO("2000-01-01T00:00" + moved.offset)
	// A clock that was put forward or back in between.
	if change := seconds(before.InUTC()) - seconds(after.InUTC()); change != 0 && s.offset != "" && moved.offset != "" && c.zone != "Z" {
		c.at = c.at.Add(change)
		moved = r.stamp(c, shown)
	}
	return moved
}

// setDates writes the dates of all events. One zone with one offset for all times is
// the draft's; else each time has its own.
func (r *reader) setDates() {
	zones, offsets, bare := map[string]bool{}, map[string]bool{}, false
	for _, s := range r.spans {
		for _, t := range []stamp{s.from, s.to} {
			if !t.at.Clock {
				continue
			}
			zones[t.zone], offsets[t.offset] = true, true
			bare = bare || t.offset == ""
		}
	}
	one := len(zones) == 1 && len(offsets) == 1 && !bare && !offsets["Z"]
	if one {
		for zone := range zones {
			r.draft.Zone.Name = zone
		}
		for offset := range offsets {
			r.draft.Zone.Offset = offset
		}
	}
	if len(zones) == 1 && len(offsets) > 1 {
		for zone := range zones {
			r.log.Say(draft.Remark{Kind: draft.Decided, Text: "times are on the clocks of " + zone + ", each with the offset that held on its day"})
		}
	}
	kept := r.draft.Events[:0]
	spans := r.spans
	var categories [][]string
	var calendars []string
	var owns []own
	for i, e := range r.draft.Events {
		for _, t := range []*stamp{&spans[i].from, &spans[i].to} {
			if t.at.Zone = t.offset; one || !t.at.Clock {
				t.at.Zone = ""
			}
		}
		date, err := when.Join(spans[i].from.at.String(), spans[i].to.at.String())
		if err != nil {
			r.log.Unread(e.Line, "DTSTART", e.Title, fmt.Sprintf("its date, %s, does not hold: %v", date, err))
			continue
		}
		e.Date = date
		if own := r.owns[i]; own.date != "" {
			e.Date = own.date
		}
		owns = append(owns, r.owns[i])
		kept, categories, calendars = append(kept, e), append(categories, r.categories[i]), append(calendars, r.calendars[i])
	}
	r.draft.Events, r.categories, r.calendars, r.owns = kept, categories, calendars, owns
}
