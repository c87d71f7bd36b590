package layout

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"barline/data"
	"barline/scene"
	"barline/timeline/view"
	"barline/timeline/words"
	"barline/typeset"
)

// Lead is the quotation that a figure shows without being asked.
type Lead struct {
	event   string
	words   string // with quotation marks
	speaker string
	// translator says who put the words into the story's language, or is empty.
	translator string
	// placed are the nodes that a figure of a width and an arrangement has of it
	// ([]scene.Node by leadKey): to look for a place takes longer than the rest of the
	// layout.
	placed sync.Map
}

// Event is the id of the event that it is of.
func (l *Lead) Event() string { return l.event }

type leadKey struct {
	widthPx     float64
	arrangement view.Arrangement
}

// LeadOf returns the quotation that the story says leads, else the longest of the event
// with the most; nil where there is none.
func LeadOf(events view.Events, w *words.Words) *Lead {
	var event data.Event
	var lead *data.Quote
	most := 0
	for i := range events.Len() {
		e := events.Event(i)
		for j := range e.Quotes {
			if e.Quotes[j].Lead {
				return newLead(e, &e.Quotes[j], w)
			}
		}
		if len(e.Quotes) > most {
			most, event = len(e.Quotes), e
		}
	}
	for j := range event.Quotes {
		if q := &event.Quotes[j]; lead == nil || utf8.RuneCountInString(q.Words) > utf8.RuneCountInString(lead.Words) {
			lead = q
		}
	}
	if lead == nil {
		return nil
	}
	return newLead(event, lead, w)
}

func newLead(e data.Event, q *data.Quote, w *words.Words) *Lead {
	l := &Lead{event: e.ID, words: q.Words, speaker: q.Speaker.Name}
	if q.Translation != "" {
		l.words, l.translator = q.Translation, w.Sentence(q.TranslatedBy)
	}
	l.words = w.UI.OpenQuote + l.words + w.UI.CloseQuote
	return l
}

// How the leading quotation is set, in px.
const (
	leadClear   = 12.0 // at least between it and everything else
	leadMost    = 48.0 // more than this around it makes a place no better
	leadRows    = 9    // lines at most
	leaderGap   = 5.0  // between it and its leader
	leaderClear = 4.0  // between the leader and everything else
	leaderMost  = 420.0
	cornerLeast = 14.0 // of each part of a leader around a corner: a shorter one is not seen as one
	thinPx      = 8.0  // of a mark's edge, where no straight leader ends
	// A leader that is longer by this much is as bad as 1 px less around the words.
	leaderCost = 8.0
)

// leadSizes are the sizes of its letters that are tried, and leadWidths are how wide its
// lines may be.
func leadSizes(m Metrics) []float64 {
	if m.Down {
		return []float64{17, 15.5}
	}
	return []float64{21, 18.5, 16.5, 15}
}

func leadWidths() [8]float64 { return [...]float64{320, 280, 245, 215, 190, 165, 145, 125} }

// Lead writes the leading quotation into the largest empty part of the plot, with its
// speaker and a leader to its event's mark; else into that of all that stands over the
// key, which begins at keyY. Where no part is large enough, or no leader gets through,
// nothing is written. It comes after all other words and marks of the whole story: its
// place is remembered for the figure's width and arrangement.
func (b *Builder) Lead(m Metrics, l *Lead, a view.Arrangement, keyY float64) {
	if l == nil {
		return
	}
	key := leadKey{m.Width, a}
	if nodes, ok := l.placed.Load(key); ok {
		b.Scene.Nodes = append(b.Scene.Nodes, nodes.([]scene.Node)...)
		return
	}
	since := len(b.Scene.Nodes)
	b.findLead(m, l, keyY)
	l.placed.Store(key, slices.Clone(b.Scene.Nodes[since:]))
}

