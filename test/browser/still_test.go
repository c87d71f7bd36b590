package browser_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The static picture and the engine's must not be told apart, and nothing
// around them may move when one takes over from the other.
func TestStillAgainstLive(t *testing.T) {
	t.Parallel()
	site := serveFirst(t)
	var devices []device
	for _, width := range []int64{360, 390, 700, 834, 1200} {
		devices = append(devices, device{width: width}, device{width: width, dark: true})
	}
	for _, d := range append(devices, device{width: 360, scale: 2}, device{width: 390, scale: 3, dark: true}) {
		d.height = 1200
		t.Run(fmt.Sprintf("%d scale %v dark=%t", d.width, max(d.scale, 1), d.dark), func(t *testing.T) {
			t.Parallel()
			p := open(t, d, site+"/?engine=off")
			p.becomes("static")
			p.run("await document.fonts.ready")
			before, still := p.around(), p.figure()
			boxes := p.boxes()
			p.navigate(site + "/")
			p.becomes("live")
			p.settles()
			if diff := cmp.Diff(before, p.around()); diff != "" {
				t.Errorf("the page has shifted (-static +live):\n%s", diff)
			}
			if diff := cmp.Diff(boxes, p.boxes()); diff != "" {
				t.Errorf("boxes differ (-static +live):\n%s", diff)
			}
			share := unlike(still, p.figure())
			t.Logf("%.3f %% of the pixels differ", share*100)
			if share > 0.005 {
				t.Errorf("%.2f %% of the pixels differ", share*100)
			}
		})
	}
}

// around is where the parts of the page are.
func (p *tab) around() map[string]box {
	p.t.Helper()
	all := map[string]box{}
	for _, s := range []string{"h1", ".standfirst", "[data-controls]", "[data-figure]", "[data-stage]", "[data-transcript]", "[data-transcript] summary", "main", "body"} {
		all[s] = p.boxOf(s)
	}
	return all
}

// The same page, watched while it goes live: the browser's own measure of
// things that jump.
func TestNoLayoutShift(t *testing.T) {
	t.Parallel()
	site := serveEditions(t)
	for _, c := range []struct {
		lang  string
		width int64
	}{{"", 360}, {"", 1200}, {"ps/", 360}, {"fa-AF/", 1200}} {
		width := c.width
		p := newTab(t, device{width: width, motion: true})
		p.prepare(`addEventListener("DOMContentLoaded", () => {
			window.shifts = [];
			// Of a line with words in two directions the browser takes what stands on
			// its left for its start, which in a line from right to left is another
			// place in every font, though the line stays where it is.
			const reset = (s) => s.node?.nodeType === Node.TEXT_NODE && getComputedStyle(s.node.parentElement).direction === "rtl"
				&& s.previousRect.y === s.currentRect.y && s.previousRect.height === s.currentRect.height;
			new PerformanceObserver((list) => {
				for (const e of list.getEntries()) {
					const by = e.sources.filter((s) => !reset(s)).map((s) => s.node?.outerHTML?.slice(0, 80) ?? s.node?.textContent);
					if (by.length > 0) shifts.push({value: e.value, by});
				}
			}).observe({ type: "layout-shift", buffered: true });
		})`)
		p.navigate(site + "/" + c.lang)
		p.becomes("live")
		p.run("barline.fit()") // ends the opening
		p.settles()
		type shift struct {
			Value float64
			By    []string
		}
		for _, s := range ask[[]shift](p, "shifts") {
			t.Errorf("%s%d px: a shift of %v by %q", c.lang, width, s.Value, s.By)
		}
	}
}

// A link to an event opens its popover beside it, before our fonts are there; when
// they have come it still covers neither the event nor points elsewhere.
func TestLinkedPopoverStaysBesideItsEvent(t *testing.T) {
	t.Parallel()
	site := serveEditions(t)
	for _, where := range []string{"#embassy", "ps/#zelensky-dublin", "fa-AF/#embassy", "nb/#putin-europe"} {
		p := openLive(t, device{width: 360, height: 900}, site+"/"+where)
		p.settles()
		popover, button := p.boxOf("[data-popover]:popover-open"), p.boxOf("[aria-expanded=true]")
		if popover.Y < button.Y+button.Height-4 && button.Y+4 < popover.Y+popover.Height && popover.X < button.X+button.Width && button.X < popover.X+popover.Width {
			t.Errorf("%s: the popover from %v to %v covers its event from %v to %v", where, popover.Y, popover.Y+popover.Height, button.Y, button.Y+button.Height)
		}
	}
}

// alike opens a page without its engine and with it, and compares the pictures; it
// leaves the live one open. between, if not nil, looks at the still one.
func (p *tab) alike(address string, between func()) {
	p.t.Helper()
	p.navigate(address + "?engine=off")
	p.run("await document.fonts.ready")
	still := p.figure()
	if between != nil {
		between()
	}
	p.navigate(address)
	p.becomes("live")
	p.settles()
	if share := unlike(still, p.figure()); share > 0.005 {
		p.t.Errorf("%d px: %.2f %% of the pixels differ from the still picture", p.width, share*100)
	}
}

// Each paragraph of the standfirst keeps room for its own lines, and for no others.
func TestStandfirstOfSeveralParagraphs(t *testing.T) {
	t.Parallel()
	site, err := publishStory("story.yaml", []byte(`barline: 1
id: s
headline: H
standfirst:
  - The first paragraph of a few words that says what the matter is, and goes on for a while.
  - The second is short.
events: [{title: One, date: 1914}, {title: Two, date: 1918}]
`))
	if err != nil {
		t.Fatal(err)
	}
	p := open(t, device{width: 390}, serve(t, site)+"/?engine=off")
	p.run("await document.fonts.ready")
	heights := ask[[][2]float64](p, `[...document.querySelectorAll(".standfirst")].map((e) => { const r = document.createRange(); r.selectNodeContents(e); return [e.getBoundingClientRect().height, new Set([...r.getClientRects()].map((b) => b.y)).size]; })`)
	for i, h := range heights {
		if want := h[1] * 16 * 1.45; len(heights) != 2 || h[0] < want-0.1 || h[0] > want+1 {
			t.Errorf("paragraph %d of %d: %v px for %v lines", i+1, len(heights), h[0], h[1])
		}
	}
}
