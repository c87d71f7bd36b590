package data

import (
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
	events := root.Get("events")
	nodes, theirs, ours := placesOf(events), map[string]int{}, map[string]int{}
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

// placesOf is where things stand in a list, by their ids.
func placesOf(list *tree.Node) map[string]int {
	at := map[string]int{}
	for i, n := range list.Items {
		if id := n.Get("id"); id != nil {
			at[id.Text] = i
		}
	}
	return at
}

func (a *agreement) event(path string, node *tree.Node, story *Story, s, e *Event) {
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
	check(e.Kind == s.Kind, "kind", e.Kind.String(), s.Kind.String())
	check(e.Date == s.Date, "date", e.Date.String(), s.Date.String())
	check(e.DateBasis == s.DateBasis, "date", e.DateBasis.String(), s.DateBasis.String())
	check(phasesSay(e) == phasesSay(s), "phases", phasesSay(e), phasesSay(s))
	check(placeSays(e) == placeSays(s), "place", placeSays(e), placeSays(s))
	check(peopleSay(e) == peopleSay(s), "people", peopleSay(e), peopleSay(s))
	check(sourceSays(e.Source) == sourceSays(s.Source), "source", sourceSays(e.Source), sourceSays(s.Source))
	check(quotesSay(e) == quotesSay(s), "quotes", quotesSay(e), quotesSay(s))
	if quotesSay(e) != quotesSay(s) {
		return
	}
	for i := range e.Quotes {
		q, of := &e.Quotes[i], &s.Quotes[i]
		n := node.Get("quotes").Items[i]
		at := path + ".quotes[" + strconv.Itoa(i) + "]"
		if q.Form != of.Form || q.Speaker.ID != of.Speaker.ID || sourceSays(q.Source) != sourceSays(of.Source) {
			a.differ(at, n, "another form, speaker or source than in the story")
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

func sourceSays(s *Source) string {
	if s == nil {
		return "none"
	}
	return s.ID
}

func placeSays(e *Event) string {
	if e.Place == nil {
		return "none"
	}
	return e.Place.ID
}

func peopleSay(e *Event) string {
	var all []string
	for _, p := range e.People {
		all = append(all, p.ID)
	}
	return strings.Join(all, ", ")
}

func quotesSay(e *Event) string {
	var all []string
	for _, q := range e.Quotes {
		all = append(all, q.ID)
	}
	return strings.Join(all, ", ")
}
