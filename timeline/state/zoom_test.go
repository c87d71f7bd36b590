package state_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"barline/internal/storytest"
	"barline/timeline/figure"
	"barline/timeline/state"
	"barline/timeline/view"
	"barline/timeline/words"
)

// However often and wherever somebody zooms in, there is an event in view; what is
// open stays, and if it was out of view buttons and keys bring it back.
func TestZoomNeverEmpties(t *testing.T) {
	fonts := storytest.Fonts(t)
	rapid.Check(t, func(rt *rapid.T) {
		story := storytest.Decode(t, storytest.Yaml(rt, storytest.Anything()))
		p, err := figure.Open(story, words.English(), fonts)
		if err != nil {
			rt.Fatal(err)
		}
		m := state.New(p, 700)
		m.ReducedMotion = true
		open := -1
		if rapid.Bool().Draw(rt, "open") {
			open = rapid.IntRange(0, story.Len()-1).Draw(rt, "which")
			m, _ = m.Update(p, state.Select{ID: story.Event(open).ID})
		}
		seen := func(i int) bool {
			from, to := p.When(i)
			first, last := m.Span()
			return to >= first && from <= last
		}
		for range rapid.IntRange(1, 12).Draw(rt, "times") {
			zoom := state.ZoomBy{Factor: rapid.Float64Range(1.01, 6).Draw(rt, "factor"), AtPx: math.NaN()}
			byHand := rapid.Bool().Draw(rt, "by hand")
			if byHand {
				zoom.AtPx = rapid.Float64Range(0, 600).Draw(rt, "at")
			}
			before := open >= 0 && seen(open)
			m, _ = m.Update(p, zoom)
			if m.Arrangement != view.Calendar {
				rt.Fatal("zooming has changed the arrangement")
			}
			any := false
			for i := range story.Len() {
				any = any || seen(i)
			}
			if !any {
				first, last := m.Span()
				rt.Fatalf("%+v: nothing is in view from %v to %v", zoom, first, last)
			}
			if open >= 0 && (before || !byHand) && !seen(open) {
				rt.Fatalf("%+v: what is open has left the view", zoom)
			}
		}
	})
}
