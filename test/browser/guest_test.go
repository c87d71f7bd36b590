package browser_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
)

// Somebody who tries twice to zoom by the plain wheel is told how.
func TestZoomHint(t *testing.T) {
	t.Parallel()
	p := openLive(t, device{height: 700}, serveFirst(t)+"/")
	p.settles()
	seen := func() bool { return ask[bool](p, "document.querySelector('[data-hint]').checkVisibility()") }
	at := p.empty()
	turn := func(at point, px float64) {
		t.Helper()
		p.run("window.turned = false; addEventListener('wheel', () => { turned = true; }, {once: true}); await new Promise((done) => setTimeout(done, 300))")
		p.wheel(at, px)
		p.until("the wheel has turned", "turned")
	}
	// Who reads on, with the mouse where it was, is not told anything.
	for range 3 {
		turn(at, 60)
	}
	if seen() {
		t.Error("scrolling past brings up the hint")
	}
	p.run("scrollTo(0, 0)")
	p.painted()
	p.hover(at.plus(40, 20))
	turn(at.plus(40, 20), -100) // nothing scrolls: the page is at its top
	turn(at.plus(40, 20), -100)
	p.until("the hint is seen", "document.querySelector('[data-hint]').checkVisibility()")
	if text := ask[string](p, "document.querySelector('[data-hint]').textContent"); !strings.Contains(text, "Ctrl") {
		t.Errorf("the hint says %q", text)
	}
	p.press(keyEscape)
	if seen() {
		t.Error("a key does not take the hint away")
	}
}

// Two fingers are ours, also where the calendar runs down the page.
func TestTwoFingersDown(t *testing.T) {
	t.Parallel()
	p := openLive(t, device{width: 360, height: 640, touch: true, scale: 2}, serveFirst(t)+"/")
	p.run("barline.zoomBy(3)")
	p.settles()
	p.run("document.querySelector('[data-stage]').scrollIntoView({block: 'start'})")
	p.painted()
	y := ask[float64](p, "scrollY")
	from, _ := p.span()
	two := func(y float64) []point { return []point{{200, y}, {280, y}} }
	p.touch(input.DispatchTouchEventTypeTouchStart, two(400)...)
	for at := 390.0; at >= 250; at -= 10 {
		p.touch(input.DispatchTouchEventTypeTouchMove, two(at)...)
	}
	p.touch(input.DispatchTouchEventTypeTouchEnd)
	p.settles()
	if now := ask[float64](p, "scrollY"); now != y {
		t.Errorf("two fingers scrolled the page by %v", now-y)
	}
	if later, _ := p.span(); !later.After(from) {
		t.Errorf("two fingers up left the view at %v", later)
	}
	if s := ask[float64](p, "visualViewport.scale"); s != 1 {
		t.Errorf("the page has been zoomed to %v", s)
	}
}

// A popover's own words scroll, and at their end the page.
func TestPopoverHandsOver(t *testing.T) {
	t.Parallel()
	site := serveFirst(t)
	for _, mode := range modes() {
		p := mode.open(t, device{width: 360, height: 560}, site)
		p.run("document.querySelector('[data-stage]').scrollIntoView(); barline.select('2025-12-02')")
		p.opened("2025-12-02")
		p.painted()
		body := `document.querySelector('[data-popover="2025-12-02"] .body')`
		if !ask[bool](p, body+".scrollHeight > "+body+".clientHeight + 20") {
			t.Fatal("the popover does not scroll: the test needs a longer one")
		}
		at := p.boxOf(`[data-popover="2025-12-02"] .body`).middle()
		y := ask[float64](p, "scrollY")
		p.wheel(at, 40)
		p.until("the popover has scrolled", body+".scrollTop > 20")
		if now := ask[float64](p, "scrollY"); now != y {
			t.Errorf("%s: the page scrolled by %v, too", mode.name, now-y)
		}
		p.run(body + ".scrollTop = 1e5")
		// A box keeps a turn of the wheel that it has begun, until the mouse
		// moves or the turn has ended.
		side := 20.0
		p.waitFor("at its end the page scrolls", "scrollY", func() bool {
			at = p.boxOf(`[data-popover="2025-12-02"] .body`).middle().plus(side, 0)
			side = -side
			p.hover(at)
			p.wheel(at, 40)
			p.painted()
			return ask[float64](p, "scrollY") > y+20
		})
	}
}

