package icalendar

import (
	"slices"
	"strconv"
	"strings"

	"barline/importer/dates"
	"barline/importer/draft"
	"barline/importer/shapes/prose"
	"barline/importer/shapes/said"
	"barline/importer/shapes/zone"
)

// reader makes a draft of calendars.
type reader struct {
	options    dates.Options
	draft      *draft.Draft
	log        *said.Log
	zones      zones
	spans      []span     // of the draft's events, by index
	categories [][]string // likewise
	calendars  []string   // likewise: the calendar's name
	owns       []own      // likewise: what barline wrote beside
	languages  map[string]bool
	others     map[string]bool // properties that are left out
}

// Read makes a draft of the calendars in a text. Its errors are of type
// [*tree.Error].
func Read(text string, o dates.Options) (*draft.Draft, *said.Log, error) {
	calendars, odd, err := parse(text)
	if err != nil {
		return nil, nil, err
	}
	r := &reader{options: o, draft: &draft.Draft{}, log: &said.Log{}, languages: map[string]bool{}, others: map[string]bool{},
		zones: zones{known: map[string]*zone.Zone{}, file: map[string]*component{}}}
	for _, line := range odd {
		r.log.Count(draft.LeftOut, line, "line that is no property of a calendar is left out", "lines that are no properties of a calendar are left out", "")
	}
	for _, c := range calendars {
		for _, part := range c.inside {
			if part.name == "VTIMEZONE" {
				r.zones.file[part.text("TZID")] = part
			}
		}
	}
	for _, c := range calendars {
		r.calendar(c)
	}
	r.setDates()
	r.setLanes()
	r.setOwn(calendars)
	if len(r.languages) == 1 {
		for lang := range r.languages {
			r.draft.Lang = lang
		}
	}
	if len(r.others) > 0 {
		var names []string
		for name := range r.others {
			names = append(names, name)
		}
		slices.Sort(names)
		const most = 12
		value := strings.Join(names[:min(len(names), most)], ", ")
		if len(names) > most {
			value += ", …"
		}
		r.log.Say(draft.Remark{Kind: draft.LeftOut, Value: value, Text: "these properties of events are left out"})
	}
	return r.draft, r.log, nil
}

func (r *reader) calendar(c *component) {
	name := c.text("X-WR-CALNAME")
	if name == "" {
		name = c.text("NAME")
	}
	switch {
	case r.draft.Headline == "":
		r.draft.Headline = name
		about := c.text("X-WR-CALDESC")
		if about == "" {
			about = c.text("DESCRIPTION")
		}
		r.draft.Standfirst = prose.Of(about).Paragraphs
	case name != "" && name != r.draft.Headline:
		r.log.Count(draft.LeftOut, c.line, "name of a further calendar is no headline", "names of further calendars are no headlines", "the first calendar's is the headline")
	}
	shown := c.text("X-WR-TIMEZONE")
	for _, part := range c.inside {
		switch part.name {
		case "VEVENT":
			r.event(part, name, shown)
		case "VTODO":
			r.log.Count(draft.LeftOut, part.line, "task is left out", "tasks are left out", "only events are read")
		case "VJOURNAL":
			r.log.Count(draft.LeftOut, part.line, "journal entry is left out", "journal entries are left out", "only events are read")
		case "VFREEBUSY":
			r.log.Count(draft.LeftOut, part.line, "time that is free or busy is left out", "times that are free or busy are left out", "only events are read")
		}
	}
}

// event reads a VEVENT of a calendar. shown is the zone that the calendar is shown
// in, or "".
func (r *reader) event(c *component, calendar, shown string) {
	title := prose.Of(c.text("SUMMARY"))
	e := draft.Event{Line: c.line, ID: prose.ID(c.text("UID")), Title: title.Line()}
	switch strings.ToUpper(c.text("STATUS")) {
	case "CANCELLED":
		r.log.Count(draft.LeftOut, c.line, "cancelled event is left out", "cancelled events are left out", "")
		return
	case "TENTATIVE":
		r.log.Count(draft.Decided, c.line, "event is tentative, and in the story like any other", "events are tentative, and in the story like any other", "")
	}
	s, err := r.span(c, shown)
	if err != nil {
		r.log.Unread(c.line, "DTSTART", e.Title, err.Error())
		return
	}
	if !r.recurrence(c) {
		return
	}
	about := c.text("DESCRIPTION")
	if about == "" {
		about = c.text("X-ALT-DESC")
	}
	body := prose.Of(about)
	e.Summary = body.Paragraphs
	title.AddTo(&e)
	body.AddTo(&e)
	r.place(&e, c)
	r.addresses(&e, c)
	r.unsaid(c)
	var categories []string
	for _, p := range c.all("CATEGORIES") {
		categories = append(categories, listed(p.value)...)
	}
	r.draft.Events = append(r.draft.Events, e)
	r.spans = append(r.spans, s)
	r.categories = append(r.categories, categories)
	r.calendars = append(r.calendars, calendar)
	r.owns = append(r.owns, ownOf(c))
	if p, ok := c.get("SUMMARY"); ok {
		lang, _, _ := strings.Cut(strings.ToLower(p.parameter("LANGUAGE")), "-")
		r.languages[lang] = true
		if lang == "" {
			r.languages["-"] = true // not all say one
		}
	}
}

