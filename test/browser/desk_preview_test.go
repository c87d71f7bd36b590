package browser_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"

	"barline/publish"
	"barline/publish/preview"
)

// writing is a desk's preview of a story that is being written.
type writing struct {
	*preview.Handler
	site  atomic.Pointer[publish.Site]
	state preview.State
}

func newWriting(t *testing.T, text string) *writing {
	t.Helper()
	w := &writing{state: preview.State{Story: "harbour.yaml"}}
	w.Handler = preview.New(w.site.Load, "127.0.0.1:0")
	w.save(t, text)
	return w
}

// save publishes a story that is in order.
func (w *writing) save(t *testing.T, text string) {
	t.Helper()
	site, err := publishWith("harbour.yaml", []byte(text), publish.Options{Preview: true, Later: func(func() (publish.Site, error)) {}})
	if err != nil {
		t.Fatal(err)
	}
	w.site.Store(&site)
	w.state.Version++
	w.state.Broken = false
	w.Show(w.state)
}

// serveWriting serves a preview, whose page listens until the connection ends.
func serveWriting(t *testing.T, w *writing) string {
	t.Helper()
	s := httptest.NewServer(w)
	t.Cleanup(func() { s.CloseClientConnections(); s.Close() })
	return s.URL
}

const framesOf = `[...document.querySelectorAll("iframe")]`

// A desk sees its story at several widths, and what it saves without losing its place.
func TestDeskPreview(t *testing.T) {
	t.Parallel()
	w := newWriting(t, harbour)
	w.state.Quotes = []preview.Quote{{ID: "q1", Event: "second", Title: "The second round", Speaker: "Ada Okafor", Words: "We are not there yet.", Verdict: "typography",
		Report: "report.html", Line: 7, Before: "On Monday the mayor said: ", Passage: "We are not there yet", After: ", and left.", Note: "what differs: punctuation"}}
	w.state.Problems = []preview.Problem{{File: "harbour.yaml", Line: 7, Column: 5, Severity: "warning", Code: "no-source", Message: "events[0]: the event has no source", Fix: "name it"}}
	w.Show(w.state)
	// A page that listens for ever is not waited for.
	p := newTab(t, device{width: 1600})
	p.expect("ERR_ABORTED") // frames that are taken away, and the page that is loaded anew
	p.set(serveWriting(t, w) + preview.Path + "?engine=off")
	p.until("the preview is ready", "document.documentElement.dataset.preview === 'ready'")
	p.until("there are four frames, as high as their pages", framesOf+`.length === 4 && `+framesOf+`.every((f) => f.height !== "700" && f.contentWindow.barline)`)
	if got := ask[string](p, framesOf+`.map((f) => f.clientWidth + " " + f.contentWindow.barline.state().theme + " " + f.contentDocument.documentElement.dataset.barline).join()`); got != "320 light static,390 light static,700 light static,1200 light static" {
		t.Errorf("the frames are %s", got)
	}
	if got := ask[string](p, `document.querySelector("[data-summary]").textContent`); got != "1 warning" {
		t.Errorf("the bar says %q", got)
	}
	t.Run("quotations", func(t *testing.T) {
		p.run(`document.querySelector("[data-quote-of=q1] summary").click()`)
		if got := ask[string](p, `document.querySelector("[data-quote-of=q1] blockquote").innerText`); got != "On Monday the mayor said: We are not there yet, and left." {
			t.Errorf("one press shows %q", got)
		}
		p.run(framesOf + `[1].contentWindow.barline.select("second")`)
		p.until("the quotation of what is open is brought forth", `document.querySelector("[data-quotes] li").hasAttribute("data-open")`)
	})
	t.Run("choices", func(t *testing.T) {
		p.run(`document.querySelector("input[value='390']").click(); document.querySelector("input[value=both]").click()`)
		p.until("there are two frames", framesOf+`.length === 2 && `+framesOf+`.every((f) => f.contentWindow.barline)`)
		if got := ask[string](p, framesOf+`.map((f) => f.contentWindow.barline.state().theme).join()`); got != "light,dark" {
			t.Errorf("the frames are %s", got)
		}
		p.run(`document.querySelector("input[value=article]").click()`)
		inside := `((f) => f.contentDocument?.querySelector("barline-timeline")?.shadowRoot?.querySelector("iframe")?.contentWindow)`
		p.until("the story stands in an article", framesOf+`.every((f) => `+inside+`(f)?.barline && f.height > 500)`)
		if got := ask[string](p, `location.search`); !strings.Contains(got, "width=390") || !strings.Contains(got, "where=article") {
			t.Errorf("the address keeps %s", got)
		}
		p.run(`document.querySelector("input[value=alone]").click(); document.querySelector("input[value=light]").click(); document.querySelector("input[value='700']").click(); document.querySelector("input[name=engine][value=on]").click()`)
	})
	f := p.livesIn(framesOf + "[0]")
	f.run("window.mine = true; barline.select('second'); barline.zoomBy(2)")
	f.settles()
	before := ask[string](f, "JSON.stringify(barline.state().span)")
	t.Run("broken", func(t *testing.T) {
		good := w.state.Problems
		w.state.Broken = true
		w.state.Problems = []preview.Problem{{File: "harbour.yaml", Line: 4, Column: 11, Severity: "error", Code: "bad-date", Message: `events[0].date: "2024-02-30" <b>: February has 29 days`, Fix: "write 2024-02-29",
			Passage: []preview.Line{{Number: 3, Text: "events:"}, {Number: 4, Text: "  - {date: 2024-02-30}"}}}}
		w.Show(w.state)
		p.until("the bar says so", `document.documentElement.dataset.preview === "broken"`)
		if got := ask[string](p, `document.querySelector("[data-bar]").innerText`); !strings.Contains(got, "1 error: below is the last version") || !strings.Contains(got, "harbour.yaml:4:11") || !strings.Contains(got, "<b>") {
			t.Errorf("the bar says %q", got)
		}
		if got := ask[string](p, `document.querySelector("pre .here").innerText`); !strings.Contains(got, "2024-02-30") {
			t.Errorf("the line is %q", got)
		}
		if heard := ask[string](p, `document.querySelector("[data-said]").textContent`); !strings.HasPrefix(heard, "1 error") {
			t.Errorf("those who listen hear %q", heard)
		}
		w.state.Problems = good
	})
	w.save(t, later())
	f.until("what was saved is there", "barline.state().events === 4 && mine")
	f.settles()
	if after := ask[string](f, "JSON.stringify(barline.state().span)"); after != before || f.selected() != "second" {
		t.Errorf("in view was %s, now %s; %s is open", before, after, f.selected())
	}
	// What cannot be taken in is loaded anew, and goes on where it was.
	w.save(t, strings.Replace(later(), "headline: The harbour", "headline: Гавань", 1))
	p.until("what was saved has been loaded", "((w) => w.document.title === 'Гавань' && !w.mine)("+framesOf+"[0].contentWindow)")
	f = p.livesIn(framesOf + "[0]")
	if after := ask[string](f, "JSON.stringify(barline.state().span)"); after != before || f.selected() != "second" {
		t.Errorf("loaded anew, in view is %s, was %s; %s is open", after, before, f.selected())
	}
}

