package schema

import (
	"strconv"
	"strings"
)

// Patterns are read by JavaScript in editors and by others elsewhere, so that they use
// what all of them have: no lookahead, no classes such as \s, which are not the same
// everywhere. Texts may have space around them, which the decoder takes away.

// spaces are the characters that count as space around a text, within a class.
const spaces = "\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"

// controls are those that no text may have within it, within a class; breaks are
// the ones that begin a paragraph.
const (
	breaks   = "\n\r"
	controls = "\x00-\t\v\f\x0e-\x1f\x7f-\u009f\u2028\u2029"
)

const (
	around = "[" + spaces + "]*"
	inside = "[^" + breaks + controls + "]"
	// visible is what a text begins and ends with.
	visible = "[^" + controls + spaces + "]"
)

// trimmed is the pattern of a value with space around it.
func trimmed(pattern string) string { return "^" + around + pattern + around + "$" }

// line is the pattern of a text on one line, of at most so many characters; a limit of
// 0 is none. An empty one is enough where it is optional.
func line(limit int, required bool) string {
	most := "*"
	if limit > 0 {
		most = "{0," + strconv.Itoa(limit-2) + "}"
	}
	text := visible + "(" + inside + most + visible + ")?"
	if !required {
		text = "(" + text + ")?"
	}
	return trimmed(text)
}

// paragraphs is the pattern of a text that may have several; one of them must say
// something.
func paragraphs() string {
	// Space at the ends of a paragraph may be of any kind.
	const any = "[^\x00-\x08\x0e-\x1f\x7f-\u0084\u0086-\u009f]*"
	return "^" + any + visible + any + "$"
}

// notWord refuses a word, with space around it or without.
func notWord(word string) object {
	return object{{"type", "string"}, {"pattern", trimmed(word)}}
}

func idPattern(limit int) string { return trimmed("[a-z0-9-]{1," + strconv.Itoa(limit) + "}") }

func languagePattern() string { return trimmed("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*") }

// addressPattern is that of http and https addresses with a host, without a password.
func addressPattern() string {
	const no = breaks + controls + spaces + "\"<>\\\\^`{|}"
	return trimmed(`https?://[^/?#@` + no + `]+([/?#][^` + no + `]*)?`)
}

// filePattern is that of a path downwards which ends in one of some endings.
func filePattern(required bool, endings ...string) string {
	var any []string
	for _, e := range endings {
		any = append(any, anyCase(strings.TrimPrefix(e, ".")))
	}
	const part = `[^/\\:` + breaks + controls + `]`
	path := "(" + part + "+/)*" + part + `*\.(` + strings.Join(any, "|") + ")"
	if !required {
		return trimmed(path) + "|^[" + spaces + "\u00ad\u200b-\u200f\u2060-\u2064\ufeff]*$" // nothing that is seen
	}
	return trimmed(path)
}

// upwards is the pattern of paths that lead out of the story's folder.
const upwards = "(^" + around + "|/)\\.\\.?/"

// anyCase is a word in letters of any size.
func anyCase(word string) string {
	var b strings.Builder
	for _, r := range word {
		if r >= 'a' && r <= 'z' {
			b.WriteString("[" + string(r-'a'+'A') + string(r) + "]")
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// The grammar of dates. It knows months and days by their numbers, not how many days a
// month has.
const (
	qualifier   = `[?~%]?`
	year        = qualifier + `-?` + qualifier + `[0-9X]{4}` + qualifier
	month       = qualifier + `(0[1-9X]|1[0-2X]|X[0-9X])` + qualifier
	season      = qualifier + `2[1-4]` + qualifier
	dayOfMonth  = qualifier + `([0-2X][0-9X]|3[01X])` + qualifier
	clock       = `[Tt]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]+)?)?([Zz]|[+-][0-9]{2}(:?[0-9]{2})?)?` + qualifier
	wholeDay    = qualifier + `-?` + qualifier + `[0-9]{4}` + qualifier + `-` + qualifier + `(0[1-9]|1[0-2])` + qualifier + `-` + qualifier + `(0[1-9]|[12][0-9]|3[01])` + qualifier
	longYear    = `Y-?[0-9]+(E[0-9]+)?(S[0-9]+)?` + qualifier
	significant = qualifier + `-?` + qualifier + `[0-9]{4}S[0-9]+` + qualifier
	point       = `(` + year + `(-(` + season + `|` + month + `(-` + dayOfMonth + `(` + clock + `)?)?))?|` + longYear + `|` + significant + `)`
	interval    = `(` + point + `/(` + point + `|\.\.)?|(\.\.)?/` + point + `)`
	gap         = "[" + spaces + "]*"
	stretch     = gap + `((\.\.)?` + point + `(\.\.(` + point + `)?)?)` + gap
	set         = `\[` + stretch + `(,` + stretch + `)*\]`
)

func datePattern() string   { return trimmed(`(` + point + `|` + interval + `|` + set + `)`) }
func memberPattern() string { return `^` + stretch + `(,` + stretch + `)*$` }
func pointPattern() string  { return trimmed(point) }
func dayPattern() string    { return trimmed(wholeDay) }

// The grammar of lengths.
const (
	whole    = `[0-9]+`
	decimals = `[0-9]+([.,][0-9]{1,9})?`
	// hours, minutes and seconds, of which the last one may have decimals
	time   = `T(` + decimals + `[HMS]|` + whole + `H` + decimals + `[MS]|` + whole + `[HM]` + decimals + `S|` + whole + `H` + whole + `M` + decimals + `S)`
	length = `P(` + decimals + `[WD]|(` + whole + `D)?` + time + `)`
)

func durationPattern() string { return trimmed(`(unknown|(~|<|<=|<<|>|>=|>>)?` + length + `)`) }

func exactPattern() string { return trimmed(length) }

func offsetPattern() string { return `^[+-](0[0-9]|1[0-4]):[0-5][0-9]$` }

func colourPattern() string { return trimmed(`#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})`) }

// quotedPattern is that of words that bring their own quotation marks.
func quotedPattern() string {
	const marks = "\"“”„«»"
	return trimmed("[\"“„«][^" + marks + "]*[\"”“»]")
}

// markupPattern finds tags and entities of HTML.
func markupPattern(isElement func(string) bool) string {
	return `</?(` + strings.Join(elements(isElement), "|") + `)[ ` + "\t\r\n" + `/]*>|&(amp|lt|gt|quot|apos|nbsp|ndash|mdash|hellip|lsquo|rsquo|ldquo|rdquo|laquo|raquo|eacute|auml|ouml|uuml|copy|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});`
}

// elements are the names of HTML that people type into texts, in letters of any size.
func elements(isElement func(string) bool) []string {
	var all []string
	for _, name := range strings.Fields("a b i u s em strong p br hr q cite small sub sup span div h1 h2 h3 h4 h5 h6 ul ol li img blockquote script style iframe table tr td th font center code pre abbr mark del ins video audio figure figcaption") {
		if isElement(name) {
			all = append(all, anyCase(name))
		}
	}
	return all
}
