package window_test

import (
	"fmt"
	"strings"
	"testing"

	"barline/internal/storytest"
	"barline/scene"
	"barline/timeline/detail"
	"barline/timeline/figure/lengths"
	"barline/timeline/view"
	"barline/timeline/window"
)

// opened is the page with one event's popover open, scrolled so far, in a
// window of this height that shows the figure.
func opened(p *lengths.Picture, widthPx, heightPx float64, event string, scroll float64) window.Page {
	d := window.State{Fitted: true, Caption: -1, View: view.View{Selected: event}, PanelScroll: scroll}
	figure := desktop(p, widthPx, d).Figure
	d.Viewport = scene.Rect{Y: figure.Y, W: widthPx, H: heightPx}
	return desktop(p, widthPx, d)
}

// said is everything that the open popover can say, scrolled from top to
// bottom: its rows by their ids, which count them.
func said(p *lengths.Picture, widthPx, heightPx float64, event string) (rows map[string]string, most float64) {
	rows = map[string]string{}
	for scroll := 0.0; scroll <= most; scroll += 8 {
		page := opened(p, widthPx, heightPx, event, scroll)
		most = page.PanelMost
		for _, n := range page.Scene.Nodes {
			if n.Text != nil && n.Role == scene.Popover {
				rows[n.ID] = n.Text.String
			}
		}
	}
	return rows, most
}

// joined puts rows together in their order, without blanks.
func joined(rows map[string]string) string {
	var b strings.Builder
	for i := range len(rows) + 1000 {
		for id, s := range rows {
			if strings.HasSuffix(id, ":words"+fmt.Sprint(i)) || strings.HasPrefix(id, "quote:") && strings.HasSuffix(id, ":"+fmt.Sprint(i)) {
				b.WriteString(tight(s))
			}
		}
	}
	return b.String()
}

// content is what a popover must say, in its order.
func content(d detail.Detail) string {
	var b strings.Builder
	b.WriteString(d.When)
	if d.Where != "" {
		b.WriteString(" · " + d.Where)
	}
	b.WriteString(d.Title)
	say := func(quotes []detail.Quote) {
		for _, q := range quotes {
			b.WriteString(q.Before + "“" + q.Words + "”" + q.After + q.Speaker + q.Cite)
		}
	}
	say(d.LeadQuotes())
	b.WriteString(strings.Join(d.Length, "") + d.With + strings.Join(d.Summary, ""))
	say(d.OtherQuotes())
	b.WriteString(d.NoQuote + d.DateNote + d.Source)
	return tight(b.String())
}

// Uncut or scrolled, a popover says everything once and in order.
func TestPanelSaysEverything(t *testing.T) {
	p := storytest.Picture(t)
	cut, uncut := 0, 0
	for _, width := range []float64{320, 390, 700, 1200} {
		for _, height := range []float64{280, 2000} {
			for _, d := range detail.All(p.Story(), p.Words()) {
				rows, most := said(p, width, height, d.ID)
				if most > 0 {
					cut++
				} else {
					uncut++
				}
				if got, want := joined(rows), content(d); got != want {
					t.Errorf("%v px, %v px high: the popover of %s says\n%s\nwant\n%s", width, height, d.ID, got, want)
				}
			}
		}
	}
	if cut == 0 || uncut == 0 {
		t.Errorf("%d popovers scrolled, %d did not: nothing was compared", cut, uncut)
	}
}

func TestPanelScrollStopsAtTheEnds(t *testing.T) {
	p := storytest.Picture(t)
	at := func(scroll float64) string { return opened(p, 390, 300, "2025-12-02", scroll).Scene.Dump() }
	most := opened(p, 390, 300, "2025-12-02", 0).PanelMost
	if most <= 0 {
		t.Fatal("nothing to scroll")
	}
	if at(-50) != at(0) || at(most+1e6) != at(most) || at(0) == at(most) {
		t.Error("a popover scrolls beyond its ends, or not at all")
	}
	// What needs no scrolling cannot be scrolled.
	if page := opened(p, 1200, 2000, "2025-02", 300); page.PanelMost != 0 || page.Scene.Dump() != opened(p, 1200, 2000, "2025-02", 0).Scene.Dump() {
		t.Error("a popover that shows everything scrolls")
	}
}

