package colour

import (
	"image/color"
	"math"
)

// OK is a colour by lightness, chroma and hue.
type OK struct{ L, C, H float64 }

// Of is a colour as OKLCH.
func Of(c color.NRGBA) OK {
	l, a, b := lab(linear(c.R), linear(c.G), linear(c.B))
	h := math.Atan2(b, a) * 180 / math.Pi
	if h < 0 {
		h += 360
	}
	return OK{l, math.Hypot(a, b), h}
}

// RGB is the colour in sRGB, with less chroma where it has not so much.
func (o OK) RGB() color.NRGBA {
	o.L = min(max(o.L, 0), 1)
	if c, in := o.exact(); in {
		return c
	}
	// Grey is always in sRGB.
	low, high := 0.0, o.C
	for range 20 {
		if o.C = (low + high) / 2; o.isInside() {
			low = o.C
		} else {
			high = o.C
		}
	}
	o.C = low
	c, _ := o.exact()
	return c
}

func (o OK) isInside() bool { _, in := o.exact(); return in }

// exact is the colour in sRGB, cut where it is not in it.
func (o OK) exact() (c color.NRGBA, in bool) {
	sin, cos := math.Sincos(o.H * math.Pi / 180)
	a, b := o.C*cos, o.C*sin
	cube := func(v float64) float64 { return v * v * v }
	l, m, s := cube(o.L+0.3963377774*a+0.2158037573*b), cube(o.L-0.1055613458*a-0.0638541728*b), cube(o.L-0.0894841775*a-1.2914855480*b)
	in = true
	part := func(v float64) uint8 {
		const rounding = 0.0005
		in = in && v >= -rounding && v <= 1+rounding
		return coded(v)
	}
	c = color.NRGBA{
		R: part(4.0767416621*l - 3.3077115913*m + 0.2309699292*s),
		G: part(-1.2684380046*l + 2.6097574011*m - 0.3413193965*s),
		B: part(-0.0041960863*l - 0.7034186147*m + 1.7076147010*s),
		A: 0xFF,
	}
	return c, in
}

// lab is OKLab of linear light.
func lab(r, g, b float64) (l, x, y float64) {
	p, m, s := math.Cbrt(0.4122214708*r+0.5363325363*g+0.0514459929*b), math.Cbrt(0.2119034982*r+0.6806995451*g+0.1073969566*b), math.Cbrt(0.0883024619*r+0.2817188376*g+0.6299787005*b)
	return 0.2104542553*p + 0.7936177850*m - 0.0040720468*s, 1.9779984951*p - 2.4285922050*m + 0.4505937099*s, 0.0259040371*p + 0.7827717662*m - 0.8086757660*s
}

// Mix is what lies a share of the way from one colour to another.
func Mix(from, to color.NRGBA, share float64) color.NRGBA {
	a, b := Of(from), Of(to)
	turn := func(o OK) (x, y float64) {
		sin, cos := math.Sincos(o.H * math.Pi / 180)
		return o.C * cos, o.C * sin
	}
	ax, ay := turn(a)
	bx, by := turn(b)
	x, y := ax+(bx-ax)*share, ay+(by-ay)*share
	return OK{a.L + (b.L-a.L)*share, math.Hypot(x, y), math.Atan2(y, x) * 180 / math.Pi}.RGB()
}

// linear undoes the transfer curve of sRGB.
func linear(v uint8) float64 {
	c := float64(v) / 255
	if c <= 0.04045 {
		return c / 12.92
	}
	return math.Pow((c+0.055)/1.055, 2.4)
}

// coded is linear light by the transfer curve of sRGB.
func coded(v float64) uint8 {
	v = min(max(v, 0), 1)
	if v <= 0.0031308 {
		v *= 12.92
	} else {
		v = 1.055*math.Pow(v, 1/2.4) - 0.055
	}
	return uint8(math.Round(v * 255))
}
