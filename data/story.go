package data

import (
	"cmp"
	"slices"

	"barline/data/edtf"
)

// Kind is a sort of events. The zero Kind is that of events that name none.
type Kind struct {
	// ID is what events refer to it by: meeting, context, or one of the story's.
	ID string
	// Name and Plural are what readers call one of them and several; both are
	// empty for the kinds that are built in.
	Name, Plural string
	Paint        Paint
}

// The kinds that every story has.
const (
	MeetingID = "meeting"
	ContextID = "context"
)

// Meeting is the built-in kind of events at which people met.
func Meeting() Kind { return Kind{ID: MeetingID} }

// Context is the built-in kind of events around others.
func Context() Kind { return Kind{ID: ContextID, Paint: PaintContext} }

// String returns the kind as DOM attributes spell it: "event" for none.
func (k Kind) String() string {
	if k.ID == "" {
		return "event"
	}
	return k.ID
}

// Paint is the colour of a kind's marks, by its role in the themes.
type Paint uint8

const (
	PaintTalks Paint = iota
	PaintContext
	PaintThird
	PaintFourth
)

// paintNames are the paints as story files spell them, in order.
func paintNames() []string { return []string{"talks", "context", "third", "fourth"} }

// String returns the paint as story files spell it.
func (p Paint) String() string { return paintNames()[p] }

// Figure is how a story asks to be drawn.
type Figure uint8

const (
	// FigureAuto: the data choose.
	FigureAuto Figure = iota
	// FigureLengths: bars whose height or width is how long events took.
	FigureLengths
	// FigureSpans: bars that lie on the calendar.
	FigureSpans
)

// String returns the figure as story files spell it; it is empty for FigureAuto.
func (f Figure) String() string { return [...]string{"", "lengths", "spans"}[f] }

// Forms are the words for one thing and several, by the plural categories of the
// story's language. Other is the one that every language has.
type Forms struct{ Zero, One, Two, Few, Many, Other string }

// Period is a named stretch of time behind the figure.
type Period struct {
	Title string
	Date  edtf.Date
}

// Open is what is in view at first; both are zero where the story does not say.
type Open struct{ From, To edtf.Date }

// Link leads to further reading.
type Link struct {
	URL   string // http or https
	Title string // may be empty: the address then stands for it
}

// Correction says what of a published story was put right.
type Correction struct {
	Date edtf.Date // the day on which it was
	// Event is the id of the event that was corrected; it may be gone. Empty: the whole
	// story was.
	Event string
	What  string // what was wrong, and what is right
	Why   string // may be empty
}

// Media is the picture of an event.
type Media struct {
	File string // path of an image from the story's file
	Alt  string // what it shows, for those who cannot see it; never empty
	// Credit, Caption and URL, the address of its page, may be empty.
	Credit, Caption, URL string
}

// Basis says how a value is known.
type Basis uint8

const (
	// Reported: the source states it.
	Reported Basis = iota
	// Reportedly: hearsay within the source.
	Reportedly
	// Outside: from outside the source, such as general knowledge.
	Outside
)

// String returns the basis as story files spell it.
func (b Basis) String() string {
	return [...]string{"reported", "reportedly", "outside"}[b]
}

// PhaseKind tells what happened during a phase of an event.
type PhaseKind uint8

const (
	// Talks is time spent talking: what bars measure and totals add up.
	Talks PhaseKind = iota
	// Waiting is time spent waiting: hatched, and part of no total.
	Waiting
)

// String returns the phase kind as story files spell it.
func (p PhaseKind) String() string {
	if p == Waiting {
		return "waiting"
	}
	return "talks"
}

// Form tells how a quotation is set.
type Form uint8

const (
	// Sentence is a whole sentence or more, set as a block.
	Sentence Form = iota
	// Fragment is a word or phrase, set inside our own sentence.
	Fragment
)

// String returns the form as story files spell it.
func (f Form) String() string {
	if f == Fragment {
		return "fragment"
	}
	return "sentence"
}

// Person is somebody who takes part or is quoted.
type Person struct {
	// ID is made of the name where the story gives none, as in places and sources.
	ID   string
	Name string // "Yuri Ushakov"
	Role string // "Putin's senior foreign policy adviser"
}

// Place is where an event took place.
type Place struct {
	ID   string
	Name string // "the Kremlin, Moscow"
	// Short is the name for a narrow label, "the Kremlin"; never empty:
	// decoding fills it from Name.
	Short string
}

