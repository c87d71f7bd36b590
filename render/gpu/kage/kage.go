// Package kage holds the shaders of render/gpu as source. It is a package of
// its own so that the build can compile them beforehand, on a machine
// where Ebitengine itself could not start.
package kage

import (
	_ "embed"
	"strconv"

	"barline/scene"
)

//go:embed mark.kage
var mark []byte

//go:embed plain.kage
var plain []byte

// Plain returns the source of the shader that draws glyphs and plain boxes.
func Plain() []byte { return append([]byte(nil), plain...) }

// Mark returns the source of the shader that draws marks and glyphs of every kind.
// It is the same at every call, on every machine: what differs from screen to
// screen travels in the vertices.
func Mark() []byte {
	source := append([]byte(nil), mark...)
	for _, c := range []struct {
		name  string
		value float64
	}{
		{"HatchPeriod", scene.HatchPeriodPx}, {"HatchEdge", scene.HatchEdgePx},
		{"DashPx", scene.DashPx}, {"CircleDash", scene.CircleDash}, {"CircleEvery", scene.CircleEvery},
	} {
		source = append(source, "\nconst "+c.name+" = "+strconv.FormatFloat(c.value, 'f', 6, 64)+"\n"...)
	}
	return source
}
