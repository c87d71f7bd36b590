package colour

import (
	"image/color"
	"math"
)

type vector [3]float64

type matrix [3]vector

func (m matrix) times(v vector) vector {
	var out vector
	for i, row := range m {
		for j, x := range row {
			out[i] += x * v[j]
		}
	}
	return out
}

// sights are how people see, with all cones and without one kind of them: Machado,
// Oliveira and Fernandes (2009), of full severity, on linear light.
func sights() [4]matrix {
	return [4]matrix{
		{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
		{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
		{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
		{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
	}
}

// Apart is how far two colours are from each other for those who see them least well
// apart, in CIE L*a*b* against D65. By about 10 a difference is plain at a glance.
func Apart(a, b color.NRGBA) float64 {
	least := math.Inf(1)
	for _, sight := range sights() {
		p, q := cieLab(a, sight), cieLab(b, sight)
		least = min(least, math.Hypot(math.Hypot(p[0]-q[0], p[1]-q[1]), p[2]-q[2]))
	}
	return least
}

// cieLab is CIE L*a*b* of a colour as seen.
func cieLab(c color.NRGBA, sight matrix) vector {
	rgb := sight.times(vector{linear(c.R), linear(c.G), linear(c.B)})
	for i := range rgb {
		rgb[i] = min(max(rgb[i], 0), 1)
	}
	xyz := matrix{{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}}.times(rgb)
	f := func(v, white float64) float64 {
		if v /= white; v > 216.0/24389 {
			return math.Cbrt(v)
		}
		return (24389.0/27*v + 16) / 116
	}
	x, y, z := f(xyz[0], 0.95047), f(xyz[1], 1), f(xyz[2], 1.08883)
	return vector{116*y - 16, 500 * (x - y), 200 * (y - z)}
}
