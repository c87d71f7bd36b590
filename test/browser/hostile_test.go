package browser_test

import (
	"strings"
	"testing"
)

const hostile = "a < b & \"c\" ' ${x} {{y}} < /script> <\u200b/script %3Cscript%3E \\u003c <- -> ]]> `z` javascript:alert(1) x<y <unknown> R&D; &notit; <script <i"

// hostileStory holds text that a careless page would take for markup, script
// or template.
func hostileStory() []byte {
	text := quoted(hostile) // a YAML text in double quotes, as in JSON
	return []byte(`barline: 1
id: hostile
lang: en
headline: ` + text + `
standfirst: ` + text + `
sources: [{id: s, name: ` + text + `, title: ` + text + `, url: "https://example.com/?a=1&b=%22%3E%3Cscript%3E"}]
people: [{id: someone, name: ` + text + `, role: ` + text + `}]
places: [{id: place, name: ` + text + `}]
events:
  - id: first
    title: ` + text + `
    date: 2025-04-01
    duration: PT2H
    place: place
    people: [someone]
    summary: [` + text + `]
    source: s
    quotes: [{id: q1, speaker: someone, words: ` + text + `, circumstance: ` + text + `}]
  - id: long
    title: A long quotation
    date: 2025-05-01
    duration: PT1H
    quotes:
      - {id: q2, speaker: someone, words: ` + quoted(strings.Repeat("Word after word. ", 300)+strings.Repeat("x", 4900)) + `}
  - id: constructor
    kind: context
    title: A name that objects have
    date: 2025-06-01
`)
}

func TestHostileText(t *testing.T) {
	t.Parallel()
	site, err := publishStory("hostile.yaml", hostileStory())
	if err != nil {
		t.Fatal(err)
	}
	address := serve(t, site)
	for _, mode := range modes() {
		for _, width := range map[bool][]int64{false: {360}, true: {360, 1000}}[mode.live] {
			p := mode.open(t, device{width: width, height: 900}, address)
			for _, s := range []string{"h1", ".standfirst", `[data-popover="first"] h2`, `[data-popover="first"] [data-quote]`, `[data-popover="first"] cite`,
				"[data-transcript] h2", "[data-transcript] blockquote", "title"} {
				if got := ask[string](p, "document.querySelector("+quoted(s)+").textContent"); got != hostile {
					t.Errorf("%s holds %q", s, got)
				}
			}
			if n := ask[int](p, "document.scripts.length"); n > 5 || n < 4 {
				t.Errorf("the page holds %d scripts", n)
			}
			p.run("barline.select('first')")
			p.opened("first")
			if got := ask[string](p, `document.querySelector('[data-popover="first"] a').href`); got != "https://example.com/?a=1&b=%22%3E%3Cscript%3E" {
				t.Errorf("the source leads to %s", got)
			}
			p.run("barline.select('constructor')")
			p.opened("constructor")
			p.checkLong(width)
		}
	}
}

// checkLong opens a quotation of 10,000 characters: it scrolls inside its
// popover, and the page stays as wide as it is.
func (p *tab) checkLong(width int64) {
	p.t.Helper()
	p.run("barline.select('long')")
	p.opened("long")
	if p.state().Selected != nil && ask[bool](p, "document.querySelector('[data-stage] > canvas') !== null") {
		p.settles()
	}
	if n := ask[int](p, `document.querySelector('[data-quote="q2"]').textContent.length`); n != 10000 {
		p.t.Errorf("the quotation has %d characters", n)
	}
	b, screen := p.popover("long"), p.viewport()
	if b.X < 0 || b.right() > screen.right() || b.Height > screen.Height {
		p.t.Errorf("%d px: the popover %v leaves the screen %v", width, b, screen)
	}
	type scroll struct{ Wide, Inside bool }
	s := ask[scroll](p, `({wide: document.documentElement.scrollWidth > innerWidth, inside: (b => b.scrollHeight > b.clientHeight + 1000 && b.scrollWidth <= b.clientWidth)(document.querySelector('[data-popover="long"] .body'))})`)
	if s.Wide || !s.Inside {
		p.t.Errorf("%d px: the page is wider than the screen: %t; the quotation scrolls inside: %t", width, s.Wide, s.Inside)
	}
	p.until("the popover is on the screen", `document.querySelector('[data-popover="long"]').getBoundingClientRect().height > 60`)
	body := p.boxOf(`[data-popover="long"] .body`)
	at := body.middle()
	at.Y = min(max(at.Y, 5), screen.Height-5)
	p.wheel(at, 300)
	p.until("the quotation has scrolled", `document.querySelector('[data-popover="long"] .body').scrollTop > 100`)
	p.run("barline.select(null)")
	p.opened("")
	if ask[bool](p, "document.documentElement.scrollWidth > innerWidth") {
		p.t.Errorf("%d px: the page is wider than the screen", width)
	}
}
