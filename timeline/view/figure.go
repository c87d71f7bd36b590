package view

import (
	"barline/data"
	"barline/scene"
	"barline/timeline/scale"
	"barline/timeline/words"
	"barline/typeset"
)

// Capabilities say what a figure can do beside showing events on their dates.
// The page offers a control for each, and nobody asks which kind of figure it is.
type Capabilities struct {
	// Compare: the figure has the Compare arrangement.
	Compare bool
	// Play: events can be shown one after another, and the bars grow when the
	// story opens.
	Play bool
	// Zoom: there is more than one event, so part of the time can be of interest.
	// Closer: events are so close to each other that a closer look is offered.
	Zoom, Closer bool
	// Search: the figure answers a Query.
	Search bool
	// Gaps: long times without events can be left out (Collapse).
	Gaps bool
	// Lanes: events stand in lanes, and are counted in columns where they cannot
	// be told apart. What the keyboard can reach depends on the view and is listed
	// by Entries; elsewhere every event has a button of its own.
	Lanes bool
	// Reuses: a scene is valid until the next but one, so changes are shown at
	// once instead of being blended.
	Reuses bool
}

// Events are what a figure shows, in date order.
type Events interface {
	Len() int
	// Index is the place of the event with this id, or -1.
	Index(id string) int
	Event(i int) data.Event
}

// Figure is a story drawn in one way: what viewer, state, host, publish and the
// window know of it. Times are counted as the figure's scale counts them, unless
// they are called real.
type Figure interface {
	Capabilities() Capabilities

	Events() Events
	Words() *words.Words
	Fonts() *typeset.Fonts

	// Extent is the span of time that the whole story takes.
	Extent() (from, to float64)
	// When is the time that must be in view, at least in part, for event i to be.
	When(i int) (from, to float64)
	// Walk is the event by steps from event i, among those that are searched for;
	// i of -1 counts from the ends. It stops at the ends, and is -1 if there are
	// no events.
	Walk(i, by int) int
	// Scale is the calendar's scale in a figure of this width: what pans and
	// zooms work on.
	Scale(widthPx float64, v View) scale.Scale
	// Calendar is that scale as it is drawn, with what the figure leaves out of its own
	// accord.
	Calendar(widthPx float64, v View) scale.Calendar
	// Down reports whether the calendar runs down the page at this width.
	Down(widthPx float64) bool

	// Figure lays the figure out at a width from Ladder: axes, marks, labels, key
	// and source line. Headline, controls and popovers stand around or over it.
	Figure(widthPx float64, v View) *scene.Scene
	// Strip draws the whole story at a glance, for cards: marks in a room that
	// stands on an axis, and the axis under it. If lit is not empty, the other
	// events are pale.
	Strip(room scene.Rect, lit string) []scene.Node

	// Explanation is what stands under the figure at any width, for pages that say it
	// apart: after ExplainApart, scenes that are narrower than WideFrom do not hold it.
	// It is empty where the figure explains what happens to be in view.
	Explanation() Explanation
	ExplainApart()

	// Hit is the event whose mark or words lie at a point of the scene on show,
	// or "".
	Hit(shown *scene.Scene, at scene.Point) string
	// Boxes are where events are drawn in the scene on show, by id; those that are
	// not drawn singly are left out.
	Boxes(shown *scene.Scene) map[string]scene.Boxes
	// Dense reports whether a point of the last figure stands for more events than
	// can be told apart, so that a press there zooms in.
	Dense(at scene.Point) bool
	// Entries are what the keyboard can reach in the last figure, in date order,
	// if that depends on the view; see Capabilities.Lanes.
	Entries() []Entry

	// Work does some milliseconds of what is left to do before everything is on
	// show, and reports whether the figure is another now. Busy reports whether
	// anything is left, Progress how far it has come.
	Work() bool
	Busy() bool
	Progress() Progress

	// HasGaps reports whether Collapse would leave anything out; Collapse leaves
	// long times without events out, or shows them again; Collapsed reports
	// whether any are left out now.
	HasGaps() bool
	Collapse(on bool)
	Collapsed() bool
	// Axis is a real time as the scale counts it, Real the other way.
	Axis(real float64) float64
	Real(axis float64) float64
}

// Entry is something that a keyboard can reach in a figure: an event, or a
// stretch of time that holds more of them than can be told apart.
type Entry struct {
	// Event is the event's number, or -1 for a stretch of time; Kind is the
	// event's.
	Event int
	Kind  data.Kind
	// ID is the event's id, or the name of the stretch, the same wherever it
	// stands.
	ID string
	// Name is what it is called: "March 2024: 412 events".
	Name string
	Box  scene.Rect
	// From and To are the stretch, or the event's span.
	From, To float64
}

// Progress is how far a figure has come with its work.
type Progress struct {
	// Taken of Total events are in the figure.
	Taken, Total int
	// Query is what is searched for; Found of the events Looked at answer it.
	Query         Query
	Found, Looked int
}

// Said is what a search has found so far, in words.
func (p Progress) Said(w *words.Words) string {
	if p.Found == 0 && p.Looked == p.Total {
		return w.UI.NoneFound
	}
	return words.Fill(w.UI.Found, "n", w.Large(p.Found), "events", w.Events(p.Total))
}

// Simple is embedded by figures that are drawn whole, event by event: it has no
// crowds, nothing left to do and no gaps.
type Simple struct {
	apart bool
}

func (Simple) Dense(scene.Point) bool    { return false }
func (Simple) Entries() []Entry          { return nil }
func (Simple) Work() bool                { return false }
func (Simple) Busy() bool                { return false }
func (Simple) Progress() Progress        { return Progress{} }
func (Simple) HasGaps() bool             { return false }
func (Simple) Collapse(bool)             {}
func (Simple) Collapsed() bool           { return false }
func (Simple) Axis(real float64) float64 { return real }
func (Simple) Real(axis float64) float64 { return axis }

// StepIndex moves place i of n by a number of steps, stopping at the ends. From
// -1 it counts from the end that the steps come from; of none it is -1.
func StepIndex(n, i, by int) int {
	if i < 0 && by > 0 {
		by--
		i = 0
	} else if i < 0 {
		i = n
	}
	return max(min(0, n-1), min(i+by, n-1))
}
