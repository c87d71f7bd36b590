package words

import "barline/data"

// Summary says in a few sentences what the picture of a story shows: how many
// events there are and when, how long the talks took, and which were the longest.
func (w *Words) Summary(s *data.Story) string {
	meetings, others := 0, 0
	for i := range s.Len() {
		if s.Event(i).Kind == data.Meeting {
			meetings++
		} else {
			others++
		}
	}
	var events []string
	if meetings > 0 {
		events = append(events, w.count(&w.meetings, meetings))
	}
	if others > 0 {
		events = append(events, w.count(&w.others, others))
	}
	first, last := s.Event(0).Date, s.Event(s.Len()-1).Date
	text := w.Sentence(Fill(w.UI.SummarySpan, "events", w.List(events), "from", w.Date(first.Start(), Full), "to", w.Date(last.End(), Full)))
	if figure, cover := w.Total(TotalTalks(s)); figure != "" {
		text += " " + figure + cover + "."
	}
	if id, _ := w.Longest(s); id != "" {
		e := s.Event(s.Index(id))
		talks, _ := e.Talks()
		text += " " + Fill(w.UI.SummaryLongest, "title", e.Title, "length", w.Length(talks.Length))
	}
	return text
}
