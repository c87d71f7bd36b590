package window

import (
	"slices"
	"strconv"

	"barline/scene"
	"barline/timeline/correction"
	"barline/timeline/detail"
	"barline/timeline/layout"
	"barline/timeline/popover"
	"barline/timeline/words"
	"barline/typeset"
)

// A panel is a popover's content as drawn on the desktop; the page's HTML sets
// the same words in the same order.
//
//	2–3 December 2025 · The Kremlin, Moscow        x
//	Five hours, past midnight
//	Talks: 5 hours. With ...
//	summary ...
//	| “quotation”
//	  Speaker, role, circumstance
//	source
//	------------------------------------------------
//	‹ previous                                next ›
type panel struct {
	rows []panelRow
	h    float64
}

// panelRow is one line of text, or a rule beside lines, or the sign that copies a
// quotation.
type panelRow struct {
	y, x  float64
	text  *scene.Text
	paint scene.Paint
	quote string  // the quotation these words belong to
	rule  float64 // how high a rule, or what a sign copies, is
	icon  bool
	// widthPx is how wide a picture is, which is as high as a rule.
	widthPx float64
	action  string // what a press does; words are then underlined
}

const (
	panelPad    = 18.0
	panelFooter = 42.0
	panelTop    = 4.0 // between the box's edge and what scrolls
	panelHead   = 10.0
	zFoot       = layout.ZPanelWords + 1
)

// content is what a popover and the transcript say of an event.
type content struct {
	detail.Detail
	corrections []correction.Correction
	picture     Picture
}

// Picture is what the window knows of an event's picture, whose pixels it draws itself. The
// zero Picture is none.
type Picture struct {
	// Width and Height are its size in its own pixels, once that is known.
	Width, Height int
	// Failed: it cannot be shown, and its alternative text stands in its place.
	Failed bool
}

const (
	mostPicturePx       = 420.0 // as wide as the page lets it be
	mostPictureHeightPx = 480.0
	// PictureZ is the layer that a picture lies on.
	PictureZ = layout.ZPanelWords
)

// sizeIn is how large a picture is shown in a column, in px; it never grows.
func (pic Picture) sizeIn(widthPx float64) (w, h float64) {
	if pic.Failed || pic.Width <= 0 || pic.Height <= 0 {
		return 0, 0
	}
	w, h = float64(pic.Width), float64(pic.Height)
	share := min(1, widthPx/w, mostPicturePx/w, mostPictureHeightPx/h)
	return max(1, w*share), max(1, h*share)
}

// content is event i in words. Among many events the neighbours are those that answer
// what is sought.
func (p *Window) content(i int) content {
	c := content{Detail: detail.Of(p.events, i, p.words)}
	c.corrections = correction.To(p.corrections, c.ID)
	if !p.can.Search {
		return c
	}
	neighbour := func(by int) (id, name string) {
		if n := p.figure.Walk(i, by); n >= 0 && n != i {
			e := p.events.Event(n)
			return e.ID, detail.Neighbour(e, p.words)
		}
		return "", ""
	}
	c.PreviousID, c.PreviousTitle = neighbour(-1)
	c.NextID, c.NextTitle = neighbour(1)
	return c
}

// OpenLink is what the action that opens an address begins with, and CopyQuote that which
// copies a quotation, by its place among its event's.
const (
	OpenLink  = "open:"
	CopyQuote = "copy:"
)

// linkTo is the action that opens an address; none if there is none.
func linkTo(url string) string {
	if url == "" {
		return ""
	}
	return OpenLink + url
}

// signPx is the room that the sign that copies a quotation takes beside it.
const signPx = 24.0

