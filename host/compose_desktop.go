//go:build !js

package host

import (
	"image"
	"unicode/utf8"

	"github.com/hajimehoshi/ebiten/v2/exp/textinput"

	deskwindow "barline/timeline/window"
)

// composer takes what is typed into the search field, also by an input method: on Windows and
// macOS what is being composed is shown in the field, and the system's list of candidates
// beside it. Elsewhere an input method shows what is being composed itself, and what comes
// here is what it has settled.
type composer struct {
	field textinput.Field
	// failed: the system has refused; keys are read without it from then on.
	failed bool
}

// compose reads what is typed into the search field. It reports whether keys belong to an
// input method now: Enter then settles a word, and opens nothing.
func (w *window) compose() (composing bool) {
	c := &w.tools.composer
	if !w.writes() || c.failed {
		c.field.Blur()
		w.desk.Field.Composing = ""
		return false
	}
	f := w.desk.Field
	composing = f.Composing != ""
	caret := len(string([]rune(f.Text)[:f.Move(0).Caret]))
	if start, end := c.field.Selection(); c.field.Text() != f.Text || start != caret || end != caret {
		c.field.SetTextAndSelection(f.Text, caret, caret)
	}
	c.field.Focus()
	var at image.Rectangle
	for i := range w.page.Scene.Nodes {
		if n := &w.page.Scene.Nodes[i]; n.ID == "control:search:caret" {
			box := n.Box.Move(w.corner().X, w.corner().Y)
			at = image.Rect(int(box.X*w.scale), int(box.Y*w.scale), int(box.Right()*w.scale)+1, int(box.Bottom()*w.scale))
		}
	}
	handled, err := c.field.HandleInputWithBounds(at)
	if err != nil {
		c.failed = true
		return false
	}
	if !handled {
		return composing
	}
	text := c.field.Text()
	end, _ := c.field.Selection()
	next := deskwindow.Field{}.Insert(text[:end])
	next = next.Insert(text[end:]).Move(-utf8.RuneCountInString(text[end:]))
	if n := c.field.UncommittedTextLengthInBytes(); n > 0 {
		next.Composing = c.field.TextForRendering()[end : end+n]
	}
	w.seek(next)
	return composing || next.Composing != ""
}
