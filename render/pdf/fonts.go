package pdf

import (
	"bytes"
	"fmt"
	"math"

	"barline/scene"
	"barline/typeset"
)

// mostCodes is how many glyphs a font of type 3 has at most.
const mostCodes = 256

// letters gives the glyphs that are used codes in fonts of type 3.
type letters struct {
	fonts *typeset.Fonts
	codes map[glyphKey]code
	order []glyphKey
}

type glyphKey struct {
	font scene.Font
	id   uint32
}

// code is a glyph's font, from 0 on, and its number in it.
type code struct{ font, number int }

func (l *letters) code(g scene.Glyph) code {
	key := glyphKey{g.Font, g.ID}
	c, ok := l.codes[key]
	if !ok {
		c = code{len(l.order) / mostCodes, len(l.order) % mostCodes}
		l.codes[key], l.order = c, append(l.order, key)
	}
	return c
}

// perEm is the size of the square that glyphs are drawn in.
const perEm = 1000

// write adds the fonts to a file, and returns their numbers.
func (l *letters) write(f *file) (numbers []int) {
	for first := 0; first < len(l.order); first += mostCodes {
		keys := l.order[first:min(first+mostCodes, len(l.order))]
		var procs, names, widths bytes.Buffer
		for i, k := range keys {
			contents, width := l.draw(k)
			fmt.Fprintf(&procs, "/g%d %d 0 R", i, f.stream("", contents))
			fmt.Fprintf(&names, "/g%d", i)
			widths.WriteString(num(width) + " ")
		}
		numbers = append(numbers, f.add("<</Type/Font/Subtype/Type3/FontBBox[0 0 0 0]/FontMatrix[.001 0 0 .001 0 0]/FirstChar 0/LastChar %d/Widths[%s]/Encoding<</Type/Encoding/Differences[0 %s]>>/CharProcs<<%s>>/Resources<<>>>>",
			len(keys)-1, widths.Bytes(), names.Bytes(), procs.Bytes()))
	}
	return numbers
}

// draw is a glyph as its font draws it, y up, and how wide it is.
func (l *letters) draw(k glyphKey) (contents []byte, width float64) {
	outline := l.fonts.Outline(k.font, k.id)
	low, high := scene.Point{X: math.Inf(1), Y: math.Inf(1)}, scene.Point{X: math.Inf(-1), Y: math.Inf(-1)}
	var path bytes.Buffer
	at := scene.Point{}
	put := func(points ...scene.Point) {
		for _, p := range points {
			path.WriteString(num(p.X) + " " + num(p.Y) + " ")
			low = scene.Point{X: min(low.X, p.X), Y: min(low.Y, p.Y)}
			high = scene.Point{X: max(high.X, p.X), Y: max(high.Y, p.Y)}
		}
	}
	for i, s := range outline {
		var p [3]scene.Point
		for j := range s.N {
			p[j] = scene.Point{X: s.Points[j].X * perEm, Y: -s.Points[j].Y * perEm}
		}
		switch {
		case s.Move:
			if i > 0 {
				path.WriteString("h ")
			}
			put(p[0])
			path.WriteString("m ")
		case s.N == 1:
			put(p[0])
			path.WriteString("l ")
		case s.N == 2:
			// PDF knows cubic curves alone.
			third := func(end scene.Point) scene.Point {
				return scene.Point{X: end.X + 2.0/3*(p[0].X-end.X), Y: end.Y + 2.0/3*(p[0].Y-end.Y)}
			}
			put(third(at), third(p[1]), p[1])
			path.WriteString("c ")
		default:
			put(p[0], p[1], p[2])
			path.WriteString("c ")
		}
		at = p[s.N-1]
	}
	if len(outline) == 0 {
		return []byte("250 0 0 0 0 0 d1"), 250
	}
	head := num(high.X) + " 0 " + num(low.X) + " " + num(low.Y) + " " + num(high.X) + " " + num(high.Y) + " d1 "
	return append([]byte(head), append(path.Bytes(), "h f"...)...), high.X
}
