//go:build !js

package host

import (
	"slices"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/inpututil"

	"barline/timeline/input"
	"barline/timeline/state"
)

// readKeys turns keys into messages, as the page's script does for the
// browser: the whole window is inside the timeline.
func (w *window) readKeys() {
	w.keys = inpututil.AppendJustPressedKeys(w.keys[:0])
	modified := ebiten.IsKeyPressed(ebiten.KeyControl) || ebiten.IsKeyPressed(ebiten.KeyMeta) || ebiten.IsKeyPressed(ebiten.KeyAlt)
	// Towards earlier, by what the eye sees.
	left, right := ebiten.KeyArrowLeft, ebiten.KeyArrowRight
	if w.viewer.Settled().RTL {
		left, right = right, left
	}
	for _, k := range w.keys {
		if modified {
			continue
		}
		switch k {
		case ebiten.KeyTab:
			by := 1
			if ebiten.IsKeyPressed(ebiten.KeyShift) {
				by = -1
			}
			w.tab(by)
		case ebiten.KeyEnter, ebiten.KeyNumpadEnter, ebiten.KeySpace:
			if w.desk.FocusedAction != "" {
				w.act(w.desk.FocusedAction)
				continue
			}
			w.key(input.Press)
		case ebiten.KeyArrowUp, left:
			w.key(shifted(input.Earlier, input.PanEarlier))
		case ebiten.KeyArrowDown, right:
			w.key(shifted(input.Later, input.PanLater))
		case ebiten.KeyHome:
			w.key(input.First)
		case ebiten.KeyEnd:
			w.key(input.Last)
		case ebiten.KeyEscape:
			w.key(input.Escape)
		case ebiten.KeyPageDown:
			w.scroll += w.height * 0.9
		case ebiten.KeyPageUp:
			w.scroll -= w.height * 0.9
		}
	}
	if modified {
		return
	}
	w.runes = ebiten.AppendInputChars(w.runes[:0])
	for _, r := range w.runes {
		switch r {
		case '+', '=':
			w.key(input.Closer)
		case '-', '−':
			w.key(input.Farther)
		case '0':
			w.key(input.Whole)
		case 'p', 'P':
			w.key(input.PlayKey)
		}
	}
}

// shifted is the second key while Shift is held.
func shifted(plain, shift input.Key) input.Key {
	if ebiten.IsKeyPressed(ebiten.KeyShift) {
		return shift
	}
	return plain
}

func (w *window) key(k input.Key) {
	m := w.viewer.Model()
	if k >= input.Earlier && k <= input.Last {
		w.desk.FocusedAction = ""
		if m.Focused == "" && m.Selected != "" {
			// The keyboard goes on from what the mouse has opened.
			w.send(state.Focus{ID: m.Selected})
			m = w.viewer.Model()
		}
	}
	if msg := input.KeyMsg(k, m.Focused, m.Selected); msg != nil {
		w.send(msg)
	}
}

// tab walks controls, events and transcript in reading order, round and round:
// a window has nowhere else to go.
func (w *window) tab(by int) {
	m := w.viewer.Model()
	var stops []string
	stops = append(stops, w.desktop.Actions()...)
	first := len(stops)
	for _, e := range w.story.Events() {
		stops = append(stops, e.ID)
	}
	last := len(stops)
	stops = append(stops, "transcript")
	at := -1
	switch {
	case w.desk.FocusedAction != "":
		at = slices.Index(stops, w.desk.FocusedAction)
	case m.Focused != "":
		at = first + slices.Index(stops[first:last], m.Focused)
	case by < 0:
		at = 0
	}
	at = (at + by + len(stops)) % len(stops)
	w.desk.FocusedAction = ""
	if at >= first && at < last {
		w.send(state.Focus{ID: stops[at]})
		w.bringIntoSight(stops[at])
		return
	}
	w.send(state.Focus{})
	w.desk.FocusedAction = stops[at]
}
