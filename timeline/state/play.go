package state

import (
	"barline/timeline/detail"
	"barline/timeline/view"
)

// play is the story being told, one event after another.
type play struct {
	on, paused bool
	at         int     // the event that is told
	left       float64 // seconds until the next
}

// Playing reports whether the story is told, and is not paused.
func (m Model) Playing() bool { return m.play.on && !m.play.paused }

// Paused reports whether Play was begun and stands still.
func (m Model) Paused() bool { return m.play.on && m.play.paused }

// Shown is the index of the event that Play tells; ok is false when it does not play.
func (m Model) Shown() (index int, ok bool) { return m.play.at, m.play.on }

// goesOn reports whether Play comes to the next event by itself.
func (m Model) goesOn() bool { return m.Playing() && !m.ReducedMotion }

// endsPlay reports whether a message interrupts Play.
func endsPlay(msg Msg) bool {
	switch msg := msg.(type) {
	case Tick, Resize, Hover, Focus, FocusStep, Play, Turn, Stop, Reduce:
		return false
	case Drag:
		return msg.Px != 0
	}
	return true
}

func (m Model) togglePlay(p view.Figure) (Model, []Effect) {
	switch {
	case m.Playing() && m.ReducedMotion:
		return m.tellNext(p)
	case m.play.on:
		m.play.paused = !m.play.paused
		return m, []Effect{Played{!m.play.paused}}
	}
	m.play, m.Pointed = play{on: true}, ""
	effects := []Effect{Played{true}}
	if m.Selected != "" {
		m.Selected = ""
		effects = []Effect{Selected{"", false}, Played{true}}
	}
	m, more := m.tellEvent(p, 0)
	return m, append(effects, more...)
}

func (m Model) tickPlay(p view.Figure, dt float64) (Model, []Effect) {
	if !m.goesOn() {
		return m, nil
	}
	if m.play.left -= dt; m.play.left > 0 {
		return m, nil
	}
	return m.tellNext(p)
}

// tellNext tells the next event. After the last one the whole story is shown again.
func (m Model) tellNext(p view.Figure) (Model, []Effect) {
	if m.play.at+1 < p.Events().Len() {
		return m.tellEvent(p, m.play.at+1)
	}
	if !m.fitted {
		m = m.fit(p)
	}
	return m.stop(p)
}

// turn tells the event by steps from the one that is told.
func (m Model) turn(p view.Figure, by int) (Model, []Effect) {
	to := view.StepIndex(p.Events().Len(), m.play.at, by)
	if to == m.play.at {
		return m, nil
	}
	return m.tellEvent(p, to)
}

// tellEvent tells event i for as long as its caption takes to read.
func (m Model) tellEvent(p view.Figure, i int) (Model, []Effect) {
	e := p.Events().Event(i)
	c := detail.Caption(e, p.Words())
	texts := c.Texts()
	m.play.at, m.play.left = i, detail.ReadingSeconds(texts[:]...)
	return m.reveal(p, e.ID), []Effect{Announce{c.Spoken(p.Words())}}
}

func (m Model) stop(p view.Figure) (Model, []Effect) {
	was := m.play
	m.play = play{}
	effects := []Effect{Announce{p.Words().UI.Stopped}}
	if !was.paused {
		effects = append([]Effect{Played{false}}, effects...)
	}
	return m, effects
}
