package session_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"barline/data/stories"
	"barline/desk/session"
	"barline/publish"
)

var update = flag.Bool("update", false, "write the goldens")

// page is the other side: it sends requests and keeps what comes.
type page struct {
	t testing.TB
	*session.Session
}

func newPage(t testing.TB) page {
	engine := publish.Engine{WASM: bytes.Repeat([]byte("\x00asm engine "), 5000), Loader: []byte("// The loader.\nglobalThis.Go = class { run() {} };\n"), Licences: []byte("Licences.\n")}
	return page{t, session.New(session.Options{
		Version: "test",
		Engine:  func(context.Context) (publish.Engine, error) { return engine, nil },
		Drafts:  publish.Engine{Loader: engine.Loader, Named: "engine.0123456789ab.wasm", Bytes: len(engine.WASM)},
	})}
}

// reply is an answer as JavaScript has it.
type reply struct {
	OK     bool
	Result json.RawMessage
	Error  *struct {
		Message   string
		Cancelled bool
		Restart   bool
		Missing   []string
	}
	with [][]byte
}

func (p page) ask(ctx context.Context, request map[string]any, with ...[]byte) reply {
	p.t.Helper()
	text, err := json.Marshal(request)
	if err != nil {
		p.t.Fatal(err)
	}
	answer, out := p.Do(ctx, text, with, nil)
	r := reply{with: out}
	if err := json.Unmarshal(answer, &r); err != nil {
		p.t.Fatalf("%v\n%s", err, answer)
	}
	if r.Error != nil && r.Error.Restart {
		p.t.Fatalf("%v: %s", request["type"], r.Error.Message)
	}
	return r
}

// get asks for what must be answered well, and reads it.
func (p page) get(to any, request map[string]any, with ...[]byte) [][]byte {
	p.t.Helper()
	r := p.ask(context.Background(), request, with...)
	if !r.OK {
		p.t.Fatalf("%v: %s", request["type"], r.Error.Message)
	}
	if err := json.Unmarshal(r.Result, to); err != nil {
		p.t.Fatal(err)
	}
	return r.with
}

func text(name, contents string) map[string]any {
	return map[string]any{"name": name, "text": contents}
}

func sent(name string, n int) map[string]any {
	return map[string]any{"name": name, "bytes": map[string]any{"$bytes": n}}
}

// first are the files of the first story and its editions.
func first() []map[string]any {
	files := []map[string]any{text(stories.WitkoffPutin2025Name, string(stories.WitkoffPutin2025()))}
	for name, contents := range stories.WitkoffPutin2025Editions() {
		files = append(files, text(name, string(contents)))
	}
	return files
}

type bytesRef struct {
	N int `json:"$bytes"`
}

type saved struct {
	Name, MIME string
	Bytes      bytesRef
	Left       []string
}

