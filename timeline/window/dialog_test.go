package window_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"barline/internal/golden"
	"barline/internal/storytest"
	"barline/scene"
	"barline/timeline/window"
)

func problems() *window.Dialog {
	d := &window.Dialog{Title: "treaties.yaml cannot be shown"}
	for i := range 12 {
		d.Items = append(d.Items,
			window.DialogItem{Kind: window.DialogStrong, Text: fmt.Sprintf("treaties.yaml:%d:11  events[%d].date", i+7, i)},
			window.DialogItem{Text: `"1713-04-31": April 1713 has 30 days`},
			window.DialogItem{Text: "write 1713-04-30 or, if only the month is known, 1713-04"})
	}
	d.Items = append(d.Items, window.DialogItem{Kind: window.DialogBar, Share: 0.4},
		window.DialogItem{Kind: window.DialogField, Text: "1917", Action: "field:century"},
		window.DialogItem{Kind: window.DialogChoice, Text: "not there", Note: "/a/long/folder"},
		window.DialogItem{Kind: window.DialogChoice, Text: "English", Action: "on", On: true},
		window.DialogItem{Kind: window.DialogChoice, Text: "Try again", Note: "or not", Action: "again"})
	return d
}

// page is a page under a dialog, scrolled down.
func page(view scene.Rect) *scene.Scene { return &scene.Scene{WidthPx: view.W, HeightPx: 3000} }

// A dialog lies in the window, whatever its size; what has the keyboard can be scrolled
// into sight, and all that can be pressed is reached so.
func TestDialogs(t *testing.T) {
	for _, lang := range []string{"en", "fa"} {
		fonts := storytest.FontsFor(t, lang)
		for _, view := range []scene.Rect{{Y: 100, W: 320, H: 240}, {Y: 100, W: 1100, H: 860}, {Y: 0, W: 2560, H: 1440}} {
			d := problems()
			pressed := map[string]bool{}
			for _, focused := range d.Actions() {
				s := window.DialogState{Viewport: view, Focused: focused}
				place := window.AddDialog(page(view), fonts, d, s)
				s.ScrollPx = place.FocusPx
				drawn := page(view)
				place = window.AddDialog(drawn, fonts, d, s)
				if !place.Box.Within(view) {
					t.Errorf("%s, %v: the dialog lies at %v", lang, view, place.Box)
				}
				ringed := false
				for i := range drawn.Nodes {
					n := &drawn.Nodes[i]
					ringed = ringed || n.ID == "dialog:ring"
					if n.ID != "dialog:veil" && n.ID != "dialog:shade" && !storytest.Extent(n).Within(place.Box.Inset(-1)) {
						t.Errorf("%s, %v: %s at %v is not in the dialog at %v", lang, view, n.ID, n.Box, place.Box)
					}
					if n.Action != "" && n.Action != "none" {
						pressed[n.Action] = true
						if hit := drawn.HitTest(n.Hit.Centre()); hit == nil || hit.Action != n.Action {
							t.Errorf("%s, %v: the middle of %s hits %v", lang, view, n.Action, hit)
						}
					}
				}
				if !ringed {
					t.Errorf("%s, %v: %s has the keyboard and is not seen", lang, view, focused)
				}
				if n := drawn.HitTest(scene.Point{X: view.X + 2, Y: view.Y + 2}); n == nil || n.Action != "none" {
					t.Errorf("%s, %v: a press beside the dialog reaches what lies under it", lang, view)
				}
			}
			for _, a := range d.Actions() {
				if !pressed[a] {
					t.Errorf("%s, %v: %s can be pressed nowhere", lang, view, a)
				}
			}
		}
	}
}

func TestActionsOfADialog(t *testing.T) {
	d := problems()
	if want := []string{"field:century", "on", "again", window.CloseDialog}; !slices.Equal(d.Actions(), want) {
		t.Errorf("the actions are %v", d.Actions())
	}
}

func TestGoldenDialog(t *testing.T) {
	view := scene.Rect{W: 400, H: 500}
	s := page(view)
	window.AddDialog(s, storytest.Fonts(t), problems(), window.DialogState{Viewport: view, Focused: "again", ScrollPx: 900})
	window.AddNotice(s, storytest.Fonts(t), strings.Repeat("Twenty files were dropped. ", 4), view)
	golden.Text(t, "dialog.txt", s.Dump())
}

// In a narrow window a title goes on in the next line: its end says what is the matter.
func TestADialogSaysItsWholeTitle(t *testing.T) {
	view := scene.Rect{W: 320, H: 480}
	drawn := page(view)
	d := &window.Dialog{Title: "more-errors.yaml cannot be shown", Items: []window.DialogItem{{Text: "why", Kind: window.DialogText}}}
	place := window.AddDialog(drawn, storytest.FontsFor(t, "en"), d, window.DialogState{Viewport: view})
	title, bottom, first := "", 0.0, 0.0
	for i := range drawn.Nodes {
		switch n := &drawn.Nodes[i]; {
		case strings.HasPrefix(n.ID, "dialog:title:"):
			title, bottom = strings.TrimSpace(title+" "+strings.TrimSpace(n.Text.String)), max(bottom, n.Box.Bottom())
			if !n.Box.Within(place.Box) {
				t.Errorf("%q at %v is not in the dialog at %v", n.Text.String, n.Box, place.Box)
			}
		case strings.HasPrefix(n.ID, "dialog:item"):
			first = n.Box.Y
		}
	}
	if title != d.Title || first < bottom {
		t.Errorf("the title is %q and ends at %v; what is under it begins at %v", title, bottom, first)
	}
}
