// Package headline names a story that has no headline of its own by its years, in the
// language of the story: "Timeline, 1914 to 1918", "Cronología, 44 a. C. – 14 d. C.".
package headline

import (
	"strconv"
	"strings"

	"barline/data/edtf"
)

// Years are the first and the last year of many dates, as EDTF counts them. The zero
// Years is of none.
type Years struct {
	from, to int
	dated    bool
}

// Add takes the years of a date in. A date of which no year is known has none.
func (y *Years) Add(d edtf.Date) {
	first, last := d.Earliest().Year(), d.Latest().Year()
	if first == 0 && last == 9999 { // XXXX-12-25
		return
	}
	if start := d.Start(); first == 0 && start.Latest().Year() > 0 {
		first = 1 // the first century, 00XX, has no year 0, which is 1 BC
	}
	if !y.dated {
		y.from, y.to, y.dated = first, last, true
	}
	y.from, y.to = min(y.from, first), max(y.to, last)
}

// In says the years in a language, given by its BCP 47 tag. Where the language is not
// one of the interface's, it says no words but the years, if they need none, else
// English ones.
func (y Years) In(tag string) string {
	w, known := find(tag)
	switch {
	case !y.dated:
		return w.timeline
	case !known && y.from >= leastBare:
		if y.from == y.to {
			return strconv.Itoa(y.from)
		}
		return strconv.Itoa(y.from) + "–" + strconv.Itoa(y.to)
	case y.from == y.to:
		return w.timeline + w.comma + w.year(y.from, eraOf(y.from))
	case y.from <= 0 && y.to > 0: // each end says its era
		return w.timeline + w.comma + fill(w.wide, "from", w.year(y.from, before), "to", w.year(y.to, after))
	}
	return fill(w.span, "from", w.year(y.from, eraOf(y.from)), "to", w.year(y.to, eraOf(y.to)))
}

// leastBare is the first year that nobody takes for another where its era is not said:
// 79 could be 1979.
const leastBare = 100

// era is what has to be said of a year.
type era uint8

const (
	none era = iota
	after
	before
)

func eraOf(year int) era {
	switch {
	case year <= 0:
		return before
	case year < leastBare:
		return after
	}
	return none
}

// year says a year as EDTF counts them, in which 0 is 1 BC.
func (w *language) year(n int, e era) string {
	switch {
	case n < -9999 && n%1000 == 0:
		n = -n // round, and meant to be
	case n <= 0:
		n = 1 - n
	}
	s := strconv.Itoa(n)
	if n > 9999 {
		for i := len(s) - 3; i > 0; i -= 3 {
			s = s[:i] + w.thousands + s[i:]
		}
	}
	s = w.local(s)
	if e != none && w.eraYear != "" {
		s = fill(w.eraYear, "year", s)
	}
	switch e {
	case after:
		return fill(w.ad, "date", s)
	case before:
		return fill(w.bc, "date", s)
	}
	return s
}

// local writes a number in the language's digits.
func (w *language) local(number string) string {
	if w.zero == 0 {
		return number
	}
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return w.zero + r - '0'
		}
		return r
	}, number)
}

// fill puts values into a pattern with their names in braces.
func fill(pattern string, pairs ...string) string {
	for i := 0; i+1 < len(pairs); i += 2 {
		pattern = strings.Replace(pattern, "{"+pairs[i]+"}", pairs[i+1], 1)
	}
	return pattern
}
