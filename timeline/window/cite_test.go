package window_test

import (
	"strings"
	"testing"

	"barline/internal/storytest"
	"barline/timeline/card"
	"barline/timeline/figure"
	"barline/timeline/window"
	"barline/timeline/words"
)

// What is copied is the quotation as it was reported, whoever said it, and where from.
func TestCited(t *testing.T) {
	s := storytest.Decode(t, `barline: 1
id: s
headline: H
sources: [{id: n, name: Example News, url: "https://example.org/report"}, {id: o, name: Example Radio}]
people: [{id: c, name: Winston Churchill, role: Prime Minister}]
events:
  - id: d
    title: After Dunkirk
    date: 1940-06-04
    source: n
    quotes:
      - {id: a, speaker: c, words: We shall never surrender., lead: true}
      - {id: b, speaker: c, form: fragment, sentence: "He spoke of a {}.", words: miracle of deliverance, source: o}
  - {id: e, title: Nothing said, date: 1940-06-05}
`)
	f, err := figure.Open(s, words.English(), storytest.Fonts(t))
	if err != nil {
		t.Fatal(err)
	}
	w := window.New(card.HeadingOf(s, words.English()), f)
	first := w.Cited(0, "")
	for _, c := range []struct{ number, begins string }{{"", "“We shall never surrender.”\n"}, {"0", "“We shall never surrender.”\n"}, {"1", "He spoke of a “miracle of deliverance”.\n"}, {"2", "“We shall"}, {"-1", "“We shall"}} {
		if got := w.Cited(0, c.number); !strings.HasPrefix(got, c.begins) {
			t.Errorf("number %q is %q", c.number, got)
		}
	}
	for _, part := range []string{"— Winston Churchill, Prime Minister", "After Dunkirk, 4 June 1940", "Example News", "https://example.org/report"} {
		if !strings.Contains(first, part) {
			t.Errorf("%q does not say %q", first, part)
		}
	}
	if got := w.Cited(0, "1"); !strings.HasSuffix(got, "Source: Example Radio.") {
		t.Errorf("a quotation with a source of its own is copied as %q", got)
	}
	if got := w.Cited(1, "0"); got != "" {
		t.Errorf("of an event without quotations %q is copied", got)
	}
}
