package media

import (
	"bytes"
	"image"
	"image/jpeg"
	"image/png"
)

// encoding is how the variants of an image are written.
type encoding int

const (
	asJPEG       encoding = iota
	asPNG                 // with all colours
	asPalettePNG          // with at most 256 colours
)

// jpegQuality is on the scale from 1 to 100. Above some 85 files grow faster than
// the image improves.
const jpegQuality = 82

// encodingFor chooses how an image is written. opaque says that it has no
// transparency, few that the image before scaling had few colours.
func encodingFor(m *image.RGBA, opaque, few bool) encoding {
	switch {
	case few && !opaque:
		return asPalettePNG
	case !opaque:
		return asPNG
	case !few:
		return asJPEG
	}
	// Grey photographs have few colours too, and need much less as JPEG.
	photo, err := asJPEG.bytes(m)
	if err != nil {
		return asPalettePNG
	}
	chart, err := asPalettePNG.bytes(m)
	if err == nil && len(chart) > 2*len(photo) {
		return asJPEG
	}
	return asPalettePNG
}

// ending is that of a file's name.
func (e encoding) ending() string {
	if e == asJPEG {
		return jpegFormat.ending()
	}
	return pngFormat.ending()
}

// bytes encodes an image.
func (e encoding) bytes(m *image.RGBA) ([]byte, error) {
	var out bytes.Buffer
	var err error
	switch e {
	case asJPEG:
		err = jpeg.Encode(&out, m, &jpeg.Options{Quality: jpegQuality})
	case asPNG:
		err = png.Encode(&out, m) // the best compression takes many times as long, and saves little
	case asPalettePNG:
		best := png.Encoder{CompressionLevel: png.BestCompression}
		err = best.Encode(&out, paletted(m))
	}
	return out.Bytes(), err
}
