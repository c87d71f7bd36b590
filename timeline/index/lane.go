package index

import (
	"math"
	"slices"
)

// MostRows is how many rows a lane is packed into. What overlaps more often is
// put on the last row, over what is there.
const MostRows = 64

// stack is a set of rows: when each is free again.
type stack struct {
	free   []int64
	spread int
	gap    int64
}

// row finds the row of the next event, and reports whether it lies over another
// there. A moment takes its second.
func (s *stack) row(from, to int64) (row int, over bool) {
	row = s.find(from)
	switch {
	case row < len(s.free):
	case row < MostRows:
		s.free = append(s.free, math.MinInt64)
	default:
		row, over = MostRows-1, true
	}
	s.free[row] = max(s.free[row], to, from+1)
	return row, over
}

// find is the best row for an event that begins then; the number of rows, if it
// needs another.
func (s *stack) find(from int64) int {
	longest := -1
	for row, free := range s.free[:min(len(s.free), s.spread)] {
		if free <= from-s.gap {
			return row
		}
		if free <= from && (longest < 0 || free < s.free[longest]) {
			longest = row
		}
	}
	if len(s.free) < s.spread {
		return len(s.free)
	}
	if longest >= 0 {
		return longest
	}
	row := s.spread
	for row < len(s.free) && s.free[row] > from {
		row++
	}
	return row
}

// Lane holds the events of one group, packed so that those of a row do not
// overlap.
type Lane struct {
	// In the order of starts:
	starts, ends []int64
	events       []uint32

	// rows hold places in the order above. over counts the events that found no
	// row of their own.
	rows [][]uint32
	over int

	// The time from the first start that was announced on is cut into buckets 2^base
	// s wide: bucket i is [(origin+i) 2^base, (origin+i+1) 2^base).
	base    uint
	origin  int64
	buckets int
	// first, by buckets: the first event that starts in it or later, as far as
	// events have come.
	first []uint32
}

func (l *Lane) open(from, to int64, base uint) {
	l.base, l.origin = base, from>>base
	l.buckets = int(to>>base-l.origin) + 1
	l.first = make([]uint32, 0, l.buckets+1)
}

func (l *Lane) add(event uint32, row int, from, to int64) {
	place := uint32(len(l.starts))
	l.starts, l.ends, l.events = append(l.starts, from), append(l.ends, to), append(l.events, event)
	for len(l.rows) <= row {
		l.rows = append(l.rows, nil)
	}
	l.rows[row] = append(l.rows[row], place)

	b := l.bucket(from)
	for len(l.first) <= b {
		l.first = append(l.first, place)
	}
}

// clip gives back what memory growing has left over.
func (l *Lane) clip() {
	l.starts, l.ends, l.events = slices.Clone(l.starts), slices.Clone(l.ends), slices.Clone(l.events)
	for i := range l.rows {
		l.rows[i] = slices.Clone(l.rows[i])
	}
}

// bucket is the one that a time falls into; outside of what was announced, that at
// its end.
func (l *Lane) bucket(at int64) int {
	return int(max(0, min(at>>l.base-l.origin, int64(l.buckets-1))))
}

// Len is the number of events, Rows that of the rows that they are packed into,
// which may be empty where the events of other lanes stand in them.
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
	if b < len(l.first) && at == (l.origin+int64(b))<<l.base {
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
