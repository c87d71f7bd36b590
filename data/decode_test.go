package data_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"barline/data"
	"barline/data/storyfile"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Every file in testdata/bad is a story with faults; the file with .txt after
// its name holds what decoding says about it, to the letter.
func TestBadStories(t *testing.T) {
	files, err := filepath.Glob("testdata/bad/*.*")
	if err != nil {
		t.Fatal(err)
	}
	count := 0
	for _, file := range files {
		if strings.HasSuffix(file, ".txt") {
			continue
		}
		count++
		t.Run(filepath.Base(file), func(t *testing.T) {
			contents, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			story, root, err := storyfile.Decode(filepath.Base(file), contents)
			if err == nil {
				t.Fatal("no problem found")
			}
			if story != nil || root != nil {
				t.Error("an error and a story")
			}
			got := err.Error() + "\n"
			if *update {
				if err := os.WriteFile(file+".txt", []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file + ".txt")
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Error(diff)
			}
		})
	}
	if count == 0 {
		t.Error("no bad stories in testdata")
	}
}

// minimal is the smallest story; tests put their own text in its places.
func minimal(event string) string {
	return `{"barline": 1, "id": "s", "headline": "H", "sources": [{"id": "src", "name": "Source"}],
"people": [{"id": "p", "name": "Person"}], "places": [{"id": "here", "name": "Here"}],
"events": [{"id": "e", "title": "T", "date": "2025-03"` + event + `}]}`
}

