package data_test

import (
	"os"
	"strings"
	"testing"

	"barline/data"
	"barline/data/edtf"
	"barline/data/stories"
	"barline/data/storyfile"
	"barline/data/tree"
)

// checkInvariants holds what the rest of the program takes for granted.
func checkInvariants(t *testing.T, s *data.Story) {
	t.Helper()
	if s.Len() == 0 || s.ID() == "" || s.Headline() == "" || s.Lang() == "" || len(s.Sources()) == 0 {
		t.Fatalf("a story without its essentials: %+v", s)
	}
	ids, quoteIDs := map[string]bool{}, map[string]bool{}
	last := int64(-1 << 62)
	for i, e := range s.Events() {
		if ids[e.ID] || e.ID == "" || strings.Trim(e.ID, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
			t.Fatalf("event id %q", e.ID)
		}
		ids[e.ID] = true
		from, to := e.Date.Bounds()
		if from < last || from >= to || e.Date.IsZero() {
			t.Fatalf("event %d: bounds %d, %d after %d", i, from, to, last)
		}
		last = from
		if _, err := edtf.Parse(e.Date.String()); err != nil {
			t.Fatal(err)
		}
		if e.Title == "" || e.Short == "" {
			t.Fatalf("event without its essentials: %+v", e)
		}
		if e.Place != nil && (e.Place.Name == "" || e.Place.Short == "") {
			t.Fatalf("place %+v", e.Place)
		}
		if _, ok := e.Talks(); ok != (len(e.Phases) > 0) || len(e.Phases) > 2 {
			t.Fatalf("%s %s has phases %+v", e.Kind, e.ID, e.Phases)
		}
		for _, p := range e.Phases {
			if p.Length.Known() != (p.Length.Seconds > 0) {
				t.Fatalf("length %+v", p.Length)
			}
		}
		for _, q := range e.Quotes {
			if quoteIDs[q.ID] || q.ID == "" || q.Words == "" || q.Speaker.Name == "" {
				t.Fatalf("quote %+v", q)
			}
			quoteIDs[q.ID] = true
			checkPlain(t, q.Words, q.Before, q.After, q.Circumstance)
		}
		checkPlain(t, append(e.Summary, e.Title, e.Short, e.DateNote)...)
	}
}

func checkPlain(t *testing.T, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if strings.ContainsAny(text, "\x00\n\r\t\u2028") || strings.Contains(text, "<script") || strings.Contains(text, "</p>") {
			t.Fatalf("text %q", text)
		}
	}
}

func checkProblems(t *testing.T, err error) {
	t.Helper()
	problems, ok := err.(data.Problems)
	if !ok || len(problems) == 0 || len(problems) > data.MaxProblems+1 {
		t.Fatalf("error is %#v", err)
	}
	for i, p := range problems {
		if p.Line < 1 || p.Column < 1 || p.What == "" || p.Fix == "" || strings.ContainsAny(p.String(), "\n\r\x00\x1b") {
			t.Fatalf("problem %+v", p)
		}
		if i > 0 && p.Line < problems[i-1].Line {
			t.Fatalf("problems are out of order: %v", problems)
		}
	}
}

func FuzzDecodeJSON(f *testing.F) {
	for _, file := range []string{"testdata/bad/everything.json", "testdata/bad/no-events.json"} {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	_, root, err := storyfile.Decode(stories.WitkoffPutin2025Name, stories.WitkoffPutin2025())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(tree.AppendJSON(nil, root))
	f.Add([]byte(minimal(`, "quotes": [{"id": "q", "speaker": "p", "form": "fragment", "words": "w", "sentence": "{}"}]`)))
	f.Fuzz(func(t *testing.T, text []byte) {
		s, err := data.Decode(text)
		if err != nil {
			checkProblems(t, err)
			return
		}
		checkInvariants(t, s)
	})
}

func FuzzDecodeYAML(f *testing.F) {
	for _, file := range []string{"testdata/bad/everything.yaml", "testdata/bad/crlf.yaml", "testdata/bad/syntax.yaml"} {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	f.Add(stories.WitkoffPutin2025())
	f.Add([]byte("barline: 1\nid: s\nheadline: H\nsources: [&s {id: a, name: A}]\nevents: [{id: e, title: T, date: 2025~}]\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		s, root, err := storyfile.Decode("story.yaml", text)
		if err != nil {
			e, ok := err.(*data.FileError)
			if !ok || !strings.HasPrefix(e.Error(), "story.yaml:") {
				t.Fatalf("error is %#v", err)
			}
			checkProblems(t, e.Problems)
			return
		}
		checkInvariants(t, s)
		again, err := data.Decode(tree.AppendJSON(nil, root))
		if err != nil {
			t.Fatalf("its JSON does not decode: %v", err)
		}
		if again.Len() != s.Len() {
			t.Fatalf("%d events became %d", s.Len(), again.Len())
		}
	})
}
