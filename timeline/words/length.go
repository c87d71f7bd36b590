package words

import (
	"strings"

	"barline/data"
)

// Length says a length with its certainty: "4½ hours", "just under 3 hours", "17
// days", "length unknown".
func (w *Words) Length(d data.Duration) string { return w.length(d, false) }

// LengthShort says the same where there is little room: "4½ h", "under 3 h".
func (w *Words) LengthShort(d data.Duration) string { return w.length(d, true) }

func (w *Words) length(d data.Duration, short bool) string {
	m := measure(d)
	pattern := ""
	switch m.qualifier {
	case data.Under:
		pattern = pick(short, w.underShort, w.under)
	case data.About:
		pattern = pick(short, w.aboutShort, w.about)
	case data.Over:
		pattern = pick(short, w.overShort, w.over)
	case data.AtMost:
		pattern = w.atMost
	case data.LessThan:
		pattern = w.lessThan
	case data.AtLeast:
		pattern = w.atLeast
	case data.MoreThan:
		pattern = w.moreThan
	case data.Unknown:
		return pick(short, w.unknownShort, w.unknown)
	}
	if pattern == "" {
		return w.lengthOf(m, short, false)
	}
	after := !strings.HasPrefix(pattern, "{length}")
	return Fill(pattern, "length", w.lengthOf(m, short, after))
}

func pick(short bool, a, b string) string {
	if short {
		return a
	}
	return b
}

// lengthOf says a measure in its one or two units. after tells that it stands after
// another word.
func (w *Words) lengthOf(m measured, short, after bool) string {
	if m.minutes%15 == 0 && m.minutes != 0 && m.hours != 0 {
		parts := &w.hoursParts
		if short {
			parts = &w.hoursPartsShort
		}
		return Fill(parts[m.minutes/15-1], "n", w.Large(m.hours), "hours", w.unit(&w.hours, m.hours, after))
	}
	var said []string
	for _, u := range [...]struct {
		n     int
		long  *forms
		short string
	}{{m.years, &w.years, ""}, {m.months, &w.calendarMonths, ""}, {m.days, &w.days, ""}, {m.hours, &w.hours, w.hoursShort}, {m.minutes, &w.minutes, w.minutesShort}, {m.seconds, &w.seconds, w.secondsShort}} {
		switch {
		case u.n == 0:
		case short && u.short != "":
			said = append(said, Fill(u.short, "n", w.Large(u.n)))
		default:
			said = append(said, w.unit(u.long, u.n, after))
		}
	}
	switch len(said) {
	case 0:
		return w.unit(&w.seconds, 0, after)
	case 1:
		return said[0]
	}
	return Fill(w.hoursMinutes, "hours", said[0], "minutes", said[1])
}

// unit says so many of a unit of time.
func (w *Words) unit(f *forms, n int, after bool) string {
	if after {
		return w.countOf(f, n)
	}
	return w.count(f, n)
}

// Stretch says about how long a stretch of time is, in its largest unit: "36
// hours", "12 days".
func (w *Words) Stretch(seconds int64) string {
	round := func(unit float64) int { return int(float64(seconds)/unit + 0.5) }
	switch {
	case seconds < minute:
		return w.count(&w.seconds, int(seconds))
	case seconds < hour:
		return w.count(&w.minutes, round(minute))
	case seconds < 2*day:
		return w.count(&w.hours, round(hour))
	case seconds < 2*meanYear:
		return w.count(&w.days, round(day))
	}
	return w.count(&w.years, round(meanYear))
}

// WithoutEvents says of a time, by its length, that it has no events: "3 months without
// events".
func (w *Words) WithoutEvents(length string) string {
	return Fill(w.withoutEvents, "length", length)
}

// Period says the length of a unit of the calendar, of months or else of seconds:
// "6 hours", "1 day", "1 week", "3 months", "10 years".
func (w *Words) Period(months int, seconds int64) string {
	switch {
	case months > 0 && months%12 == 0:
		return w.count(&w.years, months/12)
	case months > 0:
		return w.count(&w.calendarMonths, months)
	case seconds%(7*day) == 0:
		return w.count(&w.weeks, int(seconds/(7*day)))
	case seconds%day == 0:
		return w.count(&w.days, int(seconds/day))
	}
	return w.Stretch(seconds)
}
