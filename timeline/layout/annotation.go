package layout

import (
	"math"
	"strconv"
	"strings"
	"sync"

	"barline/data"
	"barline/data/edtf"
	"barline/scene"
	"barline/timeline/words"
	"barline/typeset"
)

// Annotations are a story's, ready to be placed in its figure:
//
//	 Ceasefire proposed       a word at a date, beside a hairline across the plot
//	│        ┌─────────────┐
//	│        The first truce  a word at a stretch, over a rule and a pale band
//	│   █     ░░░░░█░░░░░░░
//	│   █  █  ░░░░░█░░█░░░░
//	└──────────────────────── calendar
//
// Those at a length stand at the end of a line across the axis of lengths.
type Annotations struct {
	Dated []Annotation // in the order of their dates
	Lines []Annotation // in that of their lengths
	words *words.Words
	// rows are how many rows of words a width needs (int by stripKey).
	rows sync.Map
}

// Annotation is one of them.
type Annotation struct {
	Stretch
	Text  string
	Date  edtf.Date
	Hours float64 // of one at a length
	id    string
}

// AnnotationsOf are those of a story, in a language, whose calendar shows a stretch of time,
// in seconds since 1970. What is known of a moment as less than that is where the calendar shows it.
func AnnotationsOf(all []data.Annotation, w *words.Words, from, to float64) *Annotations {
	as := &Annotations{words: w}
	for i, a := range all {
		n := Annotation{Text: a.Text, Date: a.Date, id: "annotation:" + strconv.Itoa(i)}
		if a.AtLength() {
			n.Hours = a.Length.Hours()
			as.Lines = append(as.Lines, n)
			continue
		}
		n.Stretch = StretchOf(a.Date, a.Date.IsInterval())
		if !n.Lasts && n.From < to && n.To > from {
			n.From, n.To = max(n.From, from), min(n.To, to)
			n.SureFrom, n.SureTo = n.From, n.To
		}
		as.Dated = append(as.Dated, n)
	}
	// They are few: sorting by hand is less code than a sort of its own for their type.
	for i := range as.Dated {
		for ; i > 0 && as.Dated[i].From < as.Dated[i-1].From; i-- {
			as.Dated[i], as.Dated[i-1] = as.Dated[i-1], as.Dated[i]
		}
	}
	for i := range as.Lines {
		for ; i > 0 && as.Lines[i].Hours < as.Lines[i-1].Hours; i-- {
			as.Lines[i], as.Lines[i-1] = as.Lines[i-1], as.Lines[i]
		}
	}
	return as
}

// LongestHours is the longest length of those at a length that are not longer than a
// limit; 0 if there is none.
func (as *Annotations) LongestHours(limit float64) float64 {
	longest := 0.0
	for i := range as.Lines {
		if h := as.Lines[i].Hours; h <= limit {
			longest = max(longest, h)
		}
	}
	return longest
}

// AnnotationStyle is that of their words: lighter and smaller than labels, and in the
// other face.
func AnnotationStyle() scene.Style { return scene.Style{Face: scene.Serif, SizePx: 13} }

const (
	noteGap    = 5.0  // between words and their line
	noteClear  = 5.0  // between the words of two annotations
	notePale   = 0.4  // how strongly the band of a stretch is drawn
	noteUnsure = 0.25 // and that of a moment somewhere in it
	tickPx     = 5.0  // at the ends of a rule
	momentPx   = 12.0 // a moment whose date is finer than this is a line
	dashPx     = 4.0  // of a line at a date that is not certain
	leastCut   = 46.0 // words that are cut shorter say nothing
)

// CutAtWord shortens a text to the room that there is, at a word if one fits; nil if that
// says nothing.
func CutAtWord(fonts *typeset.Fonts, text string, style scene.Style, room float64) *scene.Text {
	t := fonts.Line(text, style)
	switch {
	case t.WidthPx <= room:
		return t
	case room < leastCut:
		return nil
	}
	rest := text
	for {
		space := strings.LastIndexByte(rest, ' ')
		if space <= 0 {
			return fonts.Shorten(text, style, room)
		}
		rest = strings.TrimRight(rest[:space], " ,;:–-")
		if short := fonts.Line(rest+"…", style); short.WidthPx <= room {
			return short
		}
	}
}

// noteWords is a text, set in one or several lines.
type noteWords struct {
	lines []*scene.Text
	w, h  float64
	cut   bool
}

func wordsOf(lines ...*scene.Text) noteWords {
	n := noteWords{lines: lines, h: float64(len(lines)) * RowHeight(AnnotationStyle())}
	for _, t := range lines {
		n.w = max(n.w, t.WidthPx)
	}
	return n
}

// Widths of the words of annotations, in px.
const (
	notePx        = 190.0 // of a line of words that are wrapped, if they may choose
	leastWrap     = 60.0
	mostNoteLines = 4
)