// What belongs to the browser stays the browser's, wherever the keyboard is.
func TestBrowsersKeys(t *testing.T) {
	t.Parallel()
	site := serveFirst(t)
	for _, mode := range modes() {
		p := mode.open(t, device{}, site)
		for _, at := range []string{"document.body", `document.querySelector('[data-event="2025-08-06"]')`, "document.querySelector('[data-transcript] summary')"} {
			taken := ask[[]string](p, `(() => { const at = `+at+`; at.focus?.(); const taken = [];
				const tries = [];
				for (const key of ["f", "r", "+", "=", "-", "0", "p", "l", "t", "w", "a", "c", "Home", "End", "ArrowLeft", "ArrowRight"]) tries.push({key, ctrlKey: true}, {key, metaKey: true});
				for (const key of ["ArrowLeft", "ArrowRight", "Home", "f", "d"]) tries.push({key, altKey: true});
				for (const key of ["F5", "F3", "F6", "F11", "F12", "Tab", "PageDown", "PageUp", "/", "'", "Escape", "a", "b"]) tries.push({key});
				for (const init of tries) if (!at.dispatchEvent(new KeyboardEvent("keydown", {...init, bubbles: true, cancelable: true}))) taken.push(JSON.stringify(init));
				return taken; })()`)
			if len(taken) > 0 {
				t.Errorf("%s: at %s the page takes %q", mode.name, at, taken)
			}
		}
		if s := p.state(); s.Selected != nil || s.Playing {
			t.Errorf("%s: the keys led to %+v", mode.name, s)
		}
	}
}

// Nothing is stored, and nobody else is asked.
func TestPrivacy(t *testing.T) {
	t.Parallel()
	site := serveFirst(t)
	p := openLive(t, device{}, site+"/")
	p.settles()
	p.run("barline.select('2025-12-02'); barline.step(1); barline.view('compare'); barline.view('calendar'); barline.zoomBy(2); barline.fit()")
	p.run("document.querySelector('[data-transcript]').open = document.querySelector('[data-more]').open = true")
	p.settles()
	stored := ask[map[string]int](p, `(async () => ({cookies: document.cookie.length, local: localStorage.length, session: sessionStorage.length,
		databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length, workers: (await navigator.serviceWorker.getRegistrations()).length}))()`)
	for what, n := range stored {
		if n != 0 {
			t.Errorf("%d %s", n, what)
		}
	}
	if n := len(command(p, network.GetCookies, network.GetCookiesParams{}).Cookies); n != 0 {
		t.Errorf("%d cookies", n)
	}
	// Every request of every test is watched; here all of them are named.
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, url := range p.seenURLs {
		if !strings.HasPrefix(url, site+"/") && !strings.HasPrefix(url, "data:") {
			t.Errorf("the page asked for %s", url)
		}
	}
	if len(p.seenURLs) < 8 {
		t.Errorf("only %d requests were seen: the test is blind", len(p.seenURLs))
	}
}

