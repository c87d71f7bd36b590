package icalendar

import (
	"fmt"

	"barline/data"
	"barline/data/edtf"
)

// when is a date as iCalendar writes it, with the parameter that says of what type it
// is. end is empty for a moment.
type when struct {
	parameter, start, end string
	// stamp is the first instant of the date, in UTC.
	stamp string
	// edtf is the date as the story says it, with its offsets, where it has times of day.
	edtf string
}

// whenOf is the date of an event. why says what keeps a calendar from holding it; it
// is empty where nothing does.
func whenOf(e data.Event) (w when, why string) {
	d := e.Date
	if e.Zone != (data.Zone{}) {
		d = d.At(e.Zone.OffsetMinutes)
	}
	from, to := d.Bounds()
	exact := ""
	if d.Start().Precision() >= edtf.Minute || d.End().Precision() >= edtf.Minute {
		// Offsets of more than twelve hours west are none that dates may have.
		if again, err := edtf.Parse(d.String()); err == nil && again == d {
			exact = d.String()
		}
	}
	first, last := d.Ends()
	switch {
	case d.IsSet():
		return w, "events on one of several dates"
	case first != edtf.Dated || last != edtf.Dated:
		return w, "events without a beginning or an end"
	case d.Approximate() || d.Uncertain():
		return w, "events whose dates are approximate or uncertain"
	case d.Precision() < edtf.Day || d.Start() != plain(d.Start()) || d.End() != plain(d.End()):
		return w, "events whose day is not known"
	case d.Start().Year() < 1 || d.End().Year() > 9999:
		return w, "events before the year 1, or after 9999"
	case d.Precision() == edtf.Day:
		// The end of whole days is the day after the last one.
		return when{";VALUE=DATE", day(d.Start()), dayOf(to), instant(from), exact}, ""
	}
	start, end := clock(d.Start()), clock(d.End())
	if !d.IsInterval() {
		end = ""
	} else if (start[len(start)-1] == 'Z') != (end[len(end)-1] == 'Z') {
		return w, "events of which one end has no time zone"
	}
	return when{"", start, end, instant(from), exact}, ""
}

// plain is a date without unspecified digits; times of day have none.
func plain(d edtf.Date) edtf.Date {
	if d.Precision() >= edtf.Minute {
		return d
	}
	return d.Earliest()
}

func day(d edtf.Date) string { return fmt.Sprintf("%04d%02d%02d", d.Year(), d.Month(), d.Day()) }

// dayOf is the day on which an instant falls, which is given in seconds since 1970.
func dayOf(unix int64) string {
	year, month, day := edtf.Civil(unix)
	return fmt.Sprintf("%04d%02d%02d", year, month, day)
}

// clock is a time of day: in UTC if its zone is known, else on whoever's clocks.
func clock(d edtf.Date) string {
	from, _ := d.Bounds()
	s := instant(from)
	if _, zoned := d.Offset(); zoned {
		return s
	}
	return s[:len(s)-1]
}

// instant is a moment in UTC, given in seconds since 1970.
func instant(unix int64) string {
	year, month, day := edtf.Civil(unix)
	rest := unix - edtf.Unix(year, month, day)
	return fmt.Sprintf("%04d%02d%02dT%02d%02d%02dZ", year, month, day, rest/3600, rest/60%60, rest%60)
}
