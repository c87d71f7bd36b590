//go:build display

// Ebitengine starts only where there is a display: scripts/with-display.sh
// go test -tags display ./render/gpu

package gpu_test

import (
	"errors"
	"image"
	"math"
	"os"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"

	"barline/assets"
	"barline/internal/storytest"
	"barline/internal/tabletest"
	"barline/render/gpu"
	"barline/render/raster"
	"barline/scene"
	"barline/timeline/figure/lanes"
	"barline/timeline/view"
	"barline/timeline/words"
)

// game runs the tests inside Ebitengine's loop: pixels can be read only there.
type game struct {
	m    *testing.M
	code int
}

func (g *game) Update() error {
	g.code = g.m.Run()
	return ebiten.Termination
}

func (g *game) Draw(*ebiten.Image)         {}
func (g *game) Layout(int, int) (int, int) { return 64, 64 }

func TestMain(m *testing.M) {
	g := &game{m: m, code: 1}
	if err := ebiten.RunGame(g); err != nil && !errors.Is(err, ebiten.Termination) {
		panic(err)
	}
	os.Exit(g.code)
}

// draw draws a scene on the GPU and reads it back.
func draw(t *testing.T, s *scene.Scene, palette *scene.Palette, scale float64) *image.RGBA {
	t.Helper()
	screen := ebiten.NewImage(int(math.Ceil(s.WidthPx*scale)), int(math.Ceil(s.HeightPx*scale)))
	defer screen.Deallocate()
	screen.Fill(palette[scene.Paper])
	r := gpu.New(storytest.Fonts(t))
	if err := r.Prepare(s, palette, scale, 0, 0); err != nil {
		t.Fatal(err)
	}
	r.Draw(screen)
	img := image.NewRGBA(screen.Bounds())
	screen.ReadPixels(img.Pix)
	return img
}

// The GPU draws what the CPU draws: each pixel may differ by rounding, and a
// few by more, where an edge falls between two.
func TestTheGPUDrawsWhatTheCPUDraws(t *testing.T) {
	p := storytest.Picture(t)
	for _, width := range []float64{360, 700, 1200} {
		for _, arrangement := range []view.Arrangement{view.Calendar, view.Compare} {
			for _, scale := range []float64{1, 2} {
				palette := assets.Light()
				if width == 700 {
					palette = assets.Dark()
				}
				s := p.Figure(width, view.View{Arrangement: arrangement, Selected: "2025-12-02"})
				got, want := draw(t, s, &palette, scale), raster.Draw(s, &palette, storytest.Fonts(t), scale)
				if share := unlike(got, want, 24); share > 0.001 {
					t.Errorf("%v px, %v, scale %v: %.3f %% of the pixels differ", width, arrangement, scale, share*100)
				}
			}
		}
	}
}

func TestManyBoxesAreDrawnAlike(t *testing.T) {
	p := lanes.New(tabletest.New(2000, 4), words.English(), storytest.Fonts(t))
	p.TakeAll()
	from, to := p.Extent()
	palette := assets.Light()
	for _, share := range []float64{1, 0.3, 0.02} {
		s := p.Figure(700, view.View{From: from, To: from + share*(to-from)})
		for _, scale := range []float64{1, 1.5, 2} {
			got, want := draw(t, s, &palette, scale), raster.Draw(s, &palette, storytest.Fonts(t), scale)
			if share := unlike(got, want, 24); share > 0.001 {
				t.Errorf("scale %v: %.3f %% of the pixels differ", scale, share*100)
			}
		}
	}
}

