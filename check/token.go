package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a word or a number of a text.
type token struct {
	text     string // in small letters, digits in ASCII, without marks that are not seen
	raw      string
	from, to int  // in the text, in bytes
	glued    bool // nothing but a hyphen stands between it and the one before
	ends     bool // a sentence ends after it
	comma    bool // a comma or the like stands after it
}

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r) || r == '½' || r == '¼' || r == '¾' || r == zeroWidthNonJoiner
}

const zeroWidthNonJoiner = '\u200c'

// tokens cuts a text into words. Digits with a point or a comma between them are one
// number; an apostrophe ends a word but in the middle of one of Ukrainian.
func tokens(text string) []token { return appendTokens(nil, text) }

// appendTokens appends the tokens of a text to those of others.
func appendTokens(before []token, text string) []token {
	first, all := len(before), before
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !isWordRune(r) {
			if n := len(all); n > first {
				switch r {
				case '.', '!', '?', '؟', '۔', ':', ';':
					all[n-1].ends = true
				case ',', '،', '(', ')', '–', '—':
					all[n-1].comma = true
				}
			}
			at += size
			continue
		}
		from := at
		number := isNumeral(r)
		for at < len(text) {
			r, size := utf8.DecodeRuneInString(text[at:])
			if !isWordRune(r) {
				next, _ := utf8.DecodeRuneInString(text[at+size:])
				apostrophe := (r == '\'' || r == '’' || r == 'ʼ') && unicode.Is(unicode.Cyrillic, next)
				if !(apostrophe || number && (r == '.' || r == ',' || r == '٫') && unicode.IsDigit(next)) {
					break
				}
			} else if number && unicode.IsLetter(r) {
				break // 5h, 14th
			}
			at += size
		}
		glued := len(all) > first && from > 0 && (text[from-1] == '-' || number != isNumeralText(all[len(all)-1].text) && strings.HasSuffix(text[:from], all[len(all)-1].raw) || strings.HasSuffix(text[:from], "‑"))
		raw := text[from:at]
		all = append(all, token{text: plainWord(raw), raw: raw, from: from, to: at, glued: glued})
	}
	return all
}

// plainWord is a word as tables have it.
func plainWord(s string) string {
	plain := true
	for i := range len(s) {
		if c := s[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' || c == '\'' {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == zeroWidthNonJoiner, r == '\u0640', r >= '\u064b' && r <= '\u0652': // tatweel, vowel signs
			return -1
		case r >= '٠' && r <= '٩':
			return '0' + r - '٠'
		case r >= '۰' && r <= '۹':
			return '0' + r - '۰'
		case r == '٫':
			return '.'
		case r == 'ي':
			return 'ی'
		case r == 'ك':
			return 'ک'
		case r == 'ʼ', r == '\'':
			return '’'
		case r == 'İ':
			return 'i'
		}
		return unicode.ToLower(r)
	}, s)
}

func isNumeral(r rune) bool {
	if r < utf8.RuneSelf {
		return '0' <= r && r <= '9'
	}
	return unicode.IsDigit(r) || r == '½' || r == '¼' || r == '¾'
}

func isNumeralText(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isNumeral(r)
}

func isOneOf(word string, words ...string) bool { return slices.Contains(words, word) }

func isBoundary(s string, at, length int) bool {
	before, after := []rune(s[:at]), []rune(s[at+length:])
	return (len(before) == 0 || !isWordRune(before[len(before)-1])) && (len(after) == 0 || !isWordRune(after[0]))
}
