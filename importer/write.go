package importer

import (
	"iter"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"barline/data"
	"barline/data/csvtree"
	"barline/data/edtf"
	"barline/data/tree"
	"barline/importer/columns"
	"barline/importer/draft"
	"barline/importer/headline"
	"barline/importer/markup"
)

// writer makes the tree of a story file of a draft. What a draft calls by name gets
// an id; every node has the line of what it was made of.
type writer struct {
	draft   *draft.Draft
	o       *Options
	report  *Report
	people  names
	places  names
	sources names
	kinds   map[string]string // ids, by what the file says
	ids     names             // of events
	years   headline.Years
	quotes  int // that were written
}

func newWriter(d *draft.Draft, o *Options, r *Report) *writer {
	w := &writer{draft: d, o: o, report: r, kinds: map[string]string{}}
	w.sources.take(data.NoSource)
	var taken names
	for i := range d.Kinds {
		k := &d.Kinds[i]
		id := taken.id(slug(k.ID), "kind")
		if id == "event" {
			id = taken.id("occasion", "kind")
		}
		w.kinds[k.ID] = id
	}
	return w
}

// collect takes what all events name into the lists of the story, so that its head
// can be written before them.
func (w *writer) collect() {
	for i := range w.draft.Events {
		e := &w.draft.Events[i]
		if d, err := edtf.Parse(e.Date); err == nil {
			w.years.Add(d)
		}
		w.placeID(e)
		w.peopleIDs(e)
		w.sourceID(e)
		if e.Quote != "" && e.Speaker != "" {
			w.personID(e.Speaker, e.Line)
		}
	}
}

// cleanEvents makes plain texts of all that the events of a draft say, and addresses as
// a story may hold them. It is done once, and the report says what was changed.
func cleanEvents(d *draft.Draft, o *Options, r *Report) {
	w := &writer{draft: d, o: o, report: r}
	for i := range d.Events {
		w.clean(&d.Events[i])
	}
}

func (w *writer) clean(e *draft.Event) {
	cut := func(s *string, most int, what string) { *s = w.short(w.plain(*s, e.Line), most, what, e.Line) }
	cut(&e.Lane, mostName, "a lane")
	cut(&e.Place, mostName, "a place")
	cut(&e.Source.Name, mostName, "the name of a source")
	cut(&e.Source.Title, mostHeadline, "the title of a source")
	cut(&e.Speaker, mostName, "a name")
	for i := range e.People {
		cut(&e.People[i], mostName, "a name")
	}
	e.Title, e.Note, e.Quote = w.plain(e.Title, e.Line), w.plain(e.Note, e.Line), withoutMarks(w.plain(e.Quote, e.Line))
	e.Summary = w.paragraphs(e.Summary, e.Line)
	if e.Source.URL = address(e.Source.URL, w.o.Base); e.Source.Name == "" && e.Source.URL != "" {
		e.Source.Name = host(e.Source.URL)
	}
}

// plain is a text as a story may hold it. Where it has tags or entities of HTML in it
// that are words, they get a space, and the report says so.
func (w *writer) plain(s string, line int) string {
	apart, changed := markup.Apart(plainText(s))
	for _, was := range changed {
		m := draft.Remark{Line: line, Kind: draft.Changed, Value: clip(was), Text: "written “" + clip(was[:1]+" "+was[1:]) + "”, since a story holds no tags and entities of HTML"}
		if n := len(w.report.Changed); n == 0 || w.report.Changed[n-1] != (Remark{m.Line, m.Column, m.Value, m.Text}) {
			w.report.add(m)
		}
	}
	return apart
}

// paragraphs are those of a text that have anything in them, each plain.
func (w *writer) paragraphs(all []string, line int) []string {
	out := plainParagraphs(all)
	for i, p := range out {
		out[i] = w.plain(p, line)
	}
	return out
}

// names gives each thing an id of its own.
type names struct {
	of    map[thing]string
	taken map[string]int // the number that may go behind an id next
	list  []thing
}

// thing is what a story calls by id: a name, and for sources the rest.
type thing struct {
	name, title, url string
	line             int
}

