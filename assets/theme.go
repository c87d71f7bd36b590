package assets

import (
	"image/color"

	"barline/scene"
)

// Each theme is designed, not inverted. A test holds the contrasts: 4.5:1 for
// whatever colours words, 7:1 for those that are read as text, 3:1 for whatever
// draws marks that carry meaning.

// Light returns the colours of the light theme.
func Light() scene.Palette {
	return scene.Palette{
		scene.Paper:    rgb(0xFB, 0xF9, 0xF5),
		scene.Panel:    rgb(0xFF, 0xFF, 0xFF),
		scene.Ink:      rgb(0x1B, 0x1B, 0x1B),
		scene.Quiet:    rgb(0x57, 0x53, 0x4D),
		scene.Axis:     rgb(0x8A, 0x84, 0x7B),
		scene.Grid:     rgb(0xE4, 0xDF, 0xD6),
		scene.Talks:    rgb(0x9E, 0x2A, 0x2B),
		scene.Lift:     rgb(0xB8, 0x3A, 0x38),
		scene.Waiting:  rgb(0x8C, 0x85, 0x79),
		scene.Other:    rgb(0x2F, 0x5D, 0x7C),
		scene.Third:    rgb(0x7F, 0x5F, 0x10),
		scene.Fourth:   rgb(0x74, 0x3B, 0x7B),
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
		scene.Quiet:    rgb(0xB5, 0xAF, 0xA4),
		scene.Axis:     rgb(0x78, 0x77, 0x73),
		scene.Grid:     rgb(0x2A, 0x2D, 0x31),
		scene.Talks:    rgb(0xE2, 0x68, 0x5B),
		scene.Lift:     rgb(0xF0, 0x80, 0x72),
		scene.Waiting:  rgb(0x8F, 0x8A, 0x80),
		scene.Other:    rgb(0x7F, 0xB2, 0xD6),
		scene.Third:    rgb(0xD8, 0xB0, 0x5A),
		scene.Fourth:   rgb(0xCC, 0x9C, 0xD8),
		scene.Focus:    rgb(0xEC, 0xE9, 0xE2),
		scene.Shade:    {A: 0x80},
		scene.Overlay:  rgb(0x26, 0x29, 0x2E),
		scene.Inverse:  rgb(0x15, 0x17, 0x1A),
		scene.Hairline: rgb(0x3A, 0x3E, 0x43),
	}
}

// LightMore and DarkMore are the themes for readers who ask for more contrast:
// words at 7:1, marks at 4.5:1, lines that can be seen.

// LightMore returns the colours of the light theme with more contrast.
func LightMore() scene.Palette {
	return scene.Palette{
		scene.Paper:    rgb(0xFF, 0xFF, 0xFF),
		scene.Panel:    rgb(0xFF, 0xFF, 0xFF),
		scene.Ink:      rgb(0x00, 0x00, 0x00),
		scene.Quiet:    rgb(0x33, 0x33, 0x33),
		scene.Axis:     rgb(0x33, 0x33, 0x33),
		scene.Grid:     rgb(0x94, 0x94, 0x94),
		scene.Talks:    rgb(0x8B, 0x0F, 0x14),
		scene.Lift:     rgb(0xB3, 0x1D, 0x22),
		scene.Waiting:  rgb(0x59, 0x59, 0x59),
		scene.Other:    rgb(0x0B, 0x3D, 0x66),
		scene.Third:    rgb(0x57, 0x40, 0x00),
		scene.Fourth:   rgb(0x55, 0x1C, 0x60),
		scene.Focus:    rgb(0x00, 0x00, 0x00),
		scene.Shade:    {A: 0x60},
		scene.Overlay:  rgb(0xE6, 0xE6, 0xE6),
		scene.Inverse:  rgb(0xFF, 0xFF, 0xFF),
		scene.Hairline: rgb(0x55, 0x55, 0x55),
	}
}

// DarkMore returns the colours of the dark theme with more contrast.
func DarkMore() scene.Palette {
	return scene.Palette{
		scene.Paper:    rgb(0x00, 0x00, 0x00),
		scene.Panel:    rgb(0x0C, 0x0C, 0x0C),
		scene.Ink:      rgb(0xFF, 0xFF, 0xFF),
		scene.Quiet:    rgb(0xD8, 0xD8, 0xD8),
		scene.Axis:     rgb(0xD0, 0xD0, 0xD0),
		scene.Grid:     rgb(0x6E, 0x6E, 0x6E),
		scene.Talks:    rgb(0xFF, 0x8F, 0x80),
		scene.Lift:     rgb(0xFF, 0xB4, 0xA8),
		scene.Waiting:  rgb(0xBD, 0xBD, 0xBD),
		scene.Other:    rgb(0x8C, 0xC8, 0xF5),
		scene.Third:    rgb(0xF2, 0xCE, 0x7C),
		scene.Fourth:   rgb(0xE6, 0xBE, 0xF2),
		scene.Focus:    rgb(0xFF, 0xFF, 0xFF),
		scene.Shade:    {A: 0xA0},
		scene.Overlay:  rgb(0x2E, 0x2E, 0x2E),
		scene.Inverse:  rgb(0x00, 0x00, 0x00),
		scene.Hairline: rgb(0xB0, 0xB0, 0xB0),
	}
}

// Forced returns the paints as CSS system colours, for readers whose system
// gives every page its own. Bars are told from waits by their hatching, and
// from dots by their shape. No system colour is quieter than words, so there are no
// lines of the grid: marks say their numbers themselves. Links are often as blue as what
// is selected, so the marks of other events are as words are.
func Forced() [scene.NumPaints]string {
	return [scene.NumPaints]string{
		scene.Paper:    "Canvas",
		scene.Panel:    "Canvas",
		scene.Ink:      "CanvasText",
		scene.Quiet:    "CanvasText",
		scene.Axis:     "CanvasText",
		scene.Grid:     "Canvas",
		scene.Talks:    "Highlight",
		scene.Lift:     "Highlight",
		scene.Waiting:  "CanvasText",
		scene.Other:    "CanvasText",
		scene.Third:    "VisitedText",
		scene.Fourth:   "GrayText",
		scene.Focus:    "CanvasText",
		scene.Shade:    "transparent",
		scene.Overlay:  "Canvas",
		scene.Inverse:  "Canvas",
		scene.Hairline: "CanvasText",
	}
}

func rgb(r, g, b uint8) color.NRGBA { return color.NRGBA{R: r, G: g, B: b, A: 0xFF} }
