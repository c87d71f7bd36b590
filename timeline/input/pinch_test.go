package input_test

import (
	"math"
	"testing"

	"barline/timeline/input"
	"barline/timeline/state"
)

// pinched begins with two fingers 100 px apart around x = 300 (or y = 300).
func pinched(t *testing.T, on surface) *hands {
	t.Helper()
	h := &hands{on: on}
	a, b := finger(input.Down, 1, 250, 300), finger(input.Down, 2, 350, 300)
	if on.down {
		a.X, a.Y, b.X, b.Y = 300, 250, 300, 350
	}
	expect(t, "the first finger", h.does(a), state.Grab{})
	expect(t, "the second", h.does(b))
	if !h.Dragging() {
		t.Error("two fingers are no pinch")
	}
	return h
}

func TestPinchZoomsAroundTheMiddle(t *testing.T) {
	for _, on := range []surface{{}, {down: true}} {
		h := pinched(t, on)
		out := finger(input.Move, 2, 370, 300)
		if on.down {
			out.X, out.Y = 300, 370
		}
		// The middle moves with the finger, by half of its way.
		expect(t, "apart", h.does(out), state.Drag{Px: -10}, state.ZoomBy{Factor: 1.2, AtPx: 210, Direct: true})
		back := finger(input.Move, 1, 230, 300)
		if on.down {
			back.X, back.Y = 300, 230
		}
		expect(t, "the other", h.does(back), state.Drag{Px: 10}, state.ZoomBy{Factor: 140.0 / 120, AtPx: 200, Direct: true})
	}
}

// Two fingers side by side pan: where both end, the zooms cancel out.
func TestTwoFingersPan(t *testing.T) {
	h := pinched(t, surface{})
	panned, zoomed := 0.0, 1.0
	count := func(msgs []state.Msg) {
		for _, m := range msgs {
			switch m := m.(type) {
			case state.Drag:
				panned += m.Px
			case state.ZoomBy:
				zoomed *= m.Factor
			default:
				t.Errorf("a %T", m)
			}
		}
	}
	for i := 1.0; i <= 20; i++ {
		count(h.does(finger(input.Move, 1, 250-3*i, 300)))
		count(h.does(finger(input.Move, 2, 350-3*i, 300)))
	}
	if math.Abs(panned-60) > 1e-9 || math.Abs(zoomed-1) > 1e-9 {
		t.Errorf("60 px to the left pan by %v and zoom by %v", panned, zoomed)
	}
}

// Fingers that meet do not zoom: their distance would be a division by almost
// nothing.
func TestFingersThatMeetDoNotZoom(t *testing.T) {
	h := pinched(t, surface{})
	for _, x := range []float64{252, 250, 255} {
		for _, m := range h.does(finger(input.Move, 2, x, 300)) {
			if z, ok := m.(state.ZoomBy); ok {
				t.Errorf("at %v px: %+v", x-250, z)
			}
		}
	}
}

func TestTheFingerThatStaysDrags(t *testing.T) {
	for lifted, stays := range map[int]int{1: 2, 2: 1} {
		h := pinched(t, surface{})
		x := map[int]float64{1: 250, 2: 350}
		expect(t, "lifting one", h.does(finger(input.Up, lifted, x[lifted], 300)))
		if !h.Dragging() || h.Rest() {
			t.Errorf("lifting finger %d ends the gesture", lifted)
		}
		// No slop and no leap: it goes on from where it is.
		expect(t, "the other", h.does(finger(input.Move, stays, x[stays]-3, 300)), state.Drag{Px: 3})
		expect(t, "the lifted one no more", h.does(finger(input.Move, lifted, 0, 300)))
		h.at += 1
		expect(t, "lifting the other", h.does(finger(input.Up, stays, x[stays]-3, 300)))
		if !h.Rest() || h.Dragging() {
			t.Error("not at rest")
		}
	}
}

// A third finger, or a palm, changes nothing.
func TestThirdFingerIsIgnored(t *testing.T) {
	h := pinched(t, surface{})
	expect(t, "down", h.does(finger(input.Down, 3, 220, 220)))
	expect(t, "move", h.does(finger(input.Move, 3, 420, 420)))
	expect(t, "up", h.does(finger(input.Up, 3, 220, 220)))
	expect(t, "the same finger down again", h.does(finger(input.Down, 1, 220, 220)))
	expect(t, "the pinch goes on", h.does(finger(input.Move, 2, 370, 300)), state.Drag{Px: -10}, state.ZoomBy{Factor: 1.2, AtPx: 210, Direct: true})
}
