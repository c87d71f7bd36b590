package animation

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
)

// apngRate is how many frames an APNG has in a second.
const apngRate = 25

// APNG writes the film as an animated PNG that begins again at its end. Programs that
// know none show its first picture. It is told of every picture that is done, and ends
// with the first error that said returns.
func (f *Film) APNG(workers int, said func(done, total int) error) ([]byte, error) {
	changes, colours, err := f.changes(apngRate, workers, said)
	if err != nil {
		return nil, err
	}
	w := apng{out: []byte("\x89PNG\r\n\x1a\n")}
	w.chunk("IHDR", binary.BigEndian.AppendUint32(nil, uint32(f.Width)), binary.BigEndian.AppendUint32(nil, uint32(f.Height)), []byte{8, 3, 0, 0, 0})
	w.chunk("acTL", binary.BigEndian.AppendUint32(nil, uint32(len(changes))), []byte{0, 0, 0, 0})
	w.colours(colours.all)
	for i, c := range changes {
		if err := w.frame(i == 0, c); err != nil {
			return nil, err
		}
	}
	w.chunk("IEND")
	return w.out, nil
}

// apng is a file that is being written.
type apng struct {
	out    []byte
	number uint32 // of the next chunk that is numbered
}

// chunk adds a chunk of a type, whose contents are several pieces.
func (w *apng) chunk(kind string, pieces ...[]byte) {
	contents := bytes.Join(pieces, nil)
	w.out = binary.BigEndian.AppendUint32(w.out, uint32(len(contents)))
	begun := len(w.out)
	w.out = append(append(w.out, kind...), contents...)
	w.out = binary.BigEndian.AppendUint32(w.out, crc32.ChecksumIEEE(w.out[begun:]))
}

// next is the number of a chunk of the animation.
func (w *apng) next() []byte {
	n := binary.BigEndian.AppendUint32(nil, w.number)
	w.number++
	return n
}

func (w *apng) colours(all color.Palette) {
	var rgb, alpha []byte
	for _, c := range all {
		n := c.(color.NRGBA)
		rgb, alpha = append(rgb, n.R, n.G, n.B), append(alpha, n.A)
	}
	w.chunk("PLTE", rgb)
	w.chunk("tRNS", alpha)
}

// frame adds a picture that is laid over those before it.
func (w *apng) frame(first bool, c change) error {
	const leave, replace, blend = 0, 0, 1
	how := byte(blend)
	if first {
		how = replace
	}
	r := c.part.Rect
	var control []byte
	for _, v := range []int{r.Dx(), r.Dy(), r.Min.X, r.Min.Y} {
		control = binary.BigEndian.AppendUint32(control, uint32(v))
	}
	control = binary.BigEndian.AppendUint16(control, uint16(c.count))
	control = binary.BigEndian.AppendUint16(control, apngRate)
	w.chunk("fcTL", w.next(), append(control, leave, how))
	packed, err := deflated(c.part)
	if err != nil {
		return err
	}
	if first {
		w.chunk("IDAT", packed)
	} else {
		w.chunk("fdAT", w.next(), packed)
	}
	return nil
}

// deflated is the data of a picture: each row as it is, compressed.
func deflated(p *image.Paletted) ([]byte, error) {
	var out bytes.Buffer
	z, err := zlib.NewWriterLevel(&out, zlib.DefaultCompression)
	if err != nil {
		return nil, err
	}
	for y := range p.Rect.Dy() {
		if _, err := z.Write([]byte{0}); err != nil {
			return nil, err
		}
		if _, err := z.Write(p.Pix[y*p.Stride:][:p.Rect.Dx()]); err != nil {
			return nil, err
		}
	}
	err = z.Close()
	return out.Bytes(), err
}
