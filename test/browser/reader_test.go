package browser_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
)

// contrastOf is, in the page, how an element's words stand out from what is behind
// them, as WCAG counts it.
const contrastOf = `const contrastOf = (e) => {
	const read = (c) => { const [r, g, b, a = 1] = c.match(/[\d.]+/g).map(Number); return [r, g, b, a]; };
	const over = (top, under) => top.slice(0, 3).map((v, i) => v * top[3] + under[i] * (1 - top[3]));
	const back = (e) => { const c = read(getComputedStyle(e).backgroundColor); return c[3] === 1 || !e.parentElement ? c.slice(0, 3) : over(c, back(e.parentElement)); };
	const light = (c) => { const [r, g, b] = c.map((v) => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b; };
	let see = 1;
	for (let up = e; up; up = up.parentElement) see *= Number(getComputedStyle(up).opacity);
	const under = back(e), ink = read(getComputedStyle(e).color);
	ink[3] *= see;
	const [a, b] = [light(over(ink, under)), light(under)];
	return (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
};`

// The words of every button can be read in every state that it has: at rest, under the
// mouse, with the keyboard, held down, pressed, and not to be pressed at all.
func TestButtonsCanBeReadInEveryState(t *testing.T) {
	t.Parallel()
	site := serveFirst(t)
	for _, query := range []string{"?theme=light", "?theme=dark", "?theme=light&contrast=more", "?theme=dark&contrast=more", "?theme=light&engine=off", "?theme=dark&engine=off"} {
		p := open(t, device{}, site+"/"+query+"#2025-04-11")
		if !strings.Contains(query, "engine=off") {
			p.becomes("live")
			p.settles()
		}
		p.run(contrastOf + "window.contrastOf = contrastOf; window.all = [...document.querySelectorAll('.controls button, [data-on] .foot button, [data-on] .local, .more button')]; document.querySelector('[data-more]').open = true")
		for i := range ask[int](p, "all.length") {
			button := fmt.Sprintf("all[%d]", i)
			name := ask[string](p, button+".textContent.trim() || "+button+".getAttribute('aria-label')")
			check := func(state string) {
				t.Helper()
				if c := ask[float64](p, "contrastOf("+button+")"); c < 4.5 {
					t.Errorf("%s: %q %s has a contrast of %.2f", query, name, state, c)
				}
			}
			p.run(button + ".scrollIntoView({block: 'center'})")
			p.painted()
			check("at rest")
			at := ask[box](p, "(({x, y, width, height}) => ({x, y, width, height}))("+button+".getBoundingClientRect())").middle()
			p.hover(at)
			check("under the mouse")
			p.run(button + ".focus()")
			check("with the keyboard")
			if ask[bool](p, button+".matches('[aria-pressed]') && !"+button+".disabled") {
				p.click(at)
				p.until("it is pressed", button+".getAttribute('aria-pressed') === 'true'")
				p.painted()
				check("pressed, under the mouse")
				p.hold(at)
				check("held down")
				p.release(at)
			}
			p.hover(point{2, 2})
		}
	}
}

// A double press opens an event; it does not open and close it.
func TestADoublePressIsOne(t *testing.T) {
	t.Parallel()
	site := serveFirst(t)
	for _, query := range []string{"?engine=off", ""} {
		p := open(t, device{width: 390, height: 800, touch: true}, site+"/"+query)
		if query == "" {
			p.becomes("live")
			p.settles()
		}
		p.run(`document.querySelector('[data-event="2025-04-11"]').scrollIntoView({block: "center"}); window.told = []; barline.on("select", (e) => told.push(e.id))`)
		p.painted()
		at := p.button("2025-04-11").middle()
		p.tap(at)
		p.tap(at)
		p.until("it is open", "barline.state().selected === '2025-04-11'")
		p.painted()
		if told := ask[string](p, "told.join()"); told != "2025-04-11" {
			t.Errorf("%s: a double tap selects %q", query, told)
		}
	}
	p := open(t, device{}, site+"/?engine=off")
	at := p.button("2025-04-11").middle()
	p.click(at)
	for _, kind := range []input.DispatchMouseEventType{input.DispatchMouseEventTypeMousePressed, input.DispatchMouseEventTypeMouseReleased} {
		p.mouse(kind, at, func(e *input.DispatchMouseEventParams) { leftButton(e); e.ClickCount = 2 })
	}
	p.painted()
	p.opened("2025-04-11")
	// Somebody who presses once more later closes it.
	p.click(at)
	p.opened("")
}

