package storyfile

import (
	"testing"

	"barline/data/tree"
)

// All come, in their order; whoever has enough stops the maker.
func TestAhead(t *testing.T) {
	for _, n := range []int{0, 1, batch, batch + 1, 10 * batch} {
		made := 0
		events := func(yield func(*tree.Node) bool) {
			for made = 0; made < n; made++ {
				if !yield(&tree.Node{Line: made}) {
					return
				}
			}
		}
		got := 0
		for e := range ahead(events) {
			if e.Line != got {
				t.Fatalf("of %d, event %d comes as number %d", n, e.Line, got)
			}
			got++
		}
		if got != n {
			t.Errorf("of %d events %d come", n, got)
		}
		for range ahead(events) {
			break
		}
		if most := (batches + 2) * batch; made > most && n > most {
			t.Errorf("of %d events %d were made for one that was taken", n, made)
		}
	}
}
