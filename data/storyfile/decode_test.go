package storyfile_test

import (
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
