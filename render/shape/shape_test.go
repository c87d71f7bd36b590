package shape_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"barline/render/shape"
	"barline/scene"
)

func drawMark(t *rapid.T) shape.Mark {
	m := shape.Mark{
		Shape: scene.Shape(rapid.IntRange(int(scene.Box), int(scene.Shadow)).Draw(t, "shape")),
		HalfW: rapid.Float64Range(0.5, 200).Draw(t, "w"), HalfH: rapid.Float64Range(0.5, 200).Draw(t, "h"),
		Stroke: rapid.Float64Range(0.5, 12).Draw(t, "stroke"), Scale: rapid.SampledFrom([]float64{1, 1.5, 2, 3}).Draw(t, "scale"),
	}
	m.Radius = rapid.Float64Range(0, math.Min(m.HalfW, m.HalfH)).Draw(t, "radius")
	return m
}

func TestCoverageIsAShare(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := drawMark(t)
		x, y := rapid.Float64Range(-250, 250).Draw(t, "x"), rapid.Float64Range(-250, 250).Draw(t, "y")
		c := m.Coverage(x, y)
		if !(c >= 0 && c <= 1) {
			t.Fatalf("%+v covers %v at %v, %v", m, c, x, y)
		}
	})
}

// Renderers look no farther than Reach.
func TestNothingIsCoveredBeyondReach(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := drawMark(t)
		if m.Shape == scene.Triangle {
			// The distance to a corner is that to its sides: enough for the
			// triangles that are drawn, not for needles.
			m.HalfH = m.HalfW * rapid.Float64Range(1.2, 2).Draw(t, "steep")
		}
		along := rapid.Float64Range(-1, 1).Draw(t, "along")
		beyond := m.Reach() + rapid.Float64Range(0, 50).Draw(t, "beyond")
		for _, p := range [][2]float64{
			{m.HalfW + beyond, along * m.HalfH}, {-m.HalfW - beyond, along * m.HalfH},
			{along * m.HalfW, m.HalfH + beyond}, {along * m.HalfW, -m.HalfH - beyond},
		} {
			if c := m.Coverage(p[0], p[1]); c != 0 {
				t.Fatalf("%+v covers %v at %v", m, c, p)
			}
		}
	})
}

func TestBoxIsFullInside(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := drawMark(t)
		m.Shape, m.Radius = scene.Box, math.Min(m.Radius, 3)
		if m.HalfW < 5 || m.HalfH < 5 {
			return
		}
		x := rapid.Float64Range(-1, 1).Draw(t, "x") * (m.HalfW - 4)
		y := rapid.Float64Range(-1, 1).Draw(t, "y") * (m.HalfH - 4)
		if c := m.Coverage(x, y); c != 1 {
			t.Fatalf("%+v covers %v at %v, %v", m, c, x, y)
		}
		m.Shape, m.Stroke = scene.Outline, 2
		if c := m.Coverage(x, y); c != 0 {
			t.Fatalf("the outline covers %v at %v, %v", c, x, y)
		}
	})
}

// All but the hatch and the triangle look the same in a mirror.
func TestMirror(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := drawMark(t)
		x, y := rapid.Float64Range(-220, 220).Draw(t, "x"), rapid.Float64Range(-220, 220).Draw(t, "y")
		same := func(a, b float64) bool { return math.Abs(a-b) < 1e-6 }
		c := m.Coverage(x, y)
		if !same(c, m.Coverage(x, -y)) && m.Shape != scene.Hatch {
			t.Fatalf("%+v: %v at %v, %v, but %v below", m, c, x, y, m.Coverage(x, -y))
		}
		if !same(c, m.Coverage(-x, y)) && m.Shape != scene.Hatch && m.Shape != scene.Triangle {
			t.Fatalf("%+v: %v at %v, %v, but %v on the left", m, c, x, y, m.Coverage(-x, y))
		}
	})
}

// ink is the area that a mark covers, in device pixels.
func ink(m shape.Mark) float64 {
	sum := 0.0
	w, h := int(m.HalfW+m.Reach())+1, int(m.HalfH+m.Reach())+1
	for y := -h; y < h; y++ {
		for x := -w; x < w; x++ {
			sum += m.Coverage(float64(x)+0.5, float64(y)+0.5)
		}
	}
	return sum
}

func TestInk(t *testing.T) {
	for _, c := range []struct {
		what  string
		mark  shape.Mark
		area  float64
		slack float64 // as a share
	}{
		{"a box", shape.Mark{Shape: scene.Box, HalfW: 30, HalfH: 10, Scale: 1}, 60 * 20, 0.001},
		{"a thin line", shape.Mark{Shape: scene.Line, HalfW: 50, HalfH: 0.5, Scale: 1}, 100, 0.001},
		{"a disc", shape.Mark{Shape: scene.Box, HalfW: 20, HalfH: 20, Radius: 20, Scale: 1}, math.Pi * 400, 0.005},
		{"an outline lies inside", shape.Mark{Shape: scene.Outline, HalfW: 30, HalfH: 20, Stroke: 2, Scale: 1}, 60*40 - 56*36, 0.01},
		{"a ring", shape.Mark{Shape: scene.Outline, HalfW: 6, HalfH: 6, Radius: 6, Stroke: 2, Scale: 1}, math.Pi * (36 - 16), 0.02},
		{"a triangle", shape.Mark{Shape: scene.Triangle, HalfW: 20, HalfH: 15, Scale: 1}, 40 * 30 / 2, 0.02},
		// Dashes and gaps are equally long, stripes and gaps equally wide.
		{"dashes", shape.Mark{Shape: scene.Dashes, HalfW: 60, HalfH: 40, Stroke: 2, Scale: 1}, (120*80 - 116*76) / 2, 0.08},
		{"dashes, finer pixels", shape.Mark{Shape: scene.Dashes, HalfW: 120, HalfH: 80, Stroke: 4, Scale: 2}, (240*160 - 232*152) / 2, 0.08},
		{"a dashed ring", shape.Mark{Shape: scene.Dashes, HalfW: 18, HalfH: 18, Radius: 18, Stroke: 6, Scale: 3}, math.Pi * (18*18 - 12*12) * scene.CircleDash, 0.06},
		// Seven pixels cannot hold three and a half.
		{"a hatch", shape.Mark{Shape: scene.Hatch, HalfW: 70, HalfH: 70, Scale: 1}, 138*138/2 + 140*140 - 138*138, 0.05},
		{"a hatch, finer pixels", shape.Mark{Shape: scene.Hatch, HalfW: 140, HalfH: 140, Scale: 2}, 276*276/2 + 280*280 - 276*276, 0.03},
	} {
		if got := ink(c.mark); math.Abs(got-c.area) > c.area*c.slack {
			t.Errorf("%s covers %.1f px, want about %.1f", c.what, got, c.area)
		}
	}
}

