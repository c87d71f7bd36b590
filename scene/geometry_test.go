package scene_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"barline/scene"
)

func drawRect(t *rapid.T, label string) scene.Rect {
	at := rapid.Float64Range(-100, 100)
	side := rapid.Float64Range(0, 80)
	return scene.Rect{X: at.Draw(t, label+".x"), Y: at.Draw(t, label+".y"), W: side.Draw(t, label+".w"), H: side.Draw(t, label+".h")}
}

func TestOverlapsIsSharingAnArea(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawRect(t, "a"), drawRect(t, "b")
		if a.Empty() || b.Empty() {
			return
		}
		both := a.Clip(b)
		if a.Overlaps(b) != b.Overlaps(a) {
			t.Fatal("one overlaps the other, but not the other the one")
		}
		// Less than a billionth is rounding.
		if big := both.W > 1e-9 && both.H > 1e-9; big && !a.Overlaps(b) {
			t.Fatalf("%v and %v share %v", a, b, both)
		}
		if a.Overlaps(b) && both != b.Clip(a) {
			t.Fatalf("%v cut by %v is not %v cut by %v", a, b, b, a)
		}
	})
}

func TestTouchingBoxesDoNotOverlap(t *testing.T) {
	a := scene.Rect{X: 10, Y: 10, W: 20, H: 20}
	for _, b := range []scene.Rect{a.Move(20, 0), a.Move(-20, 0), a.Move(0, 20), a.Move(0, -20), a.Move(20, 20)} {
		if a.Overlaps(b) {
			t.Errorf("%v overlaps %v", a, b)
		}
	}
	if !a.Overlaps(a) || !a.Overlaps(a.Move(19, 19)) {
		t.Error("what shares a corner does not overlap")
	}
}

func TestUnionHoldsBoth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawRect(t, "a"), drawRect(t, "b")
		u := a.Union(b)
		for _, r := range []scene.Rect{a, b} {
			if !r.Empty() && !r.Within(u) {
				t.Fatalf("%v is not within the union %v", r, u)
			}
		}
		if !a.Empty() && !b.Empty() && u != b.Union(a) {
			t.Fatalf("%v the one way, %v the other", u, b.Union(a))
		}
	})
	a := scene.Rect{X: 1, Y: 2, W: 3, H: 4}
	if a.Union(scene.Rect{X: 100}) != a || (scene.Rect{X: 100}).Union(a) != a {
		t.Error("an empty box adds something")
	}
}

func TestClipIsWithinBoth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawRect(t, "a"), drawRect(t, "b")
		c := a.Clip(b)
		if c.W < 0 || c.H < 0 {
			t.Fatalf("turned inside out: %v", c)
		}
		if !c.Empty() && (!c.Within(a) || !c.Within(b)) {
			t.Fatalf("%v is not within %v and %v", c, a, b)
		}
	})
}

func TestContains(t *testing.T) {
	r := scene.Rect{X: 10, Y: 10, W: 20, H: 5}
	for _, c := range []struct {
		p    scene.Point
		want bool
	}{
		{scene.Point{X: 10, Y: 10}, true}, {scene.Point{X: 29.9, Y: 14.9}, true}, {r.Centre(), true},
		// Two boxes that touch never both hold a point.
		{scene.Point{X: 30, Y: 12}, false}, {scene.Point{X: 12, Y: 15}, false}, {scene.Point{X: 9.9, Y: 12}, false},
	} {
		if r.Contains(c.p) != c.want {
			t.Errorf("%v: %v, want %v", c.p, !c.want, c.want)
		}
	}
	if (scene.Rect{X: 5, Y: 5}).Contains(scene.Point{X: 5, Y: 5}) {
		t.Error("an empty box holds a point")
	}
}

func TestInsetAndAtLeastKeepTheCentre(t *testing.T) {
	near := func(a, b scene.Point) bool { return math.Abs(a.X-b.X) < 1e-9 && math.Abs(a.Y-b.Y) < 1e-9 }
	rapid.Check(t, func(t *rapid.T) {
		r := drawRect(t, "r")
		d := rapid.Float64Range(-60, 60).Draw(t, "d")
		in := r.Inset(d)
		if in.W < 0 || in.H < 0 || !near(in.Centre(), r.Centre()) {
			t.Fatalf("inset by %v: %v", d, in)
		}
		if want := math.Max(0, r.W-2*d); math.Abs(in.W-want) > 1e-9 {
			t.Fatalf("inset by %v the width is %v, want %v", d, in.W, want)
		}
		w, h := rapid.Float64Range(0, 90).Draw(t, "w"), rapid.Float64Range(0, 90).Draw(t, "h")
		if a := r.AtLeast(w, h); a.W != math.Max(r.W, w) || a.H != math.Max(r.H, h) || !near(a.Centre(), r.Centre()) {
			t.Fatalf("%v at least %v by %v: %v", r, w, h, a)
		}
	})
}

func TestSnap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := rapid.Float64Range(-1e5, 1e5).Draw(t, "v")
		s := scene.Snap(v)
		if math.Abs(s-v) > 1.0/128 {
			t.Fatalf("%v became %v", v, s)
		}
		if s*64 != math.Trunc(s*64) || scene.Snap(s) != s {
			t.Fatalf("%v is no 64th", s)
		}
		// float32, as the GPU has it, holds it exactly.
		if float64(float32(s)) != s {
			t.Fatalf("%v does not survive as float32", s)
		}
	})
}
