package columns

import (
	"strconv"
	"unicode/utf8"

	"barline/data"
)

// checker holds what has to be remembered from block to block, so that whatever
// else works on a table may take it for granted.
type checker struct {
	table *Table
	last  int64 // the start of the row before
	// seen is the row, counted from 1, in which a person was seen last.
	seen []int
}

func newChecker(t *Table) checker {
	return checker{table: t, last: earliest, seen: make([]int, len(t.people))}
}

// check finds what is wrong with a block. Rests are read when somebody asks for
// them; here they only have to look like what they are.
func (c *checker) check(b *block) *Error {
	for _, test := range []func(*block) *Error{c.offsets, c.texts, c.numbers, c.times, c.attendance, c.labels} {
		if err := test(b); err != nil {
			return err
		}
	}
	return nil
}

func damaged(what string) *Error { return &Error{What: what, Fix: writeAgain} }

// fault names a row as the table counts it.
func (c *checker) fault(row int, what string) *Error {
	return damaged("event " + strconv.Itoa(c.table.n+row) + " " + what)
}

// offsets checks that lists and texts lie one after the other.
func (c *checker) offsets(b *block) *Error {
	offsets, _ := b.lists()
	for _, at := range offsets {
		last := uint32(0)
		if u32(*at, 0) != 0 {
			return damaged("lists or texts that do not begin at their beginning")
		}
		for r := range b.rows {
			next := u32(*at, r+1)
			if next < last {
				return c.fault(r, "has a list or a text that ends before it begins")
			}
			last = next
		}
	}
	return nil
}

// texts checks that the texts are UTF-8, and cut between characters.
func (c *checker) texts(b *block) *Error {
	for _, t := range [...]struct{ text, at string }{{b.titles, b.titlesAt}, {b.rests, b.restsAt}} {
		if !utf8.ValidString(t.text) || hasControl(t.text) {
			return damaged("text that is not UTF-8, or has control characters")
		}
		for r := range b.rows {
			if at := int(u32(t.at, r)); at < len(t.text) && !utf8.RuneStart(t.text[at]) {
				return c.fault(r, "has text that begins inside a character")
			}
		}
	}
	for r := range b.rows {
		rest := b.rest(r)
		if rest == "" {
			if b.date(r) == dateInRest || u32(b.lengths, r) == inRest {
				return c.fault(r, "lacks what its columns leave out")
			}
			continue
		}
		if rest[0] != '{' || rest[len(rest)-1] != '}' {
			return c.fault(r, "has a rest that is no JSON object")
		}
	}
	return nil
}

func hasControl(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] == 0x7F {
			return true
		}
	}
	return false
}

// numbers checks what points into the head, kinds and lengths.
func (c *checker) numbers(b *block) *Error {
	t := c.table
	for r := range b.rows {
		flags, seconds := b.flags[r], u32(b.lengths, r)
		place := u16(b.places, r)
		switch {
		case int(u16(b.lanes, r)) >= len(t.lanes):
			return c.fault(r, "is in a lane that there is not")
		case place != noPlace && int(place) >= len(t.places):
			return c.fault(r, "is at a place that there is not")
		case u16(b.sources, r) != noSource && int(u16(b.sources, r)) >= len(t.sources):
			return c.fault(r, "has a source that there is not")
		case int(b.kinds[r]) >= len(t.kinds):
			return c.fault(r, "is of a kind that there is not")
		case b.date(r) >= dateCodes:
			return c.fault(r, "has a date of an unknown kind")
		case b.qualifier(r) > data.Unknown:
			return c.fault(r, "has unknown flags")
		case flags&flagLength == 0 && (seconds != 0 || b.qualifier(r) != data.Exact):
			return c.fault(r, "has a length, though none is said")
		case flags&flagLength != 0 && (seconds == 0) != (b.qualifier(r) == data.Unknown):
			return c.fault(r, "has a length and has none")
		}
	}
	return nil
}

// times checks spans, and that rows come in the order of their starts.
func (c *checker) times(b *block) *Error {
	last := c.last
	for r := range b.rows {
		start, end := i64(b.starts, r), i64(b.ends, r)
		switch {
		case end <= start:
			return c.fault(r, "ends before it starts")
		case start < last:
			return c.fault(r, "starts before the one before it")
		case !b.date(r).fits(start, end):
			return c.fault(r, "has a date that is not its span")
		case start < c.table.from || end > c.table.to:
			return c.fault(r, "lies outside the bounds of all events")
		}
		last = start
	}
	c.last = last
	return nil
}

// attendance checks that people are known, and stand once in a list.
func (c *checker) attendance(b *block) *Error {
	for r := range b.rows {
		who := b.attendance(r)
		for k := range len(who) / 2 {
			person := int(u16(who, k))
			if person >= len(c.seen) {
				return c.fault(r, "has a person that there is not")
			}
			if c.seen[person] == c.table.n+r+1 {
				return c.fault(r, "has a person twice")
			}
			c.seen[person] = c.table.n + r + 1
		}
	}
	return nil
}

// labels checks ids and titles; that an id stands once is for the table to see.
func (c *checker) labels(b *block) *Error {
	for r := range b.rows {
		if !data.IsID(b.id(r)) {
			return c.fault(r, "has an id that is not of a-z, 0-9 and -")
		}
		title := b.title(r)
		if title == "" {
			return c.fault(r, "has no title")
		}
		if isPlain(title) {
			continue
		}
		if what, _, bad := data.LabelFault(title); bad {
			return c.fault(r, "has a title with "+what)
		}
	}
	return nil
}

// isPlain reports whether a title is so simple that nothing can be wrong with it.
func isPlain(s string) bool {
	const short = 100
	if len(s) > short || s[0] == ' ' || s[len(s)-1] == ' ' {
		return false
	}
	for i := range len(s) {
		if c := s[i]; c < ' ' || c > '~' || c == '<' || c == '&' {
			return false
		}
	}
	return true
}
