package layout

import (
	"barline/scene"
	"barline/typeset"
)

// Drawing order in the scene: what comes later hides what comes before.
const (
	ZGrid int8 = iota
	ZBacking
	ZAxis
	ZLeader
	ZBar
	ZSign
	ZWords
	ZRing
	ZShade
	ZPanel
	ZPanelWords
)

// MinTarget is the least size of anything that can be pressed, in px.
const MinTarget = 24

// Builder collects nodes and remembers which places are taken.
type Builder struct {
	Fonts *typeset.Fonts
	Scene *scene.Scene
	taken []scene.Rect // bars, dots and words: nothing may be put over them
	// bands are the places that are taken by how far down the page they are, for
	// finding what is near without looking at all of them.
	bands [][]scene.Rect
	grid  []scene.Rect // thin lines that words may stand on, with a backing
}

// NewBuilder makes an empty scene with room for some nodes.
func NewBuilder(fonts *typeset.Fonts, nodes int) *Builder {
	return &Builder{Fonts: fonts, Scene: &scene.Scene{Nodes: make([]scene.Node, 0, nodes)}}
}

// Add adds a node, on the grid that all marks stand on.
func (b *Builder) Add(n scene.Node) {
	n.Box = scene.SnapRect(n.Box)
	if !n.Hit.Empty() {
		n.Hit = scene.SnapRect(n.Hit)
	}
	if n.Alpha == 0 {
		n.Alpha = 1
	}
	n.Fade = scene.Fade{From: snapPoint(n.Fade.From), To: snapPoint(n.Fade.To)}
	b.Scene.Nodes = append(b.Scene.Nodes, n)
}

// Last is the node added last.
func (b *Builder) Last() *scene.Node { return &b.Scene.Nodes[len(b.Scene.Nodes)-1] }

func snapPoint(p scene.Point) scene.Point { return scene.Point{X: scene.Snap(p.X), Y: scene.Snap(p.Y)} }

const (
	bandPx    = 64.0
	mostBands = 1 << 12
)

// bandsOf are the first and the last band that a box is in.
func bandsOf(r scene.Rect) (first, last int) {
	band := func(y float64) int { return int(min(max(y/bandPx, 0), mostBands-1)) }
	return band(r.Y), band(r.Bottom())
}

// Take keeps a place from being used for a label.
func (b *Builder) Take(r scene.Rect) {
	b.taken = append(b.taken, r)
	first, last := bandsOf(r)
	for len(b.bands) <= last {
		b.bands = append(b.bands, nil)
	}
	for i := first; i <= last; i++ {
		b.bands[i] = append(b.bands[i], r)
	}
}

// Taken are the places that are taken, in the order in which they were.
func (b *Builder) Taken() []scene.Rect { return b.taken }

// Free reports whether a box can be put here without covering anything.
func (b *Builder) Free(r scene.Rect) bool {
	first, last := bandsOf(r)
	for i := first; i <= min(last, len(b.bands)-1); i++ {
		for _, t := range b.bands[i] {
			if r.Overlaps(t) {
				return false
			}
		}
	}
	return true
}

// Line adds a thin line.
func (b *Builder) Line(id string, role scene.Role, z int8, box scene.Rect, stroke float64, paint scene.Paint) {
	b.Add(scene.Node{ID: id, Role: role, Z: z, Shape: scene.Line, Box: box, Stroke: stroke, Paint: paint})
}

// GridLine adds a line of the grid, which labels may stand on.
func (b *Builder) GridLine(id string, line scene.Rect) {
	b.Line(id, scene.Furniture, ZGrid, line, 1, scene.Grid)
	b.grid = append(b.grid, LineBox(line))
}

// Words adds one line of text with its left end and top at (x, y).
func (b *Builder) Words(id, event string, role scene.Role, z int8, t *scene.Text, x, y float64, paint scene.Paint) scene.Rect {
	box := scene.Rect{X: x, Y: y, W: t.WidthPx, H: typeset.LineHeightPx(t.Style)}
	b.Add(scene.Node{ID: id, Event: event, Role: role, Z: z, Shape: scene.Glyphs, Box: box, Paint: paint, Text: t})
	return box
}

// Mirror turns around what was added after the first so many nodes, between two
// sides, if words run from right to left.
func (b *Builder) Mirror(since int, left, right float64) {
	if b.Fonts.RTL() {
		scene.Mirror(b.Scene.Nodes[since:], left, right)
	}
}

// Start is where a line begins in a column: one that runs in the other direction
// than the rest begins at the other side.
func (b *Builder) Start(t *scene.Text, x, widthPx float64) float64 {
	if t.RTL != b.Fonts.RTL() {
		return x + widthPx - t.WidthPx
	}
	return x
}

// Finish sorts the scene and sets its size.
func (b *Builder) Finish(width, height float64) *scene.Scene {
	b.Scene.WidthPx, b.Scene.HeightPx = width, scene.Snap(height)
	b.Scene.Sort()
	return b.Scene
}

// LineBox is the area that a thin straight line takes.
func LineBox(line scene.Rect) scene.Rect {
	r := line
	if r.W < 0 {
		r.X, r.W = r.X+r.W, -r.W
	}
	if r.H < 0 {
		r.Y, r.H = r.Y+r.H, -r.H
	}
	return r.AtLeast(1.5, 1.5)
}

// Digit is a number below ten, for ids.
func Digit(i int) string { return string(rune('0' + i)) }
