package records

import (
	"strconv"
	"strings"

	"barline/importer/shapes/literal"
	"barline/importer/shapes/when"
)

// table is a list of events and where it stands.
type table struct {
	members []literal.Member
	line    int32
	path    []string        // the keys that lead to it
	holders []literal.Value // the objects that it stands in, the innermost last
	keyed   bool            // an object of objects
	lists   bool            // a list of lists
	header  []string        // of a list of lists: the names of its columns, where they stand beside it
	geo     bool            // GeoJSON
}

func (t table) shape() string {
	switch {
	case t.geo:
		return "GeoJSON"
	case t.keyed:
		return "JSON, objects by " + map[bool]string{true: "date", false: "id"}[dated(t.members)]
	case t.lists && len(t.holders) > len(t.path):
		return "JSON, columns"
	case t.lists:
		return "JSON, a list of lists"
	}
	return "JSON, a list of objects"
}

// maxDeep is how deep in objects a table is looked for.
const maxDeep = 4

// find looks for the table of events: the longest list of objects among those with
// dates, else the longest of all, else an object of objects, else a list of lists.
func find(v literal.Value) (table, bool) {
	var best table
	score := 0
	walk(v, nil, nil, func(t table) {
		n := len(t.members) + 1
		switch {
		case t.lists && t.header == nil:
			n = 1
		case t.lists:
			n += 1 << 39
		case t.keyed && !dated(t.members):
			n = min(n, 1<<20)
		default:
			n += 1 << 40
		}
		if hasDates(t.members) || t.keyed && dated(t.members) {
			n += 1 << 41
		}
		if n > score {
			best, score = t, n
		}
	})
	return best, score > 0
}

// walk offers every table in a value.
func walk(v literal.Value, path []string, holders []literal.Value, offer func(table)) {
	t := table{members: v.Members, line: v.Line, path: path, holders: holders}
	switch v.Kind {
	case literal.Array:
		switch most(v.Members) {
		case literal.Object:
			t.geo = v.Members[0].Value.Get("properties").Kind == literal.Object
			offer(t)
		case literal.Array:
			t.lists = true
			if len(holders) > 0 {
				t.header = headerBeside(holders[len(holders)-1], len(v.Members[0].Value.Members))
			}
			if t.header != nil || len(v.Members) > 1 && textsOnly(v.Members[0].Value) {
				offer(t)
			}
		}
	case literal.Object:
		if header, rows := byColumns(v); rows != nil {
			inner := t
			inner.header, inner.members, inner.lists = header, rows, true
			inner.holders = append(holders[:len(holders):len(holders)], v)
			offer(inner)
		}
		if kind := most(v.Members); len(v.Members) > 1 && (kind == literal.Object || dated(v.Members)) {
			t.keyed = true
			offer(t)
		}
		if len(path) == maxDeep {
			return
		}
		holders = append(holders[:len(holders):len(holders)], v)
		const mostFields = 1000
		for _, m := range v.Members[:min(len(v.Members), mostFields)] {
			walk(m.Value, append(path[:len(path):len(path)], m.Key), holders, offer)
		}
	}
}

// headerBeside is a list of n names in an object: texts, or objects with a name.
func headerBeside(v literal.Value, n int) []string {
	for _, m := range v.Members {
		if m.Value.Kind != literal.Array || len(m.Value.Members) != n || n < 2 {
			continue
		}
		var names []string
		for _, item := range m.Value.Members {
			name := item.Value
			if name.Kind == literal.Object {
				name = name.First("name", "label", "title", "field", "key", "id")
			}
			if name.Kind == literal.String {
				names = append(names, name.Text)
			}
		}
		if len(names) == n {
			return names
		}
	}
	return nil
}

