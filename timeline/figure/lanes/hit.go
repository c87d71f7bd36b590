package lanes

import (
	"math"
	"slices"

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
	event := p.hitMark(lane, at)
	if event == index.None && p.shown[lane].single < 0.5 && p.finder.found != nil {
		event = p.hitFound(lane, at)
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

// hitMark is the event whose mark is nearest to a point, and near enough: of marks
// that are equally near the narrowest.
func (p *Picture) hitMark(lane int, at scene.Point) int {
	sh, strip := &p.shown[lane], p.geometry.strips[lane]
	event, best := index.None, [3]float64{nearRow, 0, 0}
	for _, e := range p.singles[sh.firstSingle:sh.lastSingle] {
		if sh.single < 0.5 && !e.always {
			continue
		}
		box := sh.box(strip, e)
		across := max(0, math.Abs(at.Y-box.Centre().Y)-sh.pitch/2)
		along := max(0, box.X-at.X, at.X-box.Right())
		if along > reachPx || sh.single < 0.5 && across+along > 0 {
			continue
		}
		if found := [3]float64{across, along, box.W}; slices.Compare(found[:], best[:]) < 0 {
			event, best = int(e.event), found
		}
	}
	return event
}

// hitFound is what a search has found at a point of columns.
func (p *Picture) hitFound(lane int, at scene.Point) int {
	time, slack := seconds(p.axis.Time(at.X-p.geometry.plot.X)), seconds(math.Ceil(reachPx*p.axis.SecondsPerPx()))
	for k := range groups {
		found := p.laneOf(p.finder.found, lane, k)
		for row := range found.Rows() {
			if event := found.Hit(time, slack, row); event != index.None && k.countsIn(p.columns.period) {
				return event
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
