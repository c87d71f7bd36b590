package reel

import "barline/scene"

// dissolve is a share of the way from one page to another. Marks that stay grow pale
// or strong; words give way before others come, so that they never lie over each other.
func dissolve(before, after *scene.Scene, share float64) *scene.Scene {
	mixed := &scene.Scene{WidthPx: after.WidthPx, HeightPx: after.HeightPx, Plot: after.Plot, RTL: after.RTL}
	was := make(map[string]*scene.Node, len(before.Nodes))
	for i := range before.Nodes {
		was[before.Nodes[i].ID] = &before.Nodes[i]
	}
	leaving, coming := 1-smooth(share/0.5), smooth((share-0.5)/0.5)
	for _, n := range after.Nodes {
		if b := was[n.ID]; b != nil && stays(b, &n) {
			delete(was, n.ID)
			n.Alpha = b.Alpha + (n.Alpha-b.Alpha)*smooth(share)
		} else {
			n.Alpha *= coming
		}
		mixed.Nodes = append(mixed.Nodes, n)
	}
	for _, n := range before.Nodes {
		if was[n.ID] != nil {
			n.ID += " leaving"
			n.Alpha *= leaving
			mixed.Nodes = append(mixed.Nodes, n)
		}
	}
	mixed.Sort()
	return mixed
}

// stays reports whether a node is the same in both pages, but for its strength.
func stays(a, b *scene.Node) bool {
	if a.Text != nil && b.Text != nil && (a.Text.String != b.Text.String || a.Text.Style != b.Text.Style) {
		return false
	}
	return a.Shape == b.Shape && a.Box == b.Box && a.Paint == b.Paint
}

func smooth(v float64) float64 {
	v = min(max(v, 0), 1)
	return v * v * (3 - 2*v)
}
