package desk_test

import (
	"testing"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp/kb"
)

const typed = "Kept within a second"

// blank opens a blank story and gives it a headline.
func (p *tab) blank() {
	p.t.Helper()
	p.click("[data-do=open-blank]")
	p.opens("1 event")
	p.run(`document.querySelector("[data-view=story]").focus()`)
	p.press(kb.Enter)
	p.until("the story's form is there", `!document.querySelector("#view-story").hidden`)
	p.writeInto(`[data-story-form] input[data-path='["headline"]']`, typed)
	p.until("the headline is the story's", `document.querySelector("[data-headline]").textContent === `+quoted(typed))
}

// What is in hand outlives the tab, the network and the worker.
func TestNothingIsLost(t *testing.T) {
	t.Parallel()
	s := serveDesk(t)
	p := newTab(t, device{})
	p.prepare(`window.Worker = class extends Worker { constructor(...a) { super(...a); window.lastWorker = this; } }`)
	p.navigate(s.URL + "/?lang=en")
	p.ready()
	p.blank()
	p.until("it is kept", `document.querySelector("[data-kept]").dataset.state === "kept"`)
	p.looks("it", `d.documentElement.dataset.barline === "live"`)
	s.cut(true)
	p.expect("503")
	p.navigate(s.URL + "/?lang=en")
	p.until("offline the story is in hand again", `document.querySelector("[data-headline]").textContent === `+quoted(typed))
	p.ready()
	p.looks("it", `d.querySelector("h1").textContent === `+quoted(typed))
	s.cut(false)

	// The worker dies in the middle: what was asked for is asked again.
	p.click("[data-view=events]")
	p.cell("2", "3")
	p.press(kb.F2)
	p.writeInto(".grid input.cell", "Written while it died")
	p.run(`lastWorker.terminate()`)
	p.press(kb.Enter)
	p.until("what was written is in the story", `document.querySelector('.grid [aria-rowindex="2"] [aria-colindex="3"]').textContent === "Written while it died"`)
	p.until("the zip can be saved", `!document.querySelector("[data-save=zip]").disabled`)

	// Everything can be deleted.
	p.click("[data-do=delete-all]")
	p.click("[data-confirm]")
	p.until("nothing is left", `document.querySelector("[data-headline]")?.textContent === "no story yet" && indexedDB.databases().then((l) => true)`)
	p.ready()
	p.until("the fields are empty", `document.querySelector("[data-source]").value === "" && document.querySelector("[data-editing]").hidden`)
}

// Two tabs do not overwrite each other: the second says so, and can take over.
func TestTwoTabs(t *testing.T) {
	t.Parallel()
	s := serveDesk(t)
	p := open(t, device{}, s)
	p.blank()
	p.until("it is kept", `document.querySelector("[data-kept]").dataset.state === "kept"`)
	q := p.another(device{})
	q.navigate(s.URL + "/?lang=en")
	q.ready()
	q.until("the second tab shows the story and says that it keeps nothing", `document.querySelector("[data-headline]").textContent === `+quoted(typed)+` && document.querySelector("[data-notice]").textContent.includes("another tab")`)
	q.checkAccessible("second tab")
	q.click("[data-notice] button")
	q.until("it keeps the story now", `document.querySelector("[data-kept]").dataset.state === "kept" && !document.querySelector("[data-notice]").textContent.includes("another tab")`)
	p.until("and the first one does not", `document.querySelector("[data-notice]").textContent.includes("another tab")`)
	q.click("[data-view=story]")
	q.writeInto(`[data-story-form] input[data-path='["headline"]']`, "From the second tab")
	q.until("it is kept", `document.querySelector("[data-headline]").textContent === "From the second tab" && document.querySelector("[data-kept]").dataset.state === "kept"`)
	p.writeInto(`[data-story-form] input[data-path='["headline"]']`, "From the first tab")
	p.until("the first tab has its own", `document.querySelector("[data-headline]").textContent === "From the first tab"`)
	q.looks("it", `d.documentElement.dataset.barline === "live"`)
	q.navigate(s.URL + "/?lang=en")
	q.until("what is kept is the second tab's", `document.querySelector("[data-headline]").textContent === "From the second tab"`)
}

// Without storage, service workers and WebAssembly the desk says so, and what works goes on.
func TestPoorBrowser(t *testing.T) {
	t.Parallel()
	s := serveDesk(t)
	p := newTab(t, device{width: 390})
	p.prepare(`Object.defineProperty(Navigator.prototype, "serviceWorker", {value: undefined}); Object.defineProperty(window, "indexedDB", {value: {open() { throw new DOMException("denied", "SecurityError"); }}});`)
	p.navigate(s.URL + "/?lang=en")
	p.ready()
	p.until("it says what is missing", `document.querySelector("[data-notice]").textContent.includes("keep nothing") && document.querySelector("[data-notice]").textContent.includes("no copy of the desk")`)
	p.click("[data-do=open-blank]")
	p.opens("1 event")
	p.until("the preview is one file in a sandbox", `document.querySelector("iframe[data-preview][sandbox]") && document.querySelector("[data-look-words]").textContent.includes("one file")`)
	p.checkAccessible("without storage")

	q := newTab(t, device{})
	q.prepare(`Object.defineProperty(window, "WebAssembly", {value: undefined});`)
	q.navigate(s.URL + "/?lang=en")
	q.until("the desk has failed, and says why", `document.documentElement.dataset.desk === "failed" && document.querySelector("[data-notice]").textContent.includes("WebAssembly")`)
	q.checkAccessible("failed")
}

// What has come can be used before the worker has.
func TestBeforeTheWorker(t *testing.T) {
	t.Parallel()
	s := serveDesk(t)
	p := newTab(t, device{})
	command(p, network.Enable, network.EnableParams{})
	command(p, network.SetBlockedURLs, network.SetBlockedURLsParams{})
	p.prepare(`const W = Worker; window.Worker = function (...a) { const w = new W(...a); const post = w.postMessage.bind(w); let held = []; w.postMessage = (...m) => held ? held.push(m) : post(...m); window.letGo = () => { const all = held; held = null; all.forEach((m) => post(...m)); }; return w; };`)
	p.navigate(s.URL + "/?lang=en")
	p.until("the page is there", `document.querySelector("[data-do=open-blank]")`)
	p.pasteInto("[data-paste]", cells)
	p.until("it waits", `!document.querySelector("[data-busy]").hidden`)
	p.run("letGo()")
	p.until("then it asks", `document.querySelector('[data-question] [data-answer="mdy"]')`)
}
