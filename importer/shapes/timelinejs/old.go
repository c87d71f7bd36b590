package timelinejs

import (
	"errors"
	"fmt"

	"barline/importer/dates"
	"barline/importer/draft"
	"barline/importer/shapes/literal"
	"barline/importer/shapes/prose"
	"barline/importer/shapes/said"
	"barline/importer/shapes/when"
)

// Old returns the timeline of version 1 or 2 that a value holds.
func Old(v literal.Value) (timeline literal.Value, ok bool) {
	if inner := v.Get("timeline"); inner.Kind == literal.Object {
		v = inner
	}
	list := v.Get("date")
	if list.Kind != literal.Array {
		return v, false
	}
	for _, m := range list.Members[:min(len(list.Members), 50)] {
		if m.Value.Get("startDate").IsScalar() {
			return v, true
		}
	}
	return v, false
}

// ReadOld makes a draft of what [Old] returned.
func ReadOld(v literal.Value, o dates.Options) (*draft.Draft, *said.Log) {
	r := &reader{options: o, draft: &draft.Draft{}, log: &said.Log{}, lanes: map[string]bool{}}
	r.draft.Headline = prose.Of(v.Get("headline").Scalar()).Line()
	r.draft.Standfirst = prose.Of(v.Get("text").Scalar()).Paragraphs
	if lang := v.Get("lang").Scalar(); len(lang) == 2 {
		r.draft.Lang = lang
	}
	for _, m := range v.Get("era").Members {
		title := prose.Of(m.Value.Get("headline").Scalar()).Line()
		date, err := r.oldDate(m.Value)
		if err == nil && title == "" {
			err = errors.New("it has no name")
		}
		if err != nil {
			r.log.Unread(int(m.Value.Line), "era", title, "an era is left out, for "+err.Error())
			continue
		}
		r.draft.Periods = append(r.draft.Periods, draft.Period{Title: title, Date: date, Line: int(m.Value.Line)})
	}
	for _, m := range v.Get("date").Members {
		r.oldEvent(m.Value)
	}
	return r.draft, r.log
}

func (r *reader) oldEvent(v literal.Value) {
	e := draft.Event{Line: int(v.Line)}
	headline, body := prose.Of(v.Get("headline").Scalar()), prose.Of(v.Get("text").Scalar())
	e.Title, e.Summary = headline.Line(), body.Paragraphs
	var err error
	if e.Date, err = r.oldDate(v); err != nil {
		r.log.Fail(e.Line, "startDate", e.Title, err)
		return
	}
	headline.AddTo(&e)
	body.AddTo(&e)
	r.media(&e, v.Get("asset"))
	r.lane(&e, v.First("tag", "category").Scalar())
	if v.First("classname").Kind != literal.Null {
		r.log.Count(draft.LeftOut, e.Line, "classname is left out", "classnames are left out", "a classname only says how an event looks")
	}
	r.draft.Events = append(r.draft.Events, e)
}

func (r *reader) oldDate(v literal.Value) (string, error) {
	start, end := v.First("startDate"), v.First("endDate")
	if start.Kind == literal.Null {
		return "", errors.New("it has no startDate")
	}
	from, err := r.written(start.Scalar(), int(start.Line))
	if err != nil || end.Kind == literal.Null {
		return from, err
	}
	to, err := r.written(end.Scalar(), int(end.Line))
	if err != nil {
		return "", err
	}
	date, err := when.Join(from, to)
	if err != nil {
		return "", fmt.Errorf("it ends, on %s, before it begins, on %s", to, from)
	}
	return date, nil
}
