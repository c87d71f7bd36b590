package browser_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"

	"barline/assets"
	"barline/scene"
)

// heard is a node of the browser's accessibility tree, as a screen reader is
// given it.
type heardNode struct {
	role, name, description string
	properties              map[string]string
	children                []*heardNode
}

// tree is the page's accessibility tree, without what is ignored.
func (p *tab) tree() *heardNode {
	p.t.Helper()
	command(p, accessibility.Enable, cdp.Empty{})
	nodes := command(p, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{}).Nodes
	text := func(v *accessibility.Value) string {
		if v == nil {
			return ""
		}
		return strings.Trim(string(v.Value), `"`)
	}
	byID := map[accessibility.NodeID]*accessibility.Node{}
	for _, n := range nodes {
		byID[n.NodeID] = n
	}
	var build func(n *accessibility.Node) []*heardNode
	build = func(n *accessibility.Node) []*heardNode {
		var children []*heardNode
		for _, id := range n.ChildIDs {
			if c := byID[id]; c != nil {
				children = append(children, build(c)...)
			}
		}
		if n.Ignored {
			return children
		}
		h := &heardNode{role: text(n.Role), name: text(n.Name), description: text(n.Description), properties: map[string]string{}, children: children}
		for _, property := range n.Properties {
			h.properties[string(property.Name)] = text(property.Value)
		}
		return []*heardNode{h}
	}
	return build(nodes[0])[0]
}

// all are the nodes of a role, in reading order.
func (h *heardNode) all(role string) []*heardNode {
	var found []*heardNode
	if h.role == role {
		found = append(found, h)
	}
	for _, c := range h.children {
		found = append(found, c.all(role)...)
	}
	return found
}

// What a screen reader is given: a landmark with a heading, the picture with its
// summary, an ordered list of buttons with name, state and description, a dialog
// that is named and left as it was entered, quotations as such, and one place
// that speaks.
func TestWhatScreenReadersAreGiven(t *testing.T) {
	t.Parallel()
	site := serveFirst(t)
	for _, m := range modes() {
		t.Run(m.name, func(t *testing.T) {
			t.Parallel()
			p := m.open(t, device{}, site)
			if m.live {
				p.settles()
			}
			page := p.tree()
			if mains := page.all("main"); len(mains) != 1 || mains[0].name != "Six meetings, no breakthrough" {
				t.Errorf("%d landmarks", len(mains))
			}
			if headings := page.all("heading"); len(headings) != 1 || headings[0].properties["level"] != "1" {
				t.Errorf("%d headings while all is folded", len(headings))
			}
			var picture *heardNode
			for _, g := range page.all("group") {
				if g.description != "" {
					picture = g
				}
			}
			if picture == nil || !strings.Contains(picture.description, "6 meetings and 4 other events") || !strings.Contains(picture.description, "Just under 19 hours") {
				t.Fatalf("the picture's summary: %+v", picture)
			}
			lists := picture.all("list")
			if len(lists) != 1 || len(lists[0].all("listitem")) != 10 {
				t.Fatalf("%d lists in the picture", len(lists))
			}
			for i, b := range lists[0].all("button") {
				if b.name == "" || b.description == "" || b.properties["expanded"] != "false" || b.properties["hasPopup"] != "dialog" {
					t.Errorf("button %d: %+v", i, b)
				}
			}
			p.run("document.querySelector('[data-event=\"2025-12-02\"]').focus(); document.activeElement.click()")
			p.opened("2025-12-02")
			page = p.tree()
			dialogs := page.all("dialog")
			if len(dialogs) != 1 || dialogs[0].name == "" || dialogs[0].properties["modal"] == "true" {
				t.Fatalf("%d dialogs: %+v", len(dialogs), dialogs)
			}
			quotes := dialogs[0].all("blockquote")
			if len(quotes) == 0 || len(dialogs[0].all("figure")) != len(quotes) {
				t.Errorf("%d quotations in %d figures", len(quotes), len(dialogs[0].all("figure")))
			}
			if n := len(dialogs[0].all("heading")); n != 1 {
				t.Errorf("%d headings in the dialog", n)
			}
			if open := slices.IndexFunc(page.all("button"), func(b *heardNode) bool { return b.properties["expanded"] == "true" }); open < 0 {
				t.Error("no button says that it is open")
			}
			said := page.all("status")
			if len(said) != 1 || said[0].properties["live"] != "polite" {
				t.Fatalf("%d places speak", len(said))
			}
			if words := ask[string](p, "document.querySelector('[data-live-region]').textContent"); words == "" || len(words) > 160 {
				t.Errorf("it is said: %q", words)
			}
		})
	}
}

