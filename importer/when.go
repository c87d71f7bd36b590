package importer

import (
	"errors"
	"slices"
	"strings"

	"barline/data/edtf"
	"barline/importer/columns"
	"barline/importer/dates"
	"barline/importer/draft"
	"barline/importer/sheet"
)

// when reads the dates of a table's rows.
type when struct {
	sheet   *sheet.Sheet
	datings []dating
	display int  // the column of dates in words, or -1
	saidBC  bool // how negative years were counted
	// said are remarks and how many are alike; unsaid those that were one too many, by
	// column.
	said   map[draft.Remark]int
	exact  *exactness // or nil
	unsaid map[string]int
}

// dating is one way in which rows tell their date.
type dating struct {
	columns.Dating
	o dates.Options
	// guessed: the century of years of two digits is not said, but decided by the other
	// dates; the beginning of a row decides that of its end better.
	guessed bool
	// edtf: start and end are EDTF as they stand.
	edtf bool
	// read are the dates that were read already: the rows of a large table share days.
	read map[writtenDate]dates.Read
}

// writtenDate is a date as it was written, and whether it is an end, which may go on.
type writtenDate struct {
	text string
	end  bool
}

// mostDates is how many dates are kept.
const mostDates = 1 << 16

// parse reads one date.
func (d *dating) parse(text string, end bool) (dates.Read, error) {
	written := writtenDate{text, end}
	if r, known := d.read[written]; known {
		return r, nil
	}
	parse := dates.Parse
	if end {
		parse = dates.ParseEnd
	}
	r, err := parse(text, d.o)
	if err == nil && len(d.read) < mostDates {
		if d.read == nil {
			d.read = map[writtenDate]dates.Read{}
		}
		d.read[written] = r
	}
	return r, err
}

// newWhen looks at all dates of a table, and decides or asks what they leave open.
func newWhen(s *sheet.Sheet, m columns.Mapping, o dates.Options) (w *when, remarks []draft.Remark, questions []draft.Question) {
	w = &when{sheet: s, display: -1}
	o.Serial = o.Serial || s.Format == "XLSX"
	inFull, example := fullYears(s, m.Dates)
	if inFull && o.Century == 0 {
		remarks = append(remarks, draft.Remark{Kind: draft.Decided, Text: "years are written in full, since one is " + example + ": 79 is the year 79; --century overrules"})
	}
	for i, d := range m.Dates {
		one := dating{Dating: d, o: o, edtf: isEDTF(s, d)}
		if i == 0 {
			w.display = d.Display
		}
		one.o.Serial = one.o.Serial || areSerials(s, d.Start)
		if inFull && o.Century == 0 && !d.Whole() {
			one.o.Century = 1
		}
		if !d.Whole() && one.o.Century == 0 {
			remarks = append(remarks, centuryOfYears(s, &one)...)
		}
		if d.Whole() && !one.edtf {
			var more []draft.Remark
			var asked []draft.Question
			one.o, more, asked = w.survey(one)
			remarks, questions = append(remarks, more...), append(questions, asked...)
		}
		one.guessed = o.Century == 0 && one.o.Century != 1
		w.datings = append(w.datings, one)
	}
	return w, remarks, questions
}

// centuryOfYears finds out in which hundred years the years of two digits of a column of
// years are, if the others of it say so.
func centuryOfYears(s *sheet.Sheet, d *dating) []draft.Remark {
	years, short := make([]string, len(s.Rows)), false
	for i, row := range s.Rows {
		years[i] = strings.TrimSuffix(cell(row, d.Year).Text, ".0")
		short = short || len(years[i]) == 2
	}
	if !short {
		return nil
	}
	decided, remarks, _ := dates.Survey([][]string{years}, d.o)
	if decided.Century == 0 {
		return nil
	}
	d.o.Century = decided.Century
	var said []draft.Remark
	for _, r := range remarks {
		if strings.HasPrefix(r.Text, "years of two digits") {
			r.Line, r.Column = 0, columns.Label(s, d.Year)
			said = append(said, r)
		}
	}
	return said
}

