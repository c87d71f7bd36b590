package publish

import (
	"slices"

	"barline/timeline/view"
)

// Draft says that a site is only looked at while its story is written. It has neither
// pages and cards of single events nor pictures for download, its style sheet is as it was
// written, and the engine's file is somewhere else.
type Draft struct {
	// WidthsPx are those at which it is looked at; none: all.
	WidthsPx []float64
}

// ladder are the widths that the figure of a draft is drawn for: the narrowest, from
// which wider ones differ, and those around what is looked at.
func (d *Draft) ladder(all []float64) []float64 {
	if d == nil || len(d.WidthsPx) == 0 {
		return all
	}
	return slices.DeleteFunc(slices.Clone(all), func(rung float64) bool {
		i := slices.Index(all, rung)
		for _, width := range d.WidthsPx {
			// A bar for scrolling may stand in the frame.
			if rung == view.Rung(width) || i+1 < len(all) && all[i+1] == view.Rung(width) {
				return false
			}
		}
		return i > 0
	})
}
