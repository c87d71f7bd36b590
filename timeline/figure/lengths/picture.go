package lengths

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"barline/data"
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
	maxHours float64 // the hours axis ends here
	// longestTalks is the length of the longest talks, in hours.
	longestTalks float64
	oneYear      bool
	outside      bool // some date comes from outside the report
	credit       string
	// gutter is the room for the names of months left of a narrow plot.
	gutter float64
	memory memory
}

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

// unknownHours is how long a bar of unknown length is drawn: long enough to
// be seen and pressed, and dashed all around so that nobody reads it off.
const unknownHours = 1.0

// New digests a story for layout in one language and one set of fonts.
func New(story *data.Story, w *words.Words, fonts *typeset.Fonts) *Picture {
	p := &Picture{story: story, words: w, fonts: fonts}
	_, p.oneYear = words.Year(story)
	longest, note := w.Longest(story)
	for i := range story.Len() {
		p.items = append(p.items, p.digest(story.Event(i), longest, note))
	}
	p.order = byLength(p.items)
	p.extent()
	p.maxHours = p.longestHours()
	for i := range p.items {
		p.longestTalks = max(p.longestTalks, p.items[i].talks.Length.Hours())
	}
	p.credit = p.creditLine()
	p.gutter = downGutter
	for month := range 12 {
		p.gutter = max(p.gutter, math.Ceil(fonts.Width(w.MonthShort(month+1), layout.MetricsFor(view.WideFrom-1).Tick))+monthGap)
	}
	return p
}

// Story is the story that is laid out.
func (p *Picture) Story() *data.Story { return p.story }

// Capabilities: bars can be compared, and the story can play itself.
func (p *Picture) Capabilities() view.Capabilities {
	return view.Capabilities{Compare: true, Play: true}
}

// Events are those of the story.
func (p *Picture) Events() view.Events { return p.story }

// Down reports whether the calendar runs down the page at a width.
func (p *Picture) Down(widthPx float64) bool { return view.Down(widthPx) }

// Walk is the event by steps from event i.
func (p *Picture) Walk(i, by int) int { return view.StepIndex(p.story.Len(), i, by) }

// Hit is the event whose mark or words lie at a point of the scene on show.
func (p *Picture) Hit(shown *scene.Scene, at scene.Point) string {
	if n := shown.HitTest(at); n != nil {
		return n.Event
	}
	return ""
}

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

func (p *Picture) digest(e data.Event, longest, note string) item {
	w := p.words
	form, star := words.Full, ""
	if p.oneYear {
		form = words.Day
	}
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

// middle is where the event stands on the calendar. A date that covers more
// than the view keeps the event in view: it may stand anywhere in its span.
func (it *item) middle(s scale.Scale) float64 {
	from, to := math.Max(it.from, s.From), math.Min(it.to, s.To)
	if from >= to {
		return (it.from + it.to) / 2
	}
	if (it.to-it.from)/s.SecondsPerPx() < s.LengthPx/3 {
		return (it.from + it.to) / 2
	}
	return (from + to) / 2
}

// extent rounds the story's time out, which leaves room for the first label.
func (p *Picture) extent() {
	from, to := math.Inf(1), math.Inf(-1)
	for i := range p.items {
		from, to = math.Min(from, p.items[i].from), math.Max(to, p.items[i].to)
	}
	p.from, p.to = scale.Around(from, to)
}

func (p *Picture) longestHours() float64 {
	longest := unknownHours
	for i := range p.items {
		it := &p.items[i]
		longest = max(longest, it.wait.Length.Hours(), it.talks.Length.Hours()*reach(it.talks.Length.Qualifier))
	}
	step := hoursStep(longest)
	return math.Ceil(longest/step-1e-9) * step
}

// hoursStep is the distance between ticks of the hours axis: about four of them.
func hoursStep(hours float64) float64 {
	for _, step := range []float64{0.25, 0.5, 1, 2, 3, 6, 12, 24, 48, 120, 240} {
		if hours/step <= 5 {
			return step
		}
	}
	return math.Pow(10, math.Ceil(math.Log10(hours/5)))
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
