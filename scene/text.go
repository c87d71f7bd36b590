package scene

// Face is one of the typefaces that Barline sets.
type Face uint8

const (
	Sans Face = iota
	SansBold
	Serif
	SerifBold
	NumFaces
)

// String returns the face's name in dumps.
func (f Face) String() string {
	return [...]string{"sans", "sans-bold", "serif", "serif-bold"}[f]
}

// Bold reports whether it is a bold face.
func (f Face) Bold() bool { return f == SansBold || f == SerifBold }

// Serif reports whether it has serifs.
func (f Face) Serif() bool { return f == Serif || f == SerifBold }

// Plainer lists the faces that a letter is looked for in, this one first: a
// script may have no serifs.
func (f Face) Plainer() []Face {
	switch f {
	case SansBold:
		return []Face{SansBold, Sans}
	case Serif:
		return []Face{Serif, Sans}
	case SerifBold:
		return []Face{SerifBold, SansBold, Serif, Sans}
	}
	return []Face{Sans}
}

// Font is the number of a font file: a face's letters may come out of several.
type Font uint8

// Style is how a line of text is set.
type Style struct {
	Face   Face
	SizePx float64
}

// Text is one line, shaped. It is shared between scenes and never changed.
type Text struct {
	String string
	Style  Style
	// WidthPx is the advance of the whole line.
	WidthPx float64
	// BaselinePx is how far the baseline lies under the top of the line's box.
	BaselinePx float64
	// RTL: it runs from right to left, but for what runs otherwise in it.
	RTL bool
	// Foreign: none of the fonts has all its letters. Whoever has other fonts
	// draws it, as a browser has.
	Foreign bool
	// Glyphs stand in visual order, left to right.
	Glyphs []Glyph
}

// Glyph is one glyph of a line.
type Glyph struct {
	Font Font
	ID   uint32
	// X and Y lead from the line's left end on the baseline to the glyph's
	// origin, in CSS pixels, y down.
	X, Y float64
}
