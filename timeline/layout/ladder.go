package layout

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

// wideFrom is the width from which the calendar runs along the reading
// direction: below it a year of months no longer has room for labels.
const wideFrom = 640
