package dates

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// reader reads one text.
type reader struct {
	o    *Options
	seen *evidence // or nil
	text string    // as it is written

	items   [2 * maxItems]item
	n       int
	noted   bool   // the text says more than EDTF holds
	remarks string // separated by "; "
}

// maxItems is of how many words, numbers and marks a date may be made.
const maxItems = 40

// item is a word, a phrase, a number or a mark with its meaning.
type item struct {
	kind     kind
	spaced   bool  // there is a space before it
	digits   uint8 // of a number; of a time of day, how many of its units are written
	ordinal  bool  // 1st
	short    bool  // '46, with an apostrophe
	dayFirst bool  // the first of three numbers in a notation that has the day first
	roman    uint8 // what a word is as a Roman numeral, or 0
	n        int
	from, to uint16 // in the text
}

func (it item) is(c rune) bool { return it.kind == mark && it.n == int(c) }

// isDash reports whether it is a hyphen or a dash.
func (it item) isDash() bool { return it.kind == mark && (it.n == '-' || it.n == '–') }

// token is an item before it has a meaning; of a word, a and b are where it is
// among the folded words.
type token struct {
	item
	a, b uint16
}

// lex cuts the text into items.
func (r *reader) lex() error {
	if !utf8.ValidString(r.text) || len(r.text) > 4*maxRunes {
		return fault(strings.ToValidUTF8(clip(r.text), "�"), "it is not a text of at most 200 characters in UTF-8")
	}
	var tokens [maxItems]token
	var buffer [600]byte
	words, n := buffer[:0], 0
	spaced := false
	inWord, inNumber := false, false
	for i, c := range r.text {
		f := fold(c)
		if f == 0 {
			continue
		}
		if f == ' ' {
			spaced, inWord, inNumber = true, false, false
			continue
		}
		end := uint16(i + utf8.RuneLen(c))
		switch {
		case f >= '0' && f <= '9':
			if !inNumber {
				if n == maxItems {
					return fault(r.text, "it has too many parts for a date")
				}
				tokens[n] = token{item: item{kind: number, spaced: spaced, from: uint16(i)}}
				n++
			}
			t := &tokens[n-1]
			if t.digits >= 9 {
				return fault(r.text, "a number of more than nine digits is not part of a date")
			}
			t.n, t.digits, t.to = t.n*10+int(f-'0'), t.digits+1, end
			inNumber, inWord = true, false
		case unicode.IsLetter(f) || f == '_':
			if !inWord {
				if n == maxItems {
					return fault(r.text, "it has too many parts for a date")
				}
				if len(words) > 0 {
					words = append(words, ' ')
				}
				tokens[n] = token{item: item{kind: unknown, spaced: spaced, from: uint16(i)}, a: uint16(len(words))}
				n++
			}
			words = appendRune(words, f)
			tokens[n-1].b, tokens[n-1].to = uint16(len(words)), end
			inNumber, inWord = false, true
		default:
			if n == maxItems {
				return fault(r.text, "it has too many parts for a date")
			}
			tokens[n] = token{item: item{kind: mark, spaced: spaced, n: int(f), from: uint16(i), to: end}}
			n++
			inNumber, inWord = false, false
		}
		spaced = false
	}
	return r.understand(tokens[:n], string(words))
}

func appendRune(b []byte, c rune) []byte {
	if c < 0x80 {
		return append(b, byte(c))
	}
	return append(b, string(c)...)
}

// maxPhrase is how many words a phrase of the tables may have.
const maxPhrase = 5

// understand gives words and phrases their meanings. words are all of them, with one
// space between.
func (r *reader) understand(tokens []token, words string) error {
	for i := 0; i < len(tokens); i++ {
		t := tokens[i]
		switch t.kind {
		case number:
			it := t.item
			if i > 0 && tokens[i-1].is('\'') && !t.spaced && r.n > 0 && r.items[r.n-1].is('\'') {
				it.short, it.spaced = true, r.items[r.n-1].spaced
				r.n--
			}
			r.add(it)
			i += r.suffixes(tokens[i+1:], words)
			continue
		case mark:
			if t.is('&') {
				t.item.kind, t.item.n = andKind, 0
			}
			r.add(t.item)
			continue
		}
		m, length := r.phrase(tokens[i:], words)
		it := t.item
		it.kind, it.n = m.kind, int(m.n)
		it.roman = romanValue(words[t.a:t.b])
		if m.kind == unknown && it.roman == 0 {
			if and := r.prefixedAnd(words[t.a:t.b]); and.kind != unknown {
				// Arabic writes "and" as a letter of the next word.
				conj := t.item
				conj.kind = andKind
				r.add(conj)
				it.kind, it.n = and.kind, int(and.n)
				r.add(it)
				continue
			}
			return fault(r.text, "\""+r.text[t.from:t.to]+"\" is not part of a date")
		}
		last := tokens[i+length-1]
		it.to = last.to
		i += length - 1
		r.add(it)
		if it.kind == clock && i+1 < len(tokens) && tokens[i+1].is('.') {
			i++ // kl. 17.30
		}
	}
	r.numerals()
	r.shortWords()
	return nil
}

