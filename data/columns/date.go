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
	dateUTC    // a moment, in UTC
	dateLocal  // a moment without a zone
	dateFromTo // from a moment to another, both in UTC
	dateCodes
)

// codeOf is the code by which an event's date comes back as it was.
func codeOf(e data.Event) dateCode {
	if e.DateBasis != data.Reported || e.DateNote != "" {
		return dateInRest
	}
	from, to := e.Date.Bounds()
	for _, code := range [...]dateCode{dateCode(e.Date.Precision()), dateLocal, dateFromTo} {
		if (code == dateFromTo) != e.Date.IsInterval() {
			continue
		}
		if d, err := edtf.Parse(code.text(from, to)); err == nil && d.Equal(e.Date) {
			return code
		}
	}
	return dateInRest
}

// text is the date of a span, in EDTF. Of a moment the end says nothing.
func (c dateCode) text(start, end int64) string {
	if c == dateFromTo {
		return dateUTC.text(start, 0) + "/" + dateUTC.text(end-1, 0)
	}
	year, month, day := edtf.Civil(start)
	var b []byte
	if year < 0 {
		b, year = append(b, '-'), -year
	}
	b = append(b, "000"[min(3, digits(year)-1):]...)
	b = strconv.AppendInt(b, int64(year), 10)
	if c >= dateMonth {
		b = appendTwo(append(b, '-'), month)
	}
	if c >= dateDay {
		b = appendTwo(append(b, '-'), day)
	}
	if c >= dateUTC {
		clock := int(((start % 86400) + 86400) % 86400)
		b = appendTwo(append(b, 'T'), clock/3600)
		b = appendTwo(append(b, ':'), clock/60%60)
		b = appendTwo(append(b, ':'), clock%60)
	}
	if c == dateUTC {
		b = append(b, 'Z')
	}
	return string(b)
}

func digits(n int) int {
	count := 1
	for ; n >= 10; n /= 10 {
		count++
	}
	return count
}

func appendTwo(b []byte, n int) []byte {
	return append(b, byte('0'+n/10), byte('0'+n%10))
}

// fits reports whether a row of this code may have this span.
func (c dateCode) fits(start, end int64) bool {
	if start < earliest || end > latest || end <= start {
		return false
	}
	year, month, day := edtf.Civil(start)
	if c != dateInRest && (year < -lastYear || year > lastYear) {
		return false
	}
	switch c {
	case dateYear:
		return start == edtf.Unix(year, 1, 1) && end == edtf.Unix(year+1, 1, 1)
	case dateMonth:
		return start == edtf.Unix(year, month, 1) && end == edtf.Unix(year, month+1, 1)
	case dateDay:
		return start == edtf.Unix(year, month, day) && end == edtf.Unix(year, month, day+1)
	case dateFromTo:
		last, _, _ := edtf.Civil(end - 1)
		return last <= lastYear
	}
	return true
}

// The span of any date, and of a waiting and talks after it that last as long as
// a length may.
const (
	lastYear       = 9999
	longest        = 10_000 * 366 * 86400
	earliest int64 = -377_705_203_200            // a day before the year -9999
	latest   int64 = 253_402_387_200 + 2*longest // a day after the year 9999
)
