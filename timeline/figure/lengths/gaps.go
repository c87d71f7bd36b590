package lengths

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"barline/data/edtf"
	"barline/scene"
	"barline/timeline/layout"
	"barline/timeline/scale"
	"barline/timeline/view"
	"barline/typeset"
)

// Where time runs down the page, a long time without events is shown shorter than it
// is, with a break in the axis and words that say how long it is. It begins and ends
// at ticks.
const (
	breakPx = 52.0
	// longGap is how many times as long as breakPx a gap is at least that is shortened.
	longGap = 1.6
	// leadPx is what is left of the gap whose room the leading quotation may take.
	leadPx = 148.0
	// leadSaves is how many times as long that gap is at least.
	leadSaves = 1.25
	// unbroken is from which part of the whole time on a view of it leaves nothing out.
	// Between it and the whole the gaps grow, so that a zoom begins without a jump.
	unbroken = 0.5
	// downTickPx is how far ticks down a page are apart, at least.
	downTickPx = 30.0
)

// downPx is how long the axis of a narrow calendar is that leaves nothing out.
func (p *Picture) downPx() float64 {
	return math.Round(min(12.5*monthPx, max(7*monthPx, (p.to-p.from)/(scale.Year/12)*monthPx)))
}

// downGaps are what a narrow calendar of the whole story leaves out: long gaps between
// events, and what its rounded extent has before the first event and after the last.
func (p *Picture) downGaps() scale.Gaps {
	s := scale.Scale{From: p.from, To: p.to, LengthPx: p.downPx()}
	if s.Unit(downTickPx) < scale.Days { // a break would hide which day it is
		return nil
	}
	ticks := s.Ticks(downTickPx)
	perPx := s.SecondsPerPx()
	spans := make([][2]float64, 0, len(p.items)+1)
	for i := range p.items {
		spans = append(spans, [2]float64{p.items[i].from, p.items[i].to})
	}
	for i := range p.annotations.Dated {
		spans = append(spans, [2]float64{p.annotations.Dated[i].From, p.annotations.Dated[i].To})
	}
	slices.SortFunc(spans, func(a, b [2]float64) int { return cmp.Compare(a[0], b[0]) })
	spans = append(spans, [2]float64{p.to, p.to})
	var gaps []scale.Gap
	until := p.from
	for i, span := range spans {
		// From the first tick after what was before to the last one before this.
		gap := scale.Gap{From: until, To: span[0]}
		if i > 0 {
			gap.From = p.to
			if at := slices.IndexFunc(ticks, func(t scale.Tick) bool { return t.At >= until }); at >= 0 {
				gap.From = ticks[at].At
			}
		}
		if i < len(spans)-1 {
			gap.To = p.from
			for _, t := range ticks {
				if t.At <= span[0] {
					gap.To = max(gap.To, t.At)
				}
			}
		}
		until = max(until, span[1])
		switch edge := i == 0 || i == len(spans)-1; {
		case gap.To <= gap.From:
		case edge:
			gaps = append(gaps, gap)
		case gap.To-gap.From >= longGap*breakPx*perPx:
			gap.Shown = breakPx * perPx
			gaps = append(gaps, gap)
		}
	}
	if at := p.leadGap(gaps); at >= 0 {
		if g := &gaps[at]; (g.To-g.From)/perPx < leadSaves*leadPx {
			gaps = slices.Delete(gaps, at, at+1)
		} else {
			g.Shown = leadPx * perPx
		}
	}
	return scale.NewGaps(gaps)
}

// leadGap is the gap that keeps room for the leading quotation: the longer one of those
// beside its event, or else the longest; -1 if there is none.
func (p *Picture) leadGap(gaps []scale.Gap) int {
	if p.lead == nil {
		return -1
	}
	lead := &p.items[p.story.Index(p.lead.Event())]
	beside := func(g scale.Gap) bool {
		for i := range p.items {
			if it := &p.items[i]; it.from >= g.To && it.from < lead.from || it.to <= g.From && it.to > lead.to {
				return false
			}
		}
		return true
	}
	best, bestBeside := -1, false
	for i, g := range gaps {
		if g.Shown == 0 {
			continue // at the edge
		}
		near := beside(g)
		if best < 0 || near && !bestBeside || near == bestBeside && g.To-g.From > gaps[best].To-gaps[best].From {
			best, bestBeside = i, near
		}
	}
	return best
}

