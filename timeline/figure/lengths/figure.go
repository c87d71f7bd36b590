package lengths

import (
	"math"
	"slices"
	"sync"
	"sync/atomic"

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
	if last := p.memory.last.Load(); last != nil && last.widthPx == widthPx && last.view == key && last.apart == p.Apart(widthPx) {
		return last.copied(), last.bottom
	}
	m := p.metrics(widthPx)
	b := layout.NewBuilder(p.fonts, 128)
	if v.Arrangement == view.Compare {
		bottom = p.compare(b, m)
	} else {
		bottom = p.calendar(b, m, v)
	}
	keyY := bottom
	bottom = b.Explain(m, p.Apart(widthPx), p.keyEntries(v.Arrangement, v.Arrangement == view.Calendar && !p.fitted(m).rows), p.credit, bottom)
	b.Signs(m, p.quotes)
	if v.Arrangement == view.Compare || p.whole(v) { // while somebody pans it would jump from place to place
		b.Lead(m, p.lead, v.Arrangement, keyY)
	}
	b.Interrupt()
	b.Scene.Sort() // once, not for every highlight
	last := &remembered{widthPx: widthPx, apart: p.Apart(widthPx), view: key, scene: b.Scene, bottom: bottom}
	p.memory.last.Store(last)
	return last.copied(), bottom
}

// metrics are the sizes at a width.
func (p *Picture) metrics(widthPx float64) layout.Metrics {
	m := layout.MetricsFor(widthPx)
	m.Wait = waitThick
	return m
}

// memory is what a picture has laid out and may be asked for again. It is safe for
// concurrent use.
type memory struct {
	last atomic.Pointer[remembered]
	// fits are what the fitted calendars need, by width.
	fits sync.Map
}

type remembered struct {
	widthPx float64
	apart   bool
	view    view.View
	scene   *scene.Scene
	bottom  float64
}

// copied is the scene for somebody who will change it.
func (r *remembered) copied() *scene.Scene {
	s := *r.scene
	s.Nodes = append(make([]scene.Node, 0, len(s.Nodes)+4), s.Nodes...) // and rings
	for i := range s.Nodes {
		s.Nodes[i].Cells = slices.Clone(s.Nodes[i].Cells) // which are mirrored in place
	}
	return &s
}

// Scale is the calendar's scale in a figure of this width: what pans and
// zooms work on.
func (p *Picture) Scale(widthPx float64, v view.View) scale.Scale {
	m := p.metrics(widthPx)
	f, _ := p.calendarFrame(m, v, p.fitted(m))
	s := scale.Scale{From: v.From, To: v.To, LengthPx: f.AlongPx()}
	if v.Whole() {
		s.From, s.To = p.from, p.to
	}
	return s
}

// Calendar is the calendar as it is drawn in a figure of this width.
func (p *Picture) Calendar(widthPx float64, v view.View) scale.Calendar {
	m := p.metrics(widthPx)
	_, c := p.calendarFrame(m, v, p.fitted(m))
	return c
}

const (
	wideGutter   = 58.0  // names of lengths, left of a wide plot, at least
	downGutter   = 42.0  // month labels, left of a narrow plot, at least
	monthGap     = 11.0  // between their names and the plot
	monthPx      = 50.0  // height of a month down a narrow page, fitted
	leastDown    = 260.0 // of a narrow plot, whatever it leaves out: popovers need room
	downTop      = 28.0  // above a narrow plot, for the names of lengths
	highest      = 640.0 // a wide plot, in the place of rows
	headroom     = 20.0  // above a wide plot, at least
	labelRoom    = 84.0  // over the longest talks of a wide plot, for their label
	acrossMargin = 2.0
	topmost      = 3.0 // no words stand higher
)

// fit is what the fitted calendar needs at a width.
type fit struct {
	// end is where it ends: every other view ends there, too.
	end float64
	// rows: the marks have no room on their dates, and stand in rows.
	rows bool
	// plain: nothing is left out, since there is no room for all words otherwise.
	plain bool
	// spare is what of the room over a wide plot no words stand in.
	spare float64
}

// fitted finds out what the fitted calendar needs.
func (p *Picture) fitted(m layout.Metrics) fit {
	if known, ok := p.memory.fits.Load(m.Width); ok {
		return known.(fit)
	}
	var found fit
	end, ok := 0.0, false
	var b *layout.Builder
	try := func() bool {
		b = layout.NewBuilder(p.fonts, 128)
		end, ok = p.calendarTo(b, m, view.View{}, fit{end: math.Inf(1), plain: found.plain})
		return ok
	}
	if found.plain = !m.Down || len(p.gaps) == 0; !p.crowded(m) {
		if !try() && !found.plain {
			found.plain = true
			try()
		}
		if !m.Down {
			found.spare = spareOver(b.Scene, p.annotationsAbove(m))
		}
	}
	if found.end = end - found.spare; !ok {
		found = fit{end: max(end, p.rows(layout.NewBuilder(p.fonts, 128), m)), rows: true}
	}
	p.memory.fits.Store(m.Width, found)
	return found
}

