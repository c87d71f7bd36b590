package importer_test

import (
	"strings"
	"testing"

	"barline/importer"
)

// The answers of Wikidata as CSV are read as those in JSON are: -0043 is 44 BC, and
// the first of January is a year.
func TestWikidataCSV(t *testing.T) {
	for name, text := range map[string]string{
		"entities":    "item,itemLabel,date\nhttp://www.wikidata.org/entity/Q1,Ides,-0043-03-15T00:00:00Z\nhttp://www.wikidata.org/entity/Q2,Founding,1914-01-01T00:00:00Z\nhttp://www.wikidata.org/entity/Q3,Closing,1918-01-01T00:00:00Z\n",
		"no entities": "itemLabel,date\nIdes,-0043-03-15T00:00:00Z\nFounding,1914-01-01T00:00:00Z\nClosing,1918-01-01T00:00:00Z\n",
		"TSV":         "?item\t?itemLabel\t?date\n<http://www.wikidata.org/entity/Q1>\tIdes\t-0043-03-15T00:00:00Z\n<http://www.wikidata.org/entity/Q2>\tFounding\t1914-01-01T00:00:00Z\n<http://www.wikidata.org/entity/Q3>\tClosing\t1918-01-01T00:00:00Z\n",
	} {
		r, err := importer.Import([]byte(text), importer.Options{Name: "query.csv", Headline: "Events"})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		got := whole(t, r)
		for _, want := range []string{"-0043-03-15", "title: Ides", "title: Founding", "2 of 3 dates are 1 January"} {
			if !strings.Contains(got, want) {
				t.Errorf("%s: no %q in %s", name, want, got)
			}
		}
		if strings.Contains(got, "1914-01-01") {
			t.Errorf("%s: %s", name, got)
		}
	}
}
