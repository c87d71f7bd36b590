package browser_test

import (
	"fmt"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"

	"barline/publish"
)

const harbour = `barline: 1
id: harbour
headline: The harbour
live: true
people: [{id: ada, name: Ada Okafor, role: mayor}]
events:
  - {id: first, title: The first round, date: 2024-03-04, duration: PT2H}
  - {id: second, title: The second round, date: 2024-05-20, duration: PT5H, summary: It went on until night., people: [ada], quotes: [{id: q1, speaker: ada, form: sentence, words: We are not there yet.}]}
  - {id: third, title: The third round, date: 2024-09-02, duration: PT3H}
`

// later is the harbour with another event, and another length of the second.
func later() string {
	return strings.Replace(harbour, "PT5H", "PT6H", 1) + "  - {id: fourth, title: The fourth round, date: 2024-11-11, duration: PT4H}\n"
}

func publishHarbour(t *testing.T, text string) publish.Site {
	t.Helper()
	site, err := publishStory("harbour.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return site
}

// newsroom serves a site that is published anew, and counts who asks for its story.
type newsroom struct {
	site   atomic.Pointer[publish.Site]
	asked  atomic.Int32 // for story.json
	same   atomic.Int32 // of these, how many were told that nothing had changed
	broken atomic.Pointer[map[string]string]
}

func (n *newsroom) publish(site publish.Site) { n.site.Store(&site) }

// breaks lets files be something else, until it is called again.
func (n *newsroom) breaks(files map[string]string) { n.broken.Store(&files) }

func (n *newsroom) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(r.URL.Path, "/")
	story := strings.HasSuffix(name, "story.json")
	if story {
		n.asked.Add(1)
	}
	if files := n.broken.Load(); files != nil {
		if text, ok := (*files)[name]; ok {
			if text == "503" {
				w.Header().Set("Retry-After", "600")
				w.WriteHeader(http.StatusServiceUnavailable)
				return
			}
			fmt.Fprint(w, text)
			return
		}
	}
	if story {
		// As servers do, by a hash.
		tag := fmt.Sprintf(`"%d"`, len((*n.site.Load())["story.json"]))
		w.Header().Set("ETag", tag)
		if r.Header.Get("If-None-Match") == tag {
			n.same.Add(1)
			w.WriteHeader(http.StatusNotModified)
			return
		}
	}
	n.site.Load().ServeHTTP(w, r)
}

// slowClock keeps what a page puts off for half a minute or more, to be let happen by
// pass.
const slowClock = `(() => {
	const later = window.setTimeout, never = window.clearTimeout, kept = new Map();
	let n = -1;
	window.setTimeout = (fn, ms, ...more) => {
		if (!(ms >= 30000)) return later(fn, ms, ...more);
		kept.set(--n, [fn, ms]);
		return n;
	};
	window.clearTimeout = (id) => { kept.delete(id); never(id); };
	window.waits = () => [...kept.values()].map(([, ms]) => ms);
	window.pass = () => { const all = [...kept.values()]; kept.clear(); all.forEach(([fn]) => fn()); };
})()`

// openStory opens a live page whose clock stands still.
func openStory(t *testing.T, d device, n *newsroom, query string) *tab {
	t.Helper()
	p := newTab(t, d)
	p.prepare(slowClock)
	p.navigate(serve(t, n) + "/" + query)
	if !strings.Contains(query, "engine=off") {
		p.becomes("live")
		p.settles()
	}
	return p
}

// heard keeps in said what those hear who listen to the page.
func heard(p *tab) {
	p.t.Helper()
	p.run(`window.said = []; new MutationObserver(() => said.push(document.querySelector("[data-live-region]").textContent)).observe(document.querySelector("[data-live-region]"), {childList: true, characterData: true, subtree: true})`)
}

// looks lets the time pass until the page has looked for a newer story once more.
func (p *tab) looks() {
	p.t.Helper()
	p.until("the page waits", "waits().length === 1")
	p.run("pass()")
	p.until("the page has looked", "waits().length === 1")
}

