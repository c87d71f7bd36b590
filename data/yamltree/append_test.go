package yamltree_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"barline/data/stories"
	"barline/data/tree"
	"barline/data/yamltree"
)

func same(t interface{ Errorf(string, ...any) }, n *tree.Node) {
	text, err := yamltree.Append(nil, n)
	if err != nil {
		t.Errorf("%v", err)
		return
	}
	back, err := yamltree.Parse(text)
	if err != nil {
		t.Errorf("%v\n%s", err, text)
		return
	}
	if diff := cmp.Diff(n, back, cmpopts.IgnoreFields(tree.Node{}, "Line", "Column"), cmpopts.IgnoreFields(tree.Field{}, "KeyLine", "KeyColumn"), cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("%s\n%s", diff, text)
	}
}

func TestAppendIsReadBack(t *testing.T) {
	root, err := yamltree.Parse(stories.WitkoffPutin2025())
	if err != nil {
		t.Fatal(err)
	}
	same(t, root)
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.OneOf(rapid.RuneFrom([]rune("a1~?:-#'\"|>&*!%@`{}[], éد")), rapid.SampledFrom([]rune{'\n'})))
		var node func(depth int) *rapid.Generator[*tree.Node]
		node = func(depth int) *rapid.Generator[*tree.Node] {
			return rapid.Custom(func(t *rapid.T) *tree.Node {
				kinds := []tree.Kind{tree.String, tree.String, tree.Array, tree.Object}
				if depth > 3 {
					kinds = kinds[:1]
				}
				n := &tree.Node{Kind: rapid.SampledFrom(kinds).Draw(t, "kind")}
				switch n.Kind {
				case tree.String:
					n.Text = rapid.OneOf(text, rapid.SampledFrom([]string{"2025", "no", "null", "~", "", "1.5", "0x1F", "2025-01-01", "=", "<<", ">PT3H", "- a", "a: b", " a", "a "})).Draw(t, "text")
				case tree.Array:
					n.Items = rapid.SliceOfN(node(depth+1), 0, 4).Draw(t, "items")
				case tree.Object:
					for _, key := range rapid.SliceOfNDistinct(rapid.StringMatching(`[a-z]{1,8}`), 0, 4, rapid.ID).Draw(t, "keys") {
						n.Fields = append(n.Fields, tree.Field{Key: key, Value: node(depth+1).Draw(t, "value")})
					}
				}
				return n
			})
		}
		same(t, node(0).Draw(t, "tree"))
	})
}
