// Package viewer joins the parts of a running timeline: the Figure that is
// laid out, the Model that changes, and the Stage that shows one scene
// turning into another. Browser and desktop both run one; they differ in
// where messages come from and where effects go.
package viewer

import (
	"math"

	"barline/scene"
	"barline/timeline/motion"
	"barline/timeline/scale"
	"barline/timeline/state"
	"barline/timeline/view"
)

// Viewer is a running timeline.
type Viewer struct {
	figure view.Figure
	can    view.Capabilities
	model  state.Model
	stage  *motion.Stage
	// settled is the scene that the stage shows or moves towards, but for what
	// is due: several messages in a row are laid out once, when somebody looks.
	settled *scene.Scene
	due     change
	// fresh are the events that the scene that is due has for the first time.
	fresh []string
	// generation counts scenes shown, so that others see that there is a new one.
	generation int
}

// change is how a new scene takes the place of the one on show. The later ones
// outdo the earlier.
type change uint8

const (
	nothing change = iota
	set
	glide
	cut
)

// New opens a figure at a width; reduced shows every change at once.
func New(f view.Figure, widthPx float64, a view.Arrangement, reduced bool) *Viewer {
	v := &Viewer{figure: f, can: f.Capabilities(), model: state.New(f, widthPx), stage: motion.NewStage()}
	if a != view.Compare || v.can.Compare {
		v.model.Arrangement = a
	}
	v.model.ReducedMotion, v.stage.Reduced = reduced, reduced
	v.due = cut
	v.layOut()
	return v
}

// Figure is what is shown.
func (v *Viewer) Figure() view.Figure { return v.figure }

// Model is how things stand.
func (v *Viewer) Model() state.Model { return v.model }

// Scene is the picture on show, valid until the next call of Send or Advance.
func (v *Viewer) Scene() *scene.Scene {
	v.layOut()
	return v.stage.Scene()
}

// Settled is the scene that the picture on show is, or is moving to.
func (v *Viewer) Settled() *scene.Scene {
	v.layOut()
	return v.settled
}

// Generation changes whenever Scene does. It costs nothing to ask.
func (v *Viewer) Generation() int { return v.generation }

// Moving reports whether Advance would change anything.
func (v *Viewer) Moving() bool {
	v.layOut()
	return v.model.Moving() || v.stage.Moving() || v.figure.Busy()
}

// Scale is the calendar's scale as it stands.
func (v *Viewer) Scale() scale.Scale { return v.figure.Scale(v.model.WidthPx, v.model.View()) }

// layOut makes the scene that is due.
func (v *Viewer) layOut() {
	due := v.due
	if due == nothing {
		return
	}
	v.due = nothing
	shown := v.model.View()
	if i, ok := v.model.Shown(); ok && shown.Selected == "" {
		shown.Told = v.figure.Events().Event(i).ID
	}
	if shown.Selected == "" {
		shown.Selected = v.model.Pointed // ringed likewise
	}
	v.settled = v.figure.Figure(v.model.WidthPx, shown)
	switch due {
	case cut:
		v.stage.Cut(v.settled)
	case glide:
		v.stage.Glide(v.settled, v.fresh...)
	default:
		v.stage.Set(v.settled)
	}
	v.fresh = nil
}

// Open grows the bars from nothing, once; any message from the reader ends it.
func (v *Viewer) Open() {
	if !v.can.Play {
		return
	}
	events := v.figure.Events()
	order := make([]string, events.Len())
	for i := range order {
		order[i] = events.Event(i).ID
	}
	v.stage.Grow(v.Settled(), order)
	v.generation++
}

// Collapse leaves long times out in which nothing happens, or shows them again.
// What is in view stays so.
func (v *Viewer) Collapse(on bool) {
	if !v.can.Gaps || v.figure.Collapsed() == on {
		return
	}
	from, to := v.model.Span()
	from, to = v.figure.Real(from), v.figure.Real(to)
	v.figure.Collapse(on)
	v.Send(state.AxisChanged{From: v.figure.Axis(from), To: v.figure.Axis(to)})
	v.due = cut
	v.generation++
}

// Opening reports whether the bars are growing.
func (v *Viewer) Opening() bool { return v.stage.Opening() }

// Send applies a message and returns what it asks of the surroundings.
func (v *Viewer) Send(msg state.Msg) []state.Effect {
	was := v.model
	reduced := false
	if r, ok := msg.(state.Reduce); ok {
		v.layOut()
		v.stage.Reduced, reduced = r.Motion, r.Motion
	}
	var effects []state.Effect
	v.model, effects = v.model.Update(v.figure, msg)
	if v.stage.Moving() && (reduced || v.stage.Opening() && skips(msg)) {
		v.layOut()
		v.stage.Finish()
		v.generation++
	}
	// Momentum, or the time a caption still has, is in no picture.
	if lookOf(v.model) == lookOf(was) {
		return effects
	}
	v.generation++
	switch {
	case v.model.WidthPx != was.WidthPx || v.can.Reuses:
		v.due = cut
	case v.model.Arrangement != was.Arrangement:
		v.due = max(v.due, glide)
	default:
		v.due = max(v.due, set)
	}
	return effects
}

// look is the part of a model that the picture shows.
type look struct {
	widthPx float64
	view    view.View
	playing bool
	shown   int
	pointed string
}

func lookOf(m state.Model) look {
	l := look{widthPx: m.WidthPx, view: m.View(), pointed: m.Pointed}
	l.shown, l.playing = m.Shown()
	return l
}

// skips reports whether a message ends the opening animation: anything the
// reader does, but not the passing of the pointer.
func skips(msg state.Msg) bool {
	switch msg := msg.(type) {
	case state.Tick, state.Hover, state.Resize, state.Reduce:
		return false
	case state.Focus:
		return msg.ID != ""
	}
	return true
}

// Advance lets dt seconds pass.
func (v *Viewer) Advance(dt float64) []state.Effect {
	// A tab that slept must not leap.
	dt = math.Min(math.Max(dt, 0), 0.1)
	var effects []state.Effect
	v.layOut()
	if v.model.Moving() {
		effects = v.Send(state.Tick{Dt: dt})
	}
	if v.figure.Work() {
		v.due = cut
		v.generation++
	}
	v.layOut()
	if v.stage.Moving() {
		v.stage.Advance(dt)
		v.generation++
	}
	return effects
}
