package wikidata

import (
	"fmt"
	"strconv"
	"strings"

	"barline/importer/draft"
	"barline/importer/shapes/said"
	"barline/importer/shapes/when"
)

// reading is how the times of a column are read.
type reading struct {
	precision string // the column that says how much is known, or ""
	years     bool   // 1 January stands for its year
	clocks    bool   // times of day say something
}

// The precisions of Wikidata: 6 millennium, 7 century, 8 decade, 9 year, 10 month,
// 11 day.
const (
	millennium = 6
	century    = 7
	decade     = 8
	year       = 9
	month      = 10
)

// survey looks at the values of a column; ok is false if it has no times.
func (t *Table) survey(name string, log *said.Log) (r reading, ok bool) {
	times, january, clocks := 0, 0, 0
	for _, row := range t.rows {
		v := row.values[name]
		if !v.timed {
			continue
		}
		times++
		if v.at.Month == 1 && v.at.Day == 1 && !(v.at.Clock && !v.at.Midnight()) {
			january++
		}
		if v.at.Clock && !v.at.Midnight() {
			clocks++
		}
	}
	if times == 0 {
		return r, false
	}
	r.clocks = clocks > 0
	r.precision = t.precisionOf(name)
	switch {
	case r.precision != "":
		log.Say(draft.Remark{Kind: draft.Decided, Column: name, Text: "the column " + r.precision + " says how much of the dates is known"})
	case january == 0:
	case january == times:
		r.years = true
		log.Say(draft.Remark{Kind: draft.Decided, Column: name, Text: "all dates are 1 January, by which Wikidata means the year, and are read as years"})
	case january*often > times:
		// By chance one date in 365 is 1 January.
		r.years = true
		log.Say(draft.Remark{Kind: draft.Decided, Column: name, Text: fmt.Sprintf("%d of %d dates are 1 January, more than by chance, and are read as years; with a column of precisions the query would say which are", january, times)})
	default:
		log.Say(draft.Remark{Kind: draft.Decided, Column: name, Text: fmt.Sprintf("%d of %d dates are 1 January, as by chance, and are read as days", january, times)})
	}
	return r, true
}

// often: more than one date in so many is more than chance.
const often = 60

// precisionOf is the column of precisions that belongs to a column of times.
func (t *Table) precisionOf(name string) string {
	var found []string
	for _, other := range t.names {
		if lower := strings.ToLower(other); strings.Contains(lower, "prec") && t.isPrecision(other) {
			if strings.HasPrefix(lower, strings.ToLower(name)) {
				return other
			}
			found = append(found, other)
		}
	}
	if len(found) == 1 && !t.claimed(found[0], name) {
		return found[0]
	}
	return ""
}

// claimed reports whether a column of precisions is named after another column.
func (t *Table) claimed(precision, not string) bool {
	for _, name := range t.names {
		if name != not && name != precision && strings.HasPrefix(strings.ToLower(precision), strings.ToLower(name)) {
			return true
		}
	}
	return false
}

func (t *Table) isPrecision(name string) bool {
	seen := false
	for _, r := range t.rows {
		v, ok := r.values[name]
		if !ok {
			continue
		}
		if n, err := strconv.Atoi(v.text); err != nil || n < 0 || n > 14 {
			return false
		}
		seen = true
	}
	return seen
}

// date is a value in EDTF, or "" if there is no such date.
func (r reading) date(v value, row row) string {
	m := v.at
	known := 11
	switch {
	case r.precision != "":
		if n, err := strconv.Atoi(row.values[r.precision].text); err == nil {
			known = n
		}
	case r.years && m.Month == 1 && m.Day == 1:
		known = year
	}
	switch {
	case known <= year:
		return roundYear(m.Year, known)
	case known == month:
		m = when.Moment{Year: m.Year, Month: m.Month}
	case !r.clocks || m.Midnight():
		m = m.Date()
	}
	text, err := m.EDTF()
	if err != nil {
		return ""
	}
	return text
}

// roundYear is a year, decade, century or millennium in EDTF. A century of Wikidata
// is counted as people count it: 1801 to 1900 are the 19th, which EDTF writes 18XX.
func roundYear(y int64, known int) string {
	text, err := when.Moment{Year: y}.EDTF()
	if err != nil {
		return ""
	}
	switch {
	case known >= year || y > 9999 || y < -9999:
		return text
	case y < 1:
		return text + "~" // centuries before Christ are not those of EDTF's digits
	case known == decade:
		return text[:3] + "X"
	case known == century:
		return fmt.Sprintf("%02dXX", (y-1)/100)
	case known == millennium:
		return fmt.Sprintf("%dXXX", (y-1)/1000)
	}
	return ""
}