// Back and forward in the history, with the page kept as it was or not.
func TestBackForwardCache(t *testing.T) {
	t.Parallel()
	site := serveFirst(t)
	p := openLive(t, device{}, site+"/")
	p.settles()
	p.click(p.button("2025-08-06").middle())
	p.opened("2025-08-06")
	p.run("barline.zoomBy(2); window.same = true")
	p.settles()
	p.navigate(serve(t, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.Write([]byte(`<!doctype html><title>Elsewhere</title><link rel="icon" href="data:,">`))
	})) + "/")
	entries := command(p, page.GetNavigationHistory, cdp.Empty{})
	command(p, page.NavigateToHistoryEntry, page.NavigateToHistoryEntryParams{EntryID: entries.Entries[entries.CurrentIndex-1].ID})
	p.becomes("live")
	p.settles()
	p.opened("2025-08-06")
	t.Logf("the page was kept: %t", ask[bool](p, "window.same === true"))
	p.run("barline.fit()")
	p.settles()
	p.click(p.button("2025-02").middle())
	p.opened("2025-02")
	frames := p.frames()
	p.run("barline.view('compare')")
	p.until("it draws", "barline.stats().frames > "+itoa(int64(frames)))
}

// Magnified five times, a screen is 240 px wide: everything can be reached.
func TestMagnified(t *testing.T) {
	t.Parallel()
	site := serveFirst(t)
	for _, mode := range modes() {
		p := mode.open(t, device{width: 240, height: 200, scale: 5}, site)
		if ask[bool](p, "document.documentElement.scrollWidth > innerWidth") {
			t.Errorf("%s: the page is wider than the screen", mode.name)
		}
		for _, id := range ids() {
			p.run(`document.querySelector('[data-event="` + id + `"]').focus()`)
			p.painted()
			b, screen := p.button(id), p.viewport()
			if b.X < -0.5 || b.Y < -0.5 || b.X >= screen.right()-8 || b.Y >= screen.bottom()-8 {
				t.Errorf("%s: with the keyboard %s is at %v on a screen of %v", mode.name, id, b, screen)
			}
			p.press(keyEnter)
			p.opened(id)
			if pop := p.popover(id); pop.X < -0.5 || pop.right() > screen.right()+0.5 {
				t.Errorf("%s: the popover of %s is at %v on a screen of %v", mode.name, id, pop, screen)
			}
			p.press(keyEscape)
			p.opened("")
		}
	}
}

// A phone that is turned keeps what is open.
func TestRotation(t *testing.T) {
	t.Parallel()
	upright, lying := device{width: 390, height: 844, touch: true, scale: 2}, device{width: 844, height: 390, touch: true, scale: 2}
	p := openLive(t, upright, serveFirst(t)+"/")
	p.run("barline.select('2025-08-06')")
	p.opened("2025-08-06")
	for range 2 {
		for _, d := range []device{lying, upright} {
			p.emulate(d)
			p.until("the figure follows", `document.querySelector("[data-stage]").clientWidth > `+itoa(d.width-90)+` && document.querySelector("[data-stage]").clientWidth <= `+itoa(d.width))
			p.settles()
			p.opened("2025-08-06")
			if b, pop := p.boxes()["2025-08-06"], p.popover("2025-08-06"); b == nil || pop.overlaps(b.Bar, 1) {
				t.Errorf("at %d px the popover %v hides its bar %v", d.width, pop, b)
			}
		}
	}
}

// A server that does not let a sandboxed frame in: the page says why it stays
// as it is.
func TestSandboxWithoutCORS(t *testing.T) {
	t.Parallel()
	site := serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		firstSite(t).ServeHTTP(closed{w}, r)
	}))
	p := newTab(t, device{})
	p.allow(site)
	p.expect("CORS", "request failed", "Failed to load resource", "could not be loaded")
	p.navigate(serve(t, article(site+"/", `sandbox="allow-scripts"`)) + "/")
	in := p.inside()
	in.becomes("failed")
	if reason := ask[string](in, "document.documentElement.dataset.barlineReason"); !strings.Contains(reason, "could not be loaded") {
		t.Errorf("the reason given is %q", reason)
	}
	p.run("tell('select', {id: 'embassy'})")
	in.opened("embassy")
	in.checkPopover("embassy")
}

