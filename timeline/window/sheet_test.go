package window_test

import (
	"slices"
	"strings"
	"testing"

	"barline/internal/storytest"
	"barline/scene"
	"barline/timeline/table"
	"barline/timeline/view"
	"barline/timeline/window"
)

// sheetState is the window with a panel over it.
func sheetState(name string, widthPx, heightPx float64) window.State {
	return window.State{Fitted: true, Caption: -1, Sheet: name, Viewport: scene.Rect{Y: 40, W: widthPx, H: heightPx}}
}

// Scrolled from end to end a panel shows every word of its rows, cuts none that it does
// not cover, and stops at its ends.
func TestSheetsScrollToTheirEnds(t *testing.T) {
	p := storytest.Picture(t)
	w := windowOf(p)
	for _, size := range [][2]float64{{320, 480}, {700, 360}, {1200, 860}} {
		for _, name := range []string{window.SheetTranscript, window.SheetTable, window.SheetHelp, window.SheetExport} {
			d := sheetState(name, size[0], size[1])
			whole := d
			whole.Viewport.H = 40_000
			want := rowTexts(w.Page(p.Figure(size[0], d.View), whole).Scene)
			if len(want) < 4 {
				t.Fatalf("%s has %d lines", name, len(want))
			}
			seen := map[string]bool{}
			for range 400 {
				page := w.Page(p.Figure(size[0], d.View), d)
				for id := range rowTexts(page.Scene) {
					seen[id] = true
				}
				covers(t, page)
				next := w.ScrollSheet(d, 37)
				if next == d.SheetAt {
					break
				}
				d.SheetAt = next
			}
			for id, words := range want {
				if !seen[id] {
					t.Errorf("%s at %v: %s, %q, is never seen", name, size, id, words)
				}
			}
			if last := d.SheetAt; w.ScrollSheet(d, 1e9) != last {
				t.Errorf("%s at %v: its end is at %v and at %v", name, size, last, w.ScrollSheet(d, 1e9))
			}
			if w.ScrollSheet(d, -1e9) != (window.Place{}) {
				t.Errorf("%s at %v does not scroll back", name, size)
			}
		}
	}
}

// rowTexts are the words of a panel's rows by their ids.
func rowTexts(s *scene.Scene) map[string]string {
	all := map[string]string{}
	for _, n := range s.Nodes {
		if n.Text == nil || n.Role != scene.Popover {
			continue
		}
		for _, prefix := range []string{"transcript:", "table:", "help:", "choice:"} {
			if strings.HasPrefix(n.ID, prefix) {
				all[n.ID] = n.Text.String
			}
		}
	}
	return all
}

// covers fails where words of a row reach out of what covers their sheet.
func covers(t *testing.T, page window.Page) {
	t.Helper()
	for _, n := range page.Scene.Nodes {
		if n.Text != nil && n.Role == scene.Popover && !n.Box.Within(page.Sheet) {
			t.Errorf("%s at %v leaves the sheet at %v", n.ID, n.Box, page.Sheet)
		}
		if n.Role == scene.Popover && n.Action != "" && n.Action != "close-sheet" && !n.Hit.Within(page.Sheet) {
			t.Errorf("%s is pressed at %v, outside of %v", n.ID, n.Hit, page.Sheet)
		}
	}
}

// A row that the keyboard reaches is brought into sight, from wherever the panel was.
func TestARowWithTheKeyboardIsInSight(t *testing.T) {
	p := storytest.Picture(t)
	w := windowOf(p)
	d := sheetState(window.SheetTable, 400, 420)
	n := w.SheetLen(d)
	if n != p.Story().Len() {
		t.Fatalf("%d rows can be pressed", n)
	}
	rows := table.Of(p.Story(), p.Words()).Rows()
	for _, row := range []int{1, n, 3, n - 1, 1, n / 2} {
		d.SheetRow = row
		d.SheetAt = w.SheetShows(d, row-1)
		if got, want := w.SheetAction(d), "event:"+rows[row-1].ID; got != want {
			t.Errorf("row %d does %s, want %s", row, got, want)
		}
		page := w.Page(p.Figure(400, d.View), d)
		hit := action(page.Scene, w.SheetAction(d))
		if hit == nil || hit.Hit.H < 20 || !hit.Hit.Within(page.Sheet) {
			t.Fatalf("row %d is not in sight: %+v", row, hit)
		}
	}
}

// The table of the panel says what the page's says.
func TestTheTableSaysEverything(t *testing.T) {
	p := storytest.Picture(t)
	all := table.Of(p.Story(), p.Words())
	for _, width := range []float64{320, 1200} {
		page := desktop(p, width, sheetState(window.SheetTable, width, 30_000))
		got := texts(page.Scene, "table:")
		for _, r := range all.Rows() {
			for _, s := range append([]string{r.When, r.Title}, r.Cells...) {
				if !strings.Contains(got, tight(s)) {
					t.Errorf("%v px: %q is not in the table", width, s)
				}
			}
		}
		for _, c := range all.Columns() {
			if !strings.Contains(got, tight(c)) {
				t.Errorf("%v px: the column %q has no name", width, c)
			}
		}
	}
}

