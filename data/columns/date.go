package columns

import (
	"strconv"

	"barline/data"
	"barline/data/edtf"
)

// dateCode says how a row's date is made of its span. The first codes are the
// precisions of package edtf.
type dateCode uint8

const (
	dateInRest dateCode = iota
	dateYear
	dateMonth
	dateDay
	dateUTC   // a moment, in UTC
	dateLocal // a moment without a zone
	interval  // and more: an interval of two dates of the code so much lower
	dateCodes = interval + dateLocal
)

// The codes of intervals begin where those of dates end.
const toInterval = interval - dateYear

// codeOf is the code by which an event's date comes back as it was.
func codeOf(e data.Event) dateCode {
	if e.DateBasis != data.Reported || e.DateNote != "" {
		return dateInRest
	}
	from, to := e.Date.Bounds()
	for _, code := range [...]dateCode{dateCode(e.Date.Precision()), dateLocal} {
		if e.Date.IsInterval() {
			code += toInterval
		}
		if d, err := edtf.Parse(code.text(from, to)); err == nil && d.Equal(e.Date) {
			return code
		}
	}
	return dateInRest
}

// text is the date of a row with this span, in EDTF.
func (c dateCode) text(start, end int64) string {
	if c >= interval {
		c -= toInterval
		return string(append(append(c.append(nil, start), '/'), c.append(nil, end-1)...))
	}
	return string(c.append(nil, start))
}

// append writes the year, the month, the day or the second in which a time lies.
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
	if c >= dateUTC {
		clock := int(at - edtf.Unix(edtf.Civil(at)))
		b = appendTwo(append(b, 'T'), clock/3600)
		b = appendTwo(append(b, ':'), clock/60%60)
		b = appendTwo(append(b, ':'), clock%60)
	}
	if c == dateUTC {
		b = append(b, 'Z')
	}
	return b
}

func appendTwo(b []byte, n int) []byte {
	return append(b, byte('0'+n/10), byte('0'+n%10))
}

// around is the year, the month, the day or the second in which a time lies.
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
	case c >= dateUTC:
		return true // what followed is in the span, too
	}
	from, to := c.around(start)
	return start == from && end == to
}

// Dates are of the years -9999 to 9999. In other zones they reach a day beyond,
// and spans as far as a waiting and talks of the greatest length.
const (
	firstYear  int64 = -377_705_116_800
	afterYears int64 = 253_402_300_800
	earliest         = firstYear - 86400
	longest          = 10_000 * 366 * 86400
	latest           = afterYears + 86400 + 2*longest
)
