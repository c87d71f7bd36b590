package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"barline/data"
	"barline/data/canonical"
)

const untidy = "# Ours.\nid: good\nbarline: 1\nheadline: \"Talks\" # short\nevents:\n- {date: '2025-04-11', title: \"Talks\"}\n"

const tidy = "# Ours.\n\nbarline: 1\nid: good\nheadline: Talks # short\nevents:\n  - {title: Talks, date: 2025-04-11}\n"

// fmt writes in place: behind links, with the permissions that a file has, and not at
// all where something is wrong.
func TestFmt(t *testing.T) {
	dir, at := desk(t, map[string]string{"a.yaml": untidy, "b.yaml": tidy, "bad.yaml": strings.Replace(untidy, "2025-04-11", "2025-04-31", 1), "real.yaml": untidy, "anchor.yaml": strings.Replace(untidy, "good", "&x good", 1), "t.csv": "title,start\nA,2025\n"})
	if err := os.Chmod(at("a.yaml"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("real.yaml", at("link.yaml")); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args     string
		code     int
		out, err string
	}{
		{"--check DIR/a.yaml DIR/b.yaml DIR/link.yaml", exitInput, at("a.yaml") + "\n" + at("link.yaml") + "\n", ""},
		{"DIR/a.yaml DIR/bad.yaml DIR/link.yaml DIR/b.yaml", exitInput, "", at("bad.yaml") + ":6:10: events[0].date: \"2025-04-31\""},
		{"--check DIR/a.yaml DIR/link.yaml", exitDone, "", ""},
		{"DIR/anchor.yaml", exitInput, "", "an anchor or an alias, for which there is no canonical form"},
		{"DIR/gone.yaml", exitInput, "", "no such file"},
		{"DIR/t.csv", exitUsage, "", "is no story file; barline import"},
		{"", exitUsage, "", "requires at least 1 arg"},
	} {
		code, out, errs := called(append([]string{"fmt"}, strings.Fields(strings.ReplaceAll(c.args, "DIR", dir))...)...)
		if code != c.code || out != c.out || !strings.Contains(errs, c.err) || c.err == "" && errs != "" {
			t.Errorf("fmt %s: %d, %q, %q", c.args, code, out, errs)
		}
	}
	for name, want := range map[string]string{"a.yaml": tidy, "real.yaml": tidy, "link.yaml": tidy, "bad.yaml": strings.Replace(untidy, "2025-04-11", "2025-04-31", 1), "anchor.yaml": strings.Replace(untidy, "good", "&x good", 1)} {
		if got := contents(t, at(name)); got != want {
			t.Errorf("%s is\n%s", name, got)
		}
	}
	about, err := os.Lstat(at("link.yaml"))
	if err != nil || about.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v", err)
	}
	if about, err := os.Stat(at("a.yaml")); err != nil || about.Mode().Perm() != 0o600 {
		t.Errorf("the permissions are %v, %v", about.Mode(), err)
	}
	if left, _ := filepath.Glob(at(".*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestFmtReadsStandardInput(t *testing.T) {
	code, out, errs := calledWith(t, untidy, "fmt", "-")
	if code != exitDone || out != tidy || errs != "" {
		t.Errorf("%d, %q, %q", code, out, errs)
	}
	if code, out, _ := calledWith(t, untidy, "fmt", "--check", "-"); code != exitInput || out != "-\n" {
		t.Errorf("%d, %q", code, out)
	}
}

// The story to begin with is without a fault, in canonical form, and explains itself.
func TestNew(t *testing.T) {
	dir, at := desk(t, map[string]string{"there.yaml": "mine"})
	code, out, errs := called("new")
	if code != exitDone || errs != "" || !strings.HasPrefix(out, "# yaml-language-server: $schema=story.schema.json\n") {
		t.Fatalf("%d, %s, %s", code, out, errs)
	}
	if code, _, errs := called("new", "story.yaml"); code != exitUsage || !strings.Contains(errs, "barline new -o story.yaml") {
		t.Errorf("a file without -o: %d, %s", code, errs)
	}
	if code, wrote, errs := called("new", "-o", at("story.yaml")); code != exitDone || wrote != "" || !strings.Contains(errs, "barline serve "+at("story.yaml")) || contents(t, at("story.yaml")) != out {
		t.Errorf("%d, %q, %q", code, wrote, errs)
	}
	code, said, errs := called("check", "--strict", at("story.yaml"))
	if code != exitDone || errs != "" || strings.Contains(said, "warning") {
		t.Errorf("%d, %s, %s", code, said, errs)
	}
	if form, err := canonical.Story("story.yaml", []byte(out)); err != nil || string(form) != out {
		t.Errorf("its canonical form is another: %v\n%s", err, form)
	}
	for name, want := range map[string]string{"there.yaml": "is there already, and was left as it is", "gone/story.yaml": "does not exist", "story.json": "is YAML, which has comments"} {
		if code, _, errs := called("new", "-o", filepath.Join(dir, name)); code == exitDone || !strings.Contains(errs, want) {
			t.Errorf("%s: %d, %s", name, code, errs)
		}
	}
	if contents(t, at("there.yaml")) != "mine" {
		t.Error("a file was written over")
	}
}

func TestSchema(t *testing.T) {
	_, at := desk(t, nil)
	if code, out, _ := called("schema"); code != exitDone || out != string(data.Schema()) {
		t.Errorf("%d, %d bytes", code, len(out))
	}
	if code, _, _ := called("schema", "-o", at("s.json")); code != exitDone || contents(t, at("s.json")) != string(data.Schema()) {
		t.Error("it is not in the file")
	}
}

// calledWith runs a command with something on standard input.
func calledWith(t *testing.T, in string, args ...string) (code int, out, errs string) {
	t.Helper()
	var stdout, stderr strings.Builder
	root := rootCommand(strings.NewReader(in))
	root.SetArgs(args)
	root.SetOut(&stdout)
	root.SetErr(&stderr)
	if err := root.Execute(); err != nil {
		code = exitInput
	}
	return code, stdout.String(), stderr.String()
}
