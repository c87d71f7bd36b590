package assets_test

import (
	"image/color"
	"math"
	"strings"
	"testing"

	"barline/assets"
	"barline/assets/colour"
	"barline/scene"
)

func themes() map[string]scene.Palette {
	return map[string]scene.Palette{"light": assets.Light(), "dark": assets.Dark(), "light, more contrast": assets.LightMore(), "dark, more contrast": assets.DarkMore()}
}

func TestContrastIsWCAGs(t *testing.T) {
	white, black := color.NRGBA{R: 255, G: 255, B: 255, A: 255}, color.NRGBA{A: 255}
	if got := colour.Contrast(white, black); math.Abs(got-21) > 1e-9 {
		t.Errorf("black on white: %v", got)
	}
	// A grey that WCAG's own tools give 4.54.
	if got := colour.Contrast(color.NRGBA{R: 0x76, G: 0x76, B: 0x76, A: 255}, white); math.Abs(got-4.54) > 0.005 {
		t.Errorf("#767676 on white: %v", got)
	}
}

func TestContrasts(t *testing.T) {
	for theme, palette := range themes() {
		words, marks := 4.5, 3.0
		if strings.HasSuffix(theme, "more contrast") {
			words, marks = 7, 4.5
			for _, line := range []scene.Paint{scene.Grid, scene.Hairline} {
				if got := colour.Contrast(palette[line], palette[scene.Paper]); got < 3 {
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
					if got := colour.Contrast(palette[over], palette[under]); got < c.least {
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

// Talks, waiting and other events differ by shape as well: bars, hatches,
// rings. Their colours still tell them apart for every kind of sight: by about
// 10 a difference is plain at a glance.
func TestMarksCanBeToldApart(t *testing.T) {
	const least = 12
	for theme, palette := range themes() {
		for _, pair := range [][2]scene.Paint{{scene.Talks, scene.Other}, {scene.Talks, scene.Waiting}, {scene.Other, scene.Waiting}} {
			if d := colour.Apart(palette[pair[0]], palette[pair[1]]); d < least {
				t.Errorf("%s: %s and %s differ by %.1f for those who see them least well apart, want %d", theme, pair[0], pair[1], d, least)
			}
		}
	}
}