// panelFor sets one event's content in a column of this width.
func panelFor(fonts *typeset.Fonts, d content, width float64, title float64) panel {
	var p panel
	p.h = panelHead
	sans := func(px float64) scene.Style { return scene.Style{Face: scene.Sans, SizePx: px} }
	var action string
	narrower := 0.0
	add := func(s string, style scene.Style, paint scene.Paint, inset, gap float64, quote string) {
		if s == "" {
			return
		}
		p.h += gap
		lines := fonts.Wrap(s, style, width-inset-narrower, 0)
		widest := 0.0
		for _, line := range lines {
			widest = max(widest, line.WidthPx)
		}
		for _, line := range lines {
			x := inset
			if line.RTL != fonts.RTL() {
				// It begins at the other side of a block that begins here.
				x += widest - line.WidthPx
			}
			p.rows = append(p.rows, panelRow{y: p.h, x: x, text: line, paint: paint, quote: quote, action: action})
			p.h += typeset.LineHeightPx(style)
		}
	}
	where := d.When
	if d.Where != "" {
		where += " · " + d.Where
	}
	add(where, sans(13), scene.Quiet, 0, 0, "")
	add(d.Title, scene.Style{Face: scene.SerifBold, SizePx: title}, scene.Ink, 0, 4, "")
	link := func(s, url string, style scene.Style, gap float64) {
		action = linkTo(url)
		add(s, style, scene.Quiet, 0, gap, "")
		action = ""
	}
	say := func(i int) {
		q := d.Quotes[i]
		top := p.h + 14
		narrower = signPx
		if q.Fragment {
			add(q.Before+q.Open+words.Isolated(q.Words, q.Before+q.After)+q.Close+q.After, scene.Style{Face: scene.Serif, SizePx: 15.5}, scene.Ink, 14, 14, q.ID)
		} else {
			add(q.Open+q.Words+q.Close, scene.Style{Face: scene.Serif, SizePx: 17.5}, scene.Ink, 14, 14, q.ID)
		}
		add(q.Speaker, scene.Style{Face: scene.SansBold, SizePx: 13}, scene.Ink, 14, 4, "")
		narrower = 0
		add(q.Cite, sans(13), scene.Quiet, 14, 0, "")
		add(q.Reported, sans(13), scene.Quiet, 14, 0, "")
		if q.Translation != "" {
			add(q.Open+q.Translation+q.Close, sans(14.5), scene.Ink, 14, 8, "")
			add(q.By, sans(12.5), scene.Quiet, 14, 0, "")
		}
		p.rows = append(p.rows, panelRow{y: top, rule: p.h - top},
			panelRow{y: top, x: width - signPx, rule: p.h - top, icon: true, action: CopyQuote + strconv.Itoa(i)})
	}
	if len(d.Quotes) > 0 {
		say(d.Strongest)
	}
	for _, s := range d.Length {
		add(s, scene.Style{Face: scene.SansBold, SizePx: 14}, scene.Ink, 0, 10, "")
	}
	add(d.With, sans(13), scene.Quiet, 0, 4, "")
	for _, s := range d.Summary {
		add(s, sans(14.5), scene.Ink, 0, 8, "")
	}
	if w, h := d.picture.sizeIn(width); h > 0 {
		p.h += 12
		p.rows = append(p.rows, panelRow{y: p.h, widthPx: w, rule: h})
		p.h += h
	} else if d.picture.Failed {
		add(d.Media.Alt, sans(13), scene.Quiet, 0, 10, "")
	}
	add(d.Media.Caption, sans(13), scene.Ink, 0, 10, "")
	link(d.Credit, d.Media.URL, sans(13), 2)
	for i := range d.Quotes {
		if i != d.Strongest {
			say(i)
		}
	}
	for _, c := range d.corrections {
		add(c.When+" "+c.Text, sans(12.5), scene.Quiet, 0, 10, "")
	}
	add(d.NoQuote, sans(13), scene.Quiet, 0, 10, "")
	add(d.DateNote, sans(12.5), scene.Quiet, 0, 10, "")
	for _, l := range d.Links {
		link(l.Title, l.URL, sans(12.5), 8)
	}
	link(d.Source, d.SourceURL, sans(12.5), 10)
	p.h += 12
	return p
}

// stops are the actions of a panel in reading order, each once.
func (pl panel) stops() []string {
	var all []string
	for _, r := range pl.rows {
		if r.action != "" && !slices.Contains(all, r.action) {
			all = append(all, r.action)
		}
	}
	return all
}

