package browser_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
)

// tall is a paragraph of an article, high enough that one is read at a time.
func tall(attributes, words string) string {
	return fmt.Sprintf(`<p %s style="margin: 0; height: 500px">%s</p>`, attributes, words)
}

// besides is a part of an article with a timeline in one column and paragraphs in
// another, if the window is wide enough.
func besides(attributes string, paragraphs ...string) string {
	return `<style>.told { margin-top: 300px } #text { padding-top: 600px } @media (min-width: 1000px) { .told { display: grid; grid-template-columns: 700px 1fr } }</style>
<section class="told"><figure style="margin: 0"><barline-timeline id="one" src="{site}/" ` + attributes + `><a href="{site}/">Six meetings</a></barline-timeline></figure>
<div id="text">` + strings.Join(paragraphs, "\n") + `</div></section><div style="height: 2000px">The end.</div>` + embedded
}

// reads scrolls the article until a paragraph, counted from 1, begins in the middle of
// the window; 0 is above the first one.
func (p *tab) reads(paragraph int) {
	p.t.Helper()
	p.run(fmt.Sprintf(`const to = document.querySelectorAll("#text > *")[%d];
scrollTo({top: %d ? to.getBoundingClientRect().top + scrollY - innerHeight / 2 : 0, behavior: "instant"})`, max(0, paragraph-1), paragraph))
}

// points waits until the timeline points to an event, or to none, and opens nothing.
func (p *tab) points(id string) {
	p.t.Helper()
	want := quoted(id)
	if id == "" {
		want = "null"
	}
	p.until("it points to "+want, "barline.pointed() === "+want+" && barline.state().selected === null && barline.stats().asleep")
}

func TestToldByScrolling(t *testing.T) {
	t.Parallel()
	p, _ := hosted(t, device{width: 1200, height: 800}, besides(`scroll="beside"`,
		tall(`data-barline-step="2025-02"`, "February."),
		tall(`data-barline-step="2025-04/2025-08"`, "April to August."),
		tall(``, `<a id="barline-step-2025-08-06"></a>August.`),
		tall(``, `Compare <a href="#barline-step=compare">them</a>.`),
		tall(`data-barline-step="2025-12-02"`, "December."),
		tall(`data-barline-step="fit"`, "All."),
		tall(`data-barline-step="nobody"`, "Nobody."),
	), "", "#chapter-2")
	in := p.lives(0)
	whole, _ := in.span()
	entries := p.entries()
	p.run("fired.length = 0")
	in.run("window.said = []; new MutationObserver(() => said.push(document.querySelector('[data-live-region]').textContent)).observe(document.querySelector('[data-live-region]'), {childList: true, characterData: true, subtree: true})")

	day := func(s string) time.Time {
		at, err := time.Parse(time.DateOnly, s)
		if err != nil {
			t.Fatal(err)
		}
		return at
	}
	shows := []func(){
		func() { in.points("") },
		func() { in.points("2025-02") },
		func() { in.points("") },
		func() { in.points("2025-08-06") },
		func() { in.points("") },
		func() { in.points("2025-12-02") },
		func() { in.points("") },
	}
	check := func(paragraph int) {
		t.Helper()
		p.reads(paragraph)
		at := ask[float64](p, "scrollY")
		view := "calendar"
		if paragraph == 4 || paragraph == 5 {
			view = "compare"
		}
		in.until("the view is "+view, "barline.state().view === "+quoted(view))
		shows[paragraph]()
		from, to := in.span()
		switch paragraph {
		case 2, 3:
			if !from.Equal(day("2025-04-01")) || !to.Equal(day("2025-09-01")) {
				t.Errorf("at paragraph %d %v to %v is in view", paragraph, from, to)
			}
		case 0, 1, 6:
			if !from.Equal(whole) {
				t.Errorf("at paragraph %d the view begins at %v, not at %v", paragraph, from, whole)
			}
		}
		// The timeline stays in view, with the event in it, beside its text.
		if paragraph == 0 {
			return
		}
		frame := ask[box](p, frameBox)
		seen := p.viewport()
		if id := ask[string](in, "barline.pointed() ?? ''"); id != "" {
			b := in.bar(id)
			b.Y += frame.Y
			b.X += frame.X
			if !seen.holds(b, 1) {
				t.Errorf("at paragraph %d the event is at %v", paragraph, b)
			}
		}
		if frame.Y > 100 || frame.bottom() < 500 {
			t.Errorf("at paragraph %d the timeline is at %v", paragraph, frame)
		}
		if now := ask[float64](p, "scrollY"); now != at {
			t.Errorf("at paragraph %d the article has been scrolled from %v to %v", paragraph, at, now)
		}
	}
	for _, paragraph := range []int{1, 2, 3, 4, 5, 6, 5, 4, 3, 2, 1, 0, 3} {
		check(paragraph)
	}
	if said := ask[[]string](in, "said"); len(said) > 0 {
		t.Errorf("scrolling has announced %q", said)
	}
	if hash := p.hash(); hash != "#chapter-2" || p.entries() != entries {
		t.Errorf("scrolling has left the address at %q, with %d entries more", hash, p.entries()-entries)
	}

	// A link to a step shows it at once, and leads nowhere.
	p.run(`document.querySelector("a[href='#barline-step=compare']").click()`)
	in.until("it compares", "barline.state().view === 'compare' && barline.stats().asleep")
	check(3 - 1)

	// The reader's own press wins until the next step.
	in.click(p.at(0, in.button("2025-04-11").middle()))
	in.opened("2025-04-11")
	p.run("scrollBy({top: 30, behavior: 'instant'})")
	p.painted()
	in.opened("2025-04-11")
	check(3)
	in.opened("")

	// What the story does not know is told to those who listen.
	p.reads(7)
	p.until("the mistake is told", `fired.some((f) => f.type === "error" && /"nobody" is no event/.test(f.message))`)

	// On paper the article stands as it is written.
	p.run("dispatchEvent(new Event('beforeprint'))")
	if kept := ask[string](p, "getComputedStyle(one.parentElement).position + document.querySelector('.told').hasAttribute('data-barline-scroll')"); kept != "staticfalse" {
		t.Errorf("in print the timeline is %s", kept)
	}
}

