package gpu

import "barline/scene"

// The kinds of quads, as kage/mark.kage tells them apart.
const (
	kindGlyph = iota
	kindBox
	kindOutline
	kindDashes
	kindHatch
	kindTriangle
	kindShadow
)

func kindOf(s scene.Shape) int {
	switch s {
	case scene.Outline:
		return kindOutline
	case scene.Dashes:
		return kindDashes
	case scene.Hatch:
		return kindHatch
	case scene.Triangle:
		return kindTriangle
	case scene.Shadow:
		return kindShadow
	}
	return kindBox
}

// pack puts kind, radius and stroke into one number that a float32 holds
// exactly, whatever interpolation does to its last bit.
func pack(kind int, radius, stroke float64) float32 {
	r := min(int(radius*8+0.5), 2047)
	s := min(int(stroke*16+0.5), 511)
	return float32(kind<<20 + r<<9 + s)
}
