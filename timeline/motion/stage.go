package motion

import (
	"math"
	"slices"

	"barline/scene"
)

const (
	glideSeconds = 0.7
	growSeconds  = 0.6  // one bar
	growStagger  = 0.13 // between one bar and the next
	growTotal    = 1.9  // all bars, at most
	driftSeconds = 0.09 // in which a label covers most of its way
)

type mode uint8

const (
	still mode = iota
	gliding
	growing
)

// leavingMark ends the ids of nodes that are on their way out.
const leavingMark = " leaving"

// Stage holds the scene on show.
type Stage struct {
	// Reduced shows every change at once.
	Reduced bool

	target *scene.Scene
	shown  scene.Scene
	mode   mode
	t      float64 // seconds since the glide or growth began

	from      []scene.Node
	fromIndex map[string]int
	stays     map[int]bool   // by place in from: nodes that travel
	rank      map[string]int // the events that grow, and in what order

	drifts map[string]drift
	ghosts []scene.Node // labels that have lost their place, fading out
	bars   [2]map[string]scene.Point
	old    map[string]int
}

// drift is how far a label still is from its place, and how visible.
type drift struct {
	dx, dy float64
	alpha  float64
}

// NewStage returns an empty stage.
func NewStage() *Stage {
	return &Stage{
		fromIndex: map[string]int{}, stays: map[int]bool{}, rank: map[string]int{},
		drifts: map[string]drift{}, old: map[string]int{},
		bars: [2]map[string]scene.Point{{}, {}},
	}
}

// Scene is the picture on show. It is valid until the stage next changes.
func (s *Stage) Scene() *scene.Scene { return &s.shown }

// Moving reports whether Advance would change the picture.
func (s *Stage) Moving() bool {
	return s.mode != still || len(s.drifts) > 0 || len(s.ghosts) > 0
}

// Cut shows a scene at once and ends all motion.
func (s *Stage) Cut(target *scene.Scene) {
	s.target, s.mode = target, still
	clear(s.drifts)
	s.ghosts = s.ghosts[:0]
	s.compose()
}

// Set shows a scene whose marks have moved little. A glide or growth under
// way goes on towards it.
func (s *Stage) Set(target *scene.Scene) {
	switch {
	case s.Reduced || s.target == nil:
		s.Cut(target)
		return
	case s.mode == still:
		s.drift(target)
	case s.mode == gliding:
		s.index(target)
	}
	s.target = target
	s.compose()
}

// Glide moves from the picture on show to another. The bars of fresh events, which were
// not there before, grow.
func (s *Stage) Glide(target *scene.Scene, fresh ...string) {
	if s.Reduced || s.target == nil {
		s.Cut(target)
		return
	}
	s.from = s.from[:0]
	for _, n := range s.shown.Nodes {
		if n.Alpha > 0 {
			s.from = append(s.from, n)
		}
	}
	clear(s.rank)
	for i, id := range fresh {
		s.rank[id] = i
	}
	clear(s.fromIndex)
	for i := range s.from {
		s.fromIndex[s.from[i].ID] = i
		// An outgoing node can coexist with an incoming one of the same id, and with
		// one that was still leaving from the time before.
		s.from[i].ID += leavingMark
		s.from[i].Hit = scene.Rect{}
	}
	s.index(target)
	s.target, s.mode, s.t = target, gliding, 0
	clear(s.drifts)
	s.ghosts = s.ghosts[:0]
	s.compose()
}

func (s *Stage) index(target *scene.Scene) {
	clear(s.stays)
	for i := range target.Nodes {
		if j, ok := s.fromIndex[target.Nodes[i].ID]; ok && travels(&s.from[j], &target.Nodes[i]) {
			s.stays[j] = true
		}
	}
}

// Grow lets the bars of a scene grow from nothing, in this order of events.
func (s *Stage) Grow(target *scene.Scene, order []string) {
	if s.Reduced {
		s.Cut(target)
		return
	}
	clear(s.rank)
	for i, id := range order {
		s.rank[id] = i
	}
	s.Cut(target)
	s.mode, s.t = growing, 0
	s.compose()
}

// Finish ends all motion with the picture it was leading to.
func (s *Stage) Finish() {
	if s.target != nil && s.Moving() {
		s.Cut(s.target)
	}
}

