package layout

import (
	"strconv"

	"barline/scene"
	"barline/timeline/axis"
	"barline/timeline/view"
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

const (
	explanationOver  = 22.0 // over the key
	creditOver       = 14.0 // over the source line
	explanationUnder = 18.0
	// footPx is under a figure that is explained apart.
	footPx = 10.0
)

// Explain prints the key and the source line under a figure that ends at bottom, unless
// they stand apart from it, and returns the end of the scene.
func (b *Builder) Explain(m Metrics, apart bool, entries []KeyEntry, credit string, bottom float64) float64 {
	if apart {
		return bottom + footPx
	}
	bottom = b.Key(m, entries, bottom+explanationOver)
	return b.Credit(m, credit, bottom+creditOver) + explanationUnder
}

// ExplanationOf are a key and a source line for somebody else to set.
func ExplanationOf(fonts *typeset.Fonts, entries []KeyEntry, credit string) view.Explanation {
	e := view.Explanation{Credit: credit}
	for _, entry := range entries {
		b := NewBuilder(fonts, 4)
		entry.Draw(b, scene.Rect{Y: 1, W: swatchW, H: swatchH})
		mark := b.Finish(swatchW, swatchH+2)
		if fonts.RTL() {
			mark.Mirror()
		}
		e.Marks = append(e.Marks, view.ExplainedMark{Mark: mark, Words: entry.Words})
	}
	return e
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
