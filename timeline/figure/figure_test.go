package figure_test

import (
	"fmt"
	"strings"
	"testing"

	"barline/data"
	"barline/internal/storytest"
	"barline/scene"
	"barline/timeline/figure"
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
	for _, n := range []int{1, 2, 60, 61, 300} {
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
