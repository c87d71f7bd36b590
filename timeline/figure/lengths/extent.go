package lengths

import (
	"math"

	"barline/data/edtf"
	"barline/timeline/axis"
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
	from, to := p.story.WithAnnotations(p.span())
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
	for range axis.Clocks(p.story) {
		return true
	}
	return false
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
	for i, e := range axis.Clocks(p.story) {
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
