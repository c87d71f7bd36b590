package yamledit_test

import (
	"testing"

	"barline/data/stories"
	"barline/data/tree"
	"barline/data/yamledit"
	"barline/data/yamltree"
)

// Whatever the text, an edit of any of its values is the same on the text as on the tree.
func FuzzEdit(f *testing.F) {
	for _, text := range []string{story, string(stories.WitkoffPutin2025()), "a: &x {n: 1}\nb: *x\n", "? a\n: b\n", "- - a\n  - b\n-\n  - c\n", "a:\n- b\n- c: |+\n    d\n\n\ne: f", "{a: [b, c: d, ], 'e': \"f\"}", "a: b\n  c\nd: >\n  e\n\n  # no comment\nf: # g\n  h\n", "\ufeffa: 1\r\nb:\r\n  - 2\r\n", "a: ! b\nc: !!str 1\n"} {
		for _, n := range []uint16{0, 3, 7} {
			f.Add(text, n, uint8(n), "new: value")
		}
	}
	f.Fuzz(func(t *testing.T, text string, which uint16, kind uint8, value string) {
		root, err := yamltree.Parse([]byte(text))
		if err != nil || len(text) > 1<<14 {
			return
		}
		var all []yamledit.Path
		paths(root, nil, &all)
		if len(all) == 0 || tree.Check([]byte(value)) != nil {
			return
		}
		op := yamledit.Op{Kind: yamledit.Kind(kind % 4), Path: all[int(which)%len(all)], Value: &tree.Node{Kind: tree.String, Text: value}, To: int(which) % 3}
		if last := op.Path[len(op.Path)-1]; op.Kind == yamledit.Move && last.Key != "" {
			op.Kind = yamledit.Set
		}
		holds(t, []byte(text), op)
	})
}
