package spans_test

import (
	"fmt"
	"maps"
	"math"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"barline/data/edtf"
	"barline/internal/golden"
	"barline/internal/storytest"
	"barline/scene"
	"barline/timeline/figure/spans"
	"barline/timeline/layout"
	"barline/timeline/view"
	"barline/timeline/words"
)

// The laws of the picture: marks stand on their dates, words overlap neither each
// other nor the marks of others and leave the figure nowhere, and nothing that the
// reader does changes its height.
func TestSpansKeepTheLaws(t *testing.T) {
	fonts := storytest.Fonts(t)
	rapid.Check(t, func(t *rapid.T) {
		story := storytest.Decode(t, storytest.Spans(t))
		p := spans.New(story, words.English(), fonts)
		width := rapid.SampledFrom([]float64{320, 390, 640, 700, 1000, 1360}).Draw(t, "width")
		whole := p.Figure(width, view.View{})
		checkSpans(t, p, whole, width, view.View{})
		from, to := p.Extent()
		share := rapid.Float64Range(0.01, 1).Draw(t, "share")
		start := from + rapid.Float64Range(-0.2, 1).Draw(t, "start")*(to-from)
		v := view.View{From: start, To: start + share*(to-from)}
		zoomed := p.Figure(width, v)
		checkSpans(t, p, zoomed, width, v)
		rings := 0
		for _, n := range p.Figure(width, view.View{Selected: story.Event(0).ID}).Nodes {
			if n.Role == scene.Ring {
				rings++
			}
		}
		if rings != 1 {
			t.Errorf("an open event has %d rings", rings)
		}
		if zoomed.HeightPx != whole.HeightPx {
			t.Errorf("zoomed the figure is %v px high, whole it was %v", zoomed.HeightPx, whole.HeightPx)
		}
	})
}

func checkSpans(t *rapid.T, p *spans.Picture, s *scene.Scene, width float64, v view.View) {
	t.Helper()
	axis := p.Scale(width, v)
	for _, fault := range storytest.AnnotationFaults(s, p.Story(), storytest.Shown{Dated: true, Px: axis.Px, LengthPx: axis.LengthPx}) {
		t.Errorf("%v px: %s", width, fault)
	}
	var labels, marks []scene.Node
	for _, n := range s.Nodes {
		// A press on "+3" opens one of the three, and the next press the next.
		opened, ids := map[string]bool{}, strings.Fields(n.More)
		v := v
		for range ids {
			v.Selected = p.Hit(p.Figure(width, v), n.Box.Centre())
			opened[v.Selected] = true
		}
		for _, id := range ids {
			if !opened[id] {
				t.Errorf("presses on %q open %v, not %s", n.Text.String, opened, id)
			}
		}
		switch {
		case n.Shape == scene.Glyphs && n.Role != scene.Key && n.Role != scene.Credit:
			if n.Box.X < -0.5 || n.Box.Right() > width+0.5 {
				t.Errorf("%q reaches from %v to %v of %v px", n.Text.String, n.Box.X, n.Box.Right(), width)
			}
			labels = append(labels, n)
		case n.Role == scene.Bar || n.Role == scene.Dot:
			marks = append(marks, n)
		}
	}
	for i, a := range labels {
		for _, b := range labels[:i] {
			inset := 1.0
			if a.Event == b.Event && (a.Role == scene.Quotation) != (b.Role == scene.Quotation) {
				inset = 2 // digits, which have no descenders
			}
			if a.Box.Inset(inset).Overlaps(b.Box.Inset(inset)) {
				t.Errorf("%q at %v overlaps %q at %v", a.Text.String, a.Box, b.Text.String, b.Box)
			}
		}
		for _, m := range marks {
			if a.Event != "" && m.Event != a.Event && a.Box.Inset(2).Overlaps(clipped(m.Box, s.Plot)) {
				t.Errorf("%q at %v lies on the mark of %s at %v", a.Text.String, a.Box, m.Event, m.Box)
			}
		}
	}
	for _, n := range s.Nodes {
		if !strings.HasPrefix(n.ID, "lead:leader:") {
			continue
		}
		line := layout.LineBox(n.Box)
		for _, l := range labels {
			if line.Overlaps(l.Box.Inset(1)) {
				t.Errorf("the leader %v crosses %q at %v", n.Box, l.Text.String, l.Box)
			}
		}
		for _, m := range marks {
			if m.Event != n.Event && line.Overlaps(m.Box) {
				t.Errorf("the leader %v crosses the mark of %s at %v", n.Box, m.Event, m.Box)
			}
		}
	}
	scale := p.Scale(width, v)
	for i := range p.Story().Len() {
		e := p.Story().Event(i)
		from, to := e.Date.Bounds()
		boxes, drawn := s.EventBoxes(e.ID)
		a, b := s.Plot.X+scale.Px(float64(from)), s.Plot.X+scale.Px(float64(to))
		if start, end := e.Date.Ends(); start == edtf.Dated && end == edtf.Dated {
			// Of a dot the middle counts.
			left, right := a, b
			if !e.Date.IsInterval() && b-a <= 14 {
				left, right = (a+b)/2, (a+b)/2
			}
			if seen := right >= s.Plot.X && left <= s.Plot.Right(); seen && !drawn {
				t.Errorf("%s is in view and has no mark", e.ID)
			}
		}
		if !drawn {
			continue
		}
		// A mark is where its date is: a dot or a short bar in the middle of it.
		bar := boxes.Bar
		if start, _ := e.Date.Ends(); start == edtf.Dated && math.Max(a, s.Plot.X) < bar.X-7.5 && bar.X > s.Plot.X+0.5 {
			for _, n := range s.Nodes {
				if n.Event == e.ID {
					t.Log(n.ID, n.Box)
				}
			}
			t.Errorf("%s begins at %v, its mark at %v", e.ID, a, bar.X)
		}
		if middle := bar.Centre().X; b-a < 12 && e.Date.IsInterval() == false && middle > s.Plot.X && middle < s.Plot.Right() && math.Abs(middle-(a+b)/2) > 1 {
			t.Errorf("%s lies at %v, its mark at %v", e.ID, (a+b)/2, middle)
		}
		if hit := s.HitTest(boxes.Hit.Centre()); !boxes.Hit.Empty() && (hit == nil || hit.Event == "") {
			t.Errorf("%s cannot be pressed", e.ID)
		}
	}
}

