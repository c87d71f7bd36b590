package browser_test

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"
)

// copies lets pages use the clipboard, and reads what is on it.
func (p *tab) clipboard() string {
	p.t.Helper()
	return ask[string](p, "navigator.clipboard.readText()")
}

func (p *tab) mayCopy() {
	p.t.Helper()
	for _, name := range []string{"clipboard-read", "clipboard-write"} {
		command(p, browser.SetPermission, browser.SetPermissionParams{Permission: &browser.PermissionDescriptor{Name: name},
			Setting: browser.PermissionSettingGranted, BrowserContextID: chromedp.FromContext(p.Ctx).BrowserContextID})
	}
}

// press a control that a selector finds, by hand.
func (p *tab) clickOn(selector string) {
	p.t.Helper()
	p.run("document.querySelector(" + quoted(selector) + ").scrollIntoView({block: 'center'})")
	p.painted()
	p.click(p.boxOf(selector).middle())
}

const shareOf = `[data-popover="2025-12-02"] [data-share]`

func TestShare(t *testing.T) {
	t.Parallel()
	site := serveFirst(t)
	for _, mode := range modes() {
		t.Run(mode.name, func(t *testing.T) {
			t.Parallel()
			p := mode.open(t, device{}, site)
			p.mayCopy()
			p.run("barline.select('2025-12-02')")
			p.opened("2025-12-02")
			copied := func(selector, said, want string) {
				t.Helper()
				p.clickOn(selector)
				p.until("it says so", "document.querySelector("+quoted(selector)+").textContent === "+quoted(said))
				if got := p.clipboard(); got != want {
					t.Errorf("copied %q, want %q", got, want)
				}
				if got := ask[string](p, "document.querySelector('[data-live-region]').textContent"); got != said {
					t.Errorf("announced %q", got)
				}
			}
			copied(shareOf, "Link copied", site+"/e/2025-12-02/")
			p.opened("2025-12-02")
			// It is a link, too: opened as one it leads to the event.
			if href := ask[string](p, "document.querySelector('"+shareOf+"').href"); href != site+"/e/2025-12-02/" {
				t.Errorf("the link leads to %s", href)
			}
			p.press(keyEscape)
			p.opened("")
			if said := ask[string](p, "document.querySelector('"+shareOf+"').textContent"); said != "Share" {
				t.Errorf("closed, the link says %q", said)
			}
			p.run("document.querySelector('[data-more]').open = true")
			copied(`[data-action="copy-link"]`, "Link copied", site+"/")
			code := ask[string](p, "JSON.parse(document.querySelector('[data-config]').textContent).embed.replaceAll('{url}', "+quoted(site+"/")+")")
			copied(`[data-action="copy-embed"]`, "Embed code copied", code)
			if said := ask[string](p, `document.querySelector('[data-action="copy-link"]').textContent`); said != "Copy link" {
				t.Errorf("the first control still says %q", said)
			}
			if !strings.Contains(code, `src="`+site+`/"`) || !strings.Contains(code, site+"/embed.js") {
				t.Errorf("the code is\n%s", code)
			}
			for _, file := range []string{"picture.png", "picture.svg", "story.json", "events.csv"} {
				got := ask[string](p, `(() => { const a = document.querySelector('[data-more] a[href$="`+file+`"]'); return fetch(a.href).then((r) => r.status + " " + a.download.split(".").pop()); })()`)
				if want := "200 " + file[strings.LastIndexByte(file, '.')+1:]; got != want {
					t.Errorf("%s: %q", file, got)
				}
			}
		})
	}
	// From an event's own page the site is two folders up.
	p := open(t, device{}, site+"/e/embassy/?engine=off")
	p.mayCopy()
	p.opened("embassy")
	p.clickOn(`[data-popover="embassy"] [data-share]`)
	p.until("it is copied", `document.querySelector('[data-popover="embassy"] [data-share]').textContent === "Link copied"`)
	if got := p.clipboard(); got != site+"/e/embassy/" {
		t.Errorf("copied %q", got)
	}
}

// In an article with the script, the link leads to the article.
func TestShareInArticle(t *testing.T) {
	t.Parallel()
	p, _ := hosted(t, device{}, `<barline-timeline src="{site}/"></barline-timeline>`+embedded, "", "#part-2")
	p.mayCopy()
	in := p.lives(0)
	in.run("barline.select('2025-12-02')")
	in.opened("2025-12-02")
	in.run("document.querySelector('" + shareOf + "').scrollIntoView({block: 'center'})")
	in.painted()
	in.click(p.at(0, in.boxOf(shareOf).middle()))
	in.until("it says so", "document.querySelector('"+shareOf+"').textContent === 'Link copied'")
	article := ask[string](p, "location.href.split('#')[0]")
	if got := p.clipboard(); got != article+"#barline=2025-12-02" {
		t.Errorf("copied %q in %s", got, article)
	}
}

// Where a frame may not use the clipboard the words stand to be copied.
func TestShareInSandbox(t *testing.T) {
	t.Parallel()
	p := framed(t, device{}, "", `sandbox="allow-scripts"`)
	in := p.inside()
	in.becomes("live")
	in.settles()
	in.run("barline.select('2025-12-02'); document.execCommand = () => false")
	in.opened("2025-12-02")
	in.run("document.querySelector('" + shareOf + "').scrollIntoView({block: 'center'})")
	in.painted()
	in.click(p.inFrame(in.boxOf(shareOf).middle()))
	in.until("the link is there, selected", `(() => { const f = document.querySelector("[data-popover] .copy"); return f && f.selectionEnd - f.selectionStart === f.value.length && f.value.endsWith("/e/2025-12-02/"); })()`)
	in.opened("2025-12-02")
	if n := ask[int](in, "document.querySelectorAll('[data-more] [download]').length"); n != 0 {
		t.Errorf("%d links ask for a download, which the sandbox forbids", n)
	}
	in.press(keyEscape)
	in.opened("")
	if n := ask[int](in, "document.querySelectorAll('.copy').length"); n != 0 {
		t.Error("closed, the link still stands there")
	}
}

// The field that offers a link keeps its keys, and two presses at once end as
// one.
func TestShareByKeyboard(t *testing.T) {
	t.Parallel()
	p := openLive(t, device{}, serveFirst(t)+"/")
	p.run("document.featurePolicy.allowsFeature = () => false; document.execCommand = () => false; barline.select('2025-12-02')")
	p.opened("2025-12-02")
	p.clickOn(shareOf)
	p.until("the link is there", `document.activeElement.matches(".copy")`)
	for _, key := range []string{keyLeft, keyRight, keyHome, "p", "+"} {
		p.press(key)
	}
	p.opened("2025-12-02")
	if s := p.state(); s.Playing || !ask[bool](p, `document.activeElement.matches(".copy")`) {
		t.Errorf("keys in the field led to %+v", s)
	}
	p.press(keyEscape)
	p.opened("")

	p.mayCopy()
	p.run(`delete document.featurePolicy.allowsFeature; barline.select("2025-12-02")`)
	p.opened("2025-12-02")
	p.run("const link = document.querySelector('" + shareOf + "'); link.click(); link.click()")
	p.until("it is copied", "document.querySelector('"+shareOf+"').textContent === 'Link copied'")
	p.press(keyEscape)
	p.opened("")
	p.painted()
	if said := ask[string](p, "document.querySelector('"+shareOf+"').textContent"); said != "Share" {
		t.Errorf("closed, the link says %q", said)
	}
}
