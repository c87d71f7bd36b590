package lanes

import (
	"math"
	"strings"
	"unicode"

	"barline/scene"
	"barline/timeline/axis"
	"barline/timeline/layout"
	"barline/timeline/scale"
	"barline/typeset"
)

func small() scene.Style  { return scene.Style{Face: scene.Sans, SizePx: 13} }
func strong() scene.Style { return scene.Style{Face: scene.SansBold, SizePx: 13} }

// label is the title of an event, set, with its node's name. cuts are the beginning
// of the title, at a word, for where there is less room, longest first.
type label struct {
	text     *scene.Text
	cuts     []*scene.Text
	node, id string
}

// within is the label, or as much of it as fits; nil if nothing that says
// anything does.
func (l *label) within(room float64) *scene.Text {
	if l.text.WidthPx <= room {
		return l.text
	}
	for _, t := range l.cuts {
		if t.WidthPx <= room {
			return t
		}
	}
	return nil
}

const (
	// mostLabels is how many labels are kept.
	mostLabels = 8192
	// leastPitch is how far rows must be from one another to hold words.
	leastPitch = 16.0
	labelGap   = 5.0
	// overPitch is the same for words over a bar, which overlap is how far they
	// may come down to.
	overPitch = 24.0
	overlap   = 2.0
	// leastCut is how wide the beginning of a title must be to say anything, mostCuts
	// how many are set of one.
	leastCut = 46.0
	mostCuts = 4
	// A cut keeps so much of its title, or is so wide: one word of many titles that
	// begin alike tells them apart no better than none.
	keptShare = 0.7
	keptPx    = 110.0
	// leastLetter is narrower than any letter in any script: titles that cannot fit
	// need not be set to know it.
	leastLetter = 2.5
)

// leastWidth is a lower bound of the width of a title or of its shortest cut: marks
// that combine with the letter before, and joiners, take no room.
func leastWidth(title string) float64 {
	letters := 0
	for _, r := range title {
		if r < 0x300 || !unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
			letters++
		}
	}
	return min(leastCut, leastLetter*float64(letters))
}

// label sets an event's title, unless enough has been set for this frame.
func (p *Picture) label(event int) (label, bool) {
	if l, ok := p.labels[event]; ok {
		return l, true
	}
	if p.labelBudget == 0 {
		p.labelsPending = true
		return label{}, false
	}
	p.labelBudget--
	if len(p.labels) >= mostLabels {
		clear(p.labels)
	}
	id, title := p.table.ID(event), p.table.Title(event)
	l := label{text: p.fonts.Line(title, small()), id: id, node: "label:" + id}
	l.cuts = p.cuts(title, l.text.WidthPx)
	p.labels[event] = l
	return l, true
}

// cuts sets the beginnings of a title.
func (p *Picture) cuts(title string, widthPx float64) []*scene.Text {
	ends := make([]int, 0, 16)
	for i, r := range title {
		if r == ' ' && i > 0 {
			ends = append(ends, i)
		}
	}
	var cuts []*scene.Text
	// Those that differ least in width are left out: each is to be a step of its own.
	steps := min(mostCuts, len(ends))
	for k := range steps {
		end := ends[(steps-k)*len(ends)/steps-1]
		t := p.fonts.Line(strings.TrimRight(title[:end], " ,;:–-")+"…", small())
		if t.WidthPx < widthPx && t.WidthPx >= max(leastCut, min(keptShare*widthPx, keptPx)) {
			cuts = append(cuts, t)
		}
	}
	return cuts
}

// barWords writes titles after their marks, where the next one of the row leaves
// room, or else over them.
func (p *Picture) barWords(d *drawing, g *geometry, lane int) {
	sh, strip := &p.shown[lane], g.strips[lane]
	if sh.single < 1 || sh.pitch < leastPitch {
		return
	}
	height := typeset.LineHeightPx(small())
	singles := p.singles[sh.firstSingle:sh.lastSingle]
	for i, e := range singles {
		if p.finder.found != nil && !p.finder.found.Has(int(e.event)) {
			continue
		}
		box := p.clipped(g, sh.box(strip, e))
		end := g.plot.Right()
		if i+1 < len(singles) && singles[i+1].row == e.row {
			end = min(end, sh.box(strip, singles[i+1]).X-labelGap)
		}
		over, after := 0.0, end-box.Right()-labelGap
		if sh.pitch >= overPitch {
			over = box.W
		}
		if box.W <= 0 || max(over, after) < leastWidth(p.table.Title(int(e.event))) {
			continue
		}
		l, ok := p.label(int(e.event))
		if !ok {
			continue
		}
		x, y, t := box.Right()+labelGap, box.Y+(box.H-height)/2, l.within(after)
		if (t == nil || t != l.text && over > after) && over > 0 {
			if above := l.within(over); above != nil {
				x, y, t = box.X, box.Y-height+overlap, above
			}
		}
		if t == nil {
			continue
		}
		paint := scene.Ink
		if e.trait.paint() == scene.Other {
			paint = scene.Quiet
		}
		d.add(scene.Node{ID: l.node, Event: l.id, Role: scene.Label, Z: layout.ZWords, Shape: scene.Glyphs, Paint: paint, Text: t,
			Box: scene.Rect{X: x, Y: y, W: t.WidthPx, H: height}})
	}
}

