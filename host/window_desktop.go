//go:build !js

package host

import (
	"errors"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"barline/data"
	"barline/host/crash"
	"barline/render/gpu"
	"barline/scene"
	"barline/timeline/input"
	"barline/timeline/state"
	"barline/timeline/view"
	"barline/timeline/viewer"
	deskwindow "barline/timeline/window"
)

// window runs the viewer in a window of its own, with headline, controls and
// popovers drawn around and over the figure.
type window struct {
	story   *data.Story
	desktop *deskwindow.Window
	viewer  *viewer.Viewer
	gpu     *gpu.Renderer
	palette scene.Palette
	hands   input.Recogniser
	frames  frames
	report  reporter

	// The window's size in px, and device pixels per px.
	width, height, scale float64
	scroll               float64
	desk                 deskwindow.State
	page                 deskwindow.Page
	// What the page was laid out from, to see whether it must be again.
	laid    laid
	repaint bool
	mouse   scene.Point
	held    bool
	touches []ebiten.TouchID
	keys    []ebiten.Key
	runes   []rune
	failure error

	// What the window is about, how it looks, and what stands in front of it.
	docs    documents
	look    looks
	dialog  dialogs
	single  single
	blank   blank
	fpsMode ebiten.FPSModeType
	updated time.Time // when a frame was due last
	tools   tools
}

// laid is everything that a desktop page depends on.
type laid struct {
	generation int
	desk       deskwindow.State
	dialog     int // the version of what stands in front
}

// Layout is Ebitengine's; LayoutF is used instead.
func (w *window) Layout(width, height int) (int, int) { return width, height }

// LayoutF is Ebitengine's: the screen is drawn in device pixels.
func (w *window) LayoutF(width, height float64) (screenWidth, screenHeight float64) {
	defer crash.Catch(&w.failure)
	scale := ebiten.Monitor().DeviceScaleFactor()
	screenWidth, screenHeight = width*scale, height*scale
	if width, height, scale = w.measure(width, height, scale); width != w.width || height != w.height || scale != w.scale {
		w.width, w.height, w.scale, w.repaint = width, height, scale, true
	}
	return screenWidth, screenHeight
}

// Update is Ebitengine's: a frame is due.
func (w *window) Update() (err error) {
	defer crash.Catch(&err)
	if w.failure != nil {
		return w.failure
	}
	w.uncovered()
	w.attend()
	w.attendPages()
	w.attendTools()
	w.fillScreen()
	w.dialog.forget()
	if w.viewer != nil {
		if rung := view.Rung(w.width); rung != w.viewer.Model().WidthPx {
			w.send(state.Resize{WidthPx: rung})
		}
	}
	w.readHands()
	if !w.readDialogKeys() && w.viewer != nil {
		w.readKeys()
	}
	if w.viewer != nil {
		w.effects(w.viewer.Advance(w.frames.tick(!w.viewer.Moving())))
		w.arrive()
	}
	w.attendPicture()
	if w.tools.quits {
		return ebiten.Termination
	}
	w.relayout()
	w.rest()
	return w.report.write(w)
}

// relayout composes the page anew if anything in it has changed.
func (w *window) relayout() {
	if w.viewer == nil {
		w.relayoutBlank()
		return
	}
	model := w.viewer.Model()
	w.desk.View = model.View()
	w.desk.Playing, w.desk.Paused, w.desk.Steps, w.desk.Fitted = model.Playing(), model.Paused(), model.ReducedMotion, model.Fitted()
	w.desk.Caption = -1
	if index, on := model.Shown(); on {
		w.desk.Caption = index
	}
	w.scroll = max(0, min(w.scroll, w.mostScroll()))
	w.desk.Viewport, w.desk.Mac = w.viewport(), isMac
	now := laid{w.viewer.Generation(), w.desk, w.dialog.version}
	if w.page.Scene != nil && now == w.laid {
		return
	}
	w.laid, w.repaint = now, true
	w.page = w.desktop.Page(w.viewer.Scene(), w.desk)
	w.desk.PanelScroll = max(0, min(w.desk.PanelScroll, w.page.PanelMost))
	w.laid.desk.PanelScroll = w.desk.PanelScroll
	w.dress(w.page.Scene, w.viewport())
	if id := w.tools.reveal; id != "" {
		// It was opened before there was a page to scroll.
		w.tools.reveal = ""
		if model.Selected == id {
			w.makeRoom()
		}
		w.bringIntoSight(id)
		w.relayout()
	}
}

