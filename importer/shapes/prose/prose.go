// Package prose takes titles, texts and addresses from what files have in them.
package prose

import (
	"path"
	"slices"
	"strings"
	"unicode"

	"barline/importer/draft"
	"barline/importer/markup"
)

// Text is what a text with or without HTML holds.
type Text struct {
	Paragraphs []string
	Links      []draft.Link
	Media      []draft.Link
}

// Of reads a text.
func Of(s string) Text {
	if strings.TrimSpace(s) == "" {
		return Text{}
	}
	var t Text
	t.Paragraphs, t.Links, t.Media = markup.Text(s)
	return t
}

// Line is all of the text on one line.
func (t Text) Line() string { return strings.Join(t.Paragraphs, " ") }

// AddTo adds the links and media to an event, each address once.
func (t Text) AddTo(e *draft.Event) {
	for _, l := range t.Links {
		AddLink(&e.Links, l)
	}
	for _, l := range t.Media {
		AddLink(&e.Media, l)
	}
}

// AddLink adds a link unless its address is there already, or is none.
func AddLink(all *[]draft.Link, l draft.Link) {
	if l.URL == "" || slices.ContainsFunc(*all, func(o draft.Link) bool { return o.URL == l.URL }) {
		return
	}
	*all = append(*all, l)
}

// IsAddress reports whether a text is a web address and nothing else.
func IsAddress(s string) bool {
	rest, ok := strings.CutPrefix(strings.ToLower(s), "http://")
	if !ok {
		rest, ok = strings.CutPrefix(strings.ToLower(s), "https://")
	}
	return ok && rest != "" && !strings.ContainsFunc(s, unicode.IsSpace)
}

// IsPicture reports whether an address ends as pictures and films do.
func IsPicture(address string) bool {
	address, _, _ = strings.Cut(address, "?")
	address, _, _ = strings.Cut(address, "#")
	switch strings.ToLower(path.Ext(address)) {
	case ".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".avif", ".tif", ".tiff", ".mp4", ".webm", ".mov", ".mp3", ".m4a", ".ogg":
		return true
	}
	return false
}

// ID returns an id that a person gave, and "" for numbers and what machines make:
// events are then named by their titles.
func ID(s string) string {
	const most = 40
	letters, digits := 0, 0
	for _, r := range s {
		switch {
		case unicode.IsLetter(r):
			letters++
		case unicode.IsDigit(r):
			digits++
		}
	}
	if letters == 0 || len(s) > most || strings.Contains(s, "@") || digits > 8 && digits*2 > letters {
		return ""
	}
	return s
}
