package browser_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"barline/publish"
)

// watchPost is a live story of so many events, drawn in lanes; more is put at the end of
// its file.
func watchPost(n int, more string) string {
	var b strings.Builder
	b.WriteString("barline: 1\nid: post\nheadline: The watch post\nlive: true\npeople: [{id: ada, name: Ada Okafor, role: mayor}]\nevents:\n")
	first := time.Date(2023, 1, 2, 0, 0, 0, 0, time.UTC)
	for i := range n {
		at := first.AddDate(0, 0, i*630/n)
		fmt.Fprintf(&b, "  - {id: e%d, title: Alarm no. %d, date: %q, duration: PT%dH, lane: %s}\n", i, i, at.Format("2006-01-02"), 1+i%7, []string{"North", "South"}[i%2])
	}
	return b.String() + more
}

func publishPost(t *testing.T, text string) publish.Site {
	t.Helper()
	site, err := publishStory("post.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return site
}

// A live story of many events is renewed in place: what is open, in view and sought
// stays, whether its events stand in the page or in a file beside it.
func TestLiveManyEvents(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		n    int
		said string
	}{
		{"in the page", 200, "New: A new alarm. Changed: Alarm no. 3."},
		{"in a file", 2300, "New: October 2024 (1 event)."},
	} {
		before := watchPost(c.n, "")
		after := strings.Replace(before, "title: Alarm no. 3, date: ", "summary: It was a false alarm., title: Alarm no. 3, date: ", 1) +
			"  - {id: fresh, title: A new alarm, date: 2024-10-03, duration: PT2H, lane: East, people: [ada]}\n"
		first, second := publishPost(t, before), publishPost(t, after)
		for _, mode := range modes() {
			t.Run(c.name+", "+mode.name, func(t *testing.T) {
				t.Parallel()
				n := &newsroom{}
				n.publish(first)
				query, whole := "?engine=off", ""
				if mode.live {
					query = "?q=alarm#e3"
				}
				p := openStory(t, device{width: 700}, n, query)
				p.run("window.old = true")
				if mode.live {
					p.loaded(c.n)
					p.opened("e3")
					p.settles()
					whole = ask[string](p, "JSON.stringify(barline.state().span)")
					p.run("barline.zoomBy(4)")
					p.settles()
					p.run(`document.querySelector("[data-popover] .close").focus()`)
				}
				heard(p)
				span := ask[string](p, "JSON.stringify(barline.state().span)")
				p.looks()
				if said := ask[int](p, "said.length"); said != 0 || ask[int](p, "barline.state().events") != c.n {
					t.Fatal("nothing is new, and yet something happens")
				}
				n.publish(second)
				p.looks()
				p.until("the new event is counted", fmt.Sprintf("barline.state().events === %d", c.n+1))
				if got := ask[[]string](p, "said"); len(got) != 1 || got[0] != c.said {
					t.Errorf("those who listen hear %q, want %q", got, c.said)
				}
				if !ask[bool](p, `window.old === true && document.querySelector("[data-newer]").hidden && !document.querySelector("canvas[data-before]")`) {
					t.Error("the page was loaded anew, or offers it, or shows the picture of before")
				}
				if got := ask[string](p, `document.querySelector("[data-transcript]").textContent`); c.n <= 2000 != strings.Contains(got, "A new alarm") {
					t.Errorf("the transcript: %.200q", got)
				}
				if !mode.live {
					return
				}
				p.loaded(c.n + 1)
				p.settles()
				if after := ask[string](p, "JSON.stringify(barline.state().span)"); after != span {
					t.Errorf("in view was %s, now %s", span, after)
				}
				if p.selected() != "e3" || !ask[bool](p, `document.activeElement.matches("[data-popover=e3] .close")`) {
					t.Error("what was open, or had the keyboard, has not any more")
				}
				if got := ask[string](p, `document.querySelector("[data-popover=e3]").innerText`); !strings.Contains(got, "It was a false alarm.") || !strings.Contains(got, "Changed since you opened this page.") {
					t.Errorf("the popover says %q", got)
				}
				if found := ask[string](p, `document.querySelector("[data-found]").textContent`); !strings.Contains(found, fmt.Sprint((c.n+1)/1000)) {
					t.Errorf("of what is sought the page says %q", found)
				}
				// What goes is closed.
				p.run(`barline.fit(); barline.select("fresh")`)
				p.opened("fresh")
				p.settles()
				n.publish(first)
				p.looks()
				p.loaded(c.n)
				p.until("the event that is gone is closed", "barline.state().selected === null")
				p.settles()
				if got := ask[string](p, "JSON.stringify(barline.state().span)"); got != whole {
					t.Errorf("the whole was in view, and now %s is, not %s", got, whole)
				}
			})
		}
	}
}

// A story that grows past what stands in a page has another kind of page, which is
// offered.
func TestLiveStoryOutgrowsItsPage(t *testing.T) {
	t.Parallel()
	n := &newsroom{}
	n.publish(publishPost(t, watchPost(1995, "")))
	p := openStory(t, device{width: 700}, n, "?engine=off")
	p.expect("404", "Failed to load resource")
	n.publish(publishPost(t, watchPost(2005, "")))
	p.looks()
	p.until("the newer version is offered", `document.querySelector("[data-newer]").checkVisibility()`)
	p.run(`window.old = true; document.querySelector("[data-newer] button").click()`)
	p.until("the page is loaded anew", "!window.old && document.documentElement.dataset.barline === 'static' && barline.state().events === 2005")
}
