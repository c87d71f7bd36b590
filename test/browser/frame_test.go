package browser_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/google/go-cmp/cmp"
)

// article is a page of somebody else's, with the timeline in a frame. It notes
// every message.
func article(src, attributes string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/" {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprintf(w, `<!doctype html><html lang="en"><title>An article</title><link rel="icon" href="data:,">
<script>
window.got = [];
window.others = [];
addEventListener("message", (e) => {
	if (typeof e.data === "object" && e.data.barline === 1) got.push(e.data); else others.push(e.data);
	if (e.data.type === "height") document.querySelector("iframe").style.height = e.data.height + "px";
});
window.say = (m) => document.querySelector("iframe").contentWindow.postMessage(m, "*");
window.tell = (type, fields) => say({barline: 1, type, ...fields});
</script>
<h1>An article</h1><p><input id="before" aria-label="before"></p>
<iframe src="%s" title="Timeline" style="width: 100%%; height: 900px; border: 0" %s></iframe>
<p><input id="after" aria-label="after"></p><p style="height: 1500px">More.</p>`, src, attributes)
	})
}

// framed opens an article on one origin with the timeline of another in it.
func framed(t *testing.T, d device, query, attributes string) *tab {
	t.Helper()
	site := serveFirst(t)
	p := newTab(t, d)
	p.allow(site)
	p.navigate(serve(t, article(site+"/"+query, attributes)) + "/")
	return p
}

// inside is the same tab, asked inside the frame.
func (p *tab) inside() *tab {
	p.t.Helper()
	tree := command(p, page.GetFrameTree, cdp.Empty{})
	if len(tree.FrameTree.ChildFrames) != 1 {
		p.t.Fatalf("the page holds %d frames", len(tree.FrameTree.ChildFrames))
	}
	id := tree.FrameTree.ChildFrames[0].Frame.ID
	p.waitFor("the frame can be asked", "got", func() bool {
		p.mu.Lock()
		defer p.mu.Unlock()
		return p.contexts[id] != 0
	})
	p.mu.Lock()
	defer p.mu.Unlock()
	return &tab{Tab: p.In(p.contexts[id]), t: p.t, device: p.device}
}

type message struct {
	Type   string
	ID     *string
	View   string
	Height float64
}

// messages are those of a type, in the order in which they came.
func (p *tab) messages(types ...string) []message {
	p.t.Helper()
	return slices.DeleteFunc(ask[[]message](p, "got"), func(m message) bool { return !slices.Contains(types, m.Type) })
}

func TestFrame(t *testing.T) {
	t.Parallel()
	p := framed(t, device{}, "", "")
	p.until("the timeline says that it is ready", "got.some((m) => m.type === 'ready')")
	in := p.inside()
	in.becomes("live")
	in.settles()
	if at := ask[string](p, "document.activeElement.tagName"); at != "BODY" {
		t.Errorf("loading moved the focus to %s", at)
	}
	if y := ask[float64](p, "scrollY"); y != 0 {
		t.Errorf("loading scrolled the article to %v", y)
	}
	height := ask[float64](in, "Math.ceil(document.querySelector('main').getBoundingClientRect().height)")
	// Told at once, and again only when it changes.
	heights := p.messages("height")
	if len(heights) != 1 || heights[0].Height != height {
		t.Errorf("the heights told are %+v, the page's is %v", heights, height)
	}
	p.run("window.top.before = history.length")

	t.Run("in order", func(t *testing.T) {
		p.run("got.length = 0")
		in.run(`document.querySelector('[data-event="2025-08-06"]').click(); document.querySelector('[data-event="2025-04-11"]').click(); barline.select(null)`)
		p.until("all is told", "got.filter((m) => m.type === 'select').length === 3")
		if got := ask[string](p, "got.filter((m) => m.type === 'select').map((m) => m.id).join(' ')"); got != "2025-08-06 2025-04-11 " {
			t.Errorf("told were %q", got)
		}
		p.run("got.length = 0")
	})
	t.Run("select", func(t *testing.T) {
		p.run("got.length = 0; tell('select', {id: '2025-08-06'})")
		in.opened("2025-08-06")
		p.run("tell('select', {id: null})")
		in.opened("")
		in.click(p.inFrame(in.button("embassy").middle()))
		in.opened("embassy")
		if h := in.hash(); h != "#embassy" {
			t.Errorf("by hand, the hash in the frame is %q", h)
		}
		in.click(p.inFrame(in.button("2025-02").middle()))
		in.opened("2025-02")
		in.press(keyEscape)
		in.opened("")
		want := []string{"2025-08-06", "null", "embassy", "2025-02", "null"}
		p.until("all selections are told", "got.filter((m) => m.type === 'select').length >= "+itoa(int64(len(want))))
		var got []string
		for _, m := range p.messages("select") {
			if m.ID == nil {
				got = append(got, "null")
				continue
			}
			got = append(got, *m.ID)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("select messages: %s", diff)
		}
		if !ask[bool](p, "history.length === before") {
			t.Error("the article's history has grown")
		}
		if h := p.messages("height"); len(h) != 0 {
			t.Errorf("the height did not change, yet was told: %+v", h)
		}
	})
	t.Run("view", func(t *testing.T) {
		p.run("got.length = 0; tell('view', {view: 'compare'})")
		in.until("it compares", "barline.state().view === 'compare'")
		p.run("tell('view', {view: 'calendar'})")
		in.until("it is a calendar again", "barline.state().view === 'calendar'")
		p.until("both were told", "got.filter((m) => m.type === 'view').map((m) => m.view).join() === 'compare,calendar'")
		in.settles()
		// Every height differs from the one before.
		var last float64
		for _, m := range p.messages("height") {
			if m.Height == last {
				t.Errorf("the height %v was told twice", last)
			}
			last = m.Height
		}
	})
	t.Run("theme", func(t *testing.T) {
		for _, theme := range []string{"dark", "light"} {
			p.run("tell('theme', {theme: '" + theme + "'})")
			in.until("the theme is "+theme, "barline.state().theme === '"+theme+"'")
		}
		p.run("tell('theme', {theme: 'auto'})")
		in.until("no theme is forced", "document.documentElement.dataset.theme === undefined")
	})
	t.Run("play", func(t *testing.T) {
		p.run("tell('play')")
		in.until("it plays", "barline.state().playing")
		p.run("tell('play')")
		p.run("tell('stop')")
		in.until("it has stopped", "!barline.state().playing && document.querySelector('[data-caption]').hidden")
	})
	t.Run("ping", func(t *testing.T) {
		p.run("got.length = 0; tell('ping')")
		p.until("it answers", "got.length >= 2")
		if got := p.messages("ready", "height"); len(got) != 2 || got[0].Type != "ready" || got[1].Height != height {
			t.Errorf("the answer is %+v", got)
		}
	})
	t.Run("malformed", func(t *testing.T) {
		p.run("got.length = 0")
		for _, m := range []string{
			"null", "7", "'select'", "[]", "{}", "{type: 'select', id: 'embassy'}", "{barline: 2, type: 'select', id: 'embassy'}",
			"{barline: '1', type: 'select', id: 'embassy'}", "{barline: 1}", "{barline: 1, type: 'explode'}", "{barline: 1, type: '__proto__'}",
			"{barline: 1, type: 'select', id: {}}", "{barline: 1, type: 'select', id: 7}", "{barline: 1, type: 'select'}",
			"{barline: 1, type: 'view', view: 'sideways'}", "{barline: 1, type: 'view'}", "{barline: 1, type: 'theme', theme: ['dark']}",
			"{barline: 1, type: 'theme'}", "'pymxPYMxxPYMxheightxPYMx9'",
		} {
			p.run("say(" + m + ")")
		}
		p.run("tell('ping')")
		p.until("it still answers", "got.length >= 2")
		if s := in.state(); s.Selected != nil || s.View != "calendar" || s.Theme != "light" {
			t.Errorf("nonsense led to %+v", s)
		}
		if n := len(ask[[]json.RawMessage](p, "got")); n != 2 {
			t.Errorf("nonsense was answered: %v", p.messages("select", "view", "error"))
		}
	})
	t.Run("others' heights", func(t *testing.T) {
		if n := ask[int](p, "others.filter((m) => m.sentinel === 'amp' && m.type === 'embed-size' && m.height === "+ftoa(height)+").length"); n < 1 {
			t.Error("AMP was not told the height")
		}
	})
}

// inFrame is where a point of the frame is in the page around it.
func (p *tab) inFrame(at point) point {
	p.t.Helper()
	b := p.boxOf("iframe")
	return at.plus(b.X, b.Y)
}

// A narrower article makes another height, told once; a plain wheel and Tab
// pass through the frame.
func TestGoodGuest(t *testing.T) {
	t.Parallel()
	p := framed(t, device{}, "?childId=t1#2025-04-11", "")
	p.until("the timeline says that it is ready", "got.some((m) => m.type === 'ready')")
	in := p.inside()
	in.becomes("live")
	in.settles()
	in.opened("2025-04-11")
	if at := ask[string](p, "document.activeElement.tagName"); at != "BODY" {
		t.Errorf("an event opened by address moved the focus to %s", at)
	}
	p.run("got.length = 0; others.length = 0")
	p.emulate(device{width: 420, height: 1000, scale: 1})
	p.until("the new height is told", "got.some((m) => m.type === 'height')")
	in.settles()
	heights := p.messages("height")
	now := ask[float64](in, "Math.ceil(document.querySelector('main').getBoundingClientRect().height)")
	if last := heights[len(heights)-1].Height; last != now {
		t.Errorf("the last height told is %v, the page's is %v", last, now)
	}
	pym := ask[[]string](p, "others.filter((m) => typeof m === 'string')")
	if len(pym) != len(heights) || pym[len(pym)-1] != "pymxPYMxt1xPYMxheightxPYMx"+ftoa(now) {
		t.Errorf("pym.js heard %q", pym)
	}
	p.run("tell('select', {id: null})")
	in.opened("")
	p.painted()
	p.wheel(p.inFrame(point{200, 300}), 200)
	p.until("the article has scrolled", "scrollY > 100")

	p.run("scrollTo(0, 0); document.querySelector('#before').focus()")
	for i := 0; ask[string](p, "document.activeElement.id") != "after"; i++ {
		if i > 40 {
			t.Fatal("Tab does not get out of the frame")
		}
		p.press(keyTab)
	}
}

// In a sandbox without an origin of its own everything still works.
func TestSandbox(t *testing.T) {
	t.Parallel()
	p := framed(t, device{}, "", `sandbox="allow-scripts"`)
	p.until("the timeline says that it is ready", "got.some((m) => m.type === 'ready')")
	in := p.inside()
	in.becomes("live")
	in.settles()
	p.run("tell('select', {id: 'putin-europe'})")
	in.opened("putin-europe")
	in.checkPopover("putin-europe")
	in.click(p.inFrame(in.button("2025-02").middle()))
	in.opened("2025-02")
	if !strings.Contains(ask[string](in, "origin"), "null") {
		t.Error("the frame has an origin")
	}
}
