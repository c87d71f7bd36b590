package lengths

import (
	"cmp"
	"iter"
	"math"
	"slices"

	"barline/data"
	"barline/scene"
	"barline/timeline/layout"
	"barline/timeline/scale"
)

// group is the bars of one meeting, side by side, where they are drawn.
type group struct {
	it         *item
	at         float64 // its date, along
	middle     float64 // where it stands, along
	bar        float64 // the thickness of its talks
	half       float64
	talk, wait scene.Rect
}

const (
	thinnest = 3.0 // of all bars
	// asidePx is how far a bar may stand beside its date: a press on the date
	// still means it.
	asidePx = layout.MinTarget / 2
)

// inView are the meetings in view, or the context events, and where their dates lie
// along, in order.
func (p *Picture) inView(s *scale.Calendar, meetings bool) iter.Seq2[*item, float64] {
	return func(yield func(*item, float64) bool) {
		for i := range p.items {
			it := &p.items[i]
			if at := s.Px(it.middle(s)); it.hasTalks == meetings && at >= 0 && at <= s.LengthPx && !yield(it, at) {
				return
			}
		}
	}
}

// waits reports whether a bar is drawn for a wait.
func (it *item) waits() bool { return it.hasWait && it.wait.Length.Known() }

// groups are the meetings in view, on their dates. Where these are close, bars are
// thin, and those of one day stand around it. It reports false if there are more
// than can stand there side by side.
func (p *Picture) groups(m layout.Metrics, s *scale.Calendar) ([]group, bool) {
	var groups []group
	for it, at := range p.inView(s, true) {
		groups = append(groups, group{it: it, at: at})
	}
	slices.SortStableFunc(groups, func(a, b group) int { return cmp.Compare(a.at, b.at) })
	// All bars are as thick as most can be, up to half the usual; only those of
	// neighbouring days are thinner.
	thick := m.Bar
	for i := range groups {
		if free := groups[i].free(groups, i, m); free < m.Bar {
			thick = m.Bar / 2
		}
	}
	centres, room := make([]float64, len(groups)), make([]float64, len(groups))
	for i := range groups {
		g := &groups[i]
		g.bar = max(thinnest, min(thick, g.free(groups, i, m)))
		g.half = (g.bar + g.it.waitRoom(m)) / 2
		centres[i], room[i] = g.at, g.half+0.5
	}
	ok := true
	for i, c := range layout.Confine(layout.Spread(centres, room), room, -2, s.LengthPx+2) {
		g := &groups[i]
		if most := max(asidePx-(g.half-g.bar/2), g.half); math.Abs(c-g.at) > most {
			ok = false
			c = min(max(c, g.at-most), g.at+most)
		}
		g.middle = c
	}
	return groups, ok
}

// waitRoom is the room that an event's wait takes beside its talks.
func (it *item) waitRoom(m layout.Metrics) float64 {
	if !it.waits() {
		return 0
	}
	return m.Wait + m.Gap
}

// free is the room for the bar of talks between those of the days before and after.
func (g *group) free(all []group, i int, m layout.Metrics) float64 {
	free := math.Inf(1)
	if i > 0 {
		free = g.at - all[i-1].at
	}
	if i+1 < len(all) {
		free = min(free, all[i+1].at-g.at)
	}
	return free - m.Between - g.it.waitRoom(m)
}

// bars draws one meeting: its wait, its talks and the span its date allows.
func (p *Picture) bars(b *layout.Builder, m layout.Metrics, f layout.Frame, s *scale.Calendar, g *group, l lengthScale) {
	it := g.it
	start := g.middle - g.half
	if it.waits() {
		g.wait = waitBar(b, f, it, start, start+m.Wait, it.wait.Length.Hours()*l.hourPx, l.end)
		b.Take(g.wait)
		start += m.Wait + m.Gap
	}
	g.talk = p.talkBar(b, f, it, start, start+g.bar, l)
	b.Take(g.talk)
	if !it.talks.Length.Known() {
		p.question(b, m, it, g.talk)
	}
	// A date that is wider than its bar says so: only where a day is but a
	// few pixels does the bar itself say enough.
	if it.byMonth || s.Px(it.to)-s.Px(it.from) > 2*g.half+8 {
		p.bracket(b, f, s, it)
	}
}

// question marks a bar of unknown length.
func (p *Picture) question(b *layout.Builder, m layout.Metrics, it *item, bar scene.Rect) {
	t := b.Fonts.Line(p.words.UI.Question, scene.Style{Face: scene.SansBold, SizePx: 13})
	h := layout.RowHeight(t.Style) * 1.055
	if bar.W < t.WidthPx+4 || bar.H < h-4 {
		return
	}
	c := bar.Centre()
	b.Words("unknown:"+it.id, it.id, scene.Bar, layout.ZWords, t, c.X-t.WidthPx/2, c.Y-h/2, scene.Talks)
}

// bracketPx is how far a bracket reaches from the axis.
const bracketPx = 6

// bracket marks the span in which a date without a day may lie: along the
// axis, under the bar that floats in it.
func (p *Picture) bracket(b *layout.Builder, f layout.Frame, s *scale.Calendar, it *item) {
	a0, a1 := s.Px(it.from)+3, s.Px(it.to)-3
	open0, open1 := a0 < 0, a1 > s.LengthPx
	a0, a1 = max(a0, 0), min(a1, s.LengthPx)
	if a1-a0 < 3 {
		return
	}
	id := "bracket:" + it.id
	add := func(suffix string, r scene.Rect) {
		b.Line(id+suffix, scene.Bracket, layout.ZAxis, r, 1.5, scene.Quiet)
		b.Last().Event = it.id
	}
	add(":span", f.Line(a0-0.75, -bracketPx, a1+0.75, -bracketPx))
	if !open0 {
		add(":from", f.Line(a0, 0, a0, -bracketPx))
	}
	if !open1 {
		add(":to", f.Line(a1, 0, a1, -bracketPx))
	}
}

// draws reports whether any talks are drawn with qualifier q.
func (p *Picture) draws(q data.Qualifier) bool {
	for i := range p.items {
		if it := &p.items[i]; it.hasTalks && it.talks.Length.Qualifier == q && !p.broken(it) {
			return true
		}
	}
	return false
}
