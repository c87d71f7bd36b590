// Package figure chooses how a story is drawn, and opens it. Everybody else knows
// the result as a view.Figure. A figure of another kind is a package beside lengths
// and lanes, and one case here.
package figure

import (
	"barline/data"
	"barline/data/columns"
	"barline/timeline/figure/lanes"
	"barline/timeline/figure/lengths"
	"barline/timeline/view"
	"barline/timeline/words"
	"barline/typeset"
)

// maxIndividual is the largest story that is drawn event by event, each with marks
// and words of its own. This is the one place where the number of events decides.
const maxIndividual = 60

// Open makes the figure of a story, in one language and one set of fonts.
func Open(story *data.Story, w *words.Words, fonts *typeset.Fonts) (view.Figure, error) {
	switch {
	case story.Len() <= maxIndividual:
		return lengths.New(story, w, fonts), nil
	default:
		table, err := columns.Of(story)
		if err != nil {
			return nil, err
		}
		f := lanes.New(table, w, fonts)
		f.TakeAll()
		return f, nil
	}
}

// OpenTable makes the figure of a table, of which more may still be coming: Work
// takes in what has come.
func OpenTable(table lanes.Table, w *words.Words, fonts *typeset.Fonts) view.Figure {
	return lanes.New(table, w, fonts)
}
