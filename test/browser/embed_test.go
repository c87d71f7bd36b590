package browser_test

import (
	"fmt"
	"image/color"
	"net/http"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/runtime"

	"barline/assets/colour"
	"barline/demo"
	"barline/publish"
)

// host is somebody else's page with a body of its own, which notes the events
// that timelines in it fire.
func host(body, policy string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/":
			if policy != "" {
				w.Header().Set("Content-Security-Policy", policy)
			}
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			fmt.Fprintf(w, `<!doctype html><html lang="en"><title>An article</title><link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width"><script src="notes.js"></script><body><h1>An article</h1>%s</body>`, body)
		case "/notes.js":
			w.Header().Set("Content-Type", "text/javascript")
			fmt.Fprint(w, `window.fired = [];
for (const type of ["ready", "height", "select", "view", "error"]) addEventListener("barline:" + type, (e) => fired.push({type, of: e.target.id, ...e.detail}));
window.timelines = () => [...document.querySelectorAll("barline-timeline")];
window.frameOf = (t) => t.shadowRoot.querySelector("iframe");
window.shifts = 0;
new PerformanceObserver((list) => { for (const e of list.getEntries()) if (!e.hadRecentInput) shifts += e.value; }).observe({type: "layout-shift", buffered: true});`)
		default:
			http.NotFound(w, r)
		}
	})
}

// hosted opens a host page around the built-in story's site. {site} in the body
// and in the policy is the site's origin.
func hosted(t *testing.T, d device, body, policy, hash string) (p *tab, site string) {
	t.Helper()
	site = serveFirst(t)
	return hostedAt(t, d, site, body, policy, hash), site
}

func hostedAt(t *testing.T, d device, site, body, policy, hash string) *tab {
	t.Helper()
	in := func(s string) string { return strings.ReplaceAll(s, "{site}", site) }
	p := newTab(t, d)
	p.allow(site)
	p.set(serve(t, host(in(body), in(policy))) + "/" + hash)
	p.until("the article is there", "document.readyState === 'complete' && window.fired !== undefined")
	return p
}

const embedded = `<script async src="{site}/embed.js"></script>`

// inFrameOf is the same tab, asked inside the frame that an expression is.
func (p *tab) inFrameOf(frame string) *tab {
	p.t.Helper()
	var in *tab
	p.waitFor("the frame can be asked", "document.documentElement.outerHTML.slice(0, 2000)", func() bool {
		found := command(p, runtime.Evaluate, runtime.EvaluateParams{Expression: frame}).Result.ObjectID
		if found == "" {
			return false
		}
		node := command(p, dom.DescribeNode, dom.DescribeNodeParams{ObjectID: found}).Node
		p.mu.Lock()
		defer p.mu.Unlock()
		id := p.contexts[node.FrameID]
		in = &tab{Tab: p.In(id), t: p.t, device: p.device}
		return id != 0
	})
	return in
}

// livesIn waits until the timeline in a frame is live and rests.
func (p *tab) livesIn(frame string) *tab {
	p.t.Helper()
	p.waitFor("the timeline in "+frame+" is live", "document.documentElement.outerHTML.slice(0, 2000)", func() bool {
		is, err := try[bool](p.inFrameOf(frame), "document.documentElement.dataset.barline === 'live' && barline.stats().asleep")
		return is && err == nil
	})
	return p.inFrameOf(frame)
}

// lives waits until a timeline, counted from 0 in the article, is live.
func (p *tab) lives(timeline int) *tab {
	p.t.Helper()
	return p.livesIn(fmt.Sprintf("frameOf(timelines()[%d])", timeline))
}

// at is where a point of a timeline's frame is in the article.
func (p *tab) at(timeline int, inside point) point {
	p.t.Helper()
	b := ask[box](p, fmt.Sprintf("(({x, y, width, height}) => ({x, y, width, height}))(frameOf(timelines()[%d]).getBoundingClientRect())", timeline))
	return inside.plus(b.X, b.Y)
}

