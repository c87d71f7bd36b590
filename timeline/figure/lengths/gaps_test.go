package lengths_test

import (
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"barline/internal/storytest"
	"barline/scene"
	"barline/timeline/view"
)

// What a narrow calendar leaves out holds no event, and is said.
func TestGapsHoldNoEvents(t *testing.T) {
	fonts := storytest.Fonts(t)
	rapid.Check(t, func(t *rapid.T) {
		p := storytest.PictureOf(t, storytest.Decode(t, storytest.Yaml(t, storytest.Anything())), fonts)
		width := rapid.SampledFrom([]float64{320, 390, 600}).Draw(t, "width")
		v := rapid.SampledFrom(append(views(p), view.View{})).Draw(t, "view")
		s := p.Figure(width, v)
		if inRows(s) {
			return
		}
		c := p.Calendar(width, v)
		for i, g := range c.Gaps {
			for j := range p.Story().Len() {
				from, to := p.Story().Event(j).Date.Bounds()
				if float64(from) < g.To && float64(to) > g.From {
					t.Fatalf("%v px: the gap from %v to %v holds %s", width, g.From, g.To, p.Story().Event(j).ID)
				}
			}
			roomPx := c.Px(g.To) - c.Px(g.From)
			whole := c.Px(g.From) >= -0.5 && c.Px(g.To) <= c.LengthPx+0.5 && roomPx >= 1
			said := hasNode(s, "label:gap:"+strconv.Itoa(i)+":words:00")
			// While a reader zooms, a gap may be lower than its words, or share its room with a
			// neighbour's mark: the break alone is drawn then.
			if said != whole && !(whole && !v.Whole() && roomPx < 30) {
				t.Fatalf("%v px: of the gap from %v to %v it is said how long it is: %v", width, g.From, g.To, said)
			}
		}
	})
}

func hasNode(s *scene.Scene, id string) bool {
	for i := range s.Nodes {
		if s.Nodes[i].ID == id {
			return true
		}
	}
	return false
}

// Closer, less is left out, until nothing is: a zoom begins without a jump.
func TestGapsGrowWithTheZoom(t *testing.T) {
	p := storytest.PictureOf(t, storytest.Decode(t, twoSummers), storytest.Fonts(t))
	from, to := p.Extent()
	last := p.Calendar(390, view.View{})
	for _, share := range []float64{0.999, 0.9, 0.75, 0.6} {
		c := p.Calendar(390, view.View{From: from, To: from + share*(to-from)})
		if len(c.Gaps) != len(last.Gaps) {
			t.Fatalf("%v of the whole has %d gaps, not %d", share, len(c.Gaps), len(last.Gaps))
		}
		for i, g := range c.Gaps {
			if g.Shown <= last.Gaps[i].Shown || g.LeftOut() <= 0 {
				t.Errorf("%v of the whole: gap %d shows %v s, before %v s", share, i, g.Shown, last.Gaps[i].Shown)
			}
		}
		last = c
	}
	if c := p.Calendar(390, view.View{From: from, To: from + 0.49*(to-from)}); len(c.Gaps) != 0 {
		t.Errorf("the closer half leaves %d gaps out", len(c.Gaps))
	}
}

// A year that begins within a gap is named at its end.
func TestGapsNameTheYearThatBeginsInThem(t *testing.T) {
	p := storytest.PictureOf(t, storytest.Decode(t, twoSummers), storytest.Fonts(t))
	s := p.Figure(390, view.View{})
	for i := range s.Nodes {
		if n := &s.Nodes[i]; strings.HasPrefix(n.ID, "era:") && n.Text.String == "2024" {
			return
		}
	}
	t.Error("2024 is not named")
}

const twoSummers = `
barline: 1
id: two-summers
headline: Two summers
lang: en
figure: lengths
events:
  - {id: a, title: First, short: First, kind: meeting, date: "2023-06-10", duration: PT2H, source: none}
  - {id: b, title: Second, short: Second, kind: meeting, date: "2024-07-10", duration: PT3H, source: none}
  - {id: c, title: Third, short: Third, kind: meeting, date: "2024-08-20", duration: PT1H, source: none}
`
