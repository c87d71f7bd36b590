package importer

import (
	"html"
	"strings"
	"unicode"

	"barline/data"
)

// A story's texts are plain (data/FORMAT.md). plainText makes a text so that has
// come out of its markup: what is invisible in excess goes. Tags and entities that are
// words in it are for the writer, who says what became of them.

// The limits of data for marks on a letter and invisible characters in a row.
const (
	mostMarks     = 8
	mostInvisible = 32
)

// plainText is one paragraph or line as a story may hold it.
func plainText(s string) string {
	if isPlain(s) {
		return strings.TrimSpace(s)
	}
	s = strings.ToValidUTF8(s, "\ufffd")
	if strings.Contains(s, "&") {
		s = unescaped(s) // entities that were written twice
	}
	var b strings.Builder
	b.Grow(len(s))
	marks, invisible := 0, 0
	for _, r := range s {
		if r >= ' ' && r <= '~' || r > '\u00a0' && r < '\u0300' && r != '\u00ad' {
			marks, invisible = 0, 0
			b.WriteRune(r)
			continue
		}
		switch {
		case r == '\u0085' || r == '\u2028' || r == '\u2029' || unicode.IsSpace(r) && unicode.IsControl(r):
			r = ' '
		case unicode.IsControl(r):
			continue
		}
		if unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Me, r) {
			if marks++; marks > mostMarks {
				continue
			}
		} else {
			marks = 0
		}
		if unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r) || unicode.Is(unicode.Variation_Selector, r) {
			if invisible++; invisible > mostInvisible {
				continue
			}
		} else {
			invisible = 0
		}
		b.WriteRune(r)
	}
	s = b.String()
	if !paired(s) {
		s = strings.Map(func(r rune) rune {
			if opens(r) || closes(r) {
				return -1
			}
			return r
		}, s)
	}
	return strings.TrimSpace(s)
}

// isPlain reports whether a text needs no change: the common case, quickly told.
func isPlain(s string) bool {
	for _, r := range s {
		switch {
		case r >= ' ' && r <= '~' && r != '<' && r != '&', r > '\u00a0' && r < '\u0300' && r != '\u00ad',
			r >= '\u0370' && r < '\u0483', r >= '\u0620' && r < '\u064b', r >= '\u066e' && r < '\u06d6' && r != '\u0670',
			r >= '\u2010' && r < '\u2028', r >= '\u4e00' && r < '\ua000':
		default:
			return false
		}
	}
	return true
}

func opens(r rune) bool {
	return r >= '\u202a' && r <= '\u202e' && r != '\u202c' || r >= '\u2066' && r <= '\u2068'
}

func closes(r rune) bool { return r == '\u202c' || r == '\u2069' }

// paired reports whether all bidirectional controls are closed by their partners.
func paired(s string) bool {
	var open []rune
	for _, r := range s {
		switch {
		case opens(r):
			open = append(open, r)
		case closes(r):
			if len(open) == 0 || (open[len(open)-1] >= '\u2066') != (r == '\u2069') {
				return false
			}
			open = open[:len(open)-1]
		}
	}
	return len(open) == 0
}

// unescaped makes characters of the entities in a text, once. What is no entity of HTML
// stays: in "a=1&copy=2" there is none.
func unescaped(s string) string {
	var b strings.Builder
	for {
		from, to := data.MarkupIn(s)
		if to == 0 {
			break
		}
		b.WriteString(s[:from])
		if s[from] == '&' {
			b.WriteString(html.UnescapeString(s[from:to]))
		} else {
			to = from + 1 // entities may stand in a tag
			b.WriteByte('<')
		}
		s = s[to:]
	}
	if b.Len() == 0 {
		return s
	}
	return b.String() + s
}

// plainParagraphs are the paragraphs of a text that have anything in them.
func plainParagraphs(paragraphs []string) []string {
	var all []string
	for _, p := range paragraphs {
		for line := range strings.SplitSeq(p, "\n") {
			if line = plainText(line); line != "" {
				all = append(all, line)
			}
		}
	}
	return all
}

// hasLetters reports whether a text has anything that can be read.
func hasLetters(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsSymbol(r) })
}
