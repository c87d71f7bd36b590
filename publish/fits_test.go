package publish_test

import (
	"fmt"
	"strings"
	"testing"

	"barline/data/storyfile"
	"barline/publish"
)

// What New would refuse for its numbers, Fits refuses with the same words.
func TestFits(t *testing.T) {
	for _, c := range []struct {
		lanes int
		says  string
	}{{10, ""}, {65_535, ""}, {65_536, "lanes"}} {
		var table strings.Builder
		table.WriteString("title,start,lane\n")
		for i := range max(c.lanes, 100) {
			fmt.Fprintf(&table, "Event %d,%d,Lane %d\n", i, 1000+i%900, i%c.lanes)
		}
		story, root, err := storyfile.Decode("t.csv", []byte(table.String()))
		if err != nil {
			t.Fatal(err)
		}
		err = publish.Fits(story)
		if (err != nil) != (c.says != "") || err != nil && (!strings.Contains(err.Error(), c.says) || !strings.Contains(err.Error(), "join some of them")) {
			t.Errorf("%d lanes: %v", c.lanes, err)
		}
		if err == nil {
			continue
		}
		if _, made := publish.New(story, root, publish.Engine{}, publish.Options{}); made == nil || made.Error() != err.Error() {
			t.Errorf("%d lanes: checked, %v; published, %v", c.lanes, err, made)
		}
	}
}
