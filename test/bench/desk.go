package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"barline/data/stories"
	"barline/data/storyfile"
	"barline/publish"
	"barline/publish/desk"
)

const (
	deskVisits = 3
	deskKeys   = 9
)

// deskWatch notes when the desk's page can be used, and then asks for a blank story, which
// comes once the worker is there.
const deskWatch = `(() => {
	const look = () => {
		if (!document.querySelector("[data-headline]")?.textContent) { requestAnimationFrame(look); return; }
		window.usable = performance.now();
		document.querySelector("[data-do=open-blank]").click();
		const wait = () => { if (document.querySelector("[data-total]")?.textContent) window.worked = performance.now(); else setTimeout(wait, 20); };
		wait();
	};
	requestAnimationFrame(look);
})()`

// timeDesk times the desk: its coming over the slow line, and what follows a key, an
// import and publishing on this machine, beside a piece of work that is the same everywhere.
func timeDesk(publish.Site) error {
	files, err := desk.Read()
	if err != nil {
		return err
	}
	if err := timeDeskArrival(files); err != nil {
		return err
	}
	server := httptest.NewServer(desk.Handler(files))
	defer server.Close()
	ctx, cancel := browser(context.Background(), 1280, 900)
	defer cancel()
	ctx, cancel = context.WithTimeout(ctx, 10*time.Minute)
	defer cancel()
	if _, err := chromedp.Run(ctx, chromedp.Navigate(server.URL+"/?lang=en")); err != nil {
		return err
	}
	if _, err := awaited[bool](ctx, until(`document.documentElement.dataset.desk === "ready"`)); err != nil {
		return err
	}
	floor, err := awaited[float64](ctx, `(() => { let least = Infinity; for (let i = 0; i < 5; i++) { const t = performance.now(); Float64Array.from({length: 200000}, (_, i) => (i * 7919) % 200003).sort(); least = Math.min(least, performance.now() - t); } return least; })()`)
	if err != nil {
		return err
	}
	fmt.Printf("\nthe desk on this machine, in ms (and as a ratio to sorting 200,000 numbers, %.0f ms); least and median of %d\n", floor, deskKeys)
	t := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "\tleast\tmedian\tratio\t")
	row := func(name string, all []float64) {
		slices.Sort(all)
		fmt.Fprintf(t, "%s\t%.0f\t%.0f\t%.1f\t\n", name, all[0], all[len(all)/2], all[0]/floor)
	}
	for _, events := range []int{60, 2000} {
		if _, err := opened(ctx, "many.yaml", storyOf(events), events); err != nil {
			return err
		}
		if _, err := awaited[bool](ctx, `(() => { document.querySelector("[data-view=story]").click(); return true; })()`); err != nil {
			return err
		}
		var shown, checked, seen []float64
		for i := range deskKeys {
			got, err := awaited[[]float64](ctx, deskKey(fmt.Sprint("Headline ", events, " ", i)))
			if err != nil {
				return err
			}
			shown, checked, seen = append(shown, got[0]), append(checked, got[1]), append(seen, got[2])
		}
		row(fmt.Sprintf("%d events: a key is on the screen", events), shown)
		row("checked", checked)
		row("in the preview", seen)
	}
	var table strings.Builder
	table.WriteString("title,date,place\n")
	for i := range 10_000 {
		fmt.Fprintf(&table, "Event %d,%d-03-%02d,Oslo\n", i, 1000+i%900, 1+i%28)
	}
	took, err := opened(ctx, "rows.csv", table.String(), 10_000)
	if err != nil {
		return err
	}
	row("10,000 rows are imported", []float64{took})
	first, _, err := storyfile.Decode(stories.WitkoffPutin2025Name, stories.WitkoffPutin2025())
	if err != nil {
		return err
	}
	for _, editions := range []map[string][]byte{nil, stories.WitkoffPutin2025Editions()} {
		files := maps.Clone(editions)
		if files == nil {
			files = map[string][]byte{}
		}
		files[stories.WitkoffPutin2025Name] = stories.WitkoffPutin2025()
		if _, err := opened(ctx, "many.yaml", storyOf(60), 60); err != nil { // in the place of the story before
			return err
		}
		if _, err := openedFiles(ctx, files, first.Len()); err != nil {
			return err
		}
		if took, err = awaited[float64](ctx, deskZip); err != nil {
			return err
		}
		row(fmt.Sprintf("the first story in %d languages is a zip", 1+len(editions)), []float64{took})
	}
	return t.Flush()
}

// deskZip asks for the site of the story in hand as a zip, which was not prepared: the
// step in which it is asked for is out of sight. Its value is the ms until it is there.
const deskZip = `new Promise((done, fail) => {
	const button = document.querySelector("[data-save=zip]"), out = document.querySelector("[data-out-state]");
	const begin = () => {
		if (button.disabled) { setTimeout(begin, 10); return; }
		const t = performance.now();
		out.textContent = "";
		button.click();
		const look = () => {
			if (out.querySelector("[role=alert]")) fail(new Error(out.textContent));
			else if (document.querySelector("[data-saving]").hidden && out.textContent.includes(".zip")) done(performance.now() - t);
			else setTimeout(look, 5);
		};
		look();
	};
	begin();
})`

