// Package prose says in paragraphs what a story says of an event, in the story's
// language, for files that have one text for each event: pages and calendars.
package prose

import (
	"strings"

	"barline/data"
	"barline/exporter/leftout"
	"barline/timeline/detail"
	"barline/timeline/words"
)

// Paragraph is one of the text of an event.
type Paragraph struct {
	Text string
	// Quoted: it is a quotation, with its marks, and who said it.
	Quoted bool
	// URL is where the paragraph leads; it may be empty.
	URL string
}

// String returns the paragraph as plain text, its address behind it.
func (p Paragraph) String() string {
	if p.URL == "" || p.URL == p.Text {
		return p.Text
	}
	return p.Text + " " + p.URL
}

// Options say what a file has fields of its own for, and its text therefore not.
type Options struct{ Date, Place, Picture bool }

// Of is the text of event i. What is in the text alone is added to the list.
func Of(s *data.Story, i int, w *words.Words, o Options, lost *leftout.List) []Paragraph {
	e, d := s.Event(i), detail.Of(s, i, w)
	var all []Paragraph
	add := func(what string, p Paragraph) {
		if p.Text == "" {
			return
		}
		all = append(all, p)
		if what != "" {
			lost.AddText(what, e.ID)
		}
	}
	if !o.Date {
		add("dates", Paragraph{Text: d.When})
	} else if e.DateBasis != data.Reported {
		add("how dates are known", Paragraph{Text: d.When})
	}
	add("notes on dates", Paragraph{Text: d.DateNote})
	for _, p := range e.Phases {
		if p.NoteBasis != p.Basis {
			lost.Add("how notes on lengths are known", e.ID)
		}
	}
	for _, l := range d.Length {
		add("lengths and waits", Paragraph{Text: l})
	}
	if !o.Place {
		add("places", Paragraph{Text: d.Where})
	}
	add("people", Paragraph{Text: people(e, w)})
	for _, p := range d.Summary {
		add("", Paragraph{Text: p})
	}
	for n, q := range d.Quotes {
		add("", Paragraph{Text: quotation(q, w), Quoted: true})
		add("", Paragraph{Text: translation(q)})
		lost.AddText("quotations", q.ID)
		if source := e.Quotes[n].Source; source != nil && (e.Source == nil || source.ID != e.Source.ID) {
			add("sources", sourceLine(source, w))
		}
	}
	add("", Paragraph{Text: d.NoQuote})
	if m := e.Media; m != nil && !o.Picture {
		lost.Add("pictures", e.ID)
	}
	for _, l := range d.Links {
		add("links", Paragraph{Text: l.Title, URL: l.URL})
	}
	if e.Source != nil {
		add("sources", sourceLine(e.Source, w))
	}
	return all
}

// people are those who took part, with their roles. Events around others name those
// that they are about, which is said, too.
func people(e data.Event, w *words.Words) string {
	if len(e.People) == 0 {
		return ""
	}
	names := make([]string, len(e.People))
	for i, p := range e.People {
		names[i] = p.Name
		if p.Role != "" {
			names[i] = w.Aside(p.Name, p.Role)
		}
	}
	return words.Fill(w.UI.With, "people", w.List(names))
}

// quotation is the words between their marks, in their sentence if they have one,
// and who said them.
func quotation(q detail.Quote, w *words.Words) string {
	s := q.Before + q.Open + q.Words + q.Close + q.After
	said := "— " + q.Speaker
	if q.Cite != "" {
		said = w.Clauses(said, q.Cite)
	}
	return s + " " + w.Semicolon(said, q.Reported)
}

// translation is what the words say in the story's language, and who translated.
func translation(q detail.Quote) string {
	if q.Translation == "" {
		return ""
	}
	return q.Open + q.Translation + q.Close + " — " + q.By
}

func sourceLine(s *data.Source, w *words.Words) Paragraph {
	name := s.Name
	if s.Title != "" {
		name = w.Clauses(name, s.Title)
	}
	return Paragraph{Text: words.Fill(w.UI.Source, "source", name), URL: s.URL}
}

// Plain is a text as lines, with a blank line between paragraphs.
func Plain(all []Paragraph) string {
	var texts []string
	for _, p := range all {
		texts = append(texts, p.String())
	}
	return strings.Join(texts, "\n\n")
}

// Story adds to the list what of a story, besides its events, no file holds that has
// one text for each event.
func Story(s *data.Story, lost *leftout.List) {
	for _, x := range []struct {
		what string
		is   bool
	}{
		{"what is in view at first", s.Open() != data.Open{}},
		{"the figure that the story asks for", s.Figure() != data.FigureAuto},
		{"what the story calls what it counts", s.Count() != data.Forms{}},
		{"fonts", len(s.Fonts()) > 0},
		{"the day of the story", !s.Date().IsZero()},
		{"that the story is live", s.Live()},
		{"that the page says when quotations were checked", s.Proof()},
		{"corrections", len(s.Corrections()) > 0},
		{"which warnings are silenced", len(s.Allow()) > 0},
		{"the theme", !s.Theme().IsZero()},
	} {
		if x.is {
			lost.Add(x.what, "")
		}
	}
	named := map[string]bool{}
	for i := range s.Len() {
		e := s.Event(i)
		if e.Short != e.Title {
			lost.Add("short titles", e.ID)
		}
		for _, p := range e.People {
			named["person "+p.ID] = true
		}
		for _, q := range e.Quotes {
			named["person "+q.Speaker.ID] = true
			if q.Source != nil {
				named["source "+q.Source.ID] = true
			}
		}
		if e.Place != nil {
			named["place "+e.Place.ID] = true
		}
		if e.Source != nil {
			named["source "+e.Source.ID] = true
		}
	}
	unnamed := func(sort, id string) {
		if !named[sort+" "+id] {
			lost.Add("people, places and sources that no event names", id)
		}
	}
	for _, p := range s.People() {
		unnamed("person", p.ID)
	}
	for _, p := range s.Places() {
		unnamed("place", p.ID)
		if p.Short != p.Name {
			lost.Add("short names of places", p.ID)
		}
	}
	for _, x := range s.Sources() {
		unnamed("source", x.ID)
	}
	for _, k := range s.Kinds() {
		if k.Plural != k.Name || k.Paint != data.PaintTalks {
			lost.Add("plurals and colours of kinds", k.ID)
		}
	}
}
