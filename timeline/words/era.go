package words

import (
	"strings"

	"barline/timeline/words/plural"
)

// era is what has to be said of a year so that it is not taken for another.
type era uint8

const (
	noEra        era = iota // 100 and later
	afterChrist             // 1 to 99
	beforeChrist            // before Christ: 0, which is 1 BC, and earlier
)

func eraOf(year int) era {
	switch {
	case year <= 0:
		return beforeChrist
	case year < 100:
		return afterChrist
	}
	return noEra
}

// inEra puts an era around a date.
func (w *Words) inEra(e era, date string) string {
	switch e {
	case afterChrist:
		return Fill(w.ad, "date", date)
	case beforeChrist:
		return Fill(w.bc, "date", date)
	}
	return date
}

// bareYear writes a year without its era: 44 for -43. Years beyond four digits
// have them in groups; those that are round as EDTF counts them, 4,540,000,000 years
// before its year 0, are meant to be round, and one more would say too much.
func (w *Words) bareYear(year int) string {
	switch {
	case year < -9999 && year%1000 == 0:
		year = -year
	case year <= 0:
		year = 1 - year
	}
	if year > 9999 {
		return w.Large(year)
	}
	return w.Number(year)
}

// Year writes a year as EDTF counts them, in which 0 is 1 BC: "1914", "44 BC", "79
// AD".
func (w *Words) Year(n int) string { return w.yearIn(n, eraOf(n)) }

// yearIn writes a year with an era that is said or not.
func (w *Words) yearIn(n int, e era) string {
	s := w.bareYear(n)
	if e != noEra && w.eraYear != "" {
		s = Fill(w.eraYear, "year", s)
	}
	return w.inEra(e, s)
}

// sharedEra is the era that is said once of a range of years. ok is false where
// each end has one of its own.
func sharedEra(from, to int) (e era, ok bool) {
	a, b := eraOf(from), eraOf(to)
	if (a == beforeChrist) != (b == beforeChrist) {
		return noEra, false
	}
	// From 79 to 120: one of them would not be understood without.
	return max(a, b), true
}

// ownEra is the era of one end of a range that begins before Christ and ends after:
// both are said.
func ownEra(year int) era { return max(eraOf(year), afterChrist) }

// yearsBetween says a range of years: "1914–1918", "58–50 BC", "27 BC – 14 AD".
func (w *Words) yearsBetween(from, to int) string {
	if from == to {
		return w.Year(from)
	}
	e, ok := sharedEra(from, to)
	if !ok {
		return Fill(w.wideRange, "from", w.yearIn(from, ownEra(from)), "to", w.yearIn(to, ownEra(to)))
	}
	s := Fill(w.yearRange, "from", w.bareYear(from), "to", w.bareYear(to))
	if e != noEra && w.eraYears != "" {
		s = Fill(w.eraYears, "years", s)
	}
	return w.inEra(e, s)
}

// dated puts a year to what is said of a part of it, by a pattern with the places
// date, or month, and year.
func (w *Words) dated(pattern, part string, year int) string {
	return w.inEra(eraOf(year), Fill(pattern, "date", part, "month", part, "year", w.bareYear(year)))
}

// centuryText says the century whose first and last years are given: 1800 and 1899,
// or -199 and -100. around is a pattern for what comes before an era.
func (w *Words) centuryText(first, last int, around string) string {
	n, e := first/100+1, noEra
	switch {
	case last <= 0:
		n, e = -last/100+1, beforeChrist
	case n == 1:
		e = afterChrist
	}
	pattern := w.century.in(w.ordinals.Of(plural.Int(int64(n))))
	if e != noEra && w.centuryEra != "" {
		pattern = w.centuryEra
	}
	return w.inEra(e, w.fillCentury(around, w.fillCentury(pattern, "", first, n), first, n))
}

// fillCentury fills a pattern for the century n, or a decade in it. date is how it
// is said without other words.
func (w *Words) fillCentury(pattern, date string, first, n int) string {
	return Fill(pattern, "date", date, "n", w.Number(n), "roman", roman(n), "year", w.Number(max(0, first)))
}

// roman writes a number in Roman numerals.
func roman(n int) string {
	var b strings.Builder
	for _, d := range [...]struct {
		value int
		text  string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= d.value; n -= d.value {
			b.WriteString(d.text)
		}
	}
	return b.String()
}
