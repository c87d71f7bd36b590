package layout

import (
	"math"

	"barline/data/edtf"
	"barline/scene"
)

// Stretch is what a date allows on the calendar, and how sure its ends are. Times are
// seconds since 1970.
type Stretch struct {
	// From and To are the first and the last instant that it allows.
	From, To float64
	// Lasts: it went on from one to the other. Else it is a moment somewhere between
	// them.
	Lasts bool
	// SureFrom and SureTo are where the precision of each end is used up.
	SureFrom, SureTo float64
	// VagueFrom and VagueTo: the end is approximate or uncertain.
	VagueFrom, VagueTo bool
	OpenFrom, OpenTo   edtf.End
}

// StretchOf is that of a date, of something that lasted from one end to the other or of a
// moment.
func StretchOf(d edtf.Date, lasts bool) Stretch {
	from, to := d.Bounds()
	s := Stretch{From: float64(from), To: float64(to), Lasts: lasts, SureFrom: float64(from), SureTo: float64(to),
		VagueFrom: vague(d.Start()), VagueTo: vague(d.End())}
	s.OpenFrom, s.OpenTo = d.Ends()
	if !lasts {
		return s
	}
	_, sureFrom := d.Start().Bounds()
	sureTo, _ := d.End().Bounds()
	s.SureFrom, s.SureTo = float64(sureFrom), float64(sureTo)
	// Known to the day, or better, an end is as sure as it is told: both days
	// belong to what lies between them.
	if d := d.Start(); d.Precision() >= edtf.Day && !s.VagueFrom {
		s.SureFrom = s.From
	}
	if d := d.End(); d.Precision() >= edtf.Day && !s.VagueTo {
		s.SureTo = s.To
	}
	if s.SureFrom > s.SureTo { // both ends in one year: nothing is certain
		middle := (s.From + s.To) / 2
		s.SureFrom, s.SureTo = middle, middle
	}
	return s
}

// vague reports whether a date is marked approximate or uncertain.
func vague(d edtf.Date) bool { return d.Approximate() || d.Uncertain() }

// How the ends of a stretch are drawn, in px.
const (
	vaguePx = 14.0 // over which an approximate end fades, at least
	crispPx = 2.5  // a shorter fade cannot be seen
	openPx  = 46.0 // over which an end fades of which nobody says when it was
	arrowPx = 7.0
	leastPx = 3.0 // of a stretch
)

// reach is a stretch along an axis, in px from where the plot begins: all of it, and over
// how many px its ends fade. open are ends that go on.
type reach struct {
	a0, a1, in, out  float64
	openFrom, openTo bool
}

// reachOf is that of a stretch, on an axis that maps times to px, in a plot of a length.
func reachOf(s *Stretch, px func(at float64) float64, lengthPx float64) reach {
	r := reach{a0: px(s.From), a1: px(s.To), openFrom: s.OpenFrom == edtf.Open, openTo: s.OpenTo == edtf.Open}
	r.in, r.out = px(s.SureFrom)-r.a0, r.a1-px(s.SureTo)
	if s.VagueFrom {
		r.in = max(r.in, vaguePx)
	}
	if s.VagueTo {
		r.out = max(r.out, vaguePx)
	}
	switch s.OpenFrom {
	case edtf.Open:
		r.a0, r.in = min(r.a0, 0), 0
	case edtf.Unknown:
		r.a0, r.in = r.a0-openPx, openPx
	}
	switch s.OpenTo {
	case edtf.Open:
		r.a1, r.out = max(r.a1, lengthPx), 0
	case edtf.Unknown:
		r.a1, r.out = r.a1+openPx, openPx
	}
	if r.a1-r.a0 < leastPx {
		middle := (r.a0 + r.a1) / 2
		r.a0, r.a1 = middle-leastPx/2, middle+leastPx/2
	}
	if r.in < crispPx {
		r.in = 0
	}
	if r.out < crispPx {
		r.out = 0
	}
	if most := r.a1 - r.a0; r.in+r.out > most {
		share := most / (r.in + r.out)
		r.in, r.out = r.in*share, r.out*share
	}
	return r
}

// seen is the part of it that lies in a plot of a length.
func (r *reach) seen(lengthPx float64) (from, to float64) {
	return max(r.a0, 0), min(r.a1, lengthPx)
}

// draw draws what is seen of it, between two places across, its ends as sure as they are.
// Nodes are like n, with the parts' names after its id.
func (r *reach) draw(b *Builder, f Frame, n scene.Node, c0, c1 float64) {
	length, middle, id := f.AlongPx(), (c0+c1)/2, n.ID
	part := func(name string, a0, a1 float64, from, to float64) {
		if a0, a1 = max(a0, 0), min(a1, length); a1 <= a0 {
			return
		}
		n.ID, n.Box, n.Fade = id+name, f.Rect(a0, a1, c0, c1), scene.Fade{}
		if from != to {
			n.Fade = scene.Fade{From: f.Point(from, middle), To: f.Point(to, middle)}
		}
		b.Add(n)
	}
	part("", r.a0+r.in, r.a1-r.out, 0, 0)
	if r.in > 0 {
		part(":in", r.a0, r.a0+r.in, r.a0+r.in, r.a0)
	}
	if r.out > 0 {
		part(":out", r.a1-r.out, r.a1, r.a1-r.out, r.a1)
	}
}

// pointing is how far a triangle is turned that points towards later times along a frame:
// the whole picture is mirrored where words run from right to left, but triangles keep
// their side.
func (b *Builder) pointing(f Frame) float64 {
	switch {
	case f.Down && b.Fonts.RTL():
		return -math.Pi / 2
	case f.Down:
		return math.Pi / 2
	case b.Fonts.RTL():
		return math.Pi
	}
	return 0
}
