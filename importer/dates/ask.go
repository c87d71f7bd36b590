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
	q := draft.Question{Option: "dates", Example: r.text,
		Text: "which comes first in dates such as " + written + ", the day or the month?"}
	if read.has(YearFirst) {
		q.Text = "which comes first in dates such as " + written + ", the day, the month or the year?"
	}
	for o := DayFirst; o <= YearFirst; o++ {
		if read.has(o) {
			day, m, year := inOrder(t, o)
			q.Answers = append(q.Answers, draft.Answer{Value: orderValue(o), Means: written + " is " + r.inWords(day, m, year)})
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
	return draft.Question{Option: "century", Example: example,
		Text: fmt.Sprintf("in which hundred years is the year %02d of %s (the answer is the first of them: 1900 makes it %d)?", n, clip(example), 1900+n)}
}

// askPair asks whether two digits after a year are a month or a year.
func (r *reader) askPair(year, digits num) error {
	return &AskError{pairQuestion(year, digits, r.text)}
}

func pairQuestion(year, digits num, example string) draft.Question {
	return draft.Question{Option: "dates", Example: example,
		Answers: []draft.Answer{
			{Value: "months", Means: fmt.Sprintf("%s is %s %d", clip(example), monthName(digits.n), year.n)},
			{Value: "years", Means: fmt.Sprintf("%s is %d to %d", clip(example), year.n, completed(year, digits))},
		},
		Text: fmt.Sprintf("is %0*d in %s a month or a later year?", digits.digits, digits.n, clip(example))}
}

// askDay asks on which day a time of day is.
func (r *reader) askDay() error {
	return &AskError{draft.Question{Option: "day", Example: r.text,
		Text: "on which day is the time " + clip(r.text) + " (the answer is a day such as 2024-03-26)?"}}
}

// zeroQuestion asks how years before Christ count, of which one is 0.
func zeroQuestion(example string) draft.Question {
	return draft.Question{Option: "bc", Example: example,
		Answers: []draft.Answer{
			{Value: "historical", Means: "there is no year 0, and -44 is 44 BC"},
			{Value: "astronomical", Means: "0 is 1 BC, and -43 is 44 BC"},
		},
		Text: "how are years before Christ counted, of which one is 0?"}
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
			{Value: "solar", Means: fmt.Sprintf("it began in %d", (n-1)*100+622)},
			{Value: "gregorian", Means: fmt.Sprintf("it began in %d", (n-1)*100)},
		},
		Text: "of which calendar is the century of " + clip(r.text) + "?"}}
}
