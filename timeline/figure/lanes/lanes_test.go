package lanes_test

import (
	"testing"

	"pgregory.net/rapid"

	"barline/data"
	"barline/internal/storytest"
	"barline/internal/tabletest"
	"barline/scene"
	"barline/timeline/figure/lanes"
	"barline/timeline/index"
	"barline/timeline/view"
	"barline/timeline/words"
	"barline/typeset"
)

// Every event that is drawn by itself is hit where it is drawn, and a search
// finds what it says.
func TestHitAndFind(t *testing.T) {
	for _, lang := range []string{"en", "ps"} {
		t.Run(lang, func(t *testing.T) { hitAndFind(t, storytest.FontsFor(t, lang)) })
	}
}

func hitAndFind(t *testing.T, fonts *typeset.Fonts) {
	table := tabletest.New(300, 4)
	p := lanes.New(table, words.English(), fonts)
	p.TakeAll()
	from, to := p.Extent()
	p.Figure(1200, view.View{From: from, To: from + (to-from)/40})
	n := 0
	for _, e := range p.Entries() {
		if e.Event < 0 {
			continue
		}
		n++
		if got := p.Hit(nil, e.Box.Centre()); got != e.ID {
			t.Errorf("the middle of %s hits %q", e.ID, got)
		}
	}
	for id, b := range p.Boxes(nil) {
		if got := p.Hit(nil, b.Bar.Centre()); got != id {
			t.Errorf("the bar of %s hits %q", id, got)
		}
	}
	if n == 0 {
		t.Error("no event is drawn by itself in nine days")
	}
	p.Seek(view.Query{Text: "Oslo"})
	p.TakeAll()
	want := 0
	for i := range table.Len() {
		if table.Match(i, "oslo") {
			want++
		}
	}
	if g := p.Progress(); g.Found != want || g.Looked != 300 {
		t.Errorf("found %d in %d, want %d", g.Found, g.Looked, want)
	}
}

// Whatever is in view can be reached: every event is an entry, or begins in a
// stretch of time that is one. Entries of single events do not cover one another
// but where time cannot be told apart.
func TestEveryEventInViewIsReached(t *testing.T) {
	fonts := storytest.Picture(t).Fonts()
	rapid.Check(t, func(t *rapid.T) {
		table := tabletest.New(rapid.SampledFrom([]int{1, 30, 300, 3000}).Draw(t, "n"), rapid.IntRange(1, 15).Draw(t, "lanes"))
		p := lanes.New(table, words.English(), fonts)
		p.TakeAll()
		from, to := p.Extent()
		span := (to - from) * rapid.SampledFrom([]float64{1, 0.3, 0.02, 1e-3, 1e-5, 2e-6}).Draw(t, "share")
		v := view.View{From: from + (to-from-span)*rapid.Float64Range(0, 1).Draw(t, "at")}
		v.To = v.From + span
		p.Figure(rapid.SampledFrom(view.Ladder()).Draw(t, "width"), v)
		entries := p.Entries()
		for e := range table.Len() {
			at, until := table.Span(e)
			if float64(until) <= v.From || float64(at) >= v.To {
				continue
			}
			reached := false
			for _, entry := range entries {
				reached = reached || entry.Event == e || entry.Event == index.None && float64(at) < entry.To && float64(until) > entry.From
			}
			if !reached {
				t.Fatalf("event %d, %d to %d, is in view and no entry", e, at, until)
			}
		}
		if span < 1e4 {
			return
		}
		for i, a := range entries {
			for _, b := range entries[:i] {
				if a.Event >= 0 && b.Event >= 0 && a.Box.Overlaps(b.Box) {
					t.Fatalf("%s and %s cover one another", a.Name, b.Name)
				}
			}
		}
	})
}

// A calendar that moves allocates nothing once its words are set.
func BenchmarkFigure(b *testing.B) {
	fonts := storytest.Picture(b).Fonts()
	for _, size := range []struct {
		name string
		n    int
	}{{"6", 6}, {"1k", 1000}, {"10k", 10_000}, {"100k", 100_000}, {"1M", 1_000_000}} {
		p := lanes.New(tabletest.New(size.n, 8), words.English(), fonts)
		p.TakeAll()
		from, to := p.Extent()
		for _, part := range []struct {
			name string
			days float64
		}{{"year", 366}, {"week", 7}, {"hour", 1.0 / 24}} {
			b.Run(size.name+"/"+part.name, func(b *testing.B) {
				span, step := part.days*24*3600, 0
				figure := func() {
					v := view.View{From: from + (to-from-span)*0.4 + span/200*float64(step%100)}
					v.To = v.From + span
					p.Figure(800, v)
					p.Work()
					step++
				}
				for range 1000 {
					figure()
				}
				b.ReportAllocs()
				for b.Loop() {
					figure()
				}
			})
		}
	}
}

// A table whose events are of one kind.
type uniform struct {
	*tabletest.Table
	kind data.Kind
}

func (u uniform) Kind(int) data.Kind { return u.kind }

// The key explains the colours that are there, and no other.
func TestKeyOfOneKind(t *testing.T) {
	for kind, paint := range map[data.Kind]scene.Paint{data.Meeting(): scene.Talks, data.Context(): scene.Other} {
		p := lanes.New(uniform{tabletest.New(70, 2), kind}, words.English(), storytest.Picture(t).Fonts())
		p.TakeAll()
		from, to := p.Extent()
		bars := 0
		for _, n := range p.Figure(1000, view.View{From: from, To: from + (to-from)/20}).Nodes {
			switch n.ID {
			case "key:bar":
				bars++
				if n.Paint != paint {
					t.Errorf("of nothing but %v the key shows a bar in %v", kind, n.Paint)
				}
			case "key:context":
				t.Errorf("of nothing but %v the key explains another colour", kind)
			}
		}
		if bars != 1 {
			t.Errorf("of nothing but %v the key shows %d bars", kind, bars)
		}
	}
}