// In small windows, too, a popover can be read: it takes most of what is seen, or all
// that it needs, still and live.
func TestPopoversInSmallWindows(t *testing.T) {
	t.Parallel()
	site := serveFirst(t)
	for _, query := range []string{"?engine=off", ""} {
		p := open(t, device{width: 568, height: 320}, site+"/"+query)
		if query == "" {
			p.becomes("live")
		}
		for _, d := range []device{{width: 568, height: 320, scale: 1}, {width: 412, height: 400, scale: 1}, {width: 390, height: 340, scale: 1}, {width: 600, height: 400, scale: 1}} {
			p.run("barline.select(null)")
			p.emulate(d)
			p.until("the figure follows", `innerWidth === `+fmt.Sprint(d.width)+` && document.querySelector("[data-stage]").clientWidth <= innerWidth`)
			if query == "" {
				p.until("so does the canvas", `Math.abs(document.querySelector("canvas").clientWidth - document.querySelector("[data-stage]").clientWidth) < 1`)
				p.settles()
			}
			for _, id := range ids() {
				p.run(`barline.select(null); document.querySelector('[data-event="` + id + `"]').scrollIntoView({block: "center"})`)
				p.painted()
				p.run(`barline.select("` + id + `")`)
				p.opened(id)
				p.painted()
				b, view := p.popover(id), p.viewport()
				whole := ask[float64](p, `(({scrollHeight, clientHeight}) => scrollHeight - clientHeight)(document.querySelector('[data-popover="`+id+`"] .body'))`)
				if least := min(240, 0.6*float64(d.height)); whole > 1 && b.Height < least-1 {
					t.Errorf("%s at %dx%d: the popover of %s is %v, %v px of it are hidden", query, d.width, d.height, id, b, whole)
				}
				if !view.holds(b, 1) {
					t.Errorf("%s at %dx%d: the popover of %s, %v, leaves the window %v", query, d.width, d.height, id, b, view)
				}
			}
		}
	}
}

// articleWith is an article with the timeline far down in it.
const articleWith = `<style>html { scroll-padding-top: 90px } header { position: fixed; inset: 0 0 auto; height: 90px; background: #ddd; z-index: 9 }</style><header>Ours</header>
<p style="height: 1800px">Before. <a id="link" href="#barline=2025-12-02">December</a></p>
<barline-timeline src="{site}/"></barline-timeline><p style="height: 1800px">After.</p>` + embedded

// An article's link opens an event where the reader can see it, below the article's own
// header, by a press and as part of the article's address.
func TestAnArticlesLinkOpensInSight(t *testing.T) {
	t.Parallel()
	for _, d := range []device{{width: 390, height: 664, touch: true}, {width: 1000, height: 962}} {
		for _, hash := range []string{"", "#barline=2025-12-02"} {
			p, _ := hosted(t, d, articleWith, "", hash)
			if hash == "" {
				p.run("timelines()[0].scrollIntoView()")
			}
			in := p.lives(0)
			if hash == "" {
				p.run("scrollTo(0, 0)")
				p.painted()
				p.run("link.click()")
			}
			in.opened("2025-12-02")
			p.until("the article has scrolled", "scrollY > 500")
			p.painted()
			p.painted()
			frame := ask[box](p, "(({x, y, width, height}) => ({x, y, width, height}))(frameOf(timelines()[0]).getBoundingClientRect())")
			b := in.popover("2025-12-02")
			b.X, b.Y = b.X+frame.X, b.Y+frame.Y
			sight := box{0, 90, float64(d.width), float64(d.height) - 90}
			if !sight.holds(b, 1) {
				t.Errorf("%d px, %q: the popover is at %v, seen is %v", d.width, hash, b, sight)
			}
			bar := in.button("2025-12-02")
			bar.Y += frame.Y
			if bar.bottom() < 90 || bar.Y > float64(d.height) {
				t.Errorf("%d px, %q: its bar is at %v", d.width, hash, bar)
			}
			if b.Height < 239 && ask[bool](in, `(({scrollHeight, clientHeight}) => scrollHeight > clientHeight + 1)(document.querySelector('[data-popover="2025-12-02"] .body'))`) {
				t.Errorf("%d px, %q: the popover is %v px high, and scrolls", d.width, hash, b.Height)
			}
		}
	}
}

// Another arrangement has another height: what is open stands inside it.
func TestAnotherArrangementKeepsThePopoverInside(t *testing.T) {
	t.Parallel()
	p, _ := hosted(t, device{width: 1000, height: 1400}, `<barline-timeline src="{site}/"></barline-timeline>`+embedded, "", "")
	in := p.lives(0)
	for _, id := range ids() {
		for _, view := range []string{"compare", "calendar"} {
			in.run(`barline.select("` + id + `")`)
			in.run(`barline.view("` + view + `")`)
			in.until("it is shown so", `barline.state().view === "`+view+`"`)
			in.settles()
			p.painted()
			open := ask[bool](in, "barline.state().selected !== null")
			if !open {
				continue
			}
			frame := ask[float64](p, "frameOf(timelines()[0]).getBoundingClientRect().height")
			if b := in.popover(id); b.bottom() > frame {
				t.Errorf("%s, %s: the popover ends at %v, the frame at %v", id, view, b.bottom(), frame)
			}
		}
	}
}

