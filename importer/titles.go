package importer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"barline/data/csvtree"
)

// The lengths of titles that are made of texts, in characters: a sentence of up to
// wholeSentence is taken whole; of a longer one the longest clause of up to aimed, of at
// least leastClause, or else the first that ends before wholeSentence.
const (
	wholeSentence = 110
	aimed         = 80
	leastClause   = 20
)

// titleOf makes a title of a text: its first sentence, or the first clause of it, in
// whole words. The text itself is for the caller to keep.
func titleOf(paragraphs []string) string {
	for _, p := range paragraphs {
		if !hasLetters(p) {
			continue
		}
		sentence := strings.TrimSpace(strings.TrimPrefix(firstSentence(p), "– "))
		if utf8.RuneCountInString(sentence) > wholeSentence {
			return firstClause(sentence)
		}
		return withoutStop(sentence)
	}
	return ""
}

// withoutStop takes the full stop from the end of a sentence that becomes a title.
func withoutStop(s string) string {
	for _, stop := range []string{".", "。", "۔", ",", ";", ":"} {
		cut, ok := strings.CutSuffix(s, stop)
		if ok && !strings.HasSuffix(cut, ".") && !isAbbreviation(lastWord(cut)) {
			return strings.TrimSpace(cut)
		}
	}
	return s
}

func lastWord(s string) string { return s[strings.LastIndexAny(s, " \t(\u00a0")+1:] }

// isAbbreviation reports whether the full stop after a word is the word's own: "Dr",
// "U.S", a letter, the number of a day.
func isAbbreviation(word string) bool {
	if strings.ContainsRune(word, '.') {
		return true
	}
	letters := strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if n := utf8.RuneCountInString(letters); n <= 1 {
		return n == 1
	}
	if len(letters) <= 2 && strings.Trim(letters, "0123456789") == "" {
		return true
	}
	switch strings.ToLower(letters) {
	case "mr", "mrs", "ms", "dr", "st", "sr", "sra", "jr", "no", "nr", "vs", "prof", "gen", "gov", "sen", "rep", "col", "capt", "lt", "sgt", "hon", "rev",
		"bzw", "ca", "usw", "inkl", "etc", "approx", "dept", "mt", "ft", "inc", "ltd", "corp", "co", "bros", "art", "abs", "str", "mme", "mlle",
		"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "okt", "dez", "des", "г", "гг", "им", "ул", "св", "см", "ст", "р", "рр":
		return true
	}
	return false
}

// firstSentence is a text up to the end of its first sentence.
func firstSentence(s string) string {
	for i, r := range s {
		switch r {
		case '.', '!', '?', '。', '؟', '۔', '…', '！', '？':
		default:
			continue
		}
		rest := strings.TrimLeft(s[i+utf8.RuneLen(r):], ".!?…\"”’'»)]")
		end := len(s) - len(rest)
		if rest == "" {
			return s
		}
		next, _ := utf8.DecodeRuneInString(rest)
		if !unicode.IsSpace(next) && r != '。' {
			continue
		}
		after, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(rest, unicode.IsSpace))
		if unicode.IsLower(after) || r == '.' && end == i+1 && isAbbreviation(lastWord(s[:i])) || !closed(s[:end]) {
			continue
		}
		return s[:end]
	}
	return s
}

// closed reports whether no bracket or quotation is open at the end of a text.
func closed(s string) bool {
	return strings.Count(s, "(") <= strings.Count(s, ")") && strings.Count(s, "“") <= strings.Count(s, "”")+strings.Count(s, "„") &&
		strings.Count(s, "«") <= strings.Count(s, "»") && strings.Count(s, "\"")%2 == 0
}

// firstClause is the beginning of a long sentence up to where it pauses, or as many
// of its words as a title has room for.
func firstClause(s string) string {
	var pause, comma string
	n := 0
	for i, r := range s {
		if n++; n > wholeSentence || n > aimed && pause+comma != "" {
			break
		}
		if n < leastClause || !closed(s[:i]) {
			continue
		}
		rest := s[i+utf8.RuneLen(r):]
		spaced := rest == "" || strings.HasPrefix(rest, " ")
		switch r {
		case ';', ':', '؛':
			if spaced {
				pause = s[:i]
			}
		case '–', '—', '-':
			if spaced && strings.HasSuffix(s[:i], " ") {
				pause = s[:i]
			}
		case ',', '،':
			if spaced {
				comma = s[:i]
			}
		}
	}
	for _, cut := range []string{pause, comma} {
		if cut = strings.TrimRight(strings.TrimSpace(cut), " -–—"); cut != "" {
			return cut
		}
	}
	short, _ := csvtree.Shortened(s, aimed)
	return short
}
