//go:build !js

package host

import (
	"runtime"
	"slices"
	"time"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/inpututil"

	"barline/timeline/input"
	"barline/timeline/state"
	deskwindow "barline/timeline/window"
)

// isMac: shortcuts are held down with Cmd instead of Ctrl.
const isMac = runtime.GOOS == "darwin"

// keyNames are the keys that have names, as shortcuts call them. Others are known by the
// character that they type.
func keyNames() map[ebiten.Key]string {
	return map[ebiten.Key]string{
		ebiten.KeyArrowLeft: "Left", ebiten.KeyArrowRight: "Right", ebiten.KeyArrowUp: "Up", ebiten.KeyArrowDown: "Down",
		ebiten.KeyHome: "Home", ebiten.KeyEnd: "End", ebiten.KeyPageUp: "PageUp", ebiten.KeyPageDown: "PageDown",
		ebiten.KeyEnter: "Enter", ebiten.KeyNumpadEnter: "Enter", ebiten.KeySpace: "Space", ebiten.KeyEscape: "Esc", ebiten.KeyTab: "Tab",
		ebiten.KeyBackspace: "Backspace", ebiten.KeyDelete: "Delete", ebiten.KeyF1: "F1", ebiten.KeyF11: "F11",
	}
}

// repeats are the keys that go on while they are held down.
func repeats(name string) bool {
	return slices.Contains([]string{"Left", "Right", "Up", "Down", "PageUp", "PageDown", "Backspace", "Delete", "Tab"}, name)
}

const (
	repeatAfter = 420 * time.Millisecond
	repeatEvery = 60 * time.Millisecond
)

// keyboard is what the reading of keys remembers.
type keyboard struct {
	names map[ebiten.Key]string
	due   map[ebiten.Key]time.Time // when a key that is held down does it again
}

// chords are the keys that were pressed since the last frame, with what is held down.
func (w *window) chords() []deskwindow.Chord {
	k := &w.tools.keyboard
	if k.names == nil {
		k.names, k.due = keyNames(), map[ebiten.Key]time.Time{}
	}
	ctrl, meta := ebiten.IsKeyPressed(ebiten.KeyControl), ebiten.IsKeyPressed(ebiten.KeyMeta)
	command, other := ctrl, meta
	if isMac {
		command, other = meta, ctrl
	}
	if other || ebiten.IsKeyPressed(ebiten.KeyAlt) {
		return nil // shortcuts of the system
	}
	shift := ebiten.IsKeyPressed(ebiten.KeyShift)
	var all []deskwindow.Chord
	now := time.Now()
	letter := ""
	w.keys = inpututil.AppendPressedKeys(w.keys[:0])
	for _, key := range w.keys {
		name, named := k.names[key]
		switch just := inpututil.IsKeyJustPressed(key); {
		case just:
			k.due[key] = now.Add(repeatAfter)
		case !named || !repeats(name) || now.Before(k.due[key]):
			continue
		default:
			k.due[key] = now.Add(repeatEvery)
		}
		switch {
		case named:
			all = append(all, deskwindow.Chord{Key: name, Command: command, Shift: shift && name != "F1"})
		case command:
			if typed := typedBy(key); typed != "" {
				// Shift is part of how signs are typed.
				all = append(all, deskwindow.Chord{Key: typed, Command: true, Shift: shift && typed >= "a" && typed <= "z"})
			}
		default:
			letter = typedBy(key)
		}
	}
	if command || w.writes() && !w.tools.composer.failed {
		return all // what is typed into the field is read by compose
	}
	w.runes = ebiten.AppendInputChars(w.runes[:0])
	for _, r := range w.runes {
		switch {
		case r == ' ' && !w.writes():
			continue // has a name
		case w.writes() || r < 0x80 || letter == "":
			all = append(all, deskwindow.Chord{Key: lower(r, w.writes())})
		default:
			// On a keyboard of other letters, the key that bears the letter does it.
			all = append(all, deskwindow.Chord{Key: letter})
		}
	}
	return all
}

// lower is a character as shortcuts spell it; in fields it stays as it is.
func lower(r rune, writes bool) string {
	if !writes && r >= 'A' && r <= 'Z' {
		r += 'a' - 'A'
	}
	return string(r)
}

// typedBy is the character that a key types without Shift, on the keyboard that the
// person has if that is a Latin one, else as it is printed on most.
func typedBy(key ebiten.Key) string {
	if name := ebiten.KeyName(key); len(name) == 1 {
		return lower(rune(name[0]), false)
	}
	switch {
	case key >= ebiten.KeyA && key <= ebiten.KeyZ:
		return string(rune('a' + int(key-ebiten.KeyA)))
	case key >= ebiten.KeyDigit0 && key <= ebiten.KeyDigit9:
		return string(rune('0' + int(key-ebiten.KeyDigit0)))
	}
	return map[ebiten.Key]string{ebiten.KeyEqual: "=", ebiten.KeyMinus: "-", ebiten.KeySlash: "/",
		ebiten.KeyNumpadAdd: "+", ebiten.KeyNumpadSubtract: "-", ebiten.KeyNumpad0: "0"}[key]
}

