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
		{"1985-04-12T23:20:30", "", edtf.Second, "1985-04-12T23:20:30Z", "1985-04-12T23:20:31Z", ""},
		{"1985-04-12T23:20:30Z", "", edtf.Second, "1985-04-12T23:20:30Z", "1985-04-12T23:20:31Z", ""},
		{"1985-04-12T23:20:30-04", "1985-04-12T23:20:30-04:00", edtf.Second, "1985-04-13T03:20:30Z", "1985-04-13T03:20:31Z", ""},
		{"1985-04-12T23:20:30-04:00", "", edtf.Second, "1985-04-13T03:20:30Z", "1985-04-13T03:20:31Z", ""},
		{"1985-04-12T23:20:30+04:30", "", edtf.Second, "1985-04-12T18:50:30Z", "1985-04-12T18:50:31Z", ""},
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
		{"2025-12-02T22:30:00+03:00/2025-12-03T03:30:00+03:00", "", edtf.Second, "2025-12-02T19:30:00Z", "2025-12-03T00:30:01Z", ""},
		{"2025-12-02T22:30:00.75Z", "2025-12-02T22:30:00Z", edtf.Second, "2025-12-02T22:30:00Z", "2025-12-02T22:30:01Z", ""},
		{"2025-12-02t22:30:00z", "2025-12-02T22:30:00Z", edtf.Second, "2025-12-02T22:30:00Z", "2025-12-02T22:30:01Z", ""},
		{"2025-12-02T22:30Z", "", edtf.Minute, "2025-12-02T22:30:00Z", "2025-12-02T22:31:00Z", ""},
		{"2025-12-02T22:30~", "", edtf.Minute, "2025-12-02T22:30:00Z", "2025-12-02T22:31:00Z", "a"},
		{"2025-12-02T22:30:00+03:00%", "", edtf.Second, "2025-12-02T19:30:00Z", "2025-12-02T19:30:01Z", "au"},
		{"2025-12-02T22:30+0330", "2025-12-02T22:30+03:30", edtf.Minute, "2025-12-02T19:00:00Z", "2025-12-02T19:01:00Z", ""},
		{"1968-21", "", edtf.Season, "1968-03-01T00:00:00Z", "1968-06-01T00:00:00Z", ""},
		{"1968-22", "", edtf.Season, "1968-06-01T00:00:00Z", "1968-09-01T00:00:00Z", ""},
		{"1968-23", "", edtf.Season, "1968-09-01T00:00:00Z", "1968-12-01T00:00:00Z", ""},
		{"1968-24~", "", edtf.Season, "1968-12-01T00:00:00Z", "1969-03-01T00:00:00Z", "a"},
		{"196X", "", edtf.Decade, "1960-01-01T00:00:00Z", "1970-01-01T00:00:00Z", ""},
		{"18XX", "", edtf.Century, "1800-01-01T00:00:00Z", "1900-01-01T00:00:00Z", ""},
		{"-01XX", "", edtf.Century, "-0199-01-01T00:00:00Z", "-0099-01-01T00:00:00Z", ""},
		{"-00XX", "", edtf.Century, "-0099-01-01T00:00:00Z", "0001-01-01T00:00:00Z", ""},
		{"1XXX-12", "", edtf.Millennium, "1000-12-01T00:00:00Z", "2000-01-01T00:00:00Z", ""},
		{"2004-XX", "", edtf.Year, "2004-01-01T00:00:00Z", "2005-01-01T00:00:00Z", ""},
		{"1985-04-XX", "", edtf.Month, "1985-04-01T00:00:00Z", "1985-05-01T00:00:00Z", ""},
		{"2014-XX-12", "", edtf.Year, "2014-01-12T00:00:00Z", "2014-12-13T00:00:00Z", ""},
		{"1984-1X", "", edtf.Year, "1984-10-01T00:00:00Z", "1985-01-01T00:00:00Z", ""},
		{"201X-02-29", "", edtf.Decade, "2012-02-29T00:00:00Z", "2016-03-01T00:00:00Z", ""},
		{"2004-06~-11", "", edtf.Day, "2004-06-11T00:00:00Z", "2004-06-12T00:00:00Z", "a"},
		{"?2004-06-~11", "", edtf.Day, "2004-06-11T00:00:00Z", "2004-06-12T00:00:00Z", "au"},
		{"2004?-06-11", "", edtf.Day, "2004-06-11T00:00:00Z", "2004-06-12T00:00:00Z", "u"},
		{"~1950", "1950~", edtf.Year, "1950-01-01T00:00:00Z", "1951-01-01T00:00:00Z", "a"},
		{"?1950", "1950?", edtf.Year, "1950-01-01T00:00:00Z", "1951-01-01T00:00:00Z", "u"},
		{"%-0050", "-0050%", edtf.Year, "-0050-01-01T00:00:00Z", "-0049-01-01T00:00:00Z", "au"},
		{"1950S2", "", edtf.Century, "1900-01-01T00:00:00Z", "2000-01-01T00:00:00Z", ""},
		{"1914/1918", "", edtf.Year, "1914-01-01T00:00:00Z", "1919-01-01T00:00:00Z", ""},
		{"2019-05/..", "", edtf.Month, "2019-05-01T00:00:00Z", "2019-06-01T00:00:00Z", ""},
		{"../1821", "", edtf.Year, "1821-01-01T00:00:00Z", "1822-01-01T00:00:00Z", ""},
		{"1985/", "", edtf.Year, "1985-01-01T00:00:00Z", "1986-01-01T00:00:00Z", ""},
		{"[1860..1872]", "", edtf.Year, "1860-01-01T00:00:00Z", "1873-01-01T00:00:00Z", ""},
		{"[1667, 1668 ,1670..1672~]", "[1667,1668,1670..1672~]", edtf.Year, "1667-01-01T00:00:00Z", "1673-01-01T00:00:00Z", "a"},
		{"[..1760-12-03]", "", edtf.Day, "1760-12-03T00:00:00Z", "1760-12-04T00:00:00Z", ""},
		{"[1984]", "1984", edtf.Year, "1984-01-01T00:00:00Z", "1985-01-01T00:00:00Z", ""},
		{"2025-12-02T22:30:00-00:00", "2025-12-02T22:30:00Z", edtf.Second, "2025-12-02T22:30:00Z", "2025-12-02T22:30:01Z", ""},
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

