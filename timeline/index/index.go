package index

import (
	"math/bits"
	"slices"
)

// None is no event.
const None = -1

// Index answers for the events that it has been told of so far.
type Index struct {
	from, to int64
	lanes    []Lane
	stacks   []stack
	n        int
	shift    uint // buckets are 2^shift s wide
	// order holds the events, if they are not all of 0 to n-1.
	order []uint32
	dense bool
}

// Packing is how the events of an index are packed into rows.
type Packing struct {
	// Stacks is how many sets of rows there are: lane i takes its rows from stack
	// i % Stacks, so that the events of several lanes do not overlap.
	Stacks int
	// Spread is how many rows are filled evenly: an event takes the first of them
	// that has been free for Gap seconds, so that there is room for words behind
	// the one before it, or else that which has been free for longest. Further rows
	// are for what overlaps with all of these.
	Spread int
	Gap    int64
}

// New returns an index of no events yet: total of them will come, in this many
// lanes, and lie in [from, to). Both are for choosing the buckets; events may
// lie outside, and be more or fewer.
func New(from, to int64, total, lanes int, p Packing) *Index {
	lanes = max(1, lanes)
	x := &Index{from: from, to: max(from, to), lanes: make([]Lane, lanes), stacks: make([]stack, min(max(1, p.Stacks), lanes)), dense: true}
	for i := range x.stacks {
		x.stacks[i] = stack{spread: min(max(1, p.Spread), MostRows), gap: p.Gap}
	}
	// About two events to a bucket, if they were spread evenly.
	perLane := total / len(x.lanes)
	shift := uint(max(0, bits.Len64((uint64(x.to-from)+1)/uint64(max(1, perLane/2)))))
	x.shift = shift
	return x
}

// Add tells of an event. Events come by start, those of one start by number;
// an event that ends before its start is a moment.
func (x *Index) Add(event, lane int, from, to int64) {
	if x.dense && event != x.n {
		x.dense = false
		x.order = make([]uint32, x.n)
		for i := range x.order {
			x.order[i] = uint32(i)
		}
	}
	if !x.dense {
		x.order = append(x.order, uint32(event))
	}
	x.n++
	l := &x.lanes[lane]
	if l.first == nil { // a lane without events takes no room
		l.open(x.from, x.to, x.shift)
	}
	to = max(from, to)
	row, over := x.stacks[lane%len(x.stacks)].row(from, to)
	if over {
		l.over++
	}
	l.add(uint32(event), row, from, to)
}

// Finish gives back what memory growing has left over, when all have come.
func (x *Index) Finish() {
	for i := range x.lanes {
		x.lanes[i].clip()
	}
	x.order = slices.Clone(x.order)
}

// Len is the number of events.
func (x *Index) Len() int { return x.n }

// Lanes is the number of lanes; some may be empty.
func (x *Index) Lanes() int { return len(x.lanes) }

// Lane is one of them.
func (x *Index) Lane(i int) *Lane { return &x.lanes[i] }

// Next is the event after another, in the order of starts; Previous the one
// before. Of None they give the first and the last. At the ends they give None.
// The event may be one that is not in the index.
func (x *Index) Next(event int) int {
	if event == None {
		return x.at(0)
	}
	i, found := x.place(event)
	if found {
		i++
	}
	return x.at(i)
}

// Previous is the event before another.
func (x *Index) Previous(event int) int {
	if event == None {
		return x.at(x.n - 1)
	}
	i, _ := x.place(event)
	return x.at(i - 1)
}

// Has reports whether an event is in the index.
func (x *Index) Has(event int) bool {
	_, found := x.place(event)
	return found
}

func (x *Index) place(event int) (int, bool) {
	if x.dense {
		return max(0, min(event, x.n)), event >= 0 && event < x.n
	}
	if event < 0 {
		return 0, false
	}
	return slices.BinarySearch(x.order, uint32(event))
}

func (x *Index) at(i int) int {
	switch {
	case i < 0 || i >= x.n:
		return None
	case x.dense:
		return i
	}
	return int(x.order[i])
}

// Since is the first event that starts at a time or after it, or None.
func (x *Index) Since(at int64) int {
	first := None
	for i := range x.lanes {
		l := &x.lanes[i]
		if k := l.since(at); k < len(l.events) && (first == None || int(l.events[k]) < first) {
			first = int(l.events[k])
		}
	}
	return first
}
