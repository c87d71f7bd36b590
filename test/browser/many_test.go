package browser_test

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"barline/publish"
)

// manyEvents is a table of so many events over three years, in four lanes.
func manyEvents(n int) []byte {
	lanes, people, places := []string{"Meetings", "Calls", "Visits", "Votes"}, []string{"Ada Berg", "Bo Dahl", "Cleo Eng"}, []string{"Oslo", "Geneva", "Doha"}
	var b strings.Builder
	b.WriteString("id,title,start,duration,lane,kind,place,people,summary,quote,speaker,source\n")
	first := time.Date(2022, 1, 1, 8, 0, 0, 0, time.UTC)
	step := 3 * 365 * 24 * time.Hour / time.Duration(n)
	for i := range n {
		kind, length := "meeting", "PT"+strconv.Itoa(1+i%7)+"H"
		if i%9 == 8 {
			kind, length = "context", ""
		}
		quote, speaker := "", ""
		if i%50 == 25 {
			quote, speaker = fmt.Sprintf("Words number %d, as they were said.", i), people[i%3]
		}
		fmt.Fprintf(&b, "e%d,%s no. %d,%s,%s,%s,%s,%s,%s,,%q,%s,A report\n", i, []string{"Talks", "Hearing", "Briefing"}[i%3], i,
			first.Add(time.Duration(i)*step).Format(time.RFC3339), length, lanes[i%4], kind, places[i%3], people[i%3], quote, speaker)
	}
	return []byte(b.String())
}

// Stories of many events, which stand in the page or in a file beside it. They
// are only ever read.
var (
	inlineMany = sync.OnceValues(func() (publish.Site, error) { return publishStory("many.csv", manyEvents(400)) })
	filedMany  = sync.OnceValues(func() (publish.Site, error) { return publishStory("many.csv", manyEvents(5000)) })
)

type manySite struct {
	name  string
	n     int
	build func() (publish.Site, error)
}

func manySites() []manySite {
	return []manySite{{"in the page", 400, inlineMany}, {"in a file", 5000, filedMany}}
}

func (m manySite) site(t *testing.T) publish.Site {
	t.Helper()
	site, err := m.build()
	if err != nil {
		t.Fatal(err)
	}
	return site
}

func (m manySite) open(t *testing.T, d device, address string) *tab {
	t.Helper()
	p := openLive(t, d, serve(t, m.site(t))+address)
	p.loaded(m.n)
	p.settles()
	return p
}

// loaded waits until so many events are in the picture.
func (p *tab) loaded(n int) {
	p.t.Helper()
	p.until("all events are there", "barline.state().loaded === "+strconv.Itoa(n))
}

// entry is what the list of events in view holds.
type entry struct {
	Event, Name string
	From        float64
	Box         box
}

func (p *tab) list() []entry {
	p.t.Helper()
	return ask[[]entry](p, `[...document.querySelectorAll("[data-events] button")].map((b) => {
		const {x, y, width, height} = b.getBoundingClientRect();
		return {event: b.dataset.event ?? "", name: b.textContent, from: Number(b.dataset.from), box: {x, y, width, height}}; })`)
}

