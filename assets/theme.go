package assets

import (
	"image/color"

	"barline/scene"
)

// Each theme is designed, not inverted. A test holds the contrasts: 4.5:1 for
// whatever colours words, 3:1 for whatever draws marks that carry meaning.

// Light returns the colours of the light theme.
func Light() scene.Palette {
	return scene.Palette{
		scene.Paper:    rgb(0xFB, 0xF9, 0xF5),
		scene.Panel:    rgb(0xFF, 0xFF, 0xFF),
		scene.Ink:      rgb(0x1B, 0x1B, 0x1B),
		scene.Quiet:    rgb(0x5F, 0x5B, 0x55),
		scene.Axis:     rgb(0x8A, 0x84, 0x7B),
		scene.Grid:     rgb(0xE4, 0xDF, 0xD6),
		scene.Talks:    rgb(0x9E, 0x2A, 0x2B),
		scene.Lift:     rgb(0xB8, 0x3A, 0x38),
		scene.Waiting:  rgb(0x8C, 0x85, 0x79),
		scene.Other:    rgb(0x2F, 0x5D, 0x7C),
		scene.Focus:    rgb(0x1B, 0x1B, 0x1B),
		scene.Shade:    {A: 0x2E},
		scene.Overlay:  rgb(0xF1, 0xED, 0xE5),
		scene.Inverse:  rgb(0xFB, 0xF9, 0xF5),
		scene.Hairline: rgb(0xD5, 0xCF, 0xC4),
	}
}

// Dark returns the colours of the dark theme.
func Dark() scene.Palette {
	return scene.Palette{
		scene.Paper:    rgb(0x15, 0x17, 0x1A),
		scene.Panel:    rgb(0x20, 0x23, 0x27),
		scene.Ink:      rgb(0xEC, 0xE9, 0xE2),
		scene.Quiet:    rgb(0xA8, 0xA2, 0x97),
		scene.Axis:     rgb(0x78, 0x77, 0x73),
		scene.Grid:     rgb(0x2A, 0x2D, 0x31),
		scene.Talks:    rgb(0xE2, 0x68, 0x5B),
		scene.Lift:     rgb(0xF0, 0x80, 0x72),
		scene.Waiting:  rgb(0x8F, 0x8A, 0x80),
		scene.Other:    rgb(0x7F, 0xB2, 0xD6),
		scene.Focus:    rgb(0xEC, 0xE9, 0xE2),
		scene.Shade:    {A: 0x80},
		scene.Overlay:  rgb(0x26, 0x29, 0x2E),
		scene.Inverse:  rgb(0x15, 0x17, 0x1A),
		scene.Hairline: rgb(0x3A, 0x3E, 0x43),
	}
}

// Forced returns the paints as CSS system colours, for readers whose system
// gives every page its own. Bars are told from waits by their hatching, and
// from dots by their shape.
func Forced() [scene.NumPaints]string {
	return [scene.NumPaints]string{
		scene.Paper:    "Canvas",
		scene.Panel:    "Canvas",
		scene.Ink:      "CanvasText",
		scene.Quiet:    "CanvasText",
		scene.Axis:     "CanvasText",
		scene.Grid:     "GrayText",
		scene.Talks:    "Highlight",
		scene.Lift:     "Highlight",
		scene.Waiting:  "CanvasText",
		scene.Other:    "LinkText",
		scene.Focus:    "CanvasText",
		scene.Shade:    "transparent",
		scene.Overlay:  "Canvas",
		scene.Inverse:  "Canvas",
		scene.Hairline: "CanvasText",
	}
}

func rgb(r, g, b uint8) color.NRGBA { return color.NRGBA{R: r, G: g, B: b, A: 0xFF} }
