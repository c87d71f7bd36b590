package dates

import (
	"fmt"
	"strconv"

	"barline/importer/draft"
)

// Questions that only a person can answer.

// askOrder asks whether the day, the month or the year comes first.
func (r *reader) askOrder(t [3]num, sep byte, read readings) error {
	if r.seen != nil && r.seen.openAsk != nil {
		return r.seen.openAsk // one question stands for all
	}
	written := fmt.Sprintf("%0*d%c%0*d%c%0*d", t[0].digits, t[0].n, sep, t[1].digits, t[1].n, sep, t[2].digits, t[2].n)
	asks := "dayOrMonth"
	if read.has(YearFirst) {
		asks = "dayMonthOrYear"
	}
	q := draft.Question{Option: "dates", Example: r.text}.Asked(asks, "written", written)
	for o := DayFirst; o <= YearFirst; o++ {
		if read.has(o) {
			day, m, year := inOrder(t, o)
			q.Answers = append(q.Answers, draft.Meaning(orderValue(o), "isDate", "written", written, "date", r.inWords(day, m, year), "iso", r.iso(day, m, year)))
		}
	}
	ask := &AskError{q}
	if r.seen != nil {
		r.seen.openAsk = ask
	}
	return ask
}

func (r *reader) inWords(day, m, year num) string {
	y := strconv.Itoa(year.n)
	if n, ok := r.o.twoDigits(year.n); ok && year.digits <= 2 {
		y = strconv.Itoa(n)
	} else if year.digits <= 2 {
		y = fmt.Sprintf("’%02d", year.n)
	}
	return fmt.Sprintf("%d %s %s", day.n, monthName(m.n), y)
}

// iso is a date as it would be read, or "" where it is not known in which century.
func (r *reader) iso(day, m, year num) string {
	y := year.n
	if year.digits <= 2 {
		n, ok := r.o.twoDigits(year.n)
		if !ok {
			return ""
		}
		y = n
	}
	return fmt.Sprintf("%04d-%02d-%02d", y, m.n, day.n)
}

func orderValue(o Order) string {
	switch o {
	case DayFirst:
		return "dmy"
	case MonthFirst:
		return "mdy"
	}
	return "ymd"
}

// askCentury asks in which hundred years a year of two digits is.
func (r *reader) askCentury(n int) error {
	return &AskError{centuryQuestion(n, r.text)}
}

func centuryQuestion(n int, example string) draft.Question {
	return draft.Question{Option: "century", Example: example}.
		Asked("century", "year", fmt.Sprintf("%02d", n), "example", clip(example), "full", strconv.Itoa(1900+n))
}

// askPair asks whether two digits after a year are a month or a year.
func (r *reader) askPair(year, digits num) error {
	return &AskError{pairQuestion(year, digits, r.text)}
}

func pairQuestion(year, digits num, example string) draft.Question {
	return draft.Question{Option: "dates", Example: example,
		Answers: []draft.Answer{
			draft.Meaning("months", "isDate", "written", clip(example), "date", fmt.Sprintf("%s %d", monthName(digits.n), year.n), "iso", fmt.Sprintf("%04d-%02d", year.n, digits.n)),
			draft.Meaning("years", "isYears", "written", clip(example), "from", strconv.Itoa(year.n), "to", strconv.Itoa(completed(year, digits))),
		}}.Asked("monthOrYear", "digits", fmt.Sprintf("%0*d", digits.digits, digits.n), "example", clip(example))
}

// askDay asks on which day a time of day is.
func (r *reader) askDay() error {
	return &AskError{draft.Question{Option: "day", Example: r.text}.Asked("dayOfTime", "example", clip(r.text))}
}

// zeroQuestion asks how years before Christ count, of which one is 0.
func zeroQuestion(example string) draft.Question {
	return draft.Question{Option: "bc", Example: example,
		Answers: []draft.Answer{draft.Meaning("historical", "historical"), draft.Meaning("astronomical", "astronomical")}}.Asked("yearZero")
}

// twoDigits completes a year of two digits; ok is false if nothing says how.
func (o *Options) twoDigits(n int) (year int, ok bool) {
	if o.Century != 0 {
		year = o.Century - o.Century%100 + n
		if year < o.Century {
			year += 100
		}
		if o.Century == 1 {
			year = n
		}
		return year, true
	}
	return 2000 + n, n <= 30
}

// completed is the later year that the last digits of one say after it: 1873 of
// 1872 and 73.
func completed(year, digits num) int {
	place := 1
	for range digits.digits {
		place *= 10
	}
	return year.n - year.n%place + digits.n
}

// askCalendar asks of which calendar a century is.
func (r *reader) askCalendar(n int) error {
	return &AskError{draft.Question{Option: "dates", Example: r.text,
		Answers: []draft.Answer{
			draft.Meaning("solar", "beganIn", "year", strconv.Itoa((n-1)*100+622)),
			draft.Meaning("gregorian", "beganIn", "year", strconv.Itoa((n-1)*100)),
		}}.Asked("calendarCentury", "example", clip(r.text))}
}
