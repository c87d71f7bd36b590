package browser_test

import (
	"testing"

	"barline/internal/golden"
)

// A handful of frames as the graphics processor, here a software one, draws
// them.
func TestFrames(t *testing.T) {
	t.Parallel()
	site := serveFirst(t)
	for _, f := range []struct {
		name, query, selected string
		device
	}{
		{"figure-360-light.png", "", "", device{width: 360, height: 1200}},
		{"figure-700-compare-dark.png", "?view=compare", "", device{width: 700, height: 1200, dark: true}},
		{"figure-1200-popover-light.png", "", "2025-12-02", device{width: 1200, height: 1200}},
	} {
		t.Run(f.name, func(t *testing.T) {
			t.Parallel()
			p := openLive(t, f.device, site+"/"+f.query)
			if f.selected != "" {
				p.run("barline.select(" + quoted(f.selected) + ")")
				p.opened(f.selected)
			}
			p.settles()
			golden.Image(t, f.name, p.figure())
		})
	}
}
