// Package columns finds what the columns of a table mean: by what the one who imports
// said, by their names in the twelve languages of the interface, then by what is in
// them.
//
//	Fecha      Hora   Fase     Evento   Detalle_Operativo
//	a date     clock  lane     title    text
//
// A column has one meaning or none. What tells the date of a row may stand in
// several columns (a day and a time; a year, a month and a day; a beginning and an
// end), and in several ways beside one another: Mapping.Dates.
package columns

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"barline/importer/draft"
	"barline/importer/sheet"
)

// Field is what a column means.
type Field uint8

// The fields. Parts of dates belong to the beginning, End… to the end.
const (
	None Field = iota
	ID
	Title
	Text  // a long text
	Start // a date, or an interval
	End
	Display // a date in words, beside another
	Year
	Month
	Day
	Clock // a time of day
	EndYear
	EndMonth
	EndDay
	EndClock
	Duration
	Lane
	Kind
	Place
	People
	Source
	URL
	Media
	MediaCredit
	MediaCaption
	Quote
	Speaker
	Headline // the story's
	RowType  // TimelineJS: title, era
)

// String returns the field as the report names it.
func (f Field) String() string {
	return [...]string{"nothing", "id", "title", "text", "date", "end", "date in words", "year", "month", "day", "time of day",
		"year of the end", "month of the end", "day of the end", "time of the end", "duration", "lane", "kind", "place", "people",
		"source", "url", "media", "credit of media", "caption of media", "quote", "speaker", "headline", "type of row"}[f]
}

// Names are the fields as the one who imports may say them, in the order in which
// they are listed.
func Names() []string {
	return []string{"id", "title", "date", "start", "end", "duration", "lane", "kind", "place", "people", "text", "summary",
		"quote", "speaker", "source", "url", "media", "headline", "year", "month", "day", "time"}
}

// named is the field that a person names so.
func named(name string) (Field, bool) {
	switch strings.ToLower(strings.TrimSpace(name)) {
	case "id":
		return ID, true
	case "title":
		return Title, true
	case "date", "start":
		return Start, true
	case "end":
		return End, true
	case "duration":
		return Duration, true
	case "lane":
		return Lane, true
	case "kind":
		return Kind, true
	case "place":
		return Place, true
	case "people":
		return People, true
	case "text", "summary":
		return Text, true
	case "quote":
		return Quote, true
	case "speaker":
		return Speaker, true
	case "source":
		return Source, true
	case "url":
		return URL, true
	case "media":
		return Media, true
	case "headline":
		return Headline, true
	case "year":
		return Year, true
	case "month":
		return Month, true
	case "day":
		return Day, true
	case "time":
		return Clock, true
	}
	return None, false
}

// Dating is one way in which rows tell their date: numbers of columns, -1 where
// there is none.
type Dating struct {
	Start, End, Display                 int
	Year, Month, Day, Clock             int
	EndYear, EndMonth, EndDay, EndClock int
	// BC: the column's name says that its years are before Christ.
	BC bool
}

func noDating() Dating { return Dating{-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, false} }

// Whole reports whether dates stand in one cell, and not in parts.
func (d Dating) Whole() bool { return d.Start >= 0 }

// Mapping is a meaning for each column.
type Mapping struct {
	Fields []Field  // by column
	How    []string // by column: how its meaning was found, or why it has none
	Dates  []Dating // the ways in which rows tell their date, best first
	// TitleOf are the columns whose values make the title together, where no column
	// has titles or texts.
	TitleOf []int
	Remarks []draft.Remark
	// Lang is the language of the columns' names, a BCP 47 tag, and LangBy the columns
	// that tell it; "" where they do not.
	Lang   string
	LangBy []int
	// Questions are what only a person can answer; the mapping is then incomplete.
	Questions []draft.Question
}

// Of returns the columns of a field, in the order of the table.
func (m Mapping) Of(f Field) []int {
	var all []int
	for i, field := range m.Fields {
		if field == f {
			all = append(all, i)
		}
	}
	return all
}

// First is the first column of a field, or -1.
func (m Mapping) First(f Field) int { return slices.Index(m.Fields, f) }

// UnknownError is a field or a column that the one who imports named, and that there
// is not.
type UnknownError struct{ Text string }

func (e *UnknownError) Error() string { return e.Text }

// mostLabel is how much of a column's name is said, in characters.
const mostLabel = 60

// Label names a column for people: by its name, which is shortened where it is long,
// else by its number.
func Label(s *sheet.Sheet, i int) string {
	if name := shortened(s.Columns[i], mostLabel); name != "" {
		return name
	}
	return "column " + strconv.Itoa(i+1)
}

// Key is what --map names a column by: its name, or its number where it has none or
// one that is too long to write.
func Key(s *sheet.Sheet, i int) string {
	if label := Label(s, i); label == s.Columns[i] {
		return label
	}
	return strconv.Itoa(i + 1)
}