// The whole of it, in the article that `make demo` shows.
func TestDemo(t *testing.T) {
	t.Parallel()
	for _, d := range []device{{width: 390, height: 800, touch: true, scale: 2}, {}} {
		var files publish.Site
		site := serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { files.ServeHTTP(w, r) }))
		files = publishAt(t, site+"/")
		article, err := demo.Article(site+"/", files)
		if err != nil {
			t.Fatal(err)
		}
		p := newTab(t, d)
		p.allow(site)
		p.prepare(`window.shifts = 0; window.timelines = () => [...document.querySelectorAll("barline-timeline")]; window.frameOf = (t) => t.shadowRoot.querySelector("iframe");
if (window === top) new PerformanceObserver((list) => { for (const e of list.getEntries()) if (!e.hadRecentInput) shifts += e.value; }).observe({type: "layout-shift", buffered: true});`)
		p.set(serve(t, article) + "/")
		p.until("the frame is sized", "timelines()[0]?.shadowRoot && timelines()[0].offsetHeight > 0")
		p.run("timelines()[0].scrollIntoView()")
		in := p.lives(0)
		height := ask[float64](in, "Math.ceil(document.querySelector('main').getBoundingClientRect().height)")
		p.until("the frame has the timeline's height", "frameOf(timelines()[0]).offsetHeight === "+ftoa(height))
		if first := ask[float64](in, `document.querySelector('[data-event="2025-02"]').getBoundingClientRect().top`); d.touch && (height > 1000 || first > 300) {
			t.Errorf("on a phone the timeline is %v px high, and its first bar is %v px down", height, first)
		}
		// The article's link opens an event, the address stays a link to it.
		p.run("document.querySelector('a[href=\"#barline=2025-12-02\"]').click()")
		in.opened("2025-12-02")
		if hash := p.hash(); hash != "#barline=2025-12-02" {
			t.Errorf("%d px: the address is %q", d.width, hash)
		}
		p.run("document.querySelector('#sandboxed').scrollIntoView()")
		if s := p.livesIn("document.querySelector('#sandboxed')").state(); s.Theme != "dark" {
			t.Errorf("%d px: the sandboxed one is %s", d.width, s.Theme)
		}
		p.run("document.querySelector('#bare').scrollIntoView()")
		if view := p.livesIn("document.querySelector('#bare')").state().View; view != "compare" {
			t.Errorf("%d px: the plain one shows the %s", d.width, view)
		}
		if shifts := ask[float64](p, "shifts"); shifts != 0 {
			t.Errorf("%d px: the article has shifted by %v", d.width, shifts)
		}
	}
}

func TestEmbed(t *testing.T) {
	t.Parallel()
	p, _ := hosted(t, device{}, `<barline-timeline id="one" src="{site}/"></barline-timeline>`+embedded, "", "#chapter-2")
	in := p.lives(0)
	height := ask[float64](in, "document.querySelector('main').getBoundingClientRect().height")
	p.until("the frame has the timeline's height", "frameOf(one).offsetHeight === Math.ceil("+ftoa(height)+")")
	if at := ask[string](p, "document.activeElement.tagName"); at != "BODY" {
		t.Errorf("loading moved the focus to %s", at)
	}

	// What the reader does is told, and is in the address.
	entries := p.entries()
	in.click(p.at(0, in.button("embassy").middle()))
	in.opened("embassy")
	p.until("the event is told", `fired.some((f) => f.type === "select" && f.id === "embassy" && f.of === "one")`)
	if hash := p.hash(); hash != "#barline=embassy" || p.entries() != entries {
		t.Errorf("the address is %q, with %d entries more", hash, p.entries()-entries)
	}
	in.press(keyEscape)
	in.opened("")
	p.until("closed, the address is the article's own again", `location.hash === "#chapter-2"`)

	// What the article's address says happens in the frame, back and forward.
	p.run(`location.hash = "#barline=2025-02"`)
	in.opened("2025-02")
	p.run(`location.hash = "#barline=putin-europe"`)
	in.opened("putin-europe")
	p.Leave("history.back()")
	in.opened("2025-02")
	p.Leave("history.back()")
	in.opened("")
	p.run(`location.hash = "#barline=nobody"; location.hash = "#barline="; location.hash = "#barline=<b>"; location.hash = "#barline=2025-03"`)
	in.opened("2025-03")
	// What the program does is not the reader's: the address stays.
	p.run("fired.length = 0")
	in.run("barline.select('2025-08-06')")
	p.until("it is told", `fired.some((f) => f.id === "2025-08-06")`)
	if hash := p.hash(); hash != "#barline=2025-03" {
		t.Errorf("the program's selection set the address to %q", hash)
	}

	// Attributes are passed on.
	for _, theme := range []string{"dark", "light"} {
		p.run("one.setAttribute('theme', '" + theme + "')")
		in.until("the theme is "+theme, "barline.state().theme === '"+theme+"'")
	}
	p.run("one.setAttribute('data-view', 'compare')")
	in.until("it compares", "barline.state().view === 'compare'")
	p.until("and says so", `fired.some((f) => f.type === "view" && f.view === "compare")`)
	in.settles()
	p.run("one.removeAttribute('data-view')")
	in.until("it is a calendar", "barline.state().view === 'calendar'")
	checkDress(t, p, in)
	// Another language is another page, which goes on where the last one was.
	p.run("fired.length = 0; one.setAttribute('lang', 'en')")
	p.until("it is there anew", `fired.some((f) => f.type === "ready")`)
	in = p.lives(0)
	in.opened("2025-08-06")
	if s := in.state(); s.Theme != "light" || ask[string](in, "location.search") != "?theme=light&lang=en" {
		t.Errorf("loaded anew it is %+v", s)
	}
	// So does one that is moved within the article.
	p.run("fired.length = 0; const box = document.createElement('div'); document.body.append(box); box.append(one)")
	p.until("it is there again", `fired.some((f) => f.type === "ready")`)
	in = p.lives(0)
	in.opened("2025-08-06")
	p.run("one.remove()")
	p.until("no frame is left", "document.querySelector('iframe') === null")
}

