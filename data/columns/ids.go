package columns

// ids finds events by their ids: a table of numbers, two thirds full at most,
// in which a number stands at its id's hash or after it. A map would keep the ids
// a second time.
type ids struct {
	slots []uint32 // number + 1, or 0
	n     int
}

// add takes in the event, unless its id is taken.
func (x *ids) add(t *Table, event int) bool {
	if 3*x.n >= 2*len(x.slots) {
		x.grow(t)
	}
	id := t.ID(event)
	at := x.slot(id)
	for ; x.slots[at] != 0; at = x.next(at) {
		if t.ID(int(x.slots[at]-1)) == id {
			return false
		}
	}
	x.slots[at] = uint32(event + 1)
	x.n++
	return true
}

// find is the number of an event, or -1.
func (x *ids) find(t *Table, id string) int {
	if x.n == 0 {
		return -1
	}
	for at := x.slot(id); x.slots[at] != 0; at = x.next(at) {
		if event := int(x.slots[at] - 1); t.ID(event) == id {
			return event
		}
	}
	return -1
}

// grow makes room for twice as many, though for no more than will come.
func (x *ids) grow(t *Table) {
	old := x.slots
	room := min(max(2*x.n, Rows), t.total)
	x.slots = make([]uint32, room+room/2+2)
	for _, event := range old {
		if event != 0 {
			x.put(t, event)
		}
	}
}

func (x *ids) put(t *Table, event uint32) {
	at := x.slot(t.ID(int(event - 1)))
	for x.slots[at] != 0 {
		at = x.next(at)
	}
	x.slots[at] = event
}

// forget drops the events from one on. It is for a block that is refused, after
// which nothing more comes, so it may be slow.
func (x *ids) forget(t *Table, from, to int) {
	clear(x.slots)
	for event := range from {
		x.put(t, uint32(event+1))
	}
	x.n = from
}

func (x *ids) next(at int) int {
	if at++; at < len(x.slots) {
		return at
	}
	return 0
}

// slot is where an id's search begins: FNV-1a, mixed once more, since ids are
// often alike but for their last digits.
func (x *ids) slot(id string) int {
	hash := uint64(0xcbf29ce484222325)
	for i := range len(id) {
		hash = (hash ^ uint64(id[i])) * 0x100000001b3
	}
	hash = (hash ^ hash>>32) * 0x9E3779B97F4A7C15
	return int(hash >> 32 * uint64(len(x.slots)) >> 32)
}
