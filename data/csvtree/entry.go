package csvtree

import (
	"barline/data"
	"barline/data/tree"
)

// Entry is an event of a table.
type Entry struct {
	n      int
	row    *row
	quoted bool // the row has a quotation
	quotes int  // the table's quotations up to here
	plain  data.Plain
}

// Node is the event as a story file has it.
func (x *Entry) Node() *tree.Node {
	r := x.row
	t := r.table
	e := r.event()
	list := r.get(Words).list()
	if x.quoted {
		list.Items = append(list.Items, r.quoteNode(x.quotes))
	}
	for _, q := range t.further[x.n] {
		list.Items = append(list.Items, q.row.quoteNode(q.number))
	}
	if len(list.Items) > 0 || r.get(Quotes).Text == NoQuotes {
		field(e, "quotes", list)
	}
	return e
}

// Plain is the event without a node; ok is false if its row says more than a plain event
// can.
func (x *Entry) Plain() (p *data.Plain, ok bool) {
	r, p := x.row, &x.plain
	t := r.table
	if len(t.further[x.n]) > 0 {
		return nil, false
	}
	for i := range r.cells {
		if r.cells[i].Text != "" && !t.columns[i].isPlain() {
			return nil, false
		}
	}
	people := p.People[:0]
	for _, name := range r.people() {
		people = append(people, t.people.ids[name.Text])
	}
	*p = data.Plain{ID: r.get(ID).Text, Title: r.get(Title).Text, Lane: r.get(Lane).Text, Date: r.date().Text, Duration: r.get(Length).Text, People: people}
	if kind := r.get(Kind); kind.Text != "" {
		p.Kind = t.kindID(kind.Text)
	}
	if place := r.get(Place); place.Text != "" {
		p.Place = t.places.ids[place.Text]
	}
	p.Source = t.sourceID(r.get(Source).Text)
	return p, true
}

// isPlain reports whether a plain event may have something in a column.
func (c Column) isPlain() bool {
	switch c {
	case Type, ID, Title, Start, End, Length, Lane, Kind, Place, People, Source, Headline:
		return true
	}
	return false
}
