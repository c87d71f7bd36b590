package window

import (
	"strconv"
	"strings"

	"barline/scene"
	"barline/timeline/detail"
	"barline/timeline/layout"
	"barline/typeset"
)

// Tip names what the pointer is over, in one line or two.
type Tip struct {
	Name, More string
	// At is the place that it stands beside, in px of the page.
	At scene.Point
}

// TipOf is what an event, a stretch of time or a control is called; the zero Tip where
// that can be read already.
func (p *Window) TipOf(d State, event, action string, at scene.Point) Tip {
	if d.Sheet != "" {
		return Tip{}
	}
	t := Tip{At: at}
	switch {
	case action != "":
		t.Name = p.actionName(d, action)
	case event != "" && event != d.Selected:
		e := p.events.Event(p.events.Index(event))
		t.Name, t.More = e.Title, detail.When(e, p.words)
	}
	if t.Name == "" {
		return Tip{}
	}
	return t
}

// actionName names controls that show a sign alone, with the key that does the same.
func (p *Window) actionName(d State, action string) string {
	ui, name := p.words.UI, ""
	switch action {
	case "zoom-in":
		name = ui.ZoomIn
	case "zoom-out":
		name = ui.ZoomOut
	case "earlier":
		name = ui.Earlier
	case "later":
		name = ui.Later
	case "close":
		name, action = ui.Close, "escape"
	case "previous", "next":
		return ""
	default:
		if url, ok := strings.CutPrefix(action, OpenLink); ok {
			return url
		}
		if strings.HasPrefix(action, CopyQuote) {
			name, action = p.own.CopyQuotation, "copy"
		}
	}
	if name == "" {
		return ""
	}
	for _, s := range p.shortcuts {
		if s.Do == action {
			return name + " (" + s.Keys[0].Label(d.Mac) + ")"
		}
	}
	return name
}

const (
	tipPad    = 9.0
	tipMostPx = 320.0
	tipBeside = 16.0 // between the pointer and a tip
)

// drawTip draws a tip beside its place, within what is in sight.
func (p *Window) drawTip(b *layout.Builder, d State) {
	t := d.Tip
	if t.Name == "" {
		return
	}
	room := min(tipMostPx, d.Viewport.W-16) - 2*tipPad
	strong, quiet := scene.Style{Face: scene.SansBold, SizePx: 13}, scene.Style{Face: scene.Sans, SizePx: 12.5}
	lines := p.fonts.Wrap(t.Name, strong, room, 3)
	first := len(lines)
	if t.More != "" {
		lines = append(lines[:first:first], p.fonts.Wrap(t.More, quiet, room, 2)...)
	}
	w, h := 0.0, 2*tipPad-4
	for _, l := range lines {
		w, h = max(w, l.WidthPx), h+typeset.LineHeightPx(l.Style)
	}
	w += 2 * tipPad
	box := scene.Rect{X: t.At.X + 12, Y: t.At.Y + tipBeside, W: w, H: h}
	if p.fonts.RTL() {
		box.X = t.At.X - 12 - w
	}
	box.X = max(d.Viewport.X+8, min(box.X, d.Viewport.Right()-8-w))
	if box.Bottom() > d.Viewport.Bottom()-8 {
		box.Y = t.At.Y - tipBeside/2 - h
	}
	n := scene.Node{ID: "tip:back", Role: scene.Popover, Z: zTop, Shape: scene.Box, Box: box, Radius: 6, Paint: scene.Ink}
	b.Add(n)
	y := box.Y + tipPad - 2
	for i, l := range lines {
		b.Words("tip:"+strconv.Itoa(i), "", scene.Popover, zTop, l, b.Start(l, box.X+tipPad, w-2*tipPad), y, scene.Inverse)
		if p.fonts.RTL() {
			n := b.Last()
			n.Box = n.Box.Mirrored(box.X, box.Right())
		}
		y += typeset.LineHeightPx(l.Style)
	}
}
