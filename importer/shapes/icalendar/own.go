package icalendar

import (
	"strings"

	"barline/data"
	"barline/data/edtf"
	"barline/importer/draft"
)

// own is what a calendar that barline wrote says of an event in properties of its own:
// its id, its date with offsets, its lane and its kind. ours is false for events of
// other programs.
type own struct {
	ours           bool
	id, date, lane string
	kind           draft.Kind
}

// ownOf reads it. A date counts only beside the times that it was written for: an entry
// that was moved since has another.
func ownOf(c *component) (o own) {
	id, story, found := strings.Cut(c.text("UID"), "@")
	if !found || !strings.HasSuffix(story, ".barline") || !data.IsID(id) {
		return o
	}
	o.ours, o.id, o.lane = true, id, c.text("X-BARLINE-LANE")
	if p, ok := c.get("X-BARLINE-DATE"); ok {
		start, _ := c.get("DTSTART")
		beside := start.value
		if end, ok := c.get("DTEND"); ok {
			beside += "-" + end.value
		}
		date := strings.TrimSpace(p.value)
		if _, err := edtf.Parse(date); err == nil && p.parameter("BESIDE") == beside && start.parameter("TZID") == "" {
			o.date = date
		}
	}
	if p, ok := c.get("X-BARLINE-KIND"); ok {
		switch parts := listed(p.value); len(parts) {
		case 1:
			o.kind.ID = parts[0]
		case 3:
			o.kind = draft.Kind{ID: parts[0], Name: parts[1], Plural: parts[2]}
		}
	}
	return o
}

// allOurs reports whether barline wrote all events.
func (r *reader) allOurs() bool {
	for _, o := range r.owns {
		if !o.ours {
			return false
		}
	}
	return len(r.owns) > 0
}

// setOwn gives events what barline wrote of them, if it wrote all of them.
func (r *reader) setOwn(calendars []*component) {
	if !r.allOurs() {
		return
	}
	lanes, kinds := map[string]bool{"": true}, map[string]bool{"": true, data.MeetingID: true, data.ContextID: true}
	for i, o := range r.owns {
		e := &r.draft.Events[i]
		e.ID, e.Lane, e.Kind = o.id, o.lane, o.kind.ID
		if !lanes[o.lane] {
			lanes[o.lane] = true
			r.draft.Lanes = append(r.draft.Lanes, o.lane)
		}
		if o.kind.Name == "" {
			if !kinds[e.Kind] {
				e.Kind = "" // nobody says what it is called
			}
		} else if !kinds[e.Kind] || e.Kind == data.MeetingID || e.Kind == data.ContextID {
			if !r.declared(o.kind.ID) {
				r.draft.Kinds = append(r.draft.Kinds, o.kind)
			}
			kinds[e.Kind] = true
		}
	}
	if len(calendars) != 1 {
		return
	}
	if offset, name, ok := strings.Cut(calendars[0].text("X-BARLINE-ZONE"), " "); ok && name != "" && data.IsOffset(offset) {
		r.draft.Zone = draft.Zone{Name: name, Offset: offset}
	}
}

// declared reports whether the draft declares a kind.
func (r *reader) declared(id string) bool {
	for _, k := range r.draft.Kinds {
		if k.ID == id {
			return true
		}
	}
	return false
}
