package markup

import (
	"strings"
	"unicode"

	"barline/data"
)

// What a story's texts may hold: marks on one letter and invisible characters in a
// row (data/text.go).
const (
	maxMarks     = 8
	maxInvisible = 32
)

// plainLines is a text whose lines are plain, cut at its line
// breaks, with single spaces; empty lines are left out.
func plainLines(s string) []string {
	var all []string
	for line := range strings.SplitSeq(lineBreaks(s), "\n") {
		if line = plain(line); line != "" {
			all = append(all, line)
		}
	}
	return all
}

// plain is a line without what a story's texts may not hold, but for tags and entities
// that are words ([Apart]).
func plain(s string) string {
	if isPlain(s) {
		return s
	}
	runes := visible([]rune(s))
	runes = fewInvisible(runes)
	runes = pairedBidi(runes)
	runes = fewMarks(runes)
	return strings.Join(strings.Fields(string(runes)), " ")
}

// visible leaves out control characters, soft hyphens and spaces without width, and
// makes plain spaces of the others. Joiners stay between letters, where Persian and
// the languages of India need them, and in emoji.
func visible(in []rune) []rune {
	out := in[:0]
	for i, r := range in {
		switch {
		case r == '\u00ad' || r == '\u200b' || r == '\u2060' || r == '\ufeff':
			continue
		case unicode.IsSpace(r) || r == '\u00a0' || r == '\u2007' || r == '\u202f':
			r = ' '
		case unicode.IsControl(r):
			continue
		case r == '\u200c' || r == '\u200d':
			if i+1 == len(in) || len(out) == 0 || !joins(out[len(out)-1]) || !joins(in[i+1]) {
				continue
			}
		}
		out = append(out, r)
	}
	return out
}

// joins reports what a joiner may stand beside.
func joins(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.Is(unicode.So, r) || unicode.Is(unicode.Sk, r)
}

func isMark(r rune) bool { return unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Me, r) }

func isInvisible(r rune) bool {
	return unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r) || unicode.Is(unicode.Variation_Selector, r)
}

func fewInvisible(in []rune) []rune { return fewInARow(in, isInvisible, maxInvisible) }

func fewMarks(in []rune) []rune { return fewInARow(in, isMark, maxMarks) }

// fewInARow leaves out what is more than so many of a sort in a row.
func fewInARow(in []rune, is func(rune) bool, most int) []rune {
	out := in[:0]
	n := 0
	for _, r := range in {
		if !is(r) {
			n = 0
		} else if n++; n > most {
			continue
		}
		out = append(out, r)
	}
	return out
}

// pairedBidi leaves out controls of direction that have no partner: an opening one
// without its end, an end without its beginning, and ends in the wrong order.
func pairedBidi(in []rune) []rune {
	const (
		popFormatting = '\u202c'
		popIsolate    = '\u2069'
		gone          = -1
	)
	var open []int // places of those that are open
	for i, r := range in {
		switch r {
		case '\u202a', '\u202b', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068':
			open = append(open, i)
		case popFormatting, popIsolate:
			if n := len(open); n > 0 && (in[open[n-1]] >= '\u2066') == (r == popIsolate) {
				open = open[:n-1]
			} else {
				in[i] = gone
			}
		}
	}
	for _, i := range open {
		in[i] = gone
	}
	out := in[:0]
	for _, r := range in {
		if r != gone {
			out = append(out, r)
		}
	}
	return out
}

// Apart sets a space into every tag and entity of HTML in a text, behind its < or &, so
// that a story may hold it. They are words there, since what markup there was is gone:
// &lt;b&gt; was written for them. changed are those that were found, as they stood.
func Apart(s string) (apart string, changed []string) {
	var out strings.Builder
	for {
		from, to := data.MarkupIn(s)
		if to == 0 {
			break
		}
		changed = append(changed, s[from:to])
		out.WriteString(s[:from+1] + " ")
		s = s[from+1:]
	}
	if changed == nil {
		return s, nil
	}
	return out.String() + s, changed
}
