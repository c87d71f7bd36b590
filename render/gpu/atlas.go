package gpu

import (
	"image"

	"github.com/hajimehoshi/ebiten/v2"

	"barline/render/glyph"
	"barline/typeset"
)

const (
	firstAtlas = 512
	lastAtlas  = 2048
)

// atlas keeps rasterised glyphs in one texture, on shelves.
type atlas struct {
	fonts *typeset.Fonts
	image *ebiten.Image
	pix   []byte // what the texture holds, premultiplied white
	size  int
	slots map[glyph.Key]slot
	// The shelf being filled.
	x, y, height int
	// Rows changed since the last upload.
	dirtyFrom, dirtyTo int
	// generation changes when slots move: quads made before are void.
	generation int
}

// slot is where a glyph lies in the texture, and where that is relative to
// its origin.
type slot struct {
	at     image.Point
	bounds image.Rectangle
}

func newAtlas(fonts *typeset.Fonts) *atlas {
	a := &atlas{fonts: fonts}
	a.reset(firstAtlas)
	return a
}

func (a *atlas) reset(size int) {
	if a.image != nil {
		a.image.Deallocate()
	}
	a.size = size
	a.image = ebiten.NewImageWithOptions(image.Rect(0, 0, size, size), &ebiten.NewImageOptions{Unmanaged: true})
	a.pix = make([]byte, size*size*4)
	a.slots = make(map[glyph.Key]slot)
	a.x, a.y, a.height, a.dirtyFrom, a.dirtyTo = 0, 0, 0, size, 0
	a.generation++
}

// get returns a glyph's slot, drawing it if it is new. Where the texture is
// full it begins anew, larger if it may be; the caller sees the generation
// change and makes its quads again.
func (a *atlas) get(key glyph.Key) slot {
	if s, ok := a.slots[key]; ok {
		return s
	}
	mask := glyph.Mask(a.fonts, key)
	w, h := mask.Rect.Dx(), mask.Rect.Dy()
	if a.x+w+1 > a.size {
		a.x, a.y, a.height = 0, a.y+a.height+1, 0
	}
	if a.y+h+1 > a.size {
		a.reset(min(a.size*2, lastAtlas))
	}
	s := slot{at: image.Pt(a.x, a.y), bounds: mask.Rect}
	for y := range h {
		row := a.pix[((a.y+y)*a.size+a.x)*4:]
		for x, v := range mask.Pix[y*mask.Stride : y*mask.Stride+w] {
			row[x*4], row[x*4+1], row[x*4+2], row[x*4+3] = v, v, v, v
		}
	}
	if h > 0 {
		a.dirtyFrom, a.dirtyTo = min(a.dirtyFrom, a.y), max(a.dirtyTo, a.y+h)
	}
	a.x += w + 1
	a.height = max(a.height, h)
	a.slots[key] = s
	return s
}

// upload brings the texture up to date.
func (a *atlas) upload() {
	if a.dirtyTo <= a.dirtyFrom {
		return
	}
	rows := a.image.SubImage(image.Rect(0, a.dirtyFrom, a.size, a.dirtyTo)).(*ebiten.Image)
	rows.WritePixels(a.pix[a.dirtyFrom*a.size*4 : a.dirtyTo*a.size*4])
	a.dirtyFrom, a.dirtyTo = a.size, 0
}
