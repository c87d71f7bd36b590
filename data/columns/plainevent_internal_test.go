package columns

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"barline/data"
	"barline/data/tree"
)

// An event that is made of columns alone is the one that its node would be read as.
func TestPlainEventsAreThoseOfNodes(t *testing.T) {
	made := 0
	rapid.Check(t, func(t *rapid.T) {
		one := func(label string, of ...string) string { return rapid.SampledFrom(of).Draw(t, label) }
		json := fmt.Sprintf(`{"barline":1,"id":"s","headline":"S"%s,"sources":[{"id":"a","name":"A"}],"people":[{"id":"p","name":"P"},{"id":"q","name":"Q"}],"places":[{"id":"x","name":"X","short":"x"}],
			"kinds":[{"id":"war","name":"war","plural":"wars","paint":"fourth"}],"events":[{"id":"e","title":"T","date":%q%s%s%s%s%s%s}]}`,
			one("zone", "", `,"zone":{"name":"Moscow time","offset":"+03:00"}`),
			one("date", "2024", "-0044-03", "2024-02-29", "2024-02-29T10:00Z", "2024-02-29T10:00", "2024-02-29T10:00:01Z/2024-02-29T11:00:01Z", "2024/2025"),
			one("kind", "", `,"kind":"meeting"`, `,"kind":"war"`), one("lane", "", `,"lane":"L"`), one("length", "", `,"duration":"~PT30M"`, `,"duration":"unknown"`),
			one("place", "", `,"place":"x"`), one("people", "", `,"people":["q","p"]`), one("source", "", `,"source":"none"`))
		story, err := data.Decode([]byte(json))
		if err != nil {
			t.Fatal(err)
		}
		table, err := Of(story)
		if err != nil {
			t.Fatal(err)
		}
		b, r := table.at(0)
		got, ok := table.plainEvent(b, r)
		if !ok {
			return
		}
		made++
		want, err := table.head.Event(table.node(b, r, &tree.Node{Kind: tree.Object}))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatal(diff)
		}
	})
	if made == 0 {
		t.Fatal("no event was made of columns alone")
	}
}
