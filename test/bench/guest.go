package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/heapprofiler"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/performance"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

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

// framedPage is an article that is nothing but a frame around a page.
const framedPage = `<!doctype html><title>Framed</title><link rel="icon" href="data:,"><body style="margin: 0"><iframe src="%s" style="border: 0; width: 100%%; height: 1400px"></iframe>
<script>
	const frame = document.querySelector("iframe");
	window.barline = {stats: () => frame.contentWindow.barline.stats(), ready: new Promise((done) => { frame.onload = () => frame.contentWindow.barline.ready.then(done); })};
</script>`

// guest is a browser of its own with the site, and the pages beside it, at a
// server.
type guest struct {
	ctx    context.Context
	origin string
	end    func()
}

// newGuest opens a page of the site and waits until it rests.
func newGuest(site publish.Site, path string, width, height int) (*guest, error) {
	plain, err := control("popovers", popoversHTML)
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("/", site)
	for at, page := range map[string]string{"/empty": emptyPage, "/plain": string(plain["index.html"]),
		"/framed": fmt.Sprintf(framedPage, "/"), "/plain-framed": fmt.Sprintf(framedPage, "/plain")} {
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
	g := &guest{ctx: ctx, origin: server.URL, end: func() { cancel(); stop(); server.Close() }}
	_, sized := chromedp.Run(ctx, chromedp.EmulateViewport(int64(width), int64(height)))
	if err := errors.Join(watched, sized, g.open(path)); err != nil {
		g.end()
		return nil, err
	}
	return g, nil
}

// open goes to a page and waits until it rests.
func (g *guest) open(path string) error {
	_, opened := chromedp.Run(g.ctx, chromedp.Navigate(g.origin+path))
	ready := "true"
	if path == "/" || strings.HasSuffix(path, "framed") {
		ready = "barline.ready.then(() => true)"
	}
	_, live := awaited[bool](g.ctx, ready)
	_, rested := awaited[bool](g.ctx, calm)
	return errors.Join(opened, live, rested)
}

const restSeconds = 5

// timeRest measures what the main thread does while nobody does anything.
func timeRest(site publish.Site) error {
	fmt.Printf("\nat rest, main-thread ms per second over %d s, 1000x900\n", restSeconds)
	t := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "\tms per second\t")
	for _, at := range []struct{ name, path string }{{"an empty page", "/empty"}, {"static", "/?engine=off"}, {"live", "/"}} {
		g, err := newGuest(site, at.path, 1000, 900)
		if err != nil {
			return err
		}
		work, err := restWork(g.ctx)
		g.end()
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

// weighUse measures what stays in memory after much use.
func weighUse(site publish.Site) error {
	g, err := newGuest(site, "/", 1000, 900)
	if err != nil {
		return err
	}
	defer g.end()
	ctx := g.ctx
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
