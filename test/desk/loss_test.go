package desk_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/storage"
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
	p.run(`new MutationObserver((_, o) => { o.disconnect(); lastWorker.terminate(); }).observe(document.querySelector("[data-saving]"), {attributes: true, subtree: true, childList: true, characterData: true});`)
	if name, _ := p.saved("[data-save=zip]"); name != "timeline.zip" {
		t.Errorf("the worker died while it published, and what is saved is %s", name)
	}

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

// A tab that slept for a day, while its worker was ended and the clock went on, has all.
func TestSlept(t *testing.T) {
	t.Parallel()
	s := serveDesk(t)
	p := newTab(t, device{})
	p.prepare(`window.Worker = class extends Worker { constructor(...a) { super(...a); window.lastWorker = this; } };
		window.asleepMs = 0; const now = Date.now; Date.now = () => now() + window.asleepMs;`)
	p.navigate(s.URL + "/?lang=en")
	p.ready()
	p.blank()
	p.until("it is kept", `document.querySelector("[data-kept]").dataset.state === "kept"`)
	p.run(`window.asleepMs = 86_400_000; lastWorker.terminate()`)
	command(p, page.SetWebLifecycleState, page.SetWebLifecycleStateParams{State: page.SetWebLifecycleStateStateFrozen})
	command(p, page.SetWebLifecycleState, page.SetWebLifecycleStateParams{State: page.SetWebLifecycleStateStateActive})
	p.writeInto(`[data-story-form] input[data-path='["headline"]']`, "After a day")
	p.until("what is written then is in the story, and kept", `document.querySelector("[data-headline]").textContent === "After a day" && document.querySelector("[data-kept]").dataset.state === "kept"`)
	p.looks("it", `d.querySelector("h1").textContent === "After a day"`)
	p.click("[data-do=versions]")
	p.until("what was there before is a version", `[...document.querySelectorAll("[data-version]")].some((e) => e.textContent.includes("while working"))`)
	p.press(kb.Escape)
	// The clock is put back: versions are made all the same.
	p.run(`window.asleepMs = -86_400_000`)
	before := ask[int](p, `new Promise((done) => { const r = indexedDB.open("barline-desk"); r.onsuccess = () => { const c = r.result.transaction("versions").objectStore("versions").count(); c.onsuccess = () => { r.result.close(); done(c.result); }; }; })`)
	p.writeInto(`[data-story-form] input[data-path='["headline"]']`, "Two days before")
	p.until("it is kept", `document.querySelector("[data-headline]").textContent === "Two days before" && document.querySelector("[data-kept]").dataset.state === "kept"`)
	p.click("[data-do=versions]")
	p.until("there is another version", fmt.Sprintf(`document.querySelectorAll("[data-version]").length > %d`, before))
}

// A disk that is full is said, and what is in hand is kept as soon as there is room.
func TestStorageFull(t *testing.T) {
	t.Parallel()
	s := serveDesk(t)
	p := newTab(t, device{})
	quota := func(bytes *float64) {
		t.Helper()
		command(p, storage.OverrideQuotaForOrigin, storage.OverrideQuotaForOriginParams{Origin: s.URL, QuotaSize: bytes})
	}
	// The desk's own files fit, and then no more.
	p.navigate(s.URL + "/?lang=en")
	p.ready()
	used := ask[float64](p, `navigator.storage.estimate().then((e) => e.usage)`)
	quota(&used)
	p.blank()
	p.until("it says that there is no room", `document.querySelector("[data-kept]").dataset.state === "full" && document.querySelector("[data-notice]").textContent.includes("no room left")`)
	p.checkAccessible("full")
	if _, yaml := p.saved("[data-save=yaml]"); !strings.Contains(string(yaml), typed) {
		t.Errorf("what is in hand is saved as\n%s", yaml)
	}
	quota(nil)
	p.writeInto(`[data-story-form] input[data-path='["headline"]']`, "Room again")
	p.until("it is kept again", `document.querySelector("[data-headline]").textContent === "Room again" && document.querySelector("[data-kept]").dataset.state === "kept" && !document.querySelector("[data-notice]").textContent.includes("no room")`)
	p.navigate(s.URL + "/?lang=en")
	p.ready()
	p.until("it is there when the page is loaded anew", `document.querySelector("[data-headline]").textContent === "Room again"`)
}
