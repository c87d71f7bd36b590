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

// watchesBars opens the first story and keeps how high its last bar was at each frame,
// in window.grown.
func watchesBars(t *testing.T, d device) *tab {
	t.Helper()
	p := newTab(t, d)
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
	return p
}

// The bars grow once, when the engine has begun.
func TestOpening(t *testing.T) {
	p := watchesBars(t, device{motion: true})
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
	site := serveFirst(t)
	p := openLive(t, device{motion: true}, site+"/")
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
			// A slow machine may be late: then once more.
			for try := range 5 {
				p.navigate(site + "/")
				p.becomes("live")
				p.painted()
				if p.height(lastBar) < full*0.9 {
					break
				}
				if try == 4 {
					t.Fatal("the bars do not grow")
				}
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

// Those who want no motion see the end at once.
func TestNoOpeningWithoutMotion(t *testing.T) {
	p := watchesBars(t, device{})
	full := p.height(lastBar)
	for _, h := range ask[[]float64](p, "grown") {
		if math.Abs(h-full) > 0.01 {
			t.Errorf("the bar is %v high, in full it is %v", h, full)
		}
	}
}