// On a phone the timeline is a low window above its text, and nothing lies over the
// words that tell of an event.
func TestToldOnAPhone(t *testing.T) {
	t.Parallel()
	p, _ := hosted(t, device{width: 390, height: 800, touch: true, scale: 2}, besides(`data-scroll="beside" style="display: block"`,
		tall(`data-barline-step="2025-02"`, "February."),
		tall(`data-barline-step="2025-12-02"`, "December."),
		tall(`data-barline-step="compare"`, "Side by side."),
	), "", "")
	p.run("one.scrollIntoView()")
	in := p.lives(0)
	p.until("the timeline is a low window", "one.offsetHeight === 336")
	for i, id := range []string{"2025-02", "2025-12-02", "", "2025-12-02", "2025-02"} {
		p.reads([]int{1, 2, 3, 2, 1}[i])
		in.points(id)
		if id == "" {
			continue
		}
		own := "(({x, y, width, height}) => ({x, y, width, height}))(one.getBoundingClientRect())"
		p.until("the event is in the low window", fmt.Sprintf("((w, f, b) => w.y === 0 && f.y + b.y >= w.y && f.y + b.y + b.height <= w.y + w.height)(%s, %s, %s)",
			own, frameBox, quotedBox(in.bar(id))))
	}
	// A press opens the sheet in that window, and scrolls nothing of the article.
	at := ask[float64](p, "scrollY")
	p.tap(p.at(0, in.button("2025-02").middle()))
	in.opened("2025-02")
	// The sheet and the frame both move until then.
	const low = "one.getBoundingClientRect()"
	p.waitFor("the sheet is in the low window", low, func() bool {
		w, f, b := ask[box](p, low), ask[box](p, frameBox), in.popover("2025-02")
		return f.Y+b.Y >= w.Y-1 && f.Y+b.Y+b.Height <= w.Y+w.Height+1
	})
	if now := ask[float64](p, "scrollY"); now != at {
		t.Errorf("a press has scrolled the article from %v to %v", at, now)
	}
}