func TestManyBecomeLive(t *testing.T) {
	t.Parallel()
	for _, m := range manySites() {
		for _, width := range []int64{360, 700, 1200} {
			t.Run(fmt.Sprintf("%s, %d", m.name, width), func(t *testing.T) {
				t.Parallel()
				d := device{width: width, height: 1200}
				site := serve(t, m.site(t))
				p := open(t, d, site+"/?engine=off")
				p.run("await document.fonts.ready")
				parts := func() [3]box { return [3]box{p.boxOf("main"), p.boxOf("[data-stage]"), p.boxOf("[data-controls]")} }
				still, before := p.figure(), parts()
				p.navigate(site + "/")
				p.becomes("live")
				p.loaded(m.n)
				p.settles()
				if now := parts(); now != before {
					t.Errorf("the page has shifted: %v, %v", before, now)
				}
				if share := unlike(still, p.figure()); share > 0.005 {
					t.Errorf("%.2f %% of the pixels differ from the still picture", share*100)
				}
				total := 0
				last := -1e18
				for _, e := range p.list() {
					if e.From < last {
						t.Errorf("%s stands before its time", e.Name)
					}
					last = e.From
					if e.Event != "" {
						total++
						continue
					}
					_, events, ok := strings.Cut(e.Name, ": ")
					count, err := strconv.Atoi(strings.ReplaceAll(strings.Fields(events + " ")[0], ",", ""))
					if !ok || err != nil {
						t.Fatalf("a stretch is called %q", e.Name)
					}
					total += count
				}
				if total != m.n {
					t.Errorf("the list stands for %d events, of %d", total, m.n)
				}
				if s := p.state(); s.Events != m.n {
					t.Errorf("the state counts %d events", s.Events)
				}
			})
		}
	}
}

// From years down to one event, by keys alone, and back.
func TestManyByKeyboard(t *testing.T) {
	t.Parallel()
	for _, m := range manySites() {
		t.Run(m.name, func(t *testing.T) {
			t.Parallel()
			p := m.open(t, device{}, "/")
			p.run(`document.querySelector("[data-events] button").focus()`)
			for range 12 {
				if ask[string](p, "document.activeElement.dataset.event ?? ''") != "" {
					break
				}
				if !ask[bool](p, "document.activeElement.matches('[data-stretch]')") {
					t.Fatalf("the keyboard is at %s", p.focused())
				}
				p.press(keyEnter)
				p.settles()
			}
			id := p.focused()
			if !strings.HasPrefix(id, "e") {
				t.Fatalf("the keyboard ends at %s, in %v", id, p.list())
			}
			p.press(keyEnter)
			p.opened(id)
			title := ask[string](p, "document.querySelector('[data-popover] h2').textContent")
			if name := ask[string](p, "document.activeElement.textContent"); !strings.HasPrefix(name, title) {
				t.Errorf("the popover of %q says %q", name, title)
			}
			number, _ := strconv.Atoi(id[1:])
			p.press(keyRight)
			p.opened("e" + strconv.Itoa(number+1))
			p.press(keyEscape)
			p.opened("")
			if at := p.focused(); at != "e"+strconv.Itoa(number+1) {
				t.Errorf("closed, the keyboard is at %s", at)
			}
			// On and on: the view follows.
			from, _ := p.span()
			at := ask[float64](p, "Number(document.activeElement.dataset.from)")
			for steps := 0; ; steps++ {
				if now, _ := p.span(); now.After(from) {
					break
				}
				if steps == 80 {
					t.Fatal("the view has not followed the keyboard")
				}
				p.press(keyRight)
				p.settles()
				next := ask[float64](p, "Number(document.activeElement.dataset.from)")
				if !(next > at) {
					t.Fatalf("the keyboard went from %v to %v, in %v", at, next, p.list())
				}
				at = next
			}
			p.press(keyEnd)
			p.settles()
			if at := p.focused(); at != "e"+strconv.Itoa(m.n-1) {
				t.Errorf("End leads to %s", at)
			}
			p.press("0")
			p.settles()
			if !ask[bool](p, "document.querySelector('[data-events]').contains(document.activeElement)") {
				t.Errorf("shown whole, the keyboard is at %s", p.focused())
			}
		})
	}
}

