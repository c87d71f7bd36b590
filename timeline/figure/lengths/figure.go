package lengths

import (
	"iter"
	"math"
	"sync"
	"sync/atomic"

	"barline/data"
	"barline/scene"
	"barline/timeline/layout"
	"barline/timeline/scale"
	"barline/timeline/view"
)

// Figure lays out the figure at a width from Ladder: axes, bars, labels, key
// and source line. Headline, controls and popovers stand around or over it.
func (p *Picture) Figure(widthPx float64, v view.View) *scene.Scene {
	plain, bottom := p.plain(widthPx, v)
	b := &layout.Builder{Fonts: p.fonts, Scene: plain}
	b.Highlight(v)
	s := b.Finish(widthPx, bottom)
	if p.fonts.RTL() {
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
	m := layout.MetricsFor(widthPx)
	b := layout.NewBuilder(p.fonts, 128)
	if v.Arrangement == view.Compare {
		bottom = p.compare(b, m)
	} else {
		bottom = p.calendar(b, m, v)
	}
	bottom = p.key(b, m, v.Arrangement, bottom+22)
	bottom = b.Credit(m, p.credit, bottom+14) + 18
	b.Scene.Sort() // once, not for every highlight
	last := &remembered{widthPx: widthPx, view: key, scene: b.Scene, bottom: bottom}
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
	f, s := p.calendarFrame(layout.MetricsFor(widthPx), v)
	s.LengthPx = f.AlongPx()
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
)

// calendarFrame is where the calendar's plot lies, and the time it shows.
func (p *Picture) calendarFrame(m layout.Metrics, v view.View) (layout.Frame, scale.Scale) {
	s := scale.Scale{From: v.From, To: v.To}
	if v.Whole() {
		s.From, s.To = p.from, p.to
	}
	if m.Down {
		h := math.Min(12.5*monthPx, math.Max(7*monthPx, (p.to-p.from)/(scale.Year/12)*monthPx))
		f := layout.Frame{Down: true, Plot: scene.Rect{X: m.Margin + p.gutter, Y: 34, W: m.Width - 2*m.Margin - p.gutter - acrossMargin, H: math.Round(h)}}
		s.LengthPx = f.Plot.H
		return f, s
	}
	h := math.Round(math.Min(440, math.Max(300, m.Width*0.34)))
	// A wait is labelled at its side; only talks need room over them.
	above := math.Max(headroom, math.Ceil(labelRoom-h*(1-p.longestTalks/p.maxHours)))
	f := layout.Frame{Plot: scene.Rect{X: m.Margin + wideGutter, Y: above, W: m.Width - 2*m.Margin - wideGutter, H: h}}
	s.LengthPx = f.Plot.W
	return f, s
}

// whole reports whether a view shows the whole story.
func (p *Picture) whole(v view.View) bool {
	return v.Whole() || v.From == p.from && v.To == p.to
}

// calendar lays out bars on their dates and returns where the figure's next layout.Part may
// begin. However many events are in view, that is where the whole story's calendar
// ends, unless they have no room there.
func (p *Picture) calendar(b *layout.Builder, m layout.Metrics, v view.View) float64 {
	if p.whole(v) {
		end := p.calendarTo(b, m, v, math.Inf(1))
		p.memory.ends.Store(m.Width, end)
		return end
	}
	end, known := p.memory.ends.Load(m.Width)
	if !known {
		end = p.calendar(layout.NewBuilder(p.fonts, 128), m, view.View{})
	}
	return max(end.(float64), p.calendarTo(b, m, v, end.(float64)))
}

// underDots is the room between the last row of dots and what follows.
const underDots = 6.0

// calendarTo lays the calendar out, no further down than end if there is room, and
// returns its own end.
func (p *Picture) calendarTo(b *layout.Builder, m layout.Metrics, v view.View, end float64) float64 {
	f, s := p.calendarFrame(m, v)
	b.Scene.Plot = f.Plot
	hourPx := f.AcrossPx() / p.maxHours
	p.hoursAxis(b, m, f, hourPx)
	p.calendarAxis(b, m, f, s)

	m = p.thin(m, s)
	groups := p.groups(m, s)
	for i := range groups {
		p.bars(b, m, f, s, &groups[i], hourPx)
	}
	if m.Down {
		rows := p.dotRows(b, m, f, s, end-underDots)
		p.downLabels(b, m, f, groups)
		return max(f.Plot.Bottom(), rows) + underDots
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
	thinnest = 1.5 // of all bars
	// fullest is the share of the axis that bars may take: with less room left
	// they would stand side by side instead of on their dates.
	fullest = 0.6
)

// thin makes the bars of a view thinner where they would not fit beside each
// other: bars that run into one another say nothing.
func (p *Picture) thin(m layout.Metrics, s scale.Scale) layout.Metrics {
	need := -layout.BarGap
	for it := range p.inView(s, true) {
		need += m.Bar + layout.BarGap
		if it.waits() {
			need += m.Gap + m.Wait
		}
	}
	if need <= fullest*s.LengthPx {
		return m
	}
	share := max(fullest*s.LengthPx/need, thinnest/m.Bar)
	m.Bar, m.Wait, m.Gap, m.Between = m.Bar*share, m.Wait*share, m.Gap*share, m.Between*share
	m.Room = 0
	return m
}

// inView are the meetings in view, or the context events, and where their dates lie
// along, in order.
func (p *Picture) inView(s scale.Scale, meetings bool) iter.Seq2[*item, float64] {
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

// groups are the meetings in view, moved apart where they would overlap.
func (p *Picture) groups(m layout.Metrics, s scale.Scale) []group {
	var groups []group
	for it, at := range p.inView(s, true) {
		half := m.Bar / 2
		if it.waits() {
			half = (m.Bar + m.Gap + m.Wait) / 2
		}
		groups = append(groups, group{it: it, at: at, half: half})
	}
	// Down the page every bar has a line or two of words beside its end, and
	// those of a wait over it; where the page is too short, bars come first.
	centres, room := make([]float64, len(groups)), make([]float64, len(groups))
	need := 0.0
	for i := range groups {
		g := &groups[i]
		if m.Down && g.it.waits() {
			g.over = layout.RowHeight(m.Small) + 1
		}
		centres[i], room[i] = g.at-g.over/2, max(g.half+g.over/2+m.Between/2, m.Room)
		need += 2 * room[i]
	}
	if need > s.LengthPx {
		for i := range groups {
			groups[i].over = 0
			centres[i], room[i] = groups[i].at, groups[i].half+m.Between/2
		}
	}
	for i, c := range layout.Confine(layout.Spread(centres, room), room, -2, s.LengthPx+2) {
		groups[i].middle = c + groups[i].over/2
	}
	return groups
}

// bars draws one meeting: its wait, its talks, the span its date allows, and
// a line to its date if it had to move aside.
func (p *Picture) bars(b *layout.Builder, m layout.Metrics, f layout.Frame, s scale.Scale, g *group, hourPx float64) {
	it := g.it
	start := g.middle - g.half
	if it.waits() {
		g.wait = waitBar(b, f, it, start, start+m.Wait, it.wait.Length.Hours()*hourPx)
		b.Take(g.wait)
		start += m.Wait + m.Gap
	}
	value := it.talks.Length.Hours()
	if !it.talks.Length.Known() {
		value = unknownHours
	}
	g.talk = lengthBar(b, f, it, start, start+m.Bar, value*hourPx, scene.Talks)
	b.Take(g.talk)
	if !it.talks.Length.Known() {
		p.question(b, m, it, g.talk)
	}
	// A date that is wider than its bar says so: only where a day is but a
	// few pixels does the bar itself say enough.
	if it.byMonth || s.Px(it.to)-s.Px(it.from) > 2*g.half+8 {
		p.bracket(b, f, s, it)
	}
	if d := g.middle - g.at; math.Abs(d) > max(g.half, 4) && !it.byMonth {
		b.Line("aside:"+it.id, scene.Leader, layout.ZLeader, f.Line(g.at, -1, g.middle, -5), 1, scene.Axis)
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
func (p *Picture) bracket(b *layout.Builder, f layout.Frame, s scale.Scale, it *item) {
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

// uses reports whether any talks have qualifier q.
func (p *Picture) uses(q data.Qualifier) bool {
	for i := range p.items {
		if p.items[i].hasTalks && p.items[i].talks.Length.Qualifier == q {
			return true
		}
	}
	return false
}
