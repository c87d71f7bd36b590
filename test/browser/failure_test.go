package browser_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// Whatever keeps the engine from starting, the page says so and goes on.
func TestFailures(t *testing.T) {
	t.Parallel()
	site := firstSite(t)
	answer := func(name string, f func(w http.ResponseWriter, r *http.Request)) func(http.ResponseWriter, *http.Request) bool {
		return func(w http.ResponseWriter, r *http.Request) bool {
			if at := strings.TrimPrefix(r.URL.Path, "/"); at != site.Named(name) && !(name == ".ttf" && strings.HasSuffix(at, name)) || at == "" {
				return false
			}
			f(w, r)
			return true
		}
	}
	never := func(http.ResponseWriter, *http.Request) bool { return false }
	wasm := site[site.Named("engine.wasm")]
	font := site[site.Named("Sans-Regular-latin.ttf")]
	send := func(kind string, b []byte) func(w http.ResponseWriter, r *http.Request) {
		return func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", kind)
			w.Write(b)
		}
	}
	// hasty makes the page give up waiting at once.
	const hasty = `window.hasty = true; { const set = setTimeout.bind(window); window.setTimeout = (f, ms, ...rest) => set(f, window.hasty && ms >= 10000 ? 1500 : ms, ...rest); }`
	part := wasm[:len(wasm)/3]
	stall := func(w http.ResponseWriter, r *http.Request, begun []byte) {
		if len(begun) > 0 {
			w.Header().Set("Content-Type", "application/wasm")
			w.Write(begun)
			w.(http.Flusher).Flush()
		}
		<-r.Context().Done()
	}
	// page answers with the story's page, changed.
	page := func(policy, old, next string) func(w http.ResponseWriter, r *http.Request) bool {
		return func(w http.ResponseWriter, r *http.Request) bool {
			if r.URL.Path != "/" {
				return false
			}
			recorder := httptest.NewRecorder()
			site.ServeHTTP(recorder, r)
			was := recorder.Header().Get("Content-Security-Policy")
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			w.Header().Set("Content-Security-Policy", strings.Replace(was, policy, "", 1))
			body := string(site["index.html"])
			if !strings.Contains(was, policy) || !strings.Contains(body, old) {
				t.Errorf("there is no %q, or no %q", policy, old)
			}
			w.Write([]byte(strings.Replace(body, old, next, 1)))
			return true
		}
	}
	for _, f := range []struct {
		name    string
		script  string
		spoil   func(http.ResponseWriter, *http.Request) bool
		excused []string
		fix     string
		brief   bool // another case tries again for this one
	}{
		{"no WebGL 2", `window.getContextBefore = HTMLCanvasElement.prototype.getContext;
			HTMLCanvasElement.prototype.getContext = function (type, ...rest) { return type === "webgl2" ? null : getContextBefore.call(this, type, ...rest); };`,
			never, nil, "HTMLCanvasElement.prototype.getContext = getContextBefore", false},
		{"no WebAssembly", `window.wasmBefore = WebAssembly; delete window.WebAssembly;`, never, nil, "window.WebAssembly = wasmBefore", true},
		{"engine missing", "", answer("engine.wasm", http.NotFound), []string{"404"}, "", false},
		{"another page for the engine", "", answer("engine.wasm", send("text/html", []byte("<p>Sorry"))), nil, "", true},
		{"engine of another type", "", answer("engine.wasm", send("text/plain", wasm)), nil, "", false},
		{"engine cut short", "", answer("engine.wasm", send("application/wasm", part)), nil, "", false},
		{"engine stalls half-way", hasty, answer("engine.wasm", func(w http.ResponseWriter, r *http.Request) { stall(w, r, part) }), []string{"engine"}, "window.hasty = false", false},
		{"engine never comes", hasty, answer("engine.wasm", func(w http.ResponseWriter, r *http.Request) { stall(w, r, nil) }), []string{"engine"}, "window.hasty = false", true},
		{"engine of nonsense", "", answer("engine.wasm", send("application/wasm", []byte("\x00asm nonsense"))), nil, "", true},
		{"engine breaks off", "", answer("engine.wasm", func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "application/wasm")
			w.Header().Set("Content-Length", itoa(int64(len(wasm))))
			w.Write(wasm[:len(wasm)/3])
			panic(http.ErrAbortHandler)
		}), []string{"/assets/engine."}, "", false},
		{"loader missing", "", answer("wasm_exec.js", http.NotFound), []string{"wasm_exec"}, "", false},
		{"another page for the loader", "", answer("wasm_exec.js", send("text/javascript", []byte("'Sorry'"))), nil, "", false},
		{"loader never comes", hasty, answer("wasm_exec.js", func(w http.ResponseWriter, r *http.Request) { stall(w, r, nil) }), []string{"wasm_exec"}, "window.hasty = false", true},
		{"fonts missing", "", answer(".ttf", http.NotFound), []string{"404", ".ttf"}, "", false},
		{"another page for the fonts", "", answer(".ttf", send("text/html", []byte("<p>Sorry"))), []string{"font"}, "", true},
		{"font cut short", "", answer("Sans-Regular-latin.ttf", send("font/ttf", font[:len(font)/3])), []string{"font", "OTS", "exit code"}, "", false},
		{"font never comes", hasty, answer("Sans-Regular-latin.ttf", func(w http.ResponseWriter, r *http.Request) { stall(w, r, nil) }), []string{".ttf"}, "window.hasty = false", true},
		{"policy without WebAssembly", "", page(" 'wasm-unsafe-eval'", "", ""), []string{"WebAssembly", "Content Security Policy"}, "", true},
		{"policy without fetching", "", page("connect-src 'self'; ", "", ""), []string{"Content Security Policy", "request failed"}, "", true},
		{"a story that the engine cannot read", "", page("", `data-story>{"barline":"1"`, `data-story>{"barline":"99"`), []string{"exit code"}, "", true},
	} {
		t.Run(f.name, func(t *testing.T) {
			t.Parallel()
			server := &spoiled{ctx: t.Context(), site: firstSite(t), spoil: f.spoil}
			p := newTab(t, device{})
			p.expect(f.excused...)
			if f.script != "" {
				p.prepare(f.script)
			}
			p.set(serve(t, server) + "/#2025-04-11")
			p.becomes("failed")
			if reason := ask[string](p, "document.documentElement.dataset.barlineReason ?? ''"); reason == "" {
				t.Error("no reason is given")
			} else {
				t.Log(reason)
			}
			if got := ask[string](p, "barline.ready.then(() => 'resolved', (e) => e instanceof Error && e.message ? 'Error' : String(e))"); got != "Error" {
				t.Errorf("ready: %s", got)
			}
			p.checkWithoutEngine()
			if f.brief {
				return
			}
			// The server learns its lesson, and the reader tries again.
			server.fixed.Store(true)
			p.run(f.fix)
			p.run(`window.states = []; new MutationObserver(() => states.push(document.documentElement.dataset.barline)).observe(document.documentElement, {attributes: true, attributeFilter: ["data-barline"]})`)
			p.click(p.boxOf(`[data-action="retry"]`).middle())
			p.becomes("live")
			p.settles()
			if got := strings.Join(ask[[]string](p, "states"), " "); got != "loading live" {
				t.Errorf("after the retry the states were %q", got)
			}
			if ask[bool](p, "'barlineReason' in document.documentElement.dataset || document.querySelector('[data-notice]').checkVisibility()") {
				t.Error("live, yet a reason is given for failing")
			}
			p.click(p.button("2025-08-06").middle())
			p.opened("2025-08-06")
		})
	}
}

