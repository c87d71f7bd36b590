package dates_test

import (
	"strings"
	"testing"

	"barline/data/edtf"
	"barline/importer/dates"
)

// newYork is what the clocks of America/New_York are ahead of UTC in 2024.
func newYork(year, month, day, hour, minute int) (int, bool) {
	at := edtf.Unix(year, month, day)
	if at >= edtf.Unix(2024, 3, 10) && at < edtf.Unix(2024, 11, 3) {
		return -4 * 60, year == 2024
	}
	return -5 * 60, year == 2024
}

func TestParseWithOptions(t *testing.T) {
	onDay := dates.Options{Day: "2024-03-26"}
	inNewYork := dates.Options{Day: "2024-03-26", Zone: "America/New_York", OffsetAt: newYork}
	tests := []struct {
		written string
		o       dates.Options
		want    string
		remark  string
	}{
		{"3/4/2014", dates.Options{Order: dates.DayFirst}, "2014-04-03", ""},
		{"3/4/2014", dates.Options{Order: dates.MonthFirst}, "2014-03-04", ""},
		{"03.04.2014", dates.Options{}, "2014-04-03", ""},
		{"03.04.2014", dates.Options{Order: dates.MonthFirst}, "2014-03-04", ""},
		{"10/11/12", dates.Options{Order: dates.YearFirst}, "2010-11-12", "10 was read as 2010"},
		{"11-Mar-15", dates.Options{}, "2015-03-11", "15 was read as 2015"},
		{"11-Mar-15", dates.Options{Century: 1900}, "1915-03-11", ""},
		{"Mar-46", dates.Options{Century: 1917}, "1946-03", ""},
		{"Mar-16", dates.Options{Century: 1917}, "2016-03", ""},
		{"the '60s", dates.Options{Century: 1900}, "196X", ""},
		{"79", dates.Options{Century: 1}, "0079", ""},
		{"-44", dates.Options{}, "-0043", "-44 was read as 44 BC"},
		{"-44", dates.Options{BC: dates.Historical}, "-0043", ""},
		{"-43", dates.Options{BC: dates.Astronomical}, "-0043", ""},
		{"0", dates.Options{BC: dates.Astronomical}, "0000", ""},
		{"-0400-01-01", dates.Options{BC: dates.Astronomical}, "-0400-01-01", ""},
		{"44 BC", dates.Options{BC: dates.Astronomical}, "-0043", ""},
		{"41699", dates.Options{Serial: true}, "2014-03-01", "41699 was read as the day that a workbook counts so, 2014-03-01"},
		{"41699.5", dates.Options{Serial: true}, "2014-03-01T12:00", "41699.5 was read as the day that a workbook counts so, 2014-03-01"},
		{"41699.75001157", dates.Options{Serial: true}, "2014-03-01T18:00:01", "41699.75001157 was read as the day that a workbook counts so, 2014-03-01"},
		{"2014", dates.Options{Serial: true}, "2014", ""},
		{"20140301", dates.Options{Compact: true}, "2014-03-01", ""},
		{"1905-06", dates.Options{Pair: dates.PairYears}, "1905/1906", ""},
		{"1905-06", dates.Options{Pair: dates.PairMonths}, "1905-06", ""},
		{"2014-03-01T00:00:00Z", dates.Options{MidnightIsDay: true}, "2014-03-01", ""},
		{"2014-03-01 00:00", dates.Options{MidnightIsDay: true}, "2014-03-01", ""},
		{"1/3/2014 00:00", dates.Options{MidnightIsDay: true, Order: dates.DayFirst}, "2014-03-01", ""},
		{"12:45 AM EST", onDay, "2024-03-26T00:45-05:00", ""},
		{"About 12:45 AM EST", inNewYork, "2024-03-26T00:45-04:00~", "EST was written where the clocks of America/New_York were at -04:00; the time was kept as the clock showed it"},
		{"1:26 AM - 1:27 AM EST", onDay, "2024-03-26T01:26-05:00/2024-03-26T01:27-05:00", ""},
		{"1:26 AM", inNewYork, "2024-03-26T01:26-04:00", ""},
		{"1:26 AM UTC", inNewYork, "2024-03-26T01:26Z", ""},
		{"17:30", onDay, "2024-03-26T17:30", ""},
		{"5–6 pm", onDay, "2024-03-26T17:00/2024-03-26T18:00", ""},
		{"11–1 pm", onDay, "2024-03-26T11:00/2024-03-26T13:00", ""},
		{"noon", onDay, "2024-03-26T12:00", ""},
		{"midnight", onDay, "2024-03-26T00:00", "midnight was read as the beginning of the day"},
		{"Monday, 5 March 1825", dates.Options{}, "1825-03-05", "1825-03-05 was a Saturday, not a Monday"},
		{"1400", dates.Options{Lang: "fa"}, "[2021-03-21..2022-03-20]", "1400 was read as a year of the Solar Hijri calendar"},
		{"1400", dates.Options{Lang: "fa", Calendar: dates.Gregorian}, "1400", ""},
		{"1400", dates.Options{Lang: "en"}, "1400", ""},
		{"до 1917 года", dates.Options{Lang: "ru"}, "[..1916]", "\"до\" was read as before"},
		{"1890\u00a0–\u200f1895", dates.Options{}, "1890/1895", ""},
		{"٢٠٢٥/٠٩/١٧", dates.Options{}, "2025-09-17", ""},
	}
	for _, test := range tests {
		r, err := dates.Parse(test.written, test.o)
		if err != nil || r.EDTF != test.want || r.Remark != test.remark {
			t.Errorf("Parse(%q, %+v) = %+v, %v; want %s, %q", test.written, test.o.Order, r, err, test.want, test.remark)
		}
	}
}

func TestLongTextsAreRefused(t *testing.T) {
	for _, text := range []string{strings.Repeat("1/", 150), strings.Repeat("ж", 201), strings.Repeat("May ", 1<<20), "1890\xff"} {
		if _, err := dates.Parse(text, dates.Options{}); err == nil || len(err.Error()) > 400 {
			t.Errorf("a text of %d bytes: %v", len(text), err)
		}
	}
}
