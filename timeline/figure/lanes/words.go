package lanes

import (
	"math"
	"strconv"
	"unicode"

	"barline/data/edtf"
	"barline/scene"
	"barline/timeline/axis"
	"barline/timeline/layout"
	"barline/timeline/scale"
	"barline/timeline/words"
	"barline/typeset"
)

func small() scene.Style  { return scene.Style{Face: scene.Sans, SizePx: 13} }
func strong() scene.Style { return scene.Style{Face: scene.SansBold, SizePx: 13} }

// label is the title of an event, set, and its node's name.
type label struct {
	text     *scene.Text
	node, id string
}

const (
	// mostLabels is how many labels are kept.
	mostLabels = 8192
	// leastPitch is how far rows must be from one another to hold words.
	leastPitch = 16.0
	labelGap   = 5.0
	// fadeRoom is the room beyond its own width in which a label comes in. It is
	// narrow, for a view may rest there, and words must be read.
	fadeRoom = 4.0
	// leastLetter is narrower than any letter in any script: titles that cannot fit
	// need not be set to know it.
	leastLetter = 2.5
)

// leastWidth is a lower bound of a title's width: marks that combine with the
// letter before, and joiners, take no room.
func leastWidth(title string) float64 {
	letters := 0
	for _, r := range title {
		if r < 0x300 || !unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
			letters++
		}
	}
	return leastLetter * float64(letters)
}

// label sets an event's title, unless enough has been set for this frame.
func (p *Picture) label(event int) (label, bool) {
	if l, ok := p.labels[event]; ok {
		return l, true
	}
	if p.labelBudget == 0 {
		p.labelsPending = true
		return label{}, false
	}
	p.labelBudget--
	if len(p.labels) >= mostLabels {
		clear(p.labels)
	}
	id := p.table.ID(event)
	l := label{text: p.fonts.Line(p.table.Title(event), small()), id: id, node: "label:" + id}
	p.labels[event] = l
	return l, true
}

// barWords writes titles in bars or after them, where the next bar of the row
// leaves room.
func (p *Picture) barWords(d *drawing, g *geometry, lane int) {
	sh, strip := &p.shown[lane], g.strips[lane]
	if sh.single < 1 || sh.pitch < leastPitch {
		return
	}
	height := typeset.LineHeightPx(small())
	singles := p.singles[sh.firstSingle:sh.lastSingle]
	for i, e := range singles {
		if p.finder.found != nil && !p.finder.found.Has(int(e.event)) {
			continue
		}
		box := p.clipped(g, sh.row(strip, int(e.row), e.x0, e.x1))
		end := g.plot.Right()
		if i+1 < len(singles) && singles[i+1].row == e.row {
			end = math.Min(end, singles[i+1].x0-labelGap)
		}
		inside, after := box.W-2*labelGap, end-box.Right()-labelGap
		room := math.Max(inside, after)
		if box.W <= 0 || room < leastWidth(p.table.Title(int(e.event))) {
			continue
		}
		l, ok := p.label(int(e.event))
		if !ok {
			continue
		}
		x, paint, room := box.Right()+labelGap, scene.Ink, after
		if inside >= l.text.WidthPx {
			x, paint, room = box.X+labelGap, scene.Inverse, inside
			if p.table.Vague(int(e.event)) {
				paint = scene.Ink
			}
		}
		alpha := math.Min(1, (room-l.text.WidthPx)/fadeRoom)
		if paint != scene.Inverse && paintOf(p.table.Kind(int(e.event))) == scene.Other {
			paint = scene.Quiet
		}
		if alpha <= 0.02 {
			continue
		}
		d.add(scene.Node{ID: l.node, Event: l.id, Role: scene.Label, Z: layout.ZWords, Shape: scene.Glyphs, Paint: paint, Text: l.text, Alpha: alpha,
			Box: scene.Rect{X: x, Y: box.Y + (box.H-height)/2, W: l.text.WidthPx, H: height}})
	}
}

// laneName is a lane's name, set, and the ids of its nodes.
type laneName struct {
	text          *scene.Text
	words, ground string
}

// leastTickPx is how far ticks are from one another.
const leastTickPx = 46.0

// tickName sets a tick's name once.
func (p *Picture) tickName(t scale.Tick) axis.Name {
	if n, ok := p.tickNames[t]; ok {
		return n
	}
	if len(p.tickNames) > 4096 {
		clear(p.tickNames)
	}
	n := axis.NameOf(p.words, p.fonts, t, true, small())
	p.tickNames[t] = n
	return n
}

// grid draws a thin line at every tick, through all lanes.
func (p *Picture) grid(d *drawing, g *geometry, s *timeAxis) {
	p.ticks = s.appendTicks(p.ticks[:0], leastTickPx)
	for _, t := range p.ticks {
		if x := s.px(t.At); x >= 0 && x <= s.LengthPx && !s.leftOut(t.At) {
			d.line(p.tickName(t).Grid, scene.Furniture, layout.ZGrid, scene.Rect{X: g.plot.X + x, Y: g.plot.Y, H: g.plot.H}, scene.Grid)
		}
	}
}

