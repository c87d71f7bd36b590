package window

import (
	"strconv"

	"barline/scene"
	"barline/timeline/detail"
	"barline/timeline/layout"
	"barline/timeline/popover"
	"barline/typeset"
)

// captionPad is between a caption's edge and its words, in px.
const captionPad = 14.0

// captionRow is a line of a caption, y px under its upper edge.
type captionRow struct {
	text  *scene.Text
	paint scene.Paint
	y     float64
}

// captionRows set a caption in lines of a width, with at most so many for what was said
// or done; 0: as many as it takes. They return how high it is.
func (p *Window) captionRows(c detail.Captioned, widthPx float64, most int) (rows []captionRow, height float64) {
	styles := [...]scene.Style{{Face: scene.SansBold, SizePx: 14}, {Face: scene.Sans, SizePx: 13}, {Face: scene.Serif, SizePx: 16}, {Face: scene.SansBold, SizePx: 13}, {Face: scene.Sans, SizePx: 14}}
	y := captionPad - 3
	for i, text := range c.Texts() {
		if text == "" {
			continue
		}
		paint, lines := scene.Ink, 0
		switch i {
		case 1:
			paint = scene.Quiet
		case 2, 4:
			lines = most
			fallthrough
		case 3:
			y += 5
		}
		for _, t := range p.fonts.Wrap(text, styles[i], widthPx, lines) {
			rows = append(rows, captionRow{t, paint, y})
			y += typeset.LineHeightPx(styles[i])
		}
	}
	return rows, y + captionPad - 3
}

// caption is what Play says of the event that it tells.
func (p *Window) caption(b *layout.Builder, figure *scene.Scene, index int, width float64, bounds scene.Rect) {
	e := p.events.Event(index)
	c := detail.Caption(e, p.words)
	w := min(popover.CaptionPx, width-2*popover.Edge)
	rows, h := p.captionRows(c, w-2*captionPad, 0)
	at := popover.Place(figure, e.ID, []popover.Size{{W: w, H: h}}, bounds)
	// Where there is less room it says less, with an ellipsis.
	for most := len(rows) - 1; h > at.Box.H && most > 0; most-- {
		rows, h = p.captionRows(c, w-2*captionPad, most)
	}
	back := scene.Node{ID: "caption:back", Event: e.ID, Role: scene.Caption, Z: layout.ZPanel, Shape: scene.Box, Box: at.Box, Paint: scene.Panel, Radius: 8}
	shade := back
	shade.ID, shade.Shape, shade.Paint, shade.Z, shade.Stroke, shade.Box = "caption:shade", scene.Shadow, scene.Shade, layout.ZShade, 12, at.Box.Move(0, 3)
	b.Add(shade)
	p.pointer(b, e.ID, at)
	b.Add(back)
	first := len(b.Scene.Nodes)
	for i, r := range rows {
		if r.y+typeset.LineHeightPx(r.text.Style) > at.Box.H {
			break
		}
		b.Words("caption:"+strconv.Itoa(i), e.ID, scene.Caption, layout.ZPanelWords, r.text, b.Start(r.text, at.Box.X+captionPad, w-2*captionPad), at.Box.Y+r.y, r.paint)
	}
	b.Mirror(first, at.Box.X, at.Box.Right())
}
