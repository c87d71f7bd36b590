package yamledit_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"barline/data/stories"
	"barline/data/tree"
	"barline/data/yamledit"
	"barline/data/yamltree"
)

// path reads "events 2 title".
func path(s string) yamledit.Path {
	var p yamledit.Path
	for _, word := range strings.Fields(s) {
		var i int
		if _, err := fmt.Sscanf(word, "%d", &i); err == nil {
			p = append(p, yamledit.Step{Index: i})
			continue
		}
		p = append(p, yamledit.Step{Key: word})
	}
	return p
}

func text(s string) *tree.Node { return &tree.Node{Kind: tree.String, Text: s} }

func value(t testing.TB, yaml string) *tree.Node {
	n, err := yamltree.Parse([]byte(yaml))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

const story = `# The story of a harbour.
barline: 1
id: harbour   # its address
headline: "A harbour"

events:
  # Before anybody counted.
  - title: First
    date: 1890 # from the church book
    summary: >-
      One line
      and another.

  - {title: Second, date: 1891, people: [a, b]}
  - date: 1892
    title: 'Third'
    place:
  # After the war: set apart.

  - title: |
      Fourth
      line
    date: 1893

# The end.
`

func TestEdit(t *testing.T) {
	tests := []struct {
		name     string
		op       yamledit.Op
		was, is  string // the part of the story that changes
		wantNone bool
	}{
		{"a text", yamledit.Op{Path: path("headline"), Value: text("A new harbour")}, `"A harbour"`, `"A new harbour"`, false},
		{"a date with a comment", yamledit.Op{Path: path("events 0 date"), Value: text("1890-05")}, "1890 # from", "1890-05 # from", false},
		{"a plain text that needs marks", yamledit.Op{Path: path("events 0 title"), Value: text("First: of all")}, "title: First\n", "title: \"First: of all\"\n", false},
		{"marks are kept", yamledit.Op{Path: path("events 2 title"), Value: text("The 3rd's")}, "'Third'", "'The 3rd''s'", false},
		{"a folded text", yamledit.Op{Path: path("events 0 summary"), Value: text("Another.")}, "summary: >-\n      One line\n      and another.\n", "summary: Another.\n", false},
		{"a text of lines", yamledit.Op{Path: path("events 0 title"), Value: text("One\ntwo")}, "title: First\n", "title: |-\n      One\n      two\n", false},
		{"a field in a flow", yamledit.Op{Path: path("events 1 title"), Value: text("Second, again")}, "title: Second,", "title: \"Second, again\",", false},
		{"a new field in a flow", yamledit.Op{Path: path("events 1 kind"), Value: text("k")}, "[a, b]}", "[a, b], kind: k}", false},
		{"a new field", yamledit.Op{Path: path("events 0 lane"), Value: text("North")}, "and another.\n", "and another.\n    lane: North\n", false},
		{"a field that holds nothing", yamledit.Op{Path: path("events 2 place"), Value: text("Oslo")}, "place:\n", "place: Oslo\n", false},
		{"an object in a field that holds nothing", yamledit.Op{Path: path("events 2 place name"), Value: text("Oslo")}, "place:\n", "place:\n      name: Oslo\n", false},
		{"an item in a flow", yamledit.Op{Kind: yamledit.Insert, Path: path("events 1 people 1"), Value: text("c")}, "[a, b]", "[a, c, b]", false},
		{"a new list", yamledit.Op{Kind: yamledit.Insert, Path: path("events 3 people 0"), Value: text("c")}, "date: 1893\n", "date: 1893\n    people:\n      - c\n", false},
		{"an event before one", yamledit.Op{Kind: yamledit.Insert, Path: path("events 0"), Value: value(t, "{title: New, date: 1880}")}, "  # Before", "  - title: New\n    date: 1880\n  # Before", false},
		{"an event at the end", yamledit.Op{Kind: yamledit.Insert, Path: path("events 4"), Value: value(t, "{title: New, date: 1880}")}, "date: 1893\n", "date: 1893\n  - title: New\n    date: 1880\n", false},
		{"a first field goes", yamledit.Op{Kind: yamledit.Remove, Path: path("events 2 date")}, "- date: 1892\n    title", "- title", false},
		{"an event goes with its comment", yamledit.Op{Kind: yamledit.Remove, Path: path("events 0")}, story[strings.Index(story, "  # Before"):strings.Index(story, "\n  - {title: Second")], "", false},
		{"an item of a flow goes", yamledit.Op{Kind: yamledit.Remove, Path: path("events 1 people 1")}, "[a, b]", "[a]", false},
		{"nothing goes", yamledit.Op{Kind: yamledit.Remove, Path: path("events 1 nothing")}, "", "", true},
		{"an event moves", yamledit.Op{Kind: yamledit.Move, Path: path("events 2"), To: 1}, "  - {title: Second, date: 1891, people: [a, b]}\n  - date: 1892\n    title: 'Third'\n    place:\n", "  - date: 1892\n    title: 'Third'\n    place:\n  - {title: Second, date: 1891, people: [a, b]}\n", false},
	}
	for _, newline := range []string{"\n", "\r\n"} {
		for _, test := range tests {
			was := strings.ReplaceAll(story, "\n", newline)
			got, err := yamledit.Edit([]byte(was), test.op)
			if err != nil {
				t.Errorf("%s: %v", test.name, err)
				continue
			}
			want := strings.Replace(story, test.was, test.is, 1)
			if !test.wantNone && want == story {
				t.Fatalf("%s: the story does not hold what is replaced", test.name)
			}
			if want = strings.ReplaceAll(want, "\n", newline); string(got) != want {
				t.Errorf("%s: got\n%s\nwant\n%s", test.name, got, want)
			}
		}
	}
}

func TestOrderKeepsWhatStandsBetween(t *testing.T) {
	got, err := yamledit.Edit([]byte(story), yamledit.Op{Kind: yamledit.Order, Path: path("events"), Order: []int{3, 2, 1, 0}})
	if err != nil {
		t.Fatal(err)
	}
	for _, comment := range []string{"# The story", "# its address", "# Before anybody counted.\n  - title: First", "# from the church book", "# After the war: set apart.\n\n", "\n# The end.\n"} {
		if !strings.Contains(string(got), comment) {
			t.Errorf("%q is lost:\n%s", comment, got)
		}
	}
	if len(got) != len(story) {
		t.Errorf("%d bytes became %d", len(story), len(got))
	}
}

func TestErrors(t *testing.T) {
	for _, test := range []struct {
		op   yamledit.Op
		want string
	}{
		{yamledit.Op{Path: path("events 9 title"), Value: text("x")}, "events: there is a list of 4, which has no [9]"},
		{yamledit.Op{Path: path("headline words"), Value: text("x")}, "headline: there is a text, which has no words"},
		{yamledit.Op{Kind: yamledit.Move, Path: path("events 1"), To: 7}, "events: there are 4 items, and none is moved from 1 to 7"},
		{yamledit.Op{Kind: yamledit.Order, Path: path("events"), Order: []int{0, 0, 1, 2}}, "events: an order names each of the 4 items once"},
		{yamledit.Op{Value: text("x")}, "the story: name what to change in it"},
	} {
		if _, err := yamledit.Edit([]byte(story), test.op); err == nil || err.Error() != test.want {
			t.Errorf("got %v, want %s", err, test.want)
		}
	}
}

// Aliases are written out where they must be, and comments stay.
func TestAliases(t *testing.T) {
	const shared = "a: &x {n: 1} # one\nb: *x\nc:\n  - *x # two\n"
	for _, op := range []yamledit.Op{
		{Path: path("b n"), Value: text("2")}, {Path: path("a n"), Value: text("2")}, {Path: path("a"), Value: text("2")}, {Kind: yamledit.Remove, Path: path("a")}, {Path: path("c 0 n"), Value: text("3")},
	} {
		holds(t, []byte(shared), op)
	}
}

// fataler is a test, of the library or of rapid.
type fataler interface {
	Helper()
	Fatal(...any)
	Fatalf(string, ...any)
}

// holds checks the law: what is read of an edited text is what the same operations make
// of the tree that is read of the text.
func holds(t fataler, was []byte, ops ...yamledit.Op) []byte {
	before, err := yamltree.Parse(was)
	if err != nil {
		t.Fatal(err)
	}
	want, wantErr := yamledit.Apply(before, ops...)
	got, err := yamledit.Edit(was, ops...)
	if (err == nil) != (wantErr == nil) {
		t.Fatalf("the text: %v; the tree: %v", err, wantErr)
	}
	if again, errAgain := yamledit.EditWith(&yamltree.Reader{}, was, ops...); !bytes.Equal(got, again) || (err == nil) != (errAgain == nil) {
		t.Fatalf("who remembers what was read edits it into\n%s\n%v, not into\n%s\n%v", again, errAgain, got, err)
	}
	if err != nil {
		return was
	}
	after, err := yamltree.Parse(got)
	if err != nil {
		t.Fatalf("%v\n%s", err, got)
	}
	if is := tree.AppendJSON(nil, after); !bytes.Equal(is, tree.AppendJSON(nil, want)) {
		t.Fatalf("got %s\nwant %s\nof\n%s", is, tree.AppendJSON(nil, want), got)
	}
	return got
}

// paths are all paths into a tree.
func paths(n *tree.Node, to yamledit.Path, all *[]yamledit.Path) {
	if len(to) > 0 {
		*all = append(*all, append(yamledit.Path{}, to...))
	}
	for _, f := range n.Fields {
		paths(f.Value, append(to, yamledit.Step{Key: f.Key}), all)
	}
	for i, item := range n.Items {
		paths(item, append(to, yamledit.Step{Index: i}), all)
	}
}

func TestProperties(t *testing.T) {
	texts := [][]byte{[]byte(story), stories.WitkoffPutin2025(), []byte("a: 1"), []byte("a: {b: [c, {d: 'e'}]}\nf:\n- g\n-\n- h: i\n  j: |\n    k\n\n- [x,y]\n"), []byte("{\"a\": [1, 2], \"b\": {\"c\": null}}\n")}
	values := []*tree.Node{text("plain"), text(""), text("a: b # c"), text("two\nlines\n"), text(" lead\n\n\nx"), text("'\"\\"), text("2025-03~"), text("خبر"), text("\u2028"), {Kind: tree.Null}, {Kind: tree.Bool, Text: "true"},
		value(t, "{name: N, list: [a, {b: c}], none: }"), value(t, "[x, [y], {z: w}]"), {Kind: tree.Array}, {Kind: tree.Object}}
	rapid.Check(t, func(r *rapid.T) {
		was := rapid.SampledFrom(texts).Draw(r, "text")
		for range rapid.IntRange(1, 4).Draw(r, "steps") {
			root, err := yamltree.Parse(was)
			if err != nil {
				r.Fatal(err)
			}
			var all []yamledit.Path
			paths(root, nil, &all)
			if len(all) == 0 {
				return
			}
			var ops []yamledit.Op
			for range rapid.IntRange(1, 3).Draw(r, "ops") {
				op := yamledit.Op{Kind: yamledit.Kind(rapid.IntRange(0, 3).Draw(r, "kind")), Path: rapid.SampledFrom(all).Draw(r, "path"), Value: rapid.SampledFrom(values).Draw(r, "value")}
				if op.Kind == yamledit.Set && rapid.Bool().Draw(r, "deeper") {
					op.Path = append(op.Path, rapid.SampledFrom([]yamledit.Step{{Key: "new"}, {Index: 0}, {Key: "a b"}}).Draw(r, "step"))
				}
				if op.Kind == yamledit.Move && op.Path[len(op.Path)-1].Key != "" {
					continue
				}
				ops = append(ops, op)
			}
			was = holds(r, was, ops...)
		}
	})
}

// Setting what stands in the story anew loses no comment, and one text changes at most
// its own lines.
func TestCommentsSurvive(t *testing.T) {
	root := value(t, story)
	var all []yamledit.Path
	paths(root, nil, &all)
	for _, p := range all {
		if len(p) < 3 && p[0].Key == "events" {
			continue // its comments are inside it
		}
		got := holds(t, []byte(story), yamledit.Op{Path: p, Value: text("other")})
		if n, want := strings.Count(string(got), "#"), strings.Count(story, "#"); n != want {
			t.Errorf("%s: %d comments of %d\n%s", p, n, want, got)
		}
	}
}
