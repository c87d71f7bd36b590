package publish

import (
	"slices"

	"barline/data/columns"
	"barline/data/edtf"
	"barline/timeline/scale"
	"barline/timeline/view"
)

// A page of many events shows them in lanes. Up to columns.Inline of them stand
// in the page, in words and as data; beyond that they are in a file of columns
// beside it, and the page says how many there are by month.

// month is how many events begin in a month, or in a year.
type month struct{ Time, Events string }

// mostMonths is how many rows they may take; beyond it years are counted.
const mostMonths = 360

// asColumns is the story as columns: those that the figure is drawn from, if it is.
func (b *build) asColumns(f view.Figure) (*columns.Table, error) {
	if table, ok := f.Events().(*columns.Table); ok {
		return table, nil
	}
	return columns.Of(b.story)
}

// months counts what begins in each month.
func (b *build) months(t *columns.Table) []month {
	type of struct{ year, month int }
	counts := map[of]int{}
	years := map[of]int{}
	for i := range t.Len() {
		from, _ := t.Span(i)
		year, m, _ := edtf.Civil(from)
		counts[of{year, m}]++
		years[of{year, 0}]++
	}
	if len(counts) > mostMonths {
		counts = years
	}
	var all []of
	for at := range counts {
		all = append(all, at)
	}
	slices.SortFunc(all, func(a, b of) int { return (a.year-b.year)*12 + a.month - b.month })
	var out []month
	for _, at := range all {
		t := scale.Tick{Unit: scale.Months, At: float64(edtf.Unix(at.year, max(1, at.month), 1)), Next: float64(edtf.Unix(at.year, at.month+1, 1))}
		if at.month == 0 {
			t.Unit, t.Next = scale.Years, float64(edtf.Unix(at.year+1, 1, 1))
		}
		out = append(out, month{b.words.Time(t), b.words.Events(counts[at])})
	}
	return out
}
