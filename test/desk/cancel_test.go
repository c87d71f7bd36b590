package desk_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// A long import is cancelled with the keyboard while the worker is in the midst of it and
// hears nothing. The story in hand stays, and the next one is opened.
func TestImportIsCancelled(t *testing.T) {
	t.Parallel()
	s := serveDesk(t)
	p := newTab(t, device{})
	p.prepare(`window.workers = []; window.opening = 0; window.Worker = class extends Worker {
		constructor(address, ...more) { super(address, ...more); workers.push(String(address)); this.addEventListener("message", (e) => { if (e.data.progress && e.data.id === opening) window.isRead = true; }); }
		postMessage(m, ...more) { if (m.type === "open") window.opening = m.id; if (!("cancel" in m)) super.postMessage(m, ...more); } }`)
	p.navigate(s.URL + "/?lang=en")
	p.ready()
	p.blank()
	var table strings.Builder
	table.WriteString("title,date,place\n")
	for i := range 200_000 {
		fmt.Fprintf(&table, "Event number %d,%d-03-%02d,Oslo\n", i, 1000+i%900, 1+i%28)
	}
	file := filepath.Join(t.TempDir(), "large.csv")
	if err := os.WriteFile(file, []byte(table.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	p.choose("[data-open]", file)
	p.until("it is being read", `window.isRead && !document.querySelector("[data-busy]").hidden && document.querySelector("[data-busy] progress").offsetWidth > 0`)
	p.run(`document.querySelector("[data-do=open-blank]").focus()`)
	p.press(kb.Tab)
	p.until("the keyboard is on Cancel", `document.activeElement.dataset.do === "cancel"`)
	p.press(kb.Enter)
	p.until("nothing is read any more", `document.querySelector("[data-busy]").hidden`)
	p.until("that is said", `document.querySelector("[data-live]").textContent.includes("Cancelled")`)
	p.until("the keyboard is somewhere", `document.activeElement.matches("[data-paste]")`)
	p.until("the worker was ended, and the next one was handed the program", `workers.length === 2 && !workers[0].endsWith("?given") && workers[1].endsWith("?given")`)
	p.until("the story in hand is the one before", `document.querySelector("[data-headline]").textContent === `+quoted(typed))
	p.pasteInto("[data-paste]", cells)
	p.until("the next worker asks", `document.querySelector('[data-question] [data-answer="mdy"]')`)
	p.checkAccessible("asked after cancelling")
}

// Publishing is cancelled where it looks for messages, without another worker, and can be
// begun again.
func TestPublishingIsCancelled(t *testing.T) {
	t.Parallel()
	p := open(t, device{}, serveDesk(t))
	p.click("[data-do=open-example]")
	p.until("it can be published", `!document.querySelector("[data-save=zip]").disabled`)
	p.run(`document.querySelector("[data-save=zip]").focus()`)
	p.press(kb.Enter)
	p.until("it is being published", `!document.querySelector("[data-saving]").hidden`)
	p.run(`document.querySelector("[data-do=cancel-save]").focus()`)
	p.press(kb.Enter)
	p.until("nothing is published any more", `document.querySelector("[data-saving]").hidden && document.activeElement.dataset.save === "zip"`)
	if name, contents := p.saved("[data-save=yaml]"); len(contents) == 0 {
		t.Errorf("%s is empty", name)
	}
	if _, contents := p.saved("[data-save=zip]"); len(contents) < 1e6 {
		t.Errorf("the zip has %d bytes", len(contents))
	}
}

// Once the last step is looked at, the site is made, so that it is there when it is asked
// for.
func TestPreparedSite(t *testing.T) {
	t.Parallel()
	s := serveDesk(t)
	p := newTab(t, device{})
	p.prepare(`window.asked = []; window.Worker = class extends Worker { postMessage(m, ...more) { if (m.type) asked.push([m.id, m.type]); super.postMessage(m, ...more); }
		set onmessage(f) { super.onmessage = (e) => { if (e.data.ok) asked.push([e.data.id, "done"]); f(e); }; } }`)
	p.navigate(s.URL + "/?lang=en")
	p.ready()
	p.blank()
	p.until("it can be published", `!document.querySelector("[data-save=zip]").disabled`)
	p.run(`document.querySelector("#out").scrollIntoView()`)
	p.until("the site is made", `asked.some(([id, what]) => what === "prepare" && asked.some(([other, is]) => other === id && is === "done"))`)
	name, contents := p.saved("[data-save=zip]")
	if !strings.HasSuffix(name, ".zip") || len(contents) < 1e6 {
		t.Errorf("%s has %d bytes", name, len(contents))
	}
	p.published("A new event")
}
