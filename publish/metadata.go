package publish

import (
	"cmp"
	"encoding/json"
	"fmt"
	"html"
	"html/template"
	"slices"
	"strings"

	"barline/data"
	"barline/timeline/card"
	"barline/timeline/detail"
)

// meta is what the head of a page tells search engines and social networks.
type meta struct {
	Title, Description, Locale string
	// These are absolute addresses, or empty: URL is the page's own, Image its
	// card, OEmbed the story's.
	URL, Image, OEmbed      string
	ImageAlt                string
	ImageWidth, ImageHeight int
	LinkedData              template.JS
}

// metadata makes them for one site.
type metadata struct {
	story   *data.Story
	heading card.Heading
	alt     func(event int) string // a card in words; -1 is the story's
	// lanes: quotations stand on events' own pages, and events have no cards.
	lanes bool
	url   string // where the pages stand, ending in a slash; or empty
	site  string // where the site does that they are part of
	// hasPaper: the story has a background of its own.
	hasPaper bool
}

func (d metadata) base(title, description, path, image string, index int) meta {
	m := meta{Title: title, Description: description, Locale: strings.ReplaceAll(d.story.Lang(), "-", "_"),
		ImageWidth: cardPixels(card.WidthPx), ImageHeight: cardPixels(card.HeightPx)}
	if d.url != "" {
		m.URL, m.Image, m.OEmbed = d.url+path, d.url+image, d.url+"oembed.json"
		m.ImageAlt = d.alt(index)
	}
	return m
}

// whole is the metadata of the story's own page.
func (d metadata) whole() meta {
	m := d.base(d.story.Headline(), strings.ReplaceAll(d.story.Standfirst(), "\n", " "), "", storyCard, -1)
	var parts []any
	for i := 0; !d.lanes && i < d.story.Len(); i++ {
		e := d.story.Event(i)
		for _, q := range e.Quotes {
			parts = append(parts, d.quotation(e, q))
		}
	}
	m.LinkedData = d.linked(m, parts, "", d.story.Sources())
	return m
}

// event is the metadata of one event's page.
func (d metadata) event(i int, e detail.Detail) meta {
	about := []string{e.When + "."}
	about = append(about, e.Length...)
	about = append(about, e.Summary...)
	image, shown := "cards/"+e.ID+".png", i
	if d.lanes {
		image, shown = storyCard, -1
	}
	m := d.base(titled(e.Title, d.story.Headline()), shortened(strings.Join(about, " "), 300), "e/"+e.ID+"/", image, shown)
	var parts []any
	event := d.story.Event(i)
	for _, q := range event.Quotes {
		parts = append(parts, d.quotation(event, q))
	}
	m.LinkedData = d.linked(m, parts, e.ID, sourcesOf(event))
	return m
}

// sourcesOf are the sources of an event and of its quotations, each once.
func sourcesOf(e data.Event) []data.Source {
	var all []data.Source
	add := func(s *data.Source) {
		if s != nil && !slices.Contains(all, *s) {
			all = append(all, *s)
		}
	}
	add(e.Source)
	for _, q := range e.Quotes {
		add(q.Source)
	}
	return all
}

// shortened cuts a text after a word.
func shortened(s string, most int) string {
	runes := []rune(s)
	if len(runes) <= most {
		return s
	}
	cut := string(runes[:most])
	if at := strings.LastIndexByte(cut, ' '); at > 0 {
		cut = cut[:at]
	}
	return strings.TrimRight(cut, " ,;:–-") + "…"
}

type thing map[string]any

// linked is schema.org's view of a page: an article with its quotations, and the
// sources that it is based on.
func (d metadata) linked(m meta, quotations []any, event string, sources []data.Source) template.JS {
	article := thing{
		"@context": "https://schema.org", "@type": "Article",
		"headline": m.Title, "inLanguage": d.story.Lang(),
	}
	if m.Description != "" {
		article["description"] = m.Description
	}
	if len(quotations) > 0 {
		article["hasPart"] = quotations
	}
	var based []any
	for _, s := range sources {
		based = append(based, source(&s))
	}
	if len(based) > 0 {
		article["isBasedOn"] = based
	}
	if corrections, modified := linkedCorrections(d.story, event); corrections != nil {
		article["correction"], article["dateModified"] = corrections, modified
	}
	if m.URL != "" {
		article["url"], article["image"] = m.URL, m.Image
		if event != "" {
			article["isPartOf"] = thing{"@type": "Article", "url": d.url, "headline": d.story.Headline()}
		}
	}
	return template.JS(marshal(article))
}

func (d metadata) quotation(e data.Event, q data.Quote) thing {
	speaker := thing{"@type": "Person", "name": q.Speaker.Name}
	if q.Speaker.Role != "" {
		speaker["description"] = q.Speaker.Role
	}
	out := thing{"@type": "Quotation", "identifier": q.ID, "text": q.Words, "inLanguage": cmp.Or(q.Lang, d.story.Lang()), "creator": speaker}
	from := q.Source
	if from == nil {
		from = e.Source
	}
	if from != nil {
		out["isBasedOn"] = source(from)
	}
	return out
}

func source(s *data.Source) thing {
	work := thing{"@type": "CreativeWork", "publisher": thing{"@type": "Organization", "name": s.Name}}
	if s.Title != "" {
		work["name"] = s.Title
	}
	if s.URL != "" {
		work["url"] = s.URL
	}
	return work
}

// embedWidthPx is how wide an embedded timeline is taken to be where nobody
// says.
const embedWidthPx = 700.0

// oEmbed is the answer to those who want to embed the story: a frame of the
// right height. Beside what the format asks for, it says the height at every
// width, and has the code for pages that run scripts.
func (d metadata) oEmbed(rooms []room) []byte {
	height := int(heightAt(rooms, embedWidthPx))
	frame := fmt.Sprintf(`<iframe src="%s" title="%s" width="%d" height="%d" loading="lazy" allow="clipboard-write" style="border:0;width:100%%"></iframe>`,
		html.EscapeString(d.url), html.EscapeString(d.story.Headline()), int(embedWidthPx), height)
	heights := map[string]float64{}
	for _, r := range rooms {
		heights[px(r.widthPx)] = r.heightPx
	}
	return marshal(thing{
		"version": "1.0", "type": "rich", "title": d.story.Headline(),
		"html": frame, "width": int(embedWidthPx), "height": height,
		"thumbnail_url":   d.url + storyCard,
		"thumbnail_width": cardPixels(card.WidthPx), "thumbnail_height": cardPixels(card.HeightPx),
		"barline_heights": heights,
		"barline_embed":   embedCode(d.story.ID(), d.story.Headline(), d.url, d.site, rooms, d.hasPaper),
	})
}

// marshal writes JSON that may stand in a script element: <, > and & are
// escaped.
func marshal(v any) []byte {
	out, err := json.Marshal(v)
	if err != nil {
		panic("publish: " + err.Error()) // only strings, numbers, maps and lists go in
	}
	return out
}
