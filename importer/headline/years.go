// Package headline names a story that has no headline of its own by its years, in the
// language of the story: "Timeline, 1914 to 1918", "Cronología, 44 a. C. – 14 d. C.".
package headline

import (
	"strconv"

	"barline/data/edtf"
	"barline/timeline/words"
	"barline/timeline/words/languages"
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

// leastBare is the first year that nobody takes for another where its era is not said:
// 79 could be 1979.
const leastBare = 100

// In says the years in a language, given by its BCP 47 tag. Where the language is not
// one of the interface's, it says no words but the years, if they need none, else
// English ones.
func (y Years) In(tag string) string {
	w, known := words.English(), tag == ""
	if l, err := languages.For(tag); err == nil && l.Known {
		w, known = l.Words, true
	}
	switch {
	case !y.dated:
		return w.UI.Timeline
	case known || y.from < leastBare:
		return w.HeadlineOfYears(y.from, y.to)
	case y.from == y.to:
		return strconv.Itoa(y.from)
	}
	return strconv.Itoa(y.from) + "–" + strconv.Itoa(y.to)
}