func TestATurnedBarIsDrawnAlike(t *testing.T) {
	palette := assets.Light()
	s := &scene.Scene{WidthPx: 200, HeightPx: 200, Nodes: []scene.Node{
		{ID: "box", Shape: scene.Box, Box: scene.Rect{X: 40, Y: 90, W: 120, H: 20}, Paint: scene.Talks, Alpha: 1, Radius: 2, Turn: -0.7,
			Fade: scene.Fade{From: scene.Point{X: 100, Y: 100}, To: scene.Point{X: 145, Y: 62}}},
		{ID: "dashes", Shape: scene.Dashes, Box: scene.Rect{X: 20, Y: 140, W: 80, H: 24}, Paint: scene.Talks, Alpha: 0.5, Stroke: 1.5, Turn: 0.3},
		{ID: "hatch", Shape: scene.Hatch, Box: scene.Rect{X: 120, Y: 120, W: 60, H: 60}, Paint: scene.Waiting, Alpha: 1},
		{ID: "triangle", Shape: scene.Triangle, Box: scene.Rect{X: 10, Y: 10, W: 20, H: 22}, Paint: scene.Ink, Alpha: 1},
		{ID: "shadow", Shape: scene.Shadow, Box: scene.Rect{X: 60, Y: 20, W: 60, H: 30}, Paint: scene.Ink, Alpha: 1, Radius: 6, Stroke: 8},
		{ID: "ring", Shape: scene.Dashes, Box: scene.Rect{X: 140, Y: 20, W: 12, H: 12}, Paint: scene.Other, Alpha: 1, Radius: 6, Stroke: 2},
		{ID: "line", Shape: scene.Line, Box: scene.Rect{X: 160, Y: 20, W: 30, H: 44}, Paint: scene.Axis, Alpha: 1, Stroke: 1.5},
	}}
	for _, scale := range []float64{1, 1.5, 3} {
		if share := unlike(draw(t, s, &palette, scale), raster.Draw(s, &palette, storytest.Fonts(t), scale), 24); share > 0.001 {
			t.Errorf("scale %v: %.3f %% of the pixels differ", scale, share*100)
		}
	}
}

func unlike(a, b *image.RGBA, slack int) float64 {
	if a.Bounds() != b.Bounds() {
		return 1
	}
	n := 0
	for i := 0; i < len(a.Pix); i += 4 {
		for c := range 3 {
			if d := int(a.Pix[i+c]) - int(b.Pix[i+c]); d > slack || d < -slack {
				n++
				break
			}
		}
	}
	return float64(n) / float64(len(a.Pix)/4)
}

func TestAKnownSceneAllocatesNothing(t *testing.T) {
	p := storytest.Picture(t)
	palette := assets.Light()
	s := p.Figure(1000, view.View{})
	r := gpu.New(storytest.Fonts(t))
	prepare := func() {
		if err := r.Prepare(s, &palette, 1, 0, 0); err != nil {
			t.Fatal(err)
		}
	}
	prepare()
	if n := testing.AllocsPerRun(20, prepare); n != 0 {
		t.Errorf("%v allocations for a scene whose letters are all known", n)
	}
	if r.Primitives() < 300 {
		t.Errorf("only %d quads: the scene is not drawn", r.Primitives())
	}
}

// A million events in motion: the frame is laid out and batched without memory
// of its own.
func TestManyAllocateNothing(t *testing.T) {
	fonts := storytest.Fonts(t)
	p := lanes.New(tabletest.New(100_000, 8), words.English(), fonts)
	p.TakeAll()
	r, palette := gpu.New(fonts), assets.Light()
	from, to := p.Extent()
	step := 0
	frame := func() {
		step++
		at := from + (to-from)*float64(step%200)/1000
		if err := r.Prepare(p.Figure(800, view.View{From: at, To: at + (to-from)/4}), &palette, 1, 0, 0); err != nil {
			t.Fatal(err)
		}
		p.Work()
	}
	for range 600 { // until all words that come by are set
		frame()
	}
	if n := testing.AllocsPerRun(200, frame); n > 0 {
		t.Errorf("a frame allocates %v times", n)
	}
}

func BenchmarkPrepare(b *testing.B) {
	p := storytest.Picture(b)
	palette := assets.Light()
	s := p.Figure(1000, view.View{})
	r := gpu.New(storytest.Fonts(b))
	b.ReportAllocs()
	for b.Loop() {
		if err := r.Prepare(s, &palette, 1, 0, 0); err != nil {
			b.Fatal(err)
		}
	}
}
