package host

import (
	"errors"
	"fmt"
	"syscall/js"

	"barline/data"
	"barline/data/columns"
	"barline/timeline/detail"
	"barline/timeline/figure"
	"barline/timeline/state"
	"barline/timeline/view"
	"barline/timeline/words"
	"barline/typeset"
)

// lanesState holds what only pages need whose events stand in lanes.
type lanesState struct {
	decoder *columns.Decoder // while the file of the events is on its way
	// What the page was told of last.
	progress view.Progress
	moving   bool
}

// open makes the figure of the page's story, which stands in the page or in a
// file, of which the beginning is here.
func (p *page) open(fonts *typeset.Fonts) (view.Figure, *data.Story, error) {
	w, err := p.language()
	if err != nil {
		return nil, nil, err
	}
	if head := p.host.Get("head"); head.Truthy() {
		decoder := columns.NewDecoder()
		if err := decoder.Write(bytesOf(head)); err != nil {
			return nil, nil, err
		}
		table := decoder.Table()
		if table == nil {
			return nil, nil, errors.New("the file of the events is cut off")
		}
		p.lanes.decoder = decoder
		return figure.OpenTable(table, w, fonts), table.Story(), nil
	}
	return decode(p.host.Get("story").String(), w, fonts)
}

// decode makes the figure of a story that is a text.
func decode(text string, w *words.Words, fonts *typeset.Fonts) (view.Figure, *data.Story, error) {
	story, err := data.Decode([]byte(text))
	if err != nil {
		return nil, nil, fmt.Errorf("the story cannot be read: %w", err)
	}
	f, err := figure.Open(story, w, fonts)
	if err == nil {
		f.ExplainApart() // the page has the key
	}
	return f, story, err
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

// lanesCalls are what page.js may ask beside the others.
func (p *page) lanesCalls() map[string]func(a []js.Value) any {
	f := p.viewer.Figure()
	if !p.can.Lanes {
		return nil
	}
	return map[string]func(a []js.Value) any{
		"feed": p.onFeed,
		"has":  func(a []js.Value) any { return f.Events().Index(a[0].String()) >= 0 },
		"beside": func(a []js.Value) any {
			if i := f.Walk(f.Events().Index(a[0].String()), a[1].Int()); i >= 0 {
				return f.Events().Event(i).ID
			}
			return nil
		},
		"detail": p.onDetail,
		// more reports whether there is anything beyond that end of the view.
		"more": func(a []js.Value) any {
			from, to := p.viewer.Model().Span()
			first, last := f.Extent()
			return a[0].Int() < 0 && from > first || a[0].Int() > 0 && to < last
		},
	}
}

// onFeed takes a part of the file of the events, or null at its end, and says
// what is wrong with it.
func (p *page) onFeed(a []js.Value) any {
	var err error
	if a[0].IsNull() {
		err = p.lanes.decoder.Close()
	} else {
		err = p.lanes.decoder.Write(bytesOf(a[0]))
	}
	if err != nil {
		return err.Error()
	}
	p.wake()
	return nil
}

// onDetail says what a popover says of an event.
func (p *page) onDetail(a []js.Value) any {
	f := p.viewer.Figure()
	i := f.Events().Index(a[0].String())
	if i < 0 {
		return nil
	}
	w := f.Words()
	d := detail.Of(f.Events(), i, w)
	// The neighbours are those among what is sought.
	neighbour := func(by int) string {
		if n := f.Walk(i, by); n >= 0 && n != i {
			return detail.Neighbour(f.Events().Event(n), w)
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
	f := p.viewer.Figure()
	return f.Real(from), f.Real(to)
}

// tellProgress says how much of the story is on show, and what has been found.
func (p *page) tellProgress() {
	if !p.can.Lanes {
		return
	}
	m := &p.lanes
	if moving := p.viewer.Moving() || p.hands.Dragging(); moving != m.moving {
		m.moving = moving
		p.host.Call("said", "moving", moving)
	}
	was, is := m.progress, p.viewer.Figure().Progress()
	m.progress = is
	if is.Taken != was.Taken {
		p.host.Call("said", "taken", is.Taken)
	}
	if is.Query != was.Query || is.Found != was.Found || is.Looked != was.Looked {
		p.host.Call("said", "found", is.Found, is.Looked, is.Said(p.viewer.Figure().Words()))
	}
}

// tellEntries brings the list of what is in view up to date.
func (p *page) tellEntries() {
	p.viewer.Settled() // the figure is as it is now
	entries := p.viewer.Figure().Entries()
	all := make([]any, len(entries))
	for i, e := range entries {
		o := map[string]any{"event": e.Event >= 0, "id": e.ID, "name": e.Name, "x": e.Box.X, "y": e.Box.Y, "width": e.Box.W, "height": e.Box.H, "from": e.From, "to": e.To}
		if e.Event >= 0 {
			o["kind"] = e.Kind.String()
		}
		all[i] = o
	}
	p.host.Call("said", "entries", all)
}

// find reads the message that looks for events.
func find(text func(int) string) state.Find {
	return state.Find{Query: view.Query{Text: text(1), Person: text(2), Place: text(3), Kind: text(4)}}
}
