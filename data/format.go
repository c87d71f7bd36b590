//go:build !lean

package data

import "slices"

// The format as a table, for what is made of it: the schema for editors and the
// canonical form of a file. The viewer for the browser has no use for it.

// FieldSets are the names of the sets of fields that stories are made of; "story" is
// the whole file.
func FieldSets() []string {
	var names []string
	for _, s := range fieldSets() {
		names = append(names, s.name)
	}
	return names
}

// FieldsOf are the fields of a set, in the order in which a file has them.
func FieldsOf(set string) []string {
	for _, s := range fieldSets() {
		if s.name == set {
			return s.fields
		}
	}
	return nil
}

type fieldSet struct {
	name   string
	fields []string
}

func fieldSets() []fieldSet {
	return []fieldSet{
		{"story", storyFields()}, {"open", openFields()}, {"zone", zoneFields()},
		{"theme", themeFields()}, {"colours", coloursFields()}, {"themeFonts", themeFontsFields()}, {"themeFont", themeFontFields()}, {"logo", logoFields()},
		{"font", fontFields()}, {"kind", kindFields()}, {"count", countFields()}, {"period", periodFields()}, {"annotation", annotationFields()},
		{"source", sourceFields()}, {"person", personFields()}, {"place", placeFields()}, {"correction", correctionFields()},
		{"event", eventFields()}, {"date", dateFields()}, {"phase", phaseFields()}, {"quote", quoteFields()}, {"translation", translationFields()},
		{"link", linkFields()}, {"media", mediaFields()},
	}
}

// countFields are the plural forms of all languages; each has some of them.
func countFields() []string { return []string{"zero", "one", "two", "few", "many", "other"} }

// WordsOf are the words that may stand in a field of a set, the default first where
// there is one; nil where a field takes other values.
func WordsOf(set, field string) []string {
	var all []string
	switch set + "." + field {
	case "story.figure":
		all = figureWords()
	case "kind.paint":
		all = paintNames()
	case "font.weight":
		all = weightWords()
	case "font.style":
		all = styleWords()
	case "date.basis", "phase.basis", "phase.noteBasis":
		all = basisWords()
	case "phase.kind":
		all = phaseWords()
	case "quote.form":
		all = formWords()
	case "theme.density":
		all = densityWords()
	case "theme.headline":
		all = switchWords()
	}
	return slices.DeleteFunc(all, func(word string) bool { return word == "" })
}

// Limits are how long texts and lists may be, in characters and in items.
type Limits struct{ ID, Name, Title, Headline, Annotation, Annotations, Corners int }

// FormatLimits are the limits of the format.
func FormatLimits() Limits {
	return Limits{ID: maxID, Name: maxName, Title: MaxTitle, Headline: maxHeadline, Annotation: maxAnnotation, Annotations: maxAnnotations, Corners: maxCorners}
}

// FileEndings are those of the files that a field of a set may name; nil where it
// names none.
func FileEndings(set, field string) []string {
	switch set + "." + field {
	case "font.file", "themeFont.regular", "themeFont.bold":
		return fontEndings()
	case "media.file":
		return MediaEndings()
	case "logo.file", "logo.dark":
		return logoEndings()
	case "theme.base":
		return themeEndings()
	case "source.file":
		return ReportEndings()
	}
	return nil
}

// SetIn is the set of fields that stands in a field of a set, one of a list or alone, or
// "" where it holds none.
func SetIn(set, field string) string {
	switch set + "." + field {
	case "story.open", "story.zone", "story.theme", "story.count", "theme.logo", "event.date", "event.media", "quote.translation":
		return field
	case "story.fonts", "story.kinds", "story.periods", "story.annotations", "story.sources", "story.places", "story.corrections", "story.events",
		"event.phases", "event.quotes", "event.links":
		return field[:len(field)-1]
	case "story.people":
		return "person"
	case "theme.background", "theme.accent":
		return "colours"
	case "theme.font":
		return "themeFonts"
	case "themeFonts.heading", "themeFonts.text":
		return "themeFont"
	}
	return ""
}
