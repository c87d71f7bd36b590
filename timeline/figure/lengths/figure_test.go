package lengths_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"barline/internal/storytest"
	"barline/scene"
	"barline/timeline/figure/lengths"
	"barline/timeline/view"
)

// views are windows on the calendar as shares of the story's time, from the
// whole to an afternoon.
func views(p *lengths.Picture) []view.View {
	from, to := p.Extent()
	var all []view.View
	for _, share := range [][2]float64{{0, 1}, {-0.2, 0.8}, {0.3, 1.3}, {-0.5, 1.5}, {0, 0.5}, {0.5, 1}, {0.2, 0.4}, {0.25, 0.33}, {0.85, 1}, {0.9, 0.95}, {0.92, 0.922}, {0.3, 0.3001}} {
		all = append(all, view.View{From: from + share[0]*(to-from), To: from + share[1]*(to-from)})
	}
	return all
}

func TestEveryWidthOf2025(t *testing.T) {
	p := storytest.Picture(t)
	for _, width := range view.Ladder() {
		for _, v := range append(views(p), view.View{Arrangement: view.Compare}) {
			where := fmt.Sprintf("%v px, %s, %v to %v", width, v.Arrangement, int64(v.From), int64(v.To))
			for _, fault := range checkScene(p, p.Figure(width, v), v) {
				t.Errorf("%s: %s", where, fault)
			}
		}
	}
}

func TestButtonsOf2025(t *testing.T) {
	p := storytest.Picture(t)
	for _, width := range view.Ladder() {
		for _, a := range []view.Arrangement{view.Calendar, view.Compare} {
			for _, fault := range checkHits(p.Figure(width, view.View{Arrangement: a}), p.Story()) {
				t.Errorf("%v px, %s: %s", width, a, fault)
			}
		}
	}
}

// At the fitted view every event of 2025 is named in the figure itself.
func TestEveryEventOf2025HasItsLabel(t *testing.T) {
	p := storytest.Picture(t)
	for _, width := range view.Ladder() {
		for _, a := range []view.Arrangement{view.Calendar, view.Compare} {
			s := p.Figure(width, view.View{Arrangement: a})
			for _, e := range p.Story().Events() {
				if b, _ := s.EventBoxes(e.ID); b.Label.Empty() {
					t.Errorf("%v px, %s: %s has no label", width, a, e.ID)
				}
			}
		}
	}
}

// Every event of 2025 that has quotations shows how many, beside its own words, and no
// other does.
func TestQuotationsOf2025AreSeen(t *testing.T) {
	p := storytest.Picture(t)
	for _, width := range view.Ladder() {
		for _, a := range []view.Arrangement{view.Calendar, view.Compare} {
			signs := storytest.QuotationSigns(p.Figure(width, view.View{Arrangement: a}))
			for _, e := range p.Story().Events() {
				want := ""
				if len(e.Quotes) > 0 {
					want = strconv.Itoa(len(e.Quotes))
				}
				if signs[e.ID] != want {
					t.Errorf("%v px, %s: %s has the number %q at its sign, want %q", width, a, e.ID, signs[e.ID], want)
				}
			}
		}
	}
}

// The calendar of 2025 shows its leading quotation whole at every width, with its speaker
// and a leader that ends at its bar or the bar's words; zoomed in it does not.
func TestTheLeadingQuotationOf2025(t *testing.T) {
	p := storytest.Picture(t)
	for _, width := range view.Ladder() {
		s := p.Figure(width, view.View{})
		var said []string
		var ends []scene.Point
		for _, n := range s.Nodes {
			switch {
			case strings.HasPrefix(n.ID, "lead:leader:"):
				ends = append(ends, scene.Point{X: n.Box.X, Y: n.Box.Y}, scene.Point{X: n.Box.Right(), Y: n.Box.Bottom()})
			case strings.HasPrefix(n.ID, "lead:"):
				said = append(said, n.Text.String)
			}
		}
		if got, want := strings.Join(said, " "), "“No compromises have been found yet. There is still a lot of work to be done.” Yuri Ushakov"; got != want {
			t.Errorf("%v px: %q, want %q", width, got, want)
		}
		boxes, _ := s.EventBoxes("2025-12-02")
		if !slices.ContainsFunc(ends, boxes.Bar.Inset(-1).Contains) && !slices.ContainsFunc(ends, boxes.Label.Inset(-6).Contains) {
			t.Errorf("%v px: the leader's ends are %v, the bar and its words %+v", width, ends, boxes)
		}
		from, to := p.Extent()
		for _, n := range p.Figure(width, view.View{From: from, To: (from + to) / 2}).Nodes {
			if strings.HasPrefix(n.ID, "lead:") {
				t.Errorf("%v px: zoomed in it has %s", width, n.ID)
			}
		}
	}
}

// So is which meeting was the longest, as far as that is known.
func TestTheLongestOf2025IsNamed(t *testing.T) {
	p := storytest.Picture(t)
	for _, width := range view.Ladder() {
		for _, a := range []view.Arrangement{view.Calendar, view.Compare} {
			s := p.Figure(width, view.View{Arrangement: a})
			if !slices.ContainsFunc(s.Nodes, func(n scene.Node) bool {
				return n.Text != nil && n.Event == "2025-12-02" && n.Text.String == "Longest reported"
			}) {
				t.Errorf("%v px, %s: nothing names it", width, a)
			}
		}
	}
}

