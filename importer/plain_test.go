package importer_test

import (
	"strings"
	"testing"

	"barline/importer"
)

// What only looks like markup stays as it was written, in every field.
func TestWhatLooksLikeMarkupIsText(t *testing.T) {
	for _, text := range []string{"R&D; and x<y", "a <unknown> b", "AT&T; M&S;", "fish&chips; &notit;", "a?b=1&copy=2", "if a<b and c>d"} {
		cell := `"` + text + `"`
		r := imported(t, "Date,Headline,Text,Place,Who,Category,Source\n2024-05-01,"+cell+","+"\""+text+" she said\","+cell+",,"+cell+",\n2024-05-02,Other,Words of others,Town,Ada,Other,\n", importer.Options{})
		e := r.Story.Event(0)
		if e.Title != text || len(e.Summary) != 1 || e.Summary[0] != text+" she said" || e.Place == nil || e.Place.Name != text || e.Lane != text {
			t.Errorf("%q: %+v", text, e)
		}
		if len(r.Report.Changed) > 0 {
			t.Errorf("%q: %+v", text, r.Report.Changed)
		}
	}
}

// A tag that is words in a text cannot stand in a story; the report says what became
// of it, and where, also if the story is written twice because an event does not fit.
func TestWhatIsAlteredIsSaid(t *testing.T) {
	for _, more := range []string{"", "2024-05-03,Too long,1914/1915,P9000D\n"} {
		r := imported(t, "Start,Headline,When else,Duration\n2024-05-01,First,,\n2024-05-02,<p>Write &lt;b&gt; there</p>,,\n"+more, importer.Options{})
		if got := r.Story.Event(1).Title; got != "Write < b> there" {
			t.Errorf("the title is %q", got)
		}
		var said []string
		for _, m := range r.Report.Changed {
			if m.Line == 3 {
				said = append(said, m.Value+": "+m.Text)
			}
		}
		want := "<b>: written “< b>”, since a story holds no tags and entities of HTML"
		if got := strings.Join(said, "\n"); got != want {
			t.Errorf("%s\nwant %s", got, want)
		}
	}
}
