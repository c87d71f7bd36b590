package schema

import "barline/data"

// grammars are the definitions of what texts look like. Their types stand where they
// are used: a pattern is silent about values that are no texts.
func (m maker) grammars() object {
	l := m.limits
	defs := object{
		{"markup", object{{"type", "string"}, {"pattern", markupPattern(data.IsElement)}}},
		{"id", pattern(idPattern(l.ID), "Small letters a-z, digits and hyphens.")},
		{"code", pattern(trimmed("[a-z0-9-]+"), "A code as barline check prints it, such as no-source.")},
		{"language", pattern(languagePattern(), "A language tag such as en, en-GB or ar.")},
		{"address", plain(addressPattern(), "An address that begins with https:// or http://.")},
		{"date", append(pattern(datePattern(), "An EDTF date such as 2025, 2025-03, 2025-03-14, 1914/1918 or 1890~."),
			member{"minItems", 1}, member{"items", object{{"type", list{"string", "integer"}}, {"pattern", memberPattern()}}},
			member{"examples", words("2025", "2025-03", "2025-03-14", "2025-03-14T15:09Z", "1914/1918", "2019-05/..", "1890~", "196X", "-0043-03-15")})},
		{"oneDate", pattern(pointPattern(), "One date such as 2025, 2025-03 or 2025-03-14.")},
		{"day", pattern(dayPattern(), "A day such as 2025-03-14.")},
		{"duration", append(pattern(durationPattern(), "An ISO 8601 duration of fixed units such as PT3H30M or P2D, after ~, <, <=, <<, >, >= or >> if need be; or unknown."),
			member{"examples", words("PT3H", "PT3H30M", "PT45M", "P2D", "P2W", "~PT2H", "<PT3H", "unknown")})},
		{"exactLength", pattern(exactPattern(), "A length such as PT8H, without a sign before it.")},
		{"colour", pattern(colourPattern(), `A colour of three or six hexadecimal digits, such as "#c00" or "#cc0000".`)},
		{"paragraphs", plain(paragraphs(), "Plain text that says something.")},
		{"sentence", plain(`\{\}`, "Your sentence around the words, with {} once where they go.")},
		{"bareWords", append(pattern(line(0, true), "The exact words, on one line, without quotation marks around them."),
			member{"not", object{{"anyOf", list{ref("markup"), object{{"type", "string"}, {"pattern", quotedPattern()}}}}}})},
	}
	for _, limit := range []int{0, l.Annotation, l.Name, l.Headline} {
		for _, required := range []bool{true, false} {
			if limit == l.Annotation && !required {
				continue
			}
			what := "Plain text on one line."
			if limit > 0 {
				what = "Plain text on one line, at most " + number(limit) + " characters."
			}
			defs = append(defs, member{lineName(limit, required), plain(line(limit, required), what)})
		}
	}
	return defs
}

// pattern is what texts look like, and what is wrong with one that does not.
func pattern(is, what string) object {
	return object{{"pattern", is}, {"patternErrorMessage", what}}
}

// plain is a text without markup.
func plain(is, what string) object {
	return append(pattern(is, what), member{"not", ref("markup")})
}
