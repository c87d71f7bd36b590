package lengths

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"barline/data"
	"barline/data/edtf"
	"barline/scene"
	"barline/timeline/axis"
	"barline/timeline/layout"
	"barline/timeline/scale"
	"barline/timeline/view"
	"barline/timeline/words"
	"barline/typeset"
)

// Picture is a story ready to be laid out: everything that does not change
// with width, view or time.
type Picture struct {
	view.Simple
	story *data.Story
	words *words.Words
	fonts *typeset.Fonts
	items []item
	// order holds the meetings by length, as Compare shows them.
	order []int
	// from and to are the calendar's extent: the whole months, or years, that
	// hold every event.
	from, to float64
	// longest is how far the longest bar reaches, in hours, of those that are not
	// broken off, or the longest line at a length; and maxHours where an axis with a tick at or after it ends. Waits
	// have no say in it.
	longest, maxHours float64
	breaks            bool // some bars are longer than the axis
	// longestTalks is the length of the longest talks, in hours.
	longestTalks float64
	// offset is what the clocks of the story are ahead of UTC, in seconds.
	offset   float64
	oneYear  bool // all dates are of one year
	axisYear bool // so is all of the calendar
	outside  bool // some date comes from outside the report
	credit   string
	// gutter is the room for the names of months left of a narrow plot.
	gutter float64
	// gaps are what a narrow calendar of the whole story leaves out.
	gaps        scale.Gaps
	closer      bool
	memory      memory
	quotes      map[string]string // how many there are, by event
	lead        *layout.Lead
	annotations *layout.Annotations
}

// New digests a story for layout in one language and one set of fonts.
func New(story *data.Story, w *words.Words, fonts *typeset.Fonts) *Picture {
	p := &Picture{story: story, words: w, fonts: fonts}
	_, p.oneYear = words.Year(story)
	form := words.Full
	if p.oneYear {
		form = words.Day
	}
	longest, note := w.Longest(story)
	for i := range story.Len() {
		p.items = append(p.items, p.digest(story.Event(i), form, longest, note))
	}
	p.offset = axis.ClockOffset(story)
	p.sayTimes(form)
	for i := range p.items {
		p.nameByTitle(&p.items[i], story.Event(i))
	}
	p.order = byLength(p.items)
	p.extent()
	p.annotations = layout.AnnotationsOf(story.Annotations(), w, p.from, p.to)
	p.axisYear = p.oneYear && axis.OneYear(p.from, p.to)
	p.longest, p.breaks = p.longestHours()
	p.longest = max(p.longest, p.annotations.LongestHours(2*p.longest))
	p.maxHours = roundedHours(p.longest)
	for i := range p.items {
		p.longestTalks = max(p.longestTalks, p.items[i].talks.Length.Hours())
	}
	p.credit = p.creditLine()
	p.quotes, p.lead = layout.QuoteCounts(story, w), layout.LeadOf(story, w)
	p.gaps = p.downGaps()
	var middles []float64
	for i := range p.items {
		middles = append(middles, (p.items[i].from+p.items[i].to)/2)
	}
	p.closer = view.Closer(middles, p.from, p.to)
	p.gutter = p.tickGutter()
	return p
}

// tickGutter is the room for the names of ticks left of a narrow plot: of months, and
// of the years at both ends, of which those before Christ are long.
func (p *Picture) tickGutter() float64 {
	style := layout.MetricsFor(view.WideFrom - 1).Tick
	room := downGutter
	name := func(s string) { room = max(room, math.Ceil(p.fonts.Width(s, style))+monthGap) }
	for month := range 12 {
		name(p.words.MonthShort(month + 1))
	}
	if style.Face = scene.SansBold; !p.axisYear {
		for _, at := range []float64{p.from, p.to} {
			year, _, _ := edtf.Civil(int64(at))
			name(p.words.Year(year))
		}
	}
	return room
}

// Story is the story that is laid out.
func (p *Picture) Story() *data.Story { return p.story }

