package browser_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

type state struct {
	Selected               *string
	View                   string
	Span                   []string
	Events                 int
	Theme, Lang, Dir       string
	ReducedMotion, Playing bool
}

func (p *tab) state() state {
	p.t.Helper()
	return ask[state](p, "barline.state()")
}

// selected is the event that is open, or "".
func (p *tab) selected() string {
	p.t.Helper()
	if s := p.state().Selected; s != nil {
		return *s
	}
	return ""
}

// span is what is in view.
func (p *tab) span() (from, to time.Time) {
	p.t.Helper()
	s := p.state().Span
	if len(s) != 2 {
		p.t.Fatalf("the span is %q", s)
	}
	for i, at := range []*time.Time{&from, &to} {
		var err error
		if *at, err = time.Parse(time.RFC3339, s[i]); err != nil {
			p.t.Fatal(err)
		}
	}
	return from, to
}

func TestLive(t *testing.T) {
	t.Parallel()
	p := openLive(t, device{}, serveFirst(t)+"/")
	t.Run("ready", func(t *testing.T) {
		if !ask[bool](p, "barline.ready.then(() => true)") {
			t.Error("ready does not resolve")
		}
		if n := ask[int](p, "document.querySelectorAll('[data-stage] > canvas').length"); n != 1 {
			t.Errorf("%d canvases are on the stage", n)
		}
		if ask[bool](p, "document.querySelector('canvas').hasAttribute('tabindex') || document.querySelector('canvas').getAttribute('aria-hidden') !== 'true'") {
			t.Error("the canvas can be reached by keyboard or screen reader")
		}
		if ask[bool](p, "document.querySelector('[data-progress]').checkVisibility()") {
			t.Error("the page is live, yet shows progress")
		}
	})
	t.Run("state", func(t *testing.T) {
		p.settles()
		want := state{View: "calendar", Events: 10, Theme: "light", Lang: "en", Dir: "ltr", ReducedMotion: true,
			Span: []string{"2025-01-01T00:00:00Z", "2026-01-01T00:00:00Z"}}
		if diff := cmp.Diff(want, p.state()); diff != "" {
			t.Error(diff)
		}
		keys := "[barline.state(), barline.stats(), barline.stats().frameMs].map((o) => Object.keys(o).sort().join(' '))"
		if diff := cmp.Diff([]string{
			"dir events lang playing reducedMotion selected span theme view",
			"asleep frameMs frames primitives", "last p50 p95"}, ask[[]string](p, keys)); diff != "" {
			t.Error(diff)
		}
		s := ask[struct {
			Frames, Primitives int
			Asleep             bool
			FrameMs            struct{ Last, P50, P95 float64 }
		}](p, "barline.stats()")
		if s.Frames < 1 || s.Primitives < 10 || !s.Asleep {
			t.Errorf("stats at rest: %+v", s)
		}
	})
	t.Run("boxes", func(t *testing.T) {
		boxes := p.boxes()
		if len(boxes) != 10 {
			t.Fatalf("%d boxes", len(boxes))
		}
		for _, id := range ids() {
			switch b := boxes[id]; {
			case b == nil:
				t.Errorf("%s: no box at the fitted view", id)
			case b.Bar.Width <= 0 || b.Bar.Height <= 0:
				t.Errorf("%s: bar %v", id, b.Bar)
			case (b.Wait != nil) != (id == "2025-03"):
				t.Errorf("%s: wait %v", id, b.Wait)
			case b.Label == nil || b.Label.Width <= 0:
				t.Errorf("%s: label %v", id, b.Label)
			}
		}
	})
	t.Run("unknown ids select nothing", func(t *testing.T) {
		p.run("barline.select('2025-04-11')")
		for _, bad := range []string{"'nobody'", "''", "7", "{}", "'2025-04-11 '", "undefined", "'__proto__'", "'constructor'"} {
			p.run("barline.select(" + bad + ")")
			if id := p.selected(); id != "" {
				t.Errorf("select(%s) leaves %s open", bad, id)
			}
		}
	})
	t.Run("nonsense does nothing", func(t *testing.T) {
		p.run("barline.view('sideways'); barline.view(null); barline.zoomBy(NaN); barline.zoomBy(-1); barline.zoomBy(0); barline.zoomBy('x'); barline.panBy(NaN); barline.panBy({}); barline.step(0); barline.step('x'); barline.stop()")
		p.settles()
		if s := p.state(); s.View != "calendar" || s.Selected != nil || s.Playing || s.Span[0] != "2025-01-01T00:00:00Z" || s.Span[1] != "2026-01-01T00:00:00Z" {
			t.Errorf("the state is %+v", s)
		}
	})
	t.Run("subscriptions end", func(t *testing.T) {
		heard := ask[[]string](p, `(() => {
			const heard = [];
			const off = barline.on("select", (e) => heard.push(JSON.stringify(e)));
			barline.select("embassy"); barline.select(null); off(); barline.select("embassy"); barline.select(null);
			return heard;
		})()`)
		if diff := cmp.Diff([]string{`{"id":"embassy"}`, `{"id":null}`}, heard); diff != "" {
			t.Error(diff)
		}
	})
}