// checkDress gives a timeline in an article, with the id one, the article's own look.
func checkDress(t *testing.T, p, in *tab) {
	t.Helper()
	paint := func(name string) color.RGBA {
		var c color.RGBA
		text := ask[string](in, "(() => { const i = document.body.appendChild(document.createElement('i')); i.style.color = 'var(--"+name+")'; const c = getComputedStyle(i).color; i.remove(); return c; })()")
		if _, err := fmt.Sscanf(text, "rgb(%d, %d, %d)", &c.R, &c.G, &c.B); err != nil {
			t.Fatalf("%s is %q", name, text)
		}
		c.A = 0xFF
		return c
	}
	opaque := func(c color.RGBA) color.NRGBA { return color.NRGBA(c) }
	was := paint("talks")
	in.run("barline.select(null)")
	in.opened("")
	// Nothing shines through white: it is the article's paper.
	p.run("document.body.style.background = '#fefefe'; fired.length = 0; for (const [name, value] of Object.entries({background: 'transparent', accent: '#ffcc00', corners: '3', density: 'compact', headline: 'off'})) one.setAttribute(name, value)")
	in.until("the headline is gone", "document.querySelector('h1').getBoundingClientRect().height === 0")
	p.until("the lower frame is told", `fired.some((f) => f.type === "height")`)
	in.settles()
	paper, accent := paint("paper"), paint("talks")
	if white := (color.RGBA{0xFE, 0xFE, 0xFE, 0xFF}); paper != white {
		t.Errorf("the paper is %v, the article's %v", paper, white)
	}
	for _, on := range []string{"paper", "panel"} {
		if got := colour.Contrast(opaque(accent), opaque(paint(on))); got < 4.5 || accent == was {
			t.Errorf("the accent %v has the contrast %.2f with the %s", accent, got, on)
		}
	}
	if o := colour.Of(opaque(accent)); o.H < 70 || o.H > 110 {
		t.Errorf("the yellow accent has become %v, of the hue %.0f", accent, o.H)
	}
	for selector, want := range map[string]string{"[popover]": "3px", ".controls button": "3px"} {
		if got := ask[string](in, "getComputedStyle(document.querySelector('"+selector+"')).borderTopLeftRadius"); got != want {
			t.Errorf("the corners of %s are %s, want %s", selector, got, want)
		}
	}
	// The live picture is drawn in the same colours.
	p.run("one.scrollIntoView()")
	in.settles()
	screen := p.picture(box{Width: 1280, Height: 800})
	bar, stage := in.boxes()["2025-02"].Bar, in.boxOf("[data-stage]")
	if got := p.colourAt(screen, p.at(0, bar.middle())); !near(got, accent, 6) {
		t.Errorf("a bar is drawn in %v, want %v", got, accent)
	}
	if got := p.colourAt(screen, p.at(0, point{stage.X + 3, bar.Y})); got != paper {
		t.Errorf("the canvas is %v, want %v", got, paper)
	}
	// A dark article makes it dark, and nonsense nothing.
	p.run("document.body.style.background = '#101418'; one.removeAttribute('theme')")
	in.until("the article's dark paper is taken", "barline.state().theme === 'dark'")
	if got := colour.Contrast(opaque(paint("quiet")), opaque(paint("paper"))); paint("paper") != (color.RGBA{0x10, 0x14, 0x18, 0xFF}) || got < 7 {
		t.Errorf("on %v words are %v, %.2f", paint("paper"), paint("quiet"), got)
	}
	p.run("for (const [name, value] of Object.entries({accent: 'url(x)', corners: '900', density: 'tight', headline: 'no'})) one.setAttribute(name, value)")
	in.settles()
	if ask[string](in, "getComputedStyle(document.querySelector('[popover]')).borderTopLeftRadius") != "3px" {
		t.Error("corners of 900 px are taken")
	}
	// Taken away, the story's own look is back.
	p.run("document.body.style.background = ''; for (const name of ['background', 'accent', 'corners', 'density', 'headline']) one.removeAttribute(name); one.setAttribute('theme', 'light')")
	in.until("the headline is back", "document.querySelector('h1').getBoundingClientRect().height > 0")
	in.settles()
	if got := paint("talks"); got != was {
		t.Errorf("the accent stays %v, was %v", got, was)
	}
	in.run("barline.select('2025-08-06')")
	in.opened("2025-08-06")
}

