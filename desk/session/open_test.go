package session_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"barline/data/stories"
)

// opened is what open answers.
type opened struct {
	Story *struct{ Name, Text string }
	Files []struct {
		Name, Kind string
		Bytes      bytesRef
	}
	Imported  bool
	Questions []struct {
		ID, Option, Text string
		Rows             []struct{ Cells []string }
		Answers          []struct {
			Value string
			Set   json.RawMessage
		}
	}
	Problems []struct{ Code, Message, File string }
	Dropped  []struct{ Name, Why string }
}

// Everything that import and check are tried with opens or is refused in words, and
// nothing is lost on the way: there is a story, a question or a problem.
func TestOpenHostileFiles(t *testing.T) {
	p := newPage(t)
	n := 0
	for _, folder := range []string{"../../importer/testdata", "../../check/testdata", "../../testdata/bad", "../../data/testdata", "../../importer/sheet/testdata"} {
		filepath.WalkDir(folder, func(path string, d os.DirEntry, err error) error {
			if err != nil || d.IsDir() || strings.Contains(path, "/fuzz/") {
				return nil
			}
			contents, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			n++
			r := p.ask(context.Background(), map[string]any{"type": "open", "files": []any{sent(d.Name(), 0)}}, contents)
			if !r.OK {
				if r.Error.Message == "" {
					t.Errorf("%s is refused without a word", path)
				}
				return nil
			}
			var o opened
			if err := json.Unmarshal(r.Result, &o); err != nil {
				t.Fatal(err)
			}
			if o.Story == nil && len(o.Questions) == 0 && len(o.Problems) == 0 {
				t.Errorf("%s: nothing came of it", path)
			}
			if o.Story == nil {
				return nil
			}
			if c := p.ask(context.Background(), map[string]any{"type": "check", "quick": true, "files": []any{text(o.Story.Name, o.Story.Text)}}); !c.OK {
				t.Errorf("%s cannot be checked: %s", path, c.Error.Message)
			}
			return nil
		})
	}
	if n < 100 {
		t.Errorf("only %d files were tried", n)
	}
}

