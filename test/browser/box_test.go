package browser_test

import (
	"fmt"
	"strconv"
)

type point struct{ X, Y float64 }

func (a point) toward(b point, share float64) point {
	return point{a.X + (b.X-a.X)*share, a.Y + (b.Y-a.Y)*share}
}

func (a point) plus(x, y float64) point { return point{a.X + x, a.Y + y} }

// box is a rectangle in CSS px of the viewport.
type box struct{ X, Y, Width, Height float64 }

func (b box) middle() point   { return point{b.X + b.Width/2, b.Y + b.Height/2} }
func (b box) right() float64  { return b.X + b.Width }
func (b box) bottom() float64 { return b.Y + b.Height }

// holds reports whether another box lies inside, give or take slack px.
func (b box) holds(o box, slack float64) bool {
	return o.X >= b.X-slack && o.Y >= b.Y-slack && o.right() <= b.right()+slack && o.bottom() <= b.bottom()+slack
}

// overlaps reports whether the boxes share more than slack px each way.
func (b box) overlaps(o box, slack float64) bool {
	return b.X < o.right()-slack && o.X < b.right()-slack && b.Y < o.bottom()-slack && o.Y < b.bottom()-slack
}

func (b box) String() string {
	return fmt.Sprintf("(%.1f %.1f, %.1f x %.1f)", b.X, b.Y, b.Width, b.Height)
}

// drawn is where an event is drawn.
type drawn struct {
	Bar         box
	Wait, Label *box
}

// boxes is what barline.boxes() says; nil for events that are out of view.
func (p *tab) boxes() map[string]*drawn {
	p.t.Helper()
	return ask[map[string]*drawn](p, "barline.boxes()")
}

// boxOf is the box of the first element that a selector finds.
func (p *tab) boxOf(selector string) box {
	p.t.Helper()
	return ask[box](p, "(() => { const {x, y, width, height} = document.querySelector("+quoted(selector)+").getBoundingClientRect(); return {x, y, width, height}; })()")
}

// button is the box of an event's button.
func (p *tab) button(id string) box {
	p.t.Helper()
	return p.boxOf(`[data-event="` + id + `"]`)
}

// popover is the box of an event's popover.
func (p *tab) popover(id string) box {
	p.t.Helper()
	return p.boxOf(`[data-popover="` + id + `"]`)
}

func itoa(n int64) string { return strconv.FormatInt(n, 10) }

func ftoa(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
