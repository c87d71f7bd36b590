package words

import (
	"strconv"
	"strings"

	"barline/data"
)

// Length says a length with its certainty: "4½ hours", "just under 3 hours",
// "length unknown".
func (w *Words) Length(d data.Duration) string {
	return w.qualify(d, w.plain(d.Seconds), w.under, w.about, w.over, w.unknown)
}

// LengthShort says the same where there is little room: "4½ h", "under 3 h".
func (w *Words) LengthShort(d data.Duration) string {
	return w.qualify(d, w.plainShort(d.Seconds), w.underShort, w.aboutShort, w.overShort, w.unknownShort)
}

func (w *Words) qualify(d data.Duration, length, under, about, over, unknown string) string {
	switch d.Qualifier {
	case data.Under:
		return Fill(under, "length", length)
	case data.About:
		return Fill(about, "length", length)
	case data.Over:
		return Fill(over, "length", length)
	case data.Unknown:
		return unknown
	}
	return length
}

// plain says hours, with halves and quarters as the language has them, or hours
// and minutes, or minutes alone. Seconds are rounded to the minute.
func (w *Words) plain(seconds int64) string {
	h, m := hoursMinutes(seconds)
	switch {
	case h == 0:
		return w.minuteWords(m)
	case m == 0:
		return w.hourWords(h)
	case m%15 == 0:
		return Fill(w.hoursParts[m/15-1], "n", w.Large(int(h)))
	}
	return Fill(w.hoursMinutes, "hours", w.hourWords(h), "minutes", w.minuteWords(m))
}

func (w *Words) plainShort(seconds int64) string {
	h, m := hoursMinutes(seconds)
	hours, minutes := Fill(w.hoursShort, "n", w.Large(int(h))), Fill(w.minutesShort, "n", w.Number(int(m)))
	switch {
	case h == 0:
		return minutes
	case m == 0:
		return hours
	case m%15 == 0:
		return Fill(w.hoursPartsShort[m/15-1], "n", w.Large(int(h)))
	}
	return Fill(w.hoursMinutes, "hours", hours, "minutes", minutes)
}

func (w *Words) hourWords(h int64) string {
	return w.count(&w.hours, int(h))
}

func (w *Words) minuteWords(m int64) string {
	return w.count(&w.minutes, int(m))
}

// HoursShort labels a tick of the hours axis: "2", or "2 hours" if it is the
// last one and carries the unit.
func (w *Words) HoursShort(h float64, unit bool) string {
	n := w.local(strings.Replace(strconv.FormatFloat(h, 'f', -1, 64), ".", w.decimal, 1))
	if !unit {
		return n
	}
	if whole := int(h); float64(whole) == h {
		return Fill(w.plurals.of(&w.hours, whole), "n", n)
	}
	return Fill(w.hours.other, "n", n)
}

// manyHours are so many that nobody counts minutes beside them.
const manyHours = 100

func hoursMinutes(seconds int64) (h, m int64) {
	m = (seconds + 30) / 60
	if m == 0 && seconds > 0 {
		m = 1 // never to nothing
	}
	if h, m = m/60, m%60; h >= manyHours {
		h, m = h+(m+30)/60, 0
	}
	return h, m
}
