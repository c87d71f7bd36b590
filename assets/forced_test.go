package assets

import (
	"testing"

	"barline/assets/colour"
	"barline/scene"
)

// Words and marks in forced colours have a contrast of 7:1 with what they stand on.
func TestForcedPaletteHolds(t *testing.T) {
	for _, dark := range []bool{false, true} {
		p := ForcedPalette(dark)
		for _, paint := range []scene.Paint{scene.Ink, scene.Quiet, scene.Axis, scene.Talks, scene.Lift, scene.Waiting, scene.Other, scene.Third, scene.Fourth, scene.Focus, scene.Hairline} {
			for _, under := range []scene.Paint{scene.Paper, scene.Panel, scene.Overlay} {
				if got := colour.Contrast(p[paint], p[under]); got < 7 {
					t.Errorf("dark %v: %s on %s has the contrast %.2f", dark, paint, under, got)
				}
			}
		}
		if got := colour.Contrast(p[scene.Inverse], p[scene.Ink]); got < 7 {
			t.Errorf("dark %v: words on ink have the contrast %.2f", dark, got)
		}
		if p[scene.Shade].A != 0 {
			t.Errorf("dark %v: a shadow is a colour", dark)
		}
	}
}
