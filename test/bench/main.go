// Command bench weighs the page and times it in real Chromium, beside a floor
// measured in the same run: a page that asks for frames and draws nothing.
// `make bench` runs it.
package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"log"
	"net/http/httptest"
	"os"
	"text/tabwriter"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/chromedp/chromedp"

	"barline/data/stories"
	"barline/data/storyfile"
	"barline/publish"
	"barline/publish/engine"
)

func main() {
	log.SetFlags(0)
	site, err := site()
	if err != nil {
		log.Fatal(err)
	}
	weigh(site)
	if err := timeOpening(site); err != nil {
		log.Fatal(err)
	}
}

func site() (publish.Site, error) {
	story, root, err := storyfile.Decode(stories.WitkoffPutin2025Name, stories.WitkoffPutin2025())
	if err != nil {
		return nil, err
	}
	wasm, loader, err := engine.Read()
	if err != nil {
		return nil, err
	}
	return publish.New(story, root, publish.Engine{WASM: wasm, Loader: loader})
}

// weigh prints what the page costs to load.
func weigh(site publish.Site) {
	t := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "file\traw\tgzip 9\tbrotli 11\t")
	for _, name := range []string{"engine.wasm", "index.html", "theme.css", "barline.css", "page.js", "wasm_exec.js", "fonts/NotoSans-Regular-latin.ttf", "fonts/NotoSans-Bold-latin.ttf", "fonts/NotoSerif-Regular-latin.ttf", "fonts/NotoSerif-Bold-latin.ttf"} {
		fmt.Fprintf(t, "%s\t%d\t%d\t%d\t\n", name, len(site[name]), gzipped(site[name]), brotlied(site[name]))
	}
	t.Flush()
}

func gzipped(b []byte) int {
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		log.Fatal(err)
	}
	w.Write(b)
	w.Close()
	return out.Len()
}

func brotlied(b []byte) int {
	var out bytes.Buffer
	w := brotli.NewWriterLevel(&out, brotli.BestCompression)
	w.Write(b)
	w.Close()
	return out.Len()
}

// measure collects the intervals between frames for 1.7 seconds, in ms.
const measure = `() => new Promise((done) => {
	const times = [], begin = performance.now();
	const frame = (t) => {
		times.push(t);
		if (t - begin < 1700) return requestAnimationFrame(frame);
		const gaps = times.slice(1).map((t, i) => t - times[i]).sort((a, b) => a - b);
		done([gaps.length, gaps[Math.floor(gaps.length * 0.5)], gaps[Math.floor(gaps.length * 0.95)]]);
	};
	requestAnimationFrame(frame);
})`

// timeOpening plays the opening animation in a figure 800 px wide whose window
// is 450 px high, under software GL.
func timeOpening(site publish.Site) error {
	server := httptest.NewServer(site)
	defer server.Close()
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.NoSandbox, chromedp.WindowSize(800, 450),
		chromedp.Flag("disable-gpu", false), chromedp.Flag("use-gl", "angle"), chromedp.Flag("use-angle", "swiftshader"),
		chromedp.Flag("enable-unsafe-swiftshader", true), chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-quic", true))
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	defer cancel()
	ctx, cancel = chromedp.NewContext(ctx)
	defer cancel()
	ctx, cancel = context.WithTimeout(ctx, 2*time.Minute)
	defer cancel()

	_, sized := chromedp.Run(ctx, chromedp.EmulateViewport(800, 450))
	_, opened := chromedp.Run(ctx, chromedp.Navigate(server.URL+"/?engine=off"))
	if err := errors.Join(sized, opened); err != nil {
		return err
	}
	floor, err := awaited[[3]float64](ctx, "("+measure+")()")
	if err != nil {
		return err
	}
	if _, err := chromedp.Run(ctx, chromedp.Navigate(server.URL)); err != nil {
		return err
	}
	// Live and at rest: the opening of the load itself is over.
	if _, err := awaited[bool](ctx, `barline.ready.then(() => new Promise((done) => {
		const calm = () => barline.stats().asleep ? done(true) : setTimeout(calm, 50);
		calm();
	}))`); err != nil {
		return err
	}
	opening, err := awaited[[3]float64](ctx, `document.querySelector("[data-action=replay]").click(), (`+measure+`)()`)
	if err != nil {
		return err
	}
	quads, err := awaited[float64](ctx, "barline.stats().primitives")
	if err != nil {
		return err
	}
	fmt.Printf("\nframe intervals in ms, 800x450, software GL, %d quads\n", int(quads))
	t := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "\tframes\tp50\tp95\t")
	fmt.Fprintf(t, "an empty page (the floor)\t%.0f\t%.1f\t%.1f\t\n", floor[0], floor[1], floor[2])
	fmt.Fprintf(t, "the opening animation\t%.0f\t%.1f\t%.1f\t\n", opening[0], opening[1], opening[2])
	fmt.Fprintf(t, "ratio\t\t%.2f\t%.2f\t\n", opening[1]/floor[1], opening[2]/floor[2])
	return t.Flush()
}

// awaited evaluates an expression and waits for what it promises.
func awaited[T any](ctx context.Context, expression string) (T, error) {
	return chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
}
