package browser_test

import (
	"bytes"
	"fmt"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"

	"barline/internal/oldcss"
)

// oldScripts takes away what browsers of the level pressable need not have, before any
// script of the page runs.
const oldScripts = `(() => {
	for (const name of ["showPopover", "hidePopover", "togglePopover", "popover"]) delete HTMLElement.prototype[name];
	for (const name of ["findLast", "findLastIndex", "at", "toSorted", "toReversed", "with"]) delete Array.prototype[name];
	delete String.prototype.at;
	delete Object.hasOwn;
	for (const name of ["reportError", "structuredClone", "TransformStream", "requestIdleCallback", "scheduler", "navigation"]) delete window[name];
	window.CSSStyleSheet = function () { throw new TypeError("Illegal constructor"); };
	delete ShadowRoot.prototype.adoptedStyleSheets;
	const matches = Element.prototype.matches;
	for (const [of, name] of [[Element.prototype, "matches"], [Element.prototype, "querySelector"], [Element.prototype, "querySelectorAll"], [Document.prototype, "querySelector"], [Document.prototype, "querySelectorAll"]]) {
		const was = of[name];
		of[name] = function (selector) {
			if (/:popover-open|:has\(/.test(selector)) throw new SyntaxError(selector + " is not a valid selector");
			return was.call(this, selector);
		};
	}
	const supports = CSS.supports;
	CSS.supports = (...what) => !/container/.test(what.join()) && supports.call(CSS, ...what);
})()`

// aged serves a site's style sheets as browsers of some versions read them.
func aged(t *testing.T, site http.Handler, have oldcss.Browsers) http.Handler {
	style := regexp.MustCompile(`(?s)<style>(.*?)</style>`)
	drop := func(css string) string {
		css, err := oldcss.Drop(css, have)
		if err != nil {
			t.Error(err)
		}
		return css
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r = r.Clone(r.Context())
		r.Header.Del("Accept-Encoding")
		got := httptest.NewRecorder()
		site.ServeHTTP(got, r)
		body := got.Body.Bytes()
		switch kind := got.Header().Get("Content-Type"); {
		case strings.HasPrefix(kind, "text/css"):
			body = []byte(drop(string(body)))
		case strings.HasPrefix(kind, "text/html"):
			body = style.ReplaceAllFunc(body, func(m []byte) []byte {
				return []byte("<style>" + drop(string(style.FindSubmatch(m)[1])) + "</style>")
			})
		}
		for name, values := range got.Header() {
			// The policy allows the sheet as it was.
			if name != "Content-Length" && name != "Content-Security-Policy" {
				w.Header()[name] = values
			}
		}
		w.WriteHeader(got.Code)
		bytes.NewReader(body).WriteTo(w)
	})
}

// Without the newer parts of CSS, and with scripts that do not run at all, a page shows
// its words, one picture as wide as there is room, and no popover.
func TestReadableInOldBrowsers(t *testing.T) {
	t.Parallel()
	site := serve(t, aged(t, firstSite(t), oldcss.Browsers{Safari: 11, Chrome: 60, Firefox: 60}))
	for _, width := range []int64{320, 390, 700, 1000} {
		p := openPlain(t, device{width: width, height: 800}, site+"/")
		pictures := ask[[]box](p, `[...document.querySelectorAll(".still > svg")].map((s) => s.getBoundingClientRect()).filter((b) => b.width).map(({x, y, width, height}) => ({x, y, width, height}))`)
		if len(pictures) != 1 || pictures[0].Width > float64(width) || pictures[0].Width < float64(width)*0.8 {
			t.Errorf("%d px: the pictures shown are %v", width, pictures)
		}
		if open := ask[int](p, `[...document.querySelectorAll("[popover]")].filter((e) => e.getClientRects().length).length`); open != 0 {
			t.Errorf("%d px: %d popovers are shown", width, open)
		}
		if wide := ask[int64](p, "document.documentElement.scrollWidth"); wide > width {
			t.Errorf("%d px: the page is %d wide", width, wide)
		}
		for _, id := range ids() {
			if b := p.button(id); b.Width < 1 || !pictures[0].holds(b, 8) {
				t.Errorf("%d px: the button of %s is %v, the picture %v", width, id, b, pictures[0])
			}
		}
		// The transcript comes after the picture, and is unfolded by a press.
		p.run(`document.querySelector("[data-transcript] > summary").scrollIntoView({block: "center"})`)
		p.click(p.boxOf("[data-transcript] > summary").middle())
		p.until("the transcript is unfolded", `document.querySelector("[data-transcript]").open`)
		if s := p.boxOf("[data-transcript] section"); s.Height < 40 || s.Y < p.boxOf(".still").bottom() {
			t.Errorf("%d px: the transcript's first entry is %v, the picture %v", width, s, p.boxOf(".still"))
		}
	}
}

