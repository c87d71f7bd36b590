package layout

import (
	"barline/scene"
	"barline/timeline/view"
)

const (
	// BarRadius rounds the corners of bars.
	BarRadius = 2
	ringGap   = 4.5 // between a mark and the outside of the ring around it
)

// Highlight lifts what is hovered and rings what is focused or open.
func (b *Builder) Highlight(v view.View) {
	var rings []scene.Node
	for i, ringed := range []string{v.Selected, v.Focused} {
		if ringed == "" || i > 0 && ringed == v.Selected {
			continue
		}
		// Bar and wait have a ring each: one around both would run through
		// what stands between their ends.
		for i := range b.Scene.Nodes {
			n := &b.Scene.Nodes[i]
			if n.Event != ringed || n.Shape == scene.Glyphs || n.Role != scene.Bar && n.Role != scene.Wait && n.Role != scene.Dot {
				continue
			}
			id := "ring:" + ringed
			if n.Role == scene.Wait {
				id += ":wait"
			}
			rings = append(rings, scene.Node{ID: id, Event: ringed, Role: scene.Ring, Z: ZRing, Shape: scene.Outline,
				Box: n.Box.Inset(-ringGap), Radius: max(n.Radius, BarRadius) + ringGap, Stroke: 2, Paint: scene.Focus})
		}
	}
	for i := range b.Scene.Nodes {
		n := &b.Scene.Nodes[i]
		if n.Event == "" || n.Event != v.Hovered {
			continue
		}
		switch n.Role {
		case scene.Bar, scene.Limit:
			n.Paint = scene.Lift
		case scene.Wait:
			n.Paint = scene.Quiet
		case scene.Dot:
			n.Paint, n.Stroke = scene.Ink, n.Stroke+0.5
		}
	}
	for _, r := range rings {
		b.Add(r)
	}
}
