package main

import (
	"bytes"
	"context"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"barline/data/stories"
	"barline/publish/engine"
)

const good = `barline: 1
id: good
headline: First version
sources: [{id: s, name: A source}]
events:
  - {id: talks, title: Talks, date: 2025-04-11, duration: PT3H}
`

const bad = `barline: 1
id: bad
headline: <b>Bad</b>
sources: [{id: s, name: A source}]
events:
  - {id: talks, title: Talks, date: 2025-04-31, duration: 3 hours}
`

// folder is a newsroom's: the story of 2025, a good and a bad one, and a site
// that is none of ours.
func folder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"2025.yaml": string(stories.WitkoffPutin2025()), "good.yaml": good, "bad.yaml": bad, "broken.json": `{"barline": 1,`, "site/notes.txt": "mine",
	} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// names lists what is in a folder, hidden files too.
func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return all
}

// needEngine fails without the engine, which `make test` builds first: these
// tests would otherwise test something else.
func needEngine(t *testing.T) {
	t.Helper()
	if _, _, _, err := engine.Read(); err != nil {
		t.Fatal(err)
	}
}

// call runs the tool; DIR in args stands for dir.
func call(dir string, args ...string) (code int, stdout, stderr string) {
	var out, problems bytes.Buffer
	args = slices.Clone(args)
	for i := range args {
		args[i] = strings.ReplaceAll(args[i], "DIR", dir)
	}
	code = run(context.Background(), args, &out, &problems)
	return code, out.String(), problems.String()
}

func TestExitCodes(t *testing.T) {
	needEngine(t)
	dir := folder(t)
	before := names(t, dir)
	usage := func(s string) string { return "barline: " + s + "; see barline help\n" }
	for _, c := range []struct {
		args   string
		code   int
		stdout string // a part; empty: nothing at all
		stderr string // all of it, or a part if it begins with …
	}{
		{"", 0, "barline [command]", ""},
		{"help", 0, "Available Commands", ""},
		{"-h", 0, "Available Commands", ""},
		{"build -h", 0, "barline build STORY -o DIR", ""},
		{"help serve", 0, "barline serve STORY", ""},
		{"check DIR/2025.yaml", 0, "2025.yaml: no errors; 10 events\n", ""},

		{"nonsense", 2, "", usage(`there is no command "nonsense"`)},
		{"--nonsense", 2, "", usage("unknown flag: --nonsense")},
		{"check --nonsense DIR/good.yaml", 2, "", usage("unknown flag: --nonsense")},
		{"check", 2, "", usage("accepts 1 arg(s), received 0")},
		{"check DIR/good.yaml DIR/bad.yaml", 2, "", usage("accepts 1 arg(s), received 2")},
		{"build DIR/good.yaml", 2, "", usage("build needs a folder to write to: -o DIR, or a file: --single FILE.html")},
		{"build DIR/good.yaml -o DIR/x --url example.org", 2, "", usage("--url example.org: write where the page will stand, as https://example.org/timeline/")},
		{"build DIR/good.yaml -o DIR/x --url https://a/?b", 2, "", usage("--url https://a/?b: write where the page will stand, as https://example.org/timeline/")},
		{"build DIR/good.yaml -o", 2, "", "…flag needs an argument"},
		{"build -o DIR/out", 2, "", usage("accepts 1 arg(s), received 0")},
		{"serve", 2, "", usage("accepts 1 arg(s), received 0")},
		{"picture DIR/good.yaml", 2, "", usage("picture needs a file to write: -o FILE.png, FILE.svg or FILE.pdf")},
		{"picture DIR/good.yaml -o DIR/p.png --theme pink", 2, "", usage("--theme pink: write light or dark")},
		{"picture DIR/good.yaml -o DIR/p.png --view spiral", 2, "", usage("--view spiral: write calendar or compare")},
		{"picture DIR/good.yaml -o DIR/p.png --scale 0", 2, "", usage("--scale 0: write 0.25 to 8")},
		{"picture DIR/good.yaml -o DIR/p.png --scale NaN", 2, "", usage("--scale NaN: write 0.25 to 8")},
		{"picture DIR/good.yaml -o DIR/p.png --width wide", 2, "", "…invalid argument \"wide\""},

		{"check DIR/missing.yaml", 1, "", "…missing.yaml: no such file"},
		{"check DIR", 1, "", "…directory"},
		{"build DIR/missing.yaml -o DIR/out", 1, "", "…missing.yaml: no such file"},
		{"build DIR/bad.yaml -o DIR/out", 1, "", "…bad.yaml:3:11: headline: "},
		{"build DIR/good.yaml -o DIR/site", 1, "", "…site holds files that barline did not write: name a new or an empty folder\n"},
		{"build DIR/good.yaml -o DIR/good.yaml", 1, "", "…good.yaml"},
		{"build DIR/good.yaml -o DIR/good.yaml/out", 1, "", "…good.yaml"},
		{"serve DIR/missing.yaml --addr 127.0.0.1:0", 1, "", "…missing.yaml: no such file"},
		{"serve DIR/bad.yaml --addr 127.0.0.1:0", 1, "", "…bad.yaml:3:11: headline: "},
		{"picture DIR/missing.yaml -o DIR/p.png", 1, "", "…missing.yaml: no such file"},
		{"picture DIR/good.yaml -o DIR/p.gif", 1, "", "…p.gif: a picture is .png, .svg or .pdf, not \".gif\"\n"},
		{"picture DIR/good.yaml -o DIR/p.png --select nobody", 1, "", "the story has no event \"nobody\"\n"},
		{"picture DIR/good.yaml -o DIR/nowhere/p.svg", 1, "", "…nowhere"},
	} {
		code, stdout, stderr := call(dir, strings.Fields(c.args)...)
		if code != c.code {
			t.Errorf("barline %s: exit code %d, want %d", c.args, code, c.code)
		}
		if !strings.Contains(stdout, c.stdout) || c.stdout == "" && stdout != "" {
			t.Errorf("barline %s says %q, want %q", c.args, stdout, c.stdout)
		}
		if part, ok := strings.CutPrefix(c.stderr, "…"); ok && !strings.Contains(stderr, part) || !ok && stderr != c.stderr {
			t.Errorf("barline %s reports %q, want %q", c.args, stderr, c.stderr)
		}
	}
	if after := names(t, dir); !slices.Equal(before, after) {
		t.Errorf("what failed left something behind: %v, before %v", after, before)
	}
}

