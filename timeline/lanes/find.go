package lanes

import (
	"slices"
	"strings"

	"barline/data"
	"barline/timeline/index"
	"barline/timeline/layout"
)

// finder looks for the events that answer a query, some at a time.
type finder struct {
	query  layout.Query
	text   string // in lower case
	person int    // by number; -1 none is asked for, -2 nobody is called so
	place  int
	kind   string // id of the kind that is asked for, or empty
	found  *index.Index
	seen   int // events that have been looked at
}

const (
	anyone = -1
	nobody = -2
)

// Query is what is sought.
func (p *Picture) Query() layout.Query { return p.finder.query }

// Found is how many events answer the query, of those looked at so far.
func (p *Picture) Found() (found, seen int) {
	if p.finder.found == nil {
		return p.taken, p.taken
	}
	return p.finder.found.Len(), p.finder.seen
}

// Seek begins to look for something else. The empty query looks for nothing.
func (p *Picture) Seek(q layout.Query) {
	if q == p.finder.query {
		return
	}
	f := finder{query: q, text: strings.TrimSpace(strings.ToLower(q.Text)), person: anyone, place: anyone}
	if q.Person != "" {
		if f.person = slices.IndexFunc(p.table.People(), func(x data.Person) bool { return x.ID == q.Person }); f.person < 0 {
			f.person = nobody
		}
	}
	if q.Place != "" {
		if f.place = slices.IndexFunc(p.table.Places(), func(x data.Place) bool { return x.ID == q.Place }); f.place < 0 {
			f.place = nobody
		}
	}
	f.kind = q.Kind
	if q != (layout.Query{}) {
		f.found = p.newIndex(min(p.table.Total(), 1<<16))
	}
	p.finder = f
}

func (p *Picture) finding() bool { return p.finder.found != nil && p.finder.seen < p.taken }

// find looks at some more events and reports whether it found any.
func (p *Picture) find() bool {
	f := &p.finder
	if !p.finding() {
		return false
	}
	before := f.found.Len()
	for end := min(p.taken, f.seen+matchAtOnce); f.seen < end; f.seen++ {
		if p.answers(f.seen) {
			from, to := p.table.Span(f.seen)
			f.found.Add(f.seen, p.lane(f.seen), from, to)
		}
	}
	f.found.Flush()
	return f.found.Len() > before || f.seen == p.taken
}

// answers asks what is quick to ask first.
func (p *Picture) answers(event int) bool {
	f := &p.finder
	return (f.kind == "" || p.table.Kind(event).String() == f.kind) &&
		(f.place == anyone || p.table.Place(event) == f.place) &&
		(f.person == anyone || f.person != nobody && p.table.HasPerson(event, f.person)) &&
		(f.text == "" || p.table.Match(event, f.text))
}