// checkWithoutEngine sees that list and quotes work all the same.
func (p *tab) checkWithoutEngine() {
	p.t.Helper()
	p.opened("2025-04-11")
	if !ask[bool](p, "document.querySelector('[data-notice]').checkVisibility() && document.querySelector('[data-still] svg:is([style], *)') !== null") {
		p.t.Error("nothing says that the picture does not move")
	}
	if ask[bool](p, "document.querySelector('[data-progress]').checkVisibility()") {
		p.t.Error("it has failed, yet shows progress")
	}
	for _, id := range []string{"2025-12-02", "putin-europe"} {
		p.click(p.button(id).middle())
		p.opened(id)
		p.checkPopover(id)
		p.press(keyEscape)
		p.opened("")
	}
	for id, b := range p.boxes() {
		if b == nil || !p.button(id).holds(b.Bar, 0.51) {
			p.t.Errorf("%s: the button %v does not cover %v", id, p.button(id), b)
		}
	}
	// What needs the engine does nothing, and does not fail.
	p.run("barline.view('compare'); barline.zoomBy(2); barline.panBy(1); barline.fit(); barline.play(); barline.stop()")
	if s := p.state(); s.View != "calendar" || s.Playing {
		p.t.Errorf("without an engine the state is %+v", s)
	}
}

