package importer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"barline/importer/columns"
	"barline/importer/draft"
)

// splitter takes the people of a cell apart. Semicolons, line breaks and upright
// strokes separate. A comma may stand inside a name ("Okafor, Ada"), so that a column
// is split at commas only if each part of all its cells has two words or more, or
// stands alone in another cell; "and" separates only between full names.
type splitter struct{ commas bool }

// newSplitter looks at a column of people; remark says what was decided, if anything.
func newSplitter(column string, cells []string) (s splitter, remark *draft.Remark) {
	alone := map[string]bool{}
	var listed [][]string
	example := ""
	for _, cell := range cells {
		for _, one := range hardSplit(cell) {
			if !strings.ContainsAny(one, ",،、") {
				alone[one] = true
				continue
			}
			if example == "" {
				example = one
			}
			listed = append(listed, commaSplit(one))
		}
	}
	if len(listed) == 0 {
		return s, nil
	}
	full, known := true, true
	for _, parts := range listed {
		for _, p := range parts {
			full = full && len(strings.Fields(p)) >= 2
			known = known && alone[p]
		}
	}
	s.commas = full || known
	text := "kept as one name, since a comma may stand inside a name; write ; between people"
	if s.commas {
		text = "people are separated at commas, since each part is a name of its own"
	}
	return s, &draft.Remark{Column: column, Kind: draft.Decided, Value: example, Text: text}
}

func hardSplit(cell string) []string {
	return trimmed(strings.FieldsFunc(cell, func(r rune) bool { return r == ';' || r == '؛' || r == '\n' || r == '|' }))
}

func commaSplit(s string) []string {
	return trimmed(strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == '،' || r == '、' }))
}

func trimmed(parts []string) []string {
	var all []string
	for _, p := range parts {
		if p = strings.TrimSpace(p); !columns.Nothing(p) {
			all = append(all, p)
		}
	}
	return all
}

// split are the people of a cell, each once.
func (s splitter) split(cell string) []string {
	var all []string
	seen := map[string]bool{}
	add := func(name string) {
		if name != "" && !seen[name] {
			seen[name] = true
			all = append(all, name)
		}
	}
	for _, one := range hardSplit(cell) {
		parts := []string{one}
		if s.commas {
			parts = commaSplit(one)
		}
		for _, p := range parts {
			for _, name := range andSplit(p) {
				add(name)
			}
		}
	}
	return all
}

// andSplit parts "Ada Okafor and Per Lindqvist"; names that could be one, such as
// those of a company, stay.
func andSplit(s string) []string {
	for _, and := range []string{" and ", " & ", " und ", " y ", " e ", " et ", " og ", " и ", " та ", " і ", " й ", " ve ", " و ", " او "} {
		if !strings.Contains(s, and) {
			continue
		}
		parts := strings.Split(s, and)
		for _, p := range parts {
			if !isFullName(p) {
				return []string{s}
			}
		}
		return trimmed(parts)
	}
	return []string{s}
}

// isFullName reports whether a text is two to four words that all begin like names.
func isFullName(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 4 {
		return false
	}
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsLetter(r) || unicode.IsLower(r) {
			return false
		}
	}
	return true
}
