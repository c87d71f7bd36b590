package scene_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"barline/scene"
)

func node(id string, z int8, hit scene.Rect) scene.Node {
	return scene.Node{ID: id, Z: z, Hit: hit, Box: hit, Alpha: 1}
}

func TestSortKeepsTheOrderOfEquals(t *testing.T) {
	s := scene.Scene{Nodes: []scene.Node{{ID: "b1", Z: 2}, {ID: "a1", Z: -1}, {ID: "b2", Z: 2}, {ID: "a2", Z: -1}, {ID: "b3", Z: 2}}}
	s.Sort()
	var got []string
	for _, n := range s.Nodes {
		got = append(got, n.ID)
	}
	if diff := cmp.Diff([]string{"a1", "a2", "b1", "b2", "b3"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestHitTestFindsTheNearest(t *testing.T) {
	left, both := scene.Rect{X: 0, Y: 0, W: 10, H: 10}, scene.Rect{X: 0, Y: 0, W: 20, H: 10}
	s := scene.Scene{Nodes: []scene.Node{
		node("near", 5, left), node("far", 1, both), node("later", 1, scene.Rect{X: 5, Y: 0, W: 15, H: 10}), node("words", 9, scene.Rect{}),
	}}
	s.Sort()
	for _, c := range []struct {
		p    scene.Point
		want string
	}{
		{scene.Point{X: 2, Y: 5}, "near"}, {scene.Point{X: 7, Y: 5}, "near"},
		// What is drawn later covers what lies at the same height.
		{scene.Point{X: 12, Y: 5}, "later"},
		{scene.Point{X: 10, Y: 5}, "later"},
		{scene.Point{X: 25, Y: 5}, ""}, {scene.Point{X: 2, Y: 10}, ""},
	} {
		got := ""
		if n := s.HitTest(c.p); n != nil {
			got = n.ID
		}
		if got != c.want {
			t.Errorf("%v hits %q, want %q", c.p, got, c.want)
		}
	}
}

func TestEventBoxes(t *testing.T) {
	s := scene.Scene{Nodes: []scene.Node{
		{ID: "bar:a", Event: "a", Role: scene.Bar, Box: scene.Rect{X: 10, Y: 10, W: 5, H: 20}, Hit: scene.Rect{X: 4, Y: 8, W: 24, H: 24}},
		// The mark of an unknown length lies on the bar and has no hit box.
		{ID: "unknown:a", Event: "a", Role: scene.Bar, Box: scene.Rect{X: 12, Y: 12, W: 2, H: 2}},
		{ID: "wait:a", Event: "a", Role: scene.Wait, Box: scene.Rect{X: 0, Y: 10, W: 5, H: 60}, Hit: scene.Rect{X: 0, Y: 10, W: 24, H: 60}},
		{ID: "label:a:0", Event: "a", Role: scene.Label, Box: scene.Rect{X: 30, Y: 0, W: 40, H: 10}},
		{ID: "label:a:1", Event: "a", Role: scene.Label, Box: scene.Rect{X: 30, Y: 12, W: 20, H: 10}},
		{ID: "bracket:a", Event: "a", Role: scene.Bracket, Box: scene.Rect{X: -500, Y: 0, W: 1000, H: 1}},
		{ID: "dot:b", Event: "b", Role: scene.Dot, Box: scene.Rect{X: 100, Y: 100, W: 12, H: 12}, Hit: scene.Rect{X: 94, Y: 94, W: 24, H: 24}},
		{ID: "label:c:0", Event: "c", Role: scene.Label, Box: scene.Rect{W: 1, H: 1}},
	}}
	got, ok := s.EventBoxes("a")
	want := scene.Boxes{Bar: scene.Rect{X: 10, Y: 10, W: 5, H: 20}, Wait: scene.Rect{X: 0, Y: 10, W: 5, H: 60},
		Label: scene.Rect{X: 30, Y: 0, W: 40, H: 22}, Hit: scene.Rect{X: 4, Y: 8, W: 24, H: 24}}
	if diff := cmp.Diff(want, got); diff != "" || !ok {
		t.Errorf("%v %s", ok, diff)
	}
	if got, ok := s.EventBoxes("b"); !ok || got.Bar.X != 100 || !got.Label.Empty() || !got.Wait.Empty() {
		t.Errorf("the dot: %+v %v", got, ok)
	}
	for _, id := range []string{"c", "nobody"} {
		if got, ok := s.EventBoxes(id); ok {
			t.Errorf("%s has no bar, but %+v", id, got)
		}
	}
}

func TestShiftMovesEverything(t *testing.T) {
	fade := scene.Fade{From: scene.Point{X: 1, Y: 2}, To: scene.Point{X: 3, Y: 4}}
	s := scene.Scene{Plot: scene.Rect{X: 5, Y: 5, W: 50, H: 50}, Nodes: []scene.Node{
		{Box: scene.Rect{X: 1, Y: 1, W: 9, H: -9}, Hit: scene.Rect{X: 0, Y: 0, W: 24, H: 24}, Fade: fade}, {Box: scene.Rect{X: 2, Y: 2, W: 1, H: 1}},
	}}
	s.Shift(10, -1)
	want := scene.Scene{Plot: scene.Rect{X: 15, Y: 4, W: 50, H: 50}, Nodes: []scene.Node{
		{Box: scene.Rect{X: 11, Y: 0, W: 9, H: -9}, Hit: scene.Rect{X: 10, Y: -1, W: 24, H: 24},
			Fade: scene.Fade{From: scene.Point{X: 11, Y: 1}, To: scene.Point{X: 13, Y: 3}}},
		// Neither a hit box nor a fade appears where there was none.
		{Box: scene.Rect{X: 12, Y: 1, W: 1, H: 1}},
	}}
	if diff := cmp.Diff(want, s); diff != "" {
		t.Error(diff)
	}
}

func TestDump(t *testing.T) {
	s := scene.Scene{WidthPx: 100, HeightPx: 50.125, Nodes: []scene.Node{
		{ID: "bar:a", Role: scene.Bar, Z: 4, Box: scene.Rect{X: 1.0 / 3, Y: -0.001, W: 10, H: 20}, Paint: scene.Talks, Alpha: 0.5, Radius: 2,
			Hit: scene.Rect{X: 0, Y: 0, W: 24, H: 24}, Fade: scene.Fade{To: scene.Point{X: 0, Y: 9}}},
		{ID: "play", Role: scene.Control, Z: 5, Shape: scene.Outline, Stroke: 1, Alpha: 1, Paint: scene.Hairline, Action: "play"},
		{ID: "label:a:00", Role: scene.Label, Z: 5, Shape: scene.Glyphs, Alpha: 1, Paint: scene.Ink, Text: &scene.Text{String: "“4½ hours”", Style: scene.Style{Face: scene.SansBold, SizePx: 13.5}}},
	}}
	want := `scene 100 x 50.12 plot [0 0 0 0]
4 bar bar:a box [0.33 0 10 20] talks alpha 0.5 radius 2 fade 0,0>0,9 hit [0 0 24 24]
5 control play outline [0 0 0 0] hairline stroke 1 does play
5 label label:a:00 text [0 0 0 0] ink sans-bold 13.5 "“4½ hours”"
`
	if diff := cmp.Diff(want, s.Dump()); diff != "" {
		t.Error(diff)
	}
}

// Every name is there, and no two are the same: dumps and CSS rely on it.
func TestNames(t *testing.T) {
	for what, names := range map[string]func(i uint8) string{
		"paint": func(i uint8) string { return scene.Paint(i).String() },
		"face":  func(i uint8) string { return scene.Face(i).String() },
		"shape": func(i uint8) string { return scene.Shape(i).String() },
		"role":  func(i uint8) string { return scene.Role(i).String() },
	} {
		count := map[string]uint8{"paint": uint8(scene.NumPaints), "face": uint8(scene.NumFaces), "shape": uint8(scene.Glyphs) + 1, "role": uint8(scene.Caption) + 1}[what]
		seen := map[string]bool{}
		for i := range count {
			if name := names(i); name == "" || seen[name] {
				t.Errorf("%s %d is called %q", what, i, name)
			} else {
				seen[name] = true
			}
		}
	}
}
