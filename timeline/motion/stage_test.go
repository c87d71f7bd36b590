package motion_test

import (
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"barline/internal/storytest"
	"barline/scene"
	"barline/timeline/motion"
	"barline/timeline/view"
)

const frame = 1.0 / 60

// pictures are the two arrangements of 2025 and a closer view of each kind.
type pictures struct{ calendar, compare, near, open *scene.Scene }

func draw(t storytest.TB, width float64) pictures {
	p := storytest.Picture(t)
	from, to := p.Extent()
	return pictures{
		calendar: p.Figure(width, view.View{}),
		compare:  p.Figure(width, view.View{Arrangement: view.Compare}),
		near:     p.Figure(width, view.View{From: from + 0.2*(to-from), To: from + 0.5*(to-from)}),
		open:     p.Figure(width, view.View{Selected: "2025-04-11"}),
	}
}

// boxes are where each visible node is, by id; on its way out it still counts.
func boxes(s *scene.Scene) map[string]scene.Rect {
	all := map[string]scene.Rect{}
	for _, n := range s.Nodes {
		if n.Alpha > 0 {
			all[strings.TrimSuffix(n.ID, " leaving")] = upright(n)
		}
	}
	return all
}

// upright is the box around a node that may be turned, snapped as layout does.
func upright(n scene.Node) scene.Rect {
	if n.Turn == 0 {
		return n.Box
	}
	c, dx, dy := n.Box.Centre(), math.Abs(math.Cos(n.Turn)), math.Abs(math.Sin(n.Turn))
	w, h := dx*n.Box.W+dy*n.Box.H, dy*n.Box.W+dx*n.Box.H
	return scene.SnapRect(scene.Rect{X: c.X - w/2, Y: c.Y - h/2, W: w, H: h})
}

// same tells how the picture on show differs from another, if it does.
func same(stage *motion.Stage, want *scene.Scene) string {
	return cmp.Diff(want, stage.Scene())
}

// settle lets time pass until nothing moves and returns how much it was.
func settle(t storytest.TB, s *motion.Stage) (seconds float64) {
	t.Helper()
	for s.Moving() {
		if s.Advance(frame); seconds > 5 {
			t.Fatal("still moving after five seconds")
		}
		seconds += frame
	}
	return seconds
}

func TestTheFirstPictureIsShownAtOnce(t *testing.T) {
	p := draw(t, 700)
	for name, show := range map[string]func(*motion.Stage){
		"Set":   func(s *motion.Stage) { s.Set(p.calendar) },
		"Glide": func(s *motion.Stage) { s.Glide(p.calendar) },
		"Cut":   func(s *motion.Stage) { s.Cut(p.calendar) },
	} {
		s := motion.NewStage()
		if show(s); s.Moving() || same(s, p.calendar) != "" {
			t.Errorf("%s: moving %v %s", name, s.Moving(), same(s, p.calendar))
		}
	}
}

func TestGlideLeadsFromOnePictureToTheOther(t *testing.T) {
	for _, width := range []float64{360, 1000} {
		p := draw(t, width)
		s := motion.NewStage()
		s.Cut(p.calendar)
		s.Glide(p.compare)
		if !s.Moving() {
			t.Fatal("nothing moves")
		}
		if diff := cmp.Diff(boxes(p.calendar), boxes(s.Scene())); diff != "" {
			t.Errorf("%v px: it does not begin with what was on show:\n%s", width, diff)
		}
		if seconds := settle(t, s); seconds < 0.3 || seconds > 1.5 {
			t.Errorf("%v px: it took %v s", width, seconds)
		}
		if diff := same(s, p.compare); diff != "" {
			t.Errorf("%v px: it does not end with the target:\n%s", width, diff)
		}
	}
}

// A bar can be followed by eye: no frame moves one by more than a tenth of
// the figure, and all are there all the while.
func TestGlideMovesEveryBarSteadily(t *testing.T) {
	p := draw(t, 1000)
	s := motion.NewStage()
	s.Cut(p.calendar)
	s.Glide(p.compare)
	last := boxes(s.Scene())
	for s.Moving() {
		s.Advance(frame)
		now := boxes(s.Scene())
		for id, was := range last {
			if len(id) < 4 || id[:4] != "bar:" {
				continue
			}
			is, ok := now[id]
			if !ok {
				t.Fatalf("%s is gone", id)
			}
			if dx, dy := is.Centre().X-was.Centre().X, is.Centre().Y-was.Centre().Y; dx*dx+dy*dy > 100*100 {
				t.Errorf("%s jumps by %v, %v", id, dx, dy)
			}
		}
		last = now
	}
}

