package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"text/tabwriter"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/heapprofiler"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/performance"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"barline/publish"
)

const calm = `new Promise((done) => {
	const look = () => window.barline?.stats().asleep && document.documentElement.dataset.barline !== "loading" ? done(true) : setTimeout(look, 50);
	look();
})`

// emptyPage is the floor: a page that shows a line of text when a key is
// pressed, and nothing else.
const emptyPage = `<!doctype html><title>Empty</title><link rel="icon" href="data:,"><button data-event>Button</button><p></p>
<script>window.barline = {stats: () => ({asleep: true})}; addEventListener("keydown", (e) => { document.querySelector("p").textContent = e.key; });</script>`

// framedPage is an article that is nothing but a frame.
const framedPage = `<!doctype html><title>Framed</title><link rel="icon" href="data:,"><body style="margin: 0"><iframe src="/" style="border: 0; width: 100%; height: 1400px"></iframe>
<script>
	const frame = document.querySelector("iframe");
	window.barline = {stats: () => frame.contentWindow.barline.stats(), ready: new Promise((done) => { frame.onload = () => frame.contentWindow.barline.ready.then(done); })};
</script>`

// painted is when what has been asked for is on the screen.
const painted = `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(true)))))`

// visitor opens a page of the site and waits until it rests.
func visitor(site publish.Site, path string, width, height int) (context.Context, func(), error) {
	mux := http.NewServeMux()
	mux.Handle("/", site)
	for at, page := range map[string]string{"/empty": emptyPage, "/framed": framedPage} {
		mux.HandleFunc(at, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			fmt.Fprint(w, page)
		})
	}
	server := httptest.NewServer(mux)
	ctx, stop := browser(context.Background(), width, height)
	// Engines keep their memory to themselves.
	_, watched := chromedp.Call(ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: `{
		const instantiate = WebAssembly.instantiate;
		window.engines = [];
		WebAssembly.instantiate = async (...args) => { const made = await instantiate.apply(WebAssembly, args); engines.push(made.exports ?? made.instance.exports); return made; };
	}`})
	ctx, cancel := context.WithTimeout(ctx, 4*time.Minute)
	end := func() { cancel(); stop(); server.Close() }
	_, sized := chromedp.Run(ctx, chromedp.EmulateViewport(int64(width), int64(height)))
	_, opened := chromedp.Run(ctx, chromedp.Navigate(server.URL+path))
	ready := "true"
	if path == "/" || path == "/framed" {
		ready = "barline.ready.then(() => true)"
	}
	_, live := awaited[bool](ctx, ready)
	_, rested := awaited[bool](ctx, calm)
	return ctx, end, errors.Join(watched, sized, opened, live, rested)
}

const restSeconds = 5

// timeRest measures what the main thread does while nobody does anything.
func timeRest(site publish.Site) error {
	fmt.Printf("\nat rest, main-thread ms per second over %d s, 1000x900\n", restSeconds)
	t := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "\tms per second\t")
	for _, at := range []struct{ name, path string }{{"an empty page", "/empty"}, {"static", "/?engine=off"}, {"live", "/"}} {
		ctx, end, err := visitor(site, at.path, 1000, 900)
		if err != nil {
			end()
			return err
		}
		work, err := restWork(ctx)
		end()
		if err != nil {
			return err
		}
		fmt.Fprintf(t, "%s\t%.2f\t\n", at.name, work)
	}
	return t.Flush()
}

func restWork(ctx context.Context) (float64, error) {
	if _, err := chromedp.Call(ctx, performance.Enable, performance.EnableParams{}); err != nil {
		return 0, err
	}
	busy := func() (float64, error) {
		m, err := chromedp.Call(ctx, performance.GetMetrics, cdp.Empty{})
		if err != nil {
			return 0, err
		}
		for _, metric := range m.Metrics {
			if metric.Name == "TaskDuration" {
				return metric.Value * 1000, nil
			}
		}
		return 0, errors.New("the browser does not say how long its tasks took")
	}
	time.Sleep(2 * time.Second) // what loading has left over
	before, err := busy()
	if err != nil {
		return 0, err
	}
	time.Sleep(restSeconds * time.Second)
	after, err := busy()
	return (after - before) / restSeconds, err
}

// timeInput measures how long after a key or a press the next frame is there,
// on a processor slowed as for arrivals.
func timeInput(site publish.Site) error {
	fmt.Printf("\nfrom input to the next painted frame in ms, 390x844, processor slowed %d times\n", cpuSlowdown)
	t := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "\tinputs\tp50\tp95\tmost\t")
	for _, at := range []struct{ name, path string }{{"an empty page", "/empty"}, {"static", "/?engine=off"}, {"live", "/"}, {"live, in a frame", "/framed"}} {
		ctx, end, err := visitor(site, at.path, 390, 844)
		if err == nil {
			var all []float64
			all, err = inputDelays(ctx)
			if err == nil {
				fmt.Fprintf(t, "%s\t%d\t%.0f\t%.0f\t%.0f\t\n", at.name, len(all), all[len(all)/2], all[len(all)*95/100], all[len(all)-1])
			}
		}
		end()
		if err != nil {
			return err
		}
	}
	return t.Flush()
}

