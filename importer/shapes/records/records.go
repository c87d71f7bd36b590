// Package records reads JSON that holds a table: a list of objects, JSON Lines,
// GeoJSON, objects by id or by date, wherever in the file it stands; and what is
// declared beside it, names of categories above all.
package records

import (
	"strings"

	"barline/data/tree"
	"barline/importer/draft"
	"barline/importer/shapes/grid"
	"barline/importer/shapes/literal"
	"barline/importer/shapes/prose"
	"barline/importer/shapes/said"
	"barline/importer/sheet"
)

// Table is what a file holds.
type Table struct {
	Shape      string
	Sheet      *sheet.Sheet
	Headline   string
	Standfirst []string
	Kinds      []draft.Kind
	KindColumn string
	Log        *said.Log
	// Many are the columns that put an event into several groups, by name, with the line
	// of the first that does.
	Many  map[string]int
	lists int // of names, looked at
}

// Read finds the list of events in a value and makes a sheet of it, with a column
// for each field. Its errors are of type [*tree.Error].
func Read(v literal.Value) (*Table, error) {
	found, ok := responseTable(v)
	if !ok {
		found, ok = find(v)
	}
	if !ok {
		return nil, &tree.Error{Line: max(1, int(v.Line)), Column: 1, What: "there is no list of events in this JSON",
			Fix: `write the events as a list of objects, [{"date": "1914", "title": "…"}]`}
	}
	t := &Table{Shape: found.shape(), Log: &said.Log{}}
	r := &reader{grid: grid.New(), log: t.Log, geo: found.geo}
	switch {
	case found.keyed:
		r.keyed(found.members)
	case found.lists:
		r.lists(found)
	default:
		key := nestedKey(found.members)
		for _, m := range found.members {
			if key == "" {
				r.row(m.Value)
			} else {
				r.nested(key, m.Value)
			}
		}
	}
	line := int(found.line)
	if len(found.members) > 0 && !found.lists {
		line = int(found.members[0].Value.Line)
	}
	var err error
	if t.Sheet, err = r.grid.Sheet(line); err != nil {
		return nil, err
	}
	t.beside(found)
	t.Many = r.many
	return t, nil
}

// reader makes rows of objects.
type reader struct {
	grid *grid.Grid
	log  *said.Log
	geo  bool
	many map[string]int // fields with lists of several values, by the line of the first
}

func (r *reader) row(v literal.Value) {
	if v.Kind != literal.Object {
		if v.Kind != literal.Null {
			r.log.Count(draft.LeftOut, int(v.Line), "item of the list that is no object is left out", "items of the list that are no objects are left out", "")
		}
		return
	}
	r.grid.Row(int(v.Line))
	r.object("", v, 0)
}

// maxNested is how deep objects are made columns: a.b.c.
const maxNested = 2

// object sets the cells of an object's fields.
func (r *reader) object(prefix string, v literal.Value, depth int) {
	for _, m := range v.Members {
		if depth == 0 && r.geo {
			switch {
			case m.Key == "properties" && m.Value.Kind == literal.Object:
				r.object("", m.Value, depth)
				continue
			case m.Key == "geometry" && m.Value.Kind == literal.Object:
				r.log.Count(draft.LeftOut, int(v.Line), "geometry is left out", "geometries are left out", "a timeline has no map")
				continue
			case m.Key == "type" && m.Value.Text == "Feature", m.Key == "bbox":
				continue
			}
		}
		r.set(prefix+strings.TrimSpace(m.Key), m.Value, depth)
	}
}

// set sets the cell, or the cells, of a value.
func (r *reader) set(name string, v literal.Value, depth int) {
	if inner, ok := wrapped(v); ok {
		v = inner
	}
	switch v.Kind {
	case literal.Object:
		if depth < maxNested {
			r.object(name+".", v, depth+1)
			return
		}
		if text, link := named(v); text != "" || link != "" {
			r.grid.Set(name, sheet.Cell{Text: text, Link: link})
			return
		}
		r.log.Count(draft.LeftOut, int(v.Line), "object that stands too deep is left out", "objects that stand too deep are left out", "of the field "+name)
	case literal.Array:
		r.list(name, v)
	case literal.Null:
		r.grid.Column(name)
	default:
		r.grid.Set(name, sheet.Cell{Text: v.Text})
	}
}