// findLead looks for a place and adds the nodes, if there is one.
func (b *Builder) findLead(m Metrics, l *Lead, keyY float64) {
	var mark scene.Rect
	var inTheWay []scene.Rect // for words
	var crossed []scene.Rect  // by no leader: axes may be
	others := map[string]int{}
	var sign scene.Rect       // of its event
	var itsWords []scene.Rect // where leaders may end that do not get through to the mark
	for i := range b.Scene.Nodes {
		n := &b.Scene.Nodes[i]
		if n.Event == l.event && n.Shape != scene.Glyphs && (n.Role == scene.Bar || n.Role == scene.Dot) {
			mark = mark.Union(n.Box)
			inTheWay = append(inTheWay, n.Box)
			continue
		}
		if n.Event == l.event && n.Shape == scene.Glyphs && n.Role == scene.Label {
			itsWords = append(itsWords, n.Box.Inset(-leaderClear-1))
		}
		if n.Event == l.event && n.Role == scene.Quotation {
			sign = sign.Union(n.Box.Inset(-leaderClear - 1))
		}
		if n.Z == ZBacking && !isBand(n) || n.Z == ZGrid && n.Shape == scene.Line {
			continue
		}
		box := n.Box
		if n.Shape == scene.Line {
			box = LineBox(box)
		}
		inTheWay = append(inTheWay, box)
		if n.Shape == scene.Line && n.Z == ZAxis {
			continue
		}
		// Between another event's mark and its words no leader leads through.
		if at, known := others[n.Event]; known && n.Event != "" && n.Event != l.event {
			crossed[at] = crossed[at].Union(box)
			continue
		}
		others[n.Event] = len(crossed)
		crossed = append(crossed, box)
	}
	mark = mark.Clip(b.Scene.Plot.Inset(-dotRoom))
	if mark.Empty() {
		return
	}
	if !sign.Empty() {
		itsWords = append([]scene.Rect{sign}, itsWords...)
	}
	over := scene.Rect{X: m.Margin, Y: b.Scene.Plot.Y, W: m.Width - 2*m.Margin, H: keyY - b.Scene.Plot.Y}
	for _, room := range []scene.Rect{b.Scene.Plot.Clip(over), over} {
		if at, leader, ok := b.leadIn(room, m, l, inTheWay, crossed, append([]scene.Rect{mark}, itsWords...)); ok {
			b.lead(l.event, at, leader)
			return
		}
	}
}

// leadIn looks for a place in a room, and for a leader to one of the targets, the
// earlier the better.
func (b *Builder) leadIn(room scene.Rect, m Metrics, l *Lead, inTheWay, crossed, targets []scene.Rect) (leadPlace, []scene.Rect, bool) {
	taken := newOccupancy(room, inTheWay)
	for _, size := range leadSizes(m) {
		var places []leadPlace
		for _, width := range leadWidths() {
			if block, ok := b.leadBlock(l, size, width); ok {
				places = append(places, taken.places(block, targets[0])...)
			}
		}
		places = best(places)
		for _, target := range targets {
			for _, at := range places {
				if leader, ok := at.leader(target, crossed); ok {
					return at, leader, true
				}
			}
		}
	}
	return leadPlace{}, nil, false
}

// leadBlock is the quotation, set: lines of text and how they are painted.
type leadBlock struct {
	lines  []*scene.Text
	paints []scene.Paint
	w, h   float64
}

// leadBlock sets the quotation in lines of a width; it reports false if they are too many,
// or too narrow for a word.
func (b *Builder) leadBlock(l *Lead, sizePx, widthPx float64) (*leadBlock, bool) {
	serif, small := scene.Style{Face: scene.Serif, SizePx: sizePx}, scene.Style{Face: scene.Serif, SizePx: 13}
	bl := &leadBlock{lines: b.Fonts.Wrap(l.words, serif, widthPx, 0)}
	if len(bl.lines) > leadRows || splitsWord(l.words, bl.lines) {
		return bl, false
	}
	for range bl.lines {
		bl.paints = append(bl.paints, scene.Ink)
	}
	for _, who := range []string{l.speaker, l.translator} {
		if who == "" {
			continue
		}
		for _, line := range b.Fonts.Wrap(who, small, widthPx, 0) {
			bl.lines, bl.paints = append(bl.lines, line), append(bl.paints, scene.Quiet)
		}
	}
	for _, line := range bl.lines {
		bl.w, bl.h = max(bl.w, line.WidthPx), bl.h+leadLine(line)
	}
	return bl, bl.w <= widthPx
}

// splitsWord reports whether a line of a text ends within a word. Scripts that put no
// spaces between words may break anywhere.
func splitsWord(text string, lines []*scene.Text) bool {
	for _, line := range lines {
		written := strings.TrimSpace(line.String)
		text = strings.TrimPrefix(strings.TrimLeftFunc(text, unicode.IsSpace), written)
		before, _ := utf8.DecodeLastRuneInString(written)
		after, _ := utf8.DecodeRuneInString(text)
		if unicode.IsLetter(before) && unicode.IsLetter(after) && spaced(before) && spaced(after) {
			return true
		}
	}
	return false
}

