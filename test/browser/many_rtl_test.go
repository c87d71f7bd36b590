package browser_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"barline/publish"
)

// rtlMany is a story of many events in Arabic, with names in Latin letters
// among them. It is only ever read.
var rtlMany = sync.OnceValues(func() (publish.Site, error) {
	var b strings.Builder
	b.WriteString(`barline: 1
id: many
lang: ar
headline: مئتا لقاء
sources: [{id: a, name: تقرير}]
people: [{id: p, name: أحمد}, {id: q, name: John Smith}]
places: [{id: x, name: كابل}, {id: y, name: Geneva}]
events:
`)
	first := time.Date(2022, 1, 1, 8, 0, 0, 0, time.UTC)
	for i := range 200 {
		quote := ""
		if i%50 == 25 {
			quote = ", quotes: [{id: q" + fmt.Sprint(i) + ", speaker: q, words: Words that were said., lang: en, translation: {words: كلمات قيلت., by: ترجمة آلية}}]"
		}
		fmt.Fprintf(&b, "  - {id: e%d, title: لقاء رقم %d, date: %s, duration: PT%dH, lane: %s, place: %s, people: [%s]%s}\n", i, i,
			first.Add(time.Duration(i)*5*24*time.Hour).Format("2006-01-02"), 1+i%7, []string{"محادثات", "زيارات"}[i%2], []string{"x", "y"}[i%2], []string{"p", "q"}[i%2], quote)
	}
	return publishStory("many.yaml", []byte(b.String()))
})

// Lanes, too, run from right to left: what is later stands on the left, still and
// live are the same, hands and keys go where the eye sees.
func TestManyInRTL(t *testing.T) {
	t.Parallel()
	m := manySite{"leftward", 200, rtlMany}
	for _, d := range []device{{width: 1000}, {width: 360, dark: true}} {
		p := newTab(t, d)
		p.alike(serve(t, m.site(t))+"/", func() { p.checkAccessible("still") })
		p.loaded(m.n)
		p.checkAccessible("whole")
		// Close to the middle, where events are told apart.
		p.run("barline.zoomBy(12)")
		p.settles()
		type place struct {
			ID string
			X  float64
		}
		at := ask[[]place](p, "Object.entries(barline.boxes()).filter(([, b]) => b).map(([id, b]) => ({id, x: b.bar.x + b.bar.width / 2})).sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)))")
		if len(at) < 5 {
			t.Fatalf("%d events are drawn singly", len(at))
		}
		for i := 1; i < len(at); i++ {
			if at[i].X >= at[i-1].X {
				t.Errorf("%d px: %s stands at %v, %s before it at %v", d.width, at[i].ID, at[i].X, at[i-1].ID, at[i-1].X)
			}
		}
		p.run("document.querySelector('[data-event]').focus()")
		x := ask[float64](p, "document.activeElement.getBoundingClientRect().x")
		p.press(keyLeft)
		p.settles()
		if next := ask[float64](p, "document.activeElement.getBoundingClientRect().x"); next >= x {
			t.Errorf("left of %v px the keyboard went to %v", x, next)
		}
		from, _ := p.span()
		stage := p.boxOf("[data-stage]")
		a, b := point{stage.X + stage.Width*0.3, stage.Y + 60}, point{stage.X + stage.Width*0.6, stage.Y + 60}
		p.drag(a, b, 8)
		p.settles()
		if after, _ := p.span(); !after.After(from) {
			t.Errorf("dragged to the right it begins at %v, before at %v", after, from)
		}
		p.run("barline.select('e75')")
		p.opened("e75")
		p.settles()
		p.checkAccessible("open")
		if q := ask[string](p, "(() => { const q = document.querySelector('[data-quote]'); return q.lang + ' ' + getComputedStyle(q).direction + ' ' + q.closest('figure').nextElementSibling.className; })()"); q != "en ltr translation" {
			t.Errorf("the quotation is %q", q)
		}
	}
}
