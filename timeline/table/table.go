// Package table is a story's events as a table: what its page shows under the picture
// and the window in a panel.
package table

import (
	"barline/data"
	"barline/timeline/detail"
	"barline/timeline/words"
)

// Table is a story's events as rows, in date order. Rows are made when they are asked
// for, so that a table may have a million.
type Table struct {
	events  detail.Events
	words   *words.Words
	columns []column
}

// column is what a table says of events, besides date and title.
type column struct {
	name string
	of   func(e data.Event) string
}

// Row is an event. An empty cell is not known, or not so.
type Row struct {
	ID, When, Title string
	Cells           []string
}

// mostLooked is how many events are looked at to leave out columns that are empty. Of
// more, all columns are shown.
const mostLooked = 10_000

// Of is the table of a story's events: the columns that any event has something in.
func Of(s detail.Events, w *words.Words) Table {
	t := Table{events: s, words: w, columns: columns(w)}
	if s.Len() > mostLooked {
		t.columns[0].name = w.UI.TableLength
		return t
	}
	used := make([]bool, len(t.columns))
	for i := range s.Len() {
		e := s.Event(i)
		if _, ok := e.Talks(); ok && !e.IsMeeting() {
			t.columns[0].name = w.UI.TableLength
		}
		for k := range t.columns {
			used[k] = used[k] || t.columns[k].of(e) != ""
		}
	}
	all := t.columns
	t.columns = nil
	for k, c := range all {
		if used[k] {
			t.columns = append(t.columns, c)
		}
	}
	return t
}

// columns are all that a table may have.
func columns(w *words.Words) []column {
	ui := w.UI
	phase := func(p data.Phase, ok bool) string {
		if !ok {
			return ""
		}
		return w.Sentence(w.Phase(p))
	}
	return []column{
		{ui.TableTalks, func(e data.Event) string { return phase(e.Talks()) }},
		{ui.TableWait, func(e data.Event) string { return phase(e.Waiting()) }},
		{ui.Kind, func(e data.Event) string { return w.Sentence(e.Kind.Name) }},
		{ui.Lane, func(e data.Event) string { return e.Lane }},
		{ui.Place, func(e data.Event) string {
			if e.Place == nil {
				return ""
			}
			return w.Sentence(e.Place.Name)
		}},
		{ui.TablePeople, func(e data.Event) string {
			var people []string
			for _, p := range e.People {
				people = append(people, p.Name)
			}
			return w.List(people)
		}},
	}
}

// Columns are the names of the columns after date and title.
func (t Table) Columns() []string {
	names := make([]string, len(t.columns))
	for k, c := range t.columns {
		names[k] = c.name
	}
	return names
}

// Len is the number of rows.
func (t Table) Len() int { return t.events.Len() }

// Row is row i.
func (t Table) Row(i int) Row {
	e := t.events.Event(i)
	r := Row{ID: e.ID, When: detail.When(e, t.words), Title: e.Title}
	for _, c := range t.columns {
		r.Cells = append(r.Cells, c.of(e))
	}
	return r
}

// Rows are all of them.
func (t Table) Rows() []Row {
	all := make([]Row, t.Len())
	for i := range all {
		all[i] = t.Row(i)
	}
	return all
}
