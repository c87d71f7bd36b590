package lengths_test

import (
	"fmt"
	"math"

	"barline/data"
	"barline/internal/storytest"
	"barline/scene"
	"barline/timeline/figure/lengths"
	"barline/timeline/view"
)

// faults collects what is wrong with a scene: every law that holds for every
// story, width and view.
type faults []string

func (f *faults) add(format string, args ...any) { *f = append(*f, fmt.Sprintf(format, args...)) }

// checkScene finds what breaks a law.
func checkScene(p *lengths.Picture, s *scene.Scene, v view.View) faults {
	var f faults
	f.unique(s)
	f.inside(s)
	f.labels(s)
	f.complete(p, s, v)
	f.targets(s)
	f.annotations(p, s, v)
	if v.Arrangement == view.Calendar && view.Down(s.WidthPx) {
		f.after(s)
	}
	return f
}

func (f *faults) unique(s *scene.Scene) {
	seen := map[string]bool{}
	for i := range s.Nodes {
		if id := s.Nodes[i].ID; seen[id] || id == "" {
			f.add("the id %q stands twice, or is empty", id)
		} else {
			seen[id] = true
		}
	}
	for i := 1; i < len(s.Nodes); i++ {
		if s.Nodes[i].Z < s.Nodes[i-1].Z {
			f.add("%s is drawn after what lies nearer", s.Nodes[i].ID)
		}
	}
}

func (f *faults) inside(s *scene.Scene) {
	page := scene.Rect{W: s.WidthPx, H: s.HeightPx}
	for i := range s.Nodes {
		n := &s.Nodes[i]
		for _, v := range []float64{n.Box.X, n.Box.Y, n.Box.W, n.Box.H, n.Hit.X, n.Hit.Y, n.Hit.W, n.Hit.H, n.Alpha} {
			if math.IsNaN(v) || math.IsInf(v, 0) {
				f.add("%s lies nowhere: %v", n.ID, n.Box)
			}
		}
		if n.Shape != scene.Line && (n.Box.W < 0 || n.Box.H < 0) {
			f.add("%s is turned inside out: %v", n.ID, n.Box)
		}
		around := page
		switch n.Role {
		case scene.Bar, scene.Wait, scene.Dot, scene.Label, scene.Key, scene.Credit:
			margin := view.Margin(s.WidthPx) - slack(n, s.WidthPx)
			around = scene.Rect{X: margin, W: s.WidthPx - 2*margin, H: s.HeightPx}
		}
		if !storytest.Extent(n).Within(around) {
			f.add("%s %s at %v is not within %v", n.Role, n.ID, n.Box, around)
		}
	}
}

// slack is how far into the margin a mark may stand: the half of a dot whose
// date is the calendar's end; on phones, where room is dear, words too.
func slack(n *scene.Node, width float64) float64 {
	if n.Role == scene.Dot || n.Role == scene.Label && view.Down(width) {
		return 8
	}
	return 2
}

func (f *faults) labels(s *scene.Scene) {
	for i := range s.Nodes {
		label := &s.Nodes[i]
		if label.Role != scene.Label {
			continue
		}
		for j := range s.Nodes {
			n := &s.Nodes[j]
			switch {
			case i == j || n.Shape == scene.Glyphs && n.Role == scene.Label && j < i:
			case n.Role == scene.Label || n.Role == scene.Bar || n.Role == scene.Wait || n.Role == scene.Dot || n.Role == scene.Limit || n.Role == scene.Furniture && n.Shape == scene.Glyphs:
				if storytest.Collide(label.Box, n.Box) {
					f.add("the label %s %q at %v meets %s at %v", label.ID, label.Text.String, label.Box, n.ID, n.Box)
				}
			}
		}
	}
}

// annotations: those in view are drawn on their dates, and their words stand apart or are
// counted.
func (f *faults) annotations(p *lengths.Picture, s *scene.Scene, v view.View) {
	shown := storytest.Shown{Dated: v.Arrangement == view.Calendar, Lines: true}
	if !inRows(s) {
		axis := p.Calendar(s.WidthPx, v)
		shown.Px, shown.LengthPx = axis.Px, axis.LengthPx
	}
	*f = append(*f, storytest.AnnotationFaults(s, p.Story(), shown)...)
}

