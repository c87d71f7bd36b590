// Package shape says how much of a pixel a mark covers: signed distances, in
// device pixels, negative inside. render/raster evaluates these functions and
// the shader of render/gpu repeats them line by line; a test holds the two
// together.
package shape

import (
	"math"

	"barline/scene"
)

// Mark is a node's geometry in device pixels, relative to its centre.
type Mark struct {
	Shape        scene.Shape
	HalfW, HalfH float64
	Radius       float64
	Stroke       float64
	Scale        float64 // device pixels per CSS pixel
}

// Of returns the geometry of a node, its centre and the direction in which
// its x axis points. All in device pixels.
func Of(n *scene.Node, scale float64) (m Mark, cx, cy, dx, dy float64) {
	b := n.Box
	m = Mark{Shape: n.Shape, HalfW: math.Abs(b.W) / 2 * scale, HalfH: math.Abs(b.H) / 2 * scale,
		Radius: n.Radius * scale, Stroke: n.Stroke * scale, Scale: scale}
	cx, cy, dx, dy = (b.X+b.W/2)*scale, (b.Y+b.H/2)*scale, 1, 0
	if n.Shape == scene.Line {
		length := math.Hypot(b.W, b.H)
		if length > 0 {
			dx, dy = b.W/length, b.H/length
		}
		m.HalfW, m.HalfH, m.Stroke = length/2*scale, n.Stroke/2*scale, 0
	}
	if n.Turn != 0 {
		dx, dy = math.Cos(n.Turn), math.Sin(n.Turn)
	}
	m.Radius = math.Min(m.Radius, math.Min(m.HalfW, m.HalfH))
	return m, cx, cy, dx, dy
}

// Cell is one of a node's many boxes as a node of its own.
func Cell(n *scene.Node, c scene.Cell) scene.Node {
	return scene.Node{Shape: scene.Box, Paint: n.Paint, Alpha: n.Alpha * c.Alpha, Box: scene.Rect{X: c.X, Y: c.Y, W: c.W, H: c.H}}
}

// Coverage is the share of the pixel around (x, y), relative to the mark's
// centre and along its axes, that the mark covers.
func (m Mark) Coverage(x, y float64) float64 {
	switch m.Shape {
	case scene.Outline:
		d := m.box(x, y)
		return cover(math.Abs(d+m.Stroke/2) - m.Stroke/2)
	case scene.Dashes:
		d := m.box(x, y)
		return cover(math.Abs(d+m.Stroke/2)-m.Stroke/2) * m.dash(x, y)
	case scene.Hatch:
		d := m.box(x, y)
		edge := cover(math.Abs(d+scene.HatchEdgePx*m.Scale/2) - scene.HatchEdgePx*m.Scale/2)
		return math.Max(edge, cover(d)*m.stripe(x, y))
	case scene.Triangle:
		// The slanted sides of a triangle that points right.
		length := math.Hypot(m.HalfH, 2*m.HalfW)
		slant := ((x-m.HalfW)*m.HalfH + math.Abs(y)*2*m.HalfW) / length
		return cover(math.Max(-x-m.HalfW, slant))
	case scene.Shadow:
		d := m.box(x, y)
		t := math.Min(math.Max(0.5-d/(2*m.Stroke), 0), 1)
		return t * t * (3 - 2*t)
	}
	return cover(m.box(x, y))
}

// Reach is how far outside its box a mark still covers something.
func (m Mark) Reach() float64 {
	if m.Shape == scene.Shadow {
		return m.Stroke + 1
	}
	return 1
}

func cover(d float64) float64 { return math.Min(math.Max(0.5-d, 0), 1) }

// box is the signed distance to the rounded box.
func (m Mark) box(x, y float64) float64 {
	qx, qy := math.Abs(x)-m.HalfW+m.Radius, math.Abs(y)-m.HalfH+m.Radius
	return math.Hypot(math.Max(qx, 0), math.Max(qy, 0)) + math.Min(math.Max(qx, qy), 0) - m.Radius
}

// dash is the pattern along the outline: around a circle by angle, else along
// the side that is nearest.
func (m Mark) dash(x, y float64) float64 {
	var at, period float64
	half := 0.25 // of a dash, in periods
	switch {
	case m.Radius >= m.HalfW && m.Radius >= m.HalfH:
		around := 2 * math.Pi * (m.Radius - m.Stroke/2)
		period = around / scene.CircleDashCount(around/m.Scale)
		half = scene.CircleDash / 2
		at = (math.Atan2(y, x)/(2*math.Pi) + 0.5) * around
	case m.HalfW-math.Abs(x) < m.HalfH-math.Abs(y):
		period = 2 * m.HalfH / scene.DashCount(2*m.HalfH/m.Scale)
		at = y + m.HalfH
	default:
		period = 2 * m.HalfW / scene.DashCount(2*m.HalfW/m.Scale)
		at = x + m.HalfW
	}
	// A dash stands around the quarter of each period.
	u := at/period + 0.25
	u -= math.Floor(u)
	off := math.Abs(u - 0.25)
	return cover((math.Min(off, 1-off) - half) * period)
}

// stripe is the hatch: diagonals that rise to the right, from the box's top
// left corner.
func (m Mark) stripe(x, y float64) float64 {
	period := scene.HatchPeriodPx * m.Scale
	u := (x + m.HalfW + y + m.HalfH) / period
	u -= math.Floor(u)
	return cover((math.Abs(u-0.5) - 0.25) * period / math.Sqrt2)
}

// Fade is the alpha at (x, y), in CSS pixels of the scene.
func Fade(f scene.Fade, x, y float64) float64 {
	if f == (scene.Fade{}) {
		return 1
	}
	return math.Min(math.Max(1-FadeAt(f, x, y), 0), 1)
}

// FadeAt is how far along the fade (x, y) lies: 0 where it begins, 1 where
// nothing is left. It is linear, so a renderer may interpolate it.
func FadeAt(f scene.Fade, x, y float64) float64 {
	dx, dy := f.To.X-f.From.X, f.To.Y-f.From.Y
	length := dx*dx + dy*dy
	if length == 0 {
		return 0
	}
	return ((x-f.From.X)*dx + (y-f.From.Y)*dy) / length
}
