package animation

import (
	"bytes"
	"image"
	"image/gif"
)

// gifDelay is how long one frame of a GIF is seen, in hundredths of a second. Some
// programs show frames of less than two for ten.
const gifDelay = 5

// GIF writes the film as a GIF that begins again at its end. It is told of every picture
// that is done, and ends with the first error that said returns.
func (f *Film) GIF(workers int, said func(done, total int) error) ([]byte, error) {
	changes, colours, err := f.changes(100.0/gifDelay, workers, said)
	if err != nil {
		return nil, err
	}
	g := gif.GIF{Config: image.Config{ColorModel: colours.all, Width: f.Width, Height: f.Height}}
	for _, c := range changes {
		g.Image = append(g.Image, c.part)
		g.Delay = append(g.Delay, c.count*gifDelay)
		g.Disposal = append(g.Disposal, gif.DisposalNone)
	}
	var out bytes.Buffer
	err = gif.EncodeAll(&out, &g)
	return out.Bytes(), err
}
