package window

import (
	"strconv"

	"barline/scene"
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

// panelRow is one line of text, or a rule beside lines.
type panelRow struct {
	y, x  float64
	text  *scene.Text
	paint scene.Paint
	quote string // the quotation these words belong to
	rule  float64
}

const (
	panelPad    = 18.0
	panelFooter = 42.0
	panelTop    = 4.0 // between the box's edge and what scrolls
	panelHead   = 10.0
)

// panelFor sets one event's detail in a column of this width.
func panelFor(fonts *typeset.Fonts, d detail.Detail, width float64, title float64) panel {
	var p panel
	p.h = panelHead
	sans := func(px float64) scene.Style { return scene.Style{Face: scene.Sans, SizePx: px} }
	add := func(s string, style scene.Style, paint scene.Paint, inset, gap float64, quote string) {
		if s == "" {
			return
		}
		p.h += gap
		lines := fonts.Wrap(s, style, width-inset, 0)
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
			p.rows = append(p.rows, panelRow{y: p.h, x: x, text: line, paint: paint, quote: quote})
			p.h += typeset.LineHeightPx(style)
		}
	}
	where := d.When
	if d.Where != "" {
		where += " · " + d.Where
	}
	add(where, sans(13), scene.Quiet, 0, 0, "")
	add(d.Title, scene.Style{Face: scene.SerifBold, SizePx: title}, scene.Ink, 0, 4, "")
	say := func(q detail.Quote) {
		top := p.h + 14
		if q.Fragment {
			add(q.Before+q.Open+words.Isolated(q.Words, q.Before+q.After)+q.Close+q.After, scene.Style{Face: scene.Serif, SizePx: 15.5}, scene.Ink, 14, 14, q.ID)
		} else {
			add(q.Open+q.Words+q.Close, scene.Style{Face: scene.Serif, SizePx: 17.5}, scene.Ink, 14, 14, q.ID)
		}
		add(q.Speaker, scene.Style{Face: scene.SansBold, SizePx: 13}, scene.Ink, 14, 4, "")
		add(q.Cite, sans(13), scene.Quiet, 14, 0, "")
		add(q.Reported, sans(13), scene.Quiet, 14, 0, "")
		if q.Translation != "" {
			add(q.Open+q.Translation+q.Close, sans(14.5), scene.Ink, 14, 8, "")
			add(q.By, sans(12.5), scene.Quiet, 14, 0, "")
		}
		p.rows = append(p.rows, panelRow{y: top, rule: p.h - top})
	}
	for _, q := range d.LeadQuotes() {
		say(q)
	}
	for _, s := range d.Length {
		add(s, scene.Style{Face: scene.SansBold, SizePx: 14}, scene.Ink, 0, 10, "")
	}
	add(d.With, sans(13), scene.Quiet, 0, 4, "")
	for _, s := range d.Summary {
		add(s, sans(14.5), scene.Ink, 0, 8, "")
	}
	for _, q := range d.OtherQuotes() {
		say(q)
	}
	add(d.NoQuote, sans(13), scene.Quiet, 0, 10, "")
	add(d.DateNote, sans(12.5), scene.Quiet, 0, 10, "")
	add(d.Source, sans(12.5), scene.Quiet, 0, 10, "")
	p.h += 12
	return p
}

// PanelHeight is how high a popover of this event is drawn, uncut.
func (p *Window) PanelHeight(index int, widthPx float64) float64 {
	d := detail.Of(p.events, index, p.words)
	return panelTop + panelFor(p.fonts, d, widthPx-2*panelPad, 20).h + panelFooter
}

// panel draws a popover at its place. scroll is how far its content is
// scrolled; it returns the most that it can be.
func (p *Window) panel(b *layout.Builder, index int, at popover.Placement, scroll float64) (most float64) {
	d := detail.Of(p.events, index, p.words)
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
	most = max(0, content.h-body.H)
	scroll = min(max(scroll, 0), most)
	for i, r := range content.rows {
		y := body.Y + r.y - scroll
		if r.text == nil {
			rule := scene.Rect{X: body.X, Y: y, W: 3, H: r.rule}.Clip(body)
			if !rule.Empty() {
				b.Add(node("rule"+strconv.Itoa(i), scene.Box, layout.ZPanelWords, rule, scene.Talks))
			}
			continue
		}
		// A line that the panel's end would cut is left out whole.
		if y < body.Y || y+typeset.LineHeightPx(r.text.Style) > body.Bottom() {
			continue
		}
		id := "popover:words" + strconv.Itoa(i)
		if r.quote != "" {
			id = "quote:" + r.quote + ":" + strconv.Itoa(i)
		}
		b.Words(id, d.ID, scene.Popover, layout.ZPanelWords, r.text, body.X+r.x, y, r.paint)
	}
	if most > 0 {
		thumb := body.H * body.H / content.h
		bar := node("scroll", scene.Box, layout.ZPanelWords, scene.Rect{X: box.Right() - 7, Y: body.Y + 4 + scroll/most*(body.H-thumb-8), W: 3, H: thumb}, scene.Hairline)
		bar.Radius = 1.5
		b.Add(bar)
	}
	foot := box.Bottom() - panelFooter
	b.Line("popover:foot", scene.Popover, layout.ZPanelWords, scene.Rect{X: box.X + 1, Y: foot, W: box.W - 2}, 1, scene.Hairline)
	strong := scene.Style{Face: scene.SansBold, SizePx: 13}
	half := (box.W-2*panelPad)/2 - 28
	y := foot + (panelFooter-typeset.LineHeightPx(strong))/2
	if d.PreviousID != "" {
		t := p.signed("‹ ", d.PreviousTitle, "", strong, half)
		b.Words("popover:previous", d.ID, scene.Popover, layout.ZPanelWords, t, box.X+panelPad, y, scene.Ink)
		press(b, "previous", scene.Rect{X: box.X, Y: foot, W: box.W/2 - 24, H: panelFooter})
	}
	if d.NextID != "" {
		t := p.signed("", d.NextTitle, " ›", strong, half)
		b.Words("popover:next", d.ID, scene.Popover, layout.ZPanelWords, t, box.Right()-panelPad-t.WidthPx, y, scene.Ink)
		press(b, "next", scene.Rect{X: box.Right() - box.W/2 + 24, Y: foot, W: box.W/2 - 24, H: panelFooter})
	}
	t := p.fonts.Line("×", scene.Style{Face: scene.Sans, SizePx: 20})
	b.Words("popover:close", d.ID, scene.Popover, layout.ZPanelWords, t, box.X+(box.W-t.WidthPx)/2, foot+(panelFooter-27)/2, scene.Quiet)
	press(b, "close", scene.Rect{X: box.X + box.W/2 - 22, Y: foot, W: 44, H: panelFooter})
	b.Mirror(inside, box.X, box.Right())
	return most
}

// signed sets a title with a sign before or after it, which stays where the title
// is cut.
func (p *Window) signed(before, title, after string, style scene.Style, room float64) *scene.Text {
	short := p.fonts.Shorten(title, style, room-p.fonts.Width(before+after, style))
	return p.fonts.Line(before+short.String+after, style)
}

// press is a place of the popover that does something when pressed.
func press(b *layout.Builder, action string, hit scene.Rect) {
	b.Add(scene.Node{ID: "popover:press:" + action, Role: scene.Popover, Z: layout.ZPanelWords, Shape: scene.Box, Paint: scene.Panel,
		Box: scene.Rect{X: hit.X, Y: hit.Y}, Hit: hit, Action: action})
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