// after: down a narrow page words after the end of a bar are read as that
// bar's, so another meeting's must not stand there. Context events have their
// dots right beside their words.
func (f *faults) after(s *scene.Scene) {
	dots := map[string]bool{}
	for _, n := range s.Nodes {
		if n.Role == scene.Dot {
			dots[n.Event] = true
		}
	}
	for _, label := range s.Nodes {
		if label.Role != scene.Label || dots[label.Event] {
			continue
		}
		for _, bar := range s.Nodes {
			if bar.Role != scene.Bar && bar.Role != scene.Wait || bar.Event == label.Event {
				continue
			}
			if y := bar.Box.Centre().Y; label.Box.X >= bar.Box.Right() && label.Box.Y+2 < y && label.Box.Bottom()-2 > y {
				f.add("%q of %s stands after %s", label.Text.String, label.Event, bar.ID)
			}
		}
	}
}

// complete: every event whose date is in view is drawn once, none is drawn
// twice, and none that is out of view.
func (f *faults) complete(p *lengths.Picture, s *scene.Scene, v view.View) {
	from, to := v.From, v.To
	if from == 0 && to == 0 {
		from, to = p.Extent()
	}
	for _, e := range p.Story().Events() {
		if !hasTalks(e) || v.Arrangement == view.Calendar {
			a, b := e.Date.Bounds()
			middle := (float64(a) + float64(b)) / 2
			count := f.drawn(s, e)
			inView := middle >= from && middle <= to || float64(a) <= from && float64(b) >= to
			outOfView := float64(b) < from || float64(a) > to
			switch {
			case v.Arrangement == view.Compare && count != 1, inView && count != 1, count > 1:
				f.add("%s is drawn %d times", e.ID, count)
			case v.Arrangement == view.Calendar && outOfView && count > 0:
				f.add("%s is drawn though it is out of view", e.ID)
			}
		} else if count := f.drawn(s, e); count != 1 {
			f.add("%s is drawn %d times", e.ID, count)
		}
	}
}

// drawn counts an event's bars or dots.
func (f *faults) drawn(s *scene.Scene, e data.Event) int {
	count := 0
	for i := range s.Nodes {
		n := &s.Nodes[i]
		if n.Event != e.ID || n.Shape == scene.Glyphs {
			continue
		}
		if n.Role == scene.Bar || n.Role == scene.Dot {
			count++
			if (n.Role == scene.Dot) != (!hasTalks(e)) {
				f.add("%s of kind %s is drawn as a %s", e.ID, e.Kind, n.Role)
			}
		}
	}
	return count
}

// targets: whatever is pressed to open an event is large enough.
func (f *faults) targets(s *scene.Scene) {
	const least = 24
	for i := range s.Nodes {
		n := &s.Nodes[i]
		switch n.Role {
		case scene.Bar, scene.Wait, scene.Dot:
			if n.Shape == scene.Glyphs {
				continue
			}
			if n.Hit.W < least || n.Hit.H < least {
				f.add("%s can be pressed on %v × %v px only", n.ID, n.Hit.W, n.Hit.H)
			}
			if !n.Box.Within(n.Hit) {
				f.add("%s at %v is larger than its hit box %v", n.ID, n.Box, n.Hit)
			}
		}
	}
}

// checkHits finds buttons whose middle does not mean their own event.
func checkHits(s *scene.Scene, story *data.Story) faults {
	var f faults
	for _, e := range story.Events() {
		b, ok := s.EventBoxes(e.ID)
		if !ok {
			continue
		}
		n := s.HitTest(b.Hit.Centre())
		switch {
		case n == nil:
			f.add("the middle of %s's button hits nothing", e.ID)
		case n.Event != e.ID:
			f.add("the middle of %s's button hits %s", e.ID, n.ID)
		}
	}
	return f
}

// hasTalks reports whether an event is drawn with a length.
func hasTalks(e data.Event) bool {
	_, ok := e.Talks()
	return ok
}