func quotedBox(b box) string {
	return fmt.Sprintf("{x: %v, y: %v, width: %v, height: %v}", b.X, b.Y, b.Width, b.Height)
}

// Each step drives the timeline beside it, or the one that it names; where there is no
// engine the still picture shows them.
func TestToldToTwoTimelines(t *testing.T) {
	t.Parallel()
	p, _ := hosted(t, device{width: 1000, height: 800}, `<section><div data-barline-src="{site}/?engine=off" data-name="first" data-scroll="behind"></div>
<div id="text">`+tall(`data-barline-step="2025-02"`, "February.")+tall(`data-barline-step="second:2025-03"`, "March, in the second.")+tall(`data-barline-step="2025-12-02"`, "December.")+`</div></section>
<section><barline-timeline src="{site}/?engine=off" name="second"></barline-timeline>`+tall(`data-barline-step="2025-08-06"`, "August.")+`</section>
<div style="height: 2000px">The end.</div>`+embedded, "", "")
	p.run("for (const t of timelines()) frameOf(t).loading = 'eager'")
	// Until they have their heights the text below them moves.
	p.until("both have their heights", "timelines().every((t) => frameOf(t).style.height !== '')")
	told := "[...document.querySelectorAll('[data-told]')].map((b) => b.dataset.event).join()"
	frames := []*tab{p.inFrameOf("frameOf(timelines()[0])"), p.inFrameOf("frameOf(timelines()[1])")}
	for _, c := range []struct {
		paragraph     int
		first, second string
	}{{1, "2025-02", ""}, {2, "2025-02", "2025-03"}, {3, "2025-12-02", "2025-03"}, {2, "2025-02", "2025-03"}, {1, "2025-02", ""}} {
		p.reads(c.paragraph)
		frames[0].until("the first shows "+c.first, told+" === "+quoted(c.first))
		frames[1].until("the second shows "+c.second, told+" === "+quoted(c.second))
	}
	p.run("const to = document.querySelectorAll('section')[1].lastElementChild; scrollTo(0, to.getBoundingClientRect().top + scrollY - 300)")
	frames[1].until("the second shows its own", told+" === '2025-08-06'")
	if stays := ask[string](p, "getComputedStyle(document.querySelector('[data-name=first]')).position + document.querySelector('section').dataset.barlineScroll + getComputedStyle(timelines()[1]).position"); stays != "stickybehindrelative" {
		t.Errorf("they stay as %s", stays)
	}
}

// An article without steps does not load what they need; one with steps and without
// scripts reads on, with what stands in for the timeline.
func TestToldWithoutScripts(t *testing.T) {
	t.Parallel()
	p, site := hosted(t, device{width: 1000, height: 800}, `<barline-timeline id="one" src="{site}/?engine=off"></barline-timeline>`+embedded, "", "")
	p.until("the timeline is there", "fired.some((f) => f.type === 'ready')")
	const asked = "performance.getEntriesByType('resource').filter((r) => /steps\\.[0-9a-f]+\\.js/.test(r.name)).length"
	if n := ask[int](p, asked); n != 0 {
		t.Error("the script of the steps is loaded without any")
	}
	// A step that comes later is heard.
	p.run(`const late = document.createElement("p"); late.dataset.barlineStep = "2025-03"; document.body.prepend(late)`)
	p.until("the script of the steps is loaded", asked+" === 1")
	p.inFrameOf("frameOf(one)").until("the step is shown", "document.querySelector('[data-told]')?.dataset.event === '2025-03'")

	plain := newTab(t, device{width: 1000, height: 800})
	command(plain, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	plain.set(serve(t, host(strings.ReplaceAll(besides(`scroll="beside"`, tall(`data-barline-step="2025-02"`, "February.")), "{site}", site), "")) + "/")
	plain.until("the article is there", `document.readyState === "complete" && !!document.querySelector("#text p")`)
	words := plain.boxOf("#text p")
	if link := plain.boxOf("#one a"); link.Height == 0 || words.Height != 500 {
		t.Errorf("without scripts the link is at %v, the words at %v", link, words)
	}
}
