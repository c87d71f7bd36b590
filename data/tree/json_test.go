package tree_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"barline/data/tree"
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

func TestParseJSONPositions(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{
			"all kinds", `{"a": [1, -2.5e3, true, null], "b": "x\n\u00e9"}`,
			[]string{"1:1 a set of fields", "1:2 key a", "1:7 a list", "1:8 a number 1", "1:11 a number -2.5e3", "1:19 true or false true", "1:25 empty", "1:32 key b", "1:37 text x\né"},
		},
		{
			"after characters of several bytes", `{"é日": "𝄞", "c": 1}`,
			[]string{"1:1 a set of fields", "1:2 key é日", "1:8 text 𝄞", "1:13 key c", "1:18 a number 1"},
		},
		{
			"CRLF, CR and a byte order mark", "\ufeff{\r\n\"a\":\r\n 1,\r\"b\": 2\n}\n",
			[]string{"1:1 a set of fields", "2:1 key a", "3:2 a number 1", "4:1 key b", "4:6 a number 2"},
		},
		{"a scalar alone", " \n true ", []string{"2:2 true or false true"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			n, err := tree.ParseJSON([]byte(test.text))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, outline(n)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestParseJSONRefused(t *testing.T) {
	tests := []struct{ text, want string }{
		{"", "1:1: the text ends too early; add what is missing, such as a closing bracket"},
		{"\ufeff \n", "2:1: the text ends too early"},
		{`{"a": 1`, "1:8: the text ends too early"},
		{"[1,\n", "2:1: the text ends too early"},
		{`["abc`, "1:6: the text ends too early"},
		{"{\"é\": 1,\n \"é\": 2}", "2:2: the field \"é\" stands twice; the first is on line 1; keep one"},
		{"{\n\"a\": tru }", "2:9: not JSON: invalid character ' ' in literal true (expecting 'e')"},
		{`{"a" 1}`, "1:6: not JSON"},
		{`[1 2]`, "1:4: not JSON"},
		{`[1,]`, "1:3: not JSON"},
		{`{a: 1}`, "1:2: not JSON"},
		{"[\"é\", \"a\tb\"]", "1:9: not JSON"},
		{`["\ud800"]`, "1:3: not JSON"},
		{`["\x"]`, "1:3: not JSON"},
		{"{}\n{}", "2:1: text after the end of the story"},
		{"{} x", "1:4: not JSON"},
		{"{\"é\": \"\xff\"}", "1:8: the byte 0xff is not UTF-8; save the file as UTF-8"},
		{strings.Repeat("[", tree.MaxDepth+1), "1:65: more than 64 levels inside one another"},
		{strings.Repeat(" ", tree.MaxBytes+1), "1:1: the file has 8388609 bytes; the limit is 8388608"},
	}
	for _, test := range tests {
		n, err := tree.ParseJSON([]byte(test.text))
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

func TestParseJSONTakesFullDepth(t *testing.T) {
	text := strings.Repeat("[", tree.MaxDepth) + strings.Repeat("]", tree.MaxDepth)
	if _, err := tree.ParseJSON([]byte(text)); err != nil {
		t.Error(err)
	}
}

func TestAppendJSONIsSafeInAScriptElement(t *testing.T) {
	n := &tree.Node{Kind: tree.Object, Fields: []tree.Field{
		{Key: "<k>", Value: &tree.Node{Kind: tree.String, Text: "</script><!-- & \u2028\u2029 \"\\\n\t\x00\x7f é\xff"}},
		{Key: "list", Value: &tree.Node{Kind: tree.Array, Items: []*tree.Node{
			{Kind: tree.Number, Text: "1.50"}, {Kind: tree.Bool, Text: "false"}, {Kind: tree.Null}, {Kind: tree.Array}, {Kind: tree.Object},
		}}},
	}}
	const want = `{"\u003ck\u003e":"\u003c/script\u003e\u003c!-- \u0026 \u2028\u2029 \"\\\n\u0009\u0000\u007f é` + "\ufffd" + `","list":[1.50,false,null,[],{}]}`
	got := string(tree.AppendJSON([]byte("x="), n))
	if got != "x="+want {
		t.Errorf("got  %s\nwant x=%s", got, want)
	}
}

func TestGet(t *testing.T) {
	n, err := tree.ParseJSON([]byte(`{"a": 1, "b": 2}`))
	if err != nil {
		t.Fatal(err)
	}
	if n.Get("b").Text != "2" || n.Get("c") != nil {
		t.Error("Get does not find b, or finds c")
	}
}

func FuzzParseJSON(f *testing.F) {
	for _, s := range []string{`{"a": [1, true, null, "é\u2028<"]}`, "\ufeff[\r\n1]", `{"a":1,"a":2}`, `[[`, "{} {}"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		n, err := tree.ParseJSON(text)
		if err != nil {
			if e, ok := err.(*tree.Error); !ok || e.Line < 1 || e.Column < 1 {
				t.Fatalf("error without a position: %v", err)
			}
			return
		}
		out := tree.AppendJSON(nil, n)
		if strings.ContainsAny(string(out), "<>&\u2028\u2029\n") {
			t.Fatalf("unsafe output %q", out)
		}
		again, err := tree.ParseJSON(out)
		if err != nil {
			t.Fatalf("output %q: %v", out, err)
		}
		if second := tree.AppendJSON(nil, again); string(second) != string(out) {
			t.Fatalf("%q became %q", out, second)
		}
	})
}
