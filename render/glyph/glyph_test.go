package glyph_test

import (
	"image"
	"math"
	"testing"

	"pgregory.net/rapid"

	"barline/internal/storytest"
	"barline/render/glyph"
	"barline/scene"
	"barline/typeset"
)

func letter(f *typeset.Fonts, s string, face scene.Face) scene.Glyph {
	return f.Line(s, scene.Style{Face: face, SizePx: 20}).Glyphs[0]
}

// ink is how much a mask covers, in pixels, and the x of its middle.
func ink(m *image.Alpha) (sum, middle float64) {
	for y := m.Rect.Min.Y; y < m.Rect.Max.Y; y++ {
		for x := m.Rect.Min.X; x < m.Rect.Max.X; x++ {
			a := float64(m.AlphaAt(x, y).A) / 255
			sum += a
			middle += a * (float64(x) + 0.5)
		}
	}
	return sum, middle / sum
}

// A place is split without loss: whole pixels and quarters of one.
func TestPlace(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := scene.Glyph{Font: 2, ID: 7}
		x, y := rapid.Float64Range(-2000, 2000).Draw(t, "x"), rapid.Float64Range(-2000, 2000).Draw(t, "y")
		key, column, row := glyph.Place(g, 15, x, y)
		if key.Font != g.Font || key.ID != g.ID || key.Size != 15 || key.Step >= glyph.Steps {
			t.Fatalf("%+v", key)
		}
		if at := float64(column) + float64(key.Step)/glyph.Steps; math.Abs(at-x) > 0.5/glyph.Steps+1e-9 {
			t.Fatalf("%v is drawn at %v", x, at)
		}
		if math.Abs(float64(row)-y) > 0.5 {
			t.Fatalf("the baseline %v is drawn at %d", y, row)
		}
	})
}

// From step to step a glyph moves by a quarter of a pixel and keeps its ink.
func TestStepsMoveTheGlyph(t *testing.T) {
	f := storytest.Fonts(t)
	for face := range scene.NumFaces {
		for _, s := range []string{"H", "o", "g", "½", "“"} {
			g := letter(f, s, face)
			first, start := ink(glyph.Mask(f, glyph.Key{Font: g.Font, ID: g.ID, Size: 20}))
			for step := range uint8(glyph.Steps) {
				sum, middle := ink(glyph.Mask(f, glyph.Key{Font: g.Font, ID: g.ID, Size: 20, Step: step}))
				if math.Abs(sum-first) > first*0.02 {
					t.Errorf("%s %q at step %d has %.1f px of ink, at first %.1f", face, s, step, sum, first)
				}
				// The middle is measured from whole pixels, hence the slack.
				if moved := middle - start; math.Abs(moved-float64(step)/glyph.Steps) > 0.08 {
					t.Errorf("%s %q at step %d has moved by %.3f px", face, s, step, moved)
				}
			}
		}
	}
}

func TestMaskStandsOnTheBaseline(t *testing.T) {
	f := storytest.Fonts(t)
	h := glyph.Mask(f, glyph.Key{Font: 0, ID: letter(f, "H", scene.Sans).ID, Size: 20})
	if h.Rect.Max.Y != 0 || h.Rect.Min.Y > -14 || h.Rect.Min.Y < -15 {
		t.Errorf("H lies in %v", h.Rect)
	}
	g := glyph.Mask(f, glyph.Key{Font: 0, ID: letter(f, "g", scene.Sans).ID, Size: 20})
	if g.Rect.Max.Y < 3 {
		t.Errorf("g lies in %v: it has no tail", g.Rect)
	}
}

func TestInkGrowsWithTheSize(t *testing.T) {
	f := storytest.Fonts(t)
	id := letter(f, "8", scene.SansBold).ID
	small, _ := ink(glyph.Mask(f, glyph.Key{Font: 1, ID: id, Size: 15}))
	large, _ := ink(glyph.Mask(f, glyph.Key{Font: 1, ID: id, Size: 30}))
	if share := large / small; math.Abs(share-4) > 0.1 {
		t.Errorf("twice the size has %.2f times the ink, want 4", share)
	}
}

func TestASpaceHasNoInk(t *testing.T) {
	f := storytest.Fonts(t)
	m := glyph.Mask(f, glyph.Key{Font: 0, ID: letter(f, " ", scene.Sans).ID, Size: 20})
	if !m.Rect.Empty() {
		t.Errorf("a space lies in %v", m.Rect)
	}
}
