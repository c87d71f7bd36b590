// Package when makes EDTF of dates that files give as numbers or in ISO 8601.
package when

import (
	"fmt"
	"strconv"
	"strings"

	"barline/data/edtf"
)

// Moment is a date as precise as it is known: Month 0 for a year alone, Day 0 for a
// month.
type Moment struct {
	Year       int64 // as EDTF counts: 0 is 1 BC
	Month, Day int
	Clock      bool // a time of day is known: Hour and Minute, and Second if Seconds
	Hour       int
	Minute     int
	Second     int
	Seconds    bool
	Zone       string // "Z", "+01:00", or "" for clocks without a zone
}

// String returns the moment in EDTF, which may not be valid: see [Moment.EDTF].
func (m Moment) String() string {
	text := year(m.Year)
	if m.Month > 0 {
		text += fmt.Sprintf("-%02d", m.Month)
	}
	if m.Day > 0 {
		text += fmt.Sprintf("-%02d", m.Day)
	}
	if !m.Clock {
		return text
	}
	text += fmt.Sprintf("T%02d:%02d", m.Hour, m.Minute)
	if m.Seconds {
		text += fmt.Sprintf(":%02d", m.Second)
	}
	return text + m.Zone
}

// EDTF returns the moment in EDTF, or an error that says which part there is not.
func (m Moment) EDTF() (string, error) {
	text := m.String()
	if m.Year < -9999 || m.Year > 9999 {
		text = Moment{Year: m.Year}.String()
	}
	_, err := edtf.Parse(text)
	return text, err
}

func year(y int64) string {
	switch {
	case y < -9999 || y > 9999:
		return "Y" + strconv.FormatInt(y, 10)
	case y < 0:
		return fmt.Sprintf("-%04d", -y)
	}
	return fmt.Sprintf("%04d", y)
}

// Midnight reports whether the moment is the beginning of a day.
func (m Moment) Midnight() bool { return m.Clock && m.Hour == 0 && m.Minute == 0 && m.Second == 0 }

// Date is the moment's day, without its clock.
func (m Moment) Date() Moment { return Moment{Year: m.Year, Month: m.Month, Day: m.Day} }

// unix counts seconds on the moment's own clock, as if it were UTC.
func (m Moment) unix() int64 {
	return edtf.Unix(int(m.Year), max(1, m.Month), max(1, m.Day)) + int64(m.Hour)*3600 + int64(m.Minute)*60 + int64(m.Second)
}

// Add is a moment some seconds later on the same clock.
func (m Moment) Add(seconds int64) Moment {
	t := m.unix() + seconds
	clock, seen, zone := m.Clock, m.Seconds, m.Zone
	m = fromUnix(t)
	m.Clock, m.Zone = clock, zone
	m.Seconds = clock && (seen || m.Second != 0)
	if !clock {
		m.Hour, m.Minute, m.Second = 0, 0, 0
	}
	return m
}

// AddMonths is a moment some months later; a day that the month has not becomes its
// last.
func (m Moment) AddMonths(n int) Moment {
	month := m.Year*12 + int64(max(1, m.Month)-1) + int64(n)
	m.Year = month / 12
	if month%12 < 0 {
		m.Year--
	}
	m.Month = int(month-m.Year*12) + 1
	if m.Day > 0 {
		m.Day = min(m.Day, edtf.DaysIn(int(m.Year), m.Month))
	}
	return m
}

func fromUnix(t int64) Moment {
	days := t / 86400
	if t%86400 < 0 {
		days--
	}
	rest := int(t - days*86400)
	y, month, day := edtf.Civil(days * 86400)
	m := Moment{Year: int64(y), Month: month, Day: day, Clock: true, Hour: rest / 3600, Minute: rest / 60 % 60, Second: rest % 60}
	m.Seconds = m.Second != 0
	return m
}

// Millis is the moment of a count of milliseconds since 1970, in UTC. ok is false
// beyond what JavaScript counts.
func Millis(ms float64) (m Moment, ok bool) {
	const most = 8.64e15
	if !(ms >= -most && ms <= most) {
		return m, false
	}
	t := int64(ms)
	if t%1000 < 0 {
		t -= 1000
	}
	m = fromUnix(t / 1000)
	m.Zone = "Z"
	return m, true
}

// InUTC is the moment on UTC's clock; a clock without a zone, and a date, stay.
func (m Moment) InUTC() Moment {
	minutes, ok := offsetMinutes(m.Zone)
	if !m.Clock || !ok || minutes == 0 {
		return m
	}
	m = m.Add(int64(-60 * minutes))
	m.Zone = "Z"
	return m
}

func offsetMinutes(zone string) (int, bool) {
	if zone == "Z" {
		return 0, true
	}
	if len(zone) != 6 {
		return 0, false
	}
	h, err1 := strconv.Atoi(zone[1:3])
	min, err2 := strconv.Atoi(zone[4:])
	if zone[0] == '-' {
		return -(h*60 + min), err1 == nil && err2 == nil
	}
	return h*60 + min, err1 == nil && err2 == nil
}

// Offset writes seconds ahead of UTC as +01:00; ok is false if they are no whole
// minutes, as before zones were agreed upon.
func Offset(seconds int) (text string, ok bool) {
	sign, size := "+", seconds
	if seconds < 0 {
		sign, size = "-", -seconds
	}
	return fmt.Sprintf("%s%02d:%02d", sign, size/3600, size/60%60), size%60 == 0
}

// Join makes one date of a beginning and an end, both EDTF; "" and equal ones are
// no end. Its error says that the end is before the beginning.
func Join(from, to string) (string, error) {
	if to == "" || to == from {
		return from, nil
	}
	whole := from + "/" + to
	_, err := edtf.Parse(whole)
	return whole, err
}

// Historical turns a year that is counted as historians do, where -1 is 1 BC and
// there is no year 0, into EDTF's. Beyond ten thousand years it stays, for there it
// is rounded anyway.
func Historical(y int64) int64 {
	if y < 0 && y >= -9999 {
		return y + 1
	}
	return y
}

// cutFraction takes a fraction of a second from a clock.
func cutFraction(clock string) string {
	clock, _, _ = strings.Cut(clock, ".")
	clock, _, _ = strings.Cut(clock, ",")
	return clock
}
