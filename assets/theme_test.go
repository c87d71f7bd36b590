package assets_test

import (
	"image/color"
	"math"
	"strings"
	"testing"

	"barline/assets"
	"barline/internal/storytest"
	"barline/scene"
)

func themes() map[string]scene.Palette {
	return map[string]scene.Palette{"light": assets.Light(), "dark": assets.Dark(), "light, more contrast": assets.LightMore(), "dark, more contrast": assets.DarkMore()}
}

func TestContrastIsWCAGs(t *testing.T) {
	white, black := color.NRGBA{R: 255, G: 255, B: 255, A: 255}, color.NRGBA{A: 255}
	if got := storytest.Contrast(white, black); math.Abs(got-21) > 1e-9 {
		t.Errorf("black on white: %v", got)
	}
	// A grey that WCAG's own tools give 4.54.
	if got := storytest.Contrast(color.NRGBA{R: 0x76, G: 0x76, B: 0x76, A: 255}, white); math.Abs(got-4.54) > 0.005 {
		t.Errorf("#767676 on white: %v", got)
	}
}

func TestContrasts(t *testing.T) {
	for theme, palette := range themes() {
		words, marks := 4.5, 3.0
		if strings.HasSuffix(theme, "more contrast") {
			words, marks = 7, 4.5
			for _, line := range []scene.Paint{scene.Grid, scene.Hairline} {
				if got := storytest.Contrast(palette[line], palette[scene.Paper]); got < 3 {
					t.Errorf("%s: %s on paper has the contrast %.2f, want 3", theme, line, got)
				}
			}
		}
		for _, c := range []struct {
			over  []scene.Paint
			under []scene.Paint
			least float64
		}{
			// Notes are words in the colour of talks.
			{[]scene.Paint{scene.Ink, scene.Quiet, scene.Talks, scene.Other}, []scene.Paint{scene.Paper, scene.Panel}, words},
			{[]scene.Paint{scene.Ink, scene.Quiet}, []scene.Paint{scene.Paper, scene.Panel}, 7},
			{[]scene.Paint{scene.Ink}, []scene.Paint{scene.Overlay}, words},
			{[]scene.Paint{scene.Inverse}, []scene.Paint{scene.Ink}, words},
			{[]scene.Paint{scene.Axis, scene.Waiting, scene.Focus, scene.Lift}, []scene.Paint{scene.Paper, scene.Panel}, marks},
		} {
			for _, over := range c.over {
				for _, under := range c.under {
					if got := storytest.Contrast(palette[over], palette[under]); got < c.least {
						t.Errorf("%s: %s on %s has the contrast %.2f, want %v", theme, over, under, got, c.least)
					}
				}
			}
		}
	}
}

// Everything that is drawn is opaque, but the shadow.
func TestColoursAreOpaque(t *testing.T) {
	for theme, palette := range themes() {
		for p := range scene.NumPaints {
			if opaque := palette[p].A == 255; opaque == (p == scene.Shade) {
				t.Errorf("%s: %s has the alpha %d", theme, p, palette[p].A)
			}
		}
	}
}

type vector [3]float64

func (m matrix) times(v vector) vector {
	var out vector
	for i, row := range m {
		for j, x := range row {
			out[i] += x * v[j]
		}
	}
	return out
}

type matrix [3]vector

// sights are how people see: Machado, Oliveira and Fernandes (2009), of full
// severity, on linear light.
func sights() map[string]matrix {
	return map[string]matrix{
		"all cones":    {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
		"protanopia":   {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
		"deuteranopia": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
		"tritanopia":   {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
	}
}

// lab is CIE L*a*b* of a colour as seen, against D65.
func lab(c color.NRGBA, sight matrix) vector {
	rgb := sight.times(vector{storytest.Linear(c.R), storytest.Linear(c.G), storytest.Linear(c.B)})
	for i := range rgb {
		rgb[i] = math.Min(math.Max(rgb[i], 0), 1)
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

// Talks, waiting and other events differ by shape as well: bars, hatches,
// rings. Their colours still tell them apart for every kind of sight: by about
// 10 a difference is plain at a glance.
func TestMarksCanBeToldApart(t *testing.T) {
	const least = 12
	for theme, palette := range themes() {
		for name, sight := range sights() {
			for _, pair := range [][2]scene.Paint{{scene.Talks, scene.Other}, {scene.Talks, scene.Waiting}, {scene.Other, scene.Waiting}} {
				a, b := lab(palette[pair[0]], sight), lab(palette[pair[1]], sight)
				if d := math.Hypot(math.Hypot(a[0]-b[0], a[1]-b[1]), a[2]-b[2]); d < least {
					t.Errorf("%s, %s: %s and %s differ by %.1f, want %d", theme, name, pair[0], pair[1], d, least)
				}
			}
		}
	}
}
