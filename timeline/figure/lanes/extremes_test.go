package lanes_test

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"barline/data"
	"barline/internal/storytest"
	"barline/internal/tabletest"
	"barline/scene"
	"barline/timeline/figure/lanes"
	"barline/timeline/view"
	"barline/timeline/words"
)

// timed is a table whose events are at other times.
type timed struct {
	*tabletest.Table
	n    int
	span func(i int) (from, to int64)
}

func (t timed) Len() int                    { return t.n }
func (t timed) Total() int                  { return t.n }
func (t timed) Span(i int) (from, to int64) { return t.span(i) }
func (t timed) ID(i int) string             { return "e" + strconv.Itoa(i) }
func (t timed) Title(i int) string          { return "Event " + strconv.Itoa(i) }
func (t timed) Lane(i int) int              { return i % 2 }
func (t timed) Match(i int, s string) bool  { return strings.Contains(t.Title(i), s) }
func (t timed) Event(i int) data.Event {
	return data.Event{ID: t.ID(i), Title: t.Title(i), Kind: data.Context(), Date: t.Table.Event(0).Date}
}
func (t timed) Bounds() (from, to int64) {
	from, to = math.MaxInt64, math.MinInt64
	for i := range t.n {
		a, b := t.span(i)
		from, to = min(from, a), max(to, b)
	}
	return from, to
}

const (
	day  = 24 * 3600
	year = 31_556_952
)

func picture(t testing.TB, n int, span func(i int) (from, to int64)) *lanes.Picture {
	p := lanes.New(timed{tabletest.New(1, 2), n, span}, words.English(), storytest.Picture(t).Fonts())
	p.TakeAll()
	return p
}

// sane fails where anything of a scene is nowhere, or outside of the figure.
func sane(t failing, s *scene.Scene, what string) {
	t.Helper()
	within := func(id string, x, y, w, h float64) {
		for _, v := range [...]float64{x, y, w, h} {
			if math.IsNaN(v) || math.IsInf(v, 0) {
				t.Fatalf("%s: %q is at %v %v, %v x %v", what, id, x, y, w, h)
			}
		}
		if x < -1 || y < -1 || x+w > s.WidthPx+1 || y+h > s.HeightPx+1 {
			t.Fatalf("%s: %q reaches out of the figure: %v %v, %v x %v", what, id, x, y, w, h)
		}
	}
	for i := range s.Nodes {
		n := &s.Nodes[i]
		if n.Role == scene.Ring {
			continue // around a bar at the edge
		}
		within(n.ID, n.Box.X, n.Box.Y, n.Box.W, n.Box.H)
		for _, c := range n.Cells {
			within(n.ID, c.X, c.Y, c.W, c.H)
			if !(c.Alpha >= 0 && c.Alpha <= 1) {
				t.Fatalf("%s: a box of %q has the strength %v", what, n.ID, c.Alpha)
			}
		}
	}
}

// counted is how many events the entries stand for.
func counted(t failing, entries []view.Entry) int {
	t.Helper()
	n := 0
	for _, e := range entries {
		if e.Event >= 0 {
			n++
			continue
		}
		_, events, _ := strings.Cut(e.Name, ": ")
		count, err := strconv.Atoi(strings.ReplaceAll(strings.Fields(events)[0], ",", ""))
		if err != nil {
			t.Fatalf("a stretch is called %q", e.Name)
		}
		n += count
	}
	return n
}

func TestExtremes(t *testing.T) {
	for _, c := range []struct {
		name string
		n    int
		span func(i int) (from, to int64)
	}{
		{"a million at one instant", 1_000_000, func(int) (int64, int64) { return 1_700_000_000, 1_700_000_001 }},
		{"one of 5,000 years", 1, func(int) (int64, int64) { return -3000 * year, 2000 * year }},
		{"one of 5,000 years among many", 500, func(i int) (int64, int64) {
			if i == 0 {
				return -3000 * year, 2000 * year
			}
			at := int64(i)*day + 1_600_000_000
			return at, at + 3600
		}},
		{"before there were years", 300, func(i int) (int64, int64) { return -9000*year + int64(i)*year, -9000*year + int64(i)*year + day }},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := picture(t, c.n, c.span)
			for _, width := range []float64{320, 1600} {
				s := p.Figure(width, view.View{})
				sane(t, s, "fitted")
				if got := counted(t, p.Entries()); got != c.n {
					t.Errorf("%v px: the entries stand for %d events, of %d", width, got, c.n)
				}
				first, _ := p.When(0)
				for _, span := range []float64{1e-6, 1, day, year, 10_000 * year, 3e11} {
					for _, at := range []float64{first, first - span*0.99, first - 20_000*year} {
						sane(t, p.Figure(width, view.View{From: at, To: at + span, Selected: "e0", Focused: "e0"}), strconv.FormatFloat(span, 'g', 3, 64))
						p.Entries()
						p.Hit(nil, scene.Point{X: width / 2, Y: 40})
						p.Boxes(nil)
					}
				}
			}
		})
	}
}

// Whatever is left out, time goes on, and back again: nothing that happens is in
// a gap, and no event is lost.
func TestGaps(t *testing.T) {
	fonts := storytest.Picture(t).Fonts()
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 120).Draw(t, "n")
		starts := make([]int64, n)
		at := rapid.Int64Range(-100*year, 50*year).Draw(t, "first")
		for i := range starts {
			starts[i] = at
			at += rapid.SampledFrom([]int64{0, 3600, day, 30 * day, 5 * year, 40 * year}).Draw(t, "until the next")
		}
		lasts := rapid.SampledFrom([]int64{1, day, 60 * day}).Draw(t, "lasts")
		p := lanes.New(timed{tabletest.New(1, 2), n, func(i int) (int64, int64) { return starts[i], starts[i] + lasts }}, words.English(), fonts)
		p.TakeAll()
		whole, _ := p.Extent()
		p.Collapse(true)
		if p.Collapsed() != p.HasGaps() {
			t.Fatalf("there are gaps: %v, they are left out: %v", p.HasGaps(), p.Collapsed())
		}
		from, to := p.Extent()
		if from > whole+1 || to <= from {
			t.Fatalf("left out, the extent is %v to %v", from, to)
		}
		before := math.Inf(-1)
		for i := range 200 {
			at := from + (to-from)*float64(i)/199
			real := p.Real(at)
			if real < before {
				t.Fatalf("time goes back, from %v to %v", before, real)
			}
			if back := p.Axis(real); math.Abs(back-at) > (to-from)*1e-9+1e-3 {
				t.Fatalf("%v on the axis is %v, which is %v on the axis", at, real, back)
			}
			before = real
		}
		for i := range n {
			a, b := p.When(i)
			if math.Abs(b-a-float64(lasts)) > 1e-3 {
				t.Fatalf("event %d lasts %v s on the axis, of %d", i, b-a, lasts)
			}
		}
		s := p.Figure(rapid.SampledFrom(view.Ladder()).Draw(t, "width"), view.View{})
		sane(t, s, "left out")
		if got := counted(t, p.Entries()); got != n {
			t.Fatalf("the entries stand for %d events, of %d: %v", got, n, p.Entries())
		}
	})
}

// failing is a test, or a property under test.
type failing interface {
	Helper()
	Fatalf(format string, args ...any)
}