// byColumns makes rows of an object in which columns stand: lists of values, all as
// long, or objects with the numbers of rows as keys, as pandas writes them. It returns
// the names of the columns, and no rows if there are none.
func byColumns(v literal.Value) (header []string, rows []literal.Member) {
	const fewest = 2
	if dated(v.Members) {
		return nil, nil
	}
	var columns [][]literal.Member
	for _, m := range v.Members {
		if !isColumn(m.Value) {
			continue
		}
		if len(columns) > 0 && len(m.Value.Members) != len(columns[0]) {
			return nil, nil
		}
		header, columns = append(header, m.Key), append(columns, m.Value.Members)
	}
	if len(columns) < fewest || len(columns[0]) < fewest {
		return nil, nil
	}
	rows = make([]literal.Member, len(columns[0]))
	for i := range rows {
		row := literal.Value{Kind: literal.Array, Line: columns[0][i].Value.Line}
		for _, c := range columns {
			row.Members = append(row.Members, literal.Member{Value: c[i].Value})
		}
		rows[i].Value = row
	}
	return header, rows
}

// isColumn reports whether a value is a list of values, or an object of them by
// numbers from 0.
func isColumn(v literal.Value) bool {
	if v.Kind != literal.Array && v.Kind != literal.Object || len(v.Members) == 0 {
		return false
	}
	for i, m := range v.Members {
		if m.Value.Kind == literal.Object || m.Value.Kind == literal.Array || v.Kind == literal.Object && m.Key != strconv.Itoa(i) {
			return false
		}
	}
	return true
}

const sample = 50

// most is the kind of most of the first members.
func most(all []literal.Member) literal.Kind {
	counts := [literal.Object + 1]int{}
	all = all[:min(len(all), sample)]
	for _, m := range all {
		counts[m.Value.Kind]++
	}
	for kind, n := range counts {
		if n*2 > len(all) {
			return literal.Kind(kind)
		}
	}
	return literal.Null
}

func textsOnly(v literal.Value) bool {
	for _, m := range v.Members {
		if m.Value.Kind != literal.String {
			return false
		}
	}
	return len(v.Members) > 1
}

// dated reports whether all keys are dates.
func dated(all []literal.Member) bool {
	for _, m := range all[:min(len(all), sample)] {
		if _, ok := when.ISO(m.Key); !ok && !isYear(m.Key) {
			return false
		}
	}
	return len(all) > 0
}

func isYear(s string) bool {
	s = strings.TrimPrefix(s, "-")
	return len(s) >= 3 && len(s) <= 4 && strings.Trim(s, "0123456789") == ""
}

// hasDates reports whether most of the first objects have a field that is a date.
func hasDates(all []literal.Member) bool {
	n := 0
	all = all[:min(len(all), sample)]
	for _, m := range all {
		if anyDate(m.Value, 0) {
			n++
		}
	}
	return n > 0 && n*2 >= len(all)
}

func anyDate(v literal.Value, depth int) bool {
	for _, m := range v.Members[:min(len(v.Members), sample)] {
		switch {
		case m.Value.Kind == literal.Object && depth < 2 && anyDate(m.Value, depth+1):
			return true
		case m.Value.IsScalar() && looksDated(m.Key, m.Value):
			return true
		}
	}
	return false
}

// looksDated reports whether a value is a date by its key, or by its own look.
func looksDated(key string, v literal.Value) bool {
	text := strings.TrimSpace(v.Text)
	if text == "" || v.Kind == literal.Bool {
		return false
	}
	key = strings.ToLower(key)
	for _, word := range []string{"date", "year", "when", "start", "begin", "from", "time", "datum", "jahr", "fecha", "data", "año", "année", "dato", "дата", "год", "tarih", "yıl", "تاریخ", "التاريخ"} {
		if strings.Contains(key, word) && (strings.ContainsAny(text, "0123456789") || v.Kind == literal.String) {
			return true
		}
	}
	if v.Kind == literal.Number {
		return false
	}
	if m, ok := when.ISO(text); ok {
		return m.Month > 0 || m.Year > 1000
	}
	// 17/09/2025, 5 March 1825: short, with a year in it.
	const longest = 30
	if len(text) > longest {
		return false
	}
	digits := 0
	for i := 0; i <= len(text); i++ {
		if i < len(text) && text[i] >= '0' && text[i] <= '9' {
			digits++
			continue
		}
		if digits == 4 {
			return true
		}
		digits = 0
	}
	return false
}
