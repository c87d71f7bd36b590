package window_test

import (
	"fmt"
	"image"
	"testing"

	"barline/assets"
	"barline/internal/golden"
	"barline/internal/looks"
	"barline/render/raster"
	"barline/scene"
	"barline/timeline/view"
	"barline/timeline/window"
)

// seen is what a window of some size shows of a story's page: the part of it in sight, at
// the top or, where an event is open, at the figure.
func seen(l looks.Look, widthPx, heightPx float64, d window.State, palette scene.Palette) *image.RGBA {
	w := window.New(l.Heading, l.Figure).Of(l.Story)
	rung := view.Rung(widthPx)
	figure := l.Figure.Figure(rung, d.View)
	for l.Figure.Busy() {
		l.Figure.Work()
		figure = l.Figure.Figure(rung, d.View)
	}
	d.Viewport = scene.Rect{X: (rung - widthPx) / 2, W: widthPx, H: heightPx}
	if b, ok := figure.EventBoxes(d.Selected); ok {
		page := w.Page(figure, d)
		top := page.Figure.Y + b.Bar.Y - heightPx/3
		d.Viewport.Y = max(0, min(top, page.Scene.HeightPx-heightPx))
	}
	page := w.Page(figure, d).Scene
	page.Shift(-d.Viewport.X, -d.Viewport.Y)
	page.WidthPx, page.HeightPx = widthPx, heightPx
	return raster.Draw(page, &palette, l.Figure.Fonts(), 1)
}

// The window as it is seen: stories of several kinds, on small screens and large ones,
// light and dark, with a popover, a panel, a tip and Play.
func TestGoldenWindows(t *testing.T) {
	all, err := looks.Open("../..")
	if err != nil {
		t.Fatal(err)
	}
	stories := map[string]looks.Look{}
	for _, l := range all {
		stories[l.Name] = l
	}
	plain := window.State{Fitted: true, Caption: -1}
	open := func(event string) window.State {
		d := plain
		d.Selected = event
		return d
	}
	sheet := func(name string, row int) window.State {
		d := plain
		d.Sheet, d.SheetRow = name, row
		return d
	}
	played := plain
	played.Playing, played.Caption = true, 3
	played.Told = stories["s-wars"].Figure.Events().Event(3).ID
	for _, c := range []struct {
		story, what string
		w, h        float64
		d           window.State
		dark        bool
	}{
		{"witkoff-putin-2025", "open", 320, 480, open("2025-12-02"), false},
		{"h-long-names", "table", 320, 480, sheet(window.SheetTable, 2), true},
		{"s-wars", "help", 320, 480, sheet(window.SheetHelp, 0), false},
		{"r-talks-dari", "transcript", 320, 480, sheet(window.SheetTranscript, 0), false},
		{"s-wars", "played", 700, 800, played, true},
		{"r-eras-pashto", "help", 700, 800, sheet(window.SheetHelp, 0), false},
		{"g-register-300", "plain", 700, 800, plain, false},
		{"h-long-names", "open", 700, 800, open("m1"), true},
		{"g-register-300", "kind", 1200, 860, sheet("place", 2), true},
		{"e-sieges", "table", 1200, 860, sheet(window.SheetTable, 3), false},
		{"witkoff-putin-2025", "export", 1200, 860, sheet(window.SheetExport, 1), true},
	} {
		palette, theme := assets.Light(), "light"
		if c.dark {
			palette, theme = assets.Dark(), "dark"
		}
		l := stories[c.story]
		if c.d.Selected == "m1" {
			c.d.Selected = l.Figure.Events().Event(l.Figure.Events().Len() / 2).ID
		}
		golden.Small(t, fmt.Sprintf("%s-%s-%vx%v-%s.png", c.story, c.what, c.w, c.h, theme), seen(l, c.w, c.h, c.d, palette))
	}
}
