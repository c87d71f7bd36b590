package assets

import (
	"image/color"

	"barline/scene"
)

// ForcedPalette is the palette of a program outside of browsers for people who force few
// colours on all of them: what Forced names, in the colours of the contrast themes that
// Windows brings, on black or on white.
func ForcedPalette(dark bool) scene.Palette {
	system := map[string]color.NRGBA{
		"Canvas": rgb(0xFF, 0xFF, 0xFF), "CanvasText": rgb(0, 0, 0), "Highlight": rgb(0x37, 0x00, 0x6E),
		"VisitedText": rgb(0x60, 0x00, 0x00), "GrayText": rgb(0x00, 0x57, 0x2B), "transparent": {},
	}
	if dark {
		system = map[string]color.NRGBA{
			"Canvas": rgb(0, 0, 0), "CanvasText": rgb(0xFF, 0xFF, 0xFF), "Highlight": rgb(0x1A, 0xEB, 0xFF),
			"VisitedText": rgb(0xFF, 0xFF, 0x00), "GrayText": rgb(0x3F, 0xF2, 0x3F), "transparent": {},
		}
	}
	var p scene.Palette
	for paint, name := range Forced() {
		p[paint] = system[name]
	}
	return p
}
