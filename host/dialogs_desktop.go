//go:build !js

package host

import (
	"strings"
	"time"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/inpututil"

	"barline/assets/fonts"
	"barline/scene"
	deskwindow "barline/timeline/window"
	"barline/timeline/window/wording"
	"barline/timeline/words"
	"barline/typeset"
)

// The kinds of dialogs.
const (
	dialogOpen      = "open"
	dialogProblems  = "problems"
	dialogQuestions = "questions"
	dialogProgress  = "progress"
	dialogReplace   = "replace"
)

// dialogs is the panel in front of the window, if there is one, and the sentence at its
// foot.
type dialogs struct {
	kind    string // "" is none
	content deskwindow.Dialog
	state   deskwindow.DialogState
	place   deskwindow.DialogPlace
	// reached: the keyboard has moved in the dialog. Until then what is listed first is in
	// sight, and not what has the keyboard: errors stand before the button under them.
	reached bool
	// fields are what has been written into fields, by their actions.
	fields map[string]string
	// act does what is pressed.
	act func(action string)

	notice      string
	noticeUntil time.Time
	// version counts changes, so that the window sees that there is one.
	version int
}

// blank is what a window needs before its first story.
type blank struct {
	fonts *typeset.Fonts
	say   wording.Words
}

// fill puts values into a pattern, by their names.
func fill(pattern string, pairs ...string) string { return words.Fill(pattern, pairs...) }

// openDialog shows a dialog in the place of any other.
func (w *window) openDialog(kind string, content deskwindow.Dialog, act func(action string)) {
	d := &w.dialog
	same := d.kind == kind
	d.kind, d.content, d.act = kind, content, act
	d.version++
	if same {
		return
	}
	d.state, d.fields = deskwindow.DialogState{}, map[string]string{}
	d.state.Focused, d.reached = content.Actions()[0], false
}

func (d *dialogs) isOpen() bool { return d.kind != "" }

func (d *dialogs) close() {
	if d.kind != "" {
		d.kind, d.act = "", nil
		d.version++
	}
}

// closeIf closes a dialog of one kind.
func (d *dialogs) closeIf(kind string) {
	if d.kind == kind {
		d.close()
	}
}

// noticeFor is how long a sentence stays at the foot of the window.
const noticeFor = 6 * time.Second

// say shows a sentence at the foot of the window for some seconds.
func (w *window) say(text string) {
	w.dialog.notice, w.dialog.noticeUntil = text, time.Now().Add(noticeFor)
	w.dialog.version++
	time.AfterFunc(noticeFor, wake)
}

// dress puts dialog and notice over a page.
func (w *window) dress(page *scene.Scene, viewport scene.Rect) {
	d := &w.dialog
	if d.kind != "" {
		d.state.Viewport, d.state.Hovered = viewport, w.desk.HoveredAction
		w.placeDialog(page)
	}
	if d.notice != "" {
		deskwindow.AddNotice(page, w.letters(), d.notice, viewport)
	}
}

// placeDialog draws the dialog; what has the keyboard is scrolled into sight.
func (w *window) placeDialog(page *scene.Scene) {
	d := &w.dialog
	nodes, height := len(page.Nodes), page.HeightPx
	d.place = deskwindow.AddDialog(page, w.letters(), &d.content, d.state)
	scroll := min(d.state.ScrollPx, d.place.MostPx)
	if d.keyboard() {
		scroll = d.place.FocusPx
	}
	if scroll != d.state.ScrollPx {
		d.state.ScrollPx = scroll
		page.Nodes, page.HeightPx = page.Nodes[:nodes], height
		d.place = deskwindow.AddDialog(page, w.letters(), &d.content, d.state)
	}
}

// keyboard reports whether what has the keyboard was reached by it, and not scrolled
// away since.
func (d *dialogs) keyboard() bool { return d.reached && d.state.Focused != "" }

// letters are the fonts in which dialogs are set.
func (w *window) letters() *typeset.Fonts {
	if w.docs.shown != nil {
		return w.docs.shown.fonts
	}
	if w.blank.fonts == nil {
		w.blank.fonts, w.failure = fonts.All("en")
	}
	return w.blank.fonts
}