// Every way to write it, several in a page, the script included again.
func TestEmbedForms(t *testing.T) {
	t.Parallel()
	p, _ := hosted(t, device{}, `<p id="before">Before.</p>
<script async src="{site}/embed.js" data-src="{site}/" data-theme="dark" data-title="By script"></script>
<div id="plain" data-barline-src="{site}/" data-view="compare" data-title="By a plain element"></div>
<barline-timeline id="stripped" data-src="{site}/#2025-02" title="By data"></barline-timeline>
<barline-timeline id="rubbish" src="javascript:alert(1)"></barline-timeline><barline-timeline id="empty"></barline-timeline>
`+embedded+embedded, "", "")
	p.until("all are there", "timelines().length === 5 && timelines().every((t) => t.shadowRoot)")
	for _, id := range []string{"rubbish", "empty"} {
		if src := ask[string](p, "frameOf("+id+").src"); src != "" {
			t.Errorf("%s leads to %q", id, src)
		}
	}
	p.run("rubbish.remove(); empty.remove()")
	titles := ask[[]string](p, "timelines().map((t) => frameOf(t).title)")
	if strings.Join(titles, ", ") != "By script, By a plain element, By data" {
		t.Errorf("the frames are called %q", titles)
	}
	got := map[string]string{}
	for i := range 3 {
		p.run(fmt.Sprintf("timelines()[%d].scrollIntoView()", i))
		in := p.lives(i)
		s := in.state()
		selected := ""
		if s.Selected != nil {
			selected = *s.Selected
		}
		got[s.Theme+" "+s.View+" "+selected] = "there"
	}
	for _, want := range []string{"dark calendar ", "light compare ", "light calendar 2025-02"} {
		if got[want] == "" {
			t.Errorf("none is %q: %v", want, got)
		}
	}
	// One does not hear what is said to another.
	stripped := p.lives(2)
	for i := range 2 {
		if s := p.lives(i).state(); s.Selected != nil {
			t.Errorf("timeline %d has %s open", i, *s.Selected)
		}
	}
	stripped.opened("2025-02")
	// Those that come later are found, too.
	p.run(`document.body.insertAdjacentHTML("beforeend", '<div data-barline-src="' + frameOf(stripped).src.split("#")[0] + '"></div>')`)
	p.until("the late one is there", "timelines().length === 4 && frameOf(timelines()[3]).src.startsWith('http')")
}

