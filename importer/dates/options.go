package dates

import (
	"strconv"
	"strings"
)

// Order is which of day, month and year comes first.
type Order uint8

// The orders.
const (
	AnyOrder Order = iota // not known
	DayFirst
	MonthFirst
	YearFirst
)

// BC is how years before Christ are counted.
type BC uint8

// The ways of counting.
const (
	AnyBC BC = iota
	Historical
	Astronomical
)

// Pair is what two digits after a year and a hyphen are, as in 1905-06.
type Pair uint8

// The readings of a pair.
const (
	AnyPair    Pair = iota // not known
	PairMonths             // 1905-06 is June 1905
	PairYears              // 1905-06 is 1905 to 1906
)

// Calendar is the calendar of years and months that do not say theirs.
type Calendar uint8

// The calendars.
const (
	// AnyCalendar is the Gregorian one, and the Solar Hijri one for years from 1200
	// to 1499 in Persian, Dari and Pashto.
	AnyCalendar Calendar = iota
	Gregorian
	SolarHijri
)

// Options are what is known of the dates of a column.
type Options struct {
	Order Order
	// Points is the order of dates with points, 4.5.2021, where it is not that of the
	// others. AnyOrder: as Order, and where that says nothing, day first.
	Points Order
	// Century is the first of the hundred years into which two-digit years fall:
	// 1917 makes 46 1946 and 16 2016, and 1 leaves years as they are: 79 is the year
	// 79. 0: 00 to 30 are 2000 to 2030, others are asked.
	Century int
	Lang    string // a BCP 47 tag, whose words come first; others are tried as well
	Day     string // the day of times without one, EDTF
	Zone    string // an IANA name, of times without one; "" leaves clocks without a zone
	// OffsetAt says how many minutes the clocks of Zone are ahead of UTC at a time of
	// day as they show it. nil leaves clocks without a zone as they are.
	OffsetAt func(year, month, day, hour, minute int) (minutes int, ok bool)
	// BC is how negative years count: Historical (-44 is 44 BC), Astronomical (ISO
	// and EDTF: -0043 is 44 BC). AnyBC: historical, said.
	BC BC
	// Serial: bare numbers of a workbook's range, from 10000 (1927-05-18) on, are
	// days since 1899-12-30; a fraction is the time of day.
	Serial   bool
	Pair     Pair
	Calendar Calendar
	// Compact: eight digits are a day, 20140301.
	Compact bool
	// MidnightIsDay: a time of exactly midnight is not one: 2014-03-01T00:00:00 is
	// the day.
	MidnightIsDay bool
}

// Answer sets what an answer to a [draft.Question] of this package says: the
// option dates takes dmy, mdy, ymd, months, years, gregorian and solar, several of
// them separated by commas; century takes a year, bc historical or astronomical, day
// a day in EDTF. ok is false for other options and values.
func (o *Options) Answer(option, value string) (ok bool) {
	switch option {
	case "dates":
		changed := *o
		for part := range strings.SplitSeq(value, ",") {
			switch strings.TrimSpace(part) {
			case "dmy":
				changed.Order = DayFirst
			case "mdy":
				changed.Order = MonthFirst
			case "ymd":
				changed.Order = YearFirst
			case "months":
				changed.Pair = PairMonths
			case "years":
				changed.Pair = PairYears
			case "gregorian":
				changed.Calendar = Gregorian
			case "solar":
				changed.Calendar = SolarHijri
			default:
				return false
			}
		}
		*o = changed
	case "century":
		n, err := strconv.Atoi(strings.TrimSpace(value))
		if err != nil || n < 1 || n > 9900 {
			return false
		}
		o.Century = n
	case "bc":
		switch value {
		case "historical":
			o.BC = Historical
		case "astronomical":
			o.BC = Astronomical
		default:
			return false
		}
	case "day":
		if _, _, _, ok := plainDay(value); !ok {
			return false
		}
		o.Day = value
	default:
		return false
	}
	return true
}

// solarYears reports whether a year of four digits is one of the Solar Hijri
// calendar, as far as nothing else says which it is.
func (o *Options) solarYear(year int) bool {
	switch o.Calendar {
	case Gregorian:
		return false
	case SolarHijri:
		return year >= 1 && year < 1600
	}
	return year >= 1200 && year < 1500 && solarLanguage(o.Lang)
}

// solarLanguage reports whether the readers of a language use the Solar Hijri
// calendar.
func solarLanguage(tag string) bool {
	base, _, _ := strings.Cut(tag, "-")
	return base == "fa" || base == "ps" || base == "prs"
}

// order is the order of three numbers with a mark between them.
func (o *Options) order(sep byte) Order {
	if sep == '.' && o.Points != AnyOrder {
		return o.Points
	}
	return o.Order
}