// A hatch has its outline all around, or thin bars would fall apart.
func TestHatchIsClosed(t *testing.T) {
	m := shape.Mark{Shape: scene.Hatch, HalfW: 30, HalfH: 9, Scale: 1}
	for x := -29.5; x < 30; x++ {
		if c := m.Coverage(x, 8.5); c < 0.99 {
			t.Fatalf("a gap of %v at %v", c, x)
		}
	}
}

// Each side of dashes begins and ends with half a dash, so corners are closed.
func TestDashesCloseTheCorners(t *testing.T) {
	for w := 8.0; w < 80; w += 3 {
		m := shape.Mark{Shape: scene.Dashes, HalfW: w, HalfH: 9, Stroke: 2, Scale: 1}
		for _, x := range []float64{-w + 0.5, w - 0.5} {
			for _, y := range []float64{-8.5, 8.5} {
				if c := m.Coverage(x, y); c < 0.5 {
					t.Errorf("%v px wide: the corner %v, %v is covered by %v only", 2*w, x, y, c)
				}
			}
		}
	}
}

// A shadow is half as dark at the rim of its box, and darker inwards.
func TestShadowFallsOff(t *testing.T) {
	m := shape.Mark{Shape: scene.Shadow, HalfW: 60, HalfH: 40, Radius: 6, Stroke: 12, Scale: 1}
	if c := m.Coverage(60, 0); math.Abs(c-0.5) > 1e-9 {
		t.Errorf("%v at the rim", c)
	}
	last := 1.0
	for x := 0.0; x < 80; x++ {
		c := m.Coverage(x, 0)
		if c > last {
			t.Fatalf("darker at %v than before", x)
		}
		last = c
	}
	if last != 0 {
		t.Errorf("%v beyond its reach", last)
	}
}

func TestOf(t *testing.T) {
	m, cx, cy, dx, dy := shape.Of(&scene.Node{Shape: scene.Box, Box: scene.Rect{X: 10, Y: 20, W: 30, H: 8}, Radius: 100, Stroke: 1}, 2)
	if want := (shape.Mark{Shape: scene.Box, HalfW: 30, HalfH: 8, Radius: 8, Stroke: 2, Scale: 2}); m != want || cx != 50 || cy != 48 || dx != 1 || dy != 0 {
		t.Errorf("a box: %+v at %v, %v towards %v, %v", m, cx, cy, dx, dy)
	}
	// Lines may lead backwards and upwards.
	m, cx, cy, dx, dy = shape.Of(&scene.Node{Shape: scene.Line, Box: scene.Rect{X: 10, Y: 20, W: -3, H: -4}, Stroke: 1}, 2)
	if want := (shape.Mark{Shape: scene.Line, HalfW: 5, HalfH: 1, Scale: 2}); m != want || cx != 17 || cy != 36 || dx != -0.6 || dy != -0.8 {
		t.Errorf("a line: %+v at %v, %v towards %v, %v", m, cx, cy, dx, dy)
	}
	if m, _, _, _, _ := shape.Of(&scene.Node{Shape: scene.Line, Stroke: 1}, 1); m.HalfW != 0 || math.IsNaN(m.Coverage(0, 0)) {
		t.Errorf("a line of no length: %+v", m)
	}
}

func TestFade(t *testing.T) {
	f := scene.Fade{From: scene.Point{X: 10, Y: 0}, To: scene.Point{X: 20, Y: 0}}
	for _, c := range []struct{ x, y, want float64 }{{0, 0, 1}, {10, 5, 1}, {15, 0, 0.5}, {15, -99, 0.5}, {20, 0, 0}, {99, 0, 0}} {
		if got := shape.Fade(f, c.x, c.y); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("at %v, %v: %v, want %v", c.x, c.y, got, c.want)
		}
	}
	if got := shape.Fade(scene.Fade{}, 5, 5); got != 1 {
		t.Errorf("no fade: %v", got)
	}
	rapid.Check(t, func(t *rapid.T) {
		at := func(label string) scene.Point {
			return scene.Point{X: rapid.Float64Range(-50, 50).Draw(t, label+".x"), Y: rapid.Float64Range(-50, 50).Draw(t, label+".y")}
		}
		f, p := scene.Fade{From: at("from"), To: at("to")}, at("at")
		if a := shape.Fade(f, p.X, p.Y); !(a >= 0 && a <= 1) {
			t.Fatalf("%v", a)
		}
	})
}
