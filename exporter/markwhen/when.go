package markwhen

import (
	"fmt"

	"barline/data"
	"barline/data/edtf"
)

// whenOf is the date of an event as markwhen reads it. exact tells that it says all
// that the date does; ok is false for dates that markwhen has not.
func whenOf(e data.Event) (text string, exact, ok bool) {
	d := e.Date
	if e.Zone != (data.Zone{}) {
		d = d.At(e.Zone.OffsetMinutes)
	}
	first, last := d.Ends()
	from, to := d.Start().Earliest(), d.End().Latest()
	if from.Year() < 1 || to.Year() > 9999 {
		return "", false, false
	}
	sure := !d.Approximate() && !d.Uncertain() && !d.IsSet()
	if a, b, isMoment := instants(d); isMoment && first == edtf.Dated && last == edtf.Dated {
		if a == b {
			return a, sure, true
		}
		return a + " - " + b, sure, true
	}
	clocks := d.Start().Precision() >= edtf.Minute || d.End().Precision() >= edtf.Minute
	a, b := dayText(from, false), dayText(to, true)
	exact = sure && !clocks && d.Start() == from && d.End() == to && from.Season() == 0 && to.Season() == 0
	switch {
	case d.IsInterval() && first == edtf.Dated && last == edtf.Open:
		return a + "/now", exact, true
	case first != edtf.Dated:
		return b, false, true
	case last != edtf.Dated:
		return a, false, true
	case a == b:
		return a, exact, true
	}
	return a + "/" + b, exact, true
}

// instants are both ends of a date whose times of day are all in a known zone, as
// markwhen has them, in UTC.
func instants(d edtf.Date) (from, to string, ok bool) {
	for i, p := range []edtf.Date{d.Start(), d.End()} {
		if _, zoned := p.Offset(); !zoned {
			return "", "", false
		}
		at, _ := p.Bounds()
		year, month, day := edtf.Civil(at)
		rest := at - edtf.Unix(year, month, day)
		text := fmt.Sprintf("%04d-%02d-%02dT%02d:%02d:%02dZ", year, month, day, rest/3600, rest/60%60, rest%60)
		if i == 0 {
			from = text
		}
		to = text
	}
	return from, to, true
}

// dayText is a date to the year, month or day; a season is its first or last month.
func dayText(d edtf.Date, last bool) string {
	if season := d.Season(); season > 0 {
		year, month := d.Year(), 3*season
		if last {
			if month += 2; month > 12 {
				year, month = year+1, month-12
			}
		}
		return fmt.Sprintf("%04d-%02d", year, month)
	}
	s := fmt.Sprintf("%04d", d.Year())
	if d.Month() > 0 {
		s += fmt.Sprintf("-%02d", d.Month())
	}
	if d.Day() > 0 {
		s += fmt.Sprintf("-%02d", d.Day())
	}
	return s
}
