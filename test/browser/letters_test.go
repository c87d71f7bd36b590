package browser_test

import "testing"

// Where the reader has set a least size of letters the picture's words keep it, too:
// the page is enlarged, and presses still meet what they point at.
func TestLeastLetters(t *testing.T) {
	t.Parallel()
	p := newTab(t, device{width: 1000, height: 900})
	// Browsers tell the size that they use, whatever a style asks for.
	p.prepare(`const own = getComputedStyle; window.getComputedStyle = (e, ...more) => (e.style?.fontSize === "1px" ? { fontSize: "24px" } : own(e, ...more))`)
	site := serveFirst(t)
	for _, query := range []string{"/?engine=off", "/"} {
		p.navigate(site + query)
		words := ".still text"
		if query == "/" {
			p.becomes("live")
			p.settles()
			words = "[data-words] span"
		} else {
			p.becomes("static")
		}
		if least := ask[float64](p, `Math.min(...[...document.querySelectorAll("`+words+`")].map((e) => e.getBoundingClientRect()).filter((b) => b.height).map((b) => b.height))`); least < 24 {
			t.Errorf("%s: a line of the picture's words is %v px high", query, least)
		}
		if wide := ask[float64](p, "document.documentElement.scrollWidth"); wide > 1000 {
			t.Errorf("%s: the page is %v px wide", query, wide)
		}
		for _, id := range []string{"2025-08-06", "2025-12-02"} {
			p.run(`document.querySelector('button[data-event="` + id + `"]').scrollIntoView({block: "center"})`)
			p.painted()
			bar := p.boxes()[id].Bar
			p.click(bar.middle())
			p.opened(id)
			p.painted()
			if b := p.popover(id); !p.viewport().holds(b, 1) {
				t.Errorf("%s %s: the popover is at %v", query, id, b)
			}
			p.run("barline.select(null)")
		}
	}
}
