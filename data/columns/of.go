package columns

import (
	"encoding/binary"
	"hash/crc32"
	"math"
	"slices"
	"strconv"
	"sync"

	"barline/data"
	"barline/data/edtf"
	"barline/data/tree"
)

// Of makes the table of a story. Its errors are of type [*Error].
func Of(story *data.Story) (*Table, error) {
	if t := keptIn(story); t != nil {
		return t, nil
	}
	t, err := headOf(story)
	if err != nil {
		return nil, err
	}
	for _, b := range blocksOf(story, t) {
		t.add(b)
	}
	return t, nil
}

// makers is how many blocks are made at once, where there are as many processors.
const makers = 4

// blocksOf makes the blocks of a story's events, and says in the table what time they
// take.
func blocksOf(story *data.Story, t *Table) []block {
	blocks := make([]block, (story.Len()+Rows-1)/Rows)
	t.from, t.to = math.MaxInt64, math.MinInt64
	shared := newBuilder(t)
	var all [makers]builder
	var made sync.WaitGroup
	for m := range all {
		all[m] = *shared
		b := &all[m]
		made.Go(func() {
			for n := m; n < len(blocks); n += makers {
				for i := n * Rows; i < min((n+1)*Rows, story.Len()); i++ {
					b.row(story.Event(i))
				}
				blocks[n] = b.finish()
			}
		})
	}
	made.Wait()
	for _, b := range all {
		t.from, t.to = min(t.from, b.from), max(t.to, b.to)
	}
	return blocks
}

// Fits finds what there is too much of in a story for its table or for the table's file,
// without making either. Its errors are of type [*Error].
func Fits(story *data.Story) error {
	t, err := headOf(story)
	if err != nil {
		return err
	}
	return t.CheckHead()
}

// headOf is the table of a story without its events.
func headOf(story *data.Story) (*Table, error) {
	t := newTable(data.HeadOf(story))
	t.total = story.Len()
	if fault := t.tooMany(); fault != nil {
		return nil, fault
	}
	events := map[string]int{}
	for i := range story.Len() {
		events[story.LaneOf(i)]++
	}
	t.lanes = lanesOf(story.Lanes(), events)
	if len(t.lanes) > most {
		return nil, &Error{What: "more than " + strconv.Itoa(most) + " lanes", Fix: "join some of them"}
	}
	return t, nil
}

// CheckHead finds a head that is too large for the table's file. Its errors are of
// type [*Error].
func (t *Table) CheckHead() error {
	if size := t.HeadSize(); size > maxHead {
		return &Error{What: "people, places and sources of " + strconv.Itoa(size) + " bytes", Fix: "a table has at most " + strconv.Itoa(maxHead) + "; leave out what no event needs"}
	}
	return nil
}

// lanesOf are the lanes of a story's table, of the names that there are in its order and
// how many events each has; of too many to be all drawn the largest come first. Events
// without a lane have one without a name, the last.
func lanesOf(names []string, events map[string]int) []string {
	names = slices.DeleteFunc(names, func(name string) bool { return events[name] == 0 })
	if events[""] > 0 {
		names = append(names, "")
	}
	if len(names) > data.MostLanes {
		slices.SortStableFunc(names, func(a, b string) int { return events[b] - events[a] })
	}
	return names
}

// Append writes the table's file.
func (t *Table) Append(dst []byte) []byte {
	dst = t.appendHead(dst)
	for _, b := range t.blocks {
		dst = binary.LittleEndian.AppendUint32(dst, uint32(len(b.text)))
		dst = append(dst, b.text...)
	}
	return dst
}

// builder gathers rows until they are a block. Copies of one share what they look up.
type builder struct {
	rows     int
	from, to int64 // the time that all of its blocks take

	starts, ends, dates, flags, kinds, lengths, lanes, places, sources []byte
	peopleAt, idsAt, titlesAt, restsAt                                 []byte
	people, ids, titles, rests                                         []byte

	laneOf, personOf, placeOf, sourceOf, kindOf map[string]int
}

func newBuilder(t *Table) *builder {
	b := &builder{laneOf: map[string]int{}, personOf: map[string]int{}, placeOf: map[string]int{}, sourceOf: map[string]int{}, kindOf: map[string]int{}}
	b.from, b.to = math.MaxInt64, math.MinInt64
	for i, name := range t.lanes {
		b.laneOf[name] = i
	}
	for i, x := range t.people {
		b.personOf[x.ID] = i
	}
	for i, x := range t.places {
		b.placeOf[x.ID] = i
	}
	for i, x := range t.sources {
		b.sourceOf[x.ID] = i
	}
	for i, k := range t.kinds {
		b.kindOf[k.ID] = i
	}
	return b
}

