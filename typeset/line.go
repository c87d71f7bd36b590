package typeset

import (
	"iter"
	"reflect"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/bidi"
	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"

	"barline/scene"
)

// toward is the direction of a text: its own, or that of what it is part of.
type toward uint8

const (
	itsOwn toward = iota
	toRight
	toLeft
)

func asToward(rtl bool) toward {
	if rtl {
		return toLeft
	}
	return toRight
}

// Line sets a string as one line.
func (f *Fonts) Line(s string, style scene.Style) *scene.Text { return f.line(s, style, itsOwn) }

func (f *Fonts) line(s string, style scene.Style, to toward) *scene.Text {
	key := lineKey{s, style, to}
	if t, ok := f.lines[key]; ok {
		return t
	}
	p := f.paragraph(s, style, to)
	t := p.line(s, p.shaped, len(p.runes))
	if len(f.lines) >= maxCached {
		clear(f.lines)
	}
	f.lines[key] = t
	return t
}

// Width is the advance of the string in one line, in px.
func (f *Fonts) Width(s string, style scene.Style) float64 { return f.Line(s, style).WidthPx }

// Wrap breaks a string into lines at most widthPx wide, by Unicode's rules;
// words that are longer than a line are broken. If maxLines is above zero and
// more lines were needed, the last one ends in an ellipsis.
func (f *Fonts) Wrap(s string, style scene.Style, widthPx float64, maxLines int) []*scene.Text {
	key := blockKey{lineKey{s, style, itsOwn}, widthPx, maxLines}
	if block, ok := f.blocks[key]; ok {
		return block
	}
	var block []*scene.Text
	var rest []rune // of the last line that may be, and what follows it
	for paragraph := range paragraphs(s) {
		lines, runes, starts := f.wrapParagraph(paragraph, style, widthPx)
		if at := maxLines - 1 - len(block); at >= 0 && at < len(lines) {
			rest = runes[starts[at]:]
		}
		block = append(block, lines...)
	}
	if maxLines > 0 && len(block) > maxLines {
		last := f.cut(rest, style, widthPx, block[maxLines-1].RTL)
		block = append(slices.Clip(block[:maxLines-1]), last)
	}
	if len(f.blocks) >= maxCached {
		clear(f.blocks)
	}
	f.blocks[key] = block
	return block
}

// paragraphs are the parts of a text between the characters at which Unicode has a
// line end in any case. One at the very end of the text begins no further one.
func paragraphs(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for s != "" {
			at := strings.IndexAny(s, "\n\r\v\f\u0085\u2028\u2029")
			if at < 0 {
				yield(s)
				return
			}
			_, size := utf8.DecodeRuneInString(s[at:])
			if strings.HasPrefix(s[at:], "\r\n") {
				size = 2
			}
			if !yield(s[:at]) {
				return
			}
			s = s[at+size:]
		}
	}
}

// wrapParagraph breaks one paragraph, and says at which of its runes each line
// begins.
func (f *Fonts) wrapParagraph(s string, style scene.Style, widthPx float64) (lines []*scene.Text, runes []rune, starts []int) {
	if s == "" {
		return []*scene.Text{f.Line("", style)}, nil, []int{0}
	}
	p := f.paragraph(s, style, itsOwn)
	if len(p.shaped) == 0 {
		return []*scene.Text{p.line(s, nil, 0)}, p.runes, []int{0}
	}
	config := shaping.WrapConfig{Direction: p.direction()}
	f.wrap.Prepare(config, p.runes, shaping.NewSliceIterator(p.shaped))
	start := 0
	var open []int // of what began before start, what has not ended
	for done := false; !done; {
		var line shaping.WrappedLine
		line, done = f.wrap.WrapNextLineF(fixed.Int26_6(widthPx / style.SizePx * shapePx * 64))
		end := line.NextLine
		if done {
			end = len(p.runes)
		}
		last := end
		for last > start && unicode.IsSpace(p.runes[last-1]) {
			last--
		}
		lines = append(lines, p.line(p.part(open, start, end), line.Line, last))
		starts = append(starts, start)
		open = unclosed(open, p.runes[start:end], start)
		start = end
	}
	return lines, p.runes, starts
}

