package yamltree

import (
	"testing"

	"pgregory.net/rapid"

	"barline/data/tree"
)

// texts are such as are near to what YAML takes for something else.
func texts() *rapid.Generator[string] {
	return rapid.OneOf(
		rapid.StringOf(rapid.RuneFrom([]rune("a1~?:-#'\"|>&*!%@`{}[],. éد\n\t\u2028\ufeff😀"))),
		rapid.StringOf(rapid.RuneFrom([]rune("0123456789-+.:eExobTZ_ "))),
		rapid.StringMatching(`[12][0-9]{3}-[01][0-9]-[0-3][0-9]`),
		rapid.StringMatching(`[A-Za-z0-9 :,/()-]{1,12}`),
		rapid.SampledFrom([]string{"no", "Off", "null", "TRUE", "~", "", "1.5", "0x1F", "0o17", "089", "1e3", "12:30", "=", "<<", ".inf", "nan", "- a", "a: b", "a:b", "a #b", "a#b", " a", "a ", "a\nb\n", " a\n\n  b", "---", "https://example.org/a?b=c&d#e"}),
	)
}

// forest is what trees are grown from.
type forest struct {
	texts, keys *rapid.Generator[string]
	kinds       []tree.Kind // those of the lowest level are the first alone
}

// tree is one whose root is at a depth, from 0.
func (f forest) tree(depth int) *rapid.Generator[*tree.Node] {
	return rapid.Custom(func(t *rapid.T) *tree.Node {
		kinds := f.kinds
		if depth > 3 {
			kinds = kinds[:1]
		}
		n := &tree.Node{Kind: rapid.SampledFrom(kinds).Draw(t, "kind")}
		switch n.Kind {
		case tree.String:
			n.Text = f.texts.Draw(t, "text")
		case tree.Bool:
			n.Text = rapid.SampledFrom([]string{"true", "false"}).Draw(t, "bool")
		case tree.Number:
			n.Text = rapid.SampledFrom([]string{"1", "-2.5", "1e9"}).Draw(t, "number")
		case tree.Array:
			n.Items = rapid.SliceOfN(f.tree(depth+1), 0, 4).Draw(t, "items")
		case tree.Object:
			for _, key := range rapid.SliceOfNDistinct(f.keys, 0, 4, rapid.ID).Draw(t, "keys") {
				n.Fields = append(n.Fields, tree.Field{Key: key, Value: f.tree(depth+1).Draw(t, "value")})
			}
		}
		return n
	})
}

// words are keys as stories have them.
func words() *rapid.Generator[string] { return rapid.StringMatching(`[a-z]{1,8}`) }

// What is written is what the library writes.
func TestAppendIsTheLibrarys(t *testing.T) {
	all := forest{texts(), rapid.OneOf(words(), texts()), []tree.Kind{tree.String, tree.String, tree.Array, tree.Object, tree.Object, tree.Null, tree.Bool, tree.Number}}
	rapid.Check(t, func(t *rapid.T) {
		n := all.tree(0).Draw(t, "tree")
		got, gotErr := Append([]byte("# before\n"), n)
		want, wantErr := appendNode([]byte("# before\n"), written(n))
		if (gotErr != nil) != (wantErr != nil) || string(got) != string(want) {
			t.Fatalf("%v, %v\n%s\nThe library writes\n%s", gotErr, wantErr, got, want)
		}
	})
}

func BenchmarkAppend(b *testing.B) {
	n := &tree.Node{Kind: tree.Array}
	for range 1000 {
		text := func(s string) *tree.Node { return &tree.Node{Kind: tree.String, Text: s} }
		n.Items = append(n.Items, &tree.Node{Kind: tree.Object, Fields: []tree.Field{{Key: "title", Value: text("The line was opened")}, {Key: "date", Value: text("1914-08-02")}, {Key: "place", Value: text("oslo")}}})
	}
	root := &tree.Node{Kind: tree.Object, Fields: []tree.Field{{Key: "events", Value: n}}}
	b.Run("of=library", func(b *testing.B) {
		for b.Loop() {
			if _, err := appendNode(nil, written(root)); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("of=here", func(b *testing.B) {
		for b.Loop() {
			if _, err := Append(nil, root); err != nil {
				b.Fatal(err)
			}
		}
	})
}