// spaced reports whether a letter is of a script that puts spaces between words, as
// those of East and Southeast Asia do not.
func spaced(letter rune) bool {
	switch {
	case letter >= 0x0E00 && letter <= 0x0EFF, // Thai, Lao
		letter >= 0x1000 && letter <= 0x109F, // Myanmar
		letter >= 0x1780 && letter <= 0x17FF, // Khmer
		letter >= 0x2E80 && letter <= 0xA4CF, // Han, Kana, Bopomofo
		letter >= 0xF900 && letter <= 0xFAFF,
		letter >= 0x20000 && letter <= 0x3FFFF:
		return false
	}
	return true
}

// leadLine is how far a line's successor stands below it, in px.
func leadLine(t *scene.Text) float64 { return math.Round(t.Style.SizePx * 1.3) }

// leadPlace is a place that the leading quotation could have. The more it is worth the
// better: much empty room around it, and near the mark.
type leadPlace struct {
	*leadBlock
	box   scene.Rect
	worth float64
}

// leader is a line from the words to the mark, straight or around one corner, that
// crosses nothing.
func (p *leadPlace) leader(mark scene.Rect, crossed []scene.Rect) ([]scene.Rect, bool) {
	around, c := p.box.Inset(-leaderGap), mark.Centre()
	var rows, columns []float64 // where it may leave the words
	y := p.box.Y
	for _, line := range p.lines {
		rows = append(rows, y+leadLine(line)/2)
		y += leadLine(line)
	}
	for x := p.box.X + 10; x < p.box.Right(); x += 10 {
		columns = append(columns, x)
	}
	var ways [][]scene.Rect
	// across and down are lines from the side of a box that is nearer to a place, or from
	// the place to the side; empty if the place is within the box.
	across := func(y, x float64, from scene.Rect) scene.Rect {
		side := min(max(x, from.X), from.Right())
		return scene.Rect{X: side, Y: y, W: x - side}
	}
	down := func(x, y float64, from scene.Rect) scene.Rect {
		side := min(max(y, from.Y), from.Bottom())
		return scene.Rect{X: x, Y: side, H: y - side}
	}
	// A straight line meets a thin mark in its middle: at an edge it would seem to lead to
	// the next row.
	if c.Y > p.box.Y && c.Y < p.box.Bottom() {
		rows = append([]float64{c.Y}, rows...)
	}
	if c.X > p.box.X && c.X < p.box.Right() {
		columns = append([]float64{c.X}, columns...)
	}
	meets := func(at, from, size float64) bool {
		return math.Abs(at-from-size/2) < max(size/2-thinPx, min(size/4, thinPx))
	}
	for _, y := range rows {
		if end := across(y, around.Centre().X, mark).X; meets(y, mark.Y, mark.H) {
			ways = append(ways, []scene.Rect{across(y, end, around)})
		}
	}
	for _, x := range columns {
		if end := down(x, around.Centre().Y, mark).Y; meets(x, mark.X, mark.W) {
			ways = append(ways, []scene.Rect{down(x, end, around)})
		}
	}
	for _, y := range rows {
		ways = append(ways, []scene.Rect{across(y, c.X, around), down(c.X, y, mark)})
	}
	for _, x := range columns {
		ways = append(ways, []scene.Rect{down(x, c.Y, around), across(c.Y, x, mark)})
	}
	for _, way := range ways {
		total, free, least := 0.0, true, leaderClear
		if len(way) > 1 {
			least = cornerLeast
		}
		for _, part := range way {
			length := math.Abs(part.W) + math.Abs(part.H)
			total += length
			free = free && length > least && !slices.ContainsFunc(crossed, LineBox(part).Inset(-leaderClear).Overlaps)
		}
		if free && total <= leaderMost {
			return way, true
		}
	}
	return nil, false
}

// lead writes the quotation and its leader. It cannot be pressed: where it stands is
// where readers drag the calendar, since all else is taken.
func (b *Builder) lead(event string, at leadPlace, leader []scene.Rect) {
	for i, line := range leader {
		b.Line("lead:leader:"+strconv.Itoa(i), scene.Quotation, ZLeader, line, 1, scene.Axis)
		b.Last().Event = event
	}
	b.back("lead", event, at.box.Inset(-leaderGap), 0)
	y := at.box.Y
	for i, line := range at.lines {
		h := leadLine(line)
		// Baselines on whole pixels: a page says them for every width.
		base := math.Round(y + (h-typeset.LineHeightPx(line.Style))/2 + line.BaselinePx)
		b.Words("lead:"+strconv.Itoa(i), event, scene.Quotation, ZWords, line, b.Start(line, at.box.X, at.box.W), base-line.BaselinePx, at.paints[i])
		y += h
	}
}