// One rule reads an article's address, whoever has written or lengthened it, and a
// timeline that is named is found by its name.
func TestAddressesOfArticles(t *testing.T) {
	t.Parallel()
	body := `<barline-timeline id="a" name="left" src="{site}/?engine=off"></barline-timeline><barline-timeline id="b" name="right" src="{site}/?engine=off"></barline-timeline>` + embedded
	p, _ := hosted(t, device{}, body, "", "")
	frames := []string{"frameOf(timelines()[0])", "frameOf(timelines()[1])"}
	var in []*tab
	for i, f := range frames {
		p.run(fmt.Sprintf("timelines()[%d].scrollIntoView()", i))
		p.until("both are ready", fmt.Sprintf("fired.some((f) => f.type === 'ready' && f.of === timelines()[%d].id)", i))
		in = append(in, p.inFrameOf(f))
	}
	for _, c := range []struct{ hash, left, right string }{
		{"#barline=embassy", "embassy", "embassy"},
		{"#barline=left:2025-02", "2025-02", "embassy"},
		{"#barline=right:2025-03", "2025-02", "2025-03"},
		{"#barline%3Dleft%3Aembassy", "embassy", "2025-03"},
		{"#barline=left:2025%2D04%2D11", "2025-04-11", "2025-03"},
		{"#barline=right:2025-02&utm_source=letter", "2025-04-11", "2025-02"},
	} {
		p.run("location.hash = " + quoted(c.hash))
		for i, want := range []string{c.left, c.right} {
			in[i].until(c.hash+" leads to "+want, "barline.state().selected === "+quoted(want))
		}
	}
	// What the reader opens in one names that one.
	in[0].run("document.querySelector('[data-event=\"2025-08-06\"]').click()")
	p.until("the address names it", "location.hash === '#barline=left:2025-08-06'")
	q := open(t, device{}, serveFirst(t)+"/?engine=off#2025%2D04%2D11&utm_source=letter")
	q.opened("2025-04-11")
}

// Fonts that the reader's browser blocks refuse nothing.
func TestBlockedFontsRefuseNothing(t *testing.T) {
	t.Parallel()
	site := firstSite(t)
	p := newTab(t, device{})
	p.expect("Content Security Policy", "request failed")
	p.set(serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/" {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			w.Header().Set("Content-Security-Policy", "font-src 'none'")
			w.Write(site["index.html"])
			return
		}
		site.ServeHTTP(w, r)
	})) + "/")
	p.becomes("live")
	p.click(p.button("2025-08-06").middle())
	p.opened("2025-08-06")
}

// Where the browser takes the WebGL context again and again, the page stays as it is,
// and says so; where it is hidden, it waits.
func TestLostContexts(t *testing.T) {
	t.Parallel()
	lose := `document.querySelector("[data-stage] > canvas").getContext("webgl2").getExtension("WEBGL_lose_context").loseContext()`
	p := openLive(t, device{}, serveFirst(t)+"/")
	p.settles()
	p.run("window.hide = (is) => { Object.defineProperty(document, 'visibilityState', {configurable: true, get: () => is ? 'hidden' : 'visible'}); document.dispatchEvent(new Event('visibilitychange')); }; hide(true)")
	p.run(lose)
	p.becomes("static")
	p.run("for (let i = 0; i < 40; i++) await new Promise((done) => requestAnimationFrame(done))")
	p.becomes("static")
	p.run("hide(false)")
	p.becomes("live")
	p.settles()
	// The page is static for a moment only, so its states are written down as they come.
	p.run(`window.states = []; new MutationObserver(() => states.push(document.documentElement.dataset.barline)).observe(document.documentElement, {attributeFilter: ["data-barline"]})`)
	p.run(lose)
	p.until("the page was static and is live again", "states.join().startsWith('static,') && states.at(-1) === 'live'")
	p.settles()
	p.run(lose)
	p.until("the page says why it stays static", "document.documentElement.dataset.barlineReason?.includes('three times') && !document.querySelector('[data-notice]').hidden")
	p.becomes("static")
	p.click(p.button("2025-08-06").middle())
	p.opened("2025-08-06")
	p.click(p.boxOf(`[data-action="retry"]`).middle())
	p.becomes("live")
}

// On paper a frame is as high as it was: its transcript stays folded, and the picture is
// whole.
func TestAFramesTranscriptStaysFoldedInPrint(t *testing.T) {
	t.Parallel()
	p, _ := hosted(t, device{}, `<barline-timeline src="{site}/?engine=off"></barline-timeline>`+embedded, "", "")
	p.until("it is ready", "fired.some((f) => f.type === 'ready')")
	in := p.inFrameOf("frameOf(timelines()[0])")
	in.run("dispatchEvent(new Event('beforeprint'))")
	if ask[bool](in, "document.querySelector('[data-transcript]').open") {
		t.Error("in a frame the transcript is unfolded for print")
	}
}
