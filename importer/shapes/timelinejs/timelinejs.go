// Package timelinejs reads the JSON of TimelineJS, version 3 and the older one whose
// events stand in a list "date".
package timelinejs

import (
	"barline/data"
	"barline/importer/dates"
	"barline/importer/draft"
	"barline/importer/shapes/literal"
	"barline/importer/shapes/prose"
	"barline/importer/shapes/said"
)

// The names of the two shapes, for the report.
const (
	Name    = "TimelineJS JSON"
	OldName = "TimelineJS JSON, version 2"
)

// Find returns the timeline of version 3 that a value is: events whose dates are
// objects, or texts with a headline, and what stands around them.
func Find(v literal.Value) (timeline literal.Value, ok bool) {
	events := v.Get("events")
	if v.Kind == literal.Array {
		events = v
		v = literal.Value{Kind: literal.Object, Line: v.Line, Members: []literal.Member{{Key: "events", Value: v}}}
	}
	const sample = 50
	found := 0
	some := events.Members[:min(len(events.Members), sample)]
	for _, m := range some {
		if m.Value.Get("start_date").Kind == literal.Object || m.Value.Path("text", "headline").Kind == literal.String {
			found++
		}
	}
	return v, events.Kind == literal.Array && found*2 > len(some)
}

// reader makes a draft of a timeline.
type reader struct {
	options dates.Options
	cosmic  bool // years may be beyond any calendar
	draft   *draft.Draft
	log     *said.Log
	lanes   map[string]bool
	clocks  clocks
	ours    bool // barline wrote the timeline
}

// Read makes a draft of a timeline of version 3.
func Read(v literal.Value, o dates.Options) (*draft.Draft, *said.Log) {
	r := &reader{options: o, draft: &draft.Draft{}, log: &said.Log{}, lanes: map[string]bool{}}
	scale := v.Get("scale").Text
	r.cosmic = scale == "cosmological"
	r.clocks.survey(v)
	r.clocks.say(r.log)
	r.own(v.Get("x_barline"))
	r.title(v.Get("title"))
	for _, m := range v.Get("eras").Members {
		r.era(m.Value)
	}
	for _, m := range v.Get("events").Members {
		r.event(m.Value)
	}
	return r.draft, r.log
}

// title reads the slide that stands before the events.
func (r *reader) title(v literal.Value) {
	if v.Kind != literal.Object {
		return
	}
	text := v.Get("text")
	r.draft.Headline = prose.Of(text.Get("headline").Scalar()).Line()
	body := prose.Of(text.Get("text").Scalar())
	r.draft.Standfirst = body.Paragraphs
	if r.draft.Headline == "" && len(body.Paragraphs) > 0 {
		r.draft.Headline, r.draft.Standfirst = body.Paragraphs[0], body.Paragraphs[1:]
	}
	for range body.Links {
		r.log.Count(draft.LeftOut, int(v.Line), "link in the text of the title slide", "links in the text of the title slide", "a standfirst has no links")
	}
	if v.Get("media").First("url").Kind != literal.Null {
		r.log.Say(draft.Remark{Line: int(v.Line), Kind: draft.LeftOut, Value: v.Path("media", "url").Text,
			Text: "the image of the title slide is left out, for only events have images"})
	}
	r.background(v)
}

func (r *reader) background(v literal.Value) {
	if v.First("background").Kind != literal.Null && len(v.Get("background").Members) > 0 {
		r.log.Count(draft.LeftOut, int(v.Line), "background of a slide is left out", "backgrounds of slides are left out", "")
	}
}

func (r *reader) era(v literal.Value) {
	title := prose.Of(v.Path("text", "headline").Scalar()).Line()
	date, _, err := r.dateOf(v)
	switch {
	case err != nil:
		r.log.Unread(int(v.Line), "eras", title, "an era is left out, for "+err.Error())
	case title == "":
		r.log.Unread(int(v.Line), "eras", date, "an era is left out, for it has no name")
	default:
		if prose.Of(v.Path("text", "text").Scalar()).Line() != "" {
			r.log.Count(draft.LeftOut, int(v.Line), "text of an era is left out", "texts of eras are left out", "a period has a name alone")
		}
		r.draft.Periods = append(r.draft.Periods, draft.Period{Title: title, Date: date, Line: int(v.Line)})
	}
}

