// Package raster draws a scene on the CPU: social cards, golden images, and
// the picture in the README. It needs no display.
package raster

import (
	"image"
	"image/color"
	"math"

	"barline/render/glyph"
	"barline/render/shape"
	"barline/scene"
	"barline/typeset"
)

// Draw draws the scene at scale device pixels per CSS pixel.
func Draw(s *scene.Scene, palette *scene.Palette, fonts *typeset.Fonts, scale float64) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, int(math.Ceil(s.WidthPx*scale)), int(math.Ceil(s.HeightPx*scale))))
	paint(img, s, palette, func(k glyph.Key) *image.Alpha { return glyph.Mask(fonts, k) }, scale)
	return img
}

// paint draws what of the scene lies in the picture, which may be a part of a larger
// one. masks gives the coverage of a letter.
func paint(img *image.RGBA, s *scene.Scene, palette *scene.Palette, masks func(glyph.Key) *image.Alpha, scale float64) {
	fill(img, palette[scene.Paper])
	for i := range s.Nodes {
		n := &s.Nodes[i]
		if n.Alpha == 0 || !reach(n, scale).Overlaps(img.Rect) {
			continue
		}
		switch n.Shape {
		case scene.Glyphs:
			drawText(img, n, palette[n.Paint], masks, scale)
		case scene.Many:
			for _, c := range n.Cells {
				one := shape.Cell(n, c)
				drawMark(img, &one, palette[n.Paint], scale)
			}
		default:
			drawMark(img, n, palette[n.Paint], scale)
		}
	}
}

// fill covers a picture with paper.
func fill(img *image.RGBA, paper color.NRGBA) {
	for y := img.Rect.Min.Y; y < img.Rect.Max.Y; y++ {
		row := img.Pix[img.PixOffset(img.Rect.Min.X, y):][:4*img.Rect.Dx()]
		for i := 0; i < len(row); i += 4 {
			row[i], row[i+1], row[i+2], row[i+3] = paper.R, paper.G, paper.B, paper.A
		}
	}
}

// reach is the part of the picture, in pixels, outside which a node draws nothing.
// Letters may stand out of their line by as much as it is high.
func reach(n *scene.Node, scale float64) image.Rectangle {
	x, y, w, h := n.Box.X*scale, n.Box.Y*scale, n.Box.W*scale, n.Box.H*scale
	out := 2.0
	switch {
	case n.Shape == scene.Glyphs:
		out += h
	case n.Shape == scene.Line || n.Shape == scene.Shadow:
		out += n.Stroke * scale
	}
	if n.Turn != 0 {
		out += math.Hypot(w, h) / 2
	}
	x, w, y, h = min(x, x+w), math.Abs(w), min(y, y+h), math.Abs(h)
	return image.Rect(int(math.Floor(x-out)), int(math.Floor(y-out)), int(math.Ceil(x+w+out)), int(math.Ceil(y+h+out)))
}

func drawMark(img *image.RGBA, n *scene.Node, c color.NRGBA, scale float64) {
	m, cx, cy, dx, dy := shape.Of(n, scale)
	reach := m.Reach()
	w := math.Abs(dx)*m.HalfW + math.Abs(dy)*m.HalfH + reach
	h := math.Abs(dy)*m.HalfW + math.Abs(dx)*m.HalfH + reach
	area := image.Rect(int(math.Floor(cx-w)), int(math.Floor(cy-h)), int(math.Ceil(cx+w)), int(math.Ceil(cy+h))).Intersect(img.Bounds())
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			px, py := float64(x)+0.5-cx, float64(y)+0.5-cy
			a := m.Coverage(px*dx+py*dy, py*dx-px*dy) * n.Alpha
			if a > 0 {
				a *= shape.Fade(n.Fade, (float64(x)+0.5)/scale, (float64(y)+0.5)/scale)
				blend(img, x, y, c, a)
			}
		}
	}
}

func drawText(img *image.RGBA, n *scene.Node, c color.NRGBA, masks func(glyph.Key) *image.Alpha, scale float64) {
	for _, g := range n.Text.Glyphs {
		key, column, row := glyph.Place(g, n.Text.Style.SizePx*scale, (n.Box.X+g.X)*scale, (n.Box.Y+n.Text.BaselinePx+g.Y)*scale)
		mask := masks(key)
		for y := mask.Rect.Min.Y; y < mask.Rect.Max.Y; y++ {
			for x := mask.Rect.Min.X; x < mask.Rect.Max.X; x++ {
				if p := image.Pt(column+x, row+y); p.In(img.Rect) {
					blend(img, p.X, p.Y, c, float64(mask.AlphaAt(x, y).A)/255*n.Alpha)
				}
			}
		}
	}
}

// blend lays a colour over a pixel.
func blend(img *image.RGBA, x, y int, c color.NRGBA, a float64) {
	a *= float64(c.A) / 255
	p := img.Pix[img.PixOffset(x, y):]
	p[0] = mix(p[0], c.R, a)
	p[1] = mix(p[1], c.G, a)
	p[2] = mix(p[2], c.B, a)
	p[3] = mix(p[3], 255, a)
}

func mix(under, over uint8, a float64) uint8 {
	return uint8(math.Floor(float64(under)*(1-a) + float64(over)*a + 0.5))
}
