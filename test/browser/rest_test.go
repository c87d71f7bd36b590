package browser_test

import "testing"

func (p *tab) frames() int {
	p.t.Helper()
	return ask[int](p, "barline.stats().frames")
}

// At rest nothing runs: no frame is drawn, and none is asked for.
func TestAsleep(t *testing.T) {
	t.Parallel()
	p := newTab(t, device{})
	// The engine's own requests for frames, counted before it can wrap them.
	p.prepare(`{ const raf = requestAnimationFrame.bind(window); window.asked = 0; window.plainFrame = raf;
		window.requestAnimationFrame = (f) => { asked++; return raf(f); }; }`)
	p.navigate(serveFirst(t) + "/")
	p.becomes("live")
	p.settles()
	idle := func(when string) {
		t.Helper()
		p.settles()
		before := p.frames()
		asked := ask[int](p, "asked")
		p.run("for (let i = 0; i < 20; i++) await new Promise(plainFrame)")
		if n := p.frames() - before; n != 0 {
			t.Errorf("%s: %d frames were drawn at rest", when, n)
		}
		if n := ask[int](p, "asked") - asked; n != 0 {
			t.Errorf("%s: %d frames were asked for at rest", when, n)
		}
	}
	wakes := func(what string, do func()) {
		t.Helper()
		before := p.frames()
		do()
		p.until(what+" draws a frame", "barline.stats().frames > "+itoa(int64(before)))
		idle("after " + what)
	}
	idle("after loading")
	wakes("hovering", func() { p.hover(p.bar("2025-04-11").middle()) })
	wakes("leaving", func() { p.hover(point{5, 5}) })
	wakes("selecting", func() { p.run("barline.select('2025-04-11')") })
	wakes("closing", func() { p.run("barline.select(null)") })
	wakes("another theme", func() { p.emulate(device{width: 1200, height: 1000, scale: 1, dark: true}) })
	wakes("comparing", func() { p.run("barline.view('compare')") })
	wakes("zooming", func() { p.run("barline.view('calendar'); barline.zoomBy(2)") })
	wakes("focus by keyboard", func() { p.run("document.querySelector('[data-action=fit]').focus()"); p.press(keyTab) })
	// What changes nothing wakes nobody.
	p.hover(point{5, 5})
	p.until("it rests", "barline.stats().asleep")
	before := p.frames()
	p.hover(point{6, 6})
	p.run("barline.select(null); barline.view('calendar'); barline.select('nobody')")
	idle("after nothing")
	if n := p.frames() - before; n != 0 {
		t.Errorf("nothing made %d frames", n)
	}
}