// recurrence says what is not expanded; ok is false if the first occurrence is none.
func (r *reader) recurrence(c *component) (ok bool) {
	start, _ := c.get("DTSTART")
	for _, p := range c.all("EXDATE") {
		if slices.Contains(listed(p.value), strings.TrimSpace(start.value)) {
			r.log.Count(draft.LeftOut, c.line, "recurring event is left out", "recurring events are left out", "the first occurrence is cancelled, and the others are not worked out")
			return false
		}
	}
	_, rule := c.get("RRULE")
	_, further := c.get("RDATE")
	if rule || further {
		r.log.Count(draft.Decided, c.line, "recurring event stands once", "recurring events stand once each", "the first occurrence is in the story; the others are not worked out")
	}
	if _, moved := c.get("RECURRENCE-ID"); moved {
		r.log.Count(draft.Decided, c.line, "changed occurrence of a recurring event is an event of its own", "changed occurrences of recurring events are events of their own", "")
	}
	return true
}

// place reads LOCATION, which may be the address of a call.
func (r *reader) place(e *draft.Event, c *component) {
	place := prose.Of(c.text("LOCATION")).Line()
	if prose.IsAddress(place) {
		prose.AddLink(&e.Links, draft.Link{URL: place})
		return
	}
	e.Place = place
}

// addresses reads URL and ATTACH.
func (r *reader) addresses(e *draft.Event, c *component) {
	if address := c.text("URL"); prose.IsAddress(address) {
		prose.AddLink(&e.Links, draft.Link{URL: address})
	}
	for _, p := range c.all("ATTACH") {
		address := unescaped(p.value)
		if !prose.IsAddress(address) || p.parameter("VALUE") == "BINARY" {
			r.log.Count(draft.LeftOut, p.line, "attachment without an address on the web is left out", "attachments without addresses on the web are left out", "")
			continue
		}
		link := draft.Link{Title: p.parameter("FILENAME"), URL: address}
		kind, _, _ := strings.Cut(strings.ToLower(p.parameter("FMTTYPE")), "/")
		if kind == "image" || kind == "video" || kind == "audio" || prose.IsPicture(address) {
			prose.AddLink(&e.Media, link)
		} else {
			prose.AddLink(&e.Links, link)
		}
	}
}

// unsaid takes note of what is left out.
func (r *reader) unsaid(c *component) {
	for _, p := range c.properties {
		switch p.name {
		case "ATTENDEE":
			r.log.Count(draft.LeftOut, p.line, "person who was invited is left out", "people who were invited are left out", "a calendar does not say who may be named")
		case "ORGANIZER":
			r.log.Count(draft.LeftOut, p.line, "organizer is left out", "organizers are left out", "a calendar does not say who may be named")
		case "CLASS":
			if class := strings.ToUpper(p.value); class == "PRIVATE" || class == "CONFIDENTIAL" {
				r.log.Count(draft.Decided, p.line, "event is marked private or confidential, and is in the story", "events are marked private or confidential, and are in the story", "take them out before it is published, if they were meant so")
			}
		case "SUMMARY", "DESCRIPTION", "X-ALT-DESC", "LOCATION", "URL", "ATTACH", "CATEGORIES", "UID", "STATUS", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID",
			"DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE", "TRANSP", "X-MICROSOFT-CDO-ALLDAYEVENT", "X-MICROSOFT-CDO-BUSYSTATUS",
			"X-BARLINE-DATE", "X-BARLINE-LANE", "X-BARLINE-KIND":
			// Read, or about the calendar and not about what happened.
		default:
			r.others[p.name] = true
		}
	}
}

// mostLanes is how many categories can be lanes of one figure.
const mostLanes = 12

// setLanes makes lanes of categories, where every event has one at most and they are
// few, else of calendars.
func (r *reader) setLanes() {
	if r.allOurs() {
		return // they say their lanes themselves
	}
	if names := distinct(r.calendars); len(names) > 1 && len(names) <= mostLanes {
		r.draft.Lanes = names
		for i := range r.draft.Events {
			r.draft.Events[i].Lane = r.calendars[i]
		}
		r.leaveCategories("the names of the calendars are the lanes")
		return
	}
	var single []string
	for _, c := range r.categories {
		if len(c) > 1 {
			r.leaveCategories("some events have several, and an event has one lane")
			return
		}
		single = append(single, c...)
	}
	names := distinct(single)
	switch {
	case len(names) == 0:
		return
	case len(names) > mostLanes:
		r.leaveCategories(strconv.Itoa(len(names)) + " are too many for lanes")
		return
	}
	r.draft.Lanes = names
	for i, c := range r.categories {
		if len(c) > 0 {
			r.draft.Events[i].Lane = c[0]
		}
	}
	r.log.Say(draft.Remark{Kind: draft.Decided, Column: "CATEGORIES", Text: "the categories are the lanes"})
}

func (r *reader) leaveCategories(why string) {
	for _, c := range r.categories {
		if len(c) > 0 {
			r.log.Say(draft.Remark{Kind: draft.LeftOut, Column: "CATEGORIES", Text: "the categories are left out: " + why})
			return
		}
	}
}

// distinct returns the values that are not empty, in the order in which they come.
func distinct(all []string) []string {
	var names []string
	seen := map[string]bool{}
	for _, s := range all {
		if s != "" && !seen[s] {
			seen[s] = true
			names = append(names, s)
		}
	}
	return names
}
