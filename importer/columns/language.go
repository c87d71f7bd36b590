package columns

import (
	"slices"

	"barline/importer/sheet"
)

// language is the language in which most columns of a table have their names, a BCP 47
// tag, and the columns that say so. It is "" where two languages have as many of the
// names. English is never told by them: tables of any language have their columns named
// in it.
func (lex lexicon) language(s *sheet.Sheet) (tag string, by []int) {
	known := map[string][]int{}
	for i, name := range s.Columns {
		for _, l := range lex.languagesOf(name) {
			known[l] = append(known[l], i)
		}
	}
	if len(known["fa-AF"]) == len(known["fa"]) {
		delete(known, "fa-AF") // Dari where words are that are Dari alone
	}
	most, tie := 0, false
	for l, all := range known {
		switch {
		case len(all) > most:
			tag, by, most, tie = l, all, len(all), false
		case len(all) == most:
			tie = true
		}
	}
	if tie || tag == "en" {
		return "", nil
	}
	return tag, by
}

// languagesOf are the languages in which a column may be named so: those that know the
// whole name, else those of its first or last word.
func (l lexicon) languagesOf(name string) []string {
	if tags := l.languages[fold(name)]; len(tags) > 0 {
		return tags
	}
	parts := slices.DeleteFunc(words(name), func(w string) bool { return isWhole(w) })
	if len(parts) < 2 {
		return nil
	}
	for _, word := range []string{parts[0], parts[len(parts)-1]} {
		if tags := l.languages[word]; len(tags) > 0 && len(word) > 2 {
			return tags
		}
	}
	return nil
}
