package markwhen

import (
	"testing"

	"barline/importer/dates"
	"barline/importer/shapes/said"
)

// The notations of markwhen, each after an event of 25 December 2022 to 2 January
// 2023 whose id is x.
func TestDates(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"2012", "2012"}, {"476", "0476"}, {"2012-05", "2012-05"}, {"2012-05-06", "2012-05-06"},
		{"04/1776", "1776-04"}, {"4/1776", "1776-04"}, {"12/25/2012", "2012-12-25"}, {"2012/12/25", "2012-12-25"},
		{"2031-11-19T01:35:10Z", "2031-11-19T01:35:10Z"}, {"2031-11-19T01:35:10Z-2031-12-04T18:22:48Z", "2031-11-19T01:35:10Z/2031-12-04T18:22:48Z"},
		{"2012-2013", "2012/2013"}, {"2012/2013", "2012/2013"}, {"11/11/2024-12/12/2024", "2024-11-11/2024-12-12"}, {"2012 to 2013", "2012/2013"},
		{"1998-06/01/2000", "1998/2000-06-01"}, {"08/2015-05/2017", "2015-08/2017-05"},
		{"2020 - now", "2020/.."}, {"2020-now", "2020/.."}, {"2020-02-22/now", "2020-02-22/.."},
		{"44 BC", "-0043"}, {"300-200 BCE", "-0299/-0199"}, {"50 BC - 50 AD", "-0049/0050"}, {"100 AD", "0100"},
		{"Jan 2012", "2012-01"}, {"5 January 2012", "2012-01-05"}, {"January 5th, 2012", "2012-01-05"}, {"Jan 5 2012 10:30pm", "2012-01-05T22:30"},
		{"2024-01-01 10am", "2024-01-01T10:00"}, {"1/2/2024, 12am - 1:15 pm", "2024-01-02T00:00/2024-01-02T13:15"}, {"10:15", "2022-12-25T10:15"},
		{"2024-W05", "2024-01-29/2024-02-04"}, {"2024-W05-3", "2024-01-31"}, {"2020-W53-7", "2021-01-03"},
		{"196X", "196X"}, {"1990~ / 1995", "1990~/1995"},
		{"2012 - 18 months", "2012/2013-06"}, {"2012/1 year", "2012"}, {"2012 - 3 months", "2012-01/2012-03"}, {"01/01/2023 - 2 weeks", "2023-01-01/2023-01-14"},
		{"2024-01-01T10:00:00Z - 90 minutes", "2024-01-01T10:00Z/2024-01-01T11:30Z"}, {"2018 - 3 years", "2018/2020"}, {"2012-01-31 - 1 month", "2012-01-31/2012-02-28"},
		{"5 days", "2023-01-03/2023-01-07"}, {"1 day", "2023-01-03"}, {"5 days - 3 days", "2023-01-08/2023-01-10"}, {"1 year", "2023-01-03/2024-01-02"},
		{"after !x 2 weeks", "2023-01-03/2023-01-16"}, {"!x 1 week", "2023-01-03/2023-01-09"}, {"!x.start 1 day", "2022-12-25"}, {"before !x 1 week", "2022-12-18/2022-12-24"},
		{"after !x plus 1 day, 2 days - 1 day", "2023-01-06"},
		{"2012-02-30", ""}, {"13/40/2012", ""}, {"now", ""}, {"now - 5 days", ""}, {"2014-2013", ""}, {"after !y 1 day", ""}, {"99999999999 days", ""}, {"10:99", ""}, {"2024-W60", ""},
	} {
		c := newCalendar(dates.Options{Order: dates.MonthFirst}, &said.Log{})
		if _, _, err := c.event("2022-12-25/2023-01-02", "x", 1); err != nil {
			t.Fatal(err)
		}
		got, _, err := c.event(test.in, "", 2)
		if got != test.want || (err == nil) != (test.want != "") {
			t.Errorf("%q: %q, %v; want %q", test.in, got, err, test.want)
		}
	}
}

func TestDayFirst(t *testing.T) {
	c := newCalendar(dates.Options{Order: dates.DayFirst}, &said.Log{})
	if got, _, err := c.event("3/4/2012 - 5/6/2012", "", 1); got != "2012-04-03/2012-06-05" {
		t.Error(got, err)
	}
}

func TestCutDate(t *testing.T) {
	for in, want := range map[string]string{
		"2012: x": "2012", "2012:x": "2012", "2020-02-22T12:13:14Z-now: x": "2020-02-22T12:13:14Z-now", "10:30 - 11:00: x": "10:30 - 11:00",
		"5 days: a: b": "5 days", "after !a 3 days: x": "after !a 3 days", "every 2 weeks: x": "every 2 weeks", "December 1 2021 every week for 5 years: x": "December 1 2021 every week for 5 years",
		"Note: x": "", "10 days later: x": "", "- 2012: x": "", "12:45": "", "12:45,foo": "", "In 2012: x": "", "#1: x": "", "// 2012: x": "", "https://a.example: x": "", "May: x": "",
	} {
		if got, _, ok := cutDate(in); got != want || ok != (want != "") {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestZone(t *testing.T) {
	for zone, want := range map[string]string{
		"America/New_York": "2024-01-01T10:00-05:00/2024-07-01T10:00-04:00", "-5": "2024-01-01T10:00-05:00/2024-07-01T10:00-05:00",
		"+05:30": "2024-01-01T10:00+05:30/2024-07-01T10:00+05:30", "UTC": "2024-01-01T10:00+00:00/2024-07-01T10:00+00:00", "nowhere": "2024-01-01T10:00/2024-07-01T10:00", "99": "2024-01-01T10:00/2024-07-01T10:00",
	} {
		c := newCalendar(dates.Options{}, &said.Log{})
		c.zone = zoneOf(zone)
		if got, _, err := c.event("2024-01-01 10am - 2024-07-01 10am", "", 1); got != want {
			t.Errorf("%s: %s, %v", zone, got, err)
		}
	}
}
