package lengths_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"barline/data"
	"barline/internal/storytest"
	"barline/scene"
	"barline/timeline/figure/lengths"
	"barline/timeline/scale"
	"barline/timeline/view"
	"barline/timeline/words"
)

// widths are those that the laws are held to.
func widths() []float64 {
	return slices.DeleteFunc(view.Ladder(), func(w float64) bool { return w > 1360 })
}

// invented are stories that readers found wrong: close dates, times of day, minutes
// beside days, waits longer than any talks.
func invented() map[string]string {
	const head = "barline: 1\nid: invented\nheadline: H\nsources: [{id: s, name: S}]\nevents:\n"
	meeting := func(id, date, length string) string {
		return fmt.Sprintf("  - {id: %s, kind: meeting, title: T, date: %s, duration: %q}\n", id, date, length)
	}
	context := func(id, date string) string {
		return fmt.Sprintf("  - {id: %s, kind: context, title: %s, date: %s}\n", id, strings.Repeat("Words ", 6), date)
	}
	return map[string]string{
		"three meetings": head + meeting("a", "2025-02-01", "PT2H") + meeting("b", "2025-04-01", "<PT5H") + meeting("c", "2025-08-01", "~PT1H"),
		"neighbouring days": head + meeting("a", "2023-01-09", "PT2H") + meeting("b", "2023-01-10", "PT5H") + meeting("c", "2023-01-11", "<PT1H") +
			meeting("d", "2023-05-20", "PT6H30M") + meeting("e", "2023-05-21", ">PT4H") + meeting("f", "2023-12-19", "PT9H15M") +
			context("x", "2023-05-20") + context("y", "2023-05-20") + context("z", "2023-05-22") + context("v", "2023-12-31"),
		"one day": head + meeting("a", "2024-05-03T06:10", "PT12M") + meeting("b", "2024-05-03T07:30", "PT1H15M") + meeting("c", "2024-05-03T09:05", "~PT50M") +
			context("x", "2024-05-03T07:00") + context("y", "2024-05-03T07:10") + context("z", "2024-05-03T23:30"),
		"minutes and days": head + meeting("a", "2024-01-05", "PT8M") + meeting("b", "2024-03-10/2024-03-13", "P3D") + meeting("c", "2024-09-01", "unknown"),
		"a long wait": head + "  - {id: a, title: T, date: 2025-02-03, phases: [{kind: waiting, duration: PT30H}, {kind: talks, duration: PT3H}]}\n" +
			meeting("b", "2025-05-03", "<=PT4H"),
		"weeks": head + meeting("a", "2014-07-02/2014-07-20", "P17D") + meeting("b", "2015-10-02", "PT3H") + meeting("c", "2021-12-01/2022-01-04", ">P20D"),
	}
}

// unsaid are the events that are drawn with a length, or a wait, which no words of
// theirs say.
func unsaid(s *scene.Scene, story *data.Story) []string {
	w := words.English()
	said := map[string]string{}
	for _, n := range s.Nodes {
		if n.Role == scene.Label {
			said[n.Event] += strings.ToLower(n.Text.String) + "\n"
		}
	}
	var missing []string
	says := func(e data.Event, d data.Duration) {
		if !strings.Contains(said[e.ID], strings.ToLower(w.Length(d))) && !strings.Contains(said[e.ID], strings.ToLower(w.LengthShort(d))) {
			missing = append(missing, fmt.Sprintf("%s is without %s: %q", e.ID, w.Length(d), said[e.ID]))
		}
	}
	for _, e := range story.Events() {
		talks, ok := e.Talks()
		if !ok {
			continue
		}
		says(e, talks.Length)
		if wait, ok := e.Waiting(); ok && wait.Length.Known() {
			says(e, wait.Length)
		}
	}
	return missing
}

// everyFigure checks the invented stories at every width and in both arrangements,
// and stories of rapid's at one.
func everyFigure(t *testing.T, check func(t storytest.TB, p *lengths.Picture, width float64, a view.Arrangement)) {
	fonts := storytest.Fonts(t)
	for name, yaml := range invented() {
		t.Run(name, func(t *testing.T) {
			p := storytest.PictureOf(t, storytest.Decode(t, yaml), fonts)
			for _, width := range widths() {
				for _, a := range arrangements {
					check(t, p, width, a)
				}
			}
		})
	}
	rapid.Check(t, func(t *rapid.T) {
		p := storytest.PictureOf(t, storytest.Decode(t, storytest.Yaml(t, storytest.Anything())), fonts)
		check(t, p, rapid.SampledFrom(widths()).Draw(t, "width"), rapid.SampledFrom(arrangements).Draw(t, "arrangement"))
	})
}

// No mark is ever without its length in words.
func TestEveryMarkSaysItsLength(t *testing.T) {
	check := func(t storytest.TB, p *lengths.Picture, width float64, a view.Arrangement) {
		if missing := unsaid(p.Figure(width, view.View{Arrangement: a}), p.Story()); len(missing) > 0 {
			t.Fatalf("%v px, %s: %s", width, a, strings.Join(missing, "\n"))
		}
	}
	everyFigure(t, check)
}

