package state_test

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"barline/internal/storytest"
	"barline/timeline/figure/lengths"
	"barline/timeline/state"
	"barline/timeline/view"
)

// reader is a model with its picture, and remembers what was asked of the
// surroundings.
type reader struct {
	state.Model
	p       *lengths.Picture
	effects []state.Effect
}

func open(t storytest.TB) *reader {
	p := storytest.Picture(t)
	return &reader{Model: state.New(p, 700), p: p}
}

// does sends messages and returns the effects of all of them.
func (r *reader) does(msgs ...state.Msg) []state.Effect {
	r.effects = nil
	for _, msg := range msgs {
		var effects []state.Effect
		r.Model, effects = r.Model.Update(r.p, msg)
		r.effects = append(r.effects, effects...)
	}
	return r.effects
}

// waits lets time pass until nothing moves; it fails if that takes too long.
func (r *reader) waits(t *testing.T, seconds float64) {
	t.Helper()
	for at := 0.0; r.Moving(); at += 1.0 / 60 {
		if at > seconds {
			t.Fatalf("still moving after %v s", seconds)
		}
		r.does(state.Tick{Dt: 1.0 / 60})
	}
}

func (r *reader) spans() [2]float64 {
	from, to := r.Span()
	return [2]float64{from, to}
}

// sees reports whether the middle of an event's date is in view.
func (r *reader) sees(id string) bool {
	a, b := r.p.Story().Event(r.p.Story().Index(id)).Date.Bounds()
	middle := (float64(a) + float64(b)) / 2
	from, to := r.Span()
	return middle >= from && middle <= to
}

func TestSelectOpensAndCloses(t *testing.T) {
	r := open(t)
	for _, c := range []struct {
		msg     state.Msg
		open    string
		effects []state.Effect
	}{
		{state.Select{ID: "2025-02", ByHand: true}, "2025-02", []state.Effect{state.Selected{ID: "2025-02", ByHand: true}, state.Announce{Text: "The first visit of the year. February 2025, day not given"}}},
		// What is open already is not opened again.
		{state.Select{ID: "2025-02", ByHand: true}, "2025-02", nil},
		{state.Select{ID: "embassy"}, "embassy", []state.Effect{state.Selected{ID: "embassy"}, state.Announce{Text: "Briefing at the U.S. Embassy. About 3 December 2025 (from outside the report)"}}},
		{state.Select{ID: "nobody"}, "", []state.Effect{state.Selected{}, state.Announce{Text: "Closed"}}},
		{state.Select{ID: "nobody"}, "", nil},
		{state.Select{}, "", nil},
		{state.Toggle{ID: "2025-03"}, "2025-03", []state.Effect{state.Selected{ID: "2025-03", ByHand: true}, state.Announce{Text: "A long wait, reportedly. March 2025, day not given"}}},
		{state.Toggle{ID: "2025-03"}, "", []state.Effect{state.Selected{ByHand: true}, state.Announce{Text: "Closed"}}},
		{state.Toggle{ID: "nobody"}, "", nil},
	} {
		effects := r.does(c.msg)
		if r.Selected != c.open {
			t.Errorf("%T%+v: %q is open, want %q", c.msg, c.msg, r.Selected, c.open)
		}
		if diff := cmp.Diff(c.effects, effects); diff != "" {
			t.Errorf("%T%+v (-want +got):\n%s", c.msg, c.msg, diff)
		}
	}
}

func TestStepStopsAtTheEnds(t *testing.T) {
	for _, c := range []struct {
		from string
		by   int
		want string
	}{
		{"", 1, "2025-02"}, {"", -1, "embassy"}, {"", 3, "2025-04-11"}, {"", 99, "embassy"}, {"", -99, "2025-02"}, {"", 0, ""},
		{"2025-02", 1, "2025-03"}, {"2025-02", -1, "2025-02"}, {"embassy", 1, "embassy"}, {"embassy", -1, "zelensky-dublin"},
		{"2025-03", 99, "embassy"}, {"2025-03", -99, "2025-02"}, {"2025-03", 0, "2025-03"},
	} {
		r := open(t)
		r.does(state.Select{ID: c.from})
		effects := r.does(state.Step{By: c.by, ByHand: true})
		if r.Selected != c.want {
			t.Errorf("from %q by %d: %q, want %q", c.from, c.by, r.Selected, c.want)
		}
		if (len(effects) > 0) != (c.from != c.want) {
			t.Errorf("from %q by %d: effects %v", c.from, c.by, effects)
		}
	}
}

