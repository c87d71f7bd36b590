package lanes

import (
	"math"

	"barline/data/edtf"
	"barline/scene"
	"barline/timeline/layout"
	"barline/timeline/scale"
)

// period is a unit of the calendar that columns count by: some seconds, or some
// months if seconds is 0.
type period struct {
	seconds int64
	months  int
}

const (
	secondsPerDay  = int64(scale.Day)
	secondsPerWeek = 7 * secondsPerDay
	// firstMonday is the Monday that weeks are counted from, 5 January 1970.
	firstMonday = 4 * secondsPerDay
	// leastColumn is how wide a column is at least, in px.
	leastColumn = 3.0
	mostColumn  = 32.0 // and at most, in the middle of its period
	leastHigh   = 1.0  // how high it is
	// foundHigh is the same for what a search has found, which must be seen.
	foundHigh = markPx
	// leastTop is what a strip stands for at least, so that one event is no high
	// column.
	leastTop = 5
	// coarsest is the longest period, in years.
	coarsest = 10_000_000
)

// about is the length of a period, for choosing one.
func (u period) about() float64 {
	if u.months > 0 {
		return float64(u.months) * scale.Year / 12
	}
	return float64(u.seconds)
}

// periodFor chooses the shortest period that makes columns wide enough.
func periodFor(secondsPerPx float64) period {
	least := leastColumn * secondsPerPx
	for _, seconds := range [...]int64{1, 10, 60, 300, 900, 3600, 6 * 3600, secondsPerDay, secondsPerWeek} {
		if float64(seconds) >= least {
			return period{seconds: seconds}
		}
	}
	for _, months := range [...]int{1, 3, 12} {
		if u := (period{months: months}); u.about() >= least {
			return u
		}
	}
	years := 10
	for (period{months: 12 * years}).about() < least && years < coarsest {
		years *= 10
	}
	return period{months: 12 * years}
}

// floor is where the period begins that a time lies in.
func (u period) floor(at int64) int64 {
	if u.months > 0 {
		year, month, _ := edtf.Civil(at)
		return u.month(floorDiv(int64(year)*12+int64(month)-1, int64(u.months)))
	}
	from := int64(0)
	if u.seconds == secondsPerWeek {
		from = firstMonday
	}
	return from + floorDiv(at-from, u.seconds)*u.seconds
}

// next is where the period ends that begins at a time.
func (u period) next(at int64) int64 {
	if u.months > 0 {
		year, month, _ := edtf.Civil(at)
		return u.month(floorDiv(int64(year)*12+int64(month)-1, int64(u.months)) + 1)
	}
	return at + u.seconds
}

// month is where the nth period of months begins.
func (u period) month(n int64) int64 {
	month := n * int64(u.months)
	year := floorDiv(month, 12)
	return edtf.Unix(int(year), int(month-12*year)+1, 1)
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}

// appendBounds appends where the periods in view begin, and where the last ends.
// What is left out is one column.
func appendBounds(a *scale.Calendar, dst []int64, u period, from, to int64) []int64 {
	from, to = max(from, seconds(math.Floor(a.From))), min(to, seconds(math.Ceil(a.To)))
	if from >= to {
		return dst
	}
	gap := 0
	for at := u.floor(from); ; {
		dst = append(dst, at)
		if at >= to {
			return dst
		}
		for gap < len(a.Gaps) && a.Gaps[gap].To <= float64(at) {
			gap++
		}
		next := u.next(at)
		if gap < len(a.Gaps) && a.Gaps[gap].From <= float64(at) {
			next = max(next, u.floor(int64(a.Gaps[gap].To)))
		}
		at = next
	}
}

// columns are those in view: what they count, and where they stand.
type columns struct {
	period period
	bounds []int64
	edges  []float64 // of bounds, in px of the figure
	counts []int     // lane by lane, len(bounds)-1 each
	totals []int     // of all lanes together
	top    int       // what the highest column of a lane may stand for
	topAll int       // and one of all lanes
	found  []int     // of one lane, what a search has found
	more   []int     // of one group of a lane
}

// n is the number of columns.
func (c *columns) n() int { return max(0, len(c.bounds)-1) }

// of are the counts of a lane.
func (c *columns) of(lane int) []int { return c.counts[lane*c.n() : (lane+1)*c.n()] }

// count asks the index for all columns in view.
func (p *Picture) count(c *columns, s *scale.Calendar, plot scene.Rect) {
	first, last := p.table.Bounds()
	c.period = periodFor(s.SecondsPerPx())
	// Most events may have no time of day: then none is known to the hour.
	if c.period.about() < scale.Day && 2*p.untimed > p.taken {
		c.period = period{seconds: secondsPerDay}
	}
	c.bounds = appendBounds(s, c.bounds[:0], c.period, first, last+1)
	c.edges, c.counts, c.totals = c.edges[:0], c.counts[:0], c.totals[:0]
	for _, at := range c.bounds {
		c.edges = append(c.edges, min(max(plot.X+s.Px(float64(at)), plot.X), plot.Right()))
	}
	for range c.n() {
		c.totals = append(c.totals, 0)
	}
	most, mostAll := 0, 0
	for lane := range p.names {
		c.counts = p.appendCounts(c.counts, p.all, c, lane)
		for i, n := range c.of(lane) {
			c.totals[i] += n
			most = max(most, n)
		}
	}
	for _, n := range c.totals {
		mostAll = max(mostAll, n)
	}
	c.top, c.topAll = nice(max(leastTop, most)), nice(max(leastTop, mostAll))
}

