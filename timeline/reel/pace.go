package reel

import (
	"barline/scene"
	"barline/timeline/detail"
)

// mostSeconds is how long a page is seen at most.
const mostSeconds = 12.0

// readingSeconds is how long a page is seen: as long as its words take to read.
func readingSeconds(s *scene.Scene) float64 {
	var texts []string
	for i := range s.Nodes {
		if n := &s.Nodes[i]; n.Shape == scene.Glyphs && n.Role == scene.Caption {
			texts = append(texts, n.Text.String)
		}
	}
	return min(detail.ReadingSeconds(texts...), mostSeconds)
}
