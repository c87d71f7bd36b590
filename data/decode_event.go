package data

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"barline/data/edtf"
	"barline/data/tree"
)

func (d *decoder) decodeEvent(n *tree.Node) {
	o, ok := d.object(n, eventFields()...)
	if !ok {
		return
	}
	e := Event{
		Kind:  d.kind(o.get("kind")),
		Title: d.required(o, "title", MaxTitle),
		Short: d.optional(o, "short", MaxTitle),
		Lane:  d.optional(o, "lane", maxName),
	}
	if e.Short == "" {
		e.Short = e.Title
	}
	if o.get("id") != nil {
		e.ID = d.id(o)
		d.define(&d.events, o, e.ID, len(d.story.events))
	}
	d.decodeDate(o, &e)
	if e.Zone = d.story.zone; e.Zone != (Zone{}) {
		e.Date = e.Date.Local(e.Zone.OffsetMinutes)
		if from, to := e.Date.Bounds(); to <= from && !e.Date.IsZero() {
			d.faults.add(o.get("date"), "on the clocks of the story's zone the interval ends before it starts", "write the zone of both ends")
		}
	}
	e.Phases = d.decodePhases(o)
	d.checkLength(o, &e)
	if i, ok := d.refer(&d.places, o.get("place")); ok {
		e.Place = &d.story.places[i]
	}
	e.People = d.decodeAttendance(o)
	e.Summary = d.paragraphs(o.get("summary"))
	e.Source = d.eventSource(o)
	for _, quote := range d.list(o, "quotes", false) {
		e.Quotes = append(e.Quotes, d.decodeQuote(quote))
	}
	e.NoQuotes = o.get("quotes") != nil && len(e.Quotes) == 0
	for _, link := range d.list(o, "links", false) {
		e.Links = append(e.Links, d.decodeLink(link))
	}
	e.Media = d.decodeMedia(o.get("media"))
	e.Allow = d.codes(o)
	d.story.events = append(d.story.events, e)
}

// decodeDate reads a date, or an object that also says how it is known.
func (d *decoder) decodeDate(o object, e *Event) {
	n, ok := d.need(o, "date", "write a date such as 2025, 2025-03 or 2025-03-14")
	if !ok {
		return
	}
	if n.Kind != tree.Object {
		e.Date = d.date(n)
		return
	}
	known, ok := d.object(n, dateFields()...)
	if !ok {
		return
	}
	if value, ok := d.need(known, "value", "write a date such as 2025, 2025-03 or 2025-03-14"); ok {
		e.Date = d.date(value)
	}
	e.DateBasis = d.basis(known, "basis", Reported)
	e.DateNote = d.optional(known, "note", 0)
}

// decodePhases reads phases, or the duration that stands for one phase of
// talks. Without either no length is claimed, nor said to be unknown.
func (d *decoder) decodePhases(o object) []Phase {
	duration, phases := o.get("duration"), o.get("phases")
	switch {
	case duration != nil && phases != nil:
		d.faults.add(duration, "both a duration and phases", "keep the phases; duration is short for a single phase of talks")
	case duration != nil:
		return []Phase{{Kind: Talks, Length: d.duration(duration)}}
	case phases != nil:
		return d.phaseList(o, phases)
	}
	return nil
}

// checkLength refuses a length that does not fit into its own interval. Upper
// bounds may be longer than it; "about" may be so by a quarter.
func (d *decoder) checkLength(o object, e *Event) {
	talks, ok := e.Talks()
	start, end := e.Date.Ends()
	if !ok || !talks.Length.Known() || talks.Length.Qualifier.IsUpper() || !e.Date.IsInterval() || start != edtf.Dated || end != edtf.Dated {
		return
	}
	from, to := e.Date.Bounds()
	room := to - from
	if talks.Length.Qualifier == About {
		room += room / 4
	}
	if talks.Length.Seconds <= room {
		return
	}
	n := o.get("duration")
	if n == nil {
		n = o.get("phases")
	}
	longest := Duration{Seconds: to - from}
	d.faults.add(n, talks.Length.String()+" is longer than the interval "+e.Date.String(),
		"write "+longest.String()+" at most, or correct the date")
}

func (d *decoder) phaseList(o object, list *tree.Node) []Phase {
	var phases []Phase
	var first [2]*tree.Node // by PhaseKind
	for _, n := range d.list(o, "phases", false) {
		phase, ok := d.decodePhase(n)
		if !ok {
			continue
		}
		if first[phase.Kind] != nil {
			d.faults.add(n, "a second phase of "+phase.Kind.String()+"; the first is "+place(first[phase.Kind]), "keep one of each kind")
			continue
		}
		first[phase.Kind] = n
		phases = append(phases, phase)
	}
	if list.Kind == tree.Array && first[Talks] == nil && len(phases) == len(list.Items) {
		d.faults.add(list, "no phase of talks", "add one with kind: talks and duration: unknown if its length is not known")
	}
	return phases
}

func (d *decoder) decodePhase(n *tree.Node) (Phase, bool) {
	o, ok := d.object(n, phaseFields()...)
	if !ok {
		return Phase{}, false
	}
	p := Phase{Note: d.optional(o, "note", 0)}
	_, hasKind := d.need(o, "kind", "write talks or waiting")
	if hasKind {
		p.Kind = PhaseKind(d.word(o, "kind", phaseWords()...))
	}
	if length, ok := d.need(o, "duration", "write its length such as PT3H30M, or unknown"); ok {
		p.Length = d.duration(length)
	}
	p.Basis = d.basis(o, "basis", Reported)
	p.NoteBasis = d.basis(o, "noteBasis", p.Basis)
	if noteBasis := o.get("noteBasis"); noteBasis != nil && o.get("note") == nil {
		d.faults.add(noteBasis, "the basis of a note that is not there", "write the note, or remove noteBasis")
	}
	return p, hasKind
}

