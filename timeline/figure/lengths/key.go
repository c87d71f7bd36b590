package lengths

import (
	"barline/data"
	"barline/scene"
	"barline/timeline/layout"
	"barline/timeline/view"
)

// Explanation is what the marks mean, and where the story is from.
func (p *Picture) Explanation() view.Explanation {
	return layout.ExplanationOf(p.fonts, p.keyEntries(view.Calendar, p.bracketsDown()), p.credit)
}

// bracketsDown reports whether some narrow calendar has brackets: rows have none.
func (p *Picture) bracketsDown() bool {
	for _, width := range view.Ladder() {
		if view.Down(width) && !p.fitted(p.metrics(width)).rows {
			return true
		}
	}
	return false
}

// keyEntries explain the marks in use; with brackets, those as well.
func (p *Picture) keyEntries(a view.Arrangement, brackets bool) []layout.KeyEntry {
	ui := p.words.UI
	var entries []layout.KeyEntry
	for _, q := range []struct {
		qualifier data.Qualifier
		words     string
	}{{data.Exact, ui.LengthGiven}, {data.About, ui.LengthAbout}, {data.Under, ui.LengthUnder}, {data.AtMost, ui.LengthAtMost}, {data.LessThan, ui.LengthLessThan}, {data.Over, ui.LengthOver}, {data.AtLeast, ui.LengthAtLeast}, {data.MoreThan, ui.LengthMoreThan}, {data.Unknown, ui.LengthUnknown}} {
		if p.draws(q.qualifier) {
			it := &item{id: "key-" + q.qualifier.String(), talks: data.Phase{Length: data.Duration{Qualifier: q.qualifier}}}
			entries = append(entries, layout.KeyEntry{ID: q.qualifier.String(), Words: q.words, Draw: func(b *layout.Builder, box scene.Rect) { swatch(b, it, box) }})
		}
	}
	if p.breaks {
		it := &item{id: "key-broken"}
		entries = append(entries, layout.KeyEntry{ID: "broken", Words: ui.LengthBroken, Draw: func(b *layout.Builder, box scene.Rect) {
			stripped(b, func() {
				brokenBar(b, layout.Frame{Down: true, Plot: box}, it, 0, box.H, box.W, scene.Talks)
			})
		}})
	}
	var waits, months, sure, approx bool
	for i := range p.items {
		it := &p.items[i]
		waits = waits || it.waits()
		months = months || it.hasTalks && it.byMonth
		sure = sure || !it.hasTalks && !it.approx
		approx = approx || !it.hasTalks && it.approx
	}
	if waits {
		entries = append(entries, layout.KeyEntry{ID: "waiting", Words: ui.KeptWaiting, Draw: func(b *layout.Builder, box scene.Rect) {
			b.KeyNode(scene.Node{ID: "key:waiting:mark", Shape: scene.Hatch, Paint: scene.Waiting, Box: box})
		}})
	}
	if months && brackets {
		entries = append(entries, layout.KeyEntry{ID: "bracket", Words: ui.DayNotGiven, Draw: func(b *layout.Builder, box scene.Rect) {
			f := layout.Frame{Plot: scene.Rect{X: box.X, Y: box.Y, W: box.W, H: box.H/2 - 2}}
			for i, l := range []scene.Rect{f.Line(0, -bracketPx, box.W, -bracketPx), f.Line(0.75, 0, 0.75, -bracketPx), f.Line(box.W-0.75, 0, box.W-0.75, -bracketPx)} {
				b.KeyNode(scene.Node{ID: "key:bracket:mark" + layout.Digit(i), Shape: scene.Line, Paint: scene.Quiet, Stroke: 1.5, Box: l})
			}
		}})
	}
	dots := func(id, words string, approx bool) {
		entries = append(entries, layout.KeyEntry{ID: id, Words: words, Draw: func(b *layout.Builder, box scene.Rect) {
			c := box.Centre()
			b.KeyNode(scene.Node{ID: "key:" + id + ":mark", Shape: dotShape(approx), Paint: scene.Other, Radius: dotPx / 2, Stroke: 2,
				Box: scene.Rect{X: c.X - dotPx/2, Y: c.Y - dotPx/2, W: dotPx, H: dotPx}})
		}})
	}
	if sure {
		dots("dot", ui.OtherEvents, false)
	}
	if approx {
		dots("dot-about", ui.OtherAbout, true)
	}
	return append(entries, layout.KeySigns(p.quotes, p.words)...)
}

// swatch draws a small bar as lengthBar would.
func swatch(b *layout.Builder, it *item, box scene.Rect) {
	value := box.W
	switch q := it.talks.Length.Qualifier; {
	case q.IsLower():
		value -= pastEnd(q)
	case q == data.About:
		value /= aboutTo
	}
	stripped(b, func() { lengthBar(b, layout.Frame{Down: true, Plot: box}, it, 0, box.H, value, scene.Talks) })
}

// stripped draws something for the key: it takes from it what only events have.
func stripped(b *layout.Builder, draw func()) {
	first := len(b.Scene.Nodes)
	draw()
	for i := first; i < len(b.Scene.Nodes); i++ {
		n := &b.Scene.Nodes[i]
		n.Event, n.Role, n.Z, n.Hit, n.Clip, n.Base = "", scene.Key, layout.ZWords, scene.Rect{}, false, scene.NoSide
	}
}
