package yamltree_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"barline/data/tree"
	"barline/data/yamltree"
)

// outline lists every key and value with its position.
func outline(n *tree.Node) []string {
	line := fmt.Sprintf("%d:%d %s", n.Line, n.Column, n.Kind)
	if n.Text != "" {
		line += " " + n.Text
	}
	lines := []string{line}
	for _, f := range n.Fields {
		lines = append(lines, fmt.Sprintf("%d:%d key %s", f.KeyLine, f.KeyColumn, f.Key))
		lines = append(lines, outline(f.Value)...)
	}
	for _, item := range n.Items {
		lines = append(lines, outline(item)...)
	}
	return lines
}

func TestParsePositionsAndTypes(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{
			"types stay text", "[2025, 2025-02, 2025-02-03T10:00:00Z, 1:30, no, 0x1F, 1e3, .inf]",
			[]string{"1:1 a list", "1:2 text 2025", "1:8 text 2025-02", "1:17 text 2025-02-03T10:00:00Z", "1:39 text 1:30", "1:45 text no", "1:49 text 0x1F", "1:55 text 1e3", "1:60 text .inf"},
		},
		{
			"null and booleans", "a: ~\nb: null\nc:\nd: true\ne: False\nf: 'true'\ng: \"\"\nh: !!str null\n",
			[]string{"1:1 a set of fields", "1:1 key a", "1:4 empty", "2:1 key b", "2:4 empty", "3:1 key c", "3:3 empty", "4:1 key d", "4:4 true or false true", "5:1 key e", "5:4 text False", "6:1 key f", "6:4 text true", "7:1 key g", "7:4 text", "8:1 key h", "8:4 text null"},
		},
		{
			"after characters of several bytes", "{é日: 𝄞, c: 1}",
			[]string{"1:1 a set of fields", "1:2 key é日", "1:6 text 𝄞", "1:9 key c", "1:12 text 1"},
		},
		{
			"CRLF, CR and a byte order mark", "\ufeffa: ü\r\nb: {ö: 1,\r  c: ~}\r\n",
			[]string{"1:1 a set of fields", "1:1 key a", "1:4 text ü", "2:1 key b", "2:4 a set of fields", "2:5 key ö", "2:8 text 1", "3:3 key c", "3:6 empty"},
		},
		{
			"block texts", "a: >-\n  x\n  y\nb: |\n  z\n",
			[]string{"1:1 a set of fields", "1:1 key a", "1:4 text x y", "4:1 key b", "4:4 text z\n"},
		},
		{
			"aliases keep the original's position", "a: &x [1]\nb: *x\n",
			[]string{"1:1 a set of fields", "1:1 key a", "1:4 a list", "1:8 text 1", "2:1 key b", "1:4 a list", "1:8 text 1"},
		},
		{"a document start", "---\na: 1\n", []string{"2:1 a set of fields", "2:1 key a", "2:4 text 1"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			n, err := yamltree.Parse([]byte(test.text))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, outline(n)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestParseRefused(t *testing.T) {
	tests := []struct{ text, want string }{
		{"", "1:1: the file is empty"},
		{"# a comment\n", "1:1: the file is empty"},
		{"a: 1\né: 2\nb: 3\né: 4\n", "4:1: the field \"é\" stands twice; the first is on line 2; keep one"},
		{"a: 1\n---\nb: 2\n", "2:1: a second document"},
		{"a: &x [*x]\n", "1:8: the alias *x stands inside its own anchor"},
		{"a: *x\n", "1:1: not YAML: unknown anchor 'x' referenced"},
		{"b: &y {c: 1}\n<<: *y\n", "2:1: merge keys are not supported; write the fields out"},
		{"a: !!int 3\n", "1:4: the tag \"!!int\"; remove it"},
		{"a: !thing {}\n", "1:4: the tag \"!thing\""},
		{"[a]: 1\n", "1:1: a key that is not text"},
		{"x: 1\na: b: c\n", "2:1: not YAML: mapping values are not allowed in this context"},
		{"x: 1\na:\n  b: 1\n  c: 2\n d: 3\n", "5:2: not YAML: did not find expected key"},
		{"x: 1\ny: 2\na: \"open\nb: 1\nc: 2\n", "3:1: not YAML: a quotation mark is never closed"},
		{"a: 1\nb: >PT3H\n", "2:4: \">PT3H\" means something else in YAML"},
		{"a:\n\tb: 1\n", "2:2: not YAML"},
		{"a: 1\nb: é\x01\n", "2:5: a control character; remove it"},
		{"a: \xff\n", "1:4: the byte 0xff is not UTF-8"},
		{strings.Repeat("[", tree.MaxDepth+1) + strings.Repeat("]", tree.MaxDepth+1), "1:65: more than 64 levels inside one another"},
		{strings.Repeat("#", tree.MaxBytes+1), "1:1: the file has 8388609 bytes"},
	}
	for _, test := range tests {
		n, err := yamltree.Parse([]byte(test.text))
		if err == nil {
			t.Errorf("%.40q read as %v", test.text, outline(n))
			continue
		}
		if n != nil {
			t.Errorf("%.40q: an error and a tree", test.text)
		}
		if _, ok := err.(*tree.Error); !ok || !strings.HasPrefix(err.Error(), test.want) {
			t.Errorf("%.40q: error is %q, want %q", test.text, err, test.want)
		}
	}
}

// Nine levels of ten aliases each stand for a billion nodes.
func TestParseRefusesAliasBombs(t *testing.T) {
	var b strings.Builder
	b.WriteString("a0: &a0 [x]\n")
	for i := 1; i <= 9; i++ {
		alias := fmt.Sprintf("*a%d", i-1)
		fmt.Fprintf(&b, "a%d: &a%d [%s]\n", i, i, strings.Join([]string{alias, alias, alias, alias, alias, alias, alias, alias, alias, alias}, ","))
	}
	_, err := yamltree.Parse([]byte(b.String()))
	if err == nil || !strings.Contains(err.Error(), "aliases that stand for more than 100000 values") {
		t.Errorf("error is %v", err)
	}
}

// Without aliases, only the size of the file limits it.
func TestParseTakesLongDocuments(t *testing.T) {
	n, err := yamltree.Parse([]byte(strings.Repeat("- a\n", yamltree.MaxNodes+1)))
	if err != nil || len(n.Items) != yamltree.MaxNodes+1 {
		t.Error(err)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"a: [1, ~, true]\n", "a: &x {b: *x}\n", "\ufeffa: >-\r\n  é\r\n", "a: 1\n---\nb: 2", "? x\n: y", "a: \"b\nc", "<<: [a]"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		n, err := yamltree.Parse(text)
		if err != nil {
			if e, ok := err.(*tree.Error); !ok || e.Line < 1 || e.Column < 1 {
				t.Fatalf("error without a position: %v", err)
			}
			return
		}
		if _, err := tree.ParseJSON(tree.AppendJSON(nil, n)); err != nil {
			t.Fatalf("its JSON does not read back: %v", err)
		}
	})
}
