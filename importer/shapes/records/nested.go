package records

import (
	"strings"

	"barline/importer/draft"
	"barline/importer/shapes/literal"
	"barline/importer/sheet"
)

// nestedKey is the field in which objects of a list have events of their own:
// [{"era": "…", "events": […]}], or "". Lists of sources or images are none.
func nestedKey(all []literal.Member) string {
	for _, key := range []string{"events", "items", "entries", "milestones", "moments", "incidents", "children", "slides"} {
		n := 0
		some := all[:min(len(all), sample)]
		for _, m := range some {
			if inner := m.Value.Get(key); inner.Kind == literal.Array && most(inner.Members) == literal.Object {
				n++
			}
		}
		if n > 0 && n*2 >= len(some) {
			return key
		}
	}
	return ""
}

// nested makes rows of the events in an object of a list. The object's own name is
// their group, and its other values are theirs as well, unless they have such.
func (r *reader) nested(key string, v literal.Value) {
	inner := v.Get(key)
	if inner.Kind == literal.Array && len(inner.Members) == 0 {
		r.log.Count(draft.LeftOut, int(v.Line), "object without events is left out", "objects without events are left out", "")
		return
	}
	if inner.Kind != literal.Array {
		r.row(v)
		return
	}
	for _, m := range inner.Members {
		if m.Value.Kind != literal.Object {
			r.row(m.Value)
			continue
		}
		r.grid.Row(int(m.Value.Line))
		for _, f := range v.Members {
			switch own := m.Value.Get(f.Key); {
			case f.Key == key, f.Key == "id":
			case isName(f.Key) && f.Value.IsScalar() && m.Value.First("group", "category", "lane").Kind == literal.Null:
				r.grid.Set("group", sheet.Cell{Text: f.Value.Text})
			case own.Kind != literal.Null || isName(f.Key):
				r.log.Count(draft.LeftOut, int(f.Value.Line), "value around a list of events is left out", "values around lists of events are left out", "of the field "+f.Key)
			case f.Value.IsScalar():
				r.grid.Set(strings.TrimSpace(f.Key), sheet.Cell{Text: f.Value.Text})
			case f.Value.Kind != literal.Null:
				r.log.Count(draft.LeftOut, int(f.Value.Line), "value around a list of events is left out", "values around lists of events are left out", "of the field "+f.Key)
			}
		}
		r.object("", m.Value, 0)
	}
}

func isName(key string) bool {
	switch strings.ToLower(key) {
	case "name", "title", "label", "headline", "era", "section", "chapter", "group", "category":
		return true
	}
	return false
}
