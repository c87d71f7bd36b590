package layout

import (
	"math"

	"barline/scene"
	"barline/timeline/view"
)

// metrics are the sizes that depend on the figure's width, in px.
type metrics struct {
	width, margin float64
	down          bool // the calendar runs down the page
	bar           float64
	wait          float64 // a wait's thickness
	gap           float64 // between two bars that share a date
	between       float64 // between the bars of two meetings, at least
	room          float64 // to either side of a bar's middle, for its label

	value, small, tick scene.Style
}

func metricsFor(width float64) metrics {
	m := metrics{
		width: width, margin: view.Margin(width), down: width < view.WideFrom,
		value: scene.Style{Face: scene.SansBold, SizePx: 15},
		small: scene.Style{Face: scene.Sans, SizePx: 13},
		tick:  scene.Style{Face: scene.Sans, SizePx: 13},
		gap:   3, between: barGap,
	}
	if m.down {
		m.bar, m.wait, m.room = 18, 13, 18
		m.value.SizePx = 14
		return m
	}
	m.bar = math.Round(math.Min(26, math.Max(15, width/46)))
	m.wait = m.bar
	return m
}
