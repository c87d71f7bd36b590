package publish

import (
	"barline/data"
	"barline/timeline/detail"
	"barline/timeline/words"
)

// tableRow is an event in the page's table: what is empty is not known, or not
// so.
type tableRow struct{ When, Title, Talks, Wait, Where, People string }

// tableOf is what a story's picture shows, as a table.
func tableOf(s *data.Story, w *words.Words) []tableRow {
	var rows []tableRow
	for i := range s.Len() {
		e := s.Event(i)
		r := tableRow{When: detail.When(e, w), Title: e.Title}
		if talks, ok := e.Talks(); ok {
			r.Talks = w.Sentence(w.Phase(talks))
		}
		if wait, ok := e.Waiting(); ok {
			r.Wait = w.Sentence(w.Phase(wait))
		}
		if e.Place != nil {
			r.Where = w.Sentence(e.Place.Name)
		}
		var people []string
		for _, p := range e.People {
			people = append(people, p.Name)
		}
		r.People = w.List(people)
		rows = append(rows, r)
	}
	return rows
}
