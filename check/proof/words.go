package proof

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// word is a word of a text, and where it stands in it, in bytes.
type word struct {
	text     string
	from, to int
}

// split cuts a text into words. Letters of scripts that are written without spaces are
// words of their own.
func split(text string) []word {
	words := make([]word, 0, len(text)/6)
	for at := 0; at < len(text); {
		r, size := rune(text[at]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[at:])
		}
		if !isLetter(r) {
			at += size
			continue
		}
		from := at
		ascii := true
		for at < len(text) {
			r, size = rune(text[at]), 1
			if r >= utf8.RuneSelf {
				r, size = utf8.DecodeRuneInString(text[at:])
				ascii = false
			}
			if isAlone(r) {
				if at == from {
					at += size
				}
				break
			}
			if !isLetter(r) && !isInside(r) && !(isApostrophe(r) && isLetterAt(text, at+size)) {
				break
			}
			at += size
		}
		to := at
		for to > from { // marks that are not seen belong to no word's end
			r, size := utf8.DecodeLastRuneInString(text[from:to])
			if !isInside(r) || unicode.Is(unicode.M, r) {
				break
			}
			to -= size
		}
		words = append(words, word{plain(text[from:to], ascii), from, to})
	}
	return words
}

func isLetterAt(text string, at int) bool {
	r, _ := utf8.DecodeRuneInString(text[at:])
	return isLetter(r)
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsNumber(r)
}

// isInside reports what may stand inside a word and is not compared.
func isInside(r rune) bool {
	return r >= utf8.RuneSelf && (unicode.Is(unicode.M, r) || unicode.Is(unicode.Cf, r))
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' || r == '‘' || r == '`' }

// isAlone reports letters of scripts without spaces between words.
func isAlone(r rune) bool {
	return r >= 0x0e00 && (r < 0x0f00 || r >= 0x1000 && r < 0x10a0 || r >= 0x1780 && r < 0x1800 || unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana))
}

// plain is a word as it is compared.
func plain(s string, ascii bool) string {
	if ascii {
		s = strings.ToLower(s)
		if strings.ContainsAny(s, "'`") {
			s = strings.NewReplacer("'", "", "`", "").Replace(s)
		}
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\u0640', unicode.Is(unicode.Cf, r), isApostrophe(r):
			return -1
		case r >= '\u064b' && r <= '\u065f', r == '\u0670', r >= '\u0591' && r <= '\u05c7' && unicode.Is(unicode.M, r), r >= '\ufe00' && r <= '\ufe0f':
			return -1 // vowel signs, variation selectors
		case r == 'ي', r == 'ى':
			return 'ی'
		case r == 'ك':
			return 'ک'
		case r == 'ё':
			return 'е'
		case r >= '٠' && r <= '٩':
			return '0' + r - '٠'
		case r >= '۰' && r <= '۹':
			return '0' + r - '۰'
		}
		return unicode.ToLower(r)
	}, norm.NFKC.String(s))
}

// gap is what is left out in a quotation, or put in by the desk.
type gap struct{ from, to int }

// gaps finds […], (…), [his] and an ellipsis between words.
func gaps(text string) []gap {
	var all []gap
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		switch {
		case r == '[':
			if end := strings.IndexByte(text[at:], ']'); end > 0 {
				all = append(all, gap{at, at + end + 1})
				at += end + 1
				continue
			}
		case r == '(' && (strings.HasPrefix(text[at+1:], "…)") || strings.HasPrefix(text[at+1:], "...)")):
			end := strings.IndexByte(text[at:], ')') + 1
			all = append(all, gap{at, at + end})
			at += end
			continue
		case r == '…':
			all = append(all, gap{at, at + size})
		case strings.HasPrefix(text[at:], "..."):
			all = append(all, gap{at, at + 3})
			size = 3
		case strings.HasPrefix(text[at:], ". . ."):
			all = append(all, gap{at, at + 5})
			size = 5
		}
		at += size
	}
	return all
}
