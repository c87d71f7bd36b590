package media

import (
	"cmp"
	"encoding/binary"
	"image"
	"image/color"
	"slices"
)

// maxColours is how many colours a palette has.
const maxColours = 256

// fewColours reports whether an image has at most maxColours colours.
func fewColours(m image.Image) bool {
	var pix []byte
	switch m := m.(type) {
	case *image.Gray:
		return true
	case *image.RGBA:
		pix = m.Pix
	case *image.NRGBA:
		pix = m.Pix
	default:
		return false
	}
	seen := make(map[uint32]bool, maxColours+1)
	last := ^binary.BigEndian.Uint32(pix) // unlike the first colour
	for ; len(pix) >= 4; pix = pix[4:] {
		c := binary.BigEndian.Uint32(pix)
		if c == last {
			continue
		}
		last = c
		if c&0xff == 0 {
			c = 0 // all that is fully transparent looks the same
		}
		if seen[c] = true; len(seen) > maxColours {
			return false
		}
	}
	return true
}

// shade is one colour of an image.
type shade struct {
	channels [4]uint8 // red, green and blue, multiplied by alpha, and alpha
	pixels   int      // how many have it
}

// paletted gives an image a palette: its own colours if they are few enough. Else
// similar ones are joined, and the commonest of them stands for all, so that a
// chart's background and areas stay exactly as they are.
func paletted(m *image.RGBA) *image.Paletted {
	groups := grouped(shadesOf(m))
	// By alpha first: PNG lists the alpha of colours only up to the last that is not
	// opaque.
	slices.SortFunc(groups, func(a, b group) int {
		x, y := a.commonest(), b.commonest()
		return cmp.Or(cmp.Compare(x[3], y[3]), slices.Compare(x[:3], y[:3]))
	})
	index := map[uint32]uint8{}
	palette := make(color.Palette, len(groups))
	for i, g := range groups {
		c := g.commonest()
		palette[i] = color.NRGBAModel.Convert(color.RGBA{c[0], c[1], c[2], c[3]})
		for _, s := range g.shades {
			index[binary.BigEndian.Uint32(s.channels[:])] = uint8(i)
		}
	}
	out := image.NewPaletted(m.Bounds(), palette)
	last, at := binary.BigEndian.Uint32(m.Pix), index[binary.BigEndian.Uint32(m.Pix)]
	for i := range out.Pix {
		if c := binary.BigEndian.Uint32(m.Pix[4*i:]); c != last {
			last, at = c, index[c]
		}
		out.Pix[i] = at
	}
	return out
}

// shadesOf counts the colours of an image, and orders them by their channels.
func shadesOf(m *image.RGBA) []shade {
	counts := map[uint32]int{}
	last, run := uint32(0), 0
	for pix := m.Pix; len(pix) >= 4; pix = pix[4:] {
		c := binary.BigEndian.Uint32(pix)
		if c != last {
			counts[last] += run
			last, run = c, 0
		}
		run++
	}
	counts[last] += run
	shades := make([]shade, 0, len(counts))
	for c, n := range counts {
		if n > 0 {
			s := shade{pixels: n}
			binary.BigEndian.PutUint32(s.channels[:], c)
			shades = append(shades, s)
		}
	}
	slices.SortFunc(shades, func(a, b shade) int { return slices.Compare(a.channels[:], b.channels[:]) })
	return shades
}

// group is some similar colours that become one.
type group struct {
	shades  []shade // at least one
	channel int     // the one in which they differ most
	middle  uint8   // between their least and greatest value in that channel
	width   int     // how far these are apart; 0 if there is one colour
	pixels  int     // of all shades
}

func groupOf(shades []shade) group {
	g := group{shades: shades}
	for c := range 4 {
		least, most := uint8(255), uint8(0)
		for _, s := range shades {
			least, most = min(least, s.channels[c]), max(most, s.channels[c])
		}
		if width := int(most) - int(least); width > g.width {
			g.channel, g.middle, g.width = c, least+uint8(width/2), width
		}
	}
	for _, s := range shades {
		g.pixels += s.pixels
	}
	return g
}

// commonest is the colour that most pixels of a group have.
func (g group) commonest() [4]uint8 {
	return slices.MaxFunc(g.shades, func(a, b shade) int {
		return cmp.Or(cmp.Compare(a.pixels, b.pixels), slices.Compare(a.channels[:], b.channels[:]))
	}).channels
}

// loss is how much is lost by showing a group as one colour.
func (g group) loss() int { return g.pixels * g.width * g.width }

// grouped puts colours into at most maxColours groups: it halves the one with the
// greatest loss until there are as many, or one for each colour.
func grouped(shades []shade) []group {
	groups := []group{groupOf(shades)}
	for len(groups) < maxColours {
		worst := 0
		for i, g := range groups {
			if g.loss() > groups[worst].loss() {
				worst = i
			}
		}
		g := groups[worst]
		if g.width == 0 {
			break
		}
		var low, high []shade
		for _, s := range g.shades {
			if s.channels[g.channel] <= g.middle {
				low = append(low, s)
			} else {
				high = append(high, s)
			}
		}
		groups[worst] = groupOf(low)
		groups = append(groups, groupOf(high))
	}
	return groups
}
