package dates

import (
	"strconv"

	"barline/data/edtf"
)

// day is a day, or a month or year where its other parts are 0. Years count as EDTF
// counts them.
type day struct{ year, month, day int }

// point is one end of a date, or all of it, as EDTF can say it.
type point struct {
	form   formOf
	at     day // of a decade, century or millennium, its first year
	last   day // of a span
	season int

	clock   int // seconds
	units   int // of the clock: 0 none, 2 to the minute, 3 to the second
	offset  int
	hasZone bool

	approx, uncertain bool
	week              bool // the span is a week
	// rough is what stands for a span where EDTF cannot write one: the month or
	// year that it begins in.
	rough day
}

type formOf uint8

const (
	plainForm formOf = iota // a year, month, day or time
	seasonForm
	decadeForm
	centuryForm
	millenniumForm
	spanForm // one of the days, months or years from at to last
)

// edtf writes a point by itself.
func (p point) edtf() string {
	if p.form == spanForm {
		return "[" + dayText(p.at) + ".." + dayText(p.last) + p.qualifier() + "]"
	}
	return p.end()
}

// end writes a point as an end of a stretch: a span, which cannot be one, is about
// when it begins.
func (p point) end() string {
	q := p.qualifier()
	switch p.form {
	case spanForm:
		if q == "" {
			q = "~"
		} else if q == "?" {
			q = "%"
		}
		return dayText(p.rough) + q
	case seasonForm:
		return yearText(p.at.year) + "-" + strconv.Itoa(20+p.season) + q
	case decadeForm:
		return masked(p.at.year, 1) + q
	case centuryForm:
		return masked(p.at.year, 2) + q
	case millenniumForm:
		return masked(p.at.year, 3) + q
	}
	s := dayText(p.at)
	if p.units > 0 {
		s += "T" + two(p.clock/3600) + ":" + two(p.clock/60%60)
		if p.units == 3 {
			s += ":" + two(p.clock%60)
		}
		if p.hasZone {
			s += offsetText(p.offset)
		}
	}
	return s + q
}

func (p point) qualifier() string {
	switch {
	case p.approx && p.uncertain:
		return "%"
	case p.approx:
		return "~"
	case p.uncertain:
		return "?"
	}
	return ""
}

// masked writes the first year of a decade, century or millennium with an X for
// each digit that is not said.
func masked(year, digits int) string {
	s := yearText(year)
	b := []byte(s)
	for i := range digits {
		b[len(b)-1-i] = 'X'
	}
	return string(b)
}

func dayText(d day) string {
	s := yearText(d.year)
	if d.month != 0 {
		s += "-" + two(d.month)
	}
	if d.day != 0 {
		s += "-" + two(d.day)
	}
	return s
}

// yearText writes a year as EDTF does: four digits, more of them after a Y.
func yearText(year int) string {
	sign := ""
	if year < 0 {
		sign, year = "-", -year
	}
	s := strconv.Itoa(year)
	if len(s) > 4 {
		return "Y" + sign + s
	}
	return sign + "0000"[len(s):] + s
}

func two(n int) string { return string([]byte{'0' + byte(n/10%10), '0' + byte(n%10)}) }

func offsetText(minutes int) string {
	if minutes == 0 {
		return "Z"
	}
	sign := "+"
	if minutes < 0 {
		sign, minutes = "-", -minutes
	}
	return sign + two(minutes/60) + ":" + two(minutes%60)
}

// lastYear is the last year of a decade, century or millennium.
func (p point) lastYear() int {
	size := 0
	switch p.form {
	case decadeForm:
		size = 9
	case centuryForm:
		size = 99
	case millenniumForm:
		size = 999
	}
	return p.at.year + size
}

// before is the last day, month or year, as finely as p is known, that is over when
// p begins; and after the first that begins when p is over.
func (p point) before() point {
	q := p
	switch p.form {
	case spanForm:
		q.at = step(p.at, -1)
	case seasonForm:
		q.at = step(day{year: p.at.year, month: 3 * p.season}, -1)
	case plainForm:
		if p.units > 0 {
			return p.tick(-1)
		}
		q.at = step(p.at, -1)
	default:
		q.at = day{year: p.at.year - 1}
	}
	q.form = plainForm
	return q
}

// after is described at [point.before].
func (p point) after() point {
	q := p
	switch p.form {
	case spanForm:
		q.at = step(p.last, 1)
	case seasonForm:
		q.at = step(day{year: p.at.year, month: 3*p.season + 2}, 1)
		if p.season == 4 {
			q.at = day{year: p.at.year + 1, month: 3}
		}
	case plainForm:
		if p.units > 0 {
			return p.tick(1)
		}
		q.at = step(p.at, 1)
	default:
		q.at = day{year: p.lastYear() + 1}
	}
	q.form = plainForm
	return q
}

// step is the next or the last day, month or year.
func step(d day, by int) day {
	switch {
	case d.month == 0:
		d.year += by
	case d.day == 0:
		d.month += by
		if d.month == 0 {
			d.year, d.month = d.year-1, 12
		} else if d.month == 13 {
			d.year, d.month = d.year+1, 1
		}
	default:
		d.year, d.month, d.day = edtf.Civil(edtf.Unix(d.year, d.month, d.day+by))
	}
	return d
}

// tick is the next or the last minute or second.
func (p point) tick(by int) point {
	if p.units < 3 {
		by *= 60
	}
	const dayLength = 24 * 3600
	p.clock += by
	if p.clock < 0 {
		p.clock += dayLength
		p.at = step(p.at, -1)
	} else if p.clock >= dayLength {
		p.clock -= dayLength
		p.at = step(p.at, 1)
	}
	return p
}