// forget drops a sentence whose time is over.
func (d *dialogs) forget() {
	if d.notice != "" && time.Now().After(d.noticeUntil) {
		d.notice = ""
		d.version++
	}
}

// actDialog does what is pressed in a dialog.
func (w *window) actDialog(action string) {
	d := &w.dialog
	if !d.isOpen() {
		return
	}
	if action == deskwindow.CloseDialog {
		if d.kind == dialogProgress {
			w.cancelLoading()
		}
		d.close()
		if w.viewer == nil {
			w.showOpenPanel() // there is nothing else in the window
		}
		return
	}
	if strings.HasPrefix(action, "field:") {
		d.state.Focused = action
		d.version++
		return
	}
	if d.act != nil {
		d.act(action)
	}
}

// cancelLoading stops what is being opened.
func (w *window) cancelLoading() {
	if l := w.docs.loading; l != nil {
		l.stop()
	}
}

// readDialogKeys gives the keys to a dialog, and reports whether there is one.
func (w *window) readDialogKeys() bool {
	d := &w.dialog
	if !d.isOpen() {
		return false
	}
	w.tools.composer.field.Blur() // what is typed is the dialog's
	actions := d.content.Actions()
	at := -1
	for i, a := range actions {
		if a == d.state.Focused {
			at = i
		}
	}
	walk := func(by int) {
		at = (at + by + len(actions)) % len(actions)
		d.state.Focused, d.reached = actions[at], true
		d.version++
	}
	w.keys = inpututil.AppendJustPressedKeys(w.keys[:0])
	for _, k := range w.keys {
		switch k {
		case ebiten.KeyTab:
			walk(shiftedBy(1, -1))
		case ebiten.KeyArrowDown:
			walk(1)
		case ebiten.KeyArrowUp:
			walk(-1)
		case ebiten.KeyPageDown:
			d.scroll(d.place.Box.H * 0.8)
		case ebiten.KeyPageUp:
			d.scroll(-d.place.Box.H * 0.8)
		case ebiten.KeyEscape:
			w.actDialog(deskwindow.CloseDialog)
			return true
		case ebiten.KeyEnter, ebiten.KeyNumpadEnter:
			w.actDialogFocused()
			return true
		case ebiten.KeySpace:
			if !strings.HasPrefix(d.state.Focused, "field:") {
				w.actDialogFocused()
				return true
			}
		}
	}
	w.writeField()
	return true
}

func shiftedBy(plain, shift int) int {
	if ebiten.IsKeyPressed(ebiten.KeyShift) {
		return shift
	}
	return plain
}

// actDialogFocused does what has the keyboard; in a field, what stands after it.
func (w *window) actDialogFocused() {
	d := &w.dialog
	action := d.state.Focused
	if strings.HasPrefix(action, "field:") {
		actions := d.content.Actions()
		for i, a := range actions[:len(actions)-1] {
			if a == action {
				action = actions[i+1]
				break
			}
		}
	}
	if action != "" {
		w.actDialog(action)
	}
}

// scroll scrolls a dialog, by keys or wheel; the keyboard's place no longer holds it.
func (d *dialogs) scroll(px float64) {
	d.state.ScrollPx = max(0, min(d.state.ScrollPx+px, d.place.MostPx))
	d.state.Focused = ""
	d.version++
}

// writeField takes what is typed into the field that has the keyboard.
func (w *window) writeField() {
	d := &w.dialog
	if !strings.HasPrefix(d.state.Focused, "field:") {
		return
	}
	text := d.fields[d.state.Focused]
	if inpututil.IsKeyJustPressed(ebiten.KeyBackspace) && text != "" {
		r := []rune(text)
		text = string(r[:len(r)-1])
	}
	w.runes = ebiten.AppendInputChars(w.runes[:0])
	const most = 200
	for _, r := range w.runes {
		if len(text) < most {
			text += string(r)
		}
	}
	if text == d.fields[d.state.Focused] {
		return
	}
	d.fields[d.state.Focused] = text
	for i := range d.content.Items {
		if it := &d.content.Items[i]; it.Action == d.state.Focused {
			it.Text = text
		}
	}
	d.version++
}
