package records

import (
	"slices"
	"strings"

	"barline/importer/draft"
	"barline/importer/shapes/literal"
	"barline/importer/shapes/prose"
	"barline/importer/sheet"
)

// beside reads what stands around the table: the headline, and lists of names that
// its rows refer to.
func (t *Table) beside(found table) {
	if len(found.holders) == 0 {
		return
	}
	var left []string
	for i := len(found.holders) - 1; i >= 0; i-- {
		for _, m := range found.holders[i].Members {
			if i < len(found.path) && m.Key == found.path[i] || i == len(found.path) && slices.Contains(found.header, m.Key) || m.Value.Kind == literal.Null {
				continue
			}
			if !t.words(m.Key, m.Value) && !t.names(m.Key, m.Value) && !isWrapping(m.Key) {
				left = append(left, m.Key)
			}
		}
	}
	if len(left) > 0 {
		const most = 12
		value := strings.Join(left[:min(len(left), most)], ", ")
		if len(left) > most {
			value += ", …"
		}
		t.Log.Say(draft.Remark{Kind: draft.LeftOut, Value: value, Text: "these fields beside the list of events are left out"})
	}
}

// isWrapping reports whether a field only says what the file is.
func isWrapping(key string) bool {
	switch key {
	case "type", "version", "$schema", "@context", "count", "total", "status", "ok", "success", "crs", "bbox", "next", "previous", "page", "generator",
		"columns", "fields", "header", "headers", "cols", "truncated":
		return true
	}
	return false
}

// words takes the headline and the standfirst; the innermost stand.
func (t *Table) words(key string, v literal.Value) bool {
	switch strings.ToLower(key) {
	case "headline", "title", "name":
		if v.Kind == literal.String && t.Headline == "" {
			t.Headline = prose.Of(v.Text).Line()
			return true
		}
	case "standfirst", "description", "subtitle", "subheadline", "summary", "intro", "introduction", "lead":
		if v.Kind == literal.String && t.Standfirst == nil {
			t.Standfirst = prose.Of(v.Text).Paragraphs
			return true
		}
	case "meta", "metadata", "info", "about":
		read := false
		for _, m := range v.Members {
			if v.Kind == literal.Object && t.words(m.Key, m.Value) {
				read = true
			}
		}
		return read
	}
	return false
}

// names reads a list of names by id. Where the values of a column are such ids, they
// are kinds if the list is called so, else the column gets the names.
func (t *Table) names(key string, v literal.Value) bool {
	const mostLists = 20
	kinds := declared(v)
	if t.lists++; len(kinds) == 0 || t.lists > mostLists {
		return false
	}
	column := t.columnOf(key, kinds)
	if column < 0 {
		return false
	}
	for _, m := range v.Members {
		if m.Value.First("color", "colour", "colorHex", "background", "style").Kind != literal.Null {
			t.Log.Count(draft.LeftOut, int(m.Value.Line), "colour is left out", "colours are left out", "of what is declared in "+key)
		}
	}
	if isCategory(key) && t.Kinds == nil {
		t.Kinds, t.KindColumn = kinds, t.Sheet.Columns[column]
		return true
	}
	byID := map[string]string{}
	for _, k := range kinds {
		byID[k.ID] = k.Name
	}
	changed := false
	for _, row := range t.Sheet.Rows {
		cell := &row.Cells[column]
		ids := strings.Split(cell.Text, "; ")
		for i, id := range ids {
			if name := byID[id]; name != "" && name != id {
				ids[i], changed = name, true
			}
		}
		cell.Text = strings.Join(ids, "; ")
	}
	if changed {
		t.Log.Say(draft.Remark{Kind: draft.Changed, Column: t.Sheet.Columns[column], Text: "the ids in this column are replaced with the names that stand beside the list, in " + key})
	}
	return true
}

// declared are the ids and names of an object of names, of an object of objects with
// names, or of a list of objects with both.
func declared(v literal.Value) []draft.Kind {
	var all []draft.Kind
	seen := map[string]bool{}
	for _, m := range v.Members {
		k := draft.Kind{ID: m.Key}
		name := m.Value.First("name", "label", "title", "headline", "text", "singular")
		if m.Value.Kind == literal.Object {
			k.Name, k.Plural = prose.Of(name.Scalar()).Line(), prose.Of(m.Value.First("plural").Scalar()).Line()
		}
		switch {
		case v.Kind == literal.Array:
			k.ID = m.Value.First("id", "key", "slug", "value", "code").Scalar()
		case m.Value.Kind == literal.String:
			k.Name = prose.Of(m.Value.Text).Line()
		}
		if k.ID = strings.TrimSpace(k.ID); k.ID == "" || k.Name == "" || seen[k.ID] || strings.HasPrefix(m.Value.Text, "#") {
			return nil
		}
		seen[k.ID] = true
		all = append(all, k)
	}
	return all
}

// isCategory reports whether a list is called what kinds of events are called.
func isCategory(key string) bool {
	key = strings.ToLower(key)
	for _, word := range []string{"categor", "kategor", "catég", "kind", "type", "typ", "legend", "class", "tag", "categoría"} {
		if strings.HasPrefix(key, word) || strings.HasSuffix(key, word+"s") || strings.HasPrefix(key, "event"+word) || strings.HasPrefix(key, "event_"+word) {
			return true
		}
	}
	return false
}

// columnOf is the column whose values are all among the ids, or -1. Of several it is
// the one that is called most like the list.
func (t *Table) columnOf(key string, kinds []draft.Kind) int {
	ids := map[string]bool{}
	for _, k := range kinds {
		ids[k.ID] = true
	}
	best, score := -1, 0
	for i, name := range t.Sheet.Columns {
		values, all := 0, true
		for _, row := range t.Sheet.Rows {
			cell := row.Cells[i]
			if cell == (sheet.Cell{}) {
				continue
			}
			values++
			if parts := strings.Split(cell.Text, "; "); len(parts) > 1 && isCategory(key) || slices.ContainsFunc(parts, func(id string) bool { return !ids[id] }) {
				all = false
				break
			}
		}
		if !all || values == 0 || name == "id" && values > 1 {
			continue
		}
		like := 1
		for ; like <= min(len(name), len(key)) && strings.EqualFold(name[:like], key[:like]); like++ {
		}
		// Numbers are ids of many lists: their column must be called like the list.
		if strings.Trim(t.firstValue(i), "0123456789") == "" && like < 3 {
			continue
		}
		if like > score {
			best, score = i, like
		}
	}
	return best
}

func (t *Table) firstValue(column int) string {
	for _, row := range t.Sheet.Rows {
		if text := row.Cells[column].Text; text != "" {
			return text
		}
	}
	return ""
}
