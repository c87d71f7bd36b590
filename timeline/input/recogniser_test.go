package input_test

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"barline/scene"
	"barline/timeline/input"
	"barline/timeline/state"
)

// surface is a picture with one event in it: the calendar moves between x =
// 100 and 500 (or, down the page, between y = 100 and 500).
type surface struct{ down, dense bool }

func (s surface) Hit(p scene.Point) string {
	if (scene.Rect{X: 200, Y: 200, W: 40, H: 40}).Contains(p) {
		return "event"
	}
	return ""
}

func (s surface) Along(p scene.Point) float64 {
	if s.down {
		return p.Y - 100
	}
	return p.X - 100
}

func (s surface) Down() bool { return s.down }

func (s surface) Dense(p scene.Point) bool { return s.dense && s.Inside(p) }

func (s surface) Inside(p scene.Point) bool {
	return (scene.Rect{X: 100, Y: 100, W: 400, H: 400}).Contains(p)
}

// hands feeds samples 16 ms apart to a recogniser.
type hands struct {
	input.Recogniser
	on surface
	at float64
}

func (h *hands) does(s input.Sample) []state.Msg {
	h.at += 0.016
	s.At = h.at
	return append([]state.Msg(nil), h.Sample(s, h.on)...)
}

func mouse(k input.Kind, x, y float64) input.Sample { return input.Sample{Kind: k, X: x, Y: y} }

func finger(k input.Kind, id int, x, y float64) input.Sample {
	return input.Sample{Kind: k, Pointer: id, Touch: true, X: x, Y: y}
}