// timeDeskArrival opens the desk over the slow line, beside a page of a few words.
func timeDeskArrival(files publish.Site) error {
	fmt.Printf("\nthe desk over 1.6 Mbit/s with %d ms latency, processor slowed %d times, in ms; medians of %d visits\n", latencyMs, cpuSlowdown, deskVisits)
	var empty, painted, usable, worked []float64
	for range deskVisits {
		e, p, u, w, err := visitDesk(files)
		if err != nil {
			return err
		}
		empty, painted, usable, worked = append(empty, e), append(painted, p), append(usable, u), append(worked, w)
	}
	t := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "\tmedian\tratio to a page of a few words\t")
	slices.Sort(empty)
	for _, of := range []struct {
		name string
		all  []float64
	}{{"a page of a few words", empty}, {"first paint", painted}, {"usable", usable}, {"the worker has made a story", worked}} {
		slices.Sort(of.all)
		fmt.Fprintf(t, "%s\t%.0f\t%.1f\t\n", of.name, of.all[len(of.all)/2], of.all[len(of.all)/2]/empty[len(empty)/2])
	}
	return t.Flush()
}

func visitDesk(files publish.Site) (empty, painted, usable, worked float64, err error) {
	mux := http.NewServeMux()
	mux.Handle("/", desk.Handler(files))
	mux.HandleFunc("/front", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, front) })
	server := httptest.NewServer(mux)
	defer server.Close()
	slow, err := newLink(server.Listener.Addr().String())
	if err != nil {
		return
	}
	defer slow.close()
	ctx, cancel := browser(context.Background(), 1280, 900)
	defer cancel()
	ctx, cancel = context.WithTimeout(ctx, 5*time.Minute)
	defer cancel()
	const paint = `new Promise((done) => { const look = () => { const e = performance.getEntriesByName("first-contentful-paint")[0]; e ? done(e.startTime) : setTimeout(look, 20); }; look(); })`
	_, throttled := chromedp.Call(ctx, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: cpuSlowdown})
	_, gone := chromedp.Run(ctx, chromedp.Navigate("http://"+slow.address()+"/front"))
	if err = errors.Join(throttled, gone); err != nil {
		return
	}
	if empty, err = awaited[float64](ctx, paint); err != nil {
		return
	}
	_, watched := chromedp.Call(ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: deskWatch})
	_, gone = chromedp.Call(ctx, page.Navigate, page.NavigateParams{URL: "http://" + slow.address() + "/?lang=en"})
	if err = errors.Join(watched, gone); err != nil {
		return
	}
	if worked, err = awaited[float64](ctx, until(`window.worked`)); err != nil {
		return
	}
	if usable, err = awaited[float64](ctx, `window.usable`); err != nil {
		return
	}
	painted, err = awaited[float64](ctx, paint)
	return
}

// until promises the value of an expression once it is true.
func until(expression string) string {
	return `new Promise((done) => { const look = () => { const v = ` + expression + `; v ? done(v) : setTimeout(look, 10); }; look(); })`
}

// opened opens a file by the page's field for files, and returns after how many ms its
// events are there.
func opened(ctx context.Context, name, contents string, events int) (float64, error) {
	return openedFiles(ctx, map[string][]byte{name: []byte(contents)}, events)
}

// openedFiles is opened, for files that belong together.
func openedFiles(ctx context.Context, files map[string][]byte, events int) (float64, error) {
	texts := map[string]string{}
	for name, contents := range files {
		texts[name] = string(contents)
	}
	all, err := json.Marshal(texts)
	if err != nil {
		return 0, err
	}
	return awaited[float64](ctx, fmt.Sprintf(`new Promise((done) => {
		const d = new DataTransfer(), input = document.querySelector("[data-open]"), t = performance.now();
		for (const [name, text] of Object.entries(%s)) d.items.add(new File([text], name));
		input.files = d.files;
		input.dispatchEvent(new Event("change"));
		const look = () => document.querySelector("[data-total]").textContent === new Intl.NumberFormat("en").format(%d) + " events" ? done(performance.now() - t) : setTimeout(look, 5);
		look();
	})`, all, events))
}

// deskKey types a headline into its field: the ms until a frame shows it, until it is
// checked and until the preview has it.
func deskKey(headline string) string {
	return fmt.Sprintf(`new Promise((done) => {
		const input = document.querySelector('[data-story-form] input[data-path=\'["headline"]\']'), t = performance.now(), since = () => performance.now() - t;
		let shown = 0, checked = 0;
		input.focus();
		input.value = %q;
		input.dispatchEvent(new Event("input", {bubbles: true}));
		requestAnimationFrame(() => requestAnimationFrame(() => { shown = since(); }));
		const look = () => {
			if (!checked && document.querySelector("[data-headline]").textContent === %[1]q) checked = since();
			const inside = document.querySelector("iframe[data-preview]").contentDocument?.querySelector("h1")?.textContent;
			if (checked && shown && inside === %[1]q) done([shown, checked, since()]);
			else setTimeout(look, 4);
		};
		look();
	})`, headline)
}

// storyOf is a story of so many events.
func storyOf(events int) string {
	var b strings.Builder
	b.WriteString("barline: 1\nid: many\nheadline: Many\nlang: en\nsources: [{id: a, name: Alpha, url: https://example.org/}]\nevents:\n")
	for i := range events {
		fmt.Fprintf(&b, "  - title: Event number %d of many\n    date: %d-%02d-%02d\n    source: a\n    summary: What happened then, in some words that are long enough.\n", i, 1900+i/20, 1+i%12, 1+i%28)
	}
	return b.String()
}