func TestGoldenMessages(t *testing.T) {
	const small = "barline: 1\nid: harbour\nheadline: A harbour\nsources:\n  - {id: a, name: A report}\nevents:\n  - title: It opened\n    date: 1890~\n    source: a # from the church book\n"
	requests := []map[string]any{
		{"type": "check", "files": []any{text("harbour.yaml", small)}},
		{"type": "edit", "check": false, "files": []any{text("harbour.yaml", small)}, "ops": []any{map[string]any{"op": "set", "path": []any{"events", 0, "date"}, "value": "1891"}, map[string]any{"op": "insert", "path": []any{"events", 0}, "value": map[string]any{"title": "Before", "date": "1880"}}, map[string]any{"op": "sort", "path": []any{"events"}}}},
		{"type": "understood", "date": "1890~", "duration": "PT90M", "lang": "en"},
		{"type": "understood", "date": "ca. 1890", "duration": "an hour", "lang": "en"},
		{"type": "open", "files": []any{text("paste.tsv", "title\tdate\nOne\t3/4/2014\nTwo\t5/6/2014\n")}},
		{"type": "open", "files": []any{text("paste.tsv", "title\tdate\nOne\t3/4/2014\nTwo\t5/6/2014\n")}, "options": map[string]any{"dates": "dmy"}},
		{"type": "prove", "files": []any{text("harbour.yaml", strings.Replace(strings.Replace(small, "    source: a", "    quotes:\n      - {id: q1, words: It is open, speaker: mayor}\n      - {id: q2, words: It was open, speaker: mayor}\n    source: a", 1), "events:", "people:\n  - {id: mayor, name: the mayor}\nevents:", 1))}, "sources": []any{text("report", "“It is open,” said the mayor.")}},
		{"type": "blank", "headline": "A harbour", "lang": "nb", "date": "2026-01-01"},
		{"type": "check", "files": []any{map[string]any{"name": "gone.yaml"}}},
		{"type": "check", "files": []any{text("broken.yaml", "barline: 1\nevents: [")}},
		{"type": "nothing"},
	}
	p := newPage(t)
	var out bytes.Buffer
	out.Write(p.Ready())
	out.WriteString("\n")
	for _, r := range requests {
		text, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		answer, with := p.Do(context.Background(), text, nil, nil)
		out.WriteString("\n> ")
		out.Write(text)
		out.WriteString("\n")
		if err := json.Indent(&out, answer, "", " "); err != nil {
			t.Fatal(err)
		}
		for _, b := range with {
			out.WriteString("\nbytes: " + string(b[:min(len(b), 60)]))
		}
		out.WriteString("\n")
	}
	const golden = "testdata/messages.txt"
	if *update {
		if err := os.WriteFile(golden, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(out.Bytes(), want) {
		t.Errorf("messages are others than in %s; look at what -update changes\n%s", golden, out.Bytes())
	}
}

// The zip holds, byte for byte, what barline build writes into a new folder.
func TestZipIsTheBuild(t *testing.T) {
	p := newPage(t)
	var s saved
	nb := "witkoff-putin-2025.nb.yaml"
	files := []any{text(stories.WitkoffPutin2025Name, string(stories.WitkoffPutin2025())), text(nb, string(stories.WitkoffPutin2025Editions()[nb]))}
	with := p.get(&s, map[string]any{"type": "save", "as": "zip", "files": files, "story": stories.WitkoffPutin2025Name})
	packed := with[s.Bytes.N]
	dir := filepath.Join(t.TempDir(), "site")
	build(t, dir, nb)
	written := map[string]bool{}
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			name, _ := filepath.Rel(dir, path)
			written[filepath.ToSlash(name)] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	r, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.File {
		name, ok := strings.CutPrefix(f.Name, "witkoff-putin-2025/")
		if !ok || !written[name] {
			t.Errorf("%s is in the zip alone", f.Name)
			continue
		}
		delete(written, name)
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(in)
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		want, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s differs", name)
		}
	}
	for name := range written {
		t.Errorf("%s is in the folder alone", name)
	}
	if len(r.File) < 60 {
		t.Errorf("only %d files are in the zip", len(r.File))
	}
}

func TestCancel(t *testing.T) {
	p := newPage(t)
	ctx, cancel := context.WithCancel(context.Background())
	request, err := json.Marshal(map[string]any{"type": "save", "as": "zip", "files": first(), "story": stories.WitkoffPutin2025Name})
	if err != nil {
		t.Fatal(err)
	}
	said := 0
	answer, with := p.Do(ctx, request, nil, func(_, _ int, what string) {
		if said++; said == 3 {
			cancel()
		}
	})
	if string(answer) != `{"ok":false,"error":{"message":"cancelled","cancelled":true}}` || len(with) != 0 {
		t.Errorf("%s", answer)
	}
	if r := p.ask(ctx, map[string]any{"type": "check", "files": first()}); r.OK || !r.Error.Cancelled {
		t.Errorf("what was cancelled before its turn is begun: %+v", r)
	}
	if r := p.ask(context.Background(), map[string]any{"type": "check", "files": first(), "story": stories.WitkoffPutin2025Name}); !r.OK {
		t.Errorf("the next request is not answered: %+v", r.Error)
	}
}

// A preview sends what has changed, and knows the engine by its name.
func TestPreview(t *testing.T) {
	p := newPage(t)
	type file struct{ Name, From string }
	type answer struct {
		Changed, External []file
		Files             []string
		Policy            string
	}
	var a, b answer
	p.get(&a, map[string]any{"type": "preview", "files": first(), "story": stories.WitkoffPutin2025Name, "widths": []int{390}})
	if len(a.Changed) < 10 || len(a.External) != 1 || a.External[0].Name != "assets/engine.0123456789ab.wasm" || !strings.Contains(a.Policy, "sha256-") {
		t.Errorf("%+v", a)
	}
	files := first()
	files[0] = text(stories.WitkoffPutin2025Name, strings.Replace(string(stories.WitkoffPutin2025()), "headline:", "headline: Again,", 1))
	for i := 1; i < len(files); i++ {
		delete(files[i], "text") // it is there still
	}
	p.get(&b, map[string]any{"type": "preview", "files": files, "story": stories.WitkoffPutin2025Name, "widths": []int{390}})
	var names []string
	for _, f := range b.Changed {
		names = append(names, f.Name)
	}
	if got := strings.Join(names, " "); got != "events.csv index.html story.json" && got != "index.html story.json" {
		t.Errorf("changed: %s", got)
	}
	if len(b.Files) != len(a.Files) {
		t.Errorf("%d files became %d", len(a.Files), len(b.Files))
	}
}

func TestFormats(t *testing.T) {
	p := newPage(t)
	for as, want := range map[string]string{"yaml": "# Witkoff", "json": "{", "csv": "type,id,", "xlsx": "PK", "ics": "BEGIN:VCALENDAR", "timelinejs": "{", "markwhen": "", "png": "\x89PNG", "svg": "<svg", "document": "PK", "single": "<!doctype html>"} {
		var s saved
		with := p.get(&s, map[string]any{"type": "save", "as": as, "files": first(), "story": stories.WitkoffPutin2025Name, "width": 600, "scale": 1})
		if got := string(with[s.Bytes.N]); !strings.HasPrefix(strings.TrimPrefix(got, "\ufeff"), want) || s.MIME == "" || !strings.HasPrefix(s.Name, "witkoff-putin-2025.") {
			t.Errorf("%s: %s, %s: %.40q", as, s.Name, s.MIME, got)
		}
	}
	var s saved
	with := p.get(&s, map[string]any{"type": "save", "as": "document", "files": first(), "story": stories.WitkoffPutin2025Name})
	var o opened
	p.get(&o, map[string]any{"type": "open", "files": []any{sent("story.zip", 0)}}, with[s.Bytes.N])
	if o.Story == nil || o.Story.Text != string(stories.WitkoffPutin2025()) || len(o.Files) != 3 {
		t.Errorf("the document does not open as it was: %+v", o)
	}
	var e struct{ Codes, Frames []struct{ Lang, Code string } }
	p.get(&e, map[string]any{"type": "embed", "address": "https://example.org/t", "files": first(), "story": stories.WitkoffPutin2025Name})
	if len(e.Codes) != 4 || !strings.Contains(e.Codes[0].Code, `src="https://example.org/t/"`) || !strings.Contains(e.Frames[1].Code, `src="https://example.org/t/`) {
		t.Errorf("%+v", e)
	}
}
