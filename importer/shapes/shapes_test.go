package shapes_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"barline/data/edtf"
	"barline/importer/dates"
	"barline/importer/draft"
	"barline/importer/shapes"
	"barline/internal/golden"
)

// Every file in testdata, in the shapes that people have, with all that is read of
// it as a text beside it.
func TestFiles(t *testing.T) {
	paths, err := filepath.Glob("testdata/*/*")
	if err != nil || len(paths) == 0 {
		t.Fatal("no files in testdata")
	}
	for _, path := range paths {
		if strings.HasSuffix(path, ".golden") || strings.Contains(path, "/fuzz/") || strings.Contains(path, "/none/") {
			continue
		}
		t.Run(filepath.Base(path), func(t *testing.T) {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			f, ok, err := shapes.Read(string(text), dates.Options{})
			if err != nil || !ok {
				t.Fatalf("%v, %v", ok, err)
			}
			golden.Text(t, strings.TrimPrefix(path, "testdata/")+".golden", show(f))
			holds(t, f)
		})
	}
}

// holds checks what is true of every draft: its dates are EDTF, and its lines those
// of the file, in order.
func holds(t *testing.T, f *shapes.Found) {
	t.Helper()
	if f.Draft == nil {
		return
	}
	last := 0
	for _, e := range f.Draft.Events {
		if _, err := edtf.Parse(e.Date); err != nil {
			t.Errorf("line %d: %v", e.Line, err)
		}
		if e.Line < last {
			t.Errorf("line %d comes after line %d", e.Line, last)
		}
		last = e.Line
	}
	for _, p := range f.Draft.Periods {
		if _, err := edtf.Parse(p.Date); err != nil || p.Title == "" {
			t.Errorf("period of line %d: %q, %v", p.Line, p.Title, err)
		}
	}
}

// show writes all that was found, a line for each thing that was said.
func show(f *shapes.Found) string {
	var b strings.Builder
	say := func(name string, values ...string) {
		if text := strings.Join(values, " | "); text != "" {
			fmt.Fprintf(&b, "%s: %s\n", name, text)
		}
	}
	say("shape", f.Shape)
	say("headline", f.Headline)
	say("standfirst", f.Standfirst...)
	if d := f.Draft; d != nil {
		say("lang", d.Lang)
		say("headline", d.Headline)
		say("standfirst", d.Standfirst...)
		say("zone", strings.TrimSpace(d.Zone.Name+" "+d.Zone.Offset))
		say("lanes", d.Lanes...)
		for _, p := range d.Periods {
			fmt.Fprintf(&b, "period, line %d: %s: %s\n", p.Line, p.Date, p.Title)
		}
		for _, e := range d.Events {
			fmt.Fprintf(&b, "\nline %d: %s: %s\n", e.Line, e.Date, e.Title)
			say("  id", e.ID)
			say("  note", e.Note)
			say("  lane", e.Lane)
			say("  place", e.Place)
			say("  summary", e.Summary...)
			say("  links", links(e.Links)...)
			say("  media", links(e.Media)...)
		}
	}
	if s := f.Sheet; s != nil {
		for _, k := range f.Kinds {
			fmt.Fprintf(&b, "kind of %s: %s, %s\n", f.KindColumn, k.ID, strings.Trim(k.Name+" | "+k.Plural, " |"))
		}
		fmt.Fprintf(&b, "header, line %d: %s\n", s.Header, strings.Join(s.Columns, " | "))
		for _, r := range s.Rows {
			var cells []string
			for _, c := range r.Cells {
				text := c.Text
				if c.Date != "" {
					text += " {" + c.Date + "}"
				}
				if c.Link != "" {
					text += " <" + c.Link + ">"
				}
				cells = append(cells, text)
			}
			fmt.Fprintf(&b, "line %d: %s\n", r.Line, strings.Join(cells, " | "))
		}
	}
	if len(f.Remarks)+len(f.Questions) > 0 {
		b.WriteString("\n")
	}
	for _, r := range f.Remarks {
		kind := [...]string{draft.Decided: "decided", draft.LeftOut: "left out", draft.Changed: "changed", draft.Unread: "unread", draft.Contrary: "contrary"}[r.Kind]
		fmt.Fprintf(&b, "%s", kind)
		if r.Line > 0 {
			fmt.Fprintf(&b, ", line %d", r.Line)
		}
		if r.Column != "" {
			fmt.Fprintf(&b, ", %s", r.Column)
		}
		fmt.Fprintf(&b, ": %s", r.Text)
		if r.Value != "" {
			fmt.Fprintf(&b, " (%s)", r.Value)
		}
		b.WriteString("\n")
	}
	for _, q := range f.Questions {
		fmt.Fprintf(&b, "question, --%s, lines %v: %s (%s)\n", q.Option, q.Lines, q.Text, q.Example)
	}
	return b.String()
}

func links(all []draft.Link) []string {
	var texts []string
	for _, l := range all {
		texts = append(texts, strings.TrimSpace(l.Title+" <"+l.URL+">"))
	}
	return texts
}
