package reel

import "barline/timeline/layout"

// Shape is the proportion of a reel's picture.
type Shape uint8

const (
	Square    Shape = iota // 1:1
	Portrait               // 9:16
	Landscape              // 16:9
	numShapes
)

// String returns the shape's name.
func (s Shape) String() string {
	return [numShapes]string{"square", "portrait", "landscape"}[s]
}

// ParseShape reads what String writes.
func ParseShape(name string) (s Shape, ok bool) {
	for s := range numShapes {
		if s.String() == name {
			return s, true
		}
	}
	return 0, false
}

// shortPx is a picture's shorter side. On a phone that shows it 40 mm wide, the
// smallest words, of leastTextPx, are as large as a newspaper's.
const (
	shortPx     = 405.0
	longPx      = 720.0
	leastTextPx = shortPx / 40
)

// Size is how large the picture is, in px.
func (s Shape) Size() (width, height float64) {
	switch s {
	case Portrait:
		return shortPx, longPx
	case Landscape:
		return longPx, shortPx
	}
	return shortPx, shortPx
}

// frame is where things stand in a picture.
type frame struct {
	width, height float64
	side          float64 // blank at the left and at the right
	top, foot     float64 // where words begin, where the source line ends
	stripPx       float64 // the height of the marks over the axis
	headlinePx    float64 // the largest size of the opening's headline
}

func (s Shape) frame() frame {
	f := frame{side: 26, top: 24, foot: 20, stripPx: 88, headlinePx: 36}
	f.width, f.height = s.Size()
	switch s {
	case Portrait:
		// The apps that show upright films lay names and buttons over the upper and
		// the lower end.
		f.top, f.foot, f.stripPx, f.headlinePx = 58, 66, 168, 38
	case Landscape:
		f.side, f.stripPx, f.headlinePx = 36, 92, 40
	}
	return f
}

// axisY is where the marks stand, over their dates and a source line of a height.
func (f frame) axisY(creditPx float64) float64 {
	return f.height - f.foot - creditPx - layout.StripFootPx
}

// room is how wide words may be.
func (f frame) room() float64 { return f.width - 2*f.side }