func TestLiveStory(t *testing.T) {
	t.Parallel()
	first, second := publishHarbour(t, harbour), publishHarbour(t, later())
	for _, mode := range modes() {
		t.Run(mode.name, func(t *testing.T) {
			t.Parallel()
			n := &newsroom{}
			n.publish(first)
			query := "?engine=off"
			if mode.live {
				query = ""
			}
			p := openStory(t, device{}, n, query)
			heard(p)
			p.run(`barline.select("second"); const b = document.querySelector('[data-popover="second"] .close'); b.focus()`)
			if mode.live {
				p.run("barline.zoomBy(2)")
				p.settles()
			}
			p.until("the popover is open", `document.querySelector('[data-popover="second"]').matches(":popover-open")`)
			before := ask[string](p, "JSON.stringify(barline.state().span)")
			p.run("said.length = 0; window.button = document.querySelector('[data-event=second]'); window.same = document.querySelector('[data-popover=first]')")
			p.looks()
			if n.asked.Load() != 1 || ask[int](p, "barline.state().events") != 3 || ask[int](p, "said.length") != 0 {
				t.Fatal("nothing is new, and yet something happens")
			}
			p.looks()
			if n.same.Load() == 0 {
				t.Error("the page does not ask whether the story has changed, it fetches it again")
			}
			n.publish(second)
			p.looks()
			p.until("the new event is there", "barline.state().events === 4")
			if mode.live {
				p.settles()
			}
			if got := ask[[]string](p, `[...document.querySelectorAll("[data-event]")].map((b) => b.dataset.event)`); strings.Join(got, " ") != "first second third fourth" {
				t.Errorf("the buttons are of %s", got)
			}
			if p.selected() != "second" || !ask[bool](p, `document.querySelector('[data-popover="second"]').matches(":popover-open") && document.activeElement.matches("[data-popover=second] .close")`) {
				t.Error("what was open, or had the keyboard, has not any more")
			}
			if !ask[bool](p, "button.isConnected && same.isConnected") {
				t.Error("elements of events that were there already are others now")
			}
			if after := ask[string](p, "JSON.stringify(barline.state().span)"); mode.live && after != before {
				t.Errorf("in view was %s, now %s", before, after)
			}
			if got := ask[string](p, `document.querySelector('[data-popover="second"] .body').innerText`); !strings.Contains(got, "6 hours") || !strings.Contains(got, "Changed since you opened this page.") {
				t.Errorf("the popover says %q", got)
			}
			if got := ask[[]string](p, "said"); len(got) != 1 || got[0] != "New: The fourth round. Changed: The second round." {
				t.Errorf("those who listen hear %q", got)
			}
			for _, where := range []string{"[data-transcript]", "[data-table]", "[data-still]", "[data-story]"} {
				if !strings.Contains(ask[string](p, "document.querySelector("+quoted(where)+").textContent"), "fourth round") && where != "[data-still]" {
					t.Errorf("%s lacks the fourth round", where)
				}
			}
			box := ask[*drawn](p, "barline.boxes().fourth")
			if mode.live {
				p.run("barline.fit()")
				p.settles()
				box = p.boxes()["fourth"]
			}
			if box == nil || !p.button("fourth").holds(box.Bar, 14) {
				t.Errorf("the fourth round is drawn at %v, its button is at %v", box, p.button("fourth"))
			}
			p.run(`document.querySelector("[data-news] a").click()`)
			p.opened("fourth")
			p.until("the popover of the fourth round is seen", `document.querySelector('[data-popover="fourth"]').matches(":popover-open")`)
			// What goes is closed, and the keyboard does not fall out of the page.
			p.run(`document.querySelector('[data-popover="fourth"] .close').focus()`)
			n.publish(first)
			p.looks()
			p.until("the fourth round is gone", `barline.state().events === 3 && !document.querySelector("[data-event=fourth]")`)
			if p.selected() != "" || ask[bool](p, "document.activeElement === document.body") {
				t.Error("the fourth round is open, or had the keyboard and took it away")
			}
			if n.asked.Load() != 4 {
				t.Errorf("the story was asked for %d times in 4 minutes", n.asked.Load())
			}
		})
	}
}

// What is broken, cut off, of two versions, or not there changes nothing, and the page
// asks less often.
func TestLiveStoryBroken(t *testing.T) {
	t.Parallel()
	first, second := publishHarbour(t, harbour), publishHarbour(t, later())
	n := &newsroom{}
	n.publish(first)
	p := openStory(t, device{}, n, "")
	p.expect("503", "ERR_ABORTED", "Failed to load resource")
	p.run("barline.select('second')")
	story, page := string(second["story.json"]), string(second["index.html"])
	least := 60000.0
	for _, c := range []struct {
		name  string
		files map[string]string
	}{
		{"a story that is cut off", map[string]string{"story.json": story[:len(story)/2], "": page}},
		{"a page that is cut off", map[string]string{"story.json": story, "": page[:len(page)-20]}},
		{"a page that is cut off early", map[string]string{"story.json": story, "": page[:len(page)/3]}},
		{"a page of the version before", map[string]string{"story.json": story}},
		{"a story and page that the engine cannot read", map[string]string{"story.json": `{"barline":7}`, "": strings.Replace(page, story, `{"barline":7}`, 1)}},
		{"nothing", map[string]string{"story.json": ""}},
		{"a server that is down", map[string]string{"story.json": "503"}},
	} {
		n.breaks(c.files)
		p.looks()
		waits := ask[[]float64](p, "waits()")
		if least = min(2*least, 32*60000); len(waits) != 1 || waits[0] < least || waits[0] > 1.2*least+1 {
			t.Errorf("%s: the next look is %v ms later, want about %v", c.name, waits, least)
		}
		if p.selected() != "second" || ask[int](p, "document.querySelectorAll('[data-event]').length") != 3 || !ask[bool](p, "document.documentElement.dataset.barline === 'live' && document.querySelector('[data-news]').hidden && document.querySelector('[data-newer]').hidden") {
			t.Errorf("%s changes the page", c.name)
		}
	}
	// Unseen or offline it does not ask; then at once if the time has come.
	n.breaks(nil)
	n.publish(second)
	p.run(`Object.defineProperty(navigator, "onLine", {configurable: true, get: () => false}); pass()`)
	p.until("the page has looked and does not wait", "barline.state().events === 4 && waits().length === 0")
	asked := n.asked.Load()
	p.run(`Object.defineProperty(navigator, "onLine", {configurable: true, get: () => true});
		Object.defineProperty(document, "visibilityState", {configurable: true, get: () => "hidden"}); dispatchEvent(new Event("online"))`)
	if ask[int](p, "waits().length") != 0 {
		t.Error("a hidden page waits to ask")
	}
	p.run(`delete document.visibilityState; document.dispatchEvent(new Event("visibilitychange"))`)
	if waits := ask[[]float64](p, "waits()"); len(waits) != 1 || waits[0] < 50000 || n.asked.Load() != asked {
		t.Errorf("seen again before a minute has passed, the page waits %v and has asked %d times more", waits, n.asked.Load()-asked)
	}
}

