package typeset

import (
	"strings"
	"unicode"
)

// RightToLeft reports whether a language, by its BCP 47 tag, is written from
// right to left: by its script if the tag names one.
func RightToLeft(tag string) bool {
	parts := strings.Split(strings.ToLower(tag), "-")
	for _, part := range parts[1:] {
		if len(part) == 1 {
			break // an extension, which says other things
		}
		if len(part) == 4 && part[0] > '9' {
			switch part {
			case "arab", "hebr", "thaa", "syrc", "nkoo", "adlm", "rohg", "mand", "samr":
				return true
			}
			return false
		}
	}
	switch parts[0] {
	case "ar", "arc", "arz", "ary", "apc", "acm", "ckb", "dv", "fa", "glk", "he", "iw", "lrc", "mzn", "nqo", "pnb", "prs", "ps", "sd", "skr", "syr", "ug", "ur", "yi":
		return true
	}
	return false
}

// ltr and rtl are the directions of strong letters.
const (
	neutral = iota
	ltr
	rtl
)

// strong is the direction of a letter, or neutral for everything that takes the
// direction of its neighbours: digits, spaces, punctuation, marks on letters.
func strong(r rune) int {
	switch {
	case r == '\u200e':
		return ltr
	case r == '\u200f' || r == '\u061c':
		return rtl
	case !unicode.IsLetter(r):
		return neutral
	case r >= 0x0590 && r <= 0x08FF, r >= 0xFB1D && r <= 0xFDFF, r >= 0xFE70 && r <= 0xFEFF, r >= 0x10800 && r <= 0x10FFF, r >= 0x1E800 && r <= 0x1EFFF:
		return rtl
	}
	return ltr
}

// isRTL reports a paragraph's base direction, given that of the text around it.
// Among texts from left to right it is that of its first strong letter, as
// everywhere on the web. Among texts from right to left any letter of theirs is
// enough: a sentence in Dari that begins with NATO is still in Dari.
func isRTL(text []rune, around bool) bool {
	if !around {
		return first(text, neutral) == rtl
	}
	return first(text, rtl) == rtl || first(text, neutral) == neutral
}

// first is the direction of a text's first strong letter, or of the first that is
// of a direction, if one is asked for; neutral if there is none. What is isolated
// in it does not count.
func first(text []rune, of int) int {
	isolates := 0
	for _, r := range text {
		switch r {
		case '\u2066', '\u2067', '\u2068':
			isolates++
		case '\u2069':
			isolates = max(0, isolates-1)
		}
		if is := strong(r); is != neutral && isolates == 0 && (of == neutral || is == of) {
			return is
		}
	}
	return neutral
}

// IsRTL reports whether a text is set from right to left, given whether the text
// around it is.
func IsRTL(s string, around bool) bool { return isRTL([]rune(s), around) }

// Opposed reports whether two texts run in opposite directions: the one, put into
// the other, has to be kept apart.
func Opposed(a, b string) bool {
	x, y := first([]rune(a), neutral), first([]rune(b), neutral)
	return x != neutral && y != neutral && x != y
}
