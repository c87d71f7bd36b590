package lanes

import (
	"cmp"
	"math"
	"slices"

	"barline/scene"
	"barline/timeline/scale"
	"barline/timeline/view"
)

// Events in view from which on a lane is drawn in columns, per px of the axis and
// row of words. Up to a few more both are drawn, the one fading into the other: a
// view that rests there is hard to read, so it is narrow.
const (
	crowd    = 0.05
	crowding = 0.1 // as a share of it
	// overflowPx is how far an event must have come into view for which its lane
	// has no row, until the lane is drawn in columns.
	overflowPx = 24.0
)

// setAtOnce is how many labels may be set for the first time in one frame.
const setAtOnce = 8

// Figure lays out the figure at a width from view.Ladder. It is valid until
// the next but one.
func (p *Picture) Figure(widthPx float64, v view.View) *scene.Scene {
	p.Seek(v.Query)
	p.flip = 1 - p.flip
	d := &p.drawings[p.flip]
	d.clear()
	p.labelBudget = setAtOnce
	g := p.geometryFor(widthPx)
	p.axis = scale.NewCalendar(p.Scale(widthPx, v), p.gaps)
	s := &p.axis
	d.scene.Plot = g.plot

	p.gather(g, s, v.Whole())
	p.grid(d, g, s)
	p.calendar(d, g, s)
	p.drawNames(d, g)
	for i := range p.names {
		p.drawColumns(d, g, i)
		p.drawMarks(d, g, i)
	}
	if p.finder.found != nil {
		for i := range p.names {
			p.drawFound(d, g, i)
		}
	}
	p.drawTotal(d, g)
	for i := range p.names {
		p.barWords(d, g, i)
	}
	p.drawHighlights(d, v)
	p.drawAnnotations(d, g)
	bottom := p.key(d, g, g.plot.Bottom()+axisRoom)
	bottom = p.credit(d, g, bottom+12)
	d.scene.WidthPx, d.scene.HeightPx, d.scene.RTL = widthPx, scene.Snap(bottom+18), false
	if p.fonts.RTL() {
		d.scene.Mirror()
	}
	return &d.scene
}

// gather asks the index what each lane has in view, and decides how it is drawn: of
// the whole story as marks or as columns, for that is what a page rests at.
func (p *Picture) gather(g *geometry, s *scale.Calendar, whole bool) {
	p.singles, p.shown = p.singles[:0], p.shown[:0]
	p.count(&p.columns, s, g.plot)
	for i := range p.names {
		p.shown = append(p.shown, p.gatherLane(g, s, i, whole))
	}
	for len(p.order) < len(p.singles) {
		p.order = append(p.order, 0)
	}
}

func (p *Picture) gatherLane(g *geometry, s *scale.Calendar, i int, whole bool) shown {
	from, to := seconds(math.Floor(s.From)), seconds(math.Ceil(s.To))
	limit, rows := crowd*s.LengthPx*float64(wordRows(g.strips[i].H)), int(g.strips[i].H/rowPx)
	sh := shown{firstSingle: len(p.singles)}
	n := 0
	for k := range groups {
		if k.countsIn(p.columns.period) {
			n += p.laneOf(p.all, i, k).Count(from, to)
		}
	}
	sh.single = min(1, max(0, 1-(float64(n)/limit-1)/crowding))
	if whole {
		sh.single = math.Floor(sh.single)
	}
	for k := range groups {
		counted := k.countsIn(p.columns.period)
		if counted && sh.single == 0 {
			continue
		}
		p.laneOf(p.all, i, k).Each(from, to, int(4*limit), func(event, row int, a, b int64) {
			x0, x1 := g.plot.X+s.Px(float64(a)), g.plot.X+s.Px(float64(b))
			if row >= rows && k == byDay {
				in := min(x1-g.plot.X, g.plot.Right()-x0)
				sh.single = min(sh.single, max(0, 1-in/overflowPx))
				if whole {
					sh.single = 0
				}
				return
			}
			sh.rows = max(sh.rows, row+1)
			p.singles = append(p.singles, single{int32(event), int16(min(row, rows-1)), p.traits[event], !counted, x0, x1})
		})
		if sh.single == 0 && k == byDay { // some had no row
			p.singles, sh.rows = p.singles[:sh.firstSingle], 0
		}
	}
	sh.lastSingle = len(p.singles)
	if p.coarse {
		slices.SortFunc(p.singles[sh.firstSingle:], func(a, b single) int {
			return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.x0, b.x0), cmp.Compare(a.event, b.event))
		})
	}
	sh.arrange(g.strips[i].H, rows)
	if sh.single == 0 {
		// What columns do not count stands over them, one above the other.
		sh.pitch = g.strips[i].H / float64(rows)
		for j := sh.firstSingle; j < sh.lastSingle; j++ {
			p.singles[j].row = int16(rows - 1)
		}
	}
	return sh
}
