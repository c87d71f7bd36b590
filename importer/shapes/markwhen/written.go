package markwhen

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"barline/importer/dates"
)

// longestDate is how many bytes a date may have that markwhen itself does not read.
const longestDate = 40

// cutWritten cuts a line at the colon after a date as people write it: early 1950,
// summer 1968.
func cutWritten(s string) (date, rest string, ok bool) {
	date, rest, ok = strings.Cut(s, ": ")
	date = strings.TrimSpace(date)
	return date, strings.TrimSpace(rest), ok && isWritten(date)
}

// cutDash cuts a line at the dash after its date: 1915 - Gallipoli. What follows is
// no date, for then both are one.
func cutDash(s string) (date, rest string, ok bool) {
	for _, dash := range []string{" - ", " – ", " — "} {
		date, rest, ok = strings.Cut(s, dash)
		date, rest = strings.TrimSpace(date), strings.TrimSpace(rest)
		if !ok || !isDate(date) || !isStrong(date) || rest == "" {
			continue
		}
		first, _ := utf8.DecodeRuneInString(rest)
		if unicode.IsLetter(first) && !beginsWithDate(rest) {
			return date, rest, true
		}
	}
	return "", "", false
}

// beginsWithDate reports whether the first words of a text, up to a colon, are a date.
func beginsWithDate(s string) bool {
	head, _, _ := strings.Cut(s, ":")
	return isDate(head) || isWritten(strings.TrimSpace(head))
}

// isWritten reports whether a text is a date as people write it, with a year.
func isWritten(s string) bool {
	return s != "" && len(s) <= longestDate && strings.ContainsAny(s, "0123456789") && isStrong(s) && dates.Looks(s)
}

// isLost reports whether a line that is no event begins as one does: with a date and
// a dash, where other lines say that a dash does not make an event.
func isLost(s string, dashes bool) bool {
	_, _, ok := cutDash(s)
	return ok && !dashes
}

// dashed reports whether lines of a date, a dash and words are events: unless such a
// line stands right under an event of the same date, whose words it goes on with.
func dashed(body []line) bool {
	above := ""
	for _, l := range body {
		s := strings.TrimSpace(l.text)
		if date, _, ok := cutDate(s); ok {
			above = date
		} else if date, _, ok := cutDash(s); ok && (date == above || strings.HasPrefix(l.text, " ") || strings.HasPrefix(l.text, "\t")) {
			return false
		}
	}
	return true
}
