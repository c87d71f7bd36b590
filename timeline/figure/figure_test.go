package figure_test

import (
	"fmt"
	"strings"
	"testing"

	"barline/data"
	"barline/data/edtf"
	"barline/internal/storytest"
	"barline/scene"
	"barline/timeline/figure"
	"barline/timeline/state"
	"barline/timeline/view"
	"barline/timeline/words"
)

// storyOf has so many meetings, one a day.
func storyOf(t *testing.T, n int) *data.Story {
	t.Helper()
	var b strings.Builder
	b.WriteString("barline: 1\nid: many\nheadline: Many\nsources: [{id: s, name: S}]\nevents:\n")
	for i := range n {
		fmt.Fprintf(&b, "  - {id: e%d, title: Talks, date: 2024-%02d-%02d, duration: PT2H}\n", i, i/28+1, i%28+1)
	}
	return storytest.Decode(t, b.String())
}

// Whatever a story's size, its figure does what it says it can, and no more.
func TestFiguresKeepTheirWord(t *testing.T) {
	for _, n := range []int{1, 2, 60, 61, 100, 300} {
		f, err := figure.Open(storyOf(t, n), words.English(), storytest.Fonts(t))
		if err != nil {
			t.Fatal(err)
		}
		can := f.Capabilities()
		if f.Events().Len() != n {
			t.Errorf("%d events: the figure has %d", n, f.Events().Len())
		}
		s := f.Figure(1000, view.View{})
		for f.Busy() {
			f.Work()
			s = f.Figure(1000, view.View{})
		}
		if can.Lanes != (len(f.Entries()) > 0) {
			t.Errorf("%d events: %d entries are listed, lanes: %t", n, len(f.Entries()), can.Lanes)
		}
		if f.HasGaps() && !can.Gaps {
			t.Errorf("%d events: it has gaps, and cannot leave them out", n)
		}
		for id, b := range f.Boxes(s) {
			if f.Hit(s, b.Bar.Centre()) == "" {
				t.Errorf("%d events: a press on %s means nothing", n, id)
			}
		}
		room := scene.Rect{X: 32, Y: 100, W: 536, H: 80}
		if len(f.Strip(room, "")) < 3 {
			t.Errorf("%d events: the strip is empty", n)
		}
		if first := f.Walk(-1, 1); first != 0 {
			t.Errorf("%d events: a walk begins at %d", n, first)
		}
	}
}

// Events are drawn one by one as long as that makes no figure too high for a phone;
// how high it is decides, and not how many they are.
func TestHeightDecides(t *testing.T) {
	story := func(n int, title string) *data.Story {
		var b strings.Builder
		b.WriteString("barline: 1\nid: many\nheadline: Many\nevents:\n")
		for i := range n {
			fmt.Fprintf(&b, "  - {title: %s, date: %d}\n", title, 1900+i)
		}
		return storytest.Decode(t, b.String())
	}
	long := strings.Repeat("a title of several words ", 5)
	for _, test := range []struct {
		n     int
		title string
		lanes bool
	}{{61, "Talks", false}, {120, "Talks", false}, {150, "Talks", true}, {60, long, false}, {80, long, true}, {5000, "Talks", true}} {
		f, err := figure.Open(story(test.n, test.title), words.English(), storytest.Fonts(t))
		if err != nil {
			t.Fatal(err)
		}
		if f.Capabilities().Lanes != test.lanes {
			t.Errorf("%d events with titles of %d letters are in lanes: %v", test.n, len(test.title), !test.lanes)
		}
		for _, width := range view.Ladder() {
			if s := f.Figure(width, view.View{}); s.HeightPx > 6000 {
				t.Errorf("%d events are %.0f px high at %.0f px", test.n, s.HeightPx, width)
			}
		}
	}
}