// refer returns the id of a thing, the same for the same one.
func (n *names) refer(t thing, otherwise string) string {
	line := t.line
	t.line = 0
	if id, known := n.of[t]; known {
		return id
	}
	if n.of == nil {
		n.of = map[thing]string{}
	}
	id := n.id(slug(t.name), otherwise)
	n.of[t] = id
	t.line = line
	n.list = append(n.list, t)
	return id
}

// take keeps an id from being given to anything.
func (n *names) take(id string) {
	if n.taken == nil {
		n.taken = map[string]int{}
	}
	n.taken[id] = 1
}

// id returns an id that nothing else has.
func (n *names) id(base, otherwise string) string {
	if base == "" {
		base = otherwise
	}
	id := base
	for n.taken[id] > 0 {
		n.taken[base]++
		id = base + "-" + numberOr(n.taken[base])
	}
	n.take(id)
	return id
}

// slug is the part of a name that may stand in an id, accents left out; "" if most
// of the name may not stand there.
func slug(name string) string {
	plain := name
	if strings.ContainsFunc(name, func(r rune) bool { return r > unicode.MaxASCII }) {
		var b strings.Builder
		letters, ours := 0, 0
		for _, r := range norm.NFKD.String(name) {
			if unicode.IsMark(r) {
				continue
			}
			if unicode.IsLetter(r) {
				letters++
				if r < 0x80 {
					ours++
				}
			}
			switch r {
			case 'ß':
				b.WriteString("ss")
			case 'ø', 'Ø':
				b.WriteByte('o')
			case 'æ', 'Æ':
				b.WriteString("ae")
			case 'ı':
				b.WriteByte('i')
			case '\'', '’', '‘', 'ʼ':
			default:
				b.WriteRune(r)
			}
		}
		if ours*2 < letters {
			return ""
		}
		plain = b.String()
	}
	return data.Slug(strings.ReplaceAll(plain, "'", ""))
}

func textNode(s string, line int) *tree.Node {
	return &tree.Node{Kind: tree.String, Text: s, Line: line, Column: 1}
}

// object is an object that is being filled.
type object struct{ *tree.Node }

func newObject(line int) object { return object{&tree.Node{Kind: tree.Object, Line: line, Column: 1}} }

func (o object) put(key string, value *tree.Node) {
	o.Fields = append(o.Fields, tree.Field{Key: key, KeyLine: o.Line, KeyColumn: 1, Value: value})
}

// text puts a text that is not empty.
func (o object) text(key, s string) {
	if s != "" {
		o.put(key, textNode(s, o.Line))
	}
}

// list puts a list that is not empty.
func (o object) list(key string, items []*tree.Node) {
	if len(items) > 0 {
		o.put(key, &tree.Node{Kind: tree.Array, Line: items[0].Line, Column: 1, Items: items})
	}
}

// paragraphs puts one text, or a list of several.
func (o object) paragraphs(key string, all []string) {
	if len(all) == 1 {
		o.text(key, all[0])
		return
	}
	var items []*tree.Node
	for _, p := range all {
		items = append(items, textNode(p, o.Line))
	}
	o.list(key, items)
}

// The limits of texts in a story (data/FORMAT.md).
const (
	mostName     = 200
	mostHeadline = 300
)

// short cuts what is longer than it may be, and says so.
func (w *writer) short(s string, most int, what string, line int) string {
	cut, was := csvtree.Shortened(s, most)
	if was {
		w.report.add(draft.Remark{Line: line, Kind: draft.Changed, Value: clip(s), Text: what + " of more than " + numberOr(most) + " characters, shortened"})
	}
	return cut
}

