package index

import (
	"math"
	"math/bits"
	"slices"
)

// MostRows is how many rows a lane is packed into. What overlaps more often is
// put on the last row, over what is there.
const MostRows = 64

// Lane holds the events of one group, packed so that those of a row do not
// overlap.
type Lane struct {
	// In the order of starts:
	starts, ends []int64
	events       []uint32
	row          []uint8
	last         int64 // the latest end

	// byRow holds places in the order above, row by row; rows[i] is where a row
	// begins in it. over counts the events that found no row of their own.
	byRow []uint32
	rows  []uint32
	over  int

	shift  uint     // buckets of the finest level are 2^shift s wide
	first  []uint32 // by its buckets, and one more: the first event that starts in it or later
	levels []level  // each twice as coarse as the one before
}

// level is the lane in buckets of one width. Bucket i is the stretch of time
// [(origin+i) width, (origin+i+1) width): the same for every lane and view.
type level struct {
	origin  int64
	longest []uint32  // seconds, at most math.MaxUint32
	covered []float32 // the share of the bucket during which something happens
}

// coarsest is the widest bucket, 2^coarsest s: longer than any history.
const coarsest = 48

func (l *Lane) reserve(n int) {
	l.starts, l.ends = make([]int64, 0, n), make([]int64, 0, n)
	l.events, l.row = make([]uint32, 0, n), make([]uint8, 0, n)
}

func (l *Lane) add(event uint32, from, to int64) {
	l.starts, l.ends, l.events = append(l.starts, from), append(l.ends, to), append(l.events, event)
}

func (l *Lane) finish() {
	if len(l.starts) == 0 {
		l.rows = []uint32{0}
		return
	}
	l.last = slices.Max(l.ends)
	l.pack()
	l.fill()
}

// pack puts each event on the first row that is free. A moment takes its second.
func (l *Lane) pack() {
	var free [MostRows]int64
	used := 0
	for i, from := range l.starts {
		row := 0
		for row < used && free[row] > from {
			row++
		}
		if row == used {
			if used < MostRows {
				free[used] = math.MinInt64
				used++
			} else {
				row = MostRows - 1
				l.over++
			}
		}
		free[row] = max(free[row], l.ends[i], from+1)
		l.row = append(l.row, uint8(row))
	}
	l.rows = make([]uint32, used+1)
	for _, row := range l.row {
		l.rows[row+1]++
	}
	for i := range used {
		l.rows[i+1] += l.rows[i]
	}
	l.byRow = make([]uint32, len(l.row))
	next := slices.Clone(l.rows)
	for i, row := range l.row {
		l.byRow[next[row]] = uint32(i)
		next[row]++
	}
}

// fill makes the levels.
func (l *Lane) fill() {
	n := len(l.starts)
	// About two events to a bucket, if they were spread evenly.
	extent := uint64(l.last-l.starts[0]) + 1
	l.shift = uint(max(0, bits.Len64(extent/uint64(max(1, n/2)))))
	origin := l.starts[0] >> l.shift
	buckets := int(l.last>>l.shift-origin) + 1
	l.first = make([]uint32, buckets+1)
	base := level{origin, make([]uint32, buckets), make([]float32, buckets)}
	l.levels = []level{base}
	at := 0
	for b := range buckets {
		l.first[b] = uint32(at)
		for at < n && l.bucket(l.starts[at]) == b {
			base.longest[b] = max(base.longest[b], uint32(min(l.ends[at]-l.starts[at], math.MaxUint32)))
			at++
		}
	}
	l.first[buckets] = uint32(n)
	l.cover(base.covered)
	for fine := base; len(fine.longest) > 1 && l.shift+uint(len(l.levels)) <= coarsest; {
		coarse := level{origin: fine.origin >> 1}
		size := int((fine.origin+int64(len(fine.longest))-1)>>1-coarse.origin) + 1
		coarse.longest, coarse.covered = make([]uint32, size), make([]float32, size)
		for i := range fine.longest {
			at := (fine.origin+int64(i))>>1 - coarse.origin
			coarse.longest[at] = max(coarse.longest[at], fine.longest[i])
			coarse.covered[at] += fine.covered[i] / 2
		}
		l.levels = append(l.levels, coarse)
		fine = coarse
	}
}

// bucket is the place in the finest level that a time falls into.
func (l *Lane) bucket(at int64) int { return int(at>>l.shift - l.levels[0].origin) }

// cover adds up, bucket by bucket, the time during which something happens:
// events that overlap count once.
func (l *Lane) cover(covered []float32) {
	width := int64(1) << l.shift
	add := func(from, to int64) {
		for from < to {
			b := l.bucket(from)
			end := min(to, (l.levels[0].origin+int64(b+1))<<l.shift)
			covered[b] += float32(float64(end-from) / float64(width))
			from = end
		}
	}
	from, to := l.starts[0], l.starts[0]
	for i, start := range l.starts {
		if start > to {
			add(from, to)
			from, to = start, start
		}
		to = max(to, l.ends[i])
	}
	add(from, to)
}