// gapsIn are the gaps of a view: those of the whole story, longer the closer it is.
func (p *Picture) gapsIn(v view.View) scale.Gaps {
	if p.whole(v) {
		return p.gaps
	}
	grown := 1 - ((v.To-v.From)/(p.to-p.from)-unbroken)/(1-unbroken)
	if grown >= 1 || len(p.gaps) == 0 {
		return nil
	}
	grown = max(grown, 0)
	gaps := slices.Clone(p.gaps)
	for i := range gaps {
		g := &gaps[i]
		g.Shown += grown * g.LeftOut()
	}
	return scale.NewGaps(gaps)
}

// drawGaps draws the breaks of the axis and says how long each gap is. It reports false
// if there is no room for the words of one.
func (p *Picture) drawGaps(b *layout.Builder, m layout.Metrics, f layout.Frame, s *scale.Calendar) bool {
	all := true
	for i, g := range s.Gaps {
		from, to := s.Px(g.From), s.Px(g.To)
		if to-from < 1 || from < -0.5 || to > f.AlongPx()+0.5 {
			continue // at the edge of the story, or of the view
		}
		id := "gap:" + strconv.Itoa(i)
		room := f.Rect(from, to, 0, f.AcrossPx())
		b.Add(scene.Node{ID: id, Role: scene.Furniture, Z: layout.ZGrid, Shape: scene.Box, Paint: scene.Paper,
			Box: scene.Rect{X: room.X + 1, Y: room.Y, W: room.W + acrossMargin, H: room.H}})
		middle := (from + to) / 2
		b.Add(scene.Node{ID: id + ":break", Role: scene.Furniture, Z: layout.ZAxis, Shape: scene.Box, Paint: scene.Paper, Box: f.Rect(middle-3, middle+3, -1, 2)})
		for k, at := range [2]float64{middle - 3, middle + 3} {
			b.Line(id+":"+strconv.Itoa(k), scene.Furniture, layout.ZAxis, f.Line(at+2, -5, at-2, 5), 1, scene.Axis)
		}
		p.eraAfter(b, m, f, s, g, to)
		words := b.Block([]layout.Part{layout.PartOf(p.gapWords(g), m.Small, scene.Quiet)})
		all = b.Place(id+":words", "", room.Inset(-2), []layout.Block{words}, func(bl layout.Block) []layout.Spot {
			var spots []layout.Spot
			for _, y := range []float64{room.Centre().Y - bl.H/2, room.Y + 2, room.Bottom() - bl.H - 2} {
				spots = append(spots, layout.Spot{X: room.X + 10, Y: y}, layout.Spot{X: room.Right() - bl.W, Y: y, Align: 1})
			}
			return spots
		}) && all
	}
	return all
}

// eraAfter names the year of months, or the month of days, that begins in a gap, near its
// end beside the axis: half of the name of a tick may reach into the gap.
func (p *Picture) eraAfter(b *layout.Builder, m layout.Metrics, f layout.Frame, s *scale.Calendar, g scale.Gap, at float64) {
	unit := s.Unit(downTickPx)
	if p.words.Era(g.From-1, unit) == p.words.Era(g.To, unit) {
		return
	}
	year, month, _ := edtf.Civil(int64(g.To))
	name := p.words.Year(year)
	if unit == scale.Days {
		name = p.words.MonthShort(month)
	}
	t := b.Fonts.Line(name, scene.Style{Face: scene.SansBold, SizePx: m.Tick.SizePx})
	b.Words("era:"+strconv.Itoa(int(g.To)), "", scene.Furniture, layout.ZAxis, t, f.Plot.X-monthGap-t.WidthPx, f.Point(at, 0).Y-1.6*typeset.LineHeightPx(t.Style), scene.Ink)
}

// gapWords say how long a gap is, which begins and ends at ticks.
func (p *Picture) gapWords(g scale.Gap) string {
	y0, m0, d0 := edtf.Civil(int64(g.From))
	y1, m1, d1 := edtf.Civil(int64(g.To))
	months := 0
	if d0 == 1 && d1 == 1 {
		months = (y1-y0)*12 + m1 - m0
	}
	return p.words.WithoutEvents(p.words.Period(months, int64(g.To-g.From)))
}
