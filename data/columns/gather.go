//go:build !lean

package columns

import (
	"encoding/binary"
	"slices"
	"strings"
	"sync"

	"barline/data"
)

// Gatherer makes the table of a story whose events come one at a time, in the order of
// its file. It holds them as columns from the first on, so that a million take a tenth of
// the memory of as many [data.Event].
type Gatherer struct {
	head    *data.Head
	table   *Table
	builder *builder
	blocks  []block // in the order of the file, as are lanes
	lanes   []string
	events  []int // of each lane
	unnamed []int // the rows without an id, and what they have of their dates
	dates   []string
	last    int64 // the start of the row before
	n       int
	mixed   bool // they do not come in the order of their dates
	tooMany bool // lanes
}

// NewGatherer returns a gatherer of the events of a head. ok is false if the head has
// more than a table can hold: [Of] says what.
func NewGatherer(head *data.Head) (g *Gatherer, ok bool) {
	t := newTable(head)
	if t.tooMany() != nil {
		return nil, false
	}
	g = &Gatherer{head: head, table: t, builder: newBuilder(t), last: earliest}
	clear(g.builder.laneOf)
	return g, true
}

// Add takes in the next event. One without an id gets it of its date at the end.
func (g *Gatherer) Add(e *data.Event) {
	lane, known := g.builder.laneOf[e.Lane]
	if !known {
		lane = len(g.lanes)
		if g.tooMany = lane >= most; g.tooMany {
			return
		}
		name := strings.Clone(e.Lane) // which may be a part of a large text
		g.builder.laneOf[name] = lane
		g.lanes, g.events = append(g.lanes, name), append(g.events, 0)
	}
	g.events[lane]++
	if e.ID == "" {
		g.unnamed, g.dates = append(g.unnamed, g.n), append(g.dates, data.DateID(*e))
	}
	g.builder.row(*e)
	start := int64(binary.LittleEndian.Uint64(g.builder.starts[8*(g.builder.rows-1):]))
	g.mixed = g.mixed || start < g.last
	g.last = start
	g.n++
	if g.builder.rows == Rows {
		g.blocks = append(g.blocks, g.builder.finish())
	}
}

// Story returns the story, whose events a table keeps that [Of] returns. ok is false if
// two events have one id, or if there are more lanes than a table can hold.
func (g *Gatherer) Story() (s *data.Story, ok bool) {
	if g.builder.rows > 0 {
		g.blocks = append(g.blocks, g.builder.finish())
	}
	ids, ok := g.name()
	if !ok || g.tooMany || g.n == 0 {
		return nil, false
	}
	t := g.table
	t.total, t.from, t.to = g.n, g.builder.from, g.builder.to
	renumbered := g.order()
	order := g.sort()
	blocks := g.blocks
	if g.mixed || len(g.unnamed) > 0 || renumbered != nil {
		blocks = g.rewrite(order, ids, renumbered)
	}
	g.blocks = nil
	for _, b := range blocks {
		if t.add(b) >= 0 {
			return nil, false
		}
	}
	return g.head.KeptBy(t, order), true
}

// name gives ids to the events that have none; ids are those by rows, nil where every
// event has its own. ok is false if one is found twice on the way.
func (g *Gatherer) name() (ids []string, ok bool) {
	if len(g.unnamed) == 0 {
		return nil, true
	}
	ids = make([]string, g.n)
	taken := data.NewIDs(g.n)
	for i := range g.n {
		b, r := &g.blocks[i>>rowBits], i&(Rows-1)
		if id := b.id(r); id != "" && !taken.Take(id) {
			return nil, false
		}
	}
	for i, row := range g.unnamed {
		ids[row] = taken.Give(g.dates[i])
	}
	g.dates = nil
	return ids, true
}

// order brings the lanes into the order of the table, and returns the new number of each,
// nil if it is the old one.
func (g *Gatherer) order() []int {
	events := map[string]int{}
	for i, name := range g.lanes {
		events[name] = g.events[i]
	}
	names := g.head.Story().ListedLanes()
	for _, name := range g.lanes {
		if name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	g.table.lanes = lanesOf(names, events)
	if slices.Equal(g.table.lanes, g.lanes) {
		return nil
	}
	at := make(map[string]int, len(g.table.lanes))
	for i, name := range g.table.lanes {
		at[name] = i
	}
	numbers := make([]int, len(g.lanes))
	for i, name := range g.lanes {
		numbers[i] = at[name]
	}
	return numbers
}

// sort is the order of the events by their dates: for each place the row in the file.
func (g *Gatherer) sort() []int {
	order := make([]int, g.n)
	for i := range order {
		order[i] = i
	}
	if g.mixed {
		starts := make([]int64, g.n)
		for i := range starts {
			starts[i] = i64(g.blocks[i>>rowBits].starts, i&(Rows-1))
		}
		slices.SortFunc(order, func(a, b int) int {
			switch x, y := starts[a], starts[b]; {
			case x < y:
				return -1
			case x > y:
				return 1
			}
			return a - b
		})
	}
	return order
}

// rewrite makes the blocks of the table of those in the order of the file.
func (g *Gatherer) rewrite(order []int, ids []string, lanes []int) []block {
	blocks := make([]block, len(g.blocks))
	var made sync.WaitGroup
	for m := range makers {
		made.Go(func() {
			var b builder
			for n := m; n < len(blocks); n += makers {
				for _, row := range order[n*Rows : min((n+1)*Rows, g.n)] {
					from, r := &g.blocks[row>>rowBits], row&(Rows-1)
					id := from.id(r)
					if id == "" {
						id = ids[row]
					}
					lane := int(u16(from.lanes, r))
					if lanes != nil {
						lane = lanes[lane]
					}
					b.copyRow(from, r, id, lane)
				}
				blocks[n] = b.finish()
			}
		})
	}
	made.Wait()
	return blocks
}

// copyRow takes in a row of another block, with an id and a lane.
func (b *builder) copyRow(from *block, r int, id string, lane int) {
	if b.rows == 0 {
		b.mark()
	}
	little := binary.LittleEndian
	b.starts = append(b.starts, from.starts[8*r:8*r+8]...)
	b.ends = append(b.ends, from.ends[8*r:8*r+8]...)
	b.dates = append(b.dates, from.dates[r])
	b.flags = append(b.flags, from.flags[r])
	b.kinds = append(b.kinds, from.kinds[r])
	b.lengths = append(b.lengths, from.lengths[4*r:4*r+4]...)
	b.lanes = little.AppendUint16(b.lanes, uint16(lane))
	b.places = append(b.places, from.places[2*r:2*r+2]...)
	b.sources = append(b.sources, from.sources[2*r:2*r+2]...)
	b.people = append(b.people, from.attendance(r)...)
	b.ids = append(b.ids, id...)
	b.titles = append(b.titles, from.title(r)...)
	b.rests = append(b.rests, from.rest(r)...)
	b.rows++
	b.mark()
}