// An error says what is wrong, and what it says to write is a date.
func TestParseRefused(t *testing.T) {
	tests := []struct{ in, fragment string }{
		{"", "no date"},
		{" 2025", "space around the date; write 2025"},
		{"2025-02-30", "February 2025 has 28 days; write 2025-02-28 or, if only the month is known, 2025-02"},
		{"2024-02-30", "February 2024 has 29 days; write 2024-02-29"},
		{"2025-04-31", "April 2025 has 30 days; write 2025-04-30"},
		{"-0044-02-30", "February 45 BC has 29 days; write -0044-02-29"},
		{"2025-04-00", "no day 00; write 2025-04 if only the month is known, or a day from 01 to 30"},
		{"2025-13", "no month 13; write 2025 if only the year is known, or a month from 01 to 12"},
		{"2025-13/..", "no month 13; write 2025"},
		{"2025-00", "no month 00"},
		{"2001-34", "codes 25 to 41 for seasons, quarters and other parts of a year are not supported; write 2001-04/2001-06 if it lasted so long, or [2001-04..2001-06] for some time in it"},
		{"2019-28", "write 2019-24 for the season in the northern half of the world"},
		{"2001-30", "write 2001-12/2002-02"},
		{"2001-41", "write 2001-07/2001-12"},
		{"2024-25", "write 2024/2025 for the years from one to the other, or 2024-21"},
		{"2024/25", "an interval whose second year is cut short; write 2024/2025"},
		{"1914-18", "write 1914/1918 for the years from one to the other, or 1914 if only the year is known"},
		{"1872–73", "two dates with a dash between them; write 1872/1873"},
		{"2003-2004", "two years with a hyphen between them; write 2003/2004"},
		{"2025-12-02–2025-12-05", "two dates with a dash between them; write 2025-12-02/2025-12-05"},
		{"2025-12-02 — 2025-12-05", "write 2025-12-02/2025-12-05"},
		{"2025-12-02/05", "an interval whose second date is cut short; write 2025-12-02/2025-12-05"},
		{"2025-12-02 / 2025-12-05", "space in an interval; write 2025-12-02/2025-12-05"},
		{"-44", "EDTF has a year 0: -0001 is 2 BC; write -0043 for 44 BC, or -0044 for 45 BC"},
		{"12025", "more than four digits without its Y; write Y12025"},
		{"-12025", "write Y-12025"},
		{"Y2006", "a Y before a year of four digits; write 2006"},
		{"Y200000000000", "beyond 100 billion"},
		{"Y1E99999999999999999999", "beyond 100 billion"},
		{"Y170000002-12", "a month or day in a year of more than four digits; write Y170000002"},
		{"1950S7", "significant digits that the year does not have; write 1950S3"},
		{"201x", "small letters in a date; write 201X"},
		{"199u", "former versions of EDTF; write 199X"},
		{"1984/unknown", "former versions of EDTF; write 1984/"},
		{"15XX-02-3X", "there is no such day in any year or month that this allows; write 15XX"},
		{"201X-21", "a season of an unspecified year; write 201X"},
		{"2001-21-05", "a day in a season; write 2001-21"},
		{"..", "not a date"},
		{"../..", "an interval without any date"},
		{"[]", "a set without members; write [1860,1862]"},
		{"[1860,,1862]", "an empty member of a set; write [1860,1862]"},
		{"[1860/1862]", "an interval in a set; write [1860..1862] with two dots"},
		{"[1862..1860]", "ends before it starts; write [1860..1862]"},
		{"[1860", "a set without its closing bracket; write [1860]"},
		{"{1960..1962}", "a set that means all of its dates; write [1960..1962] for one of these dates, or an event for each"},
		{"2005/2004", "ends before it starts; write 2004/2005 with the earlier date first"},
		{"2004-06/2004-05-31", "ends before it starts; write 2004-05-31/2004-06"},
		{"02/12/2025", "the year comes first; write 2025-12-02 if the day came first, or 2025-02-12 if the month did"},
		{"2/13/2025", "the year comes first; write 2025-02-13"},
		{"13.2.2025", "the year comes first; write 2025-02-13"},
		{"2025/12/2", "a day has hyphens between its parts; write 2025-12-02"},
		{"2004-06-11~?", "a qualifier in the wrong place; write 2004-06-11~"},
		{"?", "a qualifier without a date"},
		{"2025-12-02T22", "a time without its minutes; write 2025-12-02T22:00"},
		{"2025-12-02T24:00:00Z", "no hour 24; write 2025-12-03T00:00Z, the beginning of the next day"},
		{"2025-12-02T25:00:00", "no hour 25"},
		{"2025-12-02T22:60:00", "no minute 60"},
		{"2025-12-02T22:30:61", "no second 61"},
		{"2016-12-31T23:59:60Z", "leap seconds are not supported; write 2016-12-31T23:59:59Z"},
		{"2025-12-02T22:30:00+25:00", "not a time zone; write 2025-12-02T22:30:00+03:00"},
		{"2025-12-02T22:30:00+3", "not a time zone"},
		{"2025-12-02T22:30:00ZZ", "not a time zone"},
		{"2025-12-02T22:30:00.Z", "not a time of day"},
		{"2025-12-02T2:30:00", "two digits; write 2025-12-02T02:30:00"},
		{"2025-12T22:30:00Z", "a time without a day; write 2025-12"},
		{"2025-12-02 22:30:00", "a space between the day and its time; write 2025-12-02T22:30:00"},
		{"2025-12-02T22:30+03:00[Europe/Moscow]", "the name of a time zone after a time; write 2025-12-02T22:30+03:00"},
		{"2025-2-3", "two digits; write 2025-02-03"},
		{"20251202", "a day needs its hyphens; write 2025-12-02"},
		{"13-12-2025", "the year comes first; write 2025-12-13"},
		{"25-12-02", "a year of two digits; write 2025-12-02 or 1925-12-02"},
		{"-0000", "no year -0000; write 0000"},
		{"2025–02", "a dash that is not the hyphen of the keyboard; write 2025-02"},
		{"−0044", "write -0044"},
		{"٢٠٢٥", "not a date"},
		{"March 2025", "a date in words; write 2025-03"},
		{"3 Mar 2025", "write 2025-03-03"},
		{"March 3, 2025", "write 2025-03-03"},
		{"1960s", "write 196X"},
		{"19th century", "write 18XX"},
		{"Spring 1968", "write 1968-21"},
		{"since 2019", "write 2019/.."},
		{"before 1900", "write [..1899]"},
		{"circa 1890", "write 1890~"},
		{"44 BC", "write -0043"},
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
			checkFix(t, err)
		})
	}
}

