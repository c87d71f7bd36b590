package desk_test

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// A browser that keeps nothing and serves nothing says so, and the desk goes on.
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
}

// poorer takes from a browser all that the desk uses beyond pages and workers, before any
// script of the page runs; and lets localStorage refuse everything.
const poorer = `for (const [of, names] of [[window, ["indexedDB", "BroadcastChannel", "caches", "showDirectoryPicker", "FileSystemHandle"]], [Navigator.prototype, ["serviceWorker", "storage", "locks"]]])
	for (const name of names) { delete of[name]; if (name in of) Object.defineProperty(of, name, {value: undefined, configurable: true}); }
Object.defineProperty(window, "localStorage", {get() { throw new DOMException("denied", "SecurityError"); }, configurable: true});`

// Without IndexedDB, OPFS, locks, channels, service workers and settings, the whole way to
// a file is there.
func TestPoorestBrowser(t *testing.T) {
	t.Parallel()
	p := newTab(t, device{})
	p.prepare(poorer)
	p.navigate(serveDesk(t).URL + "/?lang=en")
	p.ready()
	p.until("it says what is missing", `document.querySelector("[data-notice]").textContent.includes("keep nothing") && document.querySelector("[data-notice]").textContent.includes("no copy of the desk")`)
	p.until("nothing is said of folders", `document.querySelector("[data-folder]").textContent === ""`)
	p.pasteInto("[data-paste]", cells)
	p.click(`[data-answer="mdy"]`)
	p.opens("6 events")
	p.retitle("War")
	p.click("[data-do=versions]")
	p.until("there are no versions, and it says so", `document.querySelector("[data-dialog]").textContent.includes("There are none yet")`)
	p.run(`document.querySelector("[data-dialog]").close()`)
	p.until("it can be published", `!document.querySelector("[data-save=zip]").disabled`)
	if _, yaml := p.saved("[data-save=yaml]"); !strings.Contains(string(yaml), "title: War") {
		t.Errorf("the file is\n%s", yaml)
	}
	p.published("War")
	p.click("[data-do=delete-all]")
	p.click("[data-confirm]")
	p.until("nothing is left", `document.querySelector("[data-headline]").textContent === "no story yet"`)
}

// Without WebAssembly the story that was kept, one that is opened and a blank one are
// there as text, are kept, and can be saved.
func TestWithoutWebAssembly(t *testing.T) {
	t.Parallel()
	s := serveDesk(t)
	p := open(t, device{}, s)
	p.blank()
	p.until("it is kept", `document.querySelector("[data-kept]").dataset.state === "kept"`)
	q := p.another(device{})
	p.navigate("about:blank")
	q.prepare(`Object.defineProperty(window, "WebAssembly", {value: undefined});`)
	q.navigate(s.URL + "/?lang=en")
	says := `document.querySelector("[data-notice]").textContent`
	q.until("the desk has failed, and says why", `document.documentElement.dataset.desk === "failed" && `+says+`.includes("WebAssembly") && `+says+`.includes("edited as text")`)
	text := `document.querySelector("[data-editor]")?.shadowRoot.querySelector(".cm-content")`
	q.until("the story that was kept is there as text", text+`?.textContent.includes(`+quoted(typed)+`)`)
	q.checkAccessible("failed")
	q.run(text + `.focus()`)
	q.press(kb.End, kb.ModifierCtrl)
	q.press(kb.Enter)
	q.write("# By hand")
	q.until("it is kept", text+`.textContent.includes("By hand") && document.querySelector("[data-kept]").dataset.state === "kept"`)
	if _, yaml := q.saved("[data-save=yaml]"); !strings.HasSuffix(string(yaml), "# By hand") || !strings.Contains(string(yaml), typed) {
		t.Errorf("the file is\n%s", yaml)
	}
	q.navigate(s.URL + "/?lang=en")
	q.until("it is there again", text+`?.textContent.includes("By hand")`)
	q.click("[data-do=open-blank]")
	q.until("a blank story is there as text", text+`?.textContent.includes("A new timeline")`)
	q.pasteInto("[data-paste]", cells)
	q.until("a table is not, and it says why", `document.querySelector("[data-report]").textContent.includes("program could not start")`)
	q.pasteInto("[data-paste]", "")
	q.choose("[data-open]", "../../data/stories/witkoff-putin-2025.yaml", "../../data/stories/witkoff-putin-2025.nb.yaml")
	q.until("a story's file is", `document.querySelector("[data-headline]").textContent === "witkoff-putin-2025.yaml"`)
	q.until("nothing else is said", says+`.includes("WebAssembly") && document.querySelectorAll("[data-notice] > span").length === 1`)
}

// A program that cannot be unpacked, or does not come, is said.
func TestWorkerDoesNotCome(t *testing.T) {
	t.Parallel()
	s := serveDesk(t, "desk.gz.bin")
	p := newTab(t, device{})
	p.expect("503")
	p.navigate(s.URL + "/?lang=en")
	p.until("it says what does not come", `document.documentElement.dataset.desk === "failed" && document.querySelector("[data-notice]").textContent.includes("desk.gz.bin cannot be loaded (503)")`)
	p.click("[data-do=open-blank]")
	p.until("a blank story is there as text", `document.querySelector("[data-editor]")?.shadowRoot.querySelector(".cm-content")?.textContent.includes("A new timeline")`)
	p.checkAccessible("no program")
}
