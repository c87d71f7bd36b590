package browser_test

import (
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// glide runs statements and returns where a bar is, frame by frame, until the
// picture rests.
func (p *tab) glide(id, statements string) []box {
	p.t.Helper()
	return ask[[]box](p, `new Promise((done) => {
		const seen = [barline.boxes()["`+id+`"].bar];
		`+statements+`;
		const look = () => {
			seen.push(barline.boxes()["`+id+`"].bar);
			if (barline.stats().asleep) done(seen); else requestAnimationFrame(look);
		};
		requestAnimationFrame(look);
	})`)
}

func TestCompare(t *testing.T) {
	t.Parallel()
	site := serveFirst(t)
	byLength := []string{"2025-12-02", "2025-04-11", "2025-02", "2025-04-25", "2025-08-06", "2025-03"}
	hours := map[string]float64{"2025-12-02": 5, "2025-04-11": 4.5, "2025-02": 3.5, "2025-04-25": 3, "2025-08-06": 3}
	for _, width := range []int64{360, 1200} {
		p := openLive(t, device{width: width, motion: true}, site+"/")
		p.run("barline.fit()") // ends the opening
		p.settles()
		p.run("window.views = []; barline.on('view', (e) => views.push(e.view))")
		steps := p.glide("2025-12-02", "barline.view('compare')")
		distinct := map[box]bool{}
		for _, b := range steps {
			distinct[b] = true
		}
		if len(distinct) < 4 {
			t.Errorf("%d px: the bar leaps: %v", width, steps)
		}
		p.settles()
		boxes := p.boxes()
		order := slices.Clone(byLength)
		slices.SortStableFunc(order, func(a, b string) int { return int(math.Copysign(1, boxes[a].Bar.Y-boxes[b].Bar.Y)) })
		if diff := cmp.Diff(byLength, order); diff != "" {
			t.Errorf("%d px: the order (-want +got):\n%s", width, diff)
		}
		unit := boxes["2025-12-02"].Bar.Width / 5
		for id, h := range hours {
			b := boxes[id].Bar
			if math.Abs(b.X-boxes["2025-12-02"].Bar.X) > 0.5 {
				t.Errorf("%d px: %s begins at %v, not at %v", width, id, b.X, boxes["2025-12-02"].Bar.X)
			}
			if math.Abs(b.Width-h*unit) > 1.5 {
				t.Errorf("%d px: %s of %v hours is %v long, an hour %v", width, id, h, b.Width, unit)
			}
		}
		// A wait sets no scale: it may run out of the picture, beyond the longest talks.
		if w := boxes["2025-03"].Wait; w == nil || w.Width < 5*unit || w.Width > 8*unit+1.5 {
			t.Errorf("%d px: the wait is %v", width, w)
		}
		if ask[string](p, `document.querySelector('[data-live-region]').textContent`) == "" {
			t.Error("the arrangement is not announced")
		}
		for _, action := range []string{"zoom-in", "zoom-out", "fit"} {
			if !ask[bool](p, `document.querySelector('[data-action="`+action+`"]').disabled`) {
				t.Errorf("comparing, %s can be pressed", action)
			}
		}
		// Back by the button, and the first picture is the last.
		p.click(p.boxOf(`[data-action="calendar"]`).middle())
		p.until("the calendar is back", "barline.state().view === 'calendar'")
		p.settles()
		if diff := cmp.Diff([]string{"compare", "calendar"}, ask[[]string](p, "views")); diff != "" {
			t.Errorf("view events: %s", diff)
		}
		if last := p.boxes()["2025-12-02"].Bar; last != steps[0] {
			t.Errorf("%d px: the bar was at %v, and came back to %v", width, steps[0], last)
		}
	}
}

func TestReducedMotionLeaps(t *testing.T) {
	t.Parallel()
	p := openLive(t, device{}, serveFirst(t)+"/")
	p.settles()
	for _, statement := range []string{"barline.view('compare')", "barline.view('calendar')", "barline.zoomBy(2)", "barline.fit()"} {
		steps := p.glide("2025-08-06", statement)
		for _, b := range steps[1:] {
			if b != steps[len(steps)-1] {
				t.Errorf("%s moves in steps: %v", statement, steps)
				break
			}
		}
	}
}
