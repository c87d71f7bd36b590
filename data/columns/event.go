package columns

import (
	"barline/data"
	"barline/data/edtf"
	"barline/data/tree"
)

// restOf is what an event says beyond its columns: the fields of a story file,
// none for most events. date and seconds are what the columns of dates and lengths
// say.
func restOf(e data.Event, date dateCode, seconds uint32) *tree.Node {
	rest := &tree.Node{Kind: tree.Object}
	if date == dateInRest {
		set(rest, "date", object("value", e.Date.String(), "basis", basis(e.DateBasis), "note", e.DateNote))
	}
	if e.Short != e.Title {
		set(rest, "short", text(e.Short))
	}
	switch {
	case len(e.Phases) > 1 || len(e.Phases) == 1 && e.Phases[0] != (data.Phase{Kind: data.Talks, Length: e.Phases[0].Length}):
		set(rest, "phases", phases(e.Phases))
	case seconds == inRest:
		set(rest, "duration", text(e.Phases[0].Length.String()))
	}
	if len(e.Summary) > 0 {
		set(rest, "summary", texts(e.Summary))
	}
	if len(e.Quotes) > 0 || e.NoQuotes {
		set(rest, "quotes", quotes(e.Quotes))
	}
	if len(e.Links) > 0 {
		list := &tree.Node{Kind: tree.Array}
		for _, l := range e.Links {
			list.Items = append(list.Items, object("url", l.URL, "title", l.Title))
		}
		set(rest, "links", list)
	}
	if m := e.Media; m != nil {
		set(rest, "media", object("file", m.File, "alt", m.Alt, "credit", m.Credit, "caption", m.Caption, "url", m.URL))
	}
	return rest
}

// basis is how a story file says one; the usual one goes without saying.
func basis(b data.Basis) string {
	if b == data.Reported {
		return ""
	}
	return b.String()
}

func texts(all []string) *tree.Node {
	list := &tree.Node{Kind: tree.Array}
	for _, s := range all {
		list.Items = append(list.Items, text(s))
	}
	return list
}

func phases(all []data.Phase) *tree.Node {
	list := &tree.Node{Kind: tree.Array}
	for _, p := range all {
		o := object("kind", p.Kind.String(), "duration", p.Length.String(), "basis", basis(p.Basis), "note", p.Note)
		if p.NoteBasis != p.Basis {
			if p.Note == "" {
				set(o, "note", text("")) // a note may be empty and have a basis
			}
			set(o, "noteBasis", text(p.NoteBasis.String()))
		}
		list.Items = append(list.Items, o)
	}
	return list
}

func quotes(all []data.Quote) *tree.Node {
	list := &tree.Node{Kind: tree.Array}
	for _, q := range all {
		o := object("id", q.ID, "speaker", q.Speaker.ID, "words", q.Words, "circumstance", q.Circumstance)
		if q.Form == data.Fragment {
			set(o, "form", text(q.Form.String()))
			set(o, "sentence", text(q.Before+"{}"+q.After))
		}
		if q.Lang != "" {
			set(o, "lang", text(q.Lang))
		}
		if q.Translation != "" {
			set(o, "translation", object("words", q.Translation, "by", q.TranslatedBy))
		}
		if q.Lead {
			set(o, "lead", &tree.Node{Kind: tree.Bool, Text: "true"})
		}
		if q.Source != nil {
			set(o, "source", text(q.Source.ID))
		}
		list.Items = append(list.Items, o)
	}
	return list
}

// Event is all that is known of an event. Of one whose rest is damaged it is
// what the columns say.
func (t *Table) Event(i int) data.Event {
	b, r := t.at(i)
	if e, ok := t.plainEvent(b, r); ok {
		return e
	}
	if rest := b.rest(r); rest != "" {
		if more, err := tree.ParseJSON([]byte(rest)); err == nil {
			if e, err := t.head.Event(t.node(b, r, more)); err == nil {
				return e
			}
		}
	}
	e, _ := t.head.Event(t.node(b, r, &tree.Node{Kind: tree.Object}))
	return e
}

// node is an event as a story file writes it, of its columns and its rest.
func (t *Table) node(b *block, r int, rest *tree.Node) *tree.Node {
	n := object("id", b.id(r), "kind", t.kinds[b.kinds[r]].ID, "title", b.title(r), "lane", t.lanes[u16(b.lanes, r)])
	if source := u16(b.sources, r); source != noSource {
		set(n, "source", text(t.sources[source].ID))
	} else {
		set(n, "source", text(data.NoSource)) // else the only source went without saying
	}
	if place := u16(b.places, r); place != noPlace {
		set(n, "place", text(t.places[place].ID))
	}
	if who := b.attendance(r); who != "" {
		people := &tree.Node{Kind: tree.Array}
		for k := range len(who) / 2 {
			people.Items = append(people.Items, text(t.people[u16(who, k)].ID))
		}
		set(n, "people", people)
	}
	for _, key := range []string{"date", "short", "duration", "phases", "summary", "quotes", "links", "media"} {
		if value := rest.Get(key); value != nil {
			set(n, key, value)
		}
	}
	if n.Get("date") == nil {
		set(n, "date", text(b.dateText(r)))
	}
	if b.flags[r]&flagLength != 0 && n.Get("duration") == nil && n.Get("phases") == nil {
		length := data.Duration{Qualifier: data.Unknown} // the rest has it, but cannot be read
		if seconds := u32(b.lengths, r); seconds != inRest {
			length = data.Duration{Seconds: int64(seconds), Qualifier: b.qualifier(r)}
		}
		set(n, "duration", text(length.String()))
	}
	return n
}

// dateInRest is the date of a row whose columns do not say it; none if the rest is
// damaged.
func (b *block) dateInRest(r int) edtf.Date {
	rest, err := tree.ParseJSON([]byte(b.rest(r)))
	if err != nil {
		return edtf.Date{}
	}
	if date := rest.Get("date"); date != nil && date.Get("value") != nil {
		d, _ := edtf.Parse(date.Get("value").Text)
		return d
	}
	return edtf.Date{}
}

// dateText is the date that a row's columns say.
func (b *block) dateText(r int) string {
	start, end := i64(b.starts, r), i64(b.ends, r)
	if code := b.date(r); code != dateInRest {
		return code.text(start, end)
	}
	// The rest has it, but cannot be read. Spans reach beyond what dates can say.
	last := min(end, afterYears) - 1
	start = min(max(start, firstYear), last)
	return (dateUTC + toInterval).text(start, max(start, last)+1)
}
