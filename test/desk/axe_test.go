package desk_test

import (
	"testing"

	"barline/internal/axe"
)

// accessibility is what axe-core finds in the desk as it is, by all of its rules but those
// that only WCAG's level AAA asks for: in the desk alone, since the page in the frame is
// held to them by its own tests. What the page's head lies over because of how far the
// page is scrolled is no target until it is scrolled again.
const accessibility = `(async () => {
	const rules = Object.fromEntries(axe.getRules().map((r) => [r.ruleId, {enabled: !r.tags.includes("wcag2aaa")}]));
	const results = await axe.run({exclude: [["iframe"]]}, {resultTypes: ["violations"], iframes: false, rules});
	const head = document.querySelector(".top").getBoundingClientRect();
	const isCovered = ({target}) => { const e = typeof target[0] === "string" ? document.querySelector(target[0]) : null; return e && !e.closest(".top") && e.getBoundingClientRect().top < head.bottom; };
	for (const v of results.violations) if (v.id === "target-size") v.nodes = v.nodes.filter((n) => !isCovered(n));
	return {passed: results.passes.length, violations: results.violations.filter((v) => v.nodes.length).map((v) => ({id: v.id, help: v.help, nodes: v.nodes.map((n) => n.html.slice(0, 200) + " " + n.failureSummary).slice(0, 3).join("\n")}))};
})()`

// audit is the answer of axe-core.
type audit struct {
	Passed     int
	Violations []struct{ ID, Help, Nodes string }
}

func (a audit) report(t testing.TB, what string) {
	t.Helper()
	if a.Passed < 20 {
		t.Fatalf("%s: only %d rules had anything to look at", what, a.Passed)
	}
	for _, v := range a.Violations {
		t.Errorf("%s: %s: %s\n%s", what, v.ID, v.Help, v.Nodes)
	}
}

// checkAccessible runs axe-core over the desk as it is.
func (p *tab) checkAccessible(what string) {
	p.t.Helper()
	script, err := axe.Script()
	if err != nil {
		p.t.Fatal(err)
	}
	p.run("if (!window.axe) {" + script + "}; 0")
	ask[audit](p, accessibility).report(p.t, what)
}
