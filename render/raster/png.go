package raster

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
)

// PNG writes an opaque picture as a file. Its rows are compressed as they are, without
// the filters that image/png tries on each: they are made for photographs, and of even
// surfaces and letters they make files that are a fifth larger and take twice as long.
func PNG(m *image.RGBA) ([]byte, error) {
	if m.Rect.Empty() {
		return nil, fmt.Errorf("a picture of %d × %d pixels has nothing in it", m.Rect.Dx(), m.Rect.Dy())
	}
	out := []byte("\x89PNG\r\n\x1a\n")
	chunk := func(kind string, contents []byte) {
		out = binary.BigEndian.AppendUint32(out, uint32(len(contents)))
		begun := len(out)
		out = append(append(out, kind...), contents...)
		out = binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[begun:]))
	}
	const bitDepth, rgb, deflate, adaptive, notInterlaced = 8, 2, 0, 0, 0
	head := binary.BigEndian.AppendUint32(nil, uint32(m.Rect.Dx()))
	head = binary.BigEndian.AppendUint32(head, uint32(m.Rect.Dy()))
	chunk("IHDR", append(head, bitDepth, rgb, deflate, adaptive, notInterlaced))
	chunk("IDAT", deflated(m))
	chunk("IEND", nil)
	return out, nil
}

// deflated are the rows of a picture: before each one the number of its filter, none.
func deflated(m *image.RGBA) []byte {
	const none = 0
	var out bytes.Buffer
	z := zlib.NewWriter(&out)
	row := make([]byte, 1+3*m.Rect.Dx())
	row[0] = none
	for y := range m.Rect.Dy() {
		from := m.Pix[y*m.Stride:]
		for x := range m.Rect.Dx() {
			copy(row[1+3*x:4+3*x], from[4*x:])
		}
		if _, err := z.Write(row); err != nil {
			panic("raster: " + err.Error()) // writing to memory does not fail
		}
	}
	if err := z.Close(); err != nil {
		panic("raster: " + err.Error())
	}
	return out.Bytes()
}
