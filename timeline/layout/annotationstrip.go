package layout

import (
	"math"

	"barline/scene"
	"barline/timeline/words"
	"barline/typeset"
)

// AnnotationStrip is where the words of annotations stand that lie along a level axis: rows
// over a plot, or under it, that nothing else stands in. Lines lead from there across the
// plot.
type AnnotationStrip struct {
	Plot scene.Rect
	Edge float64 // y of the strip's side that is nearer the marks
	Rows int
	// Under: the strip lies under the plot.
	Under bool
	// Words stand between Left and Right.
	Left, Right float64

	words *words.Words
}

const stripGap = 6.0 // between the rows and the marks

// stripPitch is the height of a row: a line of words, and room for a rule under it.
func stripPitch() float64 { return RowHeight(AnnotationStyle()) + 2 }

// StripPx is the height of a strip of so many rows.
func StripPx(rows int) float64 {
	if rows == 0 {
		return 0
	}
	return math.Ceil(float64(rows)*stripPitch() + stripGap)
}

// stripKey is what the rows of a strip depend on; hourPx is 0 for those at dates.
type stripKey struct{ widthPx, hourPx float64 }

// mostRows is how many rows a strip has at most: beyond that words are shortened.
const mostRows = 6

// StripRows is how many rows the words at dates need at a width, with all of the story in
// view: 0 if there are none. It is worked out once.
func (as *Annotations) StripRows(fonts *typeset.Fonts, s AnnotationStrip, px func(at float64) float64) int {
	return as.rowsFor(fonts, stripKey{s.Plot.W, 0}, s, func() []place { return placesOf(as.Dated, px, s.Plot.W) })
}

// FootRows is the same for the words of lines across an axis of lengths.
func (as *Annotations) FootRows(fonts *typeset.Fonts, s AnnotationStrip, hourPx float64) int {
	return as.rowsFor(fonts, stripKey{s.Plot.W, hourPx}, s, func() []place {
		places, _ := linesAt(as.Lines, hourPx, s.Plot.W)
		return places
	})
}

func (as *Annotations) rowsFor(fonts *typeset.Fonts, key stripKey, s AnnotationStrip, places func() []place) int {
	if dated := key.hourPx == 0; dated && len(as.Dated) == 0 || !dated && len(as.Lines) == 0 {
		return 0
	}
	if known, ok := as.rows.Load(key); ok {
		return known.(int)
	}
	all := places()
	s.words = as.words
	for s.Rows = 1; s.Rows < mostRows; s.Rows++ {
		if _, whole := s.pack(fonts, all, 0); whole {
			break
		}
	}
	as.rows.Store(key, s.Rows)
	return s.Rows
}

// flag is the words of an annotation, placed.
type flag struct {
	*place
	words noteWords
	box   scene.Rect // x from the plot's side; y is the depth: how far from Edge
	// over: the line ends at the words; else it leads past them.
	over  bool
	align float64
	// stands is for how many annotations a count stands; 0 for words, -1 for one that is
	// counted with another.
	stands int
}

// line is the room that a flag's line takes in the strip.
func (g *flag) lineRoom() scene.Rect {
	depth := g.box.Bottom()
	if g.over {
		depth = g.box.Y
	}
	return scene.Rect{X: g.at - 1, W: 2, H: depth}
}

// ruleGap is between the words of a stretch and its rule, in px.
const ruleGap = 2.0

// rule is the room that the rule of a stretch takes.
func (g *flag) rule(lengthPx float64) scene.Rect {
	if g.line {
		return scene.Rect{}
	}
	from, to := g.seen(lengthPx)
	return scene.Rect{X: from, Y: g.box.Y - ruleGap - 1, W: to - from, H: 2}
}

