package window_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"barline/internal/storytest"
	"barline/scene"
	"barline/timeline/card"
	"barline/timeline/figure"
	"barline/timeline/view"
	"barline/timeline/window"
	"barline/timeline/words"
)

// The window shows a figure of any kind, with the controls for what it can do, and
// leaves its scene as it was.
func TestTheWindowOfManyEvents(t *testing.T) {
	var b strings.Builder
	b.WriteString("barline: 1\nid: many\nheadline: Many\nsources: [{id: s, name: S}]\nevents:\n")
	for i := range 200 {
		fmt.Fprintf(&b, "  - {id: e%d, title: Talks, date: 2024-%02d-%02d, duration: PT2H}\n", i, i/28+1, i%28+1)
	}
	story := storytest.Decode(t, b.String())
	f, err := figure.Open(story, words.English(), storytest.Fonts(t))
	if err != nil {
		t.Fatal(err)
	}
	w := window.New(card.HeadingOf(story, words.English()), f)
	if got, want := w.Actions(), []string{"search", "zoom-in", "zoom-out", "earlier", "later", "fit"}; !slices.Equal(got, want) {
		t.Errorf("the controls are %v, want %v", got, want)
	}
	for _, width := range []float64{360, 1100} {
		v := view.View{Selected: "e100"}
		drawn := f.Figure(width, v)
		before := drawn.Dump()
		page := w.Page(drawn, window.State{View: v, Viewport: scene.Rect{W: width, H: 900}, Caption: -1})
		if page.Panel.Empty() || !page.Panel.Within(scene.Rect{W: width, H: page.Scene.HeightPx}) {
			t.Errorf("%v px: the popover stands at %v", width, page.Panel)
		}
		if drawn.Dump() != before {
			t.Errorf("%v px: laying the page out changed the figure", width)
		}
	}
}
