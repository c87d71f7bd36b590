package browser_test

import (
	"fmt"
	"math"
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
)

// bar is where an event's bar is drawn now.
func (p *tab) bar(id string) box {
	p.t.Helper()
	b := p.boxes()[id]
	if b == nil {
		p.t.Fatalf("%s is out of view", id)
	}
	return b.Bar
}

// empty is a place of the plot where nothing is drawn.
func (p *tab) empty() point {
	p.t.Helper()
	b := p.boxes()
	if p.width < 700 {
		return point{p.boxOf("[data-stage]").right() - 12, (b["2025-08-06"].Bar.bottom() + b["2025-12-02"].Bar.Y) / 2}
	}
	return point{b["2025-08-06"].Bar.right() + 130, b["2025-08-06"].Bar.Y + 20}
}

func TestWheel(t *testing.T) {
	t.Parallel()
	site := serveFirst(t)
	p := openLive(t, device{height: 600}, site+"/")
	p.settles()
	fitted := p.length()
	at := p.bar("2025-08-06").middle()
	at.Y = min(at.Y, 560)
	p.hover(at)
	for _, turn := range []float64{-100, -100, -30, 100} {
		before := p.length()
		p.wheel(at, turn, withCtrl)
		p.until("the wheel has zoomed", "(([from, to]) => Math.abs(Date.parse(to) - Date.parse(from) - "+millis(before)+") > 1e6)(barline.state().span)")
		p.settles()
		if closer := p.length() < before; closer != (turn < 0) {
			t.Errorf("a turn of %v led from %v to %v", turn, before, p.length())
		}
		if x := p.bar("2025-08-06").middle().X; math.Abs(x-at.X) > 2 {
			t.Errorf("the time under the pointer has gone from %v to %v", at.X, x)
		}
	}
	if s := ask[[]float64](p, "[visualViewport.scale, devicePixelRatio, scrollY]"); s[0] != 1 || s[1] != 1 || s[2] != 0 {
		t.Errorf("scale, ratio, scroll are %v", s)
	}
	if p.length() >= fitted {
		t.Errorf("after all turns %v are in view", p.length())
	}
	// A plain wheel is the page's.
	before := p.length()
	p.wheel(at, 120)
	p.until("the page has scrolled", "scrollY > 50")
	p.settles()
	if p.length() != before {
		t.Error("a plain wheel zoomed")
	}
}

func millis(d time.Duration) string { return itoa(d.Milliseconds()) }

func TestDrag(t *testing.T) {
	p := openLive(t, device{motion: true}, serveFirst(t)+"/")
	p.settles()
	p.run("barline.zoomBy(2)")
	p.settles()
	from := p.empty()
	from.Y = p.boxOf("[data-stage]").Y + 30 // above all bars but the wait
	to := from.plus(-160, 5)
	before := p.bar("2025-08-06").X
	p.hover(from)
	p.hold(from)
	p.pull(from, to, 12)
	p.until("the calendar has followed the hand", "Math.abs(barline.boxes()['2025-08-06'].bar.x - ("+ftoa(before-160)+")) < 2")
	p.release(to)
	p.settles()
	// Momentum depends on how quick the hand was, and so on how busy the
	// machine is: timeline/input tests it by its own clock. Here the calendar
	// must have followed, and come to rest.
	before = p.bar("2025-08-06").X
	p.drag(to, from, 12)
	p.settles()
	if after := p.bar("2025-08-06").X; after < before+155 {
		t.Errorf("a drag of 160 px back: the bar went from %v to %v", before, after)
	}
	// Pressing during momentum stops it.
	p.drag(from, to, 12)
	p.hold(to)
	stopped := p.bar("2025-08-06").X
	p.settles()
	if rest := p.bar("2025-08-06").X; rest != stopped {
		t.Errorf("under a press the bar went on from %v to %v", stopped, rest)
	}
	p.release(to)
	p.opened("")
}

func TestDragWithoutMotion(t *testing.T) {
	t.Parallel()
	p := openLive(t, device{}, serveFirst(t)+"/")
	p.settles()
	from := p.empty()
	before := p.bar("2025-08-06").X
	p.drag(from, from.plus(-90, 0), 8)
	p.settles()
	if after := p.bar("2025-08-06").X; math.Abs(after-(before-90)) > 1.5 {
		t.Errorf("a drag of -90 px led from %v to %v", before, after)
	}
}

