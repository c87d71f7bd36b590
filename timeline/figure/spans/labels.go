package spans

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"barline/scene"
	"barline/timeline/axis"
	"barline/timeline/layout"
	"barline/timeline/scale"
	"barline/typeset"
)

// drawLabels sets the words of all events in view.
func (p *Picture) drawLabels(b *layout.Builder, plan *spanPlan, s scale.Scale) {
	if plan.list {
		for i := range p.items {
			p.listLabel(b, plan, s, i)
		}
		return
	}
	for _, row := range plan.rows {
		taken := -plan.leftRoom() // by what stands to the left
		var untitled []int        // events since the last words that have none
		for k, i := range row {
			x0, x1 := p.markAt(&p.items[i], s)
			if x1 < 0 {
				continue
			}
			if x0 > s.LengthPx {
				break
			}
			end, titled := p.wideLabel(b, plan, s, row, k, taken)
			if !titled {
				untitled = append(untitled, i)
				room := p.roomAfter(plan, s, row, k) - end - spanLead
				if t := p.fonts.Line("+"+p.words.Large(len(untitled)), plan.m.Small); t.WidthPx <= room {
					ids := make([]string, len(untitled))
					for k, i := range untitled {
						ids[k] = p.items[i].id
					}
					b.Words("more:"+ids[0], "", scene.Label, layout.ZWords, t, plan.plot.X+end+spanLead, lineOf(t, plan.rowY[i]), scene.Quiet)
					b.Last().Hit, b.Last().More = b.Last().Box, strings.Join(ids, " ")
					end += spanLead + t.WidthPx
					untitled = nil
				}
			}
			taken = end
		}
	}
}

// roomAfter is where the words of what follows in a row begin, or its mark, or
// where the figure ends.
func (p *Picture) roomAfter(plan *spanPlan, s scale.Scale, row []int, k int) float64 {
	right := s.LengthPx + plan.rightRoom()
	if k+1 == len(row) {
		return right
	}
	next := row[k+1]
	start, _ := p.markAt(&p.items[next], s)
	if plan.sides[next] == leftLabel {
		start -= spanLead + plan.wanted[next]
	}
	return min(right, start-spanClear)
}

// What words inside a mark leave free of it, in px: of a bar, and of a stretch, whose
// line is seen on both sides of them.
const (
	insidePx        = 12.0
	insideStretchPx = 28.0
)

// wideLabel sets the words of one event of a row that is in view: in its bar if
// they fit there, else beside its mark, shortened to the room between its
// neighbours. taken is where what stands to the left ends; it returns where the
// event and its words end, and whether there was room for words.
func (p *Picture) wideLabel(b *layout.Builder, plan *spanPlan, s scale.Scale, row []int, k int, taken float64) (end float64, titled bool) {
	i := row[k]
	it := &p.items[i]
	x0, x1 := p.markAt(it, s)
	y, style := plan.rowY[i], plan.m.Small
	put := func(said *label, x float64, paint, quiet scene.Paint) {
		b.Words("label:"+it.id, it.id, scene.Label, layout.ZWords, said.title, plan.plot.X+x, lineOf(said.title, y), paint)
		b.Last().Hit = b.Last().Box
		if said.length != nil {
			b.Words("label:"+it.id+":length", it.id, scene.Label, layout.ZWords, said.length, plan.plot.X+x+said.title.WidthPx+lengthGap, lineOf(said.length, y), quiet)
			b.Last().Hit = b.Last().Box
		}
	}
	whole := p.labelIn(it, style, math.Inf(1))
	in, out := p.solid(it, s)
	held := out - in - insidePx // what the mark holds of words
	if !it.lasts {
		held = out - in - insideStretchPx
	}
	within := func(said *label) {
		if it.lasts {
			put(said, in+insidePx/2, scene.Inverse, scene.Inverse)
			return
		}
		// In a stretch words interrupt its line.
		b.Add(scene.Node{ID: "backing:" + it.id, Event: it.id, Role: scene.Furniture, Z: layout.ZBar, Shape: scene.Box, Paint: scene.Paper,
			Box: scene.Rect{X: plan.plot.X + in + insideStretchPx/2 - 4, Y: y - 6, W: said.w + 8, H: 12}})
		put(said, in+insideStretchPx/2, scene.Ink, scene.Quiet)
	}
	if p.fitsInside(it, plan, s, whole.w) {
		within(whole)
		return x1, true
	}
	// cutWithin says what of the label the mark holds.
	cutWithin := func() (float64, bool) {
		said := p.labelIn(it, style, held)
		if said != nil {
			within(said)
		}
		return x1, said != nil
	}
	right := p.roomAfter(plan, s, row, k)
	after, before := right-(max(x1, 0)+spanLead), min(x0, s.LengthPx)-spanLead-taken-spanClear
	if x1 > s.LengthPx {
		// The bar runs out of view: its words stay in the part that is seen, or
		// before it.
		if held >= before {
			return cutWithin()
		}
		after = 0
	}
	// A bar holds more of a long title than there is room for beside it.
	if it.lasts && held > max(after, before) && max(after, before) < whole.w {
		return cutWithin()
	}
	least := min(whole.w, leastLabel)
	if plan.sides[i] == leftLabel && before >= least || after < least && before > after {
		said := p.labelIn(it, style, before)
		if said != nil {
			put(said, min(x0, s.LengthPx)-spanLead-said.w, scene.Ink, scene.Quiet)
		}
		return x1, said != nil
	}
	if said := p.labelIn(it, style, after); said != nil {
		put(said, max(x1, 0)+spanLead, scene.Ink, scene.Quiet)
		return max(x1, 0) + spanLead + said.w, true
	}
	return x1, false
}

