package main

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"barline/importer"
)

// desk is a folder with these files.
func desk(t *testing.T, files map[string]string) (dir string, at func(name string) string) {
	t.Helper()
	dir = t.TempDir()
	at = func(name string) string { return filepath.Join(dir, name) }
	for name, text := range files {
		if err := os.WriteFile(at(name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir, at
}

func contents(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

const foreign = "When;What;Group;Notes\n3 May 1999;The first meeting;Talks;It was short.\n13/5/1999;A walk-out;Talks;\nsoon;Nothing yet;Plans;\n"

func TestImportSaysWhatCameOfIt(t *testing.T) {
	_, at := desk(t, map[string]string{"f.csv": foreign})
	code, out, errs := called("import", at("f.csv"), "-o", at("s.yaml"), "--report", at("r.json"), "--headline", "Talks of 1999", "--lang", "en-GB")
	if code != exitDone || errs != "" {
		t.Fatalf("%d %s", code, errs)
	}
	for _, want := range []string{"separated by semicolons", "When → date", "Group → lane", "Notes → text", "not read, left out: line 4: When: \"soon\" is not part of a date", at("s.yaml") + ": 2 events"} {
		if !strings.Contains(out, want) {
			t.Errorf("nothing says %q in\n%s", want, out)
		}
	}
	s := storyAt(t, at("s.yaml"))
	if s.Headline() != "Talks of 1999" || s.Lang() != "en-GB" || s.Len() != 2 || s.Event(1).Date.String() != "1999-05-13" {
		t.Errorf("%+v", s)
	}
	var r importer.Report
	if err := json.Unmarshal([]byte(contents(t, at("r.json"))), &r); err != nil || r.Events != 2 || len(r.Unread) != 1 || r.Unread[0].Line != 4 || len(r.Columns) != 4 {
		t.Errorf("%v %+v", err, r)
	}
	if code, _, errs := called("check", at("s.yaml")); code != exitDone {
		t.Errorf("%d %s", code, errs)
	}
}

func TestImportRefuses(t *testing.T) {
	dir, at := desk(t, map[string]string{"f.csv": foreign, "ask.csv": "date,title\n3/4/2014,A\n", "there.yaml": "mine", "page.csv": "<!DOCTYPE html><p>x</p>", "empty.csv": ""})
	before := names(t, dir)
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"import", at("f.csv"), "-o", at("there.yaml")}, exitInput, at("there.yaml") + " is there already, and may have been edited; say --update to take the file into it, or --force to replace it"},
		{[]string{"import", at("f.csv"), "-o", at("s.yaml"), "--strict"}, exitInput, at("f.csv") + ":4:1: When: \"soon\" is not part of a date"},
		{[]string{"check", at("f.csv")}, exitInput, at("f.csv") + ":4:1: When: \"soon\" is not part of a date"},
		{[]string{"build", at("f.csv"), "-o", at("site")}, exitInput, at("f.csv") + ":4:1: When: \"soon\" is not part of a date"},
		{[]string{"picture", at("f.csv"), "-o", at("p.svg")}, exitInput, at("f.csv") + ":4:1: When: \"soon\" is not part of a date"},
		{[]string{"import", at("ask.csv"), "-o", at("s.yaml")}, exitInput, at("ask.csv") + ":2:1: date: which comes first"},
		{[]string{"picture", at("ask.csv"), "-o", at("p.svg")}, exitInput, "--dates mdy"},
		{[]string{"import", at("empty.csv"), "-o", at("s.yaml")}, exitInput, "the file is empty"},
		{[]string{"import", at("f.csv"), "-o", at("s.yaml"), "--force", "--update"}, exitUsage, "say one of them"},
		{[]string{"import", at("f.csv"), "-o", at("s.yaml"), "--map", "title"}, exitUsage, "--map title: write FIELD=COLUMN"},
		{[]string{"import", at("f.csv"), "-o", at("s.yaml"), "--map", "titel=What"}, exitUsage, `there is no field "titel"; fields are id, title`},
		{[]string{"import", at("f.csv"), "-o", at("s.yaml"), "--map", "title=Main"}, exitUsage, `the table has no column "Main"; it has When, What, Group, Notes`},
		{[]string{"import", at("f.csv"), "-o", at("s.yaml"), "--zone", "Oslo"}, exitUsage, "there is no such time zone"},
		{[]string{"import", at("f.csv"), "-o", at("s.yaml"), "--dates", "american"}, exitUsage, "--dates american: write dmy, mdy or ymd"},
		{[]string{"import", at("f.csv"), "-o", filepath.Join(dir, "no", "s.yaml")}, exitInput, "the folder " + filepath.Join(dir, "no") + " does not exist; make it first (mkdir -p " + filepath.Join(dir, "no") + ")"},
		{[]string{"import", at("f.csv"), "-o", at("s.yaml"), "--report", filepath.Join(dir, "no", "r.json")}, exitInput, "the folder " + filepath.Join(dir, "no") + " does not exist"},
		{[]string{"import", at("f.csv"), "-o", filepath.Join(at("f.csv"), "s.yaml")}, exitInput, at("f.csv") + " is a file and no folder"},
	} {
		code, _, errs := called(c.args...)
		if code != c.code || !strings.Contains(errs, c.says) {
			t.Errorf("%v: %d %s\nwant %d %s", c.args, code, errs, c.code, c.says)
		}
	}
	if diff := cmp.Diff(before, names(t, dir)); diff != "" {
		t.Errorf("files were left behind: %s", diff)
	}
	if contents(t, at("there.yaml")) != "mine" {
		t.Error("a story was written over")
	}
	if code, _, errs := called("import", at("f.csv"), "-o", at("there.yaml"), "--force"); code != exitDone || storyAt(t, at("there.yaml")).Len() != 2 {
		t.Errorf("%d %s", code, errs)
	}
	if code, _, errs := called("import", at("ask.csv"), "-o", at("asked.json"), "--dates", "mdy"); code != exitDone || storyAt(t, at("asked.json")).Event(0).Date.String() != "2014-03-04" {
		t.Errorf("%d %s", code, errs)
	}
}

// Answers about dates may be said in one option or in several.
func TestImportTakesAllAnswersAboutDates(t *testing.T) {
	_, at := desk(t, map[string]string{"f.csv": "date,title\n3/4/2014,A\n1905-06,B\n"})
	for _, answers := range [][]string{{"--dates", "mdy,months"}, {"--dates", "mdy", "--dates", "months"}} {
		code, _, errs := called(append([]string{"import", at("f.csv"), "-o", at("s.yaml"), "--force"}, answers...)...)
		if code != exitDone {
			t.Fatalf("%v: %s", answers, errs)
		}
		if s := storyAt(t, at("s.yaml")); s.Event(0).Date.String() != "1905-06" || s.Event(1).Date.String() != "2014-03-04" {
			t.Errorf("%v: %v, %v", answers, s.Event(0).Date, s.Event(1).Date)
		}
	}
}

// Cells that are pasted come with tabs.
func TestImportOfStandardInput(t *testing.T) {
	_, at := desk(t, nil)
	root := rootCommand(bytes.NewBufferString("Date\tEvent\n2014-03-01\tA vote\n"))
	var out bytes.Buffer
	root.SetOut(&out)
	root.SetErr(&out)
	root.SetArgs([]string{"import", "-", "-o", at("s.yaml")})
	if err := root.ExecuteContext(context.Background()); err != nil {
		t.Fatal(err)
	}
	if s := storyAt(t, at("s.yaml")); s.Len() != 1 || s.Event(0).Title != "A vote" || s.ID() != "timeline" {
		t.Errorf("%s\n%s", out.String(), contents(t, at("s.yaml")))
	}
}

func TestUpdate(t *testing.T) {
	const first = "id,date,title,text,category\na,1901,Lit,By oil,Works\nb,1936,Strike,Of dockers,Town\nc,1955,Last sail,It left,Works\nd,1960,Gone by hand,x,Town\n"
	_, at := desk(t, map[string]string{"f.csv": first})
	if code, _, errs := called("import", at("f.csv"), "-o", at("s.yaml"), "--headline", "A harbour"); code != exitDone {
		t.Fatal(errs)
	}
	// What a person does with it: a comment, other words, an annotation, a person, an event of their
	// own, and one less.
	text := contents(t, at("s.yaml"))
	text = strings.Replace(text, "headline: A harbour", "headline: A harbour and its town # better\nannotations:\n  - {date: 1940, text: The war comes near} # ours", 1)
	text = strings.Replace(text, "summary: Of dockers", "summary: The dockers struck for nine weeks.", 1)
	text = text[:strings.Index(text, "  - id: d\n")] + "  # found in the archive\n  - id: own\n    title: A diver\n    date: 1940\n"
	if err := os.WriteFile(at("s.yaml"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	// The table goes on: a text and a date change, a row goes, a row comes.
	const second = "id,date,title,text,category\na,1901-02-03,Lit,\"First by oil, then by gas\",Works\nb,1936,Strike of the dockers,Of all dockers,Town\nd,1960,Gone by hand,x,Town\ne,1987,Fire,On the ferry,Town\n"
	if err := os.WriteFile(at("f.csv"), []byte(second), 0o644); err != nil {
		t.Fatal(err)
	}
	code, out, errs := called("import", at("f.csv"), "-o", at("s.yaml"), "--update", "--headline", "A harbour")
	if code != exitDone {
		t.Fatal(errs)
	}
	for _, want := range []string{"changed: a: date, summary", "changed: b: title", "edited by hand, and kept though the file says otherwise: b: summary", "added: e", "went from the file, and stays in the story until you remove it: c", "taken out of the story by hand, and not put back: d"} {
		if !strings.Contains(out, want) {
			t.Errorf("nothing says %q in\n%s", want, out)
		}
	}
	got := contents(t, at("s.yaml"))
	for _, want := range []string{"headline: A harbour and its town # better", "{date: 1940, text: The war comes near} # ours", "# found in the archive", "The dockers struck for nine weeks.", "Strike of the dockers", "First by oil, then by gas", "id: own", "id: e", "id: c"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	if strings.Contains(got, "id: d\n") || storyAt(t, at("s.yaml")).Len() != 5 {
		t.Errorf("%s", got)
	}
	// Once more, with nothing new: what went is said again, and nothing else.
	code, out, _ = called("import", at("f.csv"), "-o", at("s.yaml"), "--update", "--headline", "A harbour")
	if code != exitDone || contents(t, at("s.yaml")) != got || strings.Contains(out, "added: ") || strings.Contains(out, "changed: ") {
		t.Errorf("%d\n%s\n%s", code, out, cmp.Diff(got, contents(t, at("s.yaml"))))
	}
	// Of a story that nobody remembers all stays.
	if err := os.Remove(at("s.import.json")); err != nil {
		t.Fatal(err)
	}
	code, out, errs = called("import", at("f.csv"), "-o", at("s.yaml"), "--update")
	if code != exitDone || !strings.Contains(out, "s.import.json is not there") || !strings.Contains(contents(t, at("s.yaml")), "nine weeks") {
		t.Errorf("%d %s %s", code, out, errs)
	}
}

func TestUpdateOfJSON(t *testing.T) {
	_, at := desk(t, map[string]string{"f.csv": "date,title\n1901,Lit\n"})
	if code, _, errs := called("import", at("f.csv"), "-o", at("s.json")); code != exitDone {
		t.Fatal(errs)
	}
	if err := os.WriteFile(at("f.csv"), []byte("date,title\n1901,Lit\n1936,Strike\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if code, _, errs := called("import", at("f.csv"), "-o", at("s.json"), "--update"); code != exitDone || storyAt(t, at("s.json")).Len() != 2 || storyAt(t, at("s.json")).Headline() != "Timeline, 1901 to 1936" {
		t.Errorf("%d %s", code, errs)
	}
}

func TestImportOfAnAddress(t *testing.T) {
	_, at := desk(t, nil)
	fetched := 0
	web := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fetched++
		switch r.URL.Path {
		case "/town/events.csv":
			w.Write([]byte("date,title,image\n2014-03-01,A vote,./vote.jpg\n"))
		case "/named":
			w.Header().Set("Content-Disposition", `attachment; filename="Harbour - Sheet1.csv"`)
			w.Write([]byte("date,title\n2014-03-01,A vote\n"))
		case "/login":
			w.Header().Set("Content-Type", "text/html")
			w.Write([]byte("\n<!DOCTYPE html><title>Sign in</title>"))
		case "/private":
			w.WriteHeader(http.StatusForbidden)
		case "/large":
			w.Write(make([]byte, fetchBytes+1))
		default:
			http.NotFound(w, r)
		}
	}))
	defer web.Close()
	code, _, errs := called("import", web.URL+"/town/events.csv", "-o", at("s.yaml"))
	if code != exitDone || !strings.Contains(errs, "fetched "+web.URL+"/town/events.csv: ") || fetched != 1 {
		t.Errorf("%d %s, fetched %d times", code, errs, fetched)
	}
	s := storyAt(t, at("s.yaml"))
	if s.ID() != "events" || s.Event(0).Links[0].URL != web.URL+"/town/vote.jpg" {
		t.Errorf("%s", contents(t, at("s.yaml")))
	}
	if code, _, errs := called("import", web.URL+"/named", "-o", at("named.yaml")); code != exitDone || storyAt(t, at("named.yaml")).ID() != "harbour-sheet1" {
		t.Errorf("%d %s", code, errs)
	}
	if code, _, errs := called("picture", web.URL+"/named", "-o", at("p.svg")); code != exitDone {
		t.Errorf("%d %s", code, errs)
	}
	for path, want := range map[string]string{
		"/login":   "this is a web page and no file, perhaps one to sign in",
		"/private": "403 Forbidden: it asks to sign in",
		"/none":    "404 Not Found: nothing is there",
		"/large":   "more than 64 MB",
	} {
		code, _, errs := called("import", web.URL+path, "-o", at("none.yaml"))
		if code != exitInput || !strings.HasPrefix(errs, web.URL+path+": ") || !strings.Contains(errs, want) {
			t.Errorf("%s: %d %s", path, code, errs)
		}
	}
	web.Close()
	if code, _, errs := called("check", web.URL+"/named"); code != exitInput || !strings.Contains(errs, "cannot be fetched: ") {
		t.Errorf("%d %s", code, errs)
	}
}

func TestAddressesOfSheets(t *testing.T) {
	const sheets = "https://docs.google.com/spreadsheets/d/"
	for from, want := range map[string]string{
		sheets + "e/2PACX-x/pubhtml":                                 sheets + "e/2PACX-x/pub?output=csv",
		sheets + "e/2PACX-x/pubhtml?gid=7&single=true":               sheets + "e/2PACX-x/pub?gid=7&output=csv&single=true",
		sheets + "e/2PACX-x/pubhtml?widget=true&headers=false":       sheets + "e/2PACX-x/pub?output=csv",
		sheets + "e/2PACX-x/pub?output=csv":                          sheets + "e/2PACX-x/pub?output=csv",
		sheets + "e/2PACX-x/pub?gid=7&single=true&output=tsv":        sheets + "e/2PACX-x/pub?gid=7&single=true&output=tsv",
		sheets + "1abc/edit#gid=42":                                  sheets + "1abc/export?format=csv&gid=42",
		sheets + "1abc/edit?usp=sharing":                             sheets + "1abc/export?format=csv",
		"https://example.org/spreadsheets/d/e/2PACX-x/pubhtml?gid=7": "https://example.org/spreadsheets/d/e/2PACX-x/pubhtml?gid=7",
	} {
		u, err := url.Parse(from)
		if err != nil {
			t.Fatal(err)
		}
		if asTable(u); u.String() != want {
			t.Errorf("%s\n got %s\nwant %s", from, u, want)
		}
	}
}
