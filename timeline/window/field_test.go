package window_test

import (
	"testing"

	"barline/internal/storytest"
	"barline/scene"
	"barline/timeline/card"
	"barline/timeline/figure"
	"barline/timeline/view"
	"barline/timeline/window"
	"barline/timeline/words"
)

// What an input method is composing stands underlined where the caret is, within the field,
// and is not part of what is sought.
func TestWhatIsComposedIsShown(t *testing.T) {
	story := storytest.Decode(t, many(200))
	for _, lang := range []string{"en", "fa"} {
		f, err := figure.Open(story, words.English(), storytest.FontsFor(t, lang))
		if err != nil {
			t.Fatal(err)
		}
		w := window.New(card.HeadingOf(story, words.English()), f)
		draw := func(field window.Field) (text, caret, line *scene.Node, box scene.Rect) {
			page := w.Page(f.Figure(700, view.View{}), window.State{FocusedAction: "search", Field: field, Caption: -1, Viewport: scene.Rect{W: 700, H: 700}})
			for i := range page.Scene.Nodes {
				switch n := &page.Scene.Nodes[i]; n.ID {
				case "control:search:name":
					text = n
				case "control:search:caret":
					caret = n
				case "control:search:composing":
					line = n
				case "control:search":
					box = n.Box
				}
			}
			return text, caret, line, box
		}
		text, _, line, _ := draw(window.Field{Text: "harbour", Caret: 4})
		if text.Text.String != "harbour" || line != nil {
			t.Errorf("%s: without composing there are %q and %v", lang, text.Text.String, line)
		}
		text, caret, line, box := draw(window.Field{Text: "harbour", Caret: 4, Composing: "xyz"})
		if text.Text.String != "harbxyzour" {
			t.Errorf("%s: the field shows %q", lang, text.Text.String)
		}
		if line == nil || line.Box.W < 10 || !line.Box.Within(box) || caret == nil {
			t.Fatalf("%s: the line under it is %+v", lang, line)
		}
		if end := line.Box.Right(); caret.Box.X < end-2 || caret.Box.X > end+2 {
			t.Errorf("%s: the caret stands at %v, the line at %v", lang, caret.Box, line.Box)
		}
		if long, _, _, box := draw(window.Field{Text: "harbour", Caret: 7, Composing: "a long composition that is wider than the field is"}); !long.Box.Within(box) {
			t.Errorf("%s: a long one stands at %v in %v", lang, long.Box, box)
		}
	}
}