// label is a title and, if the event has one, its length in words, set.
type label struct {
	title, length *scene.Text
	w             float64
}

// lengthGap is between a title and the length after it.
const lengthGap = 6.0

// labelIn sets the words of an event in a room, or nil if what fits says nothing. A
// title is shortened rather than that a length is not said.
func (p *Picture) labelIn(it *span, style scene.Style, room float64) *label {
	t := p.fonts.Line(it.title, style)
	if it.length != "" {
		length := p.fonts.Line(it.length, style)
		if rest := room - lengthGap - length.WidthPx; rest >= min(t.WidthPx, leastLabel) {
			t = layout.CutAtWord(p.fonts, it.title, style, rest)
			return &label{t, length, t.WidthPx + lengthGap + length.WidthPx}
		}
	}
	if t = layout.CutAtWord(p.fonts, it.title, style, room); t == nil {
		return nil
	}
	return &label{t, nil, t.WidthPx}
}

// rightRoom is how far words may reach to the right of the plot.
func (plan *spanPlan) rightRoom() float64 { return plan.m.Margin / 3 }

// listLabel sets the title and the date of an event over its mark. What is out
// of view has its words at the side where it would be, with an arrow.
func (p *Picture) listLabel(b *layout.Builder, plan *spanPlan, s scale.Scale, i int) {
	it := &p.items[i]
	x0, x1 := p.markAt(it, s)
	paint := scene.Ink
	away := 0 // where it is out of view: before it or after it
	switch {
	case x1 < 0:
		away, paint = -1, scene.Quiet
	case x0 > s.LengthPx:
		away, paint = 1, scene.Quiet
	}
	lines, date := plan.titles[i], plan.dates[i]
	width := date.WidthPx
	if !plan.dateRow[i] {
		width += lines[len(lines)-1].WidthPx + 8
	}
	for _, t := range lines {
		width = max(width, t.WidthPx)
	}
	x := plan.plot.X + max(0, min(max(x0, 0), plan.plot.W-width))
	if away != 0 {
		x = plan.plot.X + map[int]float64{-1: 14, 1: max(0, plan.plot.W-width-14)}[away]
		at := plan.plot.X
		turn := math.Pi - later(b)
		if away > 0 {
			at, turn = plan.plot.Right()-7, later(b)
		}
		b.Add(scene.Node{ID: "away:" + it.id, Event: it.id, Role: scene.Leader, Z: layout.ZWords, Shape: scene.Triangle, Turn: turn, Paint: it.paint,
			Box: scene.Rect{X: at, Y: plan.rowY[i] - 5, W: 7, H: 10}})
	}
	y := plan.rowY[i] - listMark/2 - 4 - float64(len(lines))*listLine
	if plan.dateRow[i] {
		y -= listLine
	}
	for k, t := range lines {
		b.Words("label:"+it.id+":"+strconv.Itoa(k), it.id, scene.Label, layout.ZWords, t, b.Start(t, x, width), y, paint)
		b.Last().Hit = b.Last().Box
		if k == len(lines)-1 && !plan.dateRow[i] {
			base := y + t.BaselinePx - date.BaselinePx
			b.Words("label:"+it.id+":date", it.id, scene.Label, layout.ZWords, date, x+t.WidthPx+8, base, scene.Quiet)
		}
		y += listLine
	}
	if plan.dateRow[i] {
		b.Words("label:"+it.id+":date", it.id, scene.Label, layout.ZWords, date, b.Start(date, x, width), y, scene.Quiet)
	}
}

