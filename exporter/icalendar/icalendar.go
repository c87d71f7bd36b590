// Package icalendar writes a story as a calendar (RFC 5545): an entry for each event
// whose day is known. A calendar claims that an entry lasts all of its days, and has
// no years before Christ; the other events are left out, and named.
package icalendar

import (
	"errors"
	"strings"

	"barline/data"
	"barline/exporter/leftout"
	"barline/exporter/prose"
	"barline/timeline/words"
)

// ErrEmpty is a story of which a calendar would hold nothing.
var ErrEmpty = errors.New("no event has a day that is known, so that a calendar would hold none of them; write a .csv")

// Write writes a story, and says what is not in the file, or is there as text alone.
// Nothing in it depends on when it is written. Its error is [ErrEmpty].
func Write(s *data.Story, w *words.Words) ([]byte, []leftout.Item, error) {
	var lost leftout.List
	var b strings.Builder
	line(&b, "BEGIN", "VCALENDAR")
	line(&b, "VERSION", "2.0")
	line(&b, "PRODID", "-//Barline//Timeline//"+strings.ToUpper(s.Lang()))
	line(&b, "CALSCALE", "GREGORIAN")
	line(&b, "METHOD", "PUBLISH")
	// The name as RFC 7986 has it, and as programs before it do.
	inLanguage := ";LANGUAGE=" + s.Lang()
	for _, name := range []string{"NAME" + inLanguage, "X-WR-CALNAME"} {
		line(&b, name, escaped(s.Headline()))
	}
	if s.Standfirst() != "" {
		for _, name := range []string{"DESCRIPTION" + inLanguage, "X-WR-CALDESC"} {
			line(&b, name, escaped(s.Standfirst()))
		}
	}
	if zone := s.Zone(); zone != (data.Zone{}) {
		line(&b, "X-BARLINE-ZONE", zone.Offset()+" "+escaped(zone.Name))
	}
	n := 0
	for _, i := range s.FileOrder() {
		e := s.Event(i)
		at, why := whenOf(e)
		if why != "" {
			lost.Add(why, e.ID)
			continue
		}
		n++
		entry(&b, s, i, at, w, &lost)
	}
	line(&b, "END", "VCALENDAR")
	if n == 0 {
		return nil, nil, ErrEmpty
	}
	for _, p := range s.Periods() {
		lost.Add("periods", p.Title)
	}
	for _, a := range s.Annotations() {
		lost.Add("annotations", a.Text)
	}
	if len(s.ListedLanes()) > 0 {
		lost.Add("the order of lanes", "")
	}
	prose.Story(s, &lost)
	return []byte(b.String()), lost.Items(), nil
}

// entry writes one event.
func entry(b *strings.Builder, s *data.Story, i int, at when, w *words.Words, lost *leftout.List) {
	e := s.Event(i)
	line(b, "BEGIN", "VEVENT")
	line(b, "UID", e.ID+"@"+s.ID()+".barline")
	// When the entry was made: the first instant of its date, so that the same story
	// makes the same file.
	line(b, "DTSTAMP", at.stamp)
	line(b, "DTSTART"+at.parameter, at.start)
	if at.end != "" {
		line(b, "DTEND"+at.parameter, at.end)
	}
	inLanguage := ";LANGUAGE=" + s.Lang()
	line(b, "SUMMARY"+inLanguage, escaped(e.Title))
	if text := prose.Plain(prose.Of(s, i, w, prose.Options{Date: true, Place: true}, lost)); text != "" {
		line(b, "DESCRIPTION"+inLanguage, escaped(text))
	}
	if e.Place != nil {
		line(b, "LOCATION"+inLanguage, escaped(e.Place.Name))
	}
	var categories []string
	for _, c := range []string{e.Lane, kindName(e.Kind, w)} {
		if c != "" {
			categories = append(categories, escaped(c))
		}
	}
	if len(categories) > 0 {
		line(b, "CATEGORIES", strings.Join(categories, ","))
	}
	if e.Source != nil && e.Source.URL != "" {
		line(b, "URL", e.Source.URL)
	}
	line(b, "TRANSP", "TRANSPARENT") // nobody is busy
	own(b, e, at)
	line(b, "END", "VEVENT")
}

// own writes what calendars have no property for, so that reading the file gives it
// again: the date as the story says it, the lane, the kind. A date counts only as long
// as the entry's times are the ones that it was written beside.
func own(b *strings.Builder, e data.Event, at when) {
	if at.edtf != "" {
		beside := ";BESIDE=" + at.start
		if at.end != "" {
			beside += "-" + at.end
		}
		line(b, "X-BARLINE-DATE"+beside, at.edtf)
	}
	if e.Lane != "" {
		line(b, "X-BARLINE-LANE", escaped(e.Lane))
	}
	if k := e.Kind; k.ID != "" {
		kind := k.ID
		if k.Name != "" {
			kind += "," + escaped(k.Name) + "," + escaped(k.Plural)
		}
		line(b, "X-BARLINE-KIND", kind)
	}
}

// kindName is what readers call an event of a kind; empty for none.
func kindName(k data.Kind, w *words.Words) string {
	if k.ID == "" {
		return ""
	}
	return w.KindName(k)
}