// Source is where facts come from. URL is empty when the source has no
// address that we know.
type Source struct {
	ID    string
	Name  string // publisher, "Dawat Media Center"
	Title string // the report's own title; may be empty
	URL   string // http or https; may be empty
	// File is the path of the report from the story's file, for checking quotations; it
	// is not published. May be empty.
	File string
}

// NoSource is what an event names instead of a source to say that it has none. No
// source has it as its id.
const NoSource = "none"

// Quote is somebody's words, verbatim.
type Quote struct {
	ID      string
	Speaker Person
	// Words are the exact words and nothing else, without quotation marks, in the
	// language in which they were reported.
	Words string
	// Lang is that language (BCP 47); empty: the story's.
	Lang string
	// Translation is what the words say in the story's language; empty: they are
	// in it, or not translated. TranslatedBy names who translated, or what.
	Translation, TranslatedBy string
	Form                      Form
	// Lead says that this is the quotation that the figure shows; at most one of a
	// story leads.
	Lead bool
	// Before and After are our own sentence around a fragment:
	// Before + “Words” + After. Both empty for a Sentence, Before or After
	// may be empty for a Fragment.
	Before, After string
	// Circumstance says where, when or about what: "to reporters, after the talks".
	Circumstance string
	Source       *Source // nil: the event's source
}

// Zone is a time zone: what its clocks are ahead of UTC, and what to call it. The
// zero Zone is UTC.
type Zone struct {
	Name          string // "Moscow time"
	OffsetMinutes int
}

// Offset is how a story file writes what the zone's clocks are ahead of UTC:
// "+03:00".
func (z Zone) Offset() string {
	sign, minutes := "+", z.OffsetMinutes
	if minutes < 0 {
		sign, minutes = "-", -minutes
	}
	two := func(n int) string { return string([]byte{byte('0' + n/10), byte('0' + n%10)}) }
	return sign + two(minutes/60) + ":" + two(minutes%60)
}

// Font is a font file that a story brings, for letters that ours do not have.
type Font struct {
	// File is its path, from the story's file.
	File string
	// Bold and Serif say which of the faces it is for; both nil: for all.
	Bold, Serif *bool
}

// Phase is one stretch of an event.
type Phase struct {
	Kind   PhaseKind
	Length Duration
	Basis  Basis
	// Note is one short clause about this phase, "rumoured to be brief"; may be empty.
	Note string
	// NoteBasis is how the note is known.
	NoteBasis Basis
}

// MostLanes is how many lanes a figure has. Of more the smaller ones share the last.
const MostLanes = 12

// Event is something that happened, at a moment, through a stretch of time, or
// for a length of time.
type Event struct {
	// ID is [a-z0-9-]+. Where the story gives none it is made of the date, and
	// AutoID is true.
	ID     string
	AutoID bool
	Kind   Kind
	// Title is the popover's heading, a few words.
	Title string
	// Short is the label for a dot in the figure; never empty: decoding
	// fills it from Title.
	Short string
	// Lane is the group that the event belongs to; it may be empty.
	Lane string
	Date edtf.Date
	// DateBasis is how the date is known, DateNote one clause that says so
	// to the reader; the note may be empty.
	DateBasis Basis
	DateNote  string
	// Zone is that of the date's times of day, where they do not say one.
	Zone Zone
	// Phases stand in the order in which they happened. An event whose length is
	// nobody's matter has none; else one of them is talks.
	Phases []Phase
	Place  *Place // nil: not given
	People []Person
	// Summary holds paragraphs of our own words.
	Summary []string
	Quotes  []Quote
	// NoQuotes: the story says that no quotation was reported.
	NoQuotes bool
	Links    []Link
	Media    *Media  // nil: none
	Source   *Source // nil: none
	// Allow are the codes of warnings that check does not give about this event.
	Allow []string
}

// IsMeeting reports whether the event is of the built-in kind meeting.
func (e Event) IsMeeting() bool { return e.Kind.ID == MeetingID }

// Talks returns the event's phase of talks; ok is false if it has none.
func (e Event) Talks() (p Phase, ok bool) { return e.phase(Talks) }

// Waiting returns the event's phase of waiting; ok is false if it has none.
func (e Event) Waiting() (p Phase, ok bool) { return e.phase(Waiting) }

