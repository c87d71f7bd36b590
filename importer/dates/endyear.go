package dates

import (
	"fmt"
	"strconv"
	"strings"

	"barline/data/edtf"
)

// longestShort is how many years may lie between a beginning and an end whose year is
// written in two digits.
const longestShort = 50

// EndYear completes the year of an end that is two digits, 45, by the year in which its
// row begins, EDTF: the first that ends so from then on, 1945 after 1939 and 1902 after
// 1899. ok is false where that is more than fifty years later, and where the digits are
// not two.
func EndYear(begin, digits string) (year string, ok bool) {
	first, ok := firstYear(begin)
	digits = strings.TrimSuffix(strings.TrimSpace(digits), ".0")
	if !ok || len(digits) != 2 || !allDigits(digits) {
		return "", false
	}
	n := first - first%100 + atoi(digits)
	if n < first {
		n += 100
	}
	if n > first+longestShort || n > 9999 {
		return "", false
	}
	return strconv.Itoa(n), true
}

// firstYear is the year of a beginning of four digits.
func firstYear(begin string) (int, bool) {
	date, err := edtf.Parse(begin)
	if err != nil || date.IsInterval() || date.IsSet() || date.Patterned() {
		return 0, false
	}
	return date.Year(), date.Year() >= 1000 && date.Year() <= 9999
}

// EndAfter reads the end of a stretch whose year is written in two digits, 45 or 2.9.45,
// by the year in which it begins, as [EndYear] does. ok is false for other ends, where
// the options say the century, and where the beginning does not decide.
func EndAfter(begin, written string, o Options) (r Read, ok bool) {
	text := strings.TrimSpace(written)
	if o.Century != 0 || !mayBeShort(text) {
		return Read{}, false
	}
	first, ok := firstYear(begin)
	if !ok {
		return Read{}, false
	}
	var seen evidence
	o.Century = first
	r, err := parse(text, &o, &seen)
	if err != nil || len(seen.shorts) != 1 {
		return Read{}, false
	}
	date, err := edtf.Parse(r.EDTF)
	if err != nil || date.IsInterval() || date.IsSet() || date.Patterned() || date.Year() < first || date.Year() > first+longestShort {
		return Read{}, false
	}
	r.Remark = strings.Trim(r.Remark+fmt.Sprintf("; %02d was read as %d, by the year in which it began", seen.shorts[0], date.Year()), "; ")
	return r, true
}

// mayBeShort reports whether a text has digits and no more than two together.
func mayBeShort(s string) bool {
	run, any := 0, false
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			run = 0
			continue
		}
		any = true
		if run++; run > 2 {
			return false
		}
	}
	return any
}

// WithEndYear is an end with the year in full that its beginning decides, in whatever
// order both are written: 2.9.45 after 1.9.1939 is 2.9.1945. An end that [EndAfter] does
// not read stays as it is.
func WithEndYear(begin, end string, o Options) string {
	end = strings.TrimSpace(end)
	if o.Century != 0 || !mayBeShort(end) || len(end) < 2 || !allDigits(end[len(end)-2:]) {
		return end
	}
	orders := []Order{o.Order}
	if o.Order == AnyOrder {
		orders = []Order{AnyOrder, DayFirst, MonthFirst}
	}
	for _, order := range orders {
		o.Order = order
		b, err := Parse(begin, o)
		if err != nil {
			continue
		}
		r, ok := EndAfter(b.EDTF, end, o)
		if !ok {
			continue
		}
		date, err := edtf.Parse(r.EDTF)
		if year := strconv.Itoa(date.Year()); err == nil && year[2:] == end[len(end)-2:] {
			return strings.TrimRight(end[:len(end)-2], "'’") + year
		}
	}
	return end
}
