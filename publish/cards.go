package publish

import "math"

// storyCard is the card of the whole story; those of events are in a folder.
const (
	storyCard   = "card.png"
	cardsFolder = "cards/"
)

// cardScale is how many pixels of a card there are per px of its layout.
const cardScale = 2

func cardPixels(px float64) int { return int(math.Ceil(px * cardScale)) }
