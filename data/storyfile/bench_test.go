package storyfile_test

import (
	"fmt"
	"strings"
	"testing"

	"barline/data/storyfile"
)

// A thousand events of a story file, and a hundred thousand rows of a table:
// reading them must not be what anybody waits for.
func BenchmarkDecode(b *testing.B) {
	var story, table strings.Builder
	story.WriteString("barline: 1\nid: k\nheadline: K\nevents:\n")
	for i := range 1000 {
		fmt.Fprintf(&story, "  - {title: Event %d, date: %d-03/%d, lane: L%d, summary: What happened then.}\n", i, 1000+i%900, 1001+i%900, i%5)
	}
	table.WriteString("title,start,end,lane\n")
	for i := range 100_000 {
		fmt.Fprintf(&table, "Event %d,%d-03,%d,L%d\n", i, 1000+i%900, 1001+i%900, i%5)
	}
	for name, text := range map[string]string{"1k.yaml": story.String(), "100k.csv": table.String()} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, _, err := storyfile.Decode(name, []byte(text)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
