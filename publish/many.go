package publish

import (
	"slices"
	"strings"

	"barline/data"
	"barline/data/columns"
	"barline/data/edtf"
	"barline/timeline/scale"
	"barline/timeline/view"
)

// A page of many events shows them in lanes. Up to columns.Inline of them stand
// in the page, in words and as data; beyond that they are in a file of columns
// beside it, and the page says how many there are by month.

// filter is a choice among what many events are sought by.
type filter struct {
	Name, Label, All string
	Options          []option
}

type option struct{ Value, Label string }

// mostOptions is how many a list may have that somebody can choose from.
// Beyond it they are sought by their names.
const mostOptions = 300

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

// filters offers what there is to choose from.
func (b *build) filters() []filter {
	ui := b.words.UI
	var all []filter
	offer := func(f filter) {
		if len(f.Options) < 2 || len(f.Options) > mostOptions {
			return
		}
		slices.SortStableFunc(f.Options, func(a, b option) int { return strings.Compare(strings.ToLower(a.Label), strings.ToLower(b.Label)) })
		all = append(all, f)
	}
	people, places := filter{Name: "person", Label: ui.Person, All: ui.AnyPerson}, filter{Name: "place", Label: ui.Place, All: ui.AnyPlace}
	for _, p := range b.story.People() {
		people.Options = append(people.Options, option{p.ID, p.Name})
	}
	for _, p := range b.story.Places() {
		places.Options = append(places.Options, option{p.ID, p.Name})
	}
	offer(people)
	offer(places)
	kinds := filter{Name: "kind", Label: ui.Kind, All: ui.AnyKind}
	seen := map[string]bool{}
	for i := range b.story.Len() {
		seen[b.story.Event(i).Kind.String()] = true
	}
	for _, k := range append(b.story.Kinds(), data.Meeting(), data.Context(), data.Kind{}) {
		if seen[k.String()] {
			delete(seen, k.String()) // the story may declare a built-in kind anew
			kinds.Options = append(kinds.Options, option{k.String(), b.words.Sentence(b.words.KindPlural(k))})
		}
	}
	offer(kinds)
	return all
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