func TestButtons(t *testing.T) {
	t.Parallel()
	site := serveFirst(t)
	for _, mode := range modes() {
		t.Run(mode.name, func(t *testing.T) {
			t.Parallel()
			p := mode.open(t, device{}, site)
			type button struct{ ID, Kind, Name, Expanded, Title, List string }
			got := ask[[]button](p, `[...document.querySelectorAll("[data-event]")].map((b) => ({id: b.dataset.event, kind: b.dataset.kind,
				name: b.textContent, expanded: b.getAttribute("aria-expanded"), list: b.closest("ol") ? b.tagName : "",
				title: document.querySelector('[data-popover="' + b.dataset.event + '"] h2').textContent}))`)
			if len(got) != len(facts()) {
				t.Fatalf("%d buttons", len(got))
			}
			for i, f := range facts() {
				b := got[i]
				if b.ID != f.id || b.Kind != f.kind || b.Expanded != "false" || b.List != "BUTTON" {
					t.Errorf("button %d is %+v, want %s, a %s", i, b, f.id, f.kind)
				}
				for _, part := range append([]string{b.Title}, f.named...) {
					if !strings.Contains(b.Name, part) {
						t.Errorf("%s is called %q, without %q", f.id, b.Name, part)
					}
				}
			}
			if title := ask[string](p, "document.title"); title == "" {
				t.Error("the page has no title")
			}
		})
	}
}

// mode is a way in which the page works: by itself, or with its engine.
type mode struct {
	name string
	live bool
}

func modes() []mode { return []mode{{"static", false}, {"live", true}} }

func (m mode) open(t *testing.T, d device, site string) *tab {
	t.Helper()
	return m.openAt(t, d, site, "", "")
}

// openAt opens the page with a query, without ?, and a hash, without #.
func (m mode) openAt(t *testing.T, d device, site, query, hash string) *tab {
	t.Helper()
	if hash != "" {
		hash = "#" + hash
	}
	if m.live {
		p := openLive(t, d, site+"/?"+query+hash)
		if !d.motion {
			p.settles()
		}
		return p
	}
	p := open(t, d, site+"/?engine=off&"+query+hash)
	p.becomes("static")
	return p
}

// Readers who save data get the engine when they ask for it with a tap.
func TestSaveData(t *testing.T) {
	t.Parallel()
	p := newTab(t, device{})
	p.prepare(`Object.defineProperty(navigator, "connection", {value: {saveData: true}})`)
	p.navigate(serveFirst(t) + "/")
	p.becomes("static")
	p.run("for (let i = 0; i < 10; i++) await new Promise(requestAnimationFrame)")
	if ask[int](p, "performance.getEntriesByType('resource').filter((e) => e.name.endsWith('.wasm')).length") != 0 {
		t.Error("the engine was fetched without being asked for")
	}
	p.click(p.button("2025-08-06").middle())
	p.opened("2025-08-06")
	p.becomes("live")
	p.opened("2025-08-06")
}