// PanelScrollTo is how far the popover of an event that stands in a box must be scrolled
// for what does an action to be in sight; scroll is how far it is now.
func (p *Window) PanelScrollTo(index int, pic Picture, box scene.Rect, scroll float64, action string) float64 {
	c := p.content(index)
	c.picture = pic
	pl, room := panelFor(p.fonts, c, box.W-2*panelPad, 20), box.H-panelTop-panelFooter
	for _, r := range pl.rows {
		if r.action != action {
			continue
		}
		top, bottom := r.y, r.y+r.rule
		if r.text != nil {
			bottom = r.y + typeset.LineHeightPx(r.text.Style)
		}
		if bottom-scroll > room {
			scroll = min(bottom-room, top)
		}
		return max(0, min(scroll, top))
	}
	return scroll
}

// PanelHeight is how high a popover of this event is drawn, uncut, without its picture.
func (p *Window) PanelHeight(index int, widthPx float64) float64 {
	return p.panelHeight(p.content(index), widthPx)
}

func (p *Window) panelHeight(d content, widthPx float64) float64 {
	return panelTop + panelFor(p.fonts, d, widthPx-2*panelPad, 20).h + panelFooter
}

// drawnPanel is what is to be known of a popover that is drawn: the most that it can be
// scrolled, what in it the keyboard reaches, and where its picture stands and is seen.
type drawnPanel struct {
	most               float64
	stops              []string
	picture, pictureIn scene.Rect
}