// row takes in one event.
func (b *builder) row(e data.Event) {
	if b.rows == 0 {
		b.mark()
	}
	date := codeOf(e)
	length, seconds := talks(e)
	flags := byte(length.Qualifier) << qualifierShift
	if _, said := e.Talks(); said {
		flags |= flagLength
	}
	if vague(e) {
		flags |= flagVague
	}
	start, end := e.Date.Ends()
	if start != edtf.Dated {
		flags |= flagOpenStart
	}
	if end != edtf.Dated {
		flags |= flagOpenEnd
	}
	source := noSource
	if e.Source != nil {
		source = b.sourceOf[e.Source.ID]
	}
	place := noPlace
	if e.Place != nil {
		place = b.placeOf[e.Place.ID]
	}
	from, to := span(e)
	b.from, b.to = min(b.from, from), max(b.to, to)

	little := binary.LittleEndian
	b.starts = little.AppendUint64(b.starts, uint64(from))
	b.ends = little.AppendUint64(b.ends, uint64(to))
	b.dates = append(b.dates, byte(date))
	b.flags = append(b.flags, flags)
	b.kinds = append(b.kinds, byte(b.kindOf[e.Kind.ID]))
	b.lengths = little.AppendUint32(b.lengths, seconds)
	b.lanes = little.AppendUint16(b.lanes, uint16(b.laneOf[e.Lane]))
	b.places = little.AppendUint16(b.places, uint16(place))
	b.sources = little.AppendUint16(b.sources, uint16(source))
	for _, p := range e.People {
		b.people = little.AppendUint16(b.people, uint16(b.personOf[p.ID]))
	}
	b.ids = append(b.ids, e.ID...)
	b.titles = append(b.titles, e.Title...)
	if rest := restOf(e, date, seconds); len(rest.Fields) > 0 {
		b.rests = tree.AppendJSON(b.rests, rest)
	}
	b.rows++
	b.mark()
}

// mark notes where the lists and texts of the next row begin.
func (b *builder) mark() {
	little := binary.LittleEndian
	b.peopleAt = little.AppendUint32(b.peopleAt, uint32(len(b.people)/2))
	b.idsAt = little.AppendUint32(b.idsAt, uint32(len(b.ids)))
	b.titlesAt = little.AppendUint32(b.titlesAt, uint32(len(b.titles)))
	b.restsAt = little.AppendUint32(b.restsAt, uint32(len(b.rests)))
}

// finish makes a block of the rows, its columns in the order of the file.
func (b *builder) finish() block {
	text := binary.LittleEndian.AppendUint32(nil, uint32(b.rows))
	for _, column := range []*[]byte{
		&b.starts, &b.ends, &b.dates, &b.flags, &b.kinds, &b.lengths, &b.lanes, &b.places, &b.sources,
		&b.peopleAt, &b.idsAt, &b.titlesAt, &b.restsAt, &b.people, &b.ids, &b.titles, &b.rests,
	} {
		text = append(text, *column...)
		*column = (*column)[:0]
	}
	text = binary.LittleEndian.AppendUint32(text, crc32.ChecksumIEEE(text))
	sealed, _ := open(string(text))
	b.rows = 0
	return sealed
}

// span is when an event was: what its date allows, and of a moment as far as
// waiting and talks reached, if their length is known.
func span(e data.Event) (from, to int64) {
	from, to = e.Date.Bounds()
	if e.Date.Precision() < edtf.Minute || e.Date.IsInterval() || e.Date.IsSet() {
		return from, to
	}
	if talks, _ := e.Talks(); talks.Length.Known() {
		waiting, _ := e.Waiting()
		to = max(to, from+waiting.Length.Seconds+talks.Length.Seconds)
	}
	return from, to
}

// vague is what [Table.Vague] says of an event.
func vague(e data.Event) bool {
	switch {
	case e.Date.Approximate() || e.Date.Uncertain() || e.DateBasis != data.Reported:
		return true
	case e.Date.IsInterval():
		return len(e.Phases) > 0
	}
	return e.Date.IsSet() || e.Date.Precision() < edtf.Day
}

// talks is the length of an event's talks, and how the column says it.
func talks(e data.Event) (length data.Duration, seconds uint32) {
	talks, _ := e.Talks()
	if talks.Length.Seconds >= inRest {
		return talks.Length, inRest
	}
	return talks.Length, uint32(talks.Length.Seconds)
}
