package browser_test

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"image/color"
	"image/png"
	"math"
	"strings"
	"testing"
	"time"

	"barline/internal/webdriver"
	"barline/internal/xserver"
)

// kit is the tab of a WebKit.
type kit struct {
	t *testing.T
	b *webdriver.Browser
}

func (k kit) must(err error) {
	k.t.Helper()
	if err != nil {
		k.t.Fatal(err)
	}
}

func (k kit) run(expression string) {
	k.t.Helper()
	k.must(k.b.Eval("("+expression+", null)", nil))
}

func (k kit) until(what, expression string) {
	k.t.Helper()
	for end := time.Now().Add(2 * deadline); ; time.Sleep(20 * time.Millisecond) {
		var is bool
		err := k.b.Eval("!!("+expression+")", &is)
		if is && err == nil {
			return
		}
		if time.Now().After(end) {
			var state json.RawMessage
			k.b.Eval("({html: {...document.documentElement.dataset}, state: window.barline?.state()})", &state)
			k.t.Fatalf("it never came about that %s: %s %v\n%s", what, expression, err, state)
		}
	}
}

func (k kit) box(expression string) box {
	k.t.Helper()
	var b box
	k.must(k.b.Eval("(({x, y, width, height}) => ({x, y, width, height}))("+expression+".getBoundingClientRect())", &b))
	return b
}

func (k kit) open(url string) {
	k.t.Helper()
	k.must(k.b.Open(url))
}

// eventButton is the expression for an event's button.
func eventButton(id string) string { return `document.querySelector('[data-event="` + id + `"]')` }

// shownPopovers are those that are seen, however they are opened.
const shownPopovers = `[...document.querySelectorAll("[data-popover]")].filter((e) => e.getClientRects().length).map((e) => e.dataset.popover).join(" ")`

// checkPresses opens and closes every event by press, one at a time, and by key. Its
// popover must be in the window and beside its bar.
func (k kit) checkPresses() {
	k.t.Helper()
	for _, id := range ids() {
		k.run("(barline.select(null), " + eventButton(id) + ".scrollIntoView({block: 'center'}))")
		at := k.box(eventButton(id)).middle()
		k.must(k.b.Click(at.X, at.Y))
		k.until("a press opens "+id, "barline.state().selected === "+quoted(id)+" && "+shownPopovers+" === "+quoted(id))
		popover := k.box(`document.querySelector('[data-popover="` + id + `"]')`)
		var view box
		k.must(k.b.Eval("({X: 0, Y: 0, Width: innerWidth, Height: innerHeight})", &view))
		if !view.holds(popover, 1) {
			k.t.Errorf("the popover of %s is %v in %v", id, popover, view)
		}
		var bar box
		k.must(k.b.Eval("barline.boxes()["+quoted(id)+"].bar", &bar))
		if popover.overlaps(bar, 3) {
			k.t.Errorf("the popover of %s, %v, lies over its bar %v", id, popover, bar)
		}
	}
	first, second := ids()[0], ids()[1]
	k.run("(barline.select(null), " + eventButton(first) + ".focus())")
	k.must(k.b.Press(webdriver.Enter))
	k.until("Enter opens", "barline.state().selected === "+quoted(first))
	k.must(k.b.Press(webdriver.Right))
	k.until("what is open follows the arrows", "barline.state().selected === "+quoted(second)+" && "+shownPopovers+" === "+quoted(second))
	k.must(k.b.Press(webdriver.Escape))
	k.until("Escape closes", "barline.state().selected === null && "+shownPopovers+" === '' && document.activeElement === "+eventButton(second))
}

