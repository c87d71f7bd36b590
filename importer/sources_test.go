package importer_test

import (
	"strings"
	"testing"

	"barline/importer"
)

// A row whose source is empty has none, also where all others have the same one: in a
// table of others, in one of ours, and in JSON.
func TestAnEmptySourceIsNone(t *testing.T) {
	for _, text := range []string{
		"Date,What happened,Source\n2024-05-01,The ferry is late,The Courier\n2024-05-02,The ferry is gone,\n2024-05-03,The ferry is back,n/a\n",
		"title,start,source\nThe ferry is late,2024-05-01,The Courier\nThe ferry is gone,2024-05-02,\nThe ferry is back,2024-05-03,none\n",
		`[{"date": "2024-05-01", "title": "The ferry is late", "source": "The Courier"}, {"date": "2024-05-02", "title": "The ferry is gone", "source": ""}, {"date": "2024-05-03", "title": "The ferry is back", "source": null}]`,
	} {
		var got []string
		for _, e := range imported(t, text, importer.Options{}).Story.Events() {
			if e.Source == nil {
				got = append(got, "none")
			} else {
				got = append(got, e.Source.Name)
			}
		}
		if all := strings.Join(got, ", "); all != "The Courier, none, none" {
			t.Errorf("%s\n%s", text, all)
		}
	}
	// A newspaper called None is a source, with an id that is not the word for none.
	s := imported(t, "Date,What happened,Source\n2024-05-01,The ferry is late,The None\n2024-05-02,The ferry is gone,NONE!\n", importer.Options{}).Story
	for _, x := range s.Sources() {
		if x.ID == "none" {
			t.Errorf("%+v", s.Sources())
		}
	}
}
