package state

import (
	"math"

	"barline/timeline/detail"
	"barline/timeline/scale"
	"barline/timeline/view"
	"barline/timeline/words"
)

// Update returns the model after a message, and what the surroundings should
// do about it. A message that changes nothing has no effects.
func (m Model) Update(p view.Figure, msg Msg) (Model, []Effect) {
	var effects []Effect
	if m.play.on && endsPlay(msg) {
		m, effects = m.stop(p)
	}
	before := m
	var more []Effect
	switch msg := msg.(type) {
	case Tick:
		m = m.advance(p, msg.Dt)
		m, more = m.tickPlay(p, msg.Dt)
	case Resize:
		m.WidthPx = msg.WidthPx
	case Select:
		m, more = m.open(p, msg.ID, msg.ByHand)
	case Toggle:
		if m.Selected == msg.ID {
			msg.ID = ""
		}
		m, more = m.open(p, msg.ID, true)
	case Step:
		m, more = m.step(p, msg.By, msg.ByHand)
	case Hover:
		m.Hovered = known(p, msg.ID)
	case Focus:
		m.Focused = known(p, msg.ID)
		if m.Focused != "" && m.Focused != before.Focused {
			m = m.reveal(p, m.Focused)
		}
	case FocusStep:
		// The keys that walk from event to event lead through what is told, too.
		if m.play.on {
			m, more = m.turn(p, msg.By)
		} else {
			m, more = m.focusStep(p, msg.By)
		}
	case Turn:
		if m.play.on {
			m, more = m.turn(p, msg.By)
		}
	case Arrange:
		if msg.Arrangement == view.Compare && !p.Capabilities().Compare {
			break
		}
		m.Arrangement = msg.Arrangement
		if m.Arrangement != before.Arrangement {
			said := p.Words().UI.ArrangedCalendar
			if m.Arrangement == view.Compare {
				said = p.Words().UI.ArrangedCompare
			}
			more = []Effect{Arranged{m.Arrangement}, Announce{said}}
			// All bars move anyway: what is open is in view where they arrive.
			if m.Selected != "" {
				m = m.reveal(p, m.Selected)
				m.span = m.target
			}
		}
	case Drag:
		if px := sane(msg.Px, maxDrag); m.Arrangement == view.Calendar && px != 0 {
			m.speed = 0
			m = m.pan(p, px)
		}
	case Fling:
		if m.Arrangement == view.Calendar && !m.ReducedMotion && math.Abs(msg.PxPerSecond) > 4*minSpeed {
			m.speed = sane(msg.PxPerSecond, maxSpeed)
		}
	case Grab:
		m.speed, m.target = 0, m.span
	case PanBy:
		if m.Arrangement == view.Calendar {
			s := m.toward(p)
			m = m.aim(p, s.Pan(sane(msg.Share*s.LengthPx, maxDrag)))
		}
	case ZoomBy:
		m = m.zoom(p, msg)
	case Fit:
		m = m.fit(p)
	case Play:
		if p.Capabilities().Play {
			m, more = m.togglePlay(p)
		}
	case Show:
		if msg.To > msg.From && m.Arrangement == view.Calendar {
			m = m.show(p, msg.From, msg.To)
		}
	case Tell:
		m, more = m.tell(p, msg)
	case OpenAt:
		if msg.To > msg.From {
			m = m.show(p, msg.From, msg.To)
			m.span = m.target
			m.opened = [2]float64{p.Real(msg.From), p.Real(msg.To)}
		}
	case AxisChanged:
		if m.fitted {
			msg.From, msg.To = p.Extent()
		}
		s := m.scale(p)
		s.From, s.To = msg.From, msg.To
		from, to := p.Extent()
		s = s.Clamp(from, to)
		m.span, m.speed = [2]float64{s.From, s.To}, 0
		m.target = m.span
	case Find:
		m.Query = msg.Query
	case Stop:
		if m.play.on {
			m, more = m.stop(p)
		}
	case Reduce:
		m.ReducedMotion = msg.Motion
	}
	return m, append(effects, more...)
}

