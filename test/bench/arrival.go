package main

import (
	"bytes"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"html/template"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"sync/atomic"
	"text/tabwriter"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"barline/data/stories"
	"barline/data/storyfile"
	"barline/publish"
	"barline/timeline/detail"
	"barline/timeline/words"
)

// The line that arrivals are timed on: "slow 4G", and a phone's processor.
const (
	latencyMs      = 150
	bytesPerSecond = 1.6e6 / 8
	cpuSlowdown    = 4
	arrivals       = 15
)

// What a reader waits for at least.
//
//go:embed control.html
var controlHTML string

// What both control pages say of an event.
//
//go:embed words.html
var wordsHTML string

// control is a page written by hand, as a template of the story's words: it holds
// them, and nothing else.
func control(name, html string) (publish.Site, error) {
	story, _, err := storyfile.Decode(stories.WitkoffPutin2025Name, stories.WitkoffPutin2025())
	if err != nil {
		return nil, err
	}
	t, err := template.New(name).Parse(html + wordsHTML)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = t.Execute(&out, map[string]any{"Headline": story.Headline(), "Standfirst": story.Standfirst(), "Events": detail.All(story, words.English())})
	site := publish.Site{"index.html": out.Bytes()}
	return site, errors.Join(err, site.Pack(publish.Options{}))
}

// watch notes when the page is usable, at the first frame in which every title
// is laid out and a quotation is there to be opened, and when it is live.
const watch = `(() => {
	const look = () => {
		const complete = document.readyState !== "loading";
		const picture = [...document.querySelectorAll("[data-still] > svg")].find((s) => s.getBoundingClientRect().width > 0);
		const ours = picture && (complete || picture.nextElementSibling) && document.querySelectorAll("[data-event]").length === 10;
		const theirs = !document.querySelector("[data-timeline]") && document.querySelectorAll("summary").length === 10;
		if (document.querySelector("blockquote") && (ours || theirs && complete)) {
			requestAnimationFrame((t) => { window.usable = t; });
			return;
		}
		requestAnimationFrame(look);
	};
	requestAnimationFrame(look);
	const live = () => {
		if (document.documentElement?.dataset.barline === "live") window.live = performance.now();
		else requestAnimationFrame(live);
	};
	live();
})()`

// arrival is one visit: ms from the click on a link, and bytes sent by then.
type arrival struct{ usable, painted, live, bytes, all float64 }

// timeArrival opens both pages by turns, each time in a fresh profile that has
// shown one other page, and prints the medians.
func timeArrival(site publish.Site) error {
	if err := site.Pack(publish.Options{}); err != nil {
		return err
	}
	plain, err := control("control", controlHTML)
	if err != nil {
		return err
	}
	fmt.Printf("\narrival over 1.6 Mbit/s with %d ms latency, processor slowed %d times, 390 px; medians of %d visits\n", latencyMs, cpuSlowdown, arrivals)
	var ours, theirs []arrival
	for range arrivals {
		a, err := visit(plain, false)
		if err != nil {
			return err
		}
		b, err := visit(site, true)
		if err != nil {
			return err
		}
		theirs, ours = append(theirs, a), append(ours, b)
	}
	median := func(all []arrival, of func(arrival) float64) float64 {
		var values []float64
		for _, a := range all {
			values = append(values, of(a))
		}
		slices.Sort(values)
		return values[len(values)/2]
	}
	usable := func(a arrival) float64 { return a.usable }
	painted := func(a arrival) float64 { return a.painted }
	t := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "\tusable, ms\ton screen, ms\tkB until then\tlive, ms\tkB in all\t")
	row := func(name string, all []arrival) {
		fmt.Fprintf(t, "%s\t%.0f\t%.0f\t%.1f\t%.0f\t%.1f\t\n", name, median(all, usable), median(all, painted), median(all, func(a arrival) float64 { return a.bytes })/1000,
			median(all, func(a arrival) float64 { return a.live }), median(all, func(a arrival) float64 { return a.all })/1000)
	}
	row("the same words by hand", theirs)
	row("ours", ours)
	fmt.Fprintf(t, "ratio\t%.2f\t%.2f\t\t\t\t\n", median(ours, usable)/median(theirs, usable), median(ours, painted)/median(theirs, painted))
	return t.Flush()
}

