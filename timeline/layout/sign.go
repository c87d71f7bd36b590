package layout

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"barline/scene"
	"barline/timeline/view"
	"barline/timeline/words"
	"barline/typeset"
)

// The quotation sign, in px: two commas, and after them how many quotations an event
// has.
const (
	commaW  = 4.0
	commaH  = 8.0
	signW   = 2*commaW + 2
	signGap = 3.0 // between the sign and the number
	// signClear is between a sign and the words or the mark that it belongs to.
	signClear = 6.0
	signBlank = 3.0 // what is empty over and under its number
)

// marked is what is drawn of an event that has quotations.
type marked struct {
	event  string
	number string
	mark   scene.Rect
	words  []scene.Rect
	hangs  bool // it is a dot, whose stem says whose words these are
}

// QuoteCounts are how many quotations events have, in the language's digits, by id;
// those that have none are left out.
func QuoteCounts(events view.Events, w *words.Words) map[string]string {
	counts := map[string]string{}
	for i := range events.Len() {
		if e := events.Event(i); len(e.Quotes) > 0 {
			counts[e.ID] = w.Number(len(e.Quotes))
		}
	}
	return counts
}

// Signs gives every event on show that has quotations a sign with their number, after
// its words or else beside its mark. An event that has no free place for it has none.
// It comes last: no sign takes the place of a word.
func (b *Builder) Signs(m Metrics, counts map[string]string) {
	if len(counts) == 0 {
		return
	}
	var all []*marked
	byEvent := map[string]*marked{}
	var inTheWay []obstacle
	var bars []scene.Node
	for i := range b.Scene.Nodes {
		n := &b.Scene.Nodes[i]
		isMark := n.Role == scene.Bar || n.Role == scene.Dot || n.Role == scene.Wait
		switch {
		case n.Shape == scene.Glyphs || isMark || n.Role == scene.Limit:
			o := obstacle{Rect: n.Box}
			if n.Role == scene.Label && n.Shape == scene.Glyphs {
				o.wordsOf = n.Event
			}
			inTheWay = append(inTheWay, o)
		case n.Shape == scene.Line && n.Z != ZGrid:
			inTheWay = append(inTheWay, obstacle{Rect: LineBox(n.Box), line: true})
		}
		if n.Event == "" || n.More != "" {
			continue
		}
		if n.Role == scene.Bar || n.Role == scene.Wait {
			bars = append(bars, *n)
		}
		e := byEvent[n.Event]
		if e == nil {
			e = &marked{event: n.Event, number: counts[n.Event]}
			byEvent[n.Event] = e
			if e.number != "" {
				all = append(all, e)
			}
		}
		switch {
		case n.Role == scene.Label && n.Shape == scene.Glyphs:
			e.words = append(e.words, n.Box)
		case isMark && n.Shape != scene.Glyphs:
			e.mark, e.hangs = e.mark.Union(n.Box), n.Role == scene.Dot
		}
	}
	style := scene.Style{Face: scene.SansBold, SizePx: m.Small.SizePx - 1.5}
	bounds := scene.Rect{X: m.Margin, Y: 2, W: m.Width - 2*m.Margin, H: math.Inf(1)}
	for _, e := range all {
		t := b.Fonts.Line(e.number, style)
		size := scene.Rect{W: signW + signGap + t.WidthPx, H: typeset.LineHeightPx(style)}
		for _, at := range e.places(size.W, size.H, b.Scene.Plot) {
			// On whole pixels, the number's baseline too.
			box := scene.Rect{X: math.Round(at.X), Y: math.Round(at.Y+t.BaselinePx) - t.BaselinePx, W: size.W, H: size.H}
			if !box.Within(bounds) || e.collides(inTheWay, box) || m.Down && e.afterAnother(bars, box) {
				continue
			}
			b.sign(e.event, t, box)
			inTheWay = append(inTheWay, obstacle{Rect: box})
			break
		}
	}
}

// places are the left top corners that a sign of a size may have, the best first:
// after or before one of the rows of its words, then around its mark.
func (e *marked) places(w, h float64, plot scene.Rect) []scene.Point {
	var at []scene.Point
	rows := rowsOf(e.words)
	slices.SortStableFunc(rows, func(a, b scene.Rect) int { return cmp.Compare(b.H, a.H) }) // large words first
	for _, row := range rows {
		at = append(at, scene.Point{X: row.Right() + signClear, Y: row.Centre().Y - h/2})
	}
	for _, row := range rows {
		at = append(at, scene.Point{X: row.X - signClear - w, Y: row.Centre().Y - h/2})
	}
	mark := e.mark.Clip(plot.Inset(-dotRoom))
	if e.mark.Empty() || mark.Empty() {
		return at
	}
	c := mark.Centre()
	for _, y := range []float64{c.Y - h/2, mark.Y, mark.Bottom() - h} {
		at = append(at, scene.Point{X: mark.Right() + signClear, Y: y}, scene.Point{X: mark.X - signClear - w, Y: y})
	}
	for _, x := range []float64{c.X - w/2, mark.X, mark.Right() - w} {
		at = append(at, scene.Point{X: x, Y: mark.Y - h - 2}, scene.Point{X: x, Y: mark.Bottom() + 2})
	}
	return at
}

