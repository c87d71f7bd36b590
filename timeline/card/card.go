// Package card makes small pictures of a story for places where only a picture and
// a link are shown, and the heading that stands over a figure where it stands alone.
package card

import (
	"strconv"

	"barline/scene"
	"barline/timeline/detail"
	"barline/timeline/layout"
	"barline/timeline/view"
	"barline/typeset"
)

// A card is a story, or one event of it, as a small picture for places where
// only a picture and a link are shown.
//
//	headline of the story
//	Title of the event, in at most
//	two lines
//	2–3 December 2025 · The Kremlin, Moscow
//	Talks: 5 hours.
//	| “What was said, as far as there
//	| is room …”
//	| Speaker
//	     ▌ ▒            ▌ ▌           ▌    ▌   <- all events, this one lit
//	  ───┴─┴────────────┴─┴───────────┴────┴──

// WidthPx and HeightPx are a card's size; twice that many pixels is what social
// networks ask for.
const (
	WidthPx  = 600.0
	HeightPx = 315.0
)

const (
	margin = 32.0
	// The height of a strip: as much as the words over it leave.
	leastStripPx = 46.0
	mostStripPx  = 108.0
	// axisY is where the strip's axis lies.
	axisY = HeightPx - layout.StripFootPx
)

// Card draws the card of event index, or with -1 the story's own, over a strip of
// its figure.
func Card(h Heading, f view.Figure, index int) *scene.Scene {
	b := layout.NewBuilder(f.Fonts(), 128)
	var room scene.Rect
	lit := ""
	if index < 0 {
		room = h.onCard(b)
	} else {
		d := detail.Of(f.Events(), index, f.Words())
		room, lit = eventOnCard(b, h, d), d.ID
	}
	b.Scene.Nodes = append(b.Scene.Nodes, f.Strip(room, lit)...)
	b.Mirror(0, 0, WidthPx)
	return b.Finish(WidthPx, HeightPx)
}

// stripUnder is the room for the strip under a column of words.
func stripUnder(c *column) scene.Rect {
	height := min(mostStripPx, axisY-c.y-16)
	return scene.Rect{X: margin, Y: axisY - height, W: WidthPx - 2*margin, H: height}
}

// column sets lines one under another.
type column struct {
	b     *layout.Builder
	x, y  float64
	width float64
	most  float64 // where the column must end
	lines int
}

// set adds a text, cut to the number of lines, and to those that there is room
// for; none fits, none is set.
func (c *column) set(s string, style scene.Style, paint scene.Paint, gap float64, maxLines int) {
	height := typeset.LineHeightPx(style) * 0.95
	if room := int((c.most - c.y - gap) / height); room < maxLines {
		maxLines = room
	}
	if s == "" || maxLines < 1 {
		return
	}
	c.y += gap
	for _, t := range c.b.Fonts.Wrap(s, style, c.width, maxLines) {
		c.lines++
		c.b.Words("card:"+strconv.Itoa(c.lines), "", scene.Heading, layout.ZWords, t, c.b.Start(t, c.x, c.width), c.y, paint)
		c.y += height
	}
}

// eventOnCard sets an event's words, and returns the room that is left over the
// axis.
func eventOnCard(b *layout.Builder, h Heading, d detail.Detail) scene.Rect {
	c := column{b: b, x: margin, y: 22, width: WidthPx - 2*margin, most: axisY - leastStripPx - 12}
	small := scene.Style{Face: scene.Sans, SizePx: 12.5}
	c.set(h.Headline, small, scene.Quiet, 0, 1)
	c.set(d.Title, scene.Style{Face: scene.SerifBold, SizePx: 25}, scene.Ink, 3, 2)
	when := d.When
	if d.Where != "" {
		when += " · " + d.Where
	}
	c.set(when, small, scene.Quiet, 4, 1)
	for _, s := range d.Length {
		c.set(s, scene.Style{Face: scene.SansBold, SizePx: 14}, scene.Ink, 4, 1)
	}
	if len(d.Quotes) == 0 {
		for _, s := range d.Summary {
			c.set(s, scene.Style{Face: scene.Sans, SizePx: 13.5}, scene.Ink, 8, 4)
		}
	} else {
		c.quote(d.Quotes[0])
	}
	return stripUnder(&c)
}

// quote sets a quotation whole, smaller if it must be, or not at all: words
// that somebody said are not cut.
func (c *column) quote(q detail.Quote) {
	said := q.Said()
	name, by := scene.Style{Face: scene.SansBold, SizePx: 12}, scene.Style{Face: scene.Sans, SizePx: 11}
	for _, size := range []float64{17, 15, 13.5} {
		style := scene.Style{Face: scene.Serif, SizePx: size}
		lines := c.b.Fonts.Wrap(said, style, c.width-14, 0)
		height := float64(len(lines))*typeset.LineHeightPx(style)*0.95 + 2 + typeset.LineHeightPx(name)
		if q.By != "" {
			height += typeset.LineHeightPx(by)
		}
		if c.y+10+height > c.most {
			continue
		}
		top := c.y + 10
		c.b.Add(scene.Node{ID: "card:rule", Role: scene.Heading, Z: layout.ZWords, Shape: scene.Box, Paint: scene.Talks,
			Box: scene.Rect{X: c.x, Y: top, W: 3, H: height}})
		c.x, c.width = c.x+14, c.width-14
		c.set(said, style, scene.Ink, 10, len(lines))
		c.set(q.Speaker, name, scene.Ink, 2, 1)
		c.set(q.By, by, scene.Quiet, 0, 1)
		return
	}
}

// Alt is a card in words, for those who do not see it.
func Alt(h Heading, f view.Figure, index int) string {
	if index < 0 {
		return h.Headline + ". " + h.Figure + h.Cover
	}
	e := f.Events().Event(index)
	return e.Title + ". " + detail.Caption(e, f.Words()).When
}
