package publish

import (
	"barline/data"
	"barline/timeline/detail"
	"barline/timeline/words"
)

// table is what a story's picture shows, as a table: the columns that any event
// has something in, besides date and title. An empty cell is not known, or not so.
type table struct {
	Columns []string
	Rows    []tableRow
}

type tableRow struct {
	When, Title string
	Cells       []string
}

func tableOf(s *data.Story, w *words.Words) table {
	ui := w.UI
	length := ui.TableTalks
	columns := []struct {
		name string
		of   func(e data.Event) string
		used bool
	}{
		{name: length, of: func(e data.Event) string {
			talks, ok := e.Talks()
			if !ok {
				return ""
			}
			return w.Sentence(w.Phase(talks))
		}},
		{name: ui.TableWait, of: func(e data.Event) string {
			wait, ok := e.Waiting()
			if !ok {
				return ""
			}
			return w.Sentence(w.Phase(wait))
		}},
		{name: ui.Kind, of: func(e data.Event) string { return w.Sentence(e.Kind.Name) }},
		{name: ui.Lane, of: func(e data.Event) string { return e.Lane }},
		{name: ui.Place, of: func(e data.Event) string {
			if e.Place == nil {
				return ""
			}
			return w.Sentence(e.Place.Name)
		}},
		{name: ui.TablePeople, of: func(e data.Event) string {
			var people []string
			for _, p := range e.People {
				people = append(people, p.Name)
			}
			return w.List(people)
		}},
	}
	for i := range s.Len() {
		e := s.Event(i)
		if _, ok := e.Talks(); ok && !e.IsMeeting() {
			columns[0].name = ui.TableLength
		}
		for k := range columns {
			columns[k].used = columns[k].used || columns[k].of(e) != ""
		}
	}
	var t table
	for _, c := range columns {
		if c.used {
			t.Columns = append(t.Columns, c.name)
		}
	}
	for i := range s.Len() {
		e := s.Event(i)
		r := tableRow{When: detail.When(e, w), Title: e.Title}
		for _, c := range columns {
			if c.used {
				r.Cells = append(r.Cells, c.of(e))
			}
		}
		t.Rows = append(t.Rows, r)
	}
	return t
}
