package browser_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// haste makes the page's clock run fast: Play takes its time for reading, and
// tests do not read.
const haste = `{
	const now = performance.now.bind(performance);
	performance.now = () => now() * 50;
	window.requestAnimationFrame = (f) => setTimeout(() => f(performance.now()));
}`

// recordPlay notes captions, announcements and events as they come.
const recordPlay = `
	window.told = [];
	for (const type of ["play", "stop"]) barline.on(type, () => told.push(type));
	window.captions = [];
	const caption = document.querySelector("[data-caption]");
	const note = () => {
		const text = caption.hidden ? "" : [...caption.children].slice(0, 5).map((part) => part.textContent).filter(Boolean).join("|");
		if (text !== captions.at(-1)) captions.push(text);
	};
	new MutationObserver(note).observe(caption, {attributes: true, childList: true, subtree: true, characterData: true});
	window.heard = [];
	new MutationObserver(() => heard.push(document.querySelector("[data-live-region]").textContent))
		.observe(document.querySelector("[data-live-region]"), {childList: true, subtree: true, characterData: true});`

// Play steps through all events, in order.
func TestPlay(t *testing.T) {
	t.Parallel()
	site := serveFirst(t)
	p := newTab(t, device{width: 360, height: 1200, motion: true})
	p.prepare(haste)
	p.navigate(site + "/")
	p.becomes("live")
	p.settles()
	p.run(recordPlay)
	p.run("barline.select('2025-02')")
	p.opened("2025-02")
	p.run("barline.play()")
	p.opened("") // the caption takes the popover's place
	if !p.state().Playing {
		t.Error("it does not play")
	}
	p.until("the fifth caption is shown", "captions.length >= 5")
	if c := p.boxOf("[data-caption]"); !p.viewport().holds(c, 0.5) || c.Height < 20 {
		t.Errorf("the caption %v is out of sight", c)
	}
	p.until("Play has ended", "!barline.state().playing")
	captions := ask[[]string](p, "captions")
	want := ask[[]string](p, `[...document.querySelectorAll("[data-popover] h2")].map((e) => e.textContent + "|")`)
	if len(captions) != 11 || captions[10] != "" {
		t.Fatalf("the captions are %q", captions)
	}
	for i, w := range want {
		if !strings.HasPrefix(captions[i], w) {
			t.Errorf("caption %d is %q, want %q", i, captions[i], w)
		}
	}
	if diff := cmp.Diff([]string{"play", "stop"}, ask[[]string](p, "told")); diff != "" {
		t.Errorf("events: %s", diff)
	}
	heard := ask[[]string](p, "heard.filter((text, i) => text !== heard[i - 1])")
	heard = heard[len(heard)-11:] // the last one says that it has stopped
	for i, c := range captions[:10] {
		for _, part := range strings.Split(c, "|") {
			if !strings.Contains(heard[i], strings.TrimSuffix(part, "…")) {
				t.Errorf("%q is not announced, but %q", part, heard[i])
			}
		}
	}
	p.settles()
}

func TestPlayIsEnded(t *testing.T) {
	t.Parallel()
	p := openLive(t, device{}, serveFirst(t)+"/")
	p.settles()
	p.run(recordPlay)
	for _, way := range []struct {
		name string
		end  func()
	}{
		{"stop", func() { p.run("barline.stop()") }},
		{"a press on the figure", func() { p.click(p.empty()) }},
		{"a press on an event", func() { p.click(p.button("2025-08-06").middle()) }},
		{"a key", func() { p.press("0") }},
		{"Escape", func() { p.press(keyEscape) }},
		{"the wheel", func() { p.wheel(p.empty(), -20, withCtrl) }},
		{"a selection", func() { p.run("barline.select('embassy')") }},
		{"another view", func() { p.run("barline.view('compare')") }},
	} {
		t.Run(way.name, func(t *testing.T) {
			p.run("barline.view('calendar'); barline.select(null); barline.fit(); told.length = 0; document.querySelector('[data-event]').focus()")
			p.press("p")
			p.until("it plays", "barline.state().playing && !document.querySelector('[data-caption]').hidden")
			way.end()
			p.until("it plays no more", "!barline.state().playing && document.querySelector('[data-caption]').hidden")
			if diff := cmp.Diff([]string{"play", "stop"}, ask[[]string](p, "told")); diff != "" {
				t.Errorf("events: %s", diff)
			}
		})
	}
}

