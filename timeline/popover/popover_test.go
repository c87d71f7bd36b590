package popover_test

import (
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"

	"barline/internal/storytest"
	"barline/scene"
	"barline/timeline/card"
	"barline/timeline/figure/lengths"
	"barline/timeline/popover"
	"barline/timeline/view"
	"barline/timeline/window"
)

// panelSizes are the sizes that an event's popover may have in a figure.
func panelSizes(p *lengths.Picture, index int, widthPx float64) []popover.Size {
	var sizes []popover.Size
	w0 := window.New(card.HeadingOf(p.Story(), p.Words()), p)
	for _, w := range popover.Widths(widthPx) {
		sizes = append(sizes, popover.Size{W: w, H: w0.PanelHeight(index, w)})
	}
	return sizes
}

// sights are parts of a figure that a reader may see of it: all, halves, and
// what a low frame shows.
func sights(s *scene.Scene) map[string]scene.Rect {
	w, h := s.WidthPx, s.HeightPx
	all := map[string]scene.Rect{"all": {W: w, H: h}, "upper half": {W: w, H: h / 2}, "lower half": {Y: h / 2, W: w, H: h / 2}}
	for y := 0.0; y+300 <= h; y += 90 {
		all[fmt.Sprintf("300 px from %v", y)] = scene.Rect{Y: y, W: w, H: 300}
	}
	return all
}

// ownBoxes are what a popover of this event must not hide: its bar or dot
// first, its wait and its words.
func ownBoxes(s *scene.Scene, event string) []scene.Rect {
	var bar scene.Rect
	var rest []scene.Rect
	for _, n := range s.Nodes {
		switch {
		case n.Event != event:
		case n.Shape != scene.Glyphs && (n.Role == scene.Bar || n.Role == scene.Dot):
			bar = n.Box
		case n.Role == scene.Wait || n.Role == scene.Label:
			rest = append(rest, n.Box)
		}
	}
	return append([]scene.Rect{bar}, rest...)
}

// faults collects what is wrong with a place.
type faults []string

func (f *faults) add(format string, args ...any) { *f = append(*f, fmt.Sprintf(format, args...)) }

// checkPlacement finds what is wrong with a popover's place.
func checkPlacement(at popover.Placement, own []scene.Rect, sizes []popover.Size, bounds scene.Rect) faults {
	var f faults
	box, bar := at.Box, own[0]
	if !(box.W > 0) || !(box.H >= 0) || !box.Within(bounds) {
		f.add("the box %v is not within %v", box, bounds)
	}
	for _, size := range sizes {
		if least := math.Min(popover.Readable(size.H, bounds.H), bounds.Inset(8).H); size.W == box.W && box.H < least-1 {
			f.add("the box %v of %v cannot be read in %v, being lower than %v", box, size, bounds, least)
		}
	}
	hides := false
	for _, r := range own {
		hides = hides || box.Overlaps(r)
	}
	if at.Side == scene.NoSide {
		if inside := bounds.Inset(8); math.Abs(box.Y-inside.Y) > 1 && math.Abs(box.Bottom()-inside.Bottom()) > 1 {
			f.add("the last resort %v is at neither edge of %v", box, bounds)
		}
		if fits, ok := beside(own, sizes, bounds); hides && ok {
			f.add("%v hides its own bar or words %v, though %v does not", box, own, fits)
		}
		return f
	}
	if hides {
		f.add("%v hides its own bar or words %v", box, own)
	}
	// The pointer reaches out of the side that faces the bar, and its tip is
	// as near to the bar's middle as round corners allow.
	var along, length, middle float64
	facing := false
	switch at.Side {
	case scene.LeftSide, scene.RightSide:
		along, length, middle = box.Y, box.H, bar.Centre().Y
		facing = at.Side == scene.LeftSide && box.X >= bar.Right() || at.Side == scene.RightSide && box.Right() <= bar.X
	case scene.UpperSide, scene.LowerSide:
		along, length, middle = box.X, box.W, bar.Centre().X
		facing = at.Side == scene.UpperSide && box.Y >= bar.Bottom() || at.Side == scene.LowerSide && box.Bottom() <= bar.Y
	}
	if !facing {
		f.add("the %s side of %v does not face the bar %v", at.Side, box, bar)
	}
	const corner = 18
	if want := math.Min(math.Max(middle-along, corner), length-corner); math.Abs(at.TipPx-want) > 1.0/16 {
		f.add("the tip of %v stands at %v along the %s side, want %v", box, at.TipPx, at.Side, want)
	}
	return f
}