func TestEveryPageWidthHasItsRung(t *testing.T) {
	ladder := view.Ladder()
	if !slices.IsSorted(ladder) {
		t.Fatal("the ladder does not ascend")
	}
	for w := 320.0; w <= 1600; w++ {
		rung := view.Rung(w)
		at := slices.Index(ladder, rung)
		if at < 0 || rung > w || at+1 < len(ladder) && ladder[at+1] <= w {
			t.Fatalf("%v px takes the rung %v", w, rung)
		}
	}
	if low, high := view.Rung(100), view.Rung(5000); low != ladder[0] || high != ladder[len(ladder)-1] {
		t.Errorf("beyond the ladder: %v and %v", low, high)
	}
}

func TestInventedStories(t *testing.T) {
	fonts := storytest.Fonts(t)
	rapid.Check(t, func(t *rapid.T) {
		p := storytest.PictureOf(t, storytest.Decode(t, storytest.Yaml(t, storytest.Anything())), fonts)
		width := rapid.SampledFrom(view.Ladder()).Draw(t, "width")
		v := rapid.SampledFrom(append(views(p), view.View{Arrangement: view.Compare})).Draw(t, "view")
		s := p.Figure(width, v)
		if found := checkScene(p, s, v); len(found) > 0 {
			t.Fatalf("%v px, %s:\n%s", width, v.Arrangement, strings.Join(found, "\n"))
		}
		if again := p.Figure(width, v); again.Dump() != s.Dump() {
			t.Fatal("laid out twice, the figure differs")
		}
	})
}

// A year of meetings as newsrooms tell them has room for every button.
func TestInventedButtons(t *testing.T) {
	fonts := storytest.Fonts(t)
	rapid.Check(t, func(t *rapid.T) {
		story := storytest.Decode(t, storytest.Yaml(t, storytest.Limits{Meetings: 10, Contexts: 4, Calm: true}))
		p := storytest.PictureOf(t, story, fonts)
		width := rapid.SampledFrom(view.Ladder()).Draw(t, "width")
		v := view.View{Arrangement: rapid.SampledFrom([]view.Arrangement{view.Calendar, view.Compare}).Draw(t, "arrangement")}
		if found := checkHits(p.Figure(width, v), story); len(found) > 0 {
			t.Fatalf("%v px, %s:\n%s", width, v.Arrangement, strings.Join(found, "\n"))
		}
	})
}

// The scale that gestures work on is the one that the figure is drawn with.
func TestScaleIsTheFigures(t *testing.T) {
	p := storytest.Picture(t)
	from, to := p.Extent()
	for _, width := range view.Ladder() {
		s := p.Scale(width, view.View{})
		if s.From != from || s.To != to {
			t.Errorf("%v px: the fitted scale is %+v", width, s)
		}
		plot := p.Figure(width, view.View{}).Plot
		along := plot.W
		if view.Down(width) {
			along = plot.H
		}
		if s.LengthPx != along {
			t.Errorf("%v px: the scale is %v px long, the plot %v", width, s.LengthPx, along)
		}
	}
}

// However a reader pans and zooms, and in every frame on the way, the figure is as
// high as it was: what stands under it in an article stays where it is.
func TestTheHeightOf2025Stays(t *testing.T) {
	p := storytest.Picture(t)
	from, to := p.Extent()
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.SampledFrom(view.Ladder()).Draw(t, "width")
		span := (to - from) * rapid.Float64Range(0.01, 1).Draw(t, "share")
		v := view.View{From: from + (to-from-span)*rapid.Float64Range(-0.2, 1.2).Draw(t, "at")}
		v.To = v.From + span
		if got, want := p.Figure(width, v).HeightPx, p.Figure(width, view.View{}).HeightPx; got != want {
			t.Errorf("%v px: from %v to %v it is %v px high, fitted %v", width, v.From, v.To, got, want)
		}
	})
}

func TestArrangementNames(t *testing.T) {
	for _, a := range []view.Arrangement{view.Calendar, view.Compare} {
		if got, ok := view.ParseArrangement(a.String()); !ok || got != a {
			t.Errorf("%s reads back as %s", a, got)
		}
	}
	if _, ok := view.ParseArrangement("spiral"); ok {
		t.Error("there is no spiral")
	}
}

func BenchmarkFigure2025(b *testing.B) {
	p := storytest.Picture(b)
	from, to := p.Extent()
	b.Run("another view", func(b *testing.B) {
		v := view.View{From: from, To: (from + to) / 2}
		for b.Loop() {
			v.To++
			p.Figure(700, v)
		}
	})
	b.Run("another event", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			p.Figure(700, view.View{Focused: p.Story().Event(i % p.Story().Len()).ID})
		}
	})
}

// A view that begins, or ends, with 1970 is that view, and not the whole story.
func TestAViewFrom1970(t *testing.T) {
	p := storytest.PictureOf(t, storytest.Decode(t, `barline: 1
id: around-1970
headline: Around 1970
sources: [{id: s, name: S}]
events:
  - {id: before, title: Before, date: 1968-05-01, kind: meeting, duration: PT1H}
  - {id: after, title: After, date: 1972-05-01, kind: meeting, duration: PT2H}
`), storytest.Fonts(t))
	from, to := p.Extent()
	for _, width := range []float64{360, 1000} {
		for _, c := range []struct {
			v    view.View
			sees string
		}{{view.View{From: 0, To: to}, "after"}, {view.View{From: from, To: 0}, "before"}} {
			if s := p.Scale(width, c.v); s.From != c.v.From || s.To != c.v.To {
				t.Errorf("%v px: %v to %v shows %v to %v", width, c.v.From, c.v.To, s.From, s.To)
			}
			figure := p.Figure(width, c.v)
			for _, id := range []string{"before", "after"} {
				if _, ok := figure.EventBoxes(id); ok != (id == c.sees) {
					t.Errorf("%v px: in a view from %v to %v %s is drawn: %t", width, c.v.From, c.v.To, id, ok)
				}
			}
		}
	}
}
