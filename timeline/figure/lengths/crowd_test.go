package lengths_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"barline/internal/storytest"
	"barline/scene"
	"barline/timeline/view"
)

// crowd is a story of so many meetings in three years, some after a wait.
func crowd(meetings int) string {
	var b strings.Builder
	b.WriteString("barline: 1\nid: crowd\nheadline: H\nsources: [{id: s, name: S}]\nevents:\n")
	r := rand.New(rand.NewPCG(7, uint64(meetings)))
	for i := range meetings {
		fmt.Fprintf(&b, "  - {id: m%d, title: T, date: 202%d-%02d-%02d, phases: [", i, 2+r.IntN(3), 1+r.IntN(12), 1+r.IntN(28))
		if i%17 == 3 {
			b.WriteString("{kind: waiting, duration: PT1H}, ")
		}
		fmt.Fprintf(&b, "{kind: talks, duration: PT%dM}]}\n", 10+r.IntN(400))
	}
	return b.String()
}

// inRows reports whether a figure is a list of rows, in which lengths begin at 0.
func inRows(s *scene.Scene) bool {
	return slices.ContainsFunc(s.Nodes, func(n scene.Node) bool { return n.ID == "length:0" })
}

// However many meetings there are, their bars stand apart: on their dates, or, where
// these are too close, in rows.
func TestCrowdedBarsStandApart(t *testing.T) {
	for _, meetings := range []int{20, 60, 120, 200} {
		p := storytest.PictureOf(t, storytest.Decode(t, crowd(meetings)), storytest.Fonts(t))
		for _, width := range []float64{360, 640, 1000, 1600} {
			s := p.Figure(width, view.View{})
			var bars []scene.Rect
			for _, n := range s.Nodes {
				if n.Role == scene.Bar && n.Shape == scene.Box || n.Role == scene.Wait {
					bars = append(bars, n.Box)
				}
			}
			if len(bars) < meetings {
				t.Fatalf("%d bars are drawn for %d meetings", len(bars), meetings)
			}
			along := func(r scene.Rect) (from, to float64) {
				if width < 640 || inRows(s) {
					return r.Y, r.Bottom()
				}
				return r.X, r.Right()
			}
			slices.SortFunc(bars, func(a, b scene.Rect) int {
				from, _ := along(a)
				other, _ := along(b)
				switch {
				case from < other:
					return -1
				case from > other:
					return 1
				}
				return 0
			})
			for i := 1; i < len(bars); i++ {
				_, end := along(bars[i-1])
				if from, to := along(bars[i]); from < end || to-from < 1 {
					t.Errorf("%d meetings at %v px: a bar from %.2f to %.2f follows one that ends at %.2f", meetings, width, from, to, end)
					break
				}
			}
		}
	}
}
