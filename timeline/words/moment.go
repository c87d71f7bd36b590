package words

import (
	"strings"

	"barline/data/edtf"
)

// class is how a date without ends is said.
type class uint8

const (
	ofNothing     class = iota // not even the year is known, nor the month
	ofYearless                 // a day or a month of an unknown year
	ofStretch                  // some time between two dates: 1984-1X
	ofSignificant              // 1950S2
	ofCentury
	ofDecade
	ofYears // a decade that has no name of its own: 1900 to 1909, or before Christ
	ofYear
	ofSeason
	ofMonth
	ofDay
)

// moment is a date without ends, taken apart to be said.
type moment struct {
	class            class
	year, month, day int // month and day are 0 if they are not said
	season           int // 1 to 4, of ofSeason
	// first and last are the days, as far as they are known, between which it lies,
	// if there are more than one.
	first, last [3]int
	doubt       doubt

	hasClock, hasOffset bool
	seconds, offset     int // since midnight; minutes ahead of UTC
}

// read takes a date without ends apart.
func read(d edtf.Date) *moment {
	m := &moment{year: d.Year(), month: d.Month(), day: d.Day(), season: d.Season()}
	m.seconds, m.hasClock = d.Clock()
	m.offset, m.hasOffset = d.Offset()
	text := ""
	precision := d.Precision()
	if d.Approximate() || d.Uncertain() || precision == edtf.Millennium {
		text = d.String()
		m.doubt = doubtIn(text)
	}
	if precision < edtf.Year || d.Patterned() {
		a, b := d.Earliest(), d.Latest()
		m.first = [3]int{a.Year(), a.Month(), a.Day()}
		m.last = [3]int{b.Year(), b.Month(), b.Day()}
	} else {
		m.first = [3]int{m.year, m.month, m.day}
		m.last = m.first
	}
	m.class = m.classIn(d, precision, text)
	return m
}

func (m *moment) classIn(d edtf.Date, precision edtf.Precision, text string) class {
	switch {
	case d.Significant() > 0:
		return ofSignificant
	case precision == edtf.Millennium && strings.HasPrefix(strings.TrimLeft(text, marks), "XXXX"):
		if m.month == 0 {
			return ofNothing
		}
		return ofYearless
	case precision == edtf.Millennium, d.Patterned():
		return ofStretch
	case precision == edtf.Century:
		return ofCentury
	case precision == edtf.Decade:
		if first := m.first[0]; first < 100 || first%100 == 0 {
			return ofYears
		}
		return ofDecade
	case precision == edtf.Year:
		return ofYear
	case precision == edtf.Season:
		return ofSeason
	case precision == edtf.Month:
		return ofMonth
	}
	return ofDay
}

// at is a year, a month or a day; month and day may be 0.
func at(date [3]int) *moment {
	m := &moment{year: date[0], month: date[1], day: date[2], first: date, last: date, class: ofDay}
	switch {
	case m.month == 0:
		m.class = ofYear
	case m.day == 0:
		m.class = ofMonth
	}
	return m
}

// earliest and latest are the dates between which a moment lies.
func (m *moment) earliest() *moment { return at(m.first) }
func (m *moment) latest() *moment   { return at(m.last) }

// lastYear is the last year that the moment may be in.
func (m *moment) lastYear() int {
	if m.season == 4 {
		return m.year + 1 // winter ends in February
	}
	return m.last[0]
}

// isPlain reports whether it is a year, a month or a day.
func (m *moment) isPlain() bool { return m.class == ofYear || m.class == ofMonth || m.class == ofDay }

// same reports whether two moments are said alike, but for their times of day.
func (m *moment) same(o *moment) bool {
	return m.class == o.class && m.year == o.year && m.month == o.month && m.day == o.day && m.season == o.season && m.first == o.first && m.last == o.last
}

// sameClock reports whether their times of day are said alike, too.
func (m *moment) sameClock(o *moment) bool {
	return m.hasClock == o.hasClock && m.seconds == o.seconds && m.hasOffset == o.hasOffset && m.offset == o.offset
}
