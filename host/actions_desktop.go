//go:build !js

package host

import (
	"strconv"
	"strings"

	"github.com/hajimehoshi/ebiten/v2"

	"barline/host/clipboard"
	"barline/scene"
	"barline/timeline/input"
	"barline/timeline/state"
	deskwindow "barline/timeline/window"
)

// tools are what the window does for the hand and the keyboard, beside the figure.
type tools struct {
	keyboard keyboard
	board    clipboard.Board
	present  present
	way      way
	pictures pictures
	composer composer
	// reveal is the event to be brought into sight once the page is laid out.
	reveal string
	// back had the keyboard before a panel came over the page.
	back string
	// done is what goes on beside the window has to tell it.
	done      chan func()
	exporting string // what is being written
	quits     bool
}

// later has the window do something on its own thread, from any other.
func (w *window) later(f func()) {
	w.tools.done <- f
	wake()
}

// fail ends the window because of an error, told by any thread.
func (w *window) fail(err error) { w.later(func() { w.failure = err }) }

// attendTools does what has become due beside the window.
func (w *window) attendTools() {
	for {
		select {
		case f := <-w.tools.done:
			f()
		default:
			return
		}
	}
}

// do does what is neither one of the figure's controls nor about files, and reports
// whether there is such an action.
func (w *window) do(action string) bool {
	name, value, _ := strings.Cut(action, ":")
	switch name {
	case "next-event":
		w.key(input.Later)
	case "previous-event":
		w.key(input.Earlier)
	case "first-event":
		w.key(input.First)
	case "last-event":
		w.key(input.Last)
	case "press":
		w.press()
	case "escape":
		w.escape()
	case "next-control":
		w.tab(1)
	case "previous-control":
		w.tab(-1)
	case "scroll-down":
		w.scroll += w.height * 0.9
	case "scroll-up":
		w.scroll -= w.height * 0.9
	case "search":
		w.desk.FocusedAction = action
		w.desk.Field = w.desk.Field.Move(1 << 20)
		w.showAction(action)
	case "filter":
		w.openSheet(value)
	case "choose":
		w.choose(value)
	case "gaps":
		w.viewer.Collapse(!w.viewer.Figure().Collapsed())
	case deskwindow.SheetTranscript, deskwindow.SheetTable, deskwindow.SheetHelp:
		w.openSheet(action)
	case deskwindow.SheetExport:
		if value == "" {
			w.openSheet(action)
		} else {
			w.closeSheet()
			w.export(value)
		}
	case "close-sheet":
		w.closeSheet()
	case "event":
		w.closeSheet()
		w.send(state.Select{ID: value, ByHand: true})
		w.send(state.Focus{ID: value})
	case strings.TrimSuffix(deskwindow.OpenLink, ":"):
		w.openLink(value)
	case "copy":
		w.copyQuotation(value)
	case "copy-picture":
		w.copyPicture()
	case strings.TrimSuffix(deskwindow.TurnTo, ":"):
		w.turnTo(value)
	case "text-larger":
		w.resizeText(1)
	case "text-smaller":
		w.resizeText(-1)
	case "text-usual":
		w.resizeText(0)
	case "full-screen":
		w.setPresenting(!w.tools.present.on)
	case "black", "white":
		w.setBlank(action)
	case "quit":
		w.tools.quits = true
	default:
		return false
	}
	return true
}

// press does what has the keyboard.
func (w *window) press() {
	switch {
	case w.desk.FocusedAction != "":
		w.act(w.desk.FocusedAction)
	case w.desk.Stretch != "":
		w.descend()
	default:
		w.key(input.Press)
	}
}

// escape closes what is in front: a popover, Play, and at last the full screen.
func (w *window) escape() {
	m := w.viewer.Model()
	_, told := m.Shown()
	if m.Selected == "" && !told && w.tools.present.on {
		w.setPresenting(false)
		return
	}
	if m.Selected != "" && w.desk.FocusedAction != "" {
		w.desk.FocusedAction = ""
		w.send(state.Focus{ID: m.Selected})
	}
	w.key(input.Escape)
}

