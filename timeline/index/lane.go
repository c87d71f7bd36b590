package index

import (
	"math"
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
	last         int64 // the latest end

	// rows hold places in the order above; free is when each is free again.
	// over counts the events that found no row of their own.
	rows [][]uint32
	free []int64
	over int

	base   uint    // buckets of the finest level are 2^base s wide
	levels []level // each twice as coarse as the one before
	// first, by buckets of the finest level: the first event that starts in it
	// or later, as far as events have come.
	first []uint32
	// covered is the time up to which what happens has been added up.
	covered int64
	// dirty are the buckets of the finest level that the coarser ones do not
	// know of yet.
	dirtyFrom, dirtyTo int
}

// level is the lane in buckets of one width. Bucket i is the stretch of time
// [(origin+i) width, (origin+i+1) width): the same for every lane and view.
type level struct {
	origin  int64
	longest []uint32  // seconds, at most math.MaxUint32
	covered []float32 // the share of the bucket during which something happens
	most    int       // events that start in the fullest bucket
}

// coarsest is the widest bucket, 2^coarsest s: longer than any history.
const coarsest = 48

func (l *Lane) open(from, to int64, base uint) {
	l.base = base
	l.last, l.covered = math.MinInt64, math.MinInt64
	low, high := from>>base, to>>base
	for shift := base; ; shift++ {
		n := int(high - low + 1)
		l.levels = append(l.levels, level{low, make([]uint32, n), make([]float32, n), 0})
		if n == 1 || shift == coarsest {
			break
		}
		low, high = low>>1, high>>1
	}
	l.first = make([]uint32, 0, len(l.levels[0].longest)+1)
	l.clean()
}

func (l *Lane) clean() { l.dirtyFrom, l.dirtyTo = len(l.levels[0].longest), -1 }

func (l *Lane) add(event uint32, from, to int64) {
	place := uint32(len(l.starts))
	l.starts, l.ends, l.events = append(l.starts, from), append(l.ends, to), append(l.events, event)
	l.last = max(l.last, to)
	l.pack(place, from, to)

	b := l.bucket(from)
	for len(l.first) <= b {
		l.first = append(l.first, place)
	}
	fine := &l.levels[0]
	fine.longest[b] = max(fine.longest[b], uint32(min(to-from, math.MaxUint32)))
	fine.most = max(fine.most, int(place+1-l.first[b]))
	l.touch(b, b)
	// Events that overlap cover time once.
	if from = max(from, l.covered); from < to {
		l.cover(from, to)
		l.covered = to
	}
}

func (l *Lane) touch(from, to int) {
	l.dirtyFrom, l.dirtyTo = min(l.dirtyFrom, from), max(l.dirtyTo, to)
}

// pack puts an event on the first row that is free. A moment takes its second.
func (l *Lane) pack(place uint32, from, to int64) {
	row := 0
	for row < len(l.free) && l.free[row] > from {
		row++
	}
	if row == len(l.free) {
		if row < MostRows {
			l.free, l.rows = append(l.free, math.MinInt64), append(l.rows, nil)
		} else {
			row--
			l.over++
		}
	}
	l.free[row] = max(l.free[row], to, from+1)
	l.rows[row] = append(l.rows[row], place)
}

// cover adds a stretch of time to the finest level.
func (l *Lane) cover(from, to int64) {
	fine := &l.levels[0]
	first, last := l.bucket(from), l.bucket(to-1)
	width := float64(int64(1) << l.base)
	for b := first; b <= last; b++ {
		start := (fine.origin + int64(b)) << l.base
		share := float64(min(to, start+int64(1)<<l.base)-max(from, start)) / width
		fine.covered[b] = min(1, fine.covered[b]+float32(max(0, share)))
	}
	l.touch(first, last)
}

