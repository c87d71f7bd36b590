package state_test

import (
	"math"
	"testing"

	"barline/timeline/scale"
	"barline/timeline/state"
	"barline/timeline/view"
)

func TestDragMovesAtOnce(t *testing.T) {
	r := open(t)
	before, s := r.spans(), r.p.Scale(700, r.View())
	r.does(state.Drag{Px: 50})
	if got, want := r.spans()[0]-before[0], 50*s.SecondsPerPx(); math.Abs(got-want) > 1e-3 {
		t.Errorf("moved by %v s, want %v", got, want)
	}
	if r.Fitted() || r.Moving() {
		t.Errorf("fitted %v, moving %v", r.Fitted(), r.Moving())
	}
	r.does(state.Drag{Px: -50})
	if math.Abs(r.spans()[0]-before[0]) > 1e-3 {
		t.Errorf("dragged back to %v, want %v", r.spans(), before)
	}
}

// However far somebody drags, a part of the story stays in view.
func TestDragStaysNearTheStory(t *testing.T) {
	for _, px := range []float64{1e7, -1e7} {
		r := open(t)
		r.does(state.Drag{Px: px})
		first, last := r.p.Extent()
		from, to := r.Span()
		if shared := math.Min(to, last) - math.Max(from, first); shared < (to-from)/10-1 {
			t.Errorf("%v px: %v s of the story are in view", px, shared)
		}
	}
}

func TestMomentumEnds(t *testing.T) {
	r := open(t)
	r.does(state.ZoomBy{Factor: 8, AtPx: 300, Direct: true})
	before := r.spans()
	r.does(state.Fling{PxPerSecond: 1200})
	if !r.Moving() {
		t.Fatal("nothing moves")
	}
	r.waits(t, 3)
	if r.spans()[0] <= before[0] {
		t.Errorf("from %v to %v: not towards later", before, r.spans())
	}
}

func TestGrabStopsMomentum(t *testing.T) {
	r := open(t)
	r.does(state.ZoomBy{Factor: 8, AtPx: 300, Direct: true}, state.Fling{PxPerSecond: 1200}, state.Tick{Dt: 0.02}, state.Grab{})
	before := r.spans()
	if r.Moving() {
		t.Error("still moving under the finger")
	}
	if r.does(state.Tick{Dt: 1}); r.spans() != before {
		t.Error("moved under the finger")
	}
}

func TestASlowReleaseIsNoFling(t *testing.T) {
	r := open(t)
	if r.does(state.Fling{PxPerSecond: 20}); r.Moving() {
		t.Error("a slow release moves")
	}
}

func TestZoomByHandIsDirect(t *testing.T) {
	r := open(t)
	at := r.p.Scale(700, r.View()).Time(120)
	r.does(state.ZoomBy{Factor: 4, AtPx: 120, Direct: true})
	if r.Moving() {
		t.Error("a direct zoom glides")
	}
	if got := r.p.Scale(700, r.View()).Time(120); math.Abs(got-at) > 1 {
		t.Errorf("%v lies under the fingers, before it was %v", got, at)
	}
}

// Several presses on the button add up, however fast they come.
func TestZoomsAddUp(t *testing.T) {
	quick, slow := open(t), open(t)
	for range 3 {
		quick.does(state.ZoomBy{Factor: 1.5, AtPx: math.NaN()}, state.Tick{Dt: 0.01})
		slow.does(state.ZoomBy{Factor: 1.5, AtPx: math.NaN()})
		slow.waits(t, 3)
	}
	quick.waits(t, 3)
	for i := range 2 {
		if a, b := quick.spans()[i], slow.spans()[i]; math.Abs(a-b) > scale.Hour {
			t.Errorf("%v in a row, %v one by one", quick.spans(), slow.spans())
		}
	}
}

func TestFitReturns(t *testing.T) {
	r := open(t)
	first, last := r.p.Extent()
	r.does(state.ZoomBy{Factor: 20, AtPx: 600, Direct: true}, state.Drag{Px: -300}, state.Fit{})
	if !r.Fitted() || !r.Moving() {
		t.Errorf("fitted %v, moving %v", r.Fitted(), r.Moving())
	}
	r.waits(t, 3)
	if r.spans() != [2]float64{first, last} || !r.Fitted() {
		t.Errorf("fitted to %v, the story is %v to %v", r.spans(), first, last)
	}
}

func TestPanByAShareOfTheView(t *testing.T) {
	r := open(t)
	r.does(state.ZoomBy{Factor: 4, AtPx: 300, Direct: true})
	before := r.spans()
	r.does(state.PanBy{Share: 0.5})
	r.waits(t, 3)
	if got, want := r.spans()[0]-before[0], (before[1]-before[0])/2; math.Abs(got-want) > scale.Hour {
		t.Errorf("moved by %v s, want %v", got, want)
	}
}