func TestManySought(t *testing.T) {
	t.Parallel()
	for _, m := range manySites() {
		t.Run(m.name, func(t *testing.T) {
			t.Parallel()
			p := m.open(t, device{}, "/")
			p.run(`document.querySelector("[data-transcript] summary").focus()`)
			// What a key types comes by itself from the protocol, even of a key that
			// is taken.
			p.press("/")
			p.run(`document.querySelector("[name=q]").value = ""`)
			if at := p.focused(); at != "action search" {
				t.Fatalf("the slash leads to %s", at)
			}
			for _, r := range "hearing" {
				p.press(string(r))
			}
			found := (m.n + 1) / 3
			says := func(n int) {
				t.Helper()
				p.until(fmt.Sprint(n, " are found"), fmt.Sprintf("barline.state().found === %d && barline.state().looked === %d", n, m.n))
			}
			says(found)
			p.settles()
			if q := ask[string](p, "new URLSearchParams(location.search).get('q')"); q != "hearing" {
				t.Errorf("the address keeps %q", q)
			}
			if said := ask[string](p, "document.querySelector('[data-live-region]').textContent"); !strings.HasPrefix(strings.ReplaceAll(said, ",", ""), strconv.Itoa(found)+" of ") {
				t.Errorf("it is said: %q", said)
			}
			p.press(keyEnter)
			p.opened("e1")
			p.press(keyEnter)
			p.opened("e4")
			p.run(`document.querySelector("[name=person]").value = [...document.querySelectorAll("[name=person] option")].find((o) => o.textContent === "Bo Dahl").value;
				document.querySelector("[name=person]").dispatchEvent(new Event("input", {bubbles: true}))`)
			says(found) // hearings are with nobody else
			p.run(`document.querySelector("[name=q]").value = "words number 25,"; document.querySelector("[name=q]").dispatchEvent(new Event("input", {bubbles: true}))`)
			says(1)
			// The address brings it all back.
			address := ask[string](p, "location.pathname + location.search")
			p = m.open(t, device{}, address)
			says(1)
			if n := len(p.list()); n != 1 {
				t.Errorf("the list holds %d entries", n)
			}
			p.run("barline.step(1)")
			p.opened("e25")
			if got := ask[string](p, `document.querySelector("[data-popover] [data-quote]").textContent`); got != "Words number 25, as they were said." {
				t.Errorf("the quotation is %q", got)
			}
		})
	}
}

func TestManyByHand(t *testing.T) {
	t.Parallel()
	for _, m := range manySites() {
		t.Run(m.name, func(t *testing.T) {
			t.Parallel()
			p := m.open(t, device{}, "/#e37")
			p.opened("e37")
			if title := ask[string](p, "document.querySelector('[data-popover] h2').textContent"); title != "Hearing no. 37" {
				t.Errorf("the address opens %q", title)
			}
			p.press(keyEscape)
			p.opened("")
			p.run("barline.zoomBy(" + strconv.Itoa(m.n/4) + ")")
			p.settles()
			for id, b := range p.boxes() {
				if b == nil || b.Bar.Width < 8 {
					continue
				}
				p.click(b.Bar.middle())
				p.opened(id)
				if !strings.HasSuffix(p.hash(), id) {
					t.Errorf("%s is open, the address says %q", id, p.hash())
				}
				p.press(keyEscape)
				p.opened("")
			}
			if len(p.boxes()) == 0 {
				t.Error("no event is drawn singly")
			}
			// A press on columns goes closer.
			p.run("barline.fit()")
			p.settles()
			if m.n < 1000 {
				return
			}
			before, end := p.span()
			figure := p.boxOf("[data-stage]")
			p.click(point{figure.X + figure.Width/2, figure.Y + 40})
			p.settles()
			if after, last := p.span(); last.Sub(after) >= end.Sub(before) {
				t.Errorf("pressed, the columns show %v, before %v", last.Sub(after), end.Sub(before))
			}
		})
	}
}