// Of finds the meanings. said are the columns, by name or number, that the one who
// imports gave to a field, by the field's name (Names). Its error is an
// *UnknownError.
func Of(s *sheet.Sheet, said map[string][]string) (Mapping, error) {
	f := &finder{sheet: s, m: Mapping{Fields: make([]Field, len(s.Columns)), How: make([]string, len(s.Columns))}}
	f.look()
	if err := f.bySaid(said); err != nil {
		return Mapping{}, err
	}
	lex := newLexicon()
	f.m.Lang, f.m.LangBy = lex.language(s)
	f.byName(lex)
	f.byContent()
	f.titles()
	f.lanes()
	f.dating()
	f.dateByNameAlone()
	f.explain()
	f.ask()
	return f.m, nil
}

// bySaid gives the columns their fields that a person said.
func (f *finder) bySaid(said map[string][]string) error {
	names := make([]string, 0, len(said))
	for name := range said {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		field, ok := named(name)
		if !ok {
			return &UnknownError{fmt.Sprintf("--map %s=…: there is no field %q; fields are %s", name, name, strings.Join(Names(), ", "))}
		}
		for _, column := range said[name] {
			i := f.column(column)
			if i < 0 {
				short := shortened(column, mostLabel)
				return &UnknownError{fmt.Sprintf("--map %s=%s: the table has no column %q; it has %s", name, short, short, f.listColumns())}
			}
			f.m.Fields[i], f.m.How[i], f.stats[i].said = field, "as --map says", true
		}
	}
	return nil
}

// column finds a column by its name, or by its number from 1.
func (f *finder) column(name string) int {
	name = strings.TrimSpace(name)
	for _, same := range []func(a, b string) bool{
		func(a, b string) bool { return a == b }, strings.EqualFold,
		func(a, b string) bool { return fold(a) == fold(b) },
	} {
		for i, c := range f.sheet.Columns {
			if c != "" && same(c, name) {
				return i
			}
		}
	}
	if n, err := strconv.Atoi(strings.TrimPrefix(strings.ToLower(name), "column ")); err == nil && n >= 1 && n <= len(f.sheet.Columns) {
		return n - 1
	}
	return -1
}

// mostListed is how many columns a message lists.
const mostListed = 40

func (f *finder) listColumns() string {
	var all []string
	for i := range f.sheet.Columns {
		if f.stats[i].filled > 0 || f.sheet.Columns[i] != "" {
			all = append(all, Label(f.sheet, i))
		}
	}
	if len(all) > mostListed {
		all = append(all[:mostListed], fmt.Sprintf("and %d more", len(all)-mostListed))
	}
	return strings.Join(all, ", ")
}

// ask asks what nothing in the table says.
func (f *finder) ask() {
	var answers []draft.Answer
	for i := range f.sheet.Columns {
		if f.stats[i].filled > 0 {
			answers = append(answers, f.answer(i))
		}
	}
	if len(answers) > mostListed {
		answers = answers[:mostListed]
	}
	question := func(field, asks string, values ...string) {
		for i := range answers {
			answers[i].Value = field + "=" + strings.TrimPrefix(answers[i].Value, field+"=")
		}
		f.m.Questions = append(f.m.Questions, draft.Question{Option: "map", Answers: slices.Clone(answers), Lines: f.firstLines()}.Asked(asks, values...))
	}
	switch {
	case len(f.m.Dates) == 0 && f.emptyDates != "":
		question("date", "otherDateColumn", "empty", f.emptyDates)
	case len(f.m.Dates) == 0:
		question("date", "dateColumn")
	case len(f.m.Of(Title)) == 0 && len(f.m.Of(Text)) == 0 && len(f.m.TitleOf) == 0:
		question("title", "titleColumn")
	}
}

func (f *finder) firstLines() []int {
	if f.sheet.Header > 0 {
		return []int{f.sheet.Header}
	}
	if len(f.sheet.Rows) > 0 {
		return []int{f.sheet.Rows[0].Line}
	}
	return nil
}

// answer is a column as an answer: what is in it, and its name where the answer has only
// its number.
func (f *finder) answer(i int) draft.Answer {
	example := strconv.Quote(shortened(f.stats[i].example, mostExample))
	if label := Label(f.sheet, i); label != f.sheet.Columns[i] && f.sheet.Columns[i] != "" {
		return draft.Meaning(Key(f.sheet, i), "columnSuchAs", "column", label, "example", example)
	}
	return draft.Meaning(Key(f.sheet, i), "suchAs", "example", example)
}

// mostExample is how much of a value a message shows.
const mostExample = 40

// shortened is the first line of a text, of at most so many characters.
func shortened(s string, most int) string {
	if i := strings.IndexByte(s, '\n'); i >= 0 {
		s = s[:i] + " …"
	}
	n := 0
	for i := range s {
		if n++; n == most {
			if rest := s[i:]; utf8.RuneCountInString(rest) > 1 {
				return s[:i] + "…"
			}
			return s
		}
	}
	return s
}
