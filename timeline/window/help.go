package window

import (
	"strconv"

	"barline/scene"
	"barline/timeline/layout"
	"barline/typeset"
)

// helpRows say what keys do: a shortcut a row, its name at the start and its keys at the
// end.
type helpRows struct {
	p   *Window
	mac bool
}

const helpGap = 12.0 // over and under a row's words, together

func (helpRows) styles() (name, keys scene.Style) {
	return scene.Style{Face: scene.Sans, SizePx: 14.5}, scene.Style{Face: scene.SansBold, SizePx: 13}
}

// set wraps a row's name beside its keys.
func (h helpRows) set(i int, widthPx float64) (name []*scene.Text, keys *scene.Text) {
	s := h.p.shortcuts[i]
	nameStyle, keyStyle := h.styles()
	keys = h.p.fonts.Shorten(s.labels(h.mac), keyStyle, widthPx*0.5)
	return h.p.fonts.Wrap(s.Name, nameStyle, widthPx-keys.WidthPx-16, 0), keys
}

func (h helpRows) Len() int          { return len(h.p.shortcuts) }
func (h helpRows) Action(int) string { return "" }

func (h helpRows) Height(i int, widthPx float64) float64 {
	name, _ := h.set(i, widthPx)
	style, _ := h.styles()
	return float64(len(name))*typeset.LineHeightPx(style) + helpGap
}

func (h helpRows) Set(b *layout.Builder, i int, box scene.Rect) {
	name, keys := h.set(i, box.W)
	style, keyStyle := h.styles()
	id, y := "help:"+strconv.Itoa(i)+":", box.Y+helpGap/2
	for j, t := range name {
		b.Words(id+strconv.Itoa(j), "", scene.Popover, zSheetWords, t, b.Start(t, box.X, box.W), y+float64(j)*typeset.LineHeightPx(style), scene.Ink)
	}
	b.Words(id+"keys", "", scene.Popover, zSheetWords, keys, box.Right()-keys.WidthPx, y+(typeset.LineHeightPx(style)-typeset.LineHeightPx(keyStyle))/2, scene.Quiet)
	b.Line(id+"rule", scene.Popover, zSheetMark, scene.Rect{X: box.X, Y: box.Bottom() - 0.5, W: box.W}, 1, scene.Grid)
}