// checkFix tries what an error says to write.
func checkFix(t *testing.T, err error) {
	t.Helper()
	e, ok := err.(*edtf.Error)
	if !ok || e.What == "" {
		t.Fatalf("error is %#v", err)
	}
	fix, ok := strings.CutPrefix(e.Fix, "write ")
	if !ok {
		t.Fatalf("%v does not say what to write", e)
	}
	fix, _, _ = strings.Cut(fix, " ")
	if _, err := edtf.Parse(strings.TrimRight(fix, ",;")); err != nil {
		t.Errorf("%v: what it says to write is refused: %v", e, err)
	}
}

// Years beyond four digits are counted as far as any calendar goes.
func TestLongYears(t *testing.T) {
	for in, want := range map[string][2]int{
		"Y170000002": {170000002, 170000002}, "Y-17E7": {-170000000, -170000000}, "Y3388E2S3": {338000, 338999},
		"Y171010000S3": {171000000, 171999999}, "Y-20E2S3": {-2009, -2000}, "Y100000000000": {100000000000, 100000000000},
	} {
		d, err := edtf.Parse(in)
		if err != nil {
			t.Error(err)
			continue
		}
		from, to := d.Bounds()
		if from != edtf.Unix(want[0], 1, 1) || to != edtf.Unix(want[1]+1, 1, 1) {
			t.Errorf("%s has bounds %d, %d", in, from, to)
		}
	}
}

