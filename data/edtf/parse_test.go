package edtf_test

import (
	"strings"
	"testing"

	"barline/data/edtf"
)

// The examples of the Library of Congress's text for levels 0 and 1, as far
// as they are supported, and some of our own.
func TestParseSupported(t *testing.T) {
	tests := []struct {
		in, canonical string // canonical is empty where it is the same
		precision     edtf.Precision
		from, to      string // bounds, as instants
		marks         string // a for approximate, u for uncertain
	}{
		{"1985-04-12", "", edtf.Day, "1985-04-12T00:00:00Z", "1985-04-13T00:00:00Z", ""},
		{"1985-04", "", edtf.Month, "1985-04-01T00:00:00Z", "1985-05-01T00:00:00Z", ""},
		{"1985", "", edtf.Year, "1985-01-01T00:00:00Z", "1986-01-01T00:00:00Z", ""},
		{"1985-04-12T23:20:30", "", edtf.Instant, "1985-04-12T23:20:30Z", "1985-04-12T23:20:31Z", ""},
		{"1985-04-12T23:20:30Z", "", edtf.Instant, "1985-04-12T23:20:30Z", "1985-04-12T23:20:31Z", ""},
		{"1985-04-12T23:20:30-04", "1985-04-12T23:20:30-04:00", edtf.Instant, "1985-04-13T03:20:30Z", "1985-04-13T03:20:31Z", ""},
		{"1985-04-12T23:20:30-04:00", "", edtf.Instant, "1985-04-13T03:20:30Z", "1985-04-13T03:20:31Z", ""},
		{"1985-04-12T23:20:30+04:30", "", edtf.Instant, "1985-04-12T18:50:30Z", "1985-04-12T18:50:31Z", ""},
		{"1964/2008", "", edtf.Year, "1964-01-01T00:00:00Z", "2009-01-01T00:00:00Z", ""},
		{"2004-06/2006-08", "", edtf.Month, "2004-06-01T00:00:00Z", "2006-09-01T00:00:00Z", ""},
		{"2004-02-01/2005-02-08", "", edtf.Day, "2004-02-01T00:00:00Z", "2005-02-09T00:00:00Z", ""},
		{"2004-02-01/2005-02", "", edtf.Month, "2004-02-01T00:00:00Z", "2005-03-01T00:00:00Z", ""},
		{"2004-02-01/2005", "", edtf.Year, "2004-02-01T00:00:00Z", "2006-01-01T00:00:00Z", ""},
		{"2005/2006-02", "", edtf.Year, "2005-01-01T00:00:00Z", "2006-03-01T00:00:00Z", ""},
		{"1984?", "", edtf.Year, "1984-01-01T00:00:00Z", "1985-01-01T00:00:00Z", "u"},
		{"2004-06~", "", edtf.Month, "2004-06-01T00:00:00Z", "2004-07-01T00:00:00Z", "a"},
		{"2004-06-11%", "", edtf.Day, "2004-06-11T00:00:00Z", "2004-06-12T00:00:00Z", "au"},
		{"1984~/2004-06", "", edtf.Year, "1984-01-01T00:00:00Z", "2004-07-01T00:00:00Z", "a"},
		{"1984/2004-06~", "", edtf.Year, "1984-01-01T00:00:00Z", "2004-07-01T00:00:00Z", "a"},
		{"1984~/2004~", "", edtf.Year, "1984-01-01T00:00:00Z", "2005-01-01T00:00:00Z", "a"},
		{"1984?/2004%", "", edtf.Year, "1984-01-01T00:00:00Z", "2005-01-01T00:00:00Z", "au"},
		{"-1985", "", edtf.Year, "-1985-01-01T00:00:00Z", "-1984-01-01T00:00:00Z", ""},
		{"0000", "", edtf.Year, "0000-01-01T00:00:00Z", "0001-01-01T00:00:00Z", ""},
		{"-0044-03-15", "", edtf.Day, "-0044-03-15T00:00:00Z", "-0044-03-16T00:00:00Z", ""},
		{"-0001-12", "", edtf.Month, "-0001-12-01T00:00:00Z", "0000-01-01T00:00:00Z", ""},
		{"2024-02-29", "", edtf.Day, "2024-02-29T00:00:00Z", "2024-03-01T00:00:00Z", ""},
		{"2025-12-02/2025-12-03", "", edtf.Day, "2025-12-02T00:00:00Z", "2025-12-04T00:00:00Z", ""},
		{"2004-06/2004-06-15", "", edtf.Month, "2004-06-01T00:00:00Z", "2004-06-16T00:00:00Z", ""},
		{"2025-12-02T22:30:00+03:00/2025-12-03T03:30:00+03:00", "", edtf.Instant, "2025-12-02T19:30:00Z", "2025-12-03T00:30:01Z", ""},
		{"2025-12-02T22:30:00.75Z", "2025-12-02T22:30:00Z", edtf.Instant, "2025-12-02T22:30:00Z", "2025-12-02T22:30:01Z", ""},
		{"2025-12-02t22:30:00z", "2025-12-02T22:30:00Z", edtf.Instant, "2025-12-02T22:30:00Z", "2025-12-02T22:30:01Z", ""},
		{"2025-12-02T22:30:00-00:00", "2025-12-02T22:30:00Z", edtf.Instant, "2025-12-02T22:30:00Z", "2025-12-02T22:30:01Z", ""},
	}
	for _, test := range tests {
		t.Run(test.in, func(t *testing.T) {
			d, err := edtf.Parse(test.in)
			if err != nil {
				t.Fatal(err)
			}
			if want := cmpOr(test.canonical, test.in); d.String() != want {
				t.Errorf("String() = %q, want %q", d.String(), want)
			}
			if d.Precision() != test.precision {
				t.Errorf("Precision() = %v, want %v", d.Precision(), test.precision)
			}
			if strings.Contains(test.in, "/") != d.IsInterval() {
				t.Errorf("IsInterval() = %v", d.IsInterval())
			}
			from, to := d.Bounds()
			if wantFrom, wantTo := instant(t, test.from), instant(t, test.to); from != wantFrom || to != wantTo {
				t.Errorf("Bounds() = %d, %d, want %d, %d", from, to, wantFrom, wantTo)
			}
			marks := ""
			if d.Approximate() {
				marks += "a"
			}
			if d.Uncertain() {
				marks += "u"
			}
			if marks != test.marks {
				t.Errorf("approximate and uncertain are %q, want %q", marks, test.marks)
			}
			if again, err := edtf.Parse(d.String()); err != nil || !again.Equal(d) {
				t.Errorf("%q reads back as %q, %v", d, again, err)
			}
		})
	}
}

