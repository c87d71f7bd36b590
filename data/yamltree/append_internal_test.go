package yamltree

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"barline/data/stories"
	"barline/data/tree"
)

func same(t interface{ Errorf(string, ...any) }, n *tree.Node) {
	text, err := Append(nil, n)
	if err != nil {
		t.Errorf("%v", err)
		return
	}
	back, err := Parse(text)
	if err != nil {
		t.Errorf("%v\n%s", err, text)
		return
	}
	if diff := cmp.Diff(n, back, cmpopts.IgnoreFields(tree.Node{}, "Line", "Column"), cmpopts.IgnoreFields(tree.Field{}, "KeyLine", "KeyColumn"), cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("%s\n%s", diff, text)
	}
}

func TestAppendIsReadBack(t *testing.T) {
	root, err := Parse(stories.WitkoffPutin2025())
	if err != nil {
		t.Fatal(err)
	}
	same(t, root)
	// Kinds and characters that come back as they were.
	plain := rapid.StringOf(rapid.OneOf(rapid.RuneFrom([]rune("a1~?:-#'\"|>&*!%@`{}[], éd")), rapid.SampledFrom([]rune{'\n'})))
	near := rapid.SampledFrom([]string{"2025", "no", "null", "~", "", "1.5", "0x1F", "2025-01-01", "=", "<<", ">PT3H", "- a", "a: b", " a", "a "})
	read := forest{rapid.OneOf(plain, near), words(), []tree.Kind{tree.String, tree.String, tree.Array, tree.Object}}
	rapid.Check(t, func(t *rapid.T) { same(t, read.tree(0).Draw(t, "tree")) })
}
