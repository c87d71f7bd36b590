package typeset

import (
	"bytes"
	"fmt"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/shaping"

	"barline/scene"
)

// LineHeight is the height of a line as a multiple of its size. CSS uses the
// same, so that words in the DOM lie on the words in the picture.
const LineHeight = 1.35

// maxCached bounds each cache; a story's words are far fewer, and what comes
// and goes while zooming is tick labels.
const maxCached = 4096

// Fonts are the faces that text is set in, with what was set so far.
type Fonts struct {
	faces  [scene.NumFaces]*font.Face
	names  map[*font.Face]scene.Face
	shaper shaping.HarfbuzzShaper
	split  shaping.Segmenter
	wrap   shaping.LineWrapper
	lines  map[lineKey]*scene.Text
	blocks map[blockKey][]*scene.Text
}

type lineKey struct {
	s     string
	style scene.Style
}

type blockKey struct {
	lineKey
	widthPx  float64
	maxLines int
}

// New parses one font file per face, indexed by scene.Face: TTF, OTF or WOFF 1.
// A face without a file is set in Sans, which must have one.
func New(files [scene.NumFaces][]byte) (*Fonts, error) {
	f := &Fonts{
		names:  make(map[*font.Face]scene.Face, scene.NumFaces),
		lines:  make(map[lineKey]*scene.Text),
		blocks: make(map[blockKey][]*scene.Text),
	}
	for i, contents := range files {
		if len(contents) == 0 && i != int(scene.Sans) {
			contents = files[scene.Sans]
		}
		face, err := font.ParseTTF(bytes.NewReader(contents))
		if err != nil {
			return nil, fmt.Errorf("font %s: %w", scene.Face(i), err)
		}
		f.faces[i] = face
		f.names[face] = scene.Face(i)
	}
	return f, nil
}

// Has reports whether the face has a glyph for the rune.
func (f *Fonts) Has(face scene.Face, r rune) bool {
	_, ok := f.faces[face].NominalGlyph(r)
	return ok
}

// LineHeightPx is the height of one line in this style.
func LineHeightPx(style scene.Style) float64 { return scene.Snap(style.SizePx * LineHeight) }

// baselinePx puts the face's own ascent and descent in the middle of the
// line, as CSS does.
func (f *Fonts) baselinePx(style scene.Style) float64 {
	face := f.faces[style.Face]
	extents, _ := face.FontHExtents()
	em := style.SizePx / float64(face.Upem())
	ascent, descent := float64(extents.Ascender)*em, -float64(extents.Descender)*em
	return scene.Snap((LineHeightPx(style)-(ascent+descent))/2 + ascent)
}

// Segment is a step of a glyph's contour: a move, a line, or a quadratic or
// cubic curve, by the number of points in use.
type Segment struct {
	Move   bool
	Points [3]scene.Point
	N      int // points in use, 1 to 3
}

// Outline returns the contours of a glyph in units of its size, y down, the
// origin on the baseline. A glyph without ink has none.
func (f *Fonts) Outline(face scene.Face, glyph uint32) []Segment {
	data, ok := f.faces[face].GlyphData(font.GID(glyph)).(font.GlyphOutline)
	if !ok {
		return nil
	}
	em := 1 / float64(f.faces[face].Upem())
	segments := make([]Segment, len(data.Segments))
	for i := range data.Segments {
		points := data.Segments[i].ArgsSlice()
		segments[i] = Segment{Move: i == 0 || data.Segments[i].Op == 0, N: len(points)}
		for j, p := range points {
			segments[i].Points[j] = scene.Point{X: float64(p.X) * em, Y: -float64(p.Y) * em}
		}
	}
	return segments
}