func cmpOr(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// instant reads a bound with Parse itself; the calendar's own tests tie it to
// the outside world.
func instant(t *testing.T, s string) int64 {
	t.Helper()
	d, err := edtf.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	from, _ := d.Bounds()
	return from
}

func TestParseRefused(t *testing.T) {
	tests := []struct{ in, fragment string }{
		{"", "no date"},
		{" 2025", `write "2025"`},
		{"2025-02-30", "February 2025 has 28 days; write 2025-02-28 or, if only the month is known, 2025-02"},
		{"2024-02-30", "February 2024 has 29 days; write 2024-02-29"},
		{"2025-04-31", "April 2025 has 30 days; write 2025-04-30"},
		{"-0044-02-30", "February 45 BC has 29 days; write -0044-02-29"},
		{"2025-04-00", "no day 00; write a day from 01 to 30"},
		{"2025-13", "no month 13; months run from 01 to 12; if only the year is known, write 2025"},
		{"2025-00", "no month 00"},
		{"2001-21", "seasons, quarters and other parts of a year are not supported; write months, such as 2001-03/2001-05"},
		{"2001-34", "seasons, quarters"},
		{"Y170000002", "beyond four digits are not supported"},
		{"Y-170000002", "beyond four digits are not supported"},
		{"12025", "a year has four digits"},
		{"201X", "unspecified digits are not supported"},
		{"2004-XX", "unspecified digits are not supported"},
		{"1985-04-12/..", "open or unknown end are not supported; write both dates"},
		{"../1985-04-12", "open or unknown end"},
		{"1985-04-12/", "open or unknown end"},
		{"/1985-04-12", "open or unknown end"},
		{"..", "open or unknown end"},
		{"[1667,1668]", "sets of dates are not supported"},
		{"{1960..1962}", "sets of dates are not supported"},
		{"1950S2", "significant digits are not supported"},
		{"1E5", "exponents"},
		{"2005/2004", "ends before it starts; write the earlier date first"},
		{"2004-06/2004-05-31", "ends before it starts"},
		{"2004/2005/2006", "more than one slash"},
		{"02/12/2025", "more than one slash; an interval is two dates, such as 2025-02/2025-06, and a day is written"},
		{"?2004-06", "a qualifier in the wrong place"},
		{"2004?-06-11", "a qualifier in the wrong place"},
		{"2004-06-11~?", "a qualifier in the wrong place"},
		{"?", "not a date"},
		{"2025-12-02T22:30:00Z~", "a qualifier on a time; leave the time out and qualify the day, such as 2025-12-02~"},
		{"2025-12-02T22:30Z", "needs its seconds; write 2025-12-02T22:30:00Z"},
		{"2025-12-02T22", "needs its seconds; write 2025-12-02T22:00:00"},
		{"2025-12-02T24:00:00", "no hour 24; write hour 00 of the next day"},
		{"2025-12-02T25:00:00", "no hour 25"},
		{"2025-12-02T22:60:00", "no minute 60"},
		{"2025-12-02T22:30:61", "no second 61"},
		{"2016-12-31T23:59:60Z", "leap seconds are not supported"},
		{"2025-12-02T22:30:00+25:00", "not a time zone"},
		{"2025-12-02T22:30:00+3", "not a time zone"},
		{"2025-12-02T22:30:00ZZ", "not a time zone"},
		{"2025-12-02T22:30:00.Z", "not a time of day"},
		{"2025-12-02T2:30:00", "not a time of day"},
		{"2025-12T22:30:00Z", "a time without a day"},
		{"2025-12-02 22:30:00", "not a date"},
		{"2025-2-3", "months and days have two digits"},
		{"20251202", "a day needs its hyphens; write 2025-12-02"},
		{"02-12-2025", "the year comes first"},
		{"25-12-02", "a year has four digits"},
		{"-0000", "no year -0000; write 0000"},
		{"2025–02", `a dash that is not the hyphen of the keyboard; write "2025-02"`},
		{"−0044", `write "-0044"`},
		{"٢٠٢٥", "not a date"},
		{"March 2025", "not a date"},
		{"December 2025", "not a date"},
		{"2025-03-14-15", "not a date"},
		{"--03", "not a date"},
	}
	for _, test := range tests {
		t.Run(test.in, func(t *testing.T) {
			d, err := edtf.Parse(test.in)
			if err == nil {
				t.Fatalf("read as %q", d)
			}
			if !d.IsZero() {
				t.Errorf("an error and the date %q", d)
			}
			if !strings.Contains(err.Error(), test.fragment) {
				t.Errorf("error %q lacks %q", err, test.fragment)
			}
			e, ok := err.(*edtf.Error)
			if !ok || e.What == "" || e.Fix == "" {
				t.Errorf("error is %#v", err)
			}
		})
	}
}

func TestErrorCutsLongTexts(t *testing.T) {
	_, err := edtf.Parse(strings.Repeat("1985-", 10_000))
	if err == nil || len(err.Error()) > 300 {
		t.Errorf("error has %d bytes", len(err.Error()))
	}
}

func TestEndsAndParts(t *testing.T) {
	d, err := edtf.Parse("2025-12-02~/2025-12")
	if err != nil {
		t.Fatal(err)
	}
	if d.Start().String() != "2025-12-02~" || d.End().String() != "2025-12" {
		t.Errorf("ends are %q and %q", d.Start(), d.End())
	}
	if d.End().Approximate() || d.End().IsInterval() {
		t.Error("the end took over what belongs to the start")
	}
	if d.Year() != 2025 || d.Month() != 12 || d.Day() != 2 || d.End().Day() != 0 {
		t.Errorf("parts are %d %d %d", d.Year(), d.Month(), d.Day())
	}
	if single := d.Start(); single.End() != single || single.Start() != single {
		t.Error("a single date is not its own start and end")
	}
	var zero edtf.Date
	if !zero.IsZero() || zero.String() != "" || d.IsZero() {
		t.Error("the zero date is not zero")
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"1985", "1985-04-12T23:20:30-04", "1984?/2004-06%", "-0044-03-15", "[..1985]", "2025–02"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := edtf.Parse(s)
		if err != nil {
			if err.Error() == "" || !d.IsZero() {
				t.Fatalf("%q: error %v with date %v", s, err, d)
			}
			return
		}
		again, err := edtf.Parse(d.String())
		if err != nil || again != d {
			t.Fatalf("%q: %q reads back as %q, %v", s, d, again, err)
		}
		if from, to := d.Bounds(); from >= to {
			t.Fatalf("%q: bounds %d, %d", s, from, to)
		}
		if d.Precision() < edtf.Year || d.Precision() > edtf.Instant {
			t.Fatalf("%q: precision %d", s, d.Precision())
		}
	})
}