// head is the story without its events. It is complete once events have been gone
// through.
func (w *writer) head() *tree.Node {
	d := w.draft
	root := newObject(1)
	root.put("barline", &tree.Node{Kind: tree.Number, Text: "1", Line: 1, Column: 1})
	root.text("id", w.o.storyID())
	lang := w.o.Lang
	if lang == "" && data.IsLanguage(d.Lang) {
		lang = d.Lang
	}
	root.text("lang", lang)
	if w.report.Language = lang; lang == "" {
		w.report.Language = "en"
	}
	name := w.plain(w.o.Headline, 0)
	if name == "" {
		name = w.plain(d.Headline, 0)
	}
	if name == "" {
		name = w.years.In(lang)
		w.report.add(draft.Remark{Kind: draft.Decided, Text: "the file has no headline: it is “" + name + "”; --headline gives another"})
	}
	root.text("headline", w.short(name, mostHeadline, "a headline", 1))
	w.report.Headline = name
	root.paragraphs("standfirst", w.paragraphs(d.Standfirst, 0))
	if d.Zone != (draft.Zone{}) {
		zone := newObject(1)
		zone.text("name", d.Zone.Name)
		zone.text("offset", d.Zone.Offset)
		root.put("zone", zone.Node)
	}
	root.list("kinds", w.kindNodes())
	root.list("lanes", w.laneNodes())
	root.list("periods", w.periodNodes())
	root.list("sources", w.sources.nodes(func(o object, t thing) {
		o.text("name", t.name)
		o.text("title", t.title)
		o.text("url", t.url)
	}))
	named := func(o object, t thing) { o.text("name", t.name) }
	root.list("people", w.people.nodes(named))
	root.list("places", w.places.nodes(named))
	return root.Node
}

func (n *names) nodes(fill func(o object, t thing)) []*tree.Node {
	var all []*tree.Node
	for _, t := range n.list {
		o := newObject(t.line)
		id := t
		id.line = 0
		o.text("id", n.of[id])
		fill(o, t)
		all = append(all, o.Node)
	}
	return all
}

// kindNodes are the declared kinds, in the colours that there are by turns.
func (w *writer) kindNodes() []*tree.Node {
	var all []*tree.Node
	for i, k := range w.draft.Kinds {
		o := newObject(1)
		o.text("id", w.kinds[k.ID])
		o.text("name", w.short(w.plain(k.Name, 0), mostName, "the name of a kind", 0))
		o.text("plural", w.short(w.plain(k.Plural, 0), mostName, "the name of a kind", 0))
		o.text("paint", []string{"talks", "context", "third", "fourth"}[i%4])
		all = append(all, o.Node)
	}
	return all
}

func (w *writer) laneNodes() []*tree.Node {
	var all []*tree.Node
	seen := map[string]bool{}
	for _, lane := range w.draft.Lanes {
		if lane = w.short(w.plain(lane, 0), mostName, "a lane", 0); lane != "" && !seen[lane] {
			seen[lane] = true
			all = append(all, textNode(lane, 1))
		}
	}
	return all
}

func (w *writer) periodNodes() []*tree.Node {
	var all []*tree.Node
	for _, p := range w.draft.Periods {
		if _, err := edtf.Parse(p.Date); err != nil || p.Title == "" {
			w.report.add(draft.Remark{Line: p.Line, Kind: draft.LeftOut, Value: p.Title, Text: "a period without a title or a date that can be read"})
			continue
		}
		o := newObject(p.Line)
		o.text("title", w.short(w.plain(p.Title, p.Line), data.MaxTitle, "the title of a period", p.Line))
		o.text("date", p.Date)
		all = append(all, o.Node)
	}
	w.report.Periods = len(all)
	return all
}

// events are the draft's events as a story file has them.
func (w *writer) events() iter.Seq[*tree.Node] {
	return func(yield func(*tree.Node) bool) {
		for i := range w.draft.Events {
			if !yield(w.event(&w.draft.Events[i])) {
				return
			}
		}
	}
}

func (w *writer) event(e *draft.Event) *tree.Node {
	o := newObject(e.Line)
	title, cut := csvtree.Shortened(e.Title, data.MaxTitle)
	summary := e.Summary
	if cut {
		w.report.Shortened++
		if len(summary) == 0 || summary[0] != e.Title {
			summary = append([]string{e.Title}, summary...)
		}
	}
	o.text("id", w.eventID(e, title))
	o.text("kind", w.kindID(e.Kind))
	o.text("title", title)
	o.text("lane", e.Lane)
	date(o, e)
	o.text("duration", e.Duration)
	o.text("place", w.placeID(e))
	var people []*tree.Node
	for _, id := range w.peopleIDs(e) {
		people = append(people, textNode(id, e.Line))
	}
	o.list("people", people)
	o.paragraphs("summary", summary)
	o.text("source", w.sourceOf(e))
	o.list("quotes", w.quote(e))
	o.list("links", w.links(e))
	return o.Node
}

