package lanes

import (
	"math"
	"strconv"

	"barline/data"
	"barline/data/edtf"
	"barline/scene"
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
	mostLabels = 4096
	// leastPitch is how far rows must be from one another to hold words.
	leastPitch = 16.0
	labelGap   = 5.0
	// fadeRoom is the room beyond its own width in which a label comes in.
	fadeRoom = 14.0
	// A letter is at least so wide, on average: titles that cannot fit need not
	// be set to know it.
	leastLetter = 4.5
)

// label sets an event's title, unless enough has been set for this frame.
func (p *Picture) label(event int) (label, bool) {
	if l, ok := p.labels[event]; ok {
		return l, true
	}
	if p.toSet == 0 {
		p.unset = true
		return label{}, false
	}
	p.toSet--
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
	if sh.single == 0 || sh.pitch < leastPitch {
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
		if box.W <= 0 || room < leastLetter*float64(len(p.table.Title(int(e.event)))) && room < 160 {
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
		alpha := math.Min(1, (room-l.text.WidthPx)/fadeRoom) * sh.single
		if paint != scene.Inverse && p.table.Kind(int(e.event)) == data.Context {
			paint = scene.Quiet
		}
		if alpha <= 0.02 {
			continue
		}
		d.add(scene.Node{ID: l.node, Event: l.id, Role: scene.Label, Z: zWords, Shape: scene.Glyphs, Paint: paint, Text: l.text, Alpha: alpha,
			Box: scene.Rect{X: x, Y: box.Y + (box.H-height)/2, W: l.text.WidthPx, H: height}})
	}
}

// tickName is a tick's name, set, and the ids of its nodes.
type tickName struct {
	text              *scene.Text
	strong            bool
	tick, words, grid string
}

// laneName is a lane's name, set, and the ids of its nodes.
type laneName struct {
	text          *scene.Text
	words, ground string
}

// leastTickPx is how far ticks are from one another.
const leastTickPx = 46.0

func (p *Picture) tickName(t scale.Tick) tickName {
	if n, ok := p.tickNames[t]; ok {
		return n
	}
	if len(p.tickNames) > 4096 {
		clear(p.tickNames)
	}
	name, strongly := p.words.Tick(t, true)
	style := small()
	if strongly {
		style = strong()
	}
	key := strconv.Itoa(int(t.Unit)) + ":" + strconv.FormatInt(int64(t.At), 10)
	n := tickName{text: p.fonts.Line(name, style), strong: strongly, tick: "tick:" + key, words: "date:" + key, grid: "grid:" + key}
	p.tickNames[t] = n
	return n
}

// grid draws a thin line at every tick, through all lanes.
func (p *Picture) grid(d *drawing, g *geometry, s scale.Scale) {
	p.ticks = s.AppendTicks(p.ticks[:0], leastTickPx)
	for _, t := range p.ticks {
		if x := s.Px(t.At); x >= 0 && x <= s.LengthPx {
			d.line(p.tickName(t).grid, scene.Furniture, zGrid, scene.Rect{X: g.plot.X + x, Y: g.plot.Y, H: g.plot.H}, scene.Grid)
		}
	}
}

// axis draws the calendar under the lanes, and the lanes' names and ground.
func (p *Picture) axis(d *drawing, g *geometry, s scale.Scale) {
	for i, strip := range g.strips {
		n := p.keyed.lane(p, i)
		d.line(n.ground, scene.Furniture, zAxis, scene.Rect{X: strip.X, Y: strip.Bottom() + 0.5, W: strip.W}, scene.Hairline)
		if n.text != nil {
			d.words(n.words, scene.Furniture, zAxis, n.text, strip.X, strip.Y-nameHeight, scene.Quiet)
		}
	}
	bottom := g.plot.Bottom() + 8
	d.line("axis", scene.Furniture, zAxis, scene.Rect{X: g.plot.X, Y: bottom, W: g.plot.W}, scene.Axis)
	taken := math.Inf(-1)
	yearNamed := false
	for _, t := range p.ticks {
		n := p.tickName(t)
		at, next := s.Px(t.At), s.Px(t.Next)
		if at >= -0.5 && at <= s.LengthPx+0.5 {
			d.line(n.tick, scene.Furniture, zAxis, scene.Rect{X: g.plot.X + at, Y: bottom, H: 5}, scene.Axis)
		}
		// A name stands in the middle of what it names; a time of day, and the
		// first of several, at its tick.
		middle := at
		if t.Whole() {
			middle = (math.Max(at, 0) + math.Min(next, s.LengthPx)) / 2
		}
		x := middle - n.text.WidthPx/2
		if x < -1 || x+n.text.WidthPx > s.LengthPx+1 || x < taken+6 {
			continue
		}
		taken = x + n.text.WidthPx
		paint := scene.Quiet
		if n.strong {
			paint = scene.Ink
			yearNamed = yearNamed || t.Unit == scale.Months
		}
		d.words(n.words, scene.Furniture, zAxis, n.text, g.plot.X+x, bottom+8, paint)
	}
	if t := p.keyed.era(p, s); t != nil && !yearNamed {
		d.words("era", scene.Furniture, zAxis, t, g.plot.X, bottom+8+typeset.LineHeightPx(small()), scene.Ink)
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
	credit []*scene.Text
	ids    []string
	width  float64
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

// era names what all ticks in view share: the year, the month, the day.
func (k *keyed) era(p *Picture, s scale.Scale) *scene.Text {
	unit := s.Unit(leastTickPx)
	year, month, day := edtf.Civil(int64(math.Floor(s.From)))
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
		if name := p.words.Era(s.From, unit); name != "" {
			k.eraSet = p.fonts.Line(name, strong())
		}
	}
	return k.eraSet
}

// key says what columns and bars stand for, if there are any.
func (p *Picture) key(d *drawing, g *geometry, y float64, shift uint, top int) float64 {
	k := &p.keyed
	if k.bar == nil || k.shift != shift || k.top != top {
		k.shift, k.top = shift, top
		length := p.words.Stretch(int64(1) << shift)
		k.column = p.fonts.Line(words.Fill(p.words.UI.ColumnKey, "n", p.words.Large(top), "length", length), small())
		k.bar = p.fonts.Line(p.words.UI.BarKey, small())
	}
	height := typeset.LineHeightPx(small())
	x := g.plot.X
	columns, bars := false, false
	for i := range p.shown {
		columns = columns || p.shown[i].single < 1 && p.shown[i].lastBucket > p.shown[i].firstBucket
		bars = bars || p.shown[i].single > 0 && p.shown[i].lastSingle > p.shown[i].firstSingle
	}
	if columns {
		cells := d.begin()
		for i, h := range [4]float64{5, 9, 13, 7} {
			cells = append(cells, cell(x+float64(i)*4, y+height/2+6-h, 3.5, h, 1))
		}
		d.end(scene.Node{ID: "key:columns", Role: scene.Key, Z: zWords, Paint: scene.Talks, Box: scene.Rect{X: x, Y: y, W: 16, H: height}}, cells)
		d.words("key:columns:words", scene.Key, zWords, k.column, x+23, y, scene.Quiet)
		x += 23 + k.column.WidthPx + 24
	}
	if bars {
		if x+40+k.bar.WidthPx > g.plot.Right() {
			x, y = g.plot.X, y+height+4
		}
		d.add(scene.Node{ID: "key:bar", Role: scene.Key, Z: zWords, Shape: scene.Box, Paint: scene.Talks, Box: scene.Rect{X: x, Y: y + height/2 - 4, W: 16, H: 8}})
		d.words("key:bar:words", scene.Key, zWords, k.bar, x+23, y, scene.Quiet)
	}
	// The page under the figure stays where it is, however many rows there are.
	bottom := g.plot.Bottom() + axisRoom + height
	if g.plot.W < 23+k.column.WidthPx+24+40+k.bar.WidthPx {
		bottom += height + 4
	}
	return bottom
}

// sourcesNamed is how many sources the source line names before it counts.
const sourcesNamed = 3

// credit prints the source line, and returns its end.
func (p *Picture) credit(d *drawing, g *geometry, y float64) float64 {
	k := &p.keyed
	style := scene.Style{Face: scene.Sans, SizePx: 12.5}
	if k.width != g.width {
		k.width = g.width
		k.credit, k.ids = p.fonts.Wrap(p.creditLine(), style, math.Min(g.plot.W, 760), 0), k.ids[:0]
		for i := range k.credit {
			k.ids = append(k.ids, "credit:"+strconv.Itoa(i))
		}
	}
	for i, t := range k.credit {
		d.words(k.ids[i], scene.Credit, zWords, t, g.plot.X, y, scene.Quiet)
		y += typeset.LineHeightPx(style)
	}
	return y
}

func (p *Picture) creditLine() string {
	sources := p.table.Sources()
	names := make([]string, 0, sourcesNamed+1)
	for _, s := range sources[:min(len(sources), sourcesNamed)] {
		names = append(names, s.Name)
	}
	if more := len(sources) - sourcesNamed; more > 0 {
		names = append(names, words.Fill(p.words.UI.MoreSources, "n", p.words.Large(more)))
	}
	pattern := p.words.UI.Source
	if len(sources) > 1 {
		pattern = p.words.UI.Sources
	}
	return words.Fill(pattern, "source", p.words.List(names))
}
