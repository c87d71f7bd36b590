//go:build !js

package host

import (
	"image/color"
	"math"

	"github.com/hajimehoshi/ebiten/v2"

	"barline/scene"
	"barline/timeline/state"
	"barline/timeline/view"
	deskwindow "barline/timeline/window"
)

// present is how large the page is set, and what an audience sees.
type present struct {
	// step is how many steps the text is larger than usual, or smaller.
	step int
	// on: the window fills the screen, for an audience; blank is "black" or "white"
	// while the screen shows nothing.
	on    bool
	blank string
	// fill is how much larger the page is set so that its figure fills the screen.
	fill float64
	// of is what fill was worked out for.
	of filled
	// The window's size as the system has it, in px without our scale.
	systemWidth, systemHeight, systemScale float64
}

// filled is what the size of a page that fills the screen depends on.
type filled struct {
	desktop       *deskwindow.Window
	width, height float64
}

// Every step makes text that much larger; so many steps are the most either way.
const (
	textStep  = 1.15
	mostSteps = 8
	mostFill  = 4.0
)

// text is how much larger than usual the page is set. It is never so large that its
// narrowest figure has no room; in a window that is narrower than that, it is smaller.
func (p *present) text(widthPx float64) float64 {
	text := math.Pow(textStep, float64(p.step)) * max(1, p.fill)
	return min(text, widthPx/view.Ladder()[0])
}

// measure notes the size that the system gives the window, and returns the one that the
// page is laid out for: where text is larger there are fewer px.
func (w *window) measure(width, height, scale float64) (float64, float64, float64) {
	p := &w.tools.present
	p.systemWidth, p.systemHeight, p.systemScale = width, height, scale
	text := p.text(width)
	return width / text, height / text, scale * text
}

// resizeText sets the page by a step larger, or smaller; by 0, as it was at first.
func (w *window) resizeText(by int) {
	p := &w.tools.present
	if by == 0 {
		p.step = 0
	} else {
		p.step = max(-mostSteps, min(p.step+by, mostSteps))
	}
	w.laidAnew()
}

// laidAnew has the page laid out for another size.
func (w *window) laidAnew() {
	p := &w.tools.present
	if p.systemWidth > 0 {
		w.width, w.height, w.scale = w.measure(p.systemWidth, p.systemHeight, p.systemScale)
		w.repaint = true
	}
}

// setPresenting fills the screen, or gives it back.
func (w *window) setPresenting(on bool) {
	p := &w.tools.present
	p.on, p.fill, p.of = on, 1, filled{}
	ebiten.SetFullscreen(on)
	w.laidAnew()
}

// fillScreen sets the page so large, while the window fills the screen, that headline and
// figure just fit.
func (w *window) fillScreen() {
	p := &w.tools.present
	if !p.on || w.viewer == nil {
		return
	}
	now := filled{w.desktop, p.systemWidth, p.systemHeight}
	if now == p.of {
		return
	}
	p.of, p.fill = now, w.largest(p.systemWidth, p.systemHeight)
	w.laidAnew()
}

// largest is how much larger than usual the page can be set on a screen for its figure to
// fit, in each of its arrangements.
func (w *window) largest(width, height float64) float64 {
	f := w.viewer.Figure()
	arrangements := []view.Arrangement{view.Calendar}
	if f.Capabilities().Compare {
		arrangements = append(arrangements, view.Compare)
	}
	best := 1.0
	ladder := view.Ladder()
	for i, rung := range ladder {
		if rung < view.WideFrom && width >= view.WideFrom || rung > width {
			continue
		}
		text := min(width/rung, mostFill)
		for _, a := range arrangements {
			v := view.View{Arrangement: a}
			page := w.desktop.Page(f.Figure(rung, v), deskwindow.State{View: v, Fitted: true, Caption: -1, Viewport: scene.Rect{W: rung, H: height}})
			text = min(text, height/page.Figure.Bottom())
		}
		// Were the page set smaller, another rung would have room.
		if i == len(ladder)-1 || width/text < ladder[i+1] {
			best = max(best, text)
		}
	}
	// The figure was asked for other widths, and is to be as it was.
	own := w.viewer.Model().WidthPx
	w.viewer.Send(state.Resize{WidthPx: own + 1})
	w.viewer.Send(state.Resize{WidthPx: own})
	return best
}

// setBlank has the screen show nothing but black or white, or the page again.
func (w *window) setBlank(blank string) {
	w.tools.present.blank = blank
	w.repaint = true
	w.report.again()
}

// unblank shows the page again, on any key, and reports whether it did.
func (w *window) unblank(deskwindow.Chord) bool {
	if w.tools.present.blank == "" {
		return false
	}
	w.setBlank("")
	return true
}

// drawBlank draws a screen that shows nothing, if it is to.
func (w *window) drawBlank(screen *ebiten.Image) bool {
	switch w.tools.present.blank {
	case "black":
		screen.Fill(color.Black)
	case "white":
		screen.Fill(color.White)
	default:
		return false
	}
	w.repaint = false
	w.frames.drawn++
	return true
}

// reportTools adds to a report what hands and keyboard have brought about.
func (w *window) reportTools(report map[string]any) map[string]any {
	d, p := &w.desk, &w.tools.present
	report["sheet"], report["sheetRow"], report["stretch"] = d.Sheet, d.SheetRow, d.Stretch
	report["tip"], report["tipMore"] = d.Tip.Name, d.Tip.More
	report["text"], report["presenting"], report["blank"] = math.Round(p.text(max(1, p.systemWidth))*1000)/1000, p.on, p.blank
	report["panelScroll"], report["panelMost"] = d.PanelScroll, w.page.PanelMost
	report["field"], report["scroll"] = d.Field.Text, w.scroll
	report["sheetPlace"] = []float64{float64(d.SheetAt.Row), d.SheetAt.Px}
	if w.viewer == nil {
		return report
	}
	report["picture"], report["pictureDrawn"] = w.reported(w.page.PictureIn), w.tools.pictures.pixels != nil && !w.page.Picture.Empty()
	report["exporting"] = w.tools.exporting
	report["sheetLink"] = w.desktop.SheetLinkAction(*d)
	for i := range w.page.Scene.Nodes {
		if n := &w.page.Scene.Nodes[i]; n.Role == scene.Ring && n.ID == "sheet:link:ring" {
			report["sheetLinkRing"] = w.reported(n.Box)
		}
	}
	m, progress := w.viewer.Model(), w.viewer.Figure().Progress()
	report["query"] = map[string]string{"text": m.Query.Text, "person": m.Query.Person, "place": m.Query.Place, "kind": m.Query.Kind}
	report["found"], report["looked"] = progress.Found, progress.Looked
	if at, on := m.Shown(); on {
		report["told"] = w.viewer.Figure().Events().Event(at).ID
	}
	return report
}
