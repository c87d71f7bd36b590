package importer_test

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"barline/data"
	"barline/exporter/spreadsheet"
	"barline/importer"
	"barline/internal/storytest"
)

// tabled is what a table says of an event.
type tabled struct {
	ID, Title, Date, Length, Kind, Lane, Place string
	People, Summary                            []string
	Quotes                                     []string
}

func tabledOf(s *data.Story) []tabled {
	var all []tabled
	for _, e := range s.Events() {
		one := tabled{ID: e.ID, Title: e.Title, Date: e.Date.String(), Kind: e.Kind.String(), Lane: e.Lane, Summary: e.Summary}
		if talks, ok := e.Talks(); ok {
			one.Length = talks.Length.String()
		}
		if e.Place != nil {
			one.Place = e.Place.Name
		}
		for _, p := range e.People {
			one.People = append(one.People, p.Name)
		}
		for _, q := range e.Quotes {
			one.Quotes = append(one.Quotes, q.Speaker.Name+": "+q.Words)
		}
		all = append(all, one)
	}
	return all
}

// Whatever is invented comes back from a table of ours as it was.
func TestOurTablesComeBack(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		story := storytest.Decode(t, storytest.Yaml(rt, storytest.Anything()))
		workbook, _, err := spreadsheet.Workbook(story)
		if err != nil {
			rt.Fatal(err)
		}
		for name, contents := range map[string][]byte{"everyday.csv": spreadsheet.Everyday(story), "t.csv": spreadsheet.CSV(story), "t.xlsx": workbook} {
			r, err := importer.Import(contents, importer.Options{Name: name})
			if err != nil {
				rt.Fatal(err)
			}
			if diff := cmp.Diff(tabledOf(story), tabledOf(r.Story)); diff != "" {
				rt.Errorf("%s: %s", name, diff)
			}
			if !r.Own {
				rt.Errorf("%s is read as a table of others", name)
			}
			// The whole table is the whole story.
			if name != "everyday.csv" {
				if diff := cmp.Diff(string(spreadsheet.CSV(story)), string(spreadsheet.CSV(r.Story))); diff != "" {
					rt.Errorf("%s: %s", name, diff)
				}
			}
		}
	})
}

// And so it does if somebody called its columns otherwise, and added one: then it is
// read by what the columns mean. Only quotations, which need rows of their own, are
// left aside.
func TestTablesUnderOtherNamesComeBack(t *testing.T) {
	names := map[string]string{"id": "Event ID", "title": "Headline", "start": "Start", "end": "End", "duration": "Length", "lane": "Category", "kind": "Kind", "place": "Where", "people": "Who", "summary": "Description", "source": "Reference"}
	rapid.Check(t, func(rt *rapid.T) {
		story := storytest.Decode(t, storytest.Yaml(rt, storytest.Anything()))
		rows, err := csv.NewReader(bytes.NewReader(spreadsheet.Everyday(story))).ReadAll()
		if err != nil {
			rt.Fatal(err)
		}
		var out bytes.Buffer
		w := csv.NewWriter(&out)
		for i, row := range rows {
			var other []string
			for k, name := range rows[0] {
				if names[name] == "" {
					continue
				}
				if i == 0 {
					other = append(other, names[name])
				} else {
					other = append(other, row[k])
				}
			}
			if i == 0 {
				other = append(other, "Checked by")
			} else {
				other = append(other, "")
			}
			if i == 0 || row[1] != "" {
				if err := w.Write(other); err != nil {
					rt.Fatal(err)
				}
			}
		}
		w.Flush()
		r, err := importer.Import(out.Bytes(), importer.Options{Name: "t.csv", Strict: true, Map: map[string][]string{"kind": {"Kind"}}})
		if err != nil {
			rt.Fatalf("%v\n%s", err, out.String())
		}
		want := tabledOf(story)
		for i := range want {
			want[i].Quotes = nil
		}
		if diff := cmp.Diff(want, tabledOf(r.Story)); diff != "" {
			rt.Errorf("%s\n%s", diff, out.String())
		}
	})
}

// Whatever a story can hold comes back from a table and from a workbook. Its reader
// takes spaces of no width away from the ends of cells, so stories with such are left
// aside there.
func TestWholeStoriesComeBack(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		story, _ := storytest.WholeStory(rt)
		table := spreadsheet.CSV(story)
		files := map[string][]byte{"t.csv": table}
		if !strings.ContainsAny(string(table), "\u00a0\u200b\ufeff") {
			workbook, _, err := spreadsheet.Workbook(story)
			if err != nil {
				rt.Fatal(err)
			}
			files["t.xlsx"] = workbook
		}
		for name, contents := range files {
			r, err := importer.Import(contents, importer.Options{Name: name})
			if err != nil {
				rt.Fatalf("%s: %v", name, err)
			}
			if diff := cmp.Diff(string(table), string(spreadsheet.CSV(r.Story))); diff != "" {
				rt.Errorf("%s: %s", name, diff)
			}
		}
	})
}
