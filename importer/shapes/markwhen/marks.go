package markwhen

import (
	"strings"

	"barline/importer/draft"
	"barline/importer/shapes/prose"
)

// marks is what a line holds besides its words: tags, the event's id, links, places,
// images, a box to tick.
type marks struct {
	words  string
	id     string
	tags   []string
	links  []draft.Link
	media  []draft.Link
	places []string
	done   bool
}

// takeMarks takes the marks out of a line. The words of a link stay.
func takeMarks(s string) marks {
	var m marks
	s = strings.TrimSpace(s)
	for _, box := range []string{"[ ]", "[]", "[x]", "[X]"} {
		bare := strings.TrimPrefix(s, "- ")
		if rest, ok := strings.CutPrefix(bare, box); ok {
			s, m.done = s[:len(s)-len(bare)]+strings.TrimSpace(rest), true
			break
		}
	}
	s = m.takeLinks(s)
	var words []string
	for word := range strings.FieldsSeq(s) {
		switch {
		case len(word) > 1 && word[0] == '#' && isTag(word[1:]):
			m.tags = append(m.tags, word[1:])
		case len(word) > 1 && word[0] == '!' && isWord(word[1:]) && m.id == "":
			m.id = word[1:]
		default:
			words = append(words, word)
		}
	}
	m.words = prose.Of(strings.Join(words, " ")).Line()
	return m
}

// isTag reports whether a word after # is a tag: numbers are none.
func isTag(s string) bool { return isWord(s) && !isDigits(s) }

// takeLinks reads [words](address), [place](location) and ![words](image).
func (m *marks) takeLinks(s string) string {
	var b strings.Builder
	for {
		open := strings.IndexByte(s, '[')
		if open < 0 {
			break
		}
		middle := strings.Index(s[open:], "](")
		if middle < 0 {
			break
		}
		middle += open
		if later := strings.LastIndexByte(s[open:middle], '['); later > 0 {
			open += later
		}
		end := strings.IndexByte(s[middle:], ')')
		if end < 0 {
			break
		}
		words, address := s[open+1:middle], strings.TrimSpace(s[middle+2:middle+end])
		before := s[:open]
		image := strings.HasSuffix(before, "!")
		b.WriteString(strings.TrimSuffix(before, "!"))
		s = s[middle+end+1:]
		switch {
		case address == "location" || address == "map":
			m.places = append(m.places, strings.TrimSpace(words))
		case image:
			m.media = append(m.media, draft.Link{Title: words, URL: address})
		default:
			if !strings.Contains(address, "//") && strings.Contains(address, ".") {
				address = "https://" + address
			}
			if prose.IsAddress(address) {
				m.links = append(m.links, draft.Link{Title: words, URL: address})
			}
			b.WriteString(words)
		}
	}
	return b.String() + s
}

// addTo gives an event what was found, but for its places. The first id stands.
func (m marks) addTo(e *draft.Event) {
	for _, l := range m.links {
		prose.AddLink(&e.Links, l)
	}
	for _, l := range m.media {
		prose.AddLink(&e.Media, l)
	}
	if e.ID == "" {
		e.ID = m.id
	}
}
