package main

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"barline/publish"
	"barline/publish/preview"
)

// changes are the states that a preview tells, until the test ends.
func (s *served) changes() func(what string, is func(preview.State) bool) preview.State {
	s.t.Helper()
	// Far beyond what anything here takes.
	ctx, stop := context.WithTimeout(context.Background(), time.Minute)
	s.t.Cleanup(stop)
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, s.address+preview.Path+"changes", nil)
	if err != nil {
		s.t.Fatal(err)
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { answer.Body.Close() })
	lines := bufio.NewScanner(answer.Body)
	lines.Buffer(nil, 1<<20)
	return func(what string, is func(preview.State) bool) preview.State {
		s.t.Helper()
		var last preview.State
		for lines.Scan() {
			text, ok := strings.CutPrefix(lines.Text(), "data: ")
			if !ok {
				continue
			}
			last = preview.State{}
			if err := json.Unmarshal([]byte(text), &last); err != nil {
				s.t.Fatal(err)
			}
			if is(last) {
				return last
			}
		}
		s.t.Fatalf("it never told that %s; last was %+v", what, last)
		return last
	}
}

// What a desk sees beside the page: what is wrong, with the lines of the file, and each
// quotation beside its report; while the story is broken, the page before stays.
func TestServeForTheDesk(t *testing.T) {
	story := strings.Replace(provenStory, "proof: true\n", "", 1)
	dir, put := folderOf(t, map[string]string{"s.yaml": story, "reports/harbour.html": report})
	file := filepath.Join(dir, "s.yaml")
	s := serve(t, file)
	told := s.changes()
	first := told("it was checked", func(s preview.State) bool { return s.Version == 1 && !s.Checking })
	if first.Broken || len(first.Quotes) != 1 {
		t.Fatalf("%+v", first)
	}
	want := preview.Quote{ID: "q1", Event: "vote", Title: "The vote", Speaker: "Ada Okafor", Words: "We are ready to talk.", Verdict: "exact",
		Report: "harbour.html", Line: 2, Before: "“", Passage: "We are ready to talk", After: ",” said the mayor, Ada Okafor."}
	if q := first.Quotes[0]; q != want {
		t.Errorf("the quotation is %+v", q)
	}

	replace(t, file, strings.Replace(story, "2024-06-12", "2024-02-30", 1))
	broken := told("it is broken", func(s preview.State) bool { return s.Broken && !s.Checking })
	if broken.Version != 1 || len(broken.Problems) == 0 {
		t.Fatalf("%+v", broken)
	}
	p := broken.Problems[0]
	if p.File != "s.yaml" || p.Line != 7 || p.Severity != "error" || p.Code != "bad-date" || len(p.Passage) != 3 || p.Passage[2].Number != 7 || !strings.Contains(p.Passage[2].Text, "2024-02-30") {
		t.Errorf("%+v", p)
	}
	if page, _ := s.get("/"); !strings.Contains(page, "<title>The harbour</title>") {
		t.Error("the page is gone")
	}

	replace(t, file, strings.Replace(story, "We are ready", "We were ready", 1))
	next := told("it is published", func(s preview.State) bool { return s.Version == 2 && !s.Checking })
	if q := next.Quotes[0]; next.Broken || q.Verdict != "missing" || !strings.Contains(q.Note, "[-were-] {+are+}") || next.Problems[0].Code != "quote-missing" {
		t.Errorf("%+v", next)
	}
	// The report is put right, and seen where it lies.
	put("reports/harbour.html", strings.Replace(report, "We are ready to talk,” said", "We were ready to talk,” said", 1))
	told("the report is another", func(s preview.State) bool { return !s.Checking && len(s.Quotes) == 1 && s.Quotes[0].Verdict == "exact" })
}

// From a story that is saved to its page, without the rest of the site.
func BenchmarkSave(b *testing.B) {
	c := rootCommand(strings.NewReader(""))
	c.SetErr(io.Discard)
	d := newWriting(c, "../../data/stories/witkoff-putin-2025.yaml", &importFlags{strict: true}, nil)
	for b.Loop() {
		o := publish.Options{Preview: true, Bundles: &d.bundles, Later: func(func() (publish.Site, error)) {}}
		if _, _, err := d.publish(&o); err != nil {
			b.Fatal(err)
		}
	}
}
