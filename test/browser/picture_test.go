package browser_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math"

	"github.com/chromedp/cdproto/page"
)

// picture is what the screen shows of a part of the viewport, in device px.
func (p *tab) picture(b box) image.Image {
	p.t.Helper()
	p.painted()
	scroll := ask[point](p, "({x: scrollX, y: scrollY})")
	r := command(p, page.CaptureScreenshot, page.CaptureScreenshotParams{
		Clip: &page.Viewport{X: b.X + scroll.X, Y: b.Y + scroll.Y, Width: b.Width, Height: b.Height, Scale: 1}})
	m, err := png.Decode(bytes.NewReader([]byte(r.Data)))
	if err != nil {
		p.t.Fatal(err)
	}
	return m
}

// figure is the picture of the whole figure.
func (p *tab) figure() image.Image {
	p.t.Helper()
	return p.picture(p.boxOf("[data-stage]"))
}

// colourAt is the colour at a place of the viewport, in a picture of all of it.
func (p *tab) colourAt(m image.Image, at point) color.RGBA {
	return color.RGBAModel.Convert(m.At(int(at.X*p.scale), int(at.Y*p.scale))).(color.RGBA)
}

// near reports whether colours differ by no more than slack in any channel.
func near(a, b color.RGBA, slack int) bool {
	d := func(x, y uint8) bool { return math.Abs(float64(x)-float64(y)) <= float64(slack) }
	return d(a.R, b.R) && d(a.G, b.G) && d(a.B, b.B)
}

// unlike is the share of pixels that differ perceptibly: by more than a fifth
// of a channel's range.
func unlike(a, b image.Image) float64 {
	size := a.Bounds().Size()
	if size != b.Bounds().Size() || size.X*size.Y == 0 {
		return 1
	}
	count := 0
	for y := range size.Y {
		for x := range size.X {
			p := color.RGBAModel.Convert(a.At(a.Bounds().Min.X+x, a.Bounds().Min.Y+y)).(color.RGBA)
			q := color.RGBAModel.Convert(b.At(b.Bounds().Min.X+x, b.Bounds().Min.Y+y)).(color.RGBA)
			if !near(p, q, 51) {
				count++
			}
		}
	}
	return float64(count) / float64(size.X*size.Y)
}
