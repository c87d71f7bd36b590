package check

import (
	"strconv"

	"barline/data/edtf"
)

// precision finds the day or the month in a text that the date leaves out.
func (c *checker) precision(e *event, texts []text) {
	d := e.Date
	if d.IsInterval() || d.IsSet() || d.Patterned() || d.IsZero() {
		return
	}
	month := d.Precision() == edtf.Month
	if !month && d.Precision() != edtf.Year {
		return
	}
	for _, t := range texts {
		for i := range t.tokens {
			m, ok := c.lexicon.months[t.tokens[i].text]
			if !ok {
				continue
			}
			switch {
			case month && m == d.Month():
				if day := dayBeside(t.tokens, i); day > 0 && day <= edtf.DaysIn(d.Year(), m) && c.yearFits(t.tokens, i, d.Year()) {
					c.add(t.at, e, "date-precision", "the text says the day, "+strconv.Itoa(day)+" "+t.tokens[i].raw+"; the date is only "+d.String(),
						"write "+edtfDay(d, day)+" as the date, if the day is that of the event")
					return
				}
			case !month && c.yearBeside(t.tokens, i) == d.Year():
				two := strconv.Itoa(m)
				if m < 10 {
					two = "0" + two
				}
				c.add(t.at, e, "date-precision", "the text says the month, "+t.tokens[i].raw+" "+strconv.Itoa(d.Year())+"; the date is only "+d.String(),
					"write "+d.Earliest().String()[:4]+"-"+two+" as the date, if the month is that of the event")
				return
			}
		}
	}
}

func edtfDay(d edtf.Date, day int) string {
	two := strconv.Itoa(day)
	if day < 10 {
		two = "0" + two
	}
	return d.Start().String() + "-" + two
}

// dayBeside is the number of a day before or after the name of a month, 0 if there is
// none: 14 March, March 14th, 14 de marzo.
func dayBeside(t []token, i int) int {
	day := func(at int) int {
		if at < 0 || at >= len(t) || len(t[at].text) > 2 {
			return 0
		}
		n, err := strconv.Atoi(t[at].text)
		if err != nil || n < 1 || n > 31 {
			return 0
		}
		return n
	}
	before := i - 1
	for before >= 0 && isOneOf(t[before].text, "de", "of", "th", "st", "nd", "rd", "er") {
		before--
	}
	if n := day(before); n > 0 {
		return n
	}
	if i+1 < len(t) && t[i].ends {
		return 0
	}
	return day(i + 1)
}

// yearFits reports whether no other year stands beside a day and a month.
func (c *checker) yearFits(t []token, i, year int) bool {
	for _, at := range []int{i + 1, i + 2, i + 3} {
		if at < len(t) && len(t[at].text) == 4 {
			if n, err := strconv.Atoi(t[at].text); err == nil {
				return n == year
			}
		}
	}
	return true
}

// yearBeside is the year after the name of a month, 0 if there is none.
func (c *checker) yearBeside(t []token, i int) int {
	at := i + 1
	if at < len(t) && isOneOf(t[at].text, "de", "of") {
		at++
	}
	if t[i].ends || at >= len(t) || len(t[at].text) != 4 {
		return 0
	}
	n, err := strconv.Atoi(t[at].text)
	if err != nil {
		return 0
	}
	return n
}