func clipped(r, plot scene.Rect) scene.Rect {
	x0, x1 := max(r.X, plot.X), min(r.Right(), plot.Right())
	return scene.Rect{X: x0, Y: r.Y, W: max(0, x1-x0), H: r.H}
}

// A date that is drawn as a stretch at one width and as a dot at another is in the
// key of the first alone.
func TestTheKeyExplainsStretches(t *testing.T) {
	p := spans.New(storytest.Decode(t, "barline: 1\nid: s\nheadline: H\nevents:\n  - {title: A, date: 1961-05-03}\n  - {title: B, date: 1995}\n  - {title: C, date: 2024-01-01}\n"), words.English(), storytest.Fonts(t))
	stretches := 0
	for _, width := range []float64{320, 390, 700, 1000, 1360} {
		drawn, explained := false, false
		for _, n := range p.Figure(width, view.View{}).Nodes {
			drawn = drawn || strings.HasPrefix(n.ID, "stretch:")
			explained = explained || n.ID == "key:span-stretch"
		}
		if drawn != explained {
			t.Errorf("at %v px a stretch is drawn: %t, and in the key: %t", width, drawn, explained)
		}
		if drawn {
			stretches++
		}
	}
	if stretches == 0 || stretches == 5 {
		t.Errorf("stretches are drawn at %d of 5 widths: this test tries one case only", stretches)
	}
}

// Quotations are counted at their events, at every width and in both arrangements.
func TestQuotationsAreSeen(t *testing.T) {
	story := storytest.Decode(t, `barline: 1
id: s
headline: H
people: [{id: ada, name: Ada, role: a minister}]
events:
  - {id: siege, title: The siege of the harbour, date: 1914-08/1915-02, quotes: [{id: a, speaker: ada, words: Yes.}, {id: b, speaker: ada, words: No.}]}
  - {id: talks, title: Talks, date: 1915-03-04, quotes: [{id: c, speaker: ada, words: Perhaps.}]}
  - {id: peace, title: Peace, date: 1918}
`)
	p := spans.New(story, words.English(), storytest.Fonts(t))
	for _, width := range view.Ladder() {
		for _, a := range []view.Arrangement{view.Calendar, view.Compare} {
			signs := storytest.QuotationSigns(p.Figure(width, view.View{Arrangement: a}))
			if want := map[string]string{"siege": "2", "talks": "1"}; !maps.Equal(signs, want) {
				t.Errorf("%v px, %s: the signs are %v, want %v", width, a, signs, want)
			}
		}
	}
}

