// Package markwhen writes a story as a text for markwhen (https://docs.markwhen.com):
// a header, a section for each lane, and an event to a paragraph:
//
//	1914/1918: The war #war
//	What happened.
//
//	What came of it.
//
// Every date is a stretch there. What it says less exactly than the story, the text
// of the event says in words.
package markwhen

import (
	"errors"
	"strings"
	"unicode"

	"barline/data"
	"barline/exporter/leftout"
	"barline/exporter/prose"
	"barline/timeline/words"
)

// ErrEmpty is a story of which the file would hold nothing.
var ErrEmpty = errors.New("all events are before the year 1 or after 9999, which markwhen has not; write a .csv")

// Write writes a story, and says what is not in the file, or is there as text alone.
// Its error is [ErrEmpty].
func Write(s *data.Story, w *words.Words) ([]byte, []leftout.Item, error) {
	var lost leftout.List
	var b strings.Builder
	b.WriteString("title: " + headerText(s.Headline()) + "\n")
	if s.Standfirst() != "" {
		b.WriteString("description: " + headerText(strings.ReplaceAll(s.Standfirst(), "\n", " ")) + "\n")
	}
	// Events without a lane come first, outside of all sections.
	empty := true
	for _, lane := range append([]string{""}, s.Lanes()...) {
		events := section(s, lane, w, &lost)
		if events == "" {
			continue
		}
		empty = false
		if lane != "" {
			events = "\nsection " + untagged(lane) + "\n" + events + "\nendSection\n"
		}
		b.WriteString(events)
	}
	if empty {
		return nil, nil, ErrEmpty
	}
	for _, p := range s.Periods() {
		lost.Add("periods", p.Title)
	}
	for _, a := range s.Annotations() {
		lost.Add("annotations", a.Text)
	}
	lost.Add("the language", "")
	if s.Zone().Name != "" {
		lost.Add("the name of the time zone", "")
	}
	prose.Story(s, &lost)
	return []byte(b.String()), lost.Items(), nil
}

// section writes the events of a lane.
func section(s *data.Story, lane string, w *words.Words, lost *leftout.List) string {
	var b strings.Builder
	for _, i := range s.FileOrder() {
		if s.LaneOf(i) == lane {
			event(&b, s, i, w, lost)
		}
	}
	return b.String()
}

// event writes one event.
func event(b *strings.Builder, s *data.Story, i int, w *words.Words, lost *leftout.List) {
	e := s.Event(i)
	date, exact, ok := whenOf(e)
	if !ok {
		lost.Add("events before the year 1, or after 9999", e.ID)
		return
	}
	lost.Add("ids of events", e.ID)
	b.WriteString("\n" + date + ": " + untagged(e.Title))
	if e.Kind.ID != "" {
		b.WriteString(" #" + strings.ReplaceAll(e.Kind.ID, "-", "_"))
	}
	b.WriteByte('\n')
	// A blank line ends a paragraph, not the event.
	for n, p := range prose.Of(s, i, w, prose.Options{Date: exact}, lost) {
		if n > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(described(p.String()) + "\n")
	}
}

// joiner is what keeps words from being read as something else: it cannot be seen, and
// reading takes it away. markwhen has no other way to say that they are words.
const joiner = "\u2060"

// untagged keeps words that begin with # from being read as tags.
func untagged(text string) string {
	if !strings.Contains(text, "#") {
		return text
	}
	var b strings.Builder
	before := ' '
	for _, r := range text {
		if r == '#' && unicode.IsSpace(before) {
			b.WriteString(joiner)
		}
		b.WriteRune(r)
		before = r
	}
	return b.String()
}

// described keeps a line of an event's text from being read as something else: another
// event, which begins with a date and a colon, a comment, a section, a list, a tag.
func described(line string) string {
	lower := strings.ToLower(line)
	first := []rune(line)[0]
	switch {
	case strings.Contains(line, ":") || unicode.IsDigit(first) || strings.ContainsRune("/-#@[_", first),
		strings.HasPrefix(lower, "section"), strings.HasPrefix(lower, "group"), strings.HasPrefix(lower, "end"):
		return joiner + strings.TrimPrefix(untagged(line), joiner)
	}
	return untagged(line)
}

// headerText is a text as a value in the header, which is YAML.
func headerText(s string) string {
	if strings.ContainsAny(s, ":#") || strings.ContainsAny(s[:1], "\"'`[]{}>|*&!%@?-,~=<0123456789") || strings.EqualFold(s, "true") || strings.EqualFold(s, "false") || strings.EqualFold(s, "null") || strings.EqualFold(s, "no") || strings.EqualFold(s, "yes") {
		return "'" + strings.ReplaceAll(s, "'", "''") + "'"
	}
	return s
}