// spareOver is how much of the room over a scene's plot, and under its strip of
// annotations, could be left out: no words stand in it.
func spareOver(s *scene.Scene, stripPx float64) float64 {
	top := s.Plot.Y - headroom
	for i := range s.Nodes {
		if n := &s.Nodes[i]; n.Shape == scene.Glyphs && n.Role != scene.Annotation {
			top = math.Min(top, n.Box.Y-topmost)
		}
	}
	return math.Max(0, math.Floor(top-stripPx))
}

// crowded reports whether the calendar of the whole story has so many bars that
// there is no use in trying to find room for their words.
func (p *Picture) crowded(m layout.Metrics) bool {
	f, _ := p.calendarFrame(m, view.View{}, fit{})
	perBar := 15.0
	if !m.Down {
		perBar = 24
	}
	return float64(len(p.order))*perBar > f.AlongPx()
}

// calendarFrame is where the calendar's plot lies, and the time it shows.
func (p *Picture) calendarFrame(m layout.Metrics, v view.View, room fit) (layout.Frame, scale.Calendar) {
	s := scale.Scale{From: v.From, To: v.To}
	if v.Whole() {
		s.From, s.To = p.from, p.to
	}
	if m.Down {
		var gaps scale.Gaps
		h := p.downPx()
		if !room.plain {
			gaps = p.gapsIn(v)
			h = max(h*(p.gaps.Axis(p.to)-p.gaps.Axis(p.from))/(p.to-p.from), min(h, leastDown))
		}
		f := layout.Frame{Down: true, Plot: scene.Rect{X: m.Margin + p.gutter, Y: downTop, W: m.Width - 2*m.Margin - p.gutter - acrossMargin, H: math.Round(h)}}
		if room.rows {
			f.Plot.H = math.Max(f.Plot.H, math.Floor(room.end-f.Plot.Y-underDots-p.footPx(m)))
		}
		s.LengthPx = f.Plot.H
		shown := s
		shown.From, shown.To = gaps.Axis(s.From), gaps.Axis(s.To)
		if shown.Unit(downTickPx) < scale.Days { // a break would hide which day it is
			return f, scale.NewCalendar(s, nil)
		}
		return f, scale.NewCalendar(shown, gaps)
	}
	h := math.Round(math.Min(440, math.Max(300, m.Width*0.34)))
	above := p.annotationsAbove(m) + math.Max(headroom, math.Ceil(labelRoom-h*(1-p.drawnHours()/p.maxHours))) - room.spare
	gutter := p.lengthGutter(m)
	if room.rows { // what is in view may take the room that the rows took
		h = math.Max(h, math.Floor(math.Min(highest, room.end-above-laneTop-laneStep*laneRows)))
	}
	f := layout.Frame{Plot: scene.Rect{X: m.Margin + gutter, Y: above, W: m.Width - 2*m.Margin - gutter, H: h}}
	s.LengthPx = f.Plot.W
	return f, scale.NewCalendar(s, nil)
}

// whole reports whether a view shows the whole story.
func (p *Picture) whole(v view.View) bool {
	return v.Shows(p.from, p.to)
}

// calendar lays out bars on their dates and returns where the figure's next part
// may begin. Whatever is in view, that is where the whole story's calendar ends: a
// figure that grew while the view moves would move the page under it.
func (p *Picture) calendar(b *layout.Builder, m layout.Metrics, v view.View) float64 {
	room := p.fitted(m)
	if room.rows && p.whole(v) {
		p.rows(b, m)
	} else {
		p.calendarTo(b, m, v, room)
	}
	return room.end
}

// underDots is the room between the last row of dots and what follows.
const underDots = 6.0

// calendarTo lays the calendar out, no further down than the room goes, and returns
// its own end. It reports false if a mark has no room for its length in words, or
// none of its own on its date.
func (p *Picture) calendarTo(b *layout.Builder, m layout.Metrics, v view.View, room fit) (end float64, ok bool) {
	f, s := p.calendarFrame(m, v, room)
	b.Scene.Plot = f.Plot
	l := p.lengthsOver(f.AcrossPx())
	if m.Down {
		l = p.lengthsBeside(f.AcrossPx(), func(it *item) float64 { return p.downRoom(b, m, it, f.AcrossPx()) })
	}
	p.lengthsAxis(b, m, f, l)
	p.calendarAxis(b, m, f, &s)

	groups, ok := p.groups(m, &s)
	for i := range groups {
		p.bars(b, m, f, &s, &groups[i], l)
	}
	if m.Down {
		ok = p.drawGaps(b, m, f, &s) && ok
		foot := p.footPx(m)
		rows := p.dotRows(b, m, f, &s, room.end-underDots-foot)
		ok = p.downLabels(b, m, f, groups) && ok
		end = max(f.Plot.Bottom(), rows) + underDots + foot
		if !math.IsInf(room.end, 1) {
			p.annotate(b, m, f, &s, l, room.end)
		}
		return end, ok
	}
	ok = p.wideLabels(b, m, f, groups) && ok
	end = p.dotLane(b, m, f, &s, room.end)
	p.annotate(b, m, f, &s, l, end)
	return end, ok
}
