package looks_test

import (
	"strings"

	"barline/scene"
)

// spoilers break a picture of the built-in story, each in the way that its law says.
func spoilers() map[string]func(s *scene.Scene) {
	of := func(s *scene.Scene, prefix string) *scene.Node {
		for i := range s.Nodes {
			if strings.HasPrefix(s.Nodes[i].ID, prefix) {
				return &s.Nodes[i]
			}
		}
		panic("the picture has no " + prefix)
	}
	to := func(s *scene.Scene, node, target string) {
		at := of(s, target).Box.Centre()
		n := of(s, node)
		n.Box.X, n.Box.Y = at.X-n.Box.W/2, at.Y-n.Box.H/2
	}
	return map[string]func(s *scene.Scene){
		"lies over \"":             func(s *scene.Scene) { to(s, "label:2025-02:00", "label:2025-12-02:00") },
		"is cut by the edge":       func(s *scene.Scene) { of(s, "credit:0").Box.X = -4 },
		"lies over the mark":       func(s *scene.Scene) { to(s, "label:2025-02:00", "bar:2025-12-02") },
		"is struck through by":     func(s *scene.Scene) { to(s, "label:2025-02:00", "stem:embassy") },
		"stands out of the margin": func(s *scene.Scene) { of(s, "length:5").Box.X -= 30 },
		"reads on into":            func(s *scene.Scene) { to(s, "length:5", "length:4") },
		"lies over the key's":      func(s *scene.Scene) { to(s, "label:2025-02:00", "key:waiting") },
		"has the contrast":         func(s *scene.Scene) { of(s, "label:2025-02:00").Paint = scene.Grid },
		"far from their mark":      func(s *scene.Scene) { of(s, "label:2025-02:00").Box.X += 180 },
		"stands beside its date":   func(s *scene.Scene) { of(s, "bar:2025-08-06").Box.X += 60 },
	}
}
