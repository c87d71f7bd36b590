package lengths_test

import (
	"fmt"
	"strings"
	"testing"

	"barline/internal/golden"
	"barline/internal/storytest"
	"barline/scene"
	"barline/timeline/figure/lengths"
	"barline/timeline/view"
)

var arrangements = []view.Arrangement{view.Calendar, view.Compare}

// The picture of 2025 as text: what changed in it can be read in a diff.
func TestGoldenScenes(t *testing.T) {
	p := storytest.Picture(t)
	for _, width := range []float64{360, 700, 1200} {
		for _, a := range arrangements {
			golden.Text(t, fmt.Sprintf("figure-%v-%s.txt", width, a), p.Figure(width, view.View{Arrangement: a}).Dump())
		}
	}
}

// Annotations of every kind, over a wide calendar, on one that runs down the page and in
// Compare.
func TestGoldenAnnotations(t *testing.T) {
	p := storytest.PictureOf(t, storytest.Decode(t, storytest.Annotated), storytest.Fonts(t))
	for _, width := range []float64{360, 1200} {
		for _, a := range arrangements {
			golden.Text(t, fmt.Sprintf("annotated-%v-%s.txt", width, a), p.Figure(width, view.View{Arrangement: a}).Dump())
		}
	}
}

// What a reader does changes little in the picture. Only that stands in the
// golden files: lines taken away (-) and lines added (+).
func TestGoldenHighlights(t *testing.T) {
	p := storytest.Picture(t)
	for _, c := range []struct {
		name string
		view view.View
	}{
		{"hovered", view.View{Hovered: "2025-04-11"}},
		{"hovered-unknown-length", view.View{Hovered: "2025-03"}},
		{"focused", view.View{Focused: "2025-03"}},
		{"focused-dot", view.View{Focused: "putin-europe"}},
		{"selected", view.View{Selected: "2025-12-02"}},
		{"selected-and-focused", view.View{Selected: "2025-02", Focused: "2025-02"}},
		{"selected-one-focused-another", view.View{Selected: "2025-02", Focused: "embassy", Hovered: "2025-08-06"}},
	} {
		var b strings.Builder
		for _, width := range []float64{360, 1200} {
			for _, a := range arrangements {
				v := c.view
				v.Arrangement = a
				fmt.Fprintf(&b, "%v px, %s\n", width, a)
				b.WriteString(golden.Changed(p.Figure(width, view.View{Arrangement: a}).Dump(), p.Figure(width, v).Dump()))
			}
		}
		golden.Text(t, "view-"+c.name+".txt", b.String())
	}
}

// A view that begins before the story and one closer than its months.
func TestGoldenZoomed(t *testing.T) {
	p := storytest.Picture(t)
	all := views(p)
	for _, c := range []struct {
		name string
		view view.View
	}{{"spring", all[6]}, {"december", all[9]}} {
		for _, width := range []float64{360, 1000} {
			golden.Text(t, fmt.Sprintf("zoomed-%s-%v.txt", c.name, width), p.Figure(width, c.view).Dump())
		}
	}
}

// Which event a press means, over a coarse grid: a map with a letter for each
// event, so that a button that moves or shrinks is seen.
func TestGoldenHits(t *testing.T) {
	p := storytest.Picture(t)
	const stepX, stepY = 8, 12
	for _, width := range []float64{360, 700, 1200} {
		for _, a := range arrangements {
			s := p.Figure(width, view.View{Arrangement: a})
			var b strings.Builder
			for y := stepY / 2.0; y < s.HeightPx; y += stepY {
				var row strings.Builder
				for x := stepX / 2.0; x < s.WidthPx; x += stepX {
					row.WriteByte(letter(p, s.HitTest(scene.Point{X: x, Y: y})))
				}
				b.WriteString(strings.TrimRight(row.String(), " ") + "\n")
			}
			b.WriteString("\n")
			for i := range p.Story().Len() {
				e := p.Story().Event(i)
				boxes, _ := s.EventBoxes(e.ID)
				hit := "nothing"
				if n := s.HitTest(boxes.Hit.Centre()); n != nil {
					hit = n.ID
				}
				fmt.Fprintf(&b, "%c %s: its button's middle, %v, hits %s\n", 'a'+i, e.ID, boxes.Hit.Centre(), hit)
			}
			golden.Text(t, fmt.Sprintf("hits-%v-%s.txt", width, a), b.String())
		}
	}
}

func letter(p *lengths.Picture, n *scene.Node) byte {
	if n == nil {
		return ' '
	}
	if i := p.Story().Index(n.Event); i >= 0 {
		return byte('a' + i)
	}
	return '?'
}
