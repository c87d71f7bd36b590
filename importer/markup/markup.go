// Package markup turns HTML and Markdown links in foreign texts into text that a
// story may hold.
//
//	text -> escape what is no markup -> tokens -> paragraphs -> plain
package markup

import (
	"slices"
	"strings"

	"barline/data"
	"barline/importer/draft"
)

// Text makes paragraphs of a text that may have tags and entities in it: <br> and
// blocks begin a paragraph, list items are paragraphs that begin with "– ", cells of
// a table are joined by commas. The addresses of links and of media are returned,
// those of the web alone, with their words as title where those are not the address
// itself. A text without any markup comes back with only its spaces tidied, a
// paragraph for each line; "a < b" and "AT&T" are no markup.
//
// The paragraphs obey the rules that a story's texts have (data.LabelFault), but for
// their length, and for tags and entities that are words in them ([Apart]): controls of
// direction that have no partner are gone.
func Text(s string) (paragraphs []string, links, media []draft.Link) {
	if isPlain(s) {
		if s == "" {
			return nil, nil, nil
		}
		return []string{s}, nil, nil
	}
	r := read(s)
	// A paragraph of which nothing is seen is none.
	seen := slices.DeleteFunc(r.paragraphs, func(p string) bool { return !data.IsSeen(p) })
	return seen, r.links, r.media
}

// Line is Text on one line.
func Line(s string) string {
	if isPlain(s) {
		return s
	}
	paragraphs, _, _ := Text(s)
	return strings.Join(paragraphs, " ")
}

// Dropped are the addresses in a text that lead nowhere from elsewhere, such as
// media/film.mp4, and are therefore neither links nor media.
func Dropped(s string) []string {
	if isPlain(s) {
		return nil
	}
	return read(s).dropped
}

// isPlain reports texts that need nothing, which most are.
func isPlain(s string) bool {
	before := ' '
	for _, r := range s {
		if r < ' ' || r == '<' || r == '&' || r == '[' || r == ' ' && before == ' ' || r > '~' && !isCommon(r) {
			return false
		}
		before = r
	}
	return s == "" || before != ' '
}

// isCommon reports letters and signs beyond ASCII that texts are full of and that
// need nothing: of Latin, Greek, Cyrillic and Arabic script, of Chinese, Japanese and
// Korean, and quotation marks and dashes.
func isCommon(r rune) bool {
	switch {
	case r > '\u00a0' && r < '\u0300':
		return r != '\u00ad'
	case r >= '\u0370' && r < '\u0483', r >= '\u048a' && r < '\u0530', r >= '\u0620' && r < '\u064b', r >= '\u066e' && r < '\u06d6' && r != '\u0670':
		return true
	case r >= '\u2010' && r < '\u2028', r >= '\u4e00' && r < '\ua000', r >= '\u3040' && r < '\u3097', r >= '\u30a0' && r < '\u3100', r >= '\uac00' && r < '\ud7a4':
		return true
	}
	return false
}

// read reads a text, and once more if its tags are written as entities.
func read(s string) *reader {
	s = lineBreaks(strings.ToValidUTF8(s, "\ufffd"))
	if !strings.ContainsAny(s, "<&[") {
		return &reader{paragraphs: plainLines(s)}
	}
	escaped, tags := escape(s)
	if !tags {
		// &lt;p&gt;, and &amp;nbsp;: escaped twice.
		if once := unescape(s); once != s {
			if again, found := escape(once); found {
				escaped = again
			}
		}
	}
	r := &reader{lines: !hasBlocks(escaped), linkTries: 10_000, closeTries: 1000}
	r.tokens(escaped)
	return r
}

// lineBreaks makes \n of every kind of line break.
func lineBreaks(s string) string {
	if !strings.ContainsAny(s, "\r\v\f\u0085\u2028\u2029") {
		return s
	}
	return strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n").Replace(s)
}
