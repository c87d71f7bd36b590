package check

import (
	"strconv"

	"barline/data"
)

// sources looks whether readers can find the reports that the story names, and whether
// any event has one.
func (c *checker) sources() {
	linked := map[string]bool{} // sources of events that have links
	without := 0
	for i := range c.Story.Len() {
		e := c.list[i]
		if e.Source == nil && sourceOfQuotes(e) == nil {
			without++
		}
		if e.Source != nil && len(e.Links) > 0 {
			linked[e.Source.ID] = true
		}
	}
	for i, s := range c.Story.Sources() {
		if s.Title == "" && s.URL == "" && !linked[s.ID] {
			c.add(c.root().field("sources").item(i), nil, "unnamed-source", "the source "+quoted(s.Name)+" has neither a title nor an address",
				"write the report's title or url, so that readers can find it")
		}
	}
	if n := c.Story.Len(); without == n && n > 1 {
		c.add(c.root().field("events"), nil, "no-source", "none of the "+strconv.Itoa(n)+" events has a source",
			"name the report under sources, or write allow: [no-source] if the story needs none")
		c.allowed = append(c.allowed, "no-source")
	}
}

// sourceOfQuotes is the source of an event's quotations, if all have one.
func sourceOfQuotes(e data.Event) *data.Source {
	var s *data.Source
	for _, q := range e.Quotes {
		if q.Source == nil {
			return nil
		}
		s = q.Source
	}
	return s
}

func (c *checker) source(e *event) {
	if e.Source == nil && sourceOfQuotes(e.Event) == nil {
		fix := "name one of the story's sources"
		if len(c.Story.Sources()) == 0 {
			fix = "name the report under sources"
		}
		c.add(e.at, e, "no-source", "the event "+quoted(e.Title)+" has no source", fix+", or write allow: [no-source] at the event")
	}
}

// speakers looks whether a reader knows how a quotation came about.
func (c *checker) speakers(e *event) {
	there := map[string]bool{}
	for _, p := range e.People {
		there[p.ID] = true
	}
	for i, q := range e.Quotes {
		if q.Circumstance != "" {
			continue
		}
		at := e.at.field("quotes").item(i)
		if len(e.People) > 0 && !there[q.Speaker.ID] {
			c.add(at, e, "speaker-absent", q.Speaker.Name+" is quoted and not among the people of the event",
				"write a circumstance, such as: to reporters, the day after; or add "+q.Speaker.Name+" to people")
			continue
		}
		c.add(at, e, "no-circumstance", "it is not said where, when or about what "+q.Speaker.Name+" said this", "write a circumstance, such as: to reporters, after the talks")
	}
}

// roles looks whether those who are quoted are said to be somebody, where they are
// quoted first.
func (c *checker) roles() {
	inFile := make([]int, len(c.events))
	for n, i := range c.events {
		inFile[i] = n
	}
	said := map[string]bool{}
	for i := range c.Story.Len() {
		e := c.list[i]
		for k, q := range e.Quotes {
			if q.Speaker.Role != "" || said[q.Speaker.ID] {
				continue
			}
			said[q.Speaker.ID] = true
			at := c.root().field("events").item(inFile[i])
			c.add(at.field("quotes").item(k).field("speaker"), &event{Event: e}, "no-role", q.Speaker.Name+" is quoted, and nowhere is said who that is", "write a role under people, such as: the city's mayor")
		}
	}
}

// corrections looks whether what was corrected is there. A correction of an event that
// is gone is right; only a comparison with what was published can tell.
func (c *checker) corrections() {
	if c.Before != nil {
		return // Changes knows
	}
	for i, x := range c.Story.Corrections() {
		if x.Event != "" && !c.ids[x.Event] {
			c.add(c.root().field("corrections").item(i).field("event"), nil, "lost-correction", "the story has no event "+quoted(x.Event),
				"correct the id; if the event was taken out, check with --against what was published, or write allow: [lost-correction]")
		}
	}
}
