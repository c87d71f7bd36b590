package layout

import (
	"barline/scene"
	"barline/typeset"
)

// Heights in the scene: what lies nearer hides what lies behind.
const (
	zGrid int8 = iota
	zBacking
	zAxis
	zLeader
	zBar
	zWords
	zRing
	zShade
	zPanel
	zPanelWords
)

// builder collects nodes and remembers which places are taken.
type builder struct {
	fonts *typeset.Fonts
	scene *scene.Scene
	taken []scene.Rect // bars, dots and words: nothing may be put over them
	grid  []scene.Rect // thin lines that words may stand on, with a backing
}

func (b *builder) add(n scene.Node) {
	n.Box = scene.SnapRect(n.Box)
	if !n.Hit.Empty() {
		n.Hit = scene.SnapRect(n.Hit)
	}
	if n.Alpha == 0 {
		n.Alpha = 1
	}
	n.Fade = scene.Fade{From: snapPoint(n.Fade.From), To: snapPoint(n.Fade.To)}
	b.scene.Nodes = append(b.scene.Nodes, n)
}

// last is the node added last.
func (b *builder) last() *scene.Node { return &b.scene.Nodes[len(b.scene.Nodes)-1] }

func snapPoint(p scene.Point) scene.Point { return scene.Point{X: scene.Snap(p.X), Y: scene.Snap(p.Y)} }

func (b *builder) take(r scene.Rect) { b.taken = append(b.taken, r) }

// free reports whether a box can be put here without covering anything.
func (b *builder) free(r scene.Rect) bool {
	for _, t := range b.taken {
		if r.Overlaps(t) {
			return false
		}
	}
	return true
}

// line adds a thin line.
func (b *builder) line(id string, role scene.Role, z int8, box scene.Rect, stroke float64, paint scene.Paint) {
	b.add(scene.Node{ID: id, Role: role, Z: z, Shape: scene.Line, Box: box, Stroke: stroke, Paint: paint})
}

// words adds one line of text with its left end and top at (x, y).
func (b *builder) words(id, event string, role scene.Role, z int8, t *scene.Text, x, y float64, paint scene.Paint) scene.Rect {
	box := scene.Rect{X: x, Y: y, W: t.WidthPx, H: typeset.LineHeightPx(t.Style)}
	b.add(scene.Node{ID: id, Event: event, Role: role, Z: z, Shape: scene.Glyphs, Box: box, Paint: paint, Text: t})
	return box
}

// mirror turns what was added since a number of nodes around, between two sides,
// where words run from right to left.
func (b *builder) mirror(since int, left, right float64) {
	if b.fonts.Leftward() {
		scene.Mirror(b.scene.Nodes[since:], left, right)
	}
}

// start is where a line begins in a column: one that runs otherwise than the rest
// begins at the other side.
func (b *builder) start(t *scene.Text, x, widthPx float64) float64 {
	if t.Leftward != b.fonts.Leftward() {
		return x + widthPx - t.WidthPx
	}
	return x
}

// finish sorts the scene and sets its size.
func (b *builder) finish(width, height float64) *scene.Scene {
	b.scene.WidthPx, b.scene.HeightPx = width, scene.Snap(height)
	b.scene.Sort()
	return b.scene
}
