package words

import (
	"testing"

	"barline/data/edtf"
)

// Days that are known in both calendars: new years, the ends of leap years, and
// days of history.
func TestSolar(t *testing.T) {
	for _, c := range []struct{ year, month, day, y, m, d int }{
		{2025, 3, 21, 1404, 1, 1}, {2025, 3, 20, 1403, 12, 30}, {2024, 3, 20, 1403, 1, 1}, {2024, 3, 19, 1402, 12, 29},
		{2023, 3, 21, 1402, 1, 1}, {2021, 3, 21, 1400, 1, 1}, {2021, 3, 20, 1399, 12, 30}, {2017, 3, 20, 1395, 12, 30},
		{1979, 2, 11, 1357, 11, 22}, {2021, 8, 15, 1400, 5, 24}, {1919, 8, 19, 1298, 5, 27}, {2001, 9, 11, 1380, 6, 20},
		{2025, 2, 11, 1403, 11, 23}, {2025, 12, 2, 1404, 9, 11}, {1970, 1, 1, 1348, 10, 11}, {2000, 1, 1, 1378, 10, 11},
	} {
		if y, m, d, ok := solar(c.year, c.month, c.day); !ok || y != c.y || m != c.m || d != c.d {
			t.Errorf("%d-%d-%d is %d-%d-%d, want %d-%d-%d", c.year, c.month, c.day, y, m, d, c.y, c.m, c.d)
		}
	}
}

// Day follows day, over a thousand years and more.
func TestSolarDaysFollowEachOther(t *testing.T) {
	was, _ := solarOf(1000, 1, 1)
	for at := edtf.Unix(1000, 1, 2); at < edtf.Unix(2500, 1, 1); at += 24 * 3600 {
		is, ok := solarOf(edtf.Civil(at))
		_, leap, _ := newYear(was.year)
		last := 31
		switch {
		case was.month == 12 && !leap:
			last = 29
		case was.month > 6:
			last = 30
		}
		want := solarDay{was.year, was.month, was.day + 1}
		if was.day == last {
			want.month, want.day = was.month+1, 1
		}
		if want.month == 13 {
			want.year, want.month = was.year+1, 1
		}
		if !ok || is != want {
			t.Fatalf("after %v comes %v, want %v", was, is, want)
		}
		was = is
	}
}

func TestSolarDate(t *testing.T) {
	w := English()
	w.solarMonths = [12]string{"Hamal", "Thawr", "Jawza", "Saratan", "Asad", "Sunbula", "Mizan", "Aqrab", "Qaws", "Jadi", "Dalw", "Hut"}
	for text, want := range map[string]string{
		"2025-02-11": "11 February 2025 (23 Dalw 1403)", "2025-02": "February 2025 (Dalw – Hut 1403)", "2025": "2025 (1403–1404)",
		"2025-12-02/2025-12-03": "2–3 December 2025 (11–12 Qaws 1404)", "2025-03-20/2025-03-21": "20–21 March 2025 (30 Hut 1403 – 1 Hamal 1404)",
		"2025-04-11T01:30:00+03:00": "11 April 2025 (22 Hamal 1404)", "0600-05-05": "5 May 600", "2025-08~": "about August 2025 (Asad – Sunbula 1404)",
	} {
		d, err := edtf.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		got := w.Date(d, Full)
		if solar := w.SolarDate(d); solar != "" {
			got = w.Aside(got, solar)
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
	if d, _ := edtf.Parse("2025-02-11"); English().SolarDate(d) != "" {
		t.Error("English has another calendar")
	}
}
