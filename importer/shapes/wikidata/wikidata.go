// Package wikidata reads what Wikidata's query service, and others that answer
// SPARQL, give for download as JSON: the whole answer, and the simpler list.
//
// A time there is always a day and an hour, whatever is known of it. How much is
// known stands in a column of precisions, if the query asks for one; else the values
// of a column tell, and what was decided is said.
package wikidata

import (
	"slices"
	"strings"

	"barline/importer/draft"
	"barline/importer/shapes/grid"
	"barline/importer/shapes/literal"
	"barline/importer/shapes/said"
	"barline/importer/shapes/when"
	"barline/importer/sheet"
)

// Name is the shape's, for the report.
const Name = "Wikidata query result"

// Table is an answer: rows of values by the names of their variables.
type Table struct {
	names []string
	rows  []row
	line  int
}

type row struct {
	line   int
	values map[string]value
}

// value is a text and, of an address, that it is one; of a time, its moment.
type value struct {
	text    string
	address bool
	timed   bool
	at      when.Moment
}

// Find returns the answer that a value is.
func Find(v literal.Value) (*Table, bool) {
	vars, bindings := v.Path("head", "vars"), v.Path("results", "bindings")
	if vars.Kind == literal.Array && bindings.Kind == literal.Array {
		t := &Table{line: int(v.Line)}
		for _, m := range vars.Members {
			t.names = append(t.names, m.Value.Text)
		}
		for _, m := range bindings.Members {
			t.add(m.Value, true)
		}
		return t, len(t.rows) > 0
	}
	if v.Kind != literal.Array || !simple(v.Members) {
		return nil, false
	}
	t := &Table{line: int(v.Line)}
	seen := map[string]bool{}
	for _, m := range v.Members {
		for _, f := range m.Value.Members {
			if !seen[f.Key] {
				seen[f.Key] = true
				t.names = append(t.names, f.Key)
			}
		}
		t.add(m.Value, false)
	}
	return t, true
}

// simple reports whether a list is the simpler download: flat objects, in most of
// which stands the address of an entity.
func simple(all []literal.Member) bool {
	const sample = 50
	entities := 0
	all = all[:min(len(all), sample)]
	for _, m := range all {
		found := false
		for _, f := range m.Value.Members {
			if f.Value.Kind == literal.Object || f.Value.Kind == literal.Array {
				return false
			}
			found = found || isEntity(f.Value.Text)
		}
		if found {
			entities++
		}
	}
	return entities*2 > len(all)
}

func isEntity(s string) bool {
	_, id, ok := strings.Cut(s, "//www.wikidata.org/entity/")
	return ok && len(id) > 1 && strings.Trim(id[1:], "0123456789") == ""
}

// entityID is Q42 of an entity's address.
func entityID(address string) string { return address[strings.LastIndexByte(address, '/')+1:] }

func (t *Table) add(v literal.Value, bound bool) {
	r := row{line: int(v.Line), values: map[string]value{}}
	for _, f := range v.Members {
		text, kind, datatype := f.Value.Text, "", ""
		if bound {
			text, kind, datatype = f.Value.Get("value").Text, f.Value.Get("type").Text, f.Value.Get("datatype").Text
		}
		val := value{text: strings.TrimSpace(text), address: kind == "uri" || !bound && (isEntity(text) || strings.HasPrefix(text, "http://") || strings.HasPrefix(text, "https://"))}
		if strings.Contains(datatype, "#date") || strings.Contains(datatype, "#gYear") || !bound && strings.HasSuffix(val.text, "Z") && strings.Contains(val.text, "T") {
			val.at, val.timed = when.ISO(val.text)
		}
		if val.text != "" {
			r.values[f.Key] = val
		}
	}
	t.rows = append(t.rows, r)
}

// Read makes a sheet of an answer. A variable and its label are one column: the
// label, with the entity's address behind it. Dates are typed.
func Read(t *Table) (*sheet.Sheet, *said.Log) {
	log := &said.Log{}
	labels := map[string]string{} // of a variable
	for _, name := range t.names {
		if label := name + "Label"; slices.Contains(t.names, label) {
			labels[name] = label
		}
	}
	readings := map[string]reading{}
	precisions := map[string]bool{}
	for _, name := range t.names {
		if read, ok := t.survey(name, log); ok {
			readings[name] = read
			precisions[read.precision] = true
		}
	}
	g := grid.New()
	for _, name := range t.names {
		if !t.isLabel(name, labels) && !precisions[name] {
			g.Column(name)
		}
	}
	for _, r := range t.rows {
		g.Row(r.line)
		for name, v := range r.values {
			if t.isLabel(name, labels) || precisions[name] {
				continue
			}
			cell := sheet.Cell{Text: v.text}
			read, dated := readings[name]
			switch {
			case v.timed && dated:
				cell.Date = read.date(v, r)
			case v.address && strings.Contains(v.text, "/.well-known/genid/"):
				log.Count(draft.LeftOut, r.line, "value is left out, which Wikidata says is not known", "values are left out, which Wikidata says are not known", "")
				continue
			case isEntity(v.text):
				cell = sheet.Cell{Text: entityID(v.text), Link: v.text}
			case v.address:
				cell.Link = v.text
			}
			if label, ok := r.values[labels[name]]; ok {
				cell.Text = label.text
			}
			g.Set(name, cell)
		}
	}
	if n := t.repeated(); n > 0 {
		log.Say(draft.Remark{Kind: draft.Decided, Column: t.names[0], Text: "the same entity stands in several rows, once for each combination of its values: each row is an event"})
	}
	s, err := g.Sheet(t.line)
	if err != nil {
		// An answer has few variables; one that has too many is cut.
		log.Say(draft.Remark{Kind: draft.LeftOut, Text: err.Error()})
		s = &sheet.Sheet{Format: "JSON"}
	}
	return s, log
}

// isLabel reports whether a variable is the label of another one.
func (t *Table) isLabel(name string, labels map[string]string) bool {
	base, ok := strings.CutSuffix(name, "Label")
	return ok && labels[base] == name
}

// repeated is how many rows have an entity in their first column that an earlier one
// had.
func (t *Table) repeated() int {
	if len(t.names) == 0 {
		return 0
	}
	seen, n := map[string]bool{}, 0
	for _, r := range t.rows {
		v := r.values[t.names[0]].text
		if v != "" && seen[v] && isEntity(v) {
			n++
		}
		seen[v] = true
	}
	return n
}
