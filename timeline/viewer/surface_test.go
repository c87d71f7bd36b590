package viewer_test

import (
	"testing"

	"pgregory.net/rapid"

	"barline/internal/storytest"
	"barline/scene"
	"barline/timeline/figure/lengths"
	"barline/timeline/input"
	"barline/timeline/state"
	"barline/timeline/view"
	"barline/timeline/viewer"
)

// The viewer answers the recogniser.
var _ input.Surface = (*viewer.Viewer)(nil)

func TestHitIsWhatIsShown(t *testing.T) {
	for _, width := range []float64{360, 1200} {
		v := open(t, width)
		for _, e := range storytest.Story(t).Events() {
			b, _ := v.Scene().EventBoxes(e.ID)
			if got := v.Hit(b.Hit.Centre()); got != e.ID {
				t.Errorf("%v px: the middle of %s hits %q", width, e.ID, got)
			}
		}
		if got := v.Hit(scene.Point{X: -5, Y: -5}); got != "" {
			t.Errorf("%v px: beside the figure it hits %q", width, got)
		}
	}
}

// In a glide every event can be pressed where it will arrive, and nowhere
// else: marks that give way answer no press.
func TestHitInAGlide(t *testing.T) {
	v := open(t, 1200)
	v.Send(state.Arrange{Arrangement: view.Compare})
	goal := v.Settled()
	for v.Moving() {
		v.Advance(frame)
		for _, e := range storytest.Story(t).Events() {
			b, _ := goal.EventBoxes(e.ID)
			if got := v.Hit(b.Hit.Centre()); got != e.ID {
				t.Fatalf("where %s arrives a press hits %q", e.ID, got)
			}
		}
		for y := 5.0; y < goal.HeightPx; y += 15 {
			for x := 5.0; x < goal.WidthPx; x += 15 {
				want := ""
				if n := goal.HitTest(scene.Point{X: x, Y: y}); n != nil {
					want = n.Event
				}
				if got := v.Hit(scene.Point{X: x, Y: y}); got != want {
					t.Fatalf("at %v, %v a press hits %q, want %q", x, y, got, want)
				}
			}
		}
	}
}

// Along is the scale's own measure, whichever way the calendar runs.
func TestAlongIsTheScales(t *testing.T) {
	for _, width := range view.Ladder() {
		v := open(t, width)
		if v.Down() != view.Down(width) {
			t.Errorf("%v px: down is %v", width, v.Down())
		}
		plot := v.Scene().Plot
		for _, e := range storytest.Story(t).Events() {
			from, to := e.Date.Bounds()
			px := v.Scale().Px((float64(from) + float64(to)) / 2)
			p := scene.Point{X: plot.X + px, Y: plot.Centre().Y}
			if v.Down() {
				p = scene.Point{X: plot.Centre().X, Y: plot.Y + px}
			}
			if got := v.Along(p); got < px-1e-9 || got > px+1e-9 {
				t.Errorf("%v px: %s lies at %v along, in the scale at %v", width, e.ID, got, px)
			}
			if !v.Inside(p) {
				t.Errorf("%v px: the date of %s is not inside", width, e.ID)
			}
		}
	}
}

func TestInside(t *testing.T) {
	for _, width := range []float64{360, 1200} {
		v := open(t, width)
		plot := v.Scene().Plot
		for _, c := range []struct {
			where  string
			p      scene.Point
			inside bool
		}{
			{"the middle", plot.Centre(), true},
			{"its first corner", scene.Point{X: plot.X, Y: plot.Y}, true},
			{"above the page", scene.Point{X: plot.Centre().X, Y: -1}, false},
			{"the figure's foot", scene.Point{X: plot.Centre().X, Y: v.Scene().HeightPx - 1}, false},
			{"left of the page", scene.Point{X: -1, Y: plot.Centre().Y}, false},
		} {
			if got := v.Inside(c.p); got != c.inside {
				t.Errorf("%v px: %s is inside: %v", width, c.where, got)
			}
		}
		// Rows have no dates to move along.
		v.Send(state.Arrange{Arrangement: view.Compare})
		if v.Inside(plot.Centre()) {
			t.Errorf("%v px: compared bars can be dragged", width)
		}
	}
}

