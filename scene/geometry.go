package scene

import "math"

// Point is a place in the scene, in CSS pixels.
type Point struct{ X, Y float64 }

// Rect is a box in CSS pixels. For a Line, W and H lead from its start to its
// end and may be negative; for every other shape they are not.
type Rect struct{ X, Y, W, H float64 }

// Empty reports whether the box covers nothing.
func (r Rect) Empty() bool { return r.W <= 0 || r.H <= 0 }

// Right is the x of the far side.
func (r Rect) Right() float64 { return r.X + r.W }

// Bottom is the y of the lower side.
func (r Rect) Bottom() float64 { return r.Y + r.H }

// Centre is the middle of the box.
func (r Rect) Centre() Point { return Point{r.X + r.W/2, r.Y + r.H/2} }

// Contains reports whether the point lies in the box; the far sides are outside.
func (r Rect) Contains(p Point) bool {
	return p.X >= r.X && p.X < r.X+r.W && p.Y >= r.Y && p.Y < r.Y+r.H
}

// Overlaps reports whether the two boxes share an area.
func (r Rect) Overlaps(s Rect) bool {
	return r.X < s.X+s.W && s.X < r.X+r.W && r.Y < s.Y+s.H && s.Y < r.Y+r.H
}

// Within reports whether r lies inside s, their sides touching allowed.
func (r Rect) Within(s Rect) bool {
	const slack = 1.0 / 32
	return r.X >= s.X-slack && r.Y >= s.Y-slack && r.Right() <= s.Right()+slack && r.Bottom() <= s.Bottom()+slack
}

// Union is the smallest box around both; an empty box adds nothing.
func (r Rect) Union(s Rect) Rect {
	if r.Empty() {
		return s
	}
	if s.Empty() {
		return r
	}
	x, y := math.Min(r.X, s.X), math.Min(r.Y, s.Y)
	return Rect{x, y, math.Max(r.Right(), s.Right()) - x, math.Max(r.Bottom(), s.Bottom()) - y}
}

// Inset moves every side inwards by d, outwards if d is negative. A side
// never passes the middle.
func (r Rect) Inset(d float64) Rect {
	dx, dy := math.Min(d, r.W/2), math.Min(d, r.H/2)
	return Rect{r.X + dx, r.Y + dy, r.W - 2*dx, r.H - 2*dy}
}

// AtLeast grows the box about its centre until it is w wide and h high.
func (r Rect) AtLeast(w, h float64) Rect {
	if r.W < w {
		r.X -= (w - r.W) / 2
		r.W = w
	}
	if r.H < h {
		r.Y -= (h - r.H) / 2
		r.H = h
	}
	return r
}

// Move shifts the box.
func (r Rect) Move(dx, dy float64) Rect {
	r.X += dx
	r.Y += dy
	return r
}

// Clip is the part of r inside s, empty if there is none.
func (r Rect) Clip(s Rect) Rect {
	x, y := math.Max(r.X, s.X), math.Max(r.Y, s.Y)
	return Rect{x, y, math.Max(0, math.Min(r.Right(), s.Right())-x), math.Max(0, math.Min(r.Bottom(), s.Bottom())-y)}
}

// Snap rounds to 1/64 px, so that processors with and without fused
// multiply-add make the same scene.
func Snap(v float64) float64 { return math.Round(v*64) / 64 }

// SnapRect snaps every side of a box.
func SnapRect(r Rect) Rect { return Rect{Snap(r.X), Snap(r.Y), Snap(r.W), Snap(r.H)} }

// Mirrored is the rectangle on the other side of the middle between left and
// right.
func (r Rect) Mirrored(left, right float64) Rect {
	r.X = left + right - r.X - r.W
	return r
}
