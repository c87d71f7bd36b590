package spans

import (
	"math"
	"slices"

	"barline/scene"
	"barline/timeline/layout"
	"barline/timeline/scale"
	"barline/timeline/view"
	"barline/typeset"
)

// spanPlan is where everything stands that does not move while the reader zooms
// and pans: the plot, the row of each event, the names of lanes.
type spanPlan struct {
	m    layout.Metrics
	plot scene.Rect
	// list: every event has a row of its own, its title over its mark.
	list bool
	// Of each event: the middle of its mark, and the side of its words.
	rowY   []float64
	sides  []labelSide
	wanted []float64 // the width of its words, beside it
	// rows are the events of each row from left to right; a list has none.
	rows     [][]int
	barPx    float64 // the thickness of bars
	laneTops []float64
	titles   [][]*scene.Text // of a list, the lines of each title
	dates    []*scene.Text   // of a list
	dateRow  []bool          // of a list: the date stands on a line of its own
	// periodRows are the rows of the periods' titles, from the top.
	periodRows []int
	// noteRows are how many rows annotations have, from noteY on.
	noteRows int
	noteY    float64
	gutter   float64
}

// labelSide is where an event's words stand.
type labelSide uint8

const (
	noLabel labelSide = iota
	insideLabel
	rightLabel
	leftLabel
)

const (
	spanPitch   = 28.0 // from row to row of a wide figure
	spanBar     = 18.0
	laneSpace   = 14.0   // between two lanes
	spanLead    = 7.0    // between a mark and its words
	spanClear   = 12.0   // between the words of one event and the next mark
	leastLabel  = 46.0   // words shorter than this say nothing
	goodRowsPx  = 400.0  // height of the rows of a wide figure, if words need not be cut much
	manyRowsPx  = 660.0  // if they need be cut
	mostRowsPx  = 1100.0 // at most: a list, which has a row for each event, is higher still
	listLine    = 18.0   // height of a line of a title in a list
	listMark    = 10.0   // thickness of marks in a list
	laneHeading = 30.0
	periodPx    = 18.0 // height of a row of periods' titles
	mostGutter  = 0.2  // of the width, for names of lanes
)

// planFor is the plan at a width, made once.
func (p *Picture) planFor(widthPx float64) *spanPlan {
	if known, ok := p.plans.Load(widthPx); ok {
		return known.(*spanPlan)
	}
	plan := p.planWide(widthPx)
	if plan == nil {
		plan = p.planList(widthPx)
	}
	p.plans.Store(widthPx, plan)
	return plan
}

// named reports whether the lanes have names to be shown.
func (p *Picture) named() bool { return len(p.lanes) > 1 || len(p.lanes) == 1 && p.lanes[0].name != "" }

// planWide packs rows. It is nil where the page is narrow, or where so many
// events share a time that words would have to be left out.
func (p *Picture) planWide(widthPx float64) *spanPlan {
	if widthPx < view.WideFrom {
		return nil
	}
	plan := &spanPlan{m: layout.MetricsFor(widthPx), barPx: spanBar}
	m := plan.m
	if p.named() {
		style := scene.Style{Face: scene.SansBold, SizePx: 13}
		for _, l := range p.lanes {
			plan.gutter = max(plan.gutter, p.fonts.Width(l.name, style))
		}
		plan.gutter = math.Ceil(min(plan.gutter, mostGutter*widthPx)) + 18
	}
	plan.plot = scene.Rect{X: m.Margin + plan.gutter, W: widthPx - 2*m.Margin - plan.gutter}
	s := scale.Scale{From: p.from, To: p.to, LengthPx: plan.plot.W}
	top := p.placeAnnotations(plan, s, p.placePeriods(plan, s))
	// Words are shortened a little rather than that there are many rows, and more
	// where there would be too many.
	for _, try := range []struct{ labelPx, rowsPx float64 }{{320, goodRowsPx}, {220, goodRowsPx}, {150, goodRowsPx}, {150, manyRowsPx}, {100, manyRowsPx}, {150, mostRowsPx}, {100, mostRowsPx}, {70, mostRowsPx}} {
		packed := p.pack(plan, s, try.labelPx)
		rows := 0
		for _, l := range packed {
			rows += len(l)
		}
		if float64(rows)*spanPitch+float64(len(p.lanes)-1)*laneSpace <= try.rowsPx {
			p.settle(plan, packed, top)
			return plan
		}
	}
	return nil
}

// packedRow is a row of one lane: its events, and where its last words end.
type packedRow struct {
	items []int
	end   float64
}

