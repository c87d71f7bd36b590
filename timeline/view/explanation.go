package view

import "barline/scene"

// Explanation is what stands under a figure: what its marks mean, and where it is from.
type Explanation struct {
	Marks  []ExplainedMark
	Credit string // the source line, or empty
}

// ExplainedMark is an entry of a key.
type ExplainedMark struct {
	Mark  *scene.Scene // as small as it is in a key
	Words string
}

// ExplainApart leaves the explanation out of scenes on which Apart says so, for a page
// that folds it up beside the figure.
func (s *Simple) ExplainApart() { s.apart = true }

// Apart reports whether a scene of a width has no explanation.
func (s *Simple) Apart(widthPx float64) bool { return s.apart && Down(widthPx) }
