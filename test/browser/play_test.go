package browser_test

import (
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
		const text = caption.hidden ? "" : caption.querySelector("strong").textContent + ". " + caption.querySelector("span").textContent;
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
	p := newTab(t, device{width: 360, height: 1200})
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
	stage := p.boxOf("[data-stage]")
	p.until("the fifth caption is shown", "captions.length >= 5")
	if c := p.boxOf("[data-caption]"); !stage.holds(c, 0.5) || c.Height < 20 {
		t.Errorf("the caption %v leaves the stage %v", c, stage)
	}
	p.until("Play has ended", "!barline.state().playing")
	captions := ask[[]string](p, "captions")
	want := ask[[]string](p, `[...document.querySelectorAll("[data-popover] .when")].map((e) => e.textContent.split(",")[0].split(/\s·/)[0].split(" (")[0])`)
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
	heard := strings.Join(ask[[]string](p, "heard"), "|")
	for _, c := range captions[:10] {
		if !strings.Contains(heard, c) {
			t.Errorf("%q is not announced", c)
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
		{"a key", func() { p.press(keyRight) }},
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
	p := openLive(t, device{}, serveFirst(t)+"/")
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
