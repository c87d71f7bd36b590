package browser_test

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"

	"barline/internal/bidi"
	"barline/internal/webdriver"
	"barline/internal/xserver"
)

// inLanguage waits until the page of a language is live.
func (p *tab) inLanguage(lang string) {
	p.t.Helper()
	p.until("the page in "+lang+" is live", `document.documentElement.lang === "`+lang+`" && document.documentElement.dataset.barline === "live" && !document.documentElement.hidden`)
}

// The languages of a page that is one file are switched inside it, from a disk, and keep
// what is open; going back works as between pages.
func TestOneFileInAllItsLanguages(t *testing.T) {
	address := single(t, func(page []byte) []byte { return page })
	p := openLive(t, device{}, address)
	english := ask[string](p, "document.querySelector('h1').textContent")
	p.click(p.button("2025-12-02").middle())
	p.opened("2025-12-02")
	p.Leave(`document.querySelector('[data-edition][hreflang="fa-AF"]').click()`)
	p.inLanguage("fa-AF")
	p.opened("2025-12-02")
	if at := ask[string](p, "location.href"); !strings.HasSuffix(at, ".html?lang=fa-AF#2025-12-02") {
		t.Errorf("the address is %s", at)
	}
	got := ask[struct {
		Dir, Headline, Current, Fonts, Share string
		Lang                                 string
	}](p, `({Dir: document.documentElement.dir, Headline: document.querySelector("h1").textContent, Current: document.querySelector("[aria-current=page]").hreflang,
		Fonts: [...document.fonts].filter((f) => f.status === "loaded").map((f) => f.family).join(), Lang: barline.state().lang, Share: document.querySelector("[data-share='2025-12-02']").href})`)
	if got.Dir != "rtl" || got.Headline == english || got.Current != "fa-AF" || got.Fonts == "" || got.Lang != "fa-AF" || !strings.HasSuffix(got.Share, ".html?lang=fa-AF#2025-12-02") {
		t.Errorf("in Dari the page is %+v", got)
	}
	if asked := ask[[]string](p, "performance.getEntriesByType('resource').map((r) => r.name).filter((n) => !n.startsWith('data:'))"); len(asked) > 0 {
		t.Errorf("the page asks for %q", asked)
	}
	p.Leave(`document.querySelector('[data-edition][hreflang="nb"]').click()`)
	p.inLanguage("nb")
	p.opened("2025-12-02")
	p.Leave("history.back()")
	p.inLanguage("fa-AF")
	p.Leave(`document.querySelector('[data-edition][hreflang="en"]').click()`)
	p.inLanguage("en")
	if headline := ask[string](p, "document.querySelector('h1').textContent"); headline != english {
		t.Errorf("back in English the headline is %q", headline)
	}
	// A language that the file does not hold is none.
	p.navigate(address + "?lang=ja")
	p.inLanguage("en")
	// A part of a tag is enough.
	p.navigate(address + "?lang=fa")
	p.inLanguage("fa-AF")
}

// Without scripts the first language is there, and the page says what the others need.
func TestOneFileWithoutScripts(t *testing.T) {
	address := single(t, func(page []byte) []byte { return page })
	p := newTab(t, device{})
	command(p, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	p.navigate(address + "?lang=nb")
	command(p, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{})
	p.until("the first language is seen, with the reason", `document.documentElement.lang === "en" && document.querySelector("h1").offsetHeight > 0 && document.querySelector("noscript").textContent.includes("need scripts")`)
}

// Where a browser cannot unpack them, the first language is shown whatever is asked for.
func TestOneFileInOneLanguageWithoutDecompression(t *testing.T) {
	address := single(t, func(page []byte) []byte { return page })
	p := newTab(t, device{})
	p.prepare("delete globalThis.DecompressionStream")
	p.navigate(address + "?lang=nb")
	p.becomes("failed")
	if got := ask[string](p, "document.documentElement.lang + document.documentElement.hidden"); got != "enfalse" {
		t.Errorf("the page is %s", got)
	}
}

// Firefox and WebKit switch the languages of the one file, too.
func TestOneFileInAllItsLanguagesElsewhere(t *testing.T) {
	address := single(t, func(page []byte) []byte { return page })
	const inDari = `document.documentElement.lang === "fa-AF" && document.documentElement.dataset.barline === "live" && barline.state().selected === "2025-12-02" && document.querySelector("h1").offsetHeight > 0`
	t.Run("Firefox", func(t *testing.T) {
		browser := bidi.Start(t, xserver.Start(t, 1280, 1024).Name)
		tab, err := browser.Open(address+"#2025-12-02", 1200, 900)
		if err != nil {
			t.Fatal(err)
		}
		defer tab.Close()
		f := fox{t, tab}
		f.lives()
		f.must(tab.Eval(`(document.querySelector('[data-edition][hreflang="fa-AF"]').click(), null)`, new(any)))
		f.until("the page in Dari is live, with the event", inDari)
	})
	t.Run("WebKit", func(t *testing.T) {
		k := kit{t, webdriver.Start(t, webdriver.GTK(), xserver.Start(t, 1280, 1024).Name)}
		k.open(address + "#2025-12-02")
		k.until("the page is live", `document.documentElement.dataset.barline === "live"`)
		k.run(`document.querySelector('[data-edition][hreflang="fa-AF"]').click()`)
		k.until("the page in Dari is live, with the event", inDari)
	})
}
