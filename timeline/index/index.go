package index

import (
	"cmp"
	"slices"
)

// None is no event.
const None = -1

// Index is built once and only read from then on.
type Index struct {
	from, to []int64
	lanes    []Lane
	// order holds all events by start, ties by number; rank is the inverse.
	order, rank []uint32
}

// New indexes events. An event that ends before it starts, or at its start, is
// taken as a moment. The three columns are as long as one another; from and to
// are kept, and to is brought to be no less than from.
func New(from, to []int64, lane []uint16) *Index {
	x := &Index{from: from, to: to, order: make([]uint32, len(from)), rank: make([]uint32, len(from))}
	sizes := []int{}
	for i := range from {
		x.order[i] = uint32(i)
		to[i] = max(to[i], from[i])
		for len(sizes) <= int(lane[i]) {
			sizes = append(sizes, 0)
		}
		sizes[lane[i]]++
	}
	slices.SortFunc(x.order, func(a, b uint32) int {
		return cmp.Or(cmp.Compare(from[a], from[b]), cmp.Compare(a, b))
	})
	x.lanes = make([]Lane, len(sizes))
	for i, n := range sizes {
		x.lanes[i].reserve(n)
	}
	for at, e := range x.order {
		x.rank[e] = uint32(at)
		x.lanes[lane[e]].add(e, from[e], to[e])
	}
	for i := range x.lanes {
		x.lanes[i].finish()
	}
	return x
}

// Len is the number of events.
func (x *Index) Len() int { return len(x.order) }

// Lanes is the number of lanes; some may be empty.
func (x *Index) Lanes() int { return len(x.lanes) }

// Lane is one of them.
func (x *Index) Lane(i int) *Lane { return &x.lanes[i] }

// Bounds are the start of the first event and the end of the last to end; ok is
// false if there is none.
func (x *Index) Bounds() (from, to int64, ok bool) {
	for i := range x.lanes {
		l := &x.lanes[i]
		if len(l.starts) == 0 {
			continue
		}
		if !ok {
			from, to, ok = l.starts[0], l.last, true
		}
		from, to = min(from, l.starts[0]), max(to, l.last)
	}
	return from, to, ok
}

// Next is the event that starts after another, in the order of starts; Previous
// the one before. Of None they give the first and the last. At the ends they
// give None.
func (x *Index) Next(event int) int     { return x.walk(event, 1, 0) }
func (x *Index) Previous(event int) int { return x.walk(event, -1, len(x.order)-1) }

func (x *Index) walk(event, by, first int) int {
	at := first
	if event >= 0 && event < len(x.rank) {
		at = int(x.rank[event]) + by
	}
	if at < 0 || at >= len(x.order) {
		return None
	}
	return int(x.order[at])
}

// Since is the first event that starts at a time or after it, or None.
func (x *Index) Since(at int64) int {
	i, _ := slices.BinarySearchFunc(x.order, at, func(e uint32, at int64) int { return cmp.Compare(x.from[e], at) })
	if i == len(x.order) {
		return None
	}
	return int(x.order[i])
}

// Span is the time that an event takes.
func (x *Index) Span(event int) (from, to int64) { return x.from[event], x.to[event] }
