package raster

import (
	"image"
	"slices"
	"sync"

	"barline/render/glyph"
	"barline/scene"
	"barline/typeset"
)

// Letters keeps the coverage of every letter that was drawn. Several canvases may
// share it, each in a goroutine of its own.
type Letters struct {
	lock  sync.Mutex
	fonts *typeset.Fonts
	masks map[glyph.Key]*image.Alpha
}

// NewLetters keeps letters of these fonts. Nobody else may use the fonts meanwhile.
func NewLetters(fonts *typeset.Fonts) *Letters {
	return &Letters{fonts: fonts, masks: map[glyph.Key]*image.Alpha{}}
}

func (l *Letters) mask(k glyph.Key) *image.Alpha {
	l.lock.Lock()
	defer l.lock.Unlock()
	m, known := l.masks[k]
	if !known {
		m = glyph.Mask(l.fonts, k)
		l.masks[k] = m
	}
	return m
}

// Canvas is a picture that is drawn again and again: each time only where its scene
// differs from the one before. Every pixel is the same as in a picture by Draw.
type Canvas struct {
	image   *image.RGBA
	palette *scene.Palette
	letters *Letters
	scale   float64
	shown   []scene.Node // what is drawn on it; nil: nothing yet
}

// NewCanvas returns a canvas of a size in pixels, with so many of them per px.
func NewCanvas(width, height int, palette *scene.Palette, letters *Letters, scale float64) *Canvas {
	return &Canvas{image: image.NewRGBA(image.Rect(0, 0, width, height)), palette: palette, letters: letters, scale: scale}
}

// Show draws a scene and returns the picture, which is valid until the next call.
func (c *Canvas) Show(s *scene.Scene) *image.RGBA {
	areas := []image.Rectangle{c.image.Rect}
	if c.shown != nil {
		areas = c.changed(s.Nodes)
	}
	for _, area := range areas {
		if area = area.Intersect(c.image.Rect); !area.Empty() {
			paint(c.image.SubImage(area).(*image.RGBA), s, c.palette, c.letters.mask, c.scale)
		}
	}
	c.shown = append(c.shown[:0], s.Nodes...)
	return c.image
}

// changed are the parts of the picture in which other nodes differ from those on it.
// None overlaps another.
func (c *Canvas) changed(nodes []scene.Node) []image.Rectangle {
	was := make(map[string]int, len(c.shown))
	for i := range c.shown {
		was[c.shown[i].ID] = i
	}
	var areas []image.Rectangle
	last := -1
	for i := range nodes {
		j, known := was[nodes[i].ID]
		// What lies in another order is drawn again, too.
		if known && j > last && alike(&c.shown[j], &nodes[i]) {
			last = j
			delete(was, nodes[i].ID)
			continue
		}
		areas = join(areas, reach(&nodes[i], c.scale))
	}
	for i := range c.shown {
		if j, gone := was[c.shown[i].ID]; gone && i == j {
			areas = join(areas, reach(&c.shown[i], c.scale))
		}
	}
	return areas
}

// alike reports whether two nodes are drawn alike.
func alike(a, b *scene.Node) bool {
	return a.Shape == b.Shape && a.Box == b.Box && a.Paint == b.Paint && a.Alpha == b.Alpha && a.Radius == b.Radius && a.Stroke == b.Stroke &&
		a.Fade == b.Fade && a.Turn == b.Turn && a.Text == b.Text && slices.Equal(a.Cells, b.Cells)
}

// join adds an area to others; those that it touches become one with it.
func join(areas []image.Rectangle, area image.Rectangle) []image.Rectangle {
	for i := 0; i < len(areas); i++ {
		if areas[i].Overlaps(area) {
			area = area.Union(areas[i])
			areas = slices.Delete(areas, i, i+1)
			i = -1
		}
	}
	return append(areas, area)
}
