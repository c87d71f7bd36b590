package lengths

import (
	"cmp"
	"math"
	"slices"

	"barline/scene"
	"barline/timeline/layout"
	"barline/timeline/scale"
	"barline/typeset"
)

const (
	labelGap  = 7.0  // between a bar and the label over it
	sideGap   = 9.0  // between a bar and the label beside it
	leadStep  = 14.0 // how much higher each next try with a leader stands
	leadTries = 12
)

// wideLabels labels the bars of a wide calendar. Those with a note come first,
// then the tallest: they have the fewest places to go. It reports false if one has
// no place for its length.
func (p *Picture) wideLabels(b *layout.Builder, m layout.Metrics, f layout.Frame, groups []group) bool {
	top := p.annotationsAbove(m) + topmost
	bounds := scene.Rect{X: m.Margin, Y: top, W: m.Width - 2*m.Margin, H: f.Plot.Bottom() - top}
	all := true
	for _, g := range byPriority(groups) {
		it := g.it
		spots := func(bl layout.Block) []layout.Spot {
			spots := append(overSpots(g.talk, bl), besideSpots(g.talk, bl)...)
			return append(spots, leadSpots(g.talk, bl)...)
		}
		if !g.wait.Empty() {
			// One label tells the wait and the talks after it.
			all = (b.Place(it.id, it.id, bounds, p.waitBlocks(b, m, it), func(bl layout.Block) []layout.Spot {
				return append(besideBoth(g.wait, g.talk, bl), overSpots(g.wait, bl)...)
			}) || b.Place(it.id, it.id, bounds, p.waitBlocks(b, m, it), spots)) && all
			continue
		}
		all = b.Place(it.id, it.id, bounds, p.talkBlocks(b, m, it), spots) && all
	}
	return all
}

// byPriority orders groups for labelling.
func byPriority(groups []group) []*group {
	order := make([]*group, len(groups))
	for i := range groups {
		order[i] = &groups[i]
	}
	slices.SortStableFunc(order, func(a, b *group) int {
		if noted := a.it.note != ""; noted != (b.it.note != "") {
			if noted {
				return -1
			}
			return 1
		}
		return cmp.Compare(max(b.talk.H, b.wait.H), max(a.talk.H, a.wait.H))
	})
	return order
}

// talkBlocks are the variants of a meeting's label, longest first.
func (p *Picture) talkBlocks(b *layout.Builder, m layout.Metrics, it *item) []layout.Block {
	note := layout.PartOf(it.note, noteStyle(m), scene.Talks)
	length := layout.PartOf(it.length, m.Value, scene.Ink)
	short := layout.PartOf(it.lengthShort, m.Value, scene.Ink)
	date := layout.PartOf(it.date, m.Small, scene.Quiet)
	dateShort := layout.PartOf(it.dateShort, m.Small, scene.Quiet)
	place := layout.PartOf(b.Fonts.Shorten(it.place, m.Small, mostTitlePx).String, m.Small, scene.Quiet)
	remark := layout.PartOf(it.lengthNote, m.Small, scene.Quiet)
	row := func(p layout.Part) []layout.Part { return []layout.Part{p} }
	return []layout.Block{
		b.Block(row(note), row(length), row(remark), row(date), row(place)),
		b.Block(row(note), row(length), row(remark), row(date)),
		b.Block(row(note), row(short), row(dateShort)),
		b.Block(row(short), row(dateShort)),
		b.Block(row(short)),
	}
}

// waitBlocks are the variants of the label of a meeting that began with a
// wait: the wait, then the talks.
func (p *Picture) waitBlocks(b *layout.Builder, m layout.Metrics, it *item) []layout.Block {
	style := m.Small
	if it.talks.Length.Known() {
		style.Face = scene.SansBold
	}
	row := func(text string, style scene.Style, paint scene.Paint) []layout.Part {
		return []layout.Part{layout.PartOf(text, style, paint)}
	}
	waited, short := row(it.waited, m.Small, scene.Ink), row(it.waitedShort, m.Small, scene.Ink)
	then, remark, date := row(p.words.Before(it.thenTalks, it.lengthNote), style, scene.Ink), row(it.lengthNote, m.Small, scene.Quiet), row(it.date, m.Small, scene.Quiet)
	return []layout.Block{
		b.Block(waited, then, remark, date),
		b.Block(waited, then, remark),
		b.Block(short, then, remark),
		b.Block(short, then),
	}
}

