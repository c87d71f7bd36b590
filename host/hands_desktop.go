//go:build !js

package host

import (
	"slices"
	"time"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/inpututil"

	"barline/scene"
	"barline/timeline/input"
	"barline/timeline/state"
	"barline/timeline/view"
	deskwindow "barline/timeline/window"
)

const (
	mousePointer = -1
	wheelPx      = 60 // one notch
)

// readHands turns mouse and fingers into samples, presses of controls, and
// scrolling.
func (w *window) readHands() {
	x, y := ebiten.CursorPosition()
	p := scene.Point{X: float64(x) / w.scale, Y: float64(y) / w.scale}
	if p != w.mouse {
		w.mouse = p
		w.pointed(input.Move, mousePointer, false, p)
	}
	if inpututil.IsMouseButtonJustPressed(ebiten.MouseButtonLeft) {
		w.pressed(mousePointer, false, p)
	}
	if inpututil.IsMouseButtonJustReleased(ebiten.MouseButtonLeft) {
		w.pointed(input.Up, mousePointer, false, p)
	}
	w.readWheel(p)
	w.readTouches()
	w.hover(p)
}

func (w *window) readWheel(p scene.Point) {
	dx, dy := ebiten.Wheel()
	if dx == 0 && dy == 0 {
		return
	}
	if w.dialog.isOpen() {
		w.dialog.scroll(-dy * wheelPx)
		return
	}
	if w.viewer == nil {
		return
	}
	if w.desk.Sheet != "" {
		w.scrollSheet(-dy * wheelPx)
		return
	}
	at := w.onPage(p)
	switch {
	case ebiten.IsKeyPressed(ebiten.KeyControl) || ebiten.IsKeyPressed(ebiten.KeyMeta):
		f := w.onFigure(p)
		w.sample(input.Sample{Kind: input.Wheel, X: f.X, Y: f.Y, WheelPx: -dy * wheelPx, Zoom: true})
	case w.page.Panel.Contains(at) && w.page.PanelMost > 0:
		// At its ends a popover hands over to the page.
		if next := max(0, min(w.desk.PanelScroll-dy*wheelPx, w.page.PanelMost)); next != w.desk.PanelScroll {
			w.desk.PanelScroll = next
			return
		}
		fallthrough
	default:
		w.scroll -= dy * wheelPx
	}
}

func (w *window) readTouches() {
	for _, id := range inpututil.AppendJustPressedTouchIDs(nil) {
		x, y := ebiten.TouchPosition(id)
		w.touches = append(w.touches, id)
		w.pressed(int(id), true, scene.Point{X: float64(x) / w.scale, Y: float64(y) / w.scale})
	}
	for _, id := range w.touches {
		if inpututil.IsTouchJustReleased(id) {
			x, y := inpututil.TouchPositionInPreviousTick(id)
			w.pointed(input.Up, int(id), true, scene.Point{X: float64(x) / w.scale, Y: float64(y) / w.scale})
			continue
		}
		x, y := ebiten.TouchPosition(id)
		w.pointed(input.Move, int(id), true, scene.Point{X: float64(x) / w.scale, Y: float64(y) / w.scale})
	}
	w.touches = slices.DeleteFunc(w.touches, inpututil.IsTouchJustReleased)
}

// onPage turns a place in the window into one on the page.
func (w *window) onPage(p scene.Point) scene.Point {
	c := w.corner()
	return scene.Point{X: p.X - c.X, Y: p.Y - c.Y}
}

// onFigure turns a place in the window into one in the figure.
func (w *window) onFigure(p scene.Point) scene.Point {
	p = w.onPage(p)
	return scene.Point{X: p.X, Y: p.Y - w.page.Figure.Y}
}

// pressed is a button or finger going down: on a control, or on the figure.
func (w *window) pressed(pointer int, touch bool, p scene.Point) {
	if w.page.Scene == nil || w.unblank(deskwindow.Chord{}) {
		return
	}
	w.desk.Tip = deskwindow.Tip{}
	if !w.dialog.isOpen() {
		w.desk.FocusedAction, w.desk.Stretch, w.desk.SheetLink = "", "", deskwindow.SheetLink{}
	}
	if n := w.page.Scene.HitTest(w.onPage(p)); n != nil && n.Action != "" {
		w.act(n.Action)
		return
	}
	w.pointed(input.Down, pointer, touch, p)
}

func (w *window) pointed(kind input.Kind, pointer int, touch bool, p scene.Point) {
	if w.page.Scene == nil || w.viewer == nil {
		return
	}
	if (w.dialog.isOpen() || w.desk.Sheet != "") && kind != input.Up {
		w.sample(input.Sample{Kind: input.Leave})
		return
	}
	if kind == input.Move && w.hands.Rest() && w.page.Panel.Contains(w.onPage(p)) {
		// What lies under a popover is not under the pointer.
		w.sample(input.Sample{Kind: input.Leave})
		return
	}
	f := w.onFigure(p)
	w.sample(input.Sample{Kind: kind, Pointer: pointer, Touch: touch, X: f.X, Y: f.Y})
}

func (w *window) sample(s input.Sample) {
	s.At = time.Since(started).Seconds()
	for _, msg := range w.hands.Sample(s, w.viewer) {
		// What the keyboard had no longer has it once the hand acts.
		if _, ok := msg.(state.Grab); ok {
			w.send(state.Focus{})
		}
		w.send(msg)
	}
}

// started is when the clock of samples began.
var started = time.Now()

// act does what a control says.
func (w *window) act(action string) {
	if w.dialog.isOpen() {
		w.actDialog(action)
		return
	}
	if w.viewer == nil {
		return
	}
	switch action {
	case "play":
		w.send(state.Play{})
	case "calendar":
		w.send(state.Arrange{Arrangement: view.Calendar})
	case "compare":
		w.send(state.Arrange{Arrangement: view.Compare})
	case "zoom-in":
		w.send(input.KeyMsg(input.Closer, "", ""))
	case "zoom-out":
		w.send(input.KeyMsg(input.Farther, "", ""))
	case "earlier":
		w.send(input.KeyMsg(input.PanEarlier, "", ""))
	case "later":
		w.send(input.KeyMsg(input.PanLater, "", ""))
	case "fit":
		w.send(state.Fit{})
	case "previous":
		w.send(state.Step{By: -1, ByHand: true})
	case "next":
		w.send(state.Step{By: 1, ByHand: true})
	case "close":
		w.send(state.Select{ByHand: true})
	default:
		_ = w.doDocument(action) || w.do(action)
	}
}
