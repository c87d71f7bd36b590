package words

import "barline/data"

// Total is the sum of all talks of known length.
type Total struct {
	Sum     data.Duration
	Known   int // meetings whose talks have a length
	Unknown int // meetings whose talks have none
}

// TotalTalks adds up the talks of a story's meetings. Waiting is not talking
// and enters nothing. One upper bound among exact lengths makes the sum an
// upper bound, one lower bound a lower one; both, or any "about", make it an
// estimate.
func TotalTalks(s *data.Story) Total {
	var t Total
	var under, over, about bool
	for i := range s.Len() {
		e := s.Event(i)
		talks, ok := e.Talks()
		if e.Kind != data.Meeting || !ok {
			continue
		}
		if !talks.Length.Known() {
			t.Unknown++
			continue
		}
		t.Known++
		t.Sum.Seconds += talks.Length.Seconds
		switch talks.Length.Qualifier {
		case data.Under:
			under = true
		case data.Over:
			over = true
		case data.About:
			about = true
		}
	}
	switch {
	case t.Known == 0:
		t.Sum.Qualifier = data.Unknown
	case about || under && over:
		t.Sum.Qualifier = data.About
	case under:
		t.Sum.Qualifier = data.Under
	case over:
		t.Sum.Qualifier = data.Over
	}
	return t
}

// Total says a total in two parts, the figure and what it covers: "Just under
// 19 hours", " over five meetings; one of unknown length". The first part is
// empty where there is nothing to add up.
func (w *Words) Total(t Total) (figure, cover string) {
	switch {
	case t.Known+t.Unknown == 0:
		return "", ""
	case t.Known == 0:
		return w.noneKnown, ""
	}
	cover = w.totalOne
	if t.Known > 1 {
		cover = Fill(w.totalMany, "count", w.Count(t.Known))
	}
	switch {
	case t.Unknown == 1:
		cover += w.semicolon + w.unknownOne
	case t.Unknown > 1:
		cover += w.semicolon + Fill(w.unknownMany, "count", w.Count(t.Unknown))
	}
	return w.Sentence(w.Length(t.Sum)), cover
}

// Longest returns the meeting whose talks were certainly the longest of those
// with a known length, and what to call it; id is empty where several could
// be, or where only one is known.
func (w *Words) Longest(s *data.Story) (id, note string) {
	type range_ struct {
		id        string
		low, high int64
	}
	var all []range_
	var unknown bool
	years := map[int]bool{}
	for i := range s.Len() {
		e := s.Event(i)
		talks, ok := e.Talks()
		if e.Kind != data.Meeting || !ok {
			continue
		}
		years[e.Date.Start().Year()] = true
		years[e.Date.End().Year()] = true
		d := talks.Length
		switch d.Qualifier {
		case data.Unknown:
			unknown = true
		case data.Under:
			all = append(all, range_{e.ID, 0, d.Seconds - 1})
		case data.Over:
			all = append(all, range_{e.ID, d.Seconds + 1, 1 << 62})
		case data.About:
			// As far as the bar in the figure fades.
			all = append(all, range_{e.ID, d.Seconds * 85 / 100, d.Seconds * 115 / 100})
		default:
			all = append(all, range_{e.ID, d.Seconds, d.Seconds})
		}
	}
	if len(all) < 2 {
		return "", ""
	}
	// The longest is at least longer than any other could at most be. A story
	// may have a million of them: they are gone through, not compared in pairs.
	at := 0
	for i, r := range all {
		if r.low > all[at].low {
			at = i
		}
	}
	for i, r := range all {
		if i != at && r.high >= all[at].low {
			return "", ""
		}
	}
	switch {
	case unknown:
		// Nobody knows how long the others were: claim no more than that.
		return all[at].id, w.UI.LongestKnown
	case len(years) == 1:
		return all[at].id, w.UI.LongestYear
	}
	return all[at].id, w.UI.Longest
}

// Event says an event in one line for a screen reader: its title, its date
// and its length, each with its certainty.
func (w *Words) Event(e data.Event) string {
	s := e.Title + w.comma + w.Date(e.Date, Full)
	if e.Date.Precision() > 0 && e.Kind == data.Meeting && !dayKnown(e) {
		s += " (" + w.UI.NoDay + ")"
	}
	switch {
	case e.DateBasis == data.Outside:
		s += " (" + w.UI.OutsideBasis + ")"
	case e.DateBasis == data.Reportedly:
		s += " (" + w.UI.Hearsay + ")"
	}
	wait, waited := e.Waiting()
	if waited {
		s += w.comma + w.Phase(wait)
	}
	switch talks, ok := e.Talks(); {
	case ok && waited:
		s += w.semicolon + Fill(w.UI.TalksThen, "length", w.Phase(talks))
	case ok:
		s += w.comma + w.Phase(talks)
	}
	return s
}

// Phase says one phase with its certainty, basis and note: "reportedly kept
// waiting 8 hours"; "length unknown, rumoured to be brief".
func (w *Words) Phase(p data.Phase) string {
	length := w.Length(p.Length)
	s := length
	switch {
	case p.Kind == data.Waiting && !p.Length.Known():
		s = w.Clauses(w.UI.KeptWaiting, length)
	case p.Kind == data.Waiting && p.Basis == data.Reportedly:
		s = Fill(w.UI.WaitedHearsay, "length", length)
	case p.Kind == data.Waiting:
		s = Fill(w.UI.Waited, "length", length)
	case p.Basis == data.Reportedly && p.Length.Known():
		s = Fill(w.hearsayLength, "length", length)
	}
	if p.Basis == data.Outside {
		s += " (" + w.UI.OutsideBasis + ")"
	}
	if p.Note != "" {
		s += w.comma + p.Note
	}
	return s
}

// dayKnown reports whether the event's date gives a day.
func dayKnown(e data.Event) bool { return e.Date.Start().Day() != 0 && e.Date.End().Day() != 0 }

// Year returns the only calendar year in which all events begin and end; ok
// is false if there are several.
func Year(s *data.Story) (year int, ok bool) {
	for i := range s.Len() {
		d := s.Event(i).Date
		if i == 0 {
			year = d.Start().Year()
		}
		if d.Start().Year() != year || d.End().Year() != year {
			return 0, false
		}
	}
	return year, s.Len() > 0
}