func decode(t *testing.T, json string) *data.Story {
	t.Helper()
	s, err := data.Decode([]byte(json))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestDefaults(t *testing.T) {
	s := decode(t, minimal(`, "place": "here"`))
	if s.Lang() != "en" {
		t.Errorf("language is %q", s.Lang())
	}
	e := s.Event(0)
	if e.Kind != (data.Kind{}) || e.Kind.String() != "event" || e.Short != "T" || e.Place.Short != "Here" || e.DateBasis != data.Reported {
		t.Errorf("defaults of the event: %+v", e)
	}
	if e.Source == nil || e.Source.ID != "src" {
		t.Errorf("source is %+v, want the only one", e.Source)
	}
	if len(e.Phases) > 0 || e.NoQuotes {
		t.Errorf("the event claims a length or its quotations: %+v", e)
	}
}

// An event says that it has no source, also where the story has only one.
func TestNoSource(t *testing.T) {
	s := decode(t, minimal(`, "source": "none"`))
	if e := s.Event(0); e.Source != nil {
		t.Errorf("the source is %+v", e.Source)
	}
	if e := decode(t, `{"barline": 1, "id": "s", "headline": "H", "events": [{"title": "T", "date": "2025", "source": "none"}]}`).Event(0); e.Source != nil {
		t.Errorf("the source is %+v", e.Source)
	}
	// A name that would make the id none gets another, and one that is none needs an id.
	s = decode(t, `{"barline": 1, "id": "s", "headline": "H", "sources": [{"name": "None"}, {"id": "paper", "name": "none"}],
		"events": [{"title": "T", "date": "2025", "source": "None"}, {"title": "T", "date": "2026", "source": "paper"}]}`)
	if a, b := s.Event(0).Source, s.Event(1).Source; a == nil || a.ID != "none-2" || b == nil || b.ID != "paper" {
		t.Errorf("the sources are %+v, %+v", a, b)
	}
	for story, want := range map[string]string{
		`{"barline": 1, "id": "s", "headline": "H", "sources": [{"id": "none", "name": "Paper"}], "events": [{"title": "T", "date": "2025"}]}`: `sources[0].id: the id "none" says that there is no source; choose another id`,
		`{"barline": 1, "id": "s", "headline": "H", "sources": [{"name": "none"}], "events": [{"title": "T", "date": "2025"}]}`:                `sources[0]: a source named "none", which says that there is no source; give it an id, and refer to it by that`,
		minimal(`, "source": "None"`): `events[0].source: unknown source "None"; write none, in small letters, where there is no source`,
		minimal(`, "quotes": [{"id": "q", "speaker": "p", "words": "W", "source": "none"}]`): `events[0].quotes[0].source: a quotation without a source of its own has that of its event; remove this, or name the source of the quotation`,
	} {
		if _, err := data.Decode([]byte(story)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s\n%v\nwant %s", story, err, want)
		}
	}
}

func TestNoTreeIsNoStory(t *testing.T) {
	if s, err := data.DecodeTree(nil); s != nil || err == nil {
		t.Errorf("DecodeTree(nil) = %v, %v", s, err)
	}
}

func TestPhases(t *testing.T) {
	e := decode(t, minimal(`, "phases": [
		{"kind": "waiting", "duration": "~PT8H", "basis": "reportedly", "note": "n"},
		{"kind": "talks", "duration": "unknown", "note": "m", "noteBasis": "outside"}]`)).Event(0)
	want := []data.Phase{
		{Kind: data.Waiting, Length: data.Duration{Seconds: 8 * 3600, Qualifier: data.About}, Basis: data.Reportedly, Note: "n", NoteBasis: data.Reportedly},
		{Kind: data.Talks, Length: data.Duration{Qualifier: data.Unknown}, Note: "m", NoteBasis: data.Outside},
	}
	if diff := cmp.Diff(want, e.Phases); diff != "" {
		t.Error(diff)
	}
	if talks, ok := e.Talks(); !ok || talks.Note != "m" {
		t.Errorf("talks are %+v, %v", talks, ok)
	}
	if waiting, ok := e.Waiting(); !ok || waiting.Note != "n" {
		t.Errorf("waiting is %+v, %v", waiting, ok)
	}
}

func TestQuotes(t *testing.T) {
	e := decode(t, minimal(`, "quotes": [
		{"id": "q1", "speaker": "p", "words": "It is a < b, \"he\" said, R&D; <3."},
		{"id": "q2", "speaker": "p", "form": "fragment", "words": "w", "sentence": "It was {}.", "circumstance": "c", "source": "src"},
		{"id": "q3", "speaker": "p", "form": "fragment", "words": "w", "sentence": "{}", "lead": true}]`)).Event(0)
	p := data.Person{ID: "p", Name: "Person"}
	want := []data.Quote{
		{ID: "q1", Speaker: p, Words: `It is a < b, "he" said, R&D; <3.`},
		{ID: "q2", Speaker: p, Words: "w", Form: data.Fragment, Before: "It was ", After: ".", Circumstance: "c", Source: &data.Source{ID: "src", Name: "Source"}},
		{ID: "q3", Speaker: p, Words: "w", Form: data.Fragment, Lead: true},
	}
	if diff := cmp.Diff(want, e.Quotes); diff != "" {
		t.Error(diff)
	}
}

// At most one quotation of a story leads, and an edition leads with the same.
func TestLead(t *testing.T) {
	story := func(first, second string) string {
		return minimal(`, "quotes": [{"id": "q1", "speaker": "p", "words": "Yes."` + first + `}, {"id": "q2", "speaker": "p", "words": "No."` + second + `}]`)
	}
	const leads, no, odd = `, "lead": true`, `, "lead": false`, `, "lead": "yes"`
	if q := decode(t, story(no, leads)).Event(0).Quotes; q[0].Lead || !q[1].Lead {
		t.Errorf("the second leads, and it is %v", q)
	}
	for json, want := range map[string]string{story(leads, leads): "a second quotation that leads; remove one", story(odd, no): "neither true nor false; write true for the one quotation"} {
		if _, err := data.Decode([]byte(json)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want one that says %q", err, want)
		}
	}
}

func TestLongQuoteIsLegal(t *testing.T) {
	words := strings.Repeat("ää bc ", 2000)[:10_000]
	words = strings.TrimSpace(strings.ToValidUTF8(words, "")) + strings.Repeat("x", 3000)
	e := decode(t, minimal(`, "quotes": [{"id": "q", "speaker": "p", "words": "`+words+`"}]`)).Event(0)
	if e.Quotes[0].Words != words {
		t.Error("the words changed")
	}
}

func TestSortsByFirstInstantAndKeepsTies(t *testing.T) {
	events := `{"id": "c", "title": "T", "date": "2025-12-02~"}, {"id": "d", "title": "T", "date": "2025-12-02T00:00:00Z"},
		{"id": "a", "title": "T", "date": "2025"}, {"id": "b", "title": "T", "date": "-0044-03-15/2026"}`
	s := decode(t, `{"barline": 1, "id": "s", "headline": "H", "sources": [{"id": "src", "name": "S"}], "events": [`+events+`]}`)
	var ids []string
	for _, e := range s.Events() {
		ids = append(ids, e.ID)
	}
	if got := strings.Join(ids, " "); got != "b a c d" {
		t.Errorf("order is %s", got)
	}
	if s.Index("c") != 2 || s.Index("x") != -1 || s.Len() != 4 {
		t.Error("Index or Len disagrees with the order")
	}
}

func TestProblemsAreCapped(t *testing.T) {
	events := strings.Repeat(`{"id": "e"},`, 100)
	_, err := data.Decode([]byte(`{"barline": 1, "id": "s", "headline": "H", "sources": [{"id": "src", "name": "S"}], "events": [` + strings.TrimSuffix(events, ",") + `]}`))
	problems, ok := err.(data.Problems)
	if !ok || len(problems) != data.MaxProblems+1 {
		t.Fatalf("%d problems", len(problems))
	}
	if last := problems[data.MaxProblems]; last.What != "more problems follow" {
		t.Errorf("the last problem is %v", last)
	}
}

func TestProblemTexts(t *testing.T) {
	whole := data.Problem{What: "w", Fix: "m"}
	part := data.Problem{Line: 2, Column: 3, Path: "a[0].b", What: "w"}
	ps := data.Problems{whole, part}
	if got, want := ps.Error(), "w; m\n2:3: a[0].b: w"; got != want {
		t.Errorf("Error() = %q, want %q", got, want)
	}
	if got, want := ps.In("f.csv"), "f.csv: w; m\nf.csv:2:3: a[0].b: w"; got != want {
		t.Errorf("In() = %q, want %q", got, want)
	}
}
