package state_test

import (
	"math"
	"testing"

	"barline/internal/storytest"
	"barline/timeline/state"
	"barline/timeline/view"
)

// Where a narrow calendar leaves gaps out, too, a pinch holds what is under it.
func TestPinchHoldsWhatIsUnderIt(t *testing.T) {
	p := storytest.Picture(t)
	m := state.New(p, 360)
	whole := p.Calendar(360, view.View{})
	for _, px := range []float64{60, 150, 215, 300, 420} {
		at, now := whole.Time(px), m
		for range 9 {
			now, _ = now.Update(p, state.ZoomBy{Factor: math.Pow(2, 1.0/9), AtPx: px, Direct: true})
			c := p.Calendar(360, now.View())
			if got := c.Px(at); math.Abs(got-px) > 0.5 {
				t.Errorf("what was at %v px is at %v", px, got)
				break
			}
		}
	}
}
