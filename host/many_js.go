package host

import (
	"errors"
	"fmt"
	"syscall/js"

	"barline/data"
	"barline/data/columns"
	"barline/timeline/detail"
	"barline/timeline/lanes"
	"barline/timeline/layout"
	"barline/timeline/state"
	"barline/timeline/viewer"
	"barline/timeline/words"
	"barline/typeset"
)

// many is what a page of many events has beside the others.
type many struct {
	picture *lanes.Picture
	table   *columns.Table
	decoder *columns.Decoder // while the file of the events is on its way
	// What the page was told of last.
	taken, found, looked int
	moving               bool
	query                layout.Query
}

// open makes the picture of the page's story: of few events, of many in the
// page, or of many in a file, of which the beginning is here.
func (p *page) open(fonts *typeset.Fonts) (viewer.Figure, error) {
	w, err := p.language()
	if err != nil {
		return nil, err
	}
	m := &p.many
	if head := p.host.Get("head"); head.Truthy() {
		m.decoder = columns.NewDecoder()
		if err := m.decoder.Write(bytesOf(head)); err != nil {
			return nil, err
		}
		if m.table = m.decoder.Table(); m.table == nil {
			return nil, errors.New("the file of the events is cut off")
		}
	} else {
		story, err := data.Decode([]byte(p.host.Get("story").String()))
		if err != nil {
			return nil, fmt.Errorf("the story cannot be read: %w", err)
		}
		if story.Len() <= lanes.Few {
			return layout.New(story, w, fonts), nil
		}
		if m.table, err = columns.Of(story); err != nil {
			return nil, err
		}
	}
	m.picture = lanes.New(m.table, w, fonts)
	if m.decoder == nil {
		m.picture.TakeAll()
	}
	return m.picture, nil
}

// language is what the page speaks: English, unless it has the words of another.
func (p *page) language() (*words.Words, error) {
	file := p.host.Get("language").String()
	if file == "" {
		return words.English(), nil
	}
	w, _, err := words.Parse([]byte(file))
	return w, err
}

func bytesOf(array js.Value) []byte {
	b := make([]byte, array.Length())
	js.CopyBytesToGo(b, array)
	return b
}

// manyCalls are what page.js may ask beside the others.
func (p *page) manyCalls() map[string]func(a []js.Value) any {
	m := &p.many
	if m.picture == nil {
		return nil
	}
	return map[string]func(a []js.Value) any{
		"feed": p.onFeed,
		"has":  func(a []js.Value) any { return m.table.Index(a[0].String()) >= 0 },
		"beside": func(a []js.Value) any {
			if i := m.picture.Walk(m.table.Index(a[0].String()), a[1].Int()); i >= 0 {
				return m.table.ID(i)
			}
			return nil
		},
		"detail": p.onDetail,
		// more reports whether there is anything beyond that end of the view.
		"more": func(a []js.Value) any {
			from, to := p.viewer.Model().Span()
			first, last := m.picture.Extent()
			return a[0].Int() < 0 && from > first || a[0].Int() > 0 && to < last
		},
	}
}

// onFeed takes a part of the file of the events, or null at its end, and says
// what is wrong with it.
func (p *page) onFeed(a []js.Value) any {
	m := &p.many
	var err error
	if a[0].IsNull() {
		err = m.decoder.Close()
	} else {
		err = m.decoder.Write(bytesOf(a[0]))
	}
	if err != nil {
		return err.Error()
	}
	p.wake()
	return nil
}

// onDetail says what a popover says of an event.
func (p *page) onDetail(a []js.Value) any {
	m := &p.many
	i := m.table.Index(a[0].String())
	if i < 0 {
		return nil
	}
	w := m.picture.Words()
	d := detail.Of(m.table, i, w)
	// The neighbours are those among what is sought.
	neighbour := func(by int) string {
		if n := m.picture.Walk(i, by); n >= 0 && n != i {
			return detail.Neighbour(m.table.Event(n), w)
		}
		return ""
	}
	quotes := make([]any, len(d.Quotes))
	for i, q := range d.Quotes {
		quotes[i] = map[string]any{"id": q.ID, "fragment": q.Fragment, "before": q.Before, "after": q.After, "words": q.Words, "open": q.Open, "close": q.Close,
			"speaker": q.Speaker, "cite": q.Cite,
			"lang": q.Lang, "reported": q.Reported, "translation": q.Translation, "by": q.By}
	}
	links := make([]any, len(d.Links))
	for i, l := range d.Links {
		links[i] = map[string]any{"url": l.URL, "title": l.Title}
	}
	media := map[string]any{"file": d.Media.File, "alt": d.Media.Alt, "caption": d.Media.Caption, "url": d.Media.URL, "credit": d.Credit}
	return map[string]any{"links": links, "media": media, "title": d.Title, "instant": d.Instant, "when": d.When, "where": d.Where, "with": d.With, "length": list(d.Length), "summary": list(d.Summary),
		"quotes": quotes, "noQuote": d.NoQuote, "dateNote": d.DateNote, "source": d.Source, "sourceURL": d.SourceURL,
		"previousTitle": neighbour(-1), "nextTitle": neighbour(1)}
}

func list(texts []string) []any {
	all := make([]any, len(texts))
	for i, s := range texts {
		all[i] = s
	}
	return all
}

// span is what is in view, in seconds since 1970.
func (p *page) span() (from, to float64) {
	from, to = p.viewer.Model().Span()
	if m := p.many.picture; m != nil {
		from, to = m.Real(from), m.Real(to)
	}
	return from, to
}

// tellMany says how much of the story is on show, and what has been found.
func (p *page) tellMany() {
	m := &p.many
	if m.picture == nil {
		return
	}
	if moving := p.viewer.Moving() || p.hands.Dragging(); moving != m.moving {
		m.moving = moving
		p.host.Call("said", "moving", moving)
	}
	if taken := m.picture.Taken(); taken != m.taken {
		m.taken = taken
		p.host.Call("said", "taken", taken)
	}
	found, looked := m.picture.Found()
	if q := m.picture.Query(); q != m.query || found != m.found || looked != m.looked {
		m.query, m.found, m.looked = q, found, looked
		w := m.picture.Words()
		text := words.Fill(w.UI.Found, "n", w.Large(found), "events", w.Events(m.table.Total()))
		if found == 0 && looked == m.table.Total() {
			text = w.UI.NoneFound
		}
		p.host.Call("said", "found", found, looked, text)
	}
}

// tellEntries brings the list of what is in view up to date.
func (p *page) tellEntries() {
	p.viewer.Settled() // the figure is as it is now
	m := &p.many
	entries := m.picture.Entries()
	all := make([]any, len(entries))
	for i, e := range entries {
		o := map[string]any{"event": e.Event >= 0, "id": e.ID, "name": e.Name, "x": e.Box.X, "y": e.Box.Y, "width": e.Box.W, "height": e.Box.H, "from": e.From, "to": e.To}
		if e.Event >= 0 {
			o["kind"] = m.table.Kind(e.Event).String()
		}
		all[i] = o
	}
	p.host.Call("said", "entries", all)
}

// find reads the message that looks for events.
func find(text func(int) string) state.Find {
	return state.Find{Query: layout.Query{Text: text(1), Person: text(2), Place: text(3), Kind: text(4)}}
}
