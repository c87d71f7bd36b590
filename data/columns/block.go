package columns

import "barline/data"

// Rows is how many rows a block has. The last one of a file may have fewer.
const Rows = 1 << rowBits

const rowBits = 13

// Numbers that are none.
const (
	noPlace  = 0xFFFF
	noSource = 0xFFFF
	inRest   = 0xFFFF_FFFF // a length that the column is too narrow for
)

// A flag says whether there is a length, its qualifier, and whether the date is
// vague, or open at one end.
const (
	flagLength     = 1 << 0
	qualifierShift = 1
	qualifierMask  = 15
	flagVague      = 1 << 5
	flagOpenStart  = 1 << 6
	flagOpenEnd    = 1 << 7
)

// block is some thousand rows, as they stand in the file. Its columns are parts
// of one string, so that titles and ids are handed out without being copied.
type block struct {
	text string // all of it, but for its length
	rows int

	starts, ends, dates, flags, kinds, lengths, lanes, places, sources string

	// Lists and texts lie one after the other; row r has those from at[r] to
	// at[r+1].
	peopleAt, idsAt, titlesAt, restsAt string
	people, ids, titles, rests         string
}

// Sizes of a row without its lists and texts, and of a block without rows.
const (
	rowSize   = 8 + 8 + 1 + 1 + 1 + 4 + 2 + 2 + 2 + 4*4
	emptySize = 4 + 4*4 + crcSize
	crcSize   = 4
)

// open cuts a block into its columns. ok is false if they do not fit.
func open(text string) (b block, ok bool) {
	if len(text) < emptySize {
		return b, false
	}
	b = block{text: text, rows: int(u32(text, 0))}
	if b.rows > (len(text)-emptySize)/rowSize {
		return b, false
	}
	rest := text[4 : len(text)-crcSize]
	cut := func(n int) (part string) {
		part, rest = rest[:n], rest[n:]
		return part
	}
	for _, c := range b.columns() {
		*c.column = cut(c.size * b.rows)
	}
	offsets, lists := b.lists()
	for _, at := range offsets {
		*at = cut(4 * (b.rows + 1))
	}
	for i, list := range lists {
		size := int(u32(*offsets[i], b.rows)) * list.size
		if size > len(rest) {
			return b, false
		}
		*list.column = cut(size)
	}
	return b, rest == ""
}

// column is where a block keeps one, and how many bytes each value has.
type column struct {
	column *string
	size   int
}

// columns are those of a value for each row, in the order of the file.
func (b *block) columns() [9]column {
	return [...]column{
		{&b.starts, 8}, {&b.ends, 8}, {&b.dates, 1}, {&b.flags, 1}, {&b.kinds, 1},
		{&b.lengths, 4}, {&b.lanes, 2}, {&b.places, 2}, {&b.sources, 2},
	}
}

// lists are those of many values for each row, and where they begin.
func (b *block) lists() (at [4]*string, lists [4]column) {
	return [...]*string{&b.peopleAt, &b.idsAt, &b.titlesAt, &b.restsAt},
		[...]column{{&b.people, 2}, {&b.ids, 1}, {&b.titles, 1}, {&b.rests, 1}}
}

func u16(s string, i int) uint16 {
	s = s[2*i : 2*i+2]
	return uint16(s[0]) | uint16(s[1])<<8
}

func u32(s string, i int) uint32 {
	s = s[4*i : 4*i+4]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

func i64(s string, i int) int64 {
	s = s[8*i : 8*i+8]
	return int64(uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56)
}

// part is what row r has of a list of bytes.
func part(list, at string, r int) string { return list[u32(at, r):u32(at, r+1)] }

func (b *block) id(r int) string    { return part(b.ids, b.idsAt, r) }
func (b *block) title(r int) string { return part(b.titles, b.titlesAt, r) }
func (b *block) rest(r int) string  { return part(b.rests, b.restsAt, r) }

// attendance is the numbers of the people of row r, two bytes each.
func (b *block) attendance(r int) string {
	return b.people[2*u32(b.peopleAt, r) : 2*u32(b.peopleAt, r+1)]
}

func (b *block) date(r int) dateCode { return dateCode(b.dates[r]) }

func (b *block) qualifier(r int) data.Qualifier {
	return data.Qualifier(b.flags[r] >> qualifierShift & qualifierMask)
}
