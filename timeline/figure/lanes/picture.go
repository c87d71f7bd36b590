package lanes

import (
	"barline/data"
	"barline/timeline/axis"
	"barline/timeline/index"
	"barline/timeline/layout"
	"barline/timeline/scale"
	"barline/timeline/view"
	"barline/timeline/words"
	"barline/typeset"
)

// Table holds the events by number, in date order. It may grow.
type Table interface {
	view.Events
	// Total is how many events there will be.
	Total() int
	// Bounds are the time in which all of them lie, Span that of one, in
	// seconds since 1970.
	Bounds() (from, to int64)
	Span(i int) (from, to int64)
	// Lanes are the names of the groups, and Lane the one of an event.
	Lanes() []string
	Lane(i int) int
	ID(i int) string
	Title(i int) string
	Kind(i int) data.Kind
	// Lasts reports whether the event went on over its span: other spans are only
	// when it was.
	Lasts(i int) bool
	// Vague reports whether the date is less than certain, or coarser than a day.
	Vague(i int) bool
	Place(i int) int
	HasPerson(i, person int) bool
	// Match reports whether the event's words hold a text in lower case.
	Match(i int, text string) bool
	People() []data.Person
	Places() []data.Place
	Sources() []data.Source
}

// Picture is a table ready to be laid out.
type Picture struct {
	table Table
	words *words.Words
	fonts *typeset.Fonts

	names        []string // of the lanes as drawn
	all          *index.Index
	taken        int     // events that the index knows of
	from, to     float64 // real time, as that of the table
	finder       finder
	gaps         scale.Gaps // left out now
	allGaps      scale.Gaps // that could be left out, once gapsComputed
	gapsComputed bool

	drawings [2]drawing
	flip     int
	// annotations are those at dates; there is no axis of lengths.
	annotations *layout.Annotations
	geometry    geometry
	// What the last figure showed: presses are answered by it.
	axis  scale.Calendar
	shown []shown

	traits        []trait // of the events taken
	kinds         kinds
	untimed       int  // events whose date has no time of day
	coarse        bool // some date is coarser than a day
	columns       columns
	singles       []single
	order         []int32 // places in singles, lane by lane in the order of events
	ticks         []scale.Tick
	labels        map[int]label
	tickNames     map[scale.Tick]axis.Name
	labelBudget   int  // labels that may still be set in this frame
	labelsPending bool // some had to wait for the next
	keyed         keyed
	selected      highlight
	focused       highlight
	hovered       highlight
}

// New makes a picture of a table, in one language and one set of fonts. It knows
// of no event before Work.
func New(table Table, w *words.Words, fonts *typeset.Fonts) *Picture {
	p := &Picture{table: table, words: w, fonts: fonts, labels: map[int]label{}, tickNames: map[scale.Tick]axis.Name{}}
	p.names = table.Lanes()
	if len(p.names) > data.MostLanes {
		others := words.Fill(w.UI.OtherLanes, "n", w.Large(len(p.names)-data.MostLanes+1))
		p.names = append(append([]string{}, p.names[:data.MostLanes-1]...), others)
	}
	if len(p.names) == 0 {
		p.names = []string{""}
	}
	from, to := table.Bounds()
	p.from, p.to = scale.Around(p.widened(float64(from), float64(max(to, from+1))))
	p.annotate()
	p.all = p.newIndex(table.Total())
	p.singles = make([]single, 0, 1024)
	return p
}

func (p *Picture) newIndex(total int) *index.Index {
	from, to := p.table.Bounds()
	// Nearly all events are of one group: its lanes get buckets for all of them. The
	// groups of a lane share its rows.
	return index.New(from, to, int(groups)*total, int(groups)*len(p.names), index.Packing{
		Stacks: len(p.names),
		Spread: wordRows(p.stripHeight()),
		Gap:    int64(wordShare * (p.to - p.from)),
	})
}

// lane is the lane that an event is drawn in.
func (p *Picture) lane(event int) int { return min(p.table.Lane(event), len(p.names)-1) }

