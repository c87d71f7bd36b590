package layout

import (
	"math"
	"slices"

	"barline/scene"
	"barline/timeline/words"
)

// Words at lines that lie level in a plot, where marks and labels stand, too: on a calendar
// that runs down the page, and at lengths of a wide figure. They come after all marks and
// words of events, and take what place is left along their line.

// BesideRoom is where such words may stand, and where it is counted what has no place.
type BesideRoom struct {
	Frame Frame
	// Bounds are those of the words.
	Bounds scene.Rect
	// Count is the upper corner at which a count ends.
	Count scene.Point
}

const (
	besideStep  = 10.0 // from one place along a line to the next
	besideLeads = 5    // places further away from the line, with a leader
	leadPx      = 8.0  // from one of these to the next
)

// AnnotateDown draws what is in view of the annotations at dates on a calendar that runs down
// the page: lines and bands across the plot, and words at them.
func (b *Builder) AnnotateDown(as *Annotations, room BesideRoom, px func(at float64) float64) {
	if len(as.Dated) == 0 {
		return
	}
	f := room.Frame
	places := placesOf(as.Dated, px, f.AlongPx())
	for i := range places {
		p := &places[i]
		if p.line {
			b.hairline(p.id+":line", f.Point(p.a0, 0), f.Point(p.a0, f.AcrossPx()), p.VagueFrom || p.VagueTo)
			continue
		}
		p.band(b, f, 0, f.AcrossPx(), f.AcrossPx()-1, -tickPx)
	}
	b.beside(as.words, places, room, 0, "")
}

// AnnotateHigh draws lines across an upright axis of lengths of which an hour takes so many
// px.
func (b *Builder) AnnotateHigh(as *Annotations, room BesideRoom, hourPx float64) {
	if len(as.Lines) == 0 {
		return
	}
	f := room.Frame
	places, beyond := linesAt(as.Lines, hourPx, f.AcrossPx())
	for i := range places {
		p := &places[i]
		b.hairline(p.id+":line", f.Point(0, p.at), f.Point(f.AlongPx(), p.at), false)
	}
	b.beside(as.words, places, room, beyond, ":length")
}

// level is the y of a place's words, and how far down its stretch reaches.
func (room *BesideRoom) level(p *place) (from, to float64) {
	if !room.Frame.Down {
		y := room.Frame.Point(0, p.at).Y
		return y, y
	}
	a0, a1 := p.seen(room.Frame.AlongPx())
	return room.Frame.Point(a0, 0).Y, room.Frame.Point(a1, 0).Y
}

// beside finds places for the words, and counts those that find none, beyond others.
func (b *Builder) beside(w *words.Words, places []place, room BesideRoom, beyond int, of string) {
	var inTheWay []scene.Rect
	for i := range b.Scene.Nodes {
		switch n := &b.Scene.Nodes[i]; {
		case n.Z == ZBacking || n.Z == ZGrid && n.Role != scene.Annotation:
		case n.Shape == scene.Many && n.Box.H > n.Box.W: // an upright line, which is cut where words stand
		case n.Shape == scene.Line:
			inTheWay = append(inTheWay, LineBox(n.Box))
		default:
			inTheWay = append(inTheWay, n.Box)
		}
	}
	missing := beyond
	for i := range places {
		if p := &places[i]; !b.placeBeside(p, room, &inTheWay) {
			missing++
		}
	}
	if missing > 0 {
		n := counted(b.Fonts, w, missing)
		n.put(b, "annotation"+of+":more", scene.Rect{X: room.Count.X - n.w, Y: room.Count.Y, W: n.w, H: n.h}, 1)
	}
}

// placeBeside puts the words of one at its line, over or under it, as near its end as there
// is room; else further away, with a leader to the line.
func (b *Builder) placeBeside(p *place, room BesideRoom, inTheWay *[]scene.Rect) bool {
	from, to := room.level(p)
	right := room.Bounds.Right()
	far := besideLeads*leadPx + mostNoteLines*RowHeight(AnnotationStyle()) + 8
	var near []scene.Rect
	for _, r := range *inTheWay {
		if r.Y < to+far && r.Bottom() > from-far {
			near = append(near, r)
		}
	}
	free := func(r scene.Rect, clearX, clearY float64) bool {
		r = scene.Rect{X: r.X - clearX, Y: r.Y - clearY, W: r.W + 2*clearX, H: r.H + 2*clearY}
		return !slices.ContainsFunc(near, r.Overlaps) && b.Free(r)
	}
	for _, w := range variantsOf(b.Fonts, p.Text, mostNoteLines, min(room.Bounds.W, 2*notePx)) {
		box := scene.Rect{W: w.w, H: w.h}
		try := func() bool { return box.Within(room.Bounds) && free(box, ClearPx, 1) }
		var ys []float64 // those at the line: over it, under it; in a band at its beginning, too
		if p.line {
			ys = []float64{from - w.h - 3, from + 3}
		} else {
			ys = []float64{from + 3, (from+to)/2 - w.h/2, to - w.h - 3}
		}
		for at := right - w.w - noteGap; at >= room.Bounds.X; at -= besideStep {
			for _, y := range ys {
				box.X, box.Y = at, y
				if !p.line && w.h > to-from-2 || !try() {
					continue
				}
				w.put(b, p.id, box, flushRight(at, right, w.w))
				*inTheWay = append(*inTheWay, box)
				return true
			}
		}
		for i := 1; i <= besideLeads; i++ {
			for _, up := range []bool{true, false} {
				away := 3 + float64(i)*leadPx
				leader := scene.Rect{Y: from - 1, H: -away + 2}
				box.Y = from - away - w.h
				if !up {
					box.Y, leader = to+away, scene.Rect{Y: to + 1, H: away - 2}
				}
				for at := right - w.w - noteGap; at >= room.Bounds.X; at -= 2 * besideStep {
					box.X = at
					leader.X = at + w.w - 8
					if !try() || !free(LineBox(leader), 2, 0) {
						continue
					}
					b.Line(p.id+":leader", scene.Annotation, ZLeader, leader, 1, scene.Axis)
					w.put(b, p.id, box, 1)
					*inTheWay = append(*inTheWay, box, LineBox(leader))
					return true
				}
			}
		}
	}
	return false
}

// flushRight aligns words right where they stand at the right end of their line.
func flushRight(x, right, w float64) float64 {
	if math.Abs(x+w+noteGap-right) < 1 {
		return 1
	}
	return 0
}