// list sets the cell of a list: its texts, or the names of its objects, with
// semicolons between them.
func (r *reader) list(name string, v literal.Value) {
	var texts []string
	link := ""
	for _, m := range v.Members {
		if inner, ok := wrapped(m.Value); ok {
			m.Value = inner
		}
		switch text, address := named(m.Value); {
		case m.Value.IsScalar():
			if text := strings.TrimSpace(m.Value.Text); text != "" {
				texts = append(texts, text)
			}
		case text != "" || address != "":
			if text == "" {
				text = address
			}
			texts = append(texts, text)
			if link == "" {
				link = address
			} else if address != "" {
				r.log.Count(draft.LeftOut, int(v.Line), "further address in a list is left out", "further addresses in lists are left out", "a cell has one")
			}
		case m.Value.Kind == literal.Null:
		default:
			r.log.Count(draft.LeftOut, int(v.Line), "list is left out in part", "lists are left out in part", "of the field "+name)
		}
	}
	if len(texts) > 1 && isTagging(name) {
		if r.many == nil {
			r.many = map[string]int{}
		}
		if r.many[name] == 0 {
			r.many[name] = int(v.Line)
		}
	}
	r.grid.Set(name, sheet.Cell{Text: strings.Join(texts, "; "), Link: link})
}

// isTagging reports whether the values of a field put events into groups, by its name.
func isTagging(name string) bool {
	name = strings.ToLower(name[strings.LastIndexByte(name, '.')+1:])
	switch strings.TrimSuffix(name, "s") {
	case "tag", "category", "categorie", "group", "lane", "type", "topic", "theme", "keyword", "label", "serie", "section", "track", "class", "classe", "phase", "era":
		return true
	}
	return false
}

// named is the name and the address of an object that stands for one thing.
func named(v literal.Value) (text, link string) {
	if v.Kind != literal.Object {
		return "", ""
	}
	name := v.First("name", "label", "title", "headline", "text", "value", "id")
	if name.IsScalar() {
		text = strings.TrimSpace(name.Text)
	}
	if address := v.First("url", "href", "link", "uri", "@id"); prose.IsAddress(address.Scalar()) {
		link = address.Text
	}
	return text, link
}

// wrapped is the value in an object that says no more than its type: MongoDB's
// {"$date": …} and JSON-LD's {"@value": …}.
func wrapped(v literal.Value) (literal.Value, bool) {
	if v.Kind != literal.Object || len(v.Members) == 0 || len(v.Members) > 2 {
		return v, false
	}
	inner := v.First("$date", "$oid", "$numberLong", "$numberInt", "@value")
	if inner.Kind == literal.Object {
		inner, _ = wrapped(inner)
	}
	return inner, inner.IsScalar()
}

// keyed makes rows of objects that are named by their id or their date.
func (r *reader) keyed(members []literal.Member) {
	name := "id"
	if dated(members) {
		name = "date"
	}
	for _, m := range members {
		if m.Value.Get(name).Kind != literal.Null {
			name = "key"
			break
		}
	}
	r.grid.Column(name)
	for _, m := range members {
		items := []literal.Member{{Value: m.Value}}
		if m.Value.Kind == literal.Array {
			items = m.Value.Members
		}
		for _, item := range items {
			r.grid.Row(int(item.Value.Line))
			r.grid.Set(name, sheet.Cell{Text: m.Key})
			if item.Value.Kind == literal.Object {
				r.object("", item.Value, 0)
			} else {
				r.set(columnOf(item.Value.Text), item.Value, 0)
			}
		}
	}
}

// columnOf names the column of a text that stands alone behind its date or id.
func columnOf(text string) string {
	const longestTitle = 200
	if len(text) > longestTitle {
		return "text"
	}
	return "title"
}

// lists makes rows of lists, of which the first is the header if there is none
// beside them.
func (r *reader) lists(t table) {
	header, members := t.header, t.members
	if header == nil {
		for _, m := range members[0].Value.Members {
			header = append(header, m.Value.Text)
		}
		members = members[1:]
	}
	var names []string
	for _, name := range header {
		name = strings.TrimSpace(name)
		if name == "" || r.grid.Has(name) {
			name = " " + strings.Repeat(" ", len(names)) // columns without a name, or with one that is taken
		}
		r.grid.Column(name)
		names = append(names, name)
	}
	for _, m := range members {
		r.grid.Row(int(m.Value.Line))
		for i, cell := range m.Value.Members {
			if i < len(names) {
				r.set(names[i], cell.Value, maxNested)
			} else {
				r.log.Count(draft.LeftOut, int(m.Value.Line), "value beyond the header is left out", "values beyond the header are left out", "")
			}
		}
	}
}
