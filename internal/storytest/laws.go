package storytest

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"barline/assets"
	"barline/assets/colour"
	"barline/data/edtf"
	"barline/scene"
	"barline/timeline/layout"
	"barline/timeline/view"
)

// The distances of the laws, in px.
const (
	inkPx    = 2.0  // a line of text is so much higher than its ink, over and under it
	edgePx   = 2.0  // no word comes nearer to the figure's edge
	asidePx  = 12.0 // a mark stands no further beside what its date allows
	nearPx   = 24.0 // words with no leader stand no further from their mark
	touchPx  = 8.0  // a leader ends no further from words or mark
	joinPx   = 16.0 // words of an event that are no further apart are read as one
	namesPx  = 4.0  // two names of one axis stand no closer
	marginPx = 2.0  // a number of an axis stands no further out of the margin
)

// Faults are the laws of the picture that a scene breaks, a sentence for each: what a
// reader would see wrong, whatever the story, the figure, the width and the view.
func Faults(f view.Figure, s *scene.Scene, v view.View) []string {
	p := newSeen(s)
	p.overlaps()
	p.edges()
	p.onMarks()
	p.struck()
	p.names()
	p.overKey()
	p.contrast()
	p.near()
	if v.Arrangement == view.Calendar && !f.Capabilities().Lanes {
		p.dates(f, v)
	}
	return p.faults
}

// seen is a scene, sorted into what the laws are about.
type seen struct {
	scene  *scene.Scene
	words  []*scene.Node
	marks  []*scene.Node // bars, dots, waits and what belongs to them
	lines  []*scene.Node // that are not of the grid
	faults []string
}

func newSeen(s *scene.Scene) *seen {
	p := &seen{scene: s}
	for i := range s.Nodes {
		n := &s.Nodes[i]
		switch {
		case n.Alpha == 0 || n.Role == scene.Ring:
		case n.Shape == scene.Glyphs:
			p.words = append(p.words, n)
		case n.Role == scene.Bar || n.Role == scene.Dot || n.Role == scene.Wait || n.Role == scene.Limit:
			p.marks = append(p.marks, n)
		case n.Shape == scene.Line && n.Z > layout.ZBacking:
			p.lines = append(p.lines, n)
		}
	}
	return p
}

func (p *seen) fault(format string, args ...any) {
	p.faults = append(p.faults, fmt.Sprintf(format, args...))
}

// name is what a node is called in a sentence.
func name(n *scene.Node) string {
	at := fmt.Sprintf("[%.0f %.0f %.0f %.0f]", n.Box.X, n.Box.Y, n.Box.W, n.Box.H)
	if n.Text != nil {
		return fmt.Sprintf("%q (%s) at %s", n.Text.String, n.ID, at)
	}
	return fmt.Sprintf("%s at %s", n.ID, at)
}

// ink is where the letters of a line are, about.
func ink(n *scene.Node) scene.Rect {
	return scene.Rect{X: n.Box.X, Y: n.Box.Y + inkPx, W: n.Box.W, H: max(n.Box.H-2*inkPx, 1)}
}

// drawn is the part of a mark that can be seen.
func (p *seen) drawn(n *scene.Node) scene.Rect {
	r := Extent(n)
	if n.Clip {
		x0, x1 := max(r.X, p.scene.Plot.X-asidePx), min(r.Right(), p.scene.Plot.Right()+asidePx)
		r.X, r.W = x0, max(0, x1-x0)
	}
	return r
}

// overlaps: no two words lie over each other.
func (p *seen) overlaps() {
	for i, a := range p.words {
		for _, b := range p.words[:i] {
			if Collide(ink(a), ink(b)) {
				p.fault("%s lies over %s", name(a), name(b))
			}
		}
	}
}

// edges: no word is cut by the figure's edge.
func (p *seen) edges() {
	room := scene.Rect{W: p.scene.WidthPx, H: p.scene.HeightPx}.Inset(edgePx)
	for _, n := range p.words {
		if !ink(n).Within(room) {
			p.fault("%s is cut by the edge of %v x %v px", name(n), p.scene.WidthPx, p.scene.HeightPx)
		}
	}
}

