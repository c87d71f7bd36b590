package markwhen

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"barline/importer/dates"
)

// longestDate is how many bytes a date may have that markwhen itself does not read.
const longestDate = 100

// cutEvent cuts a line at the colon after its date, whether it is written as markwhen
// has it or as people do.
func cutEvent(s string) (date, rest string, ok bool) {
	if date, rest, ok = cutDate(s); ok {
		return date, rest, true
	}
	return cutWritten(s)
}

// cutWritten cuts a line at the colon after a date as people write it: early 1950,
// summer 1968, 19th century.
func cutWritten(s string) (date, rest string, ok bool) {
	date, rest, ok = cutColon(s)
	return date, rest, ok && isWritten(date)
}

// cutColon cuts a line at its first colon before a space or its end.
func cutColon(s string) (head, rest string, ok bool) {
	if head, rest, ok = strings.Cut(s, ": "); !ok {
		head, ok = strings.CutSuffix(s, ":")
	}
	return strings.TrimSpace(head), strings.TrimSpace(rest), ok
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

// isWritten reports whether a text is a date as people write it, with a year, a decade
// or a century.
func isWritten(s string) bool {
	return s != "" && len(s) <= longestDate && strings.Trim(s, "0123456789") != "" && !strings.HasPrefix(s, "#") && !isWords(s) && dates.Looks(s)
}

// isWords reports whether a line that could be read as a date is text: where it begins
// with a word joiner, U+2060, which our own export writes before such lines.
func isWords(s string) bool { return strings.HasPrefix(s, "\u2060") }

// isLost reports whether a line that is no event begins as one does: with a date and
// a dash, where other lines say that a dash does not make an event; or at the margin
// with a few words and a year before a colon, Christmas 1914: …, or words that say that
// the date is not known; or with a day in numbers.
func isLost(line string, dashes bool) bool {
	s := strings.TrimSpace(line)
	if isWords(s) {
		return false
	}
	if _, _, ok := cutDash(s); ok && !dashes {
		return true
	}
	head, _, ok := cutColon(s)
	if !ok || !isMargin(line) || len(head) > longestDate || isTagColour(s) {
		return false
	}
	if first, _, _ := strings.Cut(head, " "); strings.ContainsAny(first, "-/.") && isDate(first) && isStrong(first) {
		return true // 2021-01-01 and words
	}
	return dates.SaysUnknown(head) || hasYear(head) && len(strings.Fields(head)) <= mostWords
}

// mostWords is how many words a date has that cannot be read: what is longer is a
// sentence.
const mostWords = 3

// hasYear reports whether a number is written as a year is.
func hasYear(s string) bool {
	for _, token := range tokens(s) {
		if digits := strings.TrimLeft(token, "'’"); len(digits) == 4 && isDigits(digits) && digits >= "0900" && digits <= "2199" || digits != token && len(digits) == 2 && isDigits(digits) {
			return true
		}
	}
	return false
}

// isMargin reports whether a line begins at the margin, and with no mark of a list, a
// quotation or a comment.
func isMargin(line string) bool {
	if line == "" || isComment(line) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(line)
	return unicode.IsLetter(first) || unicode.IsDigit(first) || strings.ContainsRune("'’\"“([~?", first)
}

// looksLikeEvent reports whether a line of a description could have been meant as an
// event: some words and a colon at the margin. A link is none.
func looksLikeEvent(line string) bool {
	head, rest, ok := cutColon(strings.TrimSpace(line))
	return ok && rest != "" && isMargin(line) && head != "" && len(head) <= longestDate && !strings.Contains(head, "://")
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
