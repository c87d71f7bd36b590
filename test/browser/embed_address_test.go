package browser_test

import "testing"

// An address that is none stops nothing but its own timeline, which says so; neither
// does one in the article's own head.
func TestAddressesThatAreNone(t *testing.T) {
	p, _ := hosted(t, device{}, `<link rel="canonical" href="http://[">
<barline-timeline id="none" src="http://["></barline-timeline>
<div id="box" data-barline-src="https://[1:2/"></div>
<barline-timeline id="good" src="{site}/"></barline-timeline>
<script async src="{site}/embed.js" data-src="http://["></script>`, "", "")
	p.until("the good one is ready", `fired.some((e) => e.type === "ready" && e.of === "good")`)
	p.until("the others say what is wrong", `fired.filter((e) => e.type === "error" && e.message.includes("is no address")).length === 3`)
	if of := ask[[]string](p, `fired.filter((e) => e.type === "error").map((e) => e.of)`); len(of) != 3 || of[0] == "good" || of[1] == "good" || of[2] == "good" {
		t.Errorf("they come from %q", of)
	}
	p.lives(ask[int](p, `timelines().findIndex((t) => t.id === "good")`))
}
