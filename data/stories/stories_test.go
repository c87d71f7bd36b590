package stories_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"barline/data"
	"barline/data/stories"
	"barline/data/storyfile"
	"barline/data/tree"
)

func story(t *testing.T) *data.Story {
	t.Helper()
	s, _, err := storyfile.Decode(stories.WitkoffPutin2025Name, stories.WitkoffPutin2025())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestStoryOrderKindsAndDates(t *testing.T) {
	type row struct{ ID, Kind, Date, Basis, Place string }
	want := []row{
		{"2025-02", "meeting", "2025-02", "reported", ""},
		{"2025-03", "meeting", "2025-03", "reported", ""},
		{"2025-04-11", "meeting", "2025-04-11", "reported", "St. Petersburg"},
		{"2025-04-25", "meeting", "2025-04-25", "reported", "the Kremlin, Moscow"},
		{"2025-08-06", "meeting", "2025-08-06", "reported", ""},
		{"2025-12-02", "meeting", "2025-12-02/2025-12-03", "outside", "the Kremlin, Moscow"},
		{"nato-brussels", "context", "2025-12-02~/2025-12-03~", "outside", "Brussels"},
		{"putin-europe", "context", "2025-12-02~/2025-12-03~", "outside", ""},
		{"zelensky-dublin", "context", "2025-12-02~/2025-12-03~", "outside", "Dublin"},
		{"embassy", "context", "2025-12-03~", "outside", "the U.S. Embassy, Moscow"},
	}
	var got []row
	for _, e := range story(t).Events() {
		r := row{e.ID, e.Kind.String(), e.Date.String(), e.DateBasis.String(), ""}
		if e.Place != nil {
			r.Place = e.Place.Name
		}
		if e.DateBasis == data.Outside && e.DateNote == "" {
			t.Errorf("%s: a date from outside needs a note", e.ID)
		}
		if e.Source == nil || e.Source.Name != "Dawat Media Center" || e.Source.URL != "" {
			t.Errorf("%s: source is %+v", e.ID, e.Source)
		}
		got = append(got, r)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestStoryDurations(t *testing.T) {
	want := map[string]string{
		"2025-02":    "talks PT3H30M reported",
		"2025-03":    "waiting PT8H reportedly, talks unknown reported (rumoured to be brief, reportedly)",
		"2025-04-11": "talks PT4H30M reported",
		"2025-04-25": "talks PT3H reported",
		"2025-08-06": "talks <PT3H reported",
		"2025-12-02": "talks PT5H reported",
	}
	got := map[string]string{}
	for _, e := range story(t).Events() {
		if !e.IsMeeting() {
			continue
		}
		var phases []string
		for _, p := range e.Phases {
			text := p.Kind.String() + " " + p.Length.String() + " " + p.Basis.String()
			if p.Kind == data.Talks && p.Note != "" {
				text += " (" + p.Note + ", " + p.NoteBasis.String() + ")"
			}
			phases = append(phases, text)
		}
		got[e.ID] = strings.Join(phases, ", ")
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestStoryQuotesAreVerbatim(t *testing.T) {
	type row struct{ ID, Event, Speaker, Form, Words string }
	want := []row{
		{"q1", "2025-12-02", "Yuri Ushakov", "sentence", "No compromises have been found yet. There is still a lot of work to be done."},
		{"q2", "2025-12-02", "Yuri Ushakov", "fragment", "constructive"},
		{"q3", "2025-12-02", "Yuri Ushakov", "fragment", "significant opportunities"},
		{"q4", "putin-europe", "Vladimir Putin", "fragment", "not acceptable"},
		{"q5", "putin-europe", "Vladimir Putin", "sentence", "We are not going to fight with Europe, but if Europe wants to fight with us, we are ready right now."},
		{"q6", "zelensky-dublin", "Volodymyr Zelensky", "fragment", "still need to be worked out"},
		{"q7", "zelensky-dublin", "Volodymyr Zelensky", "sentence", "Now more than ever, there is a chance to end this war"},
		{"q8", "zelensky-dublin", "Volodymyr Zelensky", "fragment", "would depend heavily on the talks in Moscow"},
	}
	var got []row
	for _, e := range story(t).Events() {
		for _, q := range e.Quotes {
			got = append(got, row{q.ID, e.ID, q.Speaker.Name, q.Form.String(), q.Words})
			if (q.Form == data.Fragment) != (q.Before != "" || q.After != "") {
				t.Errorf("%s: a fragment, and only a fragment, stands in a sentence", q.ID)
			}
			if q.Circumstance == "" {
				t.Errorf("%s: no circumstance", q.ID)
			}
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestStoryPeople(t *testing.T) {
	want := map[string]string{
		"Vladimir Putin":     "President of Russia",
		"Steve Witkoff":      "special envoy of U.S. President Donald Trump",
		"Jared Kushner":      "Trump’s son-in-law and adviser",
		"Yuri Ushakov":       "Putin’s senior foreign policy adviser",
		"Volodymyr Zelensky": "President of Ukraine",
	}
	s := story(t)
	got := map[string]string{}
	for _, p := range s.People() {
		got[p.Name] = p.Role
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for _, e := range s.Events() {
		var ids []string
		for _, p := range e.People {
			ids = append(ids, p.ID)
		}
		want := "putin witkoff"
		if e.ID == "2025-12-02" {
			want += " kushner"
		}
		if got := strings.Join(ids, " "); e.IsMeeting() && got != want {
			t.Errorf("%s: people are %s, want %s", e.ID, got, want)
		}
	}
}

// Dots have room for short labels only.
func TestStoryShortLabels(t *testing.T) {
	const limit = 24
	for _, e := range story(t).Events() {
		if n := utf8.RuneCountInString(e.Short); e.Kind.ID == data.ContextID && n > limit {
			t.Errorf("%s: %q has %d characters, more than %d", e.ID, e.Short, n, limit)
		}
	}
}

// A story published as JSON is the same story.
func TestStorySurvivesJSON(t *testing.T) {
	s, root, err := storyfile.Decode(stories.WitkoffPutin2025Name, stories.WitkoffPutin2025())
	if err != nil {
		t.Fatal(err)
	}
	again, err := data.Decode(tree.AppendJSON(nil, root))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(s.Events(), again.Events()); diff != "" {
		t.Error(diff)
	}
	if s.Headline() != again.Headline() || s.Standfirst() != again.Standfirst() {
		t.Error("headline or standfirst changed")
	}
}

func TestCallerOwnsTheBytes(t *testing.T) {
	b := stories.WitkoffPutin2025()
	b[0] = 'x'
	if stories.WitkoffPutin2025()[0] == 'x' {
		t.Error("writing into the returned bytes changed the story")
	}
}
