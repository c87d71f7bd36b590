package detail_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"barline/data"
	"barline/internal/golden"
	"barline/internal/storytest"
	"barline/timeline/detail"
	"barline/timeline/words"
)

// What popovers and the transcript say of 2025, to be read as text.
func TestGoldenDetails(t *testing.T) {
	var b strings.Builder
	line := func(name, text string) {
		if text != "" {
			fmt.Fprintf(&b, "  %s: %s\n", name, text)
		}
	}
	for _, d := range detail.All(storytest.Story(t), words.English()) {
		fmt.Fprintf(&b, "%s (%s)\n", d.ID, d.Kind)
		line("title", d.Title)
		line("name", d.Name)
		line("when", d.When)
		line("date note", d.DateNote)
		for _, l := range d.Length {
			line("length", l)
		}
		line("where", d.Where)
		line("with", d.With)
		for _, p := range d.Summary {
			line("summary", p)
		}
		for _, q := range d.Quotes {
			line("quote "+q.ID, fmt.Sprintf("%q %q %q, fragment %v, by %s, %s", q.Before, q.Words, q.After, q.Fragment, q.Speaker, q.Cite))
		}
		line("no quote", d.NoQuote)
		line("source", d.Source)
		line("previous", d.PreviousID+" "+d.PreviousTitle)
		line("next", d.NextID+" "+d.NextTitle)
		b.WriteByte('\n')
	}
	golden.Text(t, "details.txt", b.String())
}

func TestGoldenCaptions(t *testing.T) {
	var b strings.Builder
	for _, e := range storytest.Story(t).Events() {
		for _, text := range detail.Caption(e, words.English()).Texts() {
			if text != "" {
				fmt.Fprintln(&b, text)
			}
		}
		b.WriteByte('\n')
	}
	golden.Text(t, "captions.txt", b.String())
}

func TestNeighbours(t *testing.T) {
	all := detail.All(storytest.Story(t), words.English())
	for i, d := range all {
		previous, next := "", ""
		if i > 0 {
			previous = all[i-1].ID
		}
		if i+1 < len(all) {
			next = all[i+1].ID
		}
		if d.PreviousID != previous || d.NextID != next || (previous == "") != (d.PreviousTitle == "") || (next == "") != (d.NextTitle == "") {
			t.Errorf("%s stands between %q %q and %q %q", d.ID, d.PreviousID, d.PreviousTitle, d.NextID, d.NextTitle)
		}
	}
}

// An event may lack everything that a story need not give.
func TestTheBarestEvents(t *testing.T) {
	s := storytest.Decode(t, `
barline: 1
id: bare
headline: Bare
sources: [{id: s, name: A source}]
events:
  - {id: met, kind: meeting, title: Met, date: 2030, duration: unknown, quotes: []}
  - {id: was, kind: context, title: Was, date: {value: "2031-05-01?", basis: reportedly}, quotes: []}
  - {id: war, title: War, date: 2032/2035, duration: PT5H, links: [{url: "https://www.a.example/b"}], media: {file: a.png, alt: An image, credit: Ada}}
`)
	w := words.English()
	want := []detail.Detail{
		{ID: "met", Kind: "meeting", Title: "Met", Name: "Met, 2030 (day not given), length unknown", When: "2030, day not given",
			Length: []string{"Talks: length unknown."}, NoQuote: w.UI.NoQuotation, Source: "Source: A source.", NextID: "was", NextTitle: "Was"},
		{ID: "was", Kind: "context", Title: "Was", Name: "Was, 1 May 2031 (uncertain) (reportedly)", When: "1 May 2031 (uncertain) (reportedly)",
			NoQuote: w.UI.NoQuotationHere, Source: "Source: A source.", PreviousID: "met", PreviousTitle: "2030", NextID: "war", NextTitle: "War"},
		// Nothing is said of quotations unless the story does.
		{ID: "war", Kind: "event", Title: "War", Name: w.Event(s.Event(2)), When: detail.When(s.Event(2), w), Length: []string{"Length: 5 hours."},
			Links: []data.Link{{URL: "https://www.a.example/b", Title: "a.example"}}, Media: data.Media{File: "a.png", Alt: "An image", Credit: "Ada"}, Credit: "Image: Ada",
			Source: "Source: A source.", PreviousID: "was", PreviousTitle: "Was"},
	}
	if diff := cmp.Diff(want, detail.All(s, w)); diff != "" {
		t.Error(diff)
	}
	if c := detail.Caption(s.Event(1), w); c != (detail.Captioned{Title: "Was", When: "1 May 2031 (uncertain) (reportedly)"}) {
		t.Errorf("the caption reads %q", c)
	}
}

// A note that ends a sentence of its own gets no second full stop.
func TestSentencesEndOnce(t *testing.T) {
	for note, want := range map[string]string{"as told": "As told.", "as told.": "As told.", "“as told.”": "“as told.”", "so to say…": "So to say…"} {
		s := storytest.Decode(t, fmt.Sprintf("barline: 1\nid: x\nheadline: X\nsources: [{id: s, name: S}]\nevents:\n  - {id: e, title: E, date: {value: 2030-01-01, note: %q}}\n", note))
		if got := detail.Of(s, 0, words.English()).DateNote; got != want {
			t.Errorf("%q became %q, want %q", note, got, want)
		}
	}
}
