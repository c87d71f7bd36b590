package table_test

import (
	"slices"
	"testing"

	"barline/internal/storytest"
	"barline/timeline/table"
	"barline/timeline/words"
)

// A column that no event has anything in is left out, and cells stand under their names.
func TestTableHasTheColumnsThatSaySomething(t *testing.T) {
	s := storytest.Decode(t, "barline: 1\nid: s\nheadline: H\nplaces: [{id: v, name: Vienna}]\nevents:\n  - {id: a, title: Walk, date: 1961-05-03, duration: PT1H}\n  - {id: b, title: Rest, date: 1961-05-04, place: v}\n")
	got := table.Of(s, words.English())
	if want := []string{"Length", "Place"}; !slices.Equal(got.Columns(), want) {
		t.Fatalf("the columns are %v, want %v", got.Columns(), want)
	}
	rows := got.Rows()
	if len(rows) != 2 || got.Len() != 2 || rows[0].ID != "a" || rows[0].Title != "Walk" || rows[0].When != "3 May 1961" {
		t.Errorf("%+v", rows)
	}
	if !slices.Equal(rows[0].Cells, []string{"1 hour", ""}) || !slices.Equal(rows[1].Cells, []string{"", "Vienna"}) {
		t.Errorf("the cells are %q and %q", rows[0].Cells, rows[1].Cells)
	}
}
