package input

import (
	"math"

	"barline/scene"
	"barline/timeline/state"
)

const (
	slopPx      = 5.0 // a press that moves less is no drag
	farPx       = 1e6 // no screen reaches farther; differences stay finite
	wheelZoom   = 0.0022
	pressZoom   = 4.0
	flingWindow = 0.09 // seconds of movement that make up a fling
)

// Surface is what the recogniser needs to know of the picture under the hand.
type Surface interface {
	// Hit returns the event whose mark or words lie here, or "".
	Hit(p scene.Point) string
	// Along returns a point's place on the calendar axis, in px from its start.
	Along(p scene.Point) float64
	// Dense reports whether a press here, where it hits no event, goes closer.
	Dense(p scene.Point) bool
	// Down reports whether the calendar runs down the page: there one finger
	// belongs to the page.
	Down() bool
	// Inside reports whether a point lies in the part where the calendar moves.
	Inside(p scene.Point) bool
}

type pointer struct {
	id            int
	touch         bool
	pressed       bool
	start, at     scene.Point
	times, places [8]float64 // the last samples, a ring
	n             int
}

// Recogniser turns samples into messages. The zero value is ready.
type Recogniser struct {
	pointers [2]pointer
	count    int
	dragging bool
	pinching bool
	// Msgs is reused from call to call.
	msgs []state.Msg
}

// Dragging reports whether a drag or pinch is under way: the press that ends
// it is no press on anything.
func (r *Recogniser) Dragging() bool { return r.dragging || r.pinching }

// Rest reports whether no gesture is under way.
func (r *Recogniser) Rest() bool { return r.count == 0 }

// Sample takes one sample and returns the messages that it makes, valid until
// the next call.
func (r *Recogniser) Sample(s Sample, on Surface) []state.Msg {
	r.msgs = r.msgs[:0]
	for _, v := range [...]float64{s.X, s.Y, s.WheelPx, s.At} {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return r.msgs
		}
	}
	p := scene.Point{X: math.Max(-farPx, math.Min(farPx, s.X)), Y: math.Max(-farPx, math.Min(farPx, s.Y))}
	switch s.Kind {
	case Down:
		r.down(s, p, on)
	case Move:
		r.move(s, p, on)
	case Up:
		r.up(s, p, on)
	case Cancel:
		r.count, r.dragging, r.pinching = 0, false, false
	case Leave:
		r.send(state.Hover{})
	case Wheel:
		if s.Zoom && s.WheelPx != 0 && on.Inside(p) {
			// A notch of a wheel is much; a trackpad's pinch comes in crumbs.
			turn := math.Max(-120, math.Min(120, s.WheelPx))
			r.send(state.ZoomBy{Factor: math.Exp(-turn * wheelZoom), AtPx: on.Along(p), Direct: math.Abs(turn) < 40})
		}
	}
	return r.msgs
}

func (r *Recogniser) send(m state.Msg) { r.msgs = append(r.msgs, m) }

func (r *Recogniser) down(s Sample, p scene.Point, on Surface) {
	if r.find(s.Pointer) != nil || r.count == len(r.pointers) {
		return
	}
	if r.count == 0 {
		r.dragging, r.pinching = false, false
		r.send(state.Grab{})
	}
	r.pointers[r.count] = pointer{id: s.Pointer, touch: s.Touch, pressed: s.Pressed, start: p, at: p}
	r.pointers[r.count].note(s.At, on.Along(p))
	r.count++
	if r.count == 2 {
		r.pinching, r.dragging = true, false
	}
}

func (r *Recogniser) move(s Sample, p scene.Point, on Surface) {
	f := r.find(s.Pointer)
	if f == nil {
		if !s.Touch && r.count == 0 {
			r.send(state.Hover{ID: on.Hit(p)})
		}
		return
	}
	if r.pinching {
		r.pinch(f, p, on)
		return
	}
	was := on.Along(f.at)
	if !r.dragging {
		moved := math.Abs(on.Along(p) - on.Along(f.start))
		if moved < slopPx || f.touch && on.Down() || !on.Inside(f.start) {
			return
		}
		r.dragging = true
		was = on.Along(f.start)
	}
	f.at = p
	f.note(s.At, on.Along(p))
	if d := on.Along(p) - was; d != 0 {
		// The calendar follows the hand: towards later is against it.
		r.send(state.Drag{Px: -d})
	}
}

// pinch zooms by how far apart two fingers are and pans by their middle.
func (r *Recogniser) pinch(f *pointer, p scene.Point, on Surface) {
	a, b := &r.pointers[0], &r.pointers[1]
	apart := distance(a.at, b.at)
	middle := (on.Along(a.at) + on.Along(b.at)) / 2
	f.at = p
	now := (on.Along(a.at) + on.Along(b.at)) / 2
	if d := now - middle; d != 0 {
		r.send(state.Drag{Px: -d})
	}
	if next := distance(a.at, b.at); apart > 8 && next > 8 && next != apart {
		r.send(state.ZoomBy{Factor: next / apart, AtPx: now, Direct: true})
	}
}

func (r *Recogniser) up(s Sample, p scene.Point, on Surface) {
	f := r.find(s.Pointer)
	if f == nil {
		return
	}
	pressed, start := f.pressed, f.start
	f.note(s.At, on.Along(p))
	speed := f.speed(s.At)
	if f == &r.pointers[0] {
		r.pointers[0] = r.pointers[1]
	}
	r.count--
	switch {
	case r.count > 0:
		// The finger that stays goes on as a drag from where it is.
		r.pinching, r.dragging = false, true
	case r.dragging:
		r.dragging = false
		if speed != 0 {
			r.send(state.Fling{PxPerSecond: -speed})
		}
	case r.pinching:
		r.pinching = false
	case !pressed && distance(start, p) < 2*slopPx:
		if id := on.Hit(p); id != "" {
			r.send(state.Toggle{ID: id})
			break
		}
		r.send(state.Select{ByHand: true})
		if on.Dense(p) {
			r.send(state.ZoomBy{Factor: pressZoom, AtPx: on.Along(p)})
		}
	}
}

func (r *Recogniser) find(id int) *pointer {
	for i := range r.count {
		if r.pointers[i].id == id {
			return &r.pointers[i]
		}
	}
	return nil
}

func (p *pointer) note(at, place float64) {
	p.times[p.n%len(p.times)], p.places[p.n%len(p.places)] = at, place
	p.n++
}

// speed is that of the last moments, in px per second; 0 if the hand rested.
func (p *pointer) speed(now float64) float64 {
	first := -1
	for i := max(0, p.n-len(p.times)); i < p.n; i++ {
		if now-p.times[i%len(p.times)] <= flingWindow {
			first = i
			break
		}
	}
	last := p.n - 1
	if first < 0 || first >= last-1 {
		return 0
	}
	dt := p.times[last%len(p.times)] - p.times[first%len(p.times)]
	if dt <= 0 {
		return 0
	}
	return (p.places[last%len(p.places)] - p.places[first%len(p.places)]) / dt
}

func distance(a, b scene.Point) float64 { return math.Hypot(a.X-b.X, a.Y-b.Y) }
