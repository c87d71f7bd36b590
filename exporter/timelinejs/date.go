package timelinejs

import (
	"strconv"

	"barline/data/edtf"
)

// date is a date as TimelineJS takes it: the parts that are known. It counts -1 for
// 1 BC, and has no year 0.
type date struct {
	Year   string `json:"year"`
	Month  string `json:"month,omitempty"`
	Day    string `json:"day,omitempty"`
	Hour   string `json:"hour,omitempty"`
	Minute string `json:"minute,omitempty"`
	Second string `json:"second,omitempty"`
}

// dateOf is a date that is no interval and no set, and has no unspecified digits.
// bigYears leaves all but the year out, since scales of millions of years have no
// more.
func dateOf(d edtf.Date, bigYears bool) *date {
	year := d.Year()
	if year <= 0 {
		year--
	}
	to := &date{Year: strconv.Itoa(year)}
	if bigYears {
		return to
	}
	if season := d.Season(); season > 0 {
		// The first month of the season; it is said in words.
		to.Month = strconv.Itoa(3 * season)
		return to
	}
	if d.Month() > 0 {
		to.Month = strconv.Itoa(d.Month())
	}
	if d.Day() > 0 {
		to.Day = strconv.Itoa(d.Day())
	}
	if clock, ok := d.Clock(); ok {
		to.Hour, to.Minute = strconv.Itoa(clock/3600), strconv.Itoa(clock/60%60)
		if d.Precision() == edtf.Second {
			to.Second = strconv.Itoa(clock % 60)
		}
	}
	return to
}

// isPlain reports whether the parts of a date, or of both ends of an interval, say
// all that the date says.
func isPlain(d edtf.Date) bool {
	if d.Approximate() || d.Uncertain() || d.IsSet() {
		return false
	}
	if first, last := d.Ends(); first != edtf.Dated || last != edtf.Dated {
		return false
	}
	for _, p := range []edtf.Date{d.Start(), d.End()} {
		if _, zoned := p.Offset(); zoned || p != p.Earliest() || p.Season() > 0 || p.Significant() > 0 {
			return false
		}
	}
	return true
}

// ends are the dates between which TimelineJS draws an event; end is nil for a
// moment. A date of which one of several is meant is drawn at the first of them.
func ends(d edtf.Date, bigYears bool) (start, end *date) {
	start = dateOf(d.Start().Earliest(), bigYears)
	if first, last := d.Ends(); d.IsInterval() && first == edtf.Dated && last == edtf.Dated {
		end = dateOf(d.End().Latest(), bigYears)
	}
	return start, end
}

// Years beyond these are those of geology for TimelineJS, which then has no months.
const bigYear = 271820

func isBig(d edtf.Date) bool {
	from, to := d.Start().Earliest().Year(), d.End().Latest().Year()
	return from < -bigYear || to > bigYear
}
