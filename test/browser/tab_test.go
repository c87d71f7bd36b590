package browser_test

import (
	"encoding/json"
	"net/url"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"barline/internal/chromium"
)

// deadline is how long a state may take to come about on a slow machine.
const deadline = 25 * time.Second

// device is what a page is opened on. The zero value is a desktop screen
// 1200 px wide, light, with a mouse, whose reader wants no motion.
type device struct {
	width, height int64
	scale         float64
	dark          bool
	touch         bool
	motion        bool // without it, prefers-reduced-motion is on
}

// tab is a fresh tab in a profile of its own.
type tab struct {
	*chromium.Tab
	t *testing.T
	device

	mu       sync.Mutex
	origins  map[string]bool // that may be asked for anything
	contexts map[cdp.FrameID]runtime.ExecutionContextID
	seenURLs map[network.RequestID]string
}

// newTab opens an empty tab.
func newTab(t *testing.T, d device) *tab {
	t.Helper()
	browser, err := shared.browser()
	if err != nil {
		t.Fatalf("Chromium does not start: %v", err)
	}
	if d.width == 0 {
		d.width = 1200
	}
	if d.height == 0 {
		d.height = 1000
	}
	if d.scale == 0 {
		d.scale = 1
	}
	p := &tab{Tab: &chromium.Tab{T: t, Deadline: deadline}, t: t, device: d, origins: map[string]bool{},
		contexts: map[cdp.FrameID]runtime.ExecutionContextID{}, seenURLs: map[network.RequestID]string{}}
	p.Open(browser, p.notice, chromedp.WithNewBrowserContext())
	p.emulate(d)
	command(p, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
	return p
}

// open opens a page in a fresh tab and waits until its HTML stands.
func open(t *testing.T, d device, address string) *tab {
	t.Helper()
	p := newTab(t, d)
	p.navigate(address)
	return p
}

// openLive opens a page in a fresh tab and waits until its engine draws.
func openLive(t *testing.T, d device, address string) *tab {
	t.Helper()
	p := open(t, d, address)
	p.becomes("live")
	return p
}

// emulate changes the device under the page.
func (p *tab) emulate(d device) {
	p.t.Helper()
	p.device = d
	command(p, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
		Width: d.width, Height: d.height, DeviceScaleFactor: d.scale, Mobile: d.touch})
	scheme, motion := "light", "reduce"
	if d.dark {
		scheme = "dark"
	}
	if d.motion {
		motion = "no-preference"
	}
	command(p, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: motion}}})
	touch := emulation.SetTouchEmulationEnabledParams{Enabled: d.touch}
	if d.touch {
		touch.MaxTouchPoints = 5
	}
	command(p, emulation.SetTouchEmulationEnabled, touch)
}

// navigate goes to a page and waits until its scripts have begun.
func (p *tab) navigate(address string) {
	p.t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		p.t.Fatal(err)
	}
	p.allow(u.Scheme + "://" + u.Host)
	if err := chromedp.Do(p.Ctx, chromedp.Navigate(address)); err != nil {
		p.t.Fatalf("%s: %v", address, err)
	}
}

// set begins to go to a page, and does not wait until all of it has come:
// something of it may never come.
func (p *tab) set(address string) {
	p.t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		p.t.Fatal(err)
	}
	p.allow(u.Scheme + "://" + u.Host)
	command(p, page.Navigate, page.NavigateParams{URL: address})
}

// allow lets the page ask one more origin for things.
func (p *tab) allow(origin string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.origins[origin] = true
}

// notice takes note of what goes wrong in the page. It is called in the order
// of events and must be quick.
func (p *tab) notice(event any) {
	p.Notice(event)
	p.mu.Lock()
	defer p.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventExecutionContextCreated:
		var aux struct {
			FrameID   cdp.FrameID `json:"frameId"`
			IsDefault bool        `json:"isDefault"`
		}
		if json.Unmarshal(e.Context.AuxData, &aux) == nil && aux.IsDefault {
			p.contexts[aux.FrameID] = e.Context.ID
		}
	case *network.EventRequestWillBeSent:
		p.seenURLs[e.RequestID] = e.Request.URL
		u, err := url.Parse(e.Request.URL)
		if err != nil || u.Scheme != "data" && u.Scheme != "blob" && !p.origins[u.Scheme+"://"+u.Host] {
			p.Trouble("request to another origin: %s", e.Request.URL)
		}
	case *network.EventResponseReceived:
		if e.Response.Status >= 400 {
			p.Trouble("status %d: %s", e.Response.Status, e.Response.URL)
		}
	case *network.EventLoadingFailed:
		p.Trouble("request failed: %s %s", e.ErrorText, p.seenURLs[e.RequestID])
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

// until waits until an expression is true in the page.
func (p *tab) until(what, expression string) {
	p.t.Helper()
	p.waitFor(what, expression, func() bool {
		ok, err := try[bool](p, "!!("+expression+")")
		return ok && err == nil
	})
}

// waitFor waits until something is so; shown is asked for the failure's sake.
func (p *tab) waitFor(what, shown string, is func() bool) {
	p.t.Helper()
	for end := time.Now().Add(deadline); ; {
		if is() {
			return
		}
		if time.Now().After(end) {
			break
		}
		time.Sleep(8 * time.Millisecond) // between looks at a state
	}
	got, err := try[json.RawMessage](p, shown)
	state, _ := try[json.RawMessage](p, "({html: {...document.documentElement.dataset}, state: window.barline?.state(), stats: window.barline?.stats()})")
	p.t.Fatalf("it never came about that %s\n%s\n= %s %v\n%s\n%q", what, shown, got, err, state, p.Seen())
}

// becomes waits for a state of the page.
func (p *tab) becomes(state string) {
	p.t.Helper()
	p.until("the page is "+state, "document.documentElement.dataset.barline === '"+state+"' && window.barline !== undefined")
}

// settles waits until nothing moves any more, and the screen has shown it.
func (p *tab) settles() {
	p.t.Helper()
	p.until("the picture rests", "barline.stats().asleep")
	p.painted()
}

// painted waits until what has been asked for is on the screen.
func (p *tab) painted() {
	p.t.Helper()
	p.run("await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
}
