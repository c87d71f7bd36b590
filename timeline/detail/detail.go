// Package detail says what a popover, the transcript and Play's captions say
// of one event, as plain strings. The page's HTML and the desktop's drawing
// both set these, so they cannot differ.
package detail

import (
	"slices"
	"strings"

	"barline/data"
	"barline/data/edtf"
	"barline/timeline/words"
)

// Detail is one event in words.
type Detail struct {
	ID    string
	Kind  string // as DOM attributes spell it: "meeting", "event"
	Title string
	// Name is the accessible name of the event's button: title, date and
	// length with their certainty.
	Name string
	// When is the date with its certainty, DateNote how it is known.
	When, DateNote string
	// Length is how long it took, and the wait before it, one sentence each;
	// empty where the story says nothing of it.
	Length []string
	// Instant is the moment of a date that gives a time of day, as RFC 3339 has it,
	// for those who want to know what their own clocks showed; else empty.
	Instant string
	// Where and With are place and people; either may be empty.
	Where, With string
	Summary     []string
	Quotes      []Quote
	// Strongest is the place in Quotes of the quotation that is shown first, or alone.
	Strongest int
	// NoQuote says that no quotation was reported; empty unless the story does.
	NoQuote string
	// Links lead to further reading; each has a title.
	Links []data.Link
	// Media is the picture's file, alternative text, caption and the address of
	// its page; Credit is the line that names whose it is. Empty without a picture.
	Media  data.Media
	Credit string
	// Source is the source line; SourceURL its address, or empty.
	Source, SourceURL string
	// Previous and Next are the neighbours' ids and titles; empty at the ends.
	PreviousID, PreviousTitle, NextID, NextTitle string
}

// Quote is one quotation in words. Fragment quotations stand inside a sentence.
type Quote struct {
	ID            string
	Fragment      bool
	Before, After string
	Words         string
	Open, Close   string // quotation marks
	Speaker       string
	// Cite is the speaker's role and the circumstance; it may be empty.
	Cite string
	// Lang is the language of the words where it is not the story's, Reported
	// says so; else both are empty. Translation is what they say in the story's
	// language, By who translated; both may be empty.
	Lang, Reported, Translation, By string
}

// LeadQuotes is the quotation that a popover begins with, the strongest one; none where
// the event has none.
func (d Detail) LeadQuotes() []Quote {
	return d.Quotes[min(d.Strongest, len(d.Quotes)):min(d.Strongest+1, len(d.Quotes))]
}

// OtherQuotes are the quotations that follow a popover's text, in the story's order.
func (d Detail) OtherQuotes() []Quote {
	if len(d.Quotes) == 0 {
		return nil
	}
	return slices.Concat(d.Quotes[:d.Strongest], d.Quotes[d.Strongest+1:])
}

// strongest is the place of an event's strongest quotation: that which the story says
// leads, if it is one of this event, else the first; -1 if there are none.
func strongest(e data.Event) int {
	lead := slices.IndexFunc(e.Quotes, func(q data.Quote) bool { return q.Lead })
	if lead < 0 && len(e.Quotes) > 0 {
		return 0
	}
	return lead
}

// Events are those that neighbours are found among, in date order.
type Events interface {
	Len() int
	Event(i int) data.Event
}

// Of returns event i in words.
func Of(s Events, i int, w *words.Words) Detail {
	e := s.Event(i)
	d := Detail{
		ID: e.ID, Kind: e.Kind.String(), Title: e.Title, Name: w.Event(e),
		When: When(e, w), DateNote: sentence(w, e.DateNote), Summary: e.Summary,
	}
	if wait, ok := e.Waiting(); ok {
		d.Length = append(d.Length, sentence(w, w.Phase(wait)))
	}
	if _, ok := e.Talks(); ok {
		d.Length = append(d.Length, sentence(w, w.LengthLine(e)))
	}
	d.Instant = instant(e)
	if e.Place != nil {
		d.Where = w.Sentence(e.Place.Name)
	}
	if len(e.People) > 0 && e.Kind.ID != data.ContextID {
		names := make([]string, len(e.People))
		for i, p := range e.People {
			names[i] = p.Name
		}
		d.With = words.Fill(w.UI.With, "people", w.List(names))
	}
	for _, q := range e.Quotes {
		d.Quotes = append(d.Quotes, quoteOf(q, w))
	}
	d.Strongest = max(0, strongest(e))
	if e.NoQuotes {
		d.NoQuote = w.UI.NoQuotationHere
		if e.IsMeeting() {
			d.NoQuote = w.UI.NoQuotation
		}
	}
	d.Links = titled(e.Links)
	if e.Media != nil {
		d.Media = *e.Media
		if e.Media.Credit != "" {
			d.Credit = words.Fill(w.UI.Credit, "credit", e.Media.Credit)
		}
	}
	if e.Source != nil {
		d.Source, d.SourceURL = words.Fill(w.UI.Source, "source", e.Source.Name), e.Source.URL
	}
	if i > 0 {
		d.PreviousID, d.PreviousTitle = s.Event(i-1).ID, Neighbour(s.Event(i-1), w)
	}
	if i+1 < s.Len() {
		d.NextID, d.NextTitle = s.Event(i+1).ID, Neighbour(s.Event(i+1), w)
	}
	return d
}