// relayoutBlank is relayout before there is a story.
func (w *window) relayoutBlank() {
	now := laid{-1, w.desk, w.dialog.version}
	if w.page.Scene != nil && now == w.laid && w.page.Scene.WidthPx == w.width && w.page.Scene.HeightPx == w.height {
		return
	}
	w.laid, w.repaint = now, true
	w.page = deskwindow.Page{Scene: w.blankPage()}
	w.dress(w.page.Scene, w.viewport())
	if w.dialog.isOpen() && w.gpu == nil {
		w.gpu = gpu.New(w.letters())
	}
}

// viewport is the part of the page that is in the window: the window, in page px.
func (w *window) viewport() scene.Rect {
	c := w.corner()
	return scene.Rect{X: -c.X, Y: -c.Y, W: w.width, H: w.height}
}

func (w *window) mostScroll() float64 {
	if w.page.Scene == nil {
		return 0
	}
	return max(0, w.page.Scene.HeightPx-w.height)
}

// corner is where the page's corner lies in the window, in px.
func (w *window) corner() scene.Point {
	if w.viewer == nil {
		return scene.Point{}
	}
	return scene.Point{X: max(0, (w.width-w.viewer.Model().WidthPx)/2), Y: -w.scroll}
}

// Draw is Ebitengine's: touching the offscreen makes it show a new final
// screen, not touching it saves one.
func (w *window) Draw(offscreen *ebiten.Image) {
	if w.repaint {
		offscreen.Set(0, 0, w.palette[scene.Paper])
	}
}

// DrawFinalScreen is Ebitengine's: the batch goes straight to the screen.
func (w *window) DrawFinalScreen(screen ebiten.FinalScreen, _ *ebiten.Image, _ ebiten.GeoM) {
	defer crash.Catch(&w.failure)
	image, ok := screen.(*ebiten.Image)
	if !ok {
		w.failure = &drawError{errors.New("the final screen is no image")}
		return
	}
	if w.drawBlank(image) {
		return
	}
	if w.page.Scene == nil || w.gpu == nil {
		image.Fill(w.palette[scene.Paper])
		w.repaint = false
		w.frames.drawn++
		return
	}
	at := w.corner()
	if drawn, err := w.drawWithPicture(image, at); err != nil {
		w.failure = &drawError{err}
		return
	} else if drawn {
		w.repaint = false
		w.frames.drawn++
		return
	}
	if err := w.gpu.Prepare(w.page.Scene, &w.palette, w.scale, gpu.Snapped(at.X, w.scale), gpu.Snapped(at.Y, w.scale)); err != nil {
		w.failure = &drawError{err}
		return
	}
	image.Fill(w.palette[scene.Paper])
	w.gpu.Draw(image)
	w.repaint = false
	w.frames.drawn++
}

// send applies a message and what follows from it.
func (w *window) send(msg state.Msg) { w.effects(w.viewer.Send(msg)) }

// effects does what messages ask of a window: a popover opens at its top, and
// the page scrolls to what the keyboard reached.
func (w *window) effects(effects []state.Effect) {
	for _, e := range effects {
		switch e := e.(type) {
		case state.Selected:
			w.desk.PanelScroll = 0
			if e.ID != "" && w.page.Scene != nil {
				w.makeRoom()
			}
			w.bringIntoSight(e.ID)
		case state.Focused:
			w.bringIntoSight(e.ID)
		}
	}
}

// bringIntoSight scrolls the page until an event's bar is in the window.
func (w *window) bringIntoSight(id string) {
	if w.page.Scene == nil {
		w.tools.reveal = id
		return
	}
	b, ok := w.viewer.Settled().EventBoxes(id)
	if !ok {
		return
	}
	const margin = 40
	top, bottom := w.page.Figure.Y+b.Bar.Y-margin, w.page.Figure.Y+b.Bar.Bottom()+margin
	switch {
	case bottom-w.scroll > w.height:
		w.scroll = bottom - w.height
	case top < w.scroll:
		w.scroll = max(0, top)
	}
}
