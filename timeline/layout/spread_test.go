package layout

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func drawSpread(t *rapid.T) (centres, half []float64) {
	n := rapid.IntRange(0, 40).Draw(t, "n")
	for range n {
		centres = append(centres, rapid.Float64Range(0, 1200).Draw(t, "centre"))
		half = append(half, rapid.Float64Range(5, 30).Draw(t, "half"))
	}
	slices.Sort(centres)
	return centres, half
}

func TestSpreadMovesApartInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		centres, half := drawSpread(t)
		placed := Spread(centres, half)
		if len(placed) != len(centres) {
			t.Fatalf("%d of %d placed", len(placed), len(centres))
		}
		for i := 1; i < len(placed); i++ {
			if d, want := placed[i]-placed[i-1], half[i]+half[i-1]; d < want-1e-9 {
				t.Fatalf("%d and %d are %v apart, want %v", i-1, i, d, want)
			}
		}
	})
}

func TestSpreadMovesOnlyWhatCollides(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		centres, half := drawSpread(t)
		placed := Spread(centres, half)
		// Things that touch form a run. Whatever stands alone stands at its
		// place, and a run stands around the mean of its members' wishes.
		for i := 0; i < len(placed); {
			j := i + 1
			for j < len(placed) && placed[j]-placed[j-1] < half[j]+half[j-1]+1e-9 {
				j++
			}
			moved := 0.0
			for k := i; k < j; k++ {
				moved += placed[k] - centres[k]
			}
			if math.Abs(moved) > 1e-6 {
				t.Fatalf("%d to %d moved by %v together: %v from %v", i, j-1, moved, placed[i:j], centres[i:j])
			}
			i = j
		}
	})
}

func TestSpreadByEye(t *testing.T) {
	for _, c := range []struct{ centres, want []float64 }{
		{nil, []float64{}},
		{[]float64{7}, []float64{7}},
		{[]float64{0, 100, 200}, []float64{0, 100, 200}},
		{[]float64{50, 50}, []float64{40, 60}},
		{[]float64{0, 50, 55, 120}, []float64{0, 42.5, 62.5, 120}},
		// The pair in the middle pushes its neighbours.
		{[]float64{30, 50, 50, 70}, []float64{20, 40, 60, 80}},
	} {
		half := slices.Repeat([]float64{10}, len(c.centres))
		if got := Spread(c.centres, half); !slices.Equal(got, c.want) {
			t.Errorf("%v became %v, want %v", c.centres, got, c.want)
		}
	}
}

func TestConfineKeepsTheOrderOnTheAxis(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		centres, half := drawSpread(t)
		need := 0.0
		for _, h := range half {
			need += 2 * h
		}
		length := rapid.Float64Range(200, 1200).Draw(t, "length")
		placed := Confine(Spread(centres, half), half, 0, length)
		for i, c := range placed {
			if c-half[i] < -1e-6 || c+half[i] > length+1e-6 {
				t.Fatalf("%d at %v, %v to either side, leaves the axis of %v", i, c, half[i], length)
			}
			if i > 0 && need <= length && c-placed[i-1] < half[i]+half[i-1]-1e-6 {
				t.Fatalf("%d and %d overlap though there is room", i-1, i)
			}
			if i > 0 && c+half[i] < placed[i-1]-half[i-1] {
				t.Fatalf("%d stands before %d", i, i-1)
			}
		}
	})
}