// fullYears reports whether the columns of years hold years of any length: where one
// has three digits, or stands before Christ, two digits are a year as well.
func fullYears(s *sheet.Sheet, all []columns.Dating) (is bool, example string) {
	twoDigits := false
	for _, row := range s.Rows {
		for _, d := range all {
			text := cell(row, d.Year).Text
			digits := strings.TrimLeft(text, "-−")
			if strings.Trim(digits, "0123456789") != "" || digits == "" {
				continue
			}
			if len(digits) == 2 && digits == text {
				twoDigits = true
			} else if !is && (len(digits) == 3 || digits != text) {
				is, example = true, text
			}
		}
	}
	return is && twoDigits, example
}

// areSerials reports whether a column holds nothing but numbers as workbooks count
// days, from 1927 to 2119.
func areSerials(s *sheet.Sheet, column int) bool {
	any := false
	for _, row := range s.Rows {
		text := cell(row, column).Text
		if text == "" {
			continue
		}
		days, fraction, _ := strings.Cut(text, ".")
		if len(days) != 5 || days < "10000" || days > "80000" || strings.Trim(days+fraction, "0123456789") != "" {
			return false
		}
		any = true
	}
	return any
}

// order is what comes first in the table's dates, "" where it did not matter.
func (w *when) order() string {
	for i := range w.datings {
		if d := &w.datings[i]; d.Whole() && !d.edtf {
			return [...]string{dates.AnyOrder: "", dates.DayFirst: "dmy", dates.MonthFirst: "mdy", dates.YearFirst: "ymd"}[d.o.Order]
		}
	}
	return ""
}

// survey has the dates of the columns of beginnings and ends looked at together.
func (w *when) survey(d dating) (dates.Options, []draft.Remark, []draft.Question) {
	var lists [][]string
	for _, i := range []int{d.Start, d.End} {
		if i < 0 {
			continue
		}
		list := make([]string, len(w.sheet.Rows))
		for k, row := range w.sheet.Rows {
			if c := cell(row, i); c.Date == "" {
				list[k] = c.Text
				if i == d.End {
					list[k] = dates.WithEndYear(cell(row, d.Start).Text, c.Text, d.o)
				}
			}
		}
		lists = append(lists, list)
	}
	var byWords draft.Remark
	d.o.Order, byWords = w.orderOfWords(d)
	o, remarks, questions := dates.Survey(lists, d.o)
	if len(questions) > 0 && o.Order == dates.AnyOrder {
		// What else would be asked once the order is answered is asked at once.
		answered := d.o
		answered.Order = dates.DayFirst
		_, _, further := dates.Survey(lists, answered)
		for _, q := range further {
			if !slices.ContainsFunc(questions, func(have draft.Question) bool { return have.Option == q.Option }) {
				questions = append(questions, q)
			}
		}
	}
	for i := range remarks {
		remarks[i].Line = w.line(remarks[i].Line)
	}
	if byWords.Text != "" {
		remarks = append(remarks, byWords)
	}
	name := columns.Label(w.sheet, d.Start)
	for i := range remarks {
		if remarks[i].Column == "" {
			remarks[i].Column = name
		}
	}
	for i := range questions {
		q := &questions[i]
		if q.Column == "" {
			q.Column = w.columnOf(q.Example, d)
		}
		// Those of the example itself, and of other values that raise the question.
		lines := w.linesOf(q.Example, d)
		for _, line := range q.Lines {
			lines = append(lines, w.line(line))
		}
		slices.Sort(lines)
		q.Lines = slices.Compact(lines)
	}
	return o, remarks, questions
}

