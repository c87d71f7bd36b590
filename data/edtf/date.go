package edtf

import (
	"fmt"
	"strings"
)

// Precision is how finely a date is known. Finer precisions are greater; the
// zero Precision belongs to the zero Date only.
type Precision uint8

const (
	// Year: 2025.
	Year Precision = iota + 1
	// Month: 2025-03.
	Month
	// Day: 2025-03-14.
	Day
	// Instant: 2025-03-14T15:09:26Z, to the second.
	Instant
)

// String returns the precision in a word.
func (p Precision) String() string {
	return [...]string{"none", "year", "month", "day", "instant"}[p]
}

// Date is a date or an interval between two. It is a value: comparable,
// never changed after Parse, and its zero value is no date at all.
type Date struct {
	start point
	end   point // the zero point unless the date is an interval
}

// point is one end of an interval, or a whole date that is none.
type point struct {
	year                 int16 // -9999 to 9999, 0 is 1 BC
	month, day           uint8 // 0: not known
	hour, minute, second uint8
	zone                 zone
	offset               int16 // minutes east of UTC, for zoneOffset
	precision            Precision
	approximate          bool
	uncertain            bool
}

// zone tells how an instant names its time zone.
type zone uint8

const (
	zoneNone zone = iota // local time, taken as UTC
	zoneUTC
	zoneOffset
)

// IsZero reports whether d is the zero Date, which Parse never returns
// without an error.
func (d Date) IsZero() bool { return d == Date{} }

// Equal reports whether both dates say the same in every respect: precision,
// qualifiers and time zone included.
func (d Date) Equal(other Date) bool { return d == other }

// IsInterval reports whether the date is written with two ends.
func (d Date) IsInterval() bool { return d.end != point{} }

// Start returns the interval's first end, or the date itself.
func (d Date) Start() Date { return Date{start: d.start} }

// End returns the interval's last end, or the date itself.
func (d Date) End() Date {
	if d.IsInterval() {
		return Date{start: d.end}
	}
	return d
}

// Precision returns how finely the date is known; for an interval, the
// coarser of its ends.
func (d Date) Precision() Precision {
	if d.IsInterval() {
		return min(d.start.precision, d.end.precision)
	}
	return d.start.precision
}

// Approximate reports whether the date, or either end of the interval, is
// marked ~ or %.
func (d Date) Approximate() bool { return d.start.approximate || d.end.approximate }

// Uncertain reports whether the date, or either end of the interval, is
// marked ? or %.
func (d Date) Uncertain() bool { return d.start.uncertain || d.end.uncertain }

// Year returns the year as written, of an interval's start: 0 is 1 BC.
func (d Date) Year() int { return int(d.start.year) }

// Month returns the month as written, of an interval's start: 1-12, or 0 if
// it is not known.
func (d Date) Month() int { return int(d.start.month) }

// Day returns the day as written, of an interval's start: 1-31, or 0 if it is
// not known.
func (d Date) Day() int { return int(d.start.day) }

// Bounds returns the first instant the date allows and the end of the last
// one, [from, to), in seconds since 1970-01-01T00:00:00Z. For an instant, to
// is from+1. Qualifiers do not widen the bounds: nobody says by how much. A
// time without a zone counts as UTC.
func (d Date) Bounds() (from, to int64) {
	from, to = d.start.bounds()
	if d.IsInterval() {
		_, to = d.end.bounds()
	}
	return from, to
}

func (p point) bounds() (from, to int64) {
	year, month, day := int(p.year), int(p.month), int(p.day)
	switch p.precision {
	case Year:
		return Unix(year, 1, 1), Unix(year+1, 1, 1)
	case Month:
		return Unix(year, month, 1), Unix(year, month+1, 1)
	case Day:
		return Unix(year, month, day), Unix(year, month, day+1)
	case Instant:
		clock := (int64(p.hour)*60+int64(p.minute)-int64(p.offset))*60 + int64(p.second)
		from = Unix(year, month, day) + clock
		return from, from + 1
	}
	return 0, 0
}

// String returns the date in EDTF; Parse reads it back to an equal Date. It
// is empty for the zero Date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	if d.IsInterval() {
		return d.start.String() + "/" + d.end.String()
	}
	return d.start.String()
}

func (p point) String() string {
	var b strings.Builder
	year := int(p.year)
	if year < 0 {
		b.WriteByte('-')
		year = -year
	}
	fmt.Fprintf(&b, "%04d", year)
	if p.precision >= Month {
		fmt.Fprintf(&b, "-%02d", p.month)
	}
	if p.precision >= Day {
		fmt.Fprintf(&b, "-%02d", p.day)
	}
	if p.precision == Instant {
		fmt.Fprintf(&b, "T%02d:%02d:%02d", p.hour, p.minute, p.second)
		b.WriteString(p.zoneString())
	}
	switch {
	case p.approximate && p.uncertain:
		b.WriteByte('%')
	case p.approximate:
		b.WriteByte('~')
	case p.uncertain:
		b.WriteByte('?')
	}
	return b.String()
}

func (p point) zoneString() string {
	switch p.zone {
	case zoneUTC:
		return "Z"
	case zoneOffset:
		sign, minutes := byte('+'), int(p.offset)
		if minutes < 0 {
			sign, minutes = '-', -minutes
		}
		return fmt.Sprintf("%c%02d:%02d", sign, minutes/60, minutes%60)
	}
	return ""
}

// Local is the same date with its times of day on clocks that are so many minutes
// ahead of UTC, without a zone. What has no zone is on these clocks already.
func (d Date) Local(offsetMinutes int) Date {
	return Date{start: d.start.local(offsetMinutes), end: d.end.local(offsetMinutes)}
}

func (p point) local(offsetMinutes int) point {
	if p.precision != Instant || p.zone == zoneNone {
		return p
	}
	at, _ := p.bounds()
	at += int64(offsetMinutes) * 60
	year, month, day := Civil(at)
	rest := at - Unix(year, month, day)
	if year < -9999 || year > 9999 {
		return p // no date says it
	}
	p.year, p.month, p.day = int16(year), uint8(month), uint8(day)
	p.hour, p.minute, p.second = uint8(rest/3600), uint8(rest/60%60), uint8(rest%60)
	p.zone, p.offset = zoneNone, 0
	return p
}

// Clock is the time of day as written, in seconds since midnight, of an
// interval's start; ok is false if the date gives none.
func (d Date) Clock() (seconds int, ok bool) {
	p := d.start
	return (int(p.hour)*60+int(p.minute))*60 + int(p.second), p.precision == Instant
}

// Offset is what the clocks of the date's time of day are ahead of UTC, in
// minutes; ok is false if it has no time of day, or does not say.
func (d Date) Offset() (minutes int, ok bool) {
	return int(d.start.offset), d.start.precision == Instant && d.start.zone != zoneNone
}

// At is the same date, of which times of day without a zone say that they are on
// clocks so many minutes ahead of UTC.
func (d Date) At(offsetMinutes int) Date {
	return Date{start: d.start.at(offsetMinutes), end: d.end.at(offsetMinutes)}
}

func (p point) at(offsetMinutes int) point {
	if p.precision == Instant && p.zone == zoneNone {
		p.zone, p.offset = zoneOffset, int16(offsetMinutes)
		if offsetMinutes == 0 {
			p.zone = zoneUTC
		}
	}
	return p
}