// fit glides to the whole story.
func (m Model) fit(p view.Figure) Model {
	from, to := p.Extent()
	m = m.aim(p, scale.Scale{From: from, To: to, LengthPx: m.scale(p).LengthPx})
	m.fitted = true
	return m
}

// show glides to a span of time, as near to it as the calendar can show.
func (m Model) show(p view.Figure, from, to float64) Model {
	s := m.scale(p)
	s.From, s.To = from, to
	return m.aim(p, s.Zoom(1, s.LengthPx/2))
}

// Farther than this nobody drags in one go, and nobody flings faster: beyond
// it arithmetic loses the view.
const (
	maxDrag  = 1e5 // px
	maxSpeed = 2e4 // px per second
)

// sane is a distance within limits; what is no number moves nothing.
func sane(px, limit float64) float64 {
	if math.IsNaN(px) {
		return 0
	}
	return math.Min(math.Max(px, -limit), limit)
}

// known returns the id if the story has it, else nothing.
func known(p view.Figure, id string) string {
	if id == "" || p.Events().Index(id) < 0 {
		return ""
	}
	return id
}

func (m Model) open(p view.Figure, id string, hand bool) (Model, []Effect) {
	id = known(p, id)
	if id == m.Selected {
		return m, nil
	}
	m.Selected, m.Pointed = id, ""
	said := p.Words().UI.Closed
	if id != "" {
		e := p.Events().Event(p.Events().Index(id))
		said = words.Fill(p.Words().UI.Selected, "title", e.Title, "date", detail.When(e, p.Words()))
		m = m.reveal(p, id)
	}
	return m, []Effect{Selected{id, hand}, Announce{said}}
}

// reveal glides to an event that is open but out of view.
func (m Model) reveal(p view.Figure, id string) Model {
	if m.Arrangement != view.Calendar {
		return m
	}
	from, to := p.When(p.Events().Index(id))
	s := m.toward(p)
	x0, x1 := s.Px(from), s.Px(to)
	// A sliver at the edge is not seen.
	if shown := math.Min(x1, s.LengthPx) - math.Max(x0, 0); shown >= math.Min(x1-x0, leastShown) {
		return m
	}
	// What is longer than the view is shown from its beginning.
	middle := math.Min((x0+x1)/2, x0+s.LengthPx/2)
	fitted := m.fitted
	m = m.aim(p, s.Pan(middle-s.LengthPx/2))
	m.fitted = fitted && m.target == m.span
	return m
}

// leastShown is how much of a bar is in view if the event is, in px.
const leastShown = 12.0

func (m Model) step(p view.Figure, by int, hand bool) (Model, []Effect) {
	if by == 0 {
		return m, nil
	}
	return m.openAt(p, p.Walk(p.Events().Index(m.Selected), by), hand)
}

// openAt opens an event by its place; there may be none.
func (m Model) openAt(p view.Figure, i int, hand bool) (Model, []Effect) {
	if i < 0 {
		return m, nil
	}
	return m.open(p, p.Events().Event(i).ID, hand)
}

func (m Model) focusStep(p view.Figure, by int) (Model, []Effect) {
	if by == 0 {
		return m, nil
	}
	if m.Focused == "" {
		by = max(-1, min(by, 1))
	}
	i := p.Walk(p.Events().Index(m.Focused), by)
	if i < 0 {
		return m, nil
	}
	id := p.Events().Event(i).ID
	if id == m.Focused {
		return m, nil
	}
	m.Focused = id
	effects := []Effect{Focused{id}}
	if m.Selected != "" {
		var more []Effect
		m, more = m.open(p, id, true)
		effects = append(effects, more...)
	} else {
		m = m.reveal(p, id)
	}
	return m, effects
}
