package check

import (
	"strings"

	"barline/data"
)

// CodeOf is the code of an error of the decoder. Errors are told apart by their own
// words and by the field that has them: package data, which every reader's browser
// carries, needs no codes.
func CodeOf(p data.Problem) string {
	if strings.Contains(p.Fix, "barline import without --strict") {
		return "unread-row"
	}
	if p.What == "empty" {
		return "empty"
	}
	for _, c := range phrases() {
		if strings.Contains(p.What, c.phrase) {
			return c.code
		}
	}
	switch field := lastField(p.Path); field {
	case "date", "value", "from", "to":
		return "bad-date"
	case "duration":
		return "bad-duration"
	case "file":
		return "bad-image"
	}
	if p.Path == "" && p.Line > 0 {
		return "syntax"
	}
	return "other"
}

// lastField is the last part of a path, without the place in a list.
func lastField(path string) string {
	path = path[strings.LastIndexByte(path, '.')+1:]
	field, _, _ := strings.Cut(path, "[")
	return field
}

type phrase struct{ phrase, code string }

// phrases are words by which an error is known, the more special ones first.
func phrases() []phrase {
	return []phrase{
		{"in the story it is", "edition"},
		{"of the story is missing", "edition"},
		{"the story has no event", "edition"},
		{"than in the story", "edition"},
		{"in the story there are", "edition"},
		{"the story is in ", "edition"},
		{"where the story gives", "edition"},

		{"is not UTF-8", "not-text"},
		{"the file has ", "not-text"},
		{"NUL byte", "not-text"},
		{"this is no text", "not-text"},
		{"no story", "missing-field"},

		{"is longer than the interval", "bad-duration"},
		{"ends before it starts", "bad-date"},
		{"ends before it begins", "bad-date"},
		{"is not a day", "bad-date"},
		{"more than one date", "bad-date"},
		{"is not an offset from UTC", "unknown-word"},
		{"is not a version", "unknown-word"},
		{"this is neither true nor false", "wrong-kind"},
		{"this is true or false", "wrong-kind"},
		{"this is a", "wrong-kind"},
		{"this is text", "wrong-kind"},
		{"this is empty", "wrong-kind"},

		{"more problems follow", "more-errors"},
		{"more follow", "more-errors"},
		{"is no theme and no file beside", "bad-theme"},
		{"is not a colour that is read here", "bad-theme"},
		{"no colour", "bad-theme"},
		{"is not a radius of corners", "bad-theme"},
		{" annotations", "bad-annotation"},
		{"a line at a length", "bad-annotation"},
		{"in a story without lengths", "bad-annotation"},
		{"than twice the longest length", "bad-annotation"},
		{"is long after the last event", "bad-annotation"},
		{"is long before the first event", "bad-annotation"},
		{"both a date and a length", "conflict"},
		{"missing beside", "conflict"},
		{"no phase of talks", "missing-field"},
		{"missing", "missing-field"},
		{"a lane without a name", "empty"},
		{"without a name", "missing-field"},
		{"unknown field", "unknown-field"},
		{"is no column that is known", "unknown-field"},
		{"no column ", "missing-field"},
		{"is no type of a row", "unknown-field"},
		{"has nothing in the column", "unknown-field"},
		{"an empty paragraph", "empty"},
		{"a length of zero", "bad-duration"},

		{"the tag ", "markup"},
		{"the HTML entity", "markup"},
		{"the comment", "markup"},
		{"a line break inside a text", "bad-characters"},
		{"the control character", "bad-characters"},
		{"marks on one letter", "bad-characters"},
		{"invisible characters", "bad-characters"},
		{"the bidirectional control", "bad-characters"},
		{" characters", "too-long"},

		{"belongs to another", "duplicate"},
		{"stands twice", "duplicate"},
		{"a second phase", "duplicate"},
		{"a second quotation that leads", "duplicate"},
		{"a second ", "duplicate"},
		{"is the name of more than one", "duplicate"},
		{"more than once", "duplicate"},
		{"duplicate", "duplicate"},
		{"says that there is no", "bad-id"},
		{"the id event is", "bad-id"},
		{"is not an id", "bad-id"},
		{"is not the code", "bad-id"},

		{"nobody declared the kind", "unknown-reference"},
		{"unknown person", "unknown-reference"},
		{"unknown place", "unknown-reference"},
		{"unknown source", "unknown-reference"},
		{"no event has the id", "unknown-reference"},
		{"is not known", "unknown-word"},

		{"is not a web address", "bad-address"},
		{"is not a font file beside", "bad-address"},
		{"is not a report's file beside", "bad-address"},
		{"is not an image file beside", "bad-address"},
		{"is not an SVG or PNG file beside", "bad-address"},
		{"is not a language tag", "bad-language"},
		{"is no plural form", "bad-language"},

		{"quotation marks around the words", "bad-quotation"},
		{"a sentence around words", "bad-quotation"},
		{"times in the sentence", "bad-quotation"},
		{"both a duration and phases", "conflict"},
		{"the basis of a note", "conflict"},
		{"without a duration", "conflict"},
		{"without a wait", "conflict"},
		{"where there is said to be none", "conflict"},
		{"a quotation without a source of its own", "conflict"},
		{"cannot be read", "unread-row"},
		{"no events in it", "unread-row"},
		{"“", "unread-row"},
	}
}
