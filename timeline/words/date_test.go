package words_test

import (
	"testing"

	"barline/data/edtf"
	"barline/timeline/words"
)

func TestDate(t *testing.T) {
	w := words.English()
	for _, c := range []struct{ in, full, day, short string }{
		{"2025", "2025", "2025", "2025"},
		{"0000", "0", "0", "0"},
		{"-0043", "-43", "-43", "-43"},
		{"2025-02", "February 2025", "February", "Feb"},
		{"2025-04-11", "11 April 2025", "11 April", "11 Apr"},
		{"2025-12-02T21:15:00Z", "2 December 2025", "2 December", "2 Dec"},
		{"2025-12-02/2025-12-03", "2–3 December 2025", "2–3 December", "2–3 Dec"},
		{"2025-11-30/2025-12-01", "30 November – 1 December 2025", "30 November – 1 December", "30 Nov – 1 Dec"},
		{"2025-12-31/2026-01-01", "31 December 2025 – 1 January 2026", "31 December – 1 January", "31 Dec – 1 Jan"},
		{"2025-02/2025-03", "February – March 2025", "February – March", "Feb – Mar"},
		{"2024-12/2025-01", "December 2024 – January 2025", "December – January", "Dec – Jan"},
		{"2024/2025", "2024 – 2025", "2024 – 2025", "2024 – 2025"},
		{"2025-02/2025-02-20", "February – 20 February 2025", "February – 20 February", "Feb – 20 Feb"},
		{"2025-12-03~", "about 3 December 2025", "about 3 December", "about 3 Dec"},
		{"2025-12-02~/2025-12-03~", "about 2–3 December 2025", "about 2–3 December", "about 2–3 Dec"},
		{"2025-12-03?", "3 December 2025 (uncertain)", "3 December (uncertain)", "3 Dec (uncertain)"},
		{"2025-12-03%", "about 3 December 2025 (uncertain)", "about 3 December (uncertain)", "about 3 Dec (uncertain)"},
		{"2025-02~", "about February 2025", "about February", "about Feb"},
	} {
		d, err := edtf.Parse(c.in)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range []struct {
			form words.Form
			want string
		}{{words.Full, c.full}, {words.Day, c.day}, {words.Short, c.short}} {
			if got := w.Date(d, f.form); got != f.want {
				t.Errorf("%s, form %d: %q, want %q", c.in, f.form, got, f.want)
			}
		}
	}
}

func TestMonthsAndClock(t *testing.T) {
	w := words.English()
	for _, c := range [][2]string{
		{w.MonthName(1), "January"}, {w.MonthName(12), "December"}, {w.MonthShort(6), "Jun"}, {w.DayMonth(11, 4), "11 Apr"},
		{words.Clock(0), "00:00"}, {words.Clock(9*3600 + 30*60), "09:30"}, {words.Clock(86399), "23:59"},
	} {
		if c[0] != c[1] {
			t.Errorf("got %q, want %q", c[0], c[1])
		}
	}
}