// columnOf is the name of the column in which a date stands, that of beginnings where
// it is none of the ends.
func (w *when) columnOf(example string, d dating) string {
	if d.End >= 0 && example != "" {
		for _, row := range w.sheet.Rows {
			switch example {
			case cell(row, d.Start).Text:
				return columns.Label(w.sheet, d.Start)
			case cell(row, d.End).Text:
				return columns.Label(w.sheet, d.End)
			}
		}
	}
	return columns.Label(w.sheet, d.Start)
}

// line is the line of a row, counted from 1; 0 is none.
func (w *when) line(row int) int {
	if row < 1 || row > len(w.sheet.Rows) {
		return 0
	}
	return w.sheet.Rows[row-1].Line
}

// linesOf are the first lines in which a date stands.
func (w *when) linesOf(example string, d dating) []int {
	const most = 5
	var lines []int
	for _, row := range w.sheet.Rows {
		for _, i := range []int{d.Start, d.End} {
			if i >= 0 && len(lines) < most && example != "" && cell(row, i).Text == example {
				lines = append(lines, row.Line)
			}
		}
	}
	return lines
}

// isEDTF reports whether columns named start and end hold EDTF and nothing else.
func isEDTF(s *sheet.Sheet, d columns.Dating) bool {
	if d.Start < 0 || d.Clock >= 0 || d.EndClock >= 0 || !strings.EqualFold(s.Columns[d.Start], "start") || d.End >= 0 && !strings.EqualFold(s.Columns[d.End], "end") {
		return false
	}
	for _, row := range s.Rows {
		for _, i := range []int{d.Start, d.End} {
			if text := cell(row, i).Text; text != "" {
				if _, err := edtf.Parse(text); err != nil {
					return false
				}
			}
		}
	}
	return true
}

// cell is a row's cell in a column; a cell that says that there is nothing is empty.
func cell(row sheet.Row, i int) sheet.Cell {
	if i < 0 || i >= len(row.Cells) {
		return sheet.Cell{}
	}
	c := row.Cells[i]
	if c.Date == "" && columns.Nothing(c.Text) {
		return sheet.Cell{}
	}
	return c
}

// moment is the date of a row.
type moment struct {
	date, note string // EDTF; date is empty if the row has none
	remarks    []draft.Remark
}

// unreadError is a value that cannot be read as a date.
type unreadError struct {
	column, value string
	err           error
}

func (e *unreadError) Error() string { return reason(e.err) }

// reason is what is wrong with a date, without the date itself.
func reason(err error) string {
	if e, ok := errors.AsType[*dates.Error](err); ok {
		return e.What
	}
	if e, ok := errors.AsType[*edtf.Error](err); ok {
		return e.What
	}
	return err.Error()
}

// of reads the date of a row. Its errors are an *unreadError or a
// [*dates.AskError].
func (w *when) of(row sheet.Row) (moment, error) {
	for k := range w.datings {
		d := &w.datings[k]
		var m moment
		var err error
		if d.Whole() {
			m, err = w.whole(row, d)
		} else {
			m, err = w.parts(row, d)
		}
		if err != nil || m.date != "" {
			if err == nil {
				w.exact.apply(row, &m)
				w.compare(row, k, &m)
				if words := cell(row, w.display).Text; words != "" {
					w.shown(row, d.o, &m, words)
				}
			}
			return m, err
		}
	}
	return moment{}, nil
}

// whole reads a date that stands in one cell, or two.
func (w *when) whole(row sheet.Row, d *dating) (m moment, err error) {
	from, err := w.end(row, d.Start, d.Clock, "", d, &m)
	if err != nil || from == "" {
		return m, err
	}
	to, err := w.end(row, d.End, d.EndClock, from, d, &m)
	if err != nil {
		return m, err
	}
	if to == "" && d.EndClock >= 0 && cell(row, d.EndClock).Text != "" && d.Clock >= 0 {
		// It ended on the day on which it began.
		if to, err = w.end(row, d.Start, d.EndClock, "", d, &moment{}); err != nil {
			return m, err
		}
	}
	if d.edtf && to != "" {
		m.date = from + "/" + to
		if _, err := edtf.Parse(m.date); err != nil {
			return m, &unreadError{columns.Label(w.sheet, d.End), to, err}
		}
		return m, nil
	}
	m.date, err = w.join(row, d.Start, from, to)
	return m, err
}