// turnTo tells another event while the story plays.
func (w *window) turnTo(value string) {
	to, err := strconv.Atoi(value)
	if at, on := w.viewer.Model().Shown(); err == nil && on {
		w.send(state.Turn{By: to - at})
	}
}

// openSheet puts a panel over the page, with the keyboard on its first row.
func (w *window) openSheet(name string) {
	if w.desk.Sheet == "" {
		w.tools.back = w.desk.FocusedAction
	}
	w.desk.Sheet, w.desk.SheetAt, w.desk.SheetRow, w.desk.SheetLink = name, deskwindow.Place{}, 0, deskwindow.SheetLink{}
	w.desk.FocusedAction, w.desk.Tip = "", deskwindow.Tip{}
	if name == deskwindow.SheetExport || w.isFilter(name) {
		w.desk.SheetRow = 1
	}
}

// closeSheet takes the panel away; the keyboard is where it was before.
func (w *window) closeSheet() {
	if w.desk.Sheet != "" {
		w.desk.Sheet, w.desk.SheetRow, w.desk.SheetLink = "", 0, deskwindow.SheetLink{}
		w.desk.FocusedAction = w.tools.back
	}
}

// sheetKey does what keys mean in a panel over the page. It reports false for those that
// mean what they always do.
func (w *window) sheetKey(c deskwindow.Chord) bool {
	page, rows := w.desktop.SheetPage(w.desk), w.desktop.SheetLen(w.desk)
	scroll := w.scrollSheet
	row := func(to int) {
		w.desk.FocusedAction = ""
		w.desk.SheetRow = max(1, min(to, rows))
		w.desk.SheetAt = w.desktop.SheetShows(w.desk, w.desk.SheetRow-1)
	}
	const far = 1e12
	switch {
	case c.Command || c.Key == "F11" || c.Key == "F1":
		return false
	case c.Key == "Esc", c.Key == "?" && w.desk.Sheet == deskwindow.SheetHelp, c.Key == "t" && w.desk.Sheet == deskwindow.SheetTable:
		w.closeSheet()
	case c.Key == "Enter" || c.Key == "Space":
		if w.desk.FocusedAction != "" {
			w.act(w.desk.FocusedAction)
		} else if action := w.desktop.SheetLinkAction(w.desk); action != "" {
			w.act(action)
		} else if action := w.desktop.SheetAction(w.desk); action != "" {
			w.act(action)
		}
	case c.Key == "Tab" && w.desktop.SheetHasLinks(w.desk):
		if c.Shift {
			w.tabSheetLink(-1)
		} else {
			w.tabSheetLink(1)
		}
	case c.Key == "Tab":
		if w.desk.FocusedAction = "close-sheet"; rows > 0 && w.desk.SheetRow == 0 {
			row(w.desk.SheetAt.Row + 1)
		} else {
			w.desk.SheetRow = 0
		}
	case c.Key == "Down" && rows > 0:
		row(w.desk.SheetRow + 1)
	case c.Key == "Up" && rows > 0:
		row(w.desk.SheetRow - 1)
	case c.Key == "Home" && rows > 0:
		row(1)
	case c.Key == "End" && rows > 0:
		row(rows)
	case c.Key == "Down":
		scroll(linePx)
	case c.Key == "Up":
		scroll(-linePx)
	case c.Key == "PageDown":
		scroll(page)
	case c.Key == "PageUp":
		scroll(-page)
	case c.Key == "Home":
		scroll(-far)
	case c.Key == "End":
		scroll(far)
	}
	return true
}

// scrollSheet scrolls a panel by so many px. A link in it no longer has the keyboard: Tab
// goes on from what is in sight.
func (w *window) scrollSheet(by float64) {
	w.desk.SheetAt, w.desk.SheetLink = w.desktop.ScrollSheet(w.desk, by), deskwindow.SheetLink{}
}

