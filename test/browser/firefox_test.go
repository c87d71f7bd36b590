package browser_test

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"image"
	"image/color"
	"image/png"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"barline/internal/bidi"
	"barline/internal/xserver"
)

// fox is a tab, or a frame, of Firefox.
type fox struct {
	t   *testing.T
	tab *bidi.Tab
}

func (f fox) must(err error) {
	f.t.Helper()
	if err != nil {
		f.t.Fatal(err)
	}
}

func (f fox) until(what, expression string) {
	f.t.Helper()
	for end := time.Now().Add(2 * deadline); ; time.Sleep(20 * time.Millisecond) {
		var is bool
		err := f.tab.Eval("!!("+expression+")", &is)
		if is && err == nil {
			return
		}
		if time.Now().After(end) {
			var state json.RawMessage
			f.tab.Eval("({html: {...document.documentElement.dataset}, state: window.barline?.state(), stats: window.barline?.stats()})", &state)
			f.t.Fatalf("it never came about that %s: %s %v\n%s", what, expression, err, state)
		}
	}
}

func (f fox) lives() {
	f.t.Helper()
	f.until("the page is live and rests", "document.documentElement.dataset.barline === 'live' && barline.stats().asleep")
}

func (f fox) text(expression string) string {
	f.t.Helper()
	var s string
	f.must(f.tab.Eval(expression, &s))
	return s
}

func (f fox) box(expression string) box {
	f.t.Helper()
	var b box
	f.must(f.tab.Eval("(({x, y, width, height}) => ({x, y, width, height}))("+expression+".getBoundingClientRect())", &b))
	return b
}

func (f fox) picture() image.Image {
	f.t.Helper()
	data, err := f.tab.Screenshot()
	f.must(err)
	raw, err := base64.StdEncoding.DecodeString(data)
	f.must(err)
	m, err := png.Decode(bytes.NewReader(raw))
	f.must(err)
	return m
}

