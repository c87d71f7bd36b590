package lanes

import (
	"math"

	"barline/scene"
	"barline/timeline/index"
	"barline/timeline/view"
)

// geometry is where everything stands at one width.
type geometry struct {
	width, margin float64
	plot          scene.Rect
	strips        []scene.Rect // the part of each lane that marks stand in
}

const (
	nameHeight = 18.0 // a lane's name, over its strip
	laneGap    = 5.0
	axisRoom   = 58.0 // under the plot
	fewPerLane = 150
)

// stripHeight is how high a lane's strip is, beside so many others. Lanes that
// hold too few events for columns need no height to count them by.
func (p *Picture) stripHeight() float64 {
	lanes := len(p.names)
	if lanes > 2 && p.table.Total() < fewPerLane*lanes {
		return leastStrip
	}
	switch {
	case lanes == 1:
		return 200
	case lanes == 2:
		return 100
	case lanes <= 4:
		return 56
	case lanes <= 8:
		return 32
	}
	return leastStrip
}

// leastStrip is room for a bar with words in it, and for three rows without.
const leastStrip = 26.0

func (p *Picture) geometryFor(width float64) *geometry {
	g := &p.geometry
	if g.width == width {
		return g
	}
	*g = geometry{width: width, margin: view.Margin(width), strips: g.strips[:0]}
	g.plot = scene.Rect{X: g.margin, Y: 2, W: width - 2*g.margin}
	y, h := g.plot.Y, p.stripHeight()
	for _, name := range p.names {
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
	// single is how much of it are bars: 1 all, 0 none, between them both.
	single float64
	rows   int
	pitch  float64 // from one row to the next, px
	bar    float64 // a bar's height
	// The lane's part of what was gathered for the figure.
	firstSingle, lastSingle int
	firstBucket, lastBucket int
}

const (
	fullPitch = 26.0
	mostBar   = 17.0
	leastMark = 3.0 // px, along the calendar
)

// arrange decides how high the rows of a lane are. Their number is taken up in
// steps, so that heights change seldom.
func (s *shown) arrange(strip float64) {
	rows := index.MostRows
	for _, n := range [...]int{1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48} {
		if s.rows <= n {
			rows = n
			break
		}
	}
	s.pitch = math.Min(fullPitch, strip/float64(rows))
	s.bar = math.Min(mostBar, math.Max(1, s.pitch*0.8))
}

// row is the box of a row's bars from one place on the axis to another.
func (s *shown) row(strip scene.Rect, row int, x0, x1 float64) scene.Rect {
	bottom := strip.Bottom() - float64(row)*s.pitch - (s.pitch-s.bar)/2
	if s.rows == 1 {
		bottom = strip.Bottom() - 1
	}
	return scene.Rect{X: x0, Y: bottom - s.bar, W: math.Max(x1-x0, leastMark), H: s.bar}
}
