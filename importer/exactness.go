package importer

import (
	"strings"

	"barline/data/edtf"
	"barline/importer/columns"
	"barline/importer/draft"
	"barline/importer/sheet"
)

// exactness is a column of codes that say how much of a row's date is known, as tables
// of incidents have one beside days that are always written whole.
type exactness struct {
	column int
	grains []grain // by code, from 1
	name   string
	counts map[grain]int
	line   int // the first that is not exact
}

// grain is how much of a date is known.
type grain uint8

const (
	toTheDay grain = iota
	aboutTheDay
	toTheMonth
	toTheYear
)

func (g grain) String() string {
	return [...]string{"known to the day", "about the day", "known to the month", "known to the year"}[g]
}

// exactnessOf finds the column, nil if there is none: time_precision of ACLED, in which
// 1 is the day, 2 the week and 3 the month; date_prec of UCDP's events, in which 1 is the
// day, 2 some days, 3 a week, 4 a month and 5 a year.
func exactnessOf(s *sheet.Sheet, m *columns.Mapping) *exactness {
	if len(m.Dates) == 0 {
		return nil
	}
	for i, name := range s.Columns {
		e := &exactness{column: i, name: columns.Label(s, i), counts: map[grain]int{}}
		switch strings.ReplaceAll(strings.ReplaceAll(strings.ToLower(strings.TrimSpace(name)), " ", "_"), "-", "_") {
		case "time_precision":
			e.grains = []grain{toTheDay, aboutTheDay, toTheMonth}
		case "date_prec", "date_precision":
			e.grains = []grain{toTheDay, aboutTheDay, aboutTheDay, toTheMonth, toTheYear}
		default:
			continue
		}
		if m.Fields[i] == columns.None && e.fits(s) {
			m.How[i] = "used for how much of the dates is known"
			return e
		}
	}
	return nil
}

// fits reports whether all values are codes, and there are some.
func (e *exactness) fits(s *sheet.Sheet) bool {
	any := false
	for _, row := range s.Rows {
		if text := cell(row, e.column).Text; text != "" {
			if _, ok := e.grain(text); !ok {
				return false
			}
			any = true
		}
	}
	return any
}

func (e *exactness) grain(code string) (grain, bool) {
	code = strings.TrimSuffix(code, ".0")
	if len(code) != 1 || code[0] < '1' || int(code[0]-'1') >= len(e.grains) {
		return 0, false
	}
	return e.grains[code[0]-'1'], true
}

// apply makes a date say no more than is known of it. Of a beginning and an end the
// event was on one of the days between them.
func (e *exactness) apply(row sheet.Row, m *moment) {
	if e == nil {
		return
	}
	g, ok := e.grain(cell(row, e.column).Text)
	d, err := edtf.Parse(m.date)
	if !ok || g == toTheDay || err != nil || d.IsSet() || d.Patterned() || d.Approximate() || d.Uncertain() {
		return
	}
	text := m.date
	if first, last, ok := strings.Cut(m.date, "/"); ok {
		if len(first) != len("2020-01-02") || len(last) != len(first) {
			return
		}
		text = betweenDays(first, last)
	} else if len(text) < len("2020-01-02") || strings.HasPrefix(text, "-") || strings.HasPrefix(text, "Y") {
		return
	} else {
		text = text[:len("2020-01-02")]
		switch g {
		case aboutTheDay:
			text += "~"
		case toTheMonth:
			text = text[:len("2020-01")]
		case toTheYear:
			text = text[:len("2020")]
		}
	}
	if _, err := edtf.Parse(text); err != nil {
		return
	}
	if m.date = text; e.line == 0 {
		e.line = row.Line
	}
	e.counts[g]++
}

// betweenDays is one of the days from one to another; if they are all of a month or a
// year, that.
func betweenDays(first, last string) string {
	for _, n := range []int{len("2020"), len("2020-01")} {
		whole, err := edtf.Parse(first[:n])
		from, errFrom := edtf.Parse(first)
		to, errTo := edtf.Parse(last)
		if err != nil || errFrom != nil || errTo != nil {
			break
		}
		begin, end := whole.Bounds()
		firstBegin, _ := from.Bounds()
		_, lastEnd := to.Bounds()
		if begin == firstBegin && end == lastEnd {
			return first[:n]
		}
	}
	return "[" + first + ".." + last + "]"
}

// remarks say how many dates say less than was written.
func (e *exactness) remarks() []draft.Remark {
	if e == nil {
		return nil
	}
	var parts []string
	for g := aboutTheDay; g <= toTheYear; g++ {
		if n := e.counts[g]; n > 0 {
			parts = append(parts, count(n, "date is ", "dates are ")+g.String())
		}
	}
	if len(parts) == 0 {
		return nil
	}
	return []draft.Remark{{Line: e.line, Column: e.name, Kind: draft.Decided, Text: "says how much of the dates is known: " + strings.Join(parts, ", ")}}
}
