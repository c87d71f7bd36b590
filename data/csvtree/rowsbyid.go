package csvtree

// rowsByID finds rows by the ids in them: a hash table of numbers, two thirds full at
// most, and one text of all ids. Of a million rows a map would be three times as large.
type rowsByID struct {
	slots []uint32 // the number of an id + 1, or 0
	ends  []uint32 // where each id ends in text
	rows  []uint32
	text  []byte
}

// leastSlots is how many there are at first.
const leastSlots = 1 << 10

// add takes in a row with an id that no other row has.
func (x *rowsByID) add(id string, row int) {
	if 3*len(x.ends) >= 2*len(x.slots) {
		x.slots = make([]uint32, max(leastSlots, 2*len(x.slots)))
		for i := range x.ends {
			x.put(string(x.id(i)), i)
		}
	}
	x.text = append(x.text, id...)
	x.ends, x.rows = append(x.ends, uint32(len(x.text))), append(x.rows, uint32(row))
	x.put(id, len(x.ends)-1)
}

// put writes a number where the search for its id ends.
func (x *rowsByID) put(id string, i int) {
	at := x.slot(id)
	for x.slots[at] != 0 {
		at = (at + 1) & (len(x.slots) - 1)
	}
	x.slots[at] = uint32(i + 1)
}

// find is the row with an id. The empty id is that of no row.
func (x *rowsByID) find(id string) (row int, ok bool) {
	if len(x.slots) == 0 || id == "" {
		return 0, false
	}
	for at := x.slot(id); x.slots[at] != 0; at = (at + 1) & (len(x.slots) - 1) {
		if i := int(x.slots[at] - 1); string(x.id(i)) == id {
			return int(x.rows[i]), true
		}
	}
	return 0, false
}

// id is the one of a number.
func (x *rowsByID) id(i int) []byte {
	from := uint32(0)
	if i > 0 {
		from = x.ends[i-1]
	}
	return x.text[from:x.ends[i]]
}

// slot is where the search for an id begins: FNV-1a, mixed once more, since ids are often
// alike but for their last digits. The number of slots is a power of two.
func (x *rowsByID) slot(id string) int {
	hash := uint64(0xcbf29ce484222325)
	for i := range len(id) {
		hash = (hash ^ uint64(id[i])) * 0x100000001b3
	}
	hash = (hash ^ hash>>32) * 0x9E3779B97F4A7C15
	return int(hash>>32) & (len(x.slots) - 1)
}
