package layout

import (
	"slices"
	"strings"

	"barline/scene"
	"barline/timeline/view"
)

const (
	// BarRadius rounds the corners of bars.
	BarRadius = 2
	ringGap   = 4.5 // between a mark and the outside of the ring around it
)

// unlit is how strongly other events are drawn beside the one that is told or pictured.
const unlit = 0.26

// Light makes the marks and words of all events pale but one's; "" lights all.
func Light(nodes []scene.Node, event string) {
	for i := range nodes {
		n := &nodes[i]
		isOurs := n.Event == "" && (n.Role == scene.Furniture || n.Role == scene.Key || n.Role == scene.Credit)
		if event != "" && n.Event != event && !isOurs {
			n.Alpha *= unlit
		}
	}
}

// Highlight lifts what is hovered, lights what is told and rings what is told, focused or
// open.
func (b *Builder) Highlight(v view.View) {
	Light(b.Scene.Nodes, v.Told)
	for i := range b.Scene.Nodes {
		// The caption says what the figure's own quotation says.
		if n := &b.Scene.Nodes[i]; v.Told != "" && n.Event == v.Told && strings.HasPrefix(n.ID, "lead:") {
			n.Alpha *= unlit
		}
	}
	var rings []scene.Node
	all := [...]string{v.Selected, v.Told, v.Focused}
	for i, ringed := range all {
		if ringed == "" || slices.Contains(all[:i], ringed) {
			continue
		}
		// Bar and wait have a ring each: one around both would run through what
		// stands between their ends. The parts of a bar have one together.
		var bar, wait scene.Rect
		radius := float64(BarRadius)
		for i := range b.Scene.Nodes {
			n := &b.Scene.Nodes[i]
			if n.Event != ringed || n.Shape == scene.Glyphs {
				continue
			}
			switch n.Role {
			case scene.Bar, scene.Dot:
				bar, radius = bar.Union(n.Box), max(radius, n.Radius)
			case scene.Wait:
				wait = n.Box
			}
		}
		ring := func(id string, box scene.Rect, radius float64) {
			if !box.Empty() {
				rings = append(rings, scene.Node{ID: id, Event: ringed, Role: scene.Ring, Z: ZRing, Shape: scene.Outline,
					Box: box.Inset(-ringGap), Radius: radius + ringGap, Stroke: 2, Paint: scene.Focus})
			}
		}
		ring("ring:"+ringed+":wait", wait, BarRadius)
		ring("ring:"+ringed, bar, radius)
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
