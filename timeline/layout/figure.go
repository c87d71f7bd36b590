package layout

import (
	"iter"
	"math"
	"sync"
	"sync/atomic"

	"barline/data"
	"barline/scene"
	"barline/timeline/scale"
	"barline/timeline/view"
)

// Figure lays out the figure at a width from Ladder: axes, bars, labels, key
// and source line. Headline, controls and popovers stand around or over it.
func (p *Picture) Figure(widthPx float64, v view.View) *scene.Scene {
	plain, bottom := p.plain(widthPx, v)
	b := &builder{fonts: p.fonts, scene: plain}
	p.highlight(b, v)
	s := b.finish(widthPx, bottom)
	if p.fonts.Leftward() {
		s.Mirror()
	}
	return s
}

// plain is the figure before anything in it is highlighted, for the caller to
// finish, and its height. The last one is remembered: while a reader goes from
// event to event nothing but the highlights changes.
func (p *Picture) plain(widthPx float64, v view.View) (s *scene.Scene, bottom float64) {
	key := view.View{Arrangement: v.Arrangement, From: v.From, To: v.To}
	if last := p.memory.last.Load(); last != nil && last.widthPx == widthPx && last.view == key {
		return last.copied(), last.bottom
	}
	m := metricsFor(widthPx)
	b := &builder{fonts: p.fonts, scene: &scene.Scene{Nodes: make([]scene.Node, 0, 128)}}
	if v.Arrangement == view.Compare {
		bottom = p.compare(b, m)
	} else {
		bottom = p.calendar(b, m, v)
	}
	bottom = p.key(b, m, v.Arrangement, bottom+22)
	bottom = p.credits(b, m, bottom+14) + 18
	b.scene.Sort() // once, not for every highlight
	last := &remembered{widthPx: widthPx, view: key, scene: b.scene, bottom: bottom}
	p.memory.last.Store(last)
	return last.copied(), bottom
}

// memory is what a picture has laid out and may be asked for again. It is safe for
// concurrent use.
type memory struct {
	last atomic.Pointer[remembered]
	// ends are where calendars end, by width.
	ends sync.Map
}

type remembered struct {
	widthPx float64
	view    view.View
	scene   *scene.Scene
	bottom  float64
}

// copied is the scene for somebody who will change it.
func (r *remembered) copied() *scene.Scene {
	s := *r.scene
	s.Nodes = append(make([]scene.Node, 0, len(s.Nodes)+4), s.Nodes...) // and rings
	return &s
}

// Scale is the calendar's scale in a figure of this width: what pans and
// zooms work on.
func (p *Picture) Scale(widthPx float64, v view.View) scale.Scale {
	f, s := p.calendarFrame(metricsFor(widthPx), v)
	s.LengthPx = f.alongPx()
	return s
}

const (
	wideGutter   = 58.0 // hours labels, left of a wide plot
	downGutter   = 42.0 // month labels, left of a narrow plot, at least
	monthGap     = 11.0 // between their names and the plot
	monthPx      = 50.0 // height of a month down a narrow page, fitted
	headroom     = 20.0 // above a wide plot, at least
	labelRoom    = 84.0 // over the longest talks of a wide plot, for their label
	acrossMargin = 2.0
	ringGap      = 4.5 // between a mark and the outside of the ring around it
)

// calendarFrame is where the calendar's plot lies, and the time it shows.
func (p *Picture) calendarFrame(m metrics, v view.View) (frame, scale.Scale) {
	s := scale.Scale{From: v.From, To: v.To}
	if v.Whole() {
		s.From, s.To = p.from, p.to
	}
	if m.down {
		h := math.Min(12.5*monthPx, math.Max(7*monthPx, (p.to-p.from)/(scale.Year/12)*monthPx))
		f := frame{down: true, plot: scene.Rect{X: m.margin + p.gutter, Y: 34, W: m.width - 2*m.margin - p.gutter - acrossMargin, H: math.Round(h)}}
		s.LengthPx = f.plot.H
		return f, s
	}
	h := math.Round(math.Min(440, math.Max(300, m.width*0.34)))
	// A wait is labelled at its side; only talks need room over them.
	above := math.Max(headroom, math.Ceil(labelRoom-h*(1-p.longestTalks/p.maxHours)))
	f := frame{plot: scene.Rect{X: m.margin + wideGutter, Y: above, W: m.width - 2*m.margin - wideGutter, H: h}}
	s.LengthPx = f.plot.W
	return f, s
}

// whole reports whether a view shows the whole story.
func (p *Picture) whole(v view.View) bool {
	return v.Whole() || v.From == p.from && v.To == p.to
}

