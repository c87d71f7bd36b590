//go:build lean

package columns

import (
	"barline/data"
	"barline/data/edtf"
)

// codeOf is the code by which an event's date comes back as it was.
func codeOf(e data.Event) dateCode {
	if e.DateBasis != data.Reported || e.DateNote != "" {
		return dateInRest
	}
	codes := []dateCode{}
	switch e.Date.Precision() {
	case edtf.Year:
		codes = []dateCode{dateYear}
	case edtf.Month:
		codes = []dateCode{dateMonth}
	case edtf.Day:
		codes = []dateCode{dateDay}
	case edtf.Minute:
		codes = []dateCode{dateMinute, dateLocalMinute}
	case edtf.Second:
		codes = []dateCode{dateUTC, dateLocal}
	}
	from, to := e.Date.Bounds()
	for _, code := range codes {
		if e.Date.IsInterval() {
			code += toInterval
		}
		if d, err := edtf.Parse(code.text(from, to)); err == nil && d.Equal(e.Date) {
			return code
		}
	}
	return dateInRest
}
