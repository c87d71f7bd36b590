package layout_test

import (
	"testing"

	"pgregory.net/rapid"

	"barline/internal/storytest"
	"barline/scene"
	"barline/timeline/layout"
)

// A place is free if it overlaps nothing that is taken, wherever it lies.
func TestFreeIsWhatNothingTakes(t *testing.T) {
	fonts := storytest.Fonts(t)
	rapid.Check(t, func(t *rapid.T) {
		box := func() scene.Rect {
			return scene.Rect{
				X: rapid.Float64Range(-50, 400).Draw(t, "x"), Y: rapid.Float64Range(-200, 900).Draw(t, "y"),
				W: rapid.Float64Range(0, 100).Draw(t, "w"), H: rapid.Float64Range(0, 300).Draw(t, "h"),
			}
		}
		b := layout.NewBuilder(fonts, 0)
		for range rapid.IntRange(0, 12).Draw(t, "taken") {
			b.Take(box())
		}
		r, free := box(), true
		for _, taken := range b.Taken() {
			free = free && !r.Overlaps(taken)
		}
		if b.Free(r) != free {
			t.Fatalf("%v is free: %t, among %v", r, !free, b.Taken())
		}
	})
}