// AnnotateRow writes an annotation into a row of its own: a line across it, and under that its
// words, which are set.
func (b *Builder) AnnotateRow(a *Annotation, lines []*scene.Text, x, y, widthPx float64) {
	b.hairline(a.id+":line", scene.Point{X: x, Y: y}, scene.Point{X: x + widthPx, Y: y}, a.VagueFrom || a.VagueTo)
	w := wordsOf(lines...)
	w.put(b, a.id, scene.Rect{X: x + AnnotationRowInset, Y: y + rowGapPx, W: w.w, H: w.h}, 0)
}

const (
	rowGapPx = 2.0 // between the line of a row and its words
	// AnnotationRowInset is between the beginnings of the line and of the words.
	AnnotationRowInset = 6.0
)

// AnnotationRowPx is the height of an annotation's row.
func AnnotationRowPx(lines []*scene.Text) float64 {
	return float64(len(lines))*RowHeight(AnnotationStyle()) + rowGapPx
}

// variantsOf are the ways to set a text in so many lines and px at most, the best first:
// whole, in lines that are not long, then in longer ones; then shortened.
func variantsOf(fonts *typeset.Fonts, text string, lines int, widthPx float64) []noteWords {
	style := AnnotationStyle()
	total := fonts.Width(text, style)
	var short, long []noteWords
	for n := 1; n <= min(lines, mostNoteLines); n++ {
		at := min(max(math.Ceil(total/float64(n)*1.12), leastWrap), widthPx)
		if n == 1 {
			at = min(total+0.5, widthPx)
		}
		set := fonts.Wrap(text, style, at, 0)
		if len(set) != n || splitsWord(text, set) {
			continue
		}
		if w := wordsOf(set...); w.w > widthPx {
			continue
		} else if w.w <= notePx {
			short = append(short, w)
		} else {
			long = append([]noteWords{w}, long...)
		}
	}
	all := append(short, long...)
	for _, room := range []float64{150, 110, 80, 60} {
		if room = min(room, widthPx); room < total {
			if t := CutAtWord(fonts, text, style, room); t != nil && !splitsWord(text, []*scene.Text{fonts.Line(strings.TrimSuffix(t.String, "…"), style)}) {
				w := wordsOf(t)
				w.cut = true
				all = append(all, w)
			}
		}
	}
	return all
}

// counted is what stands for so many annotations whose words have no room.
func counted(fonts *typeset.Fonts, w *words.Words, n int) noteWords {
	return wordsOf(fonts.Line("+"+w.Large(n), AnnotationStyle()))
}

// put writes words in a box, aligned left (0) or right (1).
func (n *noteWords) put(b *Builder, id string, box scene.Rect, align float64) {
	y := box.Y
	for i, t := range n.lines {
		x := b.Start(t, box.X, n.w)
		if align == 1 {
			x = b.Start(t, box.X+n.w-t.WidthPx, t.WidthPx)
		}
		b.Words(id+":"+strconv.Itoa(i), "", scene.Annotation, ZWords, t, x, y, scene.Quiet)
		y += RowHeight(t.Style)
	}
	b.Take(box)
}

// hairline adds a line one px thick, level or upright, dashed if its place is not certain.
// It is cut where words stand by Interrupt.
func (b *Builder) hairline(id string, from, to scene.Point, dashed bool) {
	box := scene.Rect{X: min(from.X, to.X), Y: min(from.Y, to.Y), W: math.Abs(to.X - from.X), H: math.Abs(to.Y - from.Y)}
	upright := box.H > box.W
	if upright {
		box.X, box.W = box.X-0.5, 1
	} else {
		box.Y, box.H = box.Y-0.5, 1
	}
	cells := []scene.Cell{cellOf(box)}
	if dashed {
		cells = cells[:0]
		for at := 0.0; at < max(box.W, box.H); at += 2*dashPx - 1 {
			d := box
			if upright {
				d.Y, d.H = box.Y+at, min(dashPx, box.H-at)
			} else {
				d.X, d.W = box.X+at, min(dashPx, box.W-at)
			}
			cells = append(cells, cellOf(d))
		}
	}
	b.Add(scene.Node{ID: id, Role: scene.Annotation, Z: ZGrid, Shape: scene.Many, Paint: scene.Axis, Box: box, Cells: cells})
}

func cellOf(r scene.Rect) scene.Cell {
	return scene.Cell{X: scene.Snap(r.X), Y: scene.Snap(r.Y), W: scene.Snap(r.W), H: scene.Snap(r.H), Alpha: 1}
}

