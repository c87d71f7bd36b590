package media

import (
	"bytes"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"

	"golang.org/x/image/draw"
	"golang.org/x/image/webp"
)

// pixels is a decoded image, before its orientation is applied.
type pixels struct {
	image    image.Image // *image.RGBA, NRGBA, Gray or YCbCr, from (0, 0)
	lossless bool        // whether the pixels are as somebody made them, without the noise of lossy compression
}

// decode decodes all pixels of an image. An image of which some are missing is an
// error.
func decode(h header, contents []byte) (p pixels, err error) {
	// The decoders are not ours, and the files may be anyone's.
	defer func() {
		if recover() != nil {
			p, err = pixels{}, damaged(h.format)
		}
	}()
	var m image.Image
	switch r := bytes.NewReader(contents); h.format {
	case jpegFormat:
		if err := checkScans(contents); err != nil {
			return pixels{}, err
		}
		m, err = jpeg.Decode(r)
	case pngFormat:
		m, err = png.Decode(r)
	case gifFormat:
		m, err = gif.Decode(r)
	case webpFormat:
		m, err = webp.Decode(r)
	}
	if err != nil {
		return pixels{}, decodingError(h.format, err)
	}
	bounds := image.Rectangle{Max: h.stored}
	if h.format == gifFormat {
		if m.Bounds().Empty() {
			return pixels{}, damaged(h.format)
		}
		// The first frame may be smaller than the image, which is transparent around it.
		canvas := image.NewRGBA(bounds)
		draw.Draw(canvas, m.Bounds(), m, m.Bounds().Min, draw.Src)
		return pixels{image: canvas, lossless: true}, nil
	}
	if m.Bounds() != bounds {
		return pixels{}, damaged(h.format)
	}
	switch m.(type) {
	case *image.YCbCr:
		return pixels{image: m}, nil
	case *image.RGBA, *image.NRGBA, *image.Gray:
		return pixels{image: m, lossless: h.format != jpegFormat}, nil
	}
	rgba := image.NewRGBA(bounds)
	draw.Draw(rgba, bounds, m, image.Point{}, draw.Src)
	return pixels{image: rgba, lossless: h.format == pngFormat}, nil
}

// opaque reports whether no pixel is transparent in any degree.
func (p pixels) opaque() bool {
	m, ok := p.image.(interface{ Opaque() bool })
	return ok && m.Opaque()
}

// scaled is the image in another size, or a copy in its own.
func scaled(m image.Image, size image.Point) *image.RGBA {
	dst := image.NewRGBA(image.Rectangle{Max: size})
	if size == m.Bounds().Size() {
		draw.Draw(dst, dst.Bounds(), m, image.Point{}, draw.Src)
	} else {
		draw.CatmullRom.Scale(dst, dst.Bounds(), m, m.Bounds(), draw.Src, nil)
	}
	return dst
}
