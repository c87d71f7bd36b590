//go:build !lean

package columns

import (
	"barline/data"
	"barline/data/edtf"
)

// codeOf is the code by which an event's date comes back as it was. A page makes columns
// of few events, so its engine tries instead which of the codes does.
func codeOf(e data.Event) dateCode {
	if e.DateBasis != data.Reported || e.DateNote != "" {
		return dateInRest
	}
	return codeOfDate(e.Date)
}

func codeOfDate(d edtf.Date) dateCode {
	precision, utc, ok := d.Simple()
	if !ok {
		return dateInRest
	}
	code := dateInRest
	switch precision {
	case edtf.Year:
		code = dateYear
	case edtf.Month:
		code = dateMonth
	case edtf.Day:
		code = dateDay
	case edtf.Minute:
		if code = dateLocalMinute; utc {
			code = dateMinute
		}
	case edtf.Second:
		if code = dateLocal; utc {
			code = dateUTC
		}
	}
	if d.IsInterval() {
		code += toInterval
	}
	return code
}
