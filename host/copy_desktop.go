//go:build !js

package host

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"barline/document"
	"barline/host/crash"
	"barline/publish"
	"barline/timeline/view"
	deskwindow "barline/timeline/window"
)

// copyQuotation copies a quotation of the event that is open, with its speaker and its
// source: the one of this number, else the one that has the keyboard, else the one that
// the popover begins with.
func (w *window) copyQuotation(number string) {
	i := w.viewer.Figure().Events().Index(w.viewer.Model().Selected)
	if i < 0 {
		return
	}
	if focused, ok := strings.CutPrefix(w.desk.FocusedAction, deskwindow.CopyQuote); ok && number == "" {
		number = focused
	}
	text := w.desktop.Cited(i, number)
	if text == "" {
		return
	}
	own := w.wording()
	go func() {
		err := crash.Guard(func() error { return w.tools.board.PutText(text) })
		w.later(func() { w.answerCopy(own.QuotationCopied, err) })
	}()
}

// answerCopy says what came of copying.
func (w *window) answerCopy(copied string, err error) {
	if err != nil {
		copied = fill(w.wording().CopyRefused, "why", err.Error())
	}
	w.say(copied)
}

// pictureOptions are those of a picture of what the window shows.
func (w *window) pictureOptions() publish.PictureOptions {
	m := w.viewer.Model()
	o := publish.PictureOptions{WidthPx: m.WidthPx, Scale: 2, Dark: w.look.dark(), Compare: m.Arrangement == view.Compare, ReadFile: document.Beside(w.docs.shown.file)}
	if !w.viewer.Figure().Capabilities().Lanes {
		o.Selected = m.Selected
	}
	return o
}

// copyPicture copies the whole figure under its headline, as the window shows it.
func (w *window) copyPicture() {
	shown := w.docs.shown
	if shown == nil {
		return
	}
	own, options := w.wording(), w.pictureOptions()
	go func() {
		err := crash.Guard(func() error {
			picture, err := publish.Picture(shown.story, "picture.png", options)
			if err != nil {
				return err
			}
			return w.tools.board.PutPNG(picture)
		})
		w.later(func() { w.answerCopy(own.PictureCopied, err) })
	}()
}

// openLink opens an address in the browser.
func (w *window) openLink(address string) {
	why := ""
	switch u, err := url.Parse(address); {
	case err != nil:
		why = address
	case !slices.Contains([]string{"http", "https", "mailto"}, u.Scheme):
		why = strconv.Quote(address)
	default:
		if err := openInBrowser(u.String()); err != nil {
			why = err.Error()
		}
	}
	if why != "" {
		w.say(fill(w.wording().LinkRefused, "why", why))
	}
}
