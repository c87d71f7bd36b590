package browser_test

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

// tallStory has sixty events, which on a phone each have a row of their own.
func tallStory() string {
	var b strings.Builder
	b.WriteString("barline: 1\nid: tall\nheadline: Sixty years of the harbour\nfigure: spans\nevents:\n")
	for i := range 60 {
		fmt.Fprintf(&b, "  - {id: e%d, title: Term %d, date: \"%d/%d\"}\n", i, i, 1900+i, 1904+i)
	}
	return b.String()
}

// A figure that is higher than a phone's WebGL can draw is drawn where the reader
// is, at the top level and in a frame that is as high as its figure.
func TestTallFigure(t *testing.T) {
	t.Parallel()
	site, err := publishStory("tall.yaml", []byte(tallStory()))
	if err != nil {
		t.Fatal(err)
	}
	address := serve(t, site)
	phone := device{width: 390, height: 844, scale: 3}
	top := openLive(t, phone, address+"/")
	top.settles()
	checkTall(top, top)
	checkCalendar(top, top, "scrollTo(0, document.querySelector('[data-event=e40]').getBoundingClientRect().top + scrollY - 300)", 0)
	top.run("barline.zoomBy(4)")
	top.settles()
	checkCalendar(top, top, "", 0)
	top.run("barline.view('compare')")
	top.until("Compare has no calendar", "document.querySelector('.ruler').hidden")

	outside := newTab(t, phone)
	outside.allow(address)
	outside.navigate(serve(t, article(address+"/", "")) + "/")
	inside := outside.inside()
	inside.becomes("live")
	inside.settles()
	checkTall(outside, inside)

	// Before the engine, and in an article that says how far it is scrolled.
	still := newTab(t, phone)
	still.navigate(address + "/?engine=off")
	still.becomes("static")
	checkCalendar(still, still, "scrollTo(0, 1500)", 0)
	embedding := hostedAt(t, phone, address, `<style>html { scroll-padding-top: 40px }</style><barline-timeline src="{site}/"></barline-timeline><p style="height: 3000px">After.</p>`+embedded, "", "")
	checkCalendar(embedding, embedding.lives(0), "scrollTo(0, 1500)", 40)
}

// checkCalendar scrolls into the rows, where the calendar must stay in sight, so many
// px from the window's edge: the same words at the same places as on top of them.
func checkCalendar(outside, inside *tab, scroll string, fromTop float64) {
	t := outside.t
	t.Helper()
	if scroll != "" {
		outside.run(scroll)
	}
	inside.until("the calendar is seen", "!document.querySelector('.ruler').hidden")
	edge := 0.0
	if outside != inside {
		edge = ask[float64](outside, "frameOf(timelines()[0]).getBoundingClientRect().top")
	}
	// A message from the article takes its time.
	inside.until("the calendar is at the edge", fmt.Sprintf("Math.abs(document.querySelector('.ruler').getBoundingClientRect().top + %v - %v) < 1.5", edge, fromTop))
	type word struct {
		Text string
		X    int
	}
	words := func(of, head string) []word {
		return ask[[]word](inside, fmt.Sprintf(`(() => {
			const words = [...document.querySelectorAll(%q)].map((e) => ({e, box: e.getBoundingClientRect()}));
			return words.filter(({box}) => box.width && box.top < %s).map(({e, box}) => ({Text: e.textContent, X: Math.round(box.x)}));
		})()`, of, head))
	}
	stuck := words(".ruler span, .ruler text", "Infinity")
	drawn := "[data-words] span"
	if ask[string](inside, "document.documentElement.dataset.barline") == "static" {
		drawn = ".still text"
	}
	above := words(drawn, "document.querySelector('[data-stage]').getBoundingClientRect().top + 25")
	if len(stuck) < 2 || fmt.Sprint(stuck) != fmt.Sprint(above) {
		t.Errorf("the calendar that stays says %v, the one on top %v", stuck, above)
	}
}

// checkTall reads through a figure: outside is what scrolls, inside what it is in.
func checkTall(outside, inside *tab) {
	t := outside.t
	t.Helper()
	const canvasBox = `(() => { const b = document.querySelector("[data-stage] canvas").getBoundingClientRect(); return {X: b.x, Y: b.y, Width: b.width, Height: b.height}; })()`
	stage := inside.boxOf("[data-stage]")
	if stage.Height*inside.scale < 4096 {
		t.Fatalf("the figure is only %v px high", stage.Height)
	}
	for _, id := range []string{"e0", "e20", "e40", "e59", "e30"} {
		frame := box{}
		if outside != inside {
			frame = outside.boxOf("iframe")
		}
		bar := inside.boxes()[id].Bar
		outside.run(fmt.Sprintf("scrollBy(0, %v)", frame.Y+bar.middle().Y-outside.viewport().Height/2))
		if outside != inside {
			frame = outside.boxOf("iframe")
		}
		screen := outside.viewport()
		// What is seen of the stage lies on the canvas.
		shift := frame.Y
		inside.until("the canvas covers what is seen", fmt.Sprintf(`(() => {
			const canvas = %s, stage = document.querySelector("[data-stage]").getBoundingClientRect();
			const from = Math.max(stage.top, %v), to = Math.min(stage.bottom, %v);
			return canvas.Y <= from + 1 && canvas.Y + canvas.Height >= to - 1;
		})()`, canvasBox, -shift, screen.Height-shift))
		inside.settles()
		if px := ask[point](inside, "({x: document.querySelector('canvas').width, y: document.querySelector('canvas').height})"); px.X > 4096 || px.Y > 4096 {
			t.Errorf("the canvas has %v device px", px)
		}
		bar = inside.boxes()[id].Bar
		m := outside.picture(screen)
		within := func(dy float64) point { return point{bar.X + bar.Width/2, shift + bar.middle().Y + dy} }
		on, over := outside.colourAt(m, within(0)), outside.colourAt(m, within(-bar.Height/2-2))
		if near(on, over, 40) {
			t.Errorf("%s is not drawn at %v: %v there and %v over it", id, bar, on, over)
		}
		if math.Abs(within(0).Y-screen.Height/2) > screen.Height/2 {
			t.Errorf("%s is not in view at %v", id, within(0))
		}
	}
}
