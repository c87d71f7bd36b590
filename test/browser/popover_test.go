package browser_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// shown are the popovers that can be seen, and the buttons that say so.
type shown struct{ Popovers, Expanded []string }

func (p *tab) shown() shown {
	p.t.Helper()
	return ask[shown](p, `({
		popovers: [...document.querySelectorAll("[data-popover]")].filter((e) => e.checkVisibility()).map((e) => e.dataset.popover),
		expanded: [...document.querySelectorAll('[data-event][aria-expanded="true"]')].map((e) => e.dataset.event)})`)
}

// opened waits until one event, or none, is open, and checks that the page
// says so everywhere.
func (p *tab) opened(id string) {
	p.t.Helper()
	want := quoted(id)
	if id == "" {
		want = "null"
	}
	p.until("the open event is "+want, "barline.state().selected === "+want)
	list := []string{}
	if id != "" {
		list = []string{id}
	}
	if diff := cmp.Diff(shown{list, list}, p.shown()); diff != "" {
		p.t.Errorf("what is shown and expanded (-want +got):\n%s", diff)
	}
}

// focused is the event that has the keyboard, or a description of what has.
func (p *tab) focused() string {
	p.t.Helper()
	return ask[string](p, `((e) => e.dataset.event ?? (e.dataset.action && "action " + e.dataset.action)
		?? (e.dataset.step && "step " + e.dataset.step) ?? (e.className || e.tagName.toLowerCase()))(document.activeElement)`)
}

// checkPopover checks what an open popover says.
func (p *tab) checkPopover(id string) {
	p.t.Helper()
	type got struct {
		Quotes []quotation
		Text   string
		Inner  []string
	}
	g := ask[got](p, `((e) => ({
		quotes: [...e.querySelectorAll("[data-quote]")].map((q) => ({id: q.dataset.quote, element: q.tagName, words: q.textContent,
			speaker: q.closest("figure, p").querySelector("cite")?.textContent})),
		inner: [...e.querySelectorAll("[data-quote] *")].map((x) => x.tagName),
		text: e.innerText}))(document.querySelector('[data-popover="`+id+`"]'))`)
	if diff := cmp.Diff(quotations(id), g.Quotes); diff != "" && len(quotations(id))+len(g.Quotes) > 0 {
		p.t.Errorf("%s: quotations (-want +got):\n%s", id, diff)
	}
	if len(g.Inner) > 0 {
		p.t.Errorf("%s: a quotation holds %q", id, g.Inner)
	}
	if says := strings.Contains(strings.ToLower(g.Text), "no quotation"); says != (len(quotations(id)) == 0) {
		p.t.Errorf("%s: says that there is no quotation: %t\n%s", id, says, g.Text)
	}
}

func TestMouse(t *testing.T) {
	t.Parallel()
	site := serveFirst(t)
	for _, mode := range modes() {
		t.Run(mode.name, func(t *testing.T) {
			t.Parallel()
			p := mode.open(t, device{}, site)
			for _, id := range ids() {
				p.click(p.button(id).middle())
				p.opened(id)
				p.checkPopover(id)
				p.click(p.popoverButton(id, ".close").middle())
				p.opened("")
			}
			// The same button closes; another one takes over.
			p.click(p.button("2025-02").middle())
			p.opened("2025-02")
			p.click(p.button("2025-02").middle())
			p.opened("")
			p.click(p.button("2025-02").middle())
			p.opened("2025-02")
			p.click(p.button("2025-08-06").middle())
			p.opened("2025-08-06")
			// A press on the popover itself keeps it open, one beside it does not.
			p.click(p.boxOf(`[data-popover="2025-08-06"] h2`).middle())
			p.opened("2025-08-06")
			p.click(p.boxOf("h1").middle())
			p.opened("")
			p.click(p.button("2025-02").middle())
			p.opened("2025-02")
			stage := p.boxOf("[data-stage]")
			p.click(point{stage.right() - 3, stage.Y + 3})
			p.opened("")
		})
	}
}

func (p *tab) popoverButton(id, selector string) box {
	p.t.Helper()
	return p.boxOf(`[data-popover="` + id + `"] ` + selector)
}