func TestPause(t *testing.T) {
	t.Parallel()
	p := openLive(t, device{motion: true}, serveFirst(t)+"/")
	p.settles()
	p.run(recordPlay)
	name := func() string {
		return ask[string](p, `document.querySelector('[data-action="play"]').innerText.trim()`)
	}
	names := []string{name()}
	press := func(playing bool) {
		t.Helper()
		p.click(p.boxOf(`[data-action="play"]`).middle())
		p.until("playing changes", "barline.state().playing === "+map[bool]string{true: "true", false: "false"}[playing])
		names = append(names, name())
	}
	press(true)
	press(false)
	if ask[bool](p, "document.querySelector('[data-caption]').hidden") {
		t.Error("paused, the caption is gone")
	}
	p.until("a pause rests", "barline.stats().asleep")
	press(true)
	p.run("barline.stop()")
	p.until("it has stopped", "document.querySelector('[data-caption]').hidden")
	names = append(names, name())
	if diff := cmp.Diff([]string{"Play", "Pause", "Resume", "Pause", "Play"}, names); diff != "" {
		t.Errorf("the button's names: %s", diff)
	}
	if diff := cmp.Diff([]string{"play", "stop", "play", "stop"}, ask[[]string](p, "told")); diff != "" {
		t.Errorf("events: %s", diff)
	}
	// Stopped while it stands still, it starts from the beginning again.
	press(true)
	press(false)
	p.run("barline.stop()")
	p.until("it has stopped", "document.querySelector('[data-caption]').hidden")
	if n := name(); n != "Play" {
		t.Errorf("stopped after a pause the button is called %q", n)
	}
}

// told waits until Play tells an event, by its number, with all that shows it.
func (p *tab) told(what string, want int) {
	p.t.Helper()
	p.until(what+" tells event "+ids()[want], `!document.querySelector("[data-caption]").hidden
		&& document.querySelector("[data-caption] strong").textContent === document.querySelector('[data-popover="`+ids()[want]+`"] h2').textContent
		&& [...document.querySelectorAll("[data-ticks] > *")].findIndex((b) => b.ariaCurrent === "step") === `+strconv.Itoa(want))
}

