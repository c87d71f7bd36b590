package check

import (
	"math"
	"slices"
	"strings"

	"barline/data"
)

// saidLength is a length that a text says.
type saidLength struct {
	seconds, unit float64
	raw           string
	at            place
	hedged        bool // about, nearly, more than: not to be taken to the minute
	near          bool // just under, nearly
	from, to      int  // tokens
	title         bool
}

// lengthsIn are the lengths in a text that are said of its event, as far as the words
// around them tell.
func (l *lexicon) lengthsIn(t text) []saidLength {
	var all []saidLength
	for i := 0; i < len(t.tokens); i++ {
		s, ok := l.lengthAt(t.tokens, i)
		if !ok {
			continue
		}
		i, s.at, s.title = s.to, t.at, t.title
		if l.about(t.tokens, &s) {
			all = append(all, s)
		}
	}
	return all
}

// lengthAt reads a length that begins at a token: "five hours", "5 hours and 30
// minutes", the "four-and-a-half-hour" of a meeting.
func (l *lexicon) lengthAt(t []token, i int) (s saidLength, ok bool) {
	value, n, ok := l.numberAt(t, i)
	if !ok || i+n >= len(t) || t[i+n-1].ends {
		return s, false
	}
	unit, known := l.units[t[i+n].text]
	if !known && l.lang == "en" && t[i+n].glued {
		unit, known = l.units[t[i+n].text+"s"]
	}
	if !known {
		return s, false
	}
	s = saidLength{seconds: value * float64(unit), unit: float64(unit), from: i, to: i + n}
	next := s.to + 1
	if next < len(t) && t[next].text == "and" {
		next++
	}
	if next < len(t) && !t[s.to].ends {
		if more, m, ok := l.numberAt(t, next); ok && next+m < len(t) {
			if smaller, known := l.units[t[next+m].text]; known && smaller < unit {
				s.seconds += more * float64(smaller)
				s.unit, s.to = float64(smaller), next+m
			}
		}
	}
	var raw []string
	for k := s.from; k <= s.to; k++ {
		if t[k].glued && k > s.from {
			raw[len(raw)-1] += "-" + t[k].raw
			continue
		}
		raw = append(raw, t[k].raw)
	}
	s.raw = strings.Join(raw, " ")
	return s, true
}

// about looks at the words around a length: those that make it less exact, and those by
// which it is not the event's own.
func (l *lexicon) about(t []token, s *saidLength) bool {
	word := func(at int) string {
		if at < 0 || at >= len(t) {
			return ""
		}
		return t[at].text
	}
	before, second := word(s.from-1), word(s.from-2)
	after := ""
	if !t[s.to].ends {
		after = word(s.to + 1)
	}
	if l.lang != "en" {
		s.hedged = true // the words that hedge are not known
		return true
	}
	s.near = isOneOf(before, "nearly", "almost") || second == "just" && isOneOf(before, "under", "over") || second == "slightly" && isOneOf(before, "under", "over") || isOneOf(before, "barely")
	s.hedged = s.near || isOneOf(before, "about", "around", "roughly", "approximately", "some", "than", "under", "over", "least", "most", "to", "or", "up", "between")
	if isOneOf(before, "within", "after", "every", "each", "next", "last", "past", "another", "further", "first", "final", "in", "until", "before", "by") {
		return false
	}
	if isOneOf(after, "later", "earlier", "ago", "before", "after", "late", "away", "from", "drive", "flight", "notice", "deadline", "into", "behind", "ahead", "of", "old", "apart", "since", "a", "per") && !(after == "of" && isOneOf(word(s.to+2), "talks", "talking", "negotiations", "discussions", "conversation", "meetings")) {
		return false
	}
	return true
}

// lengths finds lengths in texts that are not those of the event.
func (c *checker) lengths(e *event, texts []text) {
	known := c.known(e)
	if len(known) == 0 {
		return
	}
	var wrong []saidLength
	fits := false
	for _, t := range texts {
		for _, s := range c.lexicon.lengthsIn(t) {
			if slices.ContainsFunc(known, func(d data.Duration) bool { return agrees(s, d) }) {
				fits = true
			} else {
				wrong = append(wrong, s)
			}
		}
	}
	for _, s := range wrong {
		// In a summary that says the right length as well, another one is about something else.
		if !s.title && (fits || len(wrong) > 1 && c.lexicon.lang != "en") {
			continue
		}
		c.add(s.at, e, "length-contradiction", "the text says "+s.raw+"; the data say "+sayAll(known), "correct one of the two")
		return
	}
}

// known are the lengths of an event: of its phases, and from its first day to its last.
func (c *checker) known(e *event) []data.Duration {
	var all []data.Duration
	for _, p := range e.Phases {
		if p.Kind == data.Talks && !p.Length.Known() {
			return nil // somebody may have said how long, and it was not taken to be known
		}
		if p.Length.Known() {
			all = append(all, p.Length)
		}
	}
	if first, last, ok := days(e.Date); ok && last > first && len(all) == 0 {
		all = append(all, data.Duration{Seconds: (last - first + 1) * 86400, Qualifier: data.About})
	}
	return all
}

// agrees reports whether a length in a text may be that of the data.
func agrees(s saidLength, d data.Duration) bool {
	is := float64(d.Seconds)
	// A third of the unit is what people leave out: "three hours" may be 3:20.
	slack := s.unit * 0.34
	if s.hedged || d.Qualifier == data.About {
		slack = math.Max(s.unit, is/4)
		if s.unit < 3600 && s.unit > 0 {
			slack = math.Max(s.unit*10, is/4)
		}
	}
	switch {
	case d.Qualifier.IsUpper() && d.Qualifier != data.Under:
		return s.seconds <= is+slack
	case d.Qualifier.IsLower() && d.Qualifier != data.Over:
		return s.seconds >= is-slack
	}
	return math.Abs(s.seconds-is) <= slack
}

func sayAll(lengths []data.Duration) string {
	var all []string
	for _, d := range lengths {
		all = append(all, d.String())
	}
	return strings.Join(all, " and ")
}

// lengthsInAny are all lengths in a text, whatever they are said of.
func (l *lexicon) lengthsInAny(t text) []saidLength {
	var all []saidLength
	for i := 0; i < len(t.tokens); i++ {
		if s, ok := l.lengthAt(t.tokens, i); ok {
			all = append(all, s)
			i = s.to
		}
	}
	return all
}
