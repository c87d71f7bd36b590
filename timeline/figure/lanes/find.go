package lanes

import (
	"slices"
	"strings"

	"barline/data"
	"barline/timeline/index"
	"barline/timeline/view"
)

// finder looks for the events that answer a query, some at a time.
type finder struct {
	query  view.Query
	text   string // in lower case
	person int    // by number, or anyone, or noMatch
	place  int
	kind   string // id of the kind that is asked for, or empty
	found  *index.Index
	seen   int // events that have been looked at
}

// A person or place to search for that is no number.
const (
	anyone  = -1 // none is asked for
	noMatch = -2 // the one asked for is in no event
)

// Progress is how far taking events in and searching have come.
func (p *Picture) Progress() view.Progress {
	g := view.Progress{Taken: p.taken, Total: p.table.Total(), Query: p.finder.query, Found: p.taken, Looked: p.taken}
	if p.finder.found != nil {
		g.Found, g.Looked = p.finder.found.Len(), p.finder.seen
	}
	return g
}

// Seek begins to look for something else. The empty query looks for nothing.
func (p *Picture) Seek(q view.Query) {
	if q == p.finder.query {
		return
	}
	f := finder{query: q, text: strings.TrimSpace(strings.ToLower(q.Text)), person: anyone, place: anyone}
	if q.Person != "" {
		if f.person = slices.IndexFunc(p.table.People(), func(x data.Person) bool { return x.ID == q.Person }); f.person < 0 {
			f.person = noMatch
		}
	}
	if q.Place != "" {
		if f.place = slices.IndexFunc(p.table.Places(), func(x data.Place) bool { return x.ID == q.Place }); f.place < 0 {
			f.place = noMatch
		}
	}
	f.kind = q.Kind
	if q != (view.Query{}) {
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
			p.add(f.found, f.seen)
		}
	}
	return f.found.Len() > before || f.seen == p.taken
}

// answers asks what is quick to ask first.
func (p *Picture) answers(event int) bool {
	f := &p.finder
	return (f.kind == "" || p.table.Kind(event).String() == f.kind) &&
		(f.place == anyone || p.table.Place(event) == f.place) &&
		(f.person == anyone || f.person != noMatch && p.table.HasPerson(event, f.person)) &&
		(f.text == "" || p.table.Match(event, f.text))
}