// tabSheetLink gives the next link in a panel the keyboard, or the one before; past the ends,
// the sign that closes the panel.
func (w *window) tabSheetLink(by int) {
	d := &w.desk
	if d.FocusedAction != "" && by > 0 {
		d.SheetAt = deskwindow.Place{} // from the panel's head to its beginning
	}
	d.SheetLink = w.desktop.NextSheetLink(*d, by)
	if d.FocusedAction = ""; d.SheetLink == (deskwindow.SheetLink{}) {
		d.FocusedAction = "close-sheet"
		return
	}
	d.SheetAt = w.desktop.SheetShowsLink(*d)
}

// showAction scrolls the page until a control is in sight.
func (w *window) showAction(action string) {
	for i := range w.page.Scene.Nodes {
		if n := &w.page.Scene.Nodes[i]; n.Action == action {
			w.showBox(n.Hit)
			return
		}
	}
}

// showBox scrolls the page until a box of it is in sight.
func (w *window) showBox(box scene.Rect) {
	const margin = 16
	switch {
	case box.Bottom()+margin-w.scroll > w.height:
		w.scroll = box.Bottom() + margin - w.height
	case box.Y-margin < w.scroll:
		w.scroll = max(0, box.Y-margin)
	}
}

// leastFigurePx is how much of the figure is seen at least while something is open: a
// popover stands within what is seen of it.
const leastFigurePx = 340.0

// makeRoom scrolls the page until enough of the figure is seen for a popover.
func (w *window) makeRoom() {
	f, room := w.page.Figure, min(leastFigurePx, w.page.Figure.H, w.height)
	w.scroll = max(w.scroll, f.Y+room-w.height)
	w.scroll = max(0, min(w.scroll, f.Bottom()-room))
}

// hover shows what the pointer is over, and names it.
func (w *window) hover(p scene.Point) {
	w.desk.HoveredAction = ""
	if w.page.Scene == nil {
		return
	}
	at, event := w.onPage(p), ""
	shape := ebiten.CursorShapeDefault
	n := w.page.Scene.HitTest(at)
	switch {
	case n != nil && n.Action == "none":
	case n != nil && n.Action != "":
		w.desk.HoveredAction, shape = n.Action, ebiten.CursorShapePointer
		if n.Action == "search" {
			shape = ebiten.CursorShapeText
		} else if n.ID == "sheet:scrim" {
			shape = ebiten.CursorShapeDefault
		}
	case w.viewer != nil && !w.dialog.isOpen() && w.desk.Sheet == "":
		event = w.viewer.Model().Hovered
		if event != "" || n != nil || w.viewer.Dense(w.onFigure(p)) {
			shape = ebiten.CursorShapePointer
		}
	}
	if ebiten.CursorShape() != shape {
		ebiten.SetCursorShape(shape)
	}
	w.nameUnder(at, p, event)
}

// nameUnder shows the name of what is under the pointer, beside where the pointer came
// upon it.
func (w *window) nameUnder(at, p scene.Point, event string) {
	if w.viewer == nil || w.desktop == nil {
		return
	}
	key := w.desk.HoveredAction + "\n" + event
	stretch := ""
	if event == "" && w.desk.HoveredAction == "" && w.hands.Rest() && !w.viewer.Moving() {
		stretch = w.stretchAt(w.onFigure(p))
		key += "\n" + stretch
	}
	if w.dialog.isOpen() || w.desk.Sheet != "" || !w.hands.Rest() {
		w.desk.Tip, w.tools.way.tipOf = deskwindow.Tip{}, key
		return
	}
	if key == w.tools.way.tipOf {
		return
	}
	w.tools.way.tipOf = key
	if stretch != "" {
		w.desk.Tip = deskwindow.Tip{Name: stretch, At: at}
		return
	}
	w.desk.Tip = w.desktop.TipOf(w.desk, event, w.desk.HoveredAction, at)
}