// What the story says leads stands in the figure, however short it is. Without that it
// is the longest quotation of the event with the most.
func TestWhatLeads(t *testing.T) {
	const story = `barline: 1
id: s
headline: H
people: [{id: ada, name: Ada, role: a minister}]
events:
  - {id: siege, title: The siege of the harbour, date: 1914-08/1915-02, quotes: [{id: a, speaker: ada, words: We stay.}, {id: b, speaker: ada, words: We stay here.}]}
  - {id: talks, title: Talks, date: 1915-03-04, quotes: [{id: c, speaker: ada, words: Perhaps we shall go tomorrow., lang: nb, translation: {words: Tomorrow., by: translated by the desk}%s}]}
  - {title: Peace, date: 1918}
  - {title: Return, date: 1918-02}
  - {title: First harvest, date: 1918-03}
  - {title: Elections, date: 1918-04}
`
	for lead, want := range map[string]string{"": "“We stay here.” Ada", ", lead: true": "“Tomorrow.” Ada Translated by the desk"} {
		p := spans.New(storytest.Decode(t, fmt.Sprintf(story, lead)), words.English(), storytest.Fonts(t))
		var said []string
		for _, n := range p.Figure(1000, view.View{}).Nodes {
			if strings.HasPrefix(n.ID, "lead:") && n.Text != nil {
				said = append(said, n.Text.String)
			}
		}
		if got := strings.Join(said, " "); got != want {
			t.Errorf("%q leads, want %q", got, want)
		}
	}
}

// Sixty titles find room on a wide page, nearly all of them, and the others are
// counted where they would stand.
func TestSixtyTitles(t *testing.T) {
	var b strings.Builder
	b.WriteString("barline: 1\nid: s\nheadline: H\nevents:\n")
	for i := range 60 {
		fmt.Fprintf(&b, "  - {title: Event %d of the harbour council, date: %d-%02d-%02d}\n", i, 1925+i*i*7%100, i%12+1, i%28+1)
	}
	p := spans.New(storytest.Decode(t, b.String()), words.English(), storytest.Fonts(t))
	for width, least := range map[float64]int{1000: 54, 390: 60} {
		labelled, counted := map[string]bool{}, 0
		for _, n := range p.Figure(width, view.View{}).Nodes {
			switch more := strings.HasPrefix(n.ID, "more:"); {
			case more:
				left, err := strconv.Atoi(strings.TrimPrefix(n.Text.String, "+"))
				if err != nil || len(strings.Fields(n.More)) != left {
					t.Errorf("%q counts %q", n.Text.String, n.More)
				}
				counted += left
			case n.Role == scene.Label && n.Event != "":
				labelled[n.Event] = true
			}
		}
		if len(labelled) < least || len(labelled)+counted != 60 {
			t.Errorf("at %v px %d of 60 titles are there, and %d are counted", width, len(labelled), counted)
		}
	}
}

func BenchmarkSpans(b *testing.B) {
	var text strings.Builder
	text.WriteString("barline: 1\nid: s\nheadline: H\nevents:\n")
	for i := range 60 {
		fmt.Fprintf(&text, "  - {title: Event %d of the harbour council, date: %d/%d}\n", i, 1925+i, 1926+i+i%7)
	}
	p := spans.New(storytest.Decode(b, text.String()), words.English(), storytest.Fonts(b))
	from, to := p.Extent()
	for i := 0; b.Loop(); i++ {
		shift := float64(i%100) / 1000 * (to - from)
		p.Figure(1000, view.View{From: from + shift, To: to - shift})
	}
}

// Annotations of every kind, as text, beside periods and in Compare.
func TestGoldenAnnotations(t *testing.T) {
	p := spans.New(storytest.Decode(t, `barline: 1
id: s
headline: H
periods: [{title: The long century, date: 1789/1914}]
annotations:
  - {date: 1815-06-18, text: Waterloo}
  - {date: 1830~/1848, text: The years before March}
  - {date: 1911/.., text: An age of strikes begins}
  - {date: 1870, text: A year}
  - {length: P3652D, text: ten years}
events:
  - {id: a, title: The first war, date: 1803/1815}
  - {id: b, title: A revolution, date: 1848-03-13}
  - {id: c, title: The second war, date: 1870-07/1871-05}
  - {id: d, title: The third war, date: 1914-07-28/1918-11-11}
`), words.English(), storytest.Fonts(t))
	for _, width := range []float64{390, 1000} {
		for _, a := range []view.Arrangement{view.Calendar, view.Compare} {
			golden.Text(t, fmt.Sprintf("annotated-%v-%s.txt", width, a), p.Figure(width, view.View{Arrangement: a}).Dump())
		}
	}
}