// Without the popover API, events open and close one at a time by press and key, and
// popovers stand where they should, still and live.
func TestPressableInOldBrowsers(t *testing.T) {
	t.Parallel()
	site := serve(t, aged(t, firstSite(t), oldcss.Browsers{Safari: 14, Chrome: 87, Firefox: 78}))
	shown := `[...document.querySelectorAll("[popover]")].filter((e) => e.getClientRects().length).map((e) => e.dataset.popover).join(" ")`
	for _, query := range []string{"?engine=off", ""} {
		for _, width := range []int64{390, 1000} {
			t.Run(fmt.Sprintf("%d%s", width, query), func(t *testing.T) {
				p := newTab(t, device{width: width, height: 900})
				p.prepare(oldScripts)
				p.navigate(site + "/" + query)
				if query == "" {
					p.becomes("live")
					p.settles()
				}
				for _, id := range ids() {
					p.run(`document.querySelector('[data-event="` + id + `"]').scrollIntoView({block: "center"})`)
					p.painted()
					p.run("barline.select(null)")
					p.click(p.button(id).middle())
					p.opened(id)
					p.painted()
					if open := ask[string](p, shown); open != id {
						t.Fatalf("pressed %s, shown are %q", id, open)
					}
					if b, view := p.popover(id), p.viewport(); !view.holds(b, 1) || b.overlaps(p.boxes()[id].Bar, 3) {
						t.Errorf("the popover of %s is %v in %v, its bar %v", id, b, view, p.boxes()[id].Bar)
					}
					p.click(p.popoverButton(id, ".close").middle())
					p.until("it is closed", "barline.state().selected === null")
					if open := ask[string](p, shown); open != "" {
						t.Errorf("closed, %s is shown", open)
					}
				}
				first := ids()[0]
				p.run(`document.querySelector('[data-event="` + first + `"]').focus()`)
				p.press(keyEnter)
				p.opened(first)
				p.press(keyTab)
				p.until("Tab leads into the popover", `document.activeElement.closest("[data-popover]")?.dataset.popover === "`+first+`"`)
				p.press(keyEscape)
				p.until("Escape closes, and the keyboard is on the button", `barline.state().selected === null && document.activeElement.dataset.event === "`+first+`"`)
				p.press(keyEnter)
				p.opened(first)
				p.run(`[...document.querySelectorAll("[data-on] button")].pop().focus()`)
				p.press(keyTab)
				p.until("Tab leads out of it, to the next event", `document.activeElement.dataset.event === "`+ids()[1]+`"`)
			})
		}
	}
}

// Without constructable style sheets an article's frame gets its height all the same,
// and links lead into it.
func TestArticleInOldBrowsers(t *testing.T) {
	t.Parallel()
	site := serve(t, aged(t, firstSite(t), oldcss.Browsers{Safari: 14, Chrome: 87, Firefox: 78}))
	body := strings.ReplaceAll(`<barline-timeline src="{site}/"></barline-timeline>`+embedded, "{site}", site)
	p := newTab(t, device{width: 700})
	p.allow(site)
	p.prepare(oldScripts)
	p.navigate(serve(t, host(body, "")) + "/")
	p.until("the frame has its height", "timelines().length === 1 && fired.some((f) => f.type === 'height')")
	in := p.inside()
	in.becomes("live")
	in.settles()
	want := ask[float64](in, "Math.ceil(document.querySelector('main').getBoundingClientRect().height)")
	p.until("the frame is as high as its page", "frameOf(timelines()[0]).getBoundingClientRect().height === "+ftoa(want))
	if wide := ask[float64](p, "frameOf(timelines()[0]).getBoundingClientRect().width - timelines()[0].getBoundingClientRect().width"); wide != 0 {
		t.Errorf("the frame is %v px wider than its place", wide)
	}
	p.run("location.hash = '#barline=embassy'")
	in.opened("embassy")
}
