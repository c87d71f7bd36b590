package sheet

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// candidate is an encoding with one byte for each character, and the languages that
// are written in it.
type candidate struct {
	name      string
	table     *charmap.Charmap
	languages []alphabet
}

// alphabet is the letters of a language beyond ASCII, lower case. Of languages
// written in Latin letters any order will do; of others they stand in the order of
// how often they are met, so that one alphabet is told from another.
type alphabet struct {
	letters string
	latin   bool
}

// candidates are the encodings that tables are met in, the likeliest first: of
// equals the first is taken. So Latin-1 is never named; what it holds
// Windows-1252 holds too, in the same places.
func candidates() []candidate {
	latin := func(letters ...string) (all []alphabet) {
		for _, l := range letters {
			all = append(all, alphabet{l, true})
		}
		return all
	}
	western := latin("äöüß", "àâæçéèêëîïôœùûüÿ", "áéíñóúü", "æøåéòô", "åäöé", "àáâãçéêíóôõúü", "àèéìíòóù", "áéíóúýðþæö", "àéèëïíóöüç", "áéíóúàèìòùâêîôûäëïöüåæøçñãõßý")
	cyrillic := []alphabet{
		{"оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё", false},
		{"оанивіетрслкудмпяьзбгчйхжшєюцщїфґ", false},
		{"аиоентрсвлкдпмузбягъчшщжцхйюьф", false},
		{"аоиеныртслквдмупјзгбшжчћцљњхђфџ", false},
	}
	turkish := latin("çğıöşü", "çğıöşüâîû")
	return []candidate{
		{"Windows-1252", charmap.Windows1252, western},
		{"Windows-1251", charmap.Windows1251, cyrillic},
		{"Windows-1256", charmap.Windows1256, []alphabet{
			{"اليمنترولبعدهسفكقحجةشطصخضذثءأزإئغىظؤآ", false},
			{"ايرندمهتبسوکكشلگزفقعخجآحپطصچغذضثظژئء", false},
		}},
		{"Windows-1254", charmap.Windows1254, turkish},
		{"Windows-1250", charmap.Windows1250, latin("ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "čđšžć", "ăâîşţ", "äöüß")},
		{"ISO-8859-15", charmap.ISO8859_15, western},
		{"ISO-8859-9", charmap.ISO8859_9, turkish},
		{"ISO-8859-2", charmap.ISO8859_2, latin("ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "čđšžć")},
		{"KOI8-R", charmap.KOI8R, cyrillic[:1]},
		{"KOI8-U", charmap.KOI8U, cyrillic[1:2]},
		{"Mac Roman", charmap.Macintosh, western},
		{"DOS code page 850", charmap.CodePage850, western},
		{"DOS code page 866", charmap.CodePage866, cyrillic[:1]},
		{"Mac Cyrillic", charmap.MacintoshCyrillic, cyrillic[:2]},
		{"Windows-1253", charmap.Windows1253, []alphabet{{"αοιετσνηυρπκμλωςδίάγχόθέήφβώύξζψϊϋΐΰ", false}}},
		{"Windows-1255", charmap.Windows1255, []alphabet{{"יוהלארתבשמנםעקדפחצגטסכזךןץף", false}}},
	}
}

// western is the encoding of single bytes in texts that are UTF-8 otherwise.
func western() *charmap.Charmap { return charmap.Windows1252 }

func (c candidate) decode(contents []byte) string {
	var table [256]rune
	for i := range table {
		table[i] = c.table.DecodeByte(byte(i))
	}
	var out strings.Builder
	out.Grow(len(contents) + len(contents)/4)
	for _, b := range contents {
		out.WriteRune(table[b])
	}
	return out.String()
}

// judge finds the encoding under which the bytes beyond ASCII make words. ok is
// false if under none they do.
func judge(contents []byte) (best candidate, ok bool) {
	// Of what most letters of a text get, one; below this a text is none.
	const least = -0.5
	words := wordsBeyondASCII(contents)
	beyond := 0
	for _, w := range words {
		for _, b := range w.text {
			if b >= utf8.RuneSelf {
				beyond++
			}
		}
	}
	most := least * float64(beyond)
	for _, c := range candidates() {
		if s := c.score(words); s > most {
			best, most, ok = c, s, true
		}
	}
	return best, ok
}

// wordOfBytes is a run of ASCII letters and bytes beyond ASCII, and the bytes around.
type wordOfBytes struct {
	text          []byte
	before, after byte // 0 at the ends of the text
}

// wordsBeyondASCII are the first some thousand words that ASCII is not enough for.
func wordsBeyondASCII(contents []byte) []wordOfBytes {
	const (
		maxWords  = 4000
		maxLength = 64
	)
	in := func(c byte) bool { return c >= utf8.RuneSelf || 'a' <= c|0x20 && c|0x20 <= 'z' }
	var words []wordOfBytes
	for i := 0; i < len(contents) && len(words) < maxWords; i++ {
		if contents[i] < utf8.RuneSelf {
			continue
		}
		from := i
		for from > 0 && i-from < maxLength && in(contents[from-1]) {
			from--
		}
		for i < len(contents) && i-from < maxLength && in(contents[i]) {
			i++
		}
		w := wordOfBytes{text: contents[from:i]}
		if from > 0 {
			w.before = contents[from-1]
		}
		if i < len(contents) {
			w.after = contents[i]
		}
		words = append(words, w)
	}
	return words
}

// score says how well words read in an encoding: about 1 for each character beyond
// ASCII if they are words of one of its languages.
func (c candidate) score(words []wordOfBytes) float64 {
	best := 0.0
	var runes []rune
	for i, language := range c.languages {
		weights := language.weights()
		sum := 0.0
		for _, w := range words {
			runes = runes[:0]
			for _, b := range w.text {
				runes = append(runes, c.table.DecodeByte(b))
			}
			sum += language.word(runes, weights, w)
		}
		if i == 0 || sum > best {
			best = sum
		}
	}
	return best
}

// weights are what each letter counts for.
func (a alphabet) weights() map[rune]float64 {
	all := []rune(a.letters)
	weights := make(map[rune]float64, len(all))
	// A list of all letters of the West says less than that of one language.
	const many, less = 20, 0.7
	for i, r := range all {
		weights[r] = 1
		if len(all) > many {
			weights[r] = less
		}
		if !a.latin {
			weights[r] = 1.5 - 1.7*float64(i)/float64(len(all))
		}
	}
	return weights
}

// word says how well a word reads in a language.
func (a alphabet) word(runes []rune, weights map[rune]float64, w wordOfBytes) float64 {
	const (
		impossible = -4.0 // a byte that stands for nothing
		strange    = -1.5 // a letter of another language
		misplaced  = -2.0 // a sign inside a word; a letter of another script beside Latin ones
		shouted    = -1.5 // an upper-case letter after a lower-case one
	)
	at := func(i int) rune {
		if i < 0 || i >= len(runes) {
			return 0
		}
		return runes[i]
	}
	sum, row := 0.0, 0
	for i, r := range runes {
		if r < utf8.RuneSelf {
			row = 0
			continue
		}
		before, after := at(i-1), at(i+1)
		switch {
		case r == unicode.ReplacementChar || unicode.IsControl(r) || unicode.Is(unicode.Co, r):
			sum += impossible
		case unicode.IsLetter(r) && r != 'ª' && r != 'º':
			weight, known := weights[unicode.ToLower(r)]
			switch {
			case !known:
				sum += strange
			case !unicode.IsLetter(before) && !unicode.IsLetter(after):
				// Alone it says little, and beside a digit it is none: "£5".
				if weight = 0.3; isDigit(w.before) || isDigit(w.after) {
					weight = -0.5
				}
				sum += weight
			default:
				sum += weight
			}
			if unicode.IsUpper(r) && unicode.IsLower(before) {
				sum += shouted
			}
			if !a.latin && (isASCIILetter(before) || isASCIILetter(after)) {
				sum += misplaced
			}
			// No language has a row of Latin letters with signs on them.
			if row++; a.latin && row > 2 {
				sum--
			}
			continue
		case unicode.Is(unicode.Mn, r) && unicode.IsLetter(before) && !isASCIILetter(before):
			sum += 0.3
		case unicode.IsLetter(before) && unicode.IsLetter(after) && !strings.ContainsRune("’‘·–—\u00ad\u00a0\u200c\u200d…", r):
			sum += misplaced
		case i == 0 && strings.ContainsRune("“„‘«", r), i > 0 && strings.ContainsRune("”’»", r), len(runes) == 1 && strings.ContainsRune("–—…«»", r):
			sum += 1 // where it belongs
		case strings.ContainsRune("“”„‘’«»–—…€£°§№\u00a0·•\u200c\u200d،؛؟×", r):
			sum += 0.5
		default:
			sum -= 0.5
		}
		row = 0
	}
	return sum
}

func isASCIILetter(r rune) bool { return 'a' <= r|0x20 && r|0x20 <= 'z' && r < utf8.RuneSelf }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