func TestDragIsNoPress(t *testing.T) {
	t.Parallel()
	p := openLive(t, device{}, serveFirst(t)+"/")
	p.settles()
	// One that ends on a button.
	target := p.button("2025-12-02")
	from := p.empty()
	from.Y = target.middle().Y
	// The bar moves with the hand, so another will be under it.
	end := p.button("2025-08-06").middle().plus(0, 0)
	start := end.plus(-150, 0)
	p.hover(start)
	p.hold(start)
	p.pull(start, end, 10)
	p.release(end)
	p.settles()
	p.opened("")
	p.run("barline.fit()")
	p.settles()
	// One that begins on a button and, since the bar follows, ends on it.
	start = p.button("2025-08-06").middle()
	p.drag(start, start.plus(-80, 0), 10)
	p.settles()
	if x := p.button("2025-08-06").middle().X; math.Abs(x-(start.X-80)) > 2 {
		t.Errorf("a drag from a bar moved it from %v to %v", start.X, x)
	}
	p.opened("")
	// And the next press is a press again.
	p.click(p.button("2025-08-06").middle())
	p.opened("2025-08-06")
}

func TestDragOnWords(t *testing.T) {
	t.Parallel()
	p := openLive(t, device{}, serveFirst(t)+"/")
	p.settles()
	before := p.bar("2025-08-06")
	var word box
	type span struct {
		Text string
		Box  box
	}
	for _, s := range ask[[]span](p, `[...document.querySelectorAll("[data-words] span")].map((s) => { const {x, y, width, height} = s.getBoundingClientRect(); return {text: s.textContent, box: {x, y, width, height}}; })`) {
		if s.Text == "6 August" {
			word = s.Box
		}
	}
	if word.Width == 0 {
		t.Fatal("the words over the figure do not hold the date of 6 August")
	}
	p.drag(point{word.X + 1, word.middle().Y}, point{word.right() + 4, word.middle().Y}, 8)
	if s := ask[string](p, "getSelection().toString()"); s != "6 August" {
		t.Errorf("a drag over words selected %q", s)
	}
	p.settles()
	if after := p.bar("2025-08-06"); after != before {
		t.Errorf("a drag over words moved the bar from %v to %v", before, after)
	}
	p.opened("")
	// A press on words that belong to an event is a press on it.
	p.run("getSelection().removeAllRanges()")
	p.click(word.middle())
	p.opened("2025-08-06")
}

func TestPinch(t *testing.T) {
	t.Parallel()
	site := serveFirst(t)
	for _, d := range []device{{width: 1000, height: 1200, touch: true}, {width: 360, height: 1300, touch: true, scale: 2}} {
		p := openLive(t, d, site+"/")
		p.settles()
		before := p.length()
		middle := p.bar("2025-08-06").middle()
		apart := func(px float64) []point {
			if d.width < 700 { // the calendar runs down
				return []point{middle.plus(0, -px), middle.plus(0, px)}
			}
			return []point{middle.plus(-px, 0), middle.plus(px, 0)}
		}
		p.touch(input.DispatchTouchEventTypeTouchStart, apart(40)...)
		for px := 45.0; px <= 80; px += 5 {
			p.touch(input.DispatchTouchEventTypeTouchMove, apart(px)...)
		}
		p.touch(input.DispatchTouchEventTypeTouchEnd)
		p.settles()
		if share := float64(p.length()) / float64(before); math.Abs(share-0.5) > 0.06 {
			t.Errorf("%d px: a pinch to double left %.2f of the span", d.width, share)
		}
		got := p.bar("2025-08-06").middle()
		if math.Abs(got.X-middle.X) > 3 && d.width >= 700 || math.Abs(got.Y-middle.Y) > 3 && d.width < 700 {
			t.Errorf("%d px: the middle of the pinch went from %v to %v", d.width, middle, got)
		}
		p.opened("")
		if s := ask[float64](p, "visualViewport.scale"); s != 1 {
			t.Errorf("%d px: the page has been zoomed to %v", d.width, s)
		}
	}
}

