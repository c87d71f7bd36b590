package check

import (
	"barline/data/edtf"
)

// after finds events that are dated after the story itself.
func (c *checker) after(e *event) {
	day := c.Story.Date()
	if day.IsZero() {
		return
	}
	_, end := day.Bounds()
	if from, _ := e.Date.Bounds(); from >= end {
		if start, _ := e.Date.Ends(); start == edtf.Dated {
			c.add(e.at.field("date"), e, "after-story", e.Date.String()+" is after the story's own date, "+day.String(), "correct one of the two; what is planned says so in its title, and is allowed by allow: [after-story]")
		}
	}
}

// fewEvents are too few to say that they are in order.
const fewEvents = 4

// order finds a single event that stands where its date does not belong, in a stretch
// of the file that is in order otherwise. Lanes whose events stand together are a
// stretch each.
func (c *checker) order() {
	var stretch []int // places in the file
	lane := ""
	flush := func() {
		c.orderOf(stretch)
		stretch = stretch[:0]
	}
	for n, i := range c.events {
		if of := c.Story.LaneOf(i); n == 0 || of != lane {
			flush()
			lane = of
		}
		stretch = append(stretch, n)
	}
	flush()
}

func (c *checker) orderOf(stretch []int) {
	if len(stretch) < fewEvents {
		return
	}
	type bounds struct{ from, to int64 }
	dates := make([]bounds, len(stretch))
	for k, n := range stretch {
		dates[k].from, dates[k].to = c.list[c.events[n]].Date.Bounds()
	}
	wrong, faults := -1, 0
	for k := 1; k < len(dates); k++ {
		if dates[k].to > dates[k-1].from {
			continue
		}
		faults++
		switch {
		case k+1 == len(dates) || dates[k+1].from >= dates[k-1].from:
			wrong = k // without it, the others are in order
		case k == 1 || dates[k].from >= dates[k-2].from:
			wrong = -2 // the one before is too late
		}
		if wrong == -2 {
			wrong = k - 1
		}
	}
	if faults != 1 || wrong < 0 {
		return
	}
	n := stretch[wrong]
	e := &event{Event: c.list[c.events[n]]}
	beside := wrong - 1
	relation := " is before the date of the event above it, "
	if beside < 0 || dates[wrong].from >= dates[beside].from {
		beside, relation = wrong+1, " is after the date of the event below it, "
	}
	other := c.list[c.events[stretch[beside]]]
	c.add(c.root().field("events").item(n).field("date"), e, "date-order", e.Date.String()+relation+other.Date.String()+"; all the others are in order",
		"correct the date, or move the event to its place")
}

// days are the first and the last day of a date, if it says days and is sure of them.
// There are none before the calendar of today.
func days(d edtf.Date) (first, last int64, ok bool) {
	const day = 86400
	start, end := d.Ends()
	if d.IsZero() || d.IsSet() || d.Approximate() || d.Uncertain() || d.Patterned() || start != edtf.Dated || end != edtf.Dated || d.Precision() < edtf.Day || d.Year() < 1583 {
		return 0, 0, false
	}
	on := func(d edtf.Date) int64 { return edtf.Unix(d.Year(), d.Month(), d.Day()) / day }
	return on(d.Start()), on(d.End()), true
}

// weekday is the day of the week of a day since 1970-01-01, from 0, Monday.
func weekday(day int64) int { return int(((day+3)%7 + 7) % 7) }

func weekdayName(n int) string {
	return [...]string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}[n]
}
