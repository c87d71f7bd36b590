package spans

import (
	"math"
	"slices"
	"strings"
	"sync"

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

// Picture is a story, digested for this figure. Which row an event stands in is
// decided once for a width, with all of the story in view: then nothing jumps, and
// the height stays, while the reader zooms and pans.
type Picture struct {
	view.Simple

	story       *data.Story
	words       *words.Words
	fonts       *typeset.Fonts
	items       []span
	lanes       []spanLane
	periods     []spanPeriod
	from, to    float64 // the calendar's extent
	oneYear     bool    // all dates are of one year, which the axis says
	axisYear    bool    // so is all of the calendar
	oneDay      bool    // all of it lies on one day of its clocks
	offset      float64 // what its clocks are ahead of UTC, in seconds
	compares    bool    // at least two lengths are known
	credit      string
	quotes      map[string]string // how many there are, by event
	lead        *layout.Lead
	annotations *layout.Annotations
	plans       sync.Map // *spanPlan by width
}

// New digests a story for the spans figure.
func New(story *data.Story, w *words.Words, fonts *typeset.Fonts) *Picture {
	p := &Picture{story: story, words: w, fonts: fonts}
	_, p.oneYear = words.Year(story)
	from, to := timesOf(story)
	p.from, p.to = scale.Fit(from, to)
	p.annotations = layout.AnnotationsOf(story.Annotations(), w, p.from, p.to)
	p.axisYear = p.oneYear && axis.OneYear(p.from, p.to)
	p.offset = axis.ClockOffset(story)
	p.oneDay = math.Floor((from+p.offset)/scale.Day) == math.Floor((to+p.offset-1)/scale.Day)
	laneOf := map[string]int{}
	for _, name := range story.Lanes() {
		laneOf[name] = len(p.lanes)
		p.lanes = append(p.lanes, spanLane{name: name})
	}
	for i := range story.Len() {
		e := story.Event(i)
		it := p.digestSpan(e)
		lane, known := laneOf[e.Lane]
		if !known { // events without a lane come last, or are all there is
			lane = len(p.lanes)
			laneOf[e.Lane] = lane
			p.lanes = append(p.lanes, spanLane{})
		}
		it.lane = lane
		p.lanes[lane].items = append(p.lanes[lane].items, i)
		p.items = append(p.items, it)
	}
	for _, period := range story.Periods() {
		a, b := period.Date.Bounds()
		from, to := float64(a), float64(b)
		start, end := period.Date.Ends()
		if start != edtf.Dated {
			from = math.Inf(-1)
		}
		if end != edtf.Dated {
			to = math.Inf(1)
		}
		p.periods = append(p.periods, spanPeriod{title: period.Title, when: w.Date(period.Date, words.Full), from: from, to: to})
	}
	p.credit = axis.Credit(w, story.Sources())
	p.quotes, p.lead = layout.QuoteCounts(story, w), layout.LeadOf(story, w)
	order, _ := p.comparable()
	p.compares = len(order) > 1
	return p
}

// Story is the story that is drawn.
func (p *Picture) Story() *data.Story { return p.story }

// Events are those of the story.
func (p *Picture) Events() view.Events { return p.story }

// Words is the language it is drawn in.
func (p *Picture) Words() *words.Words { return p.words }

// Fonts are the faces it is set in.
func (p *Picture) Fonts() *typeset.Fonts { return p.fonts }

// Down is false: time runs along the reading direction at every width.
func (p *Picture) Down(float64) bool { return false }

// Capabilities are those of a figure of one calendar: it can be played if there are two
// events, and lengths be compared where at least two are known.
func (p *Picture) Capabilities() view.Capabilities {
	several := len(p.items) > 1
	var begin []float64
	for i := range p.items {
		begin = append(begin, p.items[i].from)
	}
	return view.Capabilities{Play: several, Compare: p.compares, Zoom: several, Closer: view.Closer(begin, p.from, p.to)}
}

// Hit is the event whose mark or words lie at a point of the scene on show; of
// several that words stand for the one after that which is open.
func (p *Picture) Hit(shown *scene.Scene, at scene.Point) string {
	n := shown.HitTest(at)
	if n == nil || n.More == "" {
		if n == nil {
			return ""
		}
		return n.Event
	}
	ids, ringed := strings.Fields(n.More), ""
	for i := range shown.Nodes {
		if shown.Nodes[i].Role == scene.Ring {
			ringed = shown.Nodes[i].Event
		}
	}
	return ids[(slices.Index(ids, ringed)+1)%len(ids)]
}

// Boxes are where the events are in the scene on show, by id.
func (p *Picture) Boxes(shown *scene.Scene) map[string]scene.Boxes { return shown.AllBoxes() }

// Extent is the span of time that the fitted calendar shows.
func (p *Picture) Extent() (from, to float64) { return p.from, p.to }

// Walk is the event by steps after event i, or before it.
func (p *Picture) Walk(i, by int) int { return view.StepIndex(p.story.Len(), i, by) }

// When is the time that must be in view, or some of it, for event i to be.
func (p *Picture) When(i int) (from, to float64) {
	it := &p.items[i]
	if it.lasts {
		return it.from, it.to
	}
	middle := (it.from + it.to) / 2
	return middle, middle
}

// Scale is the calendar's scale in a figure of this width.
func (p *Picture) Scale(widthPx float64, v view.View) scale.Scale {
	s := scale.Scale{From: v.From, To: v.To, LengthPx: p.planFor(widthPx).plot.W}
	if v.Whole() {
		s.From, s.To = p.from, p.to
	}
	return s
}

// Calendar is that scale: nothing is left out.
func (p *Picture) Calendar(widthPx float64, v view.View) scale.Calendar {
	return scale.NewCalendar(p.Scale(widthPx, v), nil)
}

// Figure lays out the figure at a width from Ladder.
func (p *Picture) Figure(widthPx float64, v view.View) *scene.Scene {
	b := layout.NewBuilder(p.fonts, 8*len(p.items)+64)
	m := layout.MetricsFor(widthPx)
	bottom := 0.0
	if v.Arrangement == view.Compare && p.compares {
		bottom = p.compare(b, widthPx)
	} else {
		bottom = p.calendar(b, widthPx, v)
	}
	keyY := bottom
	bottom = b.Explain(m, p.Apart(widthPx), p.keyEntries(widthPx, v.Arrangement), p.credit, bottom)
	b.Signs(m, p.quotes)
	if v.Arrangement == view.Compare || v.Shows(p.from, p.to) { // while somebody pans it would jump from place to place
		b.Lead(m, p.lead, v.Arrangement, keyY)
	}
	b.Interrupt()
	b.Scene.Sort()
	b.Highlight(v)
	s := b.Finish(widthPx, bottom)
	if p.fonts.RTL() {
		s.Mirror()
	}
	return s
}

// calendar lays the events out on their dates, and returns where they end.
func (p *Picture) calendar(b *layout.Builder, widthPx float64, v view.View) float64 {
	plan := p.planFor(widthPx)
	b.Scene.Plot = plan.plot
	if plan.list {
		b.Scene.HeadPx = plan.plot.Y + 1
	}
	s := p.Scale(widthPx, v)
	p.drawPeriods(b, plan, s)
	p.drawAxis(b, plan, s)
	p.drawLanes(b, plan)
	for i := range p.items {
		p.drawMark(b, plan, s, i)
	}
	p.drawLabels(b, plan, s)
	b.Annotate(p.annotations, plan.annotationStrip(plan.noteRows), s.Px)
	if plan.list {
		return plan.plot.Bottom()
	}
	return plan.plot.Bottom() + typeset.LineHeightPx(plan.m.Tick) + 10
}