// nice is the next round number: the steps are small, so that no column is much
// lower than it could be, and none jumps.
func nice(n int) int {
	for unit := 1; ; unit *= 10 {
		for _, tenths := range [10]int{10, 12, 15, 20, 25, 30, 40, 50, 60, 80} {
			if k := tenths * unit / 10; tenths*unit%10 == 0 && k >= n {
				return k
			}
		}
	}
}

// appendCells appends a column for every count, in a strip whose height stands
// for top; none is lower than least.
func (c *columns) appendCells(cells []scene.Cell, strip scene.Rect, counts []int, top int, least float64) []scene.Cell {
	for i, n := range counts {
		x0, x1 := c.edges[i], c.edges[i+1]
		if n == 0 || x1-x0 < 0.2 {
			continue
		}
		if x1-x0 > mostColumn {
			x0 = (x0 + x1 - mostColumn) / 2
			x1 = x0 + mostColumn
		}
		h := min(strip.H, max(least, float64(n)/float64(top)*strip.H))
		cells = append(cells, cell(x0, strip.Bottom()-h, max(0.5, x1-x0-0.5), h, 1))
	}
	return cells
}

// drawColumns draws how many events begin in each period, where a lane is too
// crowded for marks.
func (p *Picture) drawColumns(d *drawing, g *geometry, lane int) {
	sh, strip := &p.shown[lane], g.strips[lane]
	if sh.single == 1 {
		return
	}
	strip = p.columnStrip(strip)
	alpha, paint := 1-sh.single, p.kinds.paintOfAll()
	// What does not answer a query steps back.
	if p.finder.found != nil {
		alpha, paint = alpha*passed, scene.Waiting
	}
	cells := p.columns.appendCells(d.begin(), strip, p.columns.of(lane), p.columns.top, leastHigh)
	d.end(scene.Node{Role: scene.Bar, Z: layout.ZBar, Paint: paint, Alpha: alpha, Box: strip, Clip: true}, cells)
}

// columnStrip is the part of a strip that columns stand in: under what they do not
// count, if there is such a thing.
func (p *Picture) columnStrip(strip scene.Rect) scene.Rect {
	if p.coarse {
		strip.Y, strip.H = strip.Y+rowPx, strip.H-rowPx
	}
	return strip
}

// drawTotal draws the columns of all lanes together, on top of them.
func (p *Picture) drawTotal(d *drawing, g *geometry) {
	strip := g.total
	if strip.H == 0 {
		return
	}
	c := &p.columns
	alpha, paint := 1.0, scene.Quiet
	if p.finder.found != nil {
		alpha, paint = passed, scene.Waiting
	}
	cells := c.appendCells(d.begin(), strip, c.totals, c.topAll, leastHigh)
	d.end(scene.Node{ID: "total", Role: scene.Bar, Z: layout.ZBar, Paint: paint, Alpha: alpha, Box: strip, Clip: true}, cells)
	if p.finder.found == nil {
		return
	}
	for i := range c.totals {
		c.totals[i] = 0
	}
	for lane := range p.names {
		c.found = p.appendCounts(c.found[:0], p.finder.found, c, lane)
		for i, n := range c.found {
			c.totals[i] += n
		}
	}
	cells = c.appendCells(d.begin(), strip, c.totals, c.topAll, leastHigh)
	d.end(scene.Node{ID: "total:found", Role: scene.Bar, Z: layout.ZBar, Paint: scene.Talks, Box: strip, Clip: true}, cells)
}

// drawFound draws what answers a query, where a lane is in columns.
func (p *Picture) drawFound(d *drawing, g *geometry, lane int) {
	sh, strip := &p.shown[lane], g.strips[lane]
	if sh.single == 1 {
		return
	}
	strip = p.columnStrip(strip)
	c := &p.columns
	c.found = p.appendCounts(c.found[:0], p.finder.found, c, lane)
	cells := c.appendCells(d.begin(), strip, c.found, c.top, foundHigh)
	d.end(scene.Node{Role: scene.Bar, Z: layout.ZBar, Paint: scene.Talks, Alpha: 1 - sh.single, Box: strip, Clip: true}, cells)
}

// needle is the mark of an event in a lane of columns: as high as the lane, where
// the event begins, or at the end of the view that is nearest.
func needle(plot, strip scene.Rect, x float64) scene.Rect {
	x = min(max(x-needlePx/2, plot.X), plot.Right()-needlePx)
	return scene.Rect{X: x, Y: strip.Y, W: needlePx, H: strip.H}
}
