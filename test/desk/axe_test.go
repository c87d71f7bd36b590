package desk_test

import "barline/internal/axe"

// checkAccessible runs every rule of axe-core over the desk as it is, but those that only
// WCAG's level AAA asks for, over the desk alone: the page in the frame is held to them by
// its own tests.
func (p *tab) checkAccessible(what string) {
	p.t.Helper()
	script, err := axe.Script()
	if err != nil {
		p.t.Fatal(err)
	}
	p.run("if (!window.axe) {" + script + "}; 0")
	type violation struct{ ID, Help, Nodes string }
	type results struct {
		Passed     int
		Violations []violation
	}
	found := ask[results](p, `(async () => {
		const rules = Object.fromEntries(axe.getRules().map((r) => [r.ruleId, {enabled: !r.tags.includes("wcag2aaa")}]));
		const results = await axe.run({exclude: [["iframe"]]}, {resultTypes: ["violations"], iframes: false, rules});
		return {passed: results.passes.length, violations: results.violations.map((v) => ({id: v.id, help: v.help, nodes: v.nodes.map((n) => n.html.slice(0, 200) + " " + n.failureSummary).slice(0, 3).join("\n")}))};
	})()`)
	if found.Passed < 20 {
		p.t.Fatalf("%s: only %d rules had anything to look at", what, found.Passed)
	}
	for _, v := range found.Violations {
		p.t.Errorf("%s: %s: %s\n%s", what, v.ID, v.Help, v.Nodes)
	}
}
