package filter_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"barline/internal/storytest"
	"barline/timeline/filter"
	"barline/timeline/words"
)

// Lists are in the order of their names, and a list of one or of hundreds is none.
func TestFiltersAreListsToChooseFrom(t *testing.T) {
	names := func(fs []filter.Filter) (all []string) {
		for _, f := range fs {
			all = append(all, f.Name)
			if !slices.IsSortedFunc(f.Options, func(a, b filter.Option) int {
				return strings.Compare(strings.ToLower(a.Label), strings.ToLower(b.Label))
			}) {
				t.Errorf("%s: %v are not in order", f.Name, f.Options)
			}
		}
		return all
	}
	if got, want := names(filter.Of(storytest.Story(t), words.English())), []string{"person", "place", "kind"}; !slices.Equal(got, want) {
		t.Errorf("the first story offers %v, want %v", got, want)
	}
	var b strings.Builder
	b.WriteString("barline: 1\nid: s\nheadline: H\npeople:\n")
	for i := range 301 {
		fmt.Fprintf(&b, "  - {id: p%d, name: P%d}\n", i, i)
	}
	b.WriteString("places: [{id: a, name: A}]\nevents:\n  - {title: A, date: 1961-05-03, people: [")
	for i := range 301 {
		fmt.Fprintf(&b, "p%d, ", i)
	}
	b.WriteString("]}\n")
	if got := names(filter.Of(storytest.Decode(t, b.String()), words.English())); got != nil {
		t.Errorf("301 people, one place and one kind are offered as %v", got)
	}
}
