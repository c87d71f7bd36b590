package browser_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode"

	"barline/data/stories"
	"barline/data/storyfile"
	"barline/publish"
)

// editionsSite is the built-in story in all its languages. It is only ever read.
var editionsSite = sync.OnceValues(func() (publish.Site, error) {
	var o publish.Options
	for name, contents := range stories.WitkoffPutin2025Editions() {
		story, root, err := storyfile.Decode(name, contents)
		if err != nil {
			return nil, err
		}
		o.Editions = append(o.Editions, publish.Edition{Story: story, Root: root})
	}
	return publishWith(stories.WitkoffPutin2025Name, stories.WitkoffPutin2025(), o)
})

func serveEditions(t *testing.T) string {
	t.Helper()
	site, err := editionsSite()
	if err != nil {
		t.Fatal(err)
	}
	return serve(t, site)
}

// In every language the still picture and the live one are the same, and both are
// accessible, in each arrangement and theme.
func TestEditionsStillAgainstLive(t *testing.T) {
	t.Parallel()
	address := serveEditions(t)
	for _, lang := range []string{"nb", "fa-AF", "ps"} {
		for _, d := range []device{{width: 360}, {width: 700, dark: true}, {width: 1200}} {
			t.Run(fmt.Sprintf("%s, %d", lang, d.width), func(t *testing.T) {
				t.Parallel()
				p := newTab(t, d)
				p.alike(address+"/"+lang+"/", func() { p.checkAccessible("still") })
				p.run("barline.select('2025-12-02')")
				p.opened("2025-12-02")
				p.checkAccessible("open")
				p.run("barline.select(null); for (const d of document.querySelectorAll('details')) d.open = true")
				p.checkAccessible("unfolded")
				p.run("barline.view('compare')")
				p.settles()
				p.checkAccessible("compared")
			})
		}
	}
}

// Words over the live picture are as wide as those drawn in it: in any script
// what is selected is what is seen.
func TestTheTextLayerLiesOnTheWords(t *testing.T) {
	t.Parallel()
	address := serveEditions(t)
	for _, lang := range []string{"", "fa-AF/", "ps/"} {
		p := openLive(t, device{width: 1000}, address+"/"+lang)
		p.settles()
		// The engine says where its words end; the browser sets them by itself.
		type word struct {
			Text        string
			Left, Right float64
			Dir         string
		}
		words := ask[[]word](p, `[...document.querySelectorAll('[data-words] span')].map((s) => {
			const r = s.getBoundingClientRect(); return {text: s.textContent, left: r.left, right: r.right, dir: s.dir}; })`)
		still := ask[map[string][]float64](p, `(() => { const all = {}; const stage = document.querySelector('[data-stage]').getBoundingClientRect();
			for (const t of document.querySelectorAll('.still svg text')) { if (!t.checkVisibility({visibilityProperty: false})) continue;
				(all[t.textContent] ??= []).push(t.getComputedTextLength()); } return all; })()`)
		checked := 0
		for _, w := range words {
			widths, ok := still[w.Text]
			if !ok {
				continue
			}
			checked++
			// What is said twice, at a bar and on the axis, is set in two sizes.
			if !slices.ContainsFunc(widths, func(width float64) bool { return math.Abs(width-(w.Right-w.Left)) <= 1 }) {
				t.Errorf("%s%q is %.1f px wide, in the picture %.1f", lang, w.Text, w.Right-w.Left, widths)
			}
			letters := strings.Map(func(r rune) rune {
				if unicode.IsLetter(r) {
					return r
				}
				return -1
			}, w.Text)
			if leftward := strings.ContainsFunc(letters, func(r rune) bool { return r >= 0x600 && r < 0x700 }); letters != "" && leftward != (w.Dir == "rtl") {
				t.Errorf("%q runs %s", w.Text, w.Dir)
			}
		}
		if checked < 20 {
			t.Errorf("%s: only %d words were found in both", lang, checked)
		}
	}
}