// leastTickPx is how far ticks are from one another.
const leastTickPx = 46.0

// tickName sets a tick's name once.
func (p *Picture) tickName(t scale.Tick) axis.Name {
	if n, ok := p.tickNames[t]; ok {
		return n
	}
	if len(p.tickNames) > 4096 {
		clear(p.tickNames)
	}
	n := axis.NameOf(p.words, p.fonts, t, true, small())
	p.tickNames[t] = n
	return n
}

// grid draws a thin line at every tick, through all lanes.
func (p *Picture) grid(d *drawing, g *geometry, s *scale.Calendar) {
	p.ticks = s.AppendTicks(p.ticks[:0], leastTickPx)
	for _, t := range p.ticks {
		if x := s.Px(t.At); x >= 0 && x <= s.LengthPx && !s.InGap(t.At) {
			d.line(p.tickName(t).Grid, scene.Furniture, layout.ZGrid, scene.Rect{X: g.plot.X + x, Y: g.plot.Y, H: g.plot.H}, scene.Grid)
		}
	}
}

// calendar draws the axis under the lanes.
func (p *Picture) calendar(d *drawing, g *geometry, s *scale.Calendar) {
	bottom := g.plot.Bottom() + 8
	d.line("axis", scene.Furniture, layout.ZAxis, scene.Rect{X: g.plot.X, Y: bottom, W: g.plot.W}, scene.Axis)
	p.breaks(d, g, s, bottom)
	row := axis.NewRow(s.LengthPx)
	yearNamed, first := false, true
	for _, t := range p.ticks {
		n := p.tickName(t)
		at, next := s.Px(t.At), s.Px(t.Next)
		if at >= -0.5 && at <= s.LengthPx+0.5 && !s.InGap(t.At) {
			d.line(n.Tick, scene.Furniture, layout.ZAxis, scene.Rect{X: g.plot.X + at, Y: bottom, H: 5}, scene.Axis)
		}
		middle, ok := row.Place(t, at, next, n.Text.WidthPx)
		if !ok {
			continue
		}
		if n.Strong {
			yearNamed = yearNamed || t.Unit == scale.Months && first
		}
		first = false
		d.words(n.Words, scene.Furniture, layout.ZAxis, n.Text, g.plot.X+middle-n.Text.WidthPx/2, bottom+8, n.Paint())
	}
	if t := p.keyed.era(p, s); t != nil && !yearNamed {
		d.words("era", scene.Furniture, layout.ZAxis, t, g.plot.X, bottom+8+typeset.LineHeightPx(small()), scene.Ink)
	}
}

// breaks marks the gaps that are left out: a band through all lanes, and the axis
// broken by two strokes.
func (p *Picture) breaks(d *drawing, g *geometry, s *scale.Calendar, axisY float64) {
	for i := range s.Gaps {
		x0, x1 := math.Max(0, s.Px(s.Gaps[i].From)), math.Min(s.LengthPx, s.Px(s.Gaps[i].To))
		if x1 <= x0 {
			continue
		}
		ids := p.keyed.gapIDs(i)
		d.add(scene.Node{ID: ids[0], Role: scene.Furniture, Z: layout.ZGrid, Shape: scene.Box, Paint: scene.Overlay,
			Box: scene.Rect{X: g.plot.X + x0, Y: g.plot.Y, W: x1 - x0, H: g.plot.H + 8}})
		middle := g.plot.X + (x0+x1)/2
		d.add(scene.Node{ID: ids[1], Role: scene.Furniture, Z: layout.ZAxis, Shape: scene.Box, Paint: scene.Paper,
			Box: scene.Rect{X: middle - 4, Y: axisY - 1, W: 8, H: 2}})
		for k, at := range [2]float64{middle - 4, middle + 4} {
			d.line(ids[2+k], scene.Furniture, layout.ZAxis, scene.Rect{X: at, Y: axisY - 5, H: 10}, scene.Axis)
		}
	}
}
