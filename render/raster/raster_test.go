package raster_test

import (
	"fmt"
	"image"
	"image/color"
	"testing"

	"barline/assets"
	"barline/internal/golden"
	"barline/internal/storytest"
	"barline/render/raster"
	"barline/scene"
	"barline/timeline/view"
)

func themes() map[string]scene.Palette {
	return map[string]scene.Palette{"light": assets.Light(), "dark": assets.Dark()}
}

func TestGoldenFigures(t *testing.T) {
	p := storytest.Picture(t)
	for _, width := range []float64{360, 700, 1200} {
		for _, a := range []view.Arrangement{view.Calendar, view.Compare} {
			s := p.Figure(width, view.View{Arrangement: a})
			for theme, palette := range themes() {
				golden.Image(t, fmt.Sprintf("figure-%v-%s-%s.png", width, a, theme), raster.Draw(s, &palette, p.Fonts(), 1))
			}
		}
	}
}

// Screens with two pixels to one of CSS, and with an event open.
func TestGoldenAtTwiceTheScale(t *testing.T) {
	p := storytest.Picture(t)
	light := assets.Light()
	s := p.Figure(360, view.View{Selected: "2025-08-06"})
	golden.Image(t, "figure-360-calendar-light@2x.png", raster.Draw(s, &light, p.Fonts(), 2))
}

// Every shape once: the length's qualifiers, and those that only popovers and
// controls use.
func TestGoldenMarks(t *testing.T) {
	story := storytest.Decode(t, `
barline: 1
id: marks
headline: Marks
sources: [{id: s, name: A source}]
events:
  - {id: exact, title: Exact, date: 2025-01-15, duration: PT3H}
  - {id: under, title: Under, date: 2025-02-15, duration: <PT3H}
  - {id: about, title: About, date: 2025-03-15, duration: ~PT3H}
  - {id: over, title: Over, date: 2025-04-15, duration: ">PT3H"}
  - {id: unknown, title: Unknown, date: 2025-05-15, duration: unknown}
  - id: waited
    title: Waited
    date: 2025-06
    phases: [{kind: waiting, duration: PT2H}, {kind: talks, duration: PT1H20M}]
  - {id: sure, kind: context, title: Sure, date: 2025-03-01}
  - {id: approximate, kind: context, title: Approximate, date: 2025-05-01~}
`)
	p := storytest.PictureOf(t, story, storytest.Fonts(t))
	for theme, palette := range themes() {
		for _, width := range []float64{430, 834} {
			golden.Image(t, fmt.Sprintf("marks-%v-%s.png", width, theme), raster.Draw(p.Figure(width, view.View{}), &palette, p.Fonts(), 1))
		}
	}
	s := &scene.Scene{WidthPx: 120, HeightPx: 80, Nodes: []scene.Node{
		{Shape: scene.Shadow, Box: scene.Rect{X: 20, Y: 16, W: 60, H: 40}, Radius: 6, Stroke: 10, Paint: scene.Shade, Alpha: 1},
		{Shape: scene.Box, Box: scene.Rect{X: 20, Y: 12, W: 60, H: 40}, Radius: 6, Paint: scene.Panel, Alpha: 1},
		{Shape: scene.Outline, Box: scene.Rect{X: 20, Y: 12, W: 60, H: 40}, Radius: 6, Stroke: 1, Paint: scene.Hairline, Alpha: 1},
		{Shape: scene.Triangle, Box: scene.Rect{X: 92, Y: 20, W: 12, H: 14}, Paint: scene.Ink, Alpha: 1},
		{Shape: scene.Line, Box: scene.Rect{X: 90, Y: 70, W: 20, H: -20}, Stroke: 2, Paint: scene.Axis, Alpha: 0.5},
	}}
	light := assets.Light()
	golden.Image(t, "popover-marks@3x.png", raster.Draw(s, &light, p.Fonts(), 3))
}

func TestDrawFillsTheWholePictureWithPaper(t *testing.T) {
	palette := assets.Dark()
	// Half a device pixel counts as one: nothing of the scene is cut off.
	img := raster.Draw(&scene.Scene{WidthPx: 10.3, HeightPx: 7.1}, &palette, storytest.Fonts(t), 1.5)
	if img.Rect != image.Rect(0, 0, 16, 11) {
		t.Fatalf("bounds %v", img.Rect)
	}
	for y := range 11 {
		for x := range 16 {
			if got := color.NRGBAModel.Convert(img.At(x, y)); got != palette[scene.Paper] {
				t.Fatalf("pixel %d, %d is %v", x, y, got)
			}
		}
	}
}

// What lies beyond the picture must neither panic nor come in at the other side.
func TestDrawBeyondTheEdges(t *testing.T) {
	fonts := storytest.Fonts(t)
	palette := assets.Light()
	line := fonts.Line("Beyond", scene.Style{Face: scene.SansBold, SizePx: 20})
	const size = 100.0
	for _, c := range []struct {
		box scene.Rect
		ink bool
	}{
		{scene.Rect{X: -20, Y: 40}, true}, {scene.Rect{X: size - 20, Y: 40}, true},
		{scene.Rect{X: 10, Y: -14}, true}, {scene.Rect{X: 10, Y: size - 14}, true},
		{scene.Rect{X: -500, Y: -500}, false}, {scene.Rect{X: 500, Y: 40}, false}, {scene.Rect{X: 10, Y: 1e6}, false},
	} {
		c.box.W, c.box.H = line.WidthPx, 27
		for _, n := range []scene.Node{
			{Shape: scene.Glyphs, Text: line, Box: c.box, Paint: scene.Ink, Alpha: 1},
			{Shape: scene.Hatch, Box: c.box, Paint: scene.Waiting, Alpha: 1},
		} {
			img := raster.Draw(&scene.Scene{WidthPx: size, HeightPx: size, Nodes: []scene.Node{n}}, &palette, fonts, 1)
			paper := color.RGBAModel.Convert(palette[scene.Paper])
			inked := false
			for y := range int(size) {
				for x := range int(size) {
					if img.At(x, y) == paper {
						continue
					}
					inked = true
					// The middle of pixel x, and what rounding adds.
					if !c.box.Inset(-3).Contains(scene.Point{X: float64(x), Y: float64(y)}) {
						t.Fatalf("%s at %v paints %d, %d", n.Shape, c.box, x, y)
					}
				}
			}
			if inked != c.ink {
				t.Errorf("%s at %v: painted %v, want %v", n.Shape, c.box, inked, c.ink)
			}
		}
	}
}

// Alpha, the paint's own alpha and the fade multiply.
func TestDrawBlends(t *testing.T) {
	palette := scene.Palette{scene.Paper: {R: 255, G: 255, B: 255, A: 255}, scene.Ink: {A: 128}}
	s := &scene.Scene{WidthPx: 101, HeightPx: 10, Nodes: []scene.Node{{
		Shape: scene.Box, Box: scene.Rect{W: 101, H: 10}, Paint: scene.Ink, Alpha: 0.5,
		Fade: scene.Fade{From: scene.Point{X: 0, Y: 5}, To: scene.Point{X: 101, Y: 5}},
	}}}
	img := raster.Draw(s, &palette, storytest.Fonts(t), 1)
	for _, c := range []struct {
		x    int
		want float64
	}{{0, 191}, {50, 223}, {100, 255}} {
		if got := float64(img.RGBAAt(c.x, 5).R); got < c.want-2 || got > c.want+2 {
			t.Errorf("at %d the grey is %v, want about %v", c.x, got, c.want)
		}
	}
}