func TestReducedMotionJumps(t *testing.T) {
	for _, msg := range []state.Msg{state.PanBy{Share: 0.3}, state.ZoomBy{Factor: 2, AtPx: 10}, state.Fling{PxPerSecond: 2000}, state.Fit{}, state.Select{ID: "embassy"}} {
		r := open(t)
		r.does(state.ZoomBy{Factor: 8, AtPx: 100, Direct: true}, state.Reduce{Motion: true}, msg)
		if r.Moving() {
			t.Errorf("%T moves", msg)
		}
	}
}

// What is under way when the reader asks for less motion ends at once.
func TestReducedMotionEndsWhatIsUnderWay(t *testing.T) {
	for _, msg := range []state.Msg{state.PanBy{Share: 0.3}, state.Fling{PxPerSecond: 2000}} {
		r := open(t)
		r.does(state.ZoomBy{Factor: 8, AtPx: 300, Direct: true}, msg, state.Reduce{Motion: true}, state.Tick{Dt: 1.0 / 60})
		if r.Moving() {
			t.Errorf("%T still moves a frame later", msg)
		}
	}
}

func TestWhatIsOpenedComesIntoView(t *testing.T) {
	for _, msg := range []state.Msg{state.Select{ID: "2025-12-02"}, state.Step{By: -5}, state.Toggle{ID: "2025-12-02"}} {
		r := open(t)
		r.does(state.ZoomBy{Factor: 8, AtPx: 100, Direct: true})
		if r.sees("2025-12-02") {
			t.Fatal("December is in view already")
		}
		r.does(msg)
		r.waits(t, 3)
		if r.Selected != "2025-12-02" || !r.sees("2025-12-02") {
			t.Errorf("%T: %q is open, in view: %v", msg, r.Selected, r.sees("2025-12-02"))
		}
		if _, ok := r.p.Figure(700, r.View()).EventBoxes("2025-12-02"); !ok {
			t.Errorf("%T: the open event is not in the picture", msg)
		}
	}
}

func TestWhatIsFocusedComesIntoView(t *testing.T) {
	r := open(t)
	r.does(state.ZoomBy{Factor: 8, AtPx: 100, Direct: true}, state.FocusStep{By: -1})
	r.waits(t, 3)
	if !r.sees("embassy") {
		t.Error("the focus is out of view")
	}
}

func TestWhatIsInViewStaysWhereItIs(t *testing.T) {
	r := open(t)
	before := r.spans()
	r.does(state.Select{ID: "2025-12-02"})
	if r.spans() != before || r.Moving() || !r.Fitted() {
		t.Errorf("opening what is in view moved the view to %v", r.spans())
	}
}

// Back on the calendar, what was opened meanwhile is in view.
func TestArrangingBackShowsWhatIsOpen(t *testing.T) {
	r := open(t)
	r.does(state.ZoomBy{Factor: 8, AtPx: 100, Direct: true}, state.Arrange{Arrangement: view.Compare},
		state.Select{ID: "2025-12-02", ByHand: true}, state.Arrange{Arrangement: view.Calendar})
	r.waits(t, 3)
	if !r.sees("2025-12-02") {
		t.Error("the open event is out of view")
	}
}

func TestSenselessMoves(t *testing.T) {
	for _, msg := range []state.Msg{
		state.ZoomBy{Factor: math.NaN()}, state.ZoomBy{Factor: math.Inf(1)}, state.ZoomBy{Factor: 0}, state.ZoomBy{Factor: -2},
		state.PanBy{Share: math.NaN()}, state.PanBy{Share: math.Inf(-1)}, state.Drag{Px: math.NaN()}, state.Drag{Px: math.Inf(1)},
		state.Fling{PxPerSecond: math.NaN()}, state.Fling{PxPerSecond: math.Inf(1)}, state.ZoomBy{Factor: 2, AtPx: math.Inf(1)},
		state.PanBy{Share: 1e300}, state.Drag{Px: 1e300}, state.ZoomBy{Factor: 2, AtPx: 1e300}, state.Fling{PxPerSecond: 1e300},
	} {
		r := open(t)
		r.does(msg, state.Tick{Dt: 1.0 / 60}, state.Tick{Dt: 1.0 / 60})
		from, to := r.Span()
		if !finite(from, to) || to <= from {
			t.Errorf("%T%+v: the view is %v to %v", msg, msg, from, to)
		}
	}
}