// Nothing of a popover's text stands outside of it, however far it is scrolled.
func TestPanelKeepsItsWords(t *testing.T) {
	p := storytest.Picture(t)
	for scroll := 0.0; scroll < 400; scroll += 7 {
		page := opened(p, 390, 300, "2025-12-02", scroll)
		for _, n := range page.Scene.Nodes {
			// The shadow and the tip reach out.
			if n.Role == scene.Popover && n.Shape != scene.Shadow && n.Shape != scene.Line && !n.Box.Within(page.Panel) {
				t.Errorf("scrolled by %v, %s at %v is not within %v", scroll, n.ID, n.Box, page.Panel)
			}
		}
	}
}

func TestPanelCanBePressed(t *testing.T) {
	p := storytest.Picture(t)
	const least = 24
	last := p.Story().Len() - 1
	for _, width := range view.Ladder() {
		for i, e := range p.Story().Events() {
			page := opened(p, width, 600, e.ID, 0)
			for name, there := range map[string]bool{"close": true, "previous": i > 0, "next": i < last} {
				n := action(page.Scene, name)
				switch {
				case (n != nil) != there:
					t.Errorf("%v px: %s of %s is there: %v", width, name, e.ID, n != nil)
				case !there:
				case n.Hit.W < least || n.Hit.H < least || !n.Hit.Within(page.Panel):
					t.Errorf("%v px: %s of %s is pressed at %v, in %v", width, name, e.ID, n.Hit, page.Panel)
				default:
					if hit := page.Scene.HitTest(n.Hit.Centre()); hit == nil || hit.Action != name {
						t.Errorf("%v px: the middle of %s of %s hits %+v", width, name, e.ID, hit)
					}
				}
			}
			// A press on its words is none on what lies behind.
			if hit := page.Scene.HitTest(scene.Point{X: page.Panel.X + 30, Y: page.Panel.Y + 30}); hit == nil || hit.Action != "none" || hit.Event != e.ID {
				t.Errorf("%v px: the words of %s hit %+v", width, e.ID, hit)
			}
		}
	}
}

// A quotation of ten thousand characters scrolls; the page does not grow.
func TestLongQuotationScrolls(t *testing.T) {
	const head = "barline: 1\nid: long\nheadline: Long\nsources: [{id: s, name: A source}]\npeople: [{id: a, name: A}]\nevents:\n  - id: talks\n    title: Talks\n    date: 2025-04-11\n    duration: PT3H\n"
	long := "Beginning" + strings.Repeat(" andsoon", 1250) + " end"
	fonts := storytest.Fonts(t)
	short := storytest.PictureOf(t, storytest.Decode(t, head+"    quotes: [{id: q, speaker: a, words: Yes.}]\n"), fonts)
	p := storytest.PictureOf(t, storytest.Decode(t, head+"    quotes: [{id: q, speaker: a, words: "+long+"}]\n"), fonts)
	for _, width := range []float64{320, 700, 1600} {
		top := opened(p, width, 700, "talks", 0)
		if top.Scene.HeightPx != opened(short, width, 700, "talks", 0).Scene.HeightPx {
			t.Errorf("%v px: the page is %v px high", width, top.Scene.HeightPx)
		}
		if top.Panel.H > 700 || top.PanelMost < 1000 {
			t.Errorf("%v px: the popover is %v, and scrolls by %v", width, top.Panel, top.PanelMost)
		}
		if first := texts(top.Scene, "quote:q:"); !strings.HasPrefix(first, "“Beginningandsoon") {
			t.Errorf("%v px: it begins %.40q", width, first)
		}
		bottom := opened(p, width, 700, "talks", top.PanelMost)
		if last := texts(bottom.Scene, "quote:q:"); !strings.HasSuffix(last, "andsoonend”") {
			t.Errorf("%v px: scrolled to its end, it ends %q", width, last)
		}
	}
}
