//go:build !js

package host

import (
	"slices"
	"strings"

	"barline/host/crash"
	"barline/timeline/state"
	"barline/timeline/view"
	deskwindow "barline/timeline/window"
)

// writes reports whether the keyboard writes in the search field.
func (w *window) writes() bool { return w.desk.FocusedAction == "search" && w.desk.Sheet == "" }

// write does what keys mean in the search field. It reports false for those that mean
// what they always do.
func (w *window) write(c deskwindow.Chord) bool {
	f := w.desk.Field
	switch {
	case c.Command && c.Key == "v":
		w.paste()
		return true
	case c.Command:
		return false
	case c.Key == "Tab", c.Key == "F1", c.Key == "F11", c.Key == "PageUp", c.Key == "PageDown":
		return false
	case c.Key == "Esc":
		if f.Text == "" {
			w.desk.FocusedAction = ""
			return w.viewer.Model().Selected == ""
		}
		f = deskwindow.Field{}
	case c.Key == "Enter":
		// What has been found opens, one after another.
		if w.viewer.Figure().Progress().Found > 0 || w.viewer.Model().Query == (view.Query{}) {
			by := 1
			if c.Shift {
				by = -1
			}
			w.send(state.Step{By: by, ByHand: true})
		}
		return true
	case c.Key == "Backspace":
		f = f.Delete(-1)
	case c.Key == "Delete":
		f = f.Delete(1)
	case c.Key == "Left", c.Key == "Right":
		by := 1
		if (c.Key == "Left") != w.viewer.Settled().RTL {
			by = -1
		}
		f = f.Move(by)
	case c.Key == "Home":
		f = f.Move(-1 << 20)
	case c.Key == "End":
		f = f.Move(1 << 20)
	case c.Key == "Space":
		return true // types a blank, too
	case len([]rune(c.Key)) > 1:
		return true // up and down have nowhere to go
	default:
		f = f.Insert(c.Key)
	}
	w.seek(f)
	return true
}

// seek looks for what stands in the field.
func (w *window) seek(f deskwindow.Field) {
	w.desk.Field = f
	q := w.viewer.Model().Query
	if text := strings.TrimSpace(f.Text); text != q.Text {
		q.Text = text
		w.send(state.Find{Query: q})
	}
}

// paste writes into the field what was copied.
func (w *window) paste() {
	crash.Beside(func() {
		text, err := w.tools.board.Text()
		if err != nil {
			return // there is nothing to paste
		}
		w.later(func() {
			if w.viewer != nil && w.writes() {
				w.seek(w.desk.Field.Insert(text))
			}
		})
	}, w.fail)
}

// isFilter reports whether a panel is the list of a filter.
func (w *window) isFilter(name string) bool {
	return slices.Contains(w.desktop.Actions(), "filter:"+name)
}

// choose asks for a person, a place or a kind: "person:putin".
func (w *window) choose(choice string) {
	name, value, _ := strings.Cut(choice, ":")
	w.closeSheet()
	w.send(state.Find{Query: deskwindow.With(w.viewer.Model().Query, name, value)})
}