// calendar lays out bars on their dates and returns where the figure's next part may
// begin. However many events are in view, that is where the whole story's calendar
// ends, unless they have no room there.
func (p *Picture) calendar(b *builder, m metrics, v view.View) float64 {
	if p.whole(v) {
		end := p.calendarTo(b, m, v, math.Inf(1))
		p.memory.ends.Store(m.width, end)
		return end
	}
	end, known := p.memory.ends.Load(m.width)
	if !known {
		end = p.calendar(&builder{fonts: p.fonts, scene: &scene.Scene{}}, m, view.View{})
	}
	return max(end.(float64), p.calendarTo(b, m, v, end.(float64)))
}

// underDots is the room between the last row of dots and what follows.
const underDots = 6.0

// calendarTo lays the calendar out, no further down than end if there is room, and
// returns its own end.
func (p *Picture) calendarTo(b *builder, m metrics, v view.View, end float64) float64 {
	f, s := p.calendarFrame(m, v)
	b.scene.Plot = f.plot
	hourPx := f.acrossPx() / p.maxHours
	p.hoursAxis(b, m, f, hourPx)
	p.calendarAxis(b, m, f, s)

	m = p.thin(m, s)
	groups := p.groups(m, s)
	for i := range groups {
		p.bars(b, m, f, s, &groups[i], hourPx)
	}
	if m.down {
		rows := p.dotRows(b, m, f, s, end-underDots)
		p.downLabels(b, m, f, groups)
		return max(f.plot.Bottom(), rows) + underDots
	}
	p.wideLabels(b, m, f, groups)
	return p.dotLane(b, m, f, s)
}

// group is the bars of one meeting, side by side, where they are drawn.
type group struct {
	it         *item
	at         float64 // its date, along
	middle     float64 // where it stands, along
	half       float64
	over       float64 // room for words before it, along
	talk, wait scene.Rect
}

const (
	barGap   = 4.0 // between the bars of two meetings, at least
	thinnest = 1.5 // of all bars
	// fullest is the share of the axis that bars may take: with less room left
	// they would stand side by side instead of on their dates.
	fullest = 0.6
)

// thin makes the bars of a view thinner where they would not fit beside each
// other: bars that run into one another say nothing.
func (p *Picture) thin(m metrics, s scale.Scale) metrics {
	need := -barGap
	for it := range p.inView(s, true) {
		need += m.bar + barGap
		if it.waits() {
			need += m.gap + m.wait
		}
	}
	if need <= fullest*s.LengthPx {
		return m
	}
	share := max(fullest*s.LengthPx/need, thinnest/m.bar)
	m.bar, m.wait, m.gap, m.between = m.bar*share, m.wait*share, m.gap*share, m.between*share
	m.room = 0
	return m
}

// inView are the meetings in view, or the context events, and where their dates lie
// along, in order.
func (p *Picture) inView(s scale.Scale, meetings bool) iter.Seq2[*item, float64] {
	return func(yield func(*item, float64) bool) {
		for i := range p.items {
			it := &p.items[i]
			if at := s.Px(it.middle(s)); it.meeting == meetings && at >= 0 && at <= s.LengthPx && !yield(it, at) {
				return
			}
		}
	}
}

// waits reports whether a bar is drawn for a wait.
func (it *item) waits() bool { return it.hasWait && it.wait.Length.Known() }

// groups are the meetings in view, moved apart where they would overlap.
func (p *Picture) groups(m metrics, s scale.Scale) []group {
	var groups []group
	for it, at := range p.inView(s, true) {
		half := m.bar / 2
		if it.waits() {
			half = (m.bar + m.gap + m.wait) / 2
		}
		groups = append(groups, group{it: it, at: at, half: half})
	}
	// Down the page every bar has a line or two of words beside its end, and
	// those of a wait over it; where the page is too short, bars come first.
	centres, room := make([]float64, len(groups)), make([]float64, len(groups))
	need := 0.0
	for i := range groups {
		g := &groups[i]
		if m.down && g.it.waits() {
			g.over = rowHeight(m.small) + 1
		}
		centres[i], room[i] = g.at-g.over/2, max(g.half+g.over/2+m.between/2, m.room)
		need += 2 * room[i]
	}
	if need > s.LengthPx {
		for i := range groups {
			groups[i].over = 0
			centres[i], room[i] = groups[i].at, groups[i].half+m.between/2
		}
	}
	for i, c := range confine(spread(centres, room), room, -2, s.LengthPx+2) {
		groups[i].middle = c + groups[i].over/2
	}
	return groups
}