// drawLanes sets the names of lanes and how many events each has.
func (p *Picture) drawLanes(b *layout.Builder, plan *spanPlan) {
	if !p.named() {
		return
	}
	name, number := scene.Style{Face: scene.SansBold, SizePx: 13}, scene.Style{Face: scene.Sans, SizePx: 13}
	for l, lane := range p.lanes {
		id := "lane:" + strconv.Itoa(l)
		top := plan.laneTops[l]
		title := lane.name
		if title == "" {
			title = p.words.UI.OtherEvents
		}
		count := p.fonts.Line(p.words.Large(len(lane.items)), number)
		if plan.list {
			t := p.fonts.Shorten(title, name, plan.plot.W-count.WidthPx-12)
			b.Words(id, "", scene.Furniture, layout.ZWords, t, plan.plot.X, top+10, scene.Ink)
			b.Words(id+":n", "", scene.Furniture, layout.ZWords, count, plan.plot.Right()-count.WidthPx, top+10, scene.Quiet)
			continue
		}
		y := top + 4
		for k, t := range p.fonts.Wrap(title, name, plan.gutter-18, 2) {
			b.Words(id+":"+strconv.Itoa(k), "", scene.Furniture, layout.ZWords, t, plan.m.Margin, y, scene.Ink)
			y += typeset.LineHeightPx(name)
		}
		b.Words(id+":n", "", scene.Furniture, layout.ZWords, count, plan.m.Margin, y, scene.Quiet)
		if l > 0 {
			b.Line(id+":rule", scene.Furniture, layout.ZGrid, scene.Rect{X: plan.m.Margin, Y: top - laneSpace/2, W: plan.plot.Right() - plan.m.Margin}, 1, scene.Grid)
		}
	}
}

// drawPeriods lays the named stretches behind the figure.
func (p *Picture) drawPeriods(b *layout.Builder, plan *spanPlan, s scale.Scale) {
	style := scene.Style{Face: scene.Sans, SizePx: 12.5}
	ends := map[int]float64{} // of the titles of each row
	for i, period := range p.periods {
		x0, x1 := max(s.Px(period.from), 0), min(s.Px(period.to), s.LengthPx)
		if x1 <= x0 {
			continue
		}
		id := "period:" + strconv.Itoa(i)
		b.Add(scene.Node{ID: id, Role: scene.Furniture, Z: layout.ZGrid, Shape: scene.Box, Paint: scene.Overlay, Clip: true,
			Box: scene.Rect{X: plan.plot.X + x0, Y: plan.plot.Y, W: x1 - x0, H: plan.plot.H}})
		for k, x := range []float64{x0, x1} {
			if x > 0 && x < s.LengthPx {
				edge, at := id+":edge"+strconv.Itoa(k), scene.Rect{X: plan.plot.X + x, Y: plan.plot.Y, H: plan.plot.H}
				b.Line(edge, scene.Furniture, layout.ZGrid, at, 1, scene.Grid)
				// Beside the titles, where no event's words stand, it is seen in every palette.
				at.H = float64(slices.Max(plan.periodRows)+1) * periodPx
				b.Line(edge+":head", scene.Furniture, layout.ZGrid, at, 1, scene.Hairline)
			}
		}
		t := p.fonts.Line(period.title, style)
		if room := max(x1-x0, 120); t.WidthPx > room {
			t = p.fonts.Shorten(period.title, style, room)
		}
		row := plan.periodRows[i]
		x := max(0, ends[row], min((x0+x1)/2-t.WidthPx/2, s.LengthPx-t.WidthPx))
		if x+t.WidthPx > s.LengthPx {
			continue // a neighbour's title stands there
		}
		ends[row] = x + t.WidthPx + 10
		b.Words(id+":title", "", scene.Furniture, layout.ZAxis, t, plan.plot.X+x, plan.plot.Y+2+float64(plan.periodRows[i])*periodPx, scene.Quiet)
	}
}