// obstacle is what no sign may lie over. If it is words, wordsOf is their event.
type obstacle struct {
	scene.Rect
	wordsOf string
	line    bool
}

// collides reports whether a sign in a box would lie over something. It may stand
// closer over and under its event's own words, and lines, than others: digits have no
// descenders.
func (e *marked) collides(inTheWay []obstacle, box scene.Rect) bool {
	for _, o := range inTheWay {
		clear := box.Inset(-1)
		if o.wordsOf == e.event || o.line {
			clear.Y, clear.H = box.Y+signBlank, box.H-2*signBlank
		}
		if o.Overlaps(clear) {
			return true
		}
	}
	return false
}

// afterAnother reports whether a sign in a box would stand after the bar of another
// event, in whose row it would be read as that one's.
func (e *marked) afterAnother(bars []scene.Node, box scene.Rect) bool {
	return !e.hangs && slices.ContainsFunc(bars, func(bar scene.Node) bool {
		y := bar.Box.Centre().Y
		return bar.Event != e.event && box.X >= bar.Box.Right() && box.Y+1 < y && box.Bottom()-1 > y
	})
}

// dotRoom is how far under the calendar dots may hang.
const dotRoom = 240.0

// rowGap is the most that words of one row are apart.
const rowGap = 24.0

// rowsOf joins the boxes of words that stand beside each other; the rows are in order
// from the top, if the words are.
func rowsOf(words []scene.Rect) []scene.Rect {
	var rows []scene.Rect
	for _, box := range words {
		last := len(rows) - 1
		if last >= 0 && math.Abs(rows[last].Centre().Y-box.Centre().Y) < box.H/2 && box.X < rows[last].Right()+rowGap && rows[last].X < box.Right()+rowGap {
			rows[last] = rows[last].Union(box)
			continue
		}
		rows = append(rows, box)
	}
	return rows
}

// sign draws a quotation sign and a number in a box.
func (b *Builder) sign(event string, t *scene.Text, box scene.Rect) {
	id := "quotes:" + event
	b.back(id, event, box, 2)
	b.commas(scene.Node{ID: id, Event: event, Role: scene.Quotation, Z: ZSign}, box.X, box.Centre().Y-commaH/2)
	b.Words(id, event, scene.Quotation, ZWords, t, box.X+signW+signGap, box.Y, scene.Quiet)
	b.Last().Hit = box
}

// back puts paper, or what is drawn over it there, a margin wider than a box behind what
// will stand in the box, if a line of the grid would run through it.
func (b *Builder) back(id, event string, box scene.Rect, margin float64) {
	for i := range b.Scene.Nodes {
		if n := &b.Scene.Nodes[i]; n.Shape == scene.Line && n.Z == ZGrid && LineBox(n.Box).Overlaps(box) {
			b.Add(scene.Node{ID: "backing:" + id, Event: event, Role: scene.Furniture, Z: ZBacking, Shape: scene.Box, Box: box.Inset(-margin), Paint: b.behind(box)})
			return
		}
	}
}

// behind is the paint of the period in which a box lies, or else paper.
func (b *Builder) behind(box scene.Rect) scene.Paint {
	paint := scene.Paper
	for i := range b.Scene.Nodes {
		if n := &b.Scene.Nodes[i]; n.Role != scene.Annotation && n.Shape == scene.Box && n.Z == ZGrid && n.Box.Contains(box.Centre()) {
			paint = n.Paint
		}
	}
	return paint
}

// commas draws the two commas of a quotation sign with their left top corner at
// (x, y), as nodes like n. They are upright boxes on whole pixels, which are sharp, and
// all of a picture's are one path of a page.
func (b *Builder) commas(n scene.Node, x, y float64) {
	id := n.ID
	n.Shape, n.Paint = scene.Box, scene.Talks
	x, y = math.Round(x), math.Round(y)
	for i := range 2 {
		left := x + float64(i)*(commaW+2)
		n.ID, n.Box = id+":tail"+strconv.Itoa(i), scene.Rect{X: left, Y: y, W: commaW / 2, H: commaH / 2}
		b.Add(n)
		n.ID, n.Box = id+":head"+strconv.Itoa(i), scene.Rect{X: left, Y: y + commaH/2, W: commaW, H: commaH / 2}
		b.Add(n)
	}
}

// KeySigns is the key's entry for quotation signs, where there are any.
func KeySigns(counts map[string]string, w *words.Words) []KeyEntry {
	if len(counts) == 0 {
		return nil
	}
	return []KeyEntry{{ID: "quotes", Words: w.UI.QuotesKey, Draw: func(b *Builder, box scene.Rect) {
		c := box.Centre()
		b.commas(scene.Node{ID: "key:quotes:mark", Role: scene.Key, Z: ZSign}, c.X-signW/2, c.Y-commaH/2)
	}}}
}
