package viewer_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"barline/internal/storytest"
	"barline/scene"
	"barline/timeline/state"
	"barline/timeline/view"
	"barline/timeline/viewer"
)

const frame = 1.0 / 60

// open shows the story of 2025, opening animation past.
func open(t storytest.TB, widthPx float64) *viewer.Viewer {
	t.Helper()
	return viewer.New(storytest.Picture(t), widthPx, view.Calendar, false)
}

// settles lets time pass until nothing moves, and says if it never does.
func settles(t storytest.TB, v *viewer.Viewer) {
	t.Helper()
	// Play reads ten captions; nothing takes longer.
	for seconds := 0.0; v.Moving(); seconds += frame {
		if v.Advance(frame); seconds > 300 {
			t.Fatal("it moves for ever")
		}
	}
	rests(t, v)
}

// rests checks that what is shown is the scene that was aimed at.
func rests(t storytest.TB, v *viewer.Viewer) {
	t.Helper()
	if v.Moving() {
		t.Fatal("it moves")
	}
	if diff := cmp.Diff(v.Settled(), v.Scene()); diff != "" {
		t.Fatalf("at rest, the scene on show is not the settled one (-settled +shown):\n%s", diff)
	}
}

func TestNewShowsTheFigureAtOnce(t *testing.T) {
	p := storytest.Picture(t)
	v := viewer.New(p, 700, view.Compare, false)
	rests(t, v)
	if v.Scene().Dump() != p.Figure(700, view.View{Arrangement: view.Compare, From: v.Scale().From, To: v.Scale().To}).Dump() {
		t.Error("it is another figure")
	}
}

func TestOpenGrows(t *testing.T) {
	v := open(t, 1200)
	tall := height(t, v, "2025-02")
	v.Open()
	if !v.Opening() || !v.Moving() {
		t.Fatal("it does not open")
	}
	last := -1.0
	for seconds := 0.0; v.Opening(); seconds += frame {
		if seconds > 2 {
			t.Fatal("opening takes more than two seconds")
		}
		now := height(t, v, "2025-02")
		if now < last || now > tall {
			t.Fatalf("the bar grew from %v to %v of %v px", last, now, tall)
		}
		last = now
		v.Advance(frame)
	}
	settles(t, v)
	if got := height(t, v, "2025-02"); got != tall {
		t.Errorf("in the end the bar is %v px high, not %v", got, tall)
	}
}

func height(t *testing.T, v *viewer.Viewer, event string) float64 {
	t.Helper()
	b, ok := v.Scene().EventBoxes(event)
	if !ok {
		t.Fatalf("%s is not shown", event)
	}
	return b.Bar.H
}

// Whatever the reader does ends the opening; what merely happens does not.
func TestOpeningEndsByHand(t *testing.T) {
	for _, c := range []struct {
		msg  state.Msg
		ends bool
	}{
		{state.Hover{ID: "2025-02"}, false}, {state.Hover{}, false}, {state.Focus{}, false}, {state.Tick{Dt: frame}, false}, {state.Reduce{}, false},
		// The keyboard is a hand.
		{state.Focus{ID: "2025-02"}, true},
		{state.Select{ID: "2025-02"}, true}, {state.Select{ByHand: true}, true}, {state.Toggle{ID: "embassy"}, true}, {state.Step{By: 1}, true},
		{state.FocusStep{By: 1}, true}, {state.Arrange{Arrangement: view.Compare}, true}, {state.Drag{Px: 20}, true}, {state.Grab{}, true},
		{state.PanBy{Share: 0.2}, true}, {state.ZoomBy{Factor: 2, AtPx: 100}, true}, {state.Fit{}, true}, {state.Play{}, true}, {state.Stop{}, true},
		// Someone who asks for less motion means this motion too.
		{state.Reduce{Motion: true}, true},
	} {
		v := open(t, 1200)
		v.Open()
		v.Advance(frame)
		v.Send(c.msg)
		if v.Opening() == c.ends {
			t.Errorf("after %T%+v it is opening: %v", c.msg, c.msg, v.Opening())
		}
	}
}

// Resizing shows everything at its new place, without a journey there.
func TestResizeCuts(t *testing.T) {
	for name, before := range map[string]state.Msg{"at rest": state.Hover{}, "in a glide": state.Arrange{Arrangement: view.Compare}} {
		v := open(t, 1200)
		v.Send(before)
		v.Send(state.Resize{WidthPx: 360})
		if v.Scene().WidthPx != 360 {
			t.Errorf("%s: it is %v px wide", name, v.Scene().WidthPx)
		}
		rests(t, v)
	}
	v := open(t, 1200)
	v.Open()
	v.Send(state.Resize{WidthPx: 360})
	rests(t, v)
}