// What is told is turned by ticks, fingers and keys; where motion is reduced nothing goes
// on by itself, and the control of Play steps.
func TestPlayIsTurned(t *testing.T) {
	t.Parallel()
	p := openLive(t, device{width: 360, height: 640, touch: true}, serveFirst(t)+"/")
	p.settles()
	p.run(recordPlay)
	height := p.boxOf("main").Height
	p.run(`document.querySelector('[data-action="play"]').focus()`)
	p.press("p")
	p.told("p", 0)
	names := ask[[]string](p, `[...document.querySelectorAll("[data-ticks] > button")].map((b) => b.ariaLabel)`)
	if diff := cmp.Diff(ask[[]string](p, `[...document.querySelectorAll("[data-event]")].map((b) => b.textContent)`), names); diff != "" {
		t.Errorf("the names of the ticks: %s", diff)
	}
	tick := func(i int) box { return p.boxOf("[data-ticks] > :nth-child(" + strconv.Itoa(i+1) + ")") }
	for i := range names {
		if b := tick(i); b.Width < 24 || b.Height < 24 || !p.viewport().holds(b, 0) {
			t.Errorf("tick %d is %v", i, b)
		}
	}
	beside := func() {
		t.Helper()
		id := ids()[ask[int](p, `[...document.querySelectorAll("[data-ticks] > *")].findIndex((b) => b.ariaCurrent === "step")`)]
		p.settles()
		c, bar := p.boxOf("[data-caption]"), p.boxes()[id].Bar
		if c.overlaps(bar, 0) || !p.viewport().holds(bar, 0.5) || !p.viewport().holds(c, 0.5) {
			t.Errorf("of %s the bar is at %v, the caption at %v", id, bar, c)
		}
	}
	p.tap(tick(5).middle())
	p.told("a tick", 5)
	beside()
	if said := ask[string](p, `document.querySelector("[data-caption] .said").textContent`); said == "" {
		t.Error("the caption has no quotation")
	}
	for _, k := range []struct {
		key  string
		want int
	}{{keyRight, 6}, {keyLeft, 5}, {keyDown, 6}, {keyUp, 5}, {keyEnd, 9}, {keyRight, 9}, {keyLeft, 8}, {keyHome, 0}, {keyLeft, 0}} {
		p.press(k.key)
		p.told("the key "+k.key, k.want)
	}
	caption := p.boxOf("[data-caption]").middle()
	p.swipe(point{caption.X + 90, caption.Y}, point{caption.X - 90, caption.Y + 4}, 6)
	p.told("a swipe over the caption", 1)
	over := p.button(ids()[1]).middle()
	p.swipe(point{over.X + 90, over.Y}, point{over.X - 60, over.Y}, 6)
	p.told("a swipe over the picture", 2)
	caption = p.boxOf("[data-caption]").middle()
	p.swipe(point{caption.X - 90, caption.Y}, point{caption.X + 90, caption.Y}, 6)
	p.told("a swipe back", 1)
	p.run(`document.querySelector("[data-ticks] > :nth-child(4)").focus()`)
	p.press(keyEnter)
	p.told("Enter on a tick", 3)
	p.tap(p.boxOf(`[data-caption] [data-turn="1"]`).middle())
	p.told("Next", 4)
	p.tap(p.boxOf(`[data-caption] [data-turn="-1"]`).middle())
	p.told("Previous", 3)
	beside()
	name := func() string {
		return ask[string](p, `document.querySelector('[data-action="play"]').innerText.trim()`)
	}
	if n := name(); n != "Next" {
		t.Errorf("the control of Play is called %q", n)
	}
	p.press("p")
	p.told("Play", 4)
	p.opened("")
	if s := p.state(); !s.Playing || p.boxOf("main").Height != height {
		t.Errorf("playing %v, the page is %v px high, and was %v", s.Playing, p.boxOf("main").Height, height)
	}
	p.press(keyEnd)
	p.told("End", 9)
	p.press("p")
	over10 := "!barline.state().playing && document.querySelector('[data-caption]').hidden && document.querySelector('[data-ticks]').hidden"
	p.until("it is over after the last one", over10)
	if n := name(); n != "Play" {
		t.Errorf("after the end the control is called %q", n)
	}
	p.press("p")
	p.told("p, again", 0)
	p.tap(p.button(ids()[0]).middle())
	p.until("a press on the picture ends it", over10)
	p.opened(ids()[0]) // and does what it does
	p.press(keyEscape)
	p.opened("")
	if diff := cmp.Diff([]string{"play", "stop", "play", "stop"}, ask[[]string](p, "told")); diff != "" {
		t.Errorf("events: %s", diff)
	}
	p.settles()
}

// From right to left keys and fingers are mirrored; on a wide page the ticks stand over
// the figure.
func TestPlayIsTurnedFromRightToLeft(t *testing.T) {
	t.Parallel()
	p := openLive(t, device{width: 900, height: 800}, serveEditions(t)+"/fa-AF/")
	p.settles()
	p.run("barline.play()")
	p.told("play", 0)
	p.press(keyLeft)
	p.told("the left key", 1)
	p.press(keyRight)
	p.told("the right key", 0)
	first, last := p.boxOf("[data-ticks] > :first-child"), p.boxOf("[data-ticks] > :last-child")
	if stage := p.boxOf("[data-stage]"); first.X < last.X || !stage.holds(last, 13) || !stage.holds(first, 13) || first.Y > stage.Y {
		t.Errorf("in %v the ticks go from %v to %v", stage, first, last)
	}
	p.click(last.middle())
	p.told("the last tick", 9)
	p.click(p.empty())
	p.until("a press on the picture ends it", "!barline.state().playing && document.querySelector('[data-ticks]').hidden")
}
