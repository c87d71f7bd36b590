package input

// Kind tells what happened.
type Kind uint8

const (
	Down Kind = iota
	Move
	Up
	Cancel // the browser, or the window, took the gesture over
	Leave  // the pointer left the figure
	Wheel
)

// Sample is one thing that a hand did.
type Sample struct {
	Kind Kind
	// Pointer tells fingers apart; a mouse is one pointer.
	Pointer int
	Touch   bool
	X, Y    float64 // px of the figure
	// WheelPx is how far a wheel was turned, down positive; Zoom: Ctrl or Cmd
	// was held, or two fingers pinched a trackpad.
	WheelPx float64
	Zoom    bool
	// At is the time in seconds, on any clock that only goes forward.
	At float64
	// Pressed: something else, a button of the page, answers a press here. A
	// drag that starts on it is still a drag.
	Pressed bool
}
