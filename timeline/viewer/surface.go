package viewer

import (
	"barline/scene"
	"barline/timeline/view"
)

// The Viewer is the input.Surface of its figure.

// Hit returns the event whose mark or words lie at a point of the figure as
// shown, or "".
func (v *Viewer) Hit(p scene.Point) string {
	return v.figure.Hit(v.Scene(), p)
}

// Along is a point's place on the calendar axis, in px from its start.
func (v *Viewer) Along(p scene.Point) float64 {
	if v.Down() {
		return p.Y - v.settled.Plot.Y
	}
	if v.settled.RTL {
		return v.settled.Plot.Right() - p.X
	}
	return p.X - v.settled.Plot.X
}

// Boxes are where events are drawn in the figure as shown, by id.
func (v *Viewer) Boxes() map[string]scene.Boxes { return v.figure.Boxes(v.Scene()) }

// Down reports whether the calendar runs down the page.
func (v *Viewer) Down() bool { return v.figure.Down(v.model.WidthPx) }

// Dense reports whether what lies at a point stands for more events than can be
// told apart, so that a press on it goes closer.
func (v *Viewer) Dense(p scene.Point) bool {
	return v.figure.Dense(p)
}

// Inside reports whether a point lies where the calendar moves: the plot and
// the axis beside it.
func (v *Viewer) Inside(p scene.Point) bool {
	if v.model.Arrangement != view.Calendar {
		return false
	}
	plot := v.settled.Plot
	if v.Down() {
		return p.Y >= plot.Y && p.Y <= plot.Bottom() && p.X >= 0
	}
	return p.X >= plot.X-10 && p.X <= plot.Right()+10 && p.Y >= 0 && p.Y < plot.Bottom()+40
}