// Work does a part of what there is to do before everything is on show: taking
// in events that have come, and searching. It takes some
// milliseconds, and reports whether the picture is another now.
func (p *Picture) Work() bool {
	changed := p.labelsPending
	p.labelsPending = false
	if from, to := p.taken, min(p.table.Len(), p.taken+indexAtOnce); to > from {
		p.take(to)
		changed = true
	}
	return p.find() || changed
}

// Events that one call of Work takes in, and looks through: a few milliseconds
// in a browser.
const (
	indexAtOnce = 20_000
	matchAtOnce = 8_000
)

func (p *Picture) take(to int) {
	for ; p.taken < to; p.taken++ {
		from, until := p.table.Span(p.taken)
		t := p.traitOf(p.taken)
		p.traits = append(p.traits, t)
		p.kinds.add(p.table.Kind(p.taken), t)
		p.add(p.all, p.taken)
		if t&lasting == 0 && until-from > int64(scale.Hour) {
			p.untimed++
		}
	}
	if p.taken == p.table.Total() {
		p.all.Finish()
	}
}

// TakeAll does at once all that Work would do in parts.
func (p *Picture) TakeAll() {
	p.take(p.table.Len())
	for p.Busy() {
		p.Work()
	}
}

// Busy reports whether Work has anything to do.
func (p *Picture) Busy() bool {
	return p.labelsPending || p.taken < p.table.Len() || p.finding()
}

// Events are those of the table.
func (p *Picture) Events() view.Events { return p.table }

// Words is the language that the picture is laid out in.
func (p *Picture) Words() *words.Words { return p.words }

// Fonts are the faces that it is set in.
func (p *Picture) Fonts() *typeset.Fonts { return p.fonts }

// Extent is the span of time that the fitted calendar shows.
func (p *Picture) Extent() (from, to float64) { return p.Axis(p.from), p.Axis(p.to) }

// When is the time that the event's bar reaches over.
func (p *Picture) When(i int) (from, to float64) {
	a, b := p.table.Span(i)
	return p.Axis(float64(a)), p.Axis(float64(b))
}

// Capabilities: events can be searched for, and long times without any left out.
func (p *Picture) Capabilities() view.Capabilities {
	return view.Capabilities{Zoom: true, Closer: true, Search: true, Gaps: true, Lanes: true, Reuses: true}
}

// Down is false: the calendar runs in the reading direction at every width, so
// that lanes have room for their words and a finger that scrolls stays free.
func (p *Picture) Down(float64) bool { return false }

// Walk is the event by steps after event i among those that are searched for, or
// among all; of -1 it counts from the ends. At the ends it stops.
func (p *Picture) Walk(i, by int) int {
	if p.finder.query == (view.Query{}) {
		return view.StepIndex(p.table.Len(), i, by) // also among those that have only just come
	}
	x := p.finder.found
	if by >= x.Len() || by <= -x.Len() {
		i, by = -1, sign(-by) // to an end
	}
	at := i
	for ; by > 0; by-- {
		if next := x.Next(at); next != index.None {
			at = next
		}
	}
	for ; by < 0; by++ {
		if previous := x.Previous(at); previous != index.None {
			at = previous
		}
	}
	return at
}

func sign(n int) int {
	if n < 0 {
		return -1
	}
	return 1
}

// Calendar is the scale as views count it: gaps are left out of both.
func (p *Picture) Calendar(widthPx float64, v view.View) scale.Calendar {
	return scale.NewCalendar(p.Scale(widthPx, v), nil)
}

// Scale is the calendar's scale in a figure of this width.
func (p *Picture) Scale(widthPx float64, v view.View) scale.Scale {
	s := scale.Scale{From: v.From, To: v.To, LengthPx: widthPx - 2*view.Margin(widthPx)}
	if v.Whole() {
		s.From, s.To = p.Extent()
	}
	return s
}

// seconds clamps a time to what the index counts in.
func seconds(at float64) int64 { return int64(max(-1e15, min(1e15, at))) }
