// Package kage holds the shader of render/gpu as source. It is a package of
// its own so that the build can compile the shader beforehand, on a machine
// where Ebitengine itself could not start.
package kage

import (
	_ "embed"
	"strconv"

	"barline/scene"
)

//go:embed mark.kage
var mark []byte

// Mark returns the source of the one shader that draws marks and glyphs. It is
// the same at every call, on every machine: what differs from screen to screen
// travels in the vertices.
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
