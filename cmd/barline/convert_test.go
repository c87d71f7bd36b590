package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"barline/data"
	"barline/data/storyfile"
	"barline/data/tree"
)

func called(args ...string) (code int, out, errs string) {
	var stdout, stderr bytes.Buffer
	code = run(context.Background(), args, &stdout, &stderr)
	return code, stdout.String(), stderr.String()
}

func storyAt(t *testing.T, path string) *data.Story {
	t.Helper()
	contents, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	s, _, err := storyfile.Decode(path, contents)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// said is what a table says of an event.
type said struct {
	ID, Title, Date, Length, Kind, Place string
	People                               []string
	Summary                              string
	Quotes                               map[string]string
	Source                               string
}

func saidOf(s *data.Story) []said {
	var all []said
	for _, e := range s.Events() {
		one := said{ID: e.ID, Title: e.Title, Date: e.Date.String(), Kind: e.Kind.String(), Summary: strings.Join(e.Summary, " "), Quotes: map[string]string{}, Source: e.Source.Name}
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
			one.Quotes[q.Words] = q.Speaker.Name
		}
		all = append(all, one)
	}
	return all
}

// Out as a table and in again, a story says the same.
func TestExportAndImport(t *testing.T) {
	dir := folder(t)
	at := func(name string) string { return filepath.Join(dir, name) }
	for _, step := range [][]string{
		{"export", at("2025.yaml"), "-o", at("table.csv")},
		{"import", at("table.csv"), "-o", at("again.yaml")},
		{"export", at("again.yaml"), "-o", at("again.csv")},
		{"export", at("2025.yaml"), "-o", at("copy.json")},
		{"import", at("copy.json"), "-o", at("copy.yaml")},
		{"check", at("table.csv")},
		{"check", at("again.yaml")},
	} {
		if code, _, errs := called(step...); code != exitDone {
			t.Fatalf("%v: %d %s", step, code, errs)
		}
	}
	first := storyAt(t, at("2025.yaml"))
	for _, name := range []string{"table.csv", "again.yaml", "again.csv"} {
		if diff := cmp.Diff(saidOf(first), saidOf(storyAt(t, at(name)))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	for _, name := range []string{"copy.json", "copy.yaml"} {
		copied := storyAt(t, at(name))
		if diff := cmp.Diff(saidOf(first), saidOf(copied)); diff != "" || copied.Headline() != first.Headline() {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// From YAML to YAML the comments go along; of other formats it is said that they do not.
func TestExportOfComments(t *testing.T) {
	dir := folder(t)
	at := func(name string) string { return filepath.Join(dir, name) }
	const story = "# Ours.\nbarline: 1\nid: s\nheadline: H\nevents:\n  # Is it so?\n  - {title: T, date: 2024}\n"
	if err := os.WriteFile(at("noted.yaml"), []byte(story), 0o644); err != nil {
		t.Fatal(err)
	}
	if code, _, errs := called("export", at("noted.yaml"), "-o", at("copy.yaml")); code != exitDone || errs != "" {
		t.Fatalf("%d %s", code, errs)
	}
	if got, err := os.ReadFile(at("copy.yaml")); err != nil || string(got) != story {
		t.Errorf("%v\n%s", err, got)
	}
	for _, name := range []string{"copy.json", "copy.csv"} {
		if code, _, errs := called("export", at("noted.yaml"), "-o", at(name)); code != exitDone || !strings.Contains(errs, "left out: the comments of the file") {
			t.Errorf("%s: %d %s", name, code, errs)
		}
	}
}

func TestConvertRefuses(t *testing.T) {
	dir := folder(t)
	at := func(name string) string { return filepath.Join(dir, name) }
	var long strings.Builder
	long.WriteString("id,title,start\n")
	for i := range storyfile.MostInTree + 1 {
		fmt.Fprintf(&long, "e%d,T,2025\n", i)
	}
	for name, text := range map[string]string{
		"bad.csv":  "id,title,start\nx,T,2025-02-30\n",
		"wide.csv": "id,title,start,summary\nx,T,2025," + strings.Repeat("x", tree.MaxBytes) + "\n",
		"long.csv": long.String(),
	} {
		if err := os.WriteFile(at(name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	before := names(t, dir)
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"import", at("bad.csv"), "-o", at("out.yaml")}, exitInput, at("bad.csv") + ":2:5: events[0].date: \"2025-02-30\""},
		{[]string{"import", at("wide.csv"), "-o", at("out.json")}, exitInput, "is more than the 8388608 that are read"},
		{[]string{"import", at("long.csv"), "-o", at("out.json")}, exitInput, "50001 events are too many for a story file"},
		{[]string{"import", at("none.csv"), "-o", at("out.yaml")}, exitInput, "none.csv"},
		{[]string{"import", at("good.yaml"), "-o", filepath.Join(dir, "no", "out.yaml")}, exitInput, "no"},
		{[]string{"import", at("good.yaml")}, exitUsage, "import needs a file to write: -o FILE.yaml"},
		{[]string{"import", at("good.yaml"), "-o", at("out.csv")}, exitUsage, "import writes files that end in .yaml, .yml, .json"},
		{[]string{"export", at("good.yaml"), "-o", at("out.txt")}, exitUsage, "export writes files that end in .csv, .yaml, .yml, .json"},
		{[]string{"export", at("good.yaml")}, exitUsage, "export needs a file to write: -o FILE.csv"},
		{[]string{"export"}, exitUsage, "accepts 1 arg"},
	} {
		code, _, errs := called(c.args...)
		if code != c.code || !strings.Contains(errs, c.says) {
			t.Errorf("%v: %d %s\nwant %d %s", c.args, code, errs, c.code, c.says)
		}
	}
	if diff := cmp.Diff(before, names(t, dir)); diff != "" {
		t.Errorf("files were left behind: %s", diff)
	}
}

// Every format is written whole, with a line for each kind of thing that it does not
// hold; the ending chooses it, or --as.
func TestExportFormats(t *testing.T) {
	const commentsLost = "left out: the comments of the file\n" // and nothing else
	dir := folder(t)
	at := func(name string) string { return filepath.Join(dir, name) }
	for _, c := range []struct {
		args          []string
		begins, holds string
		says          string
	}{
		{[]string{at("t.csv")}, "type,id,title,", "\nperson,putin,Vladimir Putin,", commentsLost},
		{[]string{at("t.xlsx")}, "PK", "xl/worksheets/sheet1.xml", commentsLost},
		{[]string{at("t.ics")}, "BEGIN:VCALENDAR\r\n", "\r\nDTSTART;VALUE=DATE:20251202\r\nDTEND;VALUE=DATE:20251204\r\n", "left out: events whose day is not known (2): 2025-02, 2025-03\n"},
		{[]string{at("t.TimelineJS.json")}, "{\n  \"title\"", "\"display_date\"", "left out: short titles (3): nato-brussels, zelensky-dublin, embassy\n"},
		{[]string{at("t.json")}, "{\n  \"barline\"", "\"headline\"", commentsLost},
		{[]string{at("t.mw")}, "title: ", "\n2025-12-02/2025-12-03: Five hours, past midnight #meeting\n", "as text: quotations (8): q1, q2, q3 and 5 more\n"},
		{[]string{at("t.txt"), "--as", "markwhen"}, "title: ", "2025-02: ", "as text: quotations"},
	} {
		code, out, errs := called(append([]string{"export", at("2025.yaml"), "-o"}, c.args...)...)
		contents, err := os.ReadFile(c.args[0])
		if code != exitDone || err != nil || out != c.args[0]+": 10 events\n" || !strings.HasPrefix(string(contents), c.begins) || !strings.Contains(string(contents), c.holds) {
			t.Errorf("%v: %d %s%s, %v\n%s", c.args, code, out, errs, err, contents)
		}
		if !strings.Contains(errs, c.says) || c.says == commentsLost && errs != commentsLost {
			t.Errorf("%v says %q", c.args, errs)
		}
	}
	before := names(t, dir)
	if err := os.WriteFile(at("old.yaml"), []byte("barline: 1\nid: old\nheadline: Old\nevents: [{title: T, date: -0043}]\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{at("old.yaml"), "-o", at("old.ics")}, exitInput, at("old.yaml") + ": no event has a day that is known"},
		{[]string{at("old.yaml"), "-o", at("old.ics"), "--as", "ical"}, exitUsage, "--as ical: the formats are yaml, json, csv, xlsx, ics, timelinejs, markwhen"},
	} {
		code, _, errs := called(append([]string{"export"}, c.args...)...)
		if code != c.code || !strings.Contains(errs, c.says) {
			t.Errorf("%v: %d %s", c.args, code, errs)
		}
	}
	if err := os.Remove(at("old.yaml")); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, names(t, dir)); diff != "" {
		t.Errorf("files were left behind: %s", diff)
	}
}
