package animation

import (
	"image"
	"image/color"

	"barline/scene"
)

// colours are those of a film in a file that has at most 256: paper, each paint that is
// in use laid over paper more and more strongly, and one that is not seen.
type colours struct {
	all     color.Palette
	nearest map[[3]uint8]uint8
}

// coloursOf are the colours of some scenes.
func coloursOf(stills []still, palette *scene.Palette) *colours {
	var used [scene.NumPaints]bool
	n := 0
	for _, s := range stills {
		for i := range s.scene.Nodes {
			if p := s.scene.Nodes[i].Paint; p != scene.Paper && !used[p] {
				used[p] = true
				n++
			}
		}
	}
	paper := palette[scene.Paper]
	c := &colours{all: color.Palette{color.NRGBA{paper.R, paper.G, paper.B, 255}}, nearest: map[[3]uint8]uint8{}}
	for p, in := range used {
		for step := 1; in && step <= 254/n; step++ {
			c.all = append(c.all, over(paper, palette[p], step, 254/n))
		}
	}
	c.all = append(c.all, color.NRGBA{}) // unseen
	return c
}

// over is a colour laid over paper with so many steps' strength.
func over(paper, paint color.NRGBA, step, of int) color.NRGBA {
	at := func(a, b uint8) uint8 {
		b = uint8((int(b)*int(paint.A) + int(a)*(255-int(paint.A))) / 255)
		return uint8((int(a)*(of-step) + int(b)*step + of/2) / of)
	}
	return color.NRGBA{at(paper.R, paint.R), at(paper.G, paint.G), at(paper.B, paint.B), 255}
}

// unseen is the number of the colour that leaves what was there.
func (c *colours) unseen() uint8 { return uint8(len(c.all) - 1) }

// of is the number of the colour that is nearest.
func (c *colours) of(r, g, b uint8) uint8 {
	key := [3]uint8{r, g, b}
	if i, known := c.nearest[key]; known {
		return i
	}
	best, least := 0, 1<<30
	for i, at := range c.all[:len(c.all)-1] {
		n := at.(color.NRGBA)
		dr, dg, db := int(n.R)-int(r), int(n.G)-int(g), int(n.B)-int(b)
		// Eyes tell greens apart better than reds, and these better than blues.
		if d := 3*dr*dr + 4*dg*dg + 2*db*db; d < least {
			best, least = i, d
		}
	}
	c.nearest[key] = uint8(best)
	return uint8(best)
}

// change is the part of a picture that differs from the one before it, and how many
// frames it is seen for. In it, pixels that are as they were are unseen.
type change struct {
	part  *image.Paletted
	count int
}

// changes draws the film and returns what changes in it from picture to picture. A
// picture that looks like the one before prolongs that.
func (f *Film) changes(perSecond float64, workers int, said func(done, total int) error) ([]change, *colours, error) {
	c := coloursOf(f.stills(perSecond), &f.Palette)
	var all []change
	shown := make([]uint8, f.Width*f.Height)
	next := make([]uint8, len(shown))
	err := f.Frames(perSecond, workers, func(frame Frame) error {
		c.read(next, frame.Picture)
		if part := c.part(shown, next, f.Width, len(all) == 0); part != nil {
			all = append(all, change{part, frame.Count})
		} else {
			all[len(all)-1].count += frame.Count
		}
		shown, next = next, shown
		return said(frame.Done, frame.Total)
	})
	return all, c, err
}

// read finds the colours of a picture.
func (c *colours) read(into []uint8, picture *image.RGBA) {
	var was [3]uint8
	number := c.of(0, 0, 0)
	for i := range into {
		p := picture.Pix[4*i : 4*i+3 : 4*i+3]
		if now := [3]uint8(p); now != was {
			was, number = now, c.of(now[0], now[1], now[2])
		}
		into[i] = number
	}
}

// part is the smallest rectangle of a picture that holds all that has changed; nil if
// nothing has. The first picture is taken whole.
func (c *colours) part(shown, next []uint8, width int, first bool) *image.Paletted {
	area := image.Rect(0, 0, width, len(next)/width)
	if !first {
		area = differing(shown, next, width)
	}
	if area.Empty() {
		return nil
	}
	part := image.NewPaletted(area, c.all)
	for y := area.Min.Y; y < area.Max.Y; y++ {
		row := part.Pix[(y-area.Min.Y)*part.Stride:][:area.Dx()]
		at := y*width + area.Min.X
		copy(row, next[at:])
		for x := range row {
			if !first && row[x] == shown[at+x] {
				row[x] = c.unseen()
			}
		}
	}
	return part
}

// differing is the smallest rectangle that holds all pixels in which two pictures differ.
func differing(a, b []uint8, width int) image.Rectangle {
	area := image.Rectangle{Min: image.Pt(width, len(a)/width)}
	for y := range len(a) / width {
		rowA, rowB := a[y*width:][:width], b[y*width:][:width]
		first := 0
		for first < width && rowA[first] == rowB[first] {
			first++
		}
		if first == width {
			continue
		}
		last := width - 1
		for rowA[last] == rowB[last] {
			last--
		}
		area.Min.X, area.Max.X = min(area.Min.X, first), max(area.Max.X, last+1)
		area.Min.Y, area.Max.Y = min(area.Min.Y, y), y+1
	}
	return area
}
