package importer_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"barline/data"
	"barline/exporter/icalendar"
	"barline/importer"
	"barline/internal/storytest"
	"barline/timeline/words"
)

// inCalendar is what a calendar that we wrote says of an event.
type inCalendar struct{ ID, Title, Date, Lane, Kind, KindName, Place string }

func inCalendarOf(s *data.Story, ids map[string]bool) map[string]inCalendar {
	all := map[string]inCalendar{}
	for _, e := range s.Events() {
		if ids != nil && !ids[e.ID] {
			continue
		}
		one := inCalendar{ID: e.ID, Title: e.Title, Date: e.Date.String(), Lane: e.Lane, Kind: e.Kind.ID, KindName: e.Kind.Name}
		if e.Place != nil {
			one.Place = e.Place.Name
		}
		for _, text := range []*string{&one.Title, &one.Lane, &one.KindName, &one.Place} {
			*text = strings.ReplaceAll(*text, "\u200b", "") // imports take spaces without width away
		}
		all[e.ID] = one
	}
	return all
}

// What a calendar can hold of a story comes back from it.
func TestOurCalendarsComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, _ := storytest.WholeStory(t)
		calendar, _, err := icalendar.Write(s, words.English())
		if errors.Is(err, icalendar.ErrEmpty) {
			return
		}
		r, err := importer.Import(calendar, importer.Options{Name: "t.ics"})
		if err != nil {
			t.Fatalf("%v\n%s", err, calendar)
		}
		ids := map[string]bool{}
		for line := range strings.Lines(string(calendar)) {
			if uid, found := strings.CutPrefix(line, "UID:"); found {
				id, _, _ := strings.Cut(uid, "@")
				ids[id] = true
			}
		}
		if diff := cmp.Diff(inCalendarOf(s, ids), inCalendarOf(r.Story, nil)); diff != "" {
			t.Fatalf("(-want +got):\n%s\n%s", diff, calendar)
		}
		if strings.Trim(s.Zone().Name, "\u200b") != strings.Trim(r.Story.Zone().Name, "\u200b") {
			t.Fatalf("the zone is %v, want %v", r.Story.Zone(), s.Zone())
		}
	})
}

// What somebody broke in a calendar of ours, or in a timeline, stops no import.
func TestBrokenPropertiesOfOursAreNone(t *testing.T) {
	for name, text := range map[string]string{
		"t.ics": "BEGIN:VCALENDAR\r\nX-BARLINE-ZONE:+99:00 Z\r\nBEGIN:VEVENT\r\nUID:a@b.barline\r\nDTSTART:20240101T000000Z\r\nX-BARLINE-DATE;BESIDE=20240101T000000Z:never\r\nX-BARLINE-KIND:\r\nX-BARLINE-LANE:<b>x</b>\r\nSUMMARY:T\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
		"t.json": `{"x_barline": {"lang": "xx-yy-zzzzzzzzzzzz", "zone": {"name": "Z", "offset": "+99:00"}, "lanes": [1, null, {"a": 1}]}, "title": {"text": {"headline": "H"}},
			"events": [{"unique_id": "A B", "start_date": {"year": "2024"}, "text": {"headline": "T"}, "x_barline": {"date": "nonsense", "beside": ""}}]}`,
	} {
		s := imported(t, text, importer.Options{Name: name}).Story
		if e := s.Event(0); e.Title != "T" || e.Date.Start().Year() != 2024 || e.Kind.ID != "" || s.Zone() != (data.Zone{}) {
			t.Errorf("%s: %+v", name, e)
		}
	}
}

// An entry that somebody moved is where it was moved to, and keeps its id.
func TestAMovedEntryHasItsNewDate(t *testing.T) {
	s := storytest.Decode(t, "barline: 1\nid: s\nheadline: H\nevents: [{id: vote, title: T, date: \"2024-06-11T23:30-04:00\"}]\n")
	calendar, _, err := icalendar.Write(s, words.English())
	if err != nil {
		t.Fatal(err)
	}
	for now, want := range map[string]string{"20240612T033000Z": "2024-06-11T23:30-04:00", "20240614T033000Z": "2024-06-14T03:30:00Z"} {
		r := imported(t, strings.ReplaceAll(string(calendar), "DTSTART:20240612T033000Z", "DTSTART:"+now), importer.Options{Name: "t.ics"})
		if e := r.Story.Event(0); e.ID != "vote" || !strings.HasPrefix(e.Date.String(), want[:16]) {
			t.Errorf("%s: %s, %v", now, e.ID, e.Date)
		}
	}
}
