package detail

import (
	"strings"
	"unicode"
)

// How fast words are read. Languages with long words are read by their letters.
const (
	wordsPerSecond   = 3.6
	lettersPerSecond = 19.0
	lookSeconds      = 1.0 // beside the reading: for the marks
	leastSeconds     = 1.8
)

// ReadingSeconds is how long texts that are shown together take to read, with a look at
// the marks that they speak of.
func ReadingSeconds(texts ...string) float64 {
	words, letters := 0, 0
	for _, text := range texts {
		words += len(strings.Fields(text))
		letters += weight(text)
	}
	return max(leastSeconds, lookSeconds+max(float64(words)/wordsPerSecond, float64(letters)/lettersPerSecond))
}

// weight is how many letters a text is worth: Han, kana and Hangul say as much in one
// sign as others in two or three.
func weight(text string) int {
	letters := 0
	for _, r := range text {
		letters++
		if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) {
			letters++
		}
	}
	return letters
}
