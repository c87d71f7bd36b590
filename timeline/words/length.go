package words

import (
	"strconv"

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

// plain says hours, with halves and quarters as fractions, or hours and
// minutes, or minutes alone. Seconds are rounded to the minute.
func (w *Words) plain(seconds int64) string {
	h, m := hoursMinutes(seconds)
	switch f, ok := fraction(m); {
	case h == 0:
		return w.minuteWords(m)
	case m == 0:
		return w.hourWords(h)
	case ok:
		return Fill(w.hours.other, "n", w.Large(int(h))+f)
	default:
		return w.hourWords(h) + " " + w.minuteWords(m)
	}
}

func (w *Words) plainShort(seconds int64) string {
	h, m := hoursMinutes(seconds)
	switch f, ok := fraction(m); {
	case h == 0:
		return Fill(w.minutesShort, "n", strconv.FormatInt(m, 10))
	case ok:
		return Fill(w.hoursShort, "n", w.Large(int(h))+f)
	default:
		return Fill(w.hoursShort, "n", w.Large(int(h))) + " " + Fill(w.minutesShort, "n", strconv.FormatInt(m, 10))
	}
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
	n := strconv.FormatFloat(h, 'f', -1, 64)
	if !unit {
		return n
	}
	if whole := int(h); float64(whole) == h {
		return Fill(w.plurals.of(&w.hours, whole), "n", n)
	}
	return Fill(w.hours.other, "n", n)
}

func hoursMinutes(seconds int64) (h, m int64) {
	m = (seconds + 30) / 60
	if m == 0 && seconds > 0 {
		m = 1 // never to nothing
	}
	return m / 60, m % 60
}

func fraction(minutes int64) (string, bool) {
	switch minutes {
	case 0:
		return "", true
	case 15:
		return "¼", true
	case 30:
		return "½", true
	case 45:
		return "¾", true
	}
	return "", false
}
