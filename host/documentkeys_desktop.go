//go:build !js

package host

import (
	"strconv"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/inpututil"

	deskwindow "barline/timeline/window"
)

// readDocumentKeys reads the keys that are about files, and reports whether one was
// pressed: Ctrl or Cmd with O opens, with R reads again, with B reads aloud as a page;
// L is the next language.
func (w *window) readDocumentKeys() bool {
	modified := ebiten.IsKeyPressed(ebiten.KeyControl) || ebiten.IsKeyPressed(ebiten.KeyMeta)
	pressed := inpututil.IsKeyJustPressed
	switch {
	case modified && pressed(ebiten.KeyO):
		w.showOpenPanel()
	case modified && pressed(ebiten.KeyR):
		w.load(w.docs.path, w.docs.shown != nil && w.docs.shown.path == w.docs.path, true)
	case modified && pressed(ebiten.KeyB):
		w.readAloud()
	case !modified && !ebiten.IsKeyPressed(ebiten.KeyAlt) && pressed(ebiten.KeyL):
		w.changeLanguage("")
	default:
		return false
	}
	return true
}

// languageDialog is the list of a story's languages.
const languageDialog = "languages"

// showLanguages offers the languages that the story is there in.
func (w *window) showLanguages() {
	o := w.docs.shown
	if o == nil || len(o.editions) < 2 {
		return
	}
	content := deskwindow.Dialog{Title: w.viewer.Figure().Words().UI.Languages}
	for i, e := range o.editions {
		item := deskwindow.DialogItem{Kind: deskwindow.DialogChoice, Text: e.name, Action: "language:" + strconv.Itoa(i)}
		if e.tag == o.story.Lang() {
			item.Note = "✓"
		}
		content.Items = append(content.Items, item)
	}
	w.openDialog(languageDialog, content, func(action string) {
		for i, e := range o.editions {
			if action == "language:"+strconv.Itoa(i) {
				w.dialog.close()
				w.changeLanguage(e.tag)
			}
		}
	})
}
