package importer_test

import (
	"strings"
	"testing"

	"barline/importer"
)

// Events with a text and no title get its first sentence in every shape.
func TestTitlesOfTexts(t *testing.T) {
	for name, text := range map[string]string{
		"a.json": `{"events": [
 {"start_date": {"year": "1914"}, "text": {"headline": "", "text": "<p>War came. Then more.</p>"}},
 {"start_date": {"year": "1918"}, "text": {"headline": "It ends", "text": ""}}]}`,
		"a.ics": "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:19140801\r\nDESCRIPTION:War came. Then more.\r\nEND:VEVENT\r\n" +
			"BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:19181111\r\nSUMMARY:It ends\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
	} {
		r, err := importer.Import([]byte(text), importer.Options{Name: name, Headline: "The war"})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		got := whole(t, r)
		if r.Story.Len() != 2 || !strings.Contains(got, "title: War came\n") || !strings.Contains(got, "Then more") {
			t.Errorf("%s: %s", name, got)
		}
		if n := strings.Count(got, "no title"); n != 1 {
			t.Errorf("%s: said %d times: %s", name, n, got)
		}
	}
}
