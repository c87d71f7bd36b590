package reel

import (
	"cmp"
	"slices"
	"sort"

	"barline/data"
	"barline/scene"
	"barline/timeline/card"
	"barline/timeline/motion"
	"barline/timeline/view"
	"barline/typeset"
)

// Options say how a reel is made.
type Options struct {
	Shape Shape
	// MostSeconds is how long it may be, LeastLimit or more.
	MostSeconds float64
	// Credit is the source line.
	Credit string
}

// LeastLimit is the shortest time that a reel can be held to, in seconds: that of an
// opening and a closing.
const LeastLimit = 8.0

const (
	dissolveSeconds = 0.4
	openingSeconds  = 3.6 // at most, after the marks have grown
	closingSeconds  = 2.2 // after the last dissolve
)

// part is a page of a reel: it comes by growing or out of the page before, and stays.
type part struct {
	from, moving, until float64
	page                *scene.Scene
}

// Reel is a story as a film.
type Reel struct {
	parts   []part
	order   []string // in which events grow; empty: nothing grows
	leftOut []string
	inBrief []string
	singly  bool
}

// New makes a reel of a figure. The figure must have nothing left to do.
func New(h card.Heading, f view.Figure, o Options) *Reel {
	s := &script{frame: o.Shape.frame(), heading: h, figure: f}
	s.credit = creditLines(f.Fonts(), o.Credit, s.room())
	r := &Reel{singly: f.Capabilities().Play}
	opening := s.opening()
	grow := 0.0
	if r.singly {
		for i := range f.Events().Len() {
			r.order = append(r.order, f.Events().Event(i).ID)
		}
		grow = motion.GrowSeconds(len(r.order))
	}
	r.add(opening, grow, min(readingSeconds(opening), openingSeconds))
	if !r.singly {
		return r
	}
	left := o.MostSeconds - r.Seconds() - dissolveSeconds - closingSeconds
	for _, t := range r.choose(s, left) {
		r.add(t.page, dissolveSeconds, readingSeconds(t.page))
	}
	if len(r.parts) > 1 {
		r.add(opening, dissolveSeconds, closingSeconds)
	}
	return r
}

// add lets a page come after the others, and stay.
func (r *Reel) add(page *scene.Scene, moving, still float64) {
	from := r.Seconds()
	r.parts = append(r.parts, part{from: from, moving: moving, until: from + moving + still, page: page})
}

// told is an event that may be told.
type told struct {
	index       int
	full, brief *scene.Scene
	weight      [3]int // the greater, the sooner it is told where not all can be
	page        *scene.Scene
}

// choose are the events that there is time for, in order of time. If there is, each is
// told in brief, and more is said of as many as there is time for; else as many are told
// as there is time for. First come those with quotations, then those that are known to
// have lasted, then others; among equals those of which more is to be said.
func (r *Reel) choose(s *script, seconds float64) []told {
	events := s.figure.Events()
	all := make([]told, events.Len())
	briefly := 0.0
	for i := range all {
		all[i] = told{index: i, weight: weightOf(events.Event(i))}
		all[i].full, all[i].brief = s.told(i)
		briefly += readingSeconds(all[i].brief) + dissolveSeconds
	}
	slices.SortStableFunc(all, func(a, b told) int { return slices.Compare(b.weight[:], a.weight[:]) })
	if briefly <= seconds {
		seconds -= briefly
		for i := range all {
			t := &all[i]
			t.page = t.brief
			if more := readingSeconds(t.full) - readingSeconds(t.brief); more <= seconds {
				seconds -= max(0, more)
				t.page = t.full
			}
		}
	} else {
		for i := range all {
			t := &all[i]
			for _, page := range []*scene.Scene{t.full, t.brief} {
				if takes := readingSeconds(page) + dissolveSeconds; t.page == nil && takes <= seconds {
					seconds -= takes
					t.page = page
				}
			}
		}
	}
	slices.SortFunc(all, func(a, b told) int { return cmp.Compare(a.index, b.index) })
	var taken []told
	for _, t := range all {
		switch id := events.Event(t.index).ID; t.page {
		case nil:
			r.leftOut = append(r.leftOut, id)
			continue
		case t.full:
		default:
			r.inBrief = append(r.inBrief, id)
		}
		taken = append(taken, t)
	}
	return taken
}

func weightOf(e data.Event) [3]int {
	var w [3]int
	if len(e.Quotes) > 0 {
		w[0] = 1
	}
	if _, lasted := e.Talks(); lasted {
		w[1] = 1
	}
	for _, p := range e.Summary {
		w[2] += len(p)
	}
	return w
}

// Seconds is how long the reel is.
func (r *Reel) Seconds() float64 {
	if len(r.parts) == 0 {
		return 0
	}
	return r.parts[len(r.parts)-1].until
}

// LeftOut are the ids of the events that there was no time to tell, in order of time.
func (r *Reel) LeftOut() []string { return r.leftOut }

// InBrief are the ids of those of which there was no time to say more than when, where,
// what and how long.
func (r *Reel) InBrief() []string { return r.inBrief }

// TellsEvents reports whether events are told one by one: where they are too many to be
// drawn singly there is the opening alone.
func (r *Reel) TellsEvents() bool { return r.singly }

// First is the opening with all marks grown, Last the end.
func (r *Reel) First() *scene.Scene { return r.parts[0].page }
func (r *Reel) Last() *scene.Scene  { return r.parts[len(r.parts)-1].page }

// At is what is seen after some seconds: the same scene for as long as nothing moves.
func (r *Reel) At(seconds float64) *scene.Scene {
	i := sort.Search(len(r.parts)-1, func(i int) bool { return seconds < r.parts[i].until })
	p := &r.parts[i]
	switch since := max(0, seconds-p.from); {
	case since >= p.moving:
		return p.page
	case i == 0:
		return r.grown(since)
	default:
		return dissolve(r.parts[i-1].page, p.page, since/p.moving)
	}
}

// grown is the opening after some seconds.
func (r *Reel) grown(seconds float64) *scene.Scene {
	stage := motion.NewStage()
	stage.Grow(r.parts[0].page, r.order)
	stage.Advance(seconds)
	return stage.Scene()
}

// creditLines breaks the source line into two lines at most.
func creditLines(fonts *typeset.Fonts, credit string, room float64) []*scene.Text {
	if credit == "" {
		return nil
	}
	return fonts.Wrap(credit, scene.Style{Face: scene.Sans, SizePx: creditPx}, room, 2)
}