// pack finds places for the words of all annotations in view: from the right to the left,
// nearest the marks first. Where words have no room they are counted, alone or with their
// neighbours'. beyond are counted with the last. whole: no words were shortened.
func (s *AnnotationStrip) pack(fonts *typeset.Fonts, places []place, beyond int) (flags []flag, whole bool) {
	for i := range places {
		for ; i > 0 && places[i].at > places[i-1].at; i-- {
			places[i], places[i-1] = places[i-1], places[i]
		}
	}
	whole = true
	for i := range places {
		p := &places[i]
		g, ok := s.find(p, flags, places[i+1:], variantsOf(fonts, p.Text, s.Rows, s.Right-s.Left))
		if ok && !g.words.cut {
			flags = append(flags, g)
			continue
		}
		whole = false
		if !ok {
			if g, ok = s.find(p, flags, nil, []noteWords{counted(fonts, s.words, 1)}); ok {
				g.stands = 1
			}
		}
		if !ok {
			flags = s.join(fonts, p, flags)
			continue
		}
		flags = append(flags, g)
	}
	if beyond > 0 && len(flags) > 0 {
		flags[0].count(fonts, s.words, max(flags[0].stands, 1)+beyond)
	}
	return flags, whole
}

// count has a flag stand for so many annotations, its own among them.
func (g *flag) count(fonts *typeset.Fonts, w *words.Words, n int) {
	was := g.box
	g.stands, g.words = n, counted(fonts, w, n)
	g.box.W, g.box.H = g.words.w, g.words.h
	if g.align == 1 {
		g.box.X = was.Right() - g.box.W
	} else if g.over {
		g.box.X = min(max(g.at-g.box.W/2, was.X), was.Right()-g.box.W)
	}
}

// join counts an annotation with the one that stands nearest, whose words give way.
func (s *AnnotationStrip) join(fonts *typeset.Fonts, p *place, flags []flag) []flag {
	if len(flags) == 0 { // it is alone, and the plot too narrow for a number
		return flags
	}
	nearest := 0
	for i := range flags {
		if flags[i].stands >= 0 && math.Abs(flags[i].at-p.at) < math.Abs(flags[nearest].at-p.at) {
			nearest = i
		}
	}
	g := &flags[nearest]
	g.count(fonts, s.words, max(g.stands, 1)+1)
	return append(flags, flag{place: p, over: true, stands: -1})
}

// find is the first place, of the first of several words, where they overlap nothing: where
// there is one, so high that the lines of those that are not placed yet, and which it
// covers, have rows under it.
func (s *AnnotationStrip) find(p *place, flags []flag, rest []place, variants []noteWords) (flag, bool) {
	g, ok := s.findOver(p, flags, rest, variants, false)
	if !ok {
		g, ok = s.findOver(p, flags, nil, variants, true)
	}
	return g, ok
}

// covered is how many of several places have their lines where words would stand.
func covered(rest []place, words scene.Rect) (n int) {
	for i := range rest {
		if rest[i].at > words.X-noteClear && rest[i].at < words.Right()+noteClear {
			n++
		}
	}
	return n
}

// findOver is find with as many rows under the words as they cover of the rest, and with
// words that are shortened if cut says so.
func (s *AnnotationStrip) findOver(p *place, flags []flag, rest []place, variants []noteWords, cut bool) (flag, bool) {
	left, right := s.Left-s.Plot.X, s.Right-s.Plot.X
	for _, w := range variants {
		if w.cut && !cut {
			continue
		}
		for row := range s.Rows - len(w.lines) + 1 {
			g := flag{place: p, words: w, box: scene.Rect{Y: stripGap + float64(row)*stripPitch(), W: w.w, H: w.h}}
			try := func(x, align float64, over bool) bool {
				g.box.X, g.align, g.over = x, align, over
				return x >= left-1e-6 && g.box.Right() <= right+1e-6 && row >= covered(rest, g.box) && s.free(&g, flags)
			}
			if !p.line {
				from, to := p.seen(s.Plot.W)
				// On its rule: where that begins, or else where it ends.
				if try(max(min(from, right-w.w), left), 0, true) || try(min(max(to-w.w, left), right-w.w), 1, true) {
					return g, true
				}
				continue
			}
			if try(p.at+noteGap, 0, false) || try(p.at-noteGap-w.w, 1, false) || try(max(min(p.at-w.w/2, right-w.w), left), 0, true) {
				return g, true
			}
		}
	}
	return flag{}, false
}

