package input

import (
	"math"

	"barline/timeline/state"
)

// Key is a key that means something to the timeline.
type Key uint8

const (
	NoKey Key = iota
	Earlier
	Later
	First
	Last
	Press // Enter or Space
	Escape
	Closer  // +
	Farther // -
	Whole   // 0
	PlayKey // p
	PanEarlier
	PanLater
)

// zoomStep is what one press of + or - does.
const zoomStep = 1.6

// KeyMsg is what a key means while an event (or none) has the keyboard; nil
// if nothing.
func KeyMsg(k Key, focused, selected string) state.Msg {
	const all = 1 << 30
	switch k {
	case Earlier:
		return state.FocusStep{By: -1}
	case Later:
		return state.FocusStep{By: 1}
	case First:
		return state.FocusStep{By: -all}
	case Last:
		return state.FocusStep{By: all}
	case Press:
		if focused != "" {
			return state.Toggle{ID: focused}
		}
	case Escape:
		if selected != "" {
			return state.Select{ByHand: true}
		}
		return state.Stop{}
	case Closer:
		return state.ZoomBy{Factor: zoomStep, AtPx: math.NaN()}
	case Farther:
		return state.ZoomBy{Factor: 1 / zoomStep, AtPx: math.NaN()}
	case Whole:
		return state.Fit{}
	case PanEarlier:
		return state.PanBy{Share: -0.5}
	case PanLater:
		return state.PanBy{Share: 0.5}
	case PlayKey:
		return state.Play{}
	}
	return nil
}