// An article that is opened at an event shows it.
func TestEmbedDeepLink(t *testing.T) {
	t.Parallel()
	for _, d := range []device{{width: 390, height: 700, touch: true, scale: 2}, {height: 500}} {
		p, _ := hosted(t, d, `<p style="height: 3000px">Before.</p><barline-timeline src="{site}/" heights="320:1300 640:900"></barline-timeline>
<p style="height: 2000px">After.</p>`+embedded, "", "#barline=2025-12-02")
		in := p.lives(0)
		in.opened("2025-12-02")
		b := in.button("2025-12-02")
		if top := p.at(0, point{b.X, b.Y}); top.Y < 0 || top.Y+b.Height > float64(p.device.height) {
			t.Errorf("%d px: the event is at %v", d.width, top)
		}
	}
}

// A host with the strictest policy that still lets frames in.
func TestEmbedUnderPolicy(t *testing.T) {
	t.Parallel()
	p, _ := hosted(t, device{}, `<barline-timeline src="{site}/" theme="dark"></barline-timeline>`+embedded,
		"default-src 'none'; script-src 'self' {site}; frame-src {site}; img-src data:", "")
	in := p.lives(0)
	if s := in.state(); s.Theme != "dark" {
		t.Errorf("it is %s", s.Theme)
	}
	if b := ask[[]string](p, "[getComputedStyle(frameOf(timelines()[0])).borderTopWidth, getComputedStyle(timelines()[0]).display]"); b[0] != "0px" || b[1] != "block" {
		t.Errorf("the frame has a border of %s and is %s", b[0], b[1])
	}
}

// Nobody else can speak for a timeline, and nonsense from itself is nothing.
func TestEmbedIgnoresOthers(t *testing.T) {
	t.Parallel()
	p, site := hosted(t, device{}, `<barline-timeline src="{site}/"></barline-timeline>`+embedded, "", "")
	in := p.lives(0)
	height := ask[float64](p, "frameOf(timelines()[0]).offsetHeight")
	p.run("fired.length = 0")
	// The article itself, a frame of the article, and another page of the same
	// site as the timeline.
	forged := `parent.postMessage({barline: 1, type: "height", height: 15}, "*"); parent.postMessage({barline: 1, type: "select", id: "embassy", hand: true}, "*");`
	p.run(`
		postMessage({barline: 1, type: "height", height: 11}, "*");
		frameOf(timelines()[0]).dispatchEvent(new MessageEvent("message", {data: {barline: 1, type: "height", height: 12}}));
		dispatchEvent(new MessageEvent("message", {data: {barline: 1, type: "height", height: 13}, origin: ` + quoted(site) + `}));
		for (const src of ["about:blank", ` + quoted(site+"/e/embassy/?engine=off") + `]) {
			const other = document.createElement("iframe");
			other.src = src;
			await new Promise((done) => { other.onload = done; document.body.append(other); });
			if (src === "about:blank") other.contentWindow.eval(` + quoted(forged) + `);
			else other.id = "other";
		}`)
	p.inFrameOf("document.querySelector('#other')").run(forged)
	in.run(`
		const say = (m) => parent.postMessage(m, "*");
		for (const m of [null, 7, "x", [], {}, {barline: 1}, {barline: "1", type: "ready"}, {barline: 2, type: "height", height: 14}]) say(m);
		for (const height of [0, -1, NaN, Infinity, 1e9, "9", null, undefined, {}, []]) say({barline: 1, type: "height", height});
		for (const id of [7, {}, "<b>", "", "a b", "x".repeat(1e6), undefined]) say({barline: 1, type: "select", id, hand: true});
		for (const view of ["sideways", 1, null]) say({barline: 1, type: "view", view});
		for (const type of ["__proto__", "constructor", "toString", "explode", {}, null]) say({barline: 1, type, message: "x"});
		say({barline: 1, type: "error", message: "the last"});`)
	p.until("the last has come", `fired.some((f) => f.message === "the last")`)
	if n := ask[int](p, "fired.length"); n != 1 {
		t.Errorf("nonsense fired %v", ask[any](p, "fired"))
	}
	if now := ask[float64](p, "frameOf(timelines()[0]).offsetHeight"); now != height || p.hash() != "" {
		t.Errorf("the frame went from %v to %v, the address is %q", height, now, p.hash())
	}
}

