package browser_test

import (
	"math"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
)

// inked is the share of a part of the screen that is not the colour at its
// corner.
func (p *tab) inked(b box) float64 {
	p.t.Helper()
	m := p.picture(b)
	size, count := m.Bounds().Size(), 0
	corner := p.colourAt(m, point{1, 1})
	for y := range size.Y {
		for x := range size.X {
			if !near(corner, p.colourAt(m, point{float64(x) / p.scale, float64(y) / p.scale}), 40) {
				count++
			}
		}
	}
	return float64(count) / float64(size.X*size.Y)
}

// wordsSeen reports whether the DOM's words over the picture can be seen.
func (p *tab) wordsSeen() bool {
	p.t.Helper()
	return ask[bool](p, `[...document.querySelectorAll("[data-words] span")].every((s) => !/(, 0\)|transparent)/.test(getComputedStyle(s).color))`)
}

// The browser's own search finds drawn words where they are drawn.
func TestFindInPage(t *testing.T) {
	t.Parallel()
	p := openLive(t, device{}, serveFirst(t)+"/")
	p.settles()
	for said, id := range map[string]string{"Just under 3 hours": "2025-08-06", "St. Petersburg": "2025-04-11", "Longest reported": "2025-12-02", "Embassy briefing": "embassy"} {
		p.run("getSelection().removeAllRanges()")
		if !ask[bool](p, "window.find("+quoted(said)+", true, false, true)") {
			t.Errorf("%q is not found", said)
			continue
		}
		// The button's name may say it, too: what is marked is its event.
		found := ask[box](p, "getSelection().getRangeAt(0).getBoundingClientRect()")
		b := p.boxes()[id]
		area := box{X: b.Label.X - 2, Y: b.Label.Y - 24, Width: b.Label.Width + 4, Height: b.Label.Height + 28}
		if !area.holds(found, 2) {
			t.Errorf("%q is marked at %v, not in the words of %s at %v", said, found, id, b.Label)
		}
	}
	// What a closed popover says is found in the transcript, which opens.
	if !ask[bool](p, `document.querySelector("[data-transcript] blockquote").closest("[hidden]") === null && getComputedStyle(document.querySelector("[data-transcript]"), "::details-content").contentVisibility === "hidden"`) {
		t.Error("the folded transcript is not of the kind that the browser's search opens")
	}
}

// A browser that translates the page changes the DOM's words: then those are
// seen, and the picture draws none.
func TestTranslated(t *testing.T) {
	t.Parallel()
	for name, translate := range map[string]string{
		"as Chromium does": `document.documentElement.classList.add("translated-ltr"); for (const s of document.querySelectorAll("[data-words] span, h1")) { const f = document.createElement("font"); f.textContent = "Ord"; s.replaceChildren(f); }`,
		"unmarked":         `for (const s of document.querySelectorAll("[data-words] span, h1")) s.firstChild.data = "Ord"`,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := openLive(t, device{}, serveFirst(t)+"/")
			p.settles()
			label := p.boxes()["2025-08-06"].Label
			if p.wordsSeen() {
				t.Fatal("the DOM's words are seen before")
			}
			drawn := ask[int](p, "barline.stats().primitives")
			before := p.inked(*label)
			// Into a language that runs the other way: the picture does not turn.
			p.run("document.documentElement.lang = 'ar'")
			p.run(translate)
			p.until("the DOM's words are asked for", `"words" in document.documentElement.dataset`)
			p.settles()
			if !p.wordsSeen() {
				t.Error("the DOM's words are not seen")
			}
			if n := ask[int](p, "barline.stats().primitives"); n > drawn/3 {
				t.Errorf("the picture still draws its words: %d of %d primitives", n, drawn)
			}
			if after := p.inked(*label); after == 0 || after > before*0.7 {
				t.Errorf("a shorter word in its place inks %.3f, the long one did %.3f", after, before)
			}
			// It goes on working, and words that come later are seen as well.
			p.run("barline.view('compare')")
			p.settles()
			if !p.wordsSeen() {
				t.Error("rearranged, the DOM's words are not seen")
			}
			p.click(p.button("2025-12-02").middle())
			p.opened("2025-12-02")
			p.run("barline.select(null); barline.view('calendar')")
			p.settles()
			first := p.bar("2025-02").X
			p.run("document.querySelector('canvas').getContext('webgl2').getExtension('WEBGL_lose_context').loseContext()")
			p.until("it is live again", "document.documentElement.dataset.barline === 'live' && document.querySelectorAll('canvas').length === 1 && barline.stats().frames > 0")
			p.settles()
			if again := p.bar("2025-02").X; again != first {
				t.Errorf("started anew, the first bar stands at %v, before at %v", again, first)
			}
		})
	}
}

