package index_test

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"barline/timeline/index"
)

// some draws events: crowded and scattered, moments and ages.
func some(t *rapid.T) (from, to []int64, lane []uint16) {
	n := rapid.IntRange(0, 120).Draw(t, "n")
	scale := rapid.SampledFrom([]int64{1, 10, 1000, 1e6, 1e11}).Draw(t, "scale")
	lanes := rapid.Uint16Range(1, 4).Draw(t, "lanes")
	for range n {
		at := rapid.Int64Range(-scale, scale).Draw(t, "at")
		length := rapid.OneOf(rapid.Int64Range(0, 3), rapid.Int64Range(0, scale)).Draw(t, "length")
		from, to = append(from, at), append(to, at+length)
		lane = append(lane, rapid.Uint16Range(0, lanes-1).Draw(t, "lane"))
	}
	return from, to, lane
}

// build sorts the columns by start and indexes them, flushing now and then.
func build(from, to []int64, lane []uint16) *index.Index {
	return packed(from, to, lane, index.Packing{Stacks: 1 << 16})
}

func packed(from, to []int64, lane []uint16, packing index.Packing) *index.Index {
	order := make([]int, len(from))
	lanes, low, high := 1, int64(0), int64(0)
	for i := range from {
		order[i], lanes = i, max(lanes, int(lane[i])+1)
		if i == 0 {
			low, high = from[i], from[i]
		}
		low, high = min(low, from[i]), max(high, from[i], to[i])
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(from[a], from[b]) })
	f, u, l := slices.Clone(from), slices.Clone(to), slices.Clone(lane)
	for i, j := range order {
		from[i], to[i], lane[i] = f[j], max(f[j], u[j]), l[j]
	}
	x := index.New(low, high+1, len(from), lanes, packing)
	for i := range from {
		x.Add(i, int(lane[i]), from[i], to[i])
	}
	x.Finish()
	return x
}

func TestOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from, to, lane := some(t)
		x := build(from, to, lane)
		want := make([]int, len(from))
		for i := range want {
			want[i] = i
		}
		slices.SortStableFunc(want, func(a, b int) int { return cmp.Compare(from[a], from[b]) })
		var got, back []int
		for e := x.Next(index.None); e != index.None; e = x.Next(e) {
			got = append(got, e)
		}
		for e := x.Previous(index.None); e != index.None; e = x.Previous(e) {
			back = append(back, e)
		}
		slices.Reverse(back)
		if !slices.Equal(got, want) || !slices.Equal(back, want) {
			t.Fatalf("forward %v, backward %v, want %v", got, back, want)
		}
		at := rapid.Int64Range(-1e11, 1e11).Draw(t, "since")
		since := index.None
		for _, e := range want {
			if from[e] >= at {
				since = e
				break
			}
		}
		if got := x.Since(at); got != since {
			t.Fatalf("since %d: %d, want %d", at, got, since)
		}
	})
}

func TestLanesHoldTheirOwnAndRowsDoNotOverlap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from, to, lane := some(t)
		x := build(from, to, lane)
		seen := make([]bool, len(from))
		for i := range x.Lanes() {
			l := x.Lane(i)
			last := map[int]int64{}
			l.Each(math.MinInt64/2, math.MaxInt64/2, 1<<30, func(e, row int, a, b int64) {
				if seen[e] || int(lane[e]) != i || a != from[e] || b != to[e] || row >= l.Rows() {
					t.Fatalf("event %d, %d to %d on row %d of lane %d", e, a, b, row, i)
				}
				seen[e] = true
				if end, ok := last[row]; ok && a < end && l.Crowded() == 0 {
					t.Fatalf("event %d begins at %d, the one before it ends at %d", e, a, end)
				}
				last[row] = max(b, a+1)
			})
		}
		if slices.Contains(seen, false) {
			t.Fatal("an event is in no lane")
		}
	})
}

// Lanes that share a stack share its rows: their events do not overlap, whatever is
// spread, and there are no more rows than are spread over or overlap.
func TestPacking(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from, to, lane := some(t)
		packing := index.Packing{
			Stacks: rapid.IntRange(1, 4).Draw(t, "stacks"),
			Spread: rapid.IntRange(0, 12).Draw(t, "spread"),
			Gap:    rapid.Int64Range(0, 1000).Draw(t, "gap"),
		}
		x := packed(from, to, lane, packing)
		type placed struct{ from, to int64 }
		rows := map[[2]int][]placed{}
		crowded := 0
		for i := range x.Lanes() {
			crowded += x.Lane(i).Crowded()
			x.Lane(i).Each(math.MinInt64/2, math.MaxInt64/2, 1<<30, func(_, row int, a, b int64) {
				at := [2]int{i % packing.Stacks, row}
				rows[at] = append(rows[at], placed{a, max(b, a+1)})
			})
		}
		for at, events := range rows {
			slices.SortFunc(events, func(a, b placed) int { return cmp.Compare(a.from, b.from) })
			for i := 1; i < len(events) && crowded == 0; i++ {
				if events[i].from < events[i-1].to {
					t.Fatalf("row %d of stack %d: %v overlap", at[1], at[0], events[i-1:i+1])
				}
			}
			if at[1] >= max(1, packing.Spread) && crowded == 0 {
				overlaps := false
				for _, e := range events {
					n := 0
					for other, beside := range rows {
						if other[0] == at[0] && other[1] < at[1] && slices.ContainsFunc(beside, func(o placed) bool { return o.from <= e.from && o.to > e.from }) {
							n++
						}
					}
					overlaps = overlaps || n == at[1]
				}
				if !overlaps {
					t.Fatalf("row %d of stack %d is there for %v, which overlap with nothing", at[1], at[0], events)
				}
			}
		}
	})
}

