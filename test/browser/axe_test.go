package browser_test

import (
	"fmt"
	"testing"

	"barline/internal/axe"
)

// checkAccessible runs every rule of axe-core over the page as it is: also those
// that are off by default, experiments and what only WCAG's level AAA asks for.
func (p *tab) checkAccessible(what string) {
	p.t.Helper()
	script, err := axe.Script()
	if err != nil {
		p.t.Fatal(err)
	}
	p.run(script + "; 0")
	type violation struct{ ID, Help, Nodes string }
	type results struct {
		Passed     int
		Violations []violation
	}
	found := ask[results](p, `(async () => {
		const results = await axe.run(document, {resultTypes: ["violations"], rules: Object.fromEntries(axe.getRules().map((r) => [r.ruleId, {enabled: true}]))});
		// What an open popover lies over is no target until it is closed.
		const open = [...document.querySelectorAll("[data-popover]")].map((e) => e.getBoundingClientRect()).filter((r) => r.width);
		const covered = ({target}) => {
			const b = document.querySelector(target[0]).getBoundingClientRect();
			return open.some((r) => b.left < r.right && b.right > r.left && b.top < r.bottom && b.bottom > r.top);
		};
		for (const v of results.violations) if (v.id === "target-size") v.nodes = v.nodes.filter((n) => !covered(n));
		return {passed: results.passes.length,
			violations: results.violations.filter((v) => v.nodes.length).map((v) => ({id: v.id, help: v.help, nodes: v.nodes.map((n) => n.html.slice(0, 160) + " " + n.failureSummary).slice(0, 3).join("\n")}))};
	})()`)
	if found.Passed < 20 {
		p.t.Fatalf("%s: only %d rules had anything to look at", what, found.Passed)
	}
	for _, v := range found.Violations {
		p.t.Errorf("%s: %s: %s\n%s", what, v.ID, v.Help, v.Nodes)
	}
}

func TestAccessible(t *testing.T) {
	t.Parallel()
	site := serveFirst(t)
	for _, mode := range modes() {
		for _, d := range []device{{}, {width: 360, dark: true}, {width: 700, dark: true}, {width: 390, touch: true}} {
			t.Run(fmt.Sprintf("%s, %d, dark=%t", mode.name, d.width, d.dark), func(t *testing.T) {
				t.Parallel()
				p := mode.open(t, d, site)
				p.run("await document.fonts.ready")
				p.checkAccessible("closed")
				p.run("barline.select('2025-12-02')")
				p.opened("2025-12-02")
				p.checkAccessible("open")
				p.run("barline.select(null); document.querySelector('[data-transcript]').open = document.querySelector('[data-more]').open = true")
				p.checkAccessible("unfolded")
				if mode.live {
					p.run("barline.view('compare')")
					p.settles()
					p.checkAccessible("compared")
				}
			})
		}
	}
}

func TestManyAccessible(t *testing.T) {
	t.Parallel()
	for _, m := range manySites() {
		for _, d := range []device{{}, {width: 360, dark: true}} {
			t.Run(fmt.Sprintf("%s, %d", m.name, d.width), func(t *testing.T) {
				t.Parallel()
				p := m.open(t, d, "/")
				p.run("await document.fonts.ready")
				p.checkAccessible("whole")
				p.run("barline.zoomBy(" + fmt.Sprint(m.n/10) + ")")
				p.settles()
				p.checkAccessible("near")
				p.run("barline.select('e25'); document.querySelector('[data-transcript]').open = true")
				p.opened("e25")
				p.settles()
				p.checkAccessible("open")
			})
		}
	}
}
