package layout

import (
	"strconv"
	"strings"

	"barline/data"
	"barline/scene"
	"barline/timeline/view"
	"barline/timeline/words"
	"barline/typeset"
)

// Heading is what stands over a figure where the figure stands alone.
type Heading struct {
	Headline, Standfirst string
	// Figure is the total of all lengths, Cover what it covers; both may be
	// empty.
	Figure, Cover string
}

// HeadingOf is a story's heading in a language.
func HeadingOf(s *data.Story, w *words.Words) Heading {
	h := Heading{Headline: s.Headline(), Standfirst: s.Standfirst()}
	h.Figure, h.Cover = w.Total(words.TotalTalks(s))
	return h
}

func (p *Picture) heading() Heading { return HeadingOf(p.story, p.words) }

// Over is a figure with the heading over it.
func (h Heading) Over(fonts *typeset.Fonts, figure *scene.Scene) *scene.Scene {
	b := &builder{fonts: fonts, scene: &scene.Scene{}}
	_, y := h.over(b, figure)
	return b.finish(figure.WidthPx, y+figure.HeightPx)
}

// over sets the heading and a copy of the figure under it, and returns the copy
// and its place.
func (h Heading) over(b *builder, figure *scene.Scene) (*scene.Scene, float64) {
	y := scene.Snap(h.set(b, figure.WidthPx, view.Margin(figure.WidthPx)) + 20)
	b.mirror(0, 0, figure.WidthPx)
	moved := *figure
	moved.Nodes = append([]scene.Node(nil), figure.Nodes...)
	moved.Shift(0, y)
	b.scene.Nodes = append(b.scene.Nodes, moved.Nodes...)
	return &moved, y
}

// set sets headline, standfirst and total, and returns where they end.
func (h Heading) set(b *builder, width, margin float64) float64 {
	room := width - 2*margin
	y := 26.0
	set := func(id, s string, style scene.Style, paint scene.Paint, most float64) {
		for i, t := range balanced(b.fonts, s, style, min(room, most)) {
			b.words(id+strconv.Itoa(i), "", scene.Heading, zWords, t, b.start(t, margin, room), y, paint)
			y += typeset.LineHeightPx(style) * 0.98
		}
	}
	size := 34.0
	if width < view.WideFrom {
		size = 26
	}
	set("headline:", h.Headline, scene.Style{Face: scene.SerifBold, SizePx: size}, scene.Ink, 900)
	y += 4
	set("standfirst:", h.Standfirst, scene.Style{Face: scene.Sans, SizePx: 16}, scene.Quiet, 760)
	y += 8
	if h.Figure == "" {
		return y
	}
	strong := scene.Style{Face: scene.SansBold, SizePx: 16}
	plain := scene.Style{Face: scene.Sans, SizePx: 16}
	t := b.fonts.Shorten(h.Figure, strong, room)
	rest := b.fonts.Line(h.Cover, plain)
	b.words("total:figure", "", scene.Heading, zWords, t, margin, y, scene.Ink)
	x := margin + t.WidthPx
	if x+rest.WidthPx > width-margin {
		x, y = margin, y+typeset.LineHeightPx(plain)
		rest = b.fonts.Shorten(strings.TrimLeft(h.Cover, " "), plain, room)
	}
	b.words("total:cover", "", scene.Heading, zWords, rest, x, y, scene.Ink)
	return y + typeset.LineHeightPx(plain)
}

// balanced wraps into as few lines as fit, about equally long.
func balanced(fonts *typeset.Fonts, s string, style scene.Style, widthPx float64) []*scene.Text {
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

// Card is a story's card: its heading, and under it what strip draws in the
// room that is left, on an axis.
func (h Heading) Card(fonts *typeset.Fonts, strip func(room scene.Rect) []scene.Node) *scene.Scene {
	b := &builder{fonts: fonts, scene: &scene.Scene{}}
	room := h.card(b)
	b.scene.Nodes = append(b.scene.Nodes, strip(room)...)
	b.mirror(0, 0, CardWidthPx)
	return b.finish(CardWidthPx, CardHeightPx)
}

// card sets the heading of a card, and returns the room that is left over the
// axis.
func (h Heading) card(b *builder) scene.Rect {
	axis := CardHeightPx - stripFoot
	c := column{b: b, x: cardMargin, y: 26, width: CardWidthPx - 2*cardMargin, most: axis - leastStripPx - 40}
	c.set(h.Headline, scene.Style{Face: scene.SerifBold, SizePx: 31}, scene.Ink, 0, 2)
	c.most -= 24 // for the total
	c.set(h.Standfirst, scene.Style{Face: scene.Sans, SizePx: 14.5}, scene.Quiet, 6, 3)
	c.most += 24
	c.set(h.Figure+h.Cover, scene.Style{Face: scene.SansBold, SizePx: 14}, scene.Ink, 7, 1)
	height := min(mostStripPx, axis-c.y-16)
	return scene.Rect{X: cardMargin, Y: axis - height, W: CardWidthPx - 2*cardMargin, H: height}
}