// Every error of a story is a line that an editor can jump to.
func TestCheckNamesThePlaces(t *testing.T) {
	dir := folder(t)
	code, stdout, stderr := call(dir, "check", "DIR/bad.yaml")
	if code != 1 || stdout != "" {
		t.Errorf("exit code %d, says %q", code, stdout)
	}
	place := regexp.MustCompile(`^(.*):(\d+):(\d+): ([a-z0-9.\[\]]+): .+; .+$`)
	var got []string
	for line := range strings.Lines(stderr) {
		m := place.FindStringSubmatch(strings.TrimSuffix(line, "\n"))
		if m == nil || m[1] != filepath.Join(dir, "bad.yaml") {
			t.Errorf("no place, path, fault and fix in %q", line)
			continue
		}
		got = append(got, strings.Join(m[2:], " "))
	}
	if want := []string{"3 11 headline", "6 37 events[0].date", "6 59 events[0].duration"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	// What is no JSON at all has a place, but no path.
	if code, _, stderr := call(dir, "check", "DIR/broken.json"); code != 1 || !regexp.MustCompile(`broken\.json:1:\d+: .+\n$`).MatchString(stderr) {
		t.Errorf("exit code %d: %q", code, stderr)
	}
}

func TestBuild(t *testing.T) {
	needEngine(t)
	dir := folder(t)
	// Twice: the second replaces the first.
	for range 2 {
		code, stdout, stderr := call(dir, "build", "DIR/2025.yaml", "-o", "DIR/dist")
		if code != 0 || !strings.HasPrefix(stderr, "left out: ") || strings.Count(stderr, "\n") != 1 || !regexp.MustCompile(`dist: \d+ files, \d+\.\d MB; of that a reader fetches \(br\)\n  the page, usable +\d+\.\d kB\n(  .* kB\n){4}$`).MatchString(stdout) {
			t.Fatalf("exit code %d: %s%s", code, stdout, stderr)
		}
	}
	wasm, _, _, err := engine.Read()
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"index.html": "Six meetings, no breakthrough", "assets/engine.*.wasm": string(wasm), "story.json": `"2025-12-02"`, "e/2025-12-02/index.html": "Five hours, past midnight – Six meetings, no breakthrough</title>"} {
		found, err := filepath.Glob(filepath.Join(dir, "dist", name))
		if err != nil || len(found) != 1 {
			t.Fatalf("%s: %v, %v", name, found, err)
		}
		got, err := os.ReadFile(found[0])
		if err != nil || !strings.Contains(string(got), want) {
			t.Errorf("%s: %v, %d bytes", name, err, len(got))
		}
	}
	// Only with an address of its own does it say what must be absolute.
	page := func() string {
		contents, err := os.ReadFile(filepath.Join(dir, "dist", "index.html"))
		if err != nil {
			t.Fatal(err)
		}
		return string(contents)
	}
	for _, absolute := range []string{`rel="canonical"`, "og:image", "oembed"} {
		if strings.Contains(page(), absolute) {
			t.Errorf("without an address it has %s", absolute)
		}
	}
	code, _, stderr := call(dir, "build", "DIR/2025.yaml", "-o", "DIR/dist", "--url", "https://example.org/six", "--prune")
	if code != 0 || stderr != "" {
		t.Fatalf("exit code %d: %s", code, stderr)
	}
	for _, absolute := range []string{`<link rel="canonical" href="https://example.org/six/">`, `<meta property="og:image" content="https://example.org/six/card.png">`, `href="https://example.org/six/oembed.json"`} {
		if !strings.Contains(page(), absolute) {
			t.Errorf("with an address it lacks %s", absolute)
		}
	}
	if got := names(t, dir); !slices.Contains(got, "dist") || len(got) != 6 {
		t.Errorf("now there are %v", got)
	}
}

