package lengths_test

import (
	"math"
	"strings"
	"testing"

	"barline/internal/storytest"
	"barline/scene"
	"barline/timeline/card"
	"barline/timeline/figure/lengths"
	"barline/timeline/view"
	"barline/timeline/window"
	"barline/timeline/words"
)

// In a language that runs from right to left the picture is the same, turned
// around: each mark on the other side, words whole.
func TestPicturesInRTL(t *testing.T) {
	story := storytest.Story(t)
	right := storytest.Picture(t)
	left := lengths.New(story, words.English(), storytest.FontsFor(t, "ar"))
	for _, width := range view.Ladder() {
		for _, view := range []view.View{{}, {Arrangement: view.Compare}, {Selected: "2025-03"}} {
			a, b := right.Figure(width, view), left.Figure(width, view)
			if a.RTL || !b.RTL || len(a.Nodes) != len(b.Nodes) {
				t.Fatalf("%v px: %d nodes and %d", width, len(a.Nodes), len(b.Nodes))
			}
			for i := range a.Nodes {
				m, n := a.Nodes[i], b.Nodes[i]
				if m.ID != n.ID || m.Shape != n.Shape {
					t.Fatalf("%v px: %s is %s", width, m.ID, n.ID)
				}
				if m.Shape == scene.Glyphs && n.Text.Foreign {
					t.Fatalf("%q is foreign", n.Text.String)
				}
				// The lines of a quotation begin at their own side.
				quoted := strings.HasPrefix(m.ID, "lead:")
				if x := width - m.Box.Right(); !quoted && m.Shape != scene.Line && math.Abs(n.Box.X-x) > 0.02 {
					t.Fatalf("%v px: %s stands at %v, want %v", width, m.ID, n.Box.X, x)
				}
				if m.Hit.Empty() != n.Hit.Empty() || !m.Hit.Empty() && math.Abs(n.Hit.X-(width-m.Hit.Right())) > 0.02 {
					t.Fatalf("%v px: %s is hit at %v, its twin at %v", width, m.ID, n.Hit, m.Hit)
				}
				switch {
				case m.Base == scene.LeftSide && n.Base != scene.RightSide, m.Base == scene.LowerSide && n.Base != scene.LowerSide:
					t.Fatalf("%s grows from the side %d", n.ID, n.Base)
				}
			}
		}
	}
}

// What is turned around twice is as it was.
func TestMirrorIsItsOwnInverse(t *testing.T) {
	s := storytest.Picture(t).Figure(700, view.View{Selected: "2025-12"})
	was := s.Dump()
	s.Mirror()
	if s.Dump() == was {
		t.Error("nothing has turned")
	}
	s.Mirror()
	if got := s.Dump(); got != was {
		t.Errorf("turned twice it is\n%s\nwant\n%s", got, was)
	}
}

// On the desktop the whole page runs leftward, and its popover stands where it
// hides neither its bar nor its label.
func TestDesktopInRTL(t *testing.T) {
	story := storytest.Story(t)
	p := lengths.New(story, words.English(), storytest.FontsFor(t, "ar"))
	for _, width := range []float64{360, 700, 1200} {
		for _, e := range story.Events() {
			v := view.View{Selected: e.ID}
			figure := p.Figure(width, v)
			page := window.New(card.HeadingOf(p.Story(), p.Words()), p).Page(figure, window.State{View: v, Viewport: scene.Rect{W: width, H: 1200}, Caption: -1})
			boxes, _ := figure.EventBoxes(e.ID)
			bar := boxes.Bar.Move(0, page.Figure.Y)
			if page.Panel.Overlaps(bar) {
				t.Errorf("%v px: the popover of %s hides its bar", width, e.ID)
			}
			for _, n := range page.Scene.Nodes {
				if n.Shape == scene.Glyphs && n.Role == scene.Popover && (n.Box.X < page.Panel.X || n.Box.Right() > page.Panel.Right()) {
					t.Errorf("%v px: %q stands beside the popover of %s", width, n.Text.String, e.ID)
				}
				// The headline is in English, and begins where that does.
				if n.ID == "headline:0" && math.Abs(n.Box.X-view.Margin(width)) > 1 {
					t.Errorf("%v px: the headline begins at %v", width, n.Box.X)
				}
			}
		}
	}
}
