package proof

import (
	"cmp"
	"slices"
	"strings"

	"barline/data"
)

// Verdict is what a source says of a quotation.
type Verdict uint8

const (
	// Missing: the words do not stand there.
	Missing Verdict = iota
	// Language: they are in another language than all sources.
	Language
	// Misattributed: the source gives them to somebody else.
	Misattributed
	// Shortened: they stand there in parts.
	Shortened
	// Typography: they stand there, with other marks, spaces or capitals.
	Typography
	// Exact: they stand there to the letter.
	Exact
)

// String returns the verdict as the desk's page names it.
func (v Verdict) String() string {
	return [...]string{"missing", "language", "misattributed", "shortened", "typography", "exact"}[v]
}

// Result is what sources say of one quotation.
type Result struct {
	Event, Quote string // ids
	Speaker      data.Person
	Words        string
	Verdict      Verdict

	// Source is where the best passage stands, by its place among the sources; -1: none.
	Source int
	// From and To are the passage in the source's text, in bytes, and Line its line.
	From, To, Line int
	// Passage is the passage with some words around it.
	Passage string
	// Times is how often the words stand in the source.
	Times int
	// Marks is what differs in typography, as words: "quotation marks, dashes".
	Marks string
	// Left is what the source has between the parts of a shortened quotation. Marked:
	// the quotation says that something is left out.
	Left   []string
	Marked bool
	// Diff shows a missing quotation beside the nearest passage: [-only in the story-]
	// {+only in the source+}. It is empty where nothing is near.
	Diff string
	// Attributed: the source names the speaker in reach. Other is whom it names
	// instead; Known: that is a person of the story.
	Attributed bool
	Other      string
	Known      bool
	// Disagree says what another source has instead.
	Disagree string
}

// Quotes holds all quotations of a story against sources, in the order of the file.
func Quotes(s *data.Story, sources []*Source) []Result {
	people := make([]person, 0, len(s.People()))
	for _, p := range s.People() {
		of := person{id: p.ID, name: p.Name}
		for _, w := range split(p.Name) {
			of.words = append(of.words, w.text)
		}
		people = append(people, of)
	}
	var all []Result
	for _, i := range s.FileOrder() {
		e := s.Event(i)
		for _, q := range e.Quotes {
			lang := q.Lang
			if lang == "" {
				lang = s.Lang()
			}
			r := quote(q, lang, sources, people)
			r.Event, r.Quote, r.Speaker, r.Words = e.ID, q.ID, q.Speaker, q.Words
			all = append(all, r)
		}
	}
	return all
}

// quote holds one quotation against sources, and keeps the best result.
func quote(q data.Quote, lang string, sources []*Source, people []person) Result {
	best := Result{Source: -1}
	results := make([]Result, len(sources))
	for i, s := range sources {
		results[i] = s.quote(q, lang, people)
		results[i].Source = i
		if i == 0 || better(results[i], best) {
			best = results[i]
		}
	}
	if best.Verdict == Missing && len(sources) > 0 && !slices.ContainsFunc(sources, func(s *Source) bool { return sameLanguage(s.Lang, lang) }) {
		return Result{Verdict: Language, Source: -1}
	}
	for i, r := range results {
		if i == best.Source || best.Verdict < Misattributed {
			continue
		}
		switch {
		case r.Verdict == Missing && r.Diff != "":
			best.Disagree = sources[i].Name + " has: " + r.Diff
		case r.Verdict == Misattributed && best.Verdict != Misattributed:
			best.Disagree = sources[i].Name + " gives the words to " + r.Other
		}
	}
	return best
}

func better(a, b Result) bool {
	rank := func(r Result) int {
		n := int(r.Verdict) * 4
		if r.Attributed {
			n += 2
		}
		if r.Diff != "" {
			n++
		}
		return n
	}
	return rank(a) > rank(b)
}

// sameLanguage reports whether two tags may be of one language; a source of which
// nobody knows the language may be in any.
func sameLanguage(source, quote string) bool {
	base := func(tag string) string {
		b, _, _ := strings.Cut(strings.ToLower(tag), "-")
		if b == "no" || b == "nn" {
			return "nb"
		}
		return b
	}
	return source == "" || base(source) == base(quote)
}

// quote holds one quotation against one source.
func (s *Source) quote(q data.Quote, lang string, people []person) Result {
	speaker := person{id: q.Speaker.ID, name: q.Speaker.Name}
	var others []person
	for _, p := range people {
		if p.id == q.Speaker.ID {
			speaker = p
		} else {
			others = append(others, p)
		}
	}
	parts, marked := partsOf(q.Words)
	var found [][]span
	whole := split(q.Words)
	for _, at := range s.find(s.idsOf(whole)) {
		found = append(found, []span{{at, at + len(whole) - 1}})
	}
	if len(found) == 0 && marked {
		found = s.inParts(parts)
	}
	if len(found) == 0 {
		if joined := s.joined(whole); joined != nil {
			found = [][]span{joined}
		}
	}
	if len(found) == 0 {
		return s.nearest(q.Words)
	}
	var best Result
	for i, spans := range found {
		r := s.judge(q.Words, spans, marked, cmp.Or(s.Lang, lang), speaker, others)
		if i == 0 || better(r, best) {
			best = r
		}
	}
	best.Times = len(found)
	return best
}

// span is a stretch of words, both ends included.
type span struct{ first, last int }

// partsOf are the words of a quotation between what it leaves out.
func partsOf(text string) (parts [][]word, marked bool) {
	at := 0
	for _, g := range append(gaps(text), gap{len(text), len(text)}) {
		if part := split(text[at:g.from]); len(part) > 0 {
			parts = append(parts, part)
		}
		at = g.to
	}
	return parts, len(parts) > 1
}