func TestPicture(t *testing.T) {
	dir := folder(t)
	before := len(names(t, dir))
	code, stdout, stderr := call(dir, "picture", "DIR/2025.yaml", "-o", "DIR/p.png", "--width", "360", "--scale", "1", "--theme", "dark", "--view", "compare", "--select", "2025-03")
	if code != 0 || stdout != "" || stderr != "" {
		t.Fatalf("exit code %d: %s%s", code, stdout, stderr)
	}
	file, err := os.Open(filepath.Join(dir, "p.png"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if img, err := png.Decode(file); err != nil || img.Bounds().Dx() != 360 {
		t.Errorf("%v: %v", img.Bounds(), err)
	}
	if code, _, stderr := call(dir, "picture", "DIR/2025.yaml", "-o", "DIR/p.svg"); code != 0 {
		t.Errorf("exit code %d: %s", code, stderr)
	}
	if got := names(t, dir); len(got) != before+2 {
		t.Errorf("now there are %v", got)
	}
}

// A picture takes its place whole, or leaves everything as it was.
func TestPictureFailsWhole(t *testing.T) {
	dir := folder(t)
	if err := os.MkdirAll(filepath.Join(dir, "p.svg", "mine"), 0o755); err != nil {
		t.Fatal(err)
	}
	before := names(t, dir)
	if code, _, stderr := call(dir, "picture", "DIR/good.yaml", "-o", "DIR/p.svg"); code != 1 || !strings.Contains(stderr, "p.svg") {
		t.Errorf("exit code %d: %q", code, stderr)
	}
	if after := names(t, dir); !slices.Equal(before, after) {
		t.Errorf("left behind: %v, before %v", after, before)
	}
	if got := names(t, filepath.Join(dir, "p.svg")); !slices.Equal(got, []string{"mine"}) {
		t.Errorf("the folder in its way now holds %v", got)
	}
}

func TestVersion(t *testing.T) {
	code, out, errs := called("version")
	if code != exitDone || errs != "" || !strings.HasPrefix(out, "barline ") || !strings.Contains(out, "\nstory format 1\n") {
		t.Errorf("exit code %d, %q, %q", code, out, errs)
	}
	if code, _, _ := called("version", "more"); code != exitUsage {
		t.Errorf("with an argument the exit code is %d", code)
	}
}
