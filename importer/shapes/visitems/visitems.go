// Package visitems reads the items and groups of vis-timeline.
package visitems

import (
	"errors"
	"slices"
	"strings"

	"barline/importer/dates"
	"barline/importer/draft"
	"barline/importer/shapes/literal"
	"barline/importer/shapes/prose"
	"barline/importer/shapes/said"
	"barline/importer/shapes/when"
)

// Name is the shape's, for the report.
const Name = "vis-timeline items"

// Data are the lists of a timeline, and its title where one stands beside them.
type Data struct {
	Items, Groups []literal.Member
	Title         string
}

// Find returns the items and groups that a value holds: a list of items, an object
// with items and groups, or a script in which each is made.
func Find(v literal.Value) (d Data, ok bool) {
	switch {
	case v.Kind == literal.Object:
		items := list(v.First("items", "events", "data"))
		if areItems(items) {
			return Data{items, list(v.Get("groups")), v.First("headline", "title", "name").Scalar()}, true
		}
	case v.Kind != literal.Array:
		return d, false
	case areItems(v.Members):
		return Data{Items: v.Members}, true
	}
	// The variables of a script, or fields with other names.
	const mostFields = 100
	for _, m := range v.Members[:min(len(v.Members), mostFields)] {
		switch part := list(m.Value); {
		case d.Items == nil && areItems(part):
			d.Items = part
		case d.Groups == nil && areGroups(part):
			d.Groups = part
		}
	}
	return d, d.Items != nil
}

// list is a list, or what a DataSet keeps as an object by id.
func list(v literal.Value) []literal.Member {
	if inner := v.Get("_data"); inner.Kind == literal.Object {
		v = inner
	}
	if v.Kind == literal.Array || v.Kind == literal.Object {
		return v.Members
	}
	return nil
}

const sample = 50

// areItems reports whether most of a list are items: a start, and a content or what
// only items have.
func areItems(all []literal.Member) bool {
	items := 0
	all = all[:min(len(all), sample)]
	for _, m := range all {
		if m.Value.Get("start").IsScalar() && m.Value.Get("content").Kind == literal.String {
			items++
		}
	}
	return items > 0 && items*2 >= len(all)
}

func areGroups(all []literal.Member) bool {
	groups := 0
	all = all[:min(len(all), sample)]
	for _, m := range all {
		if m.Value.Get("id").IsScalar() && m.Value.Get("content").Kind == literal.String {
			groups++
		}
	}
	return groups > 0 && groups*2 >= len(all)
}

// reader makes a draft of items.
type reader struct {
	options dates.Options
	draft   *draft.Draft
	log     *said.Log
	names   map[string]string // of groups, by id
	parents map[string]string // of groups, by the id of what is inside
	unnamed []string          // ids of groups that have no name
	classes map[string]int
	others  []string // fields that are left out
	days    bool     // all times are midnight, and mean days
	years   bool     // all numbers are years
}

// Read makes a draft of items.
func Read(d Data, o dates.Options) (*draft.Draft, *said.Log) {
	r := &reader{options: o, draft: &draft.Draft{}, log: &said.Log{}, names: map[string]string{}, parents: map[string]string{}, classes: map[string]int{}}
	r.draft.Headline = prose.Of(d.Title).Line()
	r.groups(d.Groups)
	r.survey(d.Items)
	for _, m := range d.Items {
		r.item(m.Value)
	}
	r.order(d.Groups)
	r.saySummary()
	return r.draft, r.log
}

func (r *reader) groups(all []literal.Member) {
	for _, m := range all {
		id := m.Value.Get("id").Scalar()
		r.names[id] = prose.Of(m.Value.Get("content").Scalar()).Line()
		for _, inner := range m.Value.Get("nestedGroups").Members {
			r.parents[inner.Value.Scalar()] = r.names[id]
			r.log.Count(draft.Decided, int(m.Value.Line), "group inside another one is a lane of its own", "groups inside others are lanes of their own", "lanes do not stand in one another")
		}
	}
}

// order puts the lanes into the order in which the groups are declared.
func (r *reader) order(groups []literal.Member) {
	var lanes []string
	used := r.draft.Lanes
	for _, m := range groups {
		if name := r.names[m.Value.Get("id").Scalar()]; slices.Contains(used, name) && !slices.Contains(lanes, name) {
			lanes = append(lanes, name)
		}
	}
	for _, name := range used {
		if !slices.Contains(lanes, name) {
			lanes = append(lanes, name)
		}
	}
	r.draft.Lanes = lanes
}

