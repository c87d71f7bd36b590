package spreadsheet

import (
	"strings"

	"barline/data"
	"barline/data/csvtree"
)

// thing is a person, a place, a source or a kind, and the row that declares it.
type thing struct {
	id, name string
	plain    bool // all that the row says is id and name
	misread  bool // the name alone would be taken for something else
	row      row
}

// list is the story's list of one sort of them, and how a table calls them.
type list struct {
	things []thing
	// declared: the table has rows for them.
	declared bool
	calls    map[string]string // what a cell says for them, by id
}

// lists are those of a story.
type lists struct{ people, places, sources, kinds list }

func listsOf(s *data.Story) *lists {
	var l lists
	for _, p := range s.People() {
		r := row{csvtree.Role: p.Role}
		l.people.add(csvtree.PersonRow, p.ID, p.Name, p.Role == "" && !strings.Contains(p.Name, ";"), r)
	}
	for _, p := range s.Places() {
		var r row
		if p.Short != p.Name {
			r[csvtree.Short] = p.Short
		}
		l.places.add(csvtree.PlaceRow, p.ID, p.Name, p.Short == p.Name, r)
	}
	for _, x := range s.Sources() {
		r := row{csvtree.SourceTitle: x.Title, csvtree.SourceURL: x.URL, csvtree.SourceFile: x.File}
		l.sources.add(csvtree.SourceRow, x.ID, x.Name, x.Title == "" && x.URL == "" && x.File == "" && x.Name != data.NoSource, r)
		l.sources.things[len(l.sources.things)-1].misread = x.Name == data.NoSource
	}
	for _, k := range s.Kinds() {
		var r row
		if k.Plural != k.Name {
			r[csvtree.Plural] = k.Plural
		}
		if k.Paint != data.PaintTalks {
			r[csvtree.Paint] = k.Paint.String()
		}
		plain := k.Plural == k.Name && k.Paint == data.PaintTalks && !isBuiltIn(k.ID) && !isBuiltIn(k.Name)
		l.kinds.add(csvtree.KindRow, k.ID, k.Name, plain, r)
		// A kind that is built in keeps its id, which every reader knows.
		l.kinds.things[len(l.kinds.things)-1].misread = isBuiltIn(k.ID) || isBuiltIn(k.Name)
	}
	return &l
}

func isBuiltIn(kind string) bool {
	return strings.EqualFold(kind, data.MeetingID) || strings.EqualFold(kind, data.ContextID)
}

func (l *list) add(about csvtree.RowType, id, name string, plain bool, r row) {
	r[csvtree.Type], r[csvtree.ID], r[csvtree.Title] = about.String(), id, name
	l.things = append(l.things, thing{id: id, name: name, plain: plain, row: r})
}

// declare finds out which lists need rows of their own: those that reading the
// mentions alone, in the order of the rows, would not give again.
func (l *lists) declare(s *data.Story, order []int) {
	var people, places mentions
	kinds, sources := mentions{names: csvtree.KindNames()}, mentions{names: csvtree.SourceNames()}
	for _, i := range order {
		e := s.Event(i)
		if e.Place != nil {
			places.add(e.Place.ID, e.Place.Name)
		}
		for _, p := range e.People {
			people.add(p.ID, p.Name)
		}
		if e.Source != nil {
			sources.add(e.Source.ID, e.Source.Name)
		}
		if e.Kind.Name != "" {
			kinds.add(e.Kind.ID, e.Kind.Name)
		}
		for _, q := range e.Quotes {
			people.add(q.Speaker.ID, q.Speaker.Name)
			if q.Source != nil {
				sources.add(q.Source.ID, q.Source.Name)
			}
		}
	}
	for _, a := range s.Annotations() {
		if a.Source != nil {
			sources.add(a.Source.ID, a.Source.Name)
		}
	}
	l.people.declared = !people.give(l.people.things)
	l.places.declared = !places.give(l.places.things)
	l.sources.declared = !sources.give(l.sources.things)
	l.kinds.declared = !kinds.give(l.kinds.things)
}

// mentions are the ids that reading would give to names, and those that they have.
type mentions struct {
	names csvtree.Names
	ids   []string
	wrong bool
}

func (m *mentions) add(id, name string) {
	made, first := m.names.ID(name)
	m.wrong = m.wrong || made != id
	if first {
		m.ids = append(m.ids, made)
	}
}

// give reports whether the mentions make just these things.
func (m *mentions) give(things []thing) bool {
	if m.wrong || len(m.ids) != len(things) {
		return false
	}
	for i, t := range things {
		if !t.plain || t.id != m.ids[i] {
			return false
		}
	}
	return true
}

// name decides how cells call the things: by their names or, where a declared one
// has a name that could be another's, by its id. split tells that a cell may hold
// several.
func (l *list) name(split bool) {
	names, ids := map[string]int{}, map[string]bool{}
	for _, t := range l.things {
		names[t.name]++
		ids[t.id] = true
	}
	l.calls = make(map[string]string, len(l.things))
	for _, t := range l.things {
		clear := names[t.name] == 1 && (!ids[t.name] || t.id == t.name) && !(split && strings.Contains(t.name, ";"))
		l.calls[t.id] = t.name
		if l.declared && !clear || t.misread {
			l.calls[t.id] = t.id
		}
	}
}
