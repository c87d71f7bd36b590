package browser_test

import (
	"context"
	"net/http"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// held is a server that keeps some of its files back until they are let go.
type held struct {
	ctx  context.Context // ends with the test, and with it every request
	site http.Handler
	keep func(path string) bool
	free chan struct{}
}

func hold(t *testing.T, keep func(path string) bool) *held {
	return &held{ctx: t.Context(), site: firstSite(t), keep: keep, free: make(chan struct{})}
}

func (h *held) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if h.keep(r.URL.Path) {
		select {
		case <-h.free:
		case <-r.Context().Done():
			return
		case <-h.ctx.Done():
			return
		}
	}
	h.site.ServeHTTP(w, r)
}

// watchShifts collects what the browser counts as shifts of the layout, also
// those shortly after a press, which it would excuse.
const watchShifts = `addEventListener("DOMContentLoaded", () => {
	window.shifts = [];
	new PerformanceObserver((list) => { for (const e of list.getEntries()) e.startTime > (window.since ?? 0) && shifts.push(e.value + " by " + e.sources.map((s) => (s.node?.outerHTML ?? s.node?.textContent ?? "what is gone").slice(0, 90))); }).observe({ type: "layout-shift", buffered: true });
})`

// A reader is faster than the script, and the script than the engine: what
// they have opened stays open, and where it is; so do keyboard and scrolling.
func TestOpenedBeforeTheScript(t *testing.T) {
	t.Parallel()
	script := firstSite(t).Named("page.js")
	engine := firstSite(t).Named("engine.wasm")
	for _, d := range []device{{width: 360, height: 640, touch: true, scale: 2}, {width: 1200, height: 700}} {
		server := hold(t, func(path string) bool { return strings.TrimPrefix(path, "/") == script })
		slow := hold(t, func(path string) bool { return strings.TrimPrefix(path, "/") == engine })
		slow.site = server
		p := newTab(t, d)
		p.prepare(watchShifts)
		p.prepare(`addEventListener("focusin", (e) => (window.focusedOn ??= []).push(e.target.className || e.target.id))`)
		p.set(serve(t, slow) + "/")
		p.until("the words are there", `document.querySelector("[data-config]") !== null && document.querySelector("[data-late]")?.sheet`)
		p.run(`document.querySelector('[data-event="putin-europe"]').scrollIntoView({block: "center"})`)
		scrolled := ask[float64](p, "scrollY")
		before := p.entries()
		// The browser's own doing: there is no script yet.
		press := p.click
		if d.touch {
			press = p.tap
		}
		press(p.button("putin-europe").middle())
		p.until("the popover is open", `document.querySelector('[data-popover="putin-europe"]').matches(":popover-open")`)
		p.checkPopover("putin-europe")
		p.run(`document.querySelector('[data-popover="putin-europe"] .close').focus(); document.querySelector('[data-popover="putin-europe"] .body').scrollTop = 24`)
		type seen struct {
			Box      box
			Focus    string
			Scroll   float64
			Inside   float64
			Expanded *string
			Open     int
		}
		look := func() seen {
			return ask[seen](p, `(() => { const e = document.querySelector('[data-popover="putin-europe"]'); return {
				box: e.getBoundingClientRect(), focus: document.activeElement.className, scroll: scrollY, inside: e.querySelector(".body").scrollTop,
				open: document.querySelectorAll(":popover-open").length }; })()`)
		}
		want := look()
		if want.Open != 1 || want.Focus != "close" || want.Scroll != scrolled || scrolled == 0 {
			t.Fatalf("%d px: before the script %+v", d.width, want)
		}
		p.run(`await Promise.all([...document.fonts].filter((f) => /^"?Barline S[a-z]+"?$/.test(f.family)).map((f) => f.load()))`)
		p.painted()
		p.run("window.since = performance.now()")
		close(server.free)
		p.until("the script runs", "window.barline !== undefined")
		p.opened("putin-europe")
		if diff := cmp.Diff(want, look()); diff != "" {
			t.Errorf("%d px: with the script (-before +after):\n%s", d.width, diff)
		}
		close(slow.free)
		p.becomes("live")
		p.settles()
		p.opened("putin-europe")
		if diff := cmp.Diff(want, look()); diff != "" {
			t.Errorf("%d px: live (-before +after):\n%s", d.width, diff)
		}
		for _, s := range ask[[]string](p, "shifts") {
			t.Errorf("%d px: a shift of %s", d.width, s)
		}
		if p.entries() != before {
			t.Errorf("%d px: taking over made a history entry", d.width)
		}
		// From here on it is ours.
		p.press(keyEscape)
		p.opened("")
		if at := p.focused(); at != "putin-europe" {
			t.Errorf("%d px: closed, the keyboard is at %s", d.width, at)
		}
		p.run(`document.querySelector('[data-event="2025-02"]').scrollIntoView({block: "center"})`)
		press(p.button("2025-02").middle())
		p.opened("2025-02")
		p.run("barline.step(1)")
		p.opened("2025-03")
	}
}