// Opening reports whether bars are growing.
func (s *Stage) Opening() bool { return s.mode == growing }

// Advance moves the picture by dt seconds.
func (s *Stage) Advance(dt float64) {
	if !s.Moving() {
		return
	}
	s.t += dt
	switch {
	case s.mode == gliding && s.t >= glideSeconds:
		s.mode = still
	case s.mode == growing && s.t >= s.growEnd():
		s.mode = still
	}
	keep := math.Exp(-dt / driftSeconds)
	for id, d := range s.drifts {
		d.dx, d.dy, d.alpha = d.dx*keep, d.dy*keep, 1-(1-d.alpha)*keep
		if math.Abs(d.dx) < 0.25 && math.Abs(d.dy) < 0.25 && math.Abs(d.alpha-1) < 0.02 {
			delete(s.drifts, id)
			continue
		}
		s.drifts[id] = d
	}
	s.ghosts = slices.DeleteFunc(s.ghosts, func(n scene.Node) bool { return n.Alpha*keep < 0.03 })
	for i := range s.ghosts {
		s.ghosts[i].Alpha *= keep
	}
	s.compose()
}

// drift compares where labels stand beside their bars, now and next.
func (s *Stage) drift(target *scene.Scene) {
	now, next := s.bars[0], s.bars[1]
	anchors(now, s.shown.Nodes)
	anchors(next, target.Nodes)
	clear(s.old)
	for i := range s.shown.Nodes {
		if n := &s.shown.Nodes[i]; drifts(n) {
			s.old[n.ID] = i
		}
	}
	for i := range target.Nodes {
		n := &target.Nodes[i]
		if !drifts(n) {
			s.fade(i, n)
			continue
		}
		j, seen := s.old[n.ID]
		if !seen {
			s.drifts[n.ID] = drift{alpha: s.drifts[n.ID].alpha}
			continue
		}
		delete(s.old, n.ID)
		was := &s.shown.Nodes[j]
		d := drift{
			dx: (was.Box.X - now[n.Event].X) - (n.Box.X - next[n.Event].X),
			dy: (was.Box.Y - now[n.Event].Y) - (n.Box.Y - next[n.Event].Y),
			// Alpha goes on from where it is.
			alpha: was.Alpha / n.Alpha,
		}
		if math.Abs(d.dx) > 0.5 || math.Abs(d.dy) > 0.5 || math.Abs(d.alpha-1) > 0.02 {
			s.drifts[n.ID] = d
		} else {
			delete(s.drifts, n.ID)
		}
	}
	// Ghosts that are still on show are among the old ones.
	s.ghosts = s.ghosts[:0]
	for i := range s.shown.Nodes {
		n := s.shown.Nodes[i]
		if j, gone := s.old[n.ID]; !gone || i != j {
			continue
		}
		n.Hit = scene.Rect{}
		s.ghosts = append(s.ghosts, n)
		delete(s.drifts, n.ID)
	}
}

// fade lets a mark that stays where it is grow pale or strong, as its words do.
func (s *Stage) fade(i int, n *scene.Node) {
	if n.Event == "" || n.Alpha == 0 || i >= len(s.shown.Nodes) || s.shown.Nodes[i].ID != n.ID {
		return
	}
	if was := s.shown.Nodes[i].Alpha; was != n.Alpha {
		s.drifts[n.ID] = drift{alpha: was / n.Alpha}
	} else {
		delete(s.drifts, n.ID)
	}
}

// drifts reports whether a node may find another place beside its bar.
func drifts(n *scene.Node) bool {
	return (n.Role == scene.Label || n.Role == scene.Quotation) && n.Event != ""
}

// anchors notes where each event's bar or dot is.
func anchors(at map[string]scene.Point, nodes []scene.Node) {
	clear(at)
	for i := range nodes {
		if n := &nodes[i]; n.Role == scene.Bar || n.Role == scene.Dot {
			at[n.Event] = n.Box.Centre()
		}
	}
}