// overSpots stand over a bar: centred, then staggered to either side.
func overSpots(bar scene.Rect, bl layout.Block) []layout.Spot {
	c, y := bar.Centre().X, bar.Y-labelGap-bl.H
	spots := []layout.Spot{{X: c - bl.W/2, Y: y, Align: 0.5}}
	for _, share := range []float64{0.25, 0.5, 0.75, 1} {
		d := (bl.W - bar.W) / 2 * share
		spots = append(spots, layout.Spot{X: c - bl.W/2 + d, Y: y, Align: flush(share)}, layout.Spot{X: c - bl.W/2 - d, Y: y, Align: flush(-share)})
	}
	return spots
}

// flush aligns the rows of a label that was moved aside with the side that
// is nearer its bar.
func flush(share float64) float64 {
	switch {
	case share >= 0.5:
		return 0
	case share <= -0.5:
		return 1
	}
	return 0.5
}

// besideSpots stand beside a bar, at its top and further down: right, then
// left.
func besideSpots(bar scene.Rect, bl layout.Block) []layout.Spot {
	right, left := bar.Right()+sideGap, bar.X-sideGap-bl.W
	ys := []float64{bar.Y - 2, bar.Y + bar.H*0.25, bar.Y + bar.H/2 - bl.H/2}
	var spots []layout.Spot
	for _, y := range ys {
		spots = append(spots, layout.Spot{X: right, Y: y})
	}
	for _, y := range ys {
		spots = append(spots, layout.Spot{X: left, Y: y, Align: 1})
	}
	return spots
}

// besideBoth are the spots beside a wait and the talks after it: what stands over the
// talks stands right beside the wait.
func besideBoth(wait, talk scene.Rect, bl layout.Block) []layout.Spot {
	spots := besideSpots(wait.Union(talk), bl)
	for i := range spots {
		if s := &spots[i]; s.X > talk.X && s.Y+bl.H+labelGap <= talk.Y {
			s.X = wait.Right() + sideGap
		}
	}
	return spots
}

// leadSpots stand higher over a bar, with a line down to it.
func leadSpots(bar scene.Rect, bl layout.Block) []layout.Spot {
	var spots []layout.Spot
	c := bar.Centre().X
	for i := 1; i <= leadTries; i++ {
		y := bar.Y - labelGap - bl.H - float64(i)*leadStep
		leader := scene.Rect{X: c, Y: bar.Y - 3, H: y + bl.H + 2 - (bar.Y - 3)}
		for _, share := range []float64{0, 0.5, -0.5, 1, -1} {
			spots = append(spots, layout.Spot{X: c - bl.W/2 + (bl.W-bar.W)/2*share, Y: y, Align: flush(share), Leader: leader})
		}
	}
	return spots
}

const (
	laneTop  = 44.0 // from the axis to the middle of the first row of dots
	laneStep = 24.0
	laneRows = 8
)

// columnPx is how near two dates are that hang on one stem: a stem of its own
// would touch the other's dot.
const columnPx = dotPx/2 + 2

// hanging is a context event in the lane under the calendar.
type hanging struct {
	it   *item
	x, y float64
}

// dotLane hangs the context events under the calendar, each on its date, in
// rows so that no label meets another or a stem. It returns the lane's end, which is
// not beyond end.
func (p *Picture) dotLane(b *layout.Builder, m layout.Metrics, f layout.Frame, s *scale.Calendar, end float64) float64 {
	axis := f.Plot.Bottom()
	bottom := axis + 30
	bounds := scene.Rect{X: m.Margin, Y: axis, W: m.Width - 2*m.Margin, H: laneTop + laneStep*(laneRows+1)}
	rows := max(laneRows, len(p.items))
	if !math.IsInf(end, 1) {
		rows = max(1, int(math.Floor((end-axis-laneTop-laneStep/2)/laneStep+1e-6))+1)
	}
	var dots []hanging
	for it, at := range p.inView(s, false) {
		x := f.Point(at, 0).X
		for _, d := range dots {
			if math.Abs(d.x-x) < columnPx {
				x = d.x
				break
			}
		}
		dots = append(dots, hanging{it: it, x: x})
	}
	// From right to left: words lie to the right of their dots, so those that
	// find no room there hang lower, on stems with nothing in their way.
	slices.SortStableFunc(dots, func(a, b hanging) int { return cmp.Compare(b.x, a.x) })
	for i := range dots {
		d := &dots[i]
		row, side, bl := p.laneRow(b, m, dots[i:], axis, bounds, rows)
		d.y = axis + laneTop + float64(row)*laneStep
		b.Take(dot(b, d.it, scene.Point{X: d.x, Y: d.y}))
		b.Take(laneStem(d.x, d.y, axis))
		bottom = max(bottom, d.y+laneStep/2)
		if bl.W > 0 {
			b.Put(d.it.id, d.it.id, bl, layout.Spot{X: side, Y: d.y - bl.H/2})
		}
		// Where several hang on one stem, each stem begins at the dot above.
		top := underNames(b, d.x, axis)
		for _, e := range dots[:i] {
			if e.x == d.x {
				top = max(top, e.y+dotPx/2)
			}
		}
		if length := d.y - dotPx/2 - top; length > 0 {
			b.Line("stem:"+d.it.id, scene.Leader, layout.ZLeader, scene.Rect{X: d.x, Y: top, H: length}, 1, scene.Axis)
			b.Last().Event = d.it.id
		}
	}
	return bottom
}