// tickPx is how long a tick is.
const tickPx = 5.0

// drawAxis draws the calendar with a grid line at every name: at the foot of a
// wide figure, on top of a list.
func (p *Picture) drawAxis(b *layout.Builder, plan *spanPlan, s scale.Scale) {
	at := plan.plot.Bottom()
	if plan.list {
		at = plan.plot.Y
	}
	b.Line("axis", scene.Furniture, layout.ZAxis, scene.Rect{X: plan.plot.X, Y: at, W: plan.plot.W}, 1, scene.Axis)
	const minPx = 58
	unit := s.Unit(minPx)
	height := typeset.LineHeightPx(plan.m.Tick)
	textY := at + 9
	if plan.list {
		textY = at - height - 5
	}
	if unit < scale.Days {
		s.From, s.To = s.From+p.offset, s.To+p.offset
	}
	type name struct {
		axis.Name
		left float64
	}
	var taken []name
	free := func(left, width float64) bool {
		return !slices.ContainsFunc(taken, func(n name) bool { return left < n.left+n.Text.WidthPx+8 && left+width+8 > n.left })
	}
	if era := p.words.Era(s.From, unit); era != "" && (unit != scale.Months || p.axisYear) {
		style := scene.Style{Face: scene.SansBold, SizePx: plan.m.Tick.SizePx}
		t := b.Fonts.Line(era, style)
		// Where the next month, or day, begins under its name, it is that one's.
		for _, tick := range s.Ticks(minPx) {
			x := s.Px(tick.At)
			if name := axis.NameOf(p.words, b.Fonts, tick, !p.axisYear, plan.m.Tick); name.Strong && x > 0 && x-name.Text.WidthPx/2 < t.WidthPx+8 {
				t = b.Fonts.Line(p.words.Era(tick.At, unit), style)
			}
		}
		x := plan.plot.X
		if plan.gutter > t.WidthPx+10 {
			x = plan.plot.X - 10 - t.WidthPx
		}
		taken = append(taken, name{axis.Name{Text: t}, x - plan.plot.X})
		b.Words("era", "", scene.Furniture, layout.ZAxis, t, x, textY, scene.Ink)
	}
	var names []name
	for _, tick := range s.Ticks(minPx) {
		x := s.Px(tick.At)
		seen := x >= -0.5 && x <= s.LengthPx+0.5
		n := name{Name: axis.NameOf(p.words, b.Fonts, tick, !p.axisYear, plan.m.Tick)}
		if seen {
			b.Line(n.Grid, scene.Furniture, layout.ZGrid, scene.Rect{X: plan.plot.X + x, Y: plan.plot.Y, H: plan.plot.H}, 1, scene.Grid)
			tick := scene.Rect{X: plan.plot.X + x, Y: at, H: tickPx}
			if plan.list { // towards its name, as everywhere: below it are the periods' titles
				tick.Y -= tickPx
			}
			b.Line(n.Tick, scene.Furniture, layout.ZAxis, tick, 1, scene.Axis)
		}
		// A name stands in the middle of what it names, or at its tick.
		middle := x
		if tick.Whole() && s.Px(tick.Next)-x > n.Text.WidthPx {
			middle = (max(x, 0) + min(s.Px(tick.Next), s.LengthPx)) / 2
		} else if !seen {
			continue
		}
		n.left = max(0, min(middle-n.Text.WidthPx/2, s.LengthPx-n.Text.WidthPx))
		if math.Abs(n.left+n.Text.WidthPx/2-middle) <= n.Text.WidthPx {
			names = append(names, n)
		}
	}
	// The day among hours, the year among months, come before the others.
	slices.SortStableFunc(names, func(a, b name) int {
		switch {
		case a.Strong == b.Strong:
			return 0
		case a.Strong:
			return -1
		}
		return 1
	})
	for _, n := range names {
		if free(n.left, n.Text.WidthPx) {
			taken = append(taken, n)
			b.Words(n.Words, "", scene.Furniture, layout.ZAxis, n.Text, plan.plot.X+n.left, textY, n.Paint())
		}
	}
}