// farApart is how many words may be left out between two parts.
const farApart = 200

// inParts is where parts stand one after the other.
func (s *Source) inParts(parts [][]word) [][]span {
	var all [][]span
next:
	for _, at := range s.find(s.idsOf(parts[0])) {
		spans := []span{{at, at + len(parts[0]) - 1}}
		for _, part := range parts[1:] {
			end := spans[len(spans)-1].last
			found := -1
			for _, at := range s.find(s.idsOf(part)) {
				if at > end && at-end <= farApart {
					found = at
					break
				}
			}
			if found < 0 {
				continue next
			}
			spans = append(spans, span{found, found + len(part) - 1})
		}
		all = append(all, spans)
	}
	return all
}

// joined finds a quotation whose parts stand one after the other in the source, joined
// without a mark: each of three words or more.
func (s *Source) joined(words []word) []span {
	const least, most, near = 3, 4, 60
	ids := s.idsOf(words)
	if len(ids) < 2*least || slices.Contains(ids, -1) {
		return nil
	}
	run := func(at, from int) int {
		n := 0
		for from+n < len(ids) && at+n < len(s.ids) && s.ids[at+n] == ids[from+n] {
			n++
		}
		return n
	}
	for _, start := range s.at[ids[0]] {
		var spans []span
		at, done := int(start), 0
		for len(spans) < most {
			n := run(at, done)
			if n < least && done+n < len(ids) || n == 0 {
				break
			}
			spans = append(spans, span{at, at + n - 1})
			if done += n; done == len(ids) {
				if end := spans[len(spans)-1]; end.last-end.first+1 < least {
					break
				}
				return spans
			}
			next := -1
			longest := 0
			for k := at + n; k < min(at+n+near, len(s.ids)); k++ {
				if m := run(k, done); m > longest {
					next, longest = k, m
				}
			}
			if next < 0 {
				break
			}
			at = next
		}
	}
	return nil
}

// oftenWords is of how many words a quotation proves little where it stands often.
const oftenWords = 3

// IsOften reports whether a quotation is so short, and stands so often, that its being
// there says little.
func (r Result) IsOften() bool { return r.Times > 2 && len(split(r.Words)) <= oftenWords }

// judge says how a passage is like a quotation, and who says it.
func (s *Source) judge(words string, spans []span, marked bool, lang string, speaker person, others []person) Result {
	first, last := spans[0].first, spans[len(spans)-1].last
	r := Result{From: s.words[first].from, To: s.words[last].to, Marked: marked}
	r.Line = s.Line(r.From)
	r.Passage = s.around(r.From, r.To, 80)
	if len(spans) > 1 {
		r.Verdict = Shortened
		for i := 1; i < len(spans); i++ {
			left := strings.Join(strings.Fields(s.Text[s.words[spans[i-1].last].to:s.words[spans[i].first].from]), " ")
			r.Left = append(r.Left, clip(left))
		}
	} else {
		r.Verdict, r.Marks = s.typography(words, r.From, r.To)
	}
	a := s.attribute(first, last, lang, speaker, others)
	r.Attributed = a.speaker
	switch {
	case a.other != nil:
		r.Verdict, r.Other, r.Known = Misattributed, a.other.name, true
	case a.unknown != "":
		r.Other = a.unknown
	}
	return r
}

func clip(s string) string {
	const most = 120
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return s
}

// typography compares a quotation with the passage letter by letter, from the first
// word to the last: what stands around belongs to the sentence there.
func (s *Source) typography(words string, from, to int) (Verdict, string) {
	w := split(words)
	is, was := words[w[0].from:w[len(w)-1].to], s.Text[from:to]
	if is == was {
		return Exact, ""
	}
	var marks []string
	for _, m := range []struct {
		name string
		of   func(rune) bool
	}{
		{"quotation marks", func(r rune) bool { return strings.ContainsRune("\"“”„«»‹›", r) }},
		{"apostrophes", func(r rune) bool { return isApostrophe(r) || r == '’' || r == '‚' }},
		{"dashes", func(r rune) bool { return strings.ContainsRune("-‐‑‒–—―−", r) }},
		{"ellipses", func(r rune) bool { return r == '…' }},
		{"punctuation", func(r rune) bool { return strings.ContainsRune(",;:.!?،؛؟", r) }},
		{"spaces", func(r rune) bool { return strings.ContainsRune(" \t\n\u00a0\u2009\u202f\u2002\u2003", r) }},
		{"marks that are not seen", func(r rune) bool { return r == '\u0640' || isInside(r) }},
	} {
		if kept(is, m.of) != kept(was, m.of) {
			marks = append(marks, m.name)
		}
	}
	letters := func(s string) string { return kept(s, isLetter) }
	if a, b := letters(is), letters(was); a != b {
		switch {
		case strings.EqualFold(a, b) && restOf(a) == restOf(b):
			marks = append(marks, "the capital at the beginning")
		case strings.EqualFold(a, b):
			marks = append(marks, "capitals")
		default:
			marks = append(marks, "how letters are encoded")
		}
	}
	if len(marks) == 0 {
		marks = append(marks, "the place of marks")
	}
	return Typography, strings.Join(marks, ", ")
}

// kept are the runes of a text that are of a sort.
func kept(s string, of func(rune) bool) string {
	return strings.Map(func(r rune) rune {
		if of(r) {
			return r
		}
		return -1
	}, s)
}

// restOf is a text without its first letter.
func restOf(s string) string {
	for i := range s {
		if i > 0 {
			return s[i:]
		}
	}
	return ""
}
