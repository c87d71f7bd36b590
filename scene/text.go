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
	// Glyphs stand in visual order, left to right.
	Glyphs []Glyph
}

// Glyph is one glyph of a line.
type Glyph struct {
	Face Face
	ID   uint32
	// X and Y lead from the line's left end on the baseline to the glyph's
	// origin, in CSS pixels, y down.
	X, Y float64
}
