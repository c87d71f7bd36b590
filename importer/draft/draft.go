// Package draft is the vocabulary of an import: events as a foreign file says
// them, before they are a story. Readers of shapes (importer/shapes) and of tables
// (importer) make drafts; importer writes the story file from one.
package draft

// Draft is what a file says, in the file's order.
type Draft struct {
	Lang       string   // a BCP 47 tag, where the file says one
	LangBy     string   // what tells the language, where the file does not say it: "by the columns Fecha and Evento"
	Headline   string   // "" where the file has none
	Standfirst []string // paragraphs
	Zone       Zone     // the one time zone of all times of day, where the file names one
	Kinds      []Kind   // only where the file itself declares names for its categories
	Lanes      []string // in the file's order
	Periods    []Period
	Events     []Event
}

// Zone is a time zone as a story says it.
type Zone struct{ Name, Offset string }

// Kind is a declared category: its id and its name for one event.
type Kind struct{ ID, Name, Plural string }

// Period is a named stretch behind the figure.
type Period struct {
	Title, Date string // Date is EDTF
	Line        int
}

// Event is one event. Empty fields were not said.
type Event struct {
	Line    int    // where it begins in the file, from 1; 0 where lines mean nothing
	ID      string // as the file says it; importer makes it a valid id
	Title   string
	Summary []string // paragraphs
	Date    string   // EDTF
	Note    string   // what was written of the date beyond what EDTF holds
	// Duration is as in a story: ISO 8601 with its qualifier, or "unknown".
	Duration string
	Lane     string
	Kind     string // the id of a declared kind
	Place    string
	People   []string
	Source   Source
	Links    []Link
	Media    []Link // images and films: addresses, published as links and counted
	Quote    string
	Speaker  string
}

// Source is where an event is known from.
type Source struct{ Name, Title, URL string }

// Link is an address with words for it.
type Link struct{ Title, URL string }

// Remark is something that the report says: what was decided, changed or left out.
type Remark struct {
	Line   int    // 0 where it is about the whole file
	Column string // the column that it is about, or ""
	// Kind groups remarks in the report.
	Kind  RemarkKind
	Value string // what was written, where that helps
	Text  string // one plain English sentence without a full stop
}

// RemarkKind is what a remark is about.
type RemarkKind uint8

// The kinds of remarks.
const (
	Decided  RemarkKind = iota // how something was read: "day first, for 17/09/2025 can be nothing else"
	LeftOut                    // a row, column or part that is not in the story, and why
	Changed                    // a value that was changed: shortened, cleaned, turned into a link
	Unread                     // a value that could not be read; its event is left out
	Contrary                   // two values that contradict each other; which one was taken
)

// Question is what only a person can answer. Importing ends with it, writes nothing
// and names the option that answers it.
type Question struct {
	// Option is the option without dashes: dates, century, day, bc, zone, map.
	Option string
	// Answers are the values that it may have, with what each would mean, in the
	// order in which they are offered; empty where any value goes (a day, a name).
	Answers []Answer
	Column  string // the column that it is about, or ""
	Lines   []int  // up to some lines where it matters
	Example string // a value that raises it: "Mar-46"
	Text    string // the question, one sentence ending in a question mark
	// Words are those of Text, to say it in another language.
	Words Wording
}

// Asked is the question in the words of the table.
func (q Question) Asked(name string, values ...string) Question {
	q.Words = Worded(name, values...)
	q.Text = q.Words.String()
	return q
}

// Answer is one value of an option, with what it would mean: as text, and in words.
type Answer struct {
	Value, Means string
	Words        Wording
}

// Meaning is an answer that means something in the words of the table.
func Meaning(value, name string, values ...string) Answer {
	w := Worded(name, values...)
	return Answer{value, w.String(), w}
}