// The picture in words and as a table is one key away, and goes nowhere else.
func TestTable(t *testing.T) {
	t.Parallel()
	site := serveFirst(t)
	for _, m := range modes() {
		p := m.open(t, device{width: 360}, site)
		p.run("document.querySelector('[data-event]').focus()")
		p.press("t")
		p.until("the table", "document.querySelector('[data-table]').open && document.activeElement === document.querySelector('[data-table] > summary')")
		rows := ask[[][]string](p, "[...document.querySelectorAll('[data-table] tr')].map((r) => [...r.cells].map((c) => c.textContent))")
		if len(rows) != 11 || len(rows[0]) != 6 {
			t.Fatalf("%d rows", len(rows))
		}
		if got := strings.Join(rows[2], " | "); !strings.Contains(got, "March 2025") || !strings.Contains(got, "Length unknown") || !strings.Contains(got, "8 hours") {
			t.Errorf("March is %q", got)
		}
		if wide := ask[bool](p, "document.documentElement.scrollWidth > innerWidth"); wide {
			t.Error("the page is wider than the screen")
		}
	}
}

// Who asks for more contrast gets it at once, in the page and in the picture, and
// lines that can be seen; the address may ask for it, or refuse it.
func TestMoreContrast(t *testing.T) {
	t.Parallel()
	site := serveFirst(t)
	ask_ := func(p *tab, contrast, scheme string) {
		command(p, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
			{Name: "prefers-contrast", Value: contrast}, {Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: "reduce"}}})
	}
	shows := func(p *tab, palette scene.Palette, what string) {
		t.Helper()
		p.settles()
		talks := palette[scene.Talks]
		if got, want := ask[string](p, "getComputedStyle(document.documentElement).getPropertyValue('--talks')"), fmt.Sprintf("#%02x%02x%02x", talks.R, talks.G, talks.B); strings.TrimSpace(got) != want {
			t.Errorf("%s: the page's talks are %s, want %s", what, got, want)
		}
		bar := p.bar("2025-04-11")
		c := p.colourAt(p.picture(p.viewport()), point{bar.X + bar.Width/2, bar.Y + bar.Height/2})
		if c.R != talks.R || c.G != talks.G || c.B != talks.B {
			t.Errorf("%s: the picture's talks are %v, want %v", what, c, talks)
		}
	}
	p := newTab(t, device{})
	ask_(p, "no-preference", "light")
	p.navigate(site + "/")
	p.becomes("live")
	shows(p, assets.Light(), "light")
	ask_(p, "more", "light")
	shows(p, assets.LightMore(), "light, more")
	p.checkAccessible("light, more")
	ask_(p, "more", "dark")
	shows(p, assets.DarkMore(), "dark, more")
	p.checkAccessible("dark, more")
	ask_(p, "no-preference", "dark")
	shows(p, assets.Dark(), "dark")
	p.navigate(site + "/?contrast=more&theme=light")
	p.becomes("live")
	shows(p, assets.LightMore(), "asked for by the address")
	ask_(p, "more", "dark")
	p.navigate(site + "/?contrast=standard")
	p.becomes("live")
	shows(p, assets.Dark(), "refused by the address")
}

// Whoever sets text wider apart, as WCAG 1.4.12 has it, or on the narrowest
// screens, loses no words of the page and scrolls in one direction.
func TestSpacingAndReflow(t *testing.T) {
	t.Parallel()
	address := serveEditions(t)
	for _, lang := range []string{"", "ps/"} {
		for _, m := range modes() {
			p := m.openAt(t, device{width: 320}, address, "", "")
			if lang != "" {
				p.navigate(strings.Replace(ask[string](p, "location.href"), address+"/", address+"/"+lang, 1))
				if m.live {
					p.becomes("live")
				}
			}
			p.run(`const style = new CSSStyleSheet();
				style.replaceSync("main, main :not(svg *) { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } main p { margin-bottom: 2em !important }");
				document.adoptedStyleSheets.push(style);
				for (const d of document.querySelectorAll("details")) d.open = true;
				barline.select("2025-12-02")`)
			p.opened("2025-12-02")
			p.checkWords(lang + m.name + ", set wider apart")
		}
		// And at twice the size.
		p := open(t, device{width: 700}, address+"/"+lang+"?engine=off")
		p.run(`const all = [...document.querySelectorAll("main, main :not(svg, svg *)")];
			const sizes = all.map((e) => parseFloat(getComputedStyle(e).fontSize));
			all.forEach((e, i) => { e.style.fontSize = 2 * sizes[i] + "px"; });
			for (const d of document.querySelectorAll("details")) d.open = true;
			barline.select("2025-12-02")`)
		p.opened("2025-12-02")
		p.checkWords(lang + "twice as large")
	}
}

