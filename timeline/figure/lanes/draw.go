package lanes

import (
	"barline/scene"
	"barline/typeset"
)

// drawing is a scene and the memory that it is written into, used again for
// every other frame.
type drawing struct {
	scene scene.Scene
	cells [][]scene.Cell
	used  int
}

func (d *drawing) clear() {
	clear(d.scene.Nodes)
	d.scene.Nodes = d.scene.Nodes[:0]
	d.used = 0
}

func (d *drawing) add(n scene.Node) {
	n.Box = scene.SnapRect(n.Box)
	if n.Alpha == 0 {
		n.Alpha = 1
	}
	d.scene.Nodes = append(d.scene.Nodes, n)
}

// begin gives memory for the boxes of a node, end takes it back with the boxes
// in it and adds the node.
func (d *drawing) begin() []scene.Cell {
	if d.used == len(d.cells) {
		d.cells = append(d.cells, make([]scene.Cell, 0, 256))
	}
	return d.cells[d.used][:0]
}

func (d *drawing) end(n scene.Node, cells []scene.Cell) {
	d.cells[d.used] = cells
	if len(cells) == 0 {
		return
	}
	d.used++
	n.Shape, n.Cells = scene.Many, cells
	d.add(n)
}

// cell is a box on the grid of 64ths that all marks stand on.
func cell(x, y, w, h, alpha float64) scene.Cell {
	return scene.Cell{X: scene.Snap(x), Y: scene.Snap(y), W: scene.Snap(w), H: scene.Snap(h), Alpha: scene.Snap(alpha)}
}

func (d *drawing) line(id string, role scene.Role, z int8, box scene.Rect, paint scene.Paint) {
	d.add(scene.Node{ID: id, Role: role, Z: z, Shape: scene.Line, Box: box, Stroke: 1, Paint: paint})
}

func (d *drawing) words(id string, role scene.Role, z int8, t *scene.Text, x, y float64, paint scene.Paint) {
	d.add(scene.Node{ID: id, Role: role, Z: z, Shape: scene.Glyphs, Paint: paint, Text: t,
		Box: scene.Rect{X: x, Y: y, W: t.WidthPx, H: typeset.LineHeightPx(t.Style)}})
}
