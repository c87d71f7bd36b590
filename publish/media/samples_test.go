package media_test

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"math/rand/v2"
	"os"
	"slices"
	"testing"
)

// corners are the colours of an image's quarters, clockwise from the top left.
type corners [4]color.RGBA

func fourColours() corners {
	return corners{{255, 0, 0, 255}, {0, 255, 0, 255}, {0, 0, 255, 255}, {255, 255, 255, 255}}
}

// quarters is an image of four colours.
func quarters(w, h int, c corners) *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			i := 0
			switch right, low := 2*x >= w, 2*y >= h; {
			case right && low:
				i = 2
			case right:
				i = 1
			case low:
				i = 3
			}
			m.SetRGBA(x, y, c[i])
		}
	}
	return m
}

// photo is an image of more than 256 colours, with some noise that is the same
// every time.
func photo(w, h int) *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	random := rand.New(rand.NewPCG(1, 2))
	for y := range h {
		for x := range w {
			m.SetRGBA(x, y, color.RGBA{uint8(x*200/w + random.IntN(16)), uint8(y*200/h + random.IntN(16)), uint8((x+y)*200/(w+h) + random.IntN(16)), 255})
		}
	}
	return m
}

func jpegOf(m image.Image) []byte {
	var out bytes.Buffer
	must(jpeg.Encode(&out, m, &jpeg.Options{Quality: 95}))
	return out.Bytes()
}

func pngOf(m image.Image) []byte {
	var out bytes.Buffer
	must(png.Encode(&out, m))
	return out.Bytes()
}

func gifOf(m image.Image) []byte {
	var out bytes.Buffer
	must(gif.Encode(&out, m, nil))
	return out.Bytes()
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

// exif is EXIF data with an orientation and a camera's name, in a byte order.
func exif(order binary.AppendByteOrder, orientation uint16, maker string) []byte {
	out := []byte("II*\x00")
	if order.AppendUint16(nil, 1)[0] == 0 {
		out = []byte("MM\x00*")
	}
	const directory, entries = 8, 2
	out = order.AppendUint32(out, directory)
	out = order.AppendUint16(out, entries)
	out = order.AppendUint16(order.AppendUint16(out, 0x010f), 2) // maker, text
	out = order.AppendUint32(out, uint32(len(maker)+1))
	out = order.AppendUint32(out, directory+2+12*entries+4)
	out = order.AppendUint16(order.AppendUint16(out, 0x0112), 3) // orientation, 16 bits
	out = order.AppendUint32(out, 1)
	out = order.AppendUint16(order.AppendUint16(out, orientation), 0)
	out = order.AppendUint32(out, 0) // no further directory
	return append(out, maker+"\x00"...)
}

// withSegment puts a segment after the start of a JPEG image.
func withSegment(contents []byte, marker byte, payload []byte) []byte {
	segment := binary.BigEndian.AppendUint16([]byte{0xff, marker}, uint16(len(payload)+2))
	return slices.Insert(slices.Clone(contents), 2, append(segment, payload...)...)
}

// withChunk puts a chunk after the header of a PNG image.
func withChunk(contents []byte, kind string, data []byte) []byte {
	const header = 8 + 12 + 13 // signature and the first chunk
	chunk := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
	chunk = append(append(chunk, kind...), data...)
	chunk = binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(chunk[4:]))
	return slices.Insert(slices.Clone(contents), header, chunk...)
}

// webpOf is a WebP file of chunks, given as type and data by turns.
func webpOf(chunks ...string) []byte {
	var body []byte
	for c := range slices.Chunk(chunks, 2) {
		body = binary.LittleEndian.AppendUint32(append(body, c[0]...), uint32(len(c[1])))
		body = append(body, c[1]...)
		if len(c[1])%2 == 1 {
			body = append(body, 0)
		}
	}
	out := binary.LittleEndian.AppendUint32([]byte("RIFF"), uint32(len(body)+4))
	return append(append(out, "WEBP"...), body...)
}

