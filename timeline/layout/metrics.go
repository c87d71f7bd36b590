package layout

import (
	"math"

	"barline/scene"
	"barline/timeline/view"
)

// Metrics are the sizes that depend on the figure's width, in px.
type Metrics struct {
	Width, Margin float64
	Down          bool // the calendar runs down the page
	Bar           float64
	Wait          float64 // a wait's thickness
	Gap           float64 // between two bars that share a date
	Between       float64 // between the bars of two meetings, at least
	Room          float64 // to either side of a bar's middle, for its label

	Value, Small, Tick scene.Style
}

// StripFootPx is the room that a strip (view.Figure) has under its axis.
const StripFootPx = 48.0

// NameInset is from the axis on which bars begin to the words that stand over them, in
// px: closer, the axis would run through their first letters.
const NameInset = 4.0

// BarGap is the least room between the bars of two meetings, in px.
const BarGap = 4.0

// MetricsFor are those of a figure's width.
func MetricsFor(width float64) Metrics {
	m := Metrics{
		Width: width, Margin: view.Margin(width), Down: view.Down(width),
		Value: scene.Style{Face: scene.SansBold, SizePx: 15},
		Small: scene.Style{Face: scene.Sans, SizePx: 13},
		Tick:  scene.Style{Face: scene.Sans, SizePx: 13},
		Gap:   3, Between: BarGap,
	}
	if m.Down {
		m.Bar, m.Wait, m.Room = 18, 13, 18
		m.Value.SizePx = 14
		return m
	}
	m.Bar = math.Round(math.Min(26, math.Max(15, width/46)))
	m.Wait = m.Bar
	return m
}
