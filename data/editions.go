package data

import (
	"slices"
	"strconv"
	"strings"

	"barline/data/tree"
)

// Agree compares an edition of a story in another language with the story: both
// must say the same of the same events. root is what the edition was decoded from.
// What differs in more than words is a problem, with its place in the edition.
func Agree(story, edition *Story, root *tree.Node) Problems {
	a := agreement{edition: edition, root: root}
	if edition.id != story.id {
		a.differ("id", nil, quoted(edition.id)+", in the story it is "+quoted(story.id))
	}
	if edition.zone.OffsetMinutes != story.zone.OffsetMinutes {
		a.differ("zone", nil, "another offset than in the story, "+story.zone.Offset())
	}
	if edition.live != story.live {
		is := map[bool]string{true: "true", false: "not true"}
		a.differ("live", nil, is[edition.live]+", in the story it is "+is[story.live])
	}
	a.head(story, edition)
	events := root.Get("events")
	theirs, ours := map[string]int{}, map[string]int{}
	nodes := a.nodesOf(story, events)
	if nodes == nil {
		return a.found
	}
	for i := range story.events {
		theirs[story.events[i].ID] = i
	}
	for i := range edition.events {
		e := &edition.events[i]
		ours[e.ID] = i
		n := nodes[e.ID]
		path, node := "events["+strconv.Itoa(n)+"]", events.Items[n]
		at, known := theirs[e.ID]
		if !known {
			a.differ(path, node, "the story has no event "+quoted(e.ID))
			continue
		}
		a.event(path, node, story, &story.events[at], e)
	}
	for i := range story.events {
		if _, there := ours[story.events[i].ID]; !there {
			a.differ("events", events, "the event "+quoted(story.events[i].ID)+" of the story is missing")
		}
	}
	return a.found
}

type agreement struct {
	edition *Story
	root    *tree.Node
	found   Problems
}

func (a *agreement) differ(path string, node *tree.Node, what string) {
	if node == nil {
		node = a.root.Get(path)
	}
	if node == nil {
		node = a.root
	}
	if len(a.found) < MaxProblems {
		a.found = append(a.found, Problem{Line: node.Line, Column: node.Column, Path: path, What: what,
			Fix: "make both say the same: an edition differs in its words alone"})
	}
}

// head compares what both say of the whole story.
func (a *agreement) head(story, edition *Story) {
	kinds := func(s *Story) string {
		var all []string
		for _, k := range s.kinds {
			all = append(all, k.ID+" "+k.Paint.String())
		}
		return strings.Join(all, ", ")
	}
	periods := func(s *Story) string {
		var all []string
		for _, p := range s.periods {
			all = append(all, p.Date.String())
		}
		return strings.Join(all, ", ")
	}
	annotations := func(s *Story) string {
		var all []string
		for i := range s.annotations {
			all = append(all, s.annotationSays(&s.annotations[i]))
		}
		return strings.Join(all, ", ")
	}
	for _, c := range []struct{ field, is, was string }{
		{"kinds", kinds(edition), kinds(story)},
		{"periods", periods(edition), periods(story)},
		{"annotations", annotations(edition), annotations(story)},
		{"corrections", correctionsSay(edition), correctionsSay(story)},
		{"figure", edition.figure.String(), story.figure.String()},
		{"open", edition.open.From.String() + " to " + edition.open.To.String(), story.open.From.String() + " to " + story.open.To.String()},
	} {
		if c.is != c.was {
			a.differ(c.field, nil, orNothing(c.is)+", in the story it is "+orNothing(c.was))
		}
	}
	if len(edition.lanes) != len(story.lanes) {
		a.differ("lanes", nil, strconv.Itoa(len(edition.lanes))+" lanes, in the story there are "+strconv.Itoa(len(story.lanes)))
	}
}

// correctionsSay are the days and the events of a story's corrections.
func correctionsSay(s *Story) string {
	var all []string
	for _, c := range s.corrections {
		all = append(all, c.Date.String()+" "+c.Event)
	}
	return strings.Join(all, ", ")
}

func orNothing(s string) string {
	if s == "" {
		return "nothing"
	}
	return s
}

// nodesOf is where the edition's events stand in its list, by their ids. An
// edition gives all ids that the story gives, or leaves out the same ones.
func (a *agreement) nodesOf(story *Story, events *tree.Node) map[string]int {
	at := map[string]int{}
	for i := range a.edition.events {
		e := &a.edition.events[i]
		place := a.edition.order[i]
		at[e.ID] = place
		if known := story.Index(e.ID); known >= 0 && e.AutoID != story.events[known].AutoID {
			is, was := "an id", "none"
			if e.AutoID {
				is, was = "no id", "one"
			}
			a.differ("events["+strconv.Itoa(place)+"]", events.Items[place], is+", where the story gives "+was)
			return nil
		}
	}
	return at
}

