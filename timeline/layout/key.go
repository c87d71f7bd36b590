package layout

import (
	"strconv"

	"barline/scene"
	"barline/timeline/axis"
	"barline/typeset"
)

const (
	swatchW  = 22.0
	swatchH  = 12.0
	keyGap   = 22.0 // between two entries
	keyStep  = 24.0
	keyInset = 8.0 // between a swatch and its words
)

// KeyEntry explains one mark of a figure.
type KeyEntry struct {
	ID, Words string
	// Draw draws the mark in a box of the key.
	Draw func(b *Builder, box scene.Rect)
}

// Key prints entries in as many rows as they take, and returns their end.
func (b *Builder) Key(m Metrics, entries []KeyEntry, top float64) float64 {
	if len(entries) == 0 {
		return top
	}
	style := scene.Style{Face: scene.Sans, SizePx: 12.5}
	k := axis.Key{Top: top, From: m.Margin, To: m.Width - m.Margin, Inset: swatchW + keyInset, Gap: keyGap, Step: keyStep}
	for _, e := range entries {
		t := b.Fonts.Line(e.Words, style)
		x, y := k.Place(t)
		e.Draw(b, scene.Rect{X: x, Y: y + (typeset.LineHeightPx(style)-swatchH)/2, W: swatchW, H: swatchH})
		b.Words("key:"+e.ID, "", scene.Key, ZWords, t, x+swatchW+keyInset, y, scene.Quiet)
	}
	return k.Last() + typeset.LineHeightPx(style)
}

// KeyNode adds a part of a key's mark.
func (b *Builder) KeyNode(n scene.Node) {
	n.Role, n.Z = scene.Key, ZWords
	b.Add(n)
}

// Credit prints the source line, if there is any, and returns its end.
func (b *Builder) Credit(m Metrics, credit string, top float64) float64 {
	if credit == "" {
		return top
	}
	for i, t := range axis.CreditLines(b.Fonts, credit, m.Width-2*m.Margin) {
		b.Words("credit:"+strconv.Itoa(i), "", scene.Credit, ZWords, t, m.Margin, top, scene.Quiet)
		top += typeset.LineHeightPx(t.Style)
	}
	return top
}