// Our fonts take the place of the system's without moving anything, before
// the engine comes and while it comes.
func TestFontsMoveNothing(t *testing.T) {
	t.Parallel()
	for _, width := range []int64{320, 360, 700, 1200} {
		server := hold(t, func(path string) bool { return strings.HasSuffix(path, ".ttf") })
		p := newTab(t, device{width: width, height: 900})
		p.prepare(watchShifts)
		p.set(serve(t, server) + "/")
		p.until("the page waits for its fonts", `window.barline !== undefined && document.fonts.status === "loading" && window.shifts`)
		p.painted()
		before := p.around()
		if ask[bool](p, `document.fonts.check("16px 'Barline Sans'")`) {
			t.Fatal("the font is there already")
		}
		close(server.free)
		p.becomes("live")
		p.settles()
		if !ask[bool](p, `document.fonts.check("16px 'Barline Sans'")`) {
			t.Error("the font has not come")
		}
		after := p.around()
		// A line's own end may move, its place may not.
		for name, b := range before {
			a := after[name]
			if name == "[data-transcript] summary" {
				a.Width = b.Width
			}
			if diff := cmp.Diff(b, a); diff != "" {
				t.Errorf("%d px: %s (-before +after our fonts):\n%s", width, name, diff)
			}
		}
		for _, s := range ask[[]string](p, "shifts") {
			t.Errorf("%d px: a shift of %s", width, s)
		}
	}
}

// Every file is fetched once: the same fonts serve the page and the engine.
func TestNothingIsFetchedTwice(t *testing.T) {
	t.Parallel()
	fetched := make(chan string, 1000)
	site := firstSite(t)
	p := newTab(t, device{})
	p.navigate(serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fetched <- strings.TrimPrefix(r.URL.Path, "/")
		site.ServeHTTP(w, r)
	})) + "/")
	p.becomes("live")
	p.settles()
	p.run("barline.select('2025-12-02'); await document.fonts.ready")
	p.painted()
	count := map[string]int{}
	for len(fetched) > 0 {
		count[<-fetched]++
	}
	for name, n := range count {
		if n != 1 {
			t.Errorf("%s was fetched %d times", name, n)
		}
	}
	// The page, script, late styles, four fonts, engine and loader, and nothing else.
	if len(count) != 9 {
		t.Errorf("fetched: %v", count)
	}
}

// The engine waits until it is wanted: until the page has been painted and is
// seen, and for those who save data until they touch the timeline.
func TestTheEngineWaits(t *testing.T) {
	t.Parallel()
	site := serveFirst(t)
	asked := `performance.getEntriesByType("resource").filter((e) => /engine|wasm/.test(e.name))`
	t.Run("for the first paint", func(t *testing.T) {
		p := open(t, device{}, site+"/")
		p.becomes("live")
		type times struct{ Painted, Asked float64 }
		got := ask[times](p, `({painted: performance.getEntriesByName("first-contentful-paint")[0].startTime, asked: Math.min(...`+asked+`.map((e) => e.startTime))})`)
		if got.Asked < got.Painted {
			t.Errorf("painted at %v ms, the engine was asked for at %v", got.Painted, got.Asked)
		}
	})
	quiet := func(p *tab, why string) {
		p.t.Helper()
		p.becomes("static")
		p.run("await document.fonts.ready; for (let i = 0; i < 30; i++) await new Promise((done) => setTimeout(done))")
		if n := ask[int](p, asked+".length"); n != 0 {
			p.t.Errorf("%s, yet %d parts of the engine were asked for", why, n)
		}
		p.becomes("static")
	}
	t.Run("until it is seen", func(t *testing.T) {
		p := newTab(t, device{})
		p.prepare(`window.hiddenNow = true; Object.defineProperty(document, "visibilityState", { get: () => window.hiddenNow ? "hidden" : "visible" })`)
		p.navigate(site + "/")
		quiet(p, "the page is hidden")
		p.run(`window.hiddenNow = false; document.dispatchEvent(new Event("visibilitychange"))`)
		p.becomes("live")
	})
	t.Run("for a reader who saves data", func(t *testing.T) {
		p := newTab(t, device{width: 360, touch: true, scale: 2})
		p.prepare(`Object.defineProperty(navigator, "connection", { value: { saveData: true } })`)
		p.navigate(site + "/")
		quiet(p, "the reader saves data")
		p.tap(p.boxOf("h1").middle())
		quiet(p, "the reader has touched the headline")
		p.tap(p.button("2025-02").middle())
		p.opened("2025-02")
		p.becomes("live")
		p.opened("2025-02")
	})
}
