package state

import "barline/timeline/view"

// Msg is something that happened. All that change what is shown, whether by
// the reader's hand or by a program, end Play.
type Msg interface{ isMsg() }

type (
	// Tick: Dt seconds have passed.
	Tick struct{ Dt float64 }
	// Resize: the figure is laid out for another rung.
	Resize struct{ WidthPx float64 }
	// Select opens an event; an empty or unknown id closes what is open.
	// ByHand: the reader did it, so the address follows.
	Select struct {
		ID     string
		ByHand bool
	}
	// Toggle opens an event, or closes it if it is open. Always by hand.
	Toggle struct{ ID string }
	// Step opens the next or previous event, stopping at the ends.
	Step struct {
		By     int
		ByHand bool
	}
	// Hover: the pointer is over an event, or over none.
	Hover struct{ ID string }
	// Focus: the keyboard is at an event, or at none.
	Focus struct{ ID string }
	// FocusStep moves the keyboard to another event; a popover that is open
	// follows. By is ±1, or more to reach an end.
	FocusStep struct{ By int }
	// Arrange chooses the arrangement.
	Arrange struct{ Arrangement view.Arrangement }
	// Drag moves the view by px, at once: positive towards later.
	Drag struct{ Px float64 }
	// Fling lets go with momentum, in px per second: positive towards later.
	Fling struct{ PxPerSecond float64 }
	// Grab stops momentum: a finger is down.
	Grab struct{}
	// PanBy glides by a share of the span in view.
	PanBy struct{ Share float64 }
	// ZoomBy zooms around a place on the calendar axis, in px from its start;
	// NaN is its middle. Direct zooms at once, as under fingers.
	ZoomBy struct {
		Factor, AtPx float64
		Direct       bool
	}
	// Show glides to a span of time, in seconds since 1970.
	Show struct{ From, To float64 }
	// Tell: the words around the timeline have come to a step. Steps are all of them
	// up to that one, in the order of the article; none: before the first. Begin is
	// the arrangement that the story opened in. What is open closes. Nothing is
	// announced, for who hears the words has heard it.
	Tell struct {
		Steps []string
		Begin view.Arrangement
	}
	// OpenAt: the story asks for this stretch of time to be in view at first.
	OpenAt struct{ From, To float64 }
	// AxisChanged: gaps were collapsed or restored, so the scale counts time
	// anew; From and To are what was in view.
	AxisChanged struct{ From, To float64 }
	// Find brings out the events that answer a query; the empty one, none.
	Find struct{ Query view.Query }
	// Fit shows the whole story.
	Fit struct{}
	// Play begins or resumes, or pauses if it plays. With reduced motion, where nothing
	// goes on by itself, it tells the next event instead of pausing.
	Play struct{}
	// Turn tells the event so many further on, while the story is told; it stops at the
	// ends.
	Turn struct{ By int }
	// Stop ends Play.
	Stop struct{}
	// Reduce sets whether motion is reduced.
	Reduce struct{ Motion bool }
)

func (Tick) isMsg()        {}
func (Resize) isMsg()      {}
func (Select) isMsg()      {}
func (Toggle) isMsg()      {}
func (Step) isMsg()        {}
func (Hover) isMsg()       {}
func (Focus) isMsg()       {}
func (FocusStep) isMsg()   {}
func (Arrange) isMsg()     {}
func (Drag) isMsg()        {}
func (Fling) isMsg()       {}
func (Grab) isMsg()        {}
func (PanBy) isMsg()       {}
func (ZoomBy) isMsg()      {}
func (Show) isMsg()        {}
func (Tell) isMsg()        {}
func (Find) isMsg()        {}
func (OpenAt) isMsg()      {}
func (AxisChanged) isMsg() {}
func (Fit) isMsg()         {}
func (Play) isMsg()        {}
func (Turn) isMsg()        {}
func (Stop) isMsg()        {}
func (Reduce) isMsg()      {}

// Effect is something that the surroundings are asked to do.
type Effect interface{ isEffect() }

type (
	// Selected: another event, or none, is open.
	Selected struct {
		ID     string
		ByHand bool
	}
	// Focused: the keyboard has moved to an event.
	Focused struct{ ID string }
	// Arranged: the arrangement has changed.
	Arranged struct{ Arrangement view.Arrangement }
	// Played: Play has begun or resumed (On), or paused or ended.
	Played struct{ On bool }
	// Untold: a step is neither an event of the story nor anything else that steps
	// may be.
	Untold struct{ Step string }
	// Announce: a short sentence for those who listen.
	Announce struct{ Text string }
)

func (Selected) isEffect() {}
func (Focused) isEffect()  {}
func (Arranged) isEffect() {}
func (Played) isEffect()   {}
func (Untold) isEffect()   {}
func (Announce) isEffect() {}