// checkWords finds words that are cut off, or push the page wider than the screen.
func (p *tab) checkWords(what string) {
	p.t.Helper()
	cut := ask[[]string](p, `[...document.querySelectorAll("h1, h2, p, summary, button, a, td, th, cite, blockquote")].filter((e) => e.checkVisibility() && !e.closest("[data-words], [data-events], [data-live-region], .languages") && e.textContent.trim())
				.filter((e) => { const s = getComputedStyle(e); return (e.scrollWidth > e.clientWidth + 1 && s.overflowX !== "visible" && s.overflowX !== "auto" && e.clientWidth) || (e.scrollHeight > e.clientHeight + 1 && s.overflowY === "hidden"); })
				.map((e) => e.outerHTML.slice(0, 100))`)
	if len(cut) > 0 {
		p.t.Errorf("%s: cut off: %v", what, cut)
	}
	if wide := ask[float64](p, "document.documentElement.scrollWidth - innerWidth"); wide > 0 {
		p.t.Errorf("%s: the page is %v px wider than the screen", what, wide)
	}
}

// A time of day is that of the story's clocks, wherever the reader is; their own
// is one press away, where it differs.
func TestTimesOfDay(t *testing.T) {
	t.Parallel()
	story := `barline: 1
id: s
headline: By night
zone: {name: Moscow time, offset: +03:00}
sources: [{id: a, name: A source}]
events:
  - {id: one, title: Late, date: 2025-03-05T22:30:00Z, duration: PT3H}
  - {id: two, title: Later, date: 2025-06-05, duration: PT2H}
`
	site, err := publishStory("s.yaml", []byte(story))
	if err != nil {
		t.Fatal(err)
	}
	address := serve(t, site)
	where := map[string]float64{}
	for zone, want := range map[string]string{"Asia/Kabul": "(March 6, 2025 at 3:00", "America/New_York": "(March 5, 2025 at 5:30", "Europe/Moscow": ""} {
		p := newTab(t, device{})
		command(p, emulation.SetTimezoneOverride, emulation.SetTimezoneOverrideParams{TimezoneID: zone})
		command(p, emulation.SetLocaleOverride, emulation.SetLocaleOverrideParams{Locale: "en-GB"})
		p.navigate(address + "/#one")
		p.becomes("live")
		p.settles()
		p.opened("one")
		if got := ask[string](p, "document.querySelector('[data-popover=one] .when').textContent.trim()"); !strings.HasPrefix(got, "6 March 2025, 01:30 Moscow time") {
			t.Errorf("%s: it was %q", zone, got)
		}
		where[zone] = p.bar("one").X
		offered := ask[bool](p, "!!document.querySelector('[data-popover=one] [data-local]:not([hidden])')")
		if offered != (want != "") {
			t.Errorf("%s: the reader's own time is offered: %v", zone, offered)
		}
		if !offered {
			continue
		}
		p.click(p.boxOf("[data-popover=one] [data-local]").middle())
		p.painted()
		p.opened("one") // what is pressed is gone, and was inside all the same
		got := ask[string](p, "document.querySelector('[data-popover=one] .when').innerText")
		if !strings.Contains(got, want) || !strings.HasSuffix(got, " where you are)") {
			t.Errorf("%s: %q, want %q", zone, got, want)
		}
	}
	if where["Asia/Kabul"] != where["Europe/Moscow"] || where["America/New_York"] != where["Europe/Moscow"] {
		t.Errorf("the bar stands at %v", where)
	}
}

// Whatever has the keyboard is seen: a popover that lies over it gives way.
func TestFocusIsNotCovered(t *testing.T) {
	t.Parallel()
	site := serveFirst(t)
	for _, m := range modes() {
		p := m.open(t, device{width: 360, height: 800}, site)
		if m.live {
			p.settles()
		}
		covered := `(() => { const p = document.querySelector("[data-popover]:popover-open")?.getBoundingClientRect(), b = document.activeElement.getBoundingClientRect();
			return !!p && !!document.activeElement.dataset.event && b.top >= p.top && b.bottom <= p.bottom && b.left >= p.left && b.right <= p.right; })()`
		gaveWay := 0
		for _, open := range ids() {
			for _, to := range ids() {
				p.run("barline.select('" + open + "')")
				p.opened(open)
				p.run("document.querySelector('[data-event=\"" + to + "\"]').focus({preventScroll: true})")
				if ask[bool](p, covered) {
					t.Fatalf("%s: the popover of %s covers %s, which has the keyboard", m.name, open, to)
				}
				if p.selected() == "" {
					gaveWay++
				}
			}
		}
		if gaveWay == 0 {
			t.Errorf("%s: no popover ever lay over another event", m.name)
		}
	}
}
