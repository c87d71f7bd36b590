package words

import "barline/data"

// Total is the sum of all lengths that are known.
type Total struct {
	Sum     data.Duration
	Known   int // events with a length
	Unknown int // events whose length is said to be unknown
	// Things is what the story calls what it counts; zero if it does not say.
	Things data.Forms
	// Meetings: all of them are meetings.
	Meetings bool
}

// TotalTalks adds up the lengths of a story's events. Waiting is not talking and
// enters nothing. The sum's length is unknown where no length is known, or where
// those that are known say nothing of their sum.
func TotalTalks(s *data.Story) Total { return surveyOf(s).total }

// Total says a total in two parts, the figure and what it covers: "Just under
// 19 hours", " over five meetings; one of unknown length". The first part is
// empty where there is nothing to add up.
func (w *Words) Total(t Total) (figure, cover string) {
	named := t.Things != data.Forms{}
	meetings := t.Meetings && !named
	switch {
	case t.Known+t.Unknown == 0:
		return "", ""
	case t.Known == 0 && meetings:
		return w.noneKnown, ""
	case t.Known == 0:
		return w.UI.NoLengthKnown, ""
	case !t.Sum.Known():
		return "", ""
	}
	sum := t.Sum
	if sum.Qualifier == data.Over {
		sum.Qualifier = data.MoreThan // of a sum nobody says that it is near
	}
	figure = w.Sentence(w.Length(sum))
	if !meetings {
		return figure, w.coverOfThings(t, named)
	}
	cover = w.totalOne
	if t.Known > 1 {
		cover = Fill(w.form(&w.totalMany, t.Known), "n", w.Count(t.Known))
	}
	switch {
	case t.Unknown == 1:
		cover += w.semicolon + w.unknownOne
	case t.Unknown > 1:
		cover += w.semicolon + Fill(w.unknownMany, "count", w.Count(t.Unknown))
	}
	return figure, cover
}

// coverOfThings says what a total covers that is not only of meetings.
func (w *Words) coverOfThings(t Total, named bool) string {
	things := w.countWords(&w.events, t.Known)
	if named {
		things = w.Counted(t.Known, t.Things)
	}
	cover := Fill(w.totalThings, "things", things)
	if t.Known == 1 {
		cover = w.Aside("", things)
	}
	if t.Unknown > 0 {
		cover += w.semicolon + Fill(w.unknownThings, "n", w.Large(t.Unknown))
	}
	return cover
}

// Longest returns the event that was certainly the longest of those with a known
// length, and what to call it; id is empty where several could be, or where only
// one is known.
func (w *Words) Longest(s *data.Story) (id, note string) {
	v := surveyOf(s)
	if !v.longest.certain() {
		return "", ""
	}
	switch {
	case !v.ofMeetings():
		return v.longest.id, w.UI.LongestAny
	case v.longest.unknown > 0:
		// Nobody knows how long the others were: claim no more than that.
		return v.longest.id, w.UI.LongestKnown
	case len(v.longest.years) == 1:
		return v.longest.id, w.UI.LongestYear
	}
	return v.longest.id, w.UI.Longest
}

// ofMeetings reports whether what has a length is called a meeting.
func (v *survey) ofMeetings() bool { return v.total.Meetings && v.total.Things == data.Forms{} }
