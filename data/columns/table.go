package columns

import (
	"slices"

	"barline/data"
	"barline/data/edtf"
)

// Inline is how many events a story may have before it is better given as
// columns than as a page of its own words.
const Inline = 2000

// Table is the events of a story, by number in the order of their dates. The
// slices it returns are its own, not to be written to.
type Table struct {
	head     *data.Head
	people   []data.Person
	places   []data.Place
	sources  []data.Source
	kinds    []data.Kind // by number: none, the built-in ones, the story's
	lanes    []string
	total    int
	from, to int64

	blocks []block
	n      int
	byID   ids
	query  query
}

// newTable is a table without events.
func newTable(head *data.Head) *Table {
	s := head.Story()
	return &Table{head: head, people: s.People(), places: s.Places(), sources: s.Sources(), kinds: kindsOf(s)}
}

// kindsOf are the kinds that events of a story may have, by number. The story's
// own come before the built-in ones, which they may declare anew.
func kindsOf(s *data.Story) []data.Kind {
	kinds := append([]data.Kind{{}}, s.Kinds()...)
	for _, k := range []data.Kind{data.Meeting(), data.Context()} {
		if !slices.ContainsFunc(kinds, func(own data.Kind) bool { return own.ID == k.ID }) {
			kinds = append(kinds, k)
		}
	}
	return kinds
}

// at is where event i stands.
func (t *Table) at(i int) (b *block, row int) { return &t.blocks[i>>rowBits], i & (Rows - 1) }

// add takes in one more block. first is the row whose id is taken, or -1.
func (t *Table) add(b block) (first int) {
	t.blocks = append(t.blocks, b)
	for r := range b.rows {
		if !t.byID.add(t, t.n+r) {
			t.byID.forget(t, t.n, t.n+r)
			t.blocks = t.blocks[:len(t.blocks)-1]
			return r
		}
	}
	t.n += b.rows
	return -1
}

// StoryID names the story.
func (t *Table) StoryID() string { return t.head.Story().ID() }

// Lang is the BCP 47 tag of the story's own sentences.
func (t *Table) Lang() string { return t.head.Story().Lang() }

// Headline is the story's title.
func (t *Table) Headline() string { return t.head.Story().Headline() }

// Standfirst is the one sentence under the headline.
func (t *Table) Standfirst() string { return t.head.Story().Standfirst() }

// Len is how many events are here.
func (t *Table) Len() int { return t.n }

// Total is how many there will be.
func (t *Table) Total() int { return t.total }

// Bounds are the time in which all events lie, in seconds since 1970.
func (t *Table) Bounds() (from, to int64) { return t.from, t.to }

// People are everybody in the story, in the file's order.
func (t *Table) People() []data.Person { return t.people }

// Places are all places in the story, in the file's order.
func (t *Table) Places() []data.Place { return t.places }

// Sources are the story's sources, in the file's order.
func (t *Table) Sources() []data.Source { return t.sources }

// Kinds are those that events may have, by number: 0 is none.
func (t *Table) Kinds() []data.Kind { return t.kinds }

// Story is the story without its events.
func (t *Table) Story() *data.Story { return t.head.Story() }

// Annotations are those of the story.
func (t *Table) Annotations() []data.Annotation { return t.head.Story().Annotations() }

// Lanes are the names of the groups, in the story's order, then in that in which
// events first name them. Events that name none have a lane without a name.
func (t *Table) Lanes() []string { return t.lanes }

// Index is the number of the event with this id, or -1.
func (t *Table) Index(id string) int { return t.byID.find(t, id) }

// Span is when the event was: its date, and of a moment also what followed.
func (t *Table) Span(i int) (from, to int64) {
	b, r := t.at(i)
	return i64(b.starts, r), i64(b.ends, r)
}

// Lane is the event's group.
func (t *Table) Lane(i int) int {
	b, r := t.at(i)
	return int(u16(b.lanes, r))
}

// ID is the event's id.
func (t *Table) ID(i int) string {
	b, r := t.at(i)
	return b.id(r)
}

// Title is the event's heading.
func (t *Table) Title(i int) string {
	b, r := t.at(i)
	return b.title(r)
}

// Kind is what sort of event it is.
func (t *Table) Kind(i int) data.Kind {
	b, r := t.at(i)
	return t.kinds[b.kinds[r]]
}

// HasLength reports whether anything is said of the event's length, and if only
// that it is unknown.
func (t *Table) HasLength(i int) bool {
	b, r := t.at(i)
	return b.flags[r]&flagLength != 0
}

// Vague reports whether the date is approximate or uncertain, coarser than a day
// where it is no interval, one that the event happened in for a time of its own
// length, or not from the source itself.
func (t *Table) Vague(i int) bool {
	b, r := t.at(i)
	return b.flags[r]&flagVague != 0
}

// Lasts reports whether the event went on over its whole span: its date is an
// interval and it has no length of its own, or a time of day with a known length.
func (t *Table) Lasts(i int) bool {
	b, r := t.at(i)
	code := b.date(r)
	timed := code >= dateMinute
	if code == dateInRest {
		date := b.dateInRest(r)
		code, timed = dateDay, date.Precision() >= edtf.Minute && !date.IsSet()
		if date.IsInterval() {
			code = interval
		}
	}
	if code >= interval {
		return !t.HasLength(i)
	}
	return timed && t.HasLength(i) && t.Length(i).Known()
}

// Place is the number of the event's place, or -1.
func (t *Table) Place(i int) int {
	b, r := t.at(i)
	if p := u16(b.places, r); p != noPlace {
		return int(p)
	}
	return -1
}

// HasPerson reports whether somebody took part.
func (t *Table) HasPerson(i, person int) bool {
	b, r := t.at(i)
	who := b.attendance(r)
	for k := range len(who) / 2 {
		if int(u16(who, k)) == person {
			return true
		}
	}
	return false
}

// Length is how long the talks took. It is zero for an event of which no length is
// said.
func (t *Table) Length(i int) data.Duration {
	b, r := t.at(i)
	seconds := u32(b.lengths, r)
	if seconds == inRest {
		talks, _ := t.Event(i).Talks()
		return talks.Length
	}
	return data.Duration{Seconds: int64(seconds), Qualifier: b.qualifier(r)}
}