// compose puts together the picture on show.
func (s *Stage) compose() {
	s.shown.WidthPx, s.shown.HeightPx, s.shown.Plot, s.shown.RTL = s.target.WidthPx, s.target.HeightPx, s.target.Plot, s.target.RTL
	s.shown.Nodes = append(s.shown.Nodes[:0], s.target.Nodes...)
	switch s.mode {
	case gliding:
		s.composeGlide()
	case growing:
		s.composeGrow()
	}
	for i := range s.shown.Nodes {
		n := &s.shown.Nodes[i]
		if d, ok := s.drifts[n.ID]; ok {
			n.Box = n.Box.Move(d.dx, d.dy)
			n.Alpha *= d.alpha
		}
	}
	if len(s.ghosts) > 0 {
		s.shown.Nodes = append(s.shown.Nodes, s.ghosts...)
		s.shown.Sort()
	}
}

// composeGlide carries the marks to their new places. Words and axes do not
// travel, where they would cross each other and say nothing: they give way
// before the marks move and come back when these have arrived.
func (s *Stage) composeGlide() {
	share := s.t / glideSeconds
	e := ease(share)
	leaving, coming := 1-smooth(share/0.3), smooth((share-0.65)/0.35)
	for i := range s.shown.Nodes {
		n := &s.shown.Nodes[i]
		j, ok := s.fromIndex[n.ID]
		_, fresh := s.rank[n.Event]
		switch {
		case fresh && n.Base != scene.NoSide:
			growNode(n, e)
		case !ok || !s.stays[j]:
			n.Alpha *= coming
		case n.Base != s.from[j].Base || s.from[j].Turn != 0:
			turn(&s.from[j], n, e)
		default:
			travel(&s.from[j], n, e)
		}
	}
	for i := range s.from {
		n := s.from[i]
		if leaving > 0 && !s.stays[i] {
			n.Alpha *= leaving
			s.shown.Nodes = append(s.shown.Nodes, n)
		}
	}
	s.shown.Sort()
}

// travels reports whether a node goes from place to place, rather than giving
// way in one and coming back in the other.
func travels(was, n *scene.Node) bool {
	switch n.Role {
	case scene.Bar, scene.Wait, scene.Dot, scene.Ring:
		return true
	case scene.Key, scene.Credit:
		// Up and down in their column, never across each other.
		return math.Abs(was.Box.X-n.Box.X) < 1
	}
	return false
}

// travel puts n a share of the way from was to n.
func travel(was, n *scene.Node, e float64) {
	n.Box = lerpRect(was.Box, n.Box, e)
	n.Alpha = lerp(was.Alpha, n.Alpha, e)
	n.Radius, n.Stroke = lerp(was.Radius, n.Radius, e), lerp(was.Stroke, n.Stroke, e)
	if n.Fade != (scene.Fade{}) && was.Fade != (scene.Fade{}) {
		n.Fade.From, n.Fade.To = lerpPoint(was.Fade.From, n.Fade.From, e), lerpPoint(was.Fade.To, n.Fade.To, e)
	}
}

// rod is a bar seen along its length: where it begins, which way it points,
// how long and how thick it is, and where along it a fade begins and ends.
type rod struct {
	base             scene.Point
	angle            float64 // radians, clockwise from the reading direction
	length, thick    float64
	fadeFrom, fadeTo float64
}

func rodOf(n *scene.Node) rod {
	var r rod
	b, c := n.Box, n.Box.Centre()
	switch n.Base {
	case scene.LowerSide:
		r = rod{base: scene.Point{X: c.X, Y: b.Bottom()}, angle: -math.Pi / 2, length: b.H, thick: b.W}
	case scene.RightSide:
		r = rod{base: scene.Point{X: b.Right(), Y: c.Y}, angle: math.Pi, length: b.W, thick: b.H}
	default:
		r = rod{base: scene.Point{X: b.X, Y: c.Y}, length: b.W, thick: b.H}
	}
	if n.Turn != 0 {
		// Half-way through a turn a bar is a lying box about its centre.
		dx, dy := math.Cos(n.Turn), math.Sin(n.Turn)
		r = rod{base: scene.Point{X: c.X - dx*b.W/2, Y: c.Y - dy*b.W/2}, angle: n.Turn, length: b.W, thick: b.H}
	}
	along := func(p scene.Point) float64 {
		return (p.X-r.base.X)*math.Cos(r.angle) + (p.Y-r.base.Y)*math.Sin(r.angle)
	}
	if n.Fade != (scene.Fade{}) {
		r.fadeFrom, r.fadeTo = along(n.Fade.From), along(n.Fade.To)
	}
	return r
}

