package typeset

import (
	"slices"
	"strings"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"

	"barline/scene"
)

// Line sets a string as one line. Its own first strong character decides the
// direction.
func (f *Fonts) Line(s string, style scene.Style) *scene.Text {
	key := lineKey{s, style}
	if t, ok := f.lines[key]; ok {
		return t
	}
	text := []rune(s)
	line := f.shape(text, style)
	if len(line) > 1 {
		// Only the wrapper knows the visual order of a line's runs.
		wrapped, _ := f.wrap.WrapParagraphF(shaping.WrapConfig{
			Direction:                     direction(text),
			BreakPolicy:                   shaping.Never,
			DisableTrailingWhitespaceTrim: true,
		}, fixed.Int26_6(1<<30), text, shaping.NewSliceIterator(line))
		line = slices.Concat(wrapped...)
	}
	t := f.text(s, style, line)
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
	text := []rune(s)
	if len(text) == 0 {
		return []*scene.Text{f.Line("", style)}
	}
	config := shaping.WrapConfig{Direction: direction(text)}
	f.wrap.Prepare(config, text, shaping.NewSliceIterator(f.shape(text, style)))
	var lines []*scene.Text
	start := 0
	for done := false; !done; {
		var line shaping.WrappedLine
		line, done = f.wrap.WrapNextLineF(fixed.Int26_6(widthPx / style.SizePx * shapePx * 64))
		end := line.NextLine
		if done {
			end = len(text)
		}
		lines = append(lines, f.text(strings.TrimSpace(string(text[start:end])), style, line.Line))
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

// shape splits text by direction, script and face and shapes each run.
func (f *Fonts) shape(text []rune, style scene.Style) shaping.Line {
	if len(text) == 0 {
		return nil
	}
	runs := f.split.Split(shaping.Input{
		Text:      text,
		RunEnd:    len(text),
		Direction: direction(text),
		Size:      shapePx * 64,
		Language:  language.NewLanguage("en"),
	}, oneFace{f.faces[style.Face]})
	line := make(shaping.Line, len(runs))
	for i, run := range runs {
		// With extents: the wrapper takes a glyph without any for a space, and
		// would let the last letter of a line hang over.
		line[i] = f.shaper.Shape(run)
	}
	return line
}

// text copies shaped runs into the scene's plain data, left to right.
func (f *Fonts) text(s string, style scene.Style, line shaping.Line) *scene.Text {
	runs := slices.Clone(line)
	slices.SortStableFunc(runs, func(a, b shaping.Output) int { return int(a.VisualIndex - b.VisualIndex) })
	t := &scene.Text{String: s, Style: style, BaselinePx: f.baselinePx(style)}
	x, scale := 0.0, style.SizePx/(shapePx*64)
	for i := range runs {
		face := f.names[runs[i].Face]
		for _, g := range runs[i].Glyphs {
			t.Glyphs = append(t.Glyphs, scene.Glyph{
				Face: face,
				ID:   uint32(g.GlyphID),
				X:    x + float64(g.XOffset)*scale,
				Y:    -float64(g.YOffset) * scale,
			})
			x += float64(g.Advance) * scale
		}
	}
	t.WidthPx = x
	return t
}

// oneFace sets everything in one face; what it lacks becomes its own
// replacement glyph.
type oneFace struct{ face *font.Face }

func (m oneFace) ResolveFace(rune) *font.Face { return m.face }

// direction is that of the first strong character, left to right if there is none.
func direction(text []rune) di.Direction {
	for _, r := range text {
		switch {
		case r >= 0x0590 && r <= 0x08FF || r >= 0xFB1D && r <= 0xFDFF || r >= 0xFE70 && r <= 0xFEFF || r >= 0x10800 && r <= 0x10FFF || r >= 0x1E800 && r <= 0x1EFFF:
			return di.DirectionRTL
		case r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r >= 0xC0 && r < 0x0590:
			return di.DirectionLTR
		}
	}
	return di.DirectionLTR
}
