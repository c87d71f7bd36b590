package columns

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// mostName is how much of a column's name is read.
const mostName = 200

// fold writes a name in the one way in which names are compared: small letters
// without accents, words apart by single spaces. "Start_Date:", "startDate" and
// "START DATE" are one.
func fold(name string) string { return strings.Join(words(name), " ") }

// words are the parts of a column's name. What stands in brackets is left out, if
// anything else is there.
func words(name string) []string {
	if len(name) > mostName {
		name = strings.ToValidUTF8(name[:mostName], "")
	}
	all := split(outsideBrackets(name))
	if len(all) == 0 {
		all = split(name)
	}
	return all
}

func outsideBrackets(s string) string {
	var b strings.Builder
	depth := 0
	for _, r := range s {
		switch r {
		case '(', '[', '<':
			depth++
		case ')', ']', '>':
			depth = max(0, depth-1)
			b.WriteByte(' ')
		default:
			if depth == 0 {
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}

func split(s string) []string {
	var all []string
	var word strings.Builder
	end := func() {
		if word.Len() > 0 {
			all = append(all, word.String())
			word.Reset()
		}
	}
	runes := []rune(s)
	for i, r := range runes {
		apostrophe := (r == '\'' || r == '’') && i > 1 && unicode.IsLetter(runes[i-2]) // not that of l'année
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && r != '\u200c' && !apostrophe {
			end()
			continue
		}
		if i > 0 && unicode.IsUpper(r) && (unicode.IsLower(runes[i-1]) || i+1 < len(runes) && unicode.IsLower(runes[i+1]) && unicode.IsUpper(runes[i-1])) {
			end() // camelCase, URLPath
		}
		if i > 0 && unicode.IsDigit(r) && unicode.IsLetter(runes[i-1]) {
			end() // actor1
		}
		word.WriteString(plain(r))
	}
	end()
	return all
}

// plain is a letter as it is compared, without its accents.
func plain(r rune) string {
	switch r {
	case '\'', '’', '\u200c', 'ـ':
		return ""
	case 'ß':
		return "ss"
	case 'ø', 'Ø':
		return "o"
	case 'æ', 'Æ':
		return "ae"
	case 'ı', 'I', 'İ':
		return "i"
	case 'ł', 'Ł':
		return "l"
	case 'ي', 'ى', 'ئ', 'ې', 'ۍ':
		return "ی"
	case 'ك':
		return "ک"
	case 'ة', 'ۀ':
		return "ه"
	case 'أ', 'إ', 'آ', 'ٱ':
		return "ا"
	}
	if r < 0x80 {
		return string(unicode.ToLower(r))
	}
	var b strings.Builder
	for _, part := range norm.NFKD.String(string(unicode.ToLower(r))) {
		if !unicode.IsMark(part) {
			b.WriteRune(part)
		}
	}
	return b.String()
}