func (r *reader) item(v literal.Value) {
	if v.Kind != literal.Object {
		r.log.Count(draft.LeftOut, int(v.Line), "item that is no object", "items that are no objects", "")
		return
	}
	content := prose.Of(v.Get("content").Scalar())
	date, note, err := r.span(v)
	line := int(v.Line)
	if v.Get("type").Text == "background" {
		r.period(line, content.Line(), date, err)
		return
	}
	e := draft.Event{Line: line, ID: prose.ID(v.Get("id").Scalar()), Date: date, Note: note}
	if len(content.Paragraphs) > 0 {
		e.Title, e.Summary = content.Paragraphs[0], slices.Clone(content.Paragraphs[1:])
	}
	tip := prose.Of(v.Get("title").Scalar())
	switch {
	case e.Title == "" && len(tip.Paragraphs) > 0:
		e.Title, e.Summary = tip.Paragraphs[0], slices.Clone(tip.Paragraphs[1:])
	case tip.Line() != content.Line():
		e.Summary = append(e.Summary, tip.Paragraphs...)
	}
	if err != nil {
		r.log.Fail(line, "start", e.Title, err)
		return
	}
	for _, key := range []string{"description", "text"} {
		e.Summary = append(e.Summary, prose.Of(v.Get(key).Scalar()).Paragraphs...)
	}
	content.AddTo(&e)
	tip.AddTo(&e)
	for _, key := range []string{"url", "link", "href"} {
		if address := v.Get(key).Scalar(); prose.IsAddress(address) {
			prose.AddLink(&e.Links, draft.Link{URL: address})
		}
	}
	r.lane(&e, v.Get("group"))
	r.looks(v)
	r.draft.Events = append(r.draft.Events, e)
}

func (r *reader) period(line int, title, date string, err error) {
	switch {
	case err != nil:
		r.log.Fail(line, "start", title, err)
	case title == "":
		r.log.Count(draft.LeftOut, line, "background without a name is left out", "backgrounds without a name are left out", "")
	default:
		r.draft.Periods = append(r.draft.Periods, draft.Period{Title: title, Date: date, Line: line})
	}
}

func (r *reader) lane(e *draft.Event, group literal.Value) {
	id := group.Scalar()
	if id == "" {
		return
	}
	name := r.names[id]
	if name == "" {
		name = id
		if !slices.Contains(r.unnamed, id) && strings.Trim(id, "0123456789") == "" {
			r.unnamed = append(r.unnamed, id)
		}
	}
	e.Lane = name
	if !slices.Contains(r.draft.Lanes, name) {
		r.draft.Lanes = append(r.draft.Lanes, name)
	}
}

// looks takes note of the fields that are left out.
func (r *reader) looks(v literal.Value) {
	for _, m := range v.Members {
		switch m.Key {
		case "id", "content", "start", "end", "group", "title", "type", "editable", "selectable", "limitSize", "align", "description", "text", "url", "link", "href":
		case "className":
			if m.Value.Text != "" {
				r.classes[m.Value.Text]++
			}
		case "style":
			r.log.Count(draft.LeftOut, int(v.Line), "style is left out", "styles are left out", "colours come from the story's kinds")
		case "subgroup":
			r.log.Count(draft.LeftOut, int(v.Line), "subgroup is left out", "subgroups are left out", "lanes do not stand in one another")
		default:
			if m.Value.Kind != literal.Null && len(r.others) <= mostOthers && !slices.Contains(r.others, m.Key) {
				r.others = append(r.others, m.Key)
			}
		}
	}
}

// mostOthers is how many fields that are left out are named.
const mostOthers = 12

// saySummary says what is known only when all items are read.
func (r *reader) saySummary() {
	if len(r.unnamed) > 0 {
		r.log.Say(draft.Remark{Kind: draft.Decided, Column: "group", Value: strings.Join(r.unnamed[:min(len(r.unnamed), 10)], ", "),
			Text: "the file has no names for these groups, and their numbers name the lanes"})
	}
	if n := len(r.others); n > 0 {
		value := strings.Join(r.others[:min(n, mostOthers)], ", ")
		if n > mostOthers {
			value += ", …"
		}
		r.log.Say(draft.Remark{Kind: draft.LeftOut, Value: value, Text: "these fields of items are left out"})
	}
	if len(r.classes) == 0 {
		return
	}
	var names []string
	all := 0
	for name, n := range r.classes {
		names, all = append(names, name), all+n
	}
	slices.Sort(names)
	text := "the class names are left out, for they only say how an event looks"
	if len(names) > 1 && len(names) <= 8 && all > len(names) {
		text = "the class names are left out; they are few and come again, and may stand for categories, which the file does not name"
	}
	r.log.Say(draft.Remark{Kind: draft.LeftOut, Column: "className", Value: strings.Join(names[:min(len(names), 10)], ", "), Text: text})
}

// span is the date of an item.
func (r *reader) span(v literal.Value) (date, note string, err error) {
	start, end := v.Get("start"), v.First("end")
	if !start.IsScalar() || start.Text == "" {
		return "", "", errors.New("it has no start")
	}
	from, note, err := r.date(start)
	if err != nil {
		return "", "", err
	}
	if end.Kind == literal.Null || v.Get("type").Text == "point" || v.Get("type").Text == "box" {
		return from, note, nil
	}
	to, endNote, err := r.date(end)
	if err != nil {
		return "", "", err
	}
	if endNote != "" {
		note = strings.TrimPrefix(note+" – "+endNote, " – ")
	}
	if date, err = when.Join(from, to); err != nil {
		return "", "", errors.New("it ends, on " + to + ", before it begins, on " + from)
	}
	return date, note, nil
}
