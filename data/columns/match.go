package columns

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"
)

// query is the text that was sought last, and which names hold it. Names are few
// beside events, so they are looked through once.
type query struct {
	text                  string
	ready                 bool
	lanes, people, places []bool
	personOf              map[string]int
	scratch               []byte
}

// Match reports whether the event's words hold a text in lower case: its title
// and lane, the names of its people and of its place, its summary and quotations.
func (t *Table) Match(i int, text string) bool {
	q := &t.query
	if !q.ready || q.text != text {
		t.seek(text)
	}
	b, r := t.at(i)
	if contains(b.title(r), text) || q.lanes[u16(b.lanes, r)] {
		return true
	}
	if place := u16(b.places, r); place != noPlace && q.places[place] {
		return true
	}
	who := b.attendance(r)
	for k := range len(who) / 2 {
		if q.people[u16(who, k)] {
			return true
		}
	}
	rest := b.rest(r)
	return rest != "" && q.inRest(rest)
}

// seek looks through the names.
func (t *Table) seek(text string) {
	q := &t.query
	if !q.ready {
		q.lanes, q.people, q.places = make([]bool, len(t.lanes)), make([]bool, len(t.people)), make([]bool, len(t.places))
		q.personOf = make(map[string]int, len(t.people))
		for i, p := range t.people {
			q.personOf[p.ID] = i
		}
	}
	q.text, q.ready = text, true
	for i, name := range t.lanes {
		q.lanes[i] = contains(name, text)
	}
	for i, p := range t.people {
		q.people[i] = contains(p.Name, text)
	}
	for i, p := range t.places {
		q.places[i] = contains(p.Name, text)
	}
}

// inRest looks through the texts of a rest, in its own JSON.
func (q *query) inRest(rest string) bool {
	key := ""
	for {
		start := strings.IndexByte(rest, '"')
		if start < 0 {
			return false
		}
		end := closing(rest, start+1)
		if end < 0 {
			return false
		}
		quoted := rest[start : end+1]
		rest = rest[end+1:]
		if strings.HasPrefix(rest, ":") {
			key = quoted[1 : len(quoted)-1]
		} else if q.inValue(key, quoted) {
			return true
		}
	}
}

// inValue looks through one text, as it stands between its quotation marks.
func (q *query) inValue(key, quoted string) bool {
	value := quoted[1 : len(quoted)-1]
	switch key {
	case "speaker":
		person, known := q.personOf[value]
		return known && q.people[person]
	case "summary", "words", "sentence", "circumstance":
		if strings.IndexByte(value, '\\') < 0 {
			return contains(value, q.text)
		}
		q.scratch, _ = jsontext.AppendUnquote(q.scratch[:0], quoted)
		return contains(string(q.scratch), q.text)
	}
	return false
}

// closing is where the text ends that begins at a place, or -1.
func closing(s string, at int) int {
	for ; at < len(s); at++ {
		switch s[at] {
		case '"':
			return at
		case '\\':
			at++
		}
	}
	return -1
}

// contains reports whether a text, brought into lower case, holds another, which
// is in lower case. It allocates nothing.
func contains(s, lower string) bool {
	if lower == "" {
		return true
	}
	if !isASCII(lower) {
		return containsFolded(s, lower)
	}
	// No letter becomes several of ASCII, so that a match needs as many bytes.
	for at := 0; at+len(lower) <= len(s); at++ {
		c := s[at]
		if c >= utf8.RuneSelf {
			return containsFolded(s[at:], lower)
		}
		if lowered(c) != lower[0] {
			continue
		}
		k := 1
		for k < len(lower) && lowered(s[at+k]) == lower[k] {
			k++
		}
		if k == len(lower) || s[at+k] >= utf8.RuneSelf && beginsFolded(s[at:], lower) {
			return true
		}
	}
	return false
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func lowered(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		c += 'a' - 'A'
	}
	return c
}

func containsFolded(s, lower string) bool {
	for at := range s {
		if beginsFolded(s[at:], lower) {
			return true
		}
	}
	return false
}

// beginsFolded reports whether a text begins with another, which is in lower case.
func beginsFolded(s, lower string) bool {
	for _, want := range lower {
		r, size := utf8.DecodeRuneInString(s)
		if size == 0 || unicode.ToLower(r) != want {
			return false
		}
		s = s[size:]
	}
	return true
}
