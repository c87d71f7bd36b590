package importer_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"barline/data"
	"barline/exporter/timelinejs"
	"barline/importer"
	"barline/internal/storytest"
	"barline/timeline/words"
)

// onSlides is what a timeline that we wrote says of an event.
type onSlides struct{ ID, Title, Date, Lane string }

func onSlidesOf(s *data.Story) (all []onSlides) {
	for _, e := range s.Events() {
		one := onSlides{e.ID, e.Title, e.Date.String(), e.Lane}
		one.Title = strings.ReplaceAll(one.Title, "\u200b", "") // imports take spaces without width away
		all = append(all, one)
	}
	return all
}

// What TimelineJS can hold of a story comes back from it.
func TestOurTimelineJSComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, _ := storytest.WholeStory(t)
		text, _, err := timelinejs.Write(s, words.English())
		if err != nil {
			t.Fatal(err)
		}
		r, err := importer.Import(text, importer.Options{Name: "t.json"})
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		if diff := cmp.Diff(onSlidesOf(s), onSlidesOf(r.Story)); diff != "" {
			t.Fatalf("(-want +got):\n%s\n%s", diff, text)
		}
		if s.Lang() != r.Story.Lang() || s.Zone().OffsetMinutes != r.Story.Zone().OffsetMinutes {
			t.Fatalf("%s, %v, want %s, %v", r.Story.Lang(), r.Story.Zone(), s.Lang(), s.Zone())
		}
	})
}

// A slide whose date somebody changed has the new one.
func TestAChangedSlideHasItsNewDate(t *testing.T) {
	s := storytest.Decode(t, "barline: 1\nid: s\nheadline: H\nevents: [{id: a, title: T, date: 196X}, {id: b, title: T, date: 2024}]\n")
	text, _, err := timelinejs.Write(s, words.English())
	if err != nil {
		t.Fatal(err)
	}
	for now, want := range map[string]string{`"1960"`: "196X", `"1961"`: "1961"} {
		r := imported(t, strings.Replace(string(text), `"year": "1960"`, `"year": `+now, 1), importer.Options{Name: "t.json"})
		if got := r.Story.Event(0).Date.String(); got != want {
			t.Errorf("%s: %s, want %s", now, got, want)
		}
	}
}