func TestTouch(t *testing.T) {
	t.Parallel()
	site := serveFirst(t)
	for _, mode := range modes() {
		t.Run(mode.name, func(t *testing.T) {
			t.Parallel()
			p := mode.open(t, device{width: 360, height: 1200, touch: true, scale: 2}, site)
			for _, id := range ids() {
				p.tap(p.button(id).middle())
				p.opened(id)
				p.checkPopover(id)
				if view := (box{0, 0, 360, 1200}); !view.holds(p.popover(id), 0.5) {
					t.Errorf("%s: the popover %v leaves the screen", id, p.popover(id))
				}
				p.tap(p.popoverButton(id, ".close").middle())
				p.opened("")
			}
			p.tap(p.button("embassy").middle())
			p.opened("embassy")
			p.painted()
			p.tap(p.bare())
			p.opened("")
		})
	}
}

// bare is a point in the window at which nothing can be pressed.
func (p *tab) bare() point {
	p.t.Helper()
	return ask[point](p, `(() => {
		for (let y = 10; y < innerHeight; y += 10) {
			const at = document.elementFromPoint(10, y);
			if (at && !at.closest("a, button, input, summary, [data-popover], canvas")) return { X: 10, Y: y };
		}
	})()`)
}

func TestEnterAndSpace(t *testing.T) {
	t.Parallel()
	site := serveFirst(t)
	for _, mode := range modes() {
		t.Run(mode.name, func(t *testing.T) {
			t.Parallel()
			p := mode.open(t, device{}, site)
			for i, id := range ids() {
				p.run(`document.activeElement.blur(); document.querySelector('[data-event="` + id + `"]').focus()`)
				key := []string{keyEnter, " "}[i%2]
				p.press(key)
				p.opened(id)
				p.checkPopover(id)
				p.press(keyEscape)
				p.opened("")
				if at := p.focused(); at != id {
					t.Errorf("after Escape the keyboard is at %s, not at %s", at, id)
				}
				p.press(key)
				p.opened(id)
				p.press(key)
				p.opened("")
			}
			// Escape from inside the popover also returns to the button.
			p.press(keyEnter)
			p.opened("embassy")
			p.run(`document.querySelector('[data-popover="embassy"] .close').focus()`)
			p.press(keyEscape)
			p.opened("")
			if at := p.focused(); at != "embassy" {
				t.Errorf("after Escape in the popover the keyboard is at %s", at)
			}
		})
	}
}

func TestSteps(t *testing.T) {
	t.Parallel()
	site := serveFirst(t)
	for _, mode := range modes() {
		t.Run(mode.name, func(t *testing.T) {
			t.Parallel()
			p := mode.open(t, device{}, site)
			all := ids()
			p.click(p.button(all[0]).middle())
			for _, id := range all {
				p.opened(id)
				p.checkPopover(id)
				if id == all[len(all)-1] {
					break
				}
				p.click(p.popoverButton(id, `[data-step="1"]`).middle())
			}
			count := `document.querySelectorAll('[data-popover="%"] [data-step]').length`
			for _, id := range []string{all[0], all[len(all)-1]} {
				if n := ask[int](p, strings.ReplaceAll(count, "%", id)); n != 1 {
					t.Errorf("%s has %d ways on", id, n)
				}
			}
			// Back again, with the keyboard, which stays on the same button.
			p.run(`document.querySelector('[data-popover="embassy"] [data-step="-1"]').focus()`)
			for i := len(all) - 2; i > 0; i-- {
				p.press(keyEnter)
				p.opened(all[i])
				if at := p.focused(); at != "step -1" {
					t.Errorf("at %s the keyboard is at %s", all[i], at)
				}
			}
			p.press(keyEnter)
			p.opened(all[0])
			// The program's own steps stop at the ends.
			p.run("barline.step(-1)")
			p.opened(all[0])
			p.run("barline.select(null); barline.step(-1)")
			p.opened(all[len(all)-1])
			p.run("barline.step(1)")
			p.opened(all[len(all)-1])
			p.run("barline.select(null); barline.step(1)")
			p.opened(all[0])
		})
	}
}

