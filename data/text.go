package data

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// plainTextFault finds what keeps a text from being plain: line breaks and
// control characters, bidirectional controls without their partners, and
// markup.
func plainTextFault(s string) (what, fix string, bad bool) {
	if isPlainASCII(s) {
		return "", "", false
	}
	for _, r := range s {
		switch {
		case r == '\n' || r == '\r' || r == '\u0085' || r == '\u2028' || r == '\u2029':
			return "a line break inside a text", "write it on one line, several paragraphs as a list; in YAML, > wraps long lines", true
		case unicode.IsControl(r):
			return "the control character " + codePoint(r), "remove it", true
		}
	}
	if n, at := longestRun(s, isMark); n > maxMarks {
		return strconv.Itoa(n) + " marks on one letter, " + quoted(at), "write at most " + strconv.Itoa(maxMarks) + "; more would stand in other lines", true
	}
	if n, _ := longestRun(s, isInvisible); n > maxInvisible {
		return strconv.Itoa(n) + " invisible characters in a row", "remove them", true
	}
	if r, bad := unpairedBidi(s); bad {
		return "the bidirectional control " + codePoint(r) + " has no partner", "close it within the same text, or remove it", true
	}
	return markupFault(s)
}

// isPlainASCII reports whether a text is of printable ASCII and has nothing in it that
// a tag or an entity begins with: then nothing can be wrong with it.
func isPlainASCII(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c > '~' || c == '<' || c == '&' {
			return false
		}
	}
	return true
}

// Marks on one letter, and invisible characters in a row: no language has so many.
const (
	maxMarks     = 8
	maxInvisible = 32
)

func isMark(r rune) bool { return unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Me, r) }

func isInvisible(r rune) bool {
	return unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r) || unicode.Is(unicode.Variation_Selector, r)
}

// IsSeen reports whether anything of a text stands on the page.
func IsSeen(text string) bool { return strings.ContainsFunc(text, isSeen) }

// isSeen reports whether something stands on the page for a rune: neither spaces nor
// the letters that fonts draw as such do.
func isSeen(r rune) bool {
	const hangulFillers, blankPattern = "\u115f\u1160\u3164\uffa0", '\u2800'
	return !isInvisible(r) && !unicode.IsSpace(r) && r != blankPattern && !strings.ContainsRune(hangulFillers, r)
}

// longestRun is how many runes of a sort stand in a row at most, and the letter
// before them.
func longestRun(s string, is func(rune) bool) (longest int, after string) {
	n, letter := 0, rune(-1)
	for _, r := range s {
		if !is(r) {
			n, letter = 0, r
			continue
		}
		if n++; n > longest {
			longest = n
			if after = ""; letter >= 0 {
				after = string(letter)
			}
		}
	}
	return longest, after
}

func codePoint(r rune) string {
	const hex = "0123456789ABCDEF"
	return "U+" + string([]byte{hex[r>>12&15], hex[r>>8&15], hex[r>>4&15], hex[r&15]})
}

// unpairedBidi finds the first bidirectional control that is not closed
// within the text, or closes nothing: it would turn the rest of a page
// around. Marks without a scope, such as U+200F, need no partner.
func unpairedBidi(s string) (rune, bool) {
	const (
		popFormatting = '\u202c'
		popIsolate    = '\u2069'
	)
	var open []rune
	for _, r := range s {
		switch r {
		case '\u202a', '\u202b', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068':
			open = append(open, r)
		case popFormatting, popIsolate:
			if len(open) == 0 || (open[len(open)-1] >= '\u2066') != (r == popIsolate) {
				return r, true
			}
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		return open[0], true
	}
	return 0, false
}

func isAlphanumeric(s string) bool {
	for i := range len(s) {
		if !isLetter(s[i]) && !isDigit(s[i]) {
			return false
		}
	}
	return s != ""
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isID(s string) bool {
	for i := range len(s) {
		if c := s[i]; !('a' <= c && c <= 'z' || isDigit(c) || c == '-') {
			return false
		}
	}
	return s != ""
}

// suggestID makes the end of a fix out of a text that is no id, or nothing.
func suggestID(s string) string {
	id := strings.Map(func(r rune) rune {
		switch {
		case r == ' ' || r == '_' || r == '.' || r == '/':
			return '-'
		case r < utf8.RuneSelf && isID(string(unicode.ToLower(r))):
			return unicode.ToLower(r)
		}
		return -1
	}, s)
	if id = strings.Trim(id, "-"); id == "" || len(id) > maxErrorText {
		return ""
	}
	return ", such as " + id
}

// IsLanguage checks the shape of a BCP 47 tag. Languages have names of two or
// three letters: longer ones are set aside, and are what folders are called.
func IsLanguage(s string) bool {
	for i, part := range strings.Split(s, "-") {
		if !isAlphanumeric(part) || len(part) > 8 {
			return false
		}
		if i == 0 && (len(part) < 2 || len(part) > 3 || strings.ContainsAny(part, "0123456789")) {
			return false
		}
	}
	return true
}

// isWebAddress checks that a text is an http or https address with a host and
// without a password. What else is in it is for the reader's browser.
func isWebAddress(s string) bool {
	rest, ok := strings.CutPrefix(s, "https://")
	if !ok {
		if rest, ok = strings.CutPrefix(s, "http://"); !ok {
			return false
		}
	}
	host := rest
	if i := strings.IndexAny(rest, "/?#"); i >= 0 {
		host = rest[:i]
	}
	name, port, hasPort := strings.Cut(host, ":")
	if strings.HasPrefix(host, "[") { // an IPv6 address
		end := strings.IndexByte(host, ']')
		if end < 0 {
			return false
		}
		name = host[:end+1]
		port, hasPort = strings.CutPrefix(host[end+1:], ":")
		if !hasPort && port != "" {
			return false
		}
	}
	if name == "" || strings.Contains(host, "@") || hasPort && strings.Trim(port, "0123456789") != "" {
		return false
	}
	return !strings.ContainsFunc(s, func(r rune) bool {
		return r <= ' ' || unicode.IsSpace(r) || unicode.IsControl(r) || strings.ContainsRune("\"<>\\^`{|}", r)
	})
}