// Firefox, as Debian has it, with a software renderer on a virtual display.
func TestFirefox(t *testing.T) {
	site := serveFirst(t)
	display := xserver.Start(t, 1280, 1024)
	browser := bidi.Start(t, display.Name)
	open := func(t *testing.T, url string, width, height int) fox {
		t.Helper()
		tab, err := browser.Open(url, width, height)
		f := fox{t, tab}
		f.must(err)
		t.Cleanup(func() {
			tab.Close()
			for _, e := range browser.Errors() {
				t.Errorf("the page complains: %s", e)
			}
		})
		return f
	}
	event := func(id string) string { return `document.querySelector('[data-event="` + id + `"]')` }

	t.Run("live", func(t *testing.T) {
		f := open(t, site+"/#2025-08-06", 1000, 900)
		f.lives()
		f.until("the event of the address is open", "barline.state().selected === '2025-08-06'")
		m := f.picture()
		bar := f.box(event("2025-12-02"))
		at := bar.middle()
		r, g, b, _ := m.At(int(at.X), int(at.Y)).RGBA()
		if c := (color.RGBA{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), 255}); !near(c, color.RGBA{0x9E, 0x2A, 0x2B, 255}, 8) {
			t.Errorf("the bar of December is %v", c)
		}
		// The popover may lie over the next one.
		f.must(f.tab.Eval("barline.select(null)", new(any)))
		press := f.box(event("2025-02")).middle()
		f.must(f.tab.Click(press.X, press.Y))
		f.until("a press opens another", "barline.state().selected === '2025-02' && location.hash === '#2025-02'")
		var frames int
		f.must(f.tab.Eval("(async () => { await new Promise((r) => setTimeout(r, 100)); const b = barline.stats().frames; await new Promise((r) => setTimeout(r, 400)); return barline.stats().frames - b; })()", &frames))
		if frames != 0 {
			t.Errorf("at rest %d frames are drawn", frames)
		}
	})
	t.Run("height", func(t *testing.T) {
		for _, width := range []int{390, 700, 1000} {
			f := open(t, site+"/?engine=off", width, 900)
			f.until("the fonts are there", "document.fonts.status === 'loaded' && window.barline")
			var is, known float64
			f.must(f.tab.Eval("Math.ceil(document.querySelector('main').getBoundingClientRect().height)", &is))
			f.must(f.tab.Eval("JSON.parse(document.querySelector('[data-config]').textContent).ladder.filter((r) => r.width <= document.querySelector('main').clientWidth).pop().height", &known))
			if math.Abs(is-known) > 1 {
				t.Errorf("%d px: the page is %v px high, room is kept for %v", width, is, known)
			}
		}
	})
	t.Run("print", func(t *testing.T) {
		f := open(t, site+"/?engine=off", 1000, 900)
		f.until("the page is there", "document.fonts.status === 'loaded' && window.barline")
		data, err := f.tab.Print()
		f.must(err)
		raw, err := base64.StdEncoding.DecodeString(data)
		f.must(err)
		file := filepath.Join(t.TempDir(), "page.pdf")
		f.must(os.WriteFile(file, raw, 0o600))
		text, err := exec.Command("pdftotext", "-l", "1", file, "-").Output()
		f.must(err)
		// Words of the picture alone.
		for _, want := range []string{"Longest reported", "5 hours"} {
			if !strings.Contains(string(text), want) {
				t.Errorf("on paper the picture does not say %q:\n%s", want, text)
			}
		}
	})
	t.Run("a live story", func(t *testing.T) {
		n := &newsroom{}
		n.publish(hurried(t, harbour))
		f := open(t, serve(t, n)+"/", 1000, 900)
		f.lives()
		f.must(f.tab.Eval("(barline.select('second'), null)", new(any)))
		n.publish(hurried(t, later()))
		f.until("the newer version has come", newerArrived)
		f.lives()
	})
	t.Run("context loss", func(t *testing.T) {
		f := open(t, site+"/", 1000, 900)
		f.lives()
		f.must(f.tab.Eval("(window.same = true, barline.zoomBy(3), barline.select('2025-08-06'), null)", new(any)))
		f.lives()
		span := f.text("barline.state().span.join()")
		for range 2 {
			f.must(f.tab.Eval(`(() => { window.states = []; window.watch?.disconnect();
				window.watch = new MutationObserver(() => states.push(document.documentElement.dataset.barline));
				watch.observe(document.documentElement, {attributes: true, attributeFilter: ["data-barline"]});
				document.querySelector("[data-stage] > canvas").getContext("webgl2").getExtension("WEBGL_lose_context").loseContext(); })()`, new(any)))
			f.until("it is live again", "states.at(-1) === 'live'")
			f.lives()
			if states := f.text("states.join(' ')"); states != "static loading live" {
				t.Errorf("the states were %q", states)
			}
			if now := f.text("barline.state().selected + window.same"); now != "2025-08-06true" {
				t.Errorf("afterwards it is %s", now)
			}
			if now := f.text("barline.state().span.join()"); now != span {
				t.Errorf("afterwards it shows %s instead of %s", now, span)
			}
		}
	})
	t.Run("scroll", func(t *testing.T) {
		body := strings.ReplaceAll(`<barline-timeline src="{site}/"></barline-timeline><p style="height: 3000px">After.</p>`+embedded, "{site}", site)
		f := open(t, serve(t, host(body, ""))+"/", 1000, 700)
		f.until("the frame is there", "timelines().length === 1 && fired.some((f) => f.type === 'height')")
		frames, err := f.tab.Frames(site)
		f.must(err)
		in := fox{t, frames[0]}
		in.lives()
		in.must(in.tab.Eval("barline.select('2025-12-02')", new(any)))
		at := f.box("frameOf(timelines()[0])")
		for _, what := range []string{"document.querySelector('[data-stage]')", "document.querySelector('h1')", event("2025-02")} {
			f.must(f.tab.Eval("scrollTo(0, 0)", new(any)))
			f.until("it stands at its top", "scrollY === 0")
			p := in.box(what)
			f.must(f.tab.Wheel(at.X+p.X+20, min(at.Y+p.Y+20, 680), 150))
			f.until("over "+what+" the article scrolls", "scrollY >= 100")
		}
		// The event's link goes out of the frame, and in.
		f.must(f.tab.Eval("(location.hash = '#barline=embassy', null)", new(any)))
		in.until("the article's address opens an event", "barline.state().selected === 'embassy'")
	})
	t.Run("keyboard", func(t *testing.T) {
		f := open(t, serve(t, article(site+"/", ""))+"/", 1000, 1000)
		f.until("the timeline is ready", "got.some((m) => m.type === 'ready')")
		frames, err := f.tab.Frames(site)
		f.must(err)
		in := fox{t, frames[0]}
		in.lives()
		if at := f.text("document.activeElement.tagName"); at != "BODY" {
			t.Errorf("loading moved the focus to %s", at)
		}
		f.must(f.tab.Eval("document.querySelector('#before').focus()", new(any)))
		var walked []string
		for range 40 {
			f.must(f.tab.Press(bidi.Tabulator))
			if f.text("document.activeElement.id") == "after" {
				break
			}
			walked = append(walked, in.text("document.activeElement.dataset.event ?? document.activeElement.dataset.action ?? document.activeElement.tagName"))
		}
		if got, want := strings.Join(walked, " "), "play calendar compare zoom-in "+strings.Join(ids(), " ")+" SUMMARY SUMMARY SUMMARY"; !strings.HasSuffix(got, want) {
			t.Errorf("Tab walks through\n%s\nwant\n%s", got, want)
		}
		f.must(f.tab.Press(bidi.Shift, bidi.Tabulator))
		in.until("Shift and Tab lead back in", "document.hasFocus() && document.activeElement.tagName === 'SUMMARY'")
		in.must(in.tab.Eval(event(ids()[0])+".focus()", new(any)))
		in.must(in.tab.Press(bidi.Right))
		in.must(in.tab.Press(bidi.Right))
		in.until("arrows walk", "document.activeElement === "+event(ids()[2]))
		in.must(in.tab.Press(bidi.Enter))
		in.until("Enter opens", "barline.state().selected === '"+ids()[2]+"'")
		in.must(in.tab.Press(bidi.Right))
		in.until("what is open follows", "barline.state().selected === '"+ids()[3]+"'")
		in.must(in.tab.Press(bidi.Escape))
		in.until("Escape closes", "barline.state().selected === null && document.activeElement === "+event(ids()[3]))
	})
}

// Without a display Firefox has no WebGL 2: the page stays as it is.
func TestFirefoxWithoutWebGL(t *testing.T) {
	site := serveFirst(t)
	browser := bidi.Start(t, "")
	tab, err := browser.Open(site+"/", 900, 900)
	f := fox{t, tab}
	f.must(err)
	f.until("the page says so", "document.documentElement.dataset.barline === 'failed'")
	if reason := f.text("document.documentElement.dataset.barlineReason"); !strings.Contains(reason, "WebGL 2") {
		t.Errorf("the reason given is %q", reason)
	}
	p := f.box(`document.querySelector('[data-event="2025-08-06"]')`).middle()
	f.must(tab.Click(p.X, p.Y))
	f.until("an event opens", "barline.state().selected === '2025-08-06'")
}
