package input_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"barline/timeline/input"
	"barline/timeline/state"
)

// stream invents what hands, drivers and scripts may send: plausible places,
// and now and then any number there is.
func stream(t *rapid.T) []input.Sample {
	place := rapid.OneOf(rapid.Float64Range(-50, 650), rapid.Float64Range(190, 250), rapid.SampledFrom([]float64{-math.MaxFloat64, math.MaxFloat64, -1e300, 1e20}))
	at := 0.0
	sample := rapid.Custom(func(t *rapid.T) input.Sample {
		at += rapid.SampledFrom([]float64{0, 1e-9, 0.004, 0.016, 0.3}).Draw(t, "later")
		return input.Sample{
			Kind:    rapid.SampledFrom([]input.Kind{input.Down, input.Move, input.Move, input.Move, input.Up, input.Cancel, input.Leave, input.Wheel, 99}).Draw(t, "kind"),
			Pointer: rapid.IntRange(0, 3).Draw(t, "pointer"), Touch: rapid.Bool().Draw(t, "touch"),
			X: place.Draw(t, "x"), Y: place.Draw(t, "y"),
			WheelPx: rapid.OneOf(rapid.Float64Range(-200, 200), rapid.SampledFrom([]float64{-math.MaxFloat64, math.MaxFloat64})).Draw(t, "wheel"), Zoom: rapid.Bool().Draw(t, "zoom"),
			At: at, Pressed: rapid.Bool().Draw(t, "pressed"),
		}
	})
	return rapid.SliceOfN(sample, 0, 60).Draw(t, "samples")
}

func TestAnyStream(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var r input.Recogniser
		on := surface{down: rapid.Bool().Draw(t, "down")}
		finite := func(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }
		for _, s := range stream(t) {
			rested := r.Rest()
			for _, m := range r.Sample(s, on) {
				switch m := m.(type) {
				case state.Drag:
					if !finite(m.Px) || m.Px == 0 {
						t.Fatalf("%+v drags by %v", s, m.Px)
					}
				case state.Fling:
					if !finite(m.PxPerSecond) || m.PxPerSecond == 0 {
						t.Fatalf("%+v flings at %v", s, m.PxPerSecond)
					}
				case state.ZoomBy:
					if !finite(m.Factor) || m.Factor <= 0 || !finite(m.AtPx) {
						t.Fatalf("%+v makes %+v", s, m)
					}
				case state.Toggle, state.Select:
					if s.Kind != input.Up || rested {
						t.Fatalf("%+v opens or closes: %+v", s, m)
					}
				case state.Grab, state.Hover:
				default:
					t.Fatalf("%+v makes %#v", s, m)
				}
			}
			if r.Rest() && r.Dragging() {
				t.Fatalf("after %+v it drags without a hand", s)
			}
		}
		r.Sample(input.Sample{Kind: input.Cancel}, on)
		if !r.Rest() || r.Dragging() {
			t.Fatal("not at rest after Cancel")
		}
	})
}
