package card

import (
	"strconv"
	"strings"

	"barline/data"
	"barline/scene"
	"barline/timeline/layout"
	"barline/timeline/view"
	"barline/timeline/words"
	"barline/typeset"
)

// Heading is what stands over a figure where the figure stands alone.
type Heading struct {
	Headline   string
	Standfirst []string // paragraphs; there may be none
	// Figure is the total of all lengths, Cover what it covers; both may be
	// empty.
	Figure, Cover string
}

// HeadingOf is a story's heading in a language.
func HeadingOf(s *data.Story, w *words.Words) Heading {
	h := Heading{Headline: s.Headline()}
	if s.Standfirst() != "" {
		h.Standfirst = strings.Split(s.Standfirst(), "\n")
	}
	h.Figure, h.Cover = w.Total(words.TotalTalks(s))
	return h
}

// SetOver sets the heading and a copy of the figure under it, and returns the copy
// and its place.
func (h Heading) SetOver(b *layout.Builder, figure *scene.Scene) (*scene.Scene, float64) {
	y := scene.Snap(h.Set(b, figure.WidthPx, view.Margin(figure.WidthPx)) + 20)
	b.Mirror(0, 0, figure.WidthPx)
	moved := *figure
	moved.Nodes = append([]scene.Node(nil), figure.Nodes...)
	moved.Shift(0, y)
	b.Scene.Nodes = append(b.Scene.Nodes, moved.Nodes...)
	return &moved, y
}

// Set sets headline, standfirst and total, and returns where they end.
func (h Heading) Set(b *layout.Builder, width, margin float64) float64 {
	room := width - 2*margin
	y := 26.0
	set := func(id, s string, style scene.Style, paint scene.Paint, most float64) {
		for i, t := range Balanced(b.Fonts, s, style, min(room, most)) {
			b.Words(id+strconv.Itoa(i), "", scene.Heading, layout.ZWords, t, b.Start(t, margin, room), y, paint)
			y += typeset.LineHeightPx(style) * 0.98
		}
	}
	set("headline:", h.Headline, scene.Style{Face: scene.SerifBold, SizePx: view.HeadlineSize(width)}, scene.Ink, view.HeadlineMost)
	y += 4
	for i, paragraph := range h.Standfirst {
		id := "standfirst:"
		if i > 0 {
			y += 4
			id += strconv.Itoa(i) + ":"
		}
		set(id, paragraph, scene.Style{Face: scene.Sans, SizePx: view.BodyPx}, scene.Quiet, view.StandfirstMost)
	}
	y += 8
	if h.Figure == "" {
		return y
	}
	strong := scene.Style{Face: scene.SansBold, SizePx: view.BodyPx}
	plain := scene.Style{Face: scene.Sans, SizePx: view.BodyPx}
	t := b.Fonts.Shorten(h.Figure, strong, room)
	rest := []*scene.Text{b.Fonts.Line(h.Cover, plain)}
	b.Words("total:figure", "", scene.Heading, layout.ZWords, t, margin, y, scene.Ink)
	x := margin + t.WidthPx
	if x+rest[0].WidthPx > width-margin {
		x, y = margin, y+typeset.LineHeightPx(plain)
		rest = b.Fonts.Wrap(strings.TrimLeft(h.Cover, " "), plain, room, 0)
	}
	for i, t := range rest {
		id := "total:cover"
		if i > 0 {
			id += ":" + strconv.Itoa(i)
		}
		b.Words(id, "", scene.Heading, layout.ZWords, t, x, y, scene.Ink)
		y += typeset.LineHeightPx(plain)
	}
	return y
}

// Balanced wraps into as few lines as fit, about equally long.
func Balanced(fonts *typeset.Fonts, s string, style scene.Style, widthPx float64) []*scene.Text {
	lines := fonts.Wrap(s, style, widthPx, 0)
	if len(lines) < 2 {
		return lines
	}
	low, high := widthPx/2, widthPx
	for high-low > 4 {
		middle := (low + high) / 2
		if narrower := fonts.Wrap(s, style, middle, 0); len(narrower) > len(lines) {
			low = middle
		} else {
			high, lines = middle, narrower
		}
	}
	return lines
}

// onCard sets the heading of a story's card, and returns the room that is left over the
// axis.
func (h Heading) onCard(b *layout.Builder) scene.Rect {
	c := column{b: b, x: margin, y: 26, width: WidthPx - 2*margin, most: axisY - leastStripPx - 40}
	c.set(h.Headline, scene.Style{Face: scene.SerifBold, SizePx: 31}, scene.Ink, 0, 2)
	c.most -= 24 // for the total
	c.set(strings.Join(h.Standfirst, " "), scene.Style{Face: scene.Sans, SizePx: 14.5}, scene.Quiet, 6, 3)
	c.most += 24
	c.set(h.Figure+h.Cover, scene.Style{Face: scene.SansBold, SizePx: 14}, scene.Ink, 7, 1)
	return stripUnder(&c)
}