func zipped(t *testing.T, files map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, contents := range files {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(contents)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestOpenZip(t *testing.T) {
	p := newPage(t)
	story := "barline: 1\nid: s\nheadline: H\nevents:\n  - {title: T, date: 2025}\n"
	var o opened
	with := p.get(&o, map[string]any{"type": "open", "files": []any{sent("x.zip", 0)}}, zipped(t, map[string]string{
		"mine/s.yaml": story, "mine/s.nb.json": `{"barline": 1, "id": "s", "lang": "nb", "headline": "H", "events": [{"title": "T", "date": "2025"}]}`,
		"mine/img/a.png": "png", "mine/../../evil.png": "x", "/abs.png": "x", `mine\win.png`: "x", "__MACOSX/mine/._s.yaml": "x", "mine/.DS_Store": "x", "mine/movie.mp4": "x", "other/b.png": "x",
	}))
	if o.Story == nil || o.Story.Text != story || o.Imported {
		t.Fatalf("%+v", o)
	}
	var kept, dropped []string
	for _, f := range o.Files {
		kept = append(kept, f.Name+" "+f.Kind)
		if f.Kind == "edition" && !strings.HasPrefix(string(with[f.Bytes.N]), "barline: 1\n") {
			t.Errorf("the edition is not YAML: %s", with[f.Bytes.N])
		}
	}
	for _, d := range o.Dropped {
		dropped = append(dropped, d.Name)
	}
	if got := strings.Join(kept, ", "); got != "img/a.png image, s.nb.yaml edition, win.png image" {
		t.Errorf("kept: %s", got)
	}
	if len(dropped) != 4 {
		t.Errorf("dropped: %q", dropped)
	}
}

// A zip that unpacks to more than is opened is refused, whatever it says of itself.
func TestOpenBomb(t *testing.T) {
	p := newPage(t)
	bomb := zipped(t, map[string]string{"s.yaml": strings.Repeat("# \n", 30<<20)})
	if len(bomb) > 1<<20 {
		t.Fatal("this is no bomb")
	}
	r := p.ask(context.Background(), map[string]any{"type": "open", "files": []any{sent("x.zip", 0)}}, bomb)
	if r.OK || !strings.Contains(r.Error.Message, "unpack to more than is opened") {
		t.Errorf("%+v", r)
	}
}

func TestOpenSeveral(t *testing.T) {
	p := newPage(t)
	for _, test := range []struct {
		files []any
		story string
		fault string
	}{
		{[]any{text("a.csv", "title,date\nT,2025\n"), text("b.png", "x")}, "a.yaml", ""},
		{[]any{text("a.csv", "title,date\nT,2025\n"), text("b.csv", "x")}, "", "several files"},
		{[]any{text("a.yaml", "barline: 1\nid: a\nheadline: A\nevents:\n- {title: T, date: 2025}\n"), text("b.csv", "x")}, "a.yaml", ""},
		{[]any{text("b.png", "x")}, "", "no story among"},
		{[]any{}, "", "nothing to open"},
		{[]any{text("a.yaml", "barline: 1\n"), text("b.yaml", "barline: 1\n")}, "", "several stories"},
		{[]any{text("broken.yaml", "barline: 1\nid: a\nevents:\n  - {title: T, date: nonsense}\n")}, "broken.yaml", "nonsense"},
		{[]any{text("broken.json", `{"barline": 1, "id": "a", "events": []}`)}, "broken.yaml", "missing-field"},
		{[]any{text("rotten.json", `{"barline": 1, "id": `)}, "", "ends too early"},
	} {
		var o opened
		p.get(&o, map[string]any{"type": "open", "files": test.files})
		said, _ := json.Marshal(o.Problems)
		if (o.Story == nil) != (test.story == "") || o.Story != nil && o.Story.Name != test.story || !strings.Contains(string(said), test.fault) {
			t.Errorf("%v: %+v, %s", test.files, o.Story, said)
		}
	}
}

// Questions show the rows that they are about, and their answers say what to send.
func TestQuestions(t *testing.T) {
	p := newPage(t)
	var o opened
	table := "title\tdate\nOne\t3/4/2014\nTwo\t5/6/2014\n"
	p.get(&o, map[string]any{"type": "open", "files": []any{text("paste.tsv", table)}})
	if len(o.Questions) != 1 || o.Questions[0].Option != "dates" || len(o.Questions[0].Rows) == 0 || o.Questions[0].Rows[0].Cells[0] != "One" {
		t.Fatalf("%+v", o.Questions)
	}
	for _, a := range o.Questions[0].Answers {
		var after opened
		p.get(&after, map[string]any{"type": "open", "files": []any{text("paste.tsv", table)}, "options": a.Set})
		if after.Story == nil || len(after.Questions) > 0 || !after.Imported || after.Story.Name != "timeline.yaml" {
			t.Errorf("after %s: %+v", a.Value, after)
		}
	}
}

// A story of 8 MB is opened, checked and changed; a larger one is refused.
func TestLargeStory(t *testing.T) {
	p := newPage(t)
	var b strings.Builder
	b.WriteString("barline: 1\nid: s\nheadline: H\nevents:\n")
	for i := 0; b.Len() < 8<<20-2000; i++ {
		b.WriteString("  - title: " + strings.Repeat("T", 100) + "\n    date: 2025\n    summary: " + strings.Repeat("What happened. ", 80) + "\n")
	}
	var o opened
	p.get(&o, map[string]any{"type": "open", "files": []any{text("s.yaml", b.String())}})
	if o.Story == nil || o.Story.Text != b.String() {
		t.Fatalf("%d bytes do not open: %+v", b.Len(), o.Problems)
	}
	var e struct{ Text string }
	p.get(&e, map[string]any{"type": "edit", "check": false, "files": []any{text("s.yaml", b.String())}, "ops": []any{map[string]any{"op": "set", "path": []any{"headline"}, "value": "Other"}}})
	if e.Text != strings.Replace(b.String(), "headline: H", "headline: Other", 1) {
		t.Error("the headline is not all that changed")
	}
	p.get(&o, map[string]any{"type": "open", "files": []any{text("s.yaml", b.String()+strings.Repeat("#\n", 4000))}})
	if len(o.Problems) == 0 {
		t.Error("a story beyond the limit is taken")
	}
}

func TestExample(t *testing.T) {
	p := newPage(t)
	var o opened
	p.get(&o, map[string]any{"type": "example", "example": "witkoff-putin-2025"})
	if o.Story == nil || o.Story.Text != string(stories.WitkoffPutin2025()) || len(o.Files) != 3 {
		t.Errorf("%+v", o)
	}
}