// calendar draws the axis under the lanes, and the lanes' names and ground.
func (p *Picture) calendar(d *drawing, g *geometry, s *timeAxis) {
	for i, strip := range g.strips {
		n := p.keyed.lane(p, i)
		d.line(n.ground, scene.Furniture, layout.ZAxis, scene.Rect{X: strip.X, Y: strip.Bottom() + 0.5, W: strip.W}, scene.Hairline)
		if n.text != nil {
			d.words(n.words, scene.Furniture, layout.ZAxis, n.text, strip.X, strip.Y-nameHeight, scene.Quiet)
		}
	}
	bottom := g.plot.Bottom() + 8
	d.line("axis", scene.Furniture, layout.ZAxis, scene.Rect{X: g.plot.X, Y: bottom, W: g.plot.W}, scene.Axis)
	p.breaks(d, g, s, bottom)
	row := axis.NewRow(s.LengthPx)
	yearNamed, first := false, true
	for _, t := range p.ticks {
		n := p.tickName(t)
		at, next := s.px(t.At), s.px(t.Next)
		if at >= -0.5 && at <= s.LengthPx+0.5 && !s.leftOut(t.At) {
			d.line(n.Tick, scene.Furniture, layout.ZAxis, scene.Rect{X: g.plot.X + at, Y: bottom, H: 5}, scene.Axis)
		}
		middle, ok := row.Place(t, at, next, n.Text.WidthPx)
		if !ok {
			continue
		}
		if n.Strong {
			yearNamed = yearNamed || t.Unit == scale.Months && first
		}
		first = false
		d.words(n.Words, scene.Furniture, layout.ZAxis, n.Text, g.plot.X+middle-n.Text.WidthPx/2, bottom+8, n.Paint())
	}
	if t := p.keyed.era(p, s); t != nil && !yearNamed {
		d.words("era", scene.Furniture, layout.ZAxis, t, g.plot.X, bottom+8+typeset.LineHeightPx(small()), scene.Ink)
	}
}

// breaks marks the gaps that are left out: a band through all lanes, and the axis
// broken by two strokes.
func (p *Picture) breaks(d *drawing, g *geometry, s *timeAxis, axisY float64) {
	for i := range s.gaps {
		x0, x1 := math.Max(0, s.px(s.gaps[i].from)), math.Min(s.LengthPx, s.px(s.gaps[i].to))
		if x1 <= x0 {
			continue
		}
		ids := p.keyed.gapIDs(i)
		d.add(scene.Node{ID: ids[0], Role: scene.Furniture, Z: layout.ZGrid, Shape: scene.Box, Paint: scene.Overlay,
			Box: scene.Rect{X: g.plot.X + x0, Y: g.plot.Y, W: x1 - x0, H: g.plot.H + 8}})
		middle := g.plot.X + (x0+x1)/2
		d.add(scene.Node{ID: ids[1], Role: scene.Furniture, Z: layout.ZAxis, Shape: scene.Box, Paint: scene.Paper,
			Box: scene.Rect{X: middle - 4, Y: axisY - 1, W: 8, H: 2}})
		for k, at := range [2]float64{middle - 4, middle + 4} {
			d.line(ids[2+k], scene.Furniture, layout.ZAxis, scene.Rect{X: at, Y: axisY - 5, H: 10}, scene.Axis)
		}
	}
}

// keyed are the words around the plot, as they were last set.
type keyed struct {
	lanes  []laneName
	eraOf  [4]int
	eraSet *scene.Text
	shift  uint
	top    int
	column *scene.Text
	bar    *scene.Text
	gap    *scene.Text
	// of other events, and of those whose date is less than certain
	context, vague *scene.Text
	credit         []*scene.Text
	gaps           [][4]string
	ids            []string
	width          float64
}

func (k *keyed) lane(p *Picture, i int) laneName {
	if k.lanes == nil {
		for i, name := range p.names {
			n := laneName{words: "lane:" + strconv.Itoa(i), ground: "ground:" + strconv.Itoa(i)}
			if name != "" {
				n.text = p.fonts.Shorten(name, strong(), 280)
			}
			k.lanes = append(k.lanes, n)
		}
	}
	return k.lanes[i]
}

// gapIDs are the names of the nodes that mark a gap.
func (k *keyed) gapIDs(i int) [4]string {
	for len(k.gaps) <= i {
		n := strconv.Itoa(len(k.gaps))
		k.gaps = append(k.gaps, [4]string{"gap:" + n, "gap:" + n + ":break", "gap:" + n + ":before", "gap:" + n + ":after"})
	}
	return k.gaps[i]
}

// era names what all ticks in view share: the year, the month, the day.
func (k *keyed) era(p *Picture, s *timeAxis) *scene.Text {
	unit := s.Unit(leastTickPx)
	year, month, day := edtf.Civil(int64(math.Floor(s.first)))
	of := [4]int{int(unit), year, month, day}
	// What the era does not name makes no new one.
	if unit >= scale.Days {
		of[3] = 0
	}
	if unit >= scale.Months {
		of[2] = 0
	}
	if k.eraOf != of {
		k.eraOf, k.eraSet = of, nil
		if name := p.words.Era(s.first, unit); name != "" {
			k.eraSet = p.fonts.Line(name, strong())
		}
	}
	return k.eraSet
}