// numerals makes words Roman numerals again that are words as well, where they
// stand beside what is counted with them: Ve siècle, I квартал.
func (r *reader) numerals() {
	for i := range r.n {
		it := &r.items[i]
		if it.roman == 0 || it.kind == unknown || it.kind == part {
			continue
		}
		prev, next := r.at(i-1), r.at(i+1)
		if next.is('.') {
			next = r.at(i + 2)
		}
		switch next.kind {
		case century, fillerOrCentury, millennium, quarter, half:
			it.kind = unknown
		}
		if prev.kind == century || prev.kind == fillerOrCentury {
			it.kind = unknown
		}
	}
}

const andKind = and

// prefixedAnd is the meaning of an Arabic word after the letter that is "and".
func (r *reader) prefixedAnd(w string) meaning {
	const letter = "و"
	if len(w) > len(letter) && w[:len(letter)] == letter {
		return r.look(w[len(letter):])
	}
	return meaning{}
}

func (r *reader) add(it item) {
	r.items[r.n] = it
	r.n++
}

// phrase finds the longest phrase that begins with the first token, and of how many
// tokens it is made.
func (r *reader) phrase(tokens []token, words string) (m meaning, length int) {
	var ends [maxPhrase]int
	n := 0
	for i := 0; i < len(tokens) && n < maxPhrase; i++ {
		t := tokens[i]
		if t.kind == unknown {
			ends[n] = i
			n++
			continue
		}
		joins := t.is('.') || !t.spaced && (t.is('-') || t.is('\''))
		if !joins || i+1 < len(tokens) && tokens[i+1].kind != unknown && !tokens[i+1].is('-') {
			break
		}
	}
	for n--; n >= 0; n-- {
		if m = r.look(words[tokens[0].a:tokens[ends[n]].b]); m.kind != unknown {
			return m, ends[n] + 1
		}
	}
	return meaning{}, 1
}

// suffixes reads what is glued to the number that was added last: 1st, 1850s,
// 1850-е, 2014'te. It returns how many tokens it took.
func (r *reader) suffixes(tokens []token, words string) int {
	at := 0
	if len(tokens) > 1 && !tokens[0].spaced && (tokens[0].is('\'') || tokens[0].is('-')) {
		at = 1
	}
	if at >= len(tokens) || tokens[at].spaced || tokens[at].kind != unknown {
		return 0
	}
	w := words[tokens[at].a:tokens[at].b]
	if at == 1 && tokens[0].is('-') && !hyphenated(w) {
		return 0
	}
	m := r.suffix(w)
	if at == 1 && tokens[0].is('\'') && scriptOf(w[0]) == latin {
		if own := turkishWord(w); own.kind == suffix {
			m = own // 1900'e
		}
	}
	if m.kind != suffix {
		return 0
	}
	num := &r.items[r.n-1]
	if m.n == suffixOrdinal || m.n == suffixEither && num.digits < 3 || m.n == suffixDecade && num.n%10 != 0 {
		num.ordinal = true
	} else if m.n != suffixCase {
		it := tokens[at].item
		it.kind, it.n = suffix, int(m.n)
		r.add(it)
	}
	return at + 1
}

// hyphenated reports whether a suffix is one that is written after a hyphen: those
// of Russian and Ukrainian, and a few words.
func hyphenated(w string) bool {
	return scriptOf(w[0]) == cyrillic || w == "tallet" || w == "arene" || w == "ara" || w == "er"
}

// suffix looks for a meaning of letters after a number in all languages of their
// script.
func (r *reader) suffix(w string) meaning {
	if w == "o" || w == "a" {
		return of(suffix, suffixOrdinal) // 1º, 1ª
	}
	from, to := english, turkish
	switch scriptOf(w[0]) {
	case cyrillic:
		if w == "і" {
			return of(suffix, suffixEither)
		}
		from, to = russian, ukrainian
	case arabicScript:
		from, to = persian, pashto
	}
	if own, ok := languageOf(r.o.Lang); ok && own >= from && own <= to {
		if m := own.word(w); m.kind == suffix {
			return m
		}
	}
	for l := from; l <= to; l++ {
		if m := l.word(w); m.kind == suffix {
			return m
		}
	}
	return meaning{}
}

// romanValue reads a Roman numeral up to 39 in small letters, with the ending of an
// ordinal or without, in Latin letters or the Cyrillic ones that look like them; 0
// if it is none.
func romanValue(w string) uint8 {
	total, last, letters := 0, 0, 0
	for i, c := range w {
		value := 0
		switch c {
		case 'i', 'і':
			value = 1
		case 'v':
			value = 5
		case 'x', 'х':
			value = 10
		default:
			if letters == 0 || !romanEnding(w[i:]) {
				return 0
			}
		}
		if value == 0 {
			break
		}
		if total += value; last != 0 && last < value {
			total -= 2 * last
		}
		last = value
		if letters++; letters > 6 {
			return 0
		}
	}
	if total < 1 || total > 39 {
		return 0
	}
	return uint8(total)
}

func romanEnding(s string) bool {
	switch s {
	case "e", "er", "eme", "re", "ere", "o", "a", "й", "го", "е", "м", "ий", "му":
		return true
	}
	return false
}