// Two timelines in one article, and one that is hidden in a tab at first.
func TestEmbedTwoAndHidden(t *testing.T) {
	t.Parallel()
	p, _ := hosted(t, device{height: 1400}, `<div id="first"><barline-timeline src="{site}/"></barline-timeline></div>
<div id="second" style="display: none"><barline-timeline src="{site}/"></barline-timeline></div>`+embedded, "", "")
	one := p.lives(0)
	p.run("first.style.display = 'none'; second.style.display = 'block'")
	other := p.lives(1)
	rung := ask[float64](other, "document.querySelector('[data-stage]').clientWidth")
	other.run("barline.select('2025-02')")
	other.opened("2025-02")
	other.run("barline.zoomBy(2)")
	other.settles()
	span := ask[[]string](other, "barline.state().span")
	for range 3 {
		p.run("first.style.display = 'block'; second.style.display = 'none'")
		one.until("the first is seen", "innerWidth > 0")
		one.painted()
		if s := one.state(); s.Selected != nil {
			t.Errorf("the first has %s open", *s.Selected)
		}
		p.run("first.style.display = 'none'; second.style.display = 'block'")
		other.until("the second is seen", "document.querySelector('main').clientWidth > 0")
		other.settles()
		other.opened("2025-02")
		if now := ask[float64](other, "document.querySelector('[data-stage]').clientWidth"); now != rung {
			t.Errorf("hidden and shown the figure is %v px wide instead of %v", now, rung)
		}
		if now := ask[[]string](other, "barline.state().span"); now[0] != span[0] || now[1] != span[1] {
			t.Errorf("hidden and shown it shows %v instead of %v", now, span)
		}
		if s := ask[string](other, "document.documentElement.dataset.barline"); s != "live" {
			t.Errorf("hidden and shown it is %s", s)
		}
	}
	if n := ask[int](p, `fired.filter((f) => f.type === "height" && f.height < 300).length`); n != 0 {
		t.Errorf("a hidden timeline told a height %d times", n)
	}
}

// A finger or a wheel over the frame is the article's.
func TestEmbedScrolls(t *testing.T) {
	t.Parallel()
	body := `<barline-timeline src="{site}/"></barline-timeline><p style="height: 3000px">After.</p>` + embedded
	p, _ := hosted(t, device{height: 700}, body, "", "")
	in := p.lives(0)
	in.run("barline.select('2025-12-02')")
	in.opened("2025-12-02")
	for _, what := range []string{"[data-words] span", "h1", "[data-event='2025-02']", "[data-popover='2025-12-02'] .foot"} {
		p.run("scrollTo(0, 0)")
		p.painted()
		at := p.at(0, in.boxOf(what).middle())
		at.Y = min(at.Y, 650)
		p.wheel(at, 120)
		p.until("over "+what+" the article scrolls", "scrollY >= 100")
	}
	p, _ = hosted(t, device{width: 390, height: 700, touch: true, scale: 2}, body, "", "")
	in = p.lives(0)
	for _, what := range []string{"[data-stage]", "h1", "[data-event='2025-04-11']"} {
		p.run("scrollTo(0, 0)")
		p.painted()
		at := p.at(0, in.boxOf(what).middle())
		at.Y = min(at.Y, 600)
		p.swipe(at, at.plus(0, -200), 10)
		p.until("a finger over "+what+" scrolls the article", "scrollY >= 100")
	}
	in.opened("")
}