// free reports whether a flag's words, its line and its rule overlap nothing of the others'.
func (s *AnnotationStrip) free(g *flag, flags []flag) bool {
	words, line, rule := g.box.Inset(-noteClear/2), g.lineRoom(), g.rule(s.Plot.W)
	words.Y, words.H = g.box.Y+0.5, g.box.H-1
	for i := range flags {
		o := &flags[i]
		if o.stands < 0 {
			continue
		}
		theirs := o.box.Inset(-noteClear / 2)
		theirs.Y, theirs.H = o.box.Y+0.5, o.box.H-1
		// A rule belongs to the words on it: other lines may cross it, no words or rules.
		if words.Overlaps(theirs) || words.Overlaps(o.lineRoom()) || line.Overlaps(theirs) || !rule.Empty() && (rule.Overlaps(theirs) || rule.Overlaps(o.rule(s.Plot.W))) || words.Overlaps(o.rule(s.Plot.W)) {
			return false
		}
	}
	return true
}

// Annotate draws what is in view of the annotations at dates on a level calendar: words in a
// strip, lines and bands across the plot.
func (b *Builder) Annotate(as *Annotations, s AnnotationStrip, px func(at float64) float64) {
	if len(as.Dated) > 0 {
		s.words = as.words
		b.strip(&s, placesOf(as.Dated, px, s.Plot.W), 0)
	}
}

// AnnotateLengths draws lines across a level axis of lengths of which an hour takes so many
// px, with their words in a strip.
func (b *Builder) AnnotateLengths(as *Annotations, s AnnotationStrip, hourPx float64) {
	if len(as.Lines) > 0 {
		places, beyond := linesAt(as.Lines, hourPx, s.Plot.W)
		s.words = as.words
		b.strip(&s, places, beyond)
	}
}

func (b *Builder) strip(s *AnnotationStrip, places []place, beyond int) {
	f := Frame{Plot: s.Plot}
	far := s.Plot.Bottom() // where lines end
	if s.Under {
		far = s.Plot.Y
	}
	y := func(depth float64) float64 {
		if s.Under {
			return s.Edge + depth
		}
		return s.Edge - depth
	}
	across := func(y float64) float64 { return s.Plot.Bottom() - y }
	flags, _ := s.pack(b.Fonts, places, beyond)
	for i := range flags {
		g := &flags[i]
		x := s.Plot.X + g.at
		depth := 0.0 // where its line begins
		if g.stands >= 0 {
			box := g.box.Move(s.Plot.X, 0)
			if box.Y = y(g.box.Y); !s.Under {
				box.Y -= g.box.H
			}
			if g.stands > 0 {
				g.words.put(b, g.id+":more", box, g.align)
			} else {
				g.words.put(b, g.id, box, g.align)
			}
			if depth = g.box.Y; !g.over {
				depth = g.box.Bottom()
			}
		}
		if g.line {
			b.hairline(g.id+":line", scene.Point{X: x, Y: y(depth)}, scene.Point{X: x, Y: far}, g.VagueFrom || g.VagueTo)
			continue
		}
		rule, tick := across(y(max(depth-ruleGap, 0))), -tickPx
		if s.Under {
			tick = tickPx
		}
		g.band(b, f, across(far), rule, rule, tick)
	}
	if len(places) == 0 && beyond > 0 { // all of them are longer than the axis
		w := counted(b.Fonts, s.words, beyond)
		box := scene.Rect{X: s.Right - w.w, Y: y(stripGap), W: w.w, H: w.h}
		if !s.Under {
			box.Y -= w.h
		}
		w.put(b, "annotation:beyond:more", box, 1)
	}
}
