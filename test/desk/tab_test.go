package desk_test

import (
	"context"
	"encoding/json"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"barline/internal/chromium"
)

// deadline is how long a state may take to come about on a slow machine.
const deadline = 100 * time.Second

// device is what the desk is opened on; the zero value is a light laptop's screen.
type device struct {
	width, height int64
	dark          bool
	lang          string
}

// tab is a fresh tab.
type tab struct {
	*chromium.Tab
	t         testing.TB
	downloads string

	mu     sync.Mutex
	origin string
}

// open opens the desk in a profile of its own, and waits until it is ready.
func open(t *testing.T, d device, s *server) *tab {
	t.Helper()
	p := newTab(t, d)
	p.navigate(s.URL + "/?lang=" + or(d.lang, "en"))
	p.ready()
	return p
}

func or(a, b string) string {
	if a == "" {
		return b
	}
	return a
}

func newTab(t testing.TB, d device) *tab {
	t.Helper()
	parent, err := shared.browser()
	if err != nil {
		t.Fatalf("Chromium does not start: %v", err)
	}
	return tabIn(t, d, parent, chromedp.WithNewBrowserContext())
}

// another opens one more tab in the same profile.
func (p *tab) another(d device) *tab {
	p.t.Helper()
	return tabIn(p.t, d, p.Ctx)
}

func tabIn(t testing.TB, d device, parent context.Context, options ...chromedp.ContextOption) *tab {
	t.Helper()
	p := &tab{Tab: &chromium.Tab{T: t, Deadline: deadline}, t: t, downloads: t.TempDir()}
	p.Open(parent, p.notice, options...)
	p.emulate(d)
	command(p, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
	command(p, browser.SetDownloadBehavior, browser.SetDownloadBehaviorParams{Behavior: browser.SetDownloadBehaviorBehaviorAllow, DownloadPath: p.downloads, BrowserContextID: chromedp.FromContext(p.Ctx).BrowserContextID})
	return p
}

func (p *tab) emulate(d device) {
	p.t.Helper()
	if d.width == 0 {
		d.width = 1280
	}
	if d.height == 0 {
		d.height = 900
	}
	command(p, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: d.width, Height: d.height, DeviceScaleFactor: 1})
	scheme := "light"
	if d.dark {
		scheme = "dark"
	}
	command(p, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: "reduce"}}})
}

func (p *tab) navigate(address string) {
	p.t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		p.t.Fatal(err)
	}
	if u.Host != "" { // about:blank has none, and what a page still asks for while it is left has that of before
		p.mu.Lock()
		p.origin = u.Scheme + "://" + u.Host
		p.mu.Unlock()
	}
	if err := chromedp.Do(p.Ctx, chromedp.Navigate(address)); err != nil {
		p.t.Fatalf("%s: %v", address, err)
	}
}

// ready waits until the worker answers and all is stored.
func (p *tab) ready() {
	p.t.Helper()
	p.until("the desk is ready", "document.documentElement.dataset.desk === 'ready'")
}

