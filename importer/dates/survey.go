package dates

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"barline/importer/draft"
)

// Survey looks at all that is written in columns of dates, which belong together,
// and says what they decide: the order of day and month, the century of years of two
// digits, whether 1905-06 is a month or two years, which calendar is meant, and
// whether midnights are times. What the options say already stays as it is. remarks
// say what decided; questions are what nothing decides: dates that raise them cannot
// be read before they are answered. The lines of a question count the values of a
// column from 1; the caller knows what lines and columns they are.
func Survey(columns [][]string, o Options) (decided Options, remarks []draft.Remark, questions []draft.Question) {
	s := survey{o: o}
	e := s.look(columns)
	s.decideOrder(e)
	s.decidePair(e)
	s.decideCalendar(e)
	s.decideForms(e, columns)
	s.lookAgain(e)
	s.decideCentury(e)
	s.decideBC(e)
	if e.clocks.n > 0 && s.o.Day == "" {
		s.ask(draft.Question{Option: "day", Example: e.clocks.example, Lines: e.clocks.lines}.Asked("dayOfTimes", "example", clip(e.clocks.example)))
	}
	return s.o, s.remarks, s.questions
}

// survey is a survey under way.
type survey struct {
	o         Options // what is decided
	remarks   []draft.Remark
	questions []draft.Question
}

func (s *survey) say(value, text string) {
	s.remarks = append(s.remarks, draft.Remark{Kind: draft.Decided, Value: value, Text: text})
}

func (s *survey) ask(q draft.Question) { s.questions = append(s.questions, q) }

// look reads all values for what they say of each other.
func (s *survey) look(columns [][]string) *evidence {
	e := new(evidence)
	for _, column := range columns {
		for i, value := range column {
			if value == "" {
				continue
			}
			e.line = i + 1
			if _, err := parse(value, &s.o, e); err != nil {
				if ask, ok := err.(*AskError); ok && ask.Question.Option == "dates" {
					e.pending = append(e.pending, pending{value, i + 1})
				}
			}
		}
	}
	return e
}

// lookAgain reads those values to their end whose order or form is decided by now.
func (s *survey) lookAgain(e *evidence) {
	values := e.pending
	e.pending = nil
	for _, v := range values {
		e.line = v.line
		_, _ = parse(v.value, &s.o, e) // what it asks now, it asked before
	}
}

// decideOrder finds the one order that all dates of three numbers allow.
func (s *survey) decideOrder(e *evidence) {
	given := s.o.Order != AnyOrder
	if e.points.n > 0 && e.orders.n > 0 {
		defer s.decidePoints(&e.points)
	}
	w := &e.orders
	if w.n == 0 {
		w = &e.points
	}
	if given || w.n == 0 {
		return
	}
	order, n := w.one()
	switch {
	case n == 1:
		s.o.Order = order
		if w.only[order] != "" {
			s.say(w.only[order], orderName(order)+", for "+w.only[order]+" can be nothing else")
		} else {
			s.say(w.open.example, orderName(order)+", for all dates such as "+w.open.example+" can be read so, and in no other way")
		}
	case n == 0:
		var both []string
		for o := DayFirst; o <= YearFirst; o++ {
			if w.only[o] != "" {
				both = append(both, w.only[o]+" is "+orderName(o))
			}
		}
		s.remarks = append(s.remarks, draft.Remark{Kind: draft.Contrary, Text: "dates are written in several orders: " + strings.Join(both, ", ")})
	}
	if w.open.n > 0 && e.openAsk != nil && s.o.Order == AnyOrder {
		q := e.openAsk.Question
		q.Lines = w.open.lines
		if n > 0 {
			q.Answers = slices.DeleteFunc(slices.Clone(q.Answers), func(a draft.Answer) bool {
				for o := DayFirst; o <= YearFirst; o++ {
					if a.Value == orderValue(o) {
						return !w.possible[o]
					}
				}
				return false
			})
		}
		s.ask(q)
	}
}

// decidePoints finds the order of dates with points beside others, whose order they
// need not share: day first, unless only another is possible.
func (s *survey) decidePoints(w *orders) {
	if s.o.Points != AnyOrder {
		return
	}
	order, n := w.one()
	if n != 1 {
		order = DayFirst
	}
	s.o.Points = order
	if order == s.o.Order || n == 1 && w.open.n == 0 {
		return
	}
	example := w.open.example
	if example == "" {
		return
	}
	text := "dates with points, such as " + example + ", were read " + orderName(order)
	if s.o.Order != AnyOrder {
		text += ", though the others are " + orderName(s.o.Order)
	}
	s.say(example, text)
}

func orderName(o Order) string {
	switch o {
	case DayFirst:
		return "day first"
	case MonthFirst:
		return "month first"
	}
	return "year first"
}

