package main

import (
	_ "embed"
	"errors"
	"fmt"
	"os"
	"slices"
	"text/tabwriter"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"barline/publish"
)

// What opening a popover costs at least: a page that does nothing else.
//
//go:embed popovers.html
var popoversHTML string

// idle is when what has been asked for is on the screen, and nothing is left to
// do: nobody reads a popover and presses the next key within a frame of it.
const idle = `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(() => done(true)))))`

// popoverKeys open popovers and close them.
func popoverKeys() []string {
	return []string{kb.Enter, kb.ArrowRight, kb.ArrowRight, kb.ArrowRight, kb.ArrowRight, kb.ArrowLeft, kb.ArrowLeft, kb.ArrowLeft, kb.ArrowLeft, kb.Escape}
}

// pictureKeys move the picture.
func pictureKeys() []string { return []string{"+", "+", "-", "0"} }

const inputRounds = 8

// timeInput measures how long after a key the next frame is there, on a
// processor slowed as for arrivals.
func timeInput(site publish.Site) error {
	fmt.Printf("\nfrom input to the next painted frame in ms, 390x844, processor slowed %d times\n", cpuSlowdown)
	t := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "\tall\tp50\tp95\tmost\tpopovers\tp50\tp95\tmost\t")
	row := func(name string, d delays) {
		fmt.Fprint(t, name, "\t")
		for _, d := range [][]float64{d.all(), d.popovers} {
			fmt.Fprintf(t, "%d\t%.0f\t%.0f\t%.0f\t", len(d), share(d, 50), share(d, 95), d[len(d)-1])
		}
		fmt.Fprintln(t)
	}
	ratio := func(d, of delays) {
		fmt.Fprint(t, "ratio\t\t\t\t\t\t")
		for _, p := range []int{50, 95} {
			fmt.Fprintf(t, "%.2f\t", share(d.popovers, p)/share(of.popovers, p))
		}
		fmt.Fprintln(t, "\t")
	}
	for _, group := range []struct {
		plain, plainName string
		ours             [][2]string
	}{
		{"/empty", "an empty page", nil},
		{"/plain", "popovers, by hand", [][2]string{{"/?engine=off", "static"}, {"/", "live"}}},
		{"/plain-framed", "in a frame: by hand", [][2]string{{"/framed", "in a frame: live"}}},
	} {
		floor, err := timeKeys(site, group.plain)
		if err != nil {
			return err
		}
		row(group.plainName, floor)
		for _, at := range group.ours {
			d, err := timeKeys(site, at[0])
			if err != nil {
				return err
			}
			row(at[1], d)
			ratio(d, floor)
		}
	}
	return t.Flush()
}

// delays are from input to frame, in ms and sorted.
type delays struct{ popovers, picture []float64 }

func (d delays) all() []float64 {
	return slices.Sorted(slices.Values(slices.Concat(d.popovers, d.picture)))
}

func share(sorted []float64, percent int) float64 { return sorted[len(sorted)*percent/100] }

// timeKeys presses keys on a page, in a browser that has been used: the first
// keys after its start take it most of a second, whatever the page.
func timeKeys(site publish.Site, path string) (delays, error) {
	g, err := newGuest(site, "/plain", 390, 844)
	if err != nil {
		return delays{}, err
	}
	defer g.end()
	if err := g.press(popoverKeys()...); err != nil {
		return delays{}, err
	}
	if err := g.open(path); err != nil {
		return delays{}, err
	}
	if _, err := chromedp.Call(g.ctx, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: cpuSlowdown}); err != nil {
		return delays{}, err
	}
	// The browser's own measure; what takes less than 16 ms it does not tell.
	_, err = awaited[bool](g.ctx, `(() => { window.delays = {};
		const page = document.querySelector("iframe")?.contentWindow ?? window;
		new page.PerformanceObserver((list) => { for (const e of list.getEntries()) if (e.interactionId) delays[e.interactionId] = Math.max(delays[e.interactionId] ?? 0, e.duration); })
			.observe({type: "event", durationThreshold: 16});
		page.document.querySelector("[data-event]").focus(); return true; })()`)
	if err != nil {
		return delays{}, err
	}
	var d delays
	for range inputRounds {
		for _, part := range []struct {
			keys []string
			to   *[]float64
		}{{popoverKeys(), &d.popovers}, {pictureKeys(), &d.picture}} {
			if err := g.press(part.keys...); err != nil {
				return delays{}, err
			}
			got, err := awaited[[]float64](g.ctx, `new Promise((done) => setTimeout(() => { done(Object.values(delays)); delays = {}; }, 300))`)
			if err != nil {
				return delays{}, err
			}
			for len(got) < len(part.keys) {
				got = append(got, 16)
			}
			*part.to = append(*part.to, got...)
		}
	}
	slices.Sort(d.popovers)
	slices.Sort(d.picture)
	return d, nil
}

// press presses keys, each once the page is idle again.
func (g *guest) press(keys ...string) error {
	for _, key := range keys {
		for _, e := range kb.Encode([]rune(key)[0]) {
			if _, err := chromedp.Call(g.ctx, input.DispatchKeyEvent, *e); err != nil {
				return err
			}
		}
		_, rested := awaited[bool](g.ctx, calm)
		_, shown := awaited[bool](g.ctx, idle)
		if err := errors.Join(rested, shown); err != nil {
			return err
		}
	}
	return nil
}
