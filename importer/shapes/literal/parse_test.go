package literal_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"barline/data/tree"
	"barline/importer/shapes/literal"
)

// show writes a value on one line: texts quoted, numbers bare, lines after @.
func show(v literal.Value) string {
	switch v.Kind {
	case literal.Null:
		return "null"
	case literal.String:
		return fmt.Sprintf("%q", v.Text)
	case literal.Array:
		var all []string
		for _, m := range v.Members {
			all = append(all, show(m.Value))
		}
		return "[" + strings.Join(all, " ") + "]"
	case literal.Object:
		var all []string
		for _, m := range v.Members {
			all = append(all, m.Key+":"+show(m.Value))
		}
		return fmt.Sprintf("{%s}@%d", strings.Join(all, " "), v.Line)
	}
	return v.Text
}

func TestParse(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{`{"a": [1, -2.5e3, true, null, "x"]}`, `{a:[1 -2.5e3 true null "x"]}@1`},
		{"\ufeff[\n{'a': 1,},\n\r\n{b: `two\nlines`},\n]", `[{a:1}@2 {b:"two\nlines"}@4]`},
		{`["\u00e9\n\"\/\ud83d\ude00\u{1F600}\x41\ud83d"]`, `["é\n\"/😀😀A` + "\ufffd" + `"]`},
		{"// words\nvar items = new vis.DataSet([\n {id: 1, start: new Date(2014, 3, 20)}, /* no */\n]);", `[{id:1 start:"2014-04-20"}@3]`},
		{`cb({"timeline": {}});`, `{timeline:{}@1}@1`},
		{`window.data = {"a": 'it\'s' + " one"};`, `{a:"it's one"}@1`},
		{"{\"a\":1}\n{\"a\":2}\n", `[{a:1}@1 {a:2}@2]`},
		{"const a = [1]\nconst b = [2];\nexport default {a: 1}", `{a:[1] b:[2] :{a:1}@3}@1`},
		{`[new Date("2014-04-20T10:00"), new Date(2014, 0), new Date(14, 0, 2, 3, 4), Date.UTC(-400, 0, 1, 0), new Date(5)]`,
			`["2014-04-20T10:00" "2014-01-01" "1914-01-02T03:04:00" "-000400-01-01T00:00:00Z" 5]`},
		{"var items = [1];\nvar t = new vis.Timeline(box, items, {a: 1});\nt.on('x', function () { return 1 })", `[1]`},
	} {
		v, _, err := literal.Parse(test.in)
		if err != nil {
			t.Errorf("%s: %v", test.in, err)
		} else if got := show(v); got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.in, got, test.want)
		}
	}
}

func TestTheRestOfAScriptIsNamed(t *testing.T) {
	_, rest, err := literal.Parse("var items = [1];\n\nif (items) { go() }")
	if err != nil || rest != 3 {
		t.Errorf("rest from line %d, %v", rest, err)
	}
}

func TestErrorsSayWhere(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"", "1:1: the file is empty"},
		{"[1,\n 2", "2:3: the text ends too early; add the ] that closes the [ of line 1"},
		{"[1,\n  2 3]", "2:5: not JSON: \"3]\"; write a comma or ] before it"},
		{`{"a" 1}`, `1:6: no colon after the name of a field`},
		{"{\"a\": \"é\nb}", "2:3: a text without its closing quotation mark; close the text that begins on line 1"},
		{`{"é": two}`, `1:7: not JSON: "two}"; put quotation marks around a text`},
		{strings.Repeat("[", 100), "more than 64 levels"},
		{strings.Repeat("f(", 100), "more than 64 levels"},
	} {
		_, _, err := literal.Parse(test.in)
		fault, ok := errors.AsType[*tree.Error](err)
		if !ok || !strings.Contains(fault.Error(), test.want) {
			t.Errorf("%q: %v, want %s", test.in, err, test.want)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{`{"a":[1,"\u00e9"]}`, "var x = new D([{a:'b'}, /* c */]);\nf(1)", "cb({})", "new new new", "a=b=c=[1]", "[`", "'\\u{"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		v, rest, err := literal.Parse(text)
		if err == nil && (v.Line < 0 || rest > strings.Count(text, "\n")+strings.Count(text, "\r")+1) {
			t.Errorf("%+v, %d", v, rest)
		}
	})
}
