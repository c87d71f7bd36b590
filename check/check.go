package check

import (
	"slices"
	"strconv"

	"barline/data"
	"barline/data/tree"
	"barline/timeline/words"
)

// Input is a story with what is known of its surroundings.
type Input struct {
	File  string
	Story *data.Story
	// Root is the tree that the story was decoded from; without it, places have no lines.
	Root *tree.Node
	// Words are those of the story's language, and of English where it has none: then
	// texts are not searched.
	Words *words.Words
	// Known: there are words in the story's language.
	Known bool
	// Images are the sizes of the images that could be read, by their files.
	Images map[string]Size
	// Before is what was published of the story before; nil if that is not at hand.
	Before *Published
	// Editions are the story in other languages.
	Editions []Input
}

// Size is that of an image in pixels.
type Size struct{ WidthPx, HeightPx int }

// Story says what is to be said of a story and its editions: warnings that the story
// does not silence, by their places.
func Story(in Input) []Finding {
	c := newChecker(in)
	c.story()
	all := c.found
	for _, e := range in.Editions {
		of := newChecker(e)
		of.of = &in
		of.story()
		all = append(all, of.found...)
	}
	Sort(all)
	return all
}

// checker goes through one file.
type checker struct {
	Input
	of         *Input // the story that this is an edition of, or nil
	lexicon    *lexicon
	allowed    []string
	found      []Finding
	severities map[string]Severity // by code
	list       []data.Event        // in the order of dates
	events     []int               // by their place in the file, their place in the order of dates
	ids        map[string]bool
	own        map[string]bool // addresses of the story's own page
	tokens     []token         // of the event that is being read; the next one takes their room
}

func newChecker(in Input) *checker {
	c := &checker{Input: in, allowed: in.Story.Allow(), list: in.Story.Events(), events: in.Story.FileOrder(), ids: map[string]bool{}}
	if in.Known {
		c.lexicon = newLexicon(in.Words)
	}
	return c
}

// event is an event that is being checked.
type event struct {
	data.Event
	at place
	n  int // its place in the file
}

// story checks all of one file. What an edition shares with its story is said of the
// story alone.
func (c *checker) story() {
	for i := range c.Story.Len() {
		c.ids[c.list[i].ID] = true
	}
	c.own = c.ownPages()
	c.codes(c.root(), c.allowed)
	c.headline()
	if c.of == nil {
		c.sources()
		c.corrections()
		c.order()
	}
	c.roles()
	for n, i := range c.events {
		e := &event{Event: c.list[i], at: c.root().field("events").item(n), n: n}
		c.codes(e.at, e.Allow)
		if c.of == nil {
			c.source(e)
			c.speakers(e)
			c.image(e)
			c.after(e)
		}
		c.sizes(e)
		c.translator(e)
		c.links(e)
		if c.lexicon != nil {
			c.read(e)
		}
	}
	if c.of != nil {
		c.edition()
	}
}

// add says something about a place, unless the story or the event silences it.
func (c *checker) add(at place, e *event, code, message, fix string) {
	if slices.Contains(c.allowed, code) || e != nil && slices.Contains(e.Allow, code) {
		return
	}
	if c.severities == nil {
		c.severities = map[string]Severity{}
		for _, known := range Codes() {
			c.severities[known.Name] = known.Severity
		}
	}
	c.found = append(c.found, Finding{File: c.File, Line: at.line(), Column: at.column(), Path: at.path(), Severity: c.severities[code], Code: code, Message: message, Fix: fix})
}

// codes looks whether the codes that are silenced are there.
func (c *checker) codes(at place, codes []string) {
	for i, code := range codes {
		if _, ok := codeNamed(code); !ok {
			c.add(at.field("allow").item(i), nil, "unknown-code", "there is no warning "+quoted(code), "write one of docs/check.md, or remove it")
		} else if known, _ := codeNamed(code); known.Severity == Error {
			c.add(at.field("allow").item(i), nil, "unknown-code", code+" is an error, which cannot be silenced", "remove it")
		}
	}
}

func quoted(s string) string {
	const most = 60
	if runes := []rune(s); len(runes) > most {
		s = string(runes[:most]) + "…"
	}
	return strconv.Quote(s)
}

func (c *checker) root() place { return place{node: c.Root} }