// part is the text of a line, as it would be written by itself: what an earlier
// line has opened, at the places open, is opened anew, and what a later one closes
// is closed.
func (p *paragraph) part(open []int, start, end int) string {
	var opened []rune
	for _, i := range open {
		r := p.runes[i]
		if r == '\u2068' {
			// Its direction was decided by all that is in it.
			if r = '\u2066'; p.levels[min(i+1, len(p.levels)-1)]%2 == 1 {
				r = '\u2067'
			}
		}
		opened = append(opened, r)
	}
	return closed(string(opened) + strings.TrimSpace(string(p.runes[start:end])))
}

// Shorten sets a string as one line, cut with an ellipsis so that it fits. It
// returns the bare ellipsis where nothing else does.
func (f *Fonts) Shorten(s string, style scene.Style, widthPx float64) *scene.Text {
	line := f.Line(s, style)
	if line.WidthPx <= widthPx {
		return line
	}
	return f.cut([]rune(s), style, widthPx, line.RTL)
}

// mostCut is how many letters of a text that is cut are looked at: no line has
// more.
const mostCut = 2000

// cut sets as much of a text as fits before an ellipsis, in the direction of the
// whole.
func (f *Fonts) cut(text []rune, style scene.Style, widthPx float64, rtl bool) *scene.Text {
	text = text[:min(len(text), mostCut)]
	to := asToward(rtl)
	kept := func(n int) string { return closed(strings.TrimRight(string(text[:n]), " ,;:–-،؛")) + "…" }
	low, high := 0, len(text)
	for low < high {
		if mid := (low + high + 1) / 2; f.line(kept(mid), style, to).WidthPx <= widthPx {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return f.line(kept(wordEnd(text, low)), style, to)
}

// wordEnd is where the last whole word of so many letters ends, unless too much of them
// would be lost.
func wordEnd(text []rune, n int) int {
	if n == len(text) || unicode.IsSpace(text[n]) {
		return n
	}
	for at := n; at*5 >= n*3; at-- {
		if at > 0 && unicode.IsSpace(text[at-1]) {
			return at - 1
		}
	}
	return n
}

// closed ends what a text that was cut leaves open: isolates and embeddings would
// take in what comes after.
func closed(s string) string {
	text := []rune(s)
	for _, i := range slices.Backward(unclosed(nil, text, 0)) {
		if text[i] >= '\u2066' {
			s += "\u2069"
		} else {
			s += "\u202c"
		}
	}
	return s
}

// unclosed is where isolates and embeddings begin that do not end, of those that
// were open before a text and those that begin in it. The text begins at a place.
func unclosed(open []int, text []rune, at int) []int {
	for i, r := range text {
		switch r {
		case '\u2066', '\u2067', '\u2068', '\u202a', '\u202b', '\u202d', '\u202e':
			open = append(open, at+i)
		case '\u2069', '\u202c':
			open = open[:max(0, len(open)-1)]
		}
	}
	return open
}

// shapePx is the size at which everything is shaped; lines are then scaled to
// their own. The shaper rounds sizes up to whole pixels, which would make 12.5
// px text as wide as 13. It is large enough for precise advances and small
// enough for a quarter of a million letters in one line.
const shapePx = 256

// paragraph is a text that is shaped, to be set as one line or as several.
type paragraph struct {
	fonts   *Fonts
	style   scene.Style
	runes   []rune
	rtl     bool
	levels  []uint8      // of every rune
	shaped  shaping.Line // in the order of the text
	foreign bool
}

// paragraph splits text by direction, script and font, and shapes each run.
func (f *Fonts) paragraph(s string, style scene.Style, to toward) *paragraph {
	p := &paragraph{fonts: f, style: style, runes: []rune(strings.Map(inOneLine, s)), rtl: to == toLeft}
	if to == itsOwn {
		p.rtl = isRTL(p.runes, f.rtl)
	}
	if len(p.runes) == 0 {
		return p
	}
	p.levels = f.embeddings(p.runes, p.rtl)
	for !f.reads(p.shape) {
	}
	return p
}

// inOneLine makes a space of what would end a line or a paragraph: the library sets
// what comes before it, and panics where it looks for the rest.
func inOneLine(r rune) rune {
	switch r {
	case '\n', '\r', '\v', '\f', '\x1c', '\x1d', '\x1e', '\u0085', '\u2028', '\u2029':
		return ' '
	}
	return r
}

// shape fills p.shaped and p.foreign.
func (p *paragraph) shape() {
	f := p.fonts
	p.shaped, p.foreign = nil, false
	if len(f.stacks[p.style.Face]) == 0 {
		return // every font was damaged
	}
	for _, run := range f.split.Split(shaping.Input{
		Text:      p.runes,
		RunEnd:    len(p.runes),
		Direction: p.direction(),
		Size:      shapePx * 64,
		Language:  f.language,
	}, stack{f, f.stacks[p.style.Face], &p.foreign}) {
		// The splitter tells left from right, but not a number within a number.
		for end := run.RunEnd; run.RunStart < end; run.RunStart = run.RunEnd {
			run.RunEnd = run.RunStart + 1
			for run.RunEnd < end && p.levels[run.RunEnd] == p.levels[run.RunStart] {
				run.RunEnd++
			}
			f.noting(run.Face)
			// With extents: the wrapper takes a glyph without any for a space, and
			// would let the last letter of a line hang over.
			p.shaped = append(p.shaped, f.shaper.Shape(run))
		}
	}
}

// embeddings are the levels of Unicode's bidirectional algorithm. The library
// joins runs of levels 0 and 2, which lie in another order, and keeps what it
// knows of each letter to itself: it is looked up.
func (f *Fonts) embeddings(text []rune, rtl bool) []uint8 {
	direction := bidi.LeftToRight
	if rtl {
		direction = bidi.RightToLeft
	}
	known := reflect.ValueOf(f.levels.Segment(text, direction)).FieldByName("levels")
	levels := make([]uint8, len(text))
	for i := range min(len(text), known.Len()) {
		levels[i] = uint8(known.Index(i).Int())
	}
	return levels
}

func (p *paragraph) direction() di.Direction {
	if p.rtl {
		return di.DirectionRTL
	}
	return di.DirectionLTR
}

// line copies shaped runs into the scene's plain data, from left to right, up to a
// place in the text: the space at which a line breaks takes none, wherever in the
// line it would be seen.
func (p *paragraph) line(s string, line shaping.Line, until int) *scene.Text {
	t := &scene.Text{String: s, Style: p.style, BaselinePx: p.fonts.baselinePx(p.style), RTL: p.rtl, Foreign: p.foreign}
	x, scale := 0.0, p.style.SizePx/(shapePx*64)
	most := LineHeightPx(p.style)
	for _, run := range p.visual(line) {
		number := p.fonts.numbers[run.Face]
		for _, g := range run.Glyphs {
			if g.TextIndex() >= until {
				continue
			}
			y := -float64(g.YOffset) * scale
			// A tower of marks over one letter ends where the next line's
			// letters begin.
			if g.Advance != 0 || y > -most && y < most {
				t.Glyphs = append(t.Glyphs, scene.Glyph{Font: number, ID: uint32(g.GlyphID), X: x + float64(g.XOffset)*scale, Y: y})
			}
			x += float64(g.Advance) * scale
		}
	}
	t.WidthPx = x
	return t
}

// visual brings a line's runs into the order in which they are seen: from the
// deepest level to the first that runs leftwards, all that lie at it or deeper
// are turned around (rule L2 of Unicode's bidirectional algorithm).
func (p *paragraph) visual(line shaping.Line) []shaping.Output {
	runs := slices.Clone(line)
	level := func(i int) uint8 { return p.levels[min(runs[i].Runes.Offset, len(p.levels)-1)] }
	deepest := uint8(0)
	for i := range runs {
		deepest = max(deepest, level(i))
	}
	for at := deepest; at > 0; at-- {
		for i := 0; i < len(runs); i++ {
			j := i
			for j < len(runs) && level(j) >= at {
				j++
			}
			if j > i {
				slices.Reverse(runs[i:j])
				i = j
			}
		}
	}
	return runs
}

// stack sets each letter in the first font that has it. A letter that none has
// is foreign; it becomes the first font's own sign for what it lacks.
type stack struct {
	of      *Fonts
	fonts   []*font.Face
	foreign *bool
}

func (s stack) ResolveFace(r rune) *font.Face {
	if face := s.of.first(s.fonts, r); face != nil {
		return face
	}
	*s.foreign = *s.foreign || !Ignorable(r)
	return s.fonts[0]
}

// Ignorable reports whether a rune is one that nothing is drawn for anyway.
func Ignorable(r rune) bool {
	return unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r) || unicode.Is(unicode.Cf, r) ||
		unicode.Is(unicode.Variation_Selector, r) || unicode.Is(unicode.Zs, r) || unicode.Is(unicode.Cc, r)
}