func TestEachIsWhatIsInView(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from, to, lane := some(t)
		x := build(from, to, lane)
		a := rapid.Int64Range(-2e3, 2e3).Draw(t, "a")
		b := a + rapid.Int64Range(1, 2e3).Draw(t, "length")
		for i := range x.Lanes() {
			l := x.Lane(i)
			if l.Crowded() > 0 {
				continue
			}
			var want, got []int
			for e := range from {
				if int(lane[e]) == i && from[e] < b && (to[e] > a || from[e] >= a) {
					want = append(want, e)
				}
			}
			l.Each(a, b, 1<<30, func(e, _ int, _, _ int64) { got = append(got, e) })
			slices.Sort(got)
			if !slices.Equal(want, got) {
				t.Fatalf("lane %d in [%d, %d): %v, want %v", i, a, b, got, want)
			}
			if n := len(want); n > 1 {
				drawn := 0
				l.Each(a, b, n-1, func(int, int, int64, int64) { drawn++ })
				if drawn != n-1 {
					t.Fatalf("asked for at most %d, it drew %d", n-1, drawn)
				}
			}
			count := 0
			for e := range from {
				if int(lane[e]) == i && from[e] >= a && from[e] < b {
					count++
				}
			}
			if got := l.Count(a, b); got != count {
				t.Fatalf("lane %d: %d start in [%d, %d), want %d", i, got, a, b, count)
			}
		}
	})
}

func TestHit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from, to, lane := some(t)
		x := build(from, to, lane)
		at := rapid.Int64Range(-2e3, 2e3).Draw(t, "at")
		slack := rapid.Int64Range(0, 50).Draw(t, "slack")
		for i := range x.Lanes() {
			l := x.Lane(i)
			if l.Crowded() > 0 {
				continue
			}
			for row := range l.Rows() {
				away := func(e int) int64 { return max(from[e]-at, at-max(from[e], to[e]-1), 0) }
				nearest := slack + 1
				l.Each(math.MinInt64/2, math.MaxInt64/2, 1<<30, func(e, r int, _, _ int64) {
					if r == row {
						nearest = min(nearest, away(e))
					}
				})
				got := l.Hit(at, slack, row)
				if (got == index.None) != (nearest > slack) || got != index.None && away(got) != nearest {
					t.Fatalf("lane %d, row %d at %d: event %d, the nearest is %d away", i, row, at, got, nearest)
				}
			}
			if l.Hit(at, slack, l.Rows()) != index.None || l.Hit(at, slack, -1) != index.None {
				t.Fatal("a row that is not there is hit")
			}
		}
	})
}

// What a table may hold: a million events in one instant, one of 5,000 years,
// an end before its start.
func TestExtremes(t *testing.T) {
	const n = 1_000_000
	from, to, lane := make([]int64, n+2), make([]int64, n+2), make([]uint16, n+2)
	for i := range n {
		from[i], to[i] = 1_700_000_000, 1_700_000_060
	}
	from[n], to[n] = -100_000_000_000, 60_000_000_000
	from[n+1], to[n+1] = 5, -5
	x := build(from, to, lane)
	l := x.Lane(0)
	if l.Rows() != index.MostRows || l.Crowded() < n-index.MostRows {
		t.Errorf("%d rows, %d crowded", l.Rows(), l.Crowded())
	}
	if l.Count(1_700_000_000, 1_700_000_001) != n || l.Count(1_700_000_001, math.MaxInt64/4) != 0 {
		t.Error("the instant is not where it was")
	}
	drawn := 0
	l.Each(1_700_000_000, 1_700_000_001, 500, func(int, int, int64, int64) { drawn++ })
	if drawn != 500 {
		t.Errorf("%d are drawn of at most 500", drawn)
	}
	for width := int64(1); width < 1<<50; width *= 2 {
		at := int64(1_700_000_000) / width * width
		if got := l.Counts([]int64{at, at + width}, nil)[0]; got < n {
			t.Errorf("%d s: %d events", width, got)
		}
	}
	moments := 0
	l.Each(5, 6, 500, func(_, _ int, from, to int64) {
		if from == 5 && to == 5 {
			moments++
		}
	})
	if moments != 1 {
		t.Error("an end before its start made no moment")
	}
}