func (e Event) phase(kind PhaseKind) (Phase, bool) {
	for _, p := range e.Phases {
		if p.Kind == kind {
			return p, true
		}
	}
	return Phase{}, false
}

// clone returns a copy that shares no memory that a caller could write to.
func (e Event) clone() Event {
	e.Phases = slices.Clone(e.Phases)
	e.People = slices.Clone(e.People)
	e.Summary = slices.Clone(e.Summary)
	e.Quotes = slices.Clone(e.Quotes)
	for i := range e.Quotes {
		e.Quotes[i].Source = clonePtr(e.Quotes[i].Source)
	}
	e.Links = slices.Clone(e.Links)
	e.Allow = slices.Clone(e.Allow)
	e.Place = clonePtr(e.Place)
	e.Media = clonePtr(e.Media)
	e.Source = clonePtr(e.Source)
	return e
}

func clonePtr[T any](p *T) *T {
	if p == nil {
		return nil
	}
	c := *p
	return &c
}

// Story is a decoded story. The zero Story has no events; Decode never
// returns one.
type Story struct {
	id, lang, headline, standfirst string
	zone                           Zone
	fonts                          []Font
	kinds                          []Kind
	count                          Forms
	periods                        []Period
	annotations                    []Annotation
	lanes                          []string
	figure                         Figure
	open                           Open
	date                           edtf.Date
	live, proof                    bool
	allow                          []string
	corrections                    []Correction
	theme                          Theme
	// named are the ids that are made of a name, of people, places and sources.
	named map[string]bool

	kept    kept // has the events in the place of events
	people  []Person
	places  []Place
	sources []Source
	events  []Event
	order   []int // where each event stands in the story file, from 0
}

// sort brings the events into the order of their dates. Numbers are sorted in
// their stead: an event is too large to be moved often.
func (s *Story) sort() {
	type place struct {
		from int64
		i    int
	}
	order := make([]place, len(s.events))
	for i := range s.events {
		order[i].i = i
		order[i].from, _ = s.events[i].Date.Bounds()
	}
	slices.SortFunc(order, func(a, b place) int {
		if a.from != b.from {
			return cmp.Compare(a.from, b.from)
		}
		return a.i - b.i
	})
	s.order = make([]int, len(order))
	for i, p := range order {
		s.order[i] = p.i
	}
	s.permute()
}

// permute brings the events into the order of s.order, in place: there may be a million,
// and each is large. Every event moves once, around the cycle that its place is in.
func (s *Story) permute() {
	settled := make([]bool, len(s.order))
	for first := range s.order {
		if settled[first] {
			continue
		}
		kept := s.events[first]
		at := first
		for ; s.order[at] != first; at = s.order[at] {
			settled[at] = true
			s.events[at] = s.events[s.order[at]]
		}
		settled[at] = true
		s.events[at] = kept
	}
}

// ID names the story, [a-z0-9-]+.
func (s *Story) ID() string { return s.id }

// Lang is the BCP 47 tag of the story's own sentences.
func (s *Story) Lang() string { return s.lang }

// Headline is the story's title.
func (s *Story) Headline() string { return s.headline }

// Zone is the time zone of the story's times of day.
func (s *Story) Zone() Zone { return s.zone }

// Fonts are those that the story brings with it, in the file's order.
func (s *Story) Fonts() []Font { return slices.Clone(s.fonts) }

// Theme is how the story asks to look.
func (s *Story) Theme() Theme { return s.theme.clone() }

// Standfirst is the text under the headline, of one or more paragraphs with a
// line break between them.
func (s *Story) Standfirst() string { return s.standfirst }

// Kinds are those that the story declares, in the file's order. The built-in
// ones are not among them.
func (s *Story) Kinds() []Kind { return slices.Clone(s.kinds) }

// Count is what the things are called that the story counts: wars, terms. The
// zero Forms is for a story that does not say.
func (s *Story) Count() Forms { return s.count }

// Periods are the named stretches behind the figure, in the file's order.
func (s *Story) Periods() []Period { return slices.Clone(s.periods) }

// Lanes are the names of all lanes: those that the story lists, in its order,
// then the others in the order in which events first name them. Events that name
// none are in a lane without a name, which is not among them.
func (s *Story) Lanes() []string {
	names := slices.Clone(s.lanes)
	seen := map[string]bool{"": true}
	for _, name := range names {
		seen[name] = true
	}
	first := map[string]int{} // the first event of each other lane, in the file
	var others []string
	for i := range s.Len() {
		name := s.LaneOf(i)
		if seen[name] {
			continue
		}
		at, known := first[name]
		if !known {
			others = append(others, name)
		}
		if !known || s.order[i] < at {
			first[name] = s.order[i]
		}
	}
	slices.SortStableFunc(others, func(a, b string) int { return cmp.Compare(first[a], first[b]) })
	return append(names, others...)
}

