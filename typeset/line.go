package typeset

import (
	"reflect"
	"slices"
	"strings"
	"unicode"

	"github.com/go-text/typesetting/bidi"
	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"

	"barline/scene"
)

// Line sets a string as one line.
func (f *Fonts) Line(s string, style scene.Style) *scene.Text {
	key := lineKey{s, style}
	if t, ok := f.lines[key]; ok {
		return t
	}
	p := f.paragraph(s, style)
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
	key := blockKey{lineKey{s, style}, widthPx, maxLines}
	if block, ok := f.blocks[key]; ok {
		return block
	}
	var block []*scene.Text
	for paragraph := range strings.Lines(s) {
		block = append(block, f.wrapParagraph(strings.TrimRight(paragraph, "\r\n"), style, widthPx)...)
	}
	if maxLines > 0 && len(block) > maxLines {
		last := f.cut(block[maxLines-1].String+" "+block[maxLines].String, style, widthPx)
		block = append(slices.Clip(block[:maxLines-1]), last)
	}
	if len(f.blocks) >= maxCached {
		clear(f.blocks)
	}
	f.blocks[key] = block
	return block
}

func (f *Fonts) wrapParagraph(s string, style scene.Style, widthPx float64) []*scene.Text {
	if s == "" {
		return []*scene.Text{f.Line("", style)}
	}
	p := f.paragraph(s, style)
	config := shaping.WrapConfig{Direction: p.direction()}
	f.wrap.Prepare(config, p.runes, shaping.NewSliceIterator(p.shaped))
	var lines []*scene.Text
	start := 0
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
		lines = append(lines, p.line(strings.TrimSpace(string(p.runes[start:end])), line.Line, last))
		start = end
	}
	return lines
}

// Shorten sets a string as one line, cut with an ellipsis so that it fits. It
// returns the bare ellipsis where nothing else does.
func (f *Fonts) Shorten(s string, style scene.Style, widthPx float64) *scene.Text {
	if line := f.Line(s, style); line.WidthPx <= widthPx {
		return line
	}
	return f.cut(s, style, widthPx)
}

// cut sets as much of a string as fits before an ellipsis.
func (f *Fonts) cut(s string, style scene.Style, widthPx float64) *scene.Text {
	text := []rune(s)
	fits := func(n int) bool {
		return f.Width(strings.TrimRight(string(text[:n]), " ,;:–-")+"…", style) <= widthPx
	}
	low, high := 0, len(text)
	for low < high {
		if mid := (low + high + 1) / 2; fits(mid) {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return f.Line(strings.TrimRight(string(text[:low]), " ,;:–-")+"…", style)
}

// shapePx is the size at which everything is shaped; lines are then scaled to
// their own. The shaper rounds sizes up to whole pixels, which would make 12.5
// px text as wide as 13. It is large enough for precise advances and small
// enough for a quarter of a million letters in one line.
const shapePx = 256

// paragraph is a text that is shaped, to be set as one line or as several.
type paragraph struct {
	fonts    *Fonts
	style    scene.Style
	runes    []rune
	leftward bool
	levels   []uint8      // of every rune
	shaped   shaping.Line // in the order of the text
	foreign  bool
}

// paragraph splits text by direction, script and font, and shapes each run.
func (f *Fonts) paragraph(s string, style scene.Style) *paragraph {
	p := &paragraph{fonts: f, style: style, runes: []rune(s)}
	p.leftward = leftwards(p.runes, f.leftward)
	if len(p.runes) == 0 {
		return p
	}
	p.levels = f.embeddings(p.runes, p.leftward)
	for _, run := range f.split.Split(shaping.Input{
		Text:      p.runes,
		RunEnd:    len(p.runes),
		Direction: p.direction(),
		Size:      shapePx * 64,
		Language:  f.language,
	}, stack{f.stacks[style.Face], &p.foreign}) {
		// The splitter tells left from right, but not a number within a number.
		for end := run.RunEnd; run.RunStart < end; run.RunStart = run.RunEnd {
			run.RunEnd = run.RunStart + 1
			for run.RunEnd < end && p.levels[run.RunEnd] == p.levels[run.RunStart] {
				run.RunEnd++
			}
			// With extents: the wrapper takes a glyph without any for a space, and
			// would let the last letter of a line hang over.
			p.shaped = append(p.shaped, f.shaper.Shape(run))
		}
	}
	return p
}

// embeddings are the levels of Unicode's bidirectional algorithm. The library
// joins runs of levels 0 and 2, which lie in another order, and keeps what it
// knows of each letter to itself: it is looked up.
func (f *Fonts) embeddings(text []rune, leftward bool) []uint8 {
	direction := bidi.LeftToRight
	if leftward {
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
	if p.leftward {
		return di.DirectionRTL
	}
	return di.DirectionLTR
}

// line copies shaped runs into the scene's plain data, from left to right, up to a
// place in the text: the space at which a line breaks takes none, wherever in the
// line it would be seen.
func (p *paragraph) line(s string, line shaping.Line, until int) *scene.Text {
	t := &scene.Text{String: s, Style: p.style, BaselinePx: p.fonts.baselinePx(p.style), Leftward: p.leftward, Foreign: p.foreign}
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
	fonts   []sizeless
	foreign *bool
}

func (s stack) ResolveFace(r rune) *font.Face {
	for _, font := range s.fonts {
		if _, ok := font.NominalGlyph(r); ok {
			return font
		}
	}
	*s.foreign = *s.foreign || !Ignorable(r)
	return s.fonts[0]
}

// Ignorable reports whether a rune is one that nothing is drawn for anyway.
func Ignorable(r rune) bool {
	return unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r) || unicode.Is(unicode.Cf, r) ||
		unicode.Is(unicode.Variation_Selector, r) || unicode.Is(unicode.Zs, r) || unicode.Is(unicode.Cc, r)
}
