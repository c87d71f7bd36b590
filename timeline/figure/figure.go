// Package figure chooses how a story is drawn, and opens it. Everybody else knows
// the result as a view.Figure. A figure of another kind is a package beside lengths,
// spans and lanes, and one case here.
package figure

import (
	"barline/data"
	"barline/data/columns"
	"barline/timeline/figure/lanes"
	"barline/timeline/figure/lengths"
	"barline/timeline/figure/spans"
	"barline/timeline/state"
	"barline/timeline/view"
	"barline/timeline/words"
	"barline/typeset"
)

// mostPx is how high a figure may be, on the narrowest phone, that gives every
// event marks and words of its own: about nine screens. A phone has a row for each,
// 44 px high or more, so that is a hundred events with short titles.
const (
	mostPx     = 6000.0
	leastRowPx = 44.0
)

// Open makes the figure of a story, in one language and one set of fonts. Events
// are drawn one by one as long as that makes no figure higher than mostPx; where
// it would, they stand in lanes, and are counted in columns where they cannot be
// told apart.
func Open(story *data.Story, w *words.Words, fonts *typeset.Fonts) (view.Figure, error) {
	if float64(story.Len())*leastRowPx <= mostPx {
		if f := individual(story, w, fonts); f.Figure(view.Ladder()[0], view.View{}).HeightPx <= mostPx {
			return f, nil
		}
	}
	table, err := columns.Of(story)
	if err != nil {
		return nil, err
	}
	f := lanes.New(table, w, fonts)
	f.TakeAll()
	return f, nil
}

// individual is a figure in which every event has marks and words of its own.
func individual(story *data.Story, w *words.Words, fonts *typeset.Fonts) view.Figure {
	if measures(story) {
		return lengths.New(story, w, fonts)
	}
	return spans.New(story, w, fonts)
}

// hairPx is a length that cannot be read off a calendar, on a page of some width.
const (
	hairPx     = 3.0
	calendarPx = 900.0
)

// measures reports whether a story is about how long things took: whether lengths
// need an axis of their own. The story may say so itself; else it is so if at
// least half of its events have a length, and the longest would be a hair on the
// calendar.
func measures(story *data.Story) bool {
	switch story.Figure() {
	case data.FigureLengths:
		return true
	case data.FigureSpans:
		return false
	}
	measured, longest := 0, int64(0)
	var from, to int64
	for i := range story.Len() {
		e := story.Event(i)
		a, b := e.Date.Bounds()
		if i == 0 {
			from, to = a, b
		}
		from, to = min(from, a), max(to, b)
		if talks, ok := e.Talks(); ok {
			measured++
			longest = max(longest, talks.Length.Seconds)
		}
	}
	return 2*measured >= story.Len() && float64(longest)/float64(to-from)*calendarPx < hairPx
}

// Opening is the stretch of time that a story asks to be in view at first, as a
// message to the viewer; ok is false for a story that asks for none.
func Opening(story *data.Story) (at state.OpenAt, ok bool) {
	open := story.Open()
	if open.From.IsZero() || open.To.IsZero() {
		return at, false
	}
	from, _ := open.From.Bounds()
	_, to := open.To.Bounds()
	return state.OpenAt{From: float64(from), To: float64(to)}, true
}

// OpenTable makes the figure of a table, of which more may still be coming: Work
// takes in what has come.
func OpenTable(table lanes.Table, w *words.Words, fonts *typeset.Fonts) view.Figure {
	return lanes.New(table, w, fonts)
}
