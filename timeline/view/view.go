package view

// View is what the reader has chosen to see.
type View struct {
	Arrangement Arrangement
	// From and To are the span of time in view, as the figure's scale counts it:
	// seconds since 1970, less the gaps that are left out. A view that has no
	// span (see Whole) shows the whole story.
	From, To float64
	// Hovered, Focused and Selected are ids of events, or empty.
	Hovered, Focused, Selected string
	// Told is the event that the story tells now, while it plays, or empty: it is ringed,
	// and the others are pale.
	Told string
	// Query is what the reader searches for.
	Query Query
}

// Whole reports whether the view names no span of time, and so shows the whole
// story. A view from 0 to a later time is one from 1970 on.
func (v View) Whole() bool { return !(v.From < v.To) }

// Shows reports whether the view is of a whole story that reaches from one time to
// another, named or not.
func (v View) Shows(from, to float64) bool {
	return v.Whole() || v.From == from && v.To == to
}

// Query says which events to bring out: those that hold Text in their title,
// people, place, summary or quotations, and have this person, place and kind. An
// empty field asks for nothing.
type Query struct{ Text, Person, Place, Kind string }

// Arrangement tells how bars are ordered.
type Arrangement uint8

const (
	// Calendar: bars stand on their dates.
	Calendar Arrangement = iota
	// Compare: bars lie side by side from one start, longest first, those of
	// unknown length last.
	Compare
)

// String returns the arrangement as addresses and messages spell it.
func (a Arrangement) String() string {
	if a == Compare {
		return "compare"
	}
	return "calendar"
}

// ParseArrangement reads what String writes.
func ParseArrangement(s string) (a Arrangement, ok bool) {
	switch s {
	case "calendar":
		return Calendar, true
	case "compare":
		return Compare, true
	}
	return Calendar, false
}
