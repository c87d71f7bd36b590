package browser_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func (p *tab) hash() string {
	p.t.Helper()
	return ask[string](p, "location.hash")
}

func (p *tab) entries() int {
	p.t.Helper()
	return ask[int](p, "history.length")
}

func TestHashOpens(t *testing.T) {
	t.Parallel()
	site := serveFirst(t)
	for _, mode := range modes() {
		t.Run(mode.name, func(t *testing.T) {
			t.Parallel()
			p := mode.openAt(t, device{}, site, "", "2025-12-02")
			p.opened("2025-12-02")
			p.checkPopover("2025-12-02")
			// An address changed by hand is followed, an unknown one closes.
			p.run("location.hash = '#embassy'")
			p.opened("embassy")
			for _, bad := range []string{"#nobody", "#__proto__", "#%E0%A4%A", "#headline"} {
				p.run("location.hash = '#embassy'")
				p.opened("embassy")
				p.run("location.hash = " + quoted(bad))
				p.opened("")
			}
			p.navigate(site + "/?engine=off#nobody")
			p.opened("")
		})
	}
}

func TestHistory(t *testing.T) {
	t.Parallel()
	site := serveFirst(t)
	for _, mode := range modes() {
		t.Run(mode.name, func(t *testing.T) {
			t.Parallel()
			p := mode.open(t, device{}, site)
			before := p.entries()
			p.click(p.button("2025-02").middle())
			p.opened("2025-02")
			p.click(p.button("2025-08-06").middle())
			p.opened("2025-08-06")
			p.press(keyEscape)
			p.opened("")
			if n := p.entries() - before; n != 3 {
				t.Errorf("three selections made %d history entries", n)
			}
			if h := p.hash(); h != "" {
				t.Errorf("closed, the hash is %q", h)
			}
			for _, s := range []struct{ go_, id string }{{"back", "2025-08-06"}, {"back", "2025-02"}, {"back", ""}, {"forward", "2025-02"}, {"forward", "2025-08-06"}, {"forward", ""}} {
				p.run("history." + s.go_ + "()")
				p.opened(s.id)
				want := ""
				if s.id != "" {
					want = "#" + s.id
				}
				if h := p.hash(); h != want {
					t.Errorf("at %q the hash is %q", s.id, h)
				}
			}
			if n := p.entries() - before; n != 3 {
				t.Errorf("going back and forward left %d history entries", n)
			}
			// The program's selections leave the address alone.
			p.run("barline.select('embassy')")
			p.opened("embassy")
			p.run("barline.step(-1)")
			p.opened("zelensky-dublin")
			if h := p.hash(); h != "" || p.entries()-before != 3 {
				t.Errorf("select by program set the hash to %q, with %d entries", h, p.entries()-before)
			}
		})
	}
}

func TestQuery(t *testing.T) {
	t.Parallel()
	site := serveFirst(t)
	type seen struct {
		Theme, View, Lang string
		Reduced           bool
		Attribute         *string
		Paper             string
	}
	dark, light := "dark", "light"
	const lightPaper, darkPaper = "rgb(251, 249, 245)", "rgb(21, 23, 26)"
	for _, c := range []struct {
		query string
		device
		want seen
	}{
		{"theme=dark", device{motion: true}, seen{"dark", "calendar", "en", false, &dark, darkPaper}},
		{"theme=light", device{dark: true}, seen{"light", "calendar", "en", true, &light, lightPaper}},
		{"theme=mauve&view=sideways&motion=more&engine=on&lang=xx", device{dark: true, motion: true}, seen{"dark", "calendar", "en", false, nil, darkPaper}},
		{"motion=reduce&view=compare", device{motion: true}, seen{"light", "compare", "en", true, nil, lightPaper}},
	} {
		t.Run(c.query, func(t *testing.T) {
			t.Parallel()
			p := openLive(t, c.device, site+"/?"+c.query)
			p.run("barline.fit()") // ends the opening
			p.settles()
			got := ask[seen](p, `(() => { const s = barline.state(); return { theme: s.theme, view: s.view, lang: s.lang, reduced: s.reducedMotion,
				attribute: document.documentElement.dataset.theme, paper: getComputedStyle(document.body).backgroundColor }; })()`)
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			pressed := ask[string](p, `document.querySelector('[data-action][aria-pressed="true"]').dataset.action`)
			if pressed != c.want.View {
				t.Errorf("the button pressed is %s", pressed)
			}
			// The figure is drawn in the same colours as the page.
			stage := p.boxOf("[data-stage]")
			paper := p.colourAt(p.picture(p.viewport()), point{stage.X + 2, stage.Y + 2})
			if want := ask[[]uint8](p, "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)"); paper.R != want[0] || paper.G != want[1] || paper.B != want[2] {
				t.Errorf("the paper under the figure is %v, around it %v", paper, want)
			}
		})
	}
}

// The system's scheme may change while the page is open.
func TestScheme(t *testing.T) {
	t.Parallel()
	p := openLive(t, device{}, serveFirst(t)+"/")
	p.settles()
	stage := p.boxOf("[data-stage]")
	for _, dark := range []bool{true, false} {
		p.emulate(device{width: 1200, height: 1000, scale: 1, dark: dark})
		want := map[bool]string{true: "dark", false: "light"}[dark]
		p.until("the theme is "+want, "barline.state().theme === "+quoted(want))
		p.waitFor("the figure has the paper of the "+want+" theme", "barline.state()", func() bool {
			paper := p.colourAt(p.picture(p.viewport()), point{stage.X + 2, stage.Y + 2})
			return (paper.R < 128) == dark
		})
	}
	// So may the wish for motion.
	p.emulate(device{width: 1200, height: 1000, scale: 1, motion: true})
	p.until("motion is welcome", "!barline.state().reducedMotion")
	p.painted()
	distinct := map[box]bool{}
	for _, b := range p.glide("2025-08-06", "barline.view('compare')") {
		distinct[b] = true
	}
	if len(distinct) < 4 {
		t.Errorf("with motion the bar stands at %d places only", len(distinct))
	}
}

// An address leads to where the event is drawn, and a reload stays there.
func TestHashIsBroughtIntoView(t *testing.T) {
	t.Parallel()
	site := serveFirst(t)
	for _, mode := range modes() {
		p := mode.openAt(t, device{width: 360, height: 500, touch: true, scale: 2}, site, "", "2025-12-02")
		p.opened("2025-12-02")
		if b := p.button("2025-12-02"); b.Y < 0 || b.bottom() > 500 {
			t.Errorf("%s: the event opened by address is at %v", mode.name, b)
		}
		if b := p.popover("2025-12-02"); b.Y < -0.5 || b.bottom() > 500.5 {
			t.Errorf("%s: its popover is at %v", mode.name, b)
		}
	}
}