// Interrupt cuts the lines of annotations where words or signs stand, and lays their bands
// over the paper behind words. It comes after all of these.
func (b *Builder) Interrupt() {
	var words []scene.Rect
	var bands []scene.Node
	lines := 0
	for i := range b.Scene.Nodes {
		switch n := &b.Scene.Nodes[i]; {
		case n.Role == scene.Annotation && n.Shape == scene.Many:
			lines++
		case isBand(n):
			bands = append(bands, *n)
		case n.Shape == scene.Glyphs || n.Role == scene.Quotation && n.Shape == scene.Box:
			words = append(words, scene.Rect{X: n.Box.X - 2, Y: n.Box.Y, W: n.Box.W + 4, H: n.Box.H})
		}
	}
	if len(bands) > 0 {
		kept := b.Scene.Nodes[:0]
		for i := range b.Scene.Nodes {
			if n := &b.Scene.Nodes[i]; !isBand(n) {
				kept = append(kept, *n)
			}
		}
		b.Scene.Nodes = append(kept, bands...)
	}
	for i := range b.Scene.Nodes {
		if lines == 0 {
			return
		}
		n := &b.Scene.Nodes[i]
		if n.Role != scene.Annotation || n.Shape != scene.Many {
			continue
		}
		lines--
		for _, w := range words {
			if w.Overlaps(n.Box) {
				n.Cells = cutCells(n.Cells, w)
			}
		}
	}
}

// isBand reports whether a node is of the pale band of a stretch.
func isBand(n *scene.Node) bool { return n.Role == scene.Annotation && n.Z == ZBacking }

// cutCells are thin boxes without what lies in a box.
func cutCells(cells []scene.Cell, away scene.Rect) []scene.Cell {
	var left []scene.Cell
	for _, c := range cells {
		r := scene.Rect{X: c.X, Y: c.Y, W: c.W, H: c.H}
		if !r.Overlaps(away) {
			left = append(left, c)
			continue
		}
		before, after := r, r
		if r.H > r.W {
			before.H = away.Y - r.Y
			after.Y, after.H = away.Bottom(), r.Bottom()-away.Bottom()
		} else {
			before.W = away.X - r.X
			after.X, after.W = away.Right(), r.Right()-away.Right()
		}
		for _, part := range []scene.Rect{before, after} {
			if part.W > 0.5 && part.H > 0.5 {
				left = append(left, cellOf(part))
			}
		}
	}
	return left
}

// place is where an annotation lies along an axis in view.
type place struct {
	*Annotation
	reach
	line bool    // a moment, as a line at a0
	at   float64 // where its words belong
}

// placesOf are those in view, on an axis that maps times to px.
func placesOf(all []Annotation, px func(at float64) float64, lengthPx float64) []place {
	var places []place
	for i := range all {
		a := &all[i]
		p := place{Annotation: a, reach: reachOf(&a.Stretch, px, lengthPx)}
		if !a.Lasts && p.a1-p.a0 <= momentPx && a.OpenFrom == 0 && a.OpenTo == 0 {
			middle := (p.a0 + p.a1) / 2
			p.line, p.a0, p.a1 = true, middle, middle
		}
		from, to := p.seen(lengthPx)
		if p.line && (p.a0 < -0.5 || p.a0 > lengthPx+0.5) || !p.line && to <= from {
			continue
		}
		p.at = from
		places = append(places, p)
	}
	return places
}

// linesAt are annotations at a length that lie on an axis of lengths of which an hour takes
// so many px, and the others.
func linesAt(all []Annotation, hourPx, lengthPx float64) (places []place, beyond int) {
	for i := range all {
		a := &all[i]
		at := a.Hours * hourPx
		if at > lengthPx+0.5 {
			beyond++
			continue
		}
		places = append(places, place{Annotation: a, reach: reach{a0: at, a1: at}, line: true, at: at})
	}
	return places, beyond
}

// band draws the pale band of a stretch across a plot, and a rule with its ends at a place
// across; ticks reach from the rule towards the plot by tickPx, which may be negative.
func (p *place) band(b *Builder, f Frame, c0, c1, rule, tick float64) {
	pale := scene.Node{ID: p.id + ":band", Role: scene.Annotation, Z: ZBacking, Shape: scene.Box, Paint: scene.Hairline, Alpha: notePale}
	if !p.Lasts {
		pale.Alpha = noteUnsure
	}
	p.draw(b, f, pale, c0, c1)
	line := scene.Node{ID: p.id + ":rule", Role: scene.Annotation, Z: ZGrid, Shape: scene.Box, Paint: scene.Axis}
	p.draw(b, f, line, rule-0.5, rule+0.5)
	end := func(name string, at float64, faded, open bool, turn float64) {
		switch {
		case at < 0 || at > f.AlongPx() || faded:
		case open:
			a0 := at
			if name == ":to" {
				a0 -= arrowPx
			}
			n := line
			n.ID, n.Shape, n.Turn, n.Box = p.id+name, scene.Triangle, turn, f.Rect(a0, a0+arrowPx, rule-arrowPx/2, rule+arrowPx/2)
			b.Add(n)
		default:
			n := line
			n.ID, n.Box = p.id+name, f.Rect(max(at-1, 0), max(at-1, 0)+1, min(rule, rule+tick), max(rule, rule+tick))
			b.Add(n)
		}
	}
	turn := b.pointing(f)
	end(":from", p.a0, p.in > 0, p.openFrom, turn+math.Pi)
	end(":to", p.a1, p.out > 0, p.openTo, turn)
}
