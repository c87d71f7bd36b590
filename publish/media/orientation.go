package media

import (
	"bytes"
	"encoding/binary"
	"image"
)

// orientation says how the stored pixels have to be turned to be seen upright. Its
// values 1 to 8 are those of the EXIF tag 0x0112; 1 leaves them as they are.
type orientation int

// orientationOf reads the orientation from an image's EXIF data. It is 1 where
// there is none, or none that makes sense.
func orientationOf(f format, contents []byte) orientation {
	switch f {
	case jpegFormat:
		for s := range jpegSegments(contents) {
			if s.marker == 0xe1 && bytes.HasPrefix(s.payload, []byte("Exif\x00")) {
				return exifOrientation(s.payload)
			}
		}
	case pngFormat:
		for kind, data := range pngChunks(contents) {
			if kind == "eXIf" {
				return exifOrientation(data)
			}
		}
	case webpFormat:
		for kind, data := range webpChunks(contents) {
			if kind == "EXIF" {
				return exifOrientation(data)
			}
		}
	}
	return 1
}

// exifOrientation reads the orientation from EXIF data: a TIFF header, which
// "Exif" and two more bytes may precede, and the first directory after it.
func exifOrientation(data []byte) orientation {
	if bytes.HasPrefix(data, []byte("Exif\x00")) {
		data = data[min(6, len(data)):]
	}
	if len(data) < 8 {
		return 1
	}
	var order binary.ByteOrder
	switch string(data[:4]) {
	case "II*\x00":
		order = binary.LittleEndian
	case "MM\x00*":
		order = binary.BigEndian
	default:
		return 1
	}
	at := uint64(order.Uint32(data[4:]))
	if at+2 > uint64(len(data)) {
		return 1
	}
	entries := int(order.Uint16(data[at:]))
	rest := data[at+2:]
	const entry = 12 // bytes: tag, type, count, value
	for ; entries > 0 && len(rest) >= entry; entries, rest = entries-1, rest[entry:] {
		if order.Uint16(rest) != 0x0112 {
			continue
		}
		var value uint32
		switch order.Uint16(rest[2:]) {
		case 3: // 16 bits
			value = uint32(order.Uint16(rest[8:]))
		case 4: // 32 bits
			value = order.Uint32(rest[8:])
		}
		if value < 1 || value > 8 {
			return 1
		}
		return orientation(value)
	}
	return 1
}

// swaps reports whether width and height change places.
func (o orientation) swaps() bool { return o >= 5 }

// size is the size of the upright image from that of the stored one, or the other
// way around.
func (o orientation) size(p image.Point) image.Point {
	if o.swaps() {
		return image.Pt(p.Y, p.X)
	}
	return p
}

// apply returns the upright image. With orientation 1 it is the given one.
func (o orientation) apply(src *image.RGBA) *image.RGBA {
	if o == 1 {
		return src
	}
	stored := src.Bounds().Size()
	size := o.size(stored)
	dst := image.NewRGBA(image.Rectangle{Max: size})
	right, bottom := stored.X-1, stored.Y-1
	for y := range size.Y {
		for x := range size.X {
			var from image.Point
			switch o {
			case 2: // mirrored left to right
				from = image.Pt(right-x, y)
			case 3: // turned by half
				from = image.Pt(right-x, bottom-y)
			case 4: // mirrored top to bottom
				from = image.Pt(x, bottom-y)
			case 5: // mirrored along the diagonal from the top left
				from = image.Pt(y, x)
			case 6: // to be turned clockwise by a quarter
				from = image.Pt(y, bottom-x)
			case 7: // mirrored along the diagonal from the top right
				from = image.Pt(right-y, bottom-x)
			case 8: // to be turned anticlockwise by a quarter
				from = image.Pt(right-y, x)
			}
			i, j := src.PixOffset(from.X, from.Y), dst.PixOffset(x, y)
			copy(dst.Pix[j:j+4], src.Pix[i:i+4])
		}
	}
	return dst
}
