package csvtree

import "strings"

// Column is a column of a table of events. Its String is its name in the header.
type Column uint8

// The columns, in the order in which barline writes them.
const (
	Type Column = iota // what a row is about; empty for an event

	// Those of every table that barline writes.
	ID
	Title
	Start
	End
	Length
	Lane
	Kind
	Place
	People
	Summary
	Words
	Speaker
	Source

	// What else is said of an event.
	Short
	DateBasis
	DateNote
	LengthBasis
	LengthNote
	LengthNoteBasis
	Waiting
	WaitingOrder
	WaitingBasis
	WaitingNote
	WaitingNoteBasis
	Quotes
	Links
	Media
	MediaAlt
	MediaCredit
	MediaCaption
	MediaURL

	// What else is said of a quotation.
	QuoteID
	QuoteLang
	Translation
	Translator
	Sentence
	QuoteLead
	Circumstance

	// What is said of the story, and of what its events name.
	Role
	SourceTitle
	SourceURL
	SourceFile
	Plural
	Paint
	Lang
	Zone
	Offset
	Figure
	Count
	Weight
	Style
	StoryDate
	Live
	Proof
	Allow
	Why

	// Headline is read, but not written.
	Headline

	// ColumnCount is how many there are.
	ColumnCount int = iota
)

// String returns the column's name in a header.
func (c Column) String() string {
	return [ColumnCount]string{
		"type",
		"id", "title", "start", "end", "duration", "lane", "kind", "place", "people", "summary", "quote", "speaker", "source",
		"short", "date basis", "date note", "duration basis", "duration note", "duration note basis",
		"waiting", "waiting order", "waiting basis", "waiting note", "waiting note basis",
		"quotes", "links", "media", "media alt", "media credit", "media caption", "media url",
		"quote id", "quote lang", "translation", "translator", "sentence", "quote lead", "circumstance",
		"role", "source title", "source url", "source file", "plural", "paint", "lang", "zone", "offset", "figure", "count", "weight", "style", "story date", "live", "proof", "allow", "why",
		"headline",
	}[c]
}

// IsEveryday reports whether all tables that barline writes have the column. The
// others are written only if something is in them.
func (c Column) IsEveryday() bool { return c >= ID && c <= Source }

// All are all columns, in their order.
func All() []Column {
	all := make([]Column, ColumnCount)
	for i := range all {
		all[i] = Column(i)
	}
	return all
}

// Columns are the names of the everyday columns, in their order. A table that is
// read needs title and start.
func Columns() []string {
	var names []string
	for _, c := range everyday() {
		names = append(names, c.String())
	}
	return names
}

// everyday are the everyday columns, in their order.
func everyday() []Column {
	var all []Column
	for _, c := range All() {
		if c.IsEveryday() {
			all = append(all, c)
		}
	}
	return all
}

// columnNamed finds a column by its name in a header.
func columnNamed(name string) (Column, bool) {
	name = strings.ToLower(name)
	for _, c := range All() {
		if c.String() == name {
			return c, true
		}
	}
	return 0, false
}

// needed are the columns without which there are no events.
func needed() []Column { return []Column{Title, Start} }

// RowType is what a row is about, as the column type says it.
type RowType uint8

const (
	EventRow RowType = iota
	QuoteRow         // a further quotation of an event
	StoryRow         // the story itself
	PeriodRow
	LaneRow
	KindRow
	PersonRow
	PlaceRow
	SourceRow
	FontRow
	AnnotationRow
	CorrectionRow
	ThemeRow

	rowTypeCount int = iota
)

// String returns the type as the column has it.
func (r RowType) String() string {
	return [rowTypeCount]string{"event", "quote", "story", "period", "lane", "kind", "person", "place", "source", "font", "annotation", "correction", "theme"}[r]
}

// takes reports whether a row of the type may have something in a column.
func (r RowType) takes(c Column) bool {
	if c == Type || c == Headline {
		return true
	}
	in := func(columns ...Column) bool {
		for _, other := range columns {
			if c == other {
				return true
			}
		}
		return false
	}
	switch r {
	case QuoteRow:
		return in(ID, Words, Speaker, Source) || c >= QuoteID && c <= Circumstance
	case StoryRow:
		return in(ID, Title, Summary, Start, End, Lang, Zone, Offset, Figure, Count, StoryDate, Live, Proof, Allow)
	case PeriodRow:
		return in(Title, Start, End)
	case LaneRow:
		return in(Title)
	case KindRow:
		return in(ID, Title, Plural, Paint)
	case PersonRow:
		return in(ID, Title, Role)
	case PlaceRow:
		return in(ID, Title, Short)
	case SourceRow:
		return in(ID, Title, SourceTitle, SourceURL, SourceFile)
	case CorrectionRow:
		return in(ID, Title, Start, Why)
	case FontRow:
		return in(Title, Weight, Style)
	case AnnotationRow:
		return in(Title, Start, End, Length, Source)
	case ThemeRow:
		return in(Title, Summary)
	}
	return c <= Circumstance || c == Allow
}

// rowTypeNamed finds a type by its name; an empty one is that of events.
func rowTypeNamed(name string) (RowType, bool) {
	if name == "" {
		return EventRow, true
	}
	name = strings.ToLower(name)
	for r := range RowType(rowTypeCount) {
		if r.String() == name {
			return r, true
		}
	}
	return 0, false
}

// rowTypeNames are all types, for the fix of an error.
func rowTypeNames() string {
	var names []string
	for r := range RowType(rowTypeCount) {
		names = append(names, r.String())
	}
	return strings.Join(names, ", ")
}