// flush works out anew what the coarser levels say of the dirty buckets.
func (l *Lane) flush() {
	if l.levels == nil || l.dirtyTo < l.dirtyFrom {
		return
	}
	from, to := l.levels[0].origin+int64(l.dirtyFrom), l.levels[0].origin+int64(l.dirtyTo)
	l.clean()
	for i := 1; i < len(l.levels); i++ {
		fine, coarse := &l.levels[i-1], &l.levels[i]
		from, to = from>>1, to>>1
		for k := from; k <= to; k++ {
			at := k - coarse.origin
			var longest uint32
			var covered float32
			for j := k << 1; j <= k<<1+1; j++ {
				if f := j - fine.origin; f >= 0 && f < int64(len(fine.longest)) {
					longest, covered = max(longest, fine.longest[f]), covered+fine.covered[f]/2
				}
			}
			coarse.longest[at], coarse.covered[at] = longest, covered
			coarse.most = max(coarse.most, l.Count(k<<(l.base+uint(i)), (k+1)<<(l.base+uint(i))))
		}
	}
}

// clip gives back what memory growing has left over.
func (l *Lane) clip() {
	l.starts, l.ends, l.events = slices.Clone(l.starts), slices.Clone(l.ends), slices.Clone(l.events)
	for i := range l.rows {
		l.rows[i] = slices.Clone(l.rows[i])
	}
}

// bucket is the place in the finest level that a time falls into; outside of
// what was announced, the place at its end.
func (l *Lane) bucket(at int64) int {
	b := at>>l.base - l.levels[0].origin
	return int(max(0, min(b, int64(len(l.levels[0].longest)-1))))
}

// most is the number of events in the fullest bucket of 2^shift s.
func (l *Lane) most(shift uint) int {
	if l.levels == nil {
		return 0
	}
	depth := 0
	if shift > l.base {
		depth = int(min(shift-l.base, uint(len(l.levels)-1)))
	}
	return l.levels[depth].most
}

// Len is the number of events, Rows that of the rows that they are packed into.
func (l *Lane) Len() int  { return len(l.starts) }
func (l *Lane) Rows() int { return len(l.rows) }

// Crowded is how many events lie over others, since there are no more rows.
func (l *Lane) Crowded() int { return l.over }

// Count is how many events start in [from, to).
func (l *Lane) Count(from, to int64) int {
	return max(0, l.since(to)-l.since(from))
}

// since is the place of the first event that starts at a time or after it. It
// searches inside one bucket; where a bucket begins it need not search, and what
// is counted for columns begins there.
func (l *Lane) since(at int64) int {
	switch {
	case len(l.starts) == 0 || at <= l.starts[0]:
		return 0
	case at > l.starts[len(l.starts)-1]:
		return len(l.starts)
	}
	b := l.bucket(at)
	from, to := int(l.first[min(b, len(l.first)-1)]), len(l.starts)
	if b < len(l.first) && at == (l.levels[0].origin+int64(b))<<l.base {
		return from
	}
	if b+1 < len(l.first) {
		to = int(l.first[b+1])
	}
	i, _ := slices.BinarySearch(l.starts[from:to], at)
	return from + i
}

// Each calls draw with every event that is going on in [from, to), or is a
// moment in it, row by row and in each by start. It stops after most.
func (l *Lane) Each(from, to int64, most int, draw func(event, row int, from, to int64)) {
	for row, places := range l.rows {
		// The one before may not have ended. On the last row several may lie
		// over one another; only the latest of them is looked at.
		i := l.search(places, from)
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

// search is the first of the places whose event starts at a time or later.
func (l *Lane) search(places []uint32, at int64) int {
	low, high := 0, len(places)
	for low < high {
		middle := int(uint(low+high) >> 1)
		if l.starts[places[middle]] < at {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low
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
	if shift < l.base {
		// Finer than the index: as covered as the bucket around it.
		b.Covered = l.levels[0].covered[l.bucket(b.From)]
		return b
	}
	depth := min(shift-l.base, uint(len(l.levels)-1))
	lv := l.levels[depth]
	// Coarser than the coarsest level, a bucket holds several of its own.
	wider := shift - l.base - depth
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
	if row < 0 || row >= len(l.rows) {
		return None
	}
	places := l.rows[row]
	i := l.search(places, at+1)
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