// bars draws one meeting: its wait, its talks, the span its date allows, and
// a line to its date if it had to move aside.
func (p *Picture) bars(b *builder, m metrics, f frame, s scale.Scale, g *group, hourPx float64) {
	it := g.it
	start := g.middle - g.half
	if it.waits() {
		g.wait = b.waitBar(f, it, start, start+m.wait, it.wait.Length.Hours()*hourPx)
		b.take(g.wait)
		start += m.wait + m.gap
	}
	value := it.talks.Length.Hours()
	if !it.talks.Length.Known() {
		value = unknownHours
	}
	g.talk = b.lengthBar(f, it, start, start+m.bar, value*hourPx, scene.Talks)
	b.take(g.talk)
	if !it.talks.Length.Known() {
		p.question(b, m, it, g.talk)
	}
	// A date that is wider than its bar says so: only where a day is but a
	// few pixels does the bar itself say enough.
	if it.byMonth || s.Px(it.to)-s.Px(it.from) > 2*g.half+8 {
		p.bracket(b, f, s, it)
	}
	if d := g.middle - g.at; math.Abs(d) > max(g.half, 4) && !it.byMonth {
		b.line("aside:"+it.id, scene.Leader, zLeader, f.line(g.at, -1, g.middle, -5), 1, scene.Axis)
	}
}

// question marks a bar of unknown length.
func (p *Picture) question(b *builder, m metrics, it *item, bar scene.Rect) {
	t := b.fonts.Line(p.words.UI.Question, scene.Style{Face: scene.SansBold, SizePx: 13})
	h := rowHeight(t.Style) * 1.055
	if bar.W < t.WidthPx+4 || bar.H < h-4 {
		return
	}
	c := bar.Centre()
	b.words("unknown:"+it.id, it.id, scene.Bar, zWords, t, c.X-t.WidthPx/2, c.Y-h/2, scene.Talks)
}

// bracketPx is how far a bracket reaches from the axis.
const bracketPx = 6

// bracket marks the span in which a date without a day may lie: along the
// axis, under the bar that floats in it.
func (p *Picture) bracket(b *builder, f frame, s scale.Scale, it *item) {
	a0, a1 := s.Px(it.from)+3, s.Px(it.to)-3
	open0, open1 := a0 < 0, a1 > s.LengthPx
	a0, a1 = max(a0, 0), min(a1, s.LengthPx)
	if a1-a0 < 3 {
		return
	}
	id := "bracket:" + it.id
	add := func(suffix string, r scene.Rect) {
		b.line(id+suffix, scene.Bracket, zAxis, r, 1.5, scene.Quiet)
		b.last().Event = it.id
	}
	add(":span", f.line(a0-0.75, -bracketPx, a1+0.75, -bracketPx))
	if !open0 {
		add(":from", f.line(a0, 0, a0, -bracketPx))
	}
	if !open1 {
		add(":to", f.line(a1, 0, a1, -bracketPx))
	}
}

// highlight lifts what is hovered and rings what is focused or open.
func (p *Picture) highlight(b *builder, v view.View) {
	var rings []scene.Node
	for i, ringed := range []string{v.Selected, v.Focused} {
		if ringed == "" || i > 0 && ringed == v.Selected {
			continue
		}
		// Bar and wait have a ring each: one around both would run through
		// what stands between their ends.
		for i := range b.scene.Nodes {
			n := &b.scene.Nodes[i]
			if n.Event != ringed || n.Shape == scene.Glyphs || n.Role != scene.Bar && n.Role != scene.Wait && n.Role != scene.Dot {
				continue
			}
			id := "ring:" + ringed
			if n.Role == scene.Wait {
				id += ":wait"
			}
			rings = append(rings, scene.Node{ID: id, Event: ringed, Role: scene.Ring, Z: zRing, Shape: scene.Outline,
				Box: n.Box.Inset(-ringGap), Radius: max(n.Radius, barRadius) + ringGap, Stroke: 2, Paint: scene.Focus})
		}
	}
	for i := range b.scene.Nodes {
		n := &b.scene.Nodes[i]
		if n.Event == "" || n.Event != v.Hovered {
			continue
		}
		switch n.Role {
		case scene.Bar, scene.Limit:
			n.Paint = scene.Lift
		case scene.Wait:
			n.Paint = scene.Quiet
		case scene.Dot:
			n.Paint, n.Stroke = scene.Ink, n.Stroke+0.5
		}
	}
	for _, r := range rings {
		b.add(r)
	}
}

// qualifiers are those in use, for the key.
func (p *Picture) uses(q data.Qualifier) bool {
	for i := range p.items {
		if p.items[i].hasTalks && p.items[i].talks.Length.Qualifier == q {
			return true
		}
	}
	return false
}