// A switch between languages keeps what is open, with and without the engine; the
// address may ask for one.
func TestLanguageSwitch(t *testing.T) {
	t.Parallel()
	address := serveEditions(t)
	for _, m := range modes() {
		t.Run(m.name, func(t *testing.T) {
			t.Parallel()
			p := m.openAt(t, device{}, address, "", "")
			p.run("barline.select('2025-08-06')")
			p.opened("2025-08-06")
			p.run("document.querySelector('[data-edition][hreflang=ps]').click()")
			p.until("the Pashto page", "document.documentElement.lang === 'ps' && window.barline?.state().selected === '2025-08-06'")
			if dir := p.state().Dir; dir != "rtl" {
				t.Errorf("the page runs %s", dir)
			}
			p.run("document.querySelector('[data-edition][hreflang=en]').click()")
			p.until("the English page", "document.documentElement.lang === 'en' && window.barline?.state().selected === '2025-08-06'")
		})
	}
	p := open(t, device{}, address+"/?engine=off&lang=fa-af#2025-03")
	p.until("the Dari page", "document.documentElement.lang === 'fa-AF' && window.barline?.state().selected === '2025-03'")
	// The links of a page lead to each other, and say in which language they are.
	links := ask[[]string](p, "[...document.querySelectorAll('link[rel=alternate][hreflang]')].map((l) => l.hreflang + ' ' + new URL(l.href).pathname)")
	if got := strings.Join(links, ", "); len(links) != 5 || !strings.HasPrefix(got, "en /, x-default /, ") || !strings.Contains(got, "ps /ps/") {
		t.Errorf("the page is there as %s", got)
	}
	if dead := ask[[]string](p, "Promise.all([...document.querySelectorAll('link[rel=alternate][hreflang], [data-edition]')].map(async (l) => (await fetch(l.href)).ok ? '' : l.href)).then((all) => all.filter(Boolean))"); len(dead) > 0 {
		t.Errorf("%v are not there", dead)
	}
}

// Arrows go where the eye sees the next event.
func TestArrowsInRTL(t *testing.T) {
	t.Parallel()
	address := serveEditions(t)
	for _, m := range modes() {
		t.Run(m.name, func(t *testing.T) {
			t.Parallel()
			p := m.openAt(t, device{width: 1000}, address, "", "")
			p.navigate(strings.Replace(ask[string](p, "location.href"), address+"/", address+"/fa-AF/", 1))
			if m.live {
				p.becomes("live")
				p.settles()
			}
			p.run("document.querySelector('[data-event]').focus()")
			first := ask[float64](p, "document.activeElement.getBoundingClientRect().x")
			p.press(keyLeft)
			if x := ask[float64](p, "document.activeElement.getBoundingClientRect().x"); x >= first {
				t.Errorf("left of %v px it went to %v", first, x)
			}
			p.press(keyRight)
			if x := ask[float64](p, "document.activeElement.getBoundingClientRect().x"); math.Abs(x-first) > 1 {
				t.Errorf("back it went to %v px, from %v", x, first)
			}
		})
	}
}

// A quotation stands in the words that were reported, in their language and
// direction; what they say in the page's is beside them, and who said so.
func TestQuotationsKeepTheirLanguage(t *testing.T) {
	t.Parallel()
	p := open(t, device{}, serveEditions(t)+"/fa-AF/?engine=off#2025-12-02")
	p.opened("2025-12-02")
	quotes := ask[[]struct{ Lang, Dir, Text, Beside string }](p, `[...document.querySelectorAll('[data-popover="2025-12-02"] [data-quote]')].map((q) => ({
		lang: q.lang, dir: q.dir, text: q.textContent, beside: q.closest("figure, p").nextElementSibling?.textContent ?? ""}))`)
	if len(quotes) == 0 {
		t.Fatal("there are no quotations")
	}
	for _, q := range quotes {
		if q.Lang != "en" || q.Dir != "ltr" || !strings.Contains(q.Beside, "ترجم") || strings.ContainsFunc(q.Text, func(r rune) bool { return r > 0x600 && r < 0x700 }) {
			t.Errorf("%+v", q)
		}
	}
}
