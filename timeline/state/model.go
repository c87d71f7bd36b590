package state

import (
	"math"

	"barline/timeline/scale"
	"barline/timeline/view"
)

// Model is everything about the timeline that can change. It is a value:
// Update returns a new one.
type Model struct {
	// WidthPx is the width of the figure, a rung of view.Ladder.
	WidthPx       float64
	ReducedMotion bool
	Arrangement   view.Arrangement
	// Selected, Focused and Hovered are ids of events, or empty.
	Selected, Focused, Hovered string
	// Pointed is the event that an article's words speak of, or empty. Whatever is
	// opened or played ends that.
	Pointed string
	// Query is what is looked for.
	Query view.Query

	// span is what is in view, target where the view is going, both in
	// seconds since 1970. speed is momentum, in px per second towards later.
	span, target [2]float64
	speed        float64
	fitted       bool
	opened       [2]float64 // what the story asked to be in view at first, in real seconds; from 0 to 0 if nothing

	play play
}

// New returns the model of a story just opened at this width.
func New(p view.Figure, widthPx float64) Model {
	m := Model{WidthPx: widthPx, fitted: true}
	m.span[0], m.span[1] = p.Extent()
	m.target = m.span
	return m
}

// View is what layout is asked for.
func (m Model) View() view.View {
	return view.View{Arrangement: m.Arrangement, From: m.span[0], To: m.span[1],
		Hovered: m.Hovered, Focused: m.Focused, Selected: m.Selected, Query: m.Query}
}

// Span is the time in view, in seconds since 1970.
func (m Model) Span() (from, to float64) { return m.span[0], m.span[1] }

// Fitted reports whether the whole story is in view.
func (m Model) Fitted() bool { return m.fitted }

// Moving reports whether Tick would change the view: while it is false
// nothing needs to run.
func (m Model) Moving() bool {
	return m.speed != 0 || m.span != m.target || m.goesOn()
}

// scale is the calendar's scale as the model stands.
func (m Model) scale(p view.Figure) scale.Scale { return p.Scale(m.WidthPx, m.View()) }

const (
	settle   = 0.085 // seconds in which a glide covers most of its way
	friction = 0.30  // seconds in which momentum loses most of its speed
	minSpeed = 12.0  // px per second below which momentum ends
)

// advance moves the view by dt seconds.
func (m Model) advance(p view.Figure, dt float64) Model {
	if m.speed != 0 {
		m = m.pan(p, m.speed*dt)
		m.speed *= math.Exp(-dt / friction)
		if math.Abs(m.speed) < minSpeed || m.ReducedMotion {
			m.speed = 0
		}
	}
	if m.span == m.target {
		return m
	}
	share := 1 - math.Exp(-dt/settle)
	if m.ReducedMotion {
		share = 1
	}
	for i := range m.span {
		m.span[i] += (m.target[i] - m.span[i]) * share
	}
	// Half a pixel from the goal is the goal.
	near := (m.target[1] - m.target[0]) / m.scale(p).LengthPx / 2
	if math.Abs(m.span[0]-m.target[0]) < near && math.Abs(m.span[1]-m.target[1]) < near {
		m.span = m.target
	}
	return m
}

// pan moves the view by px at once.
func (m Model) pan(p view.Figure, px float64) Model {
	s := m.scale(p)
	s.From, s.To = m.span[0], m.span[1]
	from, to := p.Extent()
	s = s.Pan(px).Clamp(from, to)
	m.span = [2]float64{s.From, s.To}
	m.target = m.span
	m.fitted = false
	return m
}

// aim sets where the view is going.
func (m Model) aim(p view.Figure, s scale.Scale) Model {
	from, to := p.Extent()
	s = s.Clamp(from, to)
	m.target = [2]float64{s.From, s.To}
	m.speed = 0
	m.fitted = false
	if m.ReducedMotion {
		m.span = m.target
	}
	return m
}

// toward is the scale of the place the view is going to.
func (m Model) toward(p view.Figure) scale.Scale {
	s := m.scale(p)
	s.From, s.To = m.target[0], m.target[1]
	return s
}
