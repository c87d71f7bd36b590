package lanes

import (
	"barline/scene"
	"barline/timeline/view"
)

// geometry is where everything stands at one width.
type geometry struct {
	width, margin float64
	taken         int // events that heights were chosen for
	plot          scene.Rect
	strips        []scene.Rect // the part of each lane that marks stand in
	total         scene.Rect   // the columns of all lanes; empty if there is one
}

const (
	nameHeight = 18.0 // a lane's name, over its strip
	laneGap    = 5.0
	axisRoom   = 58.0 // under the plot
	fewPerLane = 150
	totalPx    = 40.0 // the strip of all lanes
	totalGap   = 12.0
)

// stripHeight is how high a lane's strip is, beside so many others. Lanes that
// hold too few events for columns need no height to count them by: they are as
// high as the rows that their events take.
func (p *Picture) stripHeight(lane int) float64 {
	lanes := len(p.names)
	if lanes > 2 && p.table.Total() < fewPerLane*lanes {
		most := 6
		if lanes > 8 {
			most = 4
		}
		return rowPx * float64(min(max(leastRows, p.laneRows(lane)), most))
	}
	switch {
	case lanes == 1:
		return 200
	case lanes == 2:
		return 100
	case lanes <= 4:
		return 66
	case lanes <= 8:
		return 44
	}
	return leastRows * rowPx
}

// leastRows is how many rows of marks a lane has room for, at least.
const leastRows = 3

func (p *Picture) geometryFor(width float64) *geometry {
	g := &p.geometry
	if g.width == width && g.taken == p.taken {
		return g
	}
	*g = geometry{width: width, taken: p.taken, margin: view.Margin(width), strips: g.strips[:0]}
	g.plot = scene.Rect{X: g.margin, Y: 2, W: width - 2*g.margin}
	y := g.plot.Y
	if len(p.names) > 1 {
		g.total = scene.Rect{X: g.plot.X, Y: y + nameHeight, W: g.plot.W, H: totalPx}
		y = g.total.Bottom() + totalGap
	}
	for lane, name := range p.names {
		h := p.stripHeight(lane)
		if name != "" {
			y += nameHeight
		}
		g.strips = append(g.strips, scene.Rect{X: g.plot.X, Y: y, W: g.plot.W, H: h})
		y += h + laneGap
	}
	g.plot.H = y - laneGap - g.plot.Y
	return g
}

// shown is how a lane was last drawn.
type shown struct {
	// single is how much of it are marks: 1 all, 0 none, between them both.
	single float64
	rows   int
	pitch  float64 // from one row to the next, px
	// The lane's part of what was gathered for the figure.
	firstSingle, lastSingle int
	ordered                 bool // its part of Picture.order is right
}

// arrange decides how far the rows of a lane are from one another. Their number is
// taken up in steps, so that it changes seldom.
func (s *shown) arrange(strip float64, most int) {
	rows := most
	for _, n := range [...]int{1, 2, 3, 4, 6, 8, 12, 16} {
		if s.rows <= n {
			rows = min(n, most)
			break
		}
	}
	s.pitch = min(fullPitch, strip/float64(rows))
}