// closed lets no other origin read.
type closed struct{ http.ResponseWriter }

func (c closed) WriteHeader(status int) {
	c.Header().Del("Access-Control-Allow-Origin")
	c.ResponseWriter.WriteHeader(status)
}

func (c closed) Write(b []byte) (int, error) {
	c.Header().Del("Access-Control-Allow-Origin")
	return c.ResponseWriter.Write(b)
}

// A page around the frame that sends without end, and more than makes sense.
func TestFlood(t *testing.T) {
	t.Parallel()
	p := framed(t, device{}, "", "")
	in := p.inside()
	in.becomes("live")
	in.settles()
	p.run(`for (let i = 0; i < 4000; i++) {
		tell("select", {id: i % 2 ? "2025-02" : "embassy"});
		tell("view", {view: i % 2 ? "compare" : "calendar"});
		tell("theme", {theme: i % 2 ? "dark" : "light"});
		tell("ping");
		say({barline: 1, type: "x" + i});
	}
	tell("select", {id: "x".repeat(5e6)});
	say({barline: 1, type: "select", id: "2025-02", more: new ArrayBuffer(5e6)});
	tell("host", {url: "javascript:alert(1)"}); tell("host", {url: "https://example.org/" + "x".repeat(1e6)}); tell("host", {url: 7}); tell("host", {});
	tell("select", {id: "putin-europe"}); tell("view", {view: "calendar"}); tell("theme", {theme: "dark"});`)
	in.until("the last of them has come", "barline.state().selected === 'putin-europe' && barline.state().view === 'calendar' && barline.state().theme === 'dark'")
	in.settles()
	in.opened("putin-europe")
	answers := ask[int](p, "got.filter((m) => m.type === 'ready').length")
	if answers > 2000 {
		t.Errorf("4000 pings in a row are answered %d times", answers)
	}
	p.run("got.length = 0; tell('ping')")
	p.until("it still answers", "got.some((m) => m.type === 'height')")
}

// A host of no height, one that changes its width without end.
func TestRestlessHost(t *testing.T) {
	t.Parallel()
	p := framed(t, device{}, "", "")
	in := p.inside()
	in.becomes("live")
	in.settles()
	in.run("barline.select('2025-08-06')")
	p.run("document.querySelector('iframe').style.height = '0px'")
	p.painted()
	p.run("document.querySelector('iframe').style.height = '900px'; got.length = 0")
	p.run(`const f = document.querySelector("iframe");
		for (let i = 0; i < 1000; i++) {
			f.style.width = 320 + (i * 37) % 800 + "px";
			f.getBoundingClientRect();
			if (i % 20 === 0) await new Promise((done) => setTimeout(done));
		}
		f.style.width = "700px";`)
	in.until("the figure has come to rest", "document.querySelector('[data-stage]').clientWidth === 700 && document.querySelector('canvas').clientWidth === 700")
	in.settles()
	in.opened("2025-08-06")
	height := ask[float64](in, "document.querySelector('main').getBoundingClientRect().height")
	p.until("the last height is told", "got.filter((m) => m.type === 'height').at(-1)?.height === Math.ceil("+ftoa(height)+")")
}