// turn puts n a share of the way from was to n, where the bar must turn as
// well: it turns about its middle on the way, which keeps it in the picture.
func turn(was, n *scene.Node, e float64) {
	if e >= 1 {
		return
	}
	a, b := rodOf(was), rodOf(n)
	r := rod{angle: lerp(a.angle, b.angle, e), length: lerp(a.length, b.length, e), thick: lerp(a.thick, b.thick, e)}
	dx, dy := math.Cos(r.angle), math.Sin(r.angle)
	c := lerpPoint(was.Box.Centre(), n.Box.Centre(), e)
	r.base = scene.Point{X: c.X - dx*r.length/2, Y: c.Y - dy*r.length/2}
	at := func(along float64) scene.Point { return scene.Point{X: r.base.X + dx*along, Y: r.base.Y + dy*along} }
	n.Box = scene.Rect{X: c.X - r.length/2, Y: c.Y - r.thick/2, W: r.length, H: r.thick}
	n.Turn = r.angle
	n.Alpha = lerp(was.Alpha, n.Alpha, e)
	if n.Fade != (scene.Fade{}) {
		n.Fade = scene.Fade{From: at(lerp(a.fadeFrom, b.fadeFrom, e)), To: at(lerp(a.fadeTo, b.fadeTo, e))}
	}
}

// growEnd is when the last bar has grown.
func (s *Stage) growEnd() float64 { return GrowSeconds(len(s.rank)) }

// GrowSeconds is how long the bars of so many events take to grow.
func GrowSeconds(events int) float64 { return growDelay(events-1, events) + growSeconds }

// growDelay is when the bar of this rank among so many events begins to grow.
func growDelay(rank, events int) float64 {
	stagger := growStagger
	if n := events - 1; n > 0 {
		stagger = min(stagger, (growTotal-growSeconds)/float64(n))
	}
	return stagger * float64(max(rank, 0))
}

func (s *Stage) composeGrow() {
	for i := range s.shown.Nodes {
		n := &s.shown.Nodes[i]
		rank, ok := s.rank[n.Event]
		if !ok || n.Event == "" {
			continue
		}
		share := math.Min(math.Max((s.t-growDelay(rank, len(s.rank)))/growSeconds, 0), 1)
		if n.Base != scene.NoSide {
			growNode(n, 1-math.Pow(1-share, 3))
			continue
		}
		n.Alpha *= smooth((share - 0.5) / 0.5)
	}
}

// growNode keeps a share of a bar, from its base.
func growNode(n *scene.Node, share float64) {
	was := n.Box
	shift := scene.Point{}
	switch n.Base {
	case scene.LowerSide:
		n.Box.H *= share
		n.Box.Y = was.Bottom() - n.Box.H
		shift.Y = n.Box.Y - was.Y
	case scene.LeftSide:
		n.Box.W *= share
		shift.X = n.Box.Right() - was.Right()
	case scene.RightSide:
		n.Box.W *= share
		n.Box.X = was.Right() - n.Box.W
		shift.X = n.Box.X - was.X
	}
	if n.Fade != (scene.Fade{}) {
		n.Fade.From = scene.Point{X: n.Fade.From.X + shift.X, Y: n.Fade.From.Y + shift.Y}
		n.Fade.To = scene.Point{X: n.Fade.To.X + shift.X, Y: n.Fade.To.Y + shift.Y}
	}
	if share < 0.01 {
		n.Alpha = 0
	}
}

func lerp(a, b, t float64) float64 { return a + (b-a)*t }

func lerpPoint(a, b scene.Point, t float64) scene.Point {
	return scene.Point{X: lerp(a.X, b.X, t), Y: lerp(a.Y, b.Y, t)}
}

func lerpRect(a, b scene.Rect, t float64) scene.Rect {
	return scene.Rect{X: lerp(a.X, b.X, t), Y: lerp(a.Y, b.Y, t), W: lerp(a.W, b.W, t), H: lerp(a.H, b.H, t)}
}

// ease starts and ends gently.
func ease(t float64) float64 {
	t = math.Min(math.Max(t, 0), 1)
	if t < 0.5 {
		return 4 * t * t * t
	}
	return 1 - math.Pow(-2*t+2, 3)/2
}

// smooth is a short, soft ramp from 0 to 1.
func smooth(t float64) float64 {
	t = math.Min(math.Max(t, 0), 1)
	return t * t * (3 - 2*t)
}