// panel draws a popover at its place. scroll is how far its content is scrolled.
func (p *Window) panel(b *layout.Builder, d content, at popover.Placement, scroll float64, still bool) (drawn drawnPanel) {
	box := at.Box
	node := func(id string, shape scene.Shape, z int8, r scene.Rect, paint scene.Paint) scene.Node {
		return scene.Node{ID: "popover:" + id, Event: d.ID, Role: scene.Popover, Z: z, Shape: shape, Box: r, Paint: paint}
	}
	shade := node("shade", scene.Shadow, layout.ZShade, box.Move(0, 5), scene.Shade)
	shade.Radius, shade.Stroke = 12, 16
	b.Add(shade)
	p.pointer(b, d.ID, at)
	inside := len(b.Scene.Nodes)
	back := node("back", scene.Box, layout.ZPanel, box, scene.Panel)
	back.Radius, back.Hit, back.Action = 10, box, "none"
	b.Add(back)
	edge := node("edge", scene.Outline, layout.ZPanel, box, scene.Hairline)
	edge.Radius, edge.Stroke = 10, 1
	b.Add(edge)

	content := panelFor(p.fonts, d, box.W-2*panelPad, 20)
	body := scene.Rect{X: box.X + panelPad, Y: box.Y + panelTop, W: box.W - 2*panelPad, H: box.H - panelTop - panelFooter}
	most := max(0, content.h-body.H)
	scroll = min(max(scroll, 0), most)
	for i, r := range content.rows {
		y := body.Y + r.y - scroll
		switch {
		case r.icon:
			if !still {
				p.copySign(b, d.ID, strconv.Itoa(i), r, scene.Rect{X: body.X + r.x, Y: y, W: signPx, H: r.rule}, body)
			}
			continue
		case r.widthPx > 0:
			drawn.picture = scene.Rect{X: body.X + r.x, Y: y, W: r.widthPx, H: r.rule}
			if seen := drawn.picture.Clip(body); !seen.Empty() {
				b.Add(node("picture", scene.Box, PictureZ, seen, scene.Grid)) // until its pixels are there
			}
			continue
		case r.text == nil:
			rule := scene.Rect{X: body.X, Y: y, W: 3, H: r.rule}.Clip(body)
			if !rule.Empty() {
				b.Add(node("rule"+strconv.Itoa(i), scene.Box, layout.ZPanelWords, rule, scene.Talks))
			}
			continue
		}
		// A line that the panel's upper end would cut is left out whole; its foot covers
		// what it cuts.
		if y < body.Y || y >= body.Bottom() {
			continue
		}
		id := "popover:words" + strconv.Itoa(i)
		if r.quote != "" {
			id = "quote:" + r.quote + ":" + strconv.Itoa(i)
		}
		words := b.Words(id, d.ID, scene.Popover, layout.ZPanelWords, r.text, body.X+r.x, y, r.paint)
		if r.action == "" || still {
			continue
		}
		b.Line("popover:under"+strconv.Itoa(i), scene.Popover, layout.ZPanelWords, scene.Rect{X: words.X, Y: words.Bottom() - 2, W: words.W}, 1, scene.Axis)
		if hit := words.Clip(body); !hit.Empty() {
			press(b, r.action, hit)
			b.Last().ID += strconv.Itoa(i)
		}
	}
	if most > 0 {
		thumb := body.H * body.H / content.h
		bar := node("scroll", scene.Box, layout.ZPanelWords, scene.Rect{X: box.Right() - 7, Y: body.Y + 4 + scroll/most*(body.H-thumb-8), W: 3, H: thumb}, scene.Hairline)
		bar.Radius = 1.5
		b.Add(bar)
	}
	foot := box.Bottom() - panelFooter
	cover := node("cover", scene.Box, zFoot, scene.Rect{X: box.X + 1, Y: foot, W: box.W - 2, H: panelFooter - 1}, scene.Panel)
	cover.Radius = 9
	b.Add(cover)
	stops := content.stops()
	b.Line("popover:foot", scene.Popover, zFoot, scene.Rect{X: box.X + 1, Y: foot, W: box.W - 2}, 1, scene.Hairline)
	strong := scene.Style{Face: scene.SansBold, SizePx: 13}
	half := (box.W-2*panelPad)/2 - 28
	y := foot + (panelFooter-typeset.LineHeightPx(strong))/2
	if d.PreviousID != "" {
		t := p.signed("‹ ", d.PreviousTitle, "", strong, half)
		b.Words("popover:previous", d.ID, scene.Popover, zFoot, t, box.X+panelPad, y, scene.Ink)
		stops = append(stops, "previous")
		press(b, "previous", scene.Rect{X: box.X, Y: foot, W: box.W/2 - 24, H: panelFooter})
	}
	stops = append(stops, "close")
	if d.NextID != "" {
		stops = append(stops, "next")
		t := p.signed("", d.NextTitle, " ›", strong, half)
		b.Words("popover:next", d.ID, scene.Popover, zFoot, t, box.Right()-panelPad-t.WidthPx, y, scene.Ink)
		press(b, "next", scene.Rect{X: box.Right() - box.W/2 + 24, Y: foot, W: box.W/2 - 24, H: panelFooter})
	}
	t := p.fonts.Line("×", scene.Style{Face: scene.Sans, SizePx: 20})
	b.Words("popover:close", d.ID, scene.Popover, zFoot, t, box.X+(box.W-t.WidthPx)/2, foot+(panelFooter-27)/2, scene.Quiet)
	press(b, "close", scene.Rect{X: box.X + box.W/2 - 22, Y: foot, W: 44, H: panelFooter})
	b.Mirror(inside, box.X, box.Right())
	if p.fonts.RTL() && !drawn.picture.Empty() {
		drawn.picture = drawn.picture.Mirrored(box.X, box.Right())
	}
	if drawn.pictureIn = drawn.picture.Clip(body); drawn.pictureIn.Empty() {
		drawn.picture = scene.Rect{}
	}
	drawn.most, drawn.stops = most, stops
	return drawn
}

// signed sets a title with a sign before or after it, which stays where the title
// is cut.
func (p *Window) signed(before, title, after string, style scene.Style, room float64) *scene.Text {
	short := p.fonts.Shorten(title, style, room-p.fonts.Width(before+after, style))
	return p.fonts.Line(before+short.String+after, style)
}

