package lengths

import (
	"math"

	"barline/data"
	"barline/scene"
	"barline/timeline/scale"
	"barline/timeline/words"
)

// item is an event, digested.
type item struct {
	id       string
	from, to float64 // what its date allows, seconds since 1970
	byMonth  bool    // the date gives no day
	approx   bool
	outside  bool

	talks, wait       data.Phase
	hasTalks, hasWait bool

	length, lengthShort string // of the talks
	lengthNote          string // "rumoured to be brief"
	waited, waitedShort string
	thenTalks           string // "then talks of 3 hours"
	date, dateShort     string
	place               string
	note                string // "Longest reported"
	short               string // a dot's label
	title               string
}

func (p *Picture) digest(e data.Event, form words.Form, longest, note string) item {
	w := p.words
	star := ""
	if e.DateBasis == data.Outside {
		star = "*"
		p.outside = true
	}
	from, to := e.Date.Bounds()
	it := item{
		id:   e.ID,
		from: float64(from), to: float64(to),
		byMonth: e.Date.Start().Day() == 0 || e.Date.End().Day() == 0,
		approx:  e.Date.Approximate() || e.Date.Uncertain(),
		outside: e.DateBasis == data.Outside,
		date:    w.Date(e.Date, form) + star,
		short:   e.Short, title: e.Title,
	}
	it.dateShort = w.Date(e.Date, words.Short) + star
	if !p.oneYear {
		it.dateShort = it.date
	}
	if e.Place != nil {
		it.place = e.Place.Short
	}
	if it.talks, it.hasTalks = e.Talks(); it.hasTalks {
		it.length = w.Sentence(w.Length(it.talks.Length))
		it.lengthShort = w.Sentence(w.LengthShort(it.talks.Length))
		if it.talks.Basis == data.Reportedly && it.talks.Length.Known() {
			it.lengthNote = w.UI.Hearsay
		}
		if it.talks.Note != "" {
			it.lengthNote = it.talks.Note
		}
	}
	if it.wait, it.hasWait = e.Waiting(); it.hasWait {
		pattern, short := w.UI.Waited, w.UI.WaitedShort
		if it.wait.Basis == data.Reportedly {
			pattern, short = w.UI.WaitedHearsay, w.UI.WaitedShortHearsay
		}
		it.waited = w.Sentence(words.Fill(pattern, "length", w.Length(it.wait.Length)))
		it.waitedShort = w.Sentence(words.Fill(short, "length", w.LengthShort(it.wait.Length)))
	}
	if it.hasWait && it.hasTalks {
		it.thenTalks = words.Fill(w.UI.ThenTalks, "length", w.Length(it.talks.Length))
		if !it.talks.Length.Known() {
			it.thenTalks = w.UI.ThenUnknown
		}
	}
	if e.ID == longest {
		it.note = note
	}
	return it
}

// mostTitlePx is how wide a title is in a label, at most.
const mostTitlePx = 200.0

// nameByTitle puts an event's title where labels have its date, and the date where
// they have its place. Meetings are known by where and when they were; all else by
// what it is called.
func (p *Picture) nameByTitle(it *item, e data.Event) {
	if !it.hasTalks || e.Kind.ID == data.MeetingID {
		return
	}
	it.place = it.date
	it.date = p.fonts.Shorten(it.short, scene.Style{Face: scene.SansBold, SizePx: 14}, mostTitlePx).String
	it.dateShort = it.date
}

// middle is where the event stands on the calendar. A date that covers more
// than the view keeps the event in view: it may stand anywhere in its span.
func (it *item) middle(s *scale.Calendar) float64 {
	from, to := math.Max(it.from, s.From), math.Min(it.to, s.To)
	if from >= to {
		return (it.from + it.to) / 2
	}
	if (it.to-it.from)/s.SecondsPerPx() < s.LengthPx/3 {
		return (it.from + it.to) / 2
	}
	return (from + to) / 2
}
