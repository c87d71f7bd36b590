package state_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"barline/data/edtf"
	"barline/timeline/state"
	"barline/timeline/view"
)

// told is what a picture shows of a step.
type told struct {
	Pointed, Selected string
	Arrangement       view.Arrangement
	Span              [2]float64
	Fitted            bool
}

func (r *reader) told() told {
	return told{r.Pointed, r.Selected, r.Arrangement, r.spans(), r.Fitted()}
}

func TestTell(t *testing.T) {
	r := open(t)
	r.does(state.Reduce{Motion: true})
	whole := r.spans()
	from, to := bounds(t, "2025-04-25/2025-08-06")
	for _, c := range []struct {
		steps []string
		want  told
	}{
		{[]string{"2025-02"}, told{Pointed: "2025-02", Span: whole, Fitted: true}}, // a date, too, but first of all an event
		{[]string{"2025-02", "compare"}, told{Arrangement: view.Compare, Span: whole, Fitted: true}},
		{[]string{"2025-02", "compare", "2025-12-02"}, told{Pointed: "2025-12-02", Arrangement: view.Compare, Span: whole, Fitted: true}},
		{[]string{"compare", "2025-04-25/2025-08-06"}, told{Span: [2]float64{from, to}}},
		{[]string{"compare", "2025-04-25/2025-08-06", "2025-08-06"}, told{Pointed: "2025-08-06", Span: [2]float64{from, to}}},
		{[]string{"compare", "2025-04-25/2025-08-06", "2025-08-06", "fit"}, told{Span: whole, Fitted: true}},
		{nil, told{Span: whole, Fitted: true}},
	} {
		effects := r.does(state.Tell{Steps: c.steps})
		if diff := cmp.Diff(c.want, r.told()); diff != "" {
			t.Errorf("%q: %s", c.steps, diff)
		}
		for _, e := range effects {
			if _, isArranged := e.(state.Arranged); !isArranged {
				t.Errorf("%q asks for %#v", c.steps, e)
			}
		}
	}
	r.does(state.Tell{Begin: view.Compare})
	if r.Arrangement != view.Compare {
		t.Error("before the first step it does not compare, as it did at first")
	}
	if effects := r.does(state.Tell{Steps: []string{"2025-02", "nobody"}}); !slices.Contains(effects, state.Effect(state.Untold{Step: "nobody"})) || r.Pointed != "" {
		t.Errorf("an unknown step asks for %#v and points to %q", effects, r.Pointed)
	}
}

func bounds(t *testing.T, date string) (from, to float64) {
	t.Helper()
	d, err := edtf.Parse(date)
	if err != nil {
		t.Fatal(err)
	}
	first, end := d.Bounds()
	return float64(first), float64(end)
}

// What the reader opens stays until the next step, which closes it without a word.
func TestTellAndReader(t *testing.T) {
	r := open(t)
	r.does(state.Tell{Steps: []string{"2025-02"}}, state.Select{ID: "embassy", ByHand: true})
	if r.Pointed != "" || r.Selected != "embassy" {
		t.Errorf("opened by hand, %q is open and %q pointed at", r.Selected, r.Pointed)
	}
	effects := r.does(state.Tell{Steps: []string{"2025-02", "2025-03"}})
	if diff := cmp.Diff([]state.Effect{state.Selected{}}, effects); diff != "" || r.Selected != "" || r.Pointed != "2025-03" {
		t.Errorf("the next step leaves %q open, points to %q and asks for %s", r.Selected, r.Pointed, diff)
	}
}

// Steps show the same from wherever the reader comes to them.
func TestTellGoesBack(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		r := open(t)
		r.does(state.Reduce{Motion: true})
		steps := rapid.SliceOfN(rapid.SampledFrom([]string{"fit", "compare", "2025-02", "2025-12-02", "embassy", "2025-04/2025-08", "2025-11", "nobody"}), 1, 8).Draw(rt, "steps")
		var down []told
		for i := range len(steps) + 1 {
			r.does(state.Tell{Steps: steps[:i]})
			down = append(down, r.told())
		}
		for i := len(steps); i >= 0; i-- {
			if rapid.Bool().Draw(rt, "the reader does something") {
				r.does(state.PanBy{Share: 0.3}, state.Select{ID: "embassy", ByHand: true})
			}
			r.does(state.Tell{Steps: steps[:i]})
			if diff := cmp.Diff(down[i], r.told()); diff != "" {
				rt.Fatalf("back at step %d it is another: %s", i, diff)
			}
		}
	})
}
