package records

import (
	"barline/importer/shapes/literal"
)

// responseTable is the table in an answer of Google's visualization API, which a
// published spreadsheet gives: {"table": {"cols": […], "rows": [{"c": [{"v": …}]}]}}.
func responseTable(v literal.Value) (t table, ok bool) {
	columns, rows := v.Path("table", "cols"), v.Path("table", "rows")
	if columns.Kind != literal.Array || rows.Kind != literal.Array {
		return t, false
	}
	t = table{lists: true, line: v.Line}
	for _, m := range columns.Members {
		t.header = append(t.header, m.Value.First("label", "id").Scalar())
	}
	for _, m := range rows.Members {
		row := literal.Value{Kind: literal.Array, Line: m.Value.Line}
		for _, cell := range m.Value.Get("c").Members {
			value := cell.Value.Get("v")
			if date, ok := literal.Date(value); ok {
				value = date
			}
			row.Members = append(row.Members, literal.Member{Value: value})
		}
		t.members = append(t.members, literal.Member{Value: row})
	}
	return t, len(t.header) > 0 && len(t.members) > 0
}
