package window_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"barline/internal/storytest"
	"barline/scene"
	"barline/timeline/card"
	"barline/timeline/figure"
	"barline/timeline/view"
	"barline/timeline/window"
	"barline/timeline/words"
)

// linked is the window of a story with links, and what they do, in reading order.
func linked(t *testing.T) (w *window.Window, f view.Figure, want []string) {
	t.Helper()
	var b strings.Builder
	b.WriteString("barline: 1\nid: l\nheadline: Links\nsources: [{id: s, name: S, url: 'https://example.org/source'}]\nevents:\n")
	for i := range 9 {
		fmt.Fprintf(&b, "  - {title: Talks %d, date: 2024-%02d-01, summary: %s", i, i+1, strings.Repeat("Words. ", 30))
		if i%2 == 0 {
			fmt.Fprintf(&b, ", links: [{url: 'https://example.org/%d', title: %s}]", i, strings.Repeat("A long name ", 9))
			want = append(want, fmt.Sprintf("open:https://example.org/%d", i))
		}
		b.WriteString("}\n")
		want = append(want, "open:https://example.org/source")
	}
	var err error
	story := storytest.Decode(t, b.String())
	f, err = figure.Open(story, words.English(), storytest.Fonts(t))
	if err != nil {
		t.Fatal(err)
	}
	return window.New(card.HeadingOf(story, words.English()), f), f, want
}

// The keyboard reaches every link of the transcript, forwards and backwards, each in sight
// with its ring inside the panel, also where two events name the same address.
func TestTheKeyboardReachesEveryLink(t *testing.T) {
	w, f, want := linked(t)
	for _, size := range [][2]float64{{320, 300}, {1200, 860}} {
		for _, by := range []int{1, -1} {
			d := sheetState(window.SheetTranscript, size[0], size[1])
			if !w.SheetHasLinks(d) {
				t.Fatal("the transcript has no links")
			}
			var got []string
			for range 100 {
				d.SheetLink = w.NextSheetLink(d, by)
				if d.SheetLink == (window.SheetLink{}) {
					break
				}
				got = append(got, w.SheetLinkAction(d))
				d.SheetAt = w.SheetShowsLink(d)
				page := w.Page(f.Figure(size[0], d.View), d)
				var rings []scene.Rect
				for _, n := range page.Scene.Nodes {
					if n.ID == "sheet:link:ring" {
						rings = append(rings, n.Box)
					}
				}
				if len(rings) != 1 || !rings[0].Within(page.Sheet) || rings[0].H < 15 {
					t.Fatalf("%v, %d: the rings of %s are %v, in a panel at %v", size, by, w.SheetLinkAction(d), rings, page.Sheet)
				}
				if hit := page.Scene.HitTest(rings[0].Centre()); hit == nil || hit.Action != w.SheetLinkAction(d) {
					t.Errorf("%v, %d: in the ring of %s there is %+v", size, by, w.SheetLinkAction(d), hit)
				}
			}
			if by < 0 {
				slices.Reverse(got)
			}
			if !slices.Equal(got, want) {
				t.Errorf("%v, %d: the keyboard reaches\n%v, want\n%v", size, by, got, want)
			}
		}
	}
}

// From where a transcript is scrolled to, Tab goes on with what is in sight.
func TestTabGoesOnFromWhatIsInSight(t *testing.T) {
	w, _, _ := linked(t)
	d := sheetState(window.SheetTranscript, 400, 400)
	first := w.NextSheetLink(d, 1)
	if first == (window.SheetLink{}) {
		t.Fatal("the story has no link")
	}
	d.SheetAt = w.ScrollSheet(d, 1200)
	next := w.NextSheetLink(d, 1)
	if next.Row <= first.Row || next.Row < d.SheetAt.Row+1 {
		t.Errorf("scrolled to %v the next link is %v, at the beginning it is %v", d.SheetAt, next, first)
	}
	if w.SheetHasLinks(sheetState(window.SheetTable, 400, 400)) {
		t.Error("rows of the table are pressed whole, and have links")
	}
}