func inputDelays(ctx context.Context) ([]float64, error) {
	if _, err := chromedp.Call(ctx, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: cpuSlowdown}); err != nil {
		return nil, err
	}
	// The browser's own measure; what takes less than 16 ms it does not tell.
	_, err := awaited[bool](ctx, `(() => { window.delays = {};
		const page = document.querySelector("iframe")?.contentWindow ?? window;
		new page.PerformanceObserver((list) => { for (const e of list.getEntries()) if (e.interactionId) delays[e.interactionId] = Math.max(delays[e.interactionId] ?? 0, e.duration); })
			.observe({type: "event", durationThreshold: 16});
		page.document.querySelector("[data-event]").focus(); return true; })()`)
	if err != nil {
		return nil, err
	}
	inputs := 0
	press := func(key string) error {
		inputs++
		for _, e := range kb.Encode([]rune(key)[0]) {
			if _, err := chromedp.Call(ctx, input.DispatchKeyEvent, *e); err != nil {
				return err
			}
		}
		_, rested := awaited[bool](ctx, calm)
		_, shown := awaited[bool](ctx, painted)
		return errors.Join(rested, shown)
	}
	for range 4 {
		keys := []string{kb.Home, kb.Enter, kb.ArrowRight, kb.ArrowRight, kb.ArrowRight, kb.ArrowRight, kb.ArrowLeft, kb.ArrowLeft, kb.Escape, "+", "+", "-", "0"}
		for _, key := range keys {
			if err := press(key); err != nil {
				return nil, err
			}
		}
	}
	slow, err := awaited[[]float64](ctx, `new Promise((done) => setTimeout(() => done(Object.values(delays)), 300))`)
	if err != nil {
		return nil, err
	}
	for len(slow) < inputs {
		slow = append(slow, 16)
	}
	slices.Sort(slow)
	return slow, nil
}

// weighUse measures what stays in memory after much use.
func weighUse(site publish.Site) error {
	ctx, end, err := visitor(site, "/", 1000, 900)
	defer end()
	if err != nil {
		return err
	}
	fmt.Println("\nmemory in kB after use: the page's objects, what the browser keeps for them, buffers and the engine's memory")
	t := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "\tobjects\tof the page\tbuffers\tengine\tall\t")
	weigh := func(name string) (float64, error) {
		for range 3 {
			if _, err := chromedp.Call(ctx, heapprofiler.CollectGarbage, cdp.Empty{}); err != nil {
				return 0, err
			}
		}
		h, err := chromedp.Call(ctx, runtime.GetHeapUsage, cdp.Empty{})
		if err != nil {
			return 0, err
		}
		engine, err := awaited[float64](ctx, `engines.reduce((sum, e) => sum + (e.mem ?? e.memory).buffer.byteLength, 0)`)
		if err != nil {
			return 0, err
		}
		all := h.UsedSize + h.EmbedderHeapUsedSize + h.BackingStorageSize + engine
		fmt.Fprintf(t, "%s\t%.0f\t%.0f\t%.0f\t%.0f\t%.0f\t\n", name, h.UsedSize/1000, h.EmbedderHeapUsedSize/1000, h.BackingStorageSize/1000, engine/1000, all/1000)
		return all, nil
	}
	use := func(opens, arrangements int) error {
		_, err := awaited[bool](ctx, fmt.Sprintf(`(async () => {
			const calm = () => %s;
			const ids = [...document.querySelectorAll("[data-event]")].map((b) => b.dataset.event);
			for (let i = 0; i < %d; i++) { barline.select(ids[i %% ids.length]); await calm(); barline.select(null); await calm(); }
			for (let i = 0; i < %d; i++) { barline.view(i %% 2 ? "calendar" : "compare"); await calm(); }
			return true; })()`, calm, opens, arrangements))
		return err
	}
	if err := use(20, 20); err != nil {
		return err
	}
	first, err := weigh("opened 20 times, arranged 20 times")
	if err != nil {
		return err
	}
	if err := use(180, 30); err != nil {
		return err
	}
	last, err := weigh("opened 200 times, arranged 50 times")
	if err != nil {
		return err
	}
	fmt.Fprintf(t, "ratio\t\t\t\t\t%.3f\t\n", last/first)
	return t.Flush()
}
