package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"barline/check"
	"barline/internal/golden"
)

// finding is a line of check --json.
type finding struct {
	File                               string
	Line, Column                       int
	Path, Severity, Code, Message, Fix string
}

func foundOf(t *testing.T, stdout string) []finding {
	t.Helper()
	var all []finding
	for line := range strings.Lines(stdout) {
		var s finding
		d := json.NewDecoder(strings.NewReader(line))
		d.DisallowUnknownFields()
		if err := d.Decode(&s); err != nil {
			t.Fatal(err, line)
		}
		all = append(all, s)
	}
	return all
}

// checkExample checks the example of a code: CODE.yaml with the sources CODE.source.txt
// and so on, and the story that was published before, CODE.old.yaml.
func checkExample(t *testing.T, dir, file string, more ...string) (code int, stdout, stderr string) {
	t.Helper()
	stem := strings.TrimSuffix(file, filepath.Ext(file))
	args := append([]string{"check", filepath.Join(dir, file)}, more...)
	beside, err := filepath.Glob(filepath.Join(dir, stem+".*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range beside {
		rest := strings.TrimPrefix(filepath.Base(path), stem+".")
		if strings.HasPrefix(rest, "source") {
			args = append(args, "--source", path)
		}
		if strings.HasPrefix(rest, "old.") {
			args = append(args, "--against", path)
		}
	}
	return call("", args...)
}

// Every code has an example that gives it, and every example is of a code that there is.
// An example gives its code at a place, and, where it is no note, no other one.
func TestEveryCodeHasAnExample(t *testing.T) {
	const dir = "../../testdata/bad"
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, e := range entries {
		switch name := e.Name(); {
		case strings.Count(name, ".") != 1:
		case filepath.Ext(name) == ".yaml" || filepath.Ext(name) == ".csv":
			files[strings.TrimSuffix(name, filepath.Ext(name))] = name
		}
	}
	for _, c := range check.Codes() {
		if c.Name == "other" {
			continue // no error has it; data/schema's tests see many
		}
		file, ok := files[c.Name]
		if !ok {
			t.Errorf("%s has no example in %s", c.Name, dir)
			continue
		}
		delete(files, c.Name)
		exit, stdout, stderr := checkExample(t, dir, file, "--json")
		if stderr != "" {
			t.Errorf("%s: --json says something on standard error: %s", file, stderr)
		}
		golden.Text(t, filepath.Join("..", dir, c.Name+".jsonl"), strings.ReplaceAll(stdout, dir+"/", ""))
		found := false
		for _, s := range foundOf(t, stdout) {
			found = found || s.Code == c.Name
			if s.Code == c.Name && (s.Severity != c.Severity.String() || s.Message == "" || s.File == "") {
				t.Errorf("%s: %+v", file, s)
			}
			if s.Code != c.Name && s.Severity != "note" && c.Name != "more-errors" {
				t.Errorf("%s gives %s as well: %+v", file, s.Code, s)
			}
		}
		if !found {
			t.Errorf("%s does not give its code: %s", file, stdout)
		}
		if want := c.Severity == check.Error; (exit == exitInput) != want {
			t.Errorf("%s: exit code %d", file, exit)
		}
		// With --strict warnings are errors, and without --json they are on standard error.
		if c.Severity == check.Warning {
			exit, _, stderr := checkExample(t, dir, file, "--strict")
			if exit != exitInput || !strings.Contains(stderr, "["+c.Name+"]") || !strings.HasPrefix(stderr, filepath.Join(dir, strings.TrimSuffix(file, filepath.Ext(file)))) {
				t.Errorf("%s --strict: %d, %s", file, exit, stderr)
			}
		}
		// What the story allows is not said.
		if c.Severity == check.Warning && c.Name != "unknown-code" {
			checkSilenced(t, dir, file, c.Name)
		}
	}
	for name := range files {
		t.Errorf("%s is no code", name)
	}
	expected, err := filepath.Glob(filepath.Join(dir, "*.jsonl"))
	if err != nil || len(expected) != len(check.Codes())-1 {
		t.Errorf("%d files of what is expected, for %d codes", len(expected), len(check.Codes())-1)
	}
	if exit, stdout, _ := call("", "check", filepath.Join(dir, "not-there.yaml"), "--json"); exit != exitInput || foundOf(t, stdout)[0].Code != "file" {
		t.Errorf("%d, %s", exit, stdout)
	}
}

// checkSilenced writes allow into the example of a code.
func checkSilenced(t *testing.T, dir, file, code string) {
	t.Helper()
	to := t.TempDir()
	stem := strings.TrimSuffix(file, filepath.Ext(file))
	beside, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range beside {
		name := filepath.Base(path)
		if !strings.HasPrefix(name, stem+".") && filepath.Ext(name) != ".png" {
			continue
		}
		contents, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if filepath.Ext(name) == ".yaml" {
			contents = append(bytes.TrimRight(contents, "\n"), []byte("\nallow: ["+code+"]\n")...)
		}
		if err := os.WriteFile(filepath.Join(to, name), contents, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if _, stdout, _ := checkExample(t, to, file, "--json"); strings.Contains(stdout, `"code":"`+code+`"`) {
		t.Errorf("%s: allow: [%s] does not silence it: %s", file, code, stdout)
	}
}

// Findings stand errors first, then by line.
func TestOrderOfFindings(t *testing.T) {
	dir := t.TempDir()
	text := "barline: 1\nid: x\nheadline: X\nsources: [{name: S}]\nevents:\n  - {title: A, date: 2025-04-25, summary: They met on Thursday., media: {file: gone.png, alt: A hall}}\n"
	if err := os.WriteFile(filepath.Join(dir, "s.yaml"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	exit, stdout, _ := call(dir, "check", "DIR/s.yaml", "--json")
	var got []string
	for _, s := range foundOf(t, stdout) {
		got = append(got, s.Severity+" "+s.Code)
	}
	if all := strings.Join(got, ", "); exit != exitInput || all != "error bad-image, warning unnamed-source, warning weekday" {
		t.Errorf("%d, %s", exit, all)
	}
	first, _, _ := strings.Cut(stdout, "\n")
	if !strings.HasPrefix(first, `{"file":"`+filepath.Join(dir, "s.yaml")+`","line":6,"column":`) || !strings.Contains(first, `"path":"events[0].media.file","severity":"error","code":"bad-image","message":"`) {
		t.Error(first)
	}
}

// pdf is a page with a text, or with none.
func pdf(text string) []byte {
	stream := "BT /F1 12 Tf 50 700 Td (" + text + ") Tj ET"
	if text == "" {
		stream = "0 0 100 100 re f"
	}
	return []byte("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n4 0 obj<</Length " + strconv.Itoa(len(stream)) + ">>stream\n" + stream + "\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n")
}

// Reports of every kind, what was proven of them beside the story, and what is wrong
// with either.
func TestSources(t *testing.T) {
	dir := t.TempDir()
	put := func(name string, contents []byte) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), contents, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	const head = "barline: 1\nid: s\nheadline: S\nsources: [{name: C, title: R}]\npeople: [{id: ada, name: Ada Okafor, role: mayor}]\nevents:\n  - {id: a, title: A, date: 2025, quotes: [{id: q1, speaker: ada, words: "
	put("s.yaml", []byte(head+"We are ready., circumstance: to reporters}]}\n"))
	put("a.txt", []byte("\x93We are ready,\x94 Okafor said on the caf\xe9's steps."))
	put("a.html", []byte("<script>said</script><p>&ldquo;We are <i>ready</i>,&rdquo; Okafor said.</p>"))
	put("empty.html", []byte("<script>“We are ready,” Okafor said.</script>"))
	put("no.txt", []byte("“We were ready,” Okafor said."))
	put("big.txt", bytes.Repeat([]byte("words and "), 10<<20))
	for _, c := range []struct {
		args string
		exit int
		want string
	}{
		{"--source DIR/a.txt", 0, "stands in " + dir + "/a.txt, line 1, to the letter"},
		{"--source DIR/a.html", 0, "to the letter"},
		{"--source DIR/a.html --source DIR/no.txt", 0, "no.txt has: We {+were+} [-are-] ready"},
		{"--source DIR/no.txt", 1, "[quote-missing]"},
		{"--source DIR/empty.html", 1, "there is no text in it"},
		{"--source DIR/big.txt", 1, "a report has at most 32 MB"},
		{"--source DIR/gone.txt", 1, "gone.txt: no such file"},
		{"--write-proof", 2, "--write-proof needs the report"},
		{"", 0, "no errors"},
		{"--source DIR/a.txt --write-proof", 0, "to the letter"},
		{"--source DIR/a.html", 0, "a.txt is another file now than the one that it was held against"},
		{"--strict", 0, "no errors"},
	} {
		exit, stdout, stderr := call(dir, append([]string{"check", "DIR/s.yaml"}, strings.Fields(c.args)...)...)
		if exit != c.exit || !strings.Contains(stdout+stderr, c.want) && !strings.Contains(stdout+stderr, strings.Replace(c.want, "{+were+} [-are-]", "[-are-] {+were+}", 1)) {
			t.Errorf("%s: %d, want %d and %q\n%s%s", c.args, exit, c.exit, c.want, stdout, stderr)
		}
	}
	if names := names(t, dir); !slices.Contains(names, "s.proof.json") {
		t.Error("no proof was written:", names)
	}
	put("s.yaml", []byte(head+"We are late., circumstance: to reporters}]}\n"))
	if _, stdout, _ := call(dir, "check", "DIR/s.yaml"); !strings.Contains(stdout, "s.proof.json: warning: the quotation q1 was changed") {
		t.Error(stdout)
	}
	put("s.yaml", []byte(head+"We are ready., circumstance: to reporters}]}\n"))
	put("a.pdf", pdf("Okafor said: We are ready."))
	put("none.pdf", pdf(""))
	_, stdout, stderr := call(dir, "check", "DIR/s.yaml", "--source", "DIR/a.pdf")
	_, _, none := call(dir, "check", "DIR/s.yaml", "--source", "DIR/none.pdf")
	if _, err := exec.LookPath("pdftotext"); err != nil {
		if !strings.Contains(stderr, "pdftotext, which is not installed; install poppler-utils") {
			t.Error(stderr)
		}
		return
	}
	if !strings.Contains(stdout, "a.pdf, line 1, to the letter") || !strings.Contains(none, "there is no text in this PDF: its pages are pictures; have a program read the letters") {
		t.Error(stdout, stderr, none)
	}
}

// A length that claims to be near its bound is held against the report as well: “less
// than five hours” is not “just under”, unless the report says that, too.
func TestLengthsNearTheirBoundInReports(t *testing.T) {
	const story = "barline: 1\nid: s\nheadline: S\nsources: [{name: C, title: R}]\nevents:\n  - {id: a, title: A, date: 2025-04-11, duration: LENGTH}\n"
	for _, c := range []struct {
		length, report string
		warns          bool
	}{
		{"<PT5H", "They met on 11 April 2025 for less than five hours.", true},
		{"<<PT5H", "They met on 11 April 2025 for less than five hours.", false},
		{"<PT5H", "They met on 11 April 2025 for just under five hours.", false},
		{"<PT5H", "They met for less than five hours. It was just under five hours, she said.", false},
		{`">PT5H"`, "They met on 11 April 2025 for more than five hours.", true},
		{`">>PT5H"`, "They met on 11 April 2025 for more than five hours.", false},
		{"<PT5H", "They met on 11 April 2025 for less than three hours.", false},
	} {
		dir, _ := desk(t, map[string]string{"s.yaml": strings.Replace(story, "LENGTH", c.length, 1), "r.txt": c.report})
		_, out, errs := call(dir, "check", "DIR/s.yaml", "--source", "DIR/r.txt")
		if got := strings.Contains(out, "r.txt says “") && strings.Contains(out, "[length-near]"); got != c.warns || errs != "" {
			t.Errorf("%s, %q: %v\n%s%s", c.length, c.report, got, out, errs)
		}
	}
}

// A SARIF log has every finding with its place, and a rule for its code.
func TestSARIF(t *testing.T) {
	const dir = "../../testdata/bad"
	for file, want := range map[string]string{
		"weekday.yaml": "weekday warning", "bad-date.yaml": "bad-date error", "open-question.csv": "open-question error", "not-there.yaml": "file error",
	} {
		exit, stdout, stderr := call("", "check", filepath.Join(dir, file), "--sarif")
		var log struct {
			Version string
			Runs    []struct {
				Tool struct {
					Driver struct{ Rules []struct{ ID string } }
				}
				Results []struct {
					RuleID, Level string
					Message       struct{ Text string }
					Locations     []struct {
						PhysicalLocation struct {
							ArtifactLocation struct{ URI string }
							Region           *struct{ StartLine, StartColumn int }
						}
					}
				}
			}
		}
		if err := json.Unmarshal([]byte(stdout), &log); err != nil || stderr != "" || log.Version != "2.1.0" || len(log.Runs) != 1 || len(log.Runs[0].Tool.Driver.Rules) != len(check.Codes()) {
			t.Errorf("%s: %v, %s\n%s", file, err, stderr, stdout)
			continue
		}
		r := log.Runs[0].Results
		if len(r) != 1 || r[0].RuleID+" "+r[0].Level != want || r[0].Message.Text == "" || len(r[0].Locations) != 1 || filepath.Base(r[0].Locations[0].PhysicalLocation.ArtifactLocation.URI) != file {
			t.Errorf("%s: %s", file, stdout)
			continue
		}
		if at := r[0].Locations[0].PhysicalLocation.Region; (at == nil) != (file == "not-there.yaml") || at != nil && at.StartLine < 1 {
			t.Errorf("%s: %+v", file, at)
		}
		if strings.HasSuffix(want, "error") != (exit == exitInput) {
			t.Errorf("%s: exit code %d", file, exit)
		}
	}
	if exit, _, stderr := call("", "check", filepath.Join(dir, "weekday.yaml"), "--sarif", "--json"); exit != exitUsage || !strings.Contains(stderr, "choose one") {
		t.Errorf("%d, %s", exit, stderr)
	}
}
