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
	comma := ','
	if strings.Contains(header, "\t") {
		comma = '\t'
	}
	if !strings.Contains(text, "//www.wikidata.org/entity/Q") && !strings.Contains(text, "T00:00:00Z") {
		return nil, false
	}
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.LazyQuotes = comma, comma == '\t'
	names, err := r.Read()
	if err != nil {
		return nil, false
	}
	t := &Table{line: 1}
	seen := map[string]bool{}
	for _, name := range names {
		name = strings.TrimPrefix(strings.TrimSpace(name), "?")
		if !isVariable(name) || seen[name] {
			return nil, false
		}
		seen[name] = true
		t.names = append(t.names, name)
	}
	entities, before := 0, 0
	for {
		cells, err := r.Read()
		if cells == nil {
			break
		}
		if err != nil {
			return nil, false // ragged: no answer is
		}
		line, _ := r.FieldPos(0)
		one := row{line: line, values: map[string]value{}}
		hasEntity, hasBefore := false, false
		for i, text := range cells {
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

// valueOf is a cell: <address>, "text"@en and "time"^^<type> of TSV, or the bare value.
func valueOf(text string) value {
	text = strings.TrimSpace(text)
	text, _, _ = strings.Cut(text, "^^<")
	if strings.HasPrefix(text, "<http") && strings.HasSuffix(text, ">") {
		text = text[1 : len(text)-1]
	}
	v := value{text: text, address: strings.HasPrefix(text, "http://") || strings.HasPrefix(text, "https://")}
	if !v.address && strings.HasSuffix(text, "Z") && strings.Contains(text, "T") {
		v.at, v.timed = when.ISO(text)
	}
	return v
}

// isVariable reports whether a text may name a variable of SPARQL.
func isVariable(s string) bool {
	return s != "" && !strings.ContainsAny(s, " \t.,;:\"'()<>/")
}
