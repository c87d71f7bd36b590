package storyfile_test

import (
	"fmt"
	"strings"
	"testing"

	"barline/data"
	"barline/data/storyfile"
)

const (
	inJSON = `{"barline": 1, "id": "s", "headline": "H", "sources": [{"id": "a", "name": "A"}], "events": [{"id": "e", "title": "T", "date": "2025"}]}`
	inYAML = "barline: 1\nid: s\nheadline: H\nsources: [{id: a, name: A}]\nevents:\n- {id: e, title: T, date: 2025}\n"
)

func TestDecodeChoosesTheNotation(t *testing.T) {
	tests := []struct {
		name, contents string
		ok             bool
	}{
		{"s.json", inJSON, true},
		{"s.yaml", inYAML, true},
		{"s.YML", inYAML, true},
		{"s.yaml", inJSON, true}, // JSON is YAML
		{"s", inJSON, true},
		{"s", "\ufeff\r\n " + inJSON, true},
		{"s.txt", inYAML, true},
		{"s", inYAML, true},
		{"s.JSON", inYAML, false},
	}
	for _, test := range tests {
		story, root, err := storyfile.Decode(test.name, []byte(test.contents))
		if (err == nil) != test.ok {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		if test.ok && (story.Event(0).ID != "e" || root.Get("id").Text != "s") {
			t.Errorf("%s: the story is %+v", test.name, story)
		}
	}
}

func TestDecodeErrorsCarryTheName(t *testing.T) {
	_, _, err := storyfile.Decode("dir/s.yaml", []byte(strings.Replace(inYAML, "2025", "2025-02-30", 1)))
	e, ok := err.(*data.FileError)
	if !ok || e.File != "dir/s.yaml" || len(e.Problems) != 1 {
		t.Fatalf("error is %#v", err)
	}
	const want = `dir/s.yaml:6:27: events[0].date: "2025-02-30": February 2025 has 28 days; write 2025-02-28 or, if only the month is known, 2025-02`
	if err.Error() != want {
		t.Errorf("got  %s\nwant %s", err, want)
	}
}

func TestDecodeKnowsParquetByItsName(t *testing.T) {
	_, _, err := storyfile.Decode("s.PARQUET", []byte(inJSON))
	if err == nil || !strings.HasPrefix(err.Error(), "s.PARQUET:1:1: this Parquet file cannot be read: ") {
		t.Error(err)
	}
}

// A table of very many events is read without a tree; what is wrong with it is
// found in its cell all the same.
func TestDecodeLargeTable(t *testing.T) {
	var b strings.Builder
	b.WriteString("id,title,start,place,quote,speaker\n")
	const n = storyfile.MostInTree + 1
	for i := range n {
		fmt.Fprintf(&b, "e%d,Event %d,%04d,Here,,\n", i, i, 9000-i/10)
	}
	quoted := b.String() + "e0,,,,Well said.,Ada\n"
	story, root, err := storyfile.Decode("many.csv", []byte(quoted))
	if err != nil {
		t.Fatal(err)
	}
	first := story.Event(story.Len() - 10) // the latest year, in the order of the file
	if story.Len() != n || root != nil || first.ID != "e0" || first.Place.Name != "Here" || len(first.Quotes) != 1 {
		t.Errorf("%d events, a tree: %v, %+v", story.Len(), root != nil, first)
	}
	_, _, err = storyfile.Decode("many.csv", []byte(quoted+"last,Last,2025-02-30,,,\n"))
	if err == nil || !strings.HasPrefix(err.Error(), `many.csv:50004:11: events[50001].date: "2025-02-30": `) {
		t.Error(err)
	}
}
