package desk_test

import (
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// Questions and findings are in the desk's language, and what is English in them is marked
// as English.
func TestQuestionsAndFindings(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ lang, asks, means, finds string }{
		{"nb", "Hva kommer først i datoer som", "er 6. april 1917", "Hendelse uten kilde"},
		{"fa-AF", "در تاریخ‌هایی مانند", "1917", "رویداد بدون منبع"},
	} {
		t.Run(test.lang, func(t *testing.T) {
			p := open(t, device{lang: test.lang}, serveDesk(t))
			p.pasteInto("[data-paste]", cells)
			p.until("it asks in that language", `document.querySelector("[data-question] h3")?.textContent.startsWith(`+quoted(test.asks)+`)`)
			p.until("with the date as written", `document.querySelector("[data-question] h3").textContent.includes("04/06/1917")`)
			if ask[bool](p, `document.querySelector('[data-question] [lang="en"]') !== null`) {
				t.Error("something in the question is English")
			}
			p.until("the answers say what they mean", `(() => { const n = new Intl.NumberFormat("`+test.lang+`", {useGrouping: false}); const w = document.querySelector('[data-answer="mdy"] small').textContent; return w.includes(`+quoted(test.means)+`) || w.includes(n.format(1917)); })()`)
			p.checkAccessible(test.lang + ": question")
			p.click(`[data-answer="mdy"]`)
			p.until("the story is in hand", eventCount+` === 6`)
			p.until("a finding has a title", `[...document.querySelectorAll('[data-code="no-source"] .what')].some((e) => e.textContent === `+quoted(test.finds)+`)`)
			p.until("its detail is English", `document.querySelector('[data-code="no-source"] .detail').lang === "en" && document.querySelector('[data-code="no-source"] .detail').textContent.includes("source")`)
			p.checkAccessible(test.lang + ": findings")
			p.cell("2", "2")
			p.press(kb.F2)
			p.writeInto(".grid input.cell", "1917-04-31")
			p.press(kb.Enter)
			p.until("an error has one", `document.querySelector('[data-severity="error"] .what')?.textContent.length > 3`)
			p.checkAccessible(test.lang + ": error")
		})
	}
}