func TestFocusStep(t *testing.T) {
	r := open(t)
	for _, c := range []struct {
		by      int
		focused string
		effects []state.Effect
	}{
		{1, "2025-02", []state.Effect{state.Focused{ID: "2025-02"}}},
		{-1, "2025-02", nil},
		{1, "2025-03", []state.Effect{state.Focused{ID: "2025-03"}}},
		{99, "embassy", []state.Effect{state.Focused{ID: "embassy"}}},
		{1, "embassy", nil},
		{-99, "2025-02", []state.Effect{state.Focused{ID: "2025-02"}}},
	} {
		effects := r.does(state.FocusStep{By: c.by})
		if diff := cmp.Diff(c.effects, effects); diff != "" || r.Focused != c.focused || r.Selected != "" {
			t.Errorf("by %d: focus on %q, open %q\n%s", c.by, r.Focused, r.Selected, diff)
		}
	}
}

func TestFocusStepFromNowhere(t *testing.T) {
	for by, want := range map[int]string{1: "2025-02", -1: "embassy"} {
		r := open(t)
		r.does(state.FocusStep{By: by})
		if r.Focused != want {
			t.Errorf("by %d: %q, want %q", by, r.Focused, want)
		}
	}
	r := open(t)
	if effects := r.does(state.FocusStep{By: 0}); r.Focused != "" || effects != nil {
		t.Errorf("by nothing: %q, %v", r.Focused, effects)
	}
}

func TestAnOpenPopoverFollowsTheFocus(t *testing.T) {
	r := open(t)
	r.does(state.Focus{ID: "2025-02"}, state.Select{ID: "2025-02", ByHand: true})
	effects := r.does(state.FocusStep{By: 1})
	want := []state.Effect{state.Focused{ID: "2025-03"}, state.Selected{ID: "2025-03", ByHand: true}, state.Announce{Text: "A long wait, reportedly. March 2025, day not given"}}
	if diff := cmp.Diff(want, effects); diff != "" || r.Selected != "2025-03" {
		t.Errorf("%q is open\n%s", r.Selected, diff)
	}
}

func TestHoverAndFocusKnowOnlyEvents(t *testing.T) {
	r := open(t)
	r.does(state.Hover{ID: "embassy"}, state.Focus{ID: "2025-03"})
	if r.Hovered != "embassy" || r.Focused != "2025-03" {
		t.Errorf("hovered %q, focused %q", r.Hovered, r.Focused)
	}
	if v := r.View(); v.Hovered != "embassy" || v.Focused != "2025-03" {
		t.Errorf("layout is asked for %+v", v)
	}
	r.does(state.Hover{ID: "nobody"}, state.Focus{ID: "nobody"})
	if r.Hovered != "" || r.Focused != "" {
		t.Errorf("hovered %q, focused %q", r.Hovered, r.Focused)
	}
}

func TestArrangeIsReportedOnce(t *testing.T) {
	r := open(t)
	want := []state.Effect{state.Arranged{Arrangement: view.Compare}, state.Announce{Text: "Bars side by side, longest first"}}
	if diff := cmp.Diff(want, r.does(state.Arrange{Arrangement: view.Compare}, state.Arrange{Arrangement: view.Compare})); diff != "" {
		t.Error(diff)
	}
}

// Side by side there is no calendar to move.
func TestComparedBarsDoNotPan(t *testing.T) {
	r := open(t)
	r.does(state.Arrange{Arrangement: view.Compare})
	before := r.spans()
	r.does(state.Drag{Px: 100}, state.Fling{PxPerSecond: 900}, state.PanBy{Share: 0.5}, state.ZoomBy{Factor: 2, AtPx: 100, Direct: true}, state.Select{ID: "2025-02"}, state.Tick{Dt: 1})
	if r.spans() != before || r.Moving() {
		t.Errorf("the view moved from %v to %v", before, r.spans())
	}
}

func TestResizeKeepsTheView(t *testing.T) {
	r := open(t)
	r.does(state.ZoomBy{Factor: 3, AtPx: 200, Direct: true}, state.Select{ID: "2025-03"})
	r.waits(t, 3)
	before := r.spans()
	r.does(state.Resize{WidthPx: 360})
	if r.spans() != before || r.WidthPx != 360 || r.Selected != "2025-03" {
		t.Errorf("%v at %v px, %q is open", r.spans(), r.WidthPx, r.Selected)
	}
}

func TestTickAtRestChangesNothing(t *testing.T) {
	r := open(t)
	r.does(state.Select{ID: "2025-03"}, state.Hover{ID: "embassy"})
	before := r.Model
	for _, dt := range []float64{0, 1.0 / 60, 1, 3600} {
		if effects := r.does(state.Tick{Dt: dt}); effects != nil || r.Model != before {
			t.Fatalf("%v s later: %+v, %v", dt, r.Model, effects)
		}
	}
}

func TestTickAtRestAllocatesNothing(t *testing.T) {
	r := open(t)
	m, p := r.Model, r.p
	var tick state.Msg = state.Tick{Dt: 1.0 / 60}
	if n := testing.AllocsPerRun(100, func() { m, _ = m.Update(p, tick) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func finite(v ...float64) bool {
	for _, x := range v {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return false
		}
	}
	return true
}
