package csvtree

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"barline/data/edtf"
)

// Years are the first and the last year of many dates. The zero Years is of none.
type Years struct {
	from, to int
	dated    bool
}

// Add takes the years of a date in.
func (y *Years) Add(d edtf.Date) {
	first, last := d.Earliest().Year(), d.Latest().Year()
	if !y.dated {
		y.from, y.to, y.dated = first, last, true
	}
	y.from, y.to = min(y.from, first), max(y.to, last)
}

// Headline names by its years a story that has no headline of its own.
func (y Years) Headline() string {
	first, last := yearWords(y.from), yearWords(y.to)
	switch {
	case !y.dated:
		return "Timeline"
	case first == last:
		return "Timeline, " + first
	}
	return "Timeline, " + first + " to " + last
}

// yearWords is a year as EDTF counts, as people say it.
func yearWords(year int) string {
	switch {
	case year >= 100:
		return strconv.Itoa(year)
	case year > 0:
		return strconv.Itoa(year) + " AD" // 79 alone could be 1979
	}
	return strconv.Itoa(1-year) + " BC"
}

// Shortened cuts a text that has more than so many characters at a word.
func Shortened(text string, most int) (short string, cut bool) {
	if utf8.RuneCountInString(text) <= most {
		return text, false
	}
	letters := 0
	for i := range text {
		if letters++; letters == most {
			text = text[:i]
			break
		}
	}
	if space := strings.LastIndexAny(text, " \t\n"); space > 0 {
		text = text[:space]
	}
	return strings.TrimRight(text, " ,;:.–-") + "…", true
}