// message invents any message, sane or not.
func message(t *rapid.T, ids []string) state.Msg {
	id := rapid.SampledFrom(ids)
	number := rapid.SampledFrom([]float64{0, 1, -1, 0.5, 120, -300, 1e4, -1e9, 1e300})
	switch rapid.IntRange(0, 15).Draw(t, "message") {
	case 0:
		return state.Resize{WidthPx: rapid.SampledFrom(view.Ladder()).Draw(t, "width")}
	case 1:
		return state.Select{ID: id.Draw(t, "id"), ByHand: rapid.Bool().Draw(t, "hand")}
	case 2:
		return state.Toggle{ID: id.Draw(t, "id")}
	case 3:
		return state.Step{By: rapid.IntRange(-2, 2).Draw(t, "by")}
	case 4:
		return state.Hover{ID: id.Draw(t, "id")}
	case 5:
		return state.Focus{ID: id.Draw(t, "id")}
	case 6:
		return state.FocusStep{By: rapid.IntRange(-2, 2).Draw(t, "by")}
	case 7:
		return state.Arrange{Arrangement: rapid.SampledFrom([]view.Arrangement{view.Calendar, view.Compare}).Draw(t, "arrangement")}
	case 8:
		return state.Drag{Px: number.Draw(t, "px")}
	case 9:
		return state.Fling{PxPerSecond: number.Draw(t, "speed")}
	case 10:
		return state.Grab{}
	case 11:
		return state.PanBy{Share: number.Draw(t, "share")}
	case 12:
		return state.ZoomBy{Factor: number.Draw(t, "factor"), AtPx: number.Draw(t, "at"), Direct: rapid.Bool().Draw(t, "direct")}
	case 13:
		return state.Fit{}
	case 14:
		return state.Play{}
	}
	return state.Reduce{Motion: rapid.Bool().Draw(t, "reduced")}
}

// Whatever is sent, in the end nothing moves, and what is shown is what was
// aimed at. No change of the picture goes by without a new generation.
func TestAnyMessagesEndAtRest(t *testing.T) {
	p := storytest.Picture(t)
	ids := []string{"", "nobody"}
	for _, e := range p.Story().Events() {
		ids = append(ids, e.ID)
	}
	rapid.Check(t, func(t *rapid.T) {
		v := viewer.New(p, rapid.SampledFrom(view.Ladder()).Draw(t, "first width"), view.Calendar, rapid.Bool().Draw(t, "reduced at first"))
		if rapid.Bool().Draw(t, "open") {
			v.Open()
		}
		for range rapid.IntRange(1, 12).Draw(t, "messages") {
			generation, shown := v.Generation(), v.Scene().Dump()
			m := message(t, ids)
			v.Send(m)
			if v.Generation() == generation && v.Scene().Dump() != shown {
				t.Fatalf("%T%+v changed the picture, but not the generation", m, m)
			}
			generation, shown = v.Generation(), v.Scene().Dump()
			moving := v.Moving()
			v.Advance(rapid.SampledFrom([]float64{0, frame, 0.1, 2}).Draw(t, "dt"))
			if changed := v.Scene().Dump() != shown; changed && (!moving || v.Generation() == generation) {
				t.Fatalf("after %T%+v time changed the picture: it said that it moves: %v, generation %d to %d", m, m, moving, generation, v.Generation())
			}
		}
		settles(t, v)
	})
}

// Where time runs from right to left, Along is measured from the right, a press
// means what is under it, and what a hand drags follows it.
func TestRTL(t *testing.T) {
	for _, width := range []float64{360, 1200} {
		p := lengths.New(storytest.Story(t), storytest.Picture(t).Words(), storytest.FontsFor(t, "fa"))
		v := viewer.New(p, width, view.Calendar, true)
		plot := v.Scene().Plot
		for _, e := range p.Story().Events() {
			b, _ := v.Scene().EventBoxes(e.ID)
			if got := v.Hit(b.Hit.Centre()); got != e.ID {
				t.Errorf("%v px: the middle of %s hits %q", width, e.ID, got)
			}
			from, to := e.Date.Bounds()
			px := v.Scale().Px((float64(from) + float64(to)) / 2)
			if at := (scene.Point{X: plot.Right() - px, Y: plot.Centre().Y}); !v.Down() && (v.Along(at) < px-1e-9 || v.Along(at) > px+1e-9) {
				t.Errorf("%v px: %s lies at %v along, in the scale at %v", width, e.ID, v.Along(at), px)
			}
		}
		if v.Down() {
			continue
		}
		v.Send(state.ZoomBy{Factor: 3, AtPx: 300})
		from, _ := v.Model().Span()
		var hands input.Recogniser
		for i := range 10 {
			kind := input.Move
			if i == 0 {
				kind = input.Down
			}
			// From left to right: what is later, on the left, comes in.
			for _, msg := range hands.Sample(input.Sample{Kind: kind, X: plot.X + 50 + float64(20*i), Y: plot.Y + 50, At: float64(i) / 60}, v) {
				v.Send(msg)
			}
		}
		if after, _ := v.Model().Span(); after <= from {
			t.Errorf("dragged to the right it shows %v, before %v", after, from)
		}
	}
}
