package edtf

import "strings"

// Precision is how finely a date is known: the finest unit up to which all is
// written. Finer precisions are greater; the zero Precision belongs to the zero
// Date only.
type Precision uint8

const (
	// Millennium: 1XXX, and all that is coarser than a century.
	Millennium Precision = iota + 1
	// Century: 18XX.
	Century
	// Decade: 196X.
	Decade
	// Year: 2025, and 2025-XX.
	Year
	// Season: 2025-21, the spring of 2025.
	Season
	// Month: 2025-03.
	Month
	// Day: 2025-03-14.
	Day
	// Minute: 2025-03-14T15:09Z.
	Minute
	// Second: 2025-03-14T15:09:26Z.
	Second
)

// String returns the precision in a word.
func (p Precision) String() string {
	return [...]string{"none", "millennium", "century", "decade", "year", "season", "month", "day", "minute", "second"}[p]
}

// Date is a date, an interval between two, or a set of dates of which one is
// meant. It is a value: comparable, never changed after Parse, and its zero
// value is no date at all.
type Date struct {
	form       form
	start, end point // end only of an interval; a zero point is an end without a date
	startEnd   End   // what an interval says in place of a start
	endEnd     End
	set        string // the members of a set in EDTF, between the brackets
}

type form uint8

const (
	single form = iota
	interval
	set
)

// End says what an interval, or a set, has at one of its ends.
type End uint8

const (
	// Dated: a date.
	Dated End = iota
	// Open, written "..": it reaches on beyond any date, or goes on today.
	Open
	// Unknown, written as nothing: it ended, and nobody says when.
	Unknown
)

// IsZero reports whether d is the zero Date, which Parse never returns without
// an error.
func (d Date) IsZero() bool { return d == Date{} }

// Equal reports whether both dates say the same in every respect: precision,
// qualifiers and time zone included.
func (d Date) Equal(other Date) bool { return d == other }

// IsInterval reports whether the date is written with two ends.
func (d Date) IsInterval() bool { return d.form == interval }

// IsSet reports whether the date is one of several, and nobody knows which.
func (d Date) IsSet() bool { return d.form == set }

// Ends says what an interval has at its start and its end. Of a set they are
// those of its whole stretch; any other date has dates at both.
func (d Date) Ends() (start, end End) { return d.startEnd, d.endEnd }

// Start returns an interval's first date, or the date itself. Of an interval
// without a start it is the end. Of a set it is the earliest member.
func (d Date) Start() Date {
	if d.form == interval && d.startEnd != Dated {
		return Date{start: d.end}
	}
	return Date{start: d.start}
}

// End returns an interval's last date, or the date itself. Of an interval
// without an end it is the start. Of a set it is the latest member.
func (d Date) End() Date {
	switch {
	case d.form == set && d.end != point{}, d.form == interval && d.endEnd == Dated:
		return Date{start: d.end}
	}
	return Date{start: d.start}
}

// Members are those of a set, in the order in which they are written: dates,
// and intervals for a stretch such as 1670..1672. Any other date is its own
// only member.
func (d Date) Members() []Date {
	if d.form != set {
		return []Date{d}
	}
	var all []Date
	for text := range strings.SplitSeq(d.set, ",") {
		m, err := parseMember(text, text)
		if err != nil {
			return all // it was parsed before
		}
		all = append(all, m)
	}
	return all
}

// Earliest returns the first date that d allows, and Latest the last one, both
// without unspecified digits or qualifiers: 1984-10 and 1984-12 for 1984-1X,
// 1860 and 1872 for [1860..1872]. Of an interval they are those of its dates.
func (d Date) Earliest() Date { return Date{start: d.Start().start.plain(false)} }

// Latest is described at [Date.Earliest].
func (d Date) Latest() Date { return Date{start: d.End().start.plain(true)} }

// Precision returns how finely the date is known; for an interval or a set, the
// coarsest of its dates.
func (d Date) Precision() Precision {
	switch d.form {
	case interval:
		switch {
		case d.startEnd != Dated:
			return d.end.precision
		case d.endEnd != Dated:
			return d.start.precision
		}
		return min(d.start.precision, d.end.precision)
	case set:
		coarsest := Second
		for _, m := range d.Members() {
			coarsest = min(coarsest, m.Precision())
		}
		return coarsest
	}
	return d.start.precision
}

// Approximate reports whether the date, a part of it, or either end of the
// interval is marked ~ or %.
func (d Date) Approximate() bool {
	if d.form == set {
		return strings.ContainsAny(d.set, "~%")
	}
	return d.start.approximate|d.end.approximate != 0
}

