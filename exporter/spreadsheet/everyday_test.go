package spreadsheet_test

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"barline/data/csvtree"
	"barline/exporter/spreadsheet"
	"barline/internal/storytest"
)

// The table for download has events alone, in order of date, each with its id. A
// quotation from another source than its event's has a row of its own, so that the
// event keeps its source.
func TestEveryday(t *testing.T) {
	s := storytest.Decode(t, `
barline: 1
id: s
headline: H
zone: {name: Ellery time, offset: "+02:00"}
kinds: [{id: war, name: A war}]
people: [{id: ada, name: Ada, role: mayor}]
sources: [{id: a, name: A paper}, {id: b, name: Another}]
events:
  - {title: Later, date: 2025-03-14T10:00, source: a, quotes: [{id: x, speaker: ada, words: =No., source: b}, {id: y, speaker: ada, words: Yes.}]}
  - {kind: war, title: Before, date: -0043-03-15/-0042, source: b, quotes: [{id: z, speaker: ada, words: Well., source: b}]}
`)
	want := `id,title,start,end,duration,lane,kind,place,people,summary,quote,speaker,source
bc-44-03-15-bc-43,Before,'-0043-03-15,'-0042,,,A war,,,,Well.,Ada,Another
2025-03-14-10-00,Later,2025-03-14T10:00+02:00,,,,,,,,,,A paper
2025-03-14-10-00,,,,,,,,,,'=No.,Ada,Another
2025-03-14-10-00,,,,,,,,,,Yes.,Ada,
`
	if diff := cmp.Diff(strings.Split(want, "\n"), strings.Split(string(spreadsheet.Everyday(s)), "\n")); diff != "" {
		t.Error(diff)
	}
}

// It is a table that can be read, with the same events. Names are all that it has, so
// that people with one name are one for it, and a name with a semicolon is two.
func TestEverydayIsRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, _ := storytest.WholeStory(t)
		names := map[string]bool{}
		for _, p := range s.People() {
			if names[p.Name] || strings.Contains(p.Name, ";") {
				t.Skip("namesakes")
			}
			names[p.Name] = true
		}
		text := spreadsheet.Everyday(s)
		again := reread(t, "table.csv", text)
		for i, e := range s.Events() {
			other := again.Event(i)
			if other.ID != e.ID || other.Title != e.Title || len(other.Quotes) != len(e.Quotes) || len(other.Summary) != len(e.Summary) {
				t.Fatalf("%+v became %+v\n%s", e, other, text)
			}
		}
		rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
		if err != nil || len(rows[0]) != len(csvtree.Columns()) {
			t.Fatal(rows[0], err)
		}
	})
}