// decidePair finds out whether 1905-06 is a month or a stretch of years.
func (s *survey) decidePair(e *evidence) {
	if s.o.Pair != AnyPair || e.pairs.n == 0 {
		return
	}
	example := e.pairs.example
	switch {
	case e.yearPairs > 0 && e.months == 0 && e.isoDays == 0:
		s.o.Pair = PairYears
		s.say(example, example+" was read as years, for others beside it can be nothing else")
	case e.yearPairs == 0 && e.months+e.isoDays > 0:
		s.o.Pair = PairMonths
		s.say(example, example+" was read as a month, as the dates beside it are written")
	default:
		q := pairQuestion(e.pairYear, e.pairNum, example)
		q.Lines = e.pairs.lines
		s.ask(q)
	}
}

// decideCalendar asks where a column has years that only the Gregorian calendar
// can mean beside years that are read in the Solar Hijri one.
func (s *survey) decideCalendar(e *evidence) {
	if s.o.Calendar != AnyCalendar || e.solar == 0 {
		return
	}
	if e.solarNamed > 0 && e.years > 0 && e.last >= 1500 {
		return // the months say which dates are of that calendar
	}
	if e.years > 0 && e.last >= 1500 {
		s.ask(draft.Question{Option: "dates", Example: strconv.Itoa(e.last),
			Answers: []draft.Answer{draft.Meaning("solar", "solarHijri"), draft.Meaning("gregorian", "gregorian")},
		}.Asked("calendarYears", "year", strconv.Itoa(e.last)))
		return
	}
	s.o.Calendar = SolarHijri
	s.say("", "years were read in the Solar Hijri calendar")
}

// decideForms decides about columns that hold days of eight digits, or only times
// of midnight.
func (s *survey) decideForms(e *evidence, columns [][]string) {
	if e.compact > 0 && !s.o.Compact && allCompact(columns) {
		s.o.Compact = true
		s.say("", "eight digits were read as a day, for all dates are written so")
	}
	if e.times > 0 && e.times == e.midnights && !s.o.MidnightIsDay {
		s.o.MidnightIsDay = true
		s.say("", "times of day were left out, for all of them are midnight")
	}
}

// allCompact reports whether each column that has days of eight digits has nothing
// else.
func allCompact(columns [][]string) bool {
	for _, column := range columns {
		days, others := 0, 0
		for _, v := range column {
			v = strings.TrimSpace(v)
			if v == "" {
				continue
			}
			if len(v) == 8 && allDigits(v) {
				if _, ok := compactDay(v); ok {
					days++
					continue
				}
			}
			others++
		}
		if days > 0 && others > 0 {
			return false
		}
	}
	return true
}

// minYears is how many whole years must be written for them to say between which
// years the others are.
const minYears = 3

// decideCentury finds out in which hundred years those of two digits are.
func (s *survey) decideCentury(e *evidence) {
	if s.o.Century != 0 || len(e.shorts) == 0 {
		return
	}
	if !e.notBare && (e.negative || e.years > 0 && e.first < 1000) {
		s.o.Century = 1
		s.say(e.shortSample.example, "years of two digits, such as "+e.shortSample.example+", were read as they are, for the years beside them reach back before 1000")
		return
	}
	low, high, open := 0, 0, -1
	changes := false
	for _, n := range e.shorts {
		year, ok := e.wanted(n)
		if !ok {
			open = n
			break
		}
		if low == 0 || year < low {
			low = year
		}
		high = max(high, year)
		if byDefault, ok := s.o.twoDigits(n); !ok || byDefault != year {
			changes = true
		}
	}
	switch {
	case !changes && open < 0:
		return // each date says that it was read so
	case open >= 0 || high-low >= 100:
		if open < 0 {
			open = e.shorts[0]
		}
		q := centuryQuestion(open, e.exampleOf(open))
		q.Lines = e.shortSample.lines
		s.ask(q)
		return
	}
	s.o.Century = low
	s.say(e.shortSample.example, fmt.Sprintf("years of two digits were read as %d to %d, for the other dates are from %d to %d", low, high, e.first, e.last))
}

// wanted is the one year of two digits that lies between the years that are written
// whole. 00 to 30 are in the years from 2000 where the others reach there.
func (e *evidence) wanted(n int) (year int, ok bool) {
	if n <= 30 && (e.years < minYears || e.last >= 2000) {
		return 2000 + n, true
	}
	if e.years < minYears {
		return 0, false
	}
	for y := e.first - e.first%100 + n; y <= e.last; y += 100 {
		if y < e.first {
			continue
		}
		if year != 0 {
			return 0, false
		}
		year = y
	}
	if year == 0 && n <= 30 {
		return 2000 + n, true
	}
	return year, year != 0
}

// exampleOf is a value with a year of two digits that is asked about.
func (e *evidence) exampleOf(n int) string {
	if len(e.asked) > 0 {
		return e.asked
	}
	return e.shortSample.example
}

// decideBC says how negative years were counted, or asks where one is 0.
func (s *survey) decideBC(e *evidence) {
	if s.o.BC != AnyBC || !e.negative {
		return
	}
	if e.zero {
		q := zeroQuestion("0")
		q.Lines = e.negatives.lines
		s.ask(q)
		return
	}
	s.o.BC = Historical
	s.say(e.negatives.example, "negative years were read as years before Christ: -44 is 44 BC")
}
