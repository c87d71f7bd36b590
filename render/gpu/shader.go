package gpu

import (
	_ "embed"
	"strconv"

	"github.com/hajimehoshi/ebiten/v2"

	"barline/scene"
)

//go:embed mark.kage
var markKage []byte

// The kinds of quads, as mark.kage tells them apart.
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

// newShader compiles the shader for one device scale. Constants cost nothing
// a frame; uniforms would be converted and uploaded each time.
func newShader(deviceScale float64) (*ebiten.Shader, error) {
	source := append([]byte(nil), markKage...)
	for _, c := range []struct {
		name  string
		value float64
	}{
		{"DeviceScale", deviceScale}, {"HatchPeriod", scene.HatchPeriodPx}, {"HatchEdge", scene.HatchEdgePx},
		{"DashPx", scene.DashPx}, {"CircleDash", scene.CircleDash}, {"CircleEvery", scene.CircleEvery},
	} {
		source = append(source, "\nconst "+c.name+" = "+strconv.FormatFloat(c.value, 'f', 6, 64)+"\n"...)
	}
	return ebiten.NewShader(source)
}
