package lanes

import (
	"barline/scene"
	"barline/timeline/layout"
	"barline/timeline/view"
)

// geometry is where everything stands at one width.
type geometry struct {
	width, margin float64
	plot          scene.Rect
	strips        []scene.Rect // the part of each lane that marks stand in
	total         scene.Rect   // the columns of all lanes; empty if there is one
	noteRows      int          // of annotations, over all lanes
}

const (
	nameHeight = 18.0 // a lane's name, over its strip
	laneGap    = 5.0
	axisRoom   = 58.0 // under the plot
	totalPx    = 40.0 // the strip of all lanes
	totalGap   = 12.0
	// wordShare is how much of the whole time a row is kept free behind an event, if
	// it can be, for its words.
	wordShare = 0.13
)

// stripHeight is how high a lane's strip is, beside so many others.
func (p *Picture) stripHeight() float64 {
	switch lanes := len(p.names); {
	case lanes == 1:
		return 200
	case lanes == 2:
		return 100
	case lanes <= 4:
		return 68
	case lanes <= 8:
		return 51
	}
	return 34
}

// wordRows is how many rows a strip of this height is filled with evenly: as far
// from one another as places that are pressed must be, and words have room.
func wordRows(strip float64) int { return int(strip / layout.MinTarget) }

func (p *Picture) geometryFor(width float64) *geometry {
	g := &p.geometry
	if g.width == width {
		return g
	}
	*g = geometry{width: width, margin: view.Margin(width), strips: g.strips[:0]}
	g.plot = scene.Rect{X: g.margin, Y: 2, W: width - 2*g.margin}
	g.noteRows = p.annotationRows(g)
	y := g.plot.Y + layout.StripPx(g.noteRows)
	if len(p.names) > 1 {
		g.total = scene.Rect{X: g.plot.X, Y: y + nameHeight, W: g.plot.W, H: totalPx}
		y = g.total.Bottom() + totalGap
	}
	for _, name := range p.names {
		h := p.stripHeight()
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

// arrange decides how far the rows of a lane are from one another: as far as words
// need, or closer where more events overlap. Their number is taken up in steps, so
// that it changes seldom.
func (s *shown) arrange(strip float64, most int) {
	rows := min(wordRows(strip), most)
	for _, n := range [...]int{3, 4, 6, 8, 12, 16, most} {
		if s.rows <= rows {
			break
		}
		rows = max(rows, min(n, most))
	}
	s.pitch = min(fullPitch, strip/float64(rows))
}