// A system that forces its colours on every page gets them, in the picture,
// too, and words from the DOM.
func TestForcedColours(t *testing.T) {
	t.Parallel()
	p := newTab(t, device{})
	force := func(value string) {
		command(p, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
			{Name: "forced-colors", Value: value}, {Name: "prefers-color-scheme", Value: "dark"}, {Name: "prefers-reduced-motion", Value: "reduce"}}})
	}
	force("active")
	p.navigate(serveFirst(t) + "/")
	p.becomes("live")
	p.settles()
	// Some of the system's colours let the canvas through.
	colours := ask[map[string][]float64](p, `(() => { const e = document.createElement("i"); e.style.forcedColorAdjust = "none"; document.body.append(e);
		const out = {}; for (const c of ["Canvas", "CanvasText", "Highlight"]) { e.style.color = c; out[c] = getComputedStyle(e).color.match(/[\d.]+/g).map(Number); } e.remove(); return out; })()`)
	is := func(at point, name string) bool {
		c, want := p.colourAt(p.picture(p.viewport()), at), colours[name]
		alpha := 1.0
		if len(want) > 3 {
			alpha = want[3]
		}
		for i, got := range []uint8{c.R, c.G, c.B} {
			if math.Abs(float64(got)-want[i]*alpha-colours["Canvas"][i]*(1-alpha)) > 1.5 {
				return false
			}
		}
		return true
	}
	stage := p.boxOf("[data-stage]")
	if at := (point{stage.X + 2, stage.Y + 2}); !is(at, "Canvas") {
		t.Errorf("the paper is not the system's: %v", colours)
	}
	// Between two lines of the grid, where nothing else is drawn.
	bar := p.bar("2025-04-11")
	if at := (point{bar.X + bar.Width/2, bar.Y + bar.Height/4}); !is(at, "Highlight") {
		t.Errorf("the bar is not in the system's colours: %v", colours)
	}
	if !p.wordsSeen() {
		t.Error("the words are not the DOM's")
	}
	if ask[bool](p, `[...document.querySelectorAll("[data-event]")].some((b) => !/(, 0\)|transparent)/.test(getComputedStyle(b).color))`) {
		t.Error("the buttons' own words show over their bars")
	}
	force("none")
	p.until("the picture draws its words again", `!("words" in document.documentElement.dataset)`)
	p.settles()
	if p.wordsSeen() || is(point{stage.X + 2, stage.Y + 2}, "Canvas") {
		t.Error("the system's colours stay after it has let go")
	}
}

// Drawn words can be copied, links are links.
func TestTheTextLayerIsText(t *testing.T) {
	t.Parallel()
	p := openLive(t, device{}, serveFirst(t)+"/")
	p.settles()
	p.run(`getSelection().selectAllChildren(document.querySelector("[data-words]"))`)
	said := ask[string](p, "getSelection().toString()")
	for _, want := range []string{"Just under 3 hours", "Longest reported", "Embassy briefing", "Source: Dawat Media Center"} {
		if !strings.Contains(said, want) {
			t.Errorf("copied, it lacks %q", want)
		}
	}
	if menu := ask[bool](p, `document.querySelector("[data-words] span").dispatchEvent(new MouseEvent("contextmenu", {bubbles: true, cancelable: true}))`); !menu {
		t.Error("the context menu is taken")
	}
	for _, name := range []string{"story.json", "events.csv"} {
		if got := ask[int](p, "fetch(document.querySelector('[data-more] a[href$=\""+name+"\"]').href).then((r) => r.status)"); got != 200 {
			t.Errorf("%s: %d", name, got)
		}
	}
}