func (a *agreement) event(path string, node *tree.Node, story *Story, s, e *Event) {
	edition := a.edition
	check := func(same bool, field, is, was string) {
		if same {
			return
		}
		at := node.Get(field)
		if at == nil {
			at = node
		}
		a.differ(path+"."+field, at, is+", in the story it is "+was)
	}
	check(e.Kind.ID == s.Kind.ID, "kind", e.Kind.String(), s.Kind.String())
	check(e.Date == s.Date, "date", e.Date.String(), s.Date.String())
	check(e.DateBasis == s.DateBasis, "date", e.DateBasis.String(), s.DateBasis.String())
	check(phasesSay(e) == phasesSay(s), "phases", phasesSay(e), phasesSay(s))
	check(edition.placeSays(e) == story.placeSays(s), "place", edition.placeSays(e), story.placeSays(s))
	check(edition.peopleSay(e) == story.peopleSay(s), "people", edition.peopleSay(e), story.peopleSay(s))
	check(edition.sourceSays(e.Source) == story.sourceSays(s.Source), "source", edition.sourceSays(e.Source), story.sourceSays(s.Source))
	check(linksSay(e) == linksSay(s), "links", linksSay(e), linksSay(s))
	check(mediaSays(e) == mediaSays(s), "media", mediaSays(e), mediaSays(s))
	check(e.NoQuotes == s.NoQuotes && quotesSay(e) == quotesSay(s), "quotes", quotesSay(e), quotesSay(s))
	if quotesSay(e) != quotesSay(s) {
		return
	}
	for i := range e.Quotes {
		q, of := &e.Quotes[i], &s.Quotes[i]
		n := node.Get("quotes").Items[i]
		at := path + ".quotes[" + strconv.Itoa(i) + "]"
		if q.Form != of.Form || edition.personSays(q.Speaker) != story.personSays(of.Speaker) || edition.sourceSays(q.Source) != story.sourceSays(of.Source) {
			a.differ(at, n, "another form, speaker or source than in the story")
		}
		if q.Lead != of.Lead {
			a.differ(at+".lead", n, "another quotation leads than in the story")
		}
		if langOf(a.edition, q) == langOf(story, of) && q.Words != of.Words {
			a.differ(at+".words", n, "other words than in the story, in the same language")
		}
	}
}

// langOf is the language of a quotation's words.
func langOf(s *Story, q *Quote) string {
	if q.Lang != "" {
		return q.Lang
	}
	return s.lang
}

func phasesSay(e *Event) string {
	var all []string
	for _, p := range e.Phases {
		all = append(all, p.Kind.String()+" "+p.Length.String()+" "+p.Basis.String()+noteSays(p))
	}
	return strings.Join(all, ", ")
}

// noteSays is how a phase's note is known, where that is not how the phase is.
func noteSays(p Phase) string {
	if p.Note == "" || p.NoteBasis == p.Basis {
		return ""
	}
	return " (its note " + p.NoteBasis.String() + ")"
}

// What has no id of its own is named by its place in the story's list: editions
// call people and places by other names.
func byPlace(what, id string, automatic bool, i int) string {
	if automatic {
		return what + " " + strconv.Itoa(i+1)
	}
	return id
}

func (s *Story) sourceSays(of *Source) string {
	if of == nil {
		return "none"
	}
	i := slices.IndexFunc(s.sources, func(x Source) bool { return x.ID == of.ID })
	return byPlace("source", of.ID, s.named[of.ID], i)
}

// annotationSays is where an annotation stands, and whose it is.
func (s *Story) annotationSays(a *Annotation) string {
	says := a.Date.String()
	if a.AtLength() {
		says = a.Length.String()
	}
	if a.Source != nil {
		says += " of " + s.sourceSays(a.Source)
	}
	return says
}

func (s *Story) placeSays(e *Event) string {
	if e.Place == nil {
		return "none"
	}
	i := slices.IndexFunc(s.places, func(x Place) bool { return x.ID == e.Place.ID })
	return byPlace("place", e.Place.ID, s.named[e.Place.ID], i)
}

func (s *Story) personSays(p Person) string {
	i := slices.IndexFunc(s.people, func(x Person) bool { return x.ID == p.ID })
	return byPlace("person", p.ID, s.named[p.ID], i)
}

func (s *Story) peopleSay(e *Event) string {
	var all []string
	for _, p := range e.People {
		all = append(all, s.personSays(p))
	}
	return strings.Join(all, ", ")
}

func linksSay(e *Event) string {
	var all []string
	for _, l := range e.Links {
		all = append(all, l.URL)
	}
	return orNothing(strings.Join(all, ", "))
}

func mediaSays(e *Event) string {
	if e.Media == nil {
		return "none"
	}
	return e.Media.File
}

func quotesSay(e *Event) string {
	var all []string
	for _, q := range e.Quotes {
		all = append(all, q.ID)
	}
	if e.NoQuotes {
		return "none was reported"
	}
	return strings.Join(all, ", ")
}
