package check

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

// total finds totals that somebody has added up.
func (c *checker) total(e *event, t text) {
	if !slices.ContainsFunc(t.tokens, func(w token) bool { return c.lexicon.totalWords[w.text] }) {
		return
	}
	said := " " + plainWord(t.text) + " "
	found := ""
	for _, word := range c.lexicon.totals {
		if at := strings.Index(said, word); at >= 0 && isBoundary(said, at, len(word)) {
			found = word
			break
		}
	}
	if found == "" {
		return
	}
	of := strings.Fields(found)
	for i := range t.tokens {
		if t.tokens[i].text != of[0] {
			continue
		}
		for _, s := range c.lexicon.lengthsInAny(t) {
			if s.from-i >= -6 && s.from-i <= 6 {
				c.add(t.at, e, "typed-total", "the total "+s.raw+" is typed by hand", "leave it out: the page adds up what its events say, and follows when they change")
				return
			}
		}
	}
}

// counts compares what the headline and the standfirst count with the events.
func (c *checker) counts() {
	nouns := map[string]int{}
	meetings := 0
	kinds := map[string]int{}
	for i := range c.Story.Len() {
		e := c.list[i]
		kinds[e.Kind.ID]++
		if e.IsMeeting() {
			meetings++
		}
	}
	for name := range c.lexicon.events {
		nouns[name] = c.Story.Len()
	}
	if meetings > 0 {
		for name := range c.lexicon.meetings {
			nouns[name] = meetings
		}
	}
	for _, k := range c.Story.Kinds() {
		if kinds[k.ID] > 0 {
			nouns[plainWord(k.Plural)] = kinds[k.ID]
		}
	}
	headline, standfirst := c.root().field("headline"), c.root().field("standfirst")
	for _, t := range []text{{at: headline, text: c.Story.Headline()}, {at: standfirst, text: c.Story.Standfirst()}} {
		t.tokens = tokens(t.text)
		c.total(nil, t)
		for i := range t.tokens {
			value, n, ok := c.lexicon.numberAt(t.tokens, i)
			if !ok || i+n >= len(t.tokens) || value != math.Trunc(value) {
				continue
			}
			noun := t.tokens[i+n].text
			is, known := nouns[noun]
			if !known || int(value) == is || i > 0 && isOneOf(t.tokens[i-1].text, "first", "last", "of", "than", "another", "further", "next", "about", "over", "least") {
				continue
			}
			c.add(t.at, nil, "count-contradiction", "the text counts "+t.tokens[i].raw+" "+t.tokens[i+n].raw+"; the story has "+strconv.Itoa(is), "correct the number, or add what is missing")
			break
		}
	}
}