// join makes one date of a beginning and an end.
func (w *when) join(row sheet.Row, column int, from, to string) (string, error) {
	if to == "" {
		return from, nil
	}
	date, err := dates.Join(from, to)
	if err != nil {
		return "", &unreadError{columns.Label(w.sheet, column), from + ", " + to, err}
	}
	return date, nil
}

// end reads one end of a date, with the time of day beside it. begin is the beginning
// in EDTF if it is the end of a stretch, else empty.
func (w *when) end(row sheet.Row, column, clock int, begin string, d *dating, m *moment) (string, error) {
	c, time := cell(row, column), cell(row, clock).Text
	switch {
	case c.Text == "" && c.Date == "":
		return "", nil
	case d.edtf:
		return c.Text, nil
	}
	text := c.Text
	if c.Date != "" {
		if time == "" {
			return c.Date, nil
		}
		text = c.Date
	}
	if time != "" {
		r, err := dates.Parse(text+" "+time, d.o)
		if err == nil {
			w.note(row, column, r, text, m)
			return r.EDTF, nil
		}
		if _, ok := errors.AsType[*dates.AskError](err); ok {
			return "", err
		}
		m.addNote(time) // no time of day, but said
	}
	if begin != "" && d.guessed {
		o := d.o
		o.Century = 0
		if r, ok := dates.EndAfter(begin, text, o); ok {
			w.note(row, column, r, text, m)
			return r.EDTF, nil
		}
	}
	r, err := d.parse(text, column == d.End)
	if column == d.Start {
		if by, ok := centuryOfWords(text, cell(row, w.display).Text, r, err, d.o); ok {
			r, err = by, nil
		}
	}
	if err != nil {
		if _, ok := errors.AsType[*dates.AskError](err); ok {
			return "", err
		}
		return "", &unreadError{columns.Label(w.sheet, column), text, err}
	}
	w.note(row, column, r, text, m)
	return r.EDTF, nil
}

// note keeps what a date says beyond its EDTF, and what was decided in reading it.
func (w *when) note(row sheet.Row, column int, r dates.Read, written string, m *moment) {
	m.addNote(r.Note)
	if strings.HasPrefix(written, "-") && strings.HasSuffix(r.Remark, " BC") {
		// Of many such years the first says it all.
		if !w.saidBC {
			w.saidBC = true
			m.remarks = append(m.remarks, draft.Remark{Column: columns.Label(w.sheet, column), Kind: draft.Decided, Value: written,
				Text: "negative years are counted as people do, without a year 0: " + r.Remark + "; --bc astronomical counts otherwise"})
		}
		return
	}
	if r.Remark != "" && w.isNews(columns.Label(w.sheet, column), r.Remark) {
		m.remarks = append(m.remarks, draft.Remark{Line: row.Line, Column: columns.Label(w.sheet, column), Kind: draft.Decided, Value: written, Text: r.Remark})
	}
}

// mostAlike is how many remarks that differ in their digits alone are said.
const mostAlike = 3

// isNews counts remarks, and reports whether one more is to be said: it was said
// already, of another row, or few that are alike were.
func (w *when) isNews(column, text string) bool {
	exact := draft.Remark{Column: column, Text: text}
	if w.said[exact] > 0 {
		return true
	}
	if w.said == nil {
		w.said, w.unsaid = map[draft.Remark]int{}, map[string]int{}
	}
	alike := draft.Remark{Column: column, Kind: draft.Changed, Text: strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return '0'
		}
		return r
	}, text)}
	if w.said[alike] == mostAlike {
		w.unsaid[column]++
		return false
	}
	w.said[alike]++
	w.said[exact]++
	return true
}