// Uncertain reports whether the date, a part of it, or either end of the
// interval is marked ? or %.
func (d Date) Uncertain() bool {
	if d.form == set {
		return strings.ContainsAny(d.set, "?%")
	}
	return d.start.uncertain|d.end.uncertain != 0
}

// Year returns the year as written, of an interval's start: 0 is 1 BC.
// Unspecified digits count as 0.
func (d Date) Year() int { return int(d.Start().start.year) }

// Month returns the month as written, of an interval's start: 1-12, or 0 if it
// is not known.
func (d Date) Month() int {
	if p := d.Start().start; p.monthX == 0 && !p.isSeason() {
		return int(p.month)
	}
	return 0
}

// Season returns the season of an interval's start, 1 for spring (March to May
// in the north) to 4 for winter (December to February), or 0 if none is written.
func (d Date) Season() int {
	if p := d.Start().start; p.isSeason() {
		return int(p.month) - 20
	}
	return 0
}

// Day returns the day as written, of an interval's start: 1-31, or 0 if it is
// not known, or if its month is not.
func (d Date) Day() int {
	if p := d.Start().start; p.dayX|p.monthX == 0 {
		return int(p.day)
	}
	return 0
}

// Patterned reports whether unspecified digits say more than a year, month or
// day left out: 2014-XX-12, 1984-1X, 1X84. Such a date lies between Earliest and
// Latest; its precision does not describe it.
func (d Date) Patterned() bool {
	p := d.Start().start
	yearX := p.yearX &^ signX
	switch {
	case yearX&(yearX+1) != 0: // an X before a known digit
		return true
	case yearX != 0 && p.written() != partYear:
		return true
	case p.monthX == 1 || p.monthX == 2 || p.dayX == 1 || p.dayX == 2:
		return true
	}
	return p.monthX == 3 && p.day != 0 && p.dayX == 0
}

// Significant returns how many digits of the year are meant, 0 for all of them.
func (d Date) Significant() int { return int(d.Start().start.significant) }

// Bounds returns the first instant the date allows and the end of the last one,
// [from, to), in seconds since 1970-01-01T00:00:00Z. For a time of day to the
// second, to is from+1. Where an interval or a set has no date at one end, the
// bounds are those of the date that it has: see [Date.Ends]. Qualifiers do not
// widen them: nobody says by how much. A time without a zone counts as UTC.
func (d Date) Bounds() (from, to int64) {
	switch d.form {
	case interval:
		switch {
		case d.startEnd != Dated:
			return d.end.bounds()
		case d.endEnd != Dated:
			return d.start.bounds()
		}
		from, _ = d.start.bounds()
		_, to = d.end.bounds()
		return from, to
	case set:
		from, to = d.start.bounds()
		if d.end != (point{}) {
			_, to = d.end.bounds()
		}
		return from, to
	}
	return d.start.bounds()
}

// String returns the date in EDTF; Parse reads it back to an equal Date. It is
// empty for the zero Date.
func (d Date) String() string {
	switch d.form {
	case interval:
		return endString(d.start, d.startEnd) + "/" + endString(d.end, d.endEnd)
	case set:
		return "[" + d.set + "]"
	}
	return d.start.String()
}

func endString(p point, e End) string {
	switch e {
	case Open:
		return ".."
	case Unknown:
		return ""
	}
	return p.String()
}

// Local is the same date with its times of day on clocks that are so many
// minutes ahead of UTC, without a zone. What has no zone is on these clocks
// already.
func (d Date) Local(offsetMinutes int) Date {
	d.start, d.end = d.start.local(offsetMinutes), d.end.local(offsetMinutes)
	return d
}

// At is the same date, of which times of day without a zone say that they are on
// clocks so many minutes ahead of UTC.
func (d Date) At(offsetMinutes int) Date {
	d.start, d.end = d.start.at(offsetMinutes), d.end.at(offsetMinutes)
	return d
}

// Clock is the time of day as written, in seconds since midnight, of an
// interval's start; ok is false if the date gives none.
func (d Date) Clock() (seconds int, ok bool) {
	p := d.Start().start
	return (int(p.hour)*60+int(p.minute))*60 + int(p.second), p.precision >= Minute
}

// Offset is what the clocks of the date's time of day are ahead of UTC, in
// minutes; ok is false if it has no time of day, or does not say.
func (d Date) Offset() (minutes int, ok bool) {
	p := d.Start().start
	return int(p.offset), p.precision >= Minute && p.zone != zoneNone
}
