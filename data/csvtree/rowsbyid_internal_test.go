package csvtree

import (
	"testing"

	"pgregory.net/rapid"
)

// Rows are found as in a map, however many there are.
func TestRowsByID(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var x rowsByID
		want := map[string]int{}
		alphabet := rapid.SampledFrom([]string{"e", "abcdefghij-"}).Draw(t, "letters")
		n := rapid.SampledFrom([]int{0, 1, 50, 5000}).Draw(t, "ids")
		for row := range n {
			id := ""
			for k := row; len(id) == 0 || k > 0; k /= len(alphabet) + 1 {
				id += string(alphabet[k%len(alphabet)])
				if len(id) > 40 {
					break
				}
			}
			if first, known := want[id]; known {
				if got, ok := x.find(id); !ok || got != first {
					t.Fatalf("%q is in row %d (%v), not in %d", id, got, ok, first)
				}
				continue
			}
			if _, ok := x.find(id); ok {
				t.Fatalf("%q is found before it is there", id)
			}
			want[id] = row
			x.add(id, row)
		}
		for id, row := range want {
			if got, ok := x.find(id); !ok || got != row {
				t.Fatalf("%q is in row %d (%v), not in %d", id, got, ok, row)
			}
		}
		if _, ok := x.find(""); ok {
			t.Fatal("the empty id is that of a row")
		}
	})
}
