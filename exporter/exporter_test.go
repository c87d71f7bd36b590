package exporter_test

import (
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"barline/data"
	"barline/data/edtf"
	"barline/data/stories"
	"barline/data/storyfile"
	"barline/data/tree"
	"barline/exporter"
	"barline/exporter/icalendar"
	"barline/exporter/markwhen"
	"barline/internal/golden"
	"barline/internal/storytest"
)

// examples are the stories that the golden files are made of, by their names.
func examples(t *testing.T) map[string][]byte {
	t.Helper()
	all := map[string][]byte{"six-meetings": stories.WitkoffPutin2025()}
	for name, path := range map[string]string{"wars-of-rome": "../docs/wars-of-rome.yaml", "harbour": "testdata/harbour.yaml"} {
		contents, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		all[name] = contents
	}
	return all
}

// What is written of three stories, and what is said to be left out.
func TestGoldenFiles(t *testing.T) {
	for name, contents := range examples(t) {
		s, root, err := storyfile.Decode(name+".yaml", contents)
		if err != nil {
			t.Fatal(err)
		}
		for f, ending := range map[exporter.Format]string{exporter.CSV: ".csv", exporter.ICalendar: ".ics", exporter.TimelineJS: ".timelinejs.json", exporter.Markwhen: ".mw"} {
			got, left, err := exporter.Write(f, s, root)
			var lines strings.Builder
			for _, item := range left {
				lines.WriteString(item.String() + "\n")
			}
			if name == "wars-of-rome" && (f == exporter.ICalendar || f == exporter.Markwhen) {
				if !isEmpty(err) {
					t.Errorf("%v of years before Christ: %v", f, err)
				}
				continue
			}
			if err != nil {
				t.Fatal(name, ending, err)
			}
			golden.Text(t, name+ending, strings.ReplaceAll(string(got), "\r\n", "\n"))
			golden.Text(t, name+ending+".left.txt", lines.String())
		}
	}
}

// isEmpty reports whether a file would hold none of a story's events.
func isEmpty(err error) bool {
	return errors.Is(err, icalendar.ErrEmpty) || errors.Is(err, markwhen.ErrEmpty)
}

// said is all that a story says, by its accessors.
func said(s *data.Story) []any {
	return []any{s.ID(), s.Lang(), s.Headline(), s.Standfirst(), s.Zone(), s.Fonts(), s.Kinds(), s.Count(), s.Periods(), s.Annotations(), s.Lanes(), s.ListedLanes(), s.Figure(), s.Open(), s.People(), s.Places(), s.Sources(), s.Events(), s.Date(), s.Allow(), s.Live(), s.Proof(), s.Corrections()}
}

// A story file and a table that are written are the story.
func TestWhatIsWrittenIsTheStory(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, root := storytest.WholeStory(t)
		for _, f := range []exporter.Format{exporter.YAML, exporter.JSON, exporter.CSV} {
			contents, left, err := exporter.Write(f, s, root)
			if err != nil || len(left) > 0 {
				t.Fatalf("%v: %v, %v", f, left, err)
			}
			again, rootAgain, err := storyfile.Decode("other."+f.String(), contents)
			if err != nil {
				t.Fatalf("%v: %v\n%s", f, err, contents)
			}
			if diff := cmp.Diff(said(s), said(again), cmp.Comparer(func(a, b edtf.Date) bool { return a == b })); diff != "" {
				t.Fatalf("%v (-want +got):\n%s\n%s", f, diff, contents)
			}
			if f.IsStory() && string(tree.AppendJSON(nil, root)) != string(tree.AppendJSON(nil, rootAgain)) && f == exporter.JSON {
				t.Fatalf("another tree:\n%s", contents)
			}
		}
	})
}

// Whatever a story says, every format takes it, and writes the same bytes again.
func TestEveryFormatTakesEveryStory(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, root := storytest.WholeStory(t)
		for _, name := range exporter.Names() {
			f, _ := exporter.Named(name)
			first, _, err := exporter.Write(f, s, root)
			if isEmpty(err) {
				continue
			}
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			second, _, _ := exporter.Write(f, s, root)
			if string(first) != string(second) {
				t.Fatalf("%s is another the second time", name)
			}
		}
	})
}

func TestFormatsByName(t *testing.T) {
	for name, want := range map[string]string{"a.csv": "csv", "A.CSV": "csv", "a.json": "json", "a.timelinejs.json": "timelinejs", "timelinejs.json": "json", "a.yml": "yaml", "a.ics": "ics", "a.mw": "markwhen", "a.xlsx": "xlsx", "a.txt": "", ".csv": "", "csv": ""} {
		f, known := exporter.Of(name)
		if known != (want != "") || known && f.String() != want {
			t.Errorf("%s is %v, %v", name, f, known)
		}
	}
}
