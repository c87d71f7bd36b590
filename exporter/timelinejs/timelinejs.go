// Package timelinejs writes a story as the JSON of TimelineJS 3
// (https://timeline.knightlab.com/docs/json-format.html): a title slide, a slide for
// each event, an era for each period. Texts are HTML there, and are escaped.
package timelinejs

import (
	"bytes"
	"encoding/json"
	"html"
	"strings"

	"barline/data"
	"barline/data/edtf"
	"barline/exporter/leftout"
	"barline/exporter/prose"
	"barline/timeline/words"
)

type timeline struct {
	Scale  string  `json:"scale,omitempty"`
	Title  *slide  `json:"title"`
	Events []slide `json:"events"`
	Eras   []slide `json:"eras,omitempty"`
	Own    own     `json:"x_barline"`
}

// own is what TimelineJS has no field for, and passes over: reading the file gives it
// again.
type own struct {
	Lang  string   `json:"lang"`
	Zone  *zone    `json:"zone,omitempty"`
	Lanes []string `json:"lanes,omitempty"`
}

type zone struct {
	Name   string `json:"name"`
	Offset string `json:"offset"`
}

// exact is the date as the story says it. It counts only as long as the slide has the
// dates that it was written beside ([beside]).
type exact struct {
	Date   string `json:"date"`
	Beside string `json:"beside"`
}

// beside are the dates of a slide in one text: the parts of each, and the words shown.
func (s slide) beside() string {
	var parts []string
	for _, d := range []*date{s.Start, s.End} {
		if d == nil {
			d = &date{}
		}
		parts = append(parts, strings.Join([]string{d.Year, d.Month, d.Day, d.Hour, d.Minute, d.Second}, " "))
	}
	return strings.Join(append(parts, s.DisplayDate), "/")
}

// slide is a title, an event or an era.
type slide struct {
	ID          string `json:"unique_id,omitempty"`
	Start       *date  `json:"start_date,omitempty"`
	End         *date  `json:"end_date,omitempty"`
	DisplayDate string `json:"display_date,omitempty"`
	Group       string `json:"group,omitempty"`
	Text        text   `json:"text"`
	Media       *media `json:"media,omitempty"`
	Exact       *exact `json:"x_barline,omitempty"`
}

// text is HTML.
type text struct {
	Headline string `json:"headline"`
	Text     string `json:"text,omitempty"`
}

// media is a picture. URL and Link are addresses, Alt is plain text, the others are
// HTML.
type media struct {
	URL     string `json:"url"`
	Alt     string `json:"alt,omitempty"`
	Caption string `json:"caption,omitempty"`
	Credit  string `json:"credit,omitempty"`
	Link    string `json:"link,omitempty"`
}

// Write writes a story, and says what is not in the file, or is there as text alone.
func Write(s *data.Story, w *words.Words) ([]byte, []leftout.Item, error) {
	var lost leftout.List
	prose.Story(s, &lost)
	out := timeline{Title: &slide{Text: text{html.EscapeString(s.Headline()), standfirst(s)}}, Events: []slide{}}
	big := false
	for i := range s.Len() {
		big = big || isBig(s.Event(i).Date)
	}
	if big {
		out.Scale = "cosmological"
		lost.Add("months, days and times, which are not on a scale of millions of years", "")
	}
	out.Own = own{Lang: s.Lang(), Lanes: s.ListedLanes()}
	if z := s.Zone(); z != (data.Zone{}) {
		out.Own.Zone = &zone{z.Name, z.Offset()}
	}
	if s.Lang() != "en" {
		lost.Add("the language, which a page says where it embeds the timeline", "")
	}
	if len(s.ListedLanes()) > 0 {
		lost.Add("the order of lanes", "")
	}
	for _, i := range s.FileOrder() {
		out.Events = append(out.Events, eventSlide(s, i, w, big, &lost))
	}
	for _, p := range s.Periods() {
		first, last := p.Date.Ends()
		if first != edtf.Dated || last != edtf.Dated {
			lost.Add("periods without a beginning or an end", p.Title)
			continue
		}
		if !isPlain(p.Date) && p.Date != p.Date.Start() {
			lost.Add("how sure the dates of periods are", p.Title)
		}
		out.Eras = append(out.Eras, slide{Start: dateOf(p.Date.Earliest(), big), End: dateOf(p.Date.Latest(), big), Text: text{Headline: html.EscapeString(p.Title)}})
	}
	for _, a := range s.Annotations() {
		lost.Add("annotations", a.Text)
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false) // texts are HTML that is escaped already
	e.SetIndent("", "  ")
	err := e.Encode(out)
	return b.Bytes(), lost.Items(), err
}

func eventSlide(s *data.Story, i int, w *words.Words, big bool, lost *leftout.List) slide {
	e := s.Event(i)
	to := slide{ID: e.ID, Group: e.Lane, Text: text{Headline: html.EscapeString(e.Title)}}
	to.Start, to.End = ends(e.Date, big)
	if !isPlain(e.Date) || big || isZoned(e) {
		to.DisplayDate = html.EscapeString(w.Sentence(w.DateTime(e.Date, e.Zone.Name, words.Full)))
		lost.AddText("dates that are not plain ones", e.ID)
		to.Exact = &exact{e.Date.String(), to.beside()}
	}
	if e.Kind.ID != "" {
		lost.Add("kinds", e.ID)
	}
	var b strings.Builder
	for _, p := range prose.Of(s, i, w, prose.Options{Date: true, Picture: true}, lost) {
		b.WriteString(paragraph(p))
	}
	to.Text.Text = b.String()
	if m := e.Media; m != nil {
		to.Media = &media{URL: m.File, Alt: m.Alt, Caption: html.EscapeString(m.Caption), Credit: html.EscapeString(m.Credit), Link: m.URL}
	}
	return to
}

// isZoned reports whether an event has a time of day on the clocks of the story's
// zone.
func isZoned(e data.Event) bool {
	return e.Zone != (data.Zone{}) && (e.Date.Start().Precision() >= edtf.Minute || e.Date.End().Precision() >= edtf.Minute)
}

// paragraph is one as HTML.
func paragraph(p prose.Paragraph) string {
	inner := html.EscapeString(p.Text)
	if p.URL != "" {
		inner = `<a href="` + html.EscapeString(p.URL) + `">` + inner + `</a>`
	}
	if p.Quoted {
		return "<blockquote>" + inner + "</blockquote>"
	}
	return "<p>" + inner + "</p>"
}

func standfirst(s *data.Story) string {
	var b strings.Builder
	for p := range strings.SplitSeq(s.Standfirst(), "\n") {
		if p != "" {
			b.WriteString("<p>" + html.EscapeString(p) + "</p>")
		}
	}
	return b.String()
}
