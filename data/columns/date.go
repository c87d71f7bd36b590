package columns

import (
	"strconv"

	"barline/data/edtf"
)

// dateCode says how a row's date is made of its span.
type dateCode uint8

const (
	dateInRest dateCode = iota
	dateYear
	dateMonth
	dateDay
	dateMinute      // a minute in UTC
	dateLocalMinute // a minute without a zone
	dateUTC         // a second in UTC
	dateLocal       // a second without a zone
	interval        // and more: an interval of two dates of the code so much lower
	dateCodes       = interval + dateLocal
)

// The codes of intervals begin where those of dates end.
const toInterval = interval - dateYear

// text is the date of a row with this span, in EDTF.
func (c dateCode) text(start, end int64) string { return string(c.appendText(nil, start, end)) }

func (c dateCode) appendText(b []byte, start, end int64) []byte {
	if c >= interval {
		c -= toInterval
		return c.append(append(c.append(b, start), '/'), end-1)
	}
	return c.append(b, start)
}

// append writes the year, month, day, minute or second in which a time lies.
func (c dateCode) append(b []byte, at int64) []byte {
	year, month, day := edtf.Civil(at)
	if year < 0 {
		b, year = append(b, '-'), -year
	}
	for n := 1000; n > 1 && year < n; n /= 10 {
		b = append(b, '0')
	}
	b = strconv.AppendInt(b, int64(year), 10)
	if c >= dateMonth {
		b = appendTwo(append(b, '-'), month)
	}
	if c >= dateDay {
		b = appendTwo(append(b, '-'), day)
	}
	if c >= dateMinute {
		clock := int(at - edtf.Unix(edtf.Civil(at)))
		b = appendTwo(append(b, 'T'), clock/3600)
		b = appendTwo(append(b, ':'), clock/60%60)
		if c >= dateUTC {
			b = appendTwo(append(b, ':'), clock%60)
		}
	}
	if c == dateUTC || c == dateMinute {
		b = append(b, 'Z')
	}
	return b
}

func appendTwo(b []byte, n int) []byte {
	return append(b, byte('0'+n/10), byte('0'+n%10))
}

// around is the year, month, day, minute or second in which a time lies.
func (c dateCode) around(at int64) (from, to int64) {
	year, month, day := edtf.Civil(at)
	switch c {
	case dateYear:
		return edtf.Unix(year, 1, 1), edtf.Unix(year+1, 1, 1)
	case dateMonth:
		return edtf.Unix(year, month, 1), edtf.Unix(year, month+1, 1)
	case dateDay:
		return edtf.Unix(year, month, day), edtf.Unix(year, month, day+1)
	}
	if c == dateMinute || c == dateLocalMinute {
		rest := ((at % 60) + 60) % 60
		return at - rest, at - rest + 60
	}
	return at, at + 1
}

// fits reports whether a row of this code may have this span.
func (c dateCode) fits(start, end int64) bool {
	switch {
	case start < earliest || end > latest || end <= start:
		return false
	case c == dateInRest:
		return true
	case start < firstYear || start >= afterYears:
		return false
	case c >= interval:
		c -= toInterval
		from, _ := c.around(start)
		_, to := c.around(end - 1)
		return start == from && end == to && end <= afterYears
	case c >= dateMinute:
		from, _ := c.around(start)
		return start == from // what followed is in the span, too
	}
	from, to := c.around(start)
	return start == from && end == to
}

// Dates of four digits are of the years -9999 to 9999; others are in the rest,
// and reach as far as years do. Spans reach further by a waiting and talks of the
// greatest length.
const (
	firstYear  int64 = -377_705_116_800
	afterYears int64 = 253_402_300_800
	longest          = 10_000 * 366 * 86400
	maxYears         = 100_000_000_002
	latest           = maxYears*365*86400 + maxYears/4*86400 + 2*longest
	earliest         = -latest
)
