package browser_test

import (
	"unicode/utf8"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp/kb"
)

// Keys, as kb names them.
const (
	keyTab    = kb.Tab
	keyEnter  = kb.Enter
	keyEscape = kb.Escape
	keyLeft   = kb.ArrowLeft
	keyRight  = kb.ArrowRight
	keyUp     = kb.ArrowUp
	keyDown   = kb.ArrowDown
	keyHome   = kb.Home
	keyEnd    = kb.End

	withCtrl  = kb.ModifierCtrl
	withShift = kb.ModifierShift
)

// press presses and releases a key.
func (p *tab) press(key string, with ...kb.Modifier) {
	p.t.Helper()
	r, _ := utf8.DecodeRuneInString(key)
	var modifiers int64
	for _, m := range with {
		modifiers |= int64(m)
	}
	for _, e := range kb.Encode(r) {
		if modifiers&int64(kb.ModifierCtrl) != 0 {
			if e.Type == input.DispatchKeyEventTypeChar {
				continue // a shortcut types nothing
			}
			e.Text, e.UnmodifiedText = "", ""
		}
		e.Modifiers |= modifiers
		command(p, input.DispatchKeyEvent, *e)
	}
}

func (p *tab) mouse(kind input.DispatchMouseEventType, at point, change func(*input.DispatchMouseEventParams)) {
	p.t.Helper()
	e := input.DispatchMouseEventParams{Type: kind, X: at.X, Y: at.Y}
	if change != nil {
		change(&e)
	}
	command(p, input.DispatchMouseEvent, e)
}

func leftButton(e *input.DispatchMouseEventParams) {
	e.Button, e.Buttons, e.ClickCount = input.MouseButtonLeft, 1, 1
}

// hover moves the mouse.
func (p *tab) hover(at point) {
	p.t.Helper()
	p.mouse(input.DispatchMouseEventTypeMouseMoved, at, nil)
}

// click clicks with the mouse.
func (p *tab) click(at point) {
	p.t.Helper()
	p.hover(at)
	p.hold(at)
	p.release(at)
}

// hold presses the left button and keeps it down.
func (p *tab) hold(at point) {
	p.t.Helper()
	p.mouse(input.DispatchMouseEventTypeMousePressed, at, leftButton)
}

// pull moves the mouse while the left button is down.
func (p *tab) pull(from, to point, steps int) {
	p.t.Helper()
	for i := 1; i <= steps; i++ {
		p.mouse(input.DispatchMouseEventTypeMouseMoved, from.toward(to, float64(i)/float64(steps)), func(e *input.DispatchMouseEventParams) {
			e.Button, e.Buttons = input.MouseButtonLeft, 1
		})
	}
}

// release lets the left button go.
func (p *tab) release(at point) {
	p.t.Helper()
	p.mouse(input.DispatchMouseEventTypeMouseReleased, at, func(e *input.DispatchMouseEventParams) {
		leftButton(e)
		e.Buttons = 0
	})
}

// drag presses, moves and lets go.
func (p *tab) drag(from, to point, steps int) {
	p.t.Helper()
	p.hover(from)
	p.hold(from)
	p.pull(from, to, steps)
	p.release(to)
}

// wheelEvent is the protocol's mouse event with the deltas that a wheel needs,
// even where they are 0.
type wheelEvent struct {
	Type      string  `json:"type"`
	X         float64 `json:"x"`
	Y         float64 `json:"y"`
	DeltaX    float64 `json:"deltaX"`
	DeltaY    float64 `json:"deltaY"`
	Modifiers int64   `json:"modifiers"`
}

// wheel turns the wheel, down positive.
func (p *tab) wheel(at point, px float64, with ...kb.Modifier) {
	p.t.Helper()
	e := wheelEvent{Type: "mouseWheel", X: at.X, Y: at.Y, DeltaY: px}
	for _, m := range with {
		e.Modifiers |= int64(m)
	}
	command(p, cdp.Command[wheelEvent, cdp.Empty]{Method: input.DispatchMouseEvent.Method}, e)
}

// touch puts, moves or lifts all fingers at once.
func (p *tab) touch(kind input.DispatchTouchEventType, fingers ...point) {
	p.t.Helper()
	e := input.DispatchTouchEventParams{Type: kind, TouchPoints: []*input.TouchPoint{}}
	for i, f := range fingers {
		id := float64(i)
		e.TouchPoints = append(e.TouchPoints, &input.TouchPoint{X: f.X, Y: f.Y, ID: &id})
	}
	command(p, input.DispatchTouchEvent, e)
}

// tap taps with one finger.
func (p *tab) tap(at point) {
	p.t.Helper()
	p.touch(input.DispatchTouchEventTypeTouchStart, at)
	p.touch(input.DispatchTouchEventTypeTouchEnd)
}

// swipe moves one finger.
func (p *tab) swipe(from, to point, steps int) {
	p.t.Helper()
	p.touch(input.DispatchTouchEventTypeTouchStart, from)
	for i := 1; i <= steps; i++ {
		p.touch(input.DispatchTouchEventTypeTouchMove, from.toward(to, float64(i)/float64(steps)))
	}
	p.touch(input.DispatchTouchEventTypeTouchEnd)
}