func TestEndsAndMembers(t *testing.T) {
	for in, want := range map[string][2]edtf.End{
		"1914/1918": {edtf.Dated, edtf.Dated}, "2019/..": {edtf.Dated, edtf.Open}, "../1821": {edtf.Open, edtf.Dated}, "1985/": {edtf.Dated, edtf.Unknown},
		"/1985": {edtf.Unknown, edtf.Dated}, "[..1984]": {edtf.Open, edtf.Dated}, "[1984..]": {edtf.Dated, edtf.Open}, "1984": {edtf.Dated, edtf.Dated},
	} {
		d, err := edtf.Parse(in)
		if err != nil {
			t.Fatal(err)
		}
		if start, end := d.Ends(); start != want[0] || end != want[1] {
			t.Errorf("%s has the ends %v, %v", in, start, end)
		}
	}
	d, err := edtf.Parse("[1667,1668,1670-12..1672]")
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, m := range d.Members() {
		all = append(all, m.String())
	}
	if got := strings.Join(all, " "); got != "1667 1668 1670-12/1672" {
		t.Errorf("members are %s", got)
	}
	if d.Earliest().String() != "1667" || d.Latest().String() != "1672" {
		t.Errorf("from %s to %s", d.Earliest(), d.Latest())
	}
	for in, want := range map[string][2]string{"1984-1X": {"1984-10", "1984-12"}, "2014-XX-12": {"2014-01-12", "2014-12-12"}, "18XX~": {"1800", "1899"},
		"1985-XX-XX": {"1985", "1985"}, "1968-24?": {"1968-24", "1968-24"}, "-01XX": {"-0199", "-0100"}} {
		d, err := edtf.Parse(in)
		if err != nil {
			t.Fatal(err)
		}
		if d.Earliest().String() != want[0] || d.Latest().String() != want[1] {
			t.Errorf("%s lies from %s to %s", in, d.Earliest(), d.Latest())
		}
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
	for _, s := range []string{"1985", "1985-04-12T23:20:30-04", "1984?/2004-06%", "-0044-03-15", "[..1985]", "2025–02", "1X84-1X-X2", "?2004-06-~11", "Y-17E7", "Y3388E2S3", "-00XX", "2019-24/..", "[1667, 1760-12..]", "2025-12-02T22:30+03:00~", "2004-06~-11T10:00?"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := edtf.Parse(s)
		if err != nil {
			if !d.IsZero() {
				t.Fatalf("%q: error %v with date %v", s, err, d)
			}
			checkFix(t, err)
			return
		}
		again, err := edtf.Parse(d.String())
		if err != nil || again != d {
			t.Fatalf("%q: %q reads back as %q, %v", s, d, again, err)
		}
		if from, to := d.Bounds(); from >= to {
			t.Fatalf("%q: bounds %d, %d", s, from, to)
		}
		if d.Precision() < edtf.Millennium || d.Precision() > edtf.Second {
			t.Fatalf("%q: precision %d", s, d.Precision())
		}
	})
}

// The worst patterns and the longest texts are read, or refused, at once.
func BenchmarkParse(b *testing.B) {
	for _, s := range []string{"2025-12-02", "XXXX-02-3X", strings.Repeat("1-", 150), "[" + strings.Repeat("XX1X-02-2X,", 26) + "1999]"} {
		b.Run(s[:min(len(s), 20)], func(b *testing.B) {
			for b.Loop() {
				_, _ = edtf.Parse(s)
			}
		})
	}
}
