package markwhen

import (
	"slices"
	"strings"
	"unicode"
)

// line is a line of a file with its number, from 1.
type line struct {
	text   string
	number int
}

func linesOf(text string) []line {
	text = strings.TrimPrefix(text, "\ufeff")
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	all := []line{}
	for s := range strings.SplitSeq(text, "\n") {
		all = append(all, line{s, len(all) + 1})
	}
	return all
}

// Is reports whether a text is markwhen: whether nothing but what may stand in a
// header stands before the first event, and there are events with years that people
// write about, two of them or one with a header.
func Is(text string) bool {
	const sample = 64 << 10
	if len(text) > sample {
		text = text[:sample]
	}
	events, strong, header, matter := 0, 0, 0, false
	for _, l := range linesOf(text) {
		s := strings.TrimSpace(l.text)
		date, rest, isEvent := cutEvent(s)
		switch {
		case s == "":
		case s == "---" && events == 0:
			matter = !matter
			header++
		case isEvent && !matter:
			events++
			if rest != "" && (isStrong(date) || isWritten(date)) {
				strong++
			}
		case events > 0: // descriptions
		case isComment(s), isTagColour(s):
		case isHeaderField(s):
			header++
			if strings.HasPrefix(s, "barline:") || strings.HasPrefix(s, `"barline"`) {
				return false
			}
		case isSection(s):
			header++
		case matter || strings.HasPrefix(l.text, " ") && header > 0 || strings.HasPrefix(l.text, "\t") && header > 0:
		default:
			return false
		}
	}
	return strong > 1 || strong == 1 && (header > 0 || events > 1)
}

// isStrong reports whether a date has a year that people write about, a slash, or a
// month's name: a number alone could be anything.
func isStrong(date string) bool {
	for _, token := range tokens(date) {
		if len(token) == 4 && isDigits(token) && token >= "0900" && token <= "2199" || monthNamed(token) > 0 || isEra(token) {
			return true
		}
	}
	return strings.Count(date, "/") == 2
}

// cutDate cuts a line at the colon after its date; ok is false if it begins with
// none.
func cutDate(s string) (date, rest string, ok bool) {
	const longest = 100
	head := s[:min(len(s), longest)]
	for i := 0; i < len(head); i++ {
		if head[i] != ':' || i+1 < len(s) && s[i+1] >= '0' && s[i+1] <= '9' {
			continue
		}
		date = strings.TrimSpace(head[:i])
		if ok = isDate(date); ok {
			return date, strings.TrimSpace(s[i+1:]), true
		}
	}
	return "", "", false
}

// tokens are the words and numbers of a date.
func tokens(date string) []string {
	return strings.FieldsFunc(strings.ToLower(date), func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("/-–—−,+.:|~?%[]()", r)
	})
}

// isDate reports whether a text has only words and signs that dates have, and either
// a number, an event's id, or now. There may be no such date.
func isDate(date string) bool {
	date = strings.ToLower(date)
	if date == "" || strings.HasPrefix(date, "- ") || strings.HasPrefix(date, "//") || strings.HasPrefix(date, "#") {
		return false
	}
	said := false
	for _, token := range tokens(date) {
		switch {
		case strings.HasPrefix(token, "!") && isWord(token[1:]), token == "now":
			said = true
		case isDigits(token) && len(token) <= 8:
			said = true
		case token[0] >= '0' && token[0] <= '9':
			said = true
			if !isNumberWithLetters(token) {
				return false
			}
		case isDateWord(token), monthNamed(token) > 0, isEra(token), isWeekPart(token):
		default:
			return false
		}
	}
	return said
}

func isWeekPart(token string) bool { return len(token) == 3 && token[0] == 'w' && isDigits(token[1:]) }

// isNumberWithLetters reports whether a token is such as 5th, 10am, 3d, 196x,
// 12t09, 20120101t120000z.
func isNumberWithLetters(token string) bool {
	rest := strings.TrimLeft(token, "0123456789")
	switch rest {
	case "st", "nd", "rd", "th", "am", "pm", "z", "x", "xx", "xxx", "s":
		return true
	}
	if unitOf(rest) != noUnit || isEra(rest) {
		return true
	}
	after, ok := strings.CutPrefix(rest, "t")
	return ok && isDigits(strings.TrimSuffix(after, "z")) || rest != "" && rest[0] == 'w' && isDigits(rest[1:])
}

func isDateWord(s string) bool {
	switch s {
	case "to", "until", "til", "till", "by", "before", "after", "plus", "every", "for", "times", "other", "x", "now", "am", "pm",
		"start", "end", "week", "weekday", "weekdays", "work", "business", "and", "the", "of", "on", "day", "at", "utc", "z":
		return true
	}
	return unitOf(s) != noUnit
}

func isDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

func isWord(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' && r != '-' })
}

func isComment(s string) bool { return strings.HasPrefix(s, "//") }

// isTagColour reports whether a line says how a tag looks: #Travel: blue.
func isTagColour(s string) bool {
	name, _, ok := strings.Cut(s, ":")
	return ok && strings.HasPrefix(name, "#") && isWord(name[1:])
}

// isHeaderField reports whether a line is such as title: words.
func isHeaderField(s string) bool {
	name, _, ok := strings.Cut(s, ":")
	return ok && name != "" && isWord(strings.ReplaceAll(strings.Trim(name, `"`), ".", "")) && !isDigits(name)
}

// isSection reports whether a line begins or ends a section or a group.
func isSection(s string) bool {
	_, _, ok := section(s)
	return ok || isSectionEnd(s)
}

func isSectionEnd(s string) bool {
	return slices.Contains([]string{"endsection", "endgroup"}, strings.ToLower(strings.TrimSpace(s)))
}

// section reads section Name, group Name and ## Name. level is the number of # or 0.
func section(s string) (name string, level int, ok bool) {
	s = strings.TrimSpace(s)
	if rest := strings.TrimLeft(s, "#"); rest != s {
		level = len(s) - len(rest)
		if level > 6 || rest == "" || rest[0] != ' ' {
			return "", 0, false
		}
		return sectionName(rest), level, true
	}
	word, rest, _ := strings.Cut(s, " ")
	if w := strings.ToLower(word); w != "section" && w != "group" {
		return "", 0, false
	}
	return sectionName(rest), 0, true
}

func sectionName(s string) string {
	s, _, _ = strings.Cut(s, " //")
	t := takeMarks(s)
	return t.words
}
