package importer_test

import (
	"strings"
	"testing"

	"barline/importer"
)

// Lists of tags and words that say what a row is are no lanes.
func TestWhatIsNoLane(t *testing.T) {
	for name, c := range map[string]struct {
		text          string
		events        int
		want, wantNot []string
	}{
		"a.json": {`[{"date": "1914", "title": "A", "tags": ["war", "sea"]}, {"date": "1915", "title": "B", "tags": ["war"]}, {"date": "1916", "title": "C", "tags": ["war", "sea"]}]`, 3,
			[]string{"several values"}, []string{"war; sea", "lane: "}},
		"a.csv": {"Start Date,End Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Type,Tag\n" +
			"1/1/1900,,The whole story,About it,,,,,start,\n1/13/1914,,A,Text a,,,,,,East\n1/14/1915,,B,Text b,,,,,,West\n1/15/1916,,C,Text c,,,,,,East\n1/1/1914,12/31/1918,War,,,,,,era,\n", 3,
			[]string{"headline: The whole story", "East", "West", "title: War"}, []string{"name: start", "name: era", "lane: start", "lane: era"}},
	} {
		r, err := importer.Import([]byte(c.text), importer.Options{Name: name})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		got := whole(t, r)
		if r.Story.Len() != c.events {
			t.Errorf("%s: %d events", name, r.Story.Len())
		}
		for _, s := range c.want {
			if !strings.Contains(got, s) {
				t.Errorf("%s: no %q in %s", name, s, got)
			}
		}
		for _, s := range c.wantNot {
			if strings.Contains(got, s) {
				t.Errorf("%s: %q in %s", name, s, got)
			}
		}
	}
}