// counted counts what a site sends.
type counted struct {
	site http.Handler
	sent atomic.Int64
}

func (c *counted) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	c.site.ServeHTTP(counting{w, c}, r)
}

type counting struct {
	http.ResponseWriter
	counted *counted
}

func (c counting) Write(b []byte) (int, error) {
	n, err := c.ResponseWriter.Write(b)
	c.counted.sent.Add(int64(n))
	return n, err
}

// front is where the reader comes from: a browser that has shown a page before.
const front = `<!doctype html><title>Front page</title><h1>Front page</h1><p style="font-family: serif">Words, <b>and more</b> words.</p><svg width="50" height="50"><circle r="20" cx="20" cy="20"/><text y="40">picture</text></svg>`

func visit(site publish.Site, live bool) (arrival, error) {
	mux := http.NewServeMux()
	handler := &counted{site: site}
	mux.Handle("/", handler)
	mux.HandleFunc("/front", func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, front) })
	server := httptest.NewServer(mux)
	defer server.Close()
	slow, err := newLink(server.Listener.Addr().String())
	if err != nil {
		return arrival{}, err
	}
	defer slow.close()
	ctx, cancel := browser(context.Background(), 390, 844)
	defer cancel()
	ctx, cancel = context.WithTimeout(ctx, 2*time.Minute)
	defer cancel()

	_, sized := chromedp.Run(ctx, chromedp.EmulateViewport(390, 844))
	_, front := chromedp.Run(ctx, chromedp.Navigate(server.URL+"/front"))
	_, throttled := chromedp.Call(ctx, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: cpuSlowdown})
	_, watched := chromedp.Call(ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: watch})
	_, gone := chromedp.Call(ctx, page.Navigate, page.NavigateParams{URL: "http://" + slow.address() + "/"})
	if err := errors.Join(sized, front, throttled, watched, gone); err != nil {
		return arrival{}, err
	}
	var a arrival
	wait := func(name string) (float64, error) {
		return awaited[float64](ctx, `new Promise((done) => { const look = () => window.`+name+` ? done(window.`+name+`) : setTimeout(look, 20); look(); })`)
	}
	if a.usable, err = wait("usable"); err != nil {
		return a, err
	}
	// The frame is on the screen once the graphics processor, here a software
	// one, has drawn it.
	if a.painted, err = awaited[float64](ctx, `new Promise((done) => { const look = () => { const e = performance.getEntriesByName("first-contentful-paint")[0]; e ? done(Math.max(e.startTime, window.usable)) : setTimeout(look, 20); }; look(); })`); err != nil {
		return a, err
	}
	// What was sent over the line by then: the page itself.
	size, err := awaited[float64](ctx, `performance.getEntriesByType("navigation")[0].encodedBodySize || new Promise((done) => addEventListener("load", () => done(performance.getEntriesByType("navigation")[0].encodedBodySize)))`)
	if err != nil {
		return a, err
	}
	a.bytes = size
	if live {
		if a.live, err = wait("live"); err != nil {
			return a, err
		}
	}
	a.all = float64(handler.sent.Load())
	// A quotation does open.
	opened, err := awaited[bool](ctx, `(() => { const event = document.querySelector('[data-event="2025-12-02"]');
		const quote = event ? document.querySelector('[data-quote="q1"]') : document.querySelector("blockquote");
		(event ?? quote.closest("details").querySelector("summary")).click();
		return quote.checkVisibility() && quote.getBoundingClientRect().height > 0; })()`)
	if err == nil && !opened {
		err = errors.New("a press opens no quotation")
	}
	return a, err
}