// Capabilities: bars can be compared, and the story can play itself, if there are two.
func (p *Picture) Capabilities() view.Capabilities {
	several := p.story.Len() > 1
	return view.Capabilities{Compare: several, Play: several, Zoom: several, Closer: p.closer}
}

// Events are those of the story.
func (p *Picture) Events() view.Events { return p.story }

// Down reports whether the calendar runs down the page at a width.
func (p *Picture) Down(widthPx float64) bool { return view.Down(widthPx) }

// Walk is the event by steps from event i.
func (p *Picture) Walk(i, by int) int { return view.StepIndex(p.story.Len(), i, by) }

// Boxes are where the events are in the scene on show, by id.
func (p *Picture) Boxes(shown *scene.Scene) map[string]scene.Boxes {
	all := map[string]scene.Boxes{}
	for i := range p.items {
		if b, ok := shown.EventBoxes(p.items[i].id); ok {
			all[p.items[i].id] = b
		}
	}
	return all
}

// Words is the language it is laid out in.
func (p *Picture) Words() *words.Words { return p.words }

// Fonts are the faces it is set in.
func (p *Picture) Fonts() *typeset.Fonts { return p.fonts }

// Extent is the span of time that the fitted calendar shows, in seconds since
// 1970.
func (p *Picture) Extent() (from, to float64) { return p.from, p.to }

// When is the middle of the event's date: its bar stands there, or near.
func (p *Picture) When(i int) (from, to float64) {
	a, b := p.story.Event(i).Date.Bounds()
	middle := (float64(a) + float64(b)) / 2
	return middle, middle
}

const (
	// Lengths that differ as often as manyTimes leave the short ones no room on one
	// axis. Where few are so much longer that between them and the others there is a
	// gap of farTimes, they are broken off.
	manyTimes = 50.0
	farTimes  = 4.0
)

// longestHours is how far the longest bar that is not broken off reaches, in hours,
// and whether any is.
func (p *Picture) longestHours() (longest float64, breaks bool) {
	var reaches []float64
	for i := range p.items {
		if l := p.items[i].talks.Length; l.Known() {
			reaches = append(reaches, l.Hours()*reach(l.Qualifier))
		}
	}
	if len(reaches) == 0 {
		return 1, false
	}
	slices.Sort(reaches)
	n := len(reaches)
	if reaches[n-1] < manyTimes*reaches[0] {
		return reaches[n-1], false
	}
	gap, at := farTimes, n // what comes from there on is broken off
	for i := max(1, (n+1)/2); i < n; i++ {
		if times := reaches[i] / reaches[i-1]; times >= gap {
			gap, at = times, i
		}
	}
	return reaches[at-1], at < n
}

// drawnHours is how far the longest bar is drawn.
func (p *Picture) drawnHours() float64 {
	if p.breaks {
		return p.maxHours
	}
	return p.longest
}

// broken reports whether a length is longer than the axis.
func (p *Picture) broken(it *item) bool {
	l := it.talks.Length
	return p.breaks && l.Known() && l.Hours()*reach(l.Qualifier) > p.longest*(1+1e-9)
}

// byLength orders the meetings for comparing: longest first; of two equal
// lengths the exact one before the upper bound; unknown last; then by date.
func byLength(items []item) []int {
	var order []int
	for i := range items {
		if items[i].hasTalks {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(i, j int) int {
		a, b := items[i].talks.Length, items[j].talks.Length
		switch {
		case a.Known() && !b.Known():
			return -1
		case b.Known() && !a.Known():
			return 1
		}
		return cmp.Or(cmp.Compare(b.Seconds, a.Seconds), cmp.Compare(rank(a.Qualifier), rank(b.Qualifier)))
	})
	return order
}

// rank orders qualifiers of one length from longest to shortest.
func rank(q data.Qualifier) int {
	switch q {
	case data.Over, data.AtLeast, data.MoreThan:
		return 0
	case data.Under, data.AtMost, data.LessThan:
		return 2
	}
	return 1
}

func (p *Picture) creditLine() string {
	line := axis.Credit(p.words, p.story.Sources())
	if p.outside {
		line = strings.TrimSpace(line + " " + p.words.UI.OutsideNote)
	}
	return line
}
