package importer_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"barline/exporter/markwhen"
	"barline/importer"
	"barline/internal/storytest"
	"barline/timeline/words"
)

// Paragraphs come back from markwhen one by one, and words that look like tags, dates,
// sections or comments come back as words.
func TestOurMarkwhenComesBack(t *testing.T) {
	s := storytest.Decode(t, `
barline: 1
id: s
headline: H
events:
  - title: "The #harbour, then #2"
    date: 2024-06-11
    lane: "The #lane"
    summary:
      - They met without a full stop
      - "#harbour was on the signs"
      - "1851: the workers rest."
      - "// no comment"
      - section of the pier
      - "end"
      - "2024-06-12 - and on"
      - "[x] done"
  - {title: Another, date: 2024-07, lane: Other}
`)
	text, _, err := markwhen.Write(s, words.English())
	if err != nil {
		t.Fatal(err)
	}
	again := imported(t, string(text), importer.Options{Name: "t.mw"}).Story
	if again.Len() != s.Len() {
		t.Fatalf("%d events\n%s", again.Len(), text)
	}
	for i, want := range s.Events() {
		got := again.Event(i)
		if got.Title != want.Title || got.Lane != want.Lane || got.Date != want.Date {
			t.Errorf("%q in %q on %v, want %q in %q on %v\n%s", got.Title, got.Lane, got.Date, want.Title, want.Lane, want.Date, text)
		}
		if diff := cmp.Diff(want.Summary, got.Summary); diff != "" {
			t.Errorf("%s\n%s", diff, text)
		}
	}
}