// What the help panel lists is what keys do: nothing twice, nothing without a name.
func TestTheHelpPanelListsEveryShortcut(t *testing.T) {
	p := storytest.Picture(t)
	w := windowOf(p)
	page := desktop(p, 700, sheetState(window.SheetHelp, 700, 4000))
	said := texts(page.Scene, "help:")
	seen := map[window.Chord]string{}
	for _, s := range w.Shortcuts() {
		if s.Name == "" || len(s.Keys) == 0 || !strings.Contains(said, tight(s.Name)) || !strings.Contains(said, tight(s.Keys[0].Label(false))) {
			t.Errorf("%+v is not in the panel", s)
		}
		for _, k := range s.Keys {
			if seen[k] != "" {
				t.Errorf("%v does %s and %s", k, seen[k], s.Do)
			}
			seen[k] = s.Do
			if found, ok := window.On(w.Shortcuts(), k); !ok || found.Do != s.Do {
				t.Errorf("%v does %v, not %s", k, found.Do, s.Do)
			}
		}
	}
	mac := sheetState(window.SheetHelp, 700, 4000)
	mac.Mac = true
	if said := texts(desktop(p, 700, mac).Scene, "help:"); !strings.Contains(said, "Cmd+C") || strings.Contains(said, "Ctrl") {
		t.Errorf("on a Mac the panel says %s", said)
	}
}

// A press beside a panel closes it; a press on it does not reach the page.
func TestASheetIsInFrontOfThePage(t *testing.T) {
	p := storytest.Picture(t)
	page := desktop(p, 700, sheetState(window.SheetExport, 700, 600))
	if n := page.Scene.HitTest(scene.Point{X: 5, Y: 60}); n == nil || n.Action != "close-sheet" {
		t.Errorf("a press beside the panel hits %+v", n)
	}
	at := scene.Point{X: page.Sheet.X + 30, Y: page.Sheet.Y + 20}
	if n := page.Scene.HitTest(at); n == nil || n.Action != "none" {
		t.Errorf("a press on the panel's name hits %+v", n)
	}
	for _, kind := range []string{"png", "svg", "pdf", "csv", "site"} {
		if n := action(page.Scene, "export:"+kind); n == nil || page.Scene.HitTest(n.Hit.Centre()).Action != n.Action {
			t.Errorf("%s cannot be chosen", kind)
		}
	}
}

// A tip says title and date of what is under the pointer, and stays in the window.
func TestTipsNameEventsAndSigns(t *testing.T) {
	p := storytest.Picture(t)
	w := windowOf(p)
	d := window.State{Caption: -1, Fitted: true, Viewport: scene.Rect{W: 320, H: 480}}
	for _, at := range []scene.Point{{X: 2, Y: 2}, {X: 318, Y: 478}} {
		d.Tip = w.TipOf(d, "2025-12-02", "", at)
		page := w.Page(p.Figure(320, d.View), d)
		said := texts(page.Scene, "tip:")
		e := p.Story().Event(p.Story().Index("2025-12-02"))
		if !strings.Contains(said, tight(e.Title)) || !strings.Contains(said, "December2025") {
			t.Errorf("the tip says %q", said)
		}
		i := slices.IndexFunc(page.Scene.Nodes, func(n scene.Node) bool { return n.ID == "tip:back" })
		if box := page.Scene.Nodes[i].Box; !box.Within(d.Viewport) || box.Contains(at) {
			t.Errorf("at %v the tip lies at %v", at, box)
		}
	}
	if tip := w.TipOf(d, "", "zoom-in", scene.Point{}); tip.Name != "Zoom in (+)" {
		t.Errorf("the sign + is called %q", tip.Name)
	}
	d.Selected = "2025-12-02"
	if tip := w.TipOf(d, "2025-12-02", "", scene.Point{}); tip.Name != "" {
		t.Errorf("an event that is open is named again: %q", tip.Name)
	}
}

// While the story plays ticks show how far it is, and lead to every event.
func TestTicksOfPlay(t *testing.T) {
	p := storytest.Picture(t)
	for _, width := range view.Ladder() {
		for told := range p.Story().Len() {
			page := desktop(p, width, window.State{Playing: true, Caption: told})
			var higher []string
			for _, n := range page.Scene.Nodes {
				if strings.HasPrefix(n.ID, "tick:") && n.Paint == scene.Talks {
					higher = append(higher, n.Action)
				}
			}
			if want := []string{window.TurnTo + string(rune('0'+told))}; !slices.Equal(higher, want) {
				t.Errorf("%v px: while event %d is told, the ticks of %v stand out", width, told, higher)
			}
		}
	}
	if n := action(desktop(p, 700, window.State{Caption: -1}).Scene, window.TurnTo+"0"); n != nil {
		t.Error("without Play there are ticks")
	}
}
