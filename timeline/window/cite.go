package window

import (
	"strconv"
	"strings"

	"barline/timeline/detail"
	"barline/timeline/words"
)

// Cited is a quotation of event i as text to be pasted elsewhere: its words between their
// marks, its translation, who said it, of which event, and its own source or else the event's. number is its
// place among the event's; what is no such place means the one that the popover begins
// with. It is empty where the event has none.
//
//	“No compromises have been found yet.”
//	— Yuri Ushakov, Kremlin aide
//	Five hours, past midnight, 2–3 December 2025
//	Source: Example News. https://example.org/report
func (p *Window) Cited(i int, number string) string {
	d := p.content(i)
	if len(d.Quotes) == 0 {
		return ""
	}
	at, err := strconv.Atoi(number)
	if err != nil || at < 0 || at >= len(d.Quotes) {
		at = d.Strongest
	}
	q := d.Quotes[at]
	lines := []string{said(q)}
	if q.Translation != "" {
		lines = append(lines, joined(" ", q.Open+q.Translation+q.Close, q.By))
	}
	lines = append(lines, "— "+joined(", ", q.Speaker, q.Cite), joined(", ", d.Title, d.When))
	source := joined(" ", d.Source, d.SourceURL)
	if own := p.events.Event(i).Quotes[at].Source; own != nil {
		source = joined(" ", words.Fill(p.words.UI.Source, "source", own.Name), own.URL)
	}
	if source != "" {
		lines = append(lines, source)
	}
	return strings.Join(lines, "\n")
}

// said is a quotation within its sentence.
func said(q detail.Quote) string { return q.Before + q.Open + q.Words + q.Close + q.After }

// joined puts together what is not empty.
func joined(by string, parts ...string) string {
	var all []string
	for _, s := range parts {
		if s != "" {
			all = append(all, s)
		}
	}
	return strings.Join(all, by)
}