func expect(t *testing.T, what string, got []state.Msg, want ...state.Msg) {
	t.Helper()
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty(), cmpopts.EquateNaNs(), cmpopts.EquateApprox(0, 1e-9)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

func TestTap(t *testing.T) {
	for _, c := range []struct {
		name    string
		x, y    float64
		wobble  float64
		pressed bool
		want    []state.Msg
	}{
		{"on an event", 220, 220, 0, false, []state.Msg{state.Toggle{ID: "event"}}},
		{"on an event, by a hand that trembles", 220, 220, 4, false, []state.Msg{state.Toggle{ID: "event"}}},
		{"on nothing", 300, 300, 0, false, []state.Msg{state.Select{ByHand: true}}},
		{"beside the plot", 20, 20, 0, false, []state.Msg{state.Select{ByHand: true}}},
		// A button of the page answers.
		{"on what is pressed already", 220, 220, 0, true, nil},
		{"on what is pressed already, over nothing", 300, 300, 0, true, nil},
	} {
		for _, touch := range []bool{false, true} {
			var h hands
			press := input.Sample{Kind: input.Down, Touch: touch, Pressed: c.pressed, X: c.x, Y: c.y}
			expect(t, c.name+": down", h.does(press), state.Grab{})
			if h.Rest() {
				t.Errorf("%s: at rest while pressed", c.name)
			}
			move := press
			move.Kind, move.X = input.Move, c.x+c.wobble
			expect(t, c.name+": move", h.does(move))
			up := move
			up.Kind = input.Up
			expect(t, c.name, h.does(up), c.want...)
			if !h.Rest() {
				t.Errorf("%s: not at rest", c.name)
			}
		}
	}
}

// A press that wanders off beside the plot is no tap, though nothing drags there.
func TestPressThatWandersOffIsNoTap(t *testing.T) {
	var h hands
	h.does(mouse(input.Down, 20, 20))
	expect(t, "move", h.does(mouse(input.Move, 90, 20)))
	expect(t, "up", h.does(mouse(input.Up, 220, 220)))
}

func TestDragFollowsTheHand(t *testing.T) {
	for _, c := range []struct {
		name   string
		sample input.Sample
		on     surface
	}{
		{"a mouse", input.Sample{}, surface{}},
		{"a mouse down the page", input.Sample{}, surface{down: true}},
		{"a finger", input.Sample{Touch: true}, surface{}},
		{"a press that a button answers", input.Sample{Pressed: true}, surface{}},
	} {
		h := hands{on: c.on}
		at := func(k input.Kind, along float64) input.Sample {
			s := c.sample
			s.Kind, s.X, s.Y = k, 300, 300
			if c.on.down {
				s.Y += along
			} else {
				s.X += along
			}
			return s
		}
		expect(t, c.name+": down", h.does(at(input.Down, 0)), state.Grab{})
		expect(t, c.name+": within the slop", h.does(at(input.Move, -4)))
		if h.Dragging() {
			t.Errorf("%s: drags within the slop", c.name)
		}
		// What the slop swallowed is made up for, so that the calendar stays
		// under the hand: to the left is towards later.
		expect(t, c.name+": beyond it", h.does(at(input.Move, -12)), state.Drag{Px: 12})
		if !h.Dragging() {
			t.Errorf("%s: does not drag", c.name)
		}
		expect(t, c.name+": on", h.does(at(input.Move, -20)), state.Drag{Px: 8})
		expect(t, c.name+": back", h.does(at(input.Move, 5)), state.Drag{Px: -25})
		expect(t, c.name+": across", h.does(at(input.Move, 5)))
		for _, m := range h.does(at(input.Up, 5)) {
			if _, ok := m.(state.Fling); !ok {
				t.Errorf("%s: the end of a drag is a %T", c.name, m)
			}
		}
		if !h.Rest() || h.Dragging() {
			t.Errorf("%s: not at rest", c.name)
		}
	}
}

// Beside the plot nothing drags; nor does movement across the calendar.
func TestNoDrag(t *testing.T) {
	for name, path := range map[string][2]scene.Point{
		"beside the plot": {{X: 20, Y: 300}, {X: 400, Y: 300}},
		"across":          {{X: 300, Y: 300}, {X: 302, Y: 450}},
	} {
		var h hands
		h.does(mouse(input.Down, path[0].X, path[0].Y))
		expect(t, name, h.does(mouse(input.Move, path[1].X, path[1].Y)))
		if h.Dragging() {
			t.Errorf("%s: drags", name)
		}
	}
}

// Down a narrow page one finger scrolls the article, whichever way it goes.
func TestOneFingerBelongsToTheNarrowPage(t *testing.T) {
	h := hands{on: surface{down: true}}
	h.does(finger(input.Down, 1, 300, 300))
	for y := 300.0; y > 120; y -= 20 {
		expect(t, "move", h.does(finger(input.Move, 1, 300+y, y)))
	}
	if h.Dragging() {
		t.Error("it drags")
	}
	expect(t, "up", h.does(finger(input.Up, 1, 300, 120)))
}

func TestHover(t *testing.T) {
	var h hands
	expect(t, "over an event", h.does(mouse(input.Move, 220, 220)), state.Hover{ID: "event"})
	expect(t, "over nothing", h.does(mouse(input.Move, 300, 220)), state.Hover{})
	expect(t, "a finger hovers nowhere", h.does(finger(input.Move, 3, 220, 220)))
	expect(t, "away", h.does(input.Sample{Kind: input.Leave}), state.Hover{})
	h.does(mouse(input.Down, 220, 220))
	expect(t, "another pointer while one is down", h.does(input.Sample{Kind: input.Move, Pointer: 7, X: 220, Y: 220}))
}

func TestFling(t *testing.T) {
	drag := func(rest float64) []state.Msg {
		var h hands
		h.does(mouse(input.Down, 400, 300))
		for x := 392.0; x >= 320; x -= 8 {
			h.does(mouse(input.Move, x, 300))
		}
		h.at += rest
		return h.does(mouse(input.Up, 320, 300))
	}
	// 8 px every 16 ms to the left; lifting takes one more sample without way.
	got := drag(0)
	if len(got) != 1 {
		t.Fatalf("a flick ends in %v", got)
	}
	if f, ok := got[0].(state.Fling); !ok || f.PxPerSecond < 350 || f.PxPerSecond > 500 {
		t.Errorf("a flick at 500 px a second ends in %#v", got[0])
	}
	expect(t, "a hand that rests before it lifts", drag(0.2))
}

// Only the last moments count: a hand that turned back flings back.
func TestFlingGoesWhereTheHandWentLast(t *testing.T) {
	var h hands
	h.does(mouse(input.Down, 400, 300))
	for x := 390.0; x >= 200; x -= 10 {
		h.does(mouse(input.Move, x, 300))
	}
	for x := 206.0; x <= 260; x += 6 {
		h.does(mouse(input.Move, x, 300))
	}
	got := h.does(mouse(input.Up, 266, 300))
	if f, ok := got[0].(state.Fling); !ok || math.Abs(f.PxPerSecond+6/0.016) > 1e-6 {
		t.Errorf("got %#v, want a fling towards earlier at %v", got, 6/0.016)
	}
}

func TestWheel(t *testing.T) {
	var h hands
	turn := func(px float64, zoom bool, x float64) input.Sample {
		return input.Sample{Kind: input.Wheel, WheelPx: px, Zoom: zoom, X: x, Y: 300}
	}
	// The article scrolls.
	expect(t, "a plain wheel", h.does(turn(100, false, 300)))
	expect(t, "beside the plot", h.does(turn(100, true, 50)))
	expect(t, "no turn", h.does(turn(0, true, 300)))
	for _, c := range []struct {
		px     float64
		closer bool
		direct bool
	}{{-100, true, false}, {100, false, false}, {-3, true, true}, {3, false, true}, {1e6, false, false}, {-1e6, true, false}} {
		got := h.does(turn(c.px, true, 300))
		z, ok := got[0].(state.ZoomBy)
		if len(got) != 1 || !ok || z.AtPx != 200 || (z.Factor > 1) != c.closer || z.Direct != c.direct || z.Factor < 0.7 || z.Factor > 1.4 {
			t.Errorf("turned by %v: %#v", c.px, got)
		}
	}
	if !h.Rest() {
		t.Error("a wheel leaves something behind")
	}
}

func TestNoNumbersAreIgnored(t *testing.T) {
	for _, v := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		for k := input.Down; k <= input.Wheel; k++ {
			for _, s := range []input.Sample{
				{Kind: k, Zoom: true, WheelPx: 5, X: v, Y: 300}, {Kind: k, Zoom: true, WheelPx: 5, X: 300, Y: v},
				{Kind: k, Zoom: true, WheelPx: v, X: 300, Y: 300}, {Kind: k, Zoom: true, WheelPx: 5, X: 300, Y: 300, At: v},
			} {
				var r input.Recogniser
				if got := r.Sample(s, surface{}); len(got) > 0 || !r.Rest() {
					t.Errorf("%+v makes %v", s, got)
				}
			}
		}
	}
}