// Turning back half way goes on from where things are.
func TestGlideBackHalfWay(t *testing.T) {
	p := draw(t, 700)
	s := motion.NewStage()
	s.Cut(p.calendar)
	s.Glide(p.compare)
	for range 20 {
		s.Advance(frame)
	}
	before := boxes(s.Scene())
	s.Glide(p.calendar)
	after := boxes(s.Scene())
	for id, was := range before {
		if is, ok := after[id]; ok && is != was {
			t.Errorf("%s jumps from %v to %v", id, was, is)
		}
	}
	settle(t, s)
	if diff := same(s, p.calendar); diff != "" {
		t.Error(diff)
	}
}

func order() []string {
	return []string{"2025-02", "2025-03", "2025-04-11", "2025-04-25", "2025-08-06", "2025-12-02", "nato-brussels", "putin-europe", "zelensky-dublin", "embassy"}
}

func TestGrow(t *testing.T) {
	for _, width := range []float64{360, 1000} {
		p := draw(t, width)
		s := motion.NewStage()
		s.Grow(p.calendar, order())
		if !s.Moving() || !s.Opening() {
			t.Fatal("nothing grows")
		}
		for _, n := range s.Scene().Nodes {
			if n.Base != scene.NoSide && n.Alpha > 0 {
				t.Errorf("%v px: %s is there from the beginning", width, n.ID)
			}
		}
		seconds := settle(t, s)
		if seconds >= 2 || seconds < 0.8 {
			t.Errorf("%v px: it took %v s", width, seconds)
		}
		if diff := same(s, p.calendar); diff != "" || s.Opening() {
			t.Errorf("%v px: opening %v\n%s", width, s.Opening(), diff)
		}
	}
}

// However many bars there are, the opening is over in two seconds.
func TestGrowManyBarsInTime(t *testing.T) {
	s := motion.NewStage()
	target := &scene.Scene{WidthPx: 100, HeightPx: 100}
	var ids []string
	for i := range 60 {
		id := string(rune('A' + i))
		ids = append(ids, id)
		target.Nodes = append(target.Nodes, scene.Node{ID: "bar:" + id, Event: id, Role: scene.Bar, Alpha: 1, Base: scene.LowerSide, Box: scene.Rect{W: 1, H: 50}})
	}
	s.Grow(target, ids)
	if seconds := settle(t, s); seconds >= 2 {
		t.Errorf("it took %v s", seconds)
	}
}

// Bars grow from their base, in order, and never shrink.
func TestBarsGrowFromTheirBase(t *testing.T) {
	p := draw(t, 1000)
	full := boxes(p.calendar)
	s := motion.NewStage()
	s.Grow(p.calendar, order())
	last := map[string]float64{}
	for s.Moving() {
		s.Advance(frame)
		previous := 1.0
		for _, id := range order()[:6] {
			for _, n := range s.Scene().Nodes {
				if n.ID != "bar:"+id {
					continue
				}
				if was := full[n.ID]; n.Box.Bottom() < was.Bottom()-1e-6 || n.Box.Bottom() > was.Bottom()+1e-6 {
					t.Fatalf("%s stands at %v, its base is at %v", n.ID, n.Box.Bottom(), was.Bottom())
				}
				share := n.Box.H / full[n.ID].H
				if share < last[id] {
					t.Fatalf("%s shrinks", n.ID)
				}
				if share > previous+1e-9 {
					t.Fatalf("%s is ahead of the bar before it", n.ID)
				}
				last[id], previous = share, share
			}
		}
	}
}

func TestFinish(t *testing.T) {
	p := draw(t, 700)
	for name, begin := range map[string]func(*motion.Stage){
		"Grow":  func(s *motion.Stage) { s.Grow(p.compare, order()) },
		"Glide": func(s *motion.Stage) { s.Cut(p.calendar); s.Glide(p.compare) },
		"Set":   func(s *motion.Stage) { s.Cut(p.near); s.Set(p.compare) },
	} {
		s := motion.NewStage()
		begin(s)
		s.Advance(frame)
		if s.Finish(); s.Moving() || s.Opening() || same(s, p.compare) != "" {
			t.Errorf("%s: moving %v\n%s", name, s.Moving(), same(s, p.compare))
		}
	}
	motion.NewStage().Finish() // nothing to finish is no fault
}