// Out of view nothing moves; in view again it goes on.
func TestOutOfView(t *testing.T) {
	t.Parallel()
	p := newTab(t, device{height: 600, motion: true})
	p.navigate(serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		firstSite(t).ServeHTTP(w, r)
	})) + "/")
	p.run("document.body.append(Object.assign(document.createElement('div'), {id: 'more'})); document.querySelector('#more').style.height = '3000px'; scrollTo(0, 2500)")
	p.until("the figure is out of view", "document.querySelector('[data-stage]').getBoundingClientRect().bottom < 0")
	p.becomes("live")
	p.until("it stands still", "barline.stats().asleep")
	before := p.frames()
	p.run("for (let i = 0; i < 20; i++) await new Promise((done) => requestAnimationFrame(done))")
	if n := p.frames() - before; n != 0 {
		t.Errorf("%d frames were drawn out of view", n)
	}
	// What somebody asks for comes about all the same.
	p.run("barline.view('compare'); barline.select('2025-08-06')")
	p.opened("2025-08-06")
	p.until("the text layer stands where bars lie side by side", "barline.stats().asleep && barline.state().view === 'compare'")
	height := ask[float64](p, "document.querySelector('[data-stage]').clientHeight")
	p.run("barline.view('calendar')")
	p.until("the figure has the calendar's height", "document.querySelector('[data-stage]').clientHeight !== "+ftoa(height))
	p.run("scrollTo(0, 0)")
	p.settles()
	if s := p.state(); s.ReducedMotion {
		t.Error("back in view, motion is still reduced")
	}
}

// A context that is lost out of view is made again when it is seen: browsers
// have room for some sixteen, and those in view come first.
func TestLostContextOutOfView(t *testing.T) {
	t.Parallel()
	p := openLive(t, device{height: 600}, serveFirst(t)+"/")
	p.settles()
	p.run("barline.zoomBy(2); barline.select('2025-08-06')")
	p.opened("2025-08-06")
	p.settles()
	span := p.state().Span
	p.run("document.body.append(Object.assign(document.createElement('div'), {id: 'more'})); document.querySelector('#more').style.height = '3000px'; scrollTo(0, 2500)")
	p.until("the figure is out of view", "document.querySelector('[data-stage]').getBoundingClientRect().bottom < 0")
	p.painted()
	p.run(`document.querySelector("[data-stage] > canvas").getContext("webgl2").getExtension("WEBGL_lose_context").loseContext()`)
	p.becomes("static")
	p.run("for (let i = 0; i < 20; i++) await new Promise((done) => requestAnimationFrame(done))")
	if state := ask[string](p, "document.documentElement.dataset.barline"); state != "static" {
		t.Errorf("out of view it is %s", state)
	}
	p.opened("2025-08-06")
	p.run("barline.select('2025-04-11')")
	p.opened("2025-04-11")
	p.run("scrollTo(0, 0)")
	p.becomes("live")
	p.settles()
	p.opened("2025-04-11")
	if now := p.state().Span; !slices.Equal(now, span) {
		t.Errorf("in view again it shows %v instead of %v", now, span)
	}
}

// A phone that is turned, and a view and a theme that are asked for, while the
// engine is starting.
func TestChangesWhileStarting(t *testing.T) {
	t.Parallel()
	p := newTab(t, device{width: 390, height: 844, touch: true, scale: 2})
	p.prepare(`{ const instantiate = WebAssembly.instantiate;
		WebAssembly.instantiate = async (...args) => { window.starting = true; await new Promise((go) => { window.go = go; }); return instantiate.apply(WebAssembly, args); }; }`)
	p.navigate(serveFirst(t) + "/")
	p.until("the engine is about to start", "window.starting")
	p.emulate(device{width: 844, height: 390, touch: true, scale: 2, dark: true})
	p.run("barline.view('compare'); go()")
	p.becomes("live")
	p.until("it compares", "barline.state().view === 'compare'")
	p.settles()
	if w := ask[float64](p, "document.querySelector('canvas').clientWidth"); w < 800 {
		t.Errorf("the figure is %v px wide", w)
	}
	p.run("barline.view('calendar')")
	p.settles()
	if b := p.bar("2025-12-02"); b.Height < b.Width {
		t.Errorf("on a wide page the bar of December lies: %v", b)
	}
	if s := p.state(); s.Theme != "dark" {
		t.Errorf("the theme is %s", s.Theme)
	}
	// A source leads out of a frame, and nowhere else.
	if n := ask[int](p, "document.querySelectorAll('.source a[target]').length"); n != 0 {
		t.Errorf("outside a frame %d links open a window", n)
	}
}