// ListedLanes are the lanes whose order the story itself gives.
func (s *Story) ListedLanes() []string { return slices.Clone(s.lanes) }

// Figure is how the story asks to be drawn.
func (s *Story) Figure() Figure { return s.figure }

// Open is what is in view at first.
func (s *Story) Open() Open { return s.open }

// Date is the day up to which the story goes; it is zero where the story does not say.
func (s *Story) Date() edtf.Date { return s.date }

// Live reports whether the story goes on: its page looks for newer versions of it.
func (s *Story) Live() bool { return s.live }

// Proof reports whether the page is to say on what day the quotations were checked.
func (s *Story) Proof() bool { return s.proof }

// Allow are the codes of warnings that check does not give about the story.
func (s *Story) Allow() []string { return slices.Clone(s.allow) }

// Corrections are those of what the story said before, in the file's order.
func (s *Story) Corrections() []Correction { return slices.Clone(s.corrections) }

// Len is the number of events.
func (s *Story) Len() int {
	if k, ok := keeperOf(s); ok {
		return k.Len()
	}
	return len(s.events)
}

// Event returns event i in date order: by the first instant its date allows,
// ties in the order of the story file.
func (s *Story) Event(i int) Event {
	if k, ok := keeperOf(s); ok {
		return k.Event(i)
	}
	return s.events[i].clone()
}

// Media returns the image of event i in date order, or nil.
func (s *Story) Media(i int) *Media {
	if k, ok := keeperOf(s); ok {
		return k.Event(i).Media
	}
	return clonePtr(s.events[i].Media)
}

// KindOf is the kind of event i in date order.
func (s *Story) KindOf(i int) Kind {
	if k, ok := keeperOf(s); ok {
		return k.Kind(i)
	}
	return s.events[i].Kind
}

// HasQuotes reports whether any event has a quotation.
func (s *Story) HasQuotes() bool {
	if k, ok := keeperOf(s); ok {
		return k.HasQuotes()
	}
	return slices.ContainsFunc(s.events, func(e Event) bool { return len(e.Quotes) > 0 })
}

// AutoIDs are the ids that events have of their dates, in date order.
func (s *Story) AutoIDs() []string {
	var ids []string
	for i := range s.events {
		if s.events[i].AutoID {
			ids = append(ids, s.events[i].ID)
		}
	}
	return ids
}

// QuoteLanguages are the languages that quotations are in, where they say one.
func (s *Story) QuoteLanguages() []string {
	if k, ok := keeperOf(s); ok {
		return k.QuoteLanguages()
	}
	var all []string
	for i := range s.events {
		for k := range s.events[i].Quotes {
			if lang := s.events[i].Quotes[k].Lang; lang != "" && !slices.Contains(all, lang) {
				all = append(all, lang)
			}
		}
	}
	return all
}

// Events returns all events in date order.
func (s *Story) Events() []Event {
	events := make([]Event, s.Len())
	for i := range events {
		events[i] = s.Event(i)
	}
	return events
}

// FileOrder are the events in the order of the story file, each by its place in the
// order of dates.
func (s *Story) FileOrder() []int {
	places := make([]int, len(s.order))
	for i, at := range s.order {
		places[at] = i
	}
	return places
}

// LaneOf is the lane of event i; it may be empty.
func (s *Story) LaneOf(i int) string {
	if k, ok := keeperOf(s); ok {
		return k.LaneName(i)
	}
	return s.events[i].Lane
}

// Index returns the place of the event with this id, or -1.
func (s *Story) Index(id string) int {
	if k, ok := keeperOf(s); ok {
		return k.Index(id)
	}
	return slices.IndexFunc(s.events, func(e Event) bool { return e.ID == id })
}

// People returns everybody in the story, in the file's order.
func (s *Story) People() []Person { return slices.Clone(s.people) }

// Places returns every place in the story, in the file's order.
func (s *Story) Places() []Place { return slices.Clone(s.places) }

// Sources returns the story's sources, in the file's order.
func (s *Story) Sources() []Source { return slices.Clone(s.sources) }
