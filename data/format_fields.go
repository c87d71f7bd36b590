package data

// The fields of each set of fields, in the order in which a story file has them. The
// decoder refuses others; the schema for editors and the canonical form are made of
// the same lists.

// headFields are the fields of a story besides its events.
func headFields() []string {
	return []string{"$schema", "barline", "id", "lang", "headline", "standfirst", "date", "figure", "open", "zone", "theme", "fonts", "kinds", "count", "lanes", "periods", "annotations", "sources", "people", "places", "corrections", "allow", "live", "proof"}
}

func storyFields() []string { return append(headFields(), "events") }

func eventFields() []string {
	return []string{"id", "kind", "title", "short", "lane", "date", "duration", "phases", "place", "people", "summary", "source", "quotes", "links", "media", "allow"}
}

func dateFields() []string { return []string{"value", "basis", "note"} }

func phaseFields() []string {
	return []string{"kind", "duration", "basis", "note", "noteBasis"}
}

func quoteFields() []string {
	return []string{"id", "speaker", "form", "words", "lang", "translation", "sentence", "circumstance", "source", "lead"}
}

func translationFields() []string { return []string{"words", "by"} }

func linkFields() []string { return []string{"url", "title"} }

func mediaFields() []string { return []string{"file", "alt", "credit", "caption", "url"} }

func openFields() []string { return []string{"from", "to"} }

func zoneFields() []string { return []string{"name", "offset"} }

func fontFields() []string { return []string{"file", "weight", "style"} }

func kindFields() []string { return []string{"id", "name", "plural", "paint"} }

func periodFields() []string { return []string{"title", "date"} }

func annotationFields() []string { return []string{"date", "length", "text", "source"} }

func sourceFields() []string { return []string{"id", "name", "title", "url", "file"} }

func personFields() []string { return []string{"id", "name", "role"} }

func placeFields() []string { return []string{"id", "name", "short"} }

func correctionFields() []string { return []string{"date", "event", "what", "why"} }

// The words that may stand in a field, the default first; "" is for a field that is
// not written.

func figureWords() []string {
	return []string{"", FigureLengths.String(), FigureSpans.String()}
}

func basisWords() []string { return []string{"reported", "reportedly", "outside"} }

func formWords() []string { return []string{"sentence", "fragment"} }

func phaseWords() []string { return []string{"talks", "waiting"} }

func weightWords() []string { return []string{"regular", "bold"} }

func styleWords() []string { return []string{"sans", "serif"} }