// WebKit as Safari has it today, live.
func TestWebKit(t *testing.T) {
	site := serveFirst(t)
	display := xserver.Start(t, 1280, 1024)
	browser := webdriver.Start(t, webdriver.GTK(), display.Name)
	live := "document.documentElement.dataset.barline === 'live' && barline.stats().asleep"

	t.Run("a live story", func(t *testing.T) {
		n := &newsroom{}
		n.publish(hurried(t, harbour))
		k := kit{t, browser}
		k.open(serve(t, n) + "/")
		k.until("the page is live and rests", live)
		k.run("barline.select('second')")
		n.publish(hurried(t, later()))
		k.until("the newer version has come", newerArrived)
		k.until("the page rests", live)
	})
	t.Run("live", func(t *testing.T) {
		k := kit{t, browser}
		k.must(browser.Size(1000, 900))
		k.open(site + "/#2025-08-06")
		k.until("the page is live and rests", live)
		k.until("the event of the address is open", "barline.state().selected === '2025-08-06'")
		data, err := browser.Screenshot()
		k.must(err)
		raw, err := base64.StdEncoding.DecodeString(data)
		k.must(err)
		m, err := png.Decode(bytes.NewReader(raw))
		k.must(err)
		at := k.box(eventButton("2025-12-02")).middle()
		r, g, b, _ := m.At(int(at.X), int(at.Y)).RGBA()
		if c := (color.RGBA{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), 255}); !near(c, color.RGBA{0x9E, 0x2A, 0x2B, 255}, 12) {
			t.Errorf("the bar of December is %v", c)
		}
		k.checkPresses()
	})
	t.Run("right to left", func(t *testing.T) {
		k := kit{t, browser}
		k.open(serveEditions(t) + "/fa-AF/")
		k.until("the page is live and rests", live+" && barline.state().dir === 'rtl'")
		first, last := k.box(eventButton(ids()[0])), k.box(eventButton(ids()[len(ids())-1]))
		if first.X < last.X {
			t.Errorf("the first event stands at %v, the last at %v", first, last)
		}
		k.run(eventButton(ids()[0]) + ".focus()")
		k.must(browser.Press(webdriver.Left))
		k.until("the left arrow leads on", "document.activeElement === "+eventButton(ids()[1]))
	})
	t.Run("article", func(t *testing.T) {
		k := kit{t, browser}
		body := strings.ReplaceAll(`<barline-timeline src="{site}/"></barline-timeline><p style="height: 3000px">After. <a id="link" href="#barline=embassy">The embassy</a></p>`+embedded, "{site}", site)
		k.open(serve(t, host(body, "")) + "/")
		k.until("the frame has told its height", "timelines().length === 1 && fired.some((f) => f.type === 'height')")
		frame := "document.querySelector('barline-timeline').shadowRoot.querySelector('iframe')"
		k.must(browser.Enter(frame))
		k.until("the page in the frame is live and rests", live)
		var height, known float64
		k.must(browser.Eval("document.querySelector('main').getBoundingClientRect().height", &height))
		k.must(browser.Eval("JSON.parse(document.querySelector('[data-config]').textContent).ladder.filter((r) => r.width <= document.querySelector('main').clientWidth).pop().height", &known))
		if math.Abs(math.Ceil(height)-known) > 1 {
			t.Errorf("the page is %v px high, room is kept for %v", height, known)
		}
		k.must(browser.Leave())
		k.until("the frame is as high as its page", frame+".getBoundingClientRect().height === "+ftoa(math.Ceil(height)))
		k.run("link.click()")
		k.must(browser.Enter(frame))
		k.until("the article's link opens an event", "barline.state().selected === 'embassy'")
		k.must(browser.Leave())
	})
}

// WebKit as it was in 2022, without the popover API, and without WebGL: the page can be
// read and pressed.
func TestOldWebKit(t *testing.T) {
	site := serveFirst(t)
	browser := webdriver.Start(t, webdriver.WPE(), "")
	k := kit{t, browser}
	k.open(site + "/")
	k.until("the page stays as it is", "document.documentElement.dataset.barline === 'failed'")
	var facts struct {
		Wide, Window, Pictures int
		Popover                bool
	}
	k.must(browser.Eval(`({Wide: document.documentElement.scrollWidth, Window: innerWidth, Popover: "showPopover" in HTMLElement.prototype,
		Pictures: [...document.querySelectorAll(".still > svg")].filter((s) => s.getBoundingClientRect().width).length})`, &facts))
	if facts.Wide > facts.Window || facts.Pictures != 1 || facts.Popover {
		t.Errorf("what is shown: %+v", facts)
	}
	k.checkPresses()
	// Its own margins around buttons would make the controls wider than they are elsewhere.
	var margins string
	k.must(browser.Eval(`[...new Set([...document.querySelectorAll("[data-controls] button")].map((b) => getComputedStyle(b).margin))].join()`, &margins))
	if margins != "0px" {
		t.Errorf("the margins of the buttons are %s", margins)
	}
	// An article in it gets its height.
	body := strings.ReplaceAll(`<barline-timeline src="{site}/"></barline-timeline>`+embedded, "{site}", site)
	k.open(serve(t, host(body, "")) + "/")
	k.until("the frame has told its height", "timelines().length === 1 && fired.some((f) => f.type === 'height')")
	k.until("it has it", "frameOf(timelines()[0]).getBoundingClientRect().height === fired.filter((f) => f.type === 'height').pop().height")
}