// eventID is the id that the file gives, as a story may hold it, else one that is
// made of the title. Where neither has letters that ids have, it is made of the date:
// an id that is written down is what an update knows the event by.
func (w *writer) eventID(e *draft.Event, title string) string {
	base := slug(e.ID)
	if base == "" || e.ID == "" {
		base = slug(title)
	}
	if base == "" {
		base = slug(e.Date)
	}
	return w.ids.id(base, "event")
}

func (w *writer) kindID(kind string) string {
	if id, ok := w.kinds[kind]; ok {
		return id
	}
	return kind // one that is built in
}

func date(o object, e *draft.Event) {
	if e.Note == "" {
		o.text("date", e.Date)
		return
	}
	known := newObject(e.Line)
	known.text("value", e.Date)
	known.text("note", e.Note)
	o.put("date", known.Node)
}

func (w *writer) placeID(e *draft.Event) string {
	if e.Place == "" {
		return ""
	}
	return w.places.refer(thing{name: e.Place, line: e.Line}, "place")
}

func (w *writer) personID(name string, line int) string {
	return w.people.refer(thing{name: name, line: line}, "person")
}

// peopleIDs are those of an event's people, each once.
func (w *writer) peopleIDs(e *draft.Event) []string {
	var ids []string
	for _, name := range e.People {
		if name == "" {
			continue
		}
		if id := w.personID(name, e.Line); !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

func (w *writer) sourceID(e *draft.Event) string {
	if e.Source.Name == "" {
		return ""
	}
	return w.sources.refer(thing{name: e.Source.Name, title: e.Source.Title, url: e.Source.URL, line: e.Line}, "source")
}

// sourceOf is what an event says of its source. One that has none says so where the
// story has a single source, which would go without saying.
func (w *writer) sourceOf(e *draft.Event) string {
	if id := w.sourceID(e); id != "" || len(w.sources.list) != 1 {
		return id
	}
	return data.NoSource
}

func (w *writer) quote(e *draft.Event) []*tree.Node {
	if e.Quote == "" || e.Speaker == "" {
		return nil
	}
	q := newObject(e.Line)
	w.quotes++
	q.text("id", "q"+numberOr(w.quotes))
	q.text("speaker", w.personID(e.Speaker, e.Line))
	q.text("words", e.Quote)
	return []*tree.Node{q.Node}
}

// withoutMarks takes the quotation marks from around words: the page sets its own.
func withoutMarks(s string) string {
	const opening, closing = "\"“„«", "\"”“»"
	runes := []rune(s)
	if n := len(runes); n > 2 && strings.ContainsRune(opening, runes[0]) && strings.ContainsRune(closing, runes[n-1]) && !strings.ContainsAny(string(runes[1:n-1]), opening+closing) {
		return strings.TrimSpace(string(runes[1 : n-1]))
	}
	return s
}

// links are the event's links, images and films among them, each once.
func (w *writer) links(e *draft.Event) []*tree.Node {
	var all []*tree.Node
	seen := map[string]bool{"": true}
	if e.Source.URL != "" {
		seen[e.Source.URL] = true
	}
	add := func(l draft.Link) (known bool) {
		url := address(l.URL, w.o.Base)
		if seen[url] {
			return url != ""
		}
		seen[url] = true
		o := newObject(e.Line)
		o.text("url", url)
		if title, _ := csvtree.Shortened(w.plain(l.Title, e.Line), mostHeadline); title != url && !columns.Nothing(title) {
			o.text("title", title)
		}
		all = append(all, o.Node)
		return true
	}
	for _, l := range e.Links {
		if l.URL != "" && !add(l) && !strings.HasPrefix(l.URL, "#") {
			w.report.add(draft.Remark{Line: e.Line, Kind: draft.LeftOut, Value: l.URL, Text: "a link that is no address of the web"})
		}
	}
	for _, m := range e.Media {
		if add(m) {
			w.report.MediaLinks++
		} else {
			w.report.MediaLeftOut++
		}
	}
	return all
}
