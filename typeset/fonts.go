package typeset

import (
	"fmt"
	"slices"

	"github.com/go-text/typesetting/bidi"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"

	"barline/scene"
)

// LineHeight is the height of a line as a multiple of its size. CSS uses the
// same, so that words in the DOM lie on the words in the picture.
const LineHeight = 1.35

// maxCached bounds each cache; a story's words are far fewer, and what comes
// and goes while zooming is tick labels.
const maxCached = 4096

// File is a font file, TTF, OTF or WOFF 1, of letters that some faces are set in.
type File struct {
	Faces    []scene.Face
	Name     string // for errors
	Contents []byte
}

// Fonts are the faces that text is set in, with what was set so far.
type Fonts struct {
	fonts    []*font.Font                 // by scene.Font
	stacks   [scene.NumFaces][]*font.Face // in which letters are looked for, in order
	numbers  map[*font.Face]scene.Font
	language language.Language
	rtl      bool

	drawn  []*font.Face // by scene.Font, of those whose outlines were asked for
	names  []string     // of the files, by scene.Font
	damage []error      // by scene.Font: nil, or why it is left out
	read   *font.Font   // whose tables are being read, for reads
	shaper shaping.HarfbuzzShaper
	split  shaping.Segmenter
	wrap   shaping.LineWrapper
	levels bidi.Paragraph
	lines  map[lineKey]*scene.Text
	blocks map[blockKey][]*scene.Text
}

type lineKey struct {
	s     string
	style scene.Style
	to    toward
}

type blockKey struct {
	lineKey
	widthPx  float64
	maxLines int
}

// New parses font files. A face's letters are looked for in its own files, in
// their order; then in those of the plainer faces. There must be one for Sans.
// lang is the language (BCP 47) of what is set: it chooses between forms of a
// letter, and the direction of what has none of its own.
func New(files []File, lang string) (*Fonts, error) {
	f := &Fonts{
		numbers:  make(map[*font.Face]scene.Font, len(files)),
		lines:    make(map[lineKey]*scene.Text),
		blocks:   make(map[blockKey][]*scene.Text),
		language: language.NewLanguage(lang), rtl: RightToLeft(lang),
	}
	var own [scene.NumFaces][]*font.Face
	for i, file := range files {
		face, err := parse(file)
		if err != nil {
			return nil, err
		}
		f.names, f.damage = append(f.names, file.Name), append(f.damage, nil)
		f.numbers[face] = scene.Font(i)
		f.fonts = append(f.fonts, face.Font)
		for _, of := range file.Faces {
			own[of] = append(own[of], face)
		}
	}
	f.drawn = make([]*font.Face, len(files))
	if len(own[scene.Sans]) == 0 {
		return nil, fmt.Errorf("there is no font for %s", scene.Sans)
	}
	for face := range scene.NumFaces {
		for _, from := range face.Plainer() {
			f.stacks[face] = append(f.stacks[face], own[from]...)
		}
	}
	return f, nil
}

// Lang is the language that is set in, as New was told it.
func (f *Fonts) Lang() string { return string(f.language) }

// RTL reports whether the language is written from right to left.
func (f *Fonts) RTL() bool { return f.rtl }

// Has reports whether the face, or one that stands in for it, has a glyph for
// the rune.
func (f *Fonts) Has(face scene.Face, r rune) bool {
	has := false
	for !f.reads(func() { has = f.first(f.stacks[face], r) != nil }) {
	}
	return has
}

// first is the first font of a stack that has a glyph for the rune, or nil.
func (f *Fonts) first(stack []*font.Face, r rune) *font.Face {
	for _, face := range stack {
		if _, ok := f.noting(face).NominalGlyph(r); ok {
			return face
		}
	}
	return nil
}

// LineHeightPx is the height of one line in this style.
func LineHeightPx(style scene.Style) float64 { return scene.Snap(style.SizePx * LineHeight) }

// baselinePx puts the face's own ascent and descent in the middle of the
// line, as CSS does: those of its first font, whatever else is in the line.
func (f *Fonts) baselinePx(style scene.Style) float64 {
	ascent, descent := style.SizePx, 0.0
	for !f.reads(func() {
		if len(f.stacks[style.Face]) == 0 {
			return
		}
		face := f.noting(f.stacks[style.Face][0])
		extents, _ := face.FontHExtents()
		em := style.SizePx / float64(face.Upem())
		ascent, descent = float64(extents.Ascender)*em, -float64(extents.Descender)*em
	}) {
	}
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
func (f *Fonts) Outline(number scene.Font, glyph uint32) []Segment {
	if f.damage[number] != nil {
		return nil
	}
	if f.drawn[number] == nil {
		f.drawn[number] = font.NewFace(f.fonts[number])
	}
	face := f.drawn[number]
	var data font.GlyphOutline
	ok := false
	f.reads(func() { data, ok = f.noting(face).GlyphData(font.GID(glyph)).(font.GlyphOutline) })
	if !ok {
		return nil
	}
	em := 1 / float64(face.Upem())
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

// Clone returns a Fonts with its own cache, for use by another goroutine.
func (f *Fonts) Clone() *Fonts {
	g := &Fonts{
		fonts: f.fonts, names: f.names, drawn: make([]*font.Face, len(f.fonts)), damage: slices.Clone(f.damage), language: f.language, rtl: f.rtl,
		numbers: make(map[*font.Face]scene.Font, len(f.fonts)),
		lines:   make(map[lineKey]*scene.Text),
		blocks:  make(map[blockKey][]*scene.Text),
	}
	faces := make([]*font.Face, len(f.fonts))
	for i, of := range f.fonts {
		faces[i] = font.NewFace(of)
		g.numbers[faces[i]] = scene.Font(i)
	}
	for i := range f.stacks {
		for _, face := range f.stacks[i] {
			g.stacks[i] = append(g.stacks[i], faces[f.numbers[face]])
		}
	}
	return g
}