// beside tries every px: a place beside an event's bar, or beside all that
// belongs to it, that hides none of that.
func beside(own []scene.Rect, sizes []popover.Size, bounds scene.Rect) (scene.Rect, bool) {
	const gap, edge, corner = 14, 8, 18
	visiblePx := bounds.H
	bounds = bounds.Inset(edge)
	all := own[0]
	for _, r := range own {
		all = all.Union(r)
	}
	free := func(box scene.Rect) bool {
		for _, r := range own {
			if box.Overlaps(r.Inset(-2)) {
				return false
			}
		}
		return box.Within(bounds)
	}
	for _, size := range sizes {
		// The search slides in steps.
		w, h := size.W, math.Min(size.H, popover.Readable(size.H, visiblePx)+8)
		for _, base := range []scene.Rect{own[0], all} {
			for y := math.Ceil(math.Max(bounds.Y, own[0].Y-h+corner)); y <= math.Min(bounds.Bottom()-h, own[0].Bottom()-corner); y++ {
				for _, x := range []float64{base.Right() + gap, base.X - gap - w} {
					if box := (scene.Rect{X: x, Y: y, W: w, H: h}); free(box) {
						return box, true
					}
				}
			}
			for x := math.Ceil(math.Max(bounds.X, own[0].X-w+corner)); x <= math.Min(bounds.Right()-w, own[0].Right()-corner); x++ {
				for _, y := range []float64{base.Y - gap - h, base.Bottom() + gap} {
					if box := (scene.Rect{X: x, Y: y, W: w, H: h}); free(box) {
						return box, true
					}
				}
			}
		}
	}
	return scene.Rect{}, false
}

func TestPopoversOf2025(t *testing.T) {
	p := storytest.Picture(t)
	for _, width := range view.Ladder() {
		for _, a := range []view.Arrangement{view.Calendar, view.Compare} {
			s := p.Figure(width, view.View{Arrangement: a})
			for i, e := range p.Story().Events() {
				sizes, own := panelSizes(p, i, width), ownBoxes(s, e.ID)
				for where, bounds := range sights(s) {
					at := popover.Place(s, e.ID, sizes, bounds)
					for _, fault := range checkPlacement(at, own, sizes, bounds) {
						t.Errorf("%v px, %s, %s, %s: %s", width, a, e.ID, where, fault)
					}
					if again := popover.Place(s, e.ID, sizes, bounds); again != at {
						t.Errorf("%v px, %s, %s, %s: first %v, then %v", width, a, e.ID, where, at, again)
					}
				}
			}
		}
	}
}

// With the whole figure in sight every popover of 2025 has a place of its own
// beside its bar on pages wide enough for bars and text side by side.
func TestPopoversOf2025StandBesideTheirBars(t *testing.T) {
	p := storytest.Picture(t)
	for _, width := range view.Ladder() {
		if view.Down(width) {
			continue
		}
		for _, a := range []view.Arrangement{view.Calendar, view.Compare} {
			s := p.Figure(width, view.View{Arrangement: a})
			for i, e := range p.Story().Events() {
				if at := popover.Place(s, e.ID, panelSizes(p, i, width), scene.Rect{W: width, H: s.HeightPx}); at.Side == scene.NoSide {
					t.Errorf("%v px, %s: %s has none", width, a, e.ID)
				}
			}
		}
	}
}

// A pointer points at its own event: with the whole figure in sight nothing of
// another one stands between a popover of 2025 and its bar, or it has none.
func TestPopoversOf2025PointAtTheirBars(t *testing.T) {
	p := storytest.Picture(t)
	hidden := map[bool]int{}
	for _, width := range view.Ladder() {
		for _, a := range []view.Arrangement{view.Calendar, view.Compare} {
			s := p.Figure(width, view.View{Arrangement: a})
			for i, e := range p.Story().Events() {
				at, bar := popover.Place(s, e.ID, panelSizes(p, i, width), scene.Rect{W: width, H: s.HeightPx}), ownBoxes(s, e.ID)[0]
				hidden[at.HidePointer]++
				if at.HidePointer {
					continue
				}
				from, to := at.Box.Centre(), bar.Centre()
				switch at.Side {
				case scene.NoSide:
					continue
				case scene.LeftSide, scene.RightSide:
					from.Y = at.Box.Y + at.TipPx
					to.Y = from.Y
				default:
					from.X = at.Box.X + at.TipPx
					to.X = from.X
				}
				for step := range 1000 {
					share := float64(step) / 1000
					on := scene.Point{X: from.X + (to.X-from.X)*share, Y: from.Y + (to.Y-from.Y)*share}
					// The pointer itself reaches out 9 px.
					if at.Box.Inset(-9).Contains(on) || bar.Contains(on) {
						continue
					}
					for _, n := range s.Nodes {
						if n.Event != "" && n.Event != e.ID && (n.Role == scene.Bar || n.Role == scene.Wait || n.Role == scene.Dot || n.Role == scene.Label) && n.Box.Contains(on) {
							t.Errorf("%v px, %s: the popover of %s at %v points at the %v of %s", width, a, e.ID, at.Box, n.Role, n.Event)
						}
					}
				}
			}
		}
	}
	if hidden[false] < 5*hidden[true] {
		t.Errorf("%d have a pointer, %d have none", hidden[false], hidden[true])
	}
}

