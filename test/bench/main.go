// Command bench weighs the page and times it in real Chromium, beside a floor
// measured in the same run: a page that asks for frames and draws nothing.
// `make bench` runs it; names of parts (weights, opening, arrival, rest, input, memory, desk) run only those.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net/http/httptest"
	"os"
	"slices"
	"text/tabwriter"
	"time"

	"github.com/chromedp/chromedp"

	"barline/data/stories"
	"barline/data/storyfile"
	"barline/publish"
	"barline/publish/engine"
	"barline/publish/pack"
)

func main() {
	log.SetFlags(0)
	site, err := site()
	if err != nil {
		log.Fatal(err)
	}
	parts := []struct {
		name string
		run  func(publish.Site) error
	}{{"weights", weigh}, {"opening", timeOpening}, {"arrival", timeArrival}, {"rest", timeRest}, {"input", timeInput}, {"memory", weighUse}, {"desk", timeDesk}}
	var wrong error
	for _, part := range parts {
		if wanted := os.Args[1:]; len(wanted) == 0 || slices.Contains(wanted, part.name) {
			wrong = errors.Join(wrong, part.run(site))
		}
	}
	if wrong != nil {
		log.Fatal(wrong)
	}
}

func site() (publish.Site, error) {
	story, root, err := storyfile.Decode(stories.WitkoffPutin2025Name, stories.WitkoffPutin2025())
	if err != nil {
		return nil, err
	}
	wasm, loader, packed, err := engine.Read()
	if err != nil {
		return nil, err
	}
	return publish.New(story, root, publish.Engine{WASM: wasm, Loader: loader, Packed: packed}, publish.Options{})
}

// weigh prints what the page costs to load.
func weigh(site publish.Site) error {
	t := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "file\traw\tgzip 9\tbrotli 11\t")
	brotli, gzip := pack.Codings()[0], pack.Codings()[1]
	sizes := func(name string, contents []byte, packed map[string][]byte) {
		size := func(c pack.Coding) int {
			if p := packed[c.Ending]; p != nil {
				return len(p)
			}
			return len(c.Pack(contents, pack.Smallest))
		}
		fmt.Fprintf(t, "%s\t%d\t%d\t%d\t\n", name, len(contents), size(gzip), size(brotli))
	}
	sizes("index.html", site["index.html"], nil)
	for _, name := range []string{"page.js", "late.css", "engine.wasm", "wasm_exec.js", "Sans-Regular-latin.ttf", "Sans-Bold-latin.ttf", "Serif-Regular-latin.ttf", "Serif-Bold-latin.ttf"} {
		full := site.Named(name)
		sizes(name, site[full], map[string][]byte{".br": site[full+".br"], ".gz": site[full+".gz"]})
	}
	return t.Flush()
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
	ctx, cancel := browser(context.Background(), 800, 450)
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
	opening, err := awaited[[3]float64](ctx, "barline.ready.then("+measure+")")
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

// browser starts a Chromium of its own, with a software graphics processor.
func browser(ctx context.Context, width, height int) (context.Context, context.CancelFunc) {
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.NoSandbox, chromedp.WindowSize(width, height),
		chromedp.Flag("disable-gpu", false), chromedp.Flag("use-gl", "angle"), chromedp.Flag("use-angle", "swiftshader"),
		chromedp.Flag("enable-unsafe-swiftshader", true), chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-quic", true))
	ctx, stop := chromedp.NewExecAllocator(ctx, options...)
	ctx, closeTab := chromedp.NewContext(ctx)
	return ctx, func() { closeTab(); stop() }
}

// awaited evaluates an expression and waits for what it promises.
func awaited[T any](ctx context.Context, expression string) (T, error) {
	return chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
}
