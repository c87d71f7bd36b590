package window_test

import (
	"slices"
	"testing"

	"barline/internal/looks"
	"barline/scene"
	"barline/timeline/view"
	"barline/timeline/window"
)

// On paper every line of text stands once, whole, on one page.
func TestPrintLosesNothing(t *testing.T) {
	all, err := looks.Open("../..")
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range all {
		if l.Name == "g-register-300" {
			continue // as g-register-61, at length
		}
		w := window.New(l.Heading, l.Figure).Of(l.Story)
		figure := l.Scene(window.PrintPx, looks.State{Name: looks.Calendar, View: view.View{}})
		pages := w.Print(figure)
		seen := map[string]int{}
		for i, p := range pages {
			for _, n := range p.Scene.Nodes {
				if n.Shape != scene.Glyphs || n.ID == "page" {
					continue
				}
				seen[n.ID]++
				if n.Box.Y < 0 || n.Box.Bottom() > p.Scene.HeightPx-30 {
					t.Errorf("%s, page %d: %s, %q, at %v", l.Name, i+1, n.ID, n.Text.String, n.Box)
				}
			}
		}
		for id, times := range seen {
			if times != 1 {
				t.Errorf("%s: %s is printed %d times", l.Name, id, times)
			}
		}
		for i := range figure.Nodes {
			if n := &figure.Nodes[i]; n.Shape == scene.Glyphs && seen[n.ID] == 0 {
				t.Errorf("%s: %s, %q, is not printed", l.Name, n.ID, n.Text.String)
			}
		}
		last := pages[len(pages)-1].Scene
		if len(pages) > 1 && !slices.ContainsFunc(last.Nodes, func(n scene.Node) bool { return n.Shape == scene.Glyphs && n.ID != "page" }) {
			t.Errorf("%s: the last of %d pages is empty", l.Name, len(pages))
		}
	}
}