// What Go has put off for later, the collector's work above all, would wake a
// program that is no more once its engine has ended: an error on the page.
func TestNothingOutlivesTheEngine(t *testing.T) {
	t.Parallel()
	p := newTab(t, device{})
	// The loader's timers, put off so far that none fires before the engine ends.
	p.prepare(`{ const set = setTimeout.bind(window), clear = clearTimeout.bind(window);
		window.pending = new Set();
		window.setTimeout = (f, ms, ...args) => {
			if (!new Error().stack.includes("wasm_exec")) return set(f, ms, ...args);
			const timer = set(f, ms + 3600000);
			pending.add(timer);
			return timer;
		};
		window.clearTimeout = (timer) => { pending.delete(timer); clear(timer); }; }`)
	p.navigate(serveFirst(t) + "/")
	p.becomes("live")
	// Canvases of many sizes make enough to collect.
	for turn := 0; ask[int](p, "pending.size") == 0; turn++ {
		if turn == 1000 {
			t.Fatal("Go puts nothing off any more: this test tries nothing")
		}
		p.emulate(device{width: 700 + 100*int64(turn%5), height: 1000, scale: 1})
		p.settles()
	}
	p.run(`window.before = [...pending];
		document.querySelector("[data-stage] > canvas").getContext("webgl2").getExtension("WEBGL_lose_context").loseContext()`)
	p.until("an engine has started anew", `document.documentElement.dataset.barline === "live" &&
		!document.querySelector("[data-stage] > canvas").getContext("webgl2").isContextLost()`)
	if n := ask[int](p, "before.filter((timer) => pending.has(timer)).length"); n > 0 {
		t.Errorf("%d timers of the engine that has ended are left", n)
	}
}

// A context that is lost comes back, without the page being loaded anew.
func TestLostContext(t *testing.T) {
	t.Parallel()
	p := openLive(t, device{}, serveFirst(t)+"/")
	p.settles()
	p.run("window.same = true; barline.zoomBy(3); barline.panBy(0.2); barline.select('2025-08-06')")
	p.opened("2025-08-06")
	p.settles()
	for _, turn := range []string{"barline.zoomBy(400)", "barline.view('compare')"} {
		p.run(turn)
		p.settles()
		before, picture := p.state(), p.figure()
		p.run(`window.states = []; window.watch?.disconnect();
			window.watch = new MutationObserver(() => states.push(document.documentElement.dataset.barline));
			watch.observe(document.documentElement, {attributes: true, attributeFilter: ["data-barline"]});
			document.querySelector("[data-stage] > canvas").getContext("webgl2").getExtension("WEBGL_lose_context").loseContext()`)
		p.until("the page has gone through its states", "states.at(-1) === 'live'")
		p.settles()
		if got := strings.Join(ask[[]string](p, "states"), " "); got != "static loading live" {
			t.Errorf("the states were %q", got)
		}
		if !ask[bool](p, "window.same === true") {
			t.Fatal("the page was loaded anew")
		}
		p.opened("2025-08-06")
		after := p.state()
		if after.View != before.View || after.Span[0] != before.Span[0] || after.Span[1] != before.Span[1] {
			t.Errorf("before %+v\nafter %+v", before, after)
		}
		if n := ask[int](p, "document.querySelectorAll('canvas').length"); n != 1 {
			t.Errorf("there are %d canvases", n)
		}
		if share := unlike(picture, p.figure()); share > 0.0005 {
			t.Errorf("%.2f %% of the picture has changed", share*100)
		}
	}
	p.click(p.button("2025-12-02").middle())
	p.opened("2025-12-02")
}
