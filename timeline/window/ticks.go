package window

import (
	"strconv"

	"barline/scene"
	"barline/timeline/layout"
)

// leastTickPx is how wide a tick of progress is at least, as a place to press. Where there
// is less room for each event, a tick stands for some.
const leastTickPx = 24.0

// TurnTo is what the action that tells another event begins with, by its place.
const TurnTo = "turn:"

// ticks draws how far the story has been told over the figure: a tick for each event,
// that of the event that is told higher than the others. A press on one tells its event.
func (p *Window) ticks(b *layout.Builder, at int, width, margin, y float64) {
	all, room := p.events.Len(), width-2*margin
	count := min(all, int(room/leastTickPx))
	if count < 2 {
		return
	}
	gap, each, now := 3.0, room/float64(count), at*count/all
	if count < all {
		gap = 0
	}
	first := len(b.Scene.Nodes)
	for i := range count {
		id, h, paint := "tick:"+strconv.Itoa(i), 3.0, scene.Ink
		switch {
		case i == now:
			h, paint = 6, scene.Talks
		case i > now:
			h, paint = 2, scene.Quiet
		}
		hit := scene.Rect{X: margin + float64(i)*each, Y: y - 12, W: each, H: leastTickPx}
		to := (i*all + count - 1) / count
		b.Add(scene.Node{ID: id, Role: scene.Control, Z: layout.ZPanelWords, Shape: scene.Box, Paint: paint,
			Box: scene.Rect{X: hit.X + gap/2, Y: y - 7, W: each - gap, H: h}, Hit: hit, Action: TurnTo + strconv.Itoa(to)})
	}
	b.Mirror(first, 0, width)
}
