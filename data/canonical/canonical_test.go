package canonical_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"barline/data/canonical"
	"barline/data/storyfile"
	"barline/data/tree"
	"barline/internal/golden"
)

type failer interface {
	Helper()
	Fatalf(string, ...any)
}

// held puts a file into canonical form, and holds it to the laws: the form of the form
// is itself, and the stories are equal.
func held(t failer, name string, contents []byte) string {
	t.Helper()
	once, err := canonical.Story(name, contents)
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, contents)
	}
	twice, err := canonical.Story(name, once)
	if err != nil {
		t.Fatalf("%s, again: %v\n%s", name, err, once)
	}
	if diff := cmp.Diff(string(once), string(twice)); diff != "" {
		t.Fatalf("%s is another one when it is written again: %s\n%s", name, diff, contents)
	}
	before, _, err := storyfile.Decode(name, contents)
	if err != nil {
		t.Fatalf("%v", err)
	}
	after, root, err := storyfile.Decode(name, once)
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, once)
	}
	if root.Kind != tree.Object || before.Len() != after.Len() || !cmp.Equal(before.Events(), after.Events()) || before.Headline() != after.Headline() {
		t.Fatalf("%s is another story\n%s", name, once)
	}
	return string(once)
}

// Every story of the project.
func TestStoriesAtHand(t *testing.T) {
	n := 0
	for _, dir := range []string{"../stories", "../../docs", "../../testdata", "../../importer", "../../exporter"} {
		err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
			if err != nil || d.IsDir() || !slices.Contains([]string{".yaml", ".yml", ".json"}, filepath.Ext(path)) {
				return err
			}
			contents, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			if _, _, err := storyfile.Decode(path, contents); err == nil {
				held(t, path, contents)
				n++
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if n < 60 {
		t.Errorf("only %d stories were found", n)
	}
}

// What becomes of a file that has one of everything, and of the same in JSON.
func TestForm(t *testing.T) {
	contents, err := os.ReadFile("testdata/untidy.yaml")
	if err != nil {
		t.Fatal(err)
	}
	golden.Text(t, "tidy.yaml", held(t, "untidy.yaml", contents))
	_, root, err := storyfile.Decode("untidy.yaml", contents)
	if err != nil {
		t.Fatal(err)
	}
	golden.Text(t, "tidy.json", held(t, "untidy.json", tree.AppendJSON(nil, root)))
	// Ends of lines are the file's, a byte order mark goes.
	windows := append([]byte("\ufeff"), bytes.ReplaceAll(contents, []byte("\n"), []byte("\r\n"))...)
	if got := held(t, "untidy.yaml", windows); strings.HasPrefix(got, "\ufeff") || strings.ReplaceAll(got, "\r\n", "\n") != held(t, "untidy.yaml", contents) {
		t.Errorf("%q", got)
	}
}

// What has no canonical form is said, with its place; what is no story, too.
func TestRefused(t *testing.T) {
	const head = "barline: 1\nid: s\nheadline: H\n"
	for text, want := range map[string]string{
		head + "events: [&a {title: T, date: 2025}]\n":                          "s.yaml:4:10: an anchor or an alias, for which there is no canonical form; write the value out",
		head + "events: [{title: &t T, date: 2025}, {title: *t, date: 2026}]\n": "s.yaml:4:18: an anchor",
		head + "events: [{title: T, date: 2025}]\n---\na: 1\n":                  "a second document",
		head + "events: [{title: T, date: 2025-13}]\n":                          "there is no month 13",
		head + "events: [{titel: T, date: 2025}]\n":                             "did you mean title?",
		"{": "s.yaml:1:1: not YAML",
	} {
		if got, err := canonical.Story("s.yaml", []byte(text)); err == nil || got != nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

// Texts of any letters, with comments in any place, keep the laws. Comments that would
// end a value or begin one are not YAML, or another story, and are left out.
func TestComments(t *testing.T) {
	plain, err := os.ReadFile("testdata/untidy.yaml")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(string(plain), "\n"), "\n")
	rapid.Check(t, func(t *rapid.T) {
		with := slices.Clone(lines)
		for range rapid.IntRange(1, 12).Draw(t, "comments") {
			at := rapid.IntRange(0, len(with)-1).Draw(t, "at")
			was := with[at]
			comment := rapid.SampledFrom([]string{"# one", "#", "# a: b", "# \"q", "# x # y", "#é"}).Draw(t, "comment")
			switch rapid.IntRange(0, 3).Draw(t, "how") {
			case 0:
				with[at] = was + "  " + comment
			case 1:
				with[at] = strings.Repeat(" ", rapid.IntRange(0, 8).Draw(t, "indent")) + comment + "\n" + was
			case 2:
				with[at] = "\n" + was
			default:
				with[at] = was + "\n\n" + strings.Repeat(" ", rapid.IntRange(0, 6).Draw(t, "indent")) + comment
			}
			if _, _, err := storyfile.Decode("s.yaml", []byte(strings.Join(with, "\n"))); err != nil {
				with[at] = was
			}
		}
		held(t, "s.yaml", []byte(strings.Join(with, "\n")+"\n"))
	})
}

// Texts of any letters are the same behind every quotation mark and fold.
func TestTexts(t *testing.T) {
	letter := rapid.OneOf(rapid.RuneFrom([]rune("a1~?:-#'\"|>&*!%@`{}[], .éد\u200c“”\u00a0")), rapid.SampledFrom([]rune{'\n', ' ', 'w', 'x'}))
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(letter, 1, 300, -1)
		event := &tree.Node{Kind: tree.Object}
		add := func(key string, value *tree.Node) {
			event.Fields = append(event.Fields, tree.Field{Key: key, Value: value})
		}
		add("title", &tree.Node{Kind: tree.String, Text: "x" + strings.ReplaceAll(rapid.StringOfN(letter, 0, 190, -1).Draw(t, "title"), "\n", " ") + "x"})
		add("date", &tree.Node{Kind: tree.String, Text: rapid.SampledFrom([]string{"2025", "1890~", "?1950", "%1950", "2024-05-07?", "[1860..1872,1880]", "../1821", "-0043"}).Draw(t, "date")})
		add("duration", &tree.Node{Kind: tree.String, Text: rapid.SampledFrom([]string{"PT3H", ">PT3H", "<<PT3H", "~P2D", "unknown", ">=P1W"}).Draw(t, "length")})
		summary := &tree.Node{Kind: tree.Array}
		for range rapid.IntRange(0, 3).Draw(t, "paragraphs") {
			summary.Items = append(summary.Items, &tree.Node{Kind: tree.String, Text: "x" + text.Draw(t, "text")})
		}
		add("summary", summary)
		node := func(kind tree.Kind, text string) *tree.Node { return &tree.Node{Kind: kind, Text: text} }
		root := &tree.Node{Kind: tree.Object, Fields: []tree.Field{{Key: "id", Value: node(tree.String, "s")}, {Key: "barline", Value: node(tree.String, "1")}, {Key: "headline", Value: node(tree.String, "H")},
			{Key: "events", Value: &tree.Node{Kind: tree.Array, Items: []*tree.Node{event}}}}}
		json := tree.AppendJSON(nil, root)
		if _, _, err := storyfile.Decode("s.json", json); err != nil {
			return // a tag, or the like
		}
		held(t, "s.json", json)
		held(t, "s.yaml", json) // JSON is YAML
	})
}

func FuzzStory(f *testing.F) {
	for _, name := range []string{"testdata/untidy.yaml", "testdata/tidy.yaml"} {
		contents, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(contents)
	}
	f.Add([]byte("barline: 1\nid: s\nheadline: >\n  H\n\nevents: # e\n- # i\n  title: |-\n    T # no\n  date: 2025\n    # in\n # out\n"))
	f.Add([]byte("{barline: 1, id: s, # c\nheadline: 'H', events: [ # d\n {title: \"T\", date: 2025, quotes: []}]} # e\n# f"))
	f.Fuzz(func(t *testing.T, contents []byte) {
		if len(contents) > 20_000 {
			return
		}
		if _, err := canonical.Story("s.yaml", contents); err != nil && !strings.Contains(err.Error(), "canonical form") {
			return // no story
		} else if err != nil && strings.Contains(err.Error(), "an anchor") {
			return
		}
		held(t, "s.yaml", contents)
	})
}
