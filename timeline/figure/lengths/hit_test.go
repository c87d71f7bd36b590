package lengths_test

import (
	"testing"

	"barline/internal/storytest"
	"barline/timeline/view"
)

// Where bars share the place that is pressed, presses open one after the other.
func TestPressesGoRoundWhereBarsAreClose(t *testing.T) {
	p := storytest.PictureOf(t, storytest.Decode(t, `barline: 1
id: close
headline: Close
sources: [{id: s, name: S}]
events:
  - {id: a, title: A, date: 2023-01-09, kind: meeting, duration: PT5H}
  - {id: b, title: B, date: 2023-01-10, kind: meeting, duration: PT5H}
  - {id: c, title: C, date: 2023-09-10, kind: meeting, duration: PT2H}
`), storytest.Fonts(t))
	const width = 1000
	boxes, _ := p.Figure(width, view.View{}).EventBoxes("a")
	at, selected := boxes.Bar.Centre(), ""
	var opened []string
	for range 4 {
		selected = p.Hit(p.Figure(width, view.View{Selected: selected}), at)
		opened = append(opened, selected)
	}
	if opened[0] == opened[1] || opened[0] != opened[2] || opened[1] != opened[3] {
		t.Errorf("presses open %v", opened)
	}
	alone, _ := p.Figure(width, view.View{}).EventBoxes("c")
	if got := p.Hit(p.Figure(width, view.View{Selected: "c"}), alone.Bar.Centre()); got != "c" {
		t.Errorf("a press on c, which is open, means %q", got)
	}
}