func TestCancelLeavesRest(t *testing.T) {
	begin := map[string]func(h *hands){
		"a press": func(h *hands) { h.does(mouse(input.Down, 220, 220)) },
		"a drag": func(h *hands) {
			h.does(mouse(input.Down, 220, 220))
			h.does(mouse(input.Move, 300, 220))
		},
		"a pinch": func(h *hands) {
			h.does(finger(input.Down, 1, 220, 220))
			h.does(finger(input.Down, 2, 300, 220))
			h.does(finger(input.Move, 2, 330, 220))
		},
	}
	for name, begin := range begin {
		var h hands
		begin(&h)
		expect(t, name+" cancelled", h.does(input.Sample{Kind: input.Cancel}))
		if !h.Rest() || h.Dragging() {
			t.Errorf("%s cancelled is not at rest", name)
		}
		expect(t, name+" cancelled, then lifted", h.does(mouse(input.Up, 220, 220)))
		// What comes next is a gesture of its own.
		expect(t, "a press after "+name, h.does(mouse(input.Down, 220, 220)), state.Grab{})
		expect(t, "a tap after "+name, h.does(mouse(input.Up, 220, 220)), state.Toggle{ID: "event"})
	}
}

// A press on what stands for many events goes closer to them, and no press on
// one of them does.
func TestPressesOnColumnsGoCloser(t *testing.T) {
	for _, c := range []struct {
		x, y float64
		want []state.Msg
	}{
		{300, 300, []state.Msg{state.Select{ByHand: true}, state.ZoomBy{Factor: 4, AtPx: 200}}},
		{210, 210, []state.Msg{state.Toggle{ID: "event"}}},
		{20, 20, []state.Msg{state.Select{ByHand: true}}},
	} {
		h := &hands{on: surface{dense: true}}
		h.does(mouse(input.Down, c.x, c.y))
		expect(t, "a press on columns", h.does(mouse(input.Up, c.x, c.y)), c.want...)
	}
}