// readKeys does what keys mean: in the search field, in a panel over the page, in an open
// popover, and everywhere else what the table of shortcuts says.
func (w *window) readKeys() {
	chords := w.chords()
	if w.compose() {
		return // the keys are an input method's
	}
	for _, c := range chords {
		w.desk.Tip = deskwindow.Tip{}
		switch {
		case w.unblank(c):
		case w.writes() && w.write(c):
		case w.desk.Sheet != "" && w.sheetKey(c):
		case w.panelKey(c):
		default:
			if s, ok := deskwindow.On(w.desktop.Shortcuts(), c); ok {
				w.act(s.Do)
			}
		}
	}
}

// linePx is how far an arrow key scrolls.
const linePx = 44.0

// panelKey does what keys mean in a popover: the arrows that do not lead to another event
// scroll it, and so do PageUp and PageDown as soon as it is open.
func (w *window) panelKey(c deskwindow.Chord) bool {
	if w.page.Panel.Empty() || w.page.PanelMost <= 0 || c.Command || c.Shift {
		return false
	}
	inside := slices.Contains(w.page.PanelStops, w.desk.FocusedAction)
	page := max(linePx, w.page.Panel.H-70) // its foot, and a line that was seen before
	by := 0.0
	switch {
	case c.Key == "PageDown":
		by = page
	case c.Key == "PageUp":
		by = -page
	case inside && c.Key == "Down":
		by = linePx
	case inside && c.Key == "Up":
		by = -linePx
	case inside && c.Key == "Home":
		by = -w.page.PanelMost
	case inside && c.Key == "End":
		by = w.page.PanelMost
	default:
		return false
	}
	w.desk.PanelScroll = max(0, min(w.desk.PanelScroll+by, w.page.PanelMost))
	return true
}

func (w *window) key(k input.Key) {
	m := w.viewer.Model()
	if k >= input.Earlier && k <= input.Last {
		inside := slices.Contains(w.page.PanelStops, w.desk.FocusedAction)
		w.desk.FocusedAction = ""
		if w.walkEntries(k) {
			return
		}
		if m.Selected != "" && (m.Focused == "" || inside) {
			// The keyboard goes on from what the mouse, or the popover, has opened.
			w.send(state.Focus{ID: m.Selected})
			m = w.viewer.Model()
		}
	}
	if msg := input.KeyMsg(k, m.Focused, m.Selected); msg != nil {
		w.send(msg)
	}
}

// stop is a place that Tab leads to: a control, an event, or a stretch of time.
type stop struct{ action, event, stretch string }

// stops are the places that Tab leads to, in reading order: controls, events, what is in
// the popover of the one that is open, and what can be opened under the figure.
func (w *window) stops() []stop {
	if w.desk.Sheet != "" {
		return []stop{{action: "close-sheet"}}
	}
	var all []stop
	there := map[string]bool{}
	for i := range w.page.Scene.Nodes {
		there[w.page.Scene.Nodes[i].Action] = true
	}
	for _, a := range w.desktop.Actions() {
		if there[a] {
			all = append(all, stop{action: a})
		}
	}
	selected := w.viewer.Model().Selected
	inside := func() {
		for _, a := range w.page.PanelStops {
			all = append(all, stop{action: a})
		}
		selected = ""
	}
	event := func(id string) {
		all = append(all, stop{event: id})
		if id == selected && selected != "" {
			inside()
		}
	}
	if w.viewer.Figure().Capabilities().Lanes {
		for _, e := range w.entries() {
			if e.Event >= 0 {
				event(e.ID)
			} else {
				all = append(all, stop{stretch: e.ID})
			}
		}
		if selected != "" {
			inside() // its event is out of view
		}
	} else {
		for i := range w.viewer.Figure().Events().Len() {
			event(w.viewer.Figure().Events().Event(i).ID)
		}
	}
	for _, a := range w.desktop.Below() {
		all = append(all, stop{action: a})
	}
	return all
}

// tab walks to the next place, round and round: a window has nowhere else to go.
func (w *window) tab(by int) {
	stops, m := w.stops(), w.viewer.Model()
	now := stop{action: w.desk.FocusedAction}
	switch {
	case now.action != "":
	case w.desk.Stretch != "":
		now = stop{stretch: w.desk.Stretch}
	case m.Focused != "":
		now = stop{event: m.Focused}
	case m.Selected != "":
		now = stop{event: m.Selected} // the keyboard goes on from what the mouse has opened
	}
	at := slices.Index(stops, now)
	if at < 0 && by < 0 {
		at = 0
	}
	w.goTo(stops[(at+by+len(stops))%len(stops)])
}

// goTo gives a place the keyboard.
func (w *window) goTo(s stop) {
	w.desk.FocusedAction, w.desk.Stretch = s.action, s.stretch
	if s.event != "" {
		w.send(state.Focus{ID: s.event})
		w.bringIntoSight(s.event)
		return
	}
	if !slices.Contains(w.page.PanelStops, s.action) {
		w.send(state.Focus{})
	} else if i := w.viewer.Figure().Events().Index(w.viewer.Model().Selected); i >= 0 {
		w.desk.PanelScroll = w.desktop.PanelScrollTo(i, w.desk.Picture, w.page.Panel, w.desk.PanelScroll, s.action)
	}
	for i := range w.page.Scene.Nodes {
		if n := &w.page.Scene.Nodes[i]; s.action != "" && n.Action == s.action && !w.page.Panel.Contains(n.Hit.Centre()) {
			w.showBox(n.Hit)
			return
		}
	}
}
