package view

// Ladder returns the widths that figures are laid out for, in px, ascending:
// the phones, tablets and columns that readers have. Between two rungs the
// lower one is used, centred, never stretched; so the static pictures and the
// live one agree, and the height for every width is known when publishing.
func Ladder() []float64 {
	return []float64{320, 344, 360, 375, 390, 412, 430, 480, 540, 600,
		640, 700, 768, 834, 920, 1000, 1100, 1200, 1360, 1600}
}

// Rung is the widest rung that fits, or the lowest one.
func Rung(widthPx float64) float64 {
	ladder := Ladder()
	rung := ladder[0]
	for _, w := range ladder {
		if w <= widthPx {
			rung = w
		}
	}
	return rung
}

// WideFrom is the width from which the calendar runs along the reading
// direction: below it a year of months no longer has room for labels.
const WideFrom = 640

// ControlsFrom is the width from which all controls of few events stand in one row.
// Below it those for the time in view take the place of others.
const ControlsFrom = 480

// Down reports whether the calendar runs down the page at this width.
func Down(widthPx float64) bool { return widthPx < WideFrom }

// Margin is the blank at the figure's left and right. The page's other
// blocks share it, so that everything stands on one line.
func Margin(widthPx float64) float64 {
	switch {
	case widthPx < WideFrom:
		return 16
	case widthPx < 1000:
		return 32
	}
	return 48
}