// Without scripts the page holds every event, or says how many there are.
func TestManyPlain(t *testing.T) {
	t.Parallel()
	for _, m := range manySites() {
		t.Run(m.name, func(t *testing.T) {
			t.Parallel()
			p := openPlain(t, device{width: 390}, serve(t, m.site(t))+"/#e37")
			text := ask[string](p, "document.querySelector('[data-transcript]').innerText")
			want := []string{"Hearing no. 37", "Words number 25, as they were said."}
			if m.n > 2000 {
				want = []string{"January 2022", "events"}
			}
			for _, w := range want {
				if !strings.Contains(text, w) {
					t.Errorf("the page does not say %q", w)
				}
			}
			if wide := ask[float64](p, "document.documentElement.scrollWidth"); wide > 390 {
				t.Errorf("the page is %v px wide", wide)
			}
		})
	}
}

// A file of events that does not come whole leaves the still picture, and says so.
func TestManyBroken(t *testing.T) {
	t.Parallel()
	m := manySites()[1]
	for name, spoil := range map[string]func(b []byte) []byte{
		"cut off": func(b []byte) []byte { return b[:len(b)/2] },
		"damaged": func(b []byte) []byte { b[len(b)/2] ^= 0xFF; return b },
		"another": func(b []byte) []byte { return []byte("not a file of events at all, but long enough") },
		"empty":   func(b []byte) []byte { return nil },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			site := m.site(t)
			file := site.Named("events.barline")
			h := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if strings.HasSuffix(r.URL.Path, "/"+strings.TrimPrefix(file, "assets/")) {
					w.Header().Set("Content-Type", "application/octet-stream")
					w.Write(spoil(append([]byte(nil), site[file]...)))
					return
				}
				site.ServeHTTP(w, r)
			})
			p := newTab(t, device{})
			p.expect("exit code", "ERR_ABORTED") // an engine that cannot begin says so, and no more is fetched
			p.navigate(serve(t, h) + "/")
			p.becomes("failed")
			if reason := ask[string](p, "document.documentElement.dataset.barlineReason"); len(reason) < 20 {
				t.Errorf("the reason is %q", reason)
			}
			if !ask[bool](p, "document.querySelector('[data-notice]').checkVisibility() && getComputedStyle(document.querySelector('[data-still]')).visibility === 'visible'") {
				t.Error("the still picture is gone, or nothing says what has happened")
			}
		})
	}
}

// Long times without events are left out when the reader says so.
func TestManyGaps(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	b.WriteString("id,title,start,lane\n")
	for i := range 100 {
		fmt.Fprintf(&b, "e%d,Round %d of the talks about the harbour and all of its workers in the town,%d-%02d-10,%s\n", i, i, 1960+i/50*50+i%50/12, i%12+1, []string{"One", "Two"}[i%2])
	}
	site, err := publishStory("gaps.csv", []byte(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	p := openLive(t, device{}, serve(t, site)+"/")
	p.settles()
	from, to := p.span()
	// fourYears is how long they are on the axis.
	fourYears := func() float64 { b := p.boxes(); return b["e48"].Bar.X - b["e0"].Bar.X }
	whole := fourYears()
	p.clickOn("[data-action=gaps]")
	p.settles()
	if a, z := p.span(); !a.Equal(from) || !z.Equal(to) {
		t.Errorf("left out, the view is from %v to %v, before %v to %v", a, z, from, to)
	}
	if now := fourYears(); now < 2*whole {
		t.Errorf("left out, four years are %v px, before %v", now, whole)
	}
	if at := p.boxes()["e99"].Bar; at.right() > p.boxOf("[data-stage]").right() {
		t.Errorf("the last event is at %v", at)
	}
	p.run("barline.select('e60')")
	p.opened("e60")
	address := ask[string](p, "location.pathname + location.search")
	p.navigate(ask[string](p, "location.origin") + address)
	p.becomes("live")
	p.settles()
	if ask[string](p, "document.querySelector('[data-action=gaps]').getAttribute('aria-pressed')") != "true" {
		t.Errorf("%s does not keep that gaps are left out", address)
	}
	p.clickOn("[data-action=gaps]")
	p.settles()
	if now := fourYears(); now != whole {
		t.Errorf("shown again, four years are %v px, before %v", now, whole)
	}
}
