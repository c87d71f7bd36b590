package view_test

import (
	"math"
	"slices"
	"testing"

	"barline/timeline/view"
)

// A view without a span shows the whole story. 0 is a time like any other: the
// beginning of 1970.
func TestWhole(t *testing.T) {
	for _, c := range []struct {
		from, to float64
		whole    bool
	}{
		{0, 0, true}, {5, 5, true}, {9, 5, true}, {math.NaN(), 5, true},
		{0, 1, false}, {-1, 0, false}, {-3600, 3600, false}, {5, 9, false},
	} {
		if got := (view.View{From: c.from, To: c.to}).Whole(); got != c.whole {
			t.Errorf("from %v to %v shows the whole story: %t", c.from, c.to, got)
		}
	}
}

func TestArrangementsAreReadAsWritten(t *testing.T) {
	for _, a := range []view.Arrangement{view.Calendar, view.Compare} {
		if got, ok := view.ParseArrangement(a.String()); !ok || got != a {
			t.Errorf("%s is read as %s, %t", a, got, ok)
		}
	}
	if _, ok := view.ParseArrangement("upside-down"); ok {
		t.Error("there is an arrangement upside-down")
	}
}

func TestRung(t *testing.T) {
	if !slices.IsSorted(view.Ladder()) {
		t.Errorf("the ladder is not ascending: %v", view.Ladder())
	}
	for _, c := range [][2]float64{{10, 320}, {320, 320}, {343.5, 320}, {5000, 1600}} {
		if got := view.Rung(c[0]); got != c[1] {
			t.Errorf("in %v px stands the figure of %v, want %v", c[0], got, c[1])
		}
	}
}

func TestStepIndex(t *testing.T) {
	for _, c := range []struct{ n, i, by, want int }{
		{0, -1, 1, -1}, {0, -1, -1, -1}, {3, -1, 1, 0}, {3, -1, -1, 2}, {3, -1, 2, 1},
		{3, 0, 1, 1}, {3, 2, 1, 2}, {3, 0, -1, 0}, {3, 1, 9, 2}, {3, 1, -9, 0}, {3, 1, 0, 1},
	} {
		if got := view.StepIndex(c.n, c.i, c.by); got != c.want {
			t.Errorf("%d steps from %d of %d lead to %d, want %d", c.by, c.i, c.n, got, c.want)
		}
	}
}
