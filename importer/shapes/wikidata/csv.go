package wikidata

import (
	"encoding/csv"
	"strings"

	"barline/importer/shapes/when"
)

// FindCSV returns the answer that a text is, as downloaded in CSV or TSV: a header of
// variables, and rows with addresses of entities, or with times of which some are
// before Christ.
func FindCSV(text string) (*Table, bool) {
	text = strings.TrimPrefix(text, "\ufeff")
	header, _, _ := strings.Cut(text, "\n")
	if !strings.Contains(text, "//www.wikidata.org/entity/Q") && !strings.Contains(text, "T00:00:00Z") {
		return nil, false
	}
	var records []record
	ok := false
	if strings.Contains(header, "\t") {
		records, ok = byTabs(text)
	}
	if !ok {
		records, ok = quoted(text, strings.Contains(header, "\t"))
	}
	if !ok || len(records) == 0 {
		return nil, false
	}
	t := &Table{line: 1}
	seen := map[string]bool{}
	for _, name := range records[0].cells {
		name = strings.TrimPrefix(strings.TrimSpace(name), "?")
		if !isVariable(name) || seen[name] {
			return nil, false
		}
		seen[name] = true
		t.names = append(t.names, name)
	}
	entities, before := 0, 0
	for _, r := range records[1:] {
		one := row{line: r.line, values: map[string]value{}}
		hasEntity, hasBefore := false, false
		for i, text := range r.cells {
			v := valueOf(text)
			if v.text != "" {
				one.values[t.names[i]] = v
			}
			hasEntity = hasEntity || isEntity(v.text)
			hasBefore = hasBefore || v.timed && v.at.Year < 1
		}
		if hasEntity {
			entities++
		}
		if hasBefore {
			before++
		}
		t.rows = append(t.rows, one)
	}
	return t, len(t.rows) > 0 && (entities*2 > len(t.rows) || before > 0)
}

// record is a line of an answer.
type record struct {
	line  int
	cells []string
}

// byTabs reads TSV as SPARQL has it: nothing within a value is a tab or the end of a
// line, and quotation marks are part of values. ok is false if lines are not of the
// same length.
func byTabs(text string) (all []record, ok bool) {
	line := 0
	for s := range strings.SplitSeq(text, "\n") {
		line++
		if s = strings.TrimSuffix(s, "\r"); s == "" {
			continue
		}
		cells := strings.Split(s, "\t")
		if len(all) > 0 && len(cells) != len(all[0].cells) {
			return nil, false
		}
		all = append(all, record{line, cells})
	}
	return all, true
}

// quoted reads cells that may stand in quotation marks, as spreadsheets write them. ok
// is false if lines are not of the same length, as those of an answer are.
func quoted(text string, tabs bool) (all []record, ok bool) {
	r := csv.NewReader(strings.NewReader(text))
	if tabs {
		r.Comma, r.LazyQuotes = '\t', true
	}
	for {
		cells, err := r.Read()
		if cells == nil {
			return all, true
		}
		if err != nil {
			return nil, false
		}
		line, _ := r.FieldPos(0)
		all = append(all, record{line, cells})
	}
}

// valueOf is a cell: <address>, "text"@en and "time"^^<type> of TSV, or the bare value.
func valueOf(text string) value {
	text = literalOf(strings.TrimSpace(text))
	if strings.HasPrefix(text, "<http") && strings.HasSuffix(text, ">") {
		text = text[1 : len(text)-1]
	}
	v := value{text: text, address: strings.HasPrefix(text, "http://") || strings.HasPrefix(text, "https://")}
	if !v.address && strings.HasSuffix(text, "Z") && strings.Contains(text, "T") {
		v.at, v.timed = when.ISO(text)
	}
	return v
}

// literalOf is what stands in the quotation marks of a literal, "text"@en or
// "time"^^xsd:dateTime; another text as it is.
func literalOf(text string) string {
	if len(text) < 2 || text[0] != '"' && text[0] != '\'' {
		bare, _, _ := strings.Cut(text, "^^<")
		return bare
	}
	var out strings.Builder
	for i := 1; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\\' && i+1 < len(text):
			i++
			switch text[i] {
			case 't', 'n', 'r':
				out.WriteByte(' ')
			default:
				out.WriteByte(text[i])
			}
		case c == text[0]:
			if rest := text[i+1:]; rest == "" || rest[0] == '@' || strings.HasPrefix(rest, "^^") {
				return strings.TrimSpace(out.String())
			}
			if i+1 < len(text) && text[i+1] == c {
				i++ // doubled, as spreadsheets do
			}
			out.WriteByte(c)
		default:
			out.WriteByte(c)
		}
	}
	return text
}

// isVariable reports whether a text may name a variable of SPARQL.
func isVariable(s string) bool {
	return s != "" && !strings.ContainsAny(s, " \t.,;:\"'()<>/")
}