// Nothing a reader does to the calendar changes the figure's height: whatever is in
// view, at any zoom, and whatever is open.
func TestNoViewChangesTheHeight(t *testing.T) {
	pictures := map[string]*lengths.Picture{"2025": storytest.Picture(t)}
	for name, yaml := range invented() {
		pictures[name] = storytest.PictureOf(t, storytest.Decode(t, yaml), storytest.Fonts(t))
	}
	for name, p := range pictures {
		from, to := p.Extent()
		for _, width := range widths() {
			want := p.Figure(width, view.View{Selected: p.Story().Event(0).ID}).HeightPx
			for _, zoom := range []float64{1, 1.5, 2, 4, 8, 16} {
				span := (to - from) / zoom
				for at := range 40 {
					v := view.View{From: from - span/2 + (to-from)*float64(at)/39}
					v.To = v.From + span
					s := p.Figure(width, v)
					if s.HeightPx != want {
						t.Fatalf("%s at %v px: at zoom %v, place %d it is %v px high, fitted %v", name, width, zoom, at, s.HeightPx, want)
					}
				}
			}
		}
	}
}

// However wild a story is, its height stays.
func TestNoViewOfAnInventedStoryChangesTheHeight(t *testing.T) {
	fonts := storytest.Fonts(t)
	rapid.Check(t, func(t *rapid.T) {
		p := storytest.PictureOf(t, storytest.Decode(t, storytest.Yaml(t, storytest.Anything())), fonts)
		width := rapid.SampledFrom(widths()).Draw(t, "width")
		want := p.Figure(width, view.View{}).HeightPx
		for _, v := range views(p) {
			if got := p.Figure(width, v).HeightPx; got != want {
				t.Fatalf("%v px: from %v to %v it is %v px high, fitted %v", width, v.From, v.To, got, want)
			}
		}
	})
}

// A mark on the calendar stands on its date: a press there means it.
func TestMarksStandOnTheirDates(t *testing.T) {
	const aside = 12
	fonts := storytest.Fonts(t)
	check := func(t storytest.TB, p *lengths.Picture, width float64, v view.View) {
		s := p.Figure(width, v)
		if inRows(s) {
			return
		}
		axis := p.Calendar(width, v)
		for _, n := range s.Nodes {
			if n.Role != scene.Bar || n.Shape == scene.Glyphs {
				continue
			}
			from, to := p.Story().Event(p.Story().Index(n.Event)).Date.Bounds()
			begin, end := n.Box.X-s.Plot.X, n.Box.Right()-s.Plot.X
			if p.Down(width) {
				begin, end = n.Box.Y-s.Plot.Y, n.Box.Bottom()-s.Plot.Y
			}
			if first, last := axis.Px(float64(from)), axis.Px(float64(to)); end < first-aside || begin > last+aside {
				t.Fatalf("%v px: %s from %v to %v stands beside its date, %v to %v", width, n.ID, begin, end, first, last)
			}
		}
	}
	for _, yaml := range invented() {
		p := storytest.PictureOf(t, storytest.Decode(t, yaml), fonts)
		for _, width := range widths() {
			check(t, p, width, view.View{})
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		p := storytest.PictureOf(t, storytest.Decode(t, storytest.Yaml(t, storytest.Anything())), fonts)
		check(t, p, rapid.SampledFrom(widths()).Draw(t, "width"), rapid.SampledFrom(views(p)).Draw(t, "view"))
	})
}

// So it does on a card, and so do dots.
func TestMarksOfAStripStandOnTheirDates(t *testing.T) {
	const aside = 12
	fonts := storytest.Fonts(t)
	rapid.Check(t, func(t *rapid.T) {
		p := storytest.PictureOf(t, storytest.Decode(t, storytest.Yaml(t, storytest.Limits{Meetings: 10, Contexts: 10})), fonts)
		room := scene.Rect{X: 64, Y: 20, W: 1072, H: 108}
		from, to := p.Extent()
		axis := scale.Scale{From: from, To: to, LengthPx: room.W}
		for _, n := range p.Strip(room, "") {
			if n.Role != scene.Bar && n.Role != scene.Dot || n.Shape == scene.Glyphs {
				continue
			}
			from, to := p.Story().Event(p.Story().Index(n.Event)).Date.Bounds()
			if begin, end := axis.Px(float64(from))+room.X, axis.Px(float64(to))+room.X; n.Box.Right() < begin-aside || n.Box.X > end+aside {
				t.Fatalf("%s at %v stands beside its date, %v to %v", n.ID, n.Box, begin, end)
			}
		}
	})
}

// Names of the axis of lengths keep apart and within the page, in a unit that people
// say, once.
func TestTheAxisOfLengthsIsSaid(t *testing.T) {
	check := func(t storytest.TB, p *lengths.Picture, width float64, a view.Arrangement) {
		s := p.Figure(width, view.View{Arrangement: a})
		units := 0
		var names []scene.Node
		for _, n := range s.Nodes {
			if !strings.HasPrefix(n.ID, "length:") {
				continue
			}
			name := n.Text.String
			if strings.Contains(name, " ") {
				units++
			}
			if strings.ContainsAny(name, ".¼½¾") || strings.Contains(name, "week") {
				t.Fatalf("a tick is called %q", name)
			}
			if n.Box.X < view.Margin(width)-1 || n.Box.Right() > width-view.Margin(width)+1 {
				t.Fatalf("%v px, %s: %q at %v leaves the margin", width, a, name, n.Box)
			}
			for _, other := range names {
				if n.Box.Inset(-2).Overlaps(other.Box) {
					t.Fatalf("%v px, %s: %q touches %q", width, a, name, other.Text.String)
				}
			}
			names = append(names, n)
		}
		if units != 1 {
			t.Fatalf("%v px, %s: the unit is said %d times", width, a, units)
		}
	}
	everyFigure(t, check)
}