// Len is the number of events, Rows that of the rows that they are packed into.
func (l *Lane) Len() int  { return len(l.starts) }
func (l *Lane) Rows() int { return len(l.rows) - 1 }

// Crowded is how many events lie over others, since there are no more rows.
func (l *Lane) Crowded() int { return l.over }

// Count is how many events start in [from, to).
func (l *Lane) Count(from, to int64) int {
	return max(0, l.since(to)-l.since(from))
}

// since is the place of the first event that starts at a time or after it. It
// searches inside one bucket.
func (l *Lane) since(at int64) int {
	switch {
	case len(l.starts) == 0 || at <= l.starts[0]:
		return 0
	case at > l.starts[len(l.starts)-1]:
		return len(l.starts)
	}
	b := l.bucket(at)
	from, to := int(l.first[b]), int(l.first[b+1])
	i, _ := slices.BinarySearch(l.starts[from:to], at)
	return from + i
}

// Each calls draw with every event that is going on in [from, to), or is a
// moment in it, row by row and in each by start. It stops after most.
func (l *Lane) Each(from, to int64, most int, draw func(event, row int, from, to int64)) {
	for row := range l.Rows() {
		places := l.byRow[l.rows[row]:l.rows[row+1]]
		i, _ := slices.BinarySearchFunc(places, from, func(p uint32, at int64) int {
			if l.starts[p] < at {
				return -1
			}
			return 1
		})
		// The one before may not have ended. On the last row several may lie
		// over one another; only the latest of them is looked at.
		if i > 0 && l.ends[places[i-1]] > from {
			i--
		}
		for ; i < len(places) && l.starts[places[i]] < to; i++ {
			if most--; most < 0 {
				return
			}
			p := places[i]
			draw(int(l.events[p]), row, l.starts[p], l.ends[p])
		}
	}
}

// Bucket is what a stretch of time adds up to.
type Bucket struct {
	From    int64
	Count   int     // events that start in it
	Longest uint32  // the longest of them, in seconds; 0 where buckets are finer than the index
	Covered float32 // the share of it during which something happens
}

// Density appends the buckets of 2^shift s in [from, to) that hold anything.
// They are aligned to their width: the same buckets, wherever the view begins.
func (l *Lane) Density(from, to int64, shift uint, dst []Bucket) []Bucket {
	if len(l.starts) == 0 {
		return dst
	}
	from, to = max(from, l.starts[0])>>shift, min(to, l.last+1)
	for k := from; k<<shift < to; k++ {
		b := l.at(k, shift)
		if b.Count > 0 || b.Covered > 0 {
			dst = append(dst, b)
		}
	}
	return dst
}

// at is the bucket [k 2^shift, (k+1) 2^shift).
func (l *Lane) at(k int64, shift uint) Bucket {
	b := Bucket{From: k << shift}
	b.Count = l.Count(b.From, (k+1)<<shift)
	if shift < l.shift {
		// Finer than the index: as covered as the bucket around it.
		if at := l.bucket(b.From); at >= 0 && at < len(l.levels[0].covered) {
			b.Covered = l.levels[0].covered[at]
		}
		return b
	}
	depth := min(shift-l.shift, uint(len(l.levels)-1))
	lv := l.levels[depth]
	// Coarser than the coarsest level, a bucket holds several of its own.
	wider := shift - l.shift - depth
	low, high := max(0, k<<wider-lv.origin), min(int64(len(lv.longest))-1, (k+1)<<wider-1-lv.origin)
	for i := low; i <= high; i++ {
		b.Longest = max(b.Longest, lv.longest[i])
		b.Covered += lv.covered[i] / float32(int64(1)<<wider)
	}
	b.Covered = min(b.Covered, 1)
	return b
}

// Hit is the event on a row that a time lies in, or is within slack s of; None
// if there is none. The nearest wins.
func (l *Lane) Hit(at, slack int64, row int) int {
	if row < 0 || row >= l.Rows() {
		return None
	}
	places := l.byRow[l.rows[row]:l.rows[row+1]]
	i, _ := slices.BinarySearchFunc(places, at, func(p uint32, at int64) int {
		if l.starts[p] <= at {
			return -1
		}
		return 1
	})
	best, nearest := None, slack+1
	for _, j := range [2]int{i - 1, i} {
		if j < 0 || j >= len(places) {
			continue
		}
		p := places[j]
		away := max(l.starts[p]-at, at-max(l.starts[p], l.ends[p]-1), 0)
		if away < nearest {
			best, nearest = int(l.events[p]), away
		}
	}
	return best
}
