// Package cldr has what the Unicode Common Locale Data Repository knows of
// languages in general, and a file of words need not repeat: the plural rules of
// each, and what each is called in others.
//
// It is for the tool, which hands the page what it needs of it; the viewer for the
// browser does not carry it.
package cldr

import (
	"embed"
	"strings"
)

// plurals has in each line the tags of some languages and the rules of all of them.
//
//go:embed plurals.txt
var plurals string

// names has a file for each language that names others, with a tag and a name in
// each line.
//
//go:embed names/*.txt
var names embed.FS

// aliases has in each line a tag and the usual one for the same language.
//
//go:embed aliases.txt
var aliases string

// PluralRules are the rules for cardinal numbers of a language, or of what it is a
// kind of (those of "de" for "de-CH"), as plural.Parse reads them: empty where all
// numbers are alike. It is false where CLDR has none.
func PluralRules(tag string) (rules string, ok bool) {
	return resolve(tag, func(tag string) (string, bool) {
		for line := range strings.Lines(plurals) {
			tags, rules, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
			for t := range strings.SplitSeq(tags, " ") {
				if t == tag {
					return rules, true
				}
			}
		}
		return "", false
	})
}

// LanguageName is what a language is called in another one, as it is written in the
// middle of a sentence: "norsk bokmål". A tag that has no name of its own has that
// of what it is a kind of: "Portuguese" for "pt-AO". It is false where CLDR has
// neither, and where the names in that language are not among the data.
func LanguageName(in, tag string) (name string, ok bool) {
	table, ok := resolve(in, func(tag string) (string, bool) {
		contents, err := names.ReadFile("names/" + tag + ".txt")
		return string(contents), err == nil
	})
	if !ok {
		return "", false
	}
	return resolve(tag, func(tag string) (string, bool) { return entry(table, tag) })
}

// entry finds the rest of the line that begins with a key.
func entry(table, key string) (value string, ok bool) {
	for line := range strings.Lines(table) {
		if k, v, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t"); k == key {
			return v, true
		}
	}
	return "", false
}