// year fills a year with events of up to a day, in eight lanes.
func year(n int) (from, to []int64, lane []uint16) {
	r := rand.New(rand.NewPCG(1, 2))
	const second = 365 * 24 * 3600
	for i := range n {
		at := 1_735_689_600 + r.Int64N(second)
		from, to, lane = append(from, at), append(to, at+r.Int64N(1+24*3600*1000/int64(max(1000, n)))), append(lane, uint16(i%8))
	}
	return from, to, lane
}

var sizes = []struct {
	name string
	n    int
}{{"6", 6}, {"1k", 1000}, {"10k", 10_000}, {"100k", 100_000}, {"1M", 1_000_000}}

func BenchmarkBuild(b *testing.B) {
	for _, size := range sizes {
		b.Run(size.name, func(b *testing.B) {
			from, to, lane := year(size.n)
			build(from, to, lane) // sorts
			b.ReportAllocs()
			for b.Loop() {
				x := index.New(from[0], from[size.n-1]+24*3600, size.n, 8, index.Packing{Stacks: 8})
				for i := range from {
					x.Add(i, int(lane[i]), from[i], to[i])
				}
				x.Finish()
			}
		})
	}
}

// BenchmarkFrame asks for what a frame 800 px wide needs of eight lanes.
func BenchmarkFrame(b *testing.B) {
	for _, size := range sizes {
		from, to, lane := year(size.n)
		x := build(from, to, lane)
		for _, zoom := range []struct {
			name string
			days int64
		}{{"year", 365}, {"week", 7}, {"hour", 0}} {
			b.Run(size.name+"/"+zoom.name, func(b *testing.B) {
				b.ReportAllocs()
				span := max(3600, zoom.days*24*3600)
				var bounds []int64
				var counts []int
				at, drawn := int64(1_735_689_600), 0
				for b.Loop() {
					at += span / 300
					if at > 1_735_689_600+360*24*3600 {
						at = 1_735_689_600
					}
					bounds = bounds[:0]
					for k := range int64(267) { // columns of 3 px
						bounds = append(bounds, at+k*span/266)
					}
					for i := range x.Lanes() {
						l := x.Lane(i)
						if l.Count(at, at+span) > 400 {
							counts = l.Counts(bounds, counts[:0])
							drawn += len(counts)
						} else {
							l.Each(at, at+span, 800, func(int, int, int64, int64) { drawn++ })
						}
					}
				}
			})
		}
	}
}

func BenchmarkHit(b *testing.B) {
	for _, size := range sizes {
		b.Run(size.name, func(b *testing.B) {
			from, to, lane := year(size.n)
			x := build(from, to, lane)
			at := int64(1_735_689_600)
			for b.Loop() {
				at += 12345
				l := x.Lane(3)
				for row := range l.Rows() {
					l.Hit(at%(365*24*3600)+1_735_689_600, 60, row)
				}
			}
		})
	}
}

// A part of the events, such as what a search has found, is an index of its own.
func TestPart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from, to, lane := some(t)
		whole := build(from, to, lane)
		part := index.New(-1e11, 2e11, 10, whole.Lanes(), index.Packing{Stacks: whole.Lanes()}) // fewer may come than were announced, or more
		var want []int
		for i := range from {
			if rapid.Bool().Draw(t, "in") {
				part.Add(i, int(lane[i]), from[i], to[i])
				want = append(want, i)
			}
		}
		var got []int
		for e := part.Next(index.None); e != index.None; e = part.Next(e) {
			got = append(got, e)
		}
		if !slices.Equal(got, want) {
			t.Fatalf("walked %v, want %v", got, want)
		}
		for i := range from {
			at, in := slices.BinarySearch(want, i)
			next, previous := index.None, index.None
			if in {
				at++
			}
			if at < len(want) {
				next = want[at]
			}
			if in {
				at--
			}
			if at > 0 {
				previous = want[at-1]
			}
			if part.Has(i) != in || part.Next(i) != next || part.Previous(i) != previous {
				t.Fatalf("%d of %v: in %v, next %d, previous %d", i, want, part.Has(i), part.Next(i), part.Previous(i))
			}
		}
	})
}

// Columns of a calendar hold what starts between their ends, each event once.
func TestCounts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from, to, lane := some(t)
		x := build(from, to, lane)
		bounds := rapid.SliceOfN(rapid.Int64Range(-2e3, 2e3), 0, 20).Draw(t, "bounds")
		slices.Sort(bounds)
		for i := range x.Lanes() {
			got := x.Lane(i).Counts(bounds, nil)
			var want []int
			for k := range max(0, len(bounds)-1) {
				want = append(want, x.Lane(i).Count(bounds[k], bounds[k+1]))
			}
			if !slices.Equal(got, want) {
				t.Fatalf("lane %d between %v: %v, want %v", i, bounds, got, want)
			}
		}
	})
}
