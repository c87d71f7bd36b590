package detail

import "strings"

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
		// By blocks: the tables of scripts would weigh more in the viewer than all of this.
		switch {
		case r < 0x1100:
		case r <= 0x11FF, r >= 0x2E80 && r <= 0x2FDF, r >= 0x3005 && r <= 0x3007, r >= 0x3021 && r <= 0x9FFF,
			r >= 0xA960 && r <= 0xA97F, r >= 0xAC00 && r <= 0xD7FF, r >= 0xF900 && r <= 0xFAFF, r >= 0xFF66 && r <= 0xFF9D,
			r >= 0x1B000 && r <= 0x1B16F, r >= 0x20000 && r <= 0x3FFFF:
			letters++
		}
	}
	return letters
}
