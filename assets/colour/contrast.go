package colour

import (
	"image/color"
	"math"
)

// Contrast is WCAG's ratio of two opaque colours, 1 to 21.
func Contrast(a, b color.NRGBA) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func luminance(c color.NRGBA) float64 {
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

// Least is the least contrast of a colour with any of those that it stands on.
func Least(c color.NRGBA, on ...color.NRGBA) float64 {
	least := math.Inf(1)
	for _, under := range on {
		least = min(least, Contrast(c, under))
	}
	return least
}

// step is how finely lightness is searched: one of sRGB's own near the middle.
const step = 1.0 / 256

// Toward is the colour itself if it has a contrast with all that it stands on, else
// the first lighter one of its hue that has, or the first darker one. Where none has,
// it is white or black.
func Toward(c color.NRGBA, lighter bool, ratio float64, on ...color.NRGBA) color.NRGBA {
	o, by := Of(c), -step
	if lighter {
		by = step
	}
	for Least(c, on...) < ratio {
		if o.L += by; o.L <= 0 {
			return color.NRGBA{A: 0xFF}
		} else if o.L >= 1 {
			return color.NRGBA{R: 0xFF, G: 0xFF, B: 0xFF, A: 0xFF}
		}
		c = o.RGB()
	}
	return c
}

// Held is the colour itself if it has a contrast with all that it stands on, else the
// one of its hue and the nearest lightness that has. Where none has, it is black or
// white, whichever contrasts more.
func Held(c color.NRGBA, ratio float64, on ...color.NRGBA) color.NRGBA {
	darker, lighter := Toward(c, false, ratio, on...), Toward(c, true, ratio, on...)
	d, l := Least(darker, on...), Least(lighter, on...)
	switch {
	case d < ratio && l < ratio:
		if d > l {
			return darker
		}
		return lighter
	case d < ratio:
		return lighter
	case l < ratio:
		return darker
	}
	was := Of(c).L
	if was-Of(darker).L <= Of(lighter).L-was {
		return darker
	}
	return lighter
}