// canvas is the data of the chunk VP8X: what else there is, and the size.
func canvas(flags byte, w, h int) string {
	return string([]byte{flags, 0, 0, 0, byte(w - 1), byte((w - 1) >> 8), 0, byte(h - 1), byte((h - 1) >> 8), 0})
}

// lossless is the data of the chunk VP8L for an image whose channels are 0 or 255:
// each code has these two values, of one bit.
func lossless(m *image.RGBA) string {
	var out []byte
	bits := 0
	write := func(value, n int) {
		for i := range n {
			if bits%8 == 0 {
				out = append(out, 0)
			}
			out[bits/8] |= byte(value>>i&1) << (bits % 8)
			bits++
		}
	}
	size := m.Bounds().Size()
	write(0x2f, 8)
	write(size.X-1, 14)
	write(size.Y-1, 14)
	write(1, 1) // alpha is used
	write(0, 3) // version
	write(0, 1) // no transform
	write(0, 1) // no colour cache
	write(0, 1) // one group of codes
	for range 4 {
		write(1, 1) // a simple code
		write(1, 1) // of two symbols
		write(0, 1) // the first has one bit
		write(0, 1)
		write(255, 8)
	}
	write(1, 1) // distances: a simple code of the symbol 0
	write(0, 1)
	write(0, 1)
	write(0, 1)
	for y := range size.Y {
		for x := range size.X {
			c := m.RGBAAt(x, y)
			for _, v := range []uint8{c.G, c.R, c.B, c.A} {
				write(int(v&1), 1)
			}
		}
	}
	return string(out)
}

// lossy is a lossy WebP file of 150 × 100 px, from the tests of
// golang.org/x/image, and the data of its chunk VP8.
func lossy(t testing.TB) (contents []byte, chunk string) {
	contents, err := os.ReadFile("testdata/lossy.webp")
	if err != nil {
		t.Fatal(err)
	}
	return contents, string(contents[20:])
}

// fourComponents is a JPEG image of four components that all have one value each,
// with Adobe's mark: transform 0 for CMYK, 2 for YCCK. It takes tables and scans
// from grey images, whose only component the encoder numbers 1.
func fourComponents(w, h int, transform byte, values [4]uint8) []byte {
	var out []byte
	for i, v := range values {
		grey := image.NewGray(image.Rect(0, 0, w, h))
		for j := range grey.Pix {
			grey.Pix[j] = v
		}
		one := jpegOf(grey)
		frame, scan := bytes.Index(one, []byte{0xff, 0xc0}), bytes.Index(one, []byte{0xff, 0xda})
		if i == 0 {
			out = append(out, one[:frame]...)
			out = append(out, 0xff, 0xc0, 0, 8+3*4, 8, byte(h>>8), byte(h), byte(w>>8), byte(w), 4)
			for id := range byte(4) {
				out = append(out, id+1, 0x11, 0)
			}
			tables := frame + 2 + 8 + 3
			out = append(out, one[tables:scan]...)
		}
		data := slices.Clone(one[scan : len(one)-2])
		data[5] = byte(i + 1)
		out = append(out, data...)
	}
	out = append(out, 0xff, 0xd9)
	return withSegment(out, 0xee, append([]byte("Adobe\x00\x64\x00\x00\x00\x00"), transform))
}

// progressive is a grey JPEG image of 8 × 8 px in scans, given by their first and
// last coefficient, the bits missing before and after, and their data.
func progressive(scans ...[5]byte) []byte {
	one := jpegOf(image.NewGray(image.Rect(0, 0, 8, 8)))
	frame, scan := bytes.Index(one, []byte{0xff, 0xc0}), bytes.Index(one, []byte{0xff, 0xda})
	out := one[:scan:scan]
	out[frame+1] = 0xc2
	for _, s := range scans {
		out = append(out, 0xff, 0xda, 0, 8, 1, 1, 0, s[0], s[1], s[2]<<4|s[3], s[4])
	}
	return append(out, 0xff, 0xd9)
}
