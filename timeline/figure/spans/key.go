package spans

import (
	"slices"

	"barline/data/edtf"
	"barline/scene"
	"barline/timeline/layout"
	"barline/timeline/view"
)

// Explanation is what the marks of narrow pictures mean in either arrangement, and where
// the story is from.
func (p *Picture) Explanation() view.Explanation {
	narrow := view.Ladder()[0]
	entries := p.keyEntries(narrow, view.Calendar)
	if p.compares {
		for _, more := range p.keyEntries(narrow, view.Compare) {
			if !slices.ContainsFunc(entries, func(e layout.KeyEntry) bool { return e.ID == more.ID }) {
				entries = append(entries, more)
			}
		}
	}
	return layout.ExplanationOf(p.fonts, entries, p.credit)
}

// keyEntries explain the marks of the whole story at a width: the key stays as it is
// while the reader zooms, and with it the figure's height.
func (p *Picture) keyEntries(widthPx float64, a view.Arrangement) []layout.KeyEntry {
	ui := p.words.UI
	var entries []layout.KeyEntry
	add := func(id, words string, draw func(b *layout.Builder, box scene.Rect)) {
		entries = append(entries, layout.KeyEntry{ID: "span-" + id, Words: words, Draw: draw})
	}
	box := func(id string, paint scene.Paint, fade bool) func(b *layout.Builder, box scene.Rect) {
		return func(b *layout.Builder, r scene.Rect) {
			n := scene.Node{ID: "key:span-" + id + ":mark", Shape: scene.Box, Paint: paint, Box: r}
			if fade {
				n.Fade = scene.Fade{From: scene.Point{X: r.X + r.W/3, Y: r.Centre().Y}, To: scene.Point{X: r.Right(), Y: r.Centre().Y}}
			}
			b.KeyNode(n)
		}
	}
	dot := func(id string, paint scene.Paint) func(b *layout.Builder, box scene.Rect) {
		return func(b *layout.Builder, r scene.Rect) {
			c := r.Centre()
			b.KeyNode(scene.Node{ID: "key:span-" + id + ":mark", Shape: scene.Box, Paint: paint, Radius: dotPx / 2, Box: scene.Rect{X: c.X - dotPx/2, Y: c.Y - dotPx/2, W: dotPx, H: dotPx}})
		}
	}
	// Kinds by their colours, if there are several: as a bar if any of a kind is one.
	paints, lasts := map[scene.Paint]bool{}, map[string]bool{}
	for i := range p.items {
		paints[p.items[i].paint] = true
		if p.items[i].lasts {
			lasts[p.story.Event(i).Kind.ID] = true
		}
	}
	if len(paints) > 1 {
		seen := map[string]bool{}
		for i := range p.story.Len() {
			k := p.story.Event(i).Kind
			if seen[k.ID] {
				continue
			}
			seen[k.ID] = true
			name := p.words.KindPlural(k)
			if k.ID == "" {
				name = ui.OtherEvents
			}
			id := "kind-" + k.String()
			mark := dot(id, p.paintOf(k))
			if lasts[k.ID] || a == view.Compare {
				mark = box(id, p.paintOf(k), false)
			}
			add(id, p.words.Sentence(name), mark)
		}
	}
	if a == view.Compare {
		if p.comparisonAt(widthPx).fades() {
			add("fade", ui.EndVague, box("fade", scene.Quiet, true))
		}
		return append(entries, layout.KeySigns(p.quotes, p.words)...)
	}
	var faded, open, stretch, vague bool
	whole := p.Scale(widthPx, view.View{})
	for i := range p.items {
		it := &p.items[i]
		in, out := p.fadesAt(it, whole)
		faded = faded || it.lasts && in+out > 2*crispPx
		open = open || it.lasts && (it.openTo == edtf.Open || it.openFrom == edtf.Open)
		stretch = stretch || !it.lasts && !it.isDot(whole)
		vague = vague || it.isDot(whole) && (it.vagueFrom || it.vagueTo)
	}
	if faded {
		add("fade", ui.EndVague, box("fade", scene.Quiet, true))
	}
	if open {
		add("open", ui.GoesOn, func(b *layout.Builder, r scene.Rect) {
			b.KeyNode(scene.Node{ID: "key:span-open:mark", Shape: scene.Box, Paint: scene.Quiet, Box: scene.Rect{X: r.X, Y: r.Y, W: r.W - 7, H: r.H}})
			b.KeyNode(scene.Node{ID: "key:span-open:tip", Shape: scene.Triangle, Turn: later(b), Paint: scene.Quiet, Box: scene.Rect{X: r.Right() - 7, Y: r.Y, W: 7, H: r.H}})
		})
	}
	if stretch {
		add("stretch", ui.SomeTime, func(b *layout.Builder, r scene.Rect) {
			b.KeyNode(scene.Node{ID: "key:span-stretch:mark", Shape: scene.Line, Paint: scene.Quiet, Stroke: 1.5, Box: scene.Rect{X: r.X, Y: r.Centre().Y, W: r.W}})
			for k, x := range []float64{r.X + 0.75, r.Right() - 0.75} {
				b.KeyNode(scene.Node{ID: "key:span-stretch:" + layout.Digit(k), Shape: scene.Line, Paint: scene.Quiet, Stroke: 1.5, Box: scene.Rect{X: x, Y: r.Y, H: r.H}})
			}
		})
	}
	if vague {
		add("vague", p.words.Sentence(ui.DateApprox), func(b *layout.Builder, r scene.Rect) {
			c := r.Centre()
			b.KeyNode(scene.Node{ID: "key:span-vague:mark", Shape: scene.Dashes, Paint: scene.Quiet, Radius: dotPx / 2, Stroke: 2, Box: scene.Rect{X: c.X - dotPx/2, Y: c.Y - dotPx/2, W: dotPx, H: dotPx}})
		})
	}
	return append(entries, layout.KeySigns(p.quotes, p.words)...)
}