func TestReducedMotionCuts(t *testing.T) {
	p := draw(t, 700)
	s := motion.NewStage()
	s.Reduced = true
	for _, c := range []struct {
		name string
		show func()
		want *scene.Scene
	}{
		{"Grow", func() { s.Grow(p.calendar, order()) }, p.calendar},
		{"Glide", func() { s.Glide(p.compare) }, p.compare},
		{"Set", func() { s.Set(p.near) }, p.near},
	} {
		if c.show(); s.Moving() || same(s, c.want) != "" {
			t.Errorf("%s: moving %v\n%s", c.name, s.Moving(), same(s, c.want))
		}
	}
}

func TestSetWithoutChangeIsStill(t *testing.T) {
	p := draw(t, 700)
	again := draw(t, 700)
	s := motion.NewStage()
	s.Cut(p.calendar)
	if s.Set(again.calendar); s.Moving() {
		t.Error("the same picture moves")
	}
	// An outline around what is open is no move either.
	if s.Set(p.open); s.Moving() || same(s, p.open) != "" {
		t.Errorf("a ring moves the picture %v\n%s", s.Moving(), same(s, p.open))
	}
}

// Marks follow the fingers at once; only labels lag behind.
func TestSetMovesMarksAtOnce(t *testing.T) {
	p := draw(t, 1000)
	s := motion.NewStage()
	s.Cut(p.calendar)
	s.Set(p.near)
	shown := boxes(s.Scene())
	for _, n := range p.near.Nodes {
		if n.Role != scene.Label && shown[n.ID] != n.Box {
			t.Errorf("%s is at %v, want %v", n.ID, shown[n.ID], n.Box)
		}
	}
	settle(t, s)
	if diff := same(s, p.near); diff != "" {
		t.Error(diff)
	}
}

// What fades away can no longer be pressed.
func TestWhatLeavesCannotBePressed(t *testing.T) {
	p := draw(t, 1000)
	for name, show := range map[string]func(*motion.Stage){
		"Set":   func(s *motion.Stage) { s.Set(p.near) },
		"Glide": func(s *motion.Stage) { s.Glide(p.near) },
	} {
		s := motion.NewStage()
		s.Cut(p.calendar)
		show(s)
		target := boxes(p.near)
		for _, n := range s.Scene().Nodes {
			if _, stays := target[n.ID]; !stays && !n.Hit.Empty() {
				t.Errorf("%s: %s can be pressed on its way out", name, n.ID)
			}
		}
	}
}

func TestASettledStageAllocatesNothing(t *testing.T) {
	p := draw(t, 700)
	s := motion.NewStage()
	s.Cut(p.calendar)
	s.Glide(p.compare)
	settle(t, s)
	if n := testing.AllocsPerRun(100, func() { s.Advance(frame) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// Whatever was asked for in whatever order, the end is the last target, whole
// and exact; and no id is ever shown twice.
func TestWhateverIsShown(t *testing.T) {
	var all []*scene.Scene
	for _, width := range []float64{360, 700} {
		p := draw(t, width)
		all = append(all, p.calendar, p.compare, p.near, p.open)
	}
	rapid.Check(t, func(t *rapid.T) {
		s := motion.NewStage()
		var target *scene.Scene
		for range rapid.IntRange(1, 12).Draw(t, "steps") {
			next := rapid.SampledFrom(all).Draw(t, "target")
			switch rapid.IntRange(0, 5).Draw(t, "step") {
			case 0:
				s.Set(next)
				target = next
			case 1:
				s.Glide(next)
				target = next
			case 2:
				s.Grow(next, order())
				target = next
			case 3:
				s.Cut(next)
				target = next
			case 4:
				s.Reduced = rapid.Bool().Draw(t, "reduced")
			default:
				s.Finish()
			}
			for range rapid.IntRange(0, 30).Draw(t, "frames") {
				s.Advance(frame)
			}
			seen := map[string]bool{}
			for _, n := range s.Scene().Nodes {
				if seen[n.ID] {
					t.Fatalf("%s is shown twice", n.ID)
				}
				seen[n.ID] = true
				if n.Alpha < 0 || n.Alpha > 1 {
					t.Fatalf("%s has the alpha %v", n.ID, n.Alpha)
				}
			}
		}
		if target == nil {
			return
		}
		settle(t, s)
		if diff := same(s, target); diff != "" {
			t.Fatalf("it came to rest at another picture:\n%s", diff)
		}
	})
}
