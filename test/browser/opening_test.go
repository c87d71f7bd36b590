package browser_test

import (
	"math"
	"testing"
)

const lastBar = "2025-12-02"

func (p *tab) height(id string) float64 {
	p.t.Helper()
	return p.bar(id).Height
}

// The bars grow once, when the engine has begun.
func TestOpening(t *testing.T) {
	p := newTab(t, device{motion: true})
	p.prepare(`addEventListener("DOMContentLoaded", () => {
		window.grown = [];
		const look = () => {
			if (document.documentElement.dataset.barline === "live") grown.push(barline.boxes()["` + lastBar + `"]?.bar.height ?? 0);
			requestAnimationFrame(look);
		};
		requestAnimationFrame(look);
	})`)
	p.navigate(serveFirst(t) + "/")
	p.becomes("live")
	p.settles()
	full := p.height(lastBar)
	grown := ask[[]float64](p, "grown")
	steps := 0
	for i, h := range grown {
		if i > 0 && h < grown[i-1]-0.01 {
			t.Fatalf("the bar shrinks: %v", grown)
		}
		if h > 0 && h < full {
			steps++
		}
	}
	if grown[0] > full/2 || steps < 5 {
		t.Errorf("the bar does not grow: %v", grown)
	}
	if math.Abs(grown[len(grown)-1]-full) > 0.01 {
		t.Errorf("the bar ends at %v of %v", grown[len(grown)-1], full)
	}
}

func TestOpeningIsSkipped(t *testing.T) {
	p := openLive(t, device{motion: true}, serveFirst(t)+"/")
	p.settles()
	full := p.height(lastBar)
	for _, way := range []struct {
		name string
		skip func()
	}{
		{"a press on the figure", func() { p.hold(p.empty()) }},
		{"a key outside", func() { p.run("document.activeElement.blur()"); p.press("x") }},
		{"a key on an event", func() {
			p.run(`document.querySelector('[data-event="2025-02"]').focus()`)
			p.press(keyRight)
		}},
		{"the wheel", func() { p.wheel(p.empty(), -20, withCtrl) }},
		{"a selection", func() { p.run("barline.select('embassy')") }},
	} {
		t.Run(way.name, func(t *testing.T) {
			p.run(`barline.select(null); barline.fit(); document.activeElement.blur()`)
			p.settles()
			// A slow machine may be late: then once more.
			for try := range 5 {
				p.click(p.boxOf(`[data-action="replay"]`).middle())
				p.painted()
				if p.height(lastBar) < full*0.9 {
					break
				}
				if try == 4 {
					t.Fatal("Replay does not let the bars grow")
				}
				p.settles()
			}
			way.skip()
			// At once: growing takes almost two seconds more.
			p.painted()
			if h := p.height(lastBar); math.Abs(h-full) > 2 {
				t.Errorf("the bar is %v high, in full it is %v", h, full)
			}
			p.release(p.empty())
			p.settles()
		})
	}
}

func TestReplay(t *testing.T) {
	p := openLive(t, device{motion: true}, serveFirst(t)+"/")
	p.settles()
	p.click(p.button("2025-02").middle())
	p.opened("2025-02")
	steps := p.glide(lastBar, `document.querySelector('[data-action="replay"]').click()`)
	least := steps[0].Height
	for _, b := range steps {
		least = min(least, b.Height)
	}
	if least > steps[0].Height/2 || steps[len(steps)-1] != steps[0] {
		t.Errorf("Replay does not let the bars grow: %v", steps)
	}
	p.opened("")
	// Those who want no motion see the end at once.
	p = openLive(t, device{}, serveFirst(t)+"/")
	p.settles()
	for _, b := range p.glide(lastBar, `document.querySelector('[data-action="replay"]').click()`) {
		if b != p.bar(lastBar) {
			t.Errorf("without motion Replay shows %v", b)
		}
	}
}