func TestTranscript(t *testing.T) {
	t.Parallel()
	p := open(t, device{}, serveFirst(t)+"/?engine=off")
	p.becomes("static")
	p.click(p.boxOf("[data-transcript] summary").middle())
	p.until("the transcript is open", "document.querySelector('[data-transcript]').open")
	text := ask[string](p, "document.querySelector('[data-transcript]').innerText")
	at := 0
	for _, f := range facts() {
		title := ask[string](p, `document.querySelector('[data-popover="`+f.id+`"] h2').textContent`)
		next := strings.Index(text[at:], title)
		if next < 0 {
			t.Fatalf("%q does not follow in the transcript", title)
		}
		at += next + len(title)
		for _, q := range quotations(f.id) {
			next := strings.Index(text[at:], q.Words)
			if next < 0 {
				t.Fatalf("%s does not follow in the transcript", q.ID)
			}
			at += next
		}
	}
	if n := ask[int](p, "document.querySelectorAll('[data-transcript] :is(blockquote, q)').length"); n != 8 {
		t.Errorf("the transcript holds %d quotations", n)
	}
}

// A popover is measured once. If its words have grown since, it comes to stand
// where it would on a page that had them so from the beginning.
func TestGrownPopover(t *testing.T) {
	t.Parallel()
	const grow = `for (const p of document.querySelectorAll("[data-popover] p")) p.style.fontSize = "17px"`
	for _, d := range []device{{width: 1200, height: 1400}, {width: 390, height: 1400, touch: true}} {
		for _, query := range []string{"", "?engine=off"} {
			t.Run(itoa(d.width)+query, func(t *testing.T) {
				t.Parallel()
				opened := func(p *tab, id string) box {
					p.run("barline.select('" + id + "')")
					p.opened(id)
					p.settles()
					return p.popover(id)
				}
				ready := func() *tab {
					p := open(t, d, serveFirst(t)+"/"+query)
					if query == "" {
						p.becomes("live")
					}
					p.settles()
					return p
				}
				before, fresh := ready(), ready()
				fresh.run(grow)
				for _, id := range []string{"2025-04-11", "2025-08-06"} {
					small := opened(before, id)
					before.run("barline.select(null)")
					if again := opened(before, id); again != small {
						t.Errorf("%s opens at %v, and then at %v", id, small, again)
					}
				}
				before.run(grow)
				for _, id := range []string{"2025-04-11", "2025-08-06"} {
					want := opened(fresh, id)
					opened(before, id)
					before.waitFor(fmt.Sprintf("grown, %s opens at %v", id, want), "document.querySelector('[data-popover]:popover-open').getBoundingClientRect()", func() bool { return before.popover(id) == want })
				}
			})
		}
	}
}

// Where events share a place, a press there opens one of them, and the next press
// the next.
func TestSharedPlace(t *testing.T) {
	t.Parallel()
	site, err := publishStory("shared.yaml", []byte(`
barline: 1
id: shared
headline: Two on one day
figure: lengths
events:
  - {id: a, title: A, date: 2025-06-01, duration: PT2H}
  - {id: b, title: B, date: 2025-06-01, duration: PT3H}
  - {id: c, title: C, date: 2025-01-02, duration: PT1H}
  - {id: d, title: D, date: 2025-12-02, duration: PT1H}
`))
	if err != nil {
		t.Fatal(err)
	}
	address := serve(t, site)
	for _, query := range []string{"/?engine=off", "/"} {
		p := newTab(t, device{width: 1000, height: 900})
		p.navigate(address + query)
		if query == "/" {
			p.becomes("live")
			p.settles()
		} else {
			p.becomes("static")
		}
		a, b := p.boxOf("[data-event=a]"), p.boxOf("[data-event=b]")
		at := point{(max(a.X, b.X) + min(a.X+a.Width, b.X+b.Width)) / 2, a.middle().Y}
		for _, press := range []struct{ opens, then string }{{"a", "b"}, {"b", "a"}} {
			p.run(fmt.Sprintf("barline.select(%q)", press.opens))
			p.opened(press.opens)
			p.click(at)
			p.opened(press.then)
			p.click(at)
			p.opened(press.opens)
		}
	}
}