// A story may say what is in view at first; both ends are in it.
func TestOpening(t *testing.T) {
	s := storytest.Decode(t, "barline: 1\nid: s\nheadline: H\nopen: {from: 1914, to: 1918-11}\nevents: [{title: A, date: 1900/1950}, {title: B, date: 1960}]\n")
	at, ok := figure.Opening(s)
	if !ok || at.From != float64(edtf.Unix(1914, 1, 1)) || at.To != float64(edtf.Unix(1918, 12, 1)) {
		t.Fatalf("%+v, %v", at, ok)
	}
	f, err := figure.Open(s, words.English(), storytest.Fonts(t))
	if err != nil {
		t.Fatal(err)
	}
	m, _ := state.New(f, 700).Update(f, at)
	if from, to := m.Span(); from != at.From || to != at.To || m.Fitted() {
		t.Errorf("from %v to %v, fitted: %v", from, to, m.Fitted())
	}
}

// The data choose the figure, unless the story does.
func TestTheDataChoose(t *testing.T) {
	const head = "barline: 1\nid: s\nheadline: H\n"
	for text, compare := range map[string]bool{
		"events: [{title: A, date: 2025-01-03, duration: PT2H}, {title: B, date: 2025-06-01, duration: PT4H}]":                   true,
		"figure: spans\nevents: [{title: A, date: 2025-01-03, duration: PT2H}, {title: B, date: 2025-06-01, duration: unknown}]": false,
		"events: [{title: A, date: 1914/1918}, {title: B, date: 1939/1945}, {title: C, date: 1919}]":                             true,
		"events: [{title: A, date: 1914}, {title: B, date: 1939}]":                                                               false,
	} {
		s := storytest.Decode(t, head+text+"\n")
		f, err := figure.Open(s, words.English(), storytest.Fonts(t))
		if err != nil {
			t.Fatal(err)
		}
		if f.Capabilities().Compare != compare {
			t.Errorf("%s: compare is %v", text, !compare)
		}
	}
}

// While an event is told it is drawn as ever, with a ring; the other events are pale, and
// axes, key and source line are not. The picture keeps its size.
func TestOneEventIsLit(t *testing.T) {
	spans := storytest.Decode(t, "barline: 1\nid: spans\nheadline: Spans\nevents:\n  - {id: e0, title: First, date: 1914/1918}\n  - {id: e1, title: Second, date: 1919~/1923}\n  - {id: e7, title: Third, date: 1920-05}\n")
	for name, story := range map[string]*data.Story{"lengths": storyOf(t, 20), "spans": spans, "2025": storytest.Story(t)} {
		f, err := figure.Open(story, words.English(), storytest.Fonts(t))
		if err != nil {
			t.Fatal(err)
		}
		for _, width := range []float64{360, 1000} {
			plain := f.Figure(width, view.View{})
			for i := range f.Events().Len() {
				id := f.Events().Event(i).ID
				told := f.Figure(width, view.View{Told: id})
				var alphas, rings int
				before := map[string]float64{}
				for _, n := range plain.Nodes {
					before[n.ID] = n.Alpha
				}
				for _, n := range told.Nodes {
					was, known := before[n.ID]
					switch isOthers := n.Event != "" && n.Event != id; {
					case n.Role == scene.Ring && n.Event == id:
						rings++
					case !known:
						t.Errorf("%s, %v px: %s came when %s was told", name, width, n.ID, id)
					case isOthers && n.Alpha >= was:
						t.Errorf("%s, %v px: %s has strength %v while %s is told", name, width, n.ID, n.Alpha, id)
					case n.Event == id && n.Role != scene.Quotation && n.Alpha != was, n.Event == "" && n.Role == scene.Furniture && n.Alpha != was:
						t.Errorf("%s, %v px: %s has strength %v while %s is told, and had %v", name, width, n.ID, n.Alpha, id, was)
					case isOthers:
						alphas++
					}
				}
				if rings == 0 || alphas == 0 || told.HeightPx != plain.HeightPx || len(told.Nodes) != len(plain.Nodes)+rings {
					t.Errorf("%s, %v px: while %s is told there are %d rings, %d pale nodes, %d nodes of %d", name, width, id, rings, alphas, len(told.Nodes), len(plain.Nodes))
				}
			}
		}
	}
}
