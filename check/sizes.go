package check

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"barline/data"
)

// What a phone of 360 px shows, in characters: a title in four lines, a label of the
// figure in two, a headline in five, an event's text on one screen and a half.
const (
	longTitle    = 100
	longLabel    = 60
	longHeadline = 120
	longSummary  = 1200
)

// shownPx is the width at which a page shows an image, in CSS px.
const shownPx = 420

func (c *checker) headline() {
	if n := utf8.RuneCountInString(c.Story.Headline()); n > longHeadline {
		c.add(c.root().field("headline"), nil, "long-headline", strconv.Itoa(n)+" characters fill a phone's screen before the timeline begins", "shorten it to "+strconv.Itoa(longHeadline)+"; the standfirst takes the rest")
	}
	if c.lexicon != nil {
		c.counts()
	}
}

func (c *checker) sizes(e *event) {
	if n := utf8.RuneCountInString(e.Title); n > longTitle {
		c.add(e.at.field("title"), e, "long-title", strconv.Itoa(n)+" characters are more than four lines on a phone", "shorten it to "+strconv.Itoa(longTitle)+"; the summary takes the rest")
	}
	if n := utf8.RuneCountInString(e.Short); n > longLabel && e.Short != e.Title {
		c.add(e.at.field("short"), e, "long-label", strconv.Itoa(n)+" characters are too long for a label", "shorten it to "+strconv.Itoa(longLabel))
	}
	length := 0
	for _, p := range e.Summary {
		length += utf8.RuneCountInString(p)
	}
	if length > longSummary {
		c.add(e.at.field("summary"), e, "long-summary", strconv.Itoa(length)+" characters fill more than a phone's screen", "shorten it to "+strconv.Itoa(longSummary)+", or link to what is longer")
	}
}

// image looks at an event's image.
func (c *checker) image(e *event) {
	m := e.Media
	if m == nil {
		return
	}
	at := e.at.field("media")
	if says := saysNothing(m, e.Title); says != "" {
		c.add(at.field("alt"), e, "alt-text", "the alternative text is "+says, "write what the image shows, for readers who cannot see it")
	}
	if size, ok := c.Images[m.File]; ok && size.WidthPx > 0 && size.WidthPx < shownPx {
		c.add(at.field("file"), e, "small-image", m.File+" is "+strconv.Itoa(size.WidthPx)+" px wide and is shown "+strconv.Itoa(shownPx)+" px wide", "use a larger one, of "+strconv.Itoa(2*shownPx)+" px for sharp screens")
	}
}

// saysNothing says why an alternative text says nothing of its image, or nothing.
func saysNothing(m *data.Media, title string) string {
	alt := strings.TrimSpace(m.Alt)
	name := m.File[strings.LastIndexByte(m.File, '/')+1:]
	stem := strings.TrimSuffix(name, name[max(strings.LastIndexByte(name, '.'), 0):])
	switch {
	case strings.EqualFold(alt, name), strings.EqualFold(alt, stem), strings.EqualFold(alt, m.File):
		return "the name of the file"
	case strings.EqualFold(alt, title):
		return "the title of the event again"
	case m.Credit != "" && strings.EqualFold(alt, m.Credit):
		return "the credit again"
	}
	for _, word := range []string{"image", "picture", "photo", "photograph", "alt", "alt text", "todo", "none", "n/a", "bild", "foto", "imagen", "bilde", "фото", "صورة", "عکس", "resim", "fotoğraf"} {
		if strings.EqualFold(strings.Trim(alt, ".…!? "), word) {
			return quoted(alt)
		}
	}
	return ""
}

// links looks for links to events that are not there: addresses with the id of another
// event after their #, and #ids in texts.
func (c *checker) links(e *event) {
	for k, p := range e.Summary {
		for _, id := range idsIn(p) {
			if !c.ids[id] {
				c.add(e.at.field("summary").item(k), e, "dead-link", "#"+id+" is the id of no event", c.nearestID(id))
			}
		}
	}
	for k, l := range e.Links {
		base, id, ok := strings.Cut(l.URL, "#")
		if ok && !c.ids[id] && data.IsID(id) && c.own[base] {
			c.add(e.at.field("links").item(k).field("url"), e, "dead-link", "other links to "+base+" lead to events of the story, and #"+id+" is none", c.nearestID(id))
		}
	}
}

// ownPages are the addresses of the story's own page, as far as they can be known: a
// link leads to one of its events there.
func (c *checker) ownPages() map[string]bool {
	own := map[string]bool{}
	for i := range c.Story.Len() {
		for _, l := range c.list[i].Links {
			if base, id, ok := strings.Cut(l.URL, "#"); ok && c.ids[id] {
				own[base] = true
			}
		}
	}
	return own
}

// idsIn are the ids after # in a text. A word alone is a hashtag: an id has a hyphen
// or a digit, and a number alone counts something (#1).
func idsIn(text string) []string {
	var ids []string
	for {
		at := strings.IndexByte(text, '#')
		if at < 0 {
			return ids
		}
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		text = text[at+1:]
		end := 0
		for end < len(text) && (text[end] == '-' || '0' <= text[end] && text[end] <= '9' || 'a' <= text[end] && text[end] <= 'z') {
			end++
		}
		next, _ := utf8.DecodeRuneInString(text[end:])
		id := strings.TrimRight(text[:end], "-")
		if strings.ContainsRune(id, '-') && !isWordRune(before) && before != '/' && before != '&' && !isWordRune(next) {
			ids = append(ids, id)
		}
	}
}

// nearestID is a fix that names the event that may be meant.
func (c *checker) nearestID(id string) string {
	best := ""
	for known := range c.ids {
		if (strings.HasPrefix(known, id) || strings.HasPrefix(id, known) || strings.Contains(known, id)) && (best == "" || known < best) {
			best = known
		}
	}
	if best != "" {
		return "write #" + best + " if that is meant, or remove it"
	}
	return "write the id of an event, or remove it"
}