// pack puts the events of each lane into as few rows as hold them with words of
// at most so many px.
func (p *Picture) pack(plan *spanPlan, s scale.Scale, mostPx float64) [][]packedRow {
	plan.sides, plan.wanted = make([]labelSide, len(p.items)), make([]float64, len(p.items))
	all := make([][]packedRow, len(p.lanes))
	for l := range p.lanes {
		order := slices.Clone(p.lanes[l].items)
		slices.SortStableFunc(order, func(a, b int) int {
			x, _ := p.markAt(&p.items[a], s)
			y, _ := p.markAt(&p.items[b], s)
			switch {
			case x < y:
				return -1
			case x > y:
				return 1
			}
			return 0
		})
		for _, i := range order {
			x0, x1 := p.markAt(&p.items[i], s)
			wanted := min(p.labelIn(&p.items[i], plan.m.Small, math.Inf(1)).w, mostPx)
			side, from, to := rightLabel, x0, x1+spanLead+wanted
			switch {
			case p.fitsInside(&p.items[i], plan, s, wanted):
				side, to = insideLabel, x1
			case to > s.LengthPx && x0-spanLead-wanted >= -plan.leftRoom():
				side, from, to = leftLabel, x0-spanLead-wanted, x1
			case to > s.LengthPx:
				to = s.LengthPx
			}
			plan.sides[i], plan.wanted[i] = side, wanted
			row := slices.IndexFunc(all[l], func(r packedRow) bool { return r.end+spanClear <= from })
			if row < 0 {
				all[l] = append(all[l], packedRow{})
				row = len(all[l]) - 1
			}
			all[l][row].items, all[l][row].end = append(all[l][row].items, i), to
		}
	}
	return all
}

// leftRoom is how far words may reach to the left of the plot: into the margin
// where there are no names of lanes.
func (plan *spanPlan) leftRoom() float64 {
	if plan.gutter > 0 {
		return 0
	}
	return 8
}

// settle turns packed rows into places.
func (p *Picture) settle(plan *spanPlan, packed [][]packedRow, top float64) {
	plan.rowY = make([]float64, len(p.items))
	plan.rows = nil
	y := top
	for l, rows := range packed {
		if l > 0 {
			y += laneSpace
		}
		plan.laneTops = append(plan.laneTops, y)
		if p.named() {
			// A lane is at least as high as its name and number.
			y += max(0, 40-float64(len(rows))*spanPitch) / 2
		}
		for _, r := range rows {
			for _, i := range r.items {
				plan.rowY[i] = y + spanPitch/2
			}
			plan.rows = append(plan.rows, r.items)
			y += spanPitch
		}
		if p.named() {
			y += max(0, 40-float64(len(rows))*spanPitch) / 2
		}
	}
	plan.laneTops = append(plan.laneTops, y+laneSpace)
	plan.plot.Y, plan.plot.H = 6, y+8-6
}

// placePeriods gives the titles of periods rows on top, and returns where the
// events may begin.
func (p *Picture) placePeriods(plan *spanPlan, s scale.Scale) float64 {
	plan.periodRows = make([]int, len(p.periods))
	var ends []float64
	style := scene.Style{Face: scene.Sans, SizePx: 12.5}
	for i, period := range p.periods {
		x0, x1 := max(s.Px(period.from), 0), min(s.Px(period.to), s.LengthPx)
		w := min(p.fonts.Width(period.title, style), max(x1-x0, 120))
		from := max(0, min((x0+x1)/2-w/2, s.LengthPx-w))
		row := slices.IndexFunc(ends, func(end float64) bool { return end+10 <= from })
		if row < 0 {
			ends = append(ends, 0)
			row = len(ends) - 1
		}
		ends[row] = from + w
		plan.periodRows[i] = row
	}
	return 10 + float64(len(ends))*periodPx
}

// planList gives every event a row of its own.
func (p *Picture) planList(widthPx float64) *spanPlan {
	plan := &spanPlan{m: layout.MetricsFor(widthPx), list: true, barPx: listMark}
	m := plan.m
	plan.plot = scene.Rect{X: m.Margin, Y: 30, W: widthPx - 2*m.Margin}
	s := scale.Scale{From: p.from, To: p.to, LengthPx: plan.plot.W}
	plan.rowY = make([]float64, len(p.items))
	plan.titles, plan.dates, plan.dateRow = make([][]*scene.Text, len(p.items)), make([]*scene.Text, len(p.items)), make([]bool, len(p.items))
	y := p.placeAnnotations(plan, s, plan.plot.Y+p.placePeriods(plan, s)-4)
	title, date := listTitle(), listDate()
	for _, l := range p.lanes {
		plan.laneTops = append(plan.laneTops, y)
		if p.named() {
			y += laneHeading
		}
		for _, i := range l.items {
			it := &p.items[i]
			lines := p.fonts.Wrap(it.title, title, plan.plot.W, 3)
			d := p.fonts.Line(it.when, date)
			if d.WidthPx > plan.plot.W {
				d = p.fonts.Shorten(it.when, date, plan.plot.W)
			}
			plan.titles[i], plan.dates[i] = lines, d
			last := lines[len(lines)-1]
			plan.dateRow[i] = last.WidthPx+8+d.WidthPx > plan.plot.W
			y += 8 + float64(len(lines))*listLine
			if plan.dateRow[i] {
				y += listLine
			}
			plan.rowY[i] = y + 4 + listMark/2
			y += 4 + listMark + 4
		}
	}
	plan.laneTops = append(plan.laneTops, y)
	plan.plot.H = y + 6 - plan.plot.Y
	return plan
}

func listTitle() scene.Style { return scene.Style{Face: scene.SansBold, SizePx: 14} }
func listDate() scene.Style  { return scene.Style{Face: scene.Sans, SizePx: 13} }

// lineOf centres a line of text on a row.
func lineOf(t *scene.Text, middle float64) float64 { return middle - typeset.LineHeightPx(t.Style)/2 }
