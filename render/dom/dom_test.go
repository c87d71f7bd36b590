package dom_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"barline/internal/golden"
	"barline/internal/storytest"
	"barline/render/dom"
	"barline/scene"
	"barline/timeline/view"
)

func TestGoldenLayers(t *testing.T) {
	p := storytest.Picture(t)
	for _, width := range []float64{360, 1000} {
		golden.Text(t, fmt.Sprintf("layer-%v.txt", width), dom.Of(p.Figure(width, view.View{})).Dump())
	}
}

// A button for every event that is drawn, exactly where the scene takes a
// press for it; words for every line that can be seen; nothing twice.
func TestLayerIsTheScenes(t *testing.T) {
	p := storytest.Picture(t)
	for _, width := range view.Ladder() {
		for _, a := range []view.Arrangement{view.Calendar, view.Compare} {
			s := p.Figure(width, view.View{Arrangement: a, Selected: "2025-03"})
			items := map[string]dom.Item{}
			for _, it := range dom.Of(s) {
				if _, twice := items[it.ID]; twice {
					t.Errorf("%v px, %s: %s stands twice", width, a, it.ID)
				}
				items[it.ID] = it
			}
			count := 0
			for _, e := range p.Story().Events() {
				b, _ := s.EventBoxes(e.ID)
				if got := items["button:"+e.ID]; got.Kind != dom.Button || got.Event != e.ID || got.Box != b.Hit {
					t.Errorf("%v px, %s: the button of %s is %+v, want it at %v", width, a, e.ID, got, b.Hit)
				}
				count++
			}
			for _, n := range s.Nodes {
				if n.Text == nil {
					continue
				}
				count++
				got := items[n.ID]
				if got.Kind != dom.Words || got.Text != n.Text.String || got.Event != n.Event || got.Box != n.Box ||
					got.Face != n.Text.Style.Face || got.SizePx != n.Text.Style.SizePx || got.LinePx != n.Box.H {
					t.Errorf("%v px, %s: %s is %+v", width, a, n.ID, got)
				}
			}
			if count != len(items) {
				t.Errorf("%v px, %s: %d items, want %d", width, a, len(items), count)
			}
		}
	}
}

func TestUnseenWordsAreNotInTheLayer(t *testing.T) {
	words := &scene.Text{String: "gone", Style: scene.Style{SizePx: 10}}
	s := &scene.Scene{Nodes: []scene.Node{{ID: "a", Shape: scene.Glyphs, Text: words}, {ID: "b", Shape: scene.Glyphs, Text: words, Alpha: 0.1}}}
	if l := dom.Of(s); len(l) != 1 || l[0].ID != "b" {
		t.Errorf("got %+v", l)
	}
}

func word(id, text string, x float64) dom.Item {
	return dom.Item{ID: id, Kind: dom.Words, Text: text, Box: scene.Rect{X: x, Y: 1, W: 10, H: 5}, SizePx: 13}
}

func TestDiff(t *testing.T) {
	a, b, c := word("a", "one", 0), word("b", "two", 20), word("c", "three", 40)
	moved, said, larger := word("b", "two", 21), word("b", "deux", 20), b
	larger.SizePx = 15
	both := word("b", "deux", 21)
	for _, test := range []struct {
		name      string
		old, next dom.Layer
		want      []dom.Change
	}{
		{"nothing from nothing", nil, nil, nil},
		{"the same", dom.Layer{a, b}, dom.Layer{a, b}, nil},
		{"the same in another order", dom.Layer{a, b}, dom.Layer{b, a}, nil},
		{"new", dom.Layer{a}, dom.Layer{a, b}, []dom.Change{{Item: b}}},
		{"gone", dom.Layer{a, b}, dom.Layer{b}, []dom.Change{{Item: a, Gone: true}}},
		{"moved", dom.Layer{a, b}, dom.Layer{a, moved}, []dom.Change{{Item: moved, Moved: true}}},
		{"other words", dom.Layer{b}, dom.Layer{said}, []dom.Change{{Item: said}}},
		{"another size", dom.Layer{b}, dom.Layer{larger}, []dom.Change{{Item: larger}}},
		{"other words elsewhere", dom.Layer{b}, dom.Layer{both}, []dom.Change{{Item: both}}},
		{"what has left comes first", dom.Layer{a, b}, dom.Layer{c, moved}, []dom.Change{{Item: a, Gone: true}, {Item: c}, {Item: moved, Moved: true}}},
		{"everything", dom.Layer{a}, nil, []dom.Change{{Item: a, Gone: true}}},
	} {
		if diff := cmp.Diff(test.want, dom.Diff(test.old, test.next), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

// apply does to a page's items what the page's script does.
func apply(t *rapid.T, page map[string]dom.Item, changes []dom.Change) {
	for _, c := range changes {
		was, there := page[c.ID]
		switch {
		case c.Gone && !there:
			t.Fatalf("%s is to leave, but is not there", c.ID)
		case c.Gone:
			delete(page, c.ID)
		case c.Moved && !there:
			t.Fatalf("%s is to move, but is not there", c.ID)
		case c.Moved:
			was.Box = c.Box
			page[c.ID] = was
		default:
			page[c.ID] = c.Item
		}
	}
}

func byID(l dom.Layer) map[string]dom.Item {
	m := map[string]dom.Item{}
	for _, it := range l {
		m[it.ID] = it
	}
	return m
}

// Applied to a page that shows old, the changes make it show next; and there
// is at most one for an item.
func TestDiffLeadsFromOldToNext(t *testing.T) {
	layer := rapid.Custom(func(t *rapid.T) dom.Layer {
		var l dom.Layer
		for _, id := range rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"a", "b", "c", "d", "e", "f"}), 0, 6, rapid.ID[string]).Draw(t, "ids") {
			l = append(l, word(id, rapid.SampledFrom([]string{"one", "two"}).Draw(t, "text"), float64(rapid.IntRange(0, 2).Draw(t, "x"))))
		}
		return l
	})
	rapid.Check(t, func(t *rapid.T) {
		old, next := layer.Draw(t, "old"), layer.Draw(t, "next")
		changes := dom.Diff(old, next)
		page, seen := byID(old), map[string]bool{}
		for _, c := range changes {
			if seen[c.ID] {
				t.Fatalf("%s changes twice", c.ID)
			}
			seen[c.ID] = true
		}
		apply(t, page, changes)
		if diff := cmp.Diff(byID(next), page); diff != "" {
			t.Fatalf("-want +got:\n%s", diff)
		}
		if again := dom.Diff(next, next); len(again) > 0 {
			t.Fatalf("nothing changed, but %+v", again)
		}
	})
}

// From figure to figure of a real story.
func TestDiffOfFigures(t *testing.T) {
	p := storytest.Picture(t)
	from, to := p.Extent()
	rapid.Check(t, func(t *rapid.T) {
		layer := func(label string) dom.Layer {
			start := rapid.Float64Range(-0.2, 0.9).Draw(t, label)
			return dom.Of(p.Figure(rapid.SampledFrom([]float64{360, 700}).Draw(t, "width"), view.View{
				Arrangement: rapid.SampledFrom([]view.Arrangement{view.Calendar, view.Compare}).Draw(t, "arrangement"),
				From:        from + start*(to-from), To: from + (start+rapid.Float64Range(0.05, 1).Draw(t, "span"))*(to-from)}))
		}
		old, next := layer("old"), layer("next")
		page := byID(old)
		apply(t, page, dom.Diff(old, next))
		if diff := cmp.Diff(byID(next), page); diff != "" {
			t.Fatalf("-want +got:\n%s", diff)
		}
	})
}
