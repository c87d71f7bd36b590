package reel

import (
	"strings"
	"unicode"

	"barline/scene"
)

// A page is seen for as long as its words take to read, within limits.
const (
	wordsPerSecond   = 3.6
	lettersPerSecond = 19.0
	lookSeconds      = 1.0 // beside the reading: for the marks
	leastSeconds     = 1.8
	mostSeconds      = 12.0
)

// readingSeconds is how long a page is seen.
func readingSeconds(s *scene.Scene) float64 {
	words, letters := 0, 0
	for i := range s.Nodes {
		n := &s.Nodes[i]
		if n.Shape != scene.Glyphs || n.Role != scene.Caption {
			continue
		}
		words += len(strings.Fields(n.Text.String))
		for _, r := range n.Text.String {
			letters++
			// Han, kana and Hangul say as much in one sign as others in two or three.
			if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) {
				letters++
			}
		}
	}
	reading := max(float64(words)/wordsPerSecond, float64(letters)/lettersPerSecond)
	return min(max(leastSeconds, lookSeconds+reading), mostSeconds)
}
