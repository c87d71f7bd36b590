package shapes_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"barline/data/tree"
	"barline/importer/dates"
	"barline/importer/shapes"
)

// Tables, stories of our own and other texts are none of the shapes.
func TestNone(t *testing.T) {
	paths, _ := filepath.Glob("testdata/none/*")
	stories, _ := filepath.Glob("../../data/stories/*.yaml")
	if len(paths) == 0 || len(stories) == 0 {
		t.Fatal("no files")
	}
	for _, path := range append(paths, stories...) {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if f, ok, err := shapes.Read(string(text), dates.Options{}); ok || err != nil {
			t.Errorf("%s: %+v, %v", path, f, err)
		}
	}
	for _, text := range []string{"", " \n", "\ufeff", "{", "[", "a", "2014", "---", "//", "/*", "var ", "BEGIN:VCARD\nEND:VCARD"} {
		if f, ok, _ := shapes.Read(text, dates.Options{}); ok {
			t.Errorf("%q: %+v", text, f)
		}
	}
}

func TestErrorsHaveAPlace(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"{\"events\": [\n  {\"start_date\" {}}]}", "2:17: no colon after the name of a field"},
		{"[{\"date\": \"1914\",\n", "2:1: the text ends too early; add the } that closes the { of line 1"},
		{"{\"version\": 2}", "1:1: there is no list of events in this JSON"},
		{"[]", "1:1: there is no list of events in this JSON"},
		{"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\n", "3:1: the calendar ends too early; add END:VEVENT for the BEGIN of line 2"},
		{"BEGIN:VCALENDAR\nEND:VEVENT\n", "2:1: END:VEVENT without its BEGIN"},
	} {
		_, ok, err := shapes.Read(test.text, dates.Options{})
		fault, isFault := errors.AsType[*tree.Error](err)
		if !ok || !isFault || !strings.HasPrefix(fault.Error(), test.want) {
			t.Errorf("%q: %v, %v; want %s", test.text, ok, err, test.want)
		}
	}
}

// No table is taken for a shape, whatever is in its cells.
func TestTablesAreNone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		separator := rapid.SampledFrom([]string{",", ";", "\t", "|"}).Draw(t, "separator")
		cell := rapid.OneOf(
			rapid.SampledFrom([]string{"2014-03-01", "1914", "12:45", "War: it began", "", "{x}", "[a]", `"quoted, text"`, "https://example.org", "44 BC", "now"}),
			rapid.StringMatching(`[A-Za-z0-9 .:/()-]{0,12}`))
		var b strings.Builder
		columns := rapid.IntRange(2, 5).Draw(t, "columns")
		for i := range rapid.IntRange(1, 6).Draw(t, "rows") {
			for c := range columns {
				if c > 0 {
					b.WriteString(separator)
				}
				text := cell.Draw(t, "cell")
				if i == 0 && c == 0 { // a header begins with a name
					text = rapid.SampledFrom([]string{"date", "Year", "id", "Event title"}).Draw(t, "name")
				}
				b.WriteString(text)
			}
			b.WriteString("\n")
		}
		if f, ok, err := shapes.Read(b.String(), dates.Options{}); ok || err != nil {
			t.Errorf("%q is taken for %v, %v", b.String(), f, err)
		}
	})
}

// Stories of our own are none, whatever is in them.
func TestStoriesAreNone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[A-Za-z0-9 .:/-]{1,30}`)
		var b strings.Builder
		b.WriteString("barline: 1\nid: x\nheadline: \"" + text.Draw(t, "headline") + "\"\nevents:\n")
		for range rapid.IntRange(1, 4).Draw(t, "events") {
			b.WriteString("  - title: \"" + text.Draw(t, "title") + "\"\n    date: 1914\n    summary: |\n      1914: " + text.Draw(t, "summary") + "\n")
		}
		if f, ok, err := shapes.Read(b.String(), dates.Options{}); ok || err != nil {
			t.Errorf("%q is taken for %v, %v", b.String(), f, err)
		}
	})
}

func FuzzRead(f *testing.F) {
	paths, _ := filepath.Glob("testdata/*/*")
	for _, path := range paths {
		if strings.HasSuffix(path, ".golden") {
			continue
		}
		if text, err := os.ReadFile(path); err == nil {
			f.Add(string(text))
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip() // texts are decoded before
		}
		found, ok, err := shapes.Read(text, dates.Options{})
		switch {
		case err != nil && (!ok || found != nil):
			t.Errorf("%v, %+v with %v", ok, found, err)
		case err == nil && ok != (found != nil):
			t.Errorf("%v, %+v", ok, found)
		case found == nil:
			return
		}
		lines := strings.Count(text, "\n") + strings.Count(text, "\r") + 1
		if d := found.Draft; d != nil {
			holds(t, found)
			for _, e := range d.Events {
				if e.Line < 1 || e.Line > lines {
					t.Errorf("line %d of %d", e.Line, lines)
				}
			}
		}
		if s := found.Sheet; s != nil {
			for _, r := range s.Rows {
				if len(r.Cells) != len(s.Columns) || r.Line < 1 || r.Line > lines {
					t.Errorf("line %d: %d cells in %d columns", r.Line, len(r.Cells), len(s.Columns))
				}
			}
		}
	})
}
