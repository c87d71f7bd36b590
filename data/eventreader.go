//go:build !lean

package data

import (
	"strings"
	"unicode/utf8"

	"barline/data/edtf"
	"barline/data/tree"
)

// EventReader reads the events of a head one after the other and keeps none of them, so
// that of a million only what somebody makes of them is held. It goes no further than
// the first that is at fault, and does not compare the ids of events: [Head.With] finds
// what is wrong, and says it.
type EventReader struct {
	decoder   decoder
	durations map[string]Duration // of plain events, by what they say
}

// Events returns a reader of events.
func (h *Head) Events() *EventReader {
	r := &EventReader{decoder: h.decoder, durations: map[string]Duration{}}
	r.decoder.events, r.decoder.quotes = newIndex("event"), newIndex("quotation")
	return r
}

// Read reads an event. It has no id where the node says none. ok is false if anything is
// wrong with it, or with one before it.
func (r *EventReader) Read(n *tree.Node) (e Event, ok bool) {
	d := &r.decoder
	clear(d.events.entries)
	d.events.ids, d.quotes.ids = nil, nil
	d.story.events = d.story.events[:0]
	d.decodeEvent(n)
	if len(d.faults.found) > 0 || len(d.story.events) != 1 {
		return Event{}, false
	}
	return d.story.events[0], true
}

// Plain is an event of a few texts, as the fields of a story file have them: each may be
// "", which is a field that is not there.
type Plain struct {
	ID, Kind, Title, Lane, Date, Duration, Place, Source string
	People                                               []string
}

// mostDurations is how many lengths are remembered: tables say a few again and again.
const mostDurations = 4096

// ReadPlain reads a plain event as Read does its node, without making one. ok is false if
// it does not see at once that nothing is wrong with it: Read then has the last word.
func (r *EventReader) ReadPlain(p *Plain, e *Event) (ok bool) {
	d := &r.decoder
	*e = Event{ID: p.ID, Title: p.Title, Short: p.Title, Lane: p.Lane}
	if p.ID != "" && !IsID(p.ID) || p.Title == "" || !isPlainLabel(p.Title) || p.Lane != "" && !isPlainLabel(p.Lane) || d.story.zone != (Zone{}) {
		return false
	}
	var err error
	if e.Date, err = edtf.Parse(p.Date); err != nil {
		return false
	}
	if e.Kind, ok = d.plainKind(p.Kind); !ok {
		return false
	}
	if p.Duration != "" {
		length, known := r.durations[p.Duration]
		if !known {
			if length, err = ParseDuration(p.Duration); err != nil {
				return false
			}
			if len(r.durations) < mostDurations {
				r.durations[strings.Clone(p.Duration)] = length
			}
		}
		if e.Date.IsInterval() {
			return false // which the length may not fit into
		}
		e.Phases = []Phase{{Kind: Talks, Length: length}}
	}
	if p.Place != "" {
		at, known := d.places.entries[p.Place]
		if !known {
			return false
		}
		e.Place = &d.story.places[at.at]
	}
	for i, id := range p.People {
		at, known := d.people.entries[id]
		for _, before := range p.People[:i] {
			known = known && before != id
		}
		if !known {
			return false
		}
		e.People = append(e.People, d.story.people[at.at])
	}
	switch {
	case p.Source == NoSource:
	case p.Source != "":
		at, known := d.sources.entries[p.Source]
		if !known {
			return false
		}
		e.Source = &d.story.sources[at.at]
	case len(d.story.sources) == 1:
		e.Source = &d.story.sources[0]
	}
	return true
}

// plainKind is the kind of an id.
func (d *decoder) plainKind(id string) (k Kind, ok bool) {
	if id == "" {
		return Kind{}, true
	}
	if at, own := d.kinds.entries[id]; own {
		return d.story.kinds[at.at], true
	}
	switch id {
	case MeetingID:
		return Meeting(), true
	case ContextID:
		return Context(), true
	}
	return Kind{}, false
}

// isPlainLabel reports whether a text that is not empty is a title or a lane as it
// stands.
func isPlainLabel(s string) bool {
	if len(s) <= MaxTitle && isPlainASCII(s) {
		return s[0] != ' ' && s[len(s)-1] != ' '
	}
	if !utf8.ValidString(s) || !IsSeen(s) {
		return false
	}
	_, _, bad := LabelFault(s)
	return !bad
}

// DateID is the id that an event without one has of its date, unless another has it.
func DateID(e Event) string { return dateID(e.Date) }

// IDs gives ids to events that have none.
type IDs struct{ decoder decoder }

// NewIDs knows of no id yet, of about so many that will be.
func NewIDs(about int) *IDs {
	x := &IDs{newDecoder()}
	x.decoder.events.entries = make(map[string]entry, about)
	return x
}

// Take keeps an id from being given to an event; ok is false if it is taken already.
func (x *IDs) Take(id string) (ok bool) {
	_, taken := x.decoder.events.entries[id]
	x.decoder.events.entries[id] = entry{}
	return !taken
}

// Give returns an id that is made of one that DateID returned, and takes it.
func (x *IDs) Give(date string) string {
	id := x.decoder.freeID(date)
	x.Take(id)
	return id
}