// key says what columns, bars and breaks stand for, if there are any.
func (p *Picture) key(d *drawing, g *geometry, y float64, shift uint, top int) float64 {
	k := &p.keyed
	if k.bar == nil || k.shift != shift || k.top != top {
		k.shift, k.top = shift, top
		length := p.words.Stretch(int64(1) << shift)
		k.column = p.fonts.Line(words.Fill(p.words.UI.ColumnKey, "n", p.words.Large(top), "length", length), small())
		k.bar = p.fonts.Line(p.words.UI.BarKey, small())
		k.gap = p.fonts.Line(p.words.UI.GapKey, small())
		k.context = p.fonts.Line(p.words.UI.OtherEvents, small())
		k.vague = p.fonts.Line(p.words.UI.TableDate+": "+p.words.UI.DateUncertain, small())
	}
	columns, bars := false, false
	for i := range p.shown {
		columns = columns || p.shown[i].single < 1 && p.shown[i].lastBucket > p.shown[i].firstBucket
		bars = bars || p.shown[i].single > 0 && p.shown[i].lastSingle > p.shown[i].firstSingle
	}
	// Of marks that stand by themselves some are another colour, some pale.
	paint, both := scene.Talks, p.meetings && p.contexts
	if p.contexts && !p.meetings {
		paint = scene.Other
	}
	height := typeset.LineHeightPx(small())
	row := axis.Key{Top: y, From: g.plot.X, To: g.plot.Right(), Inset: keyWords, Gap: 24, Step: height + 4}
	most := row
	if columns {
		x, y := row.Place(k.column)
		cells := d.begin()
		for i, h := range [4]float64{5, 9, 13, 7} {
			cells = append(cells, cell(x+float64(i)*4, y+height/2+6-h, 3.5, h, 1))
		}
		d.end(scene.Node{ID: "key:columns", Role: scene.Key, Z: layout.ZWords, Paint: scene.Talks, Box: scene.Rect{X: x, Y: y, W: 16, H: height}}, cells)
		d.words("key:columns:words", scene.Key, layout.ZWords, k.column, x+keyWords, y, scene.Quiet)
	}
	if bars {
		x, y := row.Place(k.bar)
		d.add(scene.Node{ID: "key:bar", Role: scene.Key, Z: layout.ZWords, Shape: scene.Box, Paint: paint, Box: scene.Rect{X: x, Y: y + height/2 - 4, W: 16, H: 8}})
		d.words("key:bar:words", scene.Key, layout.ZWords, k.bar, x+keyWords, y, scene.Quiet)
	}
	if bars && both {
		x, y := row.Place(k.context)
		d.add(scene.Node{ID: "key:context", Role: scene.Key, Z: layout.ZWords, Shape: scene.Box, Paint: scene.Other, Box: scene.Rect{X: x, Y: y + height/2 - 4, W: 16, H: 8}})
		d.words("key:context:words", scene.Key, layout.ZWords, k.context, x+keyWords, y, scene.Quiet)
	}
	if bars && p.vagues {
		x, y := row.Place(k.vague)
		d.add(scene.Node{ID: "key:vague", Role: scene.Key, Z: layout.ZWords, Shape: scene.Box, Paint: paint, Alpha: vagueAlpha, Box: scene.Rect{X: x, Y: y + height/2 - 4, W: 16, H: 8}})
		d.words("key:vague:words", scene.Key, layout.ZWords, k.vague, x+keyWords, y, scene.Quiet)
	}
	if p.Collapsed() {
		x, y := row.Place(k.gap)
		d.add(scene.Node{ID: "key:gap", Role: scene.Key, Z: layout.ZWords, Shape: scene.Box, Paint: scene.Overlay, Box: scene.Rect{X: x, Y: y + 1, W: 16, H: height - 2}})
		d.words("key:gap:words", scene.Key, layout.ZWords, k.gap, x+keyWords, y, scene.Quiet)
	}
	// The page under the figure stays where it is, whatever there is to explain.
	most.Place(k.column)
	most.Place(k.bar)
	if both {
		most.Place(k.context)
	}
	if p.vagues {
		most.Place(k.vague)
	}
	if p.Collapsed() {
		most.Place(k.gap)
	}
	return most.Last() + height
}

// keyWords is where the words of the key begin, beside their marks.
const keyWords = 23.0

// credit prints the source line, and returns its end.
func (p *Picture) credit(d *drawing, g *geometry, y float64) float64 {
	k := &p.keyed
	if k.width != g.width {
		k.width = g.width
		k.credit, k.ids = axis.CreditLines(p.fonts, axis.Credit(p.words, p.table.Sources()), g.plot.W), k.ids[:0]
		for i := range k.credit {
			k.ids = append(k.ids, "credit:"+strconv.Itoa(i))
		}
	}
	for i, t := range k.credit {
		d.words(k.ids[i], scene.Credit, layout.ZWords, t, g.plot.X, y, scene.Quiet)
		y += typeset.LineHeightPx(t.Style)
	}
	return y
}
