//go:build !js

package host

import (
	"barline/scene"
	"barline/timeline/input"
	"barline/timeline/state"
	"barline/timeline/view"
)

// way is where the keyboard is going among many events, of which those in view alone can
// be reached: to the first one from a time on, or to the last one up to it, as soon as
// they are in view. by is 0 if it goes nowhere.
type way struct {
	from float64
	by   int
	// tipOf is what a tip was last shown of.
	tipOf string
}

// entries are what the keyboard can reach of many events, as the figure is now.
func (w *window) entries() []view.Entry {
	w.viewer.Settled()
	return w.viewer.Figure().Entries()
}

// here is the place of what has the keyboard among entries, or -1.
func (w *window) here(all []view.Entry) int {
	focused := w.viewer.Model().Focused
	for i, e := range all {
		if e.Event >= 0 && e.ID == focused && focused != "" || e.Event < 0 && e.ID == w.desk.Stretch && w.desk.Stretch != "" {
			return i
		}
	}
	return -1
}

// walkEntries walks along events and stretches of time in view; at the ends of the view
// time goes on. It reports false where keys walk from event to event: in figures that
// draw each, and while a popover is open.
func (w *window) walkEntries(k input.Key) bool {
	if !w.viewer.Figure().Capabilities().Lanes || w.viewer.Model().Selected != "" {
		return false
	}
	all := w.entries()
	if len(all) == 0 {
		return false
	}
	at, by := w.here(all), 1
	switch k {
	case input.First:
		at = -1
	case input.Last:
		at, by = len(all), -1
	case input.Earlier:
		if by = -1; at < 0 {
			at = len(all)
		}
	}
	if to := at + by; to >= 0 && to < len(all) {
		w.goToEntry(all[to])
		return true
	}
	from, to := w.viewer.Model().Span()
	first, last := w.viewer.Figure().Extent()
	if by < 0 && from > first || by > 0 && to < last {
		w.tools.way.from, w.tools.way.by = all[at].From+float64(by), by
		w.send(state.PanBy{Share: 0.8 * float64(by)})
	}
	return true
}

func (w *window) goToEntry(e view.Entry) {
	if e.Event >= 0 {
		w.goTo(stop{event: e.ID})
	} else {
		w.goTo(stop{stretch: e.ID})
	}
}

// descend shows the stretch of time that has the keyboard alone, which then goes to what
// is in it.
func (w *window) descend() {
	all := w.entries()
	i := w.here(all)
	if i < 0 {
		return
	}
	w.tools.way.from, w.tools.way.by = all[i].From, 1
	w.desk.Stretch = ""
	w.send(state.Show{From: all[i].From, To: all[i].To})
}

// arrive brings the keyboard to where it was going, once the view rests. A stretch that
// had it and is no longer in view gives it away.
func (w *window) arrive() {
	g := &w.tools.way
	if w.viewer.Moving() || g.by == 0 && w.desk.Stretch == "" {
		return
	}
	all := w.entries()
	if g.by == 0 {
		if w.here(all) < 0 {
			w.desk.Stretch = ""
		}
		return
	}
	to := -1
	for i, e := range all {
		if g.by > 0 && e.From >= g.from {
			to = i
			break
		}
		if g.by < 0 && e.From <= g.from {
			to = i
		}
	}
	g.by = 0
	if to >= 0 {
		w.goToEntry(all[to])
	}
}

// stretchAt names the stretch of time at a point of the figure that stands for more events
// than can be told apart; empty where there is none.
func (w *window) stretchAt(p scene.Point) string {
	if !w.viewer.Figure().Capabilities().Lanes || !w.viewer.Dense(p) {
		return ""
	}
	for _, e := range w.entries() {
		if e.Event < 0 && e.Box.Contains(p) {
			return e.Name
		}
	}
	return ""
}