// underNames is where a stem from the axis begins: under the name that stands in its
// way, if there is one.
func underNames(b *layout.Builder, x, axis float64) float64 {
	for i := range b.Scene.Nodes {
		n := &b.Scene.Nodes[i]
		if n.Z == layout.ZAxis && n.Shape == scene.Glyphs && n.Box.Y > axis && n.Box.Y < axis+laneTop && n.Box.X-2 < x && x < n.Box.Right()+2 {
			return n.Box.Bottom() + 1
		}
	}
	return axis
}

// laneStem is the room that a stem needs, under the dates on the axis.
func laneStem(x, y, axis float64) scene.Rect {
	return scene.Rect{X: x - 1, Y: axis + 28, W: 2, H: max(0, y-axis-28-dotPx/2)}
}

// dotWidths are how wide the label of a dot may be, the widest that finds room being
// taken.
func dotWidths() [5]float64 { return [...]float64{math.Inf(1), 320, 220, 150, 90} }

// laneRow finds the first row in which the first dot and its label fit, or at
// least the dot; a block of no width means that the words stand in the popover
// alone. The other dots come later and need their stems. There are so many rows;
// where none is free the last one is shared.
func (p *Picture) laneRow(b *layout.Builder, m layout.Metrics, dots []hanging, axis float64, bounds scene.Rect, rows int) (row int, labelX float64, bl layout.Block) {
	x := dots[0].x
	// A long label is shortened before it is left out.
	var variants []layout.Block
	for _, most := range dotWidths() {
		if t := b.Fonts.Shorten(dots[0].it.short, m.Small, most); len(variants) == 0 || t.WidthPx < variants[len(variants)-1].W {
			variants = append(variants, b.Block([]layout.Part{layout.PartOf(t.String, m.Small, scene.Ink)}))
		}
	}
	onOther := func(box scene.Rect) bool {
		for _, d := range dots[1:] {
			if d.x != x && d.x > box.X-layout.ClearPx && d.x < box.Right()+layout.ClearPx {
				return true
			}
		}
		return false
	}
	bare := -1
	shortened, shortRow, shortX := layout.Block{}, 0, 0.0
	for row = 0; row < min(rows, laneRows) || bare < 0 && row < rows; row++ {
		y := axis + laneTop + float64(row)*laneStep
		dot := scene.Rect{X: x - dotPx/2, Y: y - dotPx/2, W: dotPx, H: dotPx}
		if !b.Free(dot.Inset(-1)) || !onStem(b, laneStem(x, y, axis)) {
			continue
		}
		if bare < 0 {
			bare = row
		}
		for i, bl := range variants {
			for _, labelX := range []float64{x + dotPx/2 + 7, x - dotPx/2 - 7 - bl.W} {
				box := scene.Rect{X: labelX, Y: y - bl.H/2, W: bl.W, H: bl.H}
				if !box.Within(bounds) || !b.Free(box.Inset(-2)) || onOther(box) {
					continue
				}
				if i == 0 {
					return row, labelX, bl
				}
				if bl.W > shortened.W {
					shortened, shortRow, shortX = bl, row, labelX
				}
			}
		}
	}
	if shortened.W > 0 {
		return shortRow, shortX, shortened
	}
	if bare < 0 {
		bare = rows - 1
	}
	return bare, 0, layout.Block{}
}

// onStem reports whether everything in a stem's way is a dot that hangs on it.
func onStem(b *layout.Builder, stem scene.Rect) bool {
	for _, t := range b.Taken() {
		if t.Overlaps(stem) && (t.W > dotPx+1 || math.Abs(t.Centre().X-stem.Centre().X) > 1) {
			return false
		}
	}
	return true
}

// lineHeight is the height of a line in the figure's small type.
func lineHeight(m layout.Metrics) float64 { return typeset.LineHeightPx(m.Small) }
