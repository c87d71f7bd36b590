package host

import (
	"barline/timeline/state"
	"barline/timeline/view"
	"barline/timeline/viewer"
)

// showSpan brings the calendar to a stretch of time at once, as the figure's scale
// counts it. The viewer's motion must be reduced meanwhile.
func showSpan(v *viewer.Viewer, from, to float64) {
	arrangement := v.Model().Arrangement
	// The calendar moves in no other arrangement.
	v.Send(state.Arrange{Arrangement: view.Calendar})
	if s := v.Scale(); to > from && (from != s.From || to != s.To) {
		// Zooming around the one place that stands where it will stand leaves little to
		// drag, however near the view was.
		if shrunk := s.Span() - (to - from); shrunk != 0 {
			v.Send(state.ZoomBy{Factor: s.Span() / (to - from), AtPx: (from - s.From) / shrunk * s.LengthPx, Direct: true})
		}
		v.Send(state.Drag{Px: v.Scale().Px(from)})
	}
	v.Send(state.Arrange{Arrangement: arrangement})
}