// alike says how many remarks were not said.
func (w *when) alike() []draft.Remark {
	var all []draft.Remark
	for i := range w.sheet.Columns {
		name := columns.Label(w.sheet, i)
		if n := w.unsaid[name]; n > 0 {
			all = append(all, draft.Remark{Column: name, Kind: draft.Decided, Text: count(n, "more value was", "more values were") + " read the same way"})
			delete(w.unsaid, name)
		}
	}
	return all
}

func (m *moment) addNote(note string) {
	switch {
	case note == "" || note == m.note:
	case m.note == "":
		m.note = note
	default:
		m.note += "; " + note
	}
}

// parts reads a date whose parts stand in cells of their own.
func (w *when) parts(row sheet.Row, d *dating) (m moment, err error) {
	text := func(i int) string { return cell(row, i).Text }
	if text(d.Year) == "" {
		return m, nil
	}
	read := func(year, month, day, clock string) (string, error) {
		if d.BC && strings.Trim(year, "0123456789") == "" {
			year += " BC" // as the column's name says
		}
		r, err := dates.Parts(year, month, day, clock, d.o)
		if err != nil {
			if _, ok := errors.AsType[*dates.AskError](err); ok {
				return "", err
			}
			return "", &unreadError{columns.Label(w.sheet, d.Year), strings.TrimSpace(strings.Join([]string{year, month, day, clock}, " ")), err}
		}
		w.note(row, d.Year, r, year, &m)
		return r.EDTF, nil
	}
	from, err := read(text(d.Year), text(d.Month), text(d.Day), text(d.Clock))
	if err != nil {
		return m, err
	}
	to := ""
	year, month, day, clock := text(d.EndYear), text(d.EndMonth), text(d.EndDay), text(d.EndClock)
	switch {
	case d.End >= 0:
		if to, err = w.end(row, d.End, d.EndClock, from, d, &m); err != nil {
			return m, err
		}
	case year+month+day+clock != "":
		// What the end does not say is as in the beginning.
		if year == "" {
			year = text(d.Year)
			if month == "" {
				if month = text(d.Month); day == "" {
					day = text(d.Day)
				}
			}
		}
		if whole, ok := dates.EndYear(from, year); ok && d.guessed && !d.BC {
			m.remarks = append(m.remarks, draft.Remark{Line: row.Line, Column: columns.Label(w.sheet, d.EndYear), Kind: draft.Decided, Value: year,
				Text: year + " was read as " + whole + ", by the year in which it began"})
			year = whole
		}
		if to, err = read(year, month, day, clock); err != nil {
			return m, err
		}
	}
	m.date, err = w.join(row, d.Year, from, to)
	return m, err
}

// compare reports where another way of telling the date contradicts the one that was
// taken.
func (w *when) compare(row sheet.Row, taken int, m *moment) {
	for k := taken + 1; k < len(w.datings); k++ {
		d := &w.datings[k]
		if d.Whole() || cell(row, d.Year).Text == "" {
			continue
		}
		other, err := w.parts(row, d)
		if err != nil || other.date == "" || agree(m.date, other.date) {
			continue
		}
		m.remarks = append(m.remarks, draft.Remark{Line: row.Line, Column: columns.Label(w.sheet, d.Year), Kind: draft.Contrary, Value: cell(row, d.Year).Text,
			Text: "says " + other.date + ", where the date says " + m.date + ", which was taken"})
	}
}

// agree reports whether two dates may be the same.
func agree(a, b string) bool {
	first, err1 := edtf.Parse(a)
	second, err2 := edtf.Parse(b)
	if err1 != nil || err2 != nil {
		return true
	}
	from1, to1 := first.Bounds()
	from2, to2 := second.Bounds()
	return from1 < to2 && from2 < to1
}
