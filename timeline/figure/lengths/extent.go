package lengths

import (
	"iter"
	"math"

	"barline/data"
	"barline/data/edtf"
	"barline/timeline/scale"
	"barline/timeline/words"
)

const (
	// monthSpan is up to where a story's own days, and not months, bound its calendar.
	monthSpan = 31 * scale.Day
	// weekSpan is the least that a calendar shows of a story without times of day.
	weekSpan = 7 * scale.Day
)

// extent rounds the story's time out, which leaves room for the first label.
func (p *Picture) extent() {
	from, to := p.span()
	if to-from >= monthSpan {
		p.from, p.to = scale.Around(from, to)
		return
	}
	if wider := weekSpan - (to - from); wider > 0 && !p.timed() {
		from, to = from-wider/2, to+wider/2
	}
	p.from, p.to = scale.Fit(from, to)
}

// span is what the dates of all events allow.
func (p *Picture) span() (from, to float64) {
	from, to = math.Inf(1), math.Inf(-1)
	for i := range p.items {
		from, to = math.Min(from, p.items[i].from), math.Max(to, p.items[i].to)
	}
	return from, to
}

// timed reports whether some date has a time of day.
func (p *Picture) timed() bool {
	for range p.clocks() {
		return true
	}
	return false
}

// clocks are the events whose dates have a time of day.
func (p *Picture) clocks() iter.Seq2[int, data.Event] {
	return func(yield func(int, data.Event) bool) {
		for i := range p.story.Len() {
			e := p.story.Event(i)
			if _, ok := e.Date.Clock(); ok && !yield(i, e) {
				return
			}
		}
	}
}

// clockOffset is what the clocks of all times of day are ahead of UTC, in seconds; 0
// where they differ. An axis of hours shows the same clocks as the labels do.
func (p *Picture) clockOffset() float64 {
	offset, first := 0, true
	for _, e := range p.clocks() {
		minutes, _ := e.Date.Offset()
		if !first && minutes != offset {
			return 0
		}
		offset, first = minutes, false
	}
	return float64(offset) * scale.Minute
}

// sayTimes adds times of day to the dates of a story that is shorter than a month;
// where it is one day, the time alone says when something was.
func (p *Picture) sayTimes(form words.Form) {
	from, to := p.span()
	if to-from >= monthSpan || !p.timed() {
		return
	}
	year, month, day := edtf.Civil(int64(from + p.offset))
	lastYear, lastMonth, lastDay := edtf.Civil(int64(to+p.offset) - 1)
	oneDay := year == lastYear && month == lastMonth && day == lastDay
	for i, e := range p.clocks() {
		it := &p.items[i]
		star := ""
		if it.outside {
			star = "*"
		}
		it.date = p.words.DateTime(e.Date, e.Zone.Name, form) + star
		it.dateShort = p.words.DateTime(e.Date, e.Zone.Name, words.Short) + star
		if oneDay {
			it.date = p.words.TimeOfDay(e.Date, "") + star
			it.dateShort = it.date
		}
	}
}