func TestFinger(t *testing.T) {
	t.Parallel()
	site := serveFirst(t)
	p := openLive(t, device{width: 360, height: 480, touch: true, scale: 2}, site+"/")
	p.settles()
	from, to := p.span()
	// One finger up over the figure scrolls the page, and moves nothing else.
	p.run("document.querySelector('[data-stage]').scrollIntoView({block: 'start'})")
	p.painted()
	before := ask[float64](p, "scrollY")
	p.swipe(point{300, 400}, point{300, 150}, 10)
	p.until("the page has scrolled", "scrollY > "+ftoa(before+100))
	p.settles()
	if f, e := p.span(); !f.Equal(from) || !e.Equal(to) {
		t.Errorf("the span went to %v %v", f, e)
	}
	p.opened("")
	// On a wide page a finger along the calendar pans.
	p = openLive(t, device{width: 1000, height: 1100, touch: true}, site+"/")
	p.settles()
	x := p.bar("2025-08-06").X
	at := p.empty()
	p.swipe(at, at.plus(-120, 0), 10)
	p.until("the calendar has followed the finger", "Math.abs(barline.boxes()['2025-08-06'].bar.x - ("+ftoa(x-120)+")) < 3")
	p.opened("")
}

func TestProgramZooms(t *testing.T) {
	t.Parallel()
	p := openLive(t, device{}, serveFirst(t)+"/")
	p.settles()
	whole := p.length()
	p.run("barline.zoomBy(4)")
	p.settles()
	from, to := p.span()
	if share := float64(to.Sub(from)) / float64(whole); math.Abs(share-0.25) > 0.01 {
		t.Errorf("zoomBy(4) left %.3f of the span", share)
	}
	p.run("barline.panBy(0.5)")
	p.settles()
	later, _ := p.span()
	if share := float64(later.Sub(from)) / float64(to.Sub(from)); math.Abs(share-0.5) > 0.01 {
		t.Errorf("panBy(0.5) moved by %.3f of the span", share)
	}
	p.run("barline.panBy(-0.5)")
	p.settles()
	// In view is what the span holds, and only that.
	boxes := p.boxes()
	for id, in := range map[string]bool{"2025-02": false, "2025-12-02": false, "embassy": false, "2025-08-06": true} {
		if got := boxes[id] != nil; got != in {
			t.Errorf("%s is in view: %t; the box is %v", id, got, boxes[id])
		}
		// What is out of view can be reached by keyboard, but not by pointer.
		m := p.button(id).middle()
		hit := ask[bool](p, fmt.Sprintf("document.elementFromPoint(%v, %v)?.dataset.event === %q", m.X, m.Y, id))
		if hit != in {
			t.Errorf("the button of %s can be pressed: %t", id, hit)
		}
	}
	p.run(`document.querySelector('[data-event="2025-02"]').focus()`)
	p.until("the focus brings its event into view", "barline.boxes()['2025-02'] !== null")
	p.settles()
	// Selecting what is out of view brings it in.
	p.run("barline.select('2025-12-02')")
	p.opened("2025-12-02")
	p.settles()
	if p.boxes()["2025-12-02"] == nil {
		t.Error("an event that was selected stays out of view")
	}
	p.run("barline.select(null); barline.fit()")
	p.settles()
	if d := p.length(); d != whole {
		t.Errorf("fit() shows %v of %v", d, whole)
	}
	p.checkZoomButtons()
}

// checkZoomButtons presses the buttons that move the view.
func (p *tab) checkZoomButtons() {
	p.t.Helper()
	for _, b := range []struct {
		action string
		closer bool
	}{{"zoom-in", true}, {"zoom-out", false}} {
		before := p.length()
		p.click(p.boxOf(`[data-action="` + b.action + `"]`).middle())
		p.settles()
		if closer := p.length() < before; closer != b.closer || p.length() == before {
			p.t.Errorf("%s led from %v to %v", b.action, before, p.length())
		}
	}
	for _, b := range []struct {
		action string
		later  bool
	}{{"later", true}, {"earlier", false}} {
		p.run("barline.zoomBy(1.5)")
		p.settles()
		from, _ := p.span()
		p.click(p.boxOf(`[data-action="` + b.action + `"]`).middle())
		p.settles()
		if now, _ := p.span(); now.After(from) != b.later || now.Equal(from) {
			p.t.Errorf("%s led from %v to %v", b.action, from, now)
		}
	}
	p.click(p.boxOf(`[data-action="fit"]`).middle())
	p.settles()
	if s := p.state().Span; s[0] != "2025-01-01T00:00:00Z" || s[1] != "2026-01-01T00:00:00Z" {
		p.t.Errorf("fit shows %q", s)
	}
}