// A version of another build of the site is offered, and loaded if the reader wants it.
func TestLiveStoryOfAnotherBuild(t *testing.T) {
	t.Parallel()
	first, second := publishHarbour(t, harbour), publishHarbour(t, later())
	n := &newsroom{}
	n.publish(first)
	p := openStory(t, device{}, n, "")
	other := publish.Site{}
	script := second.Named("live.js")
	for name, contents := range second {
		other[name] = contents
	}
	renamed := "assets/live.0123456789ab.js"
	other[renamed] = append([]byte(nil), second[script]...)
	other["index.html"] = []byte(strings.ReplaceAll(string(second["index.html"]), script, renamed))
	n.publish(other)
	p.run("barline.select('second'); barline.zoomBy(2)")
	p.settles()
	before := ask[string](p, "JSON.stringify(barline.state().span)")
	p.looks()
	p.until("the newer version is offered", `document.querySelector("[data-newer]").checkVisibility()`)
	if said := ask[string](p, `document.querySelector("[data-live-region]").textContent`); said != "There is a newer version of this page." {
		t.Errorf("those who listen hear %q", said)
	}
	if ask[int](p, "barline.state().events") != 3 {
		t.Error("a version that does not fit was taken in")
	}
	p.run(`window.old = true; document.querySelector("[data-newer] button").click()`)
	p.until("the page is loaded anew", "!window.old && document.documentElement.dataset.barline === 'live'")
	p.settles()
	if p.selected() != "second" || ask[int](p, "barline.state().events") != 4 {
		t.Errorf("loaded anew, it has %d events, and %s is open", ask[int](p, "barline.state().events"), p.selected())
	}
	if after := ask[string](p, "JSON.stringify(barline.state().span)"); after != before {
		t.Errorf("in view was %s, loaded anew %s", before, after)
	}
}

// A frame that has no origin of its own looks for newer versions, too.
func TestLiveStoryInSandbox(t *testing.T) {
	t.Parallel()
	n := &newsroom{}
	n.publish(publishHarbour(t, harbour))
	site := serve(t, n)
	p := newTab(t, device{})
	p.prepare(slowClock)
	p.allow(site)
	p.navigate(serve(t, article(site+"/", `sandbox="allow-scripts"`)) + "/")
	f := p.livesIn("document.querySelector('iframe')")
	f.run("barline.select('second')")
	n.publish(publishHarbour(t, later()))
	f.looks()
	f.until("the new event is there", "barline.state().events === 4 && barline.state().selected === 'second'")
}

// hurried is the harbour published so that its page looks again at once, for browsers
// whose clock cannot be held.
func hurried(t *testing.T, text string) publish.Site {
	t.Helper()
	site, err := publishWith("harbour.yaml", []byte(text), publish.Options{Preview: true})
	if err != nil {
		t.Fatal(err)
	}
	return site
}

// newerArrived is what holds of the harbour's page when the later version has come, while
// its second round was open.
const newerArrived = `barline.state().events === 4 && barline.state().selected === "second" && document.querySelector('[data-popover="second"]').textContent.includes("6 hours") && document.querySelector("[data-news]").textContent.includes("The fourth round")`

// In an article the frame grows with the story.
func TestLiveStoryInArticle(t *testing.T) {
	t.Parallel()
	n := &newsroom{}
	n.publish(publishHarbour(t, harbour))
	site := serve(t, n)
	article := serve(t, host(`<barline-timeline src="`+site+`/"></barline-timeline><script async src="`+site+`/embed.js"></script>`, ""))
	p := newTab(t, device{width: 390})
	p.prepare(slowClock)
	p.allow(site)
	p.navigate(article)
	f := p.livesIn("document.querySelector('barline-timeline').shadowRoot.querySelector('iframe')")
	height := "document.querySelector('barline-timeline').getBoundingClientRect().height"
	before := ask[float64](p, height)
	n.publish(publishHarbour(t, later()))
	f.looks()
	f.until("the new event is there", "barline.state().events === 4")
	f.settles()
	p.until("the frame is higher", fmt.Sprintf("%s > %v + 10", height, before))
}