func (d *decoder) decodeAttendance(o object) []Person {
	var people []Person
	first := map[int]*tree.Node{}
	for _, n := range d.list(o, "people", false) {
		i, ok := d.refer(&d.people, n)
		if !ok {
			continue
		}
		if before := first[i]; before != nil {
			d.faults.add(n, "the person "+quoted(n.Text)+" stands twice", "remove one; the first is "+place(before))
			continue
		}
		first[i] = n
		people = append(people, d.story.people[i])
	}
	return people
}

// eventSource reads the event's source, which goes without saying where the
// story has only one. Where it has several, an event that names none has none, and
// none says so anywhere.
func (d *decoder) eventSource(o object) *Source {
	n := o.get("source")
	if n == nil {
		if len(d.story.sources) == 1 {
			return &d.story.sources[0]
		}
		return nil
	}
	if n.Kind == tree.String && strings.TrimSpace(n.Text) == NoSource {
		return nil
	}
	if i, ok := d.refer(&d.sources, n); ok {
		return &d.story.sources[i]
	}
	return nil
}

func (d *decoder) decodeQuote(n *tree.Node) Quote {
	o, ok := d.object(n, quoteFields()...)
	if !ok {
		return Quote{}
	}
	q := Quote{
		ID:           d.id(o),
		Words:        d.required(o, "words", 0),
		Form:         Form(d.word(o, "form", formWords()...)),
		Circumstance: d.optional(o, "circumstance", 0),
	}
	d.define(&d.quotes, o, q.ID, 0)
	d.checkWords(o.get("words"), q.Words)
	if speaker, ok := d.need(o, "speaker", "write the id of one of the story's people"); ok {
		if i, ok := d.refer(&d.people, speaker); ok {
			q.Speaker = d.story.people[i]
		}
	}
	q.Before, q.After = d.around(o, q.Form)
	if n := o.get("lang"); n != nil {
		q.Lang = d.language(n)
	}
	d.decodeTranslation(o, &q)
	q.Lead = d.lead(o)
	switch n := o.get("source"); {
	case n != nil && n.Kind == tree.String && strings.TrimSpace(n.Text) == NoSource:
		d.faults.add(n, "a quotation without a source of its own has that of its event", "remove this, or name the source of the quotation")
	default:
		if i, ok := d.refer(&d.sources, n); ok {
			q.Source = &d.story.sources[i]
		}
	}
	return q
}

// lead reads whether a quotation is the one that the figure shows.
func (d *decoder) lead(o object) bool {
	n := o.get("lead")
	switch {
	case n == nil:
		return false
	case n.Kind != tree.Bool:
		d.faults.add(n, "this is neither true nor false", "write true for the one quotation that the picture shows, or remove this")
		return false
	case n.Text == "false":
		return false
	case d.leading != nil:
		d.faults.add(n, "a second quotation that leads", "remove one; the first is "+place(d.leading))
		return false
	}
	d.leading = n
	return true
}

// decodeTranslation reads what a quotation says in the story's language. Who
// translated must be said: a reader cannot see it.
func (d *decoder) decodeTranslation(o object, q *Quote) {
	n := o.get("translation")
	if n == nil {
		return
	}
	t, ok := d.object(n, translationFields()...)
	if !ok {
		return
	}
	q.Translation = d.required(t, "words", 0)
	d.checkWords(t.get("words"), q.Translation)
	if _, ok := d.need(t, "by", "write who translated, such as: machine translation, unreviewed"); ok {
		q.TranslatedBy = d.required(t, "by", maxName)
	}
	if q.Lang == "" {
		d.faults.addField(o.node, "lang", "missing beside a translation", "write the language of the words, such as ru")
	}
}

// checkWords refuses words that bring their own quotation marks, which the
// page would double. Marks inside the words are the words' own.
func (d *decoder) checkWords(n *tree.Node, words string) {
	const opening, closing = "\"“„«", "\"”“»"
	first, firstSize := utf8.DecodeRuneInString(words)
	last, lastSize := utf8.DecodeLastRuneInString(words)
	if firstSize+lastSize > len(words) || !strings.ContainsRune(opening, first) || !strings.ContainsRune(closing, last) {
		return
	}
	if inner := words[firstSize : len(words)-lastSize]; !strings.ContainsAny(inner, opening+closing) {
		d.faults.add(n, "quotation marks around the words", "remove them; the page sets its own")
	}
}

// around reads the sentence in which a fragment stands.
func (d *decoder) around(o object, form Form) (before, after string) {
	const gap = "{}"
	n := o.get("sentence")
	if form == Sentence {
		if n != nil {
			d.faults.add(n, "a sentence around words that are one themselves", "add form: fragment, or remove the sentence")
		}
		return "", ""
	}
	if _, ok := d.need(o, "sentence", "write your sentence around the words, with {} where they go"); !ok {
		return "", ""
	}
	text, ok := d.text(n, 0)
	if !ok {
		return "", ""
	}
	if strings.Count(text, gap) != 1 {
		d.faults.add(n, "{} stands "+strconv.Itoa(strings.Count(text, gap))+" times in the sentence", "write {} once, where they go")
		return "", ""
	}
	before, after, _ = strings.Cut(text, gap)
	return before, after
}
