package words

import (
	"barline/data"
	"barline/data/edtf"
)

// Summary says in a few sentences what the picture of a story shows: how many
// events there are and when, how long they took, and which was the longest.
func (w *Words) Summary(s *data.Story) string {
	v := surveyOf(s)
	from, to := w.limit(v.first, false), w.limit(v.last, true)
	if v.first.Earliest().Year() < 1 && eraOf(v.last.Latest().Year()) == noEra {
		to = w.inEra(afterChrist, to) // from 511 BC to 1453 AD
	}
	events := w.allEvents(s, &v)
	var text string
	switch {
	case v.goesOn:
		text = Fill(w.UI.SummaryOpen, "events", events, "from", from)
	case from == to:
		text = w.Clauses(events, from) + "."
	default:
		text = Fill(w.UI.SummarySpan, "events", events, "from", from, "to", to)
	}
	text = w.Sentence(text)
	if figure, cover := w.Total(v.total); figure != "" {
		text += " " + figure + cover + "."
	}
	if v.longest.certain() {
		title, length := s.Event(s.Index(v.longest.id)).Title, w.Length(v.longest.length)
		if v.ofMeetings() {
			text += " " + Fill(w.UI.SummaryLongest, "title", title, "length", length)
		} else {
			text += " " + Fill(w.UI.Stretch, "time", w.UI.LongestAny, "events", w.Clauses(Isolated(title, w.UI.LongestAny), length)) + "."
		}
	}
	return text
}

// limit says one of the two dates between which a story lies.
func (w *Words) limit(d edtf.Date, last bool) string {
	m := read(d)
	if m.class > ofSignificant {
		return w.Date(d, Full)
	}
	if m = m.earliest(); last {
		m = read(d).latest()
	}
	s := sayer{Words: w}
	return s.point(m, false)
}

// allEvents says how many events a story has, by what they are called.
func (w *Words) allEvents(s *data.Story, v *survey) string {
	var counts []string
	count := func(f *forms, n int) {
		if n > 0 {
			counts = append(counts, w.count(f, n))
		}
	}
	switch things := s.Count(); {
	case things != data.Forms{}:
		if n := v.meetings + v.plain; n > 0 {
			counts = append(counts, w.Counted(n, things))
			count(&w.others, v.context)
		} else {
			count(&w.events, v.context)
		}
	case v.total.Meetings && v.meetings > 0:
		count(&w.meetings, v.meetings)
		count(&w.others, v.context+v.plain)
	default:
		count(&w.events, v.meetings+v.plain+v.context)
	}
	return w.List(counts)
}

// Headline names a story that has no headline of its own: "Timeline, 1914 to 1919".
func (w *Words) Headline(from, to edtf.Date) string {
	first, _ := yearsOf(from)
	_, last := yearsOf(to)
	return w.HeadlineOfYears(first, last)
}

// HeadlineOfYears does so by its first and last years, as EDTF counts them.
func (w *Words) HeadlineOfYears(first, last int) string {
	if first == last {
		return w.Clauses(w.UI.Timeline, w.Year(first))
	}
	if _, shared := sharedEra(first, last); !shared {
		return w.Clauses(w.UI.Timeline, w.yearsBetween(first, last))
	}
	return Fill(w.headlineSpan, "from", w.Year(first), "to", w.Year(last))
}

// Year returns the only calendar year in which all events begin and end; ok
// is false if there are several, or if that is not known of all.
func Year(s *data.Story) (year int, ok bool) {
	for i := range s.Len() {
		d := s.Event(i).Date
		if start, end := d.Ends(); start != edtf.Dated || end != edtf.Dated {
			return 0, false
		}
		first, last := yearsOf(d)
		if i == 0 {
			year = first
		}
		if first != year || last != year {
			return 0, false
		}
	}
	return year, s.Len() > 0
}