// occupancy says which parts of a room are taken: cells of cellPx, and how many
// of those above and before each are taken, so that any box is looked up at once.
type occupancy struct {
	room       scene.Rect
	cols, rows int
	sums       []int32 // (cols+1) × (rows+1)
}

const cellPx = 6.0

func newOccupancy(room scene.Rect, inTheWay []scene.Rect) *occupancy {
	o := &occupancy{room: room, cols: max(int(room.W/cellPx), 0), rows: max(int(room.H/cellPx), 0)}
	width := o.cols + 1
	o.sums = make([]int32, width*(o.rows+1))
	for _, box := range inTheWay {
		from, to := o.cell(box.X, box.Y), o.cell(box.Right(), box.Bottom())
		for y := max(from[1], 0); y <= min(to[1], o.rows-1); y++ {
			for x := max(from[0], 0); x <= min(to[0], o.cols-1); x++ {
				o.sums[(y+1)*width+x+1] = 1
			}
		}
	}
	for y := 1; y <= o.rows; y++ {
		for x := 1; x < width; x++ {
			o.sums[y*width+x] += o.sums[(y-1)*width+x] + o.sums[y*width+x-1] - o.sums[(y-1)*width+x-1]
		}
	}
	return o
}

// cell is the column and row of a place.
func (o *occupancy) cell(x, y float64) [2]int {
	at := func(v float64, most int) int { return int(math.Floor(min(max(v/cellPx, -1), float64(most)+1))) }
	return [2]int{at(x-o.room.X, o.cols), at(y-o.room.Y, o.rows)}
}

// free reports whether the cells from a column and row on, so many of them, are in the
// room and free.
func (o *occupancy) free(x, y, w, h int) bool {
	if x < 0 || y < 0 || x+w > o.cols || y+h > o.rows {
		return false
	}
	width := o.cols + 1
	return o.sums[(y+h)*width+x+w]-o.sums[y*width+x+w]-o.sums[(y+h)*width+x]+o.sums[y*width+x] == 0
}

// places are those where a block fits, with what they are worth.
func (o *occupancy) places(block *leadBlock, mark scene.Rect) []leadPlace {
	const clear, most = int(leadClear / cellPx), int(leadMost / cellPx)
	w, h := int(math.Ceil(block.w/cellPx)), int(math.Ceil(block.h/cellPx))
	var all []leadPlace
	for y := clear; y+h+clear <= o.rows; y += 2 {
		for x := clear; x+w+clear <= o.cols; x++ {
			around := clear
			for ; around <= most && o.free(x-around, y-around, w+2*around, h+2*around); around++ {
			}
			if around == clear {
				continue
			}
			box := scene.Rect{X: math.Round(o.room.X + float64(x)*cellPx), Y: math.Round(o.room.Y + float64(y)*cellPx), W: block.w, H: block.h}
			all = append(all, leadPlace{block, box, float64(around)*cellPx - distance(box, mark)/leaderCost})
		}
	}
	return all
}

// leadTries is how many places are tried with a leader.
const leadTries = 32

// best are the places that are worth most, the best first, each some way from the
// others: where one has no leader, the next pixel seldom has.
func best(places []leadPlace) []leadPlace {
	const apart = 4 * cellPx
	order := make([]int, len(places))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(places[b].worth, places[a].worth) })
	var kept []leadPlace
	for _, i := range order {
		box, near := places[i].box, false
		for _, k := range kept {
			near = near || k.box.W == box.W && math.Abs(k.box.X-box.X) < apart && math.Abs(k.box.Y-box.Y) < apart
		}
		if !near {
			kept = append(kept, places[i])
		}
		if len(kept) == leadTries {
			break
		}
	}
	return kept
}

// distance is how far two boxes are apart, along the page's edges.
func distance(a, b scene.Rect) float64 {
	return max(a.X-b.Right(), b.X-a.Right(), 0) + max(a.Y-b.Bottom(), b.Y-a.Bottom(), 0)
}
