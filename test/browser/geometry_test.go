package browser_test

import (
	"fmt"
	"image/color"
	"testing"

	"barline/assets"
	"barline/scene"
)

func views() []string { return []string{"calendar", "compare"} }

// viewport is all that can be seen.
func (p *tab) viewport() box {
	p.t.Helper()
	return ask[box](p, "({x: 0, y: 0, width: document.documentElement.clientWidth, height: innerHeight})")
}

func TestBoxes(t *testing.T) {
	t.Parallel()
	site := serveFirst(t)
	for _, width := range []int64{360, 700, 1200} {
		for _, view := range views() {
			// Both themes, crosswise.
			dark := (width == 700) != (view == "compare")
			t.Run(fmt.Sprintf("%d %s dark=%t", width, view, dark), func(t *testing.T) {
				t.Parallel()
				// Tall enough that nothing has to be scrolled to.
				p := openLive(t, device{width: width, height: 1400, dark: dark}, site+"/?view="+view)
				p.settles()
				if got := p.state().View; got != view {
					t.Fatalf("the view is %q", got)
				}
				checkButtons(t, p)
				checkColours(t, p, dark)
				checkPopovers(t, p)
			})
		}
	}
}

// checkButtons holds the buttons against the bars.
func checkButtons(t *testing.T, p *tab) {
	boxes := p.boxes()
	stage := p.boxOf("[data-stage]")
	for _, id := range ids() {
		if boxes[id] == nil {
			t.Errorf("%s has no box", id)
			continue
		}
		button, bar := p.button(id), boxes[id].Bar
		if !button.holds(bar, 0.51) {
			t.Errorf("%s: the button %v does not cover the bar %v", id, button, bar)
		}
		if button.Width < 24 || button.Height < 24 {
			t.Errorf("%s: the button is only %v", id, button)
		}
		if !stage.holds(bar, 0.5) {
			t.Errorf("%s: the bar %v leaves the stage %v", id, bar, stage)
		}
		m := button.middle()
		if hit := ask[string](p, fmt.Sprintf("document.elementFromPoint(%v, %v).dataset.event ?? document.elementFromPoint(%[1]v, %[2]v).outerHTML", m.X, m.Y)); hit != id {
			t.Errorf("the middle of the button of %s hits %s", id, hit)
		}
	}
}

// checkColours looks at the pixels in the middle of what is drawn.
func checkColours(t *testing.T, p *tab, dark bool) {
	palette := assets.Light()
	if dark {
		palette = assets.Dark()
	}
	rgba := func(paint scene.Paint) color.RGBA { return color.RGBAModel.Convert(palette[paint]).(color.RGBA) }
	m := p.picture(p.viewport())
	boxes := p.boxes()
	for _, f := range facts() {
		b := boxes[f.id]
		if b == nil {
			continue
		}
		at, want := b.Bar.middle(), rgba(scene.Talks)
		switch {
		case f.id == "2025-03":
			continue // dashed: of unknown length
		case f.kind == "context":
			// A dot may be hollow: its ring is what is coloured.
			found := false
			for r := 0.0; r <= b.Bar.Width/2 && !found; r += 0.5 {
				found = near(p.colourAt(m, at.plus(-r, 0)), rgba(scene.Other), 12)
			}
			if !found {
				t.Errorf("%s: the dot at %v has not its colour", f.id, b.Bar)
			}
			continue
		}
		if got := p.colourAt(m, at); !near(got, want, 6) {
			t.Errorf("%s: the middle of the bar %v is %v, want %v", f.id, b.Bar, got, want)
		}
	}
}

// checkPopovers opens every event and sees what its popover hides.
func checkPopovers(t *testing.T, p *tab) {
	screen := p.viewport()
	for _, id := range ids() {
		p.run("barline.select(" + quoted(id) + ")")
		p.opened(id)
		p.settles()
		popover, b := p.popover(id), p.boxes()[id]
		if b == nil {
			t.Errorf("%s is open, yet out of view", id)
			continue
		}
		if popover.X < -0.5 || popover.right() > screen.right()+0.5 {
			t.Errorf("%s: the popover %v leaves the screen %v", id, popover, screen)
		}
		if popover.overlaps(b.Bar, 0.5) {
			t.Errorf("%s: the popover %v hides its bar %v", id, popover, b.Bar)
		}
		if p.width < 700 {
			continue
		}
		if stage := p.boxOf("[data-stage]"); !stage.holds(popover, 0.5) || !screen.holds(popover, 0.5) {
			t.Errorf("%s: the popover %v leaves the figure %v or the screen %v", id, popover, stage, screen)
		}
		if b.Label != nil && popover.overlaps(*b.Label, 0.5) {
			t.Errorf("%s: the popover %v hides its label %v", id, popover, *b.Label)
		}
	}
	p.run("barline.select(null)")
	p.opened("")
}
