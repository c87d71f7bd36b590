package media

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"

	"golang.org/x/image/webp"
)

// The greatest image that is read.
const (
	MaxBytes  = 40_000_000 // of the file
	MaxPixels = 50_000_000 // width times height
	MaxSidePx = 30_000     // width or height
)

// Info is what the header of an image says.
type Info struct {
	Format            string // "JPEG", "PNG", "GIF" or "WebP"
	WidthPx, HeightPx int    // after the EXIF orientation is applied
}

// Check reads the header of an image, and refuses one that Make could not or should
// not work on: not an image, named otherwise than its contents demand, too great,
// or cut short within the header. It decodes no pixels; whether these are complete
// only Make finds out. name is that of the file; of its path only the ending
// matters. The error is an *Error.
func Check(name string, contents []byte) (Info, error) {
	h, err := readHeader(name, contents)
	if err != nil {
		return Info{}, err
	}
	return h.info(), nil
}

// header is what is known of an image before it is decoded.
type header struct {
	format      format
	stored      image.Point // width and height of the stored pixels
	orientation orientation
}

// info tells the size as seen.
func (h header) info() Info {
	size := h.orientation.size(h.stored)
	return Info{Format: h.format.String(), WidthPx: size.X, HeightPx: size.Y}
}

func readHeader(name string, contents []byte) (header, error) {
	if len(contents) > MaxBytes {
		return header{}, &Error{
			What: fmt.Sprintf("the file has %.1f MB, and %d MB are the most", float64(len(contents))/1e6, MaxBytes/1_000_000),
			Fix:  "export the image smaller; 1600 px in width are enough for a page",
		}
	}
	f := formatOf(contents)
	if f == unknown {
		return header{}, notAnImage(contents)
	}
	if err := checkEnding(name, f); err != nil {
		return header{}, err
	}
	size, err := storedSize(f, contents)
	if err != nil {
		return header{}, err
	}
	if err := checkSize(f, size); err != nil {
		return header{}, err
	}
	return header{format: f, stored: size, orientation: orientationOf(f, contents)}, nil
}

// storedSize reads an image's width and height before orientation. The decoder of
// the format takes them from the same bytes.
func storedSize(f format, contents []byte) (size image.Point, err error) {
	defer func() {
		if recover() != nil {
			err = damaged(f)
		}
	}()
	var config image.Config
	switch f {
	case jpegFormat:
		config, err = jpeg.DecodeConfig(bytes.NewReader(contents))
	case pngFormat:
		// A size of zero and one beyond limits are errors of their own, so the size
		// is read before the rest of the header is judged.
		const start = 16 // after signature, chunk's length and "IHDR"
		if len(contents) < start+8 || string(contents[12:start]) != "IHDR" {
			return image.Point{}, damaged(f)
		}
		size = image.Pt(int(binary.BigEndian.Uint32(contents[start:])), int(binary.BigEndian.Uint32(contents[start+4:])))
		if checkSize(f, size) != nil {
			return size, nil
		}
		config, err = png.DecodeConfig(bytes.NewReader(contents))
	case gifFormat:
		const end = 13 // of the logical screen descriptor
		if len(contents) < end {
			return image.Point{}, damaged(f)
		}
		config.Width, config.Height = int(binary.LittleEndian.Uint16(contents[6:])), int(binary.LittleEndian.Uint16(contents[8:]))
	case webpFormat:
		if uint64(binary.LittleEndian.Uint32(contents[4:]))+8 > uint64(len(contents)) {
			return image.Point{}, damaged(f)
		}
		const animated = 1 << 1
		if len(contents) > 20 && string(contents[12:16]) == "VP8X" && contents[20]&animated != 0 {
			return image.Point{}, &Error{What: "the file is an animated WebP image", Fix: "export one of its frames as a JPEG or PNG image"}
		}
		config, err = webp.DecodeConfig(bytes.NewReader(contents))
	}
	if err != nil {
		return image.Point{}, decodingError(f, err)
	}
	return image.Pt(config.Width, config.Height), nil
}

// checkSize reports an error if an image has no pixels or too many.
func checkSize(f format, size image.Point) error {
	const smaller = "export the image smaller; 1600 px in width are enough for a page"
	switch {
	case size.X <= 0 || size.Y <= 0:
		return &Error{What: "the " + f.String() + " image has no pixels", Fix: "open it in an image editor and export it anew"}
	case size.X > MaxSidePx || size.Y > MaxSidePx:
		return &Error{What: fmt.Sprintf("the image has %d × %d px, and a side may have %d px at most", size.X, size.Y, MaxSidePx), Fix: smaller}
	case size.X*size.Y > MaxPixels:
		return &Error{What: fmt.Sprintf("the image has %.1f megapixels, and %d are the most", float64(size.X)*float64(size.Y)/1e6, MaxPixels/1_000_000), Fix: smaller}
	}
	return nil
}

// decodingError tells an image that makes no sense from one that is only rare.
func decodingError(f format, err error) *Error {
	if e, ok := errors.AsType[*Error](err); ok {
		return e
	}
	if _, ok := errors.AsType[jpeg.UnsupportedError](err); ok {
		return unsupported(f)
	}
	if _, ok := errors.AsType[png.UnsupportedError](err); ok {
		return unsupported(f)
	}
	return damaged(f)
}