// notice takes note of what goes wrong in the page.
func (p *tab) notice(event any) {
	p.Notice(event)
	e, is := event.(*network.EventRequestWillBeSent)
	if !is {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	u, err := url.Parse(e.Request.URL)
	if err != nil || u.Scheme != "data" && u.Scheme != "blob" && p.origin != "" && u.Scheme+"://"+u.Host != p.origin {
		p.Trouble("request to another origin: %s", e.Request.URL)
	}
}

// What every tab can do, by the names that the tests have for it.

func (p *tab) prepare(script string)  { p.t.Helper(); p.Prepare(script) }
func (p *tab) expect(parts ...string) { p.Expect(parts...) }
func (p *tab) run(statements string)  { p.t.Helper(); p.Run(statements) }
func quoted(s string) string          { return chromium.Quoted(s) }

func command[P, R any](p *tab, c cdp.Command[P, R], params P) R {
	p.t.Helper()
	return chromium.Command(p.Tab, c, params)
}

func ask[T any](p *tab, expression string) T {
	p.t.Helper()
	return chromium.Ask[T](p.Tab, expression)
}

func try[T any](p *tab, expression string) (T, error) { return chromium.Try[T](p.Tab, expression) }

// until waits until an expression is true.
func (p *tab) until(what, expression string) {
	p.t.Helper()
	for end := time.Now().Add(deadline); ; time.Sleep(15 * time.Millisecond) { // between looks at a state
		ok, err := try[bool](p, "(async () => !!(await ("+expression+")))()")
		if ok && err == nil {
			return
		}
		if time.Now().After(end) {
			state, _ := try[json.RawMessage](p, `({html: {...document.documentElement.dataset}, notice: document.querySelector("[data-notice]")?.textContent, look: document.querySelector("[data-look-words]")?.textContent, hand: document.querySelector(".hand")?.textContent, focus: document.activeElement?.outerHTML.slice(0, 200), report: document.querySelector("[data-report]")?.textContent.slice(0, 600), problems: [...document.querySelectorAll("[data-problem]")].slice(0, 5).map((e) => e.textContent)})`)
			p.t.Fatalf("it never came about that %s\n%s %v\n%s\n%q", what, expression, err, state, p.Seen())
		}
	}
}

// press presses a key, by kb's names.
func (p *tab) press(key string, with ...kb.Modifier) {
	p.t.Helper()
	r, _ := utf8.DecodeRuneInString(key)
	var modifiers int64
	for _, m := range with {
		modifiers |= int64(m)
	}
	for _, e := range kb.Encode(r) {
		if modifiers&int64(kb.ModifierCtrl) != 0 {
			if e.Type == input.DispatchKeyEventTypeChar {
				continue // a shortcut types nothing
			}
			e.Text, e.UnmodifiedText = "", ""
		}
		e.Modifiers |= modifiers
		command(p, input.DispatchKeyEvent, *e)
	}
}

// write types a text where the keyboard is.
func (p *tab) write(text string) {
	p.t.Helper()
	command(p, input.InsertText, input.InsertTextParams{Text: text})
}

// writeInto empties a field and types a text into it.
func (p *tab) writeInto(selector, text string) {
	p.t.Helper()
	p.run("const e = document.querySelector(" + quoted(selector) + "); e.scrollIntoView({block: 'center'}); e.focus(); e.select?.()")
	p.write(text)
}

// click presses the middle of an element, once it is there and nothing lies over it. Where
// the page moves just then, and the press reaches something else, it presses again.
func (p *tab) click(selector string) {
	p.t.Helper()
	for range 5 {
		p.until(selector+" can be pressed", `(async () => { const e = document.querySelector(`+quoted(selector)+`); if (!e || e.disabled) return false;
			e.scrollIntoView({block: "center"}); const before = e.getBoundingClientRect();
			await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
			const b = e.getBoundingClientRect(); if (b.top !== before.top || b.left !== before.left) return false;
			const hit = document.elementFromPoint(b.left + b.width / 2, b.top + b.height / 2);
			if (!(b.width > 0 && (e === hit || e.contains(hit)))) return false;
			window.isPressed = false;
			e.addEventListener("click", () => { window.isPressed = true; }, {once: true, capture: true});
			return true; })()`)
		b := ask[struct{ X, Y float64 }](p, `(() => { const b = document.querySelector(`+quoted(selector)+`)?.getBoundingClientRect() ?? {left: -9, top: -9, width: 0, height: 0}; return {X: b.left + b.width / 2, Y: b.top + b.height / 2}; })()`)
		for _, kind := range []input.DispatchMouseEventType{input.DispatchMouseEventTypeMouseMoved, input.DispatchMouseEventTypeMousePressed, input.DispatchMouseEventTypeMouseReleased} {
			e := input.DispatchMouseEventParams{Type: kind, X: b.X, Y: b.Y}
			if kind != input.DispatchMouseEventTypeMouseMoved {
				e.Button, e.ClickCount = input.MouseButtonLeft, 1
			}
			command(p, input.DispatchMouseEvent, e)
		}
		// Where the press led to another page there is no such flag any more.
		if ask[bool](p, `window.isPressed !== false`) {
			return
		}
	}
	p.t.Fatalf("%s moves away from every press", selector)
}

// choose chooses files in a file field.
func (p *tab) choose(selector string, files ...string) {
	p.t.Helper()
	for i, f := range files {
		full, err := filepath.Abs(f)
		if err != nil {
			p.t.Fatal(err)
		}
		files[i] = full
	}
	r := command(p, runtime.Evaluate, runtime.EvaluateParams{Expression: "document.querySelector(" + quoted(selector) + ")"})
	command(p, dom.SetFileInputFiles, dom.SetFileInputFilesParams{Files: files, ObjectID: r.Result.ObjectID})
}

// pasteInto pastes a text as a spreadsheet puts it on the clipboard.
func (p *tab) pasteInto(selector, text string) {
	p.t.Helper()
	p.run(`const e = document.querySelector(` + quoted(selector) + `), d = new DataTransfer(); d.setData("text/plain", ` + quoted(text) + `);
		e.focus(); if (e.dispatchEvent(new ClipboardEvent("paste", {clipboardData: d, bubbles: true, cancelable: true})) && e.setRangeText) { e.setRangeText(` + quoted(text) + `); e.dispatchEvent(new Event("input", {bubbles: true})); }`)
}

// saved presses a button that downloads, and returns the file.
func (p *tab) saved(selector string) (name string, contents []byte) {
	p.t.Helper()
	dir := filepath.Join(p.t.TempDir(), "saved")
	command(p, browser.SetDownloadBehavior, browser.SetDownloadBehaviorParams{Behavior: browser.SetDownloadBehaviorBehaviorAllow, DownloadPath: dir, BrowserContextID: chromedp.FromContext(p.Ctx).BrowserContextID})
	p.click(selector)
	// Until the browser has written it. Compressing a site in WebAssembly takes seconds of a
	// whole core, and other browsers may be tested on it.
	for end := time.Now().Add(4 * deadline); time.Now().Before(end); time.Sleep(30 * time.Millisecond) {
		entries, _ := os.ReadDir(dir)
		for _, e := range entries {
			if strings.HasSuffix(e.Name(), ".crdownload") || strings.HasPrefix(e.Name(), ".") {
				continue
			}
			contents, err := os.ReadFile(filepath.Join(dir, e.Name()))
			if err == nil && len(contents) > 0 {
				return e.Name(), contents
			}
		}
	}
	p.t.Fatalf("%s saves nothing: %s", selector, ask[string](p, `document.querySelector("[data-out-state]").textContent + " " + document.querySelector("[data-saving]").textContent`))
	return "", nil
}

func (p *tab) picture() []byte {
	p.t.Helper()
	p.run("await document.fonts.ready; await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
	return command(p, page.CaptureScreenshot, page.CaptureScreenshotParams{Format: page.CaptureScreenshotFormatPng}).Data
}