func quoteOf(q data.Quote, w *words.Words) Quote {
	said := Quote{ID: q.ID, Fragment: q.Form == data.Fragment, Before: q.Before, After: q.After, Words: q.Words, Open: w.UI.OpenQuote, Close: w.UI.CloseQuote,
		Speaker: q.Speaker.Name, Cite: w.Semicolon(q.Speaker.Role, q.Circumstance), Lang: q.Lang, Translation: q.Translation}
	if q.Lang != "" {
		said.Reported = words.Fill(w.UI.QuotedIn, "language", w.NameOf(q.Lang))
	}
	if q.Translation != "" {
		said.By = w.Sentence(q.TranslatedBy)
	}
	return said
}

// titled gives each link a title: where it has none, the name of its server.
func titled(links []data.Link) []data.Link {
	var all []data.Link
	for _, l := range links {
		if l.Title == "" {
			_, host, _ := strings.Cut(l.URL, "://")
			if end := strings.IndexAny(host, "/?#"); end >= 0 {
				host = host[:end]
			}
			l.Title = strings.TrimPrefix(host, "www.")
		}
		all = append(all, l)
	}
	return all
}

// instant is the moment at which an event began, as RFC 3339 has it. It is empty
// for a time of day whose zone nobody says.
func instant(e data.Event) string {
	if _, ok := e.Date.Start().Clock(); !ok {
		return ""
	}
	start := strings.TrimRight(e.Date.Start().String(), "?~%")
	if e.Date.Start().Precision() == edtf.Minute {
		day, clock, _ := strings.Cut(start, "T")
		start = day + "T" + clock[:len("15:04")] + ":00" + clock[len("15:04"):]
	}
	switch _, said := e.Date.Offset(); {
	case strings.Trim(start, "0123456789-:TZ+") != "":
		return "" // a date with unspecified digits is no instant
	case said:
		return start
	case e.Zone == (data.Zone{}):
		return ""
	}
	return start + e.Zone.Offset()
}

// Neighbour names an event in few words: a meeting by its date.
func Neighbour(e data.Event, w *words.Words) string {
	if e.IsMeeting() {
		return w.Date(e.Date, words.Short)
	}
	return e.Short
}

// All returns every event of the story in words, in date order.
func All(s Events, w *words.Words) []Detail {
	all := make([]Detail, s.Len())
	for i := range all {
		all[i] = Of(s, i, w)
	}
	return all
}

// AnyQuotes reports whether any event has a quotation.
func AnyQuotes(s Events) bool {
	for i := range s.Len() {
		if len(s.Event(i).Quotes) > 0 {
			return true
		}
	}
	return false
}

// When is the date, and that it is less than certain.
func When(e data.Event, w *words.Words) string { return when(e, w, w.SolarDate(e.Date)) }

// when says in brackets what the date is in another calendar, if it is told.
func when(e data.Event, w *words.Words, other string) string {
	s := w.Sentence(w.DateTime(e.Date, e.Zone.Name, words.Full))
	if words.DayMissing(e) {
		s = w.Clauses(s, w.UI.NoDay)
	}
	// What else is to be said of the date stands in one pair of brackets.
	basis := ""
	switch e.DateBasis {
	case data.Outside:
		basis = w.UI.OutsideBasis
	case data.Reportedly:
		basis = w.UI.Hearsay
	}
	if aside := w.Semicolon(other, basis); aside != "" {
		s = w.Aside(s, aside)
	}
	return s
}

// sentence begins a clause with a capital and ends it with a full stop.
func sentence(w *words.Words, s string) string {
	if s == "" {
		return ""
	}
	s = w.Sentence(s)
	if !strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "…") && !strings.HasSuffix(s, "."+w.UI.CloseQuote) {
		s += "."
	}
	return s
}