func (r *reader) event(v literal.Value) {
	if v.Kind != literal.Object {
		r.log.Count(draft.LeftOut, int(v.Line), "item among the events that is no object", "items among the events that are no objects", "")
		return
	}
	e := draft.Event{Line: int(v.Line), ID: prose.ID(v.Get("unique_id").Scalar())}
	headline, body := prose.Of(v.Path("text", "headline").Scalar()), prose.Of(v.Path("text", "text").Scalar())
	e.Title, e.Summary = headline.Line(), body.Paragraphs
	date, words, err := r.dateOf(v)
	if err != nil {
		r.log.Fail(e.Line, "start_date", e.Title, err)
		return
	}
	if exact, ok := exactDate(v); ok {
		e.Date = exact
	} else {
		e.Date, e.Note = r.shown(date, words, e.Line)
	}
	if id := v.Get("unique_id").Scalar(); r.ours && data.IsID(id) {
		e.ID = id
	}
	headline.AddTo(&e)
	body.AddTo(&e)
	r.media(&e, v.Get("media"))
	r.lane(&e, v.Get("group").Scalar())
	r.background(v)
	r.draft.Events = append(r.draft.Events, e)
}

// shown takes the words that TimelineJS shows in place of a date into account.
func (r *reader) shown(date, words string, line int) (edtf, note string) {
	read, contradicts, err := dates.Display(date, prose.Of(words).Line(), r.options)
	if err != nil {
		return date, words
	}
	if contradicts {
		r.log.Say(draft.Remark{Line: line, Column: "display_date", Kind: draft.Contrary, Value: words,
			Text: "the date is " + date + ", which stays; the words are its note"})
	}
	return read.EDTF, read.Note
}

// lane puts an event into its group; lanes stand in the order of the file.
func (r *reader) lane(e *draft.Event, group string) {
	e.Lane = prose.Of(group).Line()
	if e.Lane != "" && !r.lanes[e.Lane] {
		r.lanes[e.Lane] = true
		r.draft.Lanes = append(r.draft.Lanes, e.Lane)
	}
}

// media reads an image, a film, or whatever else TimelineJS shows beside the text.
func (r *reader) media(e *draft.Event, v literal.Value) {
	address := v.First("url", "media").Scalar()
	caption, credit := prose.Of(v.Get("caption").Scalar()), prose.Of(v.Get("credit").Scalar())
	title := caption.Line()
	if title == "" {
		title = prose.Of(v.First("alt", "title").Scalar()).Line()
	}
	if by := credit.Line(); by != "" && title != "" {
		title += " (" + by + ")"
	} else if by != "" {
		title = by
	}
	switch embedded := prose.Of(address); {
	case address == "":
	case address[0] != '<':
		prose.AddLink(&e.Media, draft.Link{Title: title, URL: address})
	case len(embedded.Media) > 0:
		prose.AddLink(&e.Media, draft.Link{Title: title, URL: embedded.Media[0].URL})
	default:
		if len(embedded.Links) == 0 {
			r.log.Count(draft.LeftOut, e.Line, "piece of HTML as media is left out", "pieces of HTML as media are left out", "it shows no address")
		}
		embedded.AddTo(e)
	}
	caption.AddTo(e)
	credit.AddTo(e)
	if link := v.Get("link").Scalar(); prose.IsAddress(link) {
		prose.AddLink(&e.Links, draft.Link{URL: link})
	}
	if v.First("thumbnail").Kind == literal.String {
		r.log.Count(draft.LeftOut, e.Line, "thumbnail is left out", "thumbnails are left out", "")
	}
}
