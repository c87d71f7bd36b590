package media

import (
	"image"
	"slices"
)

// Options say which sizes Make makes. The zero value stands for those that pages
// use.
type Options struct {
	// WidthsPx are the widths of the variants in px, in any order. If there are none,
	// they are 320, 640, 960, 1280 and 1600. No variant is wider than the greatest.
	WidthsPx []int
	// MaxHeightPx is how many px a variant is high at most; 0 stands for 1600.
	MaxHeightPx int
}

// Picture is an image as a page shows it.
type Picture struct {
	Info               // of the image that was given
	Variants []Variant // at least one, the narrowest first; all look the same and have the same ending
}

// Variant is the image in one size, without metadata.
type Variant struct {
	WidthPx, HeightPx int
	Ending            string // of a file's name: ".jpg" or ".png"
	Contents          []byte
}

// Make makes the variants of an image. It decodes the image, applies the EXIF
// orientation, scales it down and encodes it without any metadata. The errors are
// those of Check, and another *Error if the pixels are damaged or incomplete.
//
// The widest variant is as large as the options allow, and never larger than the
// image itself. There is one for each width of the options below that, except
// those within a tenth of it.
//
// An image with any transparency becomes PNG. One of at most 256 colours, such as a
// chart, becomes PNG with a palette, unless it came as JPEG or lossy WebP, or JPEG
// needs less than half of the bytes, as it does for grey photographs. All others
// become JPEG of quality 82.
func Make(name string, contents []byte, o Options) (Picture, error) {
	h, err := readHeader(name, contents)
	if err != nil {
		return Picture{}, err
	}
	p, err := decode(h, contents)
	if err != nil {
		return Picture{}, err
	}
	info := h.info()
	sizes := o.sizes(image.Pt(info.WidthPx, info.HeightPx))
	opaque, few := p.opaque(), p.lossless && fewColours(p.image)

	// The narrower ones are made from the widest, which has pixels enough.
	widest := h.orientation.apply(scaled(p.image, h.orientation.size(sizes[len(sizes)-1])))
	p.image = nil // a large one can be freed before the rest is encoded
	encode := encodingFor(widest, opaque, few)

	out := Picture{Info: info}
	for _, size := range sizes {
		m := widest
		if size != widest.Bounds().Size() {
			m = scaled(widest, size)
		}
		v := Variant{WidthPx: size.X, HeightPx: size.Y, Ending: encode.ending()}
		if v.Contents, err = encode.bytes(m); err != nil {
			return Picture{}, err
		}
		out.Variants = append(out.Variants, v)
	}
	return out, nil
}

// Decode returns the pixels of an image, upright, made smaller to fit into a box if it is
// larger. The errors are those of Make.
func Decode(name string, contents []byte, box image.Point) (*image.RGBA, error) {
	h, err := readHeader(name, contents)
	if err != nil {
		return nil, err
	}
	p, err := decode(h, contents)
	if err != nil {
		return nil, err
	}
	size := within(h.orientation.size(h.stored), box)
	return h.orientation.apply(scaled(p.image, h.orientation.size(size))), nil
}

// sizes are those of the variants of an image of a size, the narrowest first.
func (o Options) sizes(full image.Point) []image.Point {
	widths := slices.DeleteFunc(slices.Clone(o.WidthsPx), func(w int) bool { return w <= 0 })
	if len(widths) == 0 {
		widths = []int{320, 640, 960, 1280, 1600}
	}
	slices.Sort(widths)
	height := o.MaxHeightPx
	if height <= 0 {
		height = 1600
	}
	widest := within(full, image.Pt(widths[len(widths)-1], height))
	var sizes []image.Point
	for _, w := range slices.Compact(widths) {
		if w*10 <= widest.X*9 {
			sizes = append(sizes, image.Pt(w, share(full.Y, w, full.X)))
		}
	}
	return append(sizes, widest)
}

// within is a size made smaller, if need be, to fit into a box. The sides keep
// their proportion, and at least one px each.
func within(size, box image.Point) image.Point {
	switch {
	case size.X <= box.X && size.Y <= box.Y:
		return size
	case size.X*box.Y >= size.Y*box.X: // the width decides
		return image.Pt(box.X, share(size.Y, box.X, size.X))
	default:
		return image.Pt(share(size.X, box.Y, size.Y), box.Y)
	}
}

// share is n·of/whole, rounded, and at least 1.
func share(n, of, whole int) int { return max(1, (2*n*of+whole)/(2*whole)) }
