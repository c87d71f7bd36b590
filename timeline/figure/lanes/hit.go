package lanes

import (
	"math"

	"barline/scene"
	"barline/timeline/index"
	"barline/timeline/layout"
)

const (
	reachPx = 6.0  // along the calendar, a press may miss a bar by so much
	nearRow = 14.0 // and across it
)

// Hit is the id of the event that a press on a point of the last figure means,
// or "". The scene on show is that of the last figure.
func (p *Picture) Hit(_ *scene.Scene, at scene.Point) string {
	if n := p.onWords(at); n != "" {
		return n
	}
	at = p.toLTR(at)
	for _, n := range [2]*highlight{&p.selected, &p.focused} {
		if n.event >= 0 {
			if box, ok := p.boxOf(n.event); ok && box.AtLeast(layout.MinTarget/2, layout.MinTarget/2).Contains(at) {
				return n.id
			}
		}
	}
	lane, ok := p.laneAt(at)
	if !ok {
		return ""
	}
	event := index.None
	time, slack := seconds(p.axis.timeAt(at.X-p.geometry.plot.X)), seconds(math.Ceil(reachPx*p.axis.SecondsPerPx()))
	sh := &p.shown[lane]
	switch {
	case sh.single >= 0.5:
		event = p.hitRow(lane, at.Y, time, slack)
	case p.finder.found != nil:
		found := p.finder.found.Lane(lane)
		for row := 0; row < found.Rows() && event == index.None; row++ {
			event = found.Hit(time, slack, row)
		}
	}
	if event == index.None {
		return ""
	}
	return p.table.ID(event)
}

// toLTR undoes the mirroring of a picture that runs from right to left.
func (p *Picture) toLTR(at scene.Point) scene.Point {
	if p.fonts.RTL() {
		at.X = p.geometry.width - at.X
	}
	return at
}

// onWords is the event whose label lies at a point.
func (p *Picture) onWords(at scene.Point) string {
	nodes := p.drawings[p.flip].scene.Nodes
	for i := len(nodes) - 1; i >= 0; i-- {
		if n := &nodes[i]; n.Role == scene.Label && n.Alpha > 0.5 && n.Box.Contains(at) {
			return n.Event
		}
	}
	return ""
}

func (p *Picture) laneAt(at scene.Point) (int, bool) {
	if at.X < p.geometry.plot.X-reachPx || at.X > p.geometry.plot.Right()+reachPx {
		return 0, false
	}
	for i, strip := range p.geometry.strips {
		if i < len(p.shown) && at.Y >= strip.Y-laneGap/2 && at.Y < strip.Bottom()+laneGap/2 {
			return i, true
		}
	}
	return 0, false
}

// hitRow looks at the row under the hand first, and then at those nearby.
func (p *Picture) hitRow(lane int, y float64, time, slack int64) int {
	sh, strip := &p.shown[lane], p.geometry.strips[lane]
	row := int(math.Floor((strip.Bottom() - y) / sh.pitch))
	for off := 0; float64(off-1)*sh.pitch < nearRow; off++ {
		for _, r := range [2]int{row - off, row + off} {
			if e := p.all.Lane(lane).Hit(time, slack, r); e != index.None {
				return e
			}
		}
	}
	return index.None
}

// Dense reports whether a point of the last figure lies on columns: a press there
// goes closer.
func (p *Picture) Dense(at scene.Point) bool {
	at = p.toLTR(at)
	if p.geometry.total.Contains(at) {
		return true
	}
	lane, ok := p.laneAt(at)
	return ok && p.shown[lane].single < 0.5 && at.X >= p.geometry.plot.X && at.X <= p.geometry.plot.Right()
}
