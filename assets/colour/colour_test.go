package colour

import (
	"image/color"
	"math"
	"testing"

	"pgregory.net/rapid"
)

func rgb(r, g, b uint8) color.NRGBA { return color.NRGBA{R: r, G: g, B: b, A: 0xFF} }

func any(t *rapid.T, what string) color.NRGBA {
	part := rapid.Uint8()
	return rgb(part.Draw(t, what+" r"), part.Draw(t, what+" g"), part.Draw(t, what+" b"))
}

func TestContrastIsWCAGs(t *testing.T) {
	for _, c := range []struct {
		a, b color.NRGBA
		want float64
	}{{rgb(0, 0, 0), rgb(255, 255, 255), 21}, {rgb(0x76, 0x76, 0x76), rgb(255, 255, 255), 4.54}, {rgb(255, 0, 0), rgb(255, 255, 255), 4.00}} {
		if got := Contrast(c.a, c.b); math.Abs(got-c.want) > 0.005 || got != Contrast(c.b, c.a) {
			t.Errorf("%v on %v: %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

// Colours come back from OKLCH as they were, and the values are its author's.
func TestOKLCH(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := any(t, "colour")
		if got := Of(c).RGB(); got != c {
			t.Errorf("%v became %v", c, got)
		}
	})
	o := Of(rgb(255, 0, 0))
	if math.Abs(o.L-0.62796) > 1e-4 || math.Abs(o.C-0.25768) > 1e-4 || math.Abs(o.H-29.234) > 0.01 {
		t.Errorf("red is %+v", o)
	}
}

// What sRGB has not is brought into it, hue and lightness kept.
func TestOutsideOfSRGB(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o := OK{rapid.Float64Range(0.3, 0.95).Draw(t, "l"), rapid.Float64Range(0.02, 0.5).Draw(t, "c"), rapid.Float64Range(0, 360).Draw(t, "h")}
		is := Of(o.RGB())
		if math.Abs(is.L-o.L) > 0.01 || is.C > o.C+0.006 {
			t.Errorf("%+v became %+v", o, is)
		}
		if d := math.Abs(math.Remainder(is.H-o.H, 360)); d > 4 && is.C > 0.03 {
			t.Errorf("%+v became %+v", o, is)
		}
	})
}

func TestHeldHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, on := any(t, "colour"), any(t, "paper")
		ratio := rapid.Float64Range(1, 21).Draw(t, "ratio")
		got := Held(c, ratio, on)
		most := max(Contrast(rgb(0, 0, 0), on), Contrast(rgb(255, 255, 255), on))
		if has := Contrast(got, on); has < min(ratio, most) {
			t.Errorf("%v on %v became %v, which has %v of %v", c, on, got, has, ratio)
		}
		if Contrast(c, on) >= ratio && got != c {
			t.Errorf("%v holds and became %v", c, got)
		}
	})
}

func TestMix(t *testing.T) {
	a, b := rgb(0x10, 0x20, 0x30), rgb(0xF0, 0xE0, 0x80)
	if Mix(a, b, 0) != a || Mix(a, b, 1) != b {
		t.Errorf("%v, %v", Mix(a, b, 0), Mix(a, b, 1))
	}
	if got := Mix(rgb(0, 0, 0), rgb(255, 255, 255), 0.5); got != rgb(0x63, 0x63, 0x63) {
		t.Errorf("half way from black to white is %v", got)
	}
}

// Red and green of one lightness are apart for most, and not for all.
func TestApart(t *testing.T) {
	red, green := OK{0.6, 0.12, 35}.RGB(), OK{0.6, 0.12, 130}.RGB()
	blue := OK{0.6, 0.12, 260}.RGB()
	if Apart(red, green) > 15 || Apart(red, blue) < 30 || Apart(red, red) != 0 {
		t.Errorf("red and green %v, red and blue %v", Apart(red, green), Apart(red, blue))
	}
}
