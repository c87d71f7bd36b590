package spans

import (
	"math"

	"barline/data"
	"barline/data/edtf"
	"barline/scene"
	"barline/timeline/layout"
	"barline/timeline/scale"
	"barline/timeline/words"
)

// span is an event of the spans figure, digested. Times are seconds since 1970.
type span struct {
	id, title string
	when      string // the date in words, with the length where there is one
	length    string // that is reported, in words; empty: none is
	lane      int
	paint     scene.Paint
	// from and to are the first and the last instant that the event allows.
	from, to float64
	// lasts: it went on from one to the other. Else it is a moment somewhere
	// between them.
	lasts bool
	// sureFrom and sureTo are where the precision of each end is used up: a bar
	// fades in from from to sureFrom, and out from sureTo to to.
	sureFrom, sureTo float64
	// vagueFrom and vagueTo: the end is approximate or uncertain.
	vagueFrom, vagueTo bool
	openFrom, openTo   edtf.End
	hasLength          bool // its bar's end is a length, not a date
}

// spanLane is a group of events, drawn one under the other.
type spanLane struct {
	name  string
	items []int
}

// spanPeriod is a named stretch behind the figure.
type spanPeriod struct {
	title, when string
	from, to    float64
}

// digestSpan takes of an event what the figure draws.
func (p *Picture) digestSpan(e data.Event) span {
	w := p.words
	talks, measured := e.Talks()
	s := layout.StretchOf(e.Date, e.Date.IsInterval() && !measured) // else it happened at some time within it
	it := span{id: e.ID, title: e.Title, paint: p.paintOf(e.Kind), from: s.From, to: s.To, lasts: s.Lasts, sureFrom: s.SureFrom, sureTo: s.SureTo,
		vagueFrom: s.VagueFrom, vagueTo: s.VagueTo, openFrom: s.OpenFrom, openTo: s.OpenTo}
	it.when = p.dateWords(e)
	if measured {
		if _, clock := e.Date.Clock(); clock && !it.lasts && talks.Length.Known() {
			it.lasts, it.hasLength = true, true
			it.to = it.from + float64(talks.Length.Seconds)
			it.sureTo = it.to
			it.vagueTo = talks.Length.Qualifier != data.Exact
		}
		it.length = w.Length(talks.Length)
		it.when = w.Clauses(it.when, it.length)
	}
	return it
}

// dateWords says when an event was, as briefly as the story's own span of time
// allows.
func (p *Picture) dateWords(e data.Event) string {
	w := p.words
	clock := w.TimeOfDay(e.Date, e.Zone.Name)
	if p.oneDay && clock != "" {
		return clock
	}
	form := words.Full
	if p.oneYear {
		form = words.Short
	}
	date := w.Date(e.Date, form)
	if clock != "" && p.to-p.from < 40*86400 {
		return w.Clauses(date, clock)
	}
	return date
}

// paintOf is the colour of an event's mark: of one without a kind, in a story
// that has kinds, none of theirs.
func (p *Picture) paintOf(k data.Kind) scene.Paint {
	if k.ID == "" && len(p.story.Kinds()) > 0 {
		return scene.Waiting
	}
	return paintOfKind(k)
}

// paintOfKind is the colour of a kind's marks.
func paintOfKind(k data.Kind) scene.Paint {
	switch k.Paint {
	case data.PaintContext:
		return scene.Other
	case data.PaintThird:
		return scene.Third
	case data.PaintFourth:
		return scene.Fourth
	}
	return scene.Talks
}

// openRoom is how much of the axis is kept for what goes on beyond all dates, as
// a share of them.
const openRoom = 0.06

// leastUnits is how many of the finest unit that its dates have a story's axis
// shows at least: of days alone it would else be an axis of hours.
const leastUnits = 14

// timesOf are the bounds of all events, with room for open ends.
func timesOf(s *data.Story) (from, to float64) {
	from, to = math.Inf(1), math.Inf(-1)
	var openFrom, openTo bool
	finest := edtf.Millennium
	add := func(d edtf.Date, length data.Duration) {
		a, b := d.Bounds()
		start, end := d.Ends()
		openFrom, openTo = openFrom || start != edtf.Dated, openTo || end != edtf.Dated
		if _, clock := d.Clock(); clock && !d.IsInterval() {
			b += length.Seconds
		}
		from, to = math.Min(from, float64(a)), math.Max(to, float64(b))
		finest = max(finest, d.Start().Precision(), d.End().Precision())
	}
	for i := range s.Len() {
		e := s.Event(i)
		talks, _ := e.Talks()
		add(e.Date, talks.Length)
	}
	from, to = s.WithAnnotations(from, to)
	least := map[edtf.Precision]float64{edtf.Second: 60, edtf.Minute: 3600, edtf.Day: scale.Day, edtf.Month: scale.Year / 12, edtf.Season: scale.Year / 4}[finest] * leastUnits
	switch {
	case finest >= edtf.Minute:
		least /= leastUnits // clocks are read in any unit
	case least == 0:
		least = leastUnits * scale.Year
	}
	if short := least - (to - from); short > 0 {
		from, to = from-short/2, to+short/2
	}
	room := math.Max((to-from)*openRoom, 1)
	if openFrom {
		from -= room
	}
	if openTo {
		to += room
	}
	return from, to
}
