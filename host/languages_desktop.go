//go:build !js

package host

import (
	"strconv"

	deskwindow "barline/timeline/window"
)

// doDocument does what is about files, and reports whether there is such an action.
func (w *window) doDocument(action string) bool {
	switch action {
	case "open":
		w.showOpenPanel()
	case "read-again":
		w.load(w.docs.path, w.docs.shown != nil && w.docs.shown.path == w.docs.path, true)
	case "aloud":
		w.readAloud()
	case "next-language":
		w.changeLanguage("")
	case "language":
		w.showLanguages()
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
		item := deskwindow.DialogItem{Kind: deskwindow.DialogChoice, Text: e.name, Action: "language:" + strconv.Itoa(i), On: e.tag == o.story.Lang()}
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