// press is a place of the popover that does something when pressed.
func press(b *layout.Builder, action string, hit scene.Rect) {
	b.Add(scene.Node{ID: "popover:press:" + action, Role: scene.Popover, Z: zFoot, Shape: scene.Box, Paint: scene.Panel,
		Box: scene.Rect{X: hit.X, Y: hit.Y}, Hit: hit, Action: action})
}

// copySign is the sign that copies a quotation, two sheets, at the end of its first line.
func (p *Window) copySign(b *layout.Builder, event, id string, r panelRow, quote, body scene.Rect) {
	hit := scene.Rect{X: quote.Right() - signPx, Y: quote.Y, W: signPx, H: layout.MinTarget}
	if hit.Y < body.Y || hit.Bottom() > body.Bottom() {
		return
	}
	at := scene.Rect{X: hit.Centre().X - 5, Y: hit.Centre().Y - 4, W: 9, H: 11}
	for i, box := range []scene.Rect{at.Move(3, -3), at} {
		n := scene.Node{ID: "popover:copy" + id + ":" + layout.Digit(i), Event: event, Role: scene.Popover, Z: layout.ZPanelWords, Shape: scene.Box, Box: box, Radius: 2, Paint: scene.Panel}
		b.Add(n)
		n.ID, n.Shape, n.Stroke, n.Paint = n.ID+":edge", scene.Outline, 1.25, scene.Quiet
		b.Add(n)
	}
	press(b, r.action, hit)
}

// pointer is the popover's tip: a square on its corner, half behind the panel.
func (p *Window) pointer(b *layout.Builder, event string, at popover.Placement) {
	if at.HidePointer {
		return
	}
	var tip, from, to scene.Point
	switch at.Side {
	case scene.LeftSide:
		tip = scene.Point{X: at.Box.X - popover.Reach, Y: at.Box.Y + at.TipPx}
		from, to = scene.Point{X: at.Box.X, Y: tip.Y - popover.Reach}, scene.Point{X: at.Box.X, Y: tip.Y + popover.Reach}
	case scene.RightSide:
		tip = scene.Point{X: at.Box.Right() + popover.Reach, Y: at.Box.Y + at.TipPx}
		from, to = scene.Point{X: at.Box.Right(), Y: tip.Y - popover.Reach}, scene.Point{X: at.Box.Right(), Y: tip.Y + popover.Reach}
	case scene.UpperSide:
		tip = scene.Point{X: at.Box.X + at.TipPx, Y: at.Box.Y - popover.Reach}
		from, to = scene.Point{X: tip.X - popover.Reach, Y: at.Box.Y}, scene.Point{X: tip.X + popover.Reach, Y: at.Box.Y}
	case scene.LowerSide:
		tip = scene.Point{X: at.Box.X + at.TipPx, Y: at.Box.Bottom() + popover.Reach}
		from, to = scene.Point{X: tip.X - popover.Reach, Y: at.Box.Bottom()}, scene.Point{X: tip.X + popover.Reach, Y: at.Box.Bottom()}
	default:
		return
	}
	// A thick line from the side's middle towards the tip, square-ended and
	// turned by 45 degrees, is the square.
	middle := scene.Point{X: (from.X + to.X) / 2, Y: (from.Y + to.Y) / 2}
	along := scene.Point{X: (tip.X - from.X), Y: (tip.Y - from.Y)}
	side := scene.Rect{X: middle.X - along.X/2, Y: middle.Y - along.Y/2, W: along.X, H: along.Y}
	for _, layer := range []struct {
		id    string
		paint scene.Paint
		grow  float64
	}{{"popover:tip:edge", scene.Hairline, 1}, {"popover:tip", scene.Panel, 0}} {
		l := side
		scale := (1 + layer.grow*2/12.7)
		l.X, l.Y = middle.X-along.X/2*scale, middle.Y-along.Y/2*scale
		l.W, l.H = along.X*scale, along.Y*scale
		b.Add(scene.Node{ID: layer.id, Event: event, Role: scene.Popover, Z: layout.ZPanel, Shape: scene.Line, Box: l, Stroke: 12.7 * scale, Paint: layer.paint})
	}
}
