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
	"barline/timeline/filter"
	"barline/timeline/view"
	"barline/timeline/window"
	"barline/timeline/words"
)

// many is a story of so many events.
func many(n int) string {
	var b strings.Builder
	b.WriteString("barline: 1\nid: many\nheadline: Many\nsources: [{id: s, name: S}]\nevents:\n")
	for i := range n {
		fmt.Fprintf(&b, "  - {id: e%d, title: Talks, date: 2024-%02d-%02d, duration: PT2H}\n", i, i/28+1, i%28+1)
	}
	return b.String()
}

// The window shows a figure of any kind, with the controls for what it can do, and
// leaves its scene as it was.
func TestTheWindowOfManyEvents(t *testing.T) {
	story := storytest.Decode(t, many(200))
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

// Whoever is offered among the people is found in each event that they take part in. Those who
// are only quoted are not offered; the search finds them.
func TestEverybodyOfferedIsFound(t *testing.T) {
	var b strings.Builder
	b.WriteString("barline: 1\nid: many\nheadline: Many\nsources: [{id: s, name: S}]\npeople: [{id: ann, name: Ann}, {id: bo, name: Bo}, {id: bob, name: Bob}, {id: cem, name: Cem}]\nevents:\n")
	for i := range 200 {
		fmt.Fprintf(&b, "  - {id: e%d, title: Talks, date: 2024-%02d-%02d, people: [ann%s]", i, i/28+1, i%28+1, map[bool]string{true: ", cem"}[i%10 == 0])
		switch {
		case i%50 == 7:
			fmt.Fprintf(&b, `, quotes: [{id: q%d, speaker: bo, words: "I say: \"speaker\":\"bob\".", circumstance: in a letter}]`, i)
		case i == 9:
			b.WriteString(", quotes: [{id: q, speaker: bob, words: Yes., circumstance: in a letter}]")
		}
		b.WriteString("}\n")
	}
	story := storytest.Decode(t, b.String())
	f, err := figure.Open(story, words.English(), storytest.Fonts(t))
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]int{"ann": 200, "cem": 20}
	for _, offered := range filter.Of(story, words.English()) {
		if offered.Name != "person" {
			continue
		}
		for _, o := range offered.Options {
			f.Figure(1100, view.View{Query: view.Query{Person: o.Value}})
			for f.Work() {
			}
			if found := f.Progress().Found; found != want[o.Value] {
				t.Errorf("%s is found in %d events, want %d", o.Label, found, want[o.Value])
			}
			delete(want, o.Value)
		}
	}
	if len(want) > 0 {
		t.Errorf("not offered: %v", want)
	}
	for text, n := range map[string]int{"Bo": 5, "Bob": 5} {
		f.Figure(1100, view.View{Query: view.Query{Text: text}})
		for f.Work() {
		}
		if found := f.Progress().Found; found != n {
			t.Errorf("the search for %s finds %d events, want %d", text, found, n)
		}
	}
}
