package lanes

import (
	"math"
	"strconv"
	"strings"

	"barline/data"
	"barline/data/edtf"
	"barline/scene"
	"barline/timeline/axis"
	"barline/timeline/layout"
	"barline/timeline/scale"
	"barline/timeline/view"
	"barline/timeline/words"
	"barline/typeset"
)

// keyed are the words around the plot, as they were last set.
type keyed struct {
	lanes   []laneName
	total   laneName
	eraOf   [4]int
	eraSet  *scene.Text
	columns map[columnWords]*scene.Text
	entries []keyEntry
	kinds   int // of those that entries were made for
	credit  []*scene.Text
	gap     *scene.Text
	gaps    [][4]string
	ids     []string
	width   float64
}

// columnWords are what the words about columns depend on.
type columnWords struct {
	period period
	top    int
}

// keyEntry is a mark and its words.
type keyEntry struct {
	mark        keyMark
	paint       scene.Paint
	node, words string
	text        *scene.Text
}

// keyMark is what an entry of the key shows.
type keyMark uint8

const (
	keyBar keyMark = iota
	keyMoment
	keyHollow
	keyVagueBar
	keyPaint
	keyColumns
	keyGap
)

// columnText says what a column stands for.
func (k *keyed) columnText(p *Picture, u period, top int) *scene.Text {
	of := columnWords{u, top}
	if t, ok := k.columns[of]; ok {
		return t
	}
	if k.columns == nil || len(k.columns) > 256 {
		k.columns = map[columnWords]*scene.Text{}
	}
	length := p.words.Period(u.months, u.seconds)
	t := p.fonts.Line(words.Fill(p.words.UI.ColumnKey, "n", p.words.Large(top), "length", length), small())
	k.columns[of] = t
	return t
}

// entriesOf are the entries of the marks and kinds that there are.
func (k *keyed) entriesOf(p *Picture) []keyEntry {
	if k.entries != nil && k.kinds == p.kinds.n {
		return k.entries
	}
	k.kinds, k.entries = p.kinds.n, []keyEntry{}
	ui := &p.words.UI
	add := func(mark keyMark, paint scene.Paint, id, words string) {
		k.entries = append(k.entries, keyEntry{mark, paint, "key:" + id, "key:" + id + ":words", p.fonts.Line(words, small())})
	}
	paint := p.kinds.paintOfAll()
	if p.kinds.marks[bars] {
		add(keyBar, paint, "bar", ui.BarKey)
	}
	if p.kinds.marks[moments] {
		add(keyMoment, paint, "moment", ui.TableEvent)
	}
	if p.kinds.marks[vagueBars] {
		add(keyVagueBar, paint, "vague-bar", ui.EndVague)
	}
	if p.kinds.marks[hollows] {
		add(keyHollow, paint, "vague", ui.SomeTime)
	}
	if len(p.kinds.paints) < 2 {
		return k.entries
	}
	for i, of := range p.kinds.of {
		if len(of) == 0 {
			continue
		}
		var names []string
		for _, kind := range of {
			names = append(names, p.words.KindPlural(kind))
		}
		paint := paintOf(data.Paint(i))
		add(keyPaint, paint, paint.String(), strings.Join(names, ", "))
	}
	return k.entries
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
func (k *keyed) era(p *Picture, s *scale.Calendar) *scene.Text {
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

// Explanation is empty: the key says what happens to be in view, in every scene.
func (p *Picture) Explanation() view.Explanation { return view.Explanation{} }

// ExplainApart leaves scenes as they are.
func (p *Picture) ExplainApart() {}

// key says what columns, marks, paints and breaks stand for, if there are any.
func (p *Picture) key(d *drawing, g *geometry, y float64) float64 {
	columns, singles, coarse := false, false, false
	for i := range p.shown {
		columns = columns || p.shown[i].single < 1
		coarse = coarse || p.shown[i].lastSingle > p.shown[i].firstSingle
		singles = singles || p.shown[i].single > 0 && p.shown[i].lastSingle > p.shown[i].firstSingle
	}
	height := typeset.LineHeightPx(small())
	row := axis.Key{Top: y, From: g.plot.X, To: g.plot.Right(), Inset: keyWords, Gap: 24, Step: height + 4}
	most := row
	entries := p.keyed.entriesOf(p)
	column := p.keyed.columnText(p, p.columns.period, p.columns.top)
	most.Place(column)
	if columns {
		p.keyEntry(d, &row, keyEntry{keyColumns, p.kinds.paintOfAll(), "key:columns", "key:columns:words", column})
	}
	for _, e := range entries {
		most.Place(e.text)
		if singles || coarse && (e.mark == keyHollow || e.mark == keyPaint) {
			p.keyEntry(d, &row, e)
		}
	}
	if p.Collapsed() {
		if p.keyed.gap == nil {
			p.keyed.gap = p.fonts.Line(p.words.UI.GapKey, small())
		}
		p.keyEntry(d, &row, keyEntry{keyGap, scene.Overlay, "key:gap", "key:gap:words", p.keyed.gap})
		most.Place(p.keyed.gap)
	}
	// The page under the figure stays where it is, whatever there is to explain.
	return most.Last() + height
}

// keyEntry draws an entry: its mark as it is in the lanes, and its words.
func (p *Picture) keyEntry(d *drawing, row *axis.Key, e keyEntry) {
	x, y := row.Place(e.text)
	height := typeset.LineHeightPx(small())
	box := scene.Rect{X: x, Y: y + (height-markPx)/2, W: 16, H: markPx}
	node := scene.Node{ID: e.node, Role: scene.Key, Z: layout.ZWords, Paint: e.paint, Shape: scene.Box, Box: box}
	switch e.mark {
	case keyColumns:
		cells := d.begin()
		for i, h := range [4]float64{5, 9, 13, 7} {
			cells = append(cells, cell(x+float64(i)*4, y+height/2+6-h, 3.5, h, 1))
		}
		node.Box = scene.Rect{X: x, Y: y, W: 16, H: height}
		d.end(node, cells)
	case keyHollow:
		d.end(node, appendHollow(d.begin(), box, box, 1))
	case keyVagueBar:
		d.end(node, appendMark(d.begin(), box, box, box, lasting|vague, 1))
	case keyMoment:
		node.Box.X, node.Box.W = x+8-leastMark/2, leastMark
		d.add(node)
	case keyPaint:
		node.Box.X, node.Box.W = x+8-markPx/2, markPx
		d.add(node)
	case keyGap:
		node.Box = scene.Rect{X: x, Y: y + 1, W: 16, H: height - 2}
		d.add(node)
	default:
		d.add(node)
	}
	d.words(e.words, scene.Key, layout.ZWords, e.text, x+keyWords, y, scene.Quiet)
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
