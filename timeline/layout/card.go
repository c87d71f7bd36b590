package layout

import (
	"strconv"

	"barline/scene"
	"barline/timeline/detail"
	"barline/timeline/scale"
	"barline/timeline/view"
	"barline/timeline/words"
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

// CardWidthPx and CardHeightPx are a card's size; twice that many pixels is
// what social networks ask for.
const (
	CardWidthPx  = 600.0
	CardHeightPx = 315.0
)

const (
	cardMargin = 32.0
	// unlit is how strongly the other events of a card are drawn.
	unlit = 0.26
	// The height of a strip's hours: as much as the words over it leave.
	leastStripPx = 46.0
	mostStripPx  = 108.0
	stripFoot    = 48.0 // under the axis: its words, and the card's edge
)

// Card draws the card of event index, or with -1 the story's own.
func (p *Picture) Card(index int) *scene.Scene {
	b := &builder{fonts: p.fonts, scene: &scene.Scene{}}
	if index < 0 {
		p.storyCard(b)
	} else {
		p.eventCard(b, index)
	}
	b.mirror(0, 0, CardWidthPx)
	return b.finish(CardWidthPx, CardHeightPx)
}

// column sets lines one under another.
type column struct {
	b     *builder
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
	for _, t := range c.b.fonts.Wrap(s, style, c.width, maxLines) {
		c.lines++
		c.b.words("card:"+strconv.Itoa(c.lines), "", scene.Heading, zWords, t, c.b.start(t, c.x, c.width), c.y, paint)
		c.y += height
	}
}

func (p *Picture) storyCard(b *builder) {
	room := p.heading().card(b)
	p.strip(b, room.Bottom(), room.H, "")
}

func (p *Picture) eventCard(b *builder, index int) {
	d := detail.Of(p.story, index, p.words)
	axis := CardHeightPx - stripFoot
	c := column{b: b, x: cardMargin, y: 22, width: CardWidthPx - 2*cardMargin, most: axis - leastStripPx - 12}
	small := scene.Style{Face: scene.Sans, SizePx: 12.5}
	c.set(p.story.Headline(), small, scene.Quiet, 0, 1)
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
	p.strip(b, axis, min(mostStripPx, axis-c.y-16), d.ID)
}

// quote sets a quotation whole, smaller if it must be, or not at all: words
// that somebody said are not cut.
func (c *column) quote(q detail.Quote) {
	// In the language of the card, if it is translated, and marked as that.
	said := q.Words
	if q.Translation != "" {
		said = q.Translation
	}
	said = q.Open + said + q.Close
	if q.Fragment {
		said = q.Before + words.Isolated(said, q.Before+q.After) + q.After
	}
	name, by := scene.Style{Face: scene.SansBold, SizePx: 12}, scene.Style{Face: scene.Sans, SizePx: 11}
	for _, size := range []float64{17, 15, 13.5} {
		style := scene.Style{Face: scene.Serif, SizePx: size}
		lines := c.b.fonts.Wrap(said, style, c.width-14, 0)
		height := float64(len(lines))*typeset.LineHeightPx(style)*0.95 + 2 + typeset.LineHeightPx(name)
		if q.By != "" {
			height += typeset.LineHeightPx(by)
		}
		if c.y+10+height > c.most {
			continue
		}
		top := c.y + 10
		c.b.add(scene.Node{ID: "card:rule", Role: scene.Heading, Z: zWords, Shape: scene.Box, Paint: scene.Talks,
			Box: scene.Rect{X: c.x, Y: top, W: 3, H: height}})
		c.x, c.width = c.x+14, c.width-14
		c.set(said, style, scene.Ink, 10, len(lines))
		c.set(q.Speaker, name, scene.Ink, 2, 1)
		c.set(q.By, by, scene.Quiet, 0, 1)
		return
	}
}

// Strip draws the whole story at a glance, for cards: bars on their dates in a room
// that stands on the axis, and the axis and the other events under it.
func (p *Picture) Strip(room scene.Rect, lit string) []scene.Node {
	b := &builder{fonts: p.fonts, scene: &scene.Scene{}}
	p.strip(b, room.Bottom(), room.H, lit)
	return b.scene.Nodes
}

// strip draws every event on its date, one of them lit, and the axis under
// them.
func (p *Picture) strip(b *builder, axisY, heightPx float64, lit string) {
	m := metricsFor(view.WideFrom)
	m.width, m.margin, m.bar, m.wait, m.gap, m.room = CardWidthPx, cardMargin, 13, 10, 2, 0
	m.tick.SizePx = 11
	f := frame{plot: scene.Rect{X: cardMargin, Y: axisY - heightPx, W: CardWidthPx - 2*cardMargin, H: heightPx}}
	s := scale.Scale{From: p.from, To: p.to, LengthPx: f.plot.W}
	hourPx := heightPx / p.maxHours
	first := len(b.scene.Nodes)
	groups := p.groups(m, s)
	for i := range groups {
		p.bars(b, m, f, s, &groups[i], hourPx)
	}
	p.stripDots(b, f, s)
	for i := first; lit != "" && i < len(b.scene.Nodes); i++ {
		if n := &b.scene.Nodes[i]; n.Event != lit {
			n.Alpha *= unlit
		}
	}
	p.calendarAxis(b, m, f, s)
}

// stripDots stand on the axis itself, moved apart where they would overlap.
func (p *Picture) stripDots(b *builder, f frame, s scale.Scale) {
	var dots []*item
	var centres, room []float64
	for i := range p.items {
		if it := &p.items[i]; !it.meeting {
			dots, centres, room = append(dots, it), append(centres, s.Px(it.middle(s))), append(room, dotPx/2+1)
		}
	}
	for i, at := range confine(spread(centres, room), room, 0, f.plot.W) {
		b.dot(dots[i], f.point(at, -stripFoot+dotPx/2+10))
	}
}

// Alt is a card in words, for those who do not see it.
func (p *Picture) Alt(index int) string {
	if index < 0 {
		figure, cover := p.words.Total(words.TotalTalks(p.story))
		return p.story.Headline() + ". " + figure + cover
	}
	e := p.story.Event(index)
	return e.Title + ". " + detail.Caption(e, p.words).Title
}
