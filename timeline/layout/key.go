package layout

import (
	"strconv"

	"barline/data"
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

// keyEntry explains one mark.
type keyEntry struct {
	id, words string
	draw      func(b *builder, box scene.Rect)
}

// key prints what the marks in use mean, and returns its end.
func (p *Picture) key(b *builder, m metrics, a view.Arrangement, top float64) float64 {
	style := scene.Style{Face: scene.Sans, SizePx: 12.5}
	k := axis.Key{Top: top, From: m.margin, To: m.width - m.margin, Inset: swatchW + keyInset, Gap: keyGap, Step: keyStep}
	for _, e := range p.keyEntries(a) {
		t := b.fonts.Line(e.words, style)
		x, y := k.Place(t)
		e.draw(b, scene.Rect{X: x, Y: y + (typeset.LineHeightPx(style)-swatchH)/2, W: swatchW, H: swatchH})
		b.words("key:"+e.id, "", scene.Key, zWords, t, x+swatchW+keyInset, y, scene.Quiet)
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
			entries = append(entries, keyEntry{q.qualifier.String(), q.words, func(b *builder, box scene.Rect) { b.swatch(it, box) }})
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
		entries = append(entries, keyEntry{"waiting", ui.KeptWaiting, func(b *builder, box scene.Rect) {
			b.keyNode(scene.Node{ID: "key:waiting:mark", Shape: scene.Hatch, Paint: scene.Waiting, Box: box})
		}})
	}
	if months && a == view.Calendar {
		entries = append(entries, keyEntry{"bracket", ui.DayNotGiven, func(b *builder, box scene.Rect) {
			f := frame{plot: scene.Rect{X: box.X, Y: box.Y, W: box.W, H: box.H/2 - 2}}
			for i, l := range []scene.Rect{f.line(0, -bracketPx, box.W, -bracketPx), f.line(0.75, 0, 0.75, -bracketPx), f.line(box.W-0.75, 0, box.W-0.75, -bracketPx)} {
				b.keyNode(scene.Node{ID: "key:bracket:mark" + digit(i), Shape: scene.Line, Paint: scene.Quiet, Stroke: 1.5, Box: l})
			}
		}})
	}
	dots := func(id, words string, approx bool) {
		entries = append(entries, keyEntry{id, words, func(b *builder, box scene.Rect) {
			c := box.Centre()
			b.keyNode(scene.Node{ID: "key:" + id + ":mark", Shape: dotShape(approx), Paint: scene.Other, Radius: dotPx / 2, Stroke: 2,
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

func (b *builder) keyNode(n scene.Node) {
	n.Role, n.Z = scene.Key, zWords
	b.add(n)
}

// swatch draws a small bar as lengthBar would, and strips it of what only
// events have.
func (b *builder) swatch(it *item, box scene.Rect) {
	first := len(b.scene.Nodes)
	value := box.W
	switch it.talks.Length.Qualifier {
	case data.Over:
		value -= 17
	case data.About:
		value /= aboutTo
	}
	b.lengthBar(frame{down: true, plot: box}, it, 0, box.H, value, scene.Talks)
	for i := first; i < len(b.scene.Nodes); i++ {
		n := &b.scene.Nodes[i]
		n.Event, n.Role, n.Z, n.Hit, n.Clip, n.Base = "", scene.Key, zWords, scene.Rect{}, false, scene.NoSide
	}
}

// credits prints the source line, and returns its end.
func (p *Picture) credits(b *builder, m metrics, top float64) float64 {
	for i, t := range axis.CreditLines(b.fonts, p.credit, m.width-2*m.margin) {
		b.words("credit:"+strconv.Itoa(i), "", scene.Credit, zWords, t, m.margin, top, scene.Quiet)
		top += typeset.LineHeightPx(t.Style)
	}
	return top
}