func TestArrangeGlides(t *testing.T) {
	v := open(t, 1200)
	start := v.Settled()
	v.Send(state.Arrange{Arrangement: view.Compare})
	if !v.Moving() {
		t.Fatal("it does not glide")
	}
	if v.Settled() == start {
		t.Error("the settled scene is still the one before")
	}
	// Half-way a bar is at neither end: the eye can follow it.
	for range 20 {
		v.Advance(frame)
	}
	was, _ := start.EventBoxes("2025-04-11")
	is, _ := v.Scene().EventBoxes("2025-04-11")
	goal, _ := v.Settled().EventBoxes("2025-04-11")
	if is.Bar == was.Bar || is.Bar == goal.Bar {
		t.Errorf("half-way the bar is at %v, between %v and %v", is.Bar, was.Bar, goal.Bar)
	}
	settles(t, v)
}

func TestReducedMotionCuts(t *testing.T) {
	v := viewer.New(storytest.Picture(t), 1200, view.Calendar, true)
	v.Open()
	rests(t, v)
	for _, m := range []state.Msg{state.Arrange{Arrangement: view.Compare}, state.Arrange{}, state.Select{ID: "2025-03"}, state.Hover{ID: "embassy"}} {
		v.Send(m)
		rests(t, v)
	}
	// Asked for while bars travel, it brings them there.
	v = open(t, 1200)
	v.Send(state.Arrange{Arrangement: view.Compare})
	v.Send(state.Reduce{Motion: true})
	rests(t, v)
}

func TestAtRestNothingHappens(t *testing.T) {
	v := open(t, 1000)
	v.Send(state.Select{ID: "2025-03"})
	settles(t, v)
	generation, shown := v.Generation(), v.Scene().Dump()
	if n := testing.AllocsPerRun(50, func() {
		if effects := v.Advance(frame); effects != nil {
			t.Errorf("time alone made %v", effects)
		}
	}); n != 0 {
		t.Errorf("%v allocations a frame", n)
	}
	if v.Generation() != generation || v.Scene().Dump() != shown {
		t.Error("time alone changed the picture")
	}
}

// A caption stands for seconds in which nothing is drawn.
func TestPlayDrawsOnlyWhatChanges(t *testing.T) {
	v := open(t, 1000)
	v.Send(state.Play{})
	dt := 0.1
	for told, since := 0, 0.0; v.Model().Playing(); since += dt {
		if i, _ := v.Model().Shown(); i != told {
			told, since = i, 0
		}
		generation, shown := v.Generation(), v.Scene().Dump()
		v.Advance(dt)
		i, _ := v.Model().Shown()
		switch changed := v.Scene().Dump() != shown; {
		case changed && v.Generation() == generation:
			t.Fatalf("%v s after event %d was begun the scene changed without a word", since, told)
		case since > 1 && i == told && v.Generation() != generation: // until then marks grow pale and strong
			t.Fatalf("%v s after event %d was begun something is drawn", since, told)
		}
	}
}

// Play rings the event it speaks of, and makes the others pale.
func TestPlayRings(t *testing.T) {
	v := open(t, 1000)
	ringed := func() string {
		for _, n := range v.Settled().Nodes {
			if n.Role == scene.Ring {
				return n.Event
			}
		}
		return ""
	}
	if got := ringed(); got != "" {
		t.Errorf("before anything %q has a ring", got)
	}
	v.Send(state.Play{})
	for i, seconds := 0, 0.0; v.Model().Playing() && i < 3; seconds += frame {
		i, _ = v.Model().Shown()
		if want := v.Figure().Events().Event(i).ID; ringed() != want {
			t.Fatalf("while Play speaks of %s the ring is around %q", want, ringed())
		}
		for _, n := range v.Settled().Nodes {
			if n.Event != "" && n.Role == scene.Bar && n.Shape == scene.Box && (n.Alpha == 1) != (n.Event == ringed()) {
				t.Fatalf("while Play speaks of %s, %s has strength %v", ringed(), n.ID, n.Alpha)
			}
		}
		v.Advance(frame)
	}
	v.Send(state.Stop{})
	settles(t, v)
	if got := ringed(); got != "" {
		t.Errorf("after Play %q has a ring", got)
	}
	if got, want := v.Scene().Dump(), v.Figure().Figure(1000, v.Model().View()).Dump(); got != want {
		t.Error("after Play the picture is not what it was before")
	}
}

// A tab that slept does not leap.
func TestLongFramesAreShort(t *testing.T) {
	a, b := open(t, 1000), open(t, 1000)
	for _, v := range []*viewer.Viewer{a, b} {
		v.Send(state.ZoomBy{Factor: 3, AtPx: 200})
	}
	a.Advance(3600)
	b.Advance(0.1)
	if a.Model() != b.Model() {
		t.Error("an hour without frames is not a tenth of a second")
	}
	from, _ := a.Model().Span()
	a.Advance(-5)
	if now, _ := a.Model().Span(); now != from {
		t.Error("time ran backwards")
	}
}
