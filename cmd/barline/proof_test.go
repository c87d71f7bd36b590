package main

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"barline/publish"
)

const provenStory = `barline: 1
id: harbour
headline: The harbour
proof: true
sources: [{id: paper, name: The Courier, title: A report, file: reports/harbour.html}]
people: [{id: ada, name: Ada Okafor, role: mayor}]
events:
  - {id: vote, title: The vote, date: 2024-06-12, quotes: [{id: q1, speaker: ada, words: We are ready to talk., circumstance: to reporters}]}
`

// folderOf is a folder with these files.
func folderOf(t *testing.T, files map[string]string) (dir string, put func(name, text string)) {
	t.Helper()
	dir = t.TempDir()
	put = func(name, text string) {
		t.Helper()
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for name, text := range files {
		put(name, text)
	}
	return dir, put
}

const report = `<!doctype html><html lang="en"><title>A report</title><script>var said = "We are ready to talk.";</script>
<p>The council met on 12 June.</p><p>“We are ready to talk,” said the mayor, Ada Okafor.</p>`

// A report that the story names is read without being told; what was proven is shown on
// the page, and no longer once it does not hold.
func TestProofOnThePage(t *testing.T) {
	needEngine(t)
	dir, put := folderOf(t, map[string]string{"s.yaml": provenStory, "reports/harbour.html": report})
	says := func(exit int, want string, args ...string) {
		t.Helper()
		code, stdout, stderr := call(dir, args...)
		if code != exit || !strings.Contains(stdout+stderr, want) {
			t.Errorf("%v: %d, want %d and %q\n%s%s", args, code, exit, want, stdout, stderr)
		}
	}
	page := func() string {
		t.Helper()
		b, err := os.ReadFile(filepath.Join(dir, "out", "index.html"))
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	says(1, "s.yaml:4:8: proof: the page is to say when the quotations were checked, and "+filepath.Join(dir, "s.proof.json")+" is not there", "check", "DIR/s.yaml")
	says(1, "s.proof.json is not there; run barline check", "build", "DIR/s.yaml", "-o", "DIR/out")
	if _, err := os.Stat(filepath.Join(dir, "out")); err == nil {
		t.Error("what is not proven was published")
	}
	says(0, "to the letter", "check", "DIR/s.yaml", "--write-proof")
	record, err := os.ReadFile(filepath.Join(dir, "s.proof.json"))
	if err != nil {
		t.Fatal(err)
	}
	says(0, "", "build", "DIR/s.yaml", "-o", "DIR/out")
	if p := page(); !strings.Contains(p, "<p data-proof>Quotations checked against the report on ") {
		t.Error("the page does not say when the quotations were checked")
	}
	for _, name := range []string{"index.html", "story.json"} {
		b, err := os.ReadFile(filepath.Join(dir, "out", name))
		if err != nil || strings.Contains(string(b), "harbour.html") || strings.Contains(string(b), `"proof"`) {
			t.Errorf("%s tells readers what is the desk's: %v", name, err)
		}
	}

	for _, c := range []struct{ name, story, record, want string }{
		{"changed words", strings.Replace(provenStory, "ready to talk", "ready to listen", 1), string(record), "s.proof.json does not prove it: the quotation q1 was changed"},
		{"another quotation", strings.Replace(provenStory, "to reporters}]", "to reporters}, {id: q2, speaker: ada, words: Never., circumstance: later}]", 1), string(record), "the quotation q2 is new"},
		{"no quotation", provenStory[:strings.Index(provenStory, ", quotes")] + "}\n", string(record), "the quotation q1 is gone"},
		{"another day by hand", provenStory, strings.Replace(string(record), `"checked": "20`, `"checked": "19`, 1), "it was edited by hand"},
		{"another verdict by hand", provenStory, strings.Replace(string(record), `"exact"`, `"shortened"`, 1), "it was edited by hand"},
		{"of another story", strings.Replace(provenStory, "id: harbour", "id: port", 1), string(record), "it is of the story harbour"},
		{"something behind it", provenStory, string(record) + "{}", "something stands behind the record of proofs"},
		{"another field", provenStory, strings.Replace(string(record), "{", `{"note": "fine",`, 1), "this is no record of proofs"},
		{"no JSON", provenStory, "checked by me", "this is no record of proofs"},
		{"empty", provenStory, "", "this is no record of proofs"},
	} {
		put("s.yaml", c.story)
		put("s.proof.json", c.record)
		for _, args := range [][]string{{"check", "DIR/s.yaml"}, {"build", "DIR/s.yaml", "-o", "DIR/other"}} {
			code, stdout, stderr := call(dir, args...)
			if code != 1 || !strings.Contains(stderr, c.want) {
				t.Errorf("%s, %s: %d, want %q\n%s%s", c.name, args[0], code, c.want, stdout, stderr)
			}
		}
	}
	// What is missing in the report is no proof, although it was checked.
	put("s.yaml", strings.Replace(provenStory, "ready to talk", "ready to listen", 1))
	call(dir, "check", "DIR/s.yaml", "--write-proof")
	says(1, "the quotation q1 did not stand in the report", "build", "DIR/s.yaml", "-o", "DIR/other")
	// The report is another one now.
	put("s.yaml", provenStory)
	put("s.proof.json", string(record))
	put("reports/harbour.html", report+"<p>Corrected.</p>")
	says(1, "harbour.html is another file now", "check", "DIR/s.yaml")
	if err := os.Remove(filepath.Join(dir, "reports", "harbour.html")); err != nil {
		t.Fatal(err)
	}
	says(1, "s.yaml:5:65: sources[0].file: the report is not there; put the report there, or remove this field", "check", "DIR/s.yaml")
}

// An edition shows what was proven of the same words, and nothing that was not.
func TestProofOfAnEdition(t *testing.T) {
	needEngine(t)
	norwegian := strings.NewReplacer("id: harbour", "id: harbour\nlang: nb", "The harbour", "Havnen", "title: The vote", "title: Avstemningen",
		"words: We are ready to talk.", "lang: en, words: We are ready to talk., translation: {words: Vi er klare til å snakke., by: the desk}").Replace(provenStory)
	dir, _ := folderOf(t, map[string]string{"s.yaml": provenStory, "s.nb.yaml": norwegian, "reports/harbour.html": report})
	if code, stdout, stderr := call(dir, "check", "DIR/s.yaml", "--write-proof"); code != 0 {
		t.Fatal(code, stdout, stderr)
	}
	if code, stdout, stderr := call(dir, "build", "DIR/s.yaml", "-o", "DIR/out"); code != 0 {
		t.Fatal(code, stdout, stderr)
	}
	page, err := os.ReadFile(filepath.Join(dir, "out", "nb", "index.html"))
	if err != nil || !strings.Contains(string(page), "<p data-proof>Sitatene ble kontrollert mot artikkelen ") {
		t.Errorf("the Norwegian page does not say so: %v", err)
	}
}

// Sources that prove nothing, or are none, each get a clear word.
func TestBadSources(t *testing.T) {
	const story = `barline: 1
id: harbour
headline: The harbour
sources: [{name: The Courier, title: A report}]
people: [{id: ada, name: Ada Okafor, role: mayor}, {id: per, name: Per Lindqvist, role: head of the union}]
events:
  - {id: vote, title: The vote, date: 2024-06-12, people: [ada, per], quotes: [{id: q1, speaker: ada, words: WORDS, circumstance: to reporters}]}
corrections: [CORRECTION]
`
	with := func(words, correction string) string {
		return strings.NewReplacer("WORDS", words, "CORRECTION", correction).Replace(story)
	}
	plain := with("We are ready to talk.", "")
	dir, put := folderOf(t, map[string]string{
		"german.txt":   "Der Rat hat sich am Mittwoch getroffen und die Bürgermeisterin ist nicht mit der Gewerkschaft und dem Hafen einig. Das ist eine Frage, die sich auf der Sitzung nicht klären ließ.",
		"ansi.txt":     "\x93We are ready to talk,\x94 said Ada Okafor \x96 at last.",
		"script.html":  `<script>document.write("“We are ready to talk.” Ada Okafor said")</script><p>The mayor said nothing at all to them.</p>`,
		"yes.txt":      "“We are ready to talk,” said Ada Okafor.",
		"no.txt":       "“We are ready to talk,” said Per Lindqvist.",
		"often.txt":    strings.Repeat("“Not like this,” said Ada Okafor. ", 40),
		"empty.pdf":    "%PDF-1.4\n",
		"picture.docx": "PK\x03\x04 nothing",
	})
	large, err := os.Create(filepath.Join(dir, "large.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if err := large.Truncate(100 << 20); err != nil {
		t.Fatal(err)
	}
	large.Close()
	// As pdftotext answers for pages that are pictures.
	put("bin/pdftotext", "#!/bin/sh\nexit 0\n")
	if err := os.Chmod(filepath.Join(dir, "bin", "pdftotext"), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", filepath.Join(dir, "bin")+string(os.PathListSeparator)+os.Getenv("PATH"))
	for _, c := range []struct {
		name, story, args string
		exit              int
		want              string
	}{
		{"another language", plain, "--source DIR/german.txt", 0, "the source is in de, and the quotation is not: it proves nothing"},
		{"Windows-1252", plain, "--source DIR/ansi.txt", 0, "ansi.txt, line 1, to the letter"},
		{"100 MB", plain, "--source DIR/large.txt", 1, "large.txt: 100 MB; a report has at most 32 MB"},
		{"a PDF without text", plain, "--source DIR/empty.pdf", 1, "empty.pdf: there is no text in this PDF"},
		{"scripts", plain, "--source DIR/script.html", 1, "does not stand in"},
		{"a file that is no Word file", plain, "--source DIR/picture.docx", 1, "picture.docx: "},
		{"two that disagree", plain, "--source DIR/yes.txt --source DIR/no.txt", 0, "[sources-disagree]"},
		{"three words forty times", with("Not like this.", ""), "--source DIR/often.txt", 0, "stand 40 times in"},
		{"a correction of nothing", with("We are ready to talk.", "{date: 2024-07-01, event: ghost, what: It was another.}"), "", 0, "the story has no event"},
		{"a correction of what never was", with("We are ready to talk.", "{date: 2024-07-01, event: ghost, what: It was another.}"), "--against DIR/old.yaml", 1, `there is no event "ghost", and there was none`},
	} {
		put("s.yaml", c.story)
		put("old.yaml", plain)
		code, stdout, stderr := call(dir, append([]string{"check", "DIR/s.yaml"}, strings.Fields(c.args)...)...)
		if said := stdout + stderr; code != c.exit || !strings.Contains(said, c.want) {
			t.Errorf("%s: %d, want %d and %q\n%s", c.name, code, c.exit, c.want, said)
		}
	}
}

// What was published can be read from where it stands, which is said before it is asked.
func TestAgainstAnAddress(t *testing.T) {
	const old = "barline: 1\nid: s\nheadline: S\nevents:\n  - {id: a, title: A, date: 2025-04}\n"
	dir, _ := folderOf(t, map[string]string{"old.yaml": old, "new.yaml": strings.Replace(old, "2025-04", "2025-05", 1)})
	site := publish.Site{"six/story.json": []byte(`{"barline":1,"id":"s","headline":"S","events":[{"id":"a","title":"A","date":"2025-04"}]}`),
		"old.yaml": []byte(old), "many/barline.json": []byte(`{"files":["index.html","assets/events.0123456789ab.barline"]}`), "two/barline.json": []byte(`{"files":["assets/events.0123456789ab.barline","assets/events.0123456789ac.barline"]}`)}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { site.ServeHTTP(w, r) }))
	defer server.Close()
	host := strings.TrimPrefix(server.URL, "http://")
	for _, path := range []string{"/six/", "/six", "/six/index.html", "/six/?utm=1#a", "/six/e/a/", "/six/story.json", "/old.yaml"} {
		code, _, stderr := call(dir, "check", "DIR/new.yaml", "--against", server.URL+path)
		if code != 1 || !strings.HasPrefix(stderr, "asking "+host+" for what was published\n") || !strings.Contains(stderr, "[date-changed]") {
			t.Errorf("%s: %d %s", path, code, stderr)
		}
	}
	for path, want := range map[string]string{
		"/nothing/": "neither story.json nor barline.json is there",
		"/many/":    "events.0123456789ab.barline: 404",
		"/two/":     "it holds the events of several builds",
	} {
		if code, _, stderr := call(dir, "check", "DIR/new.yaml", "--against", server.URL+path); code != 1 || !strings.Contains(stderr, want) {
			t.Errorf("%s: %d %s", path, code, stderr)
		}
	}
}
