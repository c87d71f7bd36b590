package state

import (
	"barline/timeline/layout"
	"barline/timeline/scale"
	"barline/timeline/words"
)

// Timeline is what a Model is about: the two-axed figure of a few events, or
// the lanes of a great many.
type Timeline interface {
	Events() layout.Events
	Words() *words.Words
	// Extent is the span of time that the fitted calendar shows, in seconds
	// since 1970.
	Extent() (from, to float64)
	Scale(widthPx float64, v layout.View) scale.Scale
	// When is the time that must be in view, or some of it, for event i to be.
	When(i int) (from, to float64)
	// Few reports whether events can be compared one by one, and played.
	Few() bool
	// Walk is the event by steps after event i, or before it; of -1 it counts
	// from the ends. At the ends it stops. It is -1 if there is nothing to
	// walk to.
	Walk(i, by int) int
}