func TestInventedPopovers(t *testing.T) {
	fonts := storytest.Fonts(t)
	rapid.Check(t, func(t *rapid.T) {
		p := storytest.PictureOf(t, storytest.Decode(t, storytest.Yaml(t, storytest.Limits{Meetings: 6, Contexts: 4})), fonts)
		width := rapid.SampledFrom(view.Ladder()).Draw(t, "width")
		s := p.Figure(width, view.View{Arrangement: rapid.SampledFrom([]view.Arrangement{view.Calendar, view.Compare}).Draw(t, "arrangement")})
		top := rapid.Float64Range(0, s.HeightPx-60).Draw(t, "top")
		bounds := scene.Rect{Y: top, W: width, H: rapid.Float64Range(0, s.HeightPx-top).Draw(t, "height")}
		i := rapid.IntRange(0, p.Story().Len()-1).Draw(t, "event")
		id := p.Story().Event(i).ID
		sizes := panelSizes(p, i, width)
		at := popover.Place(s, id, sizes, bounds)
		if found := checkPlacement(at, ownBoxes(s, id), sizes, bounds); len(found) > 0 {
			t.Fatalf("%v px, %s in %v: %v", width, id, bounds, found)
		}
	})
}

// Where nothing fits the popover is a sheet at an edge of what is in sight; that of an
// event that is out of view stands in the middle.
func TestPopoverFallsBackToASheet(t *testing.T) {
	p := storytest.Picture(t)
	s := p.Figure(360, view.View{})
	b, _ := s.EventBoxes("2025-12-02")
	low := scene.Rect{Y: b.Bar.Centre().Y - 50, W: 360, H: 100}
	for _, c := range []struct {
		event  string
		bounds scene.Rect
		want   scene.Rect
	}{
		{"2025-12-02", low, scene.Rect{X: 8, Y: low.Y + 8, W: 344, H: 84}},
		{"nobody", scene.Rect{W: 360, H: 640}, scene.Rect{X: 8, Y: 120, W: 344, H: 400}},
		{"nobody", scene.Rect{W: 360, H: 0}, scene.Rect{X: 8, Y: 0, W: 344, H: 0}},
	} {
		at := popover.Place(s, c.event, []popover.Size{{W: 344, H: 400}}, c.bounds)
		if at.Box != scene.SnapRect(c.want) || at.Side != scene.NoSide {
			t.Errorf("%s in %v: %+v, want %v", c.event, c.bounds, at, c.want)
		}
	}
}

// A popover that finds an emptier place when it is slimmer becomes slimmer,
// and one that has room is not.
func TestPopoverWidths(t *testing.T) {
	for _, width := range view.Ladder() {
		widths := popover.Widths(width)
		if len(widths) == 0 {
			t.Fatalf("%v px: none", width)
		}
		for i, w := range widths {
			if w+16 > width || w < 270 || i > 0 && w >= widths[i-1] {
				t.Errorf("%v px: %v", width, widths)
			}
		}
	}
}

// Whatever is seen of a figure, a popover can be read, in a window on its side as well.
func TestPopoversCanBeRead(t *testing.T) {
	for _, c := range []struct{ wholePx, visiblePx, want float64 }{
		{400, 320, 192}, {400, 400, 240}, {400, 900, 240}, {150, 320, 150}, {400, 100, 96}, {50, 20, 50},
	} {
		if got := popover.Readable(c.wholePx, c.visiblePx); math.Abs(got-c.want) > 0.01 {
			t.Errorf("of %v px where %v are seen: %v, want %v", c.wholePx, c.visiblePx, got, c.want)
		}
	}
}