// onMarks: no word lies over a mark that is not its own.
func (p *seen) onMarks() {
	for _, w := range p.words {
		for _, m := range p.marks {
			if (w.Event == "" || w.Event != m.Event) && p.covers(m, ink(w)) {
				p.fault("%s lies over the mark %s", name(w), name(m))
			}
		}
	}
}

// covers reports whether a mark, or one of the many that a node is, reaches into a box.
func (p *seen) covers(m *scene.Node, box scene.Rect) bool {
	if m.Shape != scene.Many {
		return Collide(box, p.drawn(m))
	}
	return slices.ContainsFunc(m.Cells, func(c scene.Cell) bool { return Collide(box, scene.Rect{X: c.X, Y: c.Y, W: c.W, H: c.H}) })
}

// struck: no line runs through words but a leader to where it ends.
func (p *seen) struck() {
	for _, w := range p.words {
		for _, l := range p.lines {
			box := layout.LineBox(l.Box)
			if w.Event != "" && w.Event == l.Event || w.Role == scene.Key && l.Role == scene.Key {
				continue
			}
			if c := ink(w).Clip(box); c.W > 0.5 && c.H > 0.5 && (c.W > touching || c.H > touching) {
				p.fault("%s is struck through by %s", name(w), name(l))
			}
		}
	}
}

// axisNames are the names of the ticks of both axes.
func (p *seen) axisNames() []*scene.Node {
	return slices.DeleteFunc(slices.Clone(p.words), func(n *scene.Node) bool {
		return n.Role != scene.Furniture || !strings.HasPrefix(n.ID, "date:") && !strings.HasPrefix(n.ID, "length:") && n.ID != "era"
	})
}

// names: those of an axis keep apart and do not stand out of the margin.
func (p *seen) names() {
	names := p.axisNames()
	margin := view.Margin(p.scene.WidthPx)
	for i, a := range names {
		if a.Box.X < margin-marginPx || a.Box.Right() > p.scene.WidthPx-margin+marginPx {
			p.fault("%s stands out of the margin of %v px", name(a), margin)
		}
		for _, b := range names[:i] {
			wide := ink(a)
			wide.X, wide.W = wide.X-namesPx, wide.W+2*namesPx
			if wide.Overlaps(ink(b)) {
				p.fault("%s reads on into %s", name(a), name(b))
			}
		}
	}
}

// overKey: nothing of the figure is printed over its key or its source line.
func (p *seen) overKey() {
	for i := range p.scene.Nodes {
		k := &p.scene.Nodes[i]
		if k.Role != scene.Key && k.Role != scene.Credit {
			continue
		}
		for j := range p.scene.Nodes {
			n := &p.scene.Nodes[j]
			if n.Role != scene.Key && n.Role != scene.Credit && n.Role != scene.Ring && n.Alpha > 0 && n.Z != layout.ZBacking && n.Z != layout.ZGrid && Collide(Extent(k).AtLeast(2, 2), Extent(n).AtLeast(2, 2)) {
				p.fault("%s lies over the key's %s", name(n), name(k))
			}
		}
	}
}

// contrast: words stand out from what is behind them by 4.5, and marks by 3, in every
// theme.
func (p *seen) contrast() {
	palettes := map[string]scene.Palette{"light": assets.Light(), "dark": assets.Dark(), "light, more contrast": assets.LightMore(), "dark, more contrast": assets.DarkMore()}
	for theme, palette := range palettes {
		for _, w := range p.words {
			behind, of := scene.Paper, "the paper"
			for i := range p.scene.Nodes {
				if n := &p.scene.Nodes[i]; n.Shape == scene.Box && n.Alpha > 0.5 && n.Z < w.Z && n.Role != scene.Quotation && Collide(ink(w), p.drawn(n)) {
					behind, of = n.Paint, n.ID
				}
			}
			if got := colour.Contrast(palette[w.Paint], palette[behind]); got < 4.5 {
				p.fault("%s: %s in %s has the contrast %.1f to %s, in %s", theme, name(w), w.Paint, got, of, behind)
			}
		}
		for _, m := range p.marks {
			if got := colour.Contrast(palette[m.Paint], palette[scene.Paper]); got < 3 && m.Paint != scene.Paper {
				p.fault("%s: %s in %s has the contrast %.1f", theme, name(m), m.Paint, got)
			}
		}
	}
}

