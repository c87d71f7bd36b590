// Package glyph rasterises single glyphs on the CPU. render/raster draws them
// straight away and render/gpu keeps them in its atlas, so words look the
// same on both.
package glyph

import (
	"image"
	"image/draw"
	"math"

	"golang.org/x/image/vector"

	"barline/scene"
	"barline/typeset"
)

// Steps is the number of horizontal positions within a pixel that a glyph is
// drawn at; finer ones cannot be told apart.
const Steps = 4

// Key names one rasterised glyph.
type Key struct {
	Font scene.Font
	ID   uint32
	Size float32 // device pixels per em
	Step uint8   // its offset to the right, in 1/Steps of a pixel
}

// Place splits a glyph's origin, in device pixels, into the whole pixel where
// it is drawn and its key. Baselines lie on whole pixels, for crispness.
func Place(g scene.Glyph, sizePx, x, y float64) (Key, int, int) {
	quarter := int(math.Floor(x*Steps + 0.5))
	column := floorDiv(quarter, Steps)
	return Key{Font: g.Font, ID: g.ID, Size: float32(sizePx), Step: uint8(quarter - column*Steps)}, column, int(math.Floor(y + 0.5))
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b != 0 && a < 0 {
		q--
	}
	return q
}

// Mask draws a glyph. The mask's bounds are relative to the whole pixel of
// its origin; they are empty for a glyph without ink.
func Mask(fonts *typeset.Fonts, key Key) *image.Alpha {
	outline := fonts.Outline(key.Font, key.ID)
	if len(outline) == 0 {
		return image.NewAlpha(image.Rectangle{})
	}
	size, shift := float64(key.Size), float64(key.Step)/Steps
	minX, minY, maxX, maxY := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, s := range outline {
		for _, p := range s.Points[:s.N] {
			minX, maxX = math.Min(minX, p.X*size+shift), math.Max(maxX, p.X*size+shift)
			minY, maxY = math.Min(minY, p.Y*size), math.Max(maxY, p.Y*size)
		}
	}
	bounds := image.Rect(int(math.Floor(minX)), int(math.Floor(minY)), int(math.Ceil(maxX)), int(math.Ceil(maxY)))
	r := vector.NewRasterizer(bounds.Dx(), bounds.Dy())
	at := func(p scene.Point) (float32, float32) {
		return float32(p.X*size + shift - float64(bounds.Min.X)), float32(p.Y*size - float64(bounds.Min.Y))
	}
	for _, s := range outline {
		x, y := at(s.Points[0])
		switch {
		case s.Move:
			r.ClosePath()
			r.MoveTo(x, y)
		case s.N == 1:
			r.LineTo(x, y)
		case s.N == 2:
			x2, y2 := at(s.Points[1])
			r.QuadTo(x, y, x2, y2)
		default:
			x2, y2 := at(s.Points[1])
			x3, y3 := at(s.Points[2])
			r.CubeTo(x, y, x2, y2, x3, y3)
		}
	}
	r.ClosePath()
	mask := image.NewAlpha(image.Rectangle{Max: bounds.Size()})
	r.DrawOp = draw.Src
	r.Draw(mask, mask.Bounds(), image.Opaque, image.Point{})
	mask.Rect = bounds
	return mask
}
