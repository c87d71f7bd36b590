package scene

import "image/color"

// Paint is a colour by its role in the theme.
type Paint uint8

const (
	Paper    Paint = iota // behind everything
	Panel                 // behind a popover
	Ink                   // words and marks that matter
	Quiet                 // words that accompany
	Axis                  // axis lines, ticks, brackets
	Grid                  // grid lines, carry no meaning of their own
	Talks                 // bars: time spent talking
	Lift                  // a bar that is hovered or focused
	Waiting               // hatching: time spent waiting
	Other                 // dots: other events
	Third                 // marks of a story's third kind of events
	Fourth                // and of its fourth
	Focus                 // the ring around what is focused or open
	Shade                 // a popover's shadow
	Overlay               // a control that is hovered
	Inverse               // words on Ink
	Hairline              // borders of controls and popovers
	NumPaints
)

// String returns the paint's name as CSS variables spell it.
func (p Paint) String() string {
	return [...]string{"paper", "panel", "ink", "quiet", "axis", "grid", "talks", "lift", "waiting", "other", "third", "fourth", "focus", "shade", "overlay", "inverse", "hairline"}[p]
}

// Palette resolves paints to colours.
type Palette [NumPaints]color.NRGBA