// What else can happen to an element in an article.
func TestEmbedKeepsState(t *testing.T) {
	t.Parallel()
	p, site := hosted(t, device{}, `<barline-timeline id="one" src="{site}/"></barline-timeline><p><a id="link" href="#barline=2025-02">February</a></p><p style="height: 3000px"></p>
<script>addEventListener("barline:ready", () => one.setAttribute("view", "compare"), {once: true})</script>`+embedded, "", "#barline=2025-02")
	in := p.lives(0)
	in.until("a view that was asked for before the engine came", "barline.state().view === 'compare'")
	in.opened("2025-02")
	if n := ask[int](p, `fired.filter((f) => f.type === "select").length`); n != 1 {
		t.Errorf("the event of the address was told %d times", n)
	}
	// The reader goes on to another event, and the element is moved.
	in.run("barline.view('calendar')")
	in.settles()
	in.run("barline.select(null)")
	in.opened("")
	p.run("scrollTo(0, 0)")
	p.painted()
	in.click(p.at(0, in.button("embassy").middle()))
	in.opened("embassy")
	p.until("the article knows", "location.hash === '#barline=embassy'")
	again := func(do string) {
		t.Helper()
		p.run("fired.length = 0; " + do)
		p.until("it is there again", `fired.some((f) => f.type === "ready")`)
		in = p.lives(0)
	}
	again("one.removeAttribute('view'); const box = document.createElement('div'); document.body.prepend(box); box.append(one)")
	in.opened("embassy")
	if s := in.state(); s.View != "calendar" || p.hash() != "#barline=embassy" {
		t.Errorf("moved, it is %+v at %s", s, p.hash())
	}
	// A page that loads itself anew is told everything again.
	again("frameOf(one).contentWindow.postMessage({barline: 1, type: 'ping'}, '*')")
	in.opened("embassy")

	// Another hash in its src is no other page.
	p.run("one.setAttribute('src', " + quoted(site+"/#2025-03") + ")")
	in.opened("2025-03")
	p.run("one.setAttribute('theme', 'dark')")
	in.until("it still listens", "barline.state().theme === 'dark'")
	p.run("window.same = frameOf(one).contentWindow; one.setAttribute('title', 'Another title')")
	if title := ask[string](p, "frameOf(one).title"); title != "Another title" {
		t.Errorf("the frame is called %q", title)
	}
	in.opened("2025-03")

	// A link to where the address is already leads there all the same.
	p.run("document.querySelector('#link').click()")
	in.opened("2025-02")
	p.run("scrollTo(0, 2500); document.querySelector('#link').click()")
	p.until("the event is in view again", "scrollY < 1000")
	p.run("scrollTo(0, 2500)")
	in.run("barline.select('2025-08-06')")
	in.opened("2025-08-06")
	p.run("document.querySelector('#link').click()")
	in.opened("2025-02")
}

// Room is kept by the article's own styles until the frame has told its
// height, also where the script is there before the element, and in layouts
// that ask an element how wide it wants to be.
func TestEmbedKeepsRoom(t *testing.T) {
	t.Parallel()
	for _, around := range []string{"display: block", "display: flex", "display: flex; flex-direction: column; align-items: center", "display: grid; justify-items: center"} {
		site := serveFirst(t)
		c := embedCodeOf(t, site)
		p := hostedAt(t, device{}, site, `<div style="`+around+`">`+c+`</div><p>Between.</p><div style="`+around+`">`+c+`</div><p>After.</p>`, "", "")
		p.lives(0)
		p.run("timelines()[1].scrollIntoView()")
		p.lives(1)
		p.until("both have told their heights", "fired.filter((f) => f.type === 'height').length >= 2")
		p.painted()
		if shifts := ask[float64](p, "shifts"); shifts != 0 {
			t.Errorf("%s: the article has shifted by %v", around, shifts)
		}
		if w := ask[float64](p, "timelines()[1].clientWidth"); w < 1000 {
			t.Errorf("%s: the timeline is %v px wide", around, w)
		}
	}
	// A plain element's stand-in keeps the room, too.
	p, _ := hosted(t, device{}, `<div data-barline-src="{site}/"><p style="height: 922px; margin: 0">A stand-in.</p></div><p>After.</p>`+embedded, "", "")
	p.lives(0)
	if shifts := ask[float64](p, "shifts"); shifts != 0 {
		t.Errorf("the article has shifted by %v", shifts)
	}
}

// embedCodeOf is the embed code of the built-in story's site.
func embedCodeOf(t *testing.T, site string) string {
	t.Helper()
	p := open(t, device{}, site+"/?engine=off")
	return ask[string](p, `JSON.parse(document.querySelector("[data-config]").textContent).embed.replaceAll("{url}", `+quoted(site+"/")+`)`)
}

// An article that is itself in a sandbox, as previews are.
func TestEmbedInSandboxedArticle(t *testing.T) {
	t.Parallel()
	site := serveFirst(t)
	inner := serve(t, host(strings.ReplaceAll(`<barline-timeline src="{site}/"></barline-timeline>`+embedded, "{site}", site), ""))
	p := newTab(t, device{})
	p.allow(site)
	p.allow(inner)
	p.set(serve(t, host(`<iframe id="preview" sandbox="allow-scripts" style="width: 1000px; height: 1000px" src="`+inner+`/"></iframe>`, "")) + "/")
	p.until("the preview is there", "document.querySelector('#preview') !== null")
	preview := p.inFrameOf("document.querySelector('#preview')")
	preview.until("its timeline tells its height", "window.fired?.some((f) => f.type === 'height')")
}