// The desk's page is for those who cannot see or point, too.
func TestDeskPreviewIsAccessible(t *testing.T) {
	t.Parallel()
	for _, dark := range []bool{false, true} {
		w := newWriting(t, harbour)
		w.state.Problems = []preview.Problem{{File: "harbour.yaml", Line: 4, Column: 11, Severity: "error", Code: "bad-date", Message: "no date", Passage: []preview.Line{{Number: 4, Text: "  - {date: 2024-02-30}"}}},
			{File: "harbour.yaml", Severity: "warning", Code: "no-source", Message: "no source"}}
		w.state.Quotes = []preview.Quote{{ID: "q1", Event: "second", Title: "T", Speaker: "Ada Okafor", Words: "We are.", Verdict: "missing"}, {ID: "q2", Event: "second", Title: "T", Speaker: "Ada Okafor", Words: "We are.", Verdict: "exact", Passage: "We are", Report: "a.txt", Line: 1},
			{ID: "q3", Event: "second", Title: "T", Speaker: "Ada Okafor", Words: "We are.", Verdict: "language"}}
		w.state.Broken = true
		w.Show(w.state)
		p := newTab(t, device{dark: dark, width: 390})
		p.set(serveWriting(t, w) + preview.Path + "?engine=off&width=320")
		p.until("the preview is there", "document.documentElement.dataset.preview === 'broken'")
		p.run(`document.querySelectorAll("details").forEach((d) => { d.open = true; })`)
		p.checkAccessible("the preview")
		if wide := ask[float64](p, "document.documentElement.scrollWidth"); wide > 390 {
			t.Errorf("on a phone the page is %v px wide", wide)
		}
	}
}

// What is wrong with a story is told to the desk alone.
func TestDeskPreviewIsPrivate(t *testing.T) {
	w := newWriting(t, harbour)
	site := serveWriting(t, w)
	get := func(path, host string) *http.Response {
		t.Helper()
		r, err := http.NewRequest(http.MethodGet, site+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		if host != "" {
			r.Host = host
		}
		answer, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { answer.Body.Close() })
		return answer
	}
	for path, want := range map[string]int{preview.Path: 200, preview.Path + "desk.js": 200, preview.Path + "article": 200, preview.Path + "../preview.go": 404, preview.Path + "nothing": 404,
		w.Open() + "preview/": 404, w.Open() + "preview/changes": 404} {
		r := get(path, "")
		if r.StatusCode != want || want == 200 && (r.Header.Get("Access-Control-Allow-Origin") != "" || !strings.Contains(r.Header.Get("Content-Security-Policy"), "frame-ancestors 'self'")) {
			t.Errorf("%s: %d, %v", path, r.StatusCode, r.Header)
		}
	}
	if r := get(preview.Path+"changes", "evil.example"); r.StatusCode != http.StatusMisdirectedRequest {
		t.Errorf("by another name: %d", r.StatusCode)
	}
	r := get(preview.Path+"changes", "")
	var line string
	if _, err := fmt.Fscanln(r.Body, &line); err == nil && line != "retry:" {
		t.Errorf("changes begin with %q", line)
	}
	if r.Header.Get("Content-Type") != "text/event-stream" {
		t.Errorf("changes are %s", r.Header.Get("Content-Type"))
	}
}