// near: the words of an event touch its mark, or are near it, or have a leader to it.
func (p *seen) near() {
	marks := map[string][]scene.Rect{}
	for _, m := range p.marks {
		marks[m.Event] = append(marks[m.Event], p.drawn(m))
	}
	for _, n := range p.scene.Nodes {
		if n.Role == scene.Bracket || n.Role == scene.Leader && n.Shape == scene.Triangle {
			marks[n.Event] = append(marks[n.Event], layout.LineBox(n.Box))
		}
	}
	for event, own := range marks {
		if event == "" {
			continue
		}
		for _, words := range p.clusters(event) {
			if slices.ContainsFunc(own, func(m scene.Rect) bool { return apart(m, words) <= nearPx }) || p.led(event, own, words) {
				continue
			}
			p.fault("the words of %s at [%.0f %.0f %.0f %.0f] are far from their mark", event, words.X, words.Y, words.W, words.H)
		}
	}
}

// clusters are the labels of an event, each row joined to those that touch it.
func (p *seen) clusters(event string) []scene.Rect {
	var all []scene.Rect
	for _, w := range p.words {
		if w.Event != event || w.Role != scene.Label {
			continue
		}
		joined := w.Box
		for again := true; again; {
			again = false
			all = slices.DeleteFunc(all, func(c scene.Rect) bool {
				if apart(c, joined) > joinPx {
					return false
				}
				joined, again = joined.Union(c), true
				return true
			})
		}
		all = append(all, joined)
	}
	return all
}

// led reports whether a line of an event leads from its words to its mark.
func (p *seen) led(event string, marks []scene.Rect, words scene.Rect) bool {
	return slices.ContainsFunc(p.lines, func(l *scene.Node) bool {
		box := layout.LineBox(l.Box)
		return l.Role == scene.Leader && l.Event == event && apart(box, words) <= touchPx &&
			slices.ContainsFunc(marks, func(m scene.Rect) bool { return apart(box, m) <= touchPx })
	})
}

// apart is the distance of two boxes; 0 if they touch.
func apart(a, b scene.Rect) float64 {
	return math.Hypot(max(a.X-b.Right(), b.X-a.Right(), 0), max(a.Y-b.Bottom(), b.Y-a.Bottom(), 0))
}

// dates: each mark stands on its date. Of a calendar that runs down the page
// timeline/figure/lengths holds it itself.
func (p *seen) dates(f view.Figure, v view.View) {
	s := p.scene
	if f.Down(s.WidthPx) || slices.ContainsFunc(s.Nodes, func(n scene.Node) bool { return n.ID == "length:0" }) {
		return // rows in order of time
	}
	axis := f.Scale(s.WidthPx, v)
	px := func(at float64) float64 {
		if s.RTL {
			return s.Plot.Right() - axis.Px(at)
		}
		return s.Plot.X + axis.Px(at)
	}
	for _, m := range p.marks {
		if m.Role == scene.Limit || m.Role == scene.Wait {
			continue // they stand with their bar
		}
		e := f.Events().Event(f.Events().Index(m.Event))
		from, to := e.Date.Bounds()
		start, end := e.Date.Ends()
		if start != edtf.Dated || end != edtf.Dated {
			continue // it reaches to where the calendar ends
		}
		if _, clock := e.Date.Clock(); clock && !e.Date.IsInterval() {
			if talks, ok := e.Talks(); ok {
				to += talks.Length.Seconds
			}
		}
		a, b := px(float64(from)), px(float64(to))
		if a > b {
			a, b = b, a
		}
		if m.Box.Right() < a-asidePx || m.Box.X > b+asidePx {
			p.fault("%s stands beside its date, %.0f to %.0f", name(m), a, b)
		}
	}
}
