package lengths

import (
	"strconv"

	"barline/data"
	"barline/scene"
	"barline/timeline/axis"
	"barline/timeline/layout"
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

// keyEntry explains one mark.
type keyEntry struct {
	id, words string
	draw      func(b *layout.Builder, box scene.Rect)
}

// key prints what the marks in use mean, and returns its end.
func (p *Picture) key(b *layout.Builder, m layout.Metrics, a view.Arrangement, top float64) float64 {
	style := scene.Style{Face: scene.Sans, SizePx: 12.5}
	k := axis.Key{Top: top, From: m.Margin, To: m.Width - m.Margin, Inset: swatchW + keyInset, Gap: keyGap, Step: keyStep}
	for _, e := range p.keyEntries(a) {
		t := b.Fonts.Line(e.words, style)
		x, y := k.Place(t)
		e.draw(b, scene.Rect{X: x, Y: y + (typeset.LineHeightPx(style)-swatchH)/2, W: swatchW, H: swatchH})
		b.Words("key:"+e.id, "", scene.Key, layout.ZWords, t, x+swatchW+keyInset, y, scene.Quiet)
	}
	return k.Last() + typeset.LineHeightPx(style)
}

func (p *Picture) keyEntries(a view.Arrangement) []keyEntry {
	ui := p.words.UI
	var entries []keyEntry
	for _, q := range []struct {
		qualifier data.Qualifier
		words     string
	}{{data.Exact, ui.LengthGiven}, {data.About, ui.LengthAbout}, {data.Under, ui.LengthUnder}, {data.Over, ui.LengthOver}, {data.Unknown, ui.LengthUnknown}} {
		if p.uses(q.qualifier) {
			it := &item{id: "key-" + q.qualifier.String(), talks: data.Phase{Length: data.Duration{Qualifier: q.qualifier}}}
			entries = append(entries, keyEntry{q.qualifier.String(), q.words, func(b *layout.Builder, box scene.Rect) { swatch(b, it, box) }})
		}
	}
	var waits, months, sure, approx bool
	for i := range p.items {
		it := &p.items[i]
		waits = waits || it.waits()
		months = months || it.meeting && it.byMonth
		sure = sure || !it.meeting && !it.approx
		approx = approx || !it.meeting && it.approx
	}
	if waits {
		entries = append(entries, keyEntry{"waiting", ui.KeptWaiting, func(b *layout.Builder, box scene.Rect) {
			keyNode(b, scene.Node{ID: "key:waiting:mark", Shape: scene.Hatch, Paint: scene.Waiting, Box: box})
		}})
	}
	if months && a == view.Calendar {
		entries = append(entries, keyEntry{"bracket", ui.DayNotGiven, func(b *layout.Builder, box scene.Rect) {
			f := layout.Frame{Plot: scene.Rect{X: box.X, Y: box.Y, W: box.W, H: box.H/2 - 2}}
			for i, l := range []scene.Rect{f.Line(0, -bracketPx, box.W, -bracketPx), f.Line(0.75, 0, 0.75, -bracketPx), f.Line(box.W-0.75, 0, box.W-0.75, -bracketPx)} {
				keyNode(b, scene.Node{ID: "key:bracket:mark" + layout.Digit(i), Shape: scene.Line, Paint: scene.Quiet, Stroke: 1.5, Box: l})
			}
		}})
	}
	dots := func(id, words string, approx bool) {
		entries = append(entries, keyEntry{id, words, func(b *layout.Builder, box scene.Rect) {
			c := box.Centre()
			keyNode(b, scene.Node{ID: "key:" + id + ":mark", Shape: dotShape(approx), Paint: scene.Other, Radius: dotPx / 2, Stroke: 2,
				Box: scene.Rect{X: c.X - dotPx/2, Y: c.Y - dotPx/2, W: dotPx, H: dotPx}})
		}})
	}
	if sure {
		dots("dot", ui.OtherEvents, false)
	}
	if approx {
		dots("dot-about", ui.OtherAbout, true)
	}
	return entries
}

func keyNode(b *layout.Builder, n scene.Node) {
	n.Role, n.Z = scene.Key, layout.ZWords
	b.Add(n)
}

// swatch draws a small bar as lengthBar would, and strips it of what only
// events have.
func swatch(b *layout.Builder, it *item, box scene.Rect) {
	first := len(b.Scene.Nodes)
	value := box.W
	switch it.talks.Length.Qualifier {
	case data.Over:
		value -= 17
	case data.About:
		value /= aboutTo
	}
	lengthBar(b, layout.Frame{Down: true, Plot: box}, it, 0, box.H, value, scene.Talks)
	for i := first; i < len(b.Scene.Nodes); i++ {
		n := &b.Scene.Nodes[i]
		n.Event, n.Role, n.Z, n.Hit, n.Clip, n.Base = "", scene.Key, layout.ZWords, scene.Rect{}, false, scene.NoSide
	}
}

// credits prints the source line, and returns its end.
func (p *Picture) credits(b *layout.Builder, m layout.Metrics, top float64) float64 {
	for i, t := range axis.CreditLines(b.Fonts, p.credit, m.Width-2*m.Margin) {
		b.Words("credit:"+strconv.Itoa(i), "", scene.Credit, layout.ZWords, t, m.Margin, top, scene.Quiet)
		top += typeset.LineHeightPx(t.Style)
	}
	return top
}
