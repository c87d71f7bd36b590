package proof

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// Source is a report, with its words by their places.
type Source struct {
	Name string
	// Lang is the language that the report says it is in, or is taken to be in; empty
	// where nobody knows.
	Lang string
	Text string

	words []word
	ids   []int32          // of words, by place
	id    map[string]int32 // of words
	at    [][]int32        // places, by id
	lines []int            // where lines begin
}

// NewSource takes in a report. lang may be empty.
func NewSource(name, lang, text string) *Source {
	s := &Source{Name: name, Lang: lang, Text: text, words: split(text), id: map[string]int32{}, lines: []int{0}}
	s.ids = make([]int32, len(s.words))
	for i, w := range s.words {
		id, known := s.id[w.text]
		if !known {
			id = int32(len(s.at))
			s.id[w.text] = id
			s.at = append(s.at, nil)
		}
		s.ids[i] = id
		s.at[id] = append(s.at[id], int32(i))
	}
	for i := range len(text) {
		if text[i] == '\n' {
			s.lines = append(s.lines, i+1)
		}
	}
	if s.Lang == "" {
		s.Lang = languageOf(s)
	}
	return s
}

// Line is the line, from 1, of a place in bytes.
func (s *Source) Line(at int) int { return sort.SearchInts(s.lines, at+1) }

// line is the part of the text that a place is in.
func (s *Source) paragraph(at int) (from, to int) {
	n := s.Line(at)
	from, to = s.lines[n-1], len(s.Text)
	if n < len(s.lines) {
		to = s.lines[n] - 1
	}
	return from, to
}

// around is a passage with some words before and after it, on one line.
func (s *Source) around(from, to, more int) string {
	a, b := s.paragraph(from)
	if to > b {
		_, b = s.paragraph(to)
	}
	start, end := max(a, from-more), min(b, to+more)
	for start > a && s.Text[start-1] != ' ' && start > from-more-40 {
		start--
	}
	for end < b && s.Text[end] != ' ' && end < to+more+40 {
		end++
	}
	for start < end && !utf8.RuneStart(s.Text[start]) {
		start++
	}
	for end < len(s.Text) && !utf8.RuneStart(s.Text[end]) {
		end++
	}
	text := strings.Join(strings.Fields(s.Text[start:end]), " ")
	if start > a {
		text = "…" + text
	}
	if end < b {
		text += "…"
	}
	return text
}

// Passage is a passage with up to so many bytes before and after it, within its
// paragraph and cut at spaces.
func (s *Source) Passage(from, to, more int) (before, passage, after string) {
	from, to = max(0, from), min(len(s.Text), to)
	start, _ := s.paragraph(from)
	_, end := s.paragraph(to)
	passage = strings.Join(strings.Fields(s.Text[from:to]), " ")
	before, after = s.Text[start:from], s.Text[to:end]
	if len(before) > more {
		before = before[len(before)-more:]
		if _, rest, ok := strings.Cut(before, " "); ok {
			before = rest
		}
		before = "…" + strings.ToValidUTF8(before, "")
	}
	if len(after) > more {
		after = after[:more]
		if at := strings.LastIndexByte(after, ' '); at >= 0 {
			after = after[:at]
		}
		after = strings.ToValidUTF8(after, "") + "…"
	}
	return before, passage, after
}

// idsOf are the ids of words; -1 for one that the source does not have.
func (s *Source) idsOf(words []word) []int32 {
	ids := make([]int32, len(words))
	for i, w := range words {
		ids[i] = -1
		if id, ok := s.id[w.text]; ok {
			ids[i] = id
		}
	}
	return ids
}

// find is where words stand in a row, by the place of the first.
func (s *Source) find(ids []int32) []int {
	if len(ids) == 0 {
		return nil
	}
	rarest := 0
	for i, id := range ids {
		if id < 0 {
			return nil
		}
		if len(s.at[id]) < len(s.at[ids[rarest]]) {
			rarest = i
		}
	}
	var found []int
next:
	for _, at := range s.at[ids[rarest]] {
		start := int(at) - rarest
		if start < 0 || start+len(ids) > len(s.ids) {
			continue
		}
		for i, id := range ids {
			if s.ids[start+i] != id {
				continue next
			}
		}
		found = append(found, start)
	}
	return found
}

// languageOf guesses a language by words that every text of it has; "" where they do
// not tell.
func languageOf(s *Source) string {
	best, most, second := "", 0, 0
	for lang, common := range commonWords() {
		n := 0
		for w := range strings.FieldsSeq(common) {
			if id, ok := s.id[plain(w, false)]; ok {
				n += len(s.at[id])
			}
		}
		if n > most || n == most && lang < best {
			best, most, second = lang, n, most
		} else if n > second {
			second = n
		}
	}
	if most < 3 || most < second*3/2 || most*25 < len(s.words) {
		return ""
	}
	return best
}

// commonWords are words that are frequent in one language and rare in the others.
func commonWords() map[string]string {
	return map[string]string{
		"en": "the and of that with was are said for have",
		"de": "der die das und nicht ist mit auf eine sich wir",
		"fr": "le les des et est dans une pour qui avec nous",
		"es": "el los las y una por con que para del",
		"nb": "og ikke er som på til med av det vi",
		"tr": "ve bir bu için ile olarak daha",
		"ru": "и в не на что с как это мы",
		"uk": "і в не на що з як це та ми",
		"ar": "في من على أن إلى التي عن",
		"fa": "در به از که این را است",
		"ps": "په د او چې ته سره دی",
	}
}
